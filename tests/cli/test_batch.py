"""Batches: what is made, what is kept of it, and what is left where one is killed, stopped or cannot write."""

import json
import os
import pty
import random
import re
import resource
import signal
import subprocess
import time
import unittest
from pathlib import Path

from batches import JOB, TIMES, BatchTest, agenda
from program import DONE, FAILED, WARNINGS

SOURCE = Path(os.environ["SIDETAL_SOURCE_DIR"])


class Batch(BatchTest):
    def test_makes_what_render_makes(self):
        self.inputs(3)
        self.assertDone(self.batch())
        self.assertDone(self.run_program("render", "in/001.json", "-o", "alone.pdf"))
        self.assertEqual(self.files()["001-public.pdf"], (self.folder / "alone.pdf").read_bytes())
        self.assertEqual(len(self.files()), 6)
        self.assertEqual(self.hidden(), [".sidetal-batch.lock", ".sidetal-batch.sqlite"])

    def test_threads_change_no_byte(self):
        self.inputs(12)
        self.assertDone(self.batch("-j", "1"))
        one, journal = self.files(), self.journal()
        self.assertDone(self.run_program("batch", "job.json", "-o", "four", "-j", "4", "--progress", "none"))
        self.assertEqual(self.files("four"), one)
        self.assertEqual(self.journal("four"), journal)

    def test_dry_run_prints_the_plan_and_writes_nothing(self):
        self.inputs(2)
        result = self.run_program("batch", "job.json", "--dry-run")
        self.assertDone(result)
        rows = [line.split() for line in result.out.decode().splitlines()]
        self.assertEqual(rows, [["FILE", "INPUT", "EDITION", "STYLE"], ["000-public.pdf", "in/000.json", "public", "-"],
                                ["000-full.pdf", "in/000.json", "full", "-"], ["001-public.pdf", "in/001.json", "public", "-"],
                                ["001-full.pdf", "in/001.json", "full", "-"]])
        self.assertOnly("in", "job.json")

    def test_faults_of_the_job_are_told_with_their_places(self):
        self.write("job.json", b'{"inputs": ["nowhere.json"],\n "outputs": [{"style": "counsil"}]}')
        result = self.batch()
        self.assertEqual(result.status, FAILED)
        self.assertIn("[SID-S001]", result.err)
        self.assertIn("job.json:1:13: error: inputs[0]: 'nowhere.json' cannot be read: no such file or directory [SID-B010]", result.err)
        self.write("job.json", b'{"inputs": ["in"], "outputs": [{"editon": "full"}]}')
        result = self.batch()
        self.assertFails(result, "SID-I014", "outputs[0].editon")
        self.assertIn("'edition'", result.err)
        self.assertOnly("in", "job.json")

    def test_wrong_usage(self):
        self.inputs(1)
        for arguments in (["job.json"], ["-o", "out"], ["job.json", "-o", "out", "--shard", "3/2"], ["job.json", "-o", "out", "--shard", "x"],
                          ["job.json", "-o", "out", "-j", "0"], ["job.json", "-o", "out", "--durability", "much"]):
            self.assertFails(self.run_program("batch", *arguments), "SID-R023")

    def test_one_bad_document_stops_nothing(self):
        self.inputs(5)
        self.write("in/002.json", b"BAD")
        result = self.batch("--report", "report.json")
        self.assertFails(result, "SID-I006", "in/002.json")
        self.assertEqual(len(self.files()), 8)
        report = json.loads((self.folder / "report.json").read_text())
        self.assertEqual([report[key] for key in ("planned", "made", "kept", "failed", "left", "state")], [10, 8, 0, 2, 0, "ended"])
        self.assertEqual([entry["state"] for entry in report["files"]], ["failed"] * 2 + ["made"] * 8)
        self.assertEqual(report["files"][0]["messages"][0]["code"], "SID-I006")
        status = self.run_program("batch", "--status", "out")
        self.assertDone(status)
        self.assertEqual(status.out.decode().splitlines()[1].split(), ["1/1", "ended", "10", "8", "2", "0", "job.json"])

    def test_status_is_told_where_nothing_may_be_written(self):
        self.inputs(2)
        self.assertDone(self.batch())
        (self.folder / "out").chmod(0o555)
        status = self.run_program("batch", "--status", "out", unprivileged=True)
        (self.folder / "out").chmod(0o755)
        self.assertDone(status)
        self.assertIn(b"ended", status.out)

    def test_stops_at_failures_where_that_is_asked_for(self):
        self.inputs(30)
        for i in range(30):
            self.write(f"in/{i:03}.json", b"BAD")
        for arguments, most in ((["--fail-fast"], 2), (["--keep-going", "5"], 6)):
            result = self.batch("-j", "1", *arguments)
            self.assertEqual(result.status, FAILED)
            self.assertIn("[SID-B027]", result.err)
            run, state = self.query("SELECT max(id), state FROM run")[0]
            self.assertEqual(state, "stopped")
            self.assertLessEqual(self.query(f"SELECT count(*) FROM output WHERE run = {run}")[0][0], most)

    def test_warnings(self):
        self.inputs(1)
        self.write("in/000.json", b'{"document": "agenda", "WARN": 1, "date": "2021-10-26", "items": [{"title": "x"}]}')
        result = self.batch()
        self.assertEqual((result.status, len(result.messages)), (WARNINGS, 1), result.err)
        self.assertEqual(self.batch("--quiet").err, "")
        result = self.batch("--werror")
        self.assertEqual(result.status, FAILED)

    def test_resume_makes_what_changed(self):
        self.inputs(5)
        self.assertDone(self.batch())
        self.write("in/001.json", agenda("En anden sag"))
        (self.folder / "out" / "003-full.pdf").unlink()
        result = self.run_program("batch", "job.json", "-o", "out", "--resume", "--progress", "json")
        self.assertEqual(result.status, DONE, result.err)
        events = [json.loads(line) for line in result.out.decode().splitlines()]
        self.assertEqual(sorted(e["name"] for e in events if e["event"] == "made"), ["001-full.pdf", "001-public.pdf", "003-full.pdf"])
        self.assertEqual(sum(e["event"] == "kept" for e in events), 7)
        self.assertEqual([events[-1][key] for key in ("event", "planned", "made", "kept", "failed")], ["ended", 10, 3, 7, 0])

    def test_supplements_go_on_from_their_main_agendas(self):
        self.write("main.json", b'{"document": "agenda", "date": "2021-10-26", "items": [{"title": "Et"}, {"title": "To"}]}')
        self.write("in/s.json", b'{"document": "agenda", "date": "2021-10-26", "supplements": {"title": "Dagsorden", "file": "main.json"}, "items": [{"title": "Tre"}]}')
        (self.folder / "main.json").rename(self.folder / "in" / "main.json")
        self.write("job.json", b'{"inputs": ["in/s.json"]}')
        self.assertDone(self.batch())
        self.assertDone(self.run_program("render", "in/s.json", "-o", "s.pdf"))
        self.assertEqual(self.files()["s.pdf"], (self.folder / "s.pdf").read_bytes())
        before = self.files()
        self.assertDone(self.batch("--resume"))
        self.assertEqual(self.files(), before)
        self.write("in/main.json", b'{"document": "agenda", "date": "2021-10-26", "items": [{"title": "Et"}]}')
        self.assertDone(self.batch("--resume"))
        self.assertNotEqual(self.files(), before)

    def test_shards_make_each_file_once(self):
        self.inputs(10)
        self.assertDone(self.batch())
        whole = self.files()
        for shard in ("1/3", "2/3", "3/3"):
            self.assertDone(self.run_program("batch", "job.json", "-o", "parts", "--shard", shard, "--progress", "none"))
        self.assertEqual(self.files("parts"), whole)
        rows = self.run_program("batch", "--status", "parts").out.decode().splitlines()
        self.assertEqual([row.split()[0] for row in rows], ["SHARD", "1/3", "2/3", "3/3", "all"])
        self.assertEqual(rows[-1].split()[2:6], ["20", "20", "0", "0"])

    def test_a_broken_journal_is_set_aside(self):
        self.inputs(3)
        self.assertDone(self.batch())
        made = self.files()
        journal = self.folder / "out" / ".sidetal-batch.sqlite"
        for data, code in ((journal.read_bytes()[:5000], "SID-B022"), (b"x" * 10000, "SID-B022")):
            journal.write_bytes(data)
            result = self.batch("--resume")
            self.assertEqual(result.status, WARNINGS, result.err)
            self.assertIn(code, result.err)
            self.assertEqual(self.files(), made)
            self.assertDone(self.batch("--resume"))

    def test_two_batches_take_turns(self):
        self.inputs(3)
        self.hold("003.json")
        self.job_of("000.json", "001.json", "002.json", "003.json")
        first = self.start("-j", "1", "--progress", "none")
        pipe = self.await_reader(first, "003.json")
        self.assertFails(self.batch(), "SID-B021", f"process {first.pid} on ")
        second = self.start("--wait", "--resume", "--progress", "none")
        self.feed(pipe, "003.json", agenda("Sag 3"))
        for batch in (first, second):
            _, errors = batch.communicate()
            self.assertEqual(batch.returncode, DONE, errors)
        self.assertEqual(len(self.files()), 8)

    def test_folders_that_cannot_be_written(self):
        self.inputs(1)
        (self.folder / "out").mkdir(mode=0o555)
        self.assertFails(self.batch(unprivileged=True), "SID-B020", "out: error: cannot be used: permission denied")
        self.write("file", b"x")
        self.assertFails(self.run_program("batch", "job.json", "-o", "file"), "SID-B020", "not a directory")

    def test_a_full_disk_ends_it_and_resume_goes_on(self):
        self.inputs(8)
        self.assertDone(self.batch())
        whole, journal = self.files(), self.journal()
        sizes = sorted(len(data) for data in whole.values())
        (self.folder / "out").rename(self.folder / "whole")
        result = self.batch(limits=[(resource.RLIMIT_FSIZE, sizes[0] - 100)])  # no file may be as long
        self.assertEqual(result.status, FAILED)
        self.assertRegex(result.err, r"SID-B02[45]")
        self.assertEqual(self.files(), {})
        self.assertEqual([name for name in self.hidden() if name.endswith(".tmp")], [])
        self.assertDone(self.batch("--resume"))
        self.assertEqual((self.files(), self.journal()), (whole, journal))

    def test_inputs_may_change_while_it_runs(self):
        for i in (0, 2):
            self.write(f"in/{i:03}.json", agenda("Sag"))
        self.hold("001.json")
        self.job_of("000.json", "001.json", "002.json", name="{stem}-{date}.pdf")
        running = self.start("-j", "1", "--progress", "none")
        self.feed(self.await_reader(running, "001.json"), "001.json", agenda("Sag"), hold_again=True)  # for its name
        pipe = self.await_reader(running, "001.json")
        self.write("in/002.json", agenda("Sag").replace(b"2021", b"2022"))
        self.feed(pipe, "001.json", agenda("Sag"))
        _, errors = running.communicate()
        self.assertEqual(running.returncode, FAILED)
        self.assertIn(b"[SID-B026]", errors)
        self.assertEqual(sorted(self.files()), ["000-2021-10-26.pdf", "001-2021-10-26.pdf"])
        self.assertDone(self.batch("--resume"))
        self.assertIn("002-2022-10-26.pdf", self.files())

    def test_the_sample(self):
        result = self.run_program("batch", SOURCE / "samples" / "batch" / "job.json", "-o", "out", "--progress", "none")
        self.assertIn(result.status, (DONE, WARNINGS), result.err)
        self.assertEqual(len(self.files()), 8)
        self.assertIn("2026-11-18-Byrådet-minutes-members.pdf", self.files())


