"""The rules of check_tags.py: what is wrong with a tagged PDF and passes veraPDF."""
import re

import figure_rules
import table_rules
from pdfobjects import is_string, string_bytes, string_text
from structure import SOFT_HYPHEN

NAMES = ("catalog", "document-root", "page", "parent-link", "mixed-kids", "mark-unreferenced", "mark-missing", "mark-twice",
         "mcid-twice", "mcid-gap", "content-order", "parent-tree", "id-twice", "id-type", "id-tree", "headers", "scope", "table-rows",
         "table-bbox", "figure", "link", "objr", "line-end", "furniture", "page-number", "untagged", "artifact-nesting", "balance",
         "heading-skip", "to-unicode", "outline")

HEADING = re.compile(r"H[1-6]$")
FURNITURE = re.compile(r"Side \d+ af \d+|Page \d+ of \d+|\((?:fortsat|continued)\)")
PAGE_NUMBER = re.compile(r"Side (\d+) af (\d+)|Page (\d+) of (\d+)")
BREAKS_AFTER = "-/?!" + SOFT_HYPHEN + "\u2010\u2012\u2013\u2014\u200b"    # where a line may end without white space (UAX #14)


def check_all(structure, page_numbers, broken_words):
    check_catalog(structure)
    check_pages(structure)
    check_roots(structure)
    check_marks(structure)
    check_content_order(structure)
    check_parent_tree(structure)
    check_ids(structure)
    check_annotations(structure)
    check_headings(structure)
    check_lines(structure, broken_words)
    check_furniture(structure, page_numbers)
    check_outline(structure)
    for element in structure.elements:
        if element.role == "Table":
            table_rules.check(structure, element)
        elif element.role == "Figure":
            figure_rules.check_figure(structure, element)


def check_catalog(s):
    catalog = s.pdf.root
    for key, present in (("Lang", is_string(s.pdf.get(catalog.get("/Lang")))),
                         ("MarkInfo Marked", (s.pdf.get(catalog.get("/MarkInfo")) or {}).get("/Marked") is True),
                         ("Metadata", catalog.get("/Metadata") is not None),
                         ("ViewerPreferences DisplayDocTitle",
                          (s.pdf.get(catalog.get("/ViewerPreferences")) or {}).get("/DisplayDocTitle") is True)):
        if not present:
            s.complain("catalog", f"no {key}")


def check_pages(s):
    keys = []
    for number, reference in enumerate(s.pdf.pages):
        page = s.pdf.get(reference)
        if page.get("/Tabs") != "/S":
            s.complain("page", f"page {number + 1}: Tabs is {page.get('/Tabs')}")
        keys.append(page.get("/StructParents"))
    if len(set(keys)) != len(keys) or None in keys:
        s.complain("page", f"StructParents are {keys}")


def check_roots(s):
    roles = [getattr(root, "role", "a mark") for root in s.roots]
    if roles != ["Document"]:
        s.complain("document-root", f"the root has {roles}, expected one Document")
    for element in s.elements:
        if element.marks and element.elements and element.role != "Figure":  # which has its caption beside what it shows
            s.complain("mixed-kids", f"{element.reference} {element.role} has elements and marks")


def check_marks(s):
    """Marks in the content and marks in K: the same, each once, and numbered without gaps."""
    named = {}
    for element in s.elements:
        for mark in element.marks:
            if mark in named:
                s.complain("mark-twice", f"page {mark[0] + 1}: MCID {mark[1]} stands in K of {named[mark]} and {element.reference}")
            named[mark] = element.reference
            if mark not in s.by_mark:
                s.complain("mark-missing", f"page {mark[0] + 1}: {element.reference} {element.role} names MCID {mark[1]}, "
                                           "which the content lacks")
    for page, mcid in s.by_mark:
        if (page, mcid) not in named:
            s.complain("mark-unreferenced", f"page {page + 1}: no element names MCID {mcid}")
    for number in range(len(s.contents)):
        mcids = [m.mcid for m in s.contents[number].marked if m.mcid is not None]
        if mcids != list(range(len(mcids))):
            s.complain("mcid-gap", f"page {number + 1}: MCIDs are {mcids[:20]}")


def check_content_order(s):
    """What is read before something is painted before it: MCIDs are numbered in the order of the content."""
    last = {}
    for element in s.elements:
        for page, mcid in element.marks:
            if mcid < last.get(page, -1):
                s.complain("content-order", f"page {page + 1}: MCID {mcid} of {element.reference} {element.role} is painted before "
                                            f"{last[page]}, which is read before it")
            last[page] = max(mcid, last.get(page, -1))


