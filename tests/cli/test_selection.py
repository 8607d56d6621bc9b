"""Parts of a goal matrix: what the program shows of it, and what it says of the rest."""

import json
import os
import subprocess
import unittest

from program import DONE, FAILED, GOOD, WARNINGS, ProgramTest


def goal(number, committees=(), **more):
    return {"number": number, "text": f"Mål {number}", **({"committees": list(committees)} if committees else {}), **more}


MATRIX = {
    "document": "goal-matrix", "style": "follow-up", "title": "Mål", "date": "2026-11-01", "columns": ["theme", "number", "goal", "status", "initiatives", "owner", "deadline", "committees"],
    "themes": [
        {"title": "Sundhed", "goals": [
            goal("1.10", ["Ældreudvalget"], status="reached", initiatives=[{"title": "Gåtur", "owner": "Fritid", "deadline": "2026-12-01"}]),
            goal("1.2", ["Ældreudvalget", "Børneudvalget"], status="not-reached", prioritised=True)]},
        {"title": "Natur", "goals": [goal("2.1", ["Miljøudvalget"], status="partly", initiatives=[{"title": "Eng", "owner": "Park"}])]}]}


class Selection(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("maal.json", json.dumps(MATRIX).encode())

    def numbers(self, *arguments, name="maal.json"):
        result = self.run_program("dump", name, "--outline", *arguments)
        self.assertEqual((result.status, result.err), (DONE, ""))
        titles = [line.split('"')[1] for line in result.out.decode().splitlines()]
        return [title.split(" ")[0] for title in titles if title[0].isdigit()]

    def sentence(self, *arguments):
        """The first paragraph, under the title."""
        lines = self.run_program("dump", "maal.json", "--blocks", *arguments).out.decode().splitlines()
        return next(line.split('"')[1] for line in lines if line.startswith("paragraph"))

    def test_shows_what_is_asked_for_and_says_so(self):
        self.assertEqual(self.numbers("--committee", "ældreudvalget", "--sort", "number"), ["1.2", "1.10"])
        self.assertEqual(self.numbers("--status", "partly", "--status", "reached"), ["1.10", "2.1"])
        self.assertEqual(self.numbers("--owner", "Park"), ["2.1"])
        self.assertEqual(self.numbers("--deadline-before", "2027-01-01"), ["1.10"])
        self.assertEqual(self.numbers("--group", "committee", "--sort", "status"), ["1.2", "1.10", "1.2", "2.1"])
        self.assertEqual(self.sentence("--theme", "natur", "--owner", "Park"),
                         "Tema: Natur. Ansvarlig: Park. Viste mål: 1 af 3 (2 udeladt). Viste indsatser: 1 af 2 (1 udeladt).")
        self.assertEqual(self.sentence("--sort", "deadline"), "Sorteret efter frist.")

    def test_a_committees_document_is_named_after_it(self):
        self.assertEqual(self.run_program("render", "maal.json", "--committee", "Børneudvalget").status, DONE)
        said = subprocess.run(["pdfinfo", self.folder / "maal.pdf"], stdout=subprocess.PIPE, check=True, timeout=60).stdout.decode()
        self.assertIn("Mål, Børneudvalget", said)

    def test_a_selection_that_fits_nothing_gives_a_document_that_says_so(self):
        result = self.run_program("render", "maal.json", "--theme", "Natur", "--prioritised")
        self.assertEqual(result.status, WARNINGS)
        self.assertEqual(result.messages, ["maal.json: warning: the selection shows none of the 3 goals [SID-F055]"])
        text = subprocess.run(["pdftotext", self.folder / "maal.pdf", "-"], stdout=subprocess.PIPE, check=True, timeout=60).stdout.decode()
        self.assertIn("Ingen mål at vise: alle 3 er udeladt.", " ".join(text.split()))

    def test_names_that_are_not_there_are_errors(self):
        result = self.run_program("render", "maal.json", "--committee", "Ældreudvalgt")
        self.assertEqual((result.status, result.err.splitlines()),
                         (FAILED, ["maal.json: error: committee: no goal is of the committee 'Ældreudvalgt' [SID-F050]",
                                   "  nearest known name: 'Ældreudvalget'"]))
        self.assertOnly("maal.json")
        for arguments, said in ((["--status", "part"], "unknown value 'part'"), (["--sort", "name"], "expected 'written', 'number'"),
                                (["--deadline-before", "31-12-2026"], "is no day, expected YYYY-MM-DD")):
            result = self.run_program("check", "maal.json", *arguments)
            self.assertEqual(result.status, FAILED)
            self.assertIn(f"{arguments[0]}: ", result.err)
            self.assertIn(said, result.err)

    def test_only_goal_matrices_have_goals(self):
        self.write("a.json", GOOD)
        result = self.run_program("check", "a.json", "--prioritised")
        self.assertEqual(result.status, FAILED)
        self.assertIn("SID-F054", result.err)

    @unittest.skipUnless(os.environ.get("SIDETAL_SHEETS"), "built without spreadsheets")
    def test_of_spreadsheets_too(self):
        self.write("maal.csv", "Tema;Nr.;Målsætning;Udvalg\nNatur;1.1;Eng;Miljøudvalget\nNatur;1.2;Skov;Byrådet\n".encode())
        self.assertEqual(self.numbers("--committee", "byrådet", name="maal.csv"), ["1.2"])

    def test_what_is_embedded_is_what_is_shown(self):
        self.assertEqual(self.run_program("dump", "maal.json", "--model", "--committee", "Miljøudvalget").status, DONE)
        shown = json.loads(self.run_program("dump", "maal.json", "--model", "--committee", "Miljøudvalget").out)
        self.assertEqual(shown["committee"], {"name": "Miljøudvalget"})
        self.assertEqual([theme["title"] for theme in shown["themes"]], ["Natur"])


if __name__ == "__main__":
    unittest.main()
