#!/usr/bin/env python3
"""Shows that check_tags.py notices what it claims to: makes files that are wrong in one way each (variants.py) and asks that
the rule for it, and for every rule some file, complains.

usage: test_checker.py GOOD BROKEN      the folder of the good files, and the one to put the broken ones in
"""
import pathlib
import shutil
import subprocess
import sys

import check_tags
import rules
from variants import VARIANTS


def as_qdf(path):
    run = subprocess.run(["qpdf", "--qdf", "--normalize-content=n", "--object-streams=disable", "--no-original-object-ids",
                          path, "-"], capture_output=True, check=True)
    return run.stdout


def write_variant(variant, text, folder):
    """The variant as a file, its table of objects put right."""
    path = folder / f"{variant.name}.pdf"
    edited = variant.edit(text)
    if variant.rule and edited == text:
        raise ValueError("the edit changes nothing")
    fixed = subprocess.run(["fix-qdf"], input=edited, capture_output=True, check=True)
    path.write_bytes(fixed.stdout)
    return path


def main():
    good, broken = map(pathlib.Path, sys.argv[1:3])
    shutil.rmtree(broken, ignore_errors=True)
    broken.mkdir(parents=True)
    texts = {base: as_qdf(good / f"{base}.pdf") for base in {v.base for v in VARIANTS}}
    faults = [f"no variant shows rule {rule}" for rule in set(rules.NAMES) - {v.rule for v in VARIANTS}]
    for variant in VARIANTS:
        try:
            path = write_variant(variant, texts[variant.base], broken)
            found = check_tags.check(str(path), check_tags.parse(list(variant.options)))
        except (ValueError, subprocess.CalledProcessError) as error:
            faults.append(f"{variant.name}: {error}")
            continue
        names = {rule for rule, _ in found}
        if variant.rule and variant.rule not in names:
            faults.append(f"{variant.name}: rule {variant.rule} does not complain, but {sorted(names)} do")
        if not variant.rule and found:
            faults.append(f"{variant.name}: is good, but {found}")
    for fault in faults:
        print(fault)
    print(f"test_checker.py: {len(VARIANTS)} files, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
