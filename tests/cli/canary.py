"""Documents in which each field of something closed holds a word of its own, and what may be seen of those words by edition and policy.

What an edition shows is said here once more and by hand, so that a rule which changes in the library is noticed.
"""

import json
import random
import re
import subprocess
import zlib

SHOW, REPLACE, DROP = "show", "replace", "drop"

# The strict policy: of each kind of closed thing the fields that a policy may speak of, and what the public gets of them.
STRICT = {
    "item": {"title": REPLACE, "kind": SHOW, "caseNumber": DROP, "caseOfficer": DROP, "competence": DROP, "presenter": DROP, "body": DROP,
             "sections": DROP, "decisions": SHOW, "enclosures": DROP},
    "section": {"key": DROP, "title": DROP, "body": DROP},
    "decision": {"item": DROP, "body": DROP, "votes": SHOW, "result": SHOW, "voteEvents": SHOW, "dissent": DROP, "absent": SHOW},
    "voteEvent": {"title": DROP, "votes": SHOW, "result": SHOW},
    "vote": {"voters": SHOW, "groups": SHOW, "count": SHOW},
    "enclosure": {"title": REPLACE, "journalNumber": DROP, "file": DROP, "address": DROP, "format": DROP, "pages": DROP, "added": DROP},
    "attendance": {"person": SHOW, "time": SHOW, "reason": DROP, "for": SHOW},
    "change": {"title": REPLACE, "fields": DROP},
}
ALL = {kind: {field: SHOW for field in fields} for kind, fields in STRICT.items()}
ORDER = [SHOW, REPLACE, DROP]


def over(rules, changes):
    """Rules with those of a policy's file over them."""
    return {kind: fields | changes.get(kind, {}) for kind, fields in rules.items()}


def is_seen(place, rules):
    """Whether a rule lets a word be seen; of several, whether any leaves something there."""
    if isinstance(place, frozenset):
        return any(rules[kind][field] != DROP for kind, field in place)
    return rules[place[0]][place[1]] == SHOW


# A section without a heading is not there.
HEADED = frozenset({("section", "key"), ("section", "title")})


class Words:
    """Words that nothing else has, short and without vowels, so that no line ends within one; each with where it stands."""

    def __init__(self, mark="qx"):
        self.mark = mark
        self.places = {}  # of a word: the rules that must all let it be seen; None: never

    def new(self, *rules):
        word = f"Z{len(self.places):04}{self.mark}z"
        self.places[word] = rules
        return word

    def hidden(self):
        """A word of what is not the document's: comments, unknown keys, markup without meaning."""
        return self.new(None)

    def withheld(self, rules):
        return {word for word, places in self.places.items()
                if any(place is None or not is_seen(place, rules) for place in places)}


def rich(words, chance, *rules):
    """A text that holds words also where no page shows them."""
    hidden = words.hidden
    shapes = [lambda: words.new(*rules),
              lambda: {"html": f"<p class='{hidden()}'>{words.new(*rules)}<!-- {hidden()} --></p>"},
              lambda: {"html": f"<table><tr><th>{words.new(*rules)}</th></tr><tr><td>{words.new(*rules)}</td></tr></table>"},
              lambda: {"html": f"<h2>{words.new(*rules)}</h2><ul><li>{words.new(*rules)}</li><li>b</li></ul>"},
              lambda: {"html": f"<p><a href='https://x.dk/{words.new(*rules)}'>{words.new(*rules)}</a></p>"},
              lambda: {"html": f"<p>a <{words.new(*rules)}>{words.new(*rules)}</p>"},
              lambda: {"html": f"<p><img src='{words.new(*rules)}.png' alt='{words.new(*rules)}'></p>"},
              lambda: {"blocks": [{"heading": words.new(*rules), "level": 1}, {"quote": words.new(*rules)}]}]
    return chance.choice(shapes)()


def unknown(words):
    return {words.hidden(): words.hidden()}


