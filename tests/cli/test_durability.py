"""Batches on disks that lose what was not synced, write less than they are asked to, or are full."""

import errno
import json
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import unittest
from contextlib import closing

from batches import TIMES, BatchTest, agenda
from disk import Disk
from program import DONE, FAILED, SANITIZED, WARNINGS

LIBRARY = os.environ["SIDETAL_DISK_LIBRARY"]
HIDDEN = [".sidetal-batch.lock", ".sidetal-batch.sqlite"]


class DiskTest(BatchTest):
    """Batches into the folder disk/out, of which only `disk` is sure to be on the disk."""

    def setUp(self):
        super().setUp()
        (self.folder / "disk").mkdir()

    def logged(self, *arguments, environment=None):
        """Runs a batch; what came of it, and what may be left of it."""
        disk = Disk(self.folder / "disk")
        result = self.run_program("batch", "job.json", "-o", "disk/out", *arguments, environment=self.preloaded() | (environment or {}))
        return result, disk, Disk.records((self.folder / "log").read_bytes())

    def preloaded(self):
        return {"LD_PRELOAD": LIBRARY, "SIDETAL_DISK": str(self.folder / "disk"), "SIDETAL_DISK_LOG": str(self.folder / "log"),
                "ASAN_OPTIONS": "verify_asan_link_order=0"}

    def there(self):
        out = self.folder / "disk" / "out"
        return {path.name: path.read_bytes() for path in out.glob("*.pdf")} if out.exists() else {}

    def resume(self, *allowed):
        """Goes on, and says what was made: all of it is then there, as if nothing had happened."""
        result = self.run_program("batch", "job.json", "-o", "disk/out", "--resume", "--progress", "json")
        self.assertIn(result.status, (DONE, *allowed), result.err)
        self.assertEqual(self.hidden("disk/out") if not allowed else [name for name in self.hidden("disk/out") if not name.endswith(".aside")], HIDDEN)
        self.assertEqual((self.files("disk/out"), self.journal("disk/out")), (self.whole, self.whole_journal))
        events = [json.loads(line) for line in result.out.splitlines()]
        return {event["name"] for event in events if event["event"] == "made"}

    def make_whole(self, count):
        self.inputs(count)
        self.assertDone(self.batch())
        self.whole, self.whole_journal = self.files(), self.journal()


class PowerLoss(DiskTest):
    def lose_power_often(self, durability, promised):
        """`promised`: of what a batch did up to a moment, the names of the files that are surely whole and known after a power loss."""
        self.make_whole(6)
        chance = random.Random(durability)
        for _ in range(14 * TIMES):
            result, disk, records = self.logged("--resume", "-j", "2", "--progress", "json", "--durability", durability)
            self.assertIn(result.status, (DONE, WARNINGS), result.err)
            moment = chance.randrange(len(records) + 1) if chance.random() < 0.9 else len(records)
            disk.replay(records[:moment])
            seed = chance.random()
            try:
                self.lose_power(disk, seed, promised(disk, moment == len(records)), durability)
            except AssertionError as error:
                raise AssertionError(f"{durability}, {moment} of {len(records)}, {seed}: {error}") from error
            for name in self.there():  # the next one goes on from there
                if chance.random() < 0.5:
                    (self.folder / "disk" / "out" / name).unlink()

    def lose_power(self, disk, seed, promised, durability="group"):
        disk.lose_power(self.folder / "disk", random.Random(seed))
        there = self.there()
        for name in there if durability != "none" else promised:
            self.assertEqual(there[name], self.whole[name], "is whole, or not there")
        shutil.copytree(self.folder / "disk", self.folder / "left")
        made = self.resume(*(WARNINGS,) if durability == "none" else ())
        self.assertEqual(made & promised, set(), "what was promised is not made again")
        shutil.rmtree(self.folder / "disk")
        (self.folder / "left").rename(self.folder / "disk")

    def made_by(self, disk):
        return {event["name"] for event in map(json.loads, disk.printed.splitlines()) if event["event"] == "made"}

    def test_each_file_that_is_told_of_is_there(self):
        self.lose_power_often("each", lambda disk, _: self.made_by(disk))

    def test_all_files_of_a_group_are_there_at_its_end(self):
        self.lose_power_often("group", lambda disk, ended: self.made_by(disk) if ended else set())

    def test_nothing_is_taken_for_whole_where_nothing_is_promised(self):
        self.lose_power_often("none", lambda disk, ended: set())

    def test_what_is_kept_is_there_at_the_end(self):
        self.make_whole(3)
        for seed in range(5):
            result, disk, records = self.logged("--durability", "none")
            disk.replay(records)
            for path, node in ((path, path.stat().st_ino) for path in (self.folder / "disk").rglob("*")):
                self.assertIn(node, disk.nodes, path)
            result, _, records = self.logged("--resume", "--progress", "json")
            self.assertDone(result)
            disk.replay(records)
            self.assertEqual(self.made_by(disk), set())
            self.lose_power(disk, seed, set(self.whole))
            shutil.rmtree(self.folder / "disk")
            (self.folder / "disk").mkdir()

    def test_what_is_kept_is_not_waited_for(self):
        self.make_whole(20)
        self.assertDone(self.logged("--progress", "none")[0])
        result, _, records = self.logged("--resume", "--progress", "none", "--durability", "each")
        self.assertDone(result)
        self.assertLess(sum(kind == "S" for kind, *_ in records), 20)


