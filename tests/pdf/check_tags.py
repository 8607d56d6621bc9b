#!/usr/bin/env python3
"""Checks of a tagged PDF what veraPDF does not look at.

usage: check_tags.py [OPTION…] PATH…        a path is a PDF or a folder of them

  --page-numbers[=EXCEPT]
                   each page has exactly one artifact "Side x af y", with the right numbers, even if no page has any;
                   files whose names begin with EXCEPT need none
  --broken-words   words may be broken over lines without a hyphen (a column narrower than its longest word)
  --tree           print the structure tree with its text, and check nothing
  --text           print the text in structure order, a block a line, and check nothing
  --rules          print the names of all rules

A fault is a line "FILE: [rule] what"; exit status 0 where there is none, 1 where there are some, 2 where a file is unreadable.
"""
import argparse
import pathlib
import sys

import rules
from pdfobjects import Pdf, Unreadable
from structure import Structure


def check(path, options):
    """The faults of a file as (rule, what)."""
    faults = []

    def complain(rule, what):
        assert rule in rules.NAMES, rule
        faults.append((rule, what))

    except_names = options.page_numbers
    numbered = except_names == "" or (except_names is not None and not pathlib.Path(path).name.startswith(except_names))
    rules.check_all(Structure(Pdf(path), complain), numbered, options.broken_words)
    return faults


def print_tree(structure):
    def show(element, depth):
        print("  " * depth + structure.describe(element))
        for kid in element.elements:
            show(kid, depth + 1)
    for root in structure.roots:
        show(root, 0)


def print_text(structure):
    for block in structure.blocks():
        print(structure.text(block))


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--page-numbers", nargs="?", const="", metavar="EXCEPT")
    parser.add_argument("--broken-words", action="store_true")
    parser.add_argument("--tree", action="store_true")
    parser.add_argument("--text", action="store_true")
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("paths", nargs="*", metavar="PATH")
    return parser.parse_args(arguments)


def main():
    options = parse(sys.argv[1:])
    if options.rules:
        print("\n".join(rules.NAMES))
    count = 0
    files = [file for path in map(pathlib.Path, options.paths)
             for file in (sorted(path.rglob("*.pdf")) if path.is_dir() else [path])]
    if options.paths and not files:
        print("check_tags.py: no PDF in " + ", ".join(options.paths), file=sys.stderr)
        return 2
    for path in map(str, files):
        try:
            if options.tree or options.text:
                structure = Structure(Pdf(path), lambda rule, what: None)
                (print_tree if options.tree else print_text)(structure)
                continue
            for rule, what in check(path, options):
                print(f"{path}: [{rule}] {what}")
                count += 1
        except (Unreadable, ValueError, KeyError, TypeError) as error:
            print(f"{path}: unreadable: {error!r}", file=sys.stderr)
            return 2
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
