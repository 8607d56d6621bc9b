"""Each file of samples/errors gives the message beside it; a style sheet of its folder styles gives it for the sample agenda, a policy of
its folder policies for the sample with closed items.

SIDETAL_UPDATE_GOLDENS=1 rewrites the messages: look at the difference before you commit it.
"""

import os
import unittest
from pathlib import Path

from program import DONE, ProgramTest

SOURCE = Path(os.environ["SIDETAL_SOURCE_DIR"])
ERRORS = Path("samples/errors")
AGENDA = "samples/agenda.json"
CLOSED = "samples/closed-items.json"


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

    def test_policies(self):
        policies = samples(SOURCE / ERRORS / "policies")
        self.assertGreaterEqual(len(policies), 20)
        for path in policies:
            with self.subTest(path.name):
                name = ERRORS / "policies" / path.name
                self.assert_says(name, self.said_of(CLOSED, "--policy", name))


class ClosedItems(ProgramTest):
    POLICY = ("--policy", "samples/policies/council.json")
    EDITIONS = {"public": (), "members": ("--edition", "members"), "bo": ("--edition", "members", "--recipient", "Bo Figur"), "full": ("--edition", "full")}

    def test_editions_are_rendered_and_read_back(self):
        texts = {}
        for name, options in self.EDITIONS.items():
            result = self.run_program("render", CLOSED, *self.POLICY, *options, "-o", self.folder / f"{name}.pdf", folder=SOURCE)
            self.assertEqual((result.status, result.err), (DONE, ""), name)
            self.assertPdf(f"{name}.pdf")
            texts[name] = self.run_program("dump", CLOSED, *self.POLICY, *options, "--tags", folder=SOURCE).out.decode()
        shown = {"entreprenør Fantasi": ("members", "full"), "Salg af ejendom": ("public", "bo"), "forliges": ("members", "bo", "full"),
                 "Lukket afsnit": ("public",), "udbydes igen": ("public", "members", "bo", "full"), "bror til": ("members", "full"),
                 "Afsked": ("members", "bo", "full"), "Lukket punkt": ("public",), "advokaten": ("members", "bo", "full"),
                 "Budgetopfølgning": ("public", "members", "bo", "full")}
        for words, editions in shown.items():
            self.assertEqual(tuple(name for name in texts if words in texts[name]), editions, words)


if __name__ == "__main__":
    unittest.main()
