"""Holds what does not depend on the machine: bytes of the measured documents, and the memory that long ones take."""

import os
import re
import subprocess
import tempfile
import unittest

BENCH = os.environ["SIDETAL_BENCH"]
SAMPLES = os.path.join(os.environ["SIDETAL_SOURCE_DIR"], "samples")


def measure(*arguments):
    """Average bytes of a document, pages in all, and peak memory in MB."""
    said = subprocess.run([BENCH, *arguments], capture_output=True, text=True, check=True).stdout
    found = re.search(r"avg (\d+) bytes; (\d+) pages; peak ([\d.]+) MB", said)
    return int(found[1]), int(found[2]), float(found[3])


class Sizes(unittest.TestCase):
    def assertSmall(self, arguments, most_bytes, most_megabytes):
        size, pages, peak = measure(*arguments)
        self.assertLessEqual(size, most_bytes)
        self.assertLessEqual(peak, most_megabytes)
        return pages

    def test_letters(self):
        self.assertEqual(self.assertSmall(["letter", "200"], 14_600, 30), 200)

    def test_tables(self):
        self.assertEqual(self.assertSmall(["table", "40"], 36_000, 40), 120)

    def test_a_thousand_pages(self):
        self.assertGreaterEqual(self.assertSmall(["big", "1000"], 2_700_000, 60), 1000)

    def test_ten_thousand_pages(self):
        self.assertGreaterEqual(self.assertSmall(["big", "10000"], 27_000_000, 136), 10_000)
        self.assertGreaterEqual(self.assertSmall(["big", "10000", "--helper"], 27_000_000, 140), 10_000)

    def test_the_originals(self):
        self.assertSmall(["json", "20", os.path.join(SAMPLES, "agenda.json")], 14_000, 30)
        self.assertSmall(["json", "20", os.path.join(SAMPLES, "goal-matrix.json")], 28_000, 35)

    @unittest.skipUnless(os.environ.get("SIDETAL_PROGRAM"), "built without batches")
    def test_batches(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([BENCH, "write", "1000", folder], check=True)
            for threads in (1, 2):
                process = subprocess.Popen([os.environ["SIDETAL_PROGRAM"], "batch", f"{folder}/job.json", "-o", f"{folder}/{threads}", "-j", str(threads),
                                            "--durability", "none", "--quiet"])
                _, status, usage = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
                self.assertIn(process.returncode, (0, 3), "random figures may look like phone numbers")
                self.assertLessEqual(usage.ru_maxrss / 1024, 60 + 20 * threads)


if __name__ == "__main__":
    unittest.main()
