"""A goal matrix beside its last period: what the program says changed."""

import json
import os
import shutil
import subprocess
import unittest
from pathlib import Path

from program import DONE, FAILED, WARNINGS, ProgramTest

SAMPLES = Path(os.environ["SIDETAL_SOURCE_DIR"]) / "samples"


def matrix(period, *goals, **more):
    return {"document": "goal-matrix", "style": "follow-up", "period": {"label": period}, "columns": ["theme", "number", "goal", "status"],
            "themes": [{"title": "Sundhed", "goals": [dict(zip(("number", "text", "status"), goal)) for goal in goals]}]} | more


class Compare(ProgramTest):
    def setUp(self):
        super().setUp()
        self.put("before.json", matrix("Forår", ("1.1", "Motion.", "partly"), ("1.2", "Udgår.", "reached")))
        self.put("now.json", matrix("Efterår", ("1.1", "Motion.", "reached"), ("1.3", "Nyt.", "partly")))

    def put(self, name, document):
        self.write(name, json.dumps(document).encode())

    def text(self, name):
        done = subprocess.run(["pdftotext", "-layout", self.folder / name, "-"], stdout=subprocess.PIPE, check=True, timeout=60)
        return " ".join(done.stdout.decode().split())

    def test_says_what_changed(self):
        result = self.run_program("render", "now.json", "--compare", "before.json")
        self.assertEqual((result.status, result.err), (DONE, ""))
        text = self.text("now.pdf")
        self.assertIn("Siden Forår: 1 nyt mål, 1 udgået mål og 1 ændret mål. Status: 1 fra delvist nået til nået.", text)
        self.assertIn("Ændringer siden Forår", text)
        self.assertIn("Ændret: status", text)
        self.assertIn("Udgået mål", text)

    def test_numbers_fit_on_a_portrait_page(self):
        for language in "da", "en":
            result = self.run_program("render", "now.json", "--compare", "before.json", "--style", "follow-up-text", "--lang", language)
            self.assertEqual((result.status, result.err), (DONE, ""))

    def test_the_last_period_may_be_a_spreadsheet(self):
        if self.run_program("export", "before.json", "--csv", "-o", "before.csv").status == FAILED:
            self.skipTest("built without spreadsheets")
        result = self.run_program("render", "now.json", "--compare", "before.csv")
        self.assertEqual(result.status, DONE, result.err)
        self.assertIn("1 udgået mål og 1 ændret mål", self.text("now.pdf"))

    def test_several_inputs_are_compared_with_one(self):
        self.put("other.json", matrix("Vinter", ("1.1", "Motion.", "partly")))
        result = self.run_program("render", "now.json", "other.json", "--compare", "before.json")
        self.assertEqual((result.status, result.err), (DONE, ""))
        self.assertIn("Siden Forår: 1 udgået mål.", self.text("other.pdf"))

    def test_faults_of_the_last_period_are_told_with_its_name(self):
        self.write("broken.json", b'{"document": "goal-matrix", "themes": [')
        result = self.run_program("render", "now.json", "--compare", "broken.json")
        self.assertEqual(result.status, FAILED)
        self.assertTrue(result.messages[0].startswith("broken.json:1:"), result.err)
        self.assertFalse((self.folder / "now.pdf").exists())

    def test_what_cannot_be_compared_is_told(self):
        self.put("agenda.json", {"document": "agenda", "items": []})
        result = self.run_program("check", "now.json", "--compare", "agenda.json")
        self.assertEqual(result.status, FAILED)
        self.assertIn("the last period is of the kind 'agenda', expected goal matrices", result.err)
        self.put("catalogue.json", matrix("Efterår", catalogue={"name": "Mål 2026"}))
        self.put("old.json", matrix("Forår", catalogue={"name": "Mål 2020"}))
        result = self.run_program("check", "catalogue.json", "--compare", "old.json")
        self.assertEqual(result.status, FAILED)
        self.assertIn("catalogue.json:1:1: error: catalogue.name: the last period follows the catalogue 'Mål 2020', expected 'Mål 2026'", result.err)
        self.assertEqual(self.run_program("check", "now.json", "--compare", "now.json").status, WARNINGS)  # one period
        self.assertIn("SID-R010", self.run_program("check", "now.json", "--compare", "none.json").err)

    def test_the_last_period_is_not_overwritten(self):
        shutil.copy(self.folder / "before.json", self.folder / "now.pdf")
        result = self.run_program("render", "now.json", "--compare", "now.pdf")
        self.assertEqual(result.status, FAILED)
        self.assertIn("SID-R019", result.err)

    def test_the_samples_say_what_happened(self):
        result = self.run_program("render", SAMPLES / "follow-up-2.json", "--compare", SAMPLES / "follow-up.json", "-o", "both.pdf")
        self.assertEqual((result.status, result.err), (DONE, ""))
        text = self.text("both.pdf")
        self.assertIn("Siden 1. halvår 2026: 1 nyt mål, 1 udgået mål og 5 ændrede mål.", text)
        self.assertIn("Overskredne frister pr. 15. januar 2027", text)


if __name__ == "__main__":
    unittest.main()
