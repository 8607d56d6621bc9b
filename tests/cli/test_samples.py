"""Each file of samples/errors gives the message beside it; a style sheet of its folder styles gives it for the sample agenda.

SIDETAL_UPDATE_GOLDENS=1 rewrites the messages: look at the difference before you commit it.
"""

import os
import unittest
from pathlib import Path

from program import DONE, ProgramTest

SOURCE = Path(os.environ["SIDETAL_SOURCE_DIR"])
ERRORS = Path("samples/errors")
AGENDA = "samples/agenda.json"


def samples(folder):
    return sorted(path for path in folder.iterdir() if path.suffix in (".json", ".xml"))


class ErrorSamples(ProgramTest):
    def said_of(self, *arguments):
        """What `sidetal check` says, called where the source tree begins."""
        result = self.run_program("check", *arguments, folder=SOURCE)
        self.assertNotEqual(result.status, DONE)
        return result.err

    def assert_says(self, path, said):
        expected = SOURCE / (str(path) + ".expected")
        if os.environ.get("SIDETAL_UPDATE_GOLDENS") == "1":
            expected.write_text(said, encoding="utf-8")
        self.assertEqual(said, expected.read_text(encoding="utf-8"))

    def test_documents(self):
        documents = samples(SOURCE / ERRORS)
        self.assertGreaterEqual(len(documents), 60)
        for path in documents:
            with self.subTest(path.name):
                self.assert_says(ERRORS / path.name, self.said_of(ERRORS / path.name))

    def test_style_sheets(self):
        sheets = samples(SOURCE / ERRORS / "styles")
        self.assertGreaterEqual(len(sheets), 9)
        for path in sheets:
            with self.subTest(path.name):
                name = ERRORS / "styles" / path.name
                self.assert_says(name, self.said_of(AGENDA, "--style", name))


if __name__ == "__main__":
    unittest.main()
