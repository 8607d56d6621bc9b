"""Files that are wrong in one way each: edits of good files in qpdf's QDF form, by the rule that must notice them."""
import dataclasses
import re
import typing


@dataclasses.dataclass
class Variant:
    name: str
    base: str                   # a good file, without ".pdf"
    rule: str                   # "" for one that must stay good
    edit: typing.Callable
    options: tuple = ()


def replace(pattern, to, count=1):
    """An edit that replaces the first `count` matches."""
    def edit(text):
        edited, found = re.subn(pattern.encode("latin-1"), to.encode("latin-1"), text, count=count, flags=re.S)
        if found < count:
            raise ValueError(f"only {found} matches of {pattern}")
        return edited
    return edit


def chain(*edits):
    def edit(text):
        for step in edits:
            text = step(text)
        return text
    return edit


def swap(first, second):
    """Exchanges the first occurrences of two texts."""
    def edit(text):
        one, two = first.encode("latin-1"), second.encode("latin-1")
        assert one in text and two in text, (first, second)
        return text.replace(one, b"@swap@", 1).replace(two, one, 1).replace(b"@swap@", two, 1)
    return edit


def number_before(text, pattern):
    """The number of the object that holds the first match of `pattern`."""
    at = re.search(pattern, text, re.S).start()
    return int(re.findall(rb"\n(\d+) 0 obj\n", text[:at])[-1])


def append_objects(text, bodies):
    """Adds objects after the last one; `bodies` may name them {0}, {1} …, and {page}."""
    first = max(map(int, re.findall(rb"\n(\d+) 0 obj\n", text))) + 1
    numbers = [first + i for i in range(len(bodies))]
    page = number_before(text, rb"/Type /Page\n")
    added = b"".join(f"{n} 0 obj\n{body.format(*numbers, page=page)}\nendobj\n\n".encode()
                     for n, body in zip(numbers, bodies))
    return text.replace(b"\nxref\n", b"\n" + added + b"xref\n", 1), numbers


def add_mark(role):
    """Gives an element with kids a mark of its own."""
    def edit(text):
        page = number_before(text, rb"/Type /Page\n")
        mark = f"/K [\n    <</Type/MCR/Pg {page} 0 R/MCID 0>>"
        return re.sub(rb"/K \[(?=[^\]]*\]\n  /P \d+ 0 R\n  /S /%s\n)" % role.encode(), mark.encode(), text, count=1)
    return edit


def with_link(text, objr="<</Type/OBJR/Obj {1} 0 R>>", struct_parent=1, listed=True, tree=True):
    """Makes the letter's paragraph a link with an annotation."""
    paragraph = number_before(text, rb"/S /P\n")
    text, (link, annotation) = append_objects(text, [
        "<<\n  /S /Link\n  /P %d 0 R\n  /Pg {page} 0 R\n  /K [ 1 %s ]\n>>" % (paragraph, objr),
        "<<\n  /Type /Annot\n  /Subtype /Link\n  /Rect [60 735 300 760]\n  /Border [0 0 0]\n  /F 4\n  /Contents (Til siden)\n"
        "  /StructParent %d\n  /A << /S /URI /URI (https://example.org/) >>\n>>" % struct_parent])
    slot = f"{paragraph} 0 R".encode()
    text = re.sub(rb"(/Nums \[.*?)" + slot + rb"(\s*\])(\s*\])",
                  lambda m: m[1] + b"%d 0 R" % link + m[2] + (b" 1 %d 0 R " % link if tree else b"") + m[3], text,
                  count=1, flags=re.S)
    text = text.replace(b"/ParentTreeNextKey 1", b"/ParentTreeNextKey 2", 1)
    text = re.sub(rb"/K 1\n(?=  /P \d+ 0 R\n  /Pg \d+ 0 R\n  /S /P\n)", b"/K [ %d 0 R ]\n" % link, text, count=1)
    if listed:
        text = text.replace(b"  /Contents ", b"  /Annots [ %d 0 R ]\n  /Contents " % annotation, 1)
    return text


