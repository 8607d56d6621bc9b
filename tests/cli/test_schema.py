"""The schemas say what the readers read: what is changed at random in whole documents is refused by both or by neither.

Known to the reader alone: that HTML shows nothing, that a text is of invisible characters alone, that a width has more than three
decimals, that white space stands around a short value (it is passed over), what is wrong of a style sheet's values and of several taken together.
"""

import copy
import json
import os
import random
import re
import unittest
from pathlib import Path

import jsonschema
from jsonschema import Draft202012Validator as Validator

from program import SANITIZED, ProgramTest, objects
from whole_documents import DOCUMENTS

SOURCE = Path(os.environ["SIDETAL_SOURCE_DIR"])
VALUES = [None, True, False, 0, 1, -1, 1.0, 100.0, 1.5, 12.125, 1000001, 1e300, "", "  ", "\u00a0", "x", "a\nb", "•", "• •", "•\n• x",
          "open", "closed", "yes", "arrived", "agenda", "theme", "goal", "prioritised", "resume", "own", "2021-02-28",
          "2021-02-30", "20210228", "28-02-2021", "15:00", "24:00", "9:00", "da", "da-", "en-GB", "x-y", "1.10", [], {}, ["x"], [1], [""],
          ["theme"], ["theme", {"key": "theme"}], [{"key": "goal"}, "goal"], ["theme", "goal"], {"html": "x"}, {"html": ""},
          {"html": 1}, {"html": "x", "title": "t"}, {"name": "x"}, {"name": ""}, {"title": "t"}, {"key": "resume"},
          {"key": "own"}, {"key": "own", "title": "t"}, {"description": "d"}, {"title": "", "description": "d"}, {"text": "g"},
          [["2020-01-01", "1"]], [["2020-01-01", ""]], [["2020-01-01"]], [["2020-01-01", 1, 2]], [{"title": "t"}], [{}]]

# A policy with all keys.
POLICY = {
    "$schema": "policy.json", "name": "x", "description": "x", "base": "strict",
    "public": {"item": {"title": "show", "body": "drop"}, "section": {"title": "replace", "body": "show"}, "enclosure": "drop", "vote": {"count": "show"}, "change": {"fields": "drop"}},
    "members": {"item": {"caseOfficer": "drop"}, "attendance": {"reason": "show"}, "voteEvent": "show", "decision": {"dissent": "drop", "body": "show"}},
    "committees": {"Byrådet": {}, "Udvalget": {"public": {"item": {"kind": "drop"}}, "members": {"section": "show"}}},
    "lint": {"forbiddenNames": ["Falk"], "allowed": [{"text": "89*", "reason": "x", "codes": ["SID-N004"]}, {"text": "y", "reason": "x"}],
             "severity": {"SID-N001": "error", "SID-N025": "off"}},
}

# A job with all keys.
SELECT = {"committee": "x", "theme": ["x"], "owner": "x", "status": "reached", "prioritised": True, "deadlineBefore": "2026-12-31", "sort": "number", "group": "theme"}
OUTPUT = {"name": "{stem}.pdf", "edition": "members", "style": "council", "policy": "x.json", "lang": "da", "select": SELECT, "lint": "x.json",
          "date": "2026-12-31", "missing": "box", "embedData": True, "hash": True, "excerpt": {"items": "1", "case": "x", "decidedBy": ["x"]}, "corrects": "{stem}.json", "compare": "x.json"}
JOB = {
    "$schema": "job.json", "description": "x", "inputs": ["x", {"files": "x", "mapping": "x", "sheet": "x", "catalogue": "x"}], "outputs": [{**OUTPUT, "recipient": "x"}, {}],
    "recipients": [{**OUTPUT, "name": "{stem}-{recipient}.pdf", "file": "x.csv", "ignored": ["x"]}, {"file": "x.csv"}],
}

