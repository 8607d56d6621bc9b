"""The pictures of what the papers of councils hold, as style_samples.py has those of all papers. People and places are made up."""

from style_samples import SHORT, Picture, agenda, html, item

SMALL = {"size": "8 pt", "lineHeight": "11 pt"}
HEADING = {"text": {"size": "8.5 pt", "lineHeight": "11 pt"}, "spaceBefore": "7 pt"}
SMALL_COUNCIL = {
    "base": "council", "headingMeasure": None, "cover": None, "contents": None, "attendance": None, "head": None, "foot": None, "font": SMALL,
    "page": {"width": "230 pt", "height": "150 pt", "marginTop": "12 pt", "marginRight": "14 pt", "marginBottom": "22 pt", "marginLeft": "14 pt"},
    "pageNumber": {"text": {"size": "6 pt", "lineHeight": "8 pt"}, "baseline": "9 pt"},
    "title": {"text": {"family": "DejaVu Sans", "size": "7 pt", "lineHeight": "9 pt", "bold": False, "colour": "#9a1c1c"}, "spaceAfter": "4 pt"},
    "item": {"text": {"size": "10 pt", "lineHeight": "13 pt"}, "spaceBefore": "6 pt"}, "group": {"text": {"size": "11 pt", "lineHeight": "14 pt"}, "spaceBefore": "6 pt"},
    "caseLine": {"text": {"size": "7 pt", "lineHeight": "10 pt"}}, "sectionHeading": HEADING, "decisionHeading": HEADING,
    "partHeading": {"text": {"size": "10 pt", "lineHeight": "13 pt"}, "spaceBefore": "6 pt"}, "body": {"spaceAfter": "4 pt"},
    "items": {"numberWidth": "20 pt", "textWidth": None, "ruleWidth": "0.75 pt"}, "sections": {"decision": {"paddingSides": "8 pt", "padding": "4 pt"}},
    "votes": {"caption": SMALL, "head": SMALL, "cell": SMALL, "partyWidth": None, "countWidth": "36 pt"},
    "enclosures": {"text": SMALL, "numberWidth": "36 pt", "titleWidth": None},
    "signatures": {"note": {"size": "7 pt", "lineHeight": "9 pt"}, "cellWidth": "90 pt", "cellHeight": "30 pt", "leastRows": 0},
}
MEMBERS = [{"name": "Ida Eksempel", "party": "A", "role": "borgmester"}, {"name": "Bo Figur", "party": "V"}, {"name": "Karla Pladsholder", "party": "C"},
           {"name": "Jens Prøvesen", "party": "A"}, {"name": "Mona Modelsen", "party": "V"}]
COUNCIL = {"name": "Byrådet", "members": MEMBERS}
MEETING = {"date": "2026-11-18", "start": "17:00", "place": "Rådhuset"}


def paper(*items, **more):
    return agenda(*items, meeting=MEETING, committee=COUNCIL) | more


def minutes(*items, **more):
    return paper(*items, **more) | {"document": "minutes"}


def section(key, body):
    return {"key": key, "body": body}


def decided(body, **more):
    return {"committee": "Byrådet", "date": "2026-11-18", "body": body} | more


SECTIONS = [section("resume", "Planen omfatter 40 boliger."), section("recommendation", "Det indstilles, at planen vedtages."), section("economy", "")]
EARLIER = {"committee": "Økonomiudvalget", "date": "2026-11-03", "item": "8", "body": "Anbefales."}
PARTS = {"facts": {"spaceAfter": "2 pt", "labelWidth": "60 pt", "label": SMALL, "value": SMALL}}


def small(name, keys, document, *sheets, **more):
    base = SMALL_COUNCIL | PARTS
    return Picture(name, keys, document, *sheets, base=base, **more)


VOTES = [{"option": "yes", "voters": ["A"]}, {"option": "no", "voters": ["V", "C"]}]
TWO = (item("Godkendelse af dagsordenen", SHORT, kind="decision"), item("Lokalplan for Stationsvej", SHORT, kind="information"))
CONTENTS = {"document": "agenda", "committee": COUNCIL, "groups": [{"title": "Åbne sager", "items": list(TWO)}, {"title": "Lukkede sager", "items": [item("Salg af en grund", SHORT)]}]}