def section(words, chance, *outer):
    def at(field):
        return outer + (("section", field),)
    return {"key": words.new(*at("key")), "title": words.new(*at("title")), "body": rich(words, chance, *at("body"), HEADED)} | unknown(words)


def vote(words, option, *outer):
    def at(field):
        return outer + (("vote", field),)
    return {"option": option, "voters": [words.new(*at("voters"))], "groups": [{"name": words.new(*at("groups")), "count": 1}]}


def decision(words, chance, *outer):
    def at(field):
        return outer + (("decision", field),)
    events = at("voteEvents")
    return {"committee": "Udvalget", "date": "2020-01-01", "item": words.new(*at("item")), "body": rich(words, chance, *at("body")),
            "votes": [vote(words, "yes", *at("votes"))],
            "voteEvents": [{"title": words.new(*events, ("voteEvent", "title")), "votes": [vote(words, "no", *events, ("voteEvent", "votes"))]}],
            "dissent": [{"voters": [words.new(*at("dissent"))], "body": rich(words, chance, *at("dissent"))}],
            "absent": [words.new(*at("absent"))]} | unknown(words)


def enclosure(words, *outer):
    def at(field):
        return outer + (("enclosure", field),)
    return {"number": "1", "title": words.new(*at("title")), "journalNumber": words.new(*at("journalNumber")),
            "file": words.new(*at("file")) + ".pdf", "address": f"https://x.dk/{words.new(*at('address'))}",
            "format": words.new(*at("format"))} | unknown(words)


def item(words, chance, depth=0):
    def at(field):
        return (("item", field),)
    out = {"title": words.new(*at("title")), "access": "closed", "caseNumber": words.new(*at("caseNumber")),
           "caseOfficer": words.new(*at("caseOfficer")), "competence": words.new(*at("competence")), "presenter": words.new(*at("presenter")),
           "body": rich(words, chance, *at("body")), "sections": [section(words, chance, *at("sections"))],
           "decisions": [decision(words, chance, *at("decisions"))], "enclosures": [enclosure(words, *at("enclosures"))]} | unknown(words)
    if chance.random() < 0.3:
        out["publicTitle"] = "Personalesag"
    if depth == 0 and chance.random() < 0.5:
        out["items"] = [item(words, chance, 1)]
        if chance.random() < 0.5:
            del out["items"][0]["access"]  # closed with its item
    keys = list(out)
    chance.shuffle(keys)
    return {key: out[key] for key in keys}


def document(seed, mark="qx"):
    """A paper as JSON text, and its words. The same seed gives papers that differ in their words alone."""
    chance, words = random.Random(seed), Words(mark)
    mixed = {"title": "Blandet", "sections": [{"key": "resume", "body": "Kort."}, section(words, chance) | {"access": "closed"}],
             "decisions": [{"body": "Godkendt."}, decision(words, chance) | {"access": "closed"}],
             "enclosures": [{"title": "Kort"}, enclosure(words) | {"access": "closed"}, {"title": "Plan"}]}
    items = [{"title": "Meddelelser", "body": "Intet nyt."}, mixed, item(words, chance), {"title": "Eventuelt"}]
    chance.shuffle(items)
    number = items.index(next(i for i in items if i.get("access"))) + 1

    def event(kind, where, **more):
        return {"person": words.new(("attendance", "person")), "event": kind, "item": where,
                "reason": words.new(("attendance", "reason"))} | more

    def change(**more):
        told = {"field": "title", "before": words.new(("change", "fields")), "after": words.new(("change", "fields"))}
        return more | {"title": words.new(("change", "title")), "fields": [told]}
    paper = {"document": chance.choice(("agenda", "minutes")), "date": "2021-10-26", "title": "Møde",
             "committee": {"name": "Byrådet", "members": ["Bo Berg", "Eva Ring"]},
             "meeting": {"attendance": [event("disqualified", str(number)), event("excused", f"1-{number}"),
                                        event("substitute", str(number), **{"for": words.new(("attendance", "for"))}),
                                        {"person": "Bo Berg", "event": "disqualified", "item": str(number)}]},
             "corrects": {"version": "1", "changes": [change(number=str(number)), change(kind="removed", number="9", access="closed")]},
             "items": items, "style": chance.choice(("agenda", "council", "administrative"))}
    text = json.dumps(paper, ensure_ascii=False, indent=1)
    return text.replace('"access": "closed"', f'/* {words.hidden()} */ "access": "closed"', 1), words


