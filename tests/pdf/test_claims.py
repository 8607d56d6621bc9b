#!/usr/bin/env python3
"""Asks that every test which lib/Pdf/PDF_UA1.md names exists, and that every rule of the checker stands there.

usage: test_claims.py SOURCES      the folder of the project
"""
import pathlib
import re
import sys

import rules


def has_test(path, name):
    text = path.read_text()
    if path.name == "rules.py":
        return name in rules.NAMES
    suite, _, case = name.partition(".")
    return re.search(rf"TEST(?:_F|_P)?\(\s*{suite},\s*{case}\)", text) is not None


def main():
    sources = pathlib.Path(sys.argv[1])
    text = (sources / "lib/Pdf/PDF_UA1.md").read_text()
    claims = re.findall(r"`((?:unit|golden|pdf|layout)/[\w/]+\.(?:cpp|py))(?::([\w.-]+))?`", text)
    faults = [f"{file}:{name}" for file, name in claims
              if not (sources / "tests" / file).is_file() or (name and not has_test(sources / "tests" / file, name))]
    faults += [f"rule {rule} is not in the table" for rule in set(rules.NAMES) - {name for _, name in claims}]
    for fault in faults:
        print("PDF_UA1.md: no such test: " + fault)
    print(f"test_claims.py: {len(claims)} claims, {len(faults)} faults")
    return 1 if faults or len(claims) < 50 else 0


if __name__ == "__main__":
    sys.exit(main())
