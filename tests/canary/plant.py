"""Plants a leak: writes a source file of the library with one change, into a folder of its own.

    plant.py LIBRARY LEAKS NAME FOLDER    writes FOLDER/<the leak's file>
    plant.py LIBRARY LEAKS                says whether each leak can be planted: what it changes stands there once
"""

import json
import pathlib
import sys


def planted(library, leak):
    text = (library / leak["file"]).read_text(encoding="utf-8")
    if text.count(leak["find"]) != 1:
        sys.exit(f"leaks.json: {leak['name']}: expected once in {leak['file']}: {leak['find']}")
    return text.replace(leak["find"], leak["replace"])


def main(library, leaks, name=None, folder=None):
    library = pathlib.Path(library)
    for leak in json.loads(pathlib.Path(leaks).read_text(encoding="utf-8")):
        if name in (None, leak["name"]):
            text = planted(library, leak)
            if folder is not None:
                out = pathlib.Path(folder) / leak["file"]
                out.parent.mkdir(parents=True, exist_ok=True)
                out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