VARIANTS = [
    # what must stay good: that nothing is found there shows that the edits alone are what is found below
    Variant("unchanged-letter", "unit-letter", "", lambda text: text, ("--page-numbers",)),
    Variant("unchanged-table", "unit-table", "", lambda text: text),
    Variant("unchanged-outline", "unit-outline", "", lambda text: text),
    Variant("link", "unit-letter", "", with_link),
    Variant("unchanged-links", "unit-links", "", lambda text: text),
    Variant("unchanged-figures", "unit-figures", "", lambda text: text),

    Variant("no-display-title", "unit-letter", "catalog", replace("/DisplayDocTitle true", "/DisplayDocTitle false")),
    Variant("no-language", "unit-letter", "catalog", replace(r"  /Lang \(da\)\n", "")),
    Variant("not-marked", "unit-letter", "catalog", replace("/Marked true", "/Marked false")),
    Variant("root-is-a-part", "unit-letter", "document-root", replace("/S /Document", "/S /Part")),
    Variant("tabs-by-row", "unit-letter", "page", replace("/Tabs /S", "/Tabs /R")),
    Variant("page-without-key", "unit-letter", "page", replace(r"  /StructParents 0\n", "")),
    Variant("wrong-parent", "unit-letter", "parent-link", replace(r"/P \d+ 0 R\n  /Pg", "/P 1 0 R\n  /Pg")),
    Variant("kids-and-marks", "unit-table", "mixed-kids", add_mark("TR")),

    Variant("mark-in-no-k", "unit-letter", "mark-unreferenced", replace(r"  /K 1\n", "")),
    Variant("mark-that-is-none", "unit-letter", "mark-missing", replace(r"  /K 1\n", "  /K 9\n")),
    Variant("mark-in-two-k", "unit-table", "mark-twice", replace(r"  /K 2\n", "  /K [ 2 1 ]\n")),
    Variant("number-twice-on-a-page", "unit-table", "mcid-twice", replace("/MCID 2>>", "/MCID 1>>")),
    Variant("numbers-out-of-order", "unit-table", "mcid-gap", swap("/MCID 1>>", "/MCID 2>>")),
    Variant("slots-exchanged", "unit-table", "parent-tree",
            replace(r"(/Nums \[\n    0\n    \[\n      )(\d+ 0 R)\n      (\d+ 0 R)", r"\1\3\n      \2")),
    Variant("slot-missing", "unit-letter", "parent-tree", replace(r"(/Nums \[\n    0\n    \[\n)      \d+ 0 R\n", r"\1")),
    Variant("next-key-too-small", "unit-three-pages", "parent-tree", replace("/ParentTreeNextKey 3", "/ParentTreeNextKey 2")),
    Variant("page-missing-in-tree", "unit-three-pages", "parent-tree", replace(r"(/Nums \[.*?)    1\n    \[.*?\]\n", r"\1")),

    Variant("id-twice", "unit-table", "id-twice", replace(r"/ID \(h2\)", "/ID (h1)")),
    Variant("id-is-a-name", "unit-table", "id-type", replace(r"/ID \(h2\)", "/ID /h2")),
    Variant("id-not-in-tree", "unit-table", "id-tree", replace(r"(/Names \[\n)    \(h1\)\n    \d+ 0 R\n", r"\1")),
    Variant("no-id-tree", "unit-table", "id-tree", replace(r"  /IDTree \d+ 0 R\n", "")),
    Variant("id-tree-unsorted", "unit-table", "id-tree",
            replace(r"(    \(h1\)\n    \d+ 0 R\n)(    \(h2\)\n    \d+ 0 R\n)", r"\2\1")),
    Variant("header-unknown", "unit-table", "headers", replace(r"(/Headers \[\n      )\(h2\)", r"\1(h99)")),
    Variant("header-is-a-name", "unit-table", "headers", replace(r"(/Headers \[\n      )\(h2\)", r"\1/h2")),
    Variant("cell-without-headers", "unit-table", "headers",
            replace(r"/Headers \[\n      \(h3\)\n      \(h4\)\n    \]", "")),
    Variant("header-without-scope", "unit-table", "scope", replace(r"    /Scope /Row\n", "")),
    Variant("span-too-big", "unit-table", "table-rows", replace("/RowSpan 2", "/RowSpan 3")),
    Variant("span-past-the-end", "unit-table", "table-rows",
            replace(r"/Scope /Row\n  >>\n  /ID \(h7\)", "/RowSpan 2 /Scope /Row\n  >>\n  /ID (h7)")),
    Variant("empty-cell-left-out", "unit-table", "table-rows",
            replace(r"(/K \[\n    \d+ 0 R\n)    \d+ 0 R\n(  \]\n  /P \d+ 0 R\n  /S /TR\n)", r"\1\2")),
    Variant("table-without-box", "unit-table", "table-bbox", replace(r"  /A <<\n    /BBox \[.*?\]\n    /O /Layout\n  >>\n", "")),
    Variant("table-beside-the-page", "unit-table", "table-bbox", replace(r"(/BBox \[\n      )50", r"\1-50")),

    Variant("read-in-another-order", "unit-letter", "content-order",
            replace(r"(/K \[\n)(    \d+ 0 R\n)(    \d+ 0 R\n)(  \]\n  /P \d+ 0 R\n  /S /Document)", r"\1\3\2\4")),
    Variant("link-without-objr", "unit-letter", "objr", lambda text: with_link(text, objr="")),
    Variant("link-with-two-objr", "unit-letter", "objr",
            lambda text: with_link(text, objr="<</Type/OBJR/Obj {1} 0 R>> <</Type/OBJR/Obj {1} 0 R>>")),
    Variant("link-of-another-key", "unit-letter", "objr", lambda text: with_link(text, struct_parent=7)),
    Variant("link-not-in-tree", "unit-letter", "objr", lambda text: with_link(text, tree=False)),
    Variant("link-on-no-page", "unit-letter", "objr", lambda text: with_link(text, listed=False)),
    Variant("link-without-area", "unit-letter", "link", replace(r"/S /P\n", "/S /Link\n")),
    Variant("link-of-no-words", "unit-links", "link", replace(r"/Contents \(Se budgettet\)", "/Contents ( )")),
    Variant("link-beside-the-page", "unit-links", "link", replace(r"(/Rect \[\n    )60", r"\g<1>-60")),
    Variant("link-of-no-size", "unit-links", "link", replace(r"(/Rect \[\n    60\n    748\n    )160", r"\g<1>60")),
    Variant("link-to-no-page", "unit-links", "link", replace(r"(/Dest \[\n    )\d+ 0 R", r"\g<1>1 0 R")),
    Variant("link-above-its-page", "unit-links", "link", replace(r"(/XYZ\n    null\n    )407", r"\g<1>700")),
    Variant("link-to-no-address", "unit-links", "link", replace(r"/S /URI\n", "/S /Named\n")),
    Variant("link-of-another-page", "unit-link-over-lines", "link",
            replace(r"(  /Annots \[\n)(.*?/Annots \[\n)(    \d+ 0 R\n)", r"\1\3\2")),

    Variant("figure-of-no-words", "unit-figures", "figure", replace(r"/Alt \(Et kryds\)", "/Alt ( )")),
    Variant("figure-without-words", "unit-figures", "figure", replace(r"  /Alt \(Et kryds\)\n", "")),
    Variant("figure-without-box", "unit-figures", "figure", replace(r"    /BBox \[.*?\]\n", "")),
    Variant("figure-beside-the-page", "unit-figures", "figure", replace(r"(/BBox \[\n      100\n      )270", r"\g<1>-270")),
    Variant("figure-of-nothing", "unit-figures", "figure", replace(r"  /K 1\n(  /P \d+ 0 R\n  /Pg \d+ 0 R\n  /S /Figure)", r"\1")),
    Variant("figure-with-more-than-a-caption", "unit-figures", "mixed-kids", replace("/S /Caption", "/S /P")),

    Variant("lines-run-together", "unit-letter", "line-end", replace(r" og \)", " og)")),
    Variant("space-after-hyphen", "unit-letter", "line-end", replace(r" og \)", " og\xad )")),
    Variant("page-number-tagged", "unit-letter", "furniture", replace(r"\[\(giver", "[(Side 1 af 1 giver")),
    Variant("continuation-tagged", "unit-letter", "furniture", replace(r"\[\(giver", r"[(Sag \\(fortsat\\) giver")),
    Variant("wrong-page-number", "unit-letter", "page-number", replace("Side 1 af 1", "Side 2 af 1"), ("--page-numbers",)),
    Variant("wrong-page-label", "unit-council-blocks", "page-number", replace("/St 5", "/St 6")),
    Variant("no-page-number", "unit-letter", "page-number", replace(r"\[\(Side 1 af 1\)\]TJ\n", ""), ("--page-numbers",)),
    Variant("line-not-marked", "unit-rules", "untagged", replace(r"/Artifact<</Type/Layout>>BDC\n(.*?)EMC\n", r"\1")),
    Variant("text-not-marked", "unit-letter", "untagged", replace(r"/H1<</MCID 0>>BDC\n(.*?)EMC\n", r"\1")),
    Variant("tag-without-number", "unit-letter", "untagged", replace(r"/H1<</MCID 0>>BDC", "/H1 BMC")),
    Variant("artifact-in-a-tag", "unit-letter", "artifact-nesting",
            replace(r"(/P<</MCID 1>>BDC\n)", r"\1/Artifact<</Type/Layout>>BDC\nEMC\n")),
    Variant("tag-in-an-artifact", "unit-letter", "artifact-nesting",
            replace(r"(/P<</MCID 1>>BDC\n.*?EMC\n)", r"/Artifact<</Type/Layout>>BDC\n\1EMC\n")),
    Variant("tag-left-open", "unit-letter", "balance", replace(r"EMC\nET", "ET")),
    Variant("one-end-too-many", "unit-letter", "balance", replace(r"EMC\nET", "EMC\nEMC\nET")),
    Variant("tag-across-et", "unit-letter", "balance", replace(r"EMC\nET", "ET\nEMC")),
    Variant("tag-in-a-tag", "unit-letter", "balance", replace(r"EMC\n(/P<</MCID 1>>BDC\n.*?EMC\n)", r"\1EMC\n")),
    Variant("heading-skipped", "unit-outline", "heading-skip", replace("/S /H2", "/S /H3")),
    Variant("code-without-text", "unit-letter", "to-unicode", replace("<20><7E><0020>", "<20><60><0020>")),
    Variant("outline-to-no-page", "unit-outline", "outline", replace(r"(/Dest \[\n    )\d+ 0 R", r"\g<1>1 0 R")),
    Variant("outline-above-its-page", "unit-outline", "outline", replace(r"(/XYZ\n    null\n    )", r"\g<1>99")),
    Variant("outline-without-a-heading", "unit-outline", "outline", replace("/S /H2", "/S /P")),
    Variant("outline-of-other-words", "unit-outline", "outline", replace(r"/Title \(Bilag", "/Title (Billag")),
    Variant("code-of-no-text", "unit-faces", "to-unicode", replace(r"(<\w\w>)<\w+>\nendbfchar", r"\1<>\nendbfchar")),
    Variant("replacement-text-in-a-tag", "unit-letter", "balance", replace(r"(\[\(giver.*?TJ)", r"/Span<</ActualText(giver)>>BDC\n\1\nEMC")),
    Variant("outline-parent-wrong", "unit-outline", "outline", replace(r"(/Next \d+ 0 R\n  /Parent )\d+ 0 R", r"\g<1>1 0 R")),
    Variant("outline-last-wrong", "unit-outline", "outline", replace(r"/Last \d+ 0 R", "/Last 1 0 R")),
]
