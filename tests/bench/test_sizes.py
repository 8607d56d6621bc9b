"""Holds what does not depend on the machine: bytes of the measured documents, and the memory that long ones take."""

import os
import re
import subprocess
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


if __name__ == "__main__":
    unittest.main()
