#pragma once

#include "Style/AgendaRoles.h"
#include "Style/TextKeys.h"

#include "sidetal/Style/AgendaStyle.h"

#include <array>
#include <string_view>

namespace sidetal {

inline constexpr std::array kDateForms = {
    Choice{"long", DateForm::Long},
    Choice{"short", DateForm::Short},
};
inline constexpr std::array kTimeForms = {
    Choice{"dot", TimeForm::Dot},
    Choice{"colon", TimeForm::Colon},
};
inline constexpr std::array kFactForms = {
    Choice{"table", FactForm::Table},
    Choice{"list", FactForm::List},
};
inline constexpr std::array kKindMarks = {
    Choice{"none", KindMark::None},
    Choice{"letter", KindMark::Letter},
    Choice{"word", KindMark::Word},
};
inline constexpr std::array kEmptySections = {
    Choice{"hide", EmptySections::Hide},
    Choice{"show", EmptySections::Show},
    Choice{"nothing", EmptySections::Nothing},
};

/// The roles of one block of an agenda; of the sheet itself where `block` is empty.
template <class Visitor>
void visitRoles(Visitor& v, AgendaStyle& s, std::string_view block) {
    for (const AgendaRoleRow& row : kAgendaRoles) {
        if (row.block != block) {
            continue;
        }
        const Grounds grounds = row.grounds != nullptr ? row.grounds(s) : Grounds();
        if (block.empty()) {
            visitKeys(v, row.key, s[row.role], row.doc, grounds, row.defaults);
        } else {
            v.textStyle(TextRole{row.key, row.doc, grounds, row.defaults}, s[row.role].text);
        }
    }
}

template <class Visitor>
void visitFacts(Visitor& v, AgendaStyle& look) {
    FactStyle& s = look.facts;
    v.object("facts", "the fact block: Mødedato, Mødested …", [&](Visitor& in) {
        in.columnWidth("labelWidth", s.labelWidth, kColumnWidth,
                       "width of the labels' column; values get the rest (1 fr)");
        in.length("labelGap", s.labelGap, kGap, "at least between a label and its value; part of labelWidth");
        visitRoles(in, look, "facts");
        in.length("rowGap", s.rowGap, kGap, "between two facts");
        in.length("paragraphGap", s.paragraphGap, kGap, "between the paragraphs of a value");
        in.length("spaceAfter", s.spaceAfter, kGap, "between the block and what follows");
        in.template choice<DateForm>("dates", s.dates, kDateForms,
                                     "26. oktober 2021 (long) or 26-10-2021 (short)");
        in.template choice<TimeForm>("times", s.times, kTimeForms, "15.00 (dot) or 15:00 (colon)");
        in.template choice<FactForm>("form", s.form, kFactForms,
                                     "what listeners hear: a table of two columns, or a list");
        in.flag("colons", s.colons, "a colon stands after each label");
    });
}

template <class Visitor>
void visitSender(Visitor& v, AgendaStyle& look) {
    v.object("sender", look.sender,
             "department, secretariat, Dato, Sagsnr., Sagsbehandler; null for no such block",
             [&](Visitor& in, SenderStyle& s) {
                 in.length("gap", s.gap, kGap, "from the body column's right edge");
                 in.length("width", s.width, kColumn, "width of its lines");
                 visitRoles(in, look, "sender");
                 in.length("partGap", s.partGap, kGap, "between its parts");
                 in.template choice<DateForm>("dates", s.dates, kDateForms,
                                              "23. september 2021 (long) or 23-09-2021 (short)");
             });
}

template <class Visitor>
void visitRunningLine(Visitor& v, std::string_view key, std::optional<RunningLineStyle>& line,
                      AgendaStyle& look, std::string_view doc) {
    v.object(key, line, doc, [&](Visitor& in, RunningLineStyle& s) {
        visitRoles(in, look, key);
        in.length("baseline", s.baseline, kGap, "from the paper's nearest edge to the baseline");
        if (key == "foot") {
            in.flag("hash", s.hash, "the SHA-256 of the document's content follows (sidetal render --hash)");
        }
    });
}

template <class Visitor>
void visitFront(Visitor& v, AgendaStyle& look) {
    v.object("cover", look.cover,
             "the municipality with its logo, the title, the committee and the day; null for the title alone",
             [&](Visitor& in, CoverStyle& s) {
                 visitRoles(in, look, "cover");
                 in.length("logoHeight", s.logoHeight, kColumn, "height of the logo");
                 in.length("spaceAfterSender", s.spaceAfterSender, kGap, "between municipality and title");
                 in.flag("ownPage", s.ownPage, "items begin on the next page");
             });
    v.object("contents", look.contents, "the list of contents (Indhold); null for none",
             [&](Visitor& in, ContentsStyle& s) {
                 visitRoles(in, look, "contents");
                 in.length("numberWidth", s.numberWidth, kColumn, "where numbers end");
                 in.length("titleAt", s.titleAt, kColumn, "where titles begin");
                 in.length("pageWidth", s.pageWidth, kColumn, "width of the pages' column");
                 in.length("leaderGap", s.leaderGap, kGap,
                           "dots lead to the page where more than this is empty");
                 in.length("groupGap", s.groupGap, kGap, "above a group");
                 in.colour("leaderColour", s.leaderColour, "of the dots");
             });
    v.object("attendance", look.attendance,
             "who was there (Fremmøde), as lists of names; null: participants are facts",
             [&](Visitor& in, AttendanceStyle& s) {
                 visitRoles(in, look, "attendance");
                 in.number("columns", s.columns, NumberRange{1, 6}, "columns of names, filled downwards");
                 in.length("columnGap", s.columnGap, kGap, "between two columns");
                 in.length("groupGap", s.groupGap, kGap, "between those present, excused and absent");
             });
}

template <class Visitor>
void visitPanel(Visitor& v, std::string_view key, PanelStyle& s, std::string_view doc) {
    v.object(key, doc, [&](Visitor& in) {
        in.fill("fill", s.fill, "colour of the ground; null for none");
        in.length("barWidth", s.barWidth, kRule, "width of the bar at its left; 0 pt for none");
        in.colour("barColour", s.barColour, "of the bar");
        in.length("barGap", s.barGap, kGap, "from the bar to the text");
        in.length("padding", s.padding, kGap, "above and below the text");
        in.length("paddingSides", s.paddingSides, kGap, "from the text to the ground's right edge");
    });
}

template <class Visitor>
void visitItems(Visitor& v, AgendaStyle& look) {
    v.object("items", "items (Dagsordenspunkter)", [&](Visitor& in) {
        ItemStyle& s = look.items;
        in.length("numberWidth", s.numberWidth, kGap,
                  "column of the numbers, left of all else; 0 pt: titles begin with their number");
        in.length("textWidth", s.textWidth, kColumn,
                  "width of an item's texts; null for all right of the numbers' column");
        in.length("ruleWidth", s.ruleWidth, kRule, "of the line over an item; 0 pt for none");
        in.colour("ruleColour", s.ruleColour, "of that line");
        in.flag("newPage", s.newPage, "each begins on a page of its own");
        in.flag("showAccess", s.showAccess, "\"Åben sag\" or \"Lukket sag\" in the line of the case");
        in.template choice<KindMark>("kindMark", s.kindMark, kKindMarks,
                                     "after the title: nothing, (B), or (beslutningssag)");
    });
    v.object("sections", "the parts of an item", [&](Visitor& in) {
        SectionsStyle& s = look.sections;
        in.names("order", s.order,
                 "keys of sections in the order in which they are printed; \"decisions\" and "
                 "\"enclosures\" too; one that is not named stays behind the one before it");
        in.template choice<EmptySections>("empty", s.empty, kEmptySections,
                                          "a section without text: left out, its heading alone, or "
                                          "\"Intet.\" (nothing)");
        visitPanel(in, "recommendation", s.recommendation, "the recommendation (Indstilling)");
        visitPanel(in, "decision", s.decision, "the decision of the meeting itself");
    });
    v.object("votes", "votes by party (Afstemning)", [&](Visitor& in) {
        VotesStyle& s = look.votes;
        visitRoles(in, look, "votes");
        in.length("partyWidth", s.partyWidth, kColumn,
                  "column of the parties; null for what the figures leave");
        in.length("countWidth", s.countWidth, kColumn, "each column of figures");
        in.length("ruleWidth", s.ruleWidth, kRule, "of the lines under the head and over the sum");
        in.colour("ruleColour", s.ruleColour, "of those lines");
        in.number("wholeRows", s.wholeRows, NumberRange{0, 100},
                  "a table of at most so many parties stands on one page");
        in.length("dissentIndent", s.dissentIndent, kGap, "how far dissenting opinions stand in");
    });
    v.object("enclosures", "lists of enclosures (Bilag)", [&](Visitor& in) {
        EnclosuresStyle& s = look.enclosures;
        visitRoles(in, look, "enclosures");
        in.length("numberWidth", s.numberWidth, kColumn, "column of \"Bilag 12.1\"");
        in.length("titleWidth", s.titleWidth, kColumn,
                  "column of the titles; null for two thirds of what the numbers leave");
        in.length("gap", s.gap, kGap, "between the columns");
        in.flag("listAtEnd", s.listAtEnd, "those of all items stand behind the items too, in one list");
    });
    v.object("signatures", "where people sign (Underskriftsside)", [&](Visitor& in) {
        SignaturesStyle& s = look.signatures;
        visitRoles(in, look, "signatures");
        in.length("cellWidth", s.cellWidth, kColumn, "width of a person's room; null for half of the column");
        in.length("cellHeight", s.cellHeight, kColumn, "height of a person's room");
        in.length("gap", s.gap, kGap, "between two that stand side by side");
        in.length("ruleWidth", s.ruleWidth, kRule, "of the line to sign on");
        in.number("leastRows", s.leastRows, NumberRange{0, 100},
                  "they get a page of their own where fewer rows fit on the one before");
    });
}

template <class Visitor>
void visitKeys(Visitor& v, AgendaStyle& s) {
    v.length("column", s.column, kColumn, "width of the body's lines; null for all between the margins");
    v.length("headingMeasure", s.headingMeasure, kColumn,
             "width of the headings' lines, their number included; null for the body's");
    v.flag("hangingNumbers", s.hangingNumbers,
           "all lines of an item's title stand beside its number, no line under it");
    visitRoles(v, s, "");
    visitFacts(v, s);
    visitSender(v, s);
    visitKeys(v, "list", s.list);
    visitRunningLine(v, "head", s.head, s,
                     "a line over each page from the second: committee, day, title, and the item at the "
                     "right; null for none");
    visitRunningLine(v, "foot", s.foot, s,
                     "municipality and Sagsnr. at the foot, opposite the page number; null for none");
    visitFront(v, s);
    visitItems(v, s);
}

} // namespace sidetal
