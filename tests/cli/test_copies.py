"""Copies that name whom they are for."""

import json
import os
import re
import subprocess
import unittest
from pathlib import Path

from program import DONE, ProgramTest

SAMPLES = Path(os.environ["SIDETAL_SOURCE_DIR"]) / "samples"


class Copies(ProgramTest):
    def copy(self, sample, name, *arguments):
        result = self.run_program("render", SAMPLES / sample, "-o", "out.pdf", "--copy-for", name, *arguments)
        self.assertEqual(result.status, DONE, result.err)
        return (self.folder / "out.pdf").read_bytes()

    def pages(self):
        text = subprocess.run(["pdftotext", "-layout", "out.pdf", "-"], cwd=self.folder, capture_output=True, check=True).stdout.decode()
        return text.split("\f")[:-1]

    def test_each_page_names_the_person_in_its_foot(self):
        for sample in ("council-agenda.json", "minutes.json", "goal-matrix.json", "follow-up.json"):
            self.copy(sample, "Åse Ærlig-Ørsted")
            pages = self.pages()
            for number, page in enumerate(pages, 1):
                lines = [line.strip() for line in page.splitlines() if line.strip()]
                self.assertEqual(lines[-1], "Eksemplar til Åse Ærlig-Ørsted")
                self.assertIn(f"Side {number} af {len(pages)}", lines[-2])

    def test_the_metadata_names_the_person(self):
        data = self.copy("council-agenda.json", "Åse Ærlig-Ørsted")
        description = re.search(rb"<dc:description>.*?</dc:description>", data, re.S).group().decode()
        self.assertIn("Eksemplar til Åse Ærlig-Ørsted.", description)

    def test_a_style_may_give_copies_a_page_in_front(self):
        for base, sample in (("council", "council-agenda.json"), ("follow-up", "follow-up.json")):
            self.write("style.json", json.dumps({"name": "s", "base": base, "copyCover": True}).encode())
            self.copy(sample, "Åse Ærlig-Ørsted", "--style", "style.json")
            pages = self.pages()
            self.assertEqual(pages[0].split()[:4], ["Eksemplar", "til", "Åse", "Ærlig-Ørsted"])
            self.assertNotIn("Side", pages[0])
            self.assertIn(f"Side 1 af {len(pages) - 1}", pages[1])
            heard = subprocess.run(["pdfinfo", "-struct-text", "out.pdf"], cwd=self.folder, capture_output=True, check=True).stdout.decode()
            self.assertRegex(heard, r"\ADocument\n  P \(block\)\n    \"Eksemplar til Åse Ærlig-Ørsted (Dagsorden|Målopfølgning), ")

    def test_nobody_is_named_unless_asked_for(self):
        self.assertDone(self.run_program("render", SAMPLES / "agenda.json", "-o", "out.pdf"))
        self.assertNotIn(b"Eksemplar til", (self.folder / "out.pdf").read_bytes())
        self.assertNotIn("Eksemplar til", "".join(self.pages()))

    def test_fonts_have_names_of_their_own(self):
        self.copy("council-agenda.json", "Bo Berg")
        listed = subprocess.run(["pdffonts", "out.pdf"], cwd=self.folder, capture_output=True, check=True).stdout.decode().splitlines()[2:]
        names = [line.split()[0] for line in listed]
        self.assertEqual(len(names), len(set(names)))

    def test_names_that_cannot_be_printed(self):
        for name, code in (("x" * 400, "SID-L007"), ("Bo \U00013000", "SID-T010"), ("Bo\tBerg", "SID-R003")):
            result = self.run_program("render", SAMPLES / "agenda.json", "-o", "out.pdf", "--copy-for", name)
            self.assertFails(result, code)
            self.assertOnly()
        result = self.run_program("render", SAMPLES / "agenda.json", "-o", "out.pdf", "--copy-for", "")
        self.assertFails(result, "SID-R023")

    def test_editions_are_those_of_the_document(self):
        self.write("in.json", json.dumps({"document": "agenda", "date": "2026-01-01", "items": [
            {"title": "HEMMELIGT", "access": "closed"}, {"title": "Åbent"}]}).encode())
        self.assertDone(self.run_program("render", "in.json", "-o", "out.pdf", "--copy-for", "Bo Berg"))
        self.assertNotIn("HEMMELIGT", "".join(self.pages()))


if __name__ == "__main__":
    unittest.main()
