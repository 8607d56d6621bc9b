"""No edition holds a word that it withholds: not its file, in any stream, string or name, nor what is said or printed on the way (canary.py).

Without SIDETAL_RANDOM_TIMES (tools/test --deep) a few documents are tried.
"""

import json
import os
import random
import subprocess
import unittest
import zlib

import canary
from canary import ALL, SHOW, STRICT
from program import FAILED, ProgramTest

TIMES = int(os.environ.get("SIDETAL_RANDOM_TIMES", "1"))
STAGES = ("--model", "--blocks", "--pages", "--tags", "--outline")


class Canary(ProgramTest):
    def outputs(self, seed, *options):
        """What the program gives out of m.json: its PDF, what it says, one of its dumps, the table of editions."""
        chance = random.Random(seed)
        out = {}
        for name, command in (("render", ["render", "m.json", "-o", "-", "--embed-data", *options]),
                              ("dump", ["dump", "m.json", chance.choice(STAGES), *options])):
            result = self.quiet(*command)
            self.assertNotEqual(result.returncode, FAILED, (seed, command, result.stderr.decode()))
            out[name], out[name + " says"] = result.stdout, result.stderr
        return out

    def quiet(self, *arguments):
        """Runs the program without keeping its file for the tests that read all files back."""
        return subprocess.run([str(self.program), *arguments], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
                              timeout=120)

    def prepare(self, seed, mark="qx"):
        text, words = canary.document(seed, mark)
        self.write("m.json", text.encode())
        for word in words.places:  # a picture for each name that may be one
            if f"{word}.png" in text:
                self.write(f"{word}.png", canary.picture(word))
        return words

    def assertHoldsNone(self, outputs, words, about):
        for name, data in outputs.items():
            self.assertEqual(canary.found(data, words), set(), (name, about))

    def test_no_edition_holds_a_word_that_it_withholds(self):
        for seed in range(12 * TIMES):
            words = self.prepare(seed)
            text, rules = canary.policy(seed)
            self.write("p.json", text.encode())
            options, of = [([], STRICT), (["--policy", "p.json"], rules["public"]),
                           (["--edition", "members", "--policy", "p.json"], rules["members"]),
                           (["--edition", "members", "--recipient", "Bo Berg"], STRICT)][seed % 4]
            withheld = words.withheld(of)
            if "--recipient" in options:  # he was there at the other closed things
                withheld = {word for word in withheld if any(p is None or (isinstance(p, tuple) and p[0] in ("item", "attendance")) for p in words.places[word])}
            self.assertHoldsNone(self.outputs(seed, *options), withheld, (seed, options))
            report = self.quiet("editions", "m.json")
            self.assertHoldsNone({"table": report.stdout, "table says": report.stderr}, set(words.places), seed)

    def test_the_full_edition_is_found_to_hold_what_is_printed(self):
        words = self.prepare(1)
        data = self.quiet("render", "m.json", "-o", "-", "--edition", "full").stdout
        found = canary.found(data, set(words.places))
        self.assertGreater(len(found), len(words.places) / 3, "the pages are read")
        self.assertFalse(found & {w for w, rules in words.places.items() if rules == (None,)}, "comments and unknown keys are in no file")

    def test_the_rules_of_the_library_are_those_of_this_test(self):
        schema = json.loads(self.quiet("schema", "policy").stdout)
        kinds = schema["$defs"]["rules"]["properties"]
        of = {kind: {field: dict(shown=canary.SHOW, replaced=canary.REPLACE, dropped=canary.DROP)[rule["description"].split()[-4]]
                     for field, rule in value["anyOf"][1]["properties"].items()} for kind, value in kinds.items()}
        self.assertEqual(of, STRICT)

    def test_each_field_that_is_shown_by_mistake_is_noticed(self):
        """A mutation of the library for each rule: it shows the field, and those that it stands in; the test believes the strict rules."""
        outer = {"section": ["sections"], "enclosure": ["enclosures"]}
        noticed = 0
        words = self.prepare(3)
        withheld = words.withheld(STRICT)
        for kind, fields in STRICT.items():
            for field, view in fields.items():
                if view == SHOW or (kind, field) in (("enclosure", "pages"), ("enclosure", "added"), ("section", "body")):
                    continue  # without words of their own, or not there without another
                rules = {kind: {field: SHOW}}
                if kind in outer:
                    rules["item"] = {name: SHOW for name in outer[kind]}
                elif (kind, field) in (("item", "sections"), ("item", "enclosures")):
                    rules["section"] = {"title": SHOW}
                    rules["enclosure"] = {"title": SHOW}
                self.write("leak.json", json.dumps({"public": rules}).encode())
                leaks = canary.found(self.outputs(3, "--policy", "leak.json")["render"], withheld)
                self.assertTrue(leaks, (kind, field))
                noticed += 1
        self.assertGreaterEqual(noticed, 20)
        # What no rule can show: a policy that is taken for another one's, an edition for another one.
        for options in (["--edition", "members"], ["--edition", "full"]):
            leaks = canary.found(self.outputs(3, *options)["render"], withheld)
            self.assertGreater(len(leaks), 30, options)

    def test_a_word_is_found_however_a_file_holds_it(self):
        word = "Z0001qxz"
        wide = word.encode("utf-16-be")
        octal = "".join(f"\\{b:03o}" for b in word.encode()).encode()
        forms = {"string": b"(" + word.encode() + b")", "octal": b"(" + octal + b")", "hex": b"<" + word.encode().hex().encode() + b">",
                 "utf-16": b"(\xfe\xff" + wide + b")", "utf-16 in hex": b"<FEFF" + wide.hex().upper().encode() + b">",
                 "utf-16 in octal": b"(\\376\\377" + "".join(f"\\{b:03o}" for b in wide).encode() + b")",
                 "little-endian": b"(\xff\xfe" + word.encode("utf-16-le") + b")", "name": b"/" + word.encode(),
                 "escaped name": b"/" + b"".join(b"#%02x" % b for b in word.encode()), "XMP": f"<dc:title>{word}</dc:title>".encode(),
                 "broken hex": b"<" + b" ".join(b"%02x" % b for b in word.encode()) + b">", "comment": b"% " + word.encode(),
                 "capitals": word.upper().encode(), "spread": " ".join(word).encode(), "soft hyphen": b"Z0001\xadqxz",
                 "attached file": json.dumps({"title": word}).encode(), "alt text": b"/Alt (" + word.encode() + b")"}
        for name, form in forms.items():
            for packed in (False, True):
                data = b"1 0 obj\n<</Length 9>>\nstream\n" + zlib.compress(form) + b"\nendstream" if packed else form
                self.assertEqual(canary.found(b"junk\n" + data + b"\n", {word}), {word}, (name, packed))

    def test_papers_that_differ_in_withheld_words_are_one_file(self):
        for seed in range(4 * TIMES):
            files = []
            for mark in ("qx", "vwkpt"):
                self.prepare(seed, mark)
                # What the public sees of closed things has words too: those are the same.
                self.write("p.json", json.dumps({"public": {
                    "vote": {"voters": "drop", "groups": "drop"}, "decision": {"absent": "drop"},
                    "attendance": {"person": "drop", "for": "drop"}}}).encode())
                files.append(self.quiet("render", "m.json", "-o", "-", "--embed-data", "--policy", "p.json").stdout)
            self.assertTrue(files[0].startswith(b"%PDF"))
            self.assertEqual(files[0], files[1], seed)

    def test_messages_about_closed_things_name_their_place_and_no_words(self):
        faults = ['"caseNumber": {"W": 1}', '"kind": "W"', '"body": {"html": "<p>W</p>", "W": "W"}', '"W": 1, "body": {"html": "<W>W</W>"}',
                  '"sections": [{"title": "W", "access": "closed", "body": {"html": "<img src=W>"}}]', '"enclosures": [{"title": "W", "address": "W"}]',
                  '"number": ["W"]', '"items": {"W": "W"}', '"decisions": [{"date": "W"}]', '"caseNumber": "W", "caseNumber": "W"',
                  '"body": {"html": "<p style=\'display:none\'>W</p>"}', '"W": {"closed": "W"}', '"caseNumber" "W"', '"caseNumber": W',
                  '"body": {"html": "<p><img src=\'W.png\' alt=\'W\'></p>"}', '"publicTitle": {"W": "W"}']
        for fault in faults:
            for place in ('{{"title": "x", "access": "closed", {}}}', '{{{}, "access": "closed", "title": "x"}}'):
                text = f'{{"document": "agenda", "items": [{place.format(fault)}]}}'.replace("W", "Zhemmeligz")
                self.write("m.json", text.encode())
                for edition in ("public", "full"):
                    result = self.quiet("check", "m.json", "--edition", edition, "--diagnostics", "json")
                    said = result.stderr.decode().lower()
                    if edition == "public":
                        self.assertNotIn("zhemmeligz", said, text)
                    elif "img" not in fault:
                        self.assertIn("SID-".lower(), said, text)

    def test_pictures_that_are_withheld_are_not_opened(self):
        paper = {"document": "agenda", "items": [{"title": "x", "access": "closed", "body": {"html": "<p>a <img src='nix.png' alt='b'></p>"}}]}
        self.write("m.json", json.dumps(paper).encode())
        self.assertDone(self.run_program("render", "m.json"))
        self.assertEqual(self.run_program("render", "m.json", "--edition", "full").status, FAILED)

    def test_editions_are_read_back_as_any_file(self):
        for seed in range(3):
            self.prepare(seed)
            self.run_program("render", "m.json", "-o", f"{seed}.pdf")
            self.assertPdf(f"{seed}.pdf")


