"""What should not be published is told, by sidetal lint and by every public render."""

import json
import unittest

from program import DONE, FAILED, WARNINGS, ProgramTest

AGENDA = b'{"document": "agenda", "items": [{"title": "Sag om 010203-1008, tlf. 89 40 20 00"}]}'


class Lint(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.json", AGENDA)

    def codes(self, *arguments):
        said = self.run_program(*arguments, "--diagnostics", "json").err
        return [json.loads(line)["code"] for line in said.splitlines()]

    def test_is_part_of_lint_check_and_public_render(self):
        for arguments in (["lint", "a.json"], ["check", "a.json"], ["render", "a.json", "-o", "a.pdf"]):
            self.assertEqual(self.codes(*arguments), ["SID-N001", "SID-N004"], arguments)
            for edition in ("members", "full"):
                expected = ["SID-N001", "SID-N004"] if arguments[0] == "lint" else []
                self.assertEqual(self.codes(*arguments, "--edition", edition), expected, arguments)

    def test_messages_do_not_spread_what_they_found(self):
        result = self.run_program("render", "a.json")
        self.assertEqual(result.status, WARNINGS)
        self.assertIn("010203-xxxx", result.err)
        self.assertNotIn("1008", result.err)

    def test_werror_stops_publication(self):
        result = self.run_program("render", "a.json", "-o", "a.pdf", "--werror")
        self.assertEqual(result.status, FAILED)
        self.assertFalse((self.folder / "a.pdf").exists())

    def test_rules_allow_and_grade(self):
        self.write("r.json", b'{"allowed": [{"text": "8940 2000", "reason": "omstillingen"}], "severity": {"SID-N001": "error"}}')
        for command in ("lint", "check", "render"):
            self.assertEqual(self.codes(command, "a.json", "--lint", "r.json", "--edition", "full"), ["SID-N001"])
            self.assertEqual(self.run_program(command, "a.json", "--lint", "r.json").status, FAILED)
        self.assertFalse((self.folder / "a.pdf").exists())

    def test_a_policy_has_rules_too(self):
        self.write("p.json", b'{"lint": {"forbiddenNames": ["Sag"], "allowed": [{"text": "8940 2000", "reason": "omstillingen"}]}}')
        for command in ("lint", "check", "render"):
            self.assertEqual(self.codes(command, "a.json", "--policy", "p.json"), ["SID-N001", "SID-N011"], command)
        self.write("r.json", b'{"severity": {"SID-N011": "off", "SID-N001": "error"}}')
        for command in ("lint", "check", "render"):
            self.assertEqual(self.codes(command, "a.json", "--policy", "p.json", "--lint", "r.json"), ["SID-N001"], command)
            self.assertEqual(self.run_program(command, "a.json", "--policy", "p.json", "--lint", "r.json").status, FAILED)
        self.write("p.json", b'{"lint": {"allowed": [{"text": "Lone", "reason": "x", "codes": ["SID-N004"]}]}}')
        self.assertEqual(self.codes("lint", "a.json", "--policy", "p.json"), ["SID-N042", "SID-N001", "SID-N004"])
        self.write("p.json", b'{"lint": {"allowd": []}}')
        self.assertFails(self.run_program("render", "a.json", "--policy", "p.json"), "SID-I014", "p.json:1:11")

    def test_rules_that_are_wrong_stop_the_render(self):
        self.write("r.json", b'{"allowed": [{"text": "x"}]}')
        self.assertFails(self.run_program("render", "a.json", "--lint", "r.json"), "SID-I012", "r.json:1:14")
        self.assertFails(self.run_program("render", "a.json", "--lint", "no.json"), "SID-R010", "no.json")
        self.assertFalse((self.folder / "a.pdf").exists())

    def test_rules_are_not_overwritten(self):
        self.write("r.json", b"{}")
        self.assertFails(self.run_program("render", "a.json", "--lint", "r.json", "-o", "r.json"), "SID-R019", "r.json")

    def test_schema_has_the_codes(self):
        schema = json.loads(self.run_program("schema", "lint").out)
        self.assertIn("SID-N001", schema["properties"]["severity"]["properties"])
        self.assertIn("SID-N001", schema["properties"]["allowed"]["items"]["properties"]["codes"]["items"]["enum"])

    def test_nothing_found_is_nothing_said(self):
        self.write("b.json", b'{"document": "agenda", "items": [{"title": "CVR 29189633, sag 00.22.02-A00-3-26"}]}')
        result = self.run_program("lint", "b.json")
        self.assertEqual((result.status, result.err, result.out), (DONE, "", b""))


if __name__ == "__main__":
    unittest.main()
