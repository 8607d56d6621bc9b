"""sidetal.dask: a batch on a cluster whose workers are processes of this machine, one of which is killed."""

import importlib.util
import json
import os
import re
import signal
import sys
import threading
import time
import unittest
from pathlib import Path

SOURCE = Path(os.environ["SIDETAL_SOURCE_DIR"])
DEBIANS = "/usr/bin/python3"  # has what Debian's packages brought; another one may not

if not importlib.util.find_spec("distributed") and sys.executable != DEBIANS and os.access(DEBIANS, os.X_OK):
    os.execv(DEBIANS, [DEBIANS, "-B", *sys.argv])

sys.path.insert(0, str(SOURCE / "bindings" / "python"))
os.environ["PYTHONPATH"] = str(SOURCE / "bindings" / "python")
os.environ["PYTHONDONTWRITEBYTECODE"] = "1"

from batches import BatchTest, agenda  # noqa: E402
from program import DONE  # noqa: E402

try:
    import distributed
    import sidetal.dask
except ImportError:
    distributed = None


class Call(threading.Thread):
    """A call of run() beside the test; alive is to it what running is to a process."""

    def __init__(self, *arguments, **options):
        super().__init__(daemon=True)
        self.arguments, self.options = arguments, options
        self.report = self.error = None
        self.start()

    def run(self):
        try:
            self.report = sidetal.dask.run(*self.arguments, **self.options)
        except Exception as error:  # told by the test
            self.error = error

    def poll(self):
        return None if self.is_alive() else self.error or self.report


def reader_of(path, *others):
    """The process that has a pipe open, or comes to open it, and is none of the others; and its parent."""
    others = {os.getpid(), *others}
    while True:
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if int(process.name) not in others and any(os.path.samefile(file, path) for file in (process / "fd").iterdir()):
                    return int(process.name), int(re.search(r"^PPid:\s*(\d+)", (process / "status").read_text(), re.MULTILINE)[1])
            except OSError:  # ended meanwhile, or not ours, or has something open that is no file
                pass
        time.sleep(0.005)


@unittest.skipUnless(distributed, "distributed is not installed")
class Dask(BatchTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        try:
            cls.cluster = distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None,
                                                   local_directory=cls.home.name)
            cls.client = distributed.Client(cls.cluster)
        except (OSError, RuntimeError, TimeoutError) as error:  # where processes may not talk to each other
            super().tearDownClass()
            raise unittest.SkipTest(f"no cluster can be started here: {error}") from error

    @classmethod
    def tearDownClass(cls):
        cls.client.close()
        cls.cluster.close()
        super().tearDownClass()

    def path(self, name):
        return self.folder / name

    def run_dask(self, folder="out", shards=2, **options):
        return Call(self.path("job.json"), self.path(folder), shards, self.client, program=str(self.program), **options)

    def ended(self, call):
        call.join()
        if call.error:
            raise call.error
        return call.report

    def test_makes_what_one_program_makes(self):
        self.inputs(10)
        self.write("in/003.json", b"BAD")
        self.write("in/004.json", b'{"document": "agenda", "WARN": 1, "date": "2021-10-26", "items": [{"title": "x"}]}')
        self.batch()
        report = self.ended(self.run_dask("parts", 3))
        self.assertEqual((report.planned, report.made, report.kept, report.failed, report.complete), (20, 18, 0, 2, False))
        self.assertEqual([(file["input"][-8:], file["state"]) for file in report.files],
                         [("003.json", "failed")] * 2 + [("004.json", "made")] * 2)
        self.assertEqual(self.files("parts"), self.files())

    def test_goes_on_where_a_worker_was_killed(self):
        names = [f"{i:03}.json" for i in range(12)]
        self.inputs(len(names))
        outputs = [{"name": "{stem}.pdf"}]
        self.write("job.json", json.dumps({"inputs": [f"in/{name}" for name in names], "outputs": outputs}).encode())
        self.assertDone(self.batch())
        whole = self.files()
        part = self.run_program("batch", "job.json", "--dry-run", "--shard", "1/2").out.decode().split("\n")[1:-1]
        self.assertIn(len(part), range(2, len(names)), "both have work")
        held = part[-1].split()[0].replace(".pdf", ".json")  # the last that this part makes
        (self.path("in") / held).unlink()
        self.hold(held)

        call = self.run_dask("parts")
        pipe = self.await_reader(call, held)
        program, worker = reader_of(self.path("in") / held)
        os.kill(worker, signal.SIGKILL)  # and the program with it
        _, other = reader_of(self.path("in") / held, program)
        self.assertNotEqual(other, worker)
        self.feed(pipe, held, agenda(f"Sag {int(held[:3])}"))
        report = self.ended(call)
        self.assertTrue(report.complete)
        self.assertEqual((report.planned, report.failed, [shard.status for shard in report.shards]), (len(names), 0, [DONE] * 2))
        self.assertEqual(self.files("parts"), whole)
        self.assertNotIn(".tmp", "".join(self.hidden("parts")))

        again = self.ended(self.run_dask("parts"))
        self.assertEqual((again.made, again.kept), (0, len(names)))

    def test_what_no_worker_can_do_is_raised(self):
        self.write("job.json", b'{"inputs": ["nowhere.json"]}')
        with self.assertRaisesRegex(sidetal.dask.BatchError, "SID-B010"):
            self.ended(self.run_dask())
        with self.assertRaisesRegex(ValueError, "expected 1 or more"):
            self.ended(self.run_dask(shards=0))

    def test_a_program_that_is_killed_is_tried_again_and_then_told(self):
        self.inputs(1)
        (self.path("in") / "000.json").unlink()
        self.hold("000.json")
        call = self.run_dask(shards=1, retries=1)
        pipe = self.await_reader(call, "000.json")
        first, _ = reader_of(self.path("in") / "000.json")
        os.kill(first, signal.SIGKILL)
        second, _ = reader_of(self.path("in") / "000.json", first)
        os.kill(second, signal.SIGKILL)
        with self.assertRaisesRegex(sidetal.dask.ShardEnded, "part 1 ended with status -9"):
            self.ended(call)
        os.close(pipe)

    def test_version_is_that_of_the_program(self):
        version = re.search(r"^version = \"(.*)\"", (SOURCE / "bindings/python/pyproject.toml").read_text(), re.MULTILINE)[1]
        self.assertEqual(version, sidetal.__version__)
        self.assertIn(version, self.run_program("--version").out.decode())


if __name__ == "__main__":
    unittest.main()