def policy(seed):
    """A random policy, its text and the rules of the public and of members under it."""
    chance = random.Random(seed)
    changes = {"public": {}, "members": {}}
    for kind, fields in STRICT.items():
        for field in fields:
            if chance.random() < 0.4:
                least = REPLACE if (kind, field) in (("item", "title"), ("enclosure", "title"), ("change", "title")) else DROP
                choices = [SHOW, least] + ([REPLACE] if field == "title" and kind == "section" else [])
                seen = [chance.choice(choices), chance.choice(choices)]
                if chance.random() < 0.7:  # else members have the default, all
                    changes["members"].setdefault(kind, {})[field] = min(seen, key=ORDER.index)
                changes["public"].setdefault(kind, {})[field] = max(seen, key=ORDER.index)
    public, members = over(STRICT, changes["public"]), over(ALL, changes["members"])
    for kind, fields in members.items():  # what the public sees members see
        for field, view in fields.items():
            if ORDER.index(view) > ORDER.index(public[kind][field]):
                changes["public"].setdefault(kind, {})[field] = public[kind][field] = view
    inner = {"public": changes["public"], "members": changes["members"]}
    text = json.dumps(inner if chance.random() < 0.5 else {"committees": {"Byrådet": inner}}, ensure_ascii=False)
    return text, {"public": public, "members": members}


PNG_HEAD = b"\x89PNG\r\n\x1a\n"


def chunk(kind, data):
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def picture(comment):
    """A PNG file of one pixel with a comment."""
    return (PNG_HEAD + chunk(b"IHDR", (1).to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0") + chunk(b"tEXt", b"Comment\0" + comment.encode())
            + chunk(b"IDAT", zlib.compress(b"\0\xff\xff\xff")) + chunk(b"IEND", b""))


def unescaped(data):
    """The bytes of a PDF with what its strings and names may write otherwise: \\ddd, \\c, <hex>, #hh."""
    yield data
    yield re.sub(rb"\\([0-7]{3})", lambda m: bytes([int(m[1], 8) & 255]), data).replace(b"\\\r\n", b"").replace(b"\\\n", b"")
    yield re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), data)
    for text in re.findall(rb"<([0-9A-Fa-f\s]{6,})>", data):
        digits = re.sub(rb"\s", b"", text)
        yield bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def readable(data):
    """Everything that a file's bytes can be read as: as they are, each stream unpacked, strings in all their forms."""
    parts = [data]
    for match in re.finditer(rb"stream\r?\n", data):
        unpacker = zlib.decompressobj()
        try:
            parts.append(unpacker.decompress(data[match.end():]))
        except zlib.error:
            pass
    for part in parts:
        for form in unescaped(part):
            yield form.decode("latin-1")
            yield form.replace(b"\0", b"").decode("latin-1")  # UTF-16, either way round


def pdf_text(data):
    """What a reader extracts: the words of pages stand in the file by the codes of its fonts."""
    return subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          check=True).stdout.decode("utf-8")


def found(data, words):
    """Those of the words that can be found in a file or a text in any way, in capital letters or small ones."""
    texts = [*readable(data)] + ([pdf_text(data)] if data.startswith(b"%PDF") else [])
    whole = "\n".join(texts).lower()
    spaceless = re.sub(r"[\s\u00ad]", "", whole)
    return {word for word in words if word.lower() in whole or word.lower() in spaceless}
