"""Excerpts, supplements, drafts, corrections and hashes on the command line."""

import hashlib
import json
import os
import unittest
from pathlib import Path

from program import DONE, FAILED, WARNINGS, ProgramTest

SOURCE = Path(os.environ["SIDETAL_SOURCE_DIR"])
MEETING = {"committee": {"name": "Byrådet"}, "meeting": {"date": "2026-11-18"}}


def paper(items, **more):
    entries = [item if isinstance(item, dict) else {"title": item} for item in items]
    return json.dumps({"document": "agenda", **MEETING, "items": entries, **more}, ensure_ascii=False).encode()


class Versions(ProgramTest):
    def text(self, *options):
        return self.run_program("dump", "--pages", *options).out.decode()

    def read(self, name):
        return (self.folder / name).read_bytes()

    def exists(self, name):
        return (self.folder / name).exists()

    def numbers(self, *options):
        said = self.run_program("dump", "--outline", *options)
        self.assertEqual(said.err, "")
        return said.out.decode()


class Excerpts(Versions):
    def test_are_rendered_under_their_own_title_and_numbers(self):
        self.write("a.json", paper(["Et", {"title": "To", "items": [{"title": "To-et"}]}, "Tre"], document="minutes"))
        self.assertDone(self.run_program("render", "a.json", "--items", "2.1, 3", "-o", "b.pdf"))
        outline = self.numbers("a.json", "--items", "2.1,3")
        self.assertIn("Protokoludskrift", outline)
        for expected in ("2. To", "2.1 To-et", "3. Tre"):
            self.assertIn(expected, outline)
        self.assertNotIn("Et\n", outline.replace("To-et", ""))
        self.assertIn("Referat, punkt 2.1, 3", self.text("a.json", "--items", "2.1,3"))

    def test_rendered_from_their_data_they_are_the_same(self):
        self.write("a.json", paper(["Et", "To", {"title": "Tre", "items": [{"title": "Fire"}]}], document="minutes"))
        self.write("b.json", self.run_program("dump", "--model", "a.json", "--items", "3.1").out)
        self.assertDone(self.run_program("render", "a.json", "--items", "3.1", "-o", "a.pdf"))
        self.assertDone(self.run_program("render", "b.json"))
        self.assertEqual(self.read("a.pdf"), self.read("b.pdf"))

    def test_tell_the_nearest_of_what_is_not_there(self):
        self.write("a.json", paper(["Et", "To"]))
        result = self.run_program("render", "a.json", "--items", "3", "--case", "x")
        self.assertEqual(result.status, FAILED)
        self.assertIn("a.json: error: no item has the number '3' [SID-E050]", result.err)
        self.assertIn("nearest number: '2'", result.err)
        self.assertIn("[SID-E051]", result.err)

    def test_of_samples_are_whole(self):
        sample = SOURCE / "samples" / "committee-minutes.json"
        self.assertDone(self.run_program("render", sample, "--items", "2-3", "-o", "a.pdf", "--edition", "full"))


class Supplements(Versions):
    def test_go_on_from_a_file_and_from_a_supplement(self):
        self.write("main.json", paper(["Et", {"title": "To", "status": "withdrawn"}]))
        self.write("first.json", paper(["Tre"], supplements={"title": "Dagsorden", "file": "main.json"}))
        self.write("second.json", paper(["Fire"], supplements={"title": "Dagsorden", "file": "first.json"}))
        self.assertIn("3. Tre", self.numbers("first.json"))
        self.assertIn("4. Fire", self.numbers("second.json"))
        self.assertDone(self.run_program("render", "second.json"))

    def test_whose_file_is_missing_or_another_meeting_fails(self):
        self.write("a.json", paper(["Tre"], supplements={"title": "Dagsorden", "file": "main.json"}))
        result = self.run_program("check", "a.json")
        self.assertEqual(result.status, FAILED)
        self.assertIn("SID-E064", result.err)
        self.write("main.json", paper(["Et"], committee={"name": "Økonomiudvalget"}))
        result = self.run_program("check", "a.json")
        self.assertEqual(result.status, FAILED)
        self.assertIn("a.json", result.err)
        self.assertIn("SID-E061", result.err)

    def test_that_name_each_other_end(self):
        self.write("a.json", paper(["Et"], supplements={"title": "B", "file": "b.json"}))
        self.write("b.json", paper(["To"], supplements={"title": "A", "file": "a.json"}))
        result = self.run_program("check", "a.json")
        self.assertEqual(result.status, FAILED)
        self.assertIn("SID-E064", result.err)

    def test_from_standard_input_have_no_folder(self):
        result = self.run_program("check", "-", stdin=paper(["Et"], supplements={"title": "B", "file": "b.json"}))
        self.assertEqual(result.status, FAILED)
        self.assertIn("SID-E064", result.err)

    def test_are_merged(self):
        self.write("main.json", paper(["Et", "To"]))
        self.write("more.json", paper(["Tre"], supplements="Dagsorden"))
        self.assertDone(self.run_program("merge", "main.json", "more.json", "-o", "all.json"))
        self.assertIn("3. Tre", self.numbers("all.json"))
        self.assertEqual(self.run_program("merge", "main.json", "more.json").out, self.read("all.json"))
        self.assertDone(self.run_program("render", "all.json"))

    def test_merging_overwrites_no_input_and_asks_for_two(self):
        self.write("main.json", paper(["Et"]))
        self.write("more.json", paper(["To"]))
        result = self.run_program("merge", "main.json", "more.json", "-o", "main.json")
        self.assertEqual((result.status, self.read("main.json")), (FAILED, paper(["Et"])))
        self.assertIn("SID-R019", result.err)
        self.assertIn("SID-E065", self.run_program("merge", "main.json").err)

    def test_messages_of_merging_name_the_file_that_they_are_about(self):
        self.write("main.json", paper(["Et"]))
        self.write("more.json", paper(["To"], committee={"name": "Økonomiudvalget"}))
        result = self.run_program("merge", "main.json", "more.json", "-o", "all.json")
        self.assertEqual(result.status, FAILED)
        self.assertTrue(result.messages[0].startswith("more.json:"), result.err)
        self.assertFalse(self.exists("all.json"))


