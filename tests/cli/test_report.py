"""Reports of batches, for programs and for people."""

import json
import re
import shutil
import subprocess
import unittest
from urllib.parse import unquote

from batches import JOB, BatchTest, agenda
from program import FAILED

WARNS = b'{"document": "agenda", "WARN": 1, "date": "2021-10-26", "items": [{"title": "x"}]}'


class Reports(BatchTest):
    def text(self, name="report.pdf"):
        return subprocess.run(["pdftotext", "-layout", self.folder / name, "-"], capture_output=True, text=True, check=True).stdout

    def links(self, name="report.pdf"):
        shown = subprocess.run(["qpdf", "--qdf", self.folder / name, "-"], capture_output=True, check=True).stdout
        return [link.decode() for link in re.findall(rb"/URI \((.*?)\)", shown)]

    @unittest.skipUnless(shutil.which("qpdf") and shutil.which("pdftotext"), "qpdf or pdftotext is not installed")
    def test_people_get_a_pdf(self):
        self.inputs(4)
        self.write("in/001.json", b"BAD")
        self.write("in/002.json", WARNS)
        self.write("in/\u00d8konomi (3) & mere.json", agenda("Sag"))
        self.write("in/x.json", b"{}")
        result = self.batch("--report", "report.json", "--report", "report.pdf", "--quiet", environment={"SOURCE_DATE_EPOCH": "1763200000"})
        self.assertEqual(result.status, FAILED)
        text = self.text()
        found = [text.find(words) for words in ("Kørselsrapport", "job.json", "15.11.2025 kl. 09.46", "12 filer skulle laves: 8 er lavet, 4 mislykkedes.",
                                                "Mislykkede filer (4)", "unexpected 'BAD'", "Filer med advarsler (2)", "unknown key 'WARN'", "Øvrige filer (6)")]
        self.assertEqual(found, sorted(found))
        self.assertNotIn(-1, found)
        report = json.loads((self.folder / "report.json").read_text())
        self.assertEqual(report["failed"], 4)
        made = sorted(entry["name"] for entry in report["files"] if entry["state"] == "made")
        self.assertEqual(sorted(unquote(link) for link in self.links()), [f"./out/{name}" for name in made])
        # From another folder on.
        (self.folder / "reports").mkdir()
        self.batch("--report", "reports/report.pdf", "--resume", environment={"SOURCE_DATE_EPOCH": "1763200000"})
        self.assertIn("8 var der i forvejen og er uændret", self.text("reports/report.pdf"))
        self.assertEqual({link[:7] for link in self.links("reports/report.pdf")}, {"../out/"})

    @unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is not installed")
    def test_names_that_no_column_holds_are_broken(self):
        name = "x" * 180
        self.write(f"in/{name}.json", b"{}")
        self.write("job.json", JOB)
        self.batch("--report", "report.pdf")
        column = "".join(line[:50].strip() for line in self.text().splitlines() if line.startswith("xx"))
        self.assertIn(f"{name}-full.pdf", column)
        (self.folder / "report.pdf").unlink()  # not to be kept: the checker of tags asks why a word is broken

    @unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is not installed")
    def test_it_speaks_the_language_of_the_outputs(self):
        self.inputs(1)
        self.write("job.json", b'{"inputs": ["in"], "outputs": [{"lang": "en"}]}')
        self.assertDone(self.batch("--report", "report.pdf"))
        self.assertIn("1 file was to be made: 1 made.", self.text())

    def test_inputs_that_have_no_name_are_told(self):
        self.write("in/000.json", b"BAD")
        self.write("job.json", b'{"inputs": ["in"], "outputs": [{"name": "{date}.pdf"}]}')
        self.batch("--report", "report.json", "--report", "report.pdf", "--quiet")
        report = json.loads((self.folder / "report.json").read_text())
        self.assertEqual([(entry["name"], entry["input"], entry["state"], entry["messages"][0]["code"]) for entry in report["files"]],
                         [("", "in/000.json", "failed", "SID-I006")])
        self.assertPdf("report.pdf")


if __name__ == "__main__":
    unittest.main()
