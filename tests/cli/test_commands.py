"""Subcommands, options, messages and the exit status."""

import json
import re
import subprocess
import unittest

from program import BAD, DONE, FAILED, GOOD, UNDATED, WARNING, WARNINGS, ProgramTest, objects


def read_back(program, path):
    """What one of poppler's programs says of a PDF."""
    return subprocess.run([program, path, *(["-"] if program == "pdftotext" else [])], stdout=subprocess.PIPE, check=True,
                          timeout=60).stdout.decode()


class Characters(ProgramTest):
    STRANGE = '{"document": "agenda", "items": [{"title": "Om 漢字 og \ue123", "body": "x\u1dfa 漢\ufe0f slut"}]}'

    def test_missing_ones_are_errors(self):
        self.write("a.json", self.STRANGE.encode())
        for arguments in ([], ["--missing", "error"]):
            result = self.run_program("render", "a.json", *arguments)
            self.assertEqual(result.status, FAILED)
            self.assertTrue(all("[SID-T010]" in message for message in result.messages), result.err)
        self.assertOnly("a.json")

    def test_boxes_for_missing_ones_are_told_and_extract_as_they_were_written(self):
        self.write("a.json", self.STRANGE.encode())
        for command in ("check", "render"):
            result = self.run_program(command, "a.json", "--missing", "box")
            self.assertEqual(result.status, WARNINGS)
            self.assertEqual(len(result.messages), 1, result.err)
            self.assertIn("no font has 4 characters of the text; '□' is set for them [SID-T012]", result.messages[0])
            for name in ("'漢' (U+6F22), first at 1:44", "'字' (U+5B57)", "(U+E123)", "(U+1DFA), first at 1:"):
                self.assertIn(name, result.err)
        text = read_back("pdftotext", self.folder / "a.pdf")
        self.assertIn("Om 漢字 og □", text)
        self.assertIn("x\u1dfa 漢 slut", text)

    def test_outline_and_title_are_composed(self):
        self.write("a.json", '{"document": "agenda", "title": "Mo\u0308de", "items": [{"title": "A\u030abent"}]}'.encode())
        self.assertDone(self.run_program("render", "a.json"))
        self.assertIn("M\u00f6de", read_back("pdfinfo", self.folder / "a.pdf"))
        outline = self.run_program("dump", "a.json", "--outline").out.decode()
        self.assertIn("\u00c5bent", outline)