def check_parent_tree(s):
    """The slots of the parent tree: exactly the elements that K gives the marks to."""
    entries = list(s.pdf.tree_entries(s.tree_root.get("/ParentTree"), "/Nums"))
    keys = [key for key, _ in entries]
    if keys != sorted(set(keys)):
        s.complain("parent-tree", "keys are not ascending")
    slots = dict(entries)
    expected_of = [{} for _ in s.pdf.pages]
    for element in s.elements:
        for page, mcid in element.marks:
            expected_of[page][mcid] = element.reference
    for number, reference in enumerate(s.pdf.pages):
        key = s.pdf.get(reference).get("/StructParents")
        found = s.pdf.get(slots.get(key)) or []
        expected = [owner for _, owner in sorted(expected_of[number].items())]
        if found != expected:
            at = next((i for i, pair in enumerate(zip(found, expected)) if pair[0] != pair[1]), min(len(found), len(expected)))
            s.complain("parent-tree", f"page {number + 1}: {len(found)} slots for {len(expected)} marks, different from {at} on")
    next_key = s.tree_root.get("/ParentTreeNextKey")
    if keys and (not isinstance(next_key, int) or next_key <= max(keys)):
        s.complain("parent-tree", f"ParentTreeNextKey is {next_key}")


def check_ids(s):
    """IDs are strings, unique, and all in the IDTree, which is sorted."""
    ids = {}
    for element in s.elements:
        if "/ID" not in element.dictionary:
            continue
        identifier = s.identifier(element)
        if identifier is None:
            s.complain("id-type", f"{element.reference}: ID {element.dictionary['/ID']} is no string")
        elif identifier in ids:
            s.complain("id-twice", f"{element.reference} and {ids[identifier]} are both {identifier}")
        else:
            ids[identifier] = element.reference
    entries = [(string_bytes(key), value) for key, value in s.pdf.tree_entries(s.tree_root.get("/IDTree"), "/Names")]
    if [key for key, _ in entries] != sorted({key for key, _ in entries}):
        s.complain("id-tree", "names are not ascending")
    if dict(entries) != ids:
        wrong = sorted(set(entries) ^ set(ids.items()))
        s.complain("id-tree", f"the tree and the elements differ in {wrong[:4]}")


def check_annotations(s):
    """Each link annotation has exactly one OBJR, and a StructParent that leads to the same element."""
    slots = dict(s.pdf.tree_entries(s.tree_root.get("/ParentTree"), "/Nums"))
    owners = {}
    for element in s.elements:
        for reference in element.objects:
            if reference in owners:
                s.complain("objr", f"{reference} has two OBJRs")
            owners[reference] = element.reference
    annotations = {}
    for number, page in enumerate(s.pdf.pages):
        for reference in s.pdf.get(s.pdf.get(page).get("/Annots")) or []:
            annotations[reference] = number
            annotation = s.pdf.get(reference)
            if annotation.get("/Subtype") in ("/Popup", "/PrinterMark"):
                continue
            owner = owners.get(reference)
            if owner is None:
                s.complain("objr", f"page {number + 1}: no OBJR for annotation {reference}")
            elif slots.get(annotation.get("/StructParent")) != owner:
                s.complain("objr", f"page {number + 1}: StructParent of {reference} does not lead to {owner}")
    for reference in set(owners) - set(annotations):
        s.complain("objr", f"OBJR to {reference}, which is no annotation of any page")
    for element in s.elements:
        if element.role == "Link":
            figure_rules.check_link(s, element, annotations)


def check_headings(s):
    level = 0
    for element in s.elements:
        if HEADING.match(element.role):
            own = int(element.role[1])
            if own > level + 1:
                s.complain("heading-skip", f"{element.reference}: {element.role} after {'H%d' % level if level else 'nothing'}")
            level = own


def check_lines(s, broken_words):
    """Where a line of a block ends, the next one must not run into it."""
    for element in s.blocks():
        lines = s.lines(element)
        for line, following in zip(lines, lines[1:]):
            end, begin = line.text[-1:], following.text[:1]
            if not end or not begin or end in " \u00a0" or begin == " ":
                if SOFT_HYPHEN in line.text[-2:] and end == " ":
                    s.complain("line-end", f"page {line.page + 1}: {line.text[-20:]!r} has a space after its hyphen")
                continue
            if end in BREAKS_AFTER or (broken_words and end.isalnum() and begin.isalnum()):
                continue
            s.complain("line-end", f"page {line.page + 1}: {line.text[-20:]!r} runs into {following.text[:20]!r}")


