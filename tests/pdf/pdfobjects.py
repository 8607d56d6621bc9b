"""A PDF as Python values, read through `qpdf --json`.

Objects are dicts, lists, numbers, strings as qpdf's JSON has them: names as "/Name", references as "12 0 R", strings as "u:text"
or "b:hexadecimal digits".
"""
import base64
import json
import re
import subprocess

# Where PDFDocEncoding is not Latin-1 (ISO 32000-1, D.2)
DOC_ENCODING = dict(zip([*range(0x80, 0x9F), 0xA0], "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž€"))
REFERENCE = re.compile(r"^\d+ \d+ R$")


class Unreadable(Exception):
    """qpdf cannot make sense of the file."""


def is_reference(value):
    return isinstance(value, str) and REFERENCE.match(value) is not None


def is_string(value):
    return isinstance(value, str) and value[:2] in ("u:", "b:")


def string_bytes(value):
    """The bytes of a string; of a text string, its UTF-8."""
    return bytes.fromhex(value[2:]) if value.startswith("b:") else value[2:].encode()


def text_of(data):
    """A text string's bytes as text: UTF-16 behind its mark, else PDFDocEncoding."""
    if data[:2] == b"\xfe\xff":
        return data[2:].decode("utf-16-be", "replace")
    return data.decode("latin-1").translate(DOC_ENCODING)


def string_text(value):
    """A text string as text."""
    return value[2:] if value.startswith("u:") else text_of(bytes.fromhex(value[2:]))


class Pdf:
    """The objects of a file by reference, its trailer and its pages in order."""

    def __init__(self, path):
        run = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path],
                             capture_output=True)
        if run.returncode not in (0, 3) or not run.stdout:
            raise Unreadable(run.stderr.decode(errors="replace").strip())
        self.warnings = run.stderr.decode(errors="replace").strip()
        objects = json.loads(run.stdout)["qpdf"][1]
        self.trailer = objects.pop("trailer")["value"]
        self._objects = {key[4:]: value for key, value in objects.items()}
        self.root = self.get(self.trailer["/Root"])
        self.pages = []      # references, in reading order
        self._collect_pages(self.root["/Pages"], set())

    def _collect_pages(self, reference, seen):
        if reference in seen:
            raise Unreadable(f"page tree comes back to {reference}")
        seen.add(reference)
        node = self.get(reference)
        if node.get("/Type") == "/Page":
            self.pages.append(reference)
        for kid in node.get("/Kids", []):
            self._collect_pages(kid, seen)

    def get(self, value):
        """The object that `value` refers to, or `value` itself; of a stream, its dictionary."""
        if not is_reference(value):
            return value
        entry = self._objects.get(value)
        if entry is None:
            return None
        return entry["stream"]["dict"] if "stream" in entry else entry["value"]

    def data(self, reference):
        """The decoded bytes of a stream."""
        return base64.b64decode(self._objects[reference]["stream"]["data"])

    def contents(self, page):
        parts = self.get(page).get("/Contents", [])
        parts = parts if isinstance(parts, list) else [parts]
        return b"\n".join(self.data(part) for part in parts)

    def tree_entries(self, root, leaf_key):
        """The (key, value) pairs of a number tree ("/Nums") or name tree ("/Names")."""
        node = self.get(root) or {}
        entries = node.get(leaf_key, [])
        yield from zip(entries[::2], entries[1::2])
        for kid in node.get("/Kids", []):
            yield from self.tree_entries(kid, leaf_key)
