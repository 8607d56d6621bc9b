"""What is written: whole files or none, nothing overwritten that should not be."""

import os
import resource
import signal
import stat
import subprocess
import unittest
from pathlib import Path

from program import BAD, DONE, FAILED, GOOD, NOBODY, WARNING, WARNINGS, XML, ProgramTest


class Names(ProgramTest):
    def test_beside_the_input(self):
        self.write("ud/møde.json")
        self.assertDone(self.run_program("render", "ud/møde.json"))
        self.assertOnly("møde.json", "møde.pdf", folder=self.folder / "ud")

    def test_extensions(self):
        for name in ("a.JSON", "b.Xml", "c.txt", "d", "punkt 1.2"):
            self.write(name)
            self.assertDone(self.run_program("render", name))
        self.assertOnly("a.JSON", "a.pdf", "b.Xml", "b.pdf", "c.txt", "c.txt.pdf", "d", "d.pdf", "punkt 1.2",
                        "punkt 1.2.pdf")

    def test_folder(self):
        self.write("in/a.json")
        self.write("in/b.xml", XML)
        (self.folder / "out").mkdir()
        self.assertDone(self.run_program("render", "in/a.json", "in/b.xml", "-o", "out"))
        self.assertOnly("a.pdf", "b.pdf", folder=self.folder / "out")

    def test_one_input_to_a_folder(self):
        self.write("a.json")
        (self.folder / "out").mkdir()
        self.assertDone(self.run_program("render", "a.json", "-o", "out/"))
        self.assertOnly("a.pdf", folder=self.folder / "out")

    def test_several_inputs_need_a_folder(self):
        self.write("a.json")
        self.write("b.json")
        for output in ("out", "out/", "a.pdf", "-", "/dev/null"):
            self.assertFails(self.run_program("render", "a.json", "b.json", "-o", output), "SID-R024", output)
        self.assertOnly("a.json", "b.json")

    def test_standard_input_has_no_name(self):
        self.write("a.json")
        (self.folder / "out").mkdir()
        self.assertFails(self.run_program("render", "a.json", "-", "-o", "out", stdin=GOOD), "SID-R024", "no name")
        self.assertOnly(folder=self.folder / "out")

    def test_same_output_for_two_inputs_is_refused_before_anything_is_written(self):
        self.write("a.json")
        self.write("a.xml", XML)
        self.write("b.json")
        self.assertFails(self.run_program("render", "b.json", "a.json", "a.xml"), "SID-R020", "a.json", "a.xml")
        self.assertOnly("a.json", "a.xml", "b.json")

    def test_same_output_by_another_path_is_refused(self):
        self.write("in/a.json")
        self.write("a.json")
        (self.folder / "out").mkdir()
        (self.folder / "link").symlink_to("in")
        self.assertFails(self.run_program("render", "in/a.json", "a.json", "-o", "out"), "SID-R020")
        self.assertFails(self.run_program("render", "in/a.json", "link/a.json"), "SID-R020")

    def test_same_output_through_a_link_is_refused(self):
        self.write("a.json")
        self.write("b.json")
        (self.folder / "b.pdf").symlink_to("a.pdf")
        self.assertFails(self.run_program("render", "a.json", "b.json"), "SID-R020")
        self.assertOnly("a.json", "b.json", "b.pdf")


class Planning(ProgramTest):
    """Finding out where each PDF goes costs each input the same, however many there are."""

    def calls(self, count):
        names = [f"{i}.json" for i in range(count)]
        for name in names:
            self.write(name, b"")  # is told as empty: what is counted is the planning
            self.write(name.replace("json", "pdf"), b"old")
        result = self.run_program("render", *names, environment={
            "LD_PRELOAD": os.environ["SIDETAL_COUNT_LIBRARY"], "SIDETAL_CALL_COUNT": "count",
            "ASAN_OPTIONS": "verify_asan_link_order=0"})
        self.assertEqual(len(result.messages), count, result.err)
        return int((self.folder / "count").read_text())

    def test_calls_grow_with_the_inputs_and_no_faster(self):
        first, second, third = (self.calls(count) for count in (20, 40, 60))
        self.assertGreaterEqual(second - first, 20, "the counting works")
        self.assertEqual(third - second, second - first)