def places(value, path=()):
    """The paths of all values within."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield path + (key,)
        yield from places(inner, path + (key,))


def changed(document, chance, values=VALUES):
    """A copy with one or two things wrong, or at least different; and what was done."""
    document, done = copy.deepcopy(document), []
    for _ in range(chance.choice((1, 1, 2))):
        path = chance.choice(list(places(document)))
        owner = document
        for key in path[:-1]:
            owner = owner[key]
        what = chance.random()
        if what < 0.15:
            done.append(("without", path))
            del owner[path[-1]]
        elif what < 0.2 and isinstance(owner, dict):
            done.append(("with an unknown key", path))
            owner["zz"] = 1
        elif what < 0.25 and isinstance(owner, list):
            done.append(("with one twice", path))
            owner.append(copy.deepcopy(owner[path[-1]]))
        else:
            value = copy.deepcopy(chance.choice(values))
            done.append(("with", path, value))
            owner[path[-1]] = value
    return document, done


def without_comments(text):
    return re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)


class Schemas(ProgramTest):
    def schema(self, kind):
        return json.loads(self.run_program("schema", kind).out)

    def validator(self, kind):
        return Validator(self.schema(kind), format_checker=jsonschema.FormatChecker(formats=["date"]))

    def test_are_schemas(self):
        for kind in ("agenda", "goal-matrix", "minutes", "policy", "style", "lint"):
            Validator.check_schema(self.schema(kind))

    def test_samples_and_built_in_styles_match(self):
        for kind in DOCUMENTS:
            text = (SOURCE / "samples" / f"{kind}.json").read_text(encoding="utf-8")
            self.validator(kind).validate(json.loads(without_comments(text)))
        for path in (SOURCE / "lib" / "Style").glob("*.json"):
            self.validator("style").validate(json.loads(without_comments(path.read_text(encoding="utf-8"))))

    def test_shown_styles_match_and_hold_every_key(self):
        for line in self.run_program("styles").out.decode().splitlines():
            name = line.split()[0]
            text = self.run_program("styles", "--show", name).out.decode()
            sheet = json.loads(re.sub(r"(?m)//.*$", "", text))
            self.validator("style").validate(sheet)
            schema = self.schema("style")["$defs"]["goalMatrix" if sheet["document"] == "goal-matrix" else "agenda"]
            self.assertEqual(set(schema["properties"]) - set(sheet), {"base"})

    def test_whole_documents_hold_every_key(self):
        for kind, documents in DOCUMENTS.items():
            schema = self.schema(kind)
            there = set()
            for document in documents:
                self.validator(kind).validate(document)
                there |= {path[-1] for path in places(document) if isinstance(path[-1], str)}
            objects_of = [schema, *(d for d in schema["$defs"].values() if "properties" in d)]
            self.assertEqual({key for of in objects_of for key in of["properties"]} - there, set(), kind)

    def test_judge_changed_documents_as_the_reader_does(self):
        chance = random.Random(1)
        count = (500 if SANITIZED else 2000) * int(os.environ.get("SIDETAL_RANDOM_TIMES", "1"))
        for kind, documents in DOCUMENTS.items():
            validator = self.validator(kind)
            cases = [changed(chance.choice(documents), chance) for _ in range(count)]
            cases = [(document, done) for document, done in cases if document.get("document") == kind]
            names = []
            for i, (document, _) in enumerate(cases):
                names.append(self.write(f"{i}.json", json.dumps(document).encode()).name)
            said = []
            for first in range(0, len(names), 2000):
                told = self.run_program("check", *names[first:first + 2000], "--edition", "full", "--diagnostics", "json")
                said += objects(told.err)
            refused = {m["file"] for m in said if m["code"] == "SID-I014" or (m["code"].startswith("SID-I") and m["severity"] == "error")}
            self.assertGreater(len(refused), count // 3)
            self.assertGreater(len(cases) - len(refused), count // 10)
            unlike = [(done, name in refused) for (document, done), name in zip(cases, names)
                      if validator.is_valid(document) == (name in refused)]
            self.assertEqual(unlike[:10], [], f"{len(unlike)} of {len(cases)}: (changes, refused by the reader)")

    def test_judge_policies_as_the_reader_does(self):
        self.write("agenda.json", b'{"document": "agenda"}')
        validator, chance = self.validator("policy"), random.Random(1)
        values = VALUES + ["show", "drop", "replace", "off", "error", "SID-N001", {"item": "drop"}, {"item": {"body": "show"}}, ["SID-N004"]]
        count = (50 if SANITIZED else 150) * int(os.environ.get("SIDETAL_RANDOM_TIMES", "1"))
        refused = 0
        for _ in range(count):
            policy, done = changed(POLICY, chance, values)
            self.write("p.json", json.dumps(policy).encode())
            said = objects(self.run_program("check", "agenda.json", "--policy", "p.json", "--diagnostics", "json").err)
            # What contradicts or is based on nothing a schema cannot see.
            wrong = {m["code"] for m in said if m["severity"] == "error"} - {"SID-E014", "SID-E016", "SID-E017"}
            self.assertEqual(validator.is_valid(policy), not wrong, (done, wrong))
            refused += bool(wrong)
        self.assertGreater(refused, count // 4)
        self.assertGreater(count - refused, count // 10)

    @unittest.skipUnless(os.environ.get("SIDETAL_BATCH"), "built without batches")
    def test_judge_jobs_as_the_reader_does(self):
        validator, chance = self.validator("job"), random.Random(1)
        validator.validate(JOB)
        schema = self.schema("job")
        self.assertEqual({path[-1] for path in places(JOB) if isinstance(path[-1], str)}, set(self.keys_of(schema)))
        values = [value for value in VALUES if value not in ("\u00a0", "  ")] + ["public", "members", "{stem}.pdf", "{stem}-{recipient}.pdf", "error", "box", ["public"], {"file": "x"}, {"committee": "x"},
                           [{"file": "x"}], {"files": "x"}]
        count = (50 if SANITIZED else 200) * int(os.environ.get("SIDETAL_RANDOM_TIMES", "1"))
        refused = 0
        for _ in range(count):
            job, done = changed(JOB, chance, values)
            self.write("job.json", json.dumps(job).encode())
            said = objects(self.run_program("batch", "job.json", "--dry-run", "--diagnostics", "json").err)
            # Whether there is what it names, and such a day for a file's date, a schema cannot see.
            wrong = {m["code"] for m in said if m["severity"] == "error" and m["file"] == "job.json"
                     and not (m["code"] == "SID-I016" and m["path"].endswith("].date"))} - {"SID-B010", "SID-B014", "SID-S001"}
            self.assertEqual(validator.is_valid(job), not wrong, (done, wrong))
            refused += bool(wrong)
        self.assertGreater(refused, count // 4)
        self.assertGreater(count - refused, count // 10)

    def keys_of(self, schema):
        """The keys that a schema has for members of objects, wherever."""
        if isinstance(schema, dict):
            yield from schema.get("properties", {})
        for value in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
            yield from self.keys_of(value)

    def test_policies_of_samples_match_and_faulty_ones_do_not(self):
        validator = self.validator("policy")
        validator.validate(POLICY)
        for path in (SOURCE / "samples" / "policies").glob("*.json"):
            validator.validate(json.loads(re.sub(r"(?m)//.*$", "", path.read_text(encoding="utf-8"))))
        beyond = {"contradicting", "never-applies", "votes-kept-secret", "unknown-committee", "base-missing", "base-unknown", "base-of-itself",
                  "base-outside", "lint-never-applies"}  # what a schema cannot see
        for path in (SOURCE / "samples" / "errors" / "policies").glob("*.json"):
            if path.stem != "cut-off":
                policy = json.loads(without_comments(path.read_text(encoding="utf-8")))
                self.assertEqual(validator.is_valid(policy), path.stem in beyond, path.name)

    def test_policies_complete_every_key(self):
        """What an editor offers, each with a description."""
        schema = self.schema("policy")
        kinds = schema["$defs"]["rules"]["properties"]
        self.assertEqual(set(kinds), set(POLICY["public"]) | set(POLICY["members"]))
        for kind, value in kinds.items():
            self.assertTrue(value["description"])
            for field, rule in value["anyOf"][1]["properties"].items():
                self.assertTrue(rule["description"], (kind, field))
                self.assertIn("show", rule["enum"])
        self.assertEqual(set(schema["properties"]), set(POLICY))

    def test_judge_what_style_sheets_are_for_as_the_reader_does(self):
        self.write("agenda.json", b'{"document": "agenda"}')
        self.write("matrix.json", b'{"document": "goal-matrix", "themes": [{"title": "x"}]}')
        self.write("city.json", b'{"base": "agenda"}')
        validator = self.validator("style")
        for base in (None, "agenda", "goal-matrix", "goal-matrix-a3", "agneda", "", 1, "./city.json"):
            for document in (None, "agenda", "goal-matrix", "minutes"):
                if base == "./city.json" and document == "goal-matrix":
                    continue  # what a file is for a schema cannot see
                for further in ({}, {"name": "x"}, {"name": " "}, {"zz": 1}):
                    sheet = {"base": base, "document": document} | further
                    sheet = {key: value for key, value in sheet.items() if value is not None}
                    self.write("style.json", json.dumps(sheet).encode())
                    of = "agenda.json" if base == "./city.json" else "matrix.json" if str(document or base).startswith("goal") else "agenda.json"
                    said = self.run_program("check", of, "--style", "./style.json").err
                    self.assertEqual(validator.is_valid(sheet), said == "", (sheet, said))


if __name__ == "__main__":
    unittest.main()
