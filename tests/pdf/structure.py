"""The structure tree of a PDF, joined with what its marks show."""
import dataclasses

from pagecontent import BLOCK_SIZE_LIMIT, Decoder, Line, PageContent
from pdfobjects import is_reference, is_string, string_bytes, string_text

INLINE = {"Span", "Link", "Reference", "Quote", "Code", "Em", "Strong"}
SOFT_HYPHEN = "\u00ad"


@dataclasses.dataclass
class Element:
    """A structure element."""
    reference: str
    role: str
    dictionary: dict
    parent: "Element | None"
    kids: list = dataclasses.field(default_factory=list)       # Elements, (page, MCID) marks and ("OBJR", reference)

    @property
    def elements(self):
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def marks(self):
        return [kid for kid in self.kids if isinstance(kid, tuple) and kid[0] != "OBJR"]

    @property
    def objects(self):
        return [kid[1] for kid in self.kids if isinstance(kid, tuple) and kid[0] == "OBJR"]

    def walk(self):
        yield self
        for kid in self.elements:
            yield from kid.walk()

    def ancestor(self, role):
        node = self.parent
        while node is not None and node.role != role:
            node = node.parent
        return node


class Structure:
    """Reads the pages' contents and the tree; what is wrong with either goes to `complain(rule, what)`."""

    def __init__(self, pdf, complain):
        self.pdf = pdf
        self.complain = complain
        self.page_numbers = {reference: i for i, reference in enumerate(pdf.pages)}
        self._decoders = {}
        self.contents = [self._content(i) for i in range(len(pdf.pages))]
        self.by_mark = {}       # (page, MCID): Marked
        for number, content in enumerate(self.contents):
            for marked in content.marked:
                if marked.mcid is None:
                    continue
                if (number, marked.mcid) in self.by_mark:
                    complain("mcid-twice", f"page {number + 1}: MCID {marked.mcid} stands twice in the content")
                self.by_mark[number, marked.mcid] = marked
        self.tree_root = pdf.get(pdf.root.get("/StructTreeRoot")) or {}
        self._seen = set()
        self.roots = self._kids_of(self.tree_root, None, pdf.root.get("/StructTreeRoot"))
        self.elements = [e for root in self.roots if isinstance(root, Element) for e in root.walk()]

    def _content(self, number):
        page = self.pdf.get(self.pdf.pages[number])
        resources = self.pdf.get(page.get("/Resources")) or {}
        decoders = {}
        for name, reference in (self.pdf.get(resources.get("/Font")) or {}).items():
            if reference not in self._decoders:
                cmap = self.pdf.get(reference).get("/ToUnicode")
                self._decoders[reference] = Decoder(self.pdf.data(cmap)) if cmap else None
            decoders[name] = self._decoders[reference]
        return PageContent(number, self.pdf.contents(self.pdf.pages[number]), decoders, self.complain)

    def _kids_of(self, dictionary, element, parent_reference):
        raw = dictionary.get("/K", [])
        raw = self.pdf.get(raw) if is_reference(raw) and isinstance(self.pdf.get(raw), list) else raw
        kids = []
        for kid in raw if isinstance(raw, list) else [raw]:
            read = self._kid(kid, dictionary, element, parent_reference)
            if read is not None:
                kids.append(read)
        return kids

    def _kid(self, kid, dictionary, element, parent_reference):
        where = element.reference if element else "the root"
        value = self.pdf.get(kid)
        if isinstance(value, (int, float)):
            return self._mark(dictionary.get("/Pg"), int(value), where)
        if not isinstance(value, dict):
            self.complain("parent-link", f"{where}: kid {kid} is nothing that a kid can be")
            return None
        if value.get("/Type") == "/MCR":
            return self._mark(value.get("/Pg", dictionary.get("/Pg")), int(value["/MCID"]), where)
        if value.get("/Type") == "/OBJR":
            return ("OBJR", value.get("/Obj"))
        if kid in self._seen:
            self.complain("parent-link", f"{kid} is the kid of two")
            return None
        self._seen.add(kid)
        if value.get("/P") != parent_reference:
            self.complain("parent-link", f"{kid} /S{value.get('/S')}: P is {value.get('/P')}, its parent {parent_reference}")
        read = Element(kid, value.get("/S", "/?")[1:], value, element)
        read.kids = self._kids_of(value, read, kid)
        return read

    def _mark(self, page, mcid, where):
        if page not in self.page_numbers:
            self.complain("mark-missing", f"{where}: MCID {mcid} of a page that is none: {page}")
            return None
        return (self.page_numbers[page], mcid)

    # ---- attributes

    def attribute(self, element, owner, key):
        """The value of an attribute, or None."""
        owners = self.pdf.get(element.dictionary.get("/A"))
        for attributes in owners if isinstance(owners, list) else [owners]:
            attributes = self.pdf.get(attributes)
            if isinstance(attributes, dict) and attributes.get("/O") == owner and key in attributes:
                return self.pdf.get(attributes[key])
        return None

    def span(self, element, key):
        value = self.attribute(element, "/Table", key)
        return int(value) if isinstance(value, (int, float)) else 1

    @staticmethod
    def identifier(element):
        """The ID's bytes, or None; an ID that is no string is none."""
        value = element.dictionary.get("/ID")
        return string_bytes(value) if is_string(value) else None

    # ---- places

    def media_box(self, page):
        return self.pdf.get(self.pdf.get(self.pdf.pages[page]).get("/MediaBox"))

    def check_area(self, rule, reference, key, box, page):
        """Complains unless `box` is a rectangle on a page."""
        media = self.media_box(page)
        if not isinstance(box, list) or len(box) != 4:
            self.complain(rule, f"{reference}: no {key}, but all of it is on page {page + 1}")
        elif not (0 <= box[0] < box[2] <= media[2] and 0 <= box[1] < box[3] <= media[3]):
            self.complain(rule, f"{reference}: {key} {box} is no area of page {page + 1}")

    # ---- text

    def lines(self, element):
        """The lines of a leaf or of the inline elements of a paragraph, in order; those of one baseline are joined."""
        lines = []
        for kid in element.kids:
            if isinstance(kid, Element):
                more = self.lines(kid) if kid.role in INLINE else []
            else:
                marked = self.by_mark.get(kid)
                more = marked.lines if marked else []
            for line in more:
                last = lines[-1] if lines else None
                if last and last.page == line.page and abs(last.y - line.y) <= BLOCK_SIZE_LIMIT * max(last.size, line.size):
                    last.text += line.text
                else:
                    lines.append(Line(line.page, line.y, line.size, line.text))
        return lines

    def text(self, element):
        """The words of a block, its lines joined as a reader joins them."""
        out = ""
        for line in self.lines(element):
            out = out[:-1] + line.text if out.endswith(SOFT_HYPHEN) else out + line.text
        return out.strip(" ")

    def blocks(self):
        """The elements that hold text themselves, with it, in structure order."""
        for element in self.elements:
            if element.role in INLINE and element.parent is not None and not self._is_block(element.parent):
                continue
            if self._holds_text(element):
                yield element

    def _is_block(self, element):
        return element.role in ("Document", "Sect", "Part", "Div", "Table", "TR", "L", "LI", "TOC", "TOCI", "THead", "TBody", "TFoot")

    def _holds_text(self, element):
        inline = any(kid.role in INLINE for kid in element.elements) and not self._is_block(element)
        return bool(element.marks) or inline

    def pages_of(self, element):
        """The pages on which an element and those below it have marks."""
        return {mark[0] for e in element.walk() for mark in e.marks}

    def describe(self, element):
        """A line for the tree as text: role, attributes, words."""
        parts = [element.role]
        if element.dictionary.get("/ID"):
            parts.append("id=" + string_text(element.dictionary["/ID"]))
        for owner, keys in (("/Table", ("Scope", "RowSpan", "ColSpan", "Headers")), ("/List", ("ListNumbering",)),
                            ("/Layout", ("BBox",))):
            for key in keys:
                value = self.attribute(element, owner, "/" + key)
                if isinstance(value, list):
                    value = ",".join(string_text(v) if is_string(v) else f"{v:g}" for v in value)
                if value is not None:
                    parts.append(f"{key}={str(value).lstrip('/')}")
        for key in ("Lang", "Alt"):
            if element.dictionary.get("/" + key):
                parts.append(key.lower() + "=" + string_text(element.dictionary["/" + key]))
        if element.marks:
            own = Element("", "", {}, None, list(element.marks))
            parts.append('"' + self.text(own) + '"')
        return " ".join(parts)