class Overwriting(ProgramTest):
    def assertKept(self, *arguments, **options):
        before = self.write("a.json").read_bytes()
        self.assertFails(self.run_program("render", *arguments, **options), "SID-R019", "would overwrite the input")
        self.assertEqual((self.folder / "a.json").read_bytes(), before)

    def test_same_name(self):
        self.assertKept("a.json", "-o", "a.json")
        self.assertKept("a.json", "-o", "./../" + self.folder.name + "/a.json")
        self.assertOnly("a.json")

    def test_input_named_as_a_pdf(self):
        self.write("a.json")
        self.write("b.pdf")
        self.assertFails(self.run_program("render", "b.pdf", "-o", "b.pdf"), "SID-R019")
        self.assertFails(self.run_program("render", "b.pdf", "a.json", "-o", "b.pdf"), "SID-R024")

    def test_symbolic_link(self):
        (self.folder / "x.pdf").symlink_to("a.json")
        self.assertKept("a.json", "-o", "x.pdf")
        self.assertTrue((self.folder / "x.pdf").is_symlink())

    def test_hard_link(self):
        self.write("a.json")
        os.link(self.folder / "a.json", self.folder / "a.pdf")
        self.assertKept("a.json")

    def test_another_input_of_the_same_call(self):
        self.write("b.json")
        (self.folder / "b.pdf").symlink_to("a.json")
        self.assertKept("b.json", "a.json")
        self.assertOnly("a.json", "b.json", "b.pdf")

    def test_style_sheet(self):
        self.write("b.json")
        self.assertKept("b.json", "--style", "./a.json", "-o", "a.json")

    def test_base_of_the_style_sheet(self):
        self.write("a.json")
        self.write("own.json", b'{"base": "city.json"}')
        base = self.write("city.json", b'{"base": "agenda"}')
        self.assertFails(self.run_program("render", "a.json", "--style", "./own.json", "-o", "city.json"), "SID-R019",
                         "city.json: error: would overwrite the input './city.json'")
        self.assertEqual(base.read_bytes(), b'{"base": "agenda"}')

    def test_redirected_standard_input(self):
        path = self.write("a.json")
        with open(path, "rb") as stdin:
            self.assertKept("-", "-o", "a.json", stdin=stdin)

    def test_redirected_standard_output(self):
        path = self.write("a.json")
        with open(path, "ab") as stdout:
            self.assertFails(self.run_program("render", "a.json", "-o", "-", stdout=stdout), "SID-R019")
        self.assertEqual(path.read_bytes(), GOOD)