class CommandLine(ProgramTest):
    def test_version(self):
        for arguments in (["--version"], ["render", "--version"]):
            result = self.run_program(*arguments)
            self.assertDone(result)
            self.assertRegex(result.out.decode(), r"^sidetal \d+\.\d+\.\d+\n$")

    def test_help_of_every_subcommand(self):
        top = self.run_program("--help")
        self.assertDone(top)
        for name in ("render", "check", "lint", "dump", "schema", "styles", "fonts"):
            self.assertIn(f"  {name} ", top.out.decode())
            result = self.run_program(name, "--help")
            self.assertDone(result)
            for option in ("--quiet", "--werror", "--diagnostics"):
                self.assertIn(option, result.out.decode(), name)

    def test_wrong_usage_is_one_message_and_status_2(self):
        self.write("a.json")
        for arguments in ([], ["frobnicate"], ["render"], ["check"], ["dump", "a.json"], ["render", "--nope", "a.json"],
                          ["dump", "a.json", "--model", "--tags"], ["render", "a.json", "--edition", "secret"],
                          ["render", "a.json", "--lang", "de"], ["render", "a.json", "--diagnostics", "xml"],
                          ["fonts", "a.json"], ["dump", "--model", "a.json", "b.json"], ["render", "a.json", "-o"],
                          ["render", "a.json", "-o", ""], ["render", "a.json", "--style", ""],
                          ["render", "a.json", "--date", ""], ["render", "a.json", "--accept-unknown-key", ""],
                          ["check", ""]):
            self.assertFails(self.run_program(*arguments), "SID-R023")
        self.assertOnly("a.json")

    def test_wrong_usage_names_the_help(self):
        self.assertIn("see: sidetal render --help", self.run_program("render").err)
        self.assertIn("see: sidetal --help", self.run_program("frobnicate").err)

    def test_schema(self):
        kinds = self.run_program("schema").out.decode().split()
        self.assertEqual(kinds, ["agenda", "goal-matrix", "minutes", "policy", "style", "lint", "selection", "job", "catalogue", "mapping"])
        for kind in kinds:
            result = self.run_program("schema", kind)
            self.assertDone(result)
            self.assertEqual(json.loads(result.out)["$schema"], "https://json-schema.org/draft/2020-12/schema")
        self.assertFails(self.run_program("schema", "letter"), "SID-R001", "letter")

    def test_minutes_are_an_agenda_with_another_title(self):
        self.write("m.json", b'{"document": "minutes", "items": [{"title": "Budget", "decisions": [{"body": "Godkendt."}]}]}')
        self.write("m.xml", b"<minutes><items><item title='Budget'><decisions><decision body='Godkendt.'/></decisions></item></items></minutes>")
        for name in ("m.json", "m.xml"):
            result = self.run_program("dump", "--outline", name)
            self.assertEqual((result.status, result.err), (DONE, ""))
            self.assertEqual(re.findall(r'"([^"]+)" #', result.out.decode()), ["Referat", "1. Budget", "Beslutning"])
        agenda, minutes = (json.loads(self.run_program("schema", kind).out) for kind in ("agenda", "minutes"))
        self.assertEqual(minutes["properties"]["document"]["const"], "minutes")
        for schema in (agenda, minutes):
            del schema["title"], schema["description"], schema["properties"]["document"]["const"]
        self.assertEqual(agenda, minutes)

    def test_styles(self):
        result = self.run_program("styles")
        self.assertDone(result)
        self.assertEqual([line.split()[0] for line in result.out.decode().splitlines()],
                         ["agenda", "administrative", "council", "goal-matrix", "goal-matrix-a3", "follow-up", "follow-up-a3", "follow-up-text"])

    def test_fonts(self):
        result = self.run_program("fonts")
        self.assertDone(result)
        lines = result.out.decode().splitlines()
        self.assertTrue(any("Carlito" in line and "fonts-crosextra-carlito" in line for line in lines))
        self.assertTrue(any("DejaVu Sans" in line and "fonts-dejavu-core" in line for line in lines))

    def test_dump_of_every_stage(self):
        self.write("a.json")
        seen = set()
        for stage in ("--model", "--blocks", "--pages", "--tags", "--outline"):
            result = self.run_program("dump", "a.json", stage)
            self.assertDone(result)
            self.assertIn("Meddelelser", result.out.decode())
            seen.add(result.out)
        self.assertEqual(len(seen), 5)

    def test_dump_prints_warnings(self):
        self.write("w.json", b'{"document": "agenda", "items": [{"title": "x", "publicTitle": "y"}]}')
        result = self.run_program("dump", "w.json", "--blocks")
        self.assertEqual(result.status, WARNINGS)
        self.assertIn("w.json:1:49: warning: items[0].publicTitle: 'publicTitle' is read, but no page shows it yet [SID-C001]",
                      result.err)
        self.assertNotEqual(result.out, b"")
        self.assertEqual(self.run_program("dump", "w.json", "--model").status, DONE, "composing comes later")
        result = self.run_program("dump", "w.json", "--tags", "--werror")
        self.assertEqual((result.status, result.out), (FAILED, b""))
        self.write("w.json", WARNING)
        result = self.run_program("dump", "w.json", "--model", "--werror")
        self.assertEqual((result.status, result.out), (FAILED, b""))

    def test_dumped_model_renders_to_the_same_bytes(self):
        model = self.run_program("dump", "-", "--model", stdin=GOOD).out
        self.assertEqual(self.run_program("render", "-", stdin=model).out, self.run_program("render", "-", stdin=GOOD).out)

    def test_unknown_style_names_the_known_ones(self):
        self.write("a.json")
        result = self.run_program("render", "a.json", "--style", "agneda")
        self.assertEqual(result.status, FAILED)
        self.assertIn("SID-S001", result.err)
        self.assertIn("agenda", result.err)

    def test_style_of_the_users_own(self):
        self.write("a.json")
        self.write("mine.json", b'{"base": "agenda"}')
        plain = self.run_program("render", "a.json", "-o", "-")
        own = self.run_program("render", "a.json", "-o", "-", "--style", "mine.json")
        self.assertEqual(own.out, plain.out, own.err)

    def test_what_may_be_closed_by_another_name_is_refused_unless_accepted(self):
        for key in ("erÅben", "fortroligt", "publicBus"):
            self.write("a.json", f'{{"document": "agenda", "items": [{{"title": "Salg", "meta": {{"{key}": 1}}}}]}}'.encode())
            for edition in ("public", "members", "full"):
                result = self.run_program("render", "a.json", "--edition", edition)
                self.assertEqual(result.status, FAILED)
                self.assertIn(f"error: items[0].meta.{key}: '{key}' is not known here", result.err)
            self.assertOnly("a.json")
            for accepted in (key, "meta"):
                for command in (["render", "a.json", "-o", "-"], ["check", "a.json"], ["dump", "a.json", "--model"]):
                    result = self.run_program(*command, "--accept-unknown-key", "a", "--accept-unknown-key", accepted)
                    self.assertEqual(result.status, WARNINGS, result.err)
                    self.assertEqual(result.err.count("SID-I014"), 1, result.err)
        self.assertEqual(self.run_program("check", "--accept-unknown-key", "meta", "a.json").status, WARNINGS, "one name only")

    def test_embedded_data_change_the_file(self):
        self.write("a.json")
        plain = self.run_program("render", "a.json", "-o", "-").out
        self.assertGreater(len(self.run_program("render", "a.json", "-o", "-", "--embed-data").out), len(plain))


