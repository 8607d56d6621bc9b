"""What is read: every kind of input that cannot be, and standard input."""

import html.entities
import json
import os
import resource
import subprocess
import unittest

from program import BAD, DONE, FAILED, GOOD, SANITIZED, WARNING, WARNINGS, XML, ProgramTest

MB = 1 << 20


class Input(ProgramTest):
    def test_json_and_xml_are_told_apart_by_content(self):
        self.write("a.xml", GOOD)
        self.write("b.json", XML)
        self.assertDone(self.run_program("render", "a.xml", "b.json"))
        self.assertPdf("a.pdf")
        self.assertPdf("b.pdf")

    def test_named_characters_are_those_of_the_standard(self):
        """Every name, with and without its semicolon, against the list that Python has of them."""
        names = html.entities.html5
        self.assertEqual(len(names), 2231)
        items = [{"title": f"T{n}", "body": {"html": f"<p>x&{name} y</p>"}} for n, name in enumerate(names)]
        self.write("a.json", json.dumps({"document": "agenda", "items": items}).encode())
        dumped = json.loads(self.run_program("dump", "a.json", "--model").out)
        for (name, characters), item in zip(names.items(), dumped["items"], strict=True):
            body = item["body"]
            if isinstance(body, dict):
                body = html.unescape(body["html"].removeprefix("<p>").removesuffix("</p>"))
            shown = " " if characters in ("\t", "\n") else characters  # white space as HTML collapses it
            self.assertEqual(body, f"x{shown} y".replace("  ", " "), name)

    def test_missing(self):
        self.assertFails(self.run_program("render", "møde.json"), "SID-R010", "møde.json: error:", "no such file")
        self.assertOnly()

    def test_names_in_brackets_are_names(self):
        self.write("[a.json]")
        self.write("[b, c.json]")
        self.assertDone(self.run_program("render", "[a.json]", "[b, c.json]"))
        self.assertDone(self.run_program("render", "[a.json]", "-o", "[x]"))
        self.assertOnly("[a.json]", "[a.json].pdf", "[b, c.json]", "[b, c.json].pdf", "[x]")

    def test_missing_folder(self):
        self.assertFails(self.run_program("render", "none/a.json"), "SID-R010", "none/a.json: error:")

    def test_folder_that_is_a_file(self):
        self.write("a.json")
        self.assertFails(self.run_program("render", "a.json/b.json"), "SID-R010", "a.json/b.json: error:")

    def test_unreadable(self):
        os.chmod(self.write("a.json"), 0)
        self.assertFails(self.run_program("render", "a.json", unprivileged=True), "SID-R011", "permission denied")
        self.assertOnly("a.json")

    def test_folder(self):
        (self.folder / "a.json").mkdir()
        self.assertFails(self.run_program("render", "a.json"), "SID-R012", "a.json: error:", "directory")

    def test_empty(self):
        self.write("a.json", b"")
        self.assertFails(self.run_program("render", "a.json"), "SID-R013", "empty")
        self.assertFails(self.run_program("check", "-"), "SID-R013", "<standard input>")
        self.assertOnly("a.json")

    def peak_of_refusing(self, name):
        """Peak memory of one run, in bytes."""
        child = subprocess.Popen([self.program, "check", name], cwd=self.folder, stdin=subprocess.DEVNULL,
                                 stderr=subprocess.PIPE)
        message = child.stderr.read().decode()
        child.stderr.close()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(child.returncode, FAILED, message)
        self.assertIn("larger than 64 MB", message)
        self.assertIn("[SID-R014]", message)
        return usage.ru_maxrss * 1024

    def test_200_megabytes_are_refused_unread(self):
        os.truncate(self.write("a.json"), 200 * MB)
        peak = self.peak_of_refusing("a.json")
        if not SANITIZED:
            self.assertLess(peak, 40 * MB)

    def test_endless_input_is_read_up_to_the_limit(self):
        peak = self.peak_of_refusing("/dev/zero")
        if not SANITIZED:
            self.assertLess(peak, 300 * MB)

    def test_standard_input_goes_to_standard_output(self):
        result = self.run_program("render", "-", stdin=GOOD)
        self.assertDone(result)
        self.assertPdf(result.out)
        self.assertOnly()

    def test_standard_input_from_a_pipe_in_pieces(self):
        self.write("a.json")
        expected = self.run_program("render", "a.json", "-o", "-").out
        child = subprocess.Popen([self.program, "render", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for i in range(0, len(GOOD), 7):
            child.stdin.write(GOOD[i:i + 7])
            child.stdin.flush()
        out, _ = child.communicate()
        self.assertEqual((child.returncode, out), (DONE, expected))

    def test_standard_input_to_a_file(self):
        self.assertDone(self.run_program("render", "-", "-o", "a.pdf", stdin=GOOD))
        self.assertPdf("a.pdf")

    def test_closed_standard_input(self):
        child = subprocess.run(["sh", "-c", '"$0" check - <&-', self.program], capture_output=True, check=False)
        self.assertEqual(child.returncode, FAILED)
        self.assertIn(b"[SID-R011]", child.stderr)

    def test_standard_input_is_read_only_once(self):
        self.assertFails(self.run_program("check", "-", "-", stdin=GOOD), "SID-R023", "several times")
        self.assertFails(self.run_program("render", "-", "-", stdin=GOOD), "SID-R023", "several times")

    def test_one_faulty_input_does_not_stop_the_others(self):
        self.write("1.json")
        self.write("2.json", BAD)
        self.write("4.json", WARNING)
        result = self.run_program("render", "1.json", "2.json", "3.json", "4.json")
        self.assertEqual(result.status, FAILED)
        self.assertEqual(len(result.messages), 3, result.err)
        self.assertTrue(result.messages[0].startswith("2.json:"))
        self.assertIn("3.json: error: cannot be read", result.messages[1])
        self.assertTrue(result.messages[2].startswith("4.json:"))
        self.assertOnly("1.json", "1.pdf", "2.json", "4.json", "4.pdf")

    def test_worst_status_of_several_inputs(self):
        self.write("1.json", WARNING)
        self.write("2.json")
        self.assertEqual(self.run_program("check", "1.json", "2.json").status, WARNINGS)

    def test_missing_style_sheet(self):
        self.write("a.json")
        self.assertFails(self.run_program("render", "a.json", "--style", "my.json"), "SID-R010", "my.json: error:")
        self.assertOnly("a.json")

    def test_reading_needs_no_more_descriptors_than_there_are(self):
        names = [f"{i}.json" for i in range(40)]
        for name in names:
            self.write(name)
        self.assertDone(self.run_program("check", *names, limits=[(resource.RLIMIT_NOFILE, 24)]))


if __name__ == "__main__":
    unittest.main()
