"""Where an allocation fails, a run tells that and writes nothing, or does all that it is to do: each allocation of a run fails once.

Without SIDETAL_RANDOM_TIMES (tools/test --deep) a sample of the allocations is taken. See FailAt.c.
"""

import os
import re
import shutil
import unittest
from pathlib import Path

from fontfiles import COMIC
from program import SANITIZED, ProgramTest

SAMPLES = Path(os.environ["SIDETAL_SOURCE_DIR"]) / "samples"
DEEP = "SIDETAL_RANDOM_TIMES" in os.environ
SAMPLE = 40  # allocations a document, where not all are taken
SAID = "error: out of memory [SID-R026]"

# What libraries make of a failed allocation that nobody can ask them about: docs/library.md, "Where memory is short".
CRASHES = [re.compile(words) for words in (
    r"libicuuc\.so\.\d+:\S*(getDefault|locale_get_default|locale_set_default_internal)",
)]


class Run:
    def __init__(self, line):
        number, self.ended, status, self.output, left, *said = line.split(" ", 5)
        self.number, self.status, self.left = int(number), int(status), int(left)
        self.said = [text for text in said[0].split("\t") if text]

    def __str__(self):
        return f"{self.number}: {self.ended} {self.status}, output {self.output}, {self.left} files left: {' | '.join(self.said)[:600]}"

    def is_right(self, whole):
        """Nothing was lost, or nothing was written and the reason told."""
        if self.ended == "killed":
            return any(crash.search(text) for text in self.said if text.startswith("crash:") for crash in CRASHES)
        if self.left:
            return False
        if self.output == "same":
            return (self.status, self.said) == (whole.status, whole.said)
        return self.output == "none" and self.status == 2 and re.sub(r"^\S+: (?=error)", "", " ".join(self.said)) == SAID


@unittest.skipIf(SANITIZED, "the sanitizers have allocators of their own")
class ShortMemory(ProgramTest):
    def sweep(self, *arguments, first, step):
        self.run_program(*arguments, "-o", "out.pdf", timeout=7000, environment={
            "LD_PRELOAD": os.environ["SIDETAL_MEMORY_LIBRARY"], "SIDETAL_SWEEP": f"{first} {step} out.pdf runs.txt"})
        lines = (self.folder / "runs.txt").read_text(encoding="utf-8", errors="replace").splitlines()
        return [Run(line) for line in lines]

    def check(self, name, *options):
        self.write(name, (SAMPLES / name).read_bytes())
        self.check_run("render", name, *options)

    def check_run(self, *arguments):
        whole = self.sweep(*arguments, first=1_000_000_000, step=1)[0]
        self.assertGreater(whole.number, 1000)
        step = 1 if DEEP else whole.number // SAMPLE
        runs = self.sweep(*arguments, first=1 if DEEP else 1 + step // 2, step=step)[1:]
        self.assertGreaterEqual(len(runs), SAMPLE)
        wrong = [str(run) for run in runs if not run.is_right(whole)]
        self.assertEqual(wrong, [], f"{len(wrong)} of {len(runs)} runs")
        self.assertTrue(any(run.said for run in runs), "allocations fail")

    def test_agenda_json(self):
        self.check("agenda.json")

    def test_agenda_xml(self):
        self.check("agenda.xml", "--embed-data")

    def test_matrix_json(self):
        self.check("goal-matrix.json", "--embed-data")

    def test_pictures(self):
        shutil.copytree(SAMPLES / "pictures", self.folder / "pictures")
        self.check("pictures.json")

    def test_own_fonts(self):
        (self.folder / "f").mkdir()
        for style in ("Regular", "Bold"):
            shutil.copy(COMIC / f"ComicNeue-{style}.otf", self.folder / "f")
        self.write("s.json", b'{"base": "agenda", "font": {"family": "Comic Neue"}}')
        self.check("agenda.json", "--fonts", "f", "--style", "s.json")

    @unittest.skipUnless(os.environ.get("SIDETAL_SHEETS"), "built without spreadsheets")
    def test_sheets(self):
        self.check("follow-up.csv")
        self.run_program("export", "follow-up.csv", "--xlsx", "-o", "f.xlsx")
        self.check_run("import", "sheet", "f.xlsx")
        self.check_run("export", "f.xlsx", "--xlsx")

    def test_matrix_xml(self):
        self.check("goal-matrix.xml")


if __name__ == "__main__":
    unittest.main()