class MessageForms(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("w.json", WARNING)
        self.write("e.json", BAD)

    def test_warning(self):
        result = self.run_program("check", "w.json")
        self.assertEqual((result.status, result.out), (WARNINGS, b""))
        self.assertRegex(result.messages[0], r"^w\.json:1:\d+: warning: .*\[SID-I\d{3}\]$")

    def test_error(self):
        result = self.run_program("check", "e.json")
        self.assertEqual((result.status, result.out), (FAILED, b""))
        self.assertRegex(result.messages[0], r"^e\.json:1:\d+: error: .*\[SID-I\d{3}\]$")

    def test_quiet_keeps_errors_and_the_status(self):
        result = self.run_program("check", "w.json", "--quiet")
        self.assertEqual((result.status, result.err), (WARNINGS, ""))
        self.assertEqual(len(self.run_program("--quiet", "check", "e.json").messages), 1)

    def test_warnings_as_errors(self):
        for arguments in (["--werror", "check", "w.json"], ["check", "w.json", "--werror"],
                          ["check", "w.json", "--werror", "--quiet"]):
            result = self.run_program(*arguments)
            self.assertEqual(result.status, FAILED)
            self.assertIn(": error: ", result.messages[0])

    def test_json(self):
        result = self.run_program("check", "w.json", "e.json", "none.json", "--diagnostics", "json")
        found = objects(result.err)
        self.assertEqual([(m["severity"], m["file"]) for m in found],
                         [("warning", "w.json"), ("error", "e.json"), ("error", "none.json")])
        self.assertEqual(found[2]["code"], "SID-R010")
        self.assertEqual(found[1]["path"], "items")

    def test_every_message_about_an_input_names_it(self):
        self.write("long.json", b'{"document": "agenda", "date": "2021-10-26", "items": [{"title": "%s"}]}' % (b"lang titel " * 4000))
        self.write("undated.json", UNDATED)
        self.write("good.json", GOOD)
        for arguments in (["check"], ["render"]):
            result = self.run_program(*arguments, "good.json", "long.json", "undated.json", "none.json",
                                      environment={"SOURCE_DATE_EPOCH": "now"})
            self.assertEqual([re.sub(r"(:\d+:\d+)?: error: .*\[(.*)\]", r" \2", line) for line in result.messages],
                             ["long.json SID-P004", "undated.json SID-R022", "none.json SID-R010"], result.err)

    def test_what_finds_no_room_names_file_and_place(self):
        self.write("style.json", b"""{"base": "agenda", "page": {"height": "500 pt"},
                                      "body": {"text": {"size": "300 pt", "lineHeight": "390 pt"}}}""")
        body = b'{"document": "agenda", "date": "2021-10-26", "items": [{"title": "x", "body": "A"}]}'
        self.write("a.json", body)
        self.write("b.json", b"\n" + body)
        result = self.run_program("check", "a.json", "b.json", "--style", "./style.json")
        self.assertEqual(result.status, FAILED)
        self.assertEqual([line.split(" error: ")[0] for line in result.messages], ["a.json:1:79:", "b.json:2:79:"], result.err)
        self.assertTrue(all(line.endswith("[SID-L001]") for line in result.messages), result.err)

    def test_json_of_wrong_usage_wherever_it_is_asked_for(self):
        for arguments in (["--diagnostics", "json", "render", "a.json", "--nope"], ["render", "--nope", "--diagnostics", "json"],
                          ["render", "a.json", "--edition", "secret", "--diagnostics=json"], ["frobnicate", "--diagnostics", "json"]):
            result = self.run_program(*arguments)
            self.assertEqual([m["code"] for m in objects(result.err)], ["SID-R023"], arguments)
        for arguments in (["render", "--nope", "--diagnostics", "xml"], ["render", "--nope", "--", "--diagnostics", "json"]):
            self.assertFails(self.run_program(*arguments), "SID-R023")

    def test_json_of_a_file_whose_name_is_no_utf8(self):
        result = self.run_program("check", b"m\xf8de.json", "--diagnostics", "json")
        self.assertEqual([m["file"] for m in objects(result.err)], ["m\ufffdde.json"])
        self.assertFails(self.run_program("check", b"m\xf8\nde.json"), "SID-R010", "m\\x{F8}\\u{A}de.json: error:")


class FileDate(ProgramTest):
    """--date, else the document's own, else SOURCE_DATE_EPOCH, else none; never the clock."""

    EPOCH = {"SOURCE_DATE_EPOCH": "951782400"}  # 2000-02-29

    def date_of(self, data, *arguments, environment=None):
        result = self.run_program("render", "-", *arguments, stdin=data, environment=environment)
        self.assertDone(result)
        found = [date for date in ("1999-12-31", "2000-02-29", "2021-10-26") if date.encode() in result.out]
        self.assertEqual(b"CreateDate" in result.out, bool(found))
        return found

    def test_order(self):
        self.assertEqual(self.date_of(GOOD, "--date", "1999-12-31", environment=self.EPOCH), ["1999-12-31"])
        self.assertEqual(self.date_of(GOOD, environment=self.EPOCH), ["2021-10-26"])
        self.assertEqual(self.date_of(UNDATED, environment=self.EPOCH), ["2000-02-29"])
        self.assertEqual(self.date_of(UNDATED), [])

    def test_offset_is_taken_to_utc(self):
        self.assertEqual(self.date_of(UNDATED, "--date", "2000-01-01T00:30:00+02:00"), ["1999-12-31"])

    def test_malformed(self):
        self.write("a.json", UNDATED)
        for date in ("2021-02-31", "yesterday", "2021-10-26T25:00:00Z"):
            self.assertFails(self.run_program("check", "a.json", "--date", date), "SID-R021", f"'{date}'")
        for epoch in ("", "now", "1e9", "99999999999999999999", " 1"):
            self.assertFails(self.run_program("check", "a.json", environment={"SOURCE_DATE_EPOCH": epoch}), "SID-R022")

    def test_malformed_variable_does_no_harm_where_it_is_not_asked(self):
        self.write("a.json", GOOD)
        self.assertEqual(self.run_program("check", "a.json", environment={"SOURCE_DATE_EPOCH": "now"}).status, DONE)


if __name__ == "__main__":
    unittest.main()
