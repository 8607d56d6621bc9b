"""Runs the built program in a folder of its own."""

import json
import os
import resource
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = Path(os.environ["SIDETAL_PROGRAM"])
SANITIZED = bool(os.environ.get("SIDETAL_SANITIZE"))
DONE, FAILED, WARNINGS = 0, 2, 3
NOBODY = 65534

GOOD = b'{"document": "agenda", "date": "2021-10-26", "items": [{"title": "Meddelelser"}]}'
UNDATED = b'{"document": "agenda", "items": [{"title": "Meddelelser"}]}'
WARNING = b'{"document": "agenda", "WARN": 1, "items": [{"title": "Meddelelser"}]}'
BAD = b'{"document": "agenda", "items": "BAD"}'
XML = b'<agenda date="2021-10-26"><items><item title="Meddelelser"/></items></agenda>'


class KeptPdfs:
    """Every PDF that the tests make, each content once, for those that read all PDFs back (tests/pdf)."""

    def __init__(self):
        self.folder = Path(os.environ["SIDETAL_PDF_DIR"])
        self.suite = "cli-" + Path(sys.argv[0]).stem.removeprefix("test_")
        self.seen = set()
        self.folder.mkdir(parents=True, exist_ok=True)
        for old in self.folder.glob(f"{self.suite}-*.pdf"):
            old.unlink()

    def keep(self, data):
        if data.startswith(b"%PDF") and data not in self.seen:
            self.seen.add(data)
            (self.folder / f"{self.suite}-{len(self.seen):03}.pdf").write_bytes(data)


KEPT = KeptPdfs()


class Result:
    def __init__(self, process):
        self.status = process.returncode
        self.out = process.stdout
        self.err = process.stderr.decode("utf-8")
        self.messages = [line for line in self.err.splitlines() if not line.startswith("  ")]


class ProgramTest(unittest.TestCase):
    """Each test runs in an empty folder that everybody may enter, beside a copy of the program that everybody may run."""

    @classmethod
    def setUpClass(cls):
        cls.home = tempfile.TemporaryDirectory()
        os.chmod(cls.home.name, 0o755)
        cls.program = Path(cls.home.name) / "sidetal"
        shutil.copy(PROGRAM, cls.program)
        os.chmod(cls.program, 0o755)

    @classmethod
    def tearDownClass(cls):
        cls.home.cleanup()

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(dir=self.home.name))
        os.chmod(self.folder, 0o777)

    def tearDown(self):
        for path in self.folder.rglob("*.pdf"):
            if path.is_file() and os.access(path, os.R_OK):
                KEPT.keep(path.read_bytes())

    def write(self, name, data=GOOD):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        return path

    def run_program(self, *arguments, stdin=b"", unprivileged=False, umask=0o022, limits=(), environment=None, folder=None,
                    stdout=subprocess.PIPE, timeout=120):
        def prepare():
            os.umask(umask)
            for limit, value in limits:
                resource.setrlimit(limit, (value, value))
            if unprivileged and os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)

        variables = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"} | (environment or {})
        given = {"input": stdin} if isinstance(stdin, bytes) else {"stdin": stdin}
        words = [argument if isinstance(argument, bytes) else str(argument) for argument in arguments]
        process = subprocess.run([str(self.program), *words], cwd=folder or self.folder, stdout=stdout,
                                 stderr=subprocess.PIPE, preexec_fn=prepare, env=variables, timeout=timeout, check=False,
                                 **given)
        KEPT.keep(process.stdout or b"")
        return Result(process)

    def assertDone(self, result):
        self.assertEqual((result.status, result.err), (DONE, ""))

    def assertFails(self, result, code, *words):
        """One error, with the code and the words."""
        self.assertEqual(result.status, FAILED, result.err)
        self.assertEqual(len(result.messages), 1, result.err)
        self.assertIn(f"[{code}]", result.messages[0])
        for word in words:
            self.assertIn(word, result.messages[0])

    def assertPdf(self, path):
        data = path if isinstance(path, bytes) else (self.folder / path).read_bytes()
        self.assertTrue(data.startswith(b"%PDF-1."), data[:20])

    def assertOnly(self, *names, folder=None):
        """The folder holds these and nothing else: no output, no temporary file."""
        self.assertEqual(sorted(p.name for p in (folder or self.folder).iterdir()), sorted(names))

    def mode(self, name):
        return stat.S_IMODE((self.folder / name).stat().st_mode)


def objects(text):
    return [json.loads(line) for line in text.splitlines()]
