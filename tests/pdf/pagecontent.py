"""What the content stream of a page shows and how it is marked: tags, artifacts, and text decoded by ToUnicode."""
import dataclasses
import re

from pdfobjects import text_of

TOKEN = re.compile(
    rb"\s+|%[^\r\n]*"
    rb"|(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?![^\s()<>\[\]{}/%]))"
    rb"|(?P<name>/[^\s()<>\[\]{}/%]*)"
    rb"|(?P<string>\()"
    rb"|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|<(?P<hex>[0-9A-Fa-f\s]*)>"
    rb"|(?P<word>[^\s()<>\[\]{}/%]+)")
STRING_PART = re.compile(rb"\\([0-7]{1,3}|\r\n|.)|([()])|([^\\()]+)", re.S)
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", '"', "EI"}
BLOCK_SIZE_LIMIT = 0.77     # a baseline moved by less than this share of the larger type's size is still on its line: raised beside lowered text


class Operator(str):
    """An operator; operands are numbers, bytes, str (names), lists and dicts."""


@dataclasses.dataclass
class Line:
    """Text on one baseline."""
    page: int
    y: float
    size: float
    text: str


@dataclasses.dataclass
class Marked:
    """A piece of marked content: a tag with its MCID, an artifact (mcid None), or text within one."""
    tag: str
    properties: dict
    in_text: bool
    mcid: int | None
    lines: list = dataclasses.field(default_factory=list)
    parent: "Marked | None" = None

    @property
    def is_artifact(self):
        return self.tag == "/Artifact"


def read_string(data, at):
    """A literal string that begins after its parenthesis at `at`; and where it ends."""
    out, depth = bytearray(), 1
    while True:
        part = STRING_PART.match(data, at)
        if part is None:
            raise ValueError("string without end")
        at = part.end()
        escaped, parenthesis, plain = part.groups()
        if plain is not None:
            out += plain
        elif parenthesis is not None:
            depth += 1 if parenthesis == b"(" else -1
            if depth == 0:
                return bytes(out), at
            out += parenthesis
        elif escaped[:1].isdigit():
            out.append(int(escaped, 8) & 255)
        elif escaped not in (b"\n", b"\r\n", b"\r"):
            out += ESCAPES.get(escaped, escaped)


def tokens(data):
    """Operands and operators in turn, arrays and dictionaries put together."""
    stack, current, at = [], [], 0
    while at < len(data):
        found = TOKEN.match(data, at)
        if found is None:
            raise ValueError(f"byte {at}: {data[at:at + 20]!r}")
        at, kind = found.end(), found.lastgroup
        if kind is None:
            continue
        raw = found.group(kind)
        if kind == "open":
            stack.append(current)
            current = []
            continue
        if kind == "close":
            value = current if raw == b"]" else dict(zip(current[::2], current[1::2]))
            current = stack.pop()
        elif kind == "number":
            value = float(raw)
        elif kind == "name":
            value = raw.decode("latin-1")
        elif kind == "string":
            value, at = read_string(data, at)
        elif kind == "hex":
            digits = b"".join(raw.split())
            value = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        else:
            value = Operator(raw.decode("latin-1"))
        if stack:
            current.append(value)
        else:
            yield value


class Decoder:
    """The characters of a font's codes, by its ToUnicode CMap."""

    def __init__(self, cmap):
        self.characters = {}
        space = re.search(rb"begincodespacerange\s*<([0-9A-Fa-f]+)>", cmap)
        self.width = len(space.group(1)) // 2 if space else 1
        for block in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.S):
            for first, last, to in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
                for code in range(int(first, 16), int(last, 16) + 1):
                    self.characters[code] = chr(int(to, 16) + code - int(first, 16))
        for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.S):
            for code, to in re.findall(rb"<(\w+)>\s*<(\w*)>", block):
                if to:
                    self.characters[int(code, 16)] = bytes.fromhex(to.decode()).decode("utf-16-be", "replace")

    def decode(self, data, complain):
        out = []
        for at in range(0, len(data), self.width):
            code = int.from_bytes(data[at:at + self.width], "big")
            if code not in self.characters:
                complain("to-unicode", f"code {code:#x} has no characters")
            out.append(self.characters.get(code, "\ufffd"))
        return "".join(out)