class Drafts(Versions):
    def test_say_so_in_all_their_titles(self):
        for style in ("agenda", "administrative", "council"):
            self.write("a.json", paper(["Et"], status="draft"))
            self.assertDone(self.run_program("render", "a.json", "--style", style))
            self.assertIn("Dagsorden (udkast)", self.numbers("a.json", "--style", style))
            self.assertIn("watermark", self.text("a.json", "--style", style))
            self.assertRegex(self.text("a.json", "--style", style), r'(?s)header path stroked 0\.75 #a4161a .*header text [^\n]*"UDKAST"')
        self.assertIn("Agenda (draft)", self.numbers("a.json", "--lang", "en"))

    def test_of_goal_matrices_too(self):
        self.write("m.json", b'{"document": "goal-matrix", "status": "draft", "themes": [{"title": "Sundhed"}]}')
        self.assertDone(self.run_program("render", "m.json"))
        for style in ("goal-matrix", "goal-matrix-a3", "follow-up", "follow-up-text"):
            self.assertIn("(udkast)", self.text("m.json", "--style", style))
            self.assertRegex(self.text("m.json", "--style", style), r'(?s)header path stroked 0\.75 #a4161a .*header text [^\n]*"UDKAST"')


class Corrections(Versions):
    def setUp(self):
        super().setUp()
        self.write("1.json", paper(["Et", "To"], version="1", date="2026-11-18"))
        self.write("2.json", paper(["Et", "To rettet", "Tre"], version="2", date="2026-11-20"))

    def test_are_told_on_the_first_page(self):
        self.assertDone(self.run_program("render", "2.json", "--corrects", "1.json"))
        text = self.text("2.json", "--corrects", "1.json", "--style", "council")
        for expected in ("Rettet udgave", "version 1", "20. november 2026", "Punkt 3, Tre: tilføjet"):
            self.assertIn(expected, text.split("page 2")[0])

    def test_replace_no_file(self):
        self.write("2.pdf", b"there already")
        result = self.run_program("render", "2.json", "--corrects", "1.json")
        self.assertEqual((result.status, self.read("2.pdf")), (FAILED, b"there already"))
        self.assertIn("SID-E072", result.err)

    def test_do_not_overwrite_what_they_correct(self):
        result = self.run_program("render", "2.json", "--corrects", "1.json", "-o", "1.json")
        self.assertEqual(result.status, FAILED)

    def test_of_the_same_version_are_warned_of(self):
        self.write("2.json", paper(["Et"], version="1", date="2026-11-18"))
        result = self.run_program("render", "2.json", "--corrects", "1.json")
        self.assertEqual(result.status, WARNINGS)
        self.assertIn("SID-E071", result.err)

    def test_of_goal_matrices_tell_of_goals(self):
        def matrix(version, *goals):
            return json.dumps({"document": "goal-matrix", "style": "follow-up", "version": version, "columns": ["theme", "number", "goal", "status"],
                               "themes": [{"title": "Sundhed", "goals": [dict(zip(("number", "text", "status"), goal)) for goal in goals]}]}).encode()
        self.write("m1.json", matrix("1", ("1.1", "Motion.", "partly"), ("1.2", "Udgår.", "reached")))
        self.write("m2.json", matrix("2", ("1.1", "Motion.", "reached"), ("1.3", "Nyt.", "partly")))
        self.assertDone(self.run_program("render", "m2.json", "--corrects", "m1.json"))
        text = self.text("m2.json", "--corrects", "m1.json").split("page 2")[0]
        for expected in ("Version 2", "Rettet udgave", "Erstatter version 1.", "Mål 1.1, Motion: ændret: status", "Mål 1.2, Udgår: fjernet", "Mål 1.3, Nyt: tilføjet"):
            self.assertIn(expected, text)
        result = self.run_program("check", "2.json", "--corrects", "m1.json")
        self.assertEqual(result.status, FAILED)
        self.assertIn("SID-E070", result.err)

    def test_of_another_kind_fail(self):
        self.write("1.json", paper(["Et"], document="minutes"))
        self.assertIn("SID-E070", self.run_program("check", "2.json", "--corrects", "1.json").err)


class Hashes(Versions):
    def test_are_those_of_the_dumped_model(self):
        self.write("a.json", paper(["Et"]))
        said = self.run_program("render", "a.json", "--hash")
        self.assertEqual(said.status, DONE)
        expected = hashlib.sha256(self.run_program("dump", "--model", "a.json").out).hexdigest()
        self.assertEqual(said.out.decode(), f"{expected}  a.pdf\n")

    def test_need_standard_output(self):
        self.write("a.json", paper(["Et"]))
        result = self.run_program("render", "a.json", "--hash", "-o", "-")
        self.assertEqual((result.status, result.out), (FAILED, b""))
        self.assertIn("SID-E073", result.err)

    def test_stand_in_the_foot_where_the_style_says_so(self):
        self.write("a.json", paper(["Et"]))
        self.write("s.json", b'{"name": "s", "base": "council", "foot": {"hash": true}}')
        expected = hashlib.sha256(self.run_program("dump", "--model", "a.json").out).hexdigest()
        self.assertDone(self.run_program("render", "a.json", "--style", "./s.json"))
        self.assertIn(expected, self.text("a.json", "--style", "./s.json"))


if __name__ == "__main__":
    unittest.main()
