"""The manual tells the truth: its examples work, every option and every message code stands in it."""

import json
import os
import re
import subprocess
import sys
import unittest
from pathlib import Path

from program import DONE, ProgramTest, objects
from whole_documents import DOCUMENTS

SOURCE = Path(os.environ["SIDETAL_SOURCE_DIR"])
PAGES = sorted([SOURCE / "README.md", *SOURCE.glob("docs/*.md")])
SUBCOMMANDS = ("render", "check", "lint", "dump", "schema", "styles", "fonts", "editions", "import", "export", "merge", "batch")


def blocks(language):
    for page in PAGES:
        for text in re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
            yield page.name, text


def prose(page):
    """The page without its examples."""
    return re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


class StyleKeys(ProgramTest):
    def test_are_described_as_the_program_has_them(self):
        script = SOURCE / "docs" / "pictures" / "make-styles"
        done = subprocess.run([sys.executable, script, "--check", self.program], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_pictures_are_there_and_small(self):
        folder = SOURCE / "docs" / "pictures" / "styles"
        shown = re.findall(r"\(pictures/styles/([a-z-]+\.png)\)", (SOURCE / "docs" / "styles.md").read_text(encoding="utf-8"))
        self.assertGreater(len(shown), 30)
        self.assertEqual(sorted(shown), sorted(path.name for path in folder.iterdir()))
        sizes = [path.stat().st_size for path in folder.iterdir()]
        self.assertLess(max(sizes), 16_000)
        self.assertLess(sum(sizes), 600_000)


class Examples(ProgramTest):
    def test_documents_render(self):
        documents = [(page, text) for page, text in blocks("json") if '"document"' in text]
        self.assertGreaterEqual(len(documents), 2)
        for page, text in documents:
            result = self.run_program("render", "-", stdin=text.encode())
            self.assertEqual((result.status, result.err), (DONE, ""), page)

    def test_document_of_the_consumers_renders(self):
        self.assertDone(self.run_program("render", SOURCE / "tests" / "package" / "agenda.json", "-o", "a.pdf"))

    def test_parts_of_an_agenda_render(self):
        parts = [(page, text) for page, text in blocks("json") if page == "agenda.md" and '"document"' not in text]
        self.assertGreaterEqual(len(parts), 2)
        self.write("kort.png", (SOURCE / "samples" / "pictures" / "map.png").read_bytes())  # which an example shows
        for page, text in parts:
            place = '"items": [{"title": "x", %s}]' if '"body"' in text else '%s, "items": [{"title": "x"}]'
            self.write("part.json", ('{"document": "agenda", ' + place % text.strip() + "}").encode())
            result = self.run_program("render", "part.json")
            self.assertEqual((result.status, result.err), (DONE, ""), text)

    def test_style_sheets_are_read(self):
        sheets = [text for _, text in blocks("json") if '"base"' in text]
        self.assertGreaterEqual(len(sheets), 3)
        self.write("a.json")
        for text in sheets:
            name = json.loads(re.sub(r"(?m)^//.*$", "", text))["name"] + ".json"
            self.write(name, text.encode())  # which later ones may be based on
            self.assertDone(self.run_program("render", "a.json", "--style", "./" + name))

    def test_message_is_shown_as_it_is_printed(self):
        shown = [json.loads(text) for page, text in blocks("json") if page == "diagnostics.md"]
        self.write("a.json", b'{"document": "agenda", "items": [{}]}')
        printed = self.run_program("check", "a.json", "--diagnostics", "json").err.splitlines()
        self.assertEqual([list(message) for message in shown], [list(json.loads(line)) for line in printed])

    def test_links_lead_somewhere(self):
        links = [(page, link) for page in [*PAGES, SOURCE / "lib" / "README.md"]
                 for link in re.findall(r"\]\(([^)#]+)\)", prose(page)) if "://" not in link]
        self.assertGreater(len(links), 20)
        self.assertEqual([(page.name, link) for page, link in links if not (page.parent / link).exists()], [])


class References(unittest.TestCase):
    """What sources and READMEs refer to is in the repository, under the name that they give."""

    REFERENCE = re.compile(r'(?<![\w:/.-])([\w/.-]+\.md)\b(?:\]\([^)]*\))?(?:, "([^"\n]+)")?')

    def references(self):
        for folder in ("include", "lib", "tools", "tests", "cmake", "fonts"):
            for path in sorted((SOURCE / folder).rglob("*")):
                if path.is_file() and path != Path(__file__) and (
                        path.suffix in (".h", ".cpp", ".c", ".cmake", ".md") or path.name == "CMakeLists.txt"):
                    text = re.sub(r"\n *(///|//|#)? *", " ", path.read_text(encoding="utf-8"))
                    for name, section in self.REFERENCE.findall(text):
                        yield path, name, section

    def test_documents_exist(self):
        found = list(self.references())
        self.assertGreater(len(found), 30)
        self.assertEqual([(str(path), name) for path, name, _ in found
                          if not (SOURCE / name).is_file() and not (path.parent / name).is_file()], [])

    def test_sections_exist(self):
        found = [(path, SOURCE / name, section) for path, name, section in self.references() if section]
        self.assertGreater(len(found), 10)
        self.assertEqual([(str(path), section) for path, page, section in found
                          if not re.search(rf"^#+ {re.escape(section)}$", page.read_text(encoding="utf-8"), re.MULTILINE)], [])


BY_SHEET = {"members", "logo"}  # what sheets with a list of names, or a cover, show


class Completeness(ProgramTest):
    def test_every_option_is_in_the_manual_page(self):
        manual = (SOURCE / "tools" / "sidetal" / "sidetal.1").read_text(encoding="utf-8").replace("\\-", "-")
        for subcommand in SUBCOMMANDS:
            options = set(re.findall(r"--[a-z-]+", self.run_program(subcommand, "--help").out.decode()))
            self.assertGreaterEqual(len(options), 4)
            self.assertEqual({option for option in options if option not in manual}, set(), subcommand)

    def test_every_option_of_the_manual_page_exists(self):
        manual = (SOURCE / "tools" / "sidetal" / "sidetal.1").read_text(encoding="utf-8").replace("\\-", "-")
        known = "".join(self.run_program(*words, "--help").out.decode() for words in ([], *([s] for s in SUBCOMMANDS)))
        self.assertEqual({option for option in re.findall(r"--[a-z][a-z-]+", manual) if option not in known}, set())

    def unprinted(self, kind):
        """The keys of which whole documents of this kind are warned that no page shows them."""
        found = set()
        for document in DOCUMENTS[kind]:
            keys = self.schema(kind)["$defs"]["column"]["properties"]["key"]["oneOf"] if kind == "goal-matrix" else []
            parts = {"columns": [key["const"] for key in keys]} if keys else {"style": "council"}  # the sheet that has all parts
            document = document | parts
            said = self.run_program("check", "-", "--diagnostics", "json", stdin=json.dumps(document).encode()).err
            found |= {re.sub(r"\[\d+\]", "", m["path"]) for m in objects(said) if m["code"] == "SID-C001"}
        self.assertGreater(len(found), 0)
        return found

    def schema(self, kind):
        return json.loads(self.run_program("schema", kind).out)

    def test_every_key_that_no_page_shows_is_listed(self):
        for kind in DOCUMENTS:
            text = prose(SOURCE / "docs" / f"{kind}.md")
            section = re.search(r"^## What is read and not printed yet\n(.*?)^## ", text, re.MULTILINE | re.DOTALL).group(1)
            listed = {word for word in re.findall(r"`([^`]+)`", section) if not word.startswith("--")} 
            unprinted = {path.split(".")[-1] for path in self.unprinted(kind)}
            self.assertEqual(unprinted - BY_SHEET, listed - BY_SHEET, kind)

    def hidden(self, schema):
        """The paths of what the schema says that no page shows it; not what stands within that."""
        found = set()

        def walk(part, path, within):
            if part.get("description", "").endswith("No page shows it yet."):
                found.add(path.rsplit(".", 1)[0] + "." + part["const"] if "const" in part else path)
                return
            reference = part.get("$ref", "").rsplit("/", 1)[-1]
            if reference and reference not in within:
                walk(schema["$defs"][reference], path, within | {reference})
            for key, inner in part.get("properties", {}).items():
                walk(inner, f"{path}.{key}".lstrip("."), within)
            for inner in [*([part["items"]] if "items" in part else []), *part.get("anyOf", []), *part.get("oneOf", [])]:
                walk(inner, path, within)

        walk(schema, "", frozenset())
        return found

    def test_schema_says_of_the_same_keys_that_no_page_shows_them(self):
        for kind in DOCUMENTS:
            hidden = self.hidden(self.schema(kind))
            said = {path for path in self.unprinted(kind)
                    if path.rpartition(".")[0] not in hidden and path.split(".")[-1] not in BY_SHEET}
            self.assertEqual(said, {re.sub(r"^columns\.key", "columns", path) for path in hidden}, kind)

    def test_every_message_code_has_its_line(self):
        """Codes in the sources head a line of a component's README, in a table or a list, and the other way round."""
        code = re.compile(r"\bSID-[A-Z]\d{3}\b")
        used, listed = set(), set()
        for folder in ("lib", "tools/sidetal"):
            for path in (SOURCE / folder).rglob("*"):
                if path.suffix in (".cpp", ".h"):
                    used |= set(code.findall(path.read_text(encoding="utf-8")))
                elif path.name == "README.md":
                    text = path.read_text(encoding="utf-8")
                    listed |= {c for head in re.findall(r"^(?:\|([^|]*)\||- (\S+) )", text, re.MULTILINE)
                               for c in code.findall(" ".join(head))}
        self.assertGreater(len(used), 40)
        self.assertEqual((used - listed, listed - used), (set(), set()))


if __name__ == "__main__":
    unittest.main()