class PageContent:
    """Reads a page; `marked` are its pieces of marked content in order."""

    def __init__(self, number, data, decoders, complain):
        self.number = number
        self.marked = []
        self._decoders = decoders
        self._complain = lambda rule, what: complain(rule, f"page {number + 1}: {what}")
        self._open = []
        self._in_text = False
        self._font, self._size, self._leading = None, 0.0, 0.0
        self._y = 0.0
        operands = []
        for token in tokens(data):
            if isinstance(token, Operator):
                self._operate(token, operands)
                operands = []
            else:
                operands.append(token)
        if self._open:
            self._complain("balance", "marked content without EMC")

    def _operate(self, op, operands):
        if op in PAINTING and not self._open:
            self._complain("untagged", f"'{op}' outside of marked content")
        if op in ("BDC", "BMC"):
            self._begin(operands)
        elif op == "EMC":
            self._end()
        elif op in ("BT", "ET"):
            if any(m.in_text != (op == "ET") for m in self._open):
                self._complain("balance", f"marked content across {op}")
            self._in_text, self._y = op == "BT", 0.0
        elif op == "Tf":
            self._font, self._size = operands
        elif op == "TL":
            self._leading = operands[0]
        elif op in ("Td", "TD"):
            self._y += operands[1]
        elif op == "Tm":
            self._y = operands[5]
        elif op == "T*":
            self._y -= self._leading
        elif op in ("Tj", "TJ"):
            self._show(operands[0])

    def _begin(self, operands):
        tag = operands[0]
        properties = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
        mcid = int(properties["/MCID"]) if "/MCID" in properties else None
        marked = Marked(tag, properties, self._in_text, mcid, parent=self._open[-1] if self._open else None)
        if marked.is_artifact and any(not m.is_artifact for m in self._open):
            self._complain("artifact-nesting", "artifact inside a tag")
        if not marked.is_artifact and any(m.is_artifact for m in self._open):
            self._complain("artifact-nesting", f"{tag} inside an artifact")
        if not marked.is_artifact and any(m.mcid is not None for m in self._open):
            self._complain("balance", f"{tag} inside an MCID")
        if not marked.is_artifact and mcid is None and not any(m.mcid is not None for m in self._open):
            self._complain("untagged", f"{tag} without MCID")
        self._open.append(marked)
        if marked.is_artifact or mcid is not None:
            self.marked.append(marked)

    def _end(self):
        if not self._open:
            self._complain("balance", "EMC without BDC")
            return
        closed = self._open.pop()
        if closed.in_text != self._in_text:
            self._complain("balance", "marked content across BT or ET")
        if "/ActualText" in closed.properties:
            words = text_of(closed.properties["/ActualText"])
            y, size = (closed.lines[0].y, closed.lines[0].size) if closed.lines else (self._y, self._size)
            closed.lines = [Line(self.number, y, size, words)]
        if self._open and closed not in self.marked:
            for line in closed.lines:
                self._add(self._open[-1], line)

    def _show(self, value):
        parts = value if isinstance(value, list) else [value]
        data = b"".join(part for part in parts if isinstance(part, bytes))
        decoder = self._decoders.get(self._font)
        if decoder is None:
            self._complain("to-unicode", f"font {self._font} has no ToUnicode")
            return
        if self._open:
            text = decoder.decode(data, self._complain)
            self._add(self._open[-1], Line(self.number, self._y, self._size, text))

    @staticmethod
    def _add(marked, line):
        last = marked.lines[-1] if marked.lines else None
        if last is not None and abs(last.y - line.y) <= BLOCK_SIZE_LIMIT * max(last.size, line.size):
            last.text += line.text
        else:
            marked.lines.append(dataclasses.replace(line))