class Whole(ProgramTest):
    """The file is there, whole, or nothing of it is."""

    def setUp(self):
        super().setUp()
        self.write("a.json")

    def test_new_file_has_the_mode_of_new_files(self):
        self.assertDone(self.run_program("render", "a.json", umask=0o027))
        self.assertEqual(self.mode("a.pdf"), 0o640)

    def test_replaced_file_keeps_its_mode(self):
        os.chmod(self.write("a.pdf", b"old"), 0o604)
        self.assertDone(self.run_program("render", "a.json", umask=0o077))
        self.assertEqual(self.mode("a.pdf"), 0o604)
        self.assertPdf("a.pdf")

    @unittest.skipUnless(os.geteuid() == 0, "only root can give files away")
    def test_replaced_file_keeps_its_owner(self):
        os.chown(self.write("a.pdf", b"old"), NOBODY, NOBODY)
        self.assertDone(self.run_program("render", "a.json"))
        self.assertEqual((self.folder / "a.pdf").stat().st_uid, NOBODY)

    def test_link_to_a_file_is_kept_and_its_target_replaced(self):
        (self.folder / "real").mkdir()
        (self.folder / "a.pdf").symlink_to("real/b.pdf")
        self.assertDone(self.run_program("render", "a.json"))
        self.assertTrue((self.folder / "a.pdf").is_symlink())
        self.assertPdf("real/b.pdf")
        self.assertOnly("b.pdf", folder=self.folder / "real")

    def test_links_in_a_circle(self):
        (self.folder / "a.pdf").symlink_to("b.pdf")
        (self.folder / "b.pdf").symlink_to("a.pdf")
        self.assertFails(self.run_program("render", "a.json"), "SID-R017", "a.pdf: error:")

    def test_failed_run_leaves_what_was_there(self):
        self.write("a.json", BAD)
        self.write("a.pdf", b"old")
        self.assertEqual(self.run_program("render", "a.json").status, FAILED)
        self.assertEqual((self.folder / "a.pdf").read_bytes(), b"old")
        self.assertOnly("a.json", "a.pdf")

    def test_warnings_taken_as_errors_leave_no_file(self):
        self.write("a.json", WARNING)
        result = self.run_program("render", "a.json", "--werror")
        self.assertEqual(result.status, FAILED)
        self.assertIn("error:", result.messages[0])
        self.assertOnly("a.json")
        self.assertEqual(self.run_program("render", "a.json", "--werror", "-o", "-").out, b"")
        self.assertEqual(self.run_program("render", "a.json").status, WARNINGS)
        self.assertPdf("a.pdf")

    def test_missing_folder(self):
        self.assertFails(self.run_program("render", "a.json", "-o", "none/a.pdf"), "SID-R015", "none")
        self.assertFails(self.run_program("render", "a.json", "-o", "none/"), "SID-R015", "none")
        self.assertOnly("a.json")

    def test_folder_that_is_a_file(self):
        self.assertFails(self.run_program("render", "a.json", "-o", "a.json/b.pdf"), "SID-R015")

    def test_output_that_is_a_folder(self):
        (self.folder / "a.pdf").mkdir()
        self.assertFails(self.run_program("render", "a.json"), "SID-R016", "a.pdf", "directory")

    def test_read_only_folder(self):
        folder = self.folder / "locked"
        folder.mkdir(mode=0o555)
        result = self.run_program("render", "a.json", "-o", "locked/a.pdf", unprivileged=True)
        self.assertFails(result, "SID-R015", "locked", "permission denied")
        self.assertOnly(folder=folder)

    def test_read_only_file_is_not_replaced(self):
        os.chmod(self.write("a.pdf", b"old"), 0o444)
        self.assertFails(self.run_program("render", "a.json", unprivileged=True), "SID-R015", "permission denied")
        self.assertEqual((self.folder / "a.pdf").read_bytes(), b"old")

    def test_disk_that_fills_up_while_writing(self):
        self.write("a.pdf", b"old")
        result = self.run_program("render", "a.json", limits=[(resource.RLIMIT_FSIZE, 1000)])
        self.assertFails(result, "SID-R018", "a.pdf: error: cannot be written: file too large")
        self.assertEqual((self.folder / "a.pdf").read_bytes(), b"old")
        self.assertOnly("a.json", "a.pdf")

    def test_signal_while_writing(self):
        for moment in ("open", "write", "fsync"):
            self.assertEqual(self.signalled(moment).status, -signal.SIGTERM, moment)
            self.assertOnly("a.json")
        self.assertEqual(self.signalled("rename").status, -signal.SIGTERM)
        self.assertOnly("a.json", "a.pdf")
        self.assertEqual((self.folder / "a.pdf").read_bytes(), self.run_program("render", "a.json", "-o", "-").out)

    def test_any_signal_that_ends_the_program_leaves_no_file(self):
        for number in (signal.SIGINT, signal.SIGHUP, signal.SIGQUIT, signal.SIGALRM, signal.SIGXCPU, signal.SIGUSR1,
                       signal.SIGUSR2, signal.SIGVTALRM, signal.SIGPROF, signal.SIGABRT, signal.SIGIO, signal.SIGSYS,
                       signal.SIGPWR, signal.SIGRTMIN, signal.SIGRTMAX):
            result = self.signalled("write", number)
            self.assertEqual(result.status, -number, number)
            self.assertOnly("a.json")

    def signalled(self, moment, number=signal.SIGTERM):
        """A signal reaches the program as the call returns (SignalAt.c)."""
        return self.run_program("render", "a.json", limits=[(resource.RLIMIT_CORE, 0)], environment={
            "LD_PRELOAD": os.environ["SIDETAL_SIGNAL_LIBRARY"], "SIDETAL_SIGNAL_AT": moment,
            "SIDETAL_SIGNAL": str(int(number)), "ASAN_OPTIONS": "verify_asan_link_order=0"})


