#!/usr/bin/env python3
"""Reads PDFs back by tools that are not ours and asks that they have nothing to say.

usage: read_back.py qpdf|poppler|mupdf FOLDER      every PDF below the folder; there must be one
"""
import pathlib
import subprocess
import sys

COMMANDS = {
    "qpdf": lambda path: ["qpdf", "--check", path],
    "poppler": lambda path: ["pdftotext", path, "/dev/null"],
    "mupdf": lambda path: ["mutool", "draw", "-q", "-r", "18", "-F", "pgm", "-o", "/dev/null", path],
}
OF_THE_TOOL = {"warning: ICC support is not available\n"}  # Debian's mutool, whatever the file


def main():
    command = COMMANDS[sys.argv[1]]
    files = sorted(pathlib.Path(sys.argv[2]).rglob("*.pdf"))
    faults = 0
    for path in files:
        run = subprocess.run(command(str(path)), capture_output=True, text=True)
        if run.returncode != 0 or set(run.stderr.splitlines(keepends=True)) - OF_THE_TOOL or "WARNING" in run.stdout:
            faults += 1
            print(f"{path}: {(run.stdout + run.stderr).strip()}")
    print(f"read_back.py: {len(files)} files, {faults} faults")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main())
