"""Batches on disks that lose what was not synced, write less than they are asked to, or are full."""

import errno
import json
import os
import random
import shutil
import unittest

from batches import TIMES, BatchTest
from disk import Disk
from program import DONE, WARNINGS

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
        return {"LD_PRELOAD": LIBRARY, "SIDETAL_DISK": str(self.folder / "disk"), "SIDETAL_DISK_LOG": str(self.folder / "log")}

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
        for seed in range(10):
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


class Writing(DiskTest):
    def test_writes_may_be_cut_short_and_interrupted(self):
        self.make_whole(6)
        for seed in range(5 * TIMES):
            result, _, _ = self.logged("-j", "2", "--progress", "none", "--report", "disk/report.json", environment={"SIDETAL_DISK_CUT": str(seed)})
            self.assertDone(result)
            self.assertEqual((self.files("disk/out"), self.journal("disk/out")), (self.whole, self.whole_journal))
            self.assertEqual(self.hidden("disk/out"), HIDDEN)
            json.loads((self.folder / "disk" / "report.json").read_text())

    def test_a_disk_that_is_full_or_broken_at_any_moment_ends_it_and_resume_goes_on(self):
        self.make_whole(3)
        chance = random.Random(28)
        _, _, records = self.logged("--progress", "none")
        calls = sum(kind in "CWMS" for kind, *_ in records)
        for _ in range(30 * TIMES):
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


if __name__ == "__main__":
    unittest.main()
