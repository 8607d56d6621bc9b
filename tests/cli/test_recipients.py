"""Copies for recipients: who gets what of a batch, under which name, and what is told of a list."""

import json
import os
import re
import subprocess
import unittest
from pathlib import Path

from batches import BatchTest
from program import DONE, FAILED, WARNINGS, objects

SOURCE = Path(os.environ["SIDETAL_SOURCE_DIR"])
LIST = "\ufeffNavn;Udvalg;Udgave;Medlem\r\nAnn Ask;Økonomiudvalget|Byrådet;lukket;Ann Ask\r\nBo Berg;Byrådet;lukket;Bo Berg\r\nPressen;;åben;\r\n"
JOB = {"inputs": ["in"], "recipients": {"file": "m.csv"}}
WORDS = "Hemmeligheden"  # of what is closed


def paper(committee, disqualified=None, title="Sag"):
    people = [{"name": "Ann Ask"}, {"name": "Bo Berg"}]
    out = {"document": "minutes", "date": "2026-10-26", "committee": {"name": committee}, "meeting": {"participants": people},
           "items": [{"title": title, "body": "Tekst."}, {"title": "Lukket", "access": "closed", "body": WORDS + "."}]}
    if disqualified:
        out["meeting"]["attendance"] = [{"event": "disqualified", "person": {"name": disqualified}, "item": "2"}]
    return json.dumps(out).encode()


