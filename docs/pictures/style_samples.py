"""What the pictures of docs/styles.md show: for each some keys, a small document, and style sheets that differ in them.

A picture is as many small pages side by side as it has sheets. The document's title is the caption: it names the key and its value, in red, but where
the picture is about the title itself.
"""

LONG = ("Udvalget drøftede sagen. Vinterens kommunalbestyrelsesmøde holdes fredag kl. 17 på Rådhuset i Viborg, hvor borgmesteren og "
        "forvaltningens medarbejdere deltager i behandlingen af punktet.")
LAST_WORD = ("Udvalget har bedt om en plan for, hvordan de nye boliger kan bygges, så der også bliver plads til en park ved åen og en sti.")
SHORT = "Sagen behandles på mødet, og udvalget beslutter, om den sendes videre til byrådet."

SMALL_AGENDA = {
    "base": "agenda", "sender": None, "column": None, "headingMeasure": None,
    "page": {"width": "210 pt", "height": "150 pt", "marginTop": "12 pt", "marginRight": "14 pt", "marginBottom": "22 pt", "marginLeft": "14 pt"},
    "pageNumber": {"text": {"size": "6 pt", "lineHeight": "8 pt"}, "baseline": "9 pt"},
    "title": {"text": {"family": "DejaVu Sans", "size": "7 pt", "lineHeight": "9 pt", "bold": False, "italic": False, "colour": "#9a1c1c"}, "spaceAfter": "8 pt"},
}
SMALL_MATRIX = {
    "base": "goal-matrix",
    "page": {"width": "300 pt", "height": "150 pt", "marginTop": "12 pt", "marginRight": "14 pt", "marginBottom": "22 pt", "marginLeft": "14 pt"},
    "pageNumber": {"text": {"size": "6 pt", "lineHeight": "8 pt"}, "baseline": "9 pt"},
    "title": {"text": {"family": "DejaVu Sans", "size": "7 pt", "lineHeight": "9 pt", "bold": False, "colour": "#9a1c1c"}, "spaceAfter": "6 pt"},
    "columns": {"theme": "62 pt", "number": "24 pt", "goal": "62 pt", "initiatives": "70 pt", "partners": "54 pt"},
    "legend": {"spaceBefore": "4 pt"},
}


def agenda(*items, **more):
    return {"document": "agenda", "items": list(items)} | more


def item(title, body=None, **more):
    return {"title": title} | ({"body": body} if body is not None else {}) | more


def html(text):
    return {"html": text}


def goal(number, text, *initiatives, **more):
    return {"number": number, "text": text, "initiatives": list(initiatives)} | more


def initiative(title, description, partners="VIA"):
    return {"title": title, "description": description, "partners": partners}


def matrix(*themes):
    return {"document": "goal-matrix", "themes": list(themes)}


def theme(title, vision, *goals):
    return {"title": title, "vision": vision, "goals": list(goals)}


ONE_THEME = matrix(theme("Sundhed", "Et godt liv for alle.", goal("1.1", "Flere skal bevæge sig.", initiative("Idræt i dagtilbud", "Børn og voksne leger ude hver dag."),
                                                                  prioritised=True),
                         goal("1.2", "Færre skal ryge.", initiative("Røgfri skoletid", "Alle skoler er med."))))
MANY_GOALS = matrix(theme("Sundhed", "Et godt liv for alle.", *(goal(f"1.{i}", "Flere skal bevæge sig, også de ældste.",
                                                                     initiative("Idræt i dagtilbud", "Børn og voksne leger ude hver dag, året rundt."),
                                                                     prioritised=i == 1) for i in range(1, 4))),
                    theme("Kultur", "Oplevelser for alle i hele kommunen.", *(goal(f"2.{i}", "Flere skal læse.", initiative("Læselyst", "Bogbussen kører ud."))
                                                                             for i in range(1, 3))))
FACTS = agenda(item("Orientering"), meeting={"date": "2021-10-26", "start": "15:00", "end": "17:00", "place": "Rådhuset",
                                            "participants": ["Social- og Sundhedsudvalget", "Ældreudvalget"]})
TABLE = ("<table><caption>Udgifter</caption><tr><th>År</th><th>Mio. kr.</th></tr><tr><td>2021</td><td>4,5</td></tr>"
         "<tr><td>2022</td><td>5,1</td></tr></table>")
LINK = html('<p>Se <a href="https://viborg.dk/">kommunens side</a> om sagen, før mødet begynder.</p>')