class Writing(DiskTest):
    def test_writes_may_be_cut_short_and_interrupted(self):
        self.make_whole(6)
        for seed in range(4 * TIMES):
            result, _, _ = self.logged("-j", "2", "--progress", "none", "--report", "disk/report.json", environment={"SIDETAL_DISK_CUT": str(seed)})
            self.assertDone(result)
            self.assertEqual((self.files("disk/out"), self.journal("disk/out")), (self.whole, self.whole_journal))
            self.assertEqual(self.hidden("disk/out"), HIDDEN)
            json.loads((self.folder / "disk" / "report.json").read_text())

    def test_few_files_may_be_open(self):
        self.inputs(60, items=1)
        self.assertDone(self.batch("-j", "2", limits=[(resource.RLIMIT_NOFILE, 32)]))
        self.assertEqual(len(self.files()), 120)

    def test_a_disk_that_is_full_or_broken_at_any_moment_ends_it_and_resume_goes_on(self):
        self.make_whole(3)
        chance = random.Random(28)
        _, _, records = self.logged("--progress", "none")
        calls = sum(kind in "CWMS" for kind, *_ in records)
        for _ in range(20 * TIMES):
            shutil.rmtree(self.folder / "disk" / "out", ignore_errors=True)
            moment, error = chance.randrange(1, calls), chance.choice((errno.ENOSPC, errno.EIO, errno.EDQUOT))
            durability = chance.choice(("none", "group", "each"))
            with self.subTest(moment=moment, error=error, durability=durability):
                result, _, _ = self.logged("--progress", "none", "--durability", durability, environment={"SIDETAL_DISK_FAILS": f"{moment} {error}"})
                there = self.there()
                for name, data in there.items():
                    self.assertEqual(data, self.whole[name], "is whole, or not there")
                if result.status == DONE:  # without syncs there are fewer calls
                    self.assertEqual(there, self.whole)
                else:
                    self.assertEqual(len(result.messages), 1, result.err)
                    self.assertRegex(result.err, r"^disk/out[^ ]*: error: .*\[SID-B02[045]\]")
                if (self.folder / "disk" / "out").exists():
                    self.assertEqual([name for name in self.hidden("disk/out") if name.endswith(".tmp")], [])
                self.resume()

    def test_a_small_disk(self):
        if subprocess.run(["unshare", "-m", "mount", "-t", "tmpfs", "none", self.folder / "disk"], capture_output=True, check=False).returncode != 0:
            self.skipTest("may not mount")
        self.make_whole(3)
        run = """mount -t tmpfs -o size=$1k none disk || exit 77
            "$0" batch job.json -o disk/out -j 1 --progress none; echo $? > status
            rm -rf first second; cp -a disk/out first
            mount -o remount,size=10m disk
            "$0" batch job.json -o disk/out --resume --progress none || exit 78
            cp -a disk/out second"""
        full = set()
        for size in range(20, 320, 40):
            result = subprocess.run(["unshare", "-m", "sh", "-c", run, self.program, str(size)], cwd=self.folder, capture_output=True, check=False)
            errors = result.stderr.decode()
            self.assertEqual(result.returncode, 0, errors)
            if (self.folder / "status").read_text() != f"{DONE}\n":
                self.assertRegex(errors, r"^disk/out[^ ]*: error: .*\[SID-B02[45]\]\n$")
                full.add(errors[-10:-2])
            for name, data in self.files("first").items():
                self.assertEqual(data, self.whole[name], "is whole, or not there")
            self.assertEqual([name for name in self.hidden("first") if name.endswith(".tmp")], [])
            self.assertEqual((self.files("second"), self.journal("second"), self.hidden("second")), (self.whole, self.whole_journal, HIDDEN))
        self.assertEqual(full, {"SID-B024", "SID-B025"})