class Special(ProgramTest):
    """What exists and is no regular file is written into and never replaced."""

    def setUp(self):
        super().setUp()
        self.write("a.json")

    def test_full_device(self):
        for name in ("/dev/full", "full.pdf"):
            if name == "full.pdf":
                (self.folder / name).symlink_to("/dev/full")
            self.assertFails(self.run_program("render", "a.json", "-o", name), "SID-R018", name, "no space left on device")
            self.assertTrue(stat.S_ISCHR(os.stat("/dev/full").st_mode))
        with open("/dev/full", "wb") as stdout:
            self.assertFails(self.run_program("render", "a.json", "-o", "-", stdout=stdout), "SID-R018", "<standard output>")
            for arguments in (["styles"], ["--help"], ["--version"], ["render", "--help"]):
                self.assertFails(self.run_program(*arguments, stdout=stdout), "SID-R018", "no space left on device")

    def test_null_device(self):
        self.assertDone(self.run_program("render", "a.json", "-o", "/dev/null"))
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/null").st_mode))

    def test_named_pipe(self):
        os.mkfifo(self.folder / "a.pdf")
        reader = subprocess.Popen(["cat", "a.pdf"], cwd=self.folder, stdout=subprocess.PIPE)
        self.assertDone(self.run_program("render", "a.json"))
        self.assertPdf(reader.communicate()[0])
        self.assertTrue(stat.S_ISFIFO((self.folder / "a.pdf").stat().st_mode))

    def test_standard_output_by_its_other_names(self):
        expected = self.run_program("render", "a.json", "-o", "-").out
        self.assertPdf(expected)
        for name in ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"):
            self.assertEqual(self.run_program("render", "a.json", "-o", name).out, expected)

    def test_redirected_standard_output_is_appended_to(self):
        expected = self.run_program("render", "a.json", "-o", "-").out
        for name in ("-", "/dev/stdout"):
            path = self.write("log", b"before")
            with open(path, "ab") as stdout:
                self.assertDone(self.run_program("render", "a.json", "-o", name, stdout=stdout))
            self.assertEqual(path.read_bytes(), b"before" + expected)

    def test_redirected_standard_output_holds_nothing_of_a_file_that_did_not_fit(self):
        for name in ("-", "/dev/stdout"):
            for mode in ("ab", "wb"):
                path = self.write("log", b"before")
                with open(path, mode) as stdout:
                    result = self.run_program("render", "a.json", "-o", name, stdout=stdout,
                                              limits=[(resource.RLIMIT_FSIZE, 1000)])
                self.assertFails(result, "SID-R018", "file too large")
                self.assertEqual(path.read_bytes(), b"before" if mode == "ab" else b"")

    def test_who_writes_after_a_file_that_did_not_fit_goes_on_where_it_would_have_begun(self):
        script = '(ulimit -f 1; "$0" render a.json -o -); echo after'
        subprocess.run(["sh", "-c", f"{{ {script}; }} >log", self.program], cwd=self.folder, stderr=subprocess.DEVNULL, check=True)
        self.assertEqual((self.folder / "log").read_bytes(), b"after\n")

    def test_standard_output_gets_nothing_of_a_failed_run(self):
        self.write("a.json", BAD)
        result = self.run_program("render", "a.json", "-o", "-")
        self.assertEqual((result.status, result.out), (FAILED, b""))

    def test_closed_standard_output(self):
        child = subprocess.run(["sh", "-c", '"$0" render a.json -o - >&-', self.program], cwd=self.folder,
                               capture_output=True, check=False)
        self.assertEqual(child.returncode, FAILED)
        self.assertIn(b"[SID-R018]", child.stderr)

    def test_closed_standard_error_does_not_put_messages_into_the_file(self):
        # Titles for the public are read and not printed: a warning of composing, while the output is open.
        self.write("a.json", b'{"document": "agenda", "items": [{"title": "x", "publicTitle": "y"}]}')
        expected = self.run_program("render", "a.json", "-o", "-").out
        child = subprocess.run(["sh", "-c", '"$0" render a.json 2>&-', self.program], cwd=self.folder, check=False)
        self.assertEqual(child.returncode, WARNINGS)
        self.assertEqual((self.folder / "a.pdf").read_bytes(), expected)

    def test_reader_that_went_away(self):
        reading, writing = os.pipe()
        os.close(reading)
        with os.fdopen(writing, "wb") as stdout:
            self.assertFails(self.run_program("render", "a.json", "-o", "-", stdout=stdout), "SID-R018", "broken pipe")


