"""What the job of a batch may ask of its outputs: each as `render` has it, and made anew where what it names changes."""

import json
import os
import unittest
from pathlib import Path

import fontfiles
from batches import BatchTest
from program import DONE, WARNINGS

SAMPLES = Path(os.environ["SIDETAL_SOURCE_DIR"]) / "samples" / "catalogue"


def paper(version, *titles):
    items = [{"title": title, "caseNumber": f"2026-{i}", "body": "Tekst."} for i, title in enumerate(titles, 1)]
    return json.dumps({"document": "agenda", "date": "2026-10-26", "version": version, "items": items}).encode()


def matrix(period, version, *goals):
    return json.dumps({"document": "goal-matrix", "style": "follow-up", "date": "2026-10-26", "period": {"label": period}, "catalogue": {"name": "Mål", "version": version},
                       "themes": [{"title": "Kultur", "goals": [{"number": number, "status": status} for number, status in goals]}]}).encode()


def catalogue(text="Flere frivillige."):
    return json.dumps({"name": "Mål", "versions": [
        {"version": "2022", "themes": [{"title": "Kultur", "goals": [{"number": "2.1", "text": text}]}]},
        {"version": "2026", "renumbered": [{"from": "2.1", "to": "1.1"}],
         "themes": [{"title": "Kultur", "goals": [{"number": "1.1", "text": text}]}]}]}).encode()