class Changing(DiskTest):
    """What happens to a batch's files while it runs, or between its runs. One that runs is held at its third input."""

    def held(self, start=None):
        self.make_whole(4)
        shutil.rmtree(self.folder / "out")
        (self.folder / "in" / "002.json").unlink()
        self.hold("002.json")
        self.job_of("000.json", "001.json", "002.json", "003.json")
        running = (start or self.start)("-j", "1", "--progress", "none")
        pipe = self.await_reader(running, "002.json")
        self.await_files("000-public.pdf", "000-full.pdf", "001-public.pdf", "001-full.pdf")
        return running, pipe

    def end(self, running, pipe):
        self.feed(pipe, "002.json", agenda("Sag 2"))
        _, errors = running.communicate()
        self.assertEqual(running.returncode, FAILED, errors)
        return errors.decode()

    def assertResumed(self, *messages, options=()):
        result = self.batch("--resume", *options)
        self.assertEqual(result.status, WARNINGS if messages else DONE, result.err)
        for message in messages:
            self.assertIn(message, result.err)
        self.assertEqual((self.files(), self.journal()), (self.whole, self.whole_journal))

    def test_a_folder_that_is_removed(self):
        running, pipe = self.held()
        shutil.rmtree(self.folder / "out")
        self.assertRegex(self.end(running, pipe), r"^out/[^ ]+: error: .*\[SID-B02[45]\]\n$")
        self.assertFalse((self.folder / "out").exists())
        self.assertResumed()

    def test_a_folder_that_becomes_another(self):
        running, pipe = self.held()
        (self.folder / "out").rename(self.folder / "moved")
        (self.folder / "out").mkdir()
        self.feed(pipe, "002.json", agenda("Sag 2"))
        running.communicate()
        self.assertEqual(self.files(), {}, "it goes on in the one that it holds")
        self.assertEqual([name for name in self.hidden("moved") if name.endswith(".tmp")], [])

    def test_a_folder_that_becomes_read_only(self):
        (self.folder / "in").chmod(0o755)
        running, pipe = self.held(self.start_unprivileged)
        (self.folder / "out").chmod(0o555)
        self.assertRegex(self.end(running, pipe), r"^out/[^ ]+: error: .*: permission denied \[SID-B024\]\n$")
        self.assertEqual(len(self.files()), 4)
        (self.folder / "out").chmod(0o755)
        self.assertResumed()
        self.assertEqual(self.hidden(), HIDDEN)

    def test_an_input_that_is_removed(self):
        running, pipe = self.held()
        (self.folder / "in" / "003.json").rename(self.folder / "003.json")
        self.assertRegex(self.end(running, pipe), r"^in/003.json: error: .*no such file or directory \[SID-R010\]\n$")
        self.assertEqual(len(self.files()), 6)
        (self.folder / "003.json").rename(self.folder / "in" / "003.json")
        self.assertResumed()

    def test_a_clock_that_is_set_back(self):
        self.make_whole(2)
        for seconds, changed in ((3_000_000_000, None), (-1_000_000_000, None), (-1_000_000_000, "in/000.json")):
            if changed:
                was = (self.folder / changed).stat()
                self.write(changed, agenda("Gas 0"))  # as long as before
                os.utime(self.folder / changed, ns=(was.st_atime_ns, was.st_mtime_ns))
            result = self.run_program("batch", "job.json", "-o", "out", "--resume", "--progress", "json",
                                      environment={"LD_PRELOAD": os.environ["SIDETAL_CLOCK_LIBRARY"], "SIDETAL_CLOCK": str(seconds),
                                                   "ASAN_OPTIONS": "verify_asan_link_order=0"})
            self.assertEqual((result.status, result.err), (DONE, ""))
            self.assertEqual(json.loads(result.out.splitlines()[-1])["made"], 2 if changed else 0)
        self.assertDone(self.run_program("batch", "--status", "out"))
        times = self.query("SELECT started FROM run ORDER BY id")
        self.assertGreater(times[1][0] - times[2][0], 3_000_000_000, "the clock was another one")

    def test_a_journal_of_another_version(self):
        self.make_whole(2)
        expected = self.query("PRAGMA user_version")[0][0]
        for version in (expected - 1, expected + 1):
            with closing(sqlite3.connect(self.folder / "out" / HIDDEN[1])) as database:
                database.execute(f"PRAGMA user_version = {version}")
            self.assertResumed("[SID-B023]", f"is of version {version}, expected {expected}")
        for tables in ("CREATE TABLE output (name TEXT PRIMARY KEY, made INTEGER)", "CREATE TABLE run (id INTEGER PRIMARY KEY)"):
            (self.folder / "out" / HIDDEN[1]).unlink()
            with closing(sqlite3.connect(self.folder / "out" / HIDDEN[1])) as database:
                database.execute(tables)
            self.assertResumed("[SID-B023]", f"is of version 0, expected {expected}")
            self.assertResumed()

    def test_a_journal_that_is_cut_off_anywhere(self):
        self.make_whole(8)
        journal = self.folder / "out" / HIDDEN[1]
        data = journal.read_bytes()
        chance = random.Random(29)
        for _ in range(10 * TIMES):
            cut = chance.randrange(len(data))
            journal.write_bytes(data[:cut] + (bytes(len(data) - cut) if chance.random() < 0.3 else b""))
            with self.subTest(cut=cut, of=len(data)):
                result = self.batch("--resume")
                self.assertIn(result.status, (DONE, WARNINGS), result.err)
                self.assertEqual((self.files(), self.journal()), (self.whole, self.whole_journal))