class Picture:
    """`sheets` are what each page's style has beside the small page's; `keys` name what is seen, the first one its place in the manual."""

    def __init__(self, name, keys, document, *sheets, base=None, height=None, width=None, pages=1, captions=None):
        self.name, self.keys, self.sheets, self.pages = name, keys.split(), sheets, pages
        self.document = document
        self.base = base or (SMALL_MATRIX if document["document"] == "goal-matrix" else SMALL_AGENDA)
        self.height = height  # of a page; None: as much as it takes
        self.page = {"width": f"{width} pt"} if width else {}
        self.captions = captions


def body(**style):
    return {"body": {"text": style}}


PICTURES = [
    Picture("font", "font.family font.size font.lineHeight font.colour font.bold font.italic", agenda(item("Orientering", SHORT)),
            {"font": {"family": "DejaVu Sans", "size": "9 pt", "lineHeight": "12 pt"}},
            {"font": {"family": "Carlito", "size": "11 pt", "lineHeight": "13 pt", "colour": "#1f3a4d"}},
            {"font": {"family": "Carlito", "size": "9 pt", "lineHeight": "15 pt", "italic": True}}),
    Picture("percent", "font.size", agenda(item("Orientering", SHORT)),
            {"font": {"size": "8 pt", "lineHeight": "11 pt"}, "item": {"text": {"size": "150 %", "lineHeight": "150 %"}}},
            {"font": {"size": "10 pt", "lineHeight": "13 pt"}, "item": {"text": {"size": "150 %", "lineHeight": "150 %"}}}),
    Picture("kerning", "font.kerning font.ligatures", agenda(item("Orientering", "AVATAR To Ta Ve fi fl ffi")),
            *({"font": {"family": "Carlito", "size": "18 pt", "lineHeight": "22 pt", "kerning": on, "ligatures": on}} for on in (False, True))),
    Picture("hyphenation", "font.hyphenation", agenda(item("Orientering", LONG)), body(hyphenation=False), body(hyphenation=True), width=160),
    Picture("lines", "font.lines font.fullLastLine font.justified", agenda(item("Orientering", LAST_WORD)),
            body(lines="greedy"), body(lines="optimum"), body(lines="optimum", fullLastLine=True), body(lines="optimum", fullLastLine=True, justified=True), width=144),
    Picture("bonds", "font.bonds", agenda(item("Orientering", "Mødet om forslaget begynder den 26. oktober 2021 kl. 15 efter § 5 i loven.")),
            body(bonds=False), body(bonds=True), width=141),
    Picture("page", "page.width page.height page.marginTop page.marginRight page.marginBottom page.marginLeft", agenda(item("Orientering", SHORT)),
            {"page": {"marginTop": "12 pt", "marginLeft": "14 pt", "marginRight": "14 pt"}},
            {"page": {"marginTop": "40 pt", "marginLeft": "40 pt", "marginRight": "30 pt", "marginBottom": "40 pt", "height": "220 pt"}}),
    Picture("page-number", "pageNumber.place pageNumber.baseline pageNumber.text", agenda(item("Orientering")),
            {"pageNumber": {"place": "left"}}, {"pageNumber": {"place": "centre", "baseline": "14 pt"}},
            {"pageNumber": {"place": "right", "text": {"size": "9 pt", "lineHeight": "12 pt", "bold": True}}}, width=180),
    Picture("text-headings", "texts.heading.text texts.heading.spaceBefore texts.heading.spaceAfter texts.subheading.text texts.boldParagraphs",
            agenda(item("Orientering", html("<h1>Baggrund</h1><p>Sagen blev rejst i maj.</p><h2>Økonomi</h2><p>Den er udgiftsneutral.</p>"))),
            {"texts": {"heading": {"spaceBefore": "10 pt", "spaceAfter": "2 pt"}}},
            {"texts": {"heading": {"text": {"size": "120 %", "lineHeight": "120 %", "colour": "#1f3a4d"}, "spaceBefore": "4 pt", "spaceAfter": "6 pt"},
                       "subheading": {"text": {"bold": False, "italic": True}}}}),
    Picture("bold-paragraphs", "texts.boldParagraphs",
            agenda(item("Orientering", html("<p><b>Baggrund</b></p><p>Sagen blev rejst i maj.</p>"))),
            {"texts": {"boldParagraphs": "paragraph"}}, {"texts": {"boldParagraphs": "heading"}}),
    Picture("text-table", "texts.table.header.fill texts.table.header.text texts.table.caption texts.table.ruleWidth texts.table.ruleColour texts.table.paddingSides "
            "texts.table.paddingTop texts.table.paddingBottom texts.table.spaceBefore texts.table.spaceAfter",
            agenda(item("Orientering", html("<p>Tallene:</p>" + TABLE + "<p>De er foreløbige.</p>"))),
            {"texts": {"table": {"ruleWidth": "0.4 pt"}}},
            {"texts": {"table": {"header": {"text": {"colour": "#ffffff"}, "fill": "#1f3a4d"}, "ruleColour": "#b0471f", "ruleWidth": "1.5 pt"}}},
            {"texts": {"table": {"caption": {"bold": False, "italic": True}, "paddingSides": "16 pt", "paddingTop": "5 pt", "paddingBottom": "5 pt", "spaceAfter": "16 pt"}}},
            width=180),
    Picture("quote-code", "texts.quoteIndent texts.codeFamily",
            agenda(item("Orientering", html("<p>Han skrev:</p><blockquote>Lad os mødes igen.</blockquote><pre>a = 1\nbb = 22</pre>"))),
            {"texts": {"quoteIndent": "18 pt", "codeFamily": "DejaVu Sans Mono"}}, {"texts": {"quoteIndent": "60 pt", "codeFamily": "Carlito"}}),
    Picture("links", "texts.links", agenda(item("Orientering", LINK)),
            *({"texts": {"links": form}} for form in ("none", "behind", "notes")), width=180),
    Picture("pictures", "pictures.dpi", agenda(item("Orientering", html('<p><img src="map.png" alt="Kort" width="150"></p>'))),
            {"pictures": {"dpi": 200}}, {"pictures": {"dpi": 36}}),
    Picture("column", "column headingMeasure", agenda(item("Orientering om den nye plan for kommunens skoler", SHORT)),
            {"column": None, "headingMeasure": None}, {"column": "110 pt", "headingMeasure": None}, {"column": "110 pt", "headingMeasure": "170 pt"}),
    Picture("hanging-numbers", "hangingNumbers", agenda(item("Orientering om den nye plan for kommunens skoler", SHORT)),
            {"hangingNumbers": False}, {"hangingNumbers": True}),
    Picture("title", "title.text title.spaceBefore title.spaceAfter", agenda(item("Orientering", "Her begynder teksten.")),
            {"title": {"text": {"size": "14 pt", "lineHeight": "18 pt", "bold": True, "colour": "#000000"}, "spaceAfter": "14 pt"}},
            {"title": {"text": {"size": "22 pt", "lineHeight": "26 pt", "colour": "#1f3a4d"}, "spaceAfter": "36 pt"}},
            captions=["title.text: 14 pt", "title.text: 22 pt"]),
    Picture("facts", "facts.labelWidth facts.labelGap facts.label facts.value facts.rowGap facts.paragraphGap facts.spaceAfter", FACTS,
            {"facts": {"labelWidth": "79 pt", "rowGap": "5 pt"}}, {"facts": {"labelWidth": "auto", "labelGap": "14 pt", "rowGap": "0 pt", "paragraphGap": "0 pt"}},
            {"facts": {"label": {"bold": True}, "labelWidth": "95 pt", "value": {"italic": True}, "rowGap": "9 pt", "spaceAfter": "30 pt"}}),
    Picture("dates-and-times", "facts.dates facts.times", FACTS,
            {"facts": {"dates": "long", "times": "dot"}}, {"facts": {"dates": "short", "times": "colon"}}),
    Picture("sender", "sender.gap sender.width sender.text sender.partGap sender.dates",
            agenda(item("Orientering", SHORT), organisation={"unit": "Omsorg", "office": "Sekretariatet"}, date="2021-09-23", caseNumber="20/49269", caseOfficer="vpm"),
            {"column": "120 pt", "sender": {"gap": "20 pt", "width": "112 pt", "partGap": "12 pt"}},
            {"column": "120 pt", "sender": {"gap": "4 pt", "width": "128 pt", "partGap": "2 pt", "dates": "long", "text": {"italic": True}}}, width=280),
    Picture("group-and-items", "group.text group.spaceBefore group.spaceAfter item.text item.spaceBefore item.spaceAfter subItem.text subItem.spaceBefore subItem.spaceAfter",
            {"document": "agenda", "groups": [{"title": "Til orientering", "items": [item("Budget", items=[item("Drift", "Uændret."), item("Anlæg", "Nyt.")])]}]},
            {"group": {"spaceBefore": "10 pt"}, "item": {"spaceBefore": "6 pt"}, "subItem": {"spaceBefore": "6 pt"}},
            {"group": {"text": {"size": "150 %", "lineHeight": "150 %", "colour": "#1f3a4d"}, "spaceAfter": "12 pt"}, "item": {"text": {"colour": "#b0471f"}, "spaceBefore": "0 pt", "spaceAfter": "10 pt"},
             "subItem": {"text": {"bold": False, "italic": True}, "spaceBefore": "0 pt", "spaceAfter": "0 pt"}}),
    Picture("body", "body.text body.spaceBefore body.spaceAfter", agenda(item("Orientering", "Det første afsnit står her.\n\nDet andet afsnit står her.")),
            {"body": {"spaceAfter": "8 pt"}}, {"body": {"spaceAfter": "0 pt", "text": {"size": "120 %", "lineHeight": "120 %"}}}, {"body": {"spaceBefore": "16 pt", "spaceAfter": "16 pt"}}),
    Picture("list", "list.bullet list.labelWidth list.itemGap list.numbersAtDot",
            agenda(item("Orientering", html("<ul><li>for det første</li><li>for det andet</li></ul><ol start=\"9\"><li>ni</li><li>ti</li></ol>"))),
            {"list": {"bullet": "•", "labelWidth": "18 pt", "itemGap": "2 pt"}}, {"list": {"bullet": "–", "labelWidth": "36 pt", "itemGap": "8 pt"}},
            {"list": {"bullet": "→", "labelWidth": "18 pt", "itemGap": "0 pt", "numbersAtDot": True}}, width=160),
    Picture("matrix-columns", "columns.theme columns.number columns.goal columns.initiatives columns.partners", ONE_THEME,
            {"columns": {"goal": "62 pt", "initiatives": "70 pt"}}, {"columns": {"theme": "auto", "number": "auto", "goal": "1 fr", "initiatives": "2 fr", "partners": "auto"}}),
    Picture("matrix-cells", "paddingSides paddingTop paddingBottom paragraphGap ruleWidth ruleColour", ONE_THEME,
            {"paddingSides": "3 pt"}, {"paddingSides": "6 pt", "paddingTop": "1 pt", "paddingBottom": "9 pt", "ruleWidth": "1.5 pt", "ruleColour": "#b0471f"}),
    Picture("matrix-header", "header.text header.fill theme.text theme.fill vision", ONE_THEME,
            {"header": {"fill": "#1f3a4d"}},
            {"header": {"text": {"colour": "#000000", "italic": True}, "fill": None}, "theme": {"text": {"colour": "#ffffff"}, "fill": "#5a2a6e"}, "vision": {"colour": "#ffffff", "italic": True}}),
    Picture("matrix-texts", "number goal initiativeTitle initiativeText partners", ONE_THEME,
            {"goal": {"bold": False}},
            {"number": {"size": "150 %", "lineHeight": "150 %"}, "goal": {"bold": True}, "initiativeTitle": {"bold": False, "italic": True}, "initiativeText": {"colour": "#1f3a4d"}, "partners": {"italic": True}}),
    Picture("matrix-priority", "priority.sign priority.fill legend.text legend.spaceBefore legend.spaceAfter", ONE_THEME,
            {"priority": {"sign": "●", "fill": "#fdf0c4"}}, {"priority": {"sign": "✓", "fill": "#d5ecd9"}, "legend": {"text": {"bold": True}, "spaceBefore": "14 pt"}}),
    Picture("matrix-keep", "keepRows splitRows", matrix(theme("Sundhed", "Et godt liv.", goal("1.1", "Færre skal ryge.", initiative("Røgfri skoletid", "Alle er med.")),
                                                              goal("1.2", "Flere skal ud.", initiative("Idræt", "Alle er med."),
                                                                   initiative("Leg ude", "Børnene leger ude hver dag i al slags vejr, også om vinteren.")))),
            {"keepRows": 3}, {"keepRows": 0, "splitRows": False}, {"keepRows": 0, "splitRows": True}, pages=2, height=172),
    Picture("matrix-themes", "themeGoals themeLines", matrix(theme("Sundhed", "Et godt liv.", goal("1.1", "Færre skal ryge.", initiative("Røgfri skoletid", "Alle er med."))),
                                                             theme("Kultur", "Oplevelser for alle i hele kommunen, by som land.",
                                                                   *(goal(f"2.{i}", "Flere skal læse.", initiative("Læselyst", "Bogbussen kører.")) for i in (1, 2)))),
            {"themeGoals": 0}, {"themeGoals": 2}, {"themeLines": 5}, pages=2, height=155),
    Picture("matrix-legend-in-foot", "legendInFoot", MANY_GOALS, {"legendInFoot": False}, {"legendInFoot": True}, pages=2, height=150),
    Picture("matrix-repeat-goal", "repeatGoal", matrix(theme("Sundhed", "Et godt liv.", goal("1.1", "Flere skal bevæge sig.", *(
        initiative(f"Indsats {i}", "Børn og voksne leger ude hver dag.") for i in range(1, 6))))), {"repeatGoal": 0}, {"repeatGoal": 2}, pages=2, height=125),
    Picture("matrix-fill-width", "fillWidth", {"document": "goal-matrix", "columns": ["theme", "goal", "initiatives"], "themes": ONE_THEME["themes"]},
            {"fillWidth": False}, {"fillWidth": True}),
]