class Recipients(BatchTest):
    def job(self, list_of=LIST, job=None, **papers):
        for name, document in (papers or {"b": paper("Byrådet", "Bo Berg"), "o": paper("Økonomiudvalget")}).items():
            self.write(f"in/{name}.json", document)
        self.write("m.csv", list_of if isinstance(list_of, bytes) else list_of.encode())
        self.write("job.json", json.dumps(job or JOB).encode())

    def text(self, name):
        return subprocess.run(["pdftotext", f"out/{name}", "-"], cwd=self.folder, capture_output=True, check=True).stdout.decode()

    def test_each_gets_what_is_for_him_and_nobody_else_is_in_it(self):
        self.job()
        self.assertDone(self.batch())
        self.assertEqual(sorted(self.files()), ["b-Ann Ask.pdf", "b-Bo Berg.pdf", "b-Pressen.pdf", "o-Ann Ask.pdf", "o-Pressen.pdf"])
        self.assertEqual([WORDS in self.text(f"{stem}-{who}.pdf") for stem, who in
                          (("b", "Ann Ask"), ("b", "Bo Berg"), ("b", "Pressen"), ("o", "Ann Ask"), ("o", "Pressen"))], [True, False, False, True, False])
        for name, data in self.files().items():
            who = name[2:-4]
            self.assertIn(f"Eksemplar til {who}", self.text(name))
            self.assertEqual(re.findall("Eksemplar til ([A-Za-z ]+)", self.text(name)), [who])
            self.assertNotIn(b"m.csv", data)

    def test_a_copy_has_the_bytes_of_one_rendered_alone(self):
        self.job(LIST + "Carl;;lukket;Ann Ask\r\nDorte;Byrådet;lukket;\r\n")
        self.assertDone(self.batch("-j", "2"))
        for name, data in self.files().items():
            stem, who = name[:-4].split("-")
            member = {"Ann Ask": "Ann Ask", "Bo Berg": "Bo Berg", "Carl": "Ann Ask"}.get(who)
            edition = ["--edition", "public" if who == "Pressen" else "members", *(["--recipient", member] if member else [])]
            self.assertDone(self.run_program("render", f"in/{stem}.json", "-o", "alone.pdf", *edition, "--copy-for", who))
            self.assertEqual((self.folder / "alone.pdf").read_bytes(), data, name)

    def test_corrected_versions_tell_each_member_what_he_may_know(self):
        """Of the version before Bo was disqualified from an item: that it was changed is not for him, though both get the same of this one."""
        before = json.loads(paper("Byrådet", "Bo Berg"))
        before["items"][1]["body"] = "Dengang " + WORDS + "."
        now = json.loads(paper("Byrådet"))
        now["version"] = "2"
        self.job(LIST.replace("Økonomiudvalget|", ""), {"inputs": ["in"], "recipients": {"file": "m.csv", "corrects": "before.json"}}, b=json.dumps(now).encode())
        self.write("before.json", json.dumps(before).encode())
        self.assertIn(self.batch().status, (DONE, WARNINGS))
        for who in ("Ann Ask", "Bo Berg"):
            self.assertIn(self.run_program("render", "in/b.json", "-o", f"{who}.pdf", "--edition", "members", "--recipient", who, "--copy-for", who,
                                           "--corrects", "before.json").status, (DONE, WARNINGS))
            self.assertEqual((self.folder / f"{who}.pdf").read_bytes(), self.files()[f"b-{who}.pdf"], who)

    def test_the_plan_the_progress_and_the_report_name_the_recipient(self):
        self.job()
        result = self.run_program("batch", "job.json", "--dry-run")
        self.assertDone(result)
        self.assertEqual([re.split("  +", line) for line in result.out.decode().splitlines()],
                         [["FILE", "INPUT", "EDITION", "STYLE", "RECIPIENT"], ["b-Ann Ask.pdf", "in/b.json", "members", "-", "Ann Ask"],
                          ["b-Bo Berg.pdf", "in/b.json", "members", "-", "Bo Berg"], ["b-Pressen.pdf", "in/b.json", "public", "-", "Pressen"],
                          ["o-Pressen.pdf", "in/o.json", "public", "-", "Pressen"], ["o-Ann Ask.pdf", "in/o.json", "members", "-", "Ann Ask"]])
        result = self.run_program("batch", "job.json", "-o", "out", "--progress", "json", "--report", "report.json")
        self.assertDone(result)
        told = {e["name"]: e["recipient"] for e in map(json.loads, result.out.decode().splitlines()) if e["event"] == "made"}
        report = {e["name"]: e["recipient"] for e in json.loads((self.folder / "report.json").read_text())["files"]}
        self.assertEqual(told, {name: name[2:-4] for name in self.files()})
        self.assertEqual(report, told)

    def test_resume_makes_the_copies_of_changed_lines_alone(self):
        self.job()
        self.assertDone(self.batch())

        def made_by(list_of):
            self.job(list_of)
            result = self.run_program("batch", "job.json", "-o", "out", "--resume", "--progress", "json")
            self.assertEqual(result.status, DONE, result.err)
            return sorted(e["name"] for e in map(json.loads, result.out.decode().splitlines()) if e["event"] == "made")
        self.assertEqual(made_by(LIST), [])
        self.assertEqual(made_by(LIST.replace("\r\n", "\n").replace("\ufeff", "")), [])
        self.assertEqual(made_by(LIST.replace("Berg;Byrådet;lukket;Bo Berg", "Berg;Byrådet;lukket;Ann Ask")), ["b-Bo Berg.pdf"])
        self.assertEqual(made_by(LIST.replace("Pressen;;åben", "Pressen;;samlet")), ["b-Bo Berg.pdf", "b-Pressen.pdf", "o-Pressen.pdf"])
        self.assertEqual(made_by(LIST + "Dorte;;;\r\n"), ["b-Dorte.pdf", "b-Pressen.pdf", "o-Dorte.pdf", "o-Pressen.pdf"])

    def test_names_that_file_systems_fold_are_told_apart_in_the_bytes(self):
        """The name of a file is made safe; whose copy it is stays as it was, and a change of that makes it anew."""
        self.job("Navn\nÆ: ble/træ\n", b=paper("Byrådet"))
        self.assertDone(self.batch())
        name = "b-Æ- ble-træ.pdf"
        self.assertEqual(sorted(self.files()), [name])
        self.assertIn("Eksemplar til Æ: ble/træ", self.text(name))
        self.job("Navn\nÆ? ble/træ\n", b=paper("Byrådet"))
        self.assertDone(self.batch("--resume"))
        self.assertIn("Eksemplar til Æ? ble/træ", self.text(name))

    def test_a_member_whom_the_paper_does_not_name_fails_alone(self):
        self.job(LIST.replace("Økonomiudvalget|", "").replace("Medlem\r\n", "Medlem\r\nCarl;;lukket;Carl Clausen\r\n"), b=paper("Byrådet", "Bo Berg"))
        result = self.batch("--report", "report.json")
        self.assertFails(result, "SID-E011", "Carl Clausen")
        self.assertEqual(sorted(self.files()), ["b-Ann Ask.pdf", "b-Bo Berg.pdf", "b-Pressen.pdf"])
        self.assertEqual(json.loads((self.folder / "report.json").read_text())["files"][0]["recipient"], "Carl")

    def test_faults_are_told_with_their_places(self):
        self.job()
        (self.folder / "m.csv").unlink()
        result = self.batch()
        self.assertFails(result, "SID-B014", "recipients.file")
        self.assertRegex(result.err, r"^job\.json:1:\d+: error: recipients\.file: 'm\.csv' ")
        cases = {"": "job.json:1:43: error: recipients.file: 'm.csv' is empty [SID-B014]", ";\n": "m.csv:1:1: error: no column is headed", "Navn\n": "m.csv:1:1: error: has headings alone",
                 "Navn;Udlvag\nBo;x\n": "m.csv:1:6: error: no column of a list of recipients is called 'Udlvag'",
                 "Navn;Udgave\n;åben\n": "m.csv:2:1: error: a line without a name",
                 "Navn;Udgave\nBo;alle\n": "m.csv:2:4: error: 'alle' is no edition", "Navn;Stil\nBo;counsil\n": "m.csv:2:4: error: ",
                 "Navn;Medlem\nBo;Bo Berg\n": "m.csv:2:4: error: a member is named", "Navn\nBo\nAnn\nbo\n": "m.csv:4:1: error: two files would be called"}
        for text, fault in cases.items():
            self.job(text)
            result = self.batch()
            self.assertEqual(result.status, FAILED, text)
            self.assertTrue(result.err.startswith(fault), (text, result.err))
            self.assertFalse((self.folder / "out").exists())

    def test_an_unknown_committee_is_a_warning(self):
        self.job(LIST + "Fy;Fritidsudvalget;;\r\n")
        result = self.batch()
        self.assertEqual(result.status, WARNINGS, result.err)
        self.assertIn("m.csv:5:4: warning: no input of the job is of the committee 'Fritidsudvalget' [SID-B016]", result.err)
        self.assertEqual(len(self.files()), 5)

    def test_an_input_that_goes_to_another_committee_meanwhile_is_not_made(self):
        self.job("Navn;Udvalg\nBo;Byrådet\n", b=paper("Byrådet"), c=paper("Byrådet"))
        self.hold("a.json")
        self.job_of = None
        running = self.start("-j", "1", "--progress", "none")
        self.feed(self.await_reader(running, "a.json"), "a.json", paper("Byrådet"), hold_again=True)  # planning
        pipe = self.await_reader(running, "a.json")
        self.write("in/c.json", paper("Økonomiudvalget"))
        self.feed(pipe, "a.json", paper("Byrådet"))
        _, err = running.communicate()
        self.assertIn("in/c.json: error: was changed while the batch ran: it is of another committee now, which 'c-Bo.pdf' is not for [SID-B026]", err.decode())
        self.assertEqual(running.returncode, FAILED)
        self.assertEqual(sorted(self.files()), ["a-Bo.pdf", "b-Bo.pdf"])

    def test_shards_make_each_copy_once(self):
        self.job()
        self.assertDone(self.batch())
        whole = self.files()
        parts = []
        for i in (1, 2, 3):
            self.assertDone(self.run_program("batch", "job.json", "-o", f"part{i}", "--shard", f"{i}/3", "--progress", "none"))
            parts.append(self.files(f"part{i}"))
        self.assertEqual({name: data for part in parts for name, data in part.items()}, whole)
        self.assertEqual(sum(map(len, parts)), len(whole))

    def test_accepted_keys_are_accepted_while_planning(self):
        document = json.loads(paper("Byrådet"))
        document["items"][0]["lukketFor"] = "x"
        self.job(b=json.dumps(document).encode())
        self.assertFails(self.batch(), "SID-I024")
        self.assertEqual(self.batch("--accept-unknown-key", "lukketFor").status, WARNINGS)

    def test_the_sample_is_made(self):
        result = self.run_program("batch", SOURCE / "samples" / "batch" / "recipients.json", "-o", "out", "--progress", "none")
        self.assertDone(result)
        self.assertGreater(len(self.files()), 5)


if __name__ == "__main__":
    unittest.main()