class Many(BatchTest):
    COUNT = 100_000 if "SIDETAL_RANDOM_TIMES" in os.environ else 300

    def measured(self, *arguments):
        """What a batch says at its end, and its most memory in MB."""
        running = self.start("-j", "2", "--progress", "json", *arguments)
        last = b""
        for line in running.stdout:
            last = line
        errors = running.stderr.read()
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        running.stdout.close()
        running.stderr.close()
        self.assertEqual((running.returncode, errors), (DONE, b""))
        return json.loads(last), used.ru_maxrss / 1024

    def test_a_hundred_thousand_inputs(self):
        for i in range(self.COUNT):
            self.write(f"in/{i:06}.json", b'{"document": "agenda", "date": "2021-10-26", "items": [{"title": "Sag %d"}]}' % i)
        self.write("job.json", b'{"inputs": ["in"]}')
        for arguments, key in (((), "made"), (("--resume",), "kept")):
            end, memory = self.measured(*arguments)
            self.assertEqual((end["event"], end[key]), ("ended", self.COUNT))
            if not SANITIZED:
                self.assertLess(memory, 60 + 20 * 2)
        self.assertEqual(sum(path.suffix == ".pdf" for path in (self.folder / "out").iterdir()), self.COUNT)
        shutil.rmtree(self.folder / "out")  # none of them is read back


if __name__ == "__main__":
    unittest.main()
