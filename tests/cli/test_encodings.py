"""Each encoding that iconv knows, declared in each spelling: refused with its place, or read as UTF-8, and libxml2 never says a word."""

import itertools
import re
import subprocess
import unittest

from program import FAILED, ProgramTest

UTF8 = {"utf-8", "utf8", "us-ascii"}
SPACES = [" ", "\t", "\n", "\r\n", "\r"]
STYLES = list(itertools.product(SPACES, "'\"", [False, True], [str, str.lower, str.title], ["", " standalone='yes'"]))
MESSAGE = re.compile(r"(\d+)\.xml:\d+:\d+: error: .* \[SID-(I003|I007)\]")


def encodings():
    """Names that iconv tells, and those that libxml2 has of its own."""
    told = subprocess.run(["iconv", "-l"], capture_output=True, text=True, check=True).stdout
    names = {word.rstrip("/,").split("//")[0] for word in told.split()} - {""}
    return sorted(names | {"HTML", "ASCII", "UTF-16", "UTF-16LE", "ISO-10646-UCS-2", "EBCDIC", "UCS-4", "ISO Latin 1", "x-none"})


class Encodings(ProgramTest):
    def declared(self, name, style):
        space, quote, spaced, case, more = style
        equals = f"{space}={space}" if spaced else "="
        return (f"<?xml{space}version{equals}{quote}1.0{quote}{space}encoding{equals}{quote}{case(name)}{quote}{more}?>\n"
                "<agenda title='+ADwAIQ- \u00e6'/>").encode()

    def test_no_declared_encoding_is_obeyed(self):
        names = encodings()
        self.assertGreater(len(names), 500)
        for number, name in enumerate(names):
            self.write(f"{number}.xml", self.declared(name, STYLES[number % len(STYLES)]))
        result = self.run_program("check", *(f"{number}.xml" for number in range(len(names))))
        self.assertEqual(result.status, FAILED)
        told = [MESSAGE.fullmatch(line) for line in result.err.splitlines()]
        self.assertTrue(all(told), [line for line in result.err.splitlines() if not MESSAGE.fullmatch(line)])
        refused = [int(match[1]) for match in told]
        self.assertEqual(len(refused), len(set(refused)), "one message a file")
        read = {names[number].lower() for number in set(range(len(names))) - set(refused)}
        self.assertEqual(read, UTF8)

    def test_each_spelling_of_those_that_smuggle(self):
        names = ["UTF-7", "HTML", "ISO-8859-1", "UTF-16", "IBM037"]
        for number, (name, style) in enumerate(itertools.product(names, STYLES)):
            self.write(f"{number}.xml", self.declared(name, style))
        result = self.run_program("check", *(f"{number}.xml" for number in range(len(names) * len(STYLES))))
        self.assertEqual(result.status, FAILED)
        lines = result.err.splitlines()
        self.assertEqual(len(lines), len(names) * len(STYLES))
        for line in lines:
            self.assertRegex(line, r"the file says [-\w]+; only UTF-8 is read \[SID-I003\]$")

    def test_each_spelling_of_utf8_is_read(self):
        for number, (name, style) in enumerate(itertools.product(["UTF-8", "US-ASCII"], STYLES)):
            self.write(f"{number}.xml", self.declared(name, style))
            if number % 20 == 0:
                model = self.run_program("dump", "--model", f"{number}.xml")
                self.assertIn("+ADwAIQ- \u00e6", model.out.decode())
        self.assertDone(self.run_program("check", *(f"{number}.xml" for number in range(2 * len(STYLES)))))

    def test_libxml2_reads_no_catalog_and_says_nothing_of_it(self):
        self.write("a.xml", b"<?oasis-xml-catalog catalog='file:///none'?><?oasis-xml-catalog x?><agenda title='x'/>")
        result = self.run_program("check", "a.xml", environment={"XML_DEBUG_CATALOG": "1", "XML_CATALOG_FILES": "/none"})
        self.assertDone(result)


if __name__ == "__main__":
    unittest.main()
