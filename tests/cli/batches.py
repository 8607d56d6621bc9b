"""Batches that tests run: what they leave in their folders, and how they are held while they run."""

import errno
import json
import os
import sqlite3
import subprocess
import time
import unittest
from contextlib import closing

from program import NOBODY, ProgramTest

JOB = b'{"inputs": ["in"], "outputs": [{"name": "{stem}-{edition}.pdf"}, {"name": "{stem}-{edition}.pdf", "edition": "full"}]}'
TIMES = int(os.environ.get("SIDETAL_RANDOM_TIMES", "1"))


def agenda(title, items=10):
    return json.dumps({"document": "agenda", "date": "2021-10-26", "items": [{"title": title, "body": "Tekst. " * 50}] * items}).encode()


@unittest.skipUnless(os.environ.get("SIDETAL_BATCH"), "built without batches")
class BatchTest(ProgramTest):
    def setUp(self):
        super().setUp()
        (self.folder / "in").mkdir()

    def inputs(self, count, items=10):
        for i in range(count):
            self.write(f"in/{i:03}.json", agenda(f"Sag {i}", items))
        self.write("job.json", JOB)

    def batch(self, *arguments, **options):
        return self.run_program("batch", "job.json", "-o", "out", "--progress", "none", *arguments, **options)

    def files(self, folder="out"):
        return {path.name: path.read_bytes() for path in (self.folder / folder).iterdir() if not path.name.startswith(".")}

    def hidden(self, folder="out"):
        return sorted(path.name for path in (self.folder / folder).iterdir() if path.name.startswith("."))

    def journal(self, folder="out"):
        """What the journal says, but for times and counts of runs."""
        return self.query("SELECT name, input, state, input_hash, style_hash, policy_hash, options_hash, program, pages, bytes, file_hash, "
                          "pictures, messages FROM output ORDER BY name", folder)

    def query(self, words, folder="out"):
        with closing(sqlite3.connect(self.folder / folder / ".sidetal-batch.sqlite")) as database:
            return database.execute(words).fetchall()

    def start(self, *arguments, **options):
        return subprocess.Popen([str(self.program), "batch", "job.json", "-o", "out", *arguments], cwd=self.folder,
                                stderr=subprocess.PIPE, stdout=subprocess.PIPE, **options)

    def start_unprivileged(self, *arguments):
        rights = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        return self.start(*arguments, **rights)

    def job_of(self, *inputs, name="{stem}-{edition}.pdf"):
        """A job that takes its inputs in this order, also those that are no usual files."""
        outputs = [{"name": name}] if "{date}" in name else [{"name": name}, {"name": name, "edition": "full"}]
        self.write("job.json", json.dumps({"inputs": [f"in/{name}" for name in inputs], "outputs": outputs}).encode())

    def hold(self, name):
        """Makes an input at which a batch waits until it is fed."""
        os.mkfifo(self.folder / "held")
        (self.folder / "held").rename(self.folder / "in" / name)

    def await_reader(self, running, name):
        """Waits until the batch reads what holds it."""
        while True:
            self.assertIsNone(running.poll(), "ended before it was met")
            try:
                return os.open(self.folder / "in" / name, os.O_WRONLY | os.O_NONBLOCK)
            except OSError as error:
                if error.errno != errno.ENXIO:
                    raise
            time.sleep(0.005)

    def await_files(self, *names):
        """Waits until a batch has put these into its folder."""
        while not all((self.folder / "out" / name).exists() for name in names):
            time.sleep(0.005)

    def feed(self, pipe, name, data, hold_again=False):
        """Gives the input to the batch that waits for it; whoever reads it later finds a usual file, or waits too."""
        if hold_again:
            self.hold(name)
        else:
            self.write("fed", data)
            (self.folder / "fed").rename(self.folder / "in" / name)
        os.write(pipe, data)
        os.close(pipe)
