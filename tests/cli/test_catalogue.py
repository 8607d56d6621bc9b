"""Follow-ups by a catalogue of goals, and the samples of one."""

import json
import os
import re
import unittest
from pathlib import Path

from program import DONE, FAILED, WARNINGS, ProgramTest

SAMPLES = Path(os.environ["SIDETAL_SOURCE_DIR"]) / "samples" / "catalogue"
CATALOGUE = SAMPLES / "catalogue.json"


def without_comments(text):
    return re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)


class Catalogue(ProgramTest):
    def setUp(self):
        super().setUp()
        self.matrix = json.loads(without_comments((SAMPLES / "follow-up.json").read_text(encoding="utf-8")))

    def said(self, matrix, *arguments):
        self.write("m.json", json.dumps(matrix).encode())
        return self.run_program("check", "m.json", "--catalogue", CATALOGUE, *arguments)

    def test_the_sample_takes_its_words_from_there(self):
        result = self.run_program("dump", SAMPLES / "follow-up.json", "--model", "--catalogue", CATALOGUE)
        self.assertEqual((result.status, result.err), (DONE, ""))
        themes = json.loads(result.out)["themes"]
        self.assertEqual(themes[1]["goals"][0]["text"], "Flere frivillige på plejehjemmene.")
        self.assertTrue(themes[1]["goals"][0]["prioritised"])
        self.assertEqual(themes[0]["vision"], "Flere gode leveår for alle i Prøvelund.")

    def test_samples_of_selections(self):
        arguments = ["render", SAMPLES / "follow-up.json", "--catalogue", CATALOGUE, "-o"]
        self.assertEqual(self.run_program(*arguments, "all.pdf").status, DONE)
        self.assertEqual(self.run_program(*arguments, "committee.pdf", "--committee", "Sundhedsudvalget").status, DONE)
        self.assertEqual(self.run_program(*arguments, "text.pdf", "--style", "follow-up-text").status, DONE)
        empty = self.run_program(*arguments, "empty.pdf", "--prioritised", "--status", "reached")
        self.assertEqual(empty.status, WARNINGS)
        self.assertEqual(len(empty.messages), 1)
        self.assertIn("[SID-F055]", empty.err)

    def test_comparing_follows_goals_that_were_renumbered(self):
        last = json.loads(json.dumps(self.matrix))
        last["catalogue"]["version"] = "2022"
        last["period"] = {"label": "2025"}
        last["themes"] = [{"title": "Kultur", "goals": [{"number": "2.1", "text": "Flere frivillige.", "status": "partly"}]}]
        self.write("last.json", json.dumps(last).encode())
        self.write("catalogue.json", json.dumps({"name": self.matrix["catalogue"]["name"], "versions": [
            {"version": "2022", "themes": [{"title": "Kultur", "goals": [{"number": "2.1", "text": "Flere frivillige."}]}]},
            {"version": "2026", "renumbered": [{"from": "2.1", "to": "1.1"}],
             "themes": [{"title": "Kultur", "goals": [{"number": "1.1", "text": "Flere frivillige."}]}]}]}).encode())
        now = self.matrix | {"themes": [{"title": "Kultur", "goals": [
            {"number": "1.1", "text": "Flere frivillige.", "status": "reached"}]}]}
        self.write("now.json", json.dumps(now).encode())
        result = self.run_program("dump", "now.json", "--blocks", "--catalogue", "catalogue.json", "--compare", "last.json")
        self.assertEqual(result.status, DONE, result.err)
        self.assertIn("Ændret: status".encode(), result.out)
        self.assertNotIn("Nyt mål".encode(), result.out)

    def test_goals_without_words_need_one(self):
        del self.matrix["catalogue"]["file"]
        self.write("m.json", json.dumps(self.matrix).encode())
        result = self.run_program("check", "m.json")
        self.assertEqual(result.status, FAILED)
        self.assertEqual(len(result.messages), 5)
        self.assertTrue(all("[SID-F080]" in message for message in result.messages), result.err)

    def test_a_goal_that_the_version_lacks_is_an_error_that_names_the_one_which_has_it(self):
        self.matrix["themes"][0]["goals"].append({"number": "1.3", "status": "reached"})
        self.matrix["themes"][2]["goals"].append({"number": "2.1"})
        result = self.said(self.matrix)
        self.assertEqual(result.status, FAILED)
        self.assertEqual(len(result.messages), 2)
        self.assertRegex(result.messages[0], r"^m\.json:1:\d+: error: version '2026' of the catalogue has no goal '1\.3' \[SID-F082\]$")
        self.assertIn("  version '2022' has it: 'Ingen venter mere end en uge på genoptræ…'", result.err)
        self.assertIn("  in version '2026' it is '3.1'", result.err)

    def test_words_that_differ_are_told(self):
        self.matrix["themes"][0]["goals"][0]["text"] = "Alle er fysisk aktive."
        result = self.said(self.matrix)
        self.assertEqual(result.status, WARNINGS)
        self.assertIn("the words of goal '1.1' are not those of the catalogue's version '2026' [SID-F083]", result.err)
        self.assertIn("  the catalogue has: Mindst 85 % af de voksne er fysisk aktive i 2027.", result.err)

    def test_the_sample_names_its_file(self):
        named = self.run_program("dump", SAMPLES / "follow-up.json", "--model")
        self.assertEqual((named.status, named.err), (DONE, ""))
        given = self.run_program("dump", SAMPLES / "follow-up.json", "--model", "--catalogue", CATALOGUE)
        self.assertEqual(named.out, given.out)
        self.assertNotIn(b"catalogue.json", named.out)  # the words are there: who reads on needs no file

    def put(self, name, goals, **catalogue):
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        self.write(name, json.dumps({"document": "goal-matrix", "catalogue": catalogue, "themes": [{"title": "Kultur", "goals": goals}]}).encode())

    def put_catalogue(self, name, text="Flere på besøg."):
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        self.write(name, json.dumps({"name": "Mål", "versions": [
            {"version": "1", "themes": [{"title": "Kultur", "goals": [{"number": "2.1", "text": text}]}]},
            {"version": "2", "renumbered": [{"from": "2.1", "to": "1.1"}], "themes": [{"title": "Kultur", "goals": [{"number": "1.1", "text": text}]}]}]}).encode())

    def test_a_document_names_its_file_from_its_own_folder(self):
        self.put_catalogue("docs/k/maal.json")
        self.put("docs/m.json", [{"number": "1.1"}], file="k/maal.json")
        self.assertIn("Flere på besøg.".encode(), self.run_program("dump", "docs/m.json", "--model").out)
        self.write("docs/m.xml", '<goalMatrix><catalogue version="1" file="k/maal.json"/><themes><theme title="Kultur"><goals><goal number="2.1"/></goals></theme></themes></goalMatrix>'.encode())
        self.assertIn("Flere på besøg.".encode(), self.run_program("dump", "docs/m.xml", "--model").out)
        self.put_catalogue("other.json", "Andre ord.")  # what is asked for wins
        self.assertIn("Andre ord.".encode(), self.run_program("dump", "docs/m.json", "--model", "--catalogue", "other.json").out)

    def test_each_period_follows_the_catalogue_that_it_names(self):
        self.put_catalogue("k.json")
        self.put("before.json", [{"number": "2.1", "status": "partly"}], version="1", file="k.json")
        self.put("now.json", [{"number": "1.1", "status": "reached"}], version="2", file="k.json")
        for option, said in (("--compare", "Ændret: status"), ("--corrects", "nummer (fra »2.1« til »1.1«)")):
            self.assertIn(said.encode(), self.run_program("dump", "now.json", "--blocks", option, "before.json").out)

    def test_a_file_that_cannot_be_read_is_told_at_its_place(self):
        self.put_catalogue("k.json")
        (self.folder / "docs").mkdir()
        os.symlink(self.folder / "k.json", self.folder / "docs" / "link.json")
        os.mkfifo(self.folder / "docs" / "pipe.json")
        for file, why in (("none.json", "does not exist"), ("../k.json", "folder"), ("/etc/passwd", "folder"), ("link.json", "folder"),
                          ("pipe.json", "file"), ("https://example.org/k.json", "address")):
            self.put("docs/m.json", [{"number": "1.1"}], file=file)
            result = self.run_program("check", "docs/m.json")
            self.assertEqual(result.status, FAILED, file)
            self.assertEqual(len(result.messages), 1, result.err)
            self.assertRegex(result.messages[0], r"^docs/m\.json:1:\d+: error: catalogue\.file: '" + re.escape(file) + r"' .*" + why + r".* \[SID-F089\]$")
        document = (self.folder / "docs" / "m.json").read_bytes()
        self.assertIn("the document comes from standard input", self.run_program("check", "-", stdin=document).err)

    def test_faults_of_a_named_catalogue_carry_its_name(self):
        (self.folder / "docs").mkdir()
        self.write("docs/k.json", b'{"name": "K", "versions": [{}]}')
        self.put("docs/m.json", [{"number": "1.1"}], file="k.json")
        result = self.run_program("check", "docs/m.json")
        self.assertEqual(result.status, FAILED)
        self.assertTrue(result.messages[0].startswith("docs/k.json:1:"), result.err)

    def test_faults_of_the_catalogue_carry_its_name(self):
        self.write("k.json", b'{"name": "K", "versions": [{"version": "1", "themes": [{"title": "A", "goals": [{"number": "1"}]}]}]}')
        self.write("m.json", json.dumps(self.matrix).encode())
        result = self.run_program("check", "m.json", "--catalogue", "k.json")
        self.assertEqual(result.status, FAILED)
        self.assertRegex(result.messages[0], r"^k\.json:1:\d+: error: versions\[0\]\.themes\[0\]\.goals\[0\]\.text: missing \[SID-I012\]$")
        self.assertEqual(self.run_program("check", "m.json", "--catalogue", "none.json").status, FAILED)


if __name__ == "__main__":
    unittest.main()