class SameBytes(ProgramTest):
    def test_whatever_surrounds_the_run(self):
        self.write("a.json")
        (self.folder / "elsewhere").mkdir()
        expected = self.run_program("render", "a.json", "-o", "-").out
        self.assertPdf(expected)
        for options in ({"environment": {"LC_ALL": "da_DK.UTF-8", "LANG": "da_DK.UTF-8"}},
                        {"environment": {"LC_ALL": "C"}}, {"environment": {"TZ": "Pacific/Kiritimati"}},
                        {"environment": {"HOME": "/nonexistent"}}, {"umask": 0o077}, {"unprivileged": True}):
            self.assertEqual(self.run_program("render", "a.json", "-o", "-", **options).out, expected, options)
        elsewhere = self.run_program("render", self.folder / "a.json", "-o", "-", folder=self.folder / "elsewhere")
        self.assertEqual(elsewhere.out, expected)
        self.assertEqual(self.run_program("render", "-", stdin=GOOD).out, expected)

    def test_file_and_standard_output(self):
        self.write("a.json")
        self.assertDone(self.run_program("render", "a.json"))
        self.assertEqual(self.run_program("render", "a.json", "-o", "-").out, (self.folder / "a.pdf").read_bytes())

    def test_embedded_data_taken_out_and_rendered_again(self):
        for sample in ("agenda.xml", "goal-matrix.json"):
            path = Path(os.environ["SIDETAL_SOURCE_DIR"]) / "samples" / sample
            self.assertDone(self.run_program("render", path, "--embed-data", "-o", "a.pdf"))
            subprocess.run(["pdfdetach", "-save", "1", "-o", "data.json", "a.pdf"], cwd=self.folder, check=True)
            self.assertDone(self.run_program("render", "data.json", "--embed-data", "-o", "b.pdf"))
            self.assertEqual((self.folder / "b.pdf").read_bytes(), (self.folder / "a.pdf").read_bytes(), sample)

    def test_alone_and_after_another_document(self):
        self.write("a.json")
        self.write("b.json", b'{"document": "agenda", "items": [{"title": "Helt andre ord: \xc3\x86gidius"}]}')
        self.assertDone(self.run_program("render", "b.json", "a.json"))
        self.assertEqual((self.folder / "a.pdf").read_bytes(), self.run_program("render", "a.json", "-o", "-").out)


if __name__ == "__main__":
    unittest.main()