class Jobs(BatchTest):
    def job(self, output, inputs=("in",)):
        self.write("job.json", json.dumps({"inputs": list(inputs), "outputs": [output]}).encode())

    def assertMadeAs(self, name, *arguments):
        """The batch's file has the bytes of the one that `render` makes of these."""
        result = self.run_program("render", *arguments, "-o", "alone.pdf")
        self.assertIn(result.status, (DONE, WARNINGS), result.err)
        alone = self.folder / "alone.pdf"
        self.assertEqual(self.files()[name], alone.read_bytes())
        alone.unlink()

    def made(self, *arguments):
        """What is made where nothing is that is up to date."""
        result = self.run_program("batch", "job.json", "-o", "out", "--resume", "--progress", "json", *arguments)
        self.assertIn(result.status, (DONE, WARNINGS), result.err)
        return sorted(event["name"] for event in map(json.loads, result.out.decode().splitlines()) if event["event"] == "made")

    def test_an_excerpt(self):
        self.write("in/a.json", paper("1", "Et", "To", "Tre"))
        self.job({"excerpt": {"items": "3", "case": ["2026-1"]}})
        self.assertDone(self.batch())
        self.assertMadeAs("a.pdf", "in/a.json", "--items", "3", "--case", "2026-1")
        self.job({"excerpt": {"items": "2"}})
        self.assertEqual(self.made(), ["a.pdf"])
        self.job({"excerpt": {"items": "4"}})
        self.assertFails(self.batch(), "SID-E050", "in/a.json")

    def test_hashes_of_what_is_printed(self):
        self.write("in/a.json", paper("1", "Et"))
        self.job({"hash": True})
        for arguments in ((), ("--resume",)):  # told of files that are kept, too
            self.assertDone(self.batch("--report", "report.json", *arguments))
            hashes = [entry["hash"] for entry in json.loads((self.folder / "report.json").read_text())["files"]]
            self.assertEqual(hashes, [self.run_program("render", "in/a.json", "-o", "x.pdf", "--hash").out.decode().split()[0]])
        self.job({})
        self.assertDone(self.batch("--report", "report.json"))
        self.assertNotIn("hash", json.loads((self.folder / "report.json").read_text())["files"][0])

    def test_corrected_versions(self):
        (self.folder / "before").mkdir()
        for name in "ab":
            self.write(f"before/{name}.json", paper("1", "Et", "To"))
            self.write(f"in/{name}.json", paper("2", "Et", "To", f"Ny {name}"))
        self.job({"corrects": "before/{stem}.json"})
        self.assertDone(self.batch())
        self.assertMadeAs("b.pdf", "in/b.json", "--corrects", "before/b.json")
        self.assertEqual(self.made(), [])
        self.write("before/a.json", paper("1", "Et"))
        self.assertEqual(self.made(), ["a.pdf"])
        (self.folder / "before" / "b.json").unlink()
        result = self.batch()
        self.assertFails(result, "SID-R010", "before/b.json")
        self.assertEqual(sorted(self.files()), ["a.pdf", "b.pdf"])  # that of the last run

    def test_last_periods_and_a_catalogue(self):
        (self.folder / "last").mkdir()
        self.write("last/a.json", matrix("Forår", "2022", ("2.1", "partly")))
        self.write("in/a.json", matrix("Efterår", "2026", ("1.1", "reached")))
        self.write("k.json", catalogue())
        self.job({"compare": "last/{stem}.json"}, [{"files": "in", "catalogue": "k.json"}])
        self.assertIn(self.batch().status, (DONE, WARNINGS))
        self.assertMadeAs("a.pdf", "in/a.json", "--compare", "last/a.json", "--catalogue", "k.json")
        self.assertEqual(self.made(), [])
        self.write("k.json", catalogue("Flere på besøg."))
        self.assertEqual(self.made(), ["a.pdf"])
        self.write("last/a.json", matrix("Forår", "2022", ("2.1", "reached")))
        self.assertEqual(self.made(), ["a.pdf"])
        self.assertEqual(self.made(), [])

    def test_catalogues_that_documents_name(self):
        def named(period, version, goal):
            return json.dumps(json.loads(matrix(period, version, goal)) | {"catalogue": {"name": "Mål", "version": version, "file": "k.json"}}).encode()
        (self.folder / "last").mkdir()
        self.write("last/a.json", named("Forår", "2022", ("2.1", "partly")))
        self.write("in/a.json", named("Efterår", "2026", ("1.1", "reached")))
        self.write("in/k.json", catalogue())
        self.write("last/k.json", catalogue())
        self.job({"compare": "last/{stem}.json"}, ["in/a.json"])
        self.assertIn(self.batch().status, (DONE, WARNINGS))
        self.assertMadeAs("a.pdf", "in/a.json", "--compare", "last/a.json")
        self.assertEqual(self.made(), [])
        for name in ("in/k.json", "last/k.json"):  # each counts
            self.write(name, catalogue("Flere på besøg."))
            self.assertEqual(self.made(), ["a.pdf"])
        self.write("k.json", catalogue("Andre ord."))
        self.job({}, [{"files": "in/a.json", "catalogue": "k.json"}])
        self.assertIn(self.batch().status, (DONE, WARNINGS))
        self.assertMadeAs("a.pdf", "in/a.json", "--catalogue", "k.json")
        self.job({}, ["in/a.json"])
        (self.folder / "in" / "k.json").unlink()
        self.assertFails(self.batch(), "SID-F089", "in/a.json:1:")

    def test_committees_of_recipients_are_those_of_the_catalogue(self):
        self.write("in/a.json", json.dumps({"document": "goal-matrix", "themes": [{"title": "Kultur", "goals": [{"number": "1"}]}]}).encode())
        self.write("k.json", json.dumps({"name": "Mål", "versions": [{"version": "1", "themes": [{"title": "Kultur", "goals": [
            {"number": "1", "text": "Mere.", "committees": ["Kulturudvalget"]}]}]}]}).encode())
        self.write("m.csv", "Navn;Udvalg\nAnn;Kulturudvalget\n".encode())
        self.write("job.json", json.dumps({"inputs": [{"files": "in", "catalogue": "k.json"}], "recipients": {"file": "m.csv"}}).encode())
        self.assertDone(self.batch())
        self.assertEqual(sorted(self.files()), ["a-Ann.pdf"])

    def test_a_changed_font_makes_anew(self):
        self.write("in/a.json", paper("1", "Et"))
        (self.folder / "f").mkdir()
        shapes = [path for path in sorted(fontfiles.OURS.iterdir()) if path.suffix in (".ttf", ".otf")]
        self.write("f/x.ttf", shapes[0].read_bytes())
        self.job({})
        self.assertEqual(self.made("--fonts", "f"), ["a.pdf"])
        self.assertEqual(self.made("--fonts", "f"), [])
        self.write("f/x.ttf", shapes[0].read_bytes() + b"\0\0\0\0")
        self.assertEqual(self.made("--fonts", "f"), ["a.pdf"])
        (self.folder / "f" / "x.ttf").rename(self.folder / "f" / "y.ttf")
        self.assertEqual(self.made("--fonts", "f"), [])

    def test_what_belongs_to_each_input_has_no_other_placeholder(self):
        self.job({"corrects": "before/{date}.json"})
        self.assertFails(self.batch(), "SID-B007", "outputs[0].corrects")


if __name__ == "__main__":
    unittest.main()
