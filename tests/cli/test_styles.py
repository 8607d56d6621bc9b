"""Style sheets on the command line: files on top of files."""

import unittest

from program import DONE, FAILED, WARNINGS, ProgramTest

CITY = b"""{
  "base": "agenda",
  "name": "city",
  "font": {"size": "10 pt", "lineHeight": "13 pt"},
  "title": {"text": {"size": "200 %", "lineHeight": "200 %"}}
}"""
COMMITTEE = b"""{
  // Larger type, for the same heads.
  "base": "./shared/city.json",
  "name": "committee",
  "font": {"size": "12 pt", "lineHeight": "15 pt"}
}"""


class Bases(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.json")
        (self.folder / "styles" / "shared").mkdir(parents=True)
        self.write("styles/shared/city.json", CITY)
        self.write("styles/committee.json", COMMITTEE)

    def test_three_levels(self):
        plain = self.run_program("render", "a.json", "-o", "-", "--style", "agenda").out
        city = self.run_program("render", "a.json", "-o", "-", "--style", "styles/shared/city.json").out
        committee = self.run_program("render", "a.json", "-o", "-", "--style", "styles/committee.json").out
        self.assertEqual(len({plain, city, committee}), 3)
        self.write("flat.json", b"""{"base": "agenda", "font": {"size": "12 pt", "lineHeight": "15 pt"},
                                     "title": {"text": {"size": "24 pt", "lineHeight": "30 pt"}}}""")
        self.assertEqual(self.run_program("render", "a.json", "-o", "-", "--style", "flat.json").out, committee)

    def test_faults_are_told_of_the_file_that_has_them(self):
        self.write("styles/shared/city.json", CITY.replace(b'"13 pt"', b'"13 px"').replace(b'"name"', b'"naem"'))
        result = self.run_program("check", "a.json", "--style", "styles/committee.json")
        self.assertEqual(result.status, FAILED)
        self.assertEqual([line.split(": ")[0] for line in result.messages],
                         ["styles/shared/city.json:4:43", "styles/shared/city.json:3:3"])

    def test_nothing_is_opened_outside_the_folder_of_the_first(self):
        self.write("city.json", CITY)
        for base in ("../city.json", "/etc/passwd", "shared/../../city.json", "link.json", "shared/", "gone.json"):
            with self.subTest(base):
                self.write("styles/own.json", b'{"base": "%s"}' % base.encode())
                link = self.folder / "styles" / "link.json"
                link.unlink(missing_ok=True)
                link.symlink_to("../city.json")
                self.assertFails(self.run_program("check", "a.json", "--style", "styles/own.json"), "SID-S021",
                                 "styles/own.json:1:10: error: base: '")

    def shown(self, style):
        result = self.run_program("styles", "--show", style)
        self.assertEqual((result.status, result.err), (DONE, ""))
        return result.out

    def test_shown_sheet_says_where_each_value_comes_from(self):
        text = self.shown("styles/committee.json").decode()
        self.assertEqual(text.splitlines()[0], "// styles/committee.json, based on styles/shared/city.json, based on agenda")
        self.assertRegex(text, r'"size": "24 pt", +// styles/shared/city.json:5, 200 % of the font\'s\n')
        self.assertRegex(text, r'"size": "12 pt", +// styles/committee.json:5\n')
        self.assertRegex(text, r'"column": "340.157 pt", +// agenda:\d+\n')

    def test_shown_sheet_is_the_same_sheet(self):
        for style in ("styles/committee.json", "agenda"):
            self.write("whole.json", self.shown(style))
            self.assertEqual(self.run_program("render", "a.json", "-o", "-", "--style", "whole.json").out,
                             self.run_program("render", "a.json", "-o", "-", "--style", style).out)

    def test_nothing_is_shown_of_a_sheet_that_is_at_fault(self):
        self.write("own.json", b'{"base": "agenda", "sender": null, "column": "50 cm"}')
        for style, code in (("own.json", "SID-S013"), ("agneda", "SID-S001"), ("gone.json", "SID-R010")):
            result = self.run_program("styles", "--show", style)
            self.assertFails(result, code, "error")
            self.assertEqual(result.out, b"")
        self.write("own.json", b'{"base": "agenda", "colum": "50 cm"}')
        self.assertEqual(self.run_program("styles", "--show", "own.json").status, WARNINGS)
        result = self.run_program("styles", "--show", "own.json", "--werror")
        self.assertEqual((result.status, result.out), (FAILED, b""))


if __name__ == "__main__":
    unittest.main()