def check_furniture(s, page_numbers):
    """What belongs to the page is an artifact, and the page's number stands on it once."""
    for element in s.blocks():
        found = FURNITURE.search(s.text(element))
        if found:
            s.complain("furniture", f"{element.reference} {element.role} has {found.group()!r}")
    numbers = []
    for content in s.contents:
        texts = [line.text for marked in content.marked if marked.is_artifact for line in marked.lines]
        numbers.append([tuple(int(g) for g in m.groups() if g) for text in texts for m in PAGE_NUMBER.finditer(text)])
    if not page_numbers and not any(numbers):
        return
    for number, (found, expected) in enumerate(zip(numbers, printed_numbers(s, len(numbers)))):
        # A page without a label has no number, and page 0 is a cover, which need not say so.
        if found != ([] if expected is None else [expected]) and (found or expected is None or expected[0] != 0):
            s.complain("page-number", f"page {number + 1} of {len(numbers)} says {found}, expected {expected}")


def printed_numbers(s, count):
    """The number of each page by the catalog's page labels, and the last one before the numbers begin anew; None where a label says that
    there is none, as of blank pages."""
    labels = s.pdf.get(s.pdf.root.get("/PageLabels")) or {"/Nums": [0, {"/S": "/D"}]}
    starts = {}
    for page, label in zip(labels["/Nums"][::2], labels["/Nums"][1::2]):
        label = s.pdf.get(label)
        starts[page] = label.get("/St", 1) if "/S" in label else int(string_text(label["/P"])) if "/P" in label else None
    numbers = []
    for page in range(count):
        numbers.append(starts[page] if page in starts else following(numbers[-1]))
    out = []
    last = None
    for page in reversed(range(count)):
        begins_anew = page + 1 == count or numbers[page + 1] != following(numbers[page])
        last = numbers[page] if begins_anew else last
        out.append(None if numbers[page] is None else (numbers[page], last))
    return out[::-1]


def following(number):
    return None if number is None else number + 1


DEEPEST_IN_OUTLINE = 2


def joined_sections(s):
    """The documents of a file that was joined: sections are all that there is under its root. Else none."""
    kids = s.roots[0].elements if s.roots and hasattr(s.roots[0], "elements") else []
    return kids if all(kid.role == "Sect" for kid in kids) else []


def check_outline(s):
    """Entries lead to pages of the file, and their links to each other hold. They are the headings, deeper ones not all, and words
    that tables have, in reading order. Where the file was joined of several documents, there is one for each above those, which leads
    to where it begins."""
    sections = joined_sections(s)
    titles, leads = [], []

    def walk(parent_reference, depth=0):
        parent = s.pdf.get(parent_reference)
        previous, reference = None, parent.get("/First")
        while reference is not None and depth < 40:
            item = s.pdf.get(reference)
            if item.get("/Parent") != parent_reference or item.get("/Prev") != previous:
                s.complain("outline", f"{reference}: Parent or Prev is wrong")
                return
            figure_rules.check_destination(s, "outline", reference, item.get("/Dest"))
            if sections and depth == 0:
                leads.append((string_text(item["/Title"]), (s.pdf.get(item.get("/Dest")) or [None])[0]))
            else:
                titles.append(string_text(item["/Title"]))
            walk(reference, depth + 1)
            previous, reference = reference, item.get("/Next")
        if parent.get("/Last") != previous:
            s.complain("outline", f"{parent_reference}: Last is {parent.get('/Last')}")
    if "/Outlines" not in s.pdf.root:
        return
    walk(s.pdf.root["/Outlines"])
    if len(leads) != len(sections):
        s.complain("outline", f"{len(leads)} entries for {len(sections)} documents")
    for (title, page), section in zip(leads, sections):
        if s.page_numbers.get(page) != min((mark[0] for element in section.walk() for mark in element.marks), default=None):
            s.complain("outline", f"entry {title!r} leads to page {s.page_numbers.get(page, -1) + 1}, where its document does not begin")
    blocks = [(element, words(s.text(element))) for element in s.blocks()]
    headings = [(text, int(element.role[1])) for element, text in blocks if HEADING.match(element.role)]
    in_tables = " ".join(text for element, text in blocks if element.ancestor("Table"))
    at = 0
    for title in map(words, titles):
        place = next((i for i, (text, level) in enumerate(headings) if text == title), None)
        if place is not None and all(level > DEEPEST_IN_OUTLINE for _, level in headings[:place]):
            del headings[:place + 1]
            continue
        found = in_tables.find(title.rstrip("\u2026"), at)  # long ones are shortened
        if found < 0:
            s.complain("outline", f"entry {title!r} stands where the heading is {[text for text, _ in headings[:1]]}")
            return
        at = found
    missing = [text for text, level in headings if level <= DEEPEST_IN_OUTLINE]
    if missing:
        s.complain("outline", f"the heading {missing[0]!r} has no entry")


def words(text):
    """The text with a blank between its words, and without hyphens that only lines need."""
    return " ".join(text.replace(SOFT_HYPHEN, "").split())
