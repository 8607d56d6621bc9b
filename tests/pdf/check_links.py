#!/usr/bin/env python3
"""Follows the links of contents in PDFs, as a reader would: to the page whose printed number the link says, and to the height where
the item's number stands there, by the words that poppler finds.

usage: check_links.py FOLDER      every PDF below the folder; one must have such links
"""
import html
import pathlib
import re
import subprocess
import sys

from pdfobjects import Pdf, string_text

SAYS = re.compile(r"^(?:Punkt|Item) (\S+), (?:side|page) (\d+)$")
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</word>')
HEADINGS = {"Indhold", "Contents"}
HIGHEST_LINE = 40  # points, of a heading


def printed_number(labels, page):
    """The number of a page (from 0) by the ranges of /PageLabels."""
    begin, start = max((entry for entry in labels if entry[0] <= page), default=(0, 1))
    return start + page - begin


def words_of(path):
    """Of each page its words: (top, bottom, left, text)."""
    out = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
    return [[(float(m[2]), float(m[3]), float(m[1]), html.unescape(m[4])) for m in WORD.finditer(page)]
            for page in out.split("<page ")[1:]]


def faults_of(words, pdf, links):
    labels = [(begin, pdf.get(label).get("/St", 1)) for begin, label in pdf.tree_entries(pdf.root.get("/PageLabels"), "/Nums")]
    for says, destination in links:
        page = pdf.pages.index(destination[0])
        number = printed_number(labels, page)
        if int(says[2]) != number:
            yield f"'{says[0]}' leads to a page numbered {number}"
        box = pdf.get(pdf.pages[page])["/MediaBox"]
        top = box[3] - destination[3]
        line = sorted((left, text) for above, below, left, text in words[page] if above - 3 <= top <= below and below - top < HIGHEST_LINE)
        if not any(text.rstrip(".") == says[1].rstrip(".") for _, text in line):
            yield f"'{says[0]}' leads to {top:.1f} of page {page + 1}, where {line} stands"


def links_of(pdf):
    for page in pdf.pages:
        for reference in pdf.get(pdf.get(page).get("/Annots", [])) or []:
            note = pdf.get(reference)
            says = SAYS.match(string_text(note["/Contents"])) if "/Contents" in note else None
            if says and "/Dest" in note:
                yield says, pdf.get(note["/Dest"])


def main():
    followed = faults = 0
    for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.pdf")):
        words = words_of(path)
        if not any(word[3] in HEADINGS for page in words for word in page):
            continue  # has no contents; most files have none
        pdf = Pdf(str(path))
        links = list(links_of(pdf))
        followed += len(links)
        for fault in faults_of(words, pdf, links):
            faults += 1
            print(f"{path}: {fault}")
    print(f"check_links.py: {followed} links, {faults} faults")
    return 1 if faults or not followed else 0


if __name__ == "__main__":
    sys.exit(main())