class Editions(ProgramTest):
    PAPER = json.dumps({"document": "agenda", "committee": {"name": "Byrådet", "members": ["Bo Berg"]}, "items": [
        {"title": "Meddelelser"}, {"title": "Salg", "access": "closed", "caseNumber": "7", "publicTitle": "Salg af grund"}]}).encode()

    def test_the_table_says_what_each_edition_shows(self):
        self.write("m.json", self.PAPER)
        result = self.run_program("editions", "m.json")
        self.assertDone(result)
        rows = [line.split() for line in result.out.decode().splitlines()]
        self.assertEqual(rows, [["ITEM", "PLACE", "KIND", "FIELD", "PUBLIC", "MEMBERS", "FULL"],
                                ["2", "items[1]", "item", "title", "replaced", "shown", "shown"],
                                ["2", "items[1]", "item", "caseNumber", "dropped", "shown", "shown"]])
        result = self.run_program("editions", "m.json", "--diff", "public", "full")
        self.assertEqual([line.split()[0] for line in result.out.decode().splitlines()], ["~", "-"])
        self.assertEqual(self.run_program("editions", "m.json", "--diff", "members", "full").out, b"")

    def test_what_is_told_beside_the_table_names_the_paper(self):
        self.write("m.json", self.PAPER)
        self.write("p.json", '{"committees": {"Byraadet": {"public": {"item": {"kind": "drop"}}}}}'.encode())
        result = self.run_program("editions", "m.json", "--policy", "p.json")
        self.assertEqual(result.messages[0].split(": ")[:2], ["m.json:1:1", "warning"], result.err)

    def test_a_policy_that_cannot_be_read_stops_the_render(self):
        self.write("m.json", self.PAPER)
        self.write("bad.json", b'{"public": {"item": {"titel": "show"}}}')
        self.write("base.json", b'{"base": "../p.json"}')
        for name, code in (("nix.json", "SID-R010"), ("bad.json", "SID-I014"), ("base.json", "SID-E016")):
            self.assertFails(self.run_program("render", "m.json", "--policy", name), code)
        self.assertOnly("bad.json", "base.json", "m.json")

    def test_recipients_are_those_of_the_paper(self):
        self.write("m.json", self.PAPER)
        self.assertFails(self.run_program("render", "m.json", "--edition", "members", "--recipient", "Bo Bergh"), "SID-E011")
        self.assertFails(self.run_program("render", "m.json", "--recipient", "Bo Berg"), "SID-E012")
        result = self.run_program("render", "m.json", "--edition", "members", "--recipient", "Bo Berg")
        self.assertNotEqual(result.status, FAILED, result.err)


if __name__ == "__main__":
    unittest.main()