PICTURES = [
    small("items", "items.numberWidth items.textWidth items.ruleWidth items.ruleColour", agenda(item("Lokalplan for Stationsvej", SHORT)),
          {"items": {"numberWidth": "20 pt", "ruleWidth": "0.75 pt"}}, {"items": {"numberWidth": "0 pt", "ruleWidth": "0 pt"}},
          {"items": {"numberWidth": "34 pt", "textWidth": "110 pt", "ruleWidth": "2 pt", "ruleColour": "#b0471f"}}),
    small("items-new-page", "items.newPage", agenda(*TWO), {"items": {"newPage": False}}, {"items": {"newPage": True}}, pages=2, height=180),
    small("case-line", "items.showAccess items.kindMark caseLine.text caseLine.spaceBefore caseLine.spaceAfter",
          agenda(item("Lokalplan for Stationsvej", SHORT, kind="decision", caseNumber="01.02.05-P16-3-26", access="open")),
          {"items": {"showAccess": False, "kindMark": "none"}}, {"items": {"showAccess": True, "kindMark": "letter"}},
          {"items": {"kindMark": "word"}, "caseLine": {"text": {"italic": True}, "spaceAfter": "8 pt"}}),
    small("sections", "sections.order sections.empty sectionHeading.text sectionHeading.spaceBefore sectionHeading.spaceAfter",
          agenda(item("Lokalplan for Stationsvej", sections=SECTIONS)),
          {"sections": {"empty": "hide"}}, {"sections": {"order": ["recommendation", "resume"], "empty": "show"}},
          {"sections": {"empty": "nothing"}, "sectionHeading": {"text": {"italic": True}, "spaceBefore": "2 pt", "spaceAfter": "4 pt"}}),
    small("decision", "sections.decision.fill sections.decision.barWidth sections.decision.barColour sections.decision.barGap sections.decision.padding sections.decision.paddingSides "
          "sections.recommendation.barWidth sections.recommendation.fill decisionHeading.text decisionHeading.spaceBefore decisionHeading.spaceAfter earlierDecision.text "
          "earlierDecision.spaceBefore earlierDecision.spaceAfter",
          minutes(item("Lokalplan for Stationsvej", sections=SECTIONS[1:2], decisions=[EARLIER, decided("Planen er vedtaget, idet borgerne underrettes.")])),
          {"sections": {"decision": {"barWidth": "4 pt"}}},
          {"sections": {"decision": {"fill": "#f6eedd", "barColour": "#b0471f", "barGap": "20 pt", "padding": "10 pt"}, "recommendation": {"barWidth": "0 pt"}},
           "earlierDecision": {"text": {"bold": False, "italic": True}}}),
    small("votes", "votes.caption votes.head votes.cell votes.partyWidth votes.countWidth votes.ruleWidth votes.ruleColour votes.dissentIndent",
          minutes(item("Lokalplan for Stationsvej", decisions=[decided("Planen er forkastet.", votes=VOTES, result="rejected",
                                                                         dissent=[{"voters": ["A"], "body": "Planen gav plads til flere boliger."}])])),
          {"votes": {"partyWidth": "70 pt", "countWidth": "36 pt"}},
          {"votes": {"partyWidth": None, "countWidth": "28 pt", "ruleWidth": "1.5 pt", "ruleColour": "#b0471f", "cell": SMALL | {"italic": True}, "dissentIndent": "30 pt"}}),
    small("enclosures", "enclosures.text enclosures.numberWidth enclosures.titleWidth enclosures.gap",
          agenda(item("Lokalplan for Stationsvej", enclosures=[{"title": "Forslag til lokalplan", "format": "PDF", "pages": 48, "journalNumber": "2200/26"},
                                                              {"title": "Høringssvar", "format": "PDF", "pages": 12}])),
          {"enclosures": {"numberWidth": "36 pt"}}, {"enclosures": {"numberWidth": "50 pt", "titleWidth": "70 pt", "gap": "14 pt", "text": SMALL | {"italic": True}}}),
    small("cover", "cover.sender cover.committee cover.day cover.spaceAfterSender cover.ownPage",
          paper(item("Orientering"), organisation={"name": "Prøvelund Kommune"}),
          {"cover": {"sender": SMALL, "committee": {"size": "13 pt", "lineHeight": "18 pt"}, "day": SMALL, "spaceAfterSender": "20 pt"}, "title": {"text": {"size": "16 pt", "lineHeight": "20 pt"}}},
          {"cover": {"sender": SMALL | {"italic": True}, "committee": {"size": "9 pt", "lineHeight": "12 pt"}, "day": SMALL | {"bold": True}, "spaceAfterSender": "50 pt", "ownPage": True},
           "title": {"text": {"size": "16 pt", "lineHeight": "20 pt"}}}, pages=2, height=190, captions=["cover", "cover.ownPage: true"]),
    small("contents", "contents.group contents.item contents.numberWidth contents.titleAt contents.pageWidth contents.leaderGap contents.leaderColour contents.groupGap partHeading.text",
          CONTENTS,
          {"contents": {"item": SMALL, "group": SMALL, "numberWidth": "14 pt", "titleAt": "20 pt", "leaderGap": "20 pt", "groupGap": "6 pt"}},
          {"contents": {"item": SMALL, "group": SMALL | {"italic": True}, "numberWidth": "30 pt", "titleAt": "40 pt", "leaderGap": "1000 pt", "groupGap": "14 pt"}}, height=215),
    small("attendance", "attendance.heading attendance.name attendance.columns attendance.columnGap attendance.groupGap notice.text",
          minutes(item("Orientering"), meeting=MEETING | {"attendance": [{"person": "Mona Modelsen", "event": "excused", "reason": "tjenesterejse"}]}),
          {"attendance": {"heading": SMALL, "name": SMALL, "columns": 2}}, {"attendance": {"heading": SMALL | {"italic": True}, "name": SMALL, "columns": 1, "groupGap": "14 pt"}}),
    small("signatures", "signatures.name signatures.note signatures.cellWidth signatures.cellHeight signatures.gap signatures.ruleWidth",
          minutes(item("Orientering"), signatures={"mode": "members"}),
          {"signatures": {"cellWidth": "90 pt"}}, {"signatures": {"cellWidth": "200 pt", "cellHeight": "22 pt", "ruleWidth": "1.5 pt", "name": SMALL | {"bold": True}}}),
    small("running-lines", "head.text head.baseline foot.text foot.baseline", paper(*TWO, organisation={"name": "Prøvelund Kommune"}, caseNumber="00.22.02-A00-7-26"),
          {"items": {"newPage": True}, "page": {"marginTop": "30 pt"}, "head": {"text": {"size": "6 pt", "lineHeight": "8 pt"}, "baseline": "18 pt"}},
          {"items": {"newPage": True}, "page": {"marginTop": "30 pt"}, "foot": {"text": {"size": "6 pt", "lineHeight": "8 pt"}, "baseline": "9 pt"}}, pages=2, height=160, captions=["head", "foot"]),
    small("fact-colons", "facts.colons facts.form", paper(item("Orientering")), {"facts": {"colons": False}}, {"facts": {"colons": True}}),
]
