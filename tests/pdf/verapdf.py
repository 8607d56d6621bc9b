#!/usr/bin/env python3
"""Runs veraPDF over PDFs, all in one call, and asks that each passes PDF/UA-1 and PDF/A and says so itself.

usage: verapdf.py [--fetch-only] PATH...        a path is a PDF or a folder of them

veraPDF is fetched from Maven Central at the version that verapdf/pom.xml pins, once, into
${XDG_CACHE_HOME:-~/.cache}/sidetal. Exit status: 0 all pass; 1 one does not; 2 veraPDF cannot be had or run;
77 skipped: Maven Central cannot be reached and CI is not set.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

POM = pathlib.Path(__file__).resolve().parent / "verapdf" / "pom.xml"
MAIN = "org.verapdf.apps.GreenfieldCliWrapper"
REQUIRED = ({"PDF/UA-1", "PDF/A-2A"}, {"PDF/UA-1", "PDF/A-3A"})


def version():
    return re.search(r"<artifactId>greenfield-apps</artifactId>\s*<version>([^<]+)<", POM.read_text()).group(1)


def cache():
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return pathlib.Path(base) / "sidetal" / f"verapdf-{version()}"


def missing(reason):
    """veraPDF cannot be had: an error in CI, a loud skip elsewhere."""
    print(f"verapdf.py: veraPDF {version()} cannot be had: {reason}", file=sys.stderr)
    if os.environ.get("CI"):
        sys.exit(2)
    print("verapdf.py: SKIPPED, NO FILE HAS BEEN VALIDATED", file=sys.stderr)
    sys.exit(77)


def fetch():
    """The folder with veraPDF's jars; moved into place whole, so that a broken download leaves nothing."""
    jars = cache()
    if jars.is_dir():
        return jars
    for tool in ("mvn", "java"):
        if not shutil.which(tool):
            missing(f"'{tool}' is not installed (Debian: maven, default-jre-headless)")
    jars.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=jars.parent) as temporary:
        target = pathlib.Path(temporary) / "jars"
        run = subprocess.run(["mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies",
                              f"-DoutputDirectory={target}"], capture_output=True, text=True)
        if run.returncode != 0 or not list(target.glob("greenfield-apps-*.jar")):
            missing("mvn says: " + (run.stdout + run.stderr).strip()[:600])
        try:
            target.rename(jars)
        except OSError:
            if not jars.is_dir():  # else another run was faster
                raise
    return jars


def collect(paths):
    files = []
    for path in map(pathlib.Path, paths):
        files += sorted(path.rglob("*.pdf")) if path.is_dir() else [path]
    return files


def validate(jars, files):
    """veraPDF's report as an XML tree."""
    with tempfile.TemporaryDirectory() as home:  # veraPDF writes settings and logs at home and in the temporary folder
        command = ["java", "-XX:+UseSerialGC", f"-Duser.home={home}", f"-Djava.io.tmpdir={home}", "-cp", f"{jars}/*", MAIN,
                   "-f", "0", "--format", "xml", *map(str, files)]
        run = subprocess.run(command, capture_output=True, text=True)
    try:
        return ET.fromstring(run.stdout)
    except ET.ParseError:
        print(run.stdout[:2000], run.stderr[:4000], file=sys.stderr)
        sys.exit(2)


def profiles_of(job, complain):
    """The profiles that a file passes; complains of each rule that fails."""
    passed = set()
    for report in job.iter("validationReport"):
        profile = report.get("profileName", "").replace(" validation profile", "").strip()
        if report.get("isCompliant") == "true":
            passed.add(profile)
            continue
        for rule in report.iter("rule"):
            if rule.get("status") == "failed":
                context = rule.find("check/context")
                complain(f"{profile} {rule.get('clause')}-{rule.get('testNumber')}: {rule.findtext('description')}"
                         + (f" [{context.text}]" if context is not None else ""))
    return passed


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--fetch-only", action="store_true")
    parser.add_argument("paths", nargs="*")
    arguments = parser.parse_args()
    jars = fetch()
    if arguments.fetch_only:
        return 0
    files = collect(arguments.paths)
    if not files:
        print("verapdf.py: no PDF in " + ", ".join(arguments.paths), file=sys.stderr)
        return 2
    seen, faults = set(), []
    for job in validate(jars, files).iter("job"):
        name = job.findtext("item/name")
        seen.add(os.path.realpath(name))
        passed = profiles_of(job, lambda what, name=name: faults.append(f"{name}: {what}"))
        if passed not in REQUIRED:
            faults.append(f"{name}: passes {sorted(passed)}, expected PDF/UA-1 and PDF/A-2A or -3A declared and passed")
    faults += [f"{f}: not validated" for f in files if os.path.realpath(f) not in seen]
    for fault in faults:
        print(fault)
    print(f"verapdf.py: {len(files)} files, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