class Stopped(BatchTest):
    def test_kills_at_random_moments_lose_nothing(self):
        self.inputs(12)
        self.assertDone(self.batch())
        whole, journal = self.files(), self.journal()
        (self.folder / "out").rename(self.folder / "whole")
        chance = random.Random(14)
        kills = 0
        longest = 1  # seconds that one may take before it is killed: as long as the last that ended by itself
        while kills < 40 * TIMES:
            begun = time.monotonic()
            cut = {"LD_PRELOAD": os.environ["SIDETAL_DISK_LIBRARY"], "SIDETAL_DISK": str(self.folder), "SIDETAL_DISK_CUT": str(kills),  # writes
                   "ASAN_OPTIONS": "verify_asan_link_order=0"}
            running = self.start("--resume", "-j", "2", "--progress", "none", "--durability", chance.choice(("none", "group", "each")),
                                 env=dict(os.environ) | chance.choice(({}, cut)))
            try:
                running.wait(chance.uniform(0, longest))
                longest = max(0.9 * (time.monotonic() - begun), 0.002)
            except subprocess.TimeoutExpired:
                running.kill()
                kills += 1
                longest *= 1.05
            running.communicate()
            for name, data in self.files().items() if (self.folder / "out").exists() else ():
                self.assertEqual(data, whole[name], "a file is whole or not there")
            for name in self.files() if (self.folder / "out").exists() else ():
                if chance.random() < 0.7:
                    (self.folder / "out" / name).unlink()
        self.assertDone(self.batch("--resume"))
        self.assertEqual(self.hidden(), [".sidetal-batch.lock", ".sidetal-batch.sqlite"])
        self.assertEqual((self.files(), self.journal()), (whole, journal))

    def wait_for_files(self):
        while not (self.folder / "out").exists() or not self.files():
            time.sleep(0.01)

    def test_interrupt_finishes_what_is_being_made(self):
        self.inputs(6)
        self.job_of("000.json", "001.json", "002.json", "003.json", "004.json", "005.json")
        for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            for held in ("001.json", "002.json"):
                self.hold(held)
            running = self.start("-j", "2")
            pipes = [(self.await_reader(running, held), held) for held in ("001.json", "002.json")]
            running.send_signal(number)
            said = b""
            while b"stopping" not in said:
                line = running.stderr.readline()
                self.assertTrue(line, said)
                said += line
            for pipe, held in pipes:
                self.feed(pipe, held, agenda(held))
            _, errors = running.communicate()
            self.assertEqual(running.returncode, status, errors)
            self.assertIn(b"stopping: what is being made is finished", said)
            self.assertRegex(errors, rb"12 planned: [2-6] made, ([6-9]|10) left, ")
            self.assertEqual(self.hidden(), [".sidetal-batch.lock", ".sidetal-batch.sqlite"])
            self.assertEqual({row[0] for row in self.journal() if row[2] == "made"}, set(self.files()))
            for path in (self.folder / "out").iterdir():
                path.unlink()
        self.assertDone(self.batch())
        self.assertEqual(len(self.files()), 12)

    def test_a_second_signal_ends_it_at_once_and_leaves_nothing_half_written(self):
        self.inputs(150)
        chance = random.Random(15)
        for _ in range(10 * TIMES):
            running = self.start("-j", "2", "--quiet", "--durability", "none")
            self.wait_for_files()
            time.sleep(chance.uniform(0, 0.1))
            running.send_signal(signal.SIGINT)
            time.sleep(chance.uniform(0, 0.002))
            running.send_signal(signal.SIGINT)
            running.communicate()
            self.assertIn(running.returncode, (DONE, 130, -signal.SIGINT), "the last: where it had ended and cleaned up already")
            self.assertEqual([name for name in self.hidden() if name.endswith(".tmp")], [])
            for path in (self.folder / "out").iterdir():
                path.unlink()

    def test_a_signal_before_anything_is_made_ends_it_at_once(self):
        self.inputs(2)
        self.hold("002.json")
        self.job_of("000.json", "002.json", "001.json", name="{stem}-{date}.pdf")
        for number, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            running = self.start("--resume")
            pipe = self.await_reader(running, "002.json")  # for its name
            running.send_signal(number)
            _, errors = running.communicate()
            os.close(pipe)
            self.assertEqual((running.returncode, errors), (status, b"stopped before anything was made\n"))
            self.assertOnly("in", "job.json")

    def test_a_signal_ends_it_while_it_waits_for_another(self):
        self.inputs(2)
        self.hold("002.json")
        self.job_of("000.json", "002.json")
        first = self.start("--progress", "none")
        pipe = self.await_reader(first, "002.json")
        second = self.start("--wait", "--quiet")
        lock = str((self.folder / "out" / ".sidetal-batch.lock").resolve())
        while lock not in {os.readlink(link) for link in Path(f"/proc/{second.pid}/fd").iterdir() if link.is_symlink()}:
            time.sleep(0.005)
        second.send_signal(signal.SIGINT)
        self.assertEqual((second.communicate(), second.returncode), ((b"", b""), 130))
        self.feed(pipe, "002.json", agenda("Sag"))
        _, errors = first.communicate()
        self.assertEqual((first.returncode, errors), (DONE, b""))

    def test_status_tells_what_runs_from_what_was_killed(self):
        self.inputs(1)
        self.hold("001.json")
        self.job_of("000.json", "001.json")
        running = self.start("--progress", "none")
        pipe = self.await_reader(running, "001.json")

        def state():
            return re.split("  +", self.run_program("batch", "--status", "out").out.decode().splitlines()[1])[1]

        self.assertEqual(state(), "running")
        running.kill()
        running.communicate()
        os.close(pipe)
        self.assertEqual(state(), "broken off")
        (self.folder / "in" / "001.json").unlink()
        self.write("in/001.json", agenda("Sag 1"))
        self.assertDone(self.batch("--resume"))
        self.assertEqual(state(), "ended")

    def test_a_second_signal_waits_for_no_input(self):
        self.inputs(3)
        self.hold("002.json")
        self.job_of("000.json", "001.json", "002.json")
        running = self.start("-j", "2", "--progress", "none")
        pipe = self.await_reader(running, "002.json")
        running.send_signal(signal.SIGINT)
        self.assertIn(b"stopping", running.stderr.readline())
        running.send_signal(signal.SIGINT)
        running.communicate()
        os.close(pipe)
        self.assertEqual(running.returncode, 130)
        self.assertEqual([name for name in self.hidden() if name.endswith(".tmp")], [])

    def test_watching_makes_what_changes(self):
        self.inputs(3)
        running = self.start("--watch", "--progress", "json")
        made = []

        def await_end():
            while True:
                event = json.loads(running.stdout.readline())
                if event["event"] == "made":
                    made.append(event["name"])
                elif event["event"] == "ended":
                    return

        await_end()
        self.assertEqual(len(made), 6)
        made.clear()
        self.write("in/001.json", agenda("En anden sag"))
        await_end()
        self.assertEqual(sorted(made), ["001-full.pdf", "001-public.pdf"])
        made.clear()
        self.write("job.json", JOB[:-2] + b', {"name": "{stem}-m.pdf", "edition": "members"}]}')
        await_end()
        self.assertEqual(len(made), 3)
        running.send_signal(signal.SIGINT)
        running.communicate()
        self.assertEqual(running.returncode, 130)
        self.assertEqual(len(self.files()), 9)

    def test_a_terminal_has_one_line(self):
        self.inputs(3)
        self.hold("003.json")
        self.job_of("000.json", "003.json", "001.json", "002.json")
        master, slave = pty.openpty()
        running = subprocess.Popen([str(self.program), "batch", "job.json", "-o", "out", "-j", "1"], cwd=self.folder, stderr=slave)
        os.close(slave)
        pipe = self.await_reader(running, "003.json")
        time.sleep(0.2)  # as long as it takes until a line is shown again
        self.feed(pipe, "003.json", agenda("Sag 3"))
        shown = b""
        while True:
            try:
                piece = os.read(master, 4096)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            shown += piece
        os.close(master)
        self.assertEqual(running.wait(), DONE)
        self.assertRegex(shown, rb"\d+ of 8: \d+ made, .*\r\x1b\[K")
        self.assertRegex(shown, rb"8 planned: 8 made, \d+ pages, ")
        self.assertEqual(shown.count(b"\n"), 1)


if __name__ == "__main__":
    unittest.main()
