#pragma once

#include "Style/AgendaRoles.h"
#include "Style/Percent.h"
#include "Style/TextRole.h"
#include "Support/Kinds.h"

#include "sidetal/Style/StyleSheet.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace sidetal {

/// The keys of style files, in one place: the reader fills a sheet by them, the schema is written from them.
/// A visitor has, each taking the key first and what it is for last,
/// - text(std::string&): a string that is not empty
/// - family(std::string&): the name of a font family
/// - length(Length&, LengthRange): "9 pt"
/// - typeLength(TextStyle&, Length TextStyle::*, LengthRange): the same, or a percentage of the font's, "133
/// %"
/// - length(std::optional<Length>&, LengthRange): the same, or null for what the key's doc says
/// - columnWidth(ColumnWidth&, ColumnRange): "111 pt", "2 fr" or "auto"
/// - colour(Colour&): "#1f3a4d"
/// - fill(std::optional<Colour>&): the same, or null for none
/// - flag(bool&)
/// - number(std::int32_t&, NumberRange)
/// - choice(E&, std::span<const Choice<E>>): one of some words
/// - textStyle(const TextRole& role, TextStyle&): starts from the sheet's font and the role's defaults; its
/// keys are
///   those of visitKeys(TextStyle)
/// - object(key, doc, body): body(visitor) visits the keys within
/// - object(key, std::optional<T>&, doc, body): the same, or null for none; body(visitor, T&)

/// Limits of a length, inclusive.
struct LengthRange {
    Length least;
    Length most;
};

/// Limits of a number, inclusive.
struct NumberRange {
    std::int32_t least;
    std::int32_t most;
};

/// Limits of a column's width: of a fixed one, and of a share in thousandths.
struct ColumnRange {
    LengthRange fixed;
    NumberRange thousandths;

    [[nodiscard]] constexpr ColumnWidth leastShare() const { return ColumnWidth::share(thousandths.least); }
    [[nodiscard]] constexpr ColumnWidth mostShare() const { return ColumnWidth::share(thousandths.most); }
    [[nodiscard]] constexpr bool holds(ColumnWidth width) const {
        switch (width.kind()) {
        case ColumnWidth::Kind::Fixed:
            return width.length() >= fixed.least && width.length() <= fixed.most;
        case ColumnWidth::Kind::Share:
            return width.thousandths() >= thousandths.least && width.thousandths() <= thousandths.most;
        case ColumnWidth::Kind::Content:
        case ColumnWidth::Kind::Part:
            break;
        }
        return true;
    }
};

/// A word of a style file and what it stands for.
template <class E>
struct Choice {
    std::string_view word;
    E value;
};

/// Of headings and labels that look as the text does.
inline constexpr TextDefaults kLabelDefaults{100, false, false};
inline constexpr LengthRange kTypeSize{Length::points(1), Length::points(400)};
/// Of a percentage that stands for such a size.
inline constexpr Percent kLeastPercent = Percent::whole(10);
inline constexpr Percent kMostPercent = Percent::whole(1000);
inline constexpr LengthRange kGap{Length::points(0), Length::points(1000)};
/// A column that holds less than a few letters is surely a slip of the unit.
inline constexpr LengthRange kColumn{Length::points(10), Length::points(5000)};
inline constexpr ColumnRange kColumnWidth{kColumn, {1, 1'000'000}};
inline constexpr LengthRange kRule{Length::points(0), Length::points(20)};
/// From a large stamp to the largest page that readers must take (ISO 32000-1, annex C.2: 14,400 units).
inline constexpr LengthRange kPaperSide{Length::points(72), Length::points(14400)};

/// What a text looks like where no file says so: as the font, but for what its role has otherwise.
[[nodiscard]] inline TextStyle startOf(const TextRole& role, TextStyle font) {
    const Percent percent = Percent::whole(role.defaults.percent);
    font.size = std::min(percent.of(font.size), kTypeSize.most);
    font.lineHeight = std::min(percent.of(font.lineHeight), kTypeSize.most);
    font.bold = font.bold || role.defaults.bold;
    font.hyphenation = font.hyphenation && role.defaults.runsOn;
    font.justified = font.justified && role.defaults.runsOn;
    return font;
}

inline constexpr std::array kPlaces = {
    Choice{"left", HorizontalPlace::Left},
    Choice{"centre", HorizontalPlace::Centre},
    Choice{"right", HorizontalPlace::Right},
};
inline constexpr std::array kLineChoices = {
    Choice{"greedy", LineChoice::Greedy},
    Choice{"optimum", LineChoice::Optimum},
};
inline constexpr std::array kDateForms = {
    Choice{"long", DateForm::Long},
    Choice{"short", DateForm::Short},
};
inline constexpr std::array kTimeForms = {
    Choice{"dot", TimeForm::Dot},
    Choice{"colon", TimeForm::Colon},
};
inline constexpr std::array kLinkForms = {
    Choice{"none", LinkForm::None},
    Choice{"behind", LinkForm::Behind},
    Choice{"notes", LinkForm::Notes},
};
inline constexpr std::array kBoldParagraphs = {
    Choice{"paragraph", BoldParagraphs::Paragraphs},
    Choice{"heading", BoldParagraphs::Headings},
};
inline constexpr std::array kStyleKinds = {
    Choice{rowOf(DocumentKind::Agenda).word, DocumentKind::Agenda},
    Choice{rowOf(DocumentKind::GoalMatrix).word, DocumentKind::GoalMatrix},
};

template <class Visitor>
void visitKeys(Visitor& v, TextStyle& s) {
    v.family("family", s.family, "font family, one that \"sidetal fonts\" lists");
    v.typeLength("size", s, &TextStyle::size, kTypeSize, "size of the type");
    v.typeLength("lineHeight", s, &TextStyle::lineHeight, kTypeSize,
                 "from baseline to baseline; at least the size");
    v.colour("colour", s.colour, "at least 4.5:1 against what the text stands on");
    v.flag("bold", s.bold, "bold type");
    v.flag("italic", s.italic, "italic type");
    v.flag("kerning", s.kerning, "move pairs of letters together as the font asks");
    v.flag("ligatures", s.ligatures, "draw pairs such as fi as one");
    v.flag("hyphenation", s.hyphenation,
           "break words at line ends (Danish), compounds at their joints first, a paragraph's last word "
           "never; headings and labels have false where they do not name it themselves");
    v.template choice<LineChoice>("lines", s.lines, kLineChoices,
                                  "each as full as can be (greedy), or all of a paragraph even (optimum)");
    v.flag("justified", s.justified, "lines end at the measure; headings and labels as for hyphenation");
    v.flag("fullLastLine", s.fullLastLine,
           "leave no short word alone on the last line where the line before has room");
    v.flag("bonds", s.bonds,
           "end no line within \"kl. 15\", \"§ 5\", \"20 %\", \"26. oktober\" and their like");
}

template <class Visitor>
void visitKeys(Visitor& v, std::string_view key, ParagraphStyle& s, std::string_view doc,
               const Grounds& grounds = {}, const TextDefaults& defaults = {}) {
    v.object(key, doc, [&](Visitor& in) {
        in.textStyle(TextRole{"text", "the type", grounds, defaults}, s.text);
        in.length("spaceBefore", s.spaceBefore, kGap, "empty height above; dropped at the top of a page");
        in.length("spaceAfter", s.spaceAfter, kGap, "empty height below");
    });
}

template <class Visitor>
void visitKeys(Visitor& v, std::string_view key, CellStyle& s, std::string_view doc) {
    v.object(key, doc, [&](Visitor& in) {
        in.textStyle(TextRole{"text", "the type", s.fill, kLabelDefaults}, s.text);
        in.fill("fill", s.fill, "colour of the ground; null for none");
    });
}

template <class Visitor>
void visitKeys(Visitor& v, std::string_view key, ListStyle& s) {
    v.object(key, "lists within texts", [&](Visitor& in) {
        in.text("bullet", s.bullet, "what stands before the items of an unordered list");
        in.length("labelWidth", s.labelWidth, kGap,
                  "how far items stand in from their labels, at least; wider labels take what they need");
        in.length("itemGap", s.itemGap, kGap, "between two items");
        in.flag("numbersAtDot", s.numbersAtDot,
                "right-align numbers, so that their dots stand under each other");
    });
}

template <class Visitor>
void visitKeys(Visitor& v, PageStyle& s) {
    v.object("page", "the paper and its empty edges", [&](Visitor& in) {
        in.length("width", s.width, kPaperSide, "width of the paper");
        in.length("height", s.height, kPaperSide, "height of the paper");
        in.length("marginTop", s.marginTop, kGap, "empty edge above the text");
        in.length("marginRight", s.marginRight, kGap, "empty edge at the right");
        in.length("marginBottom", s.marginBottom, kGap,
                  "empty edge below the text; the page number stands in it");
        in.length("marginLeft", s.marginLeft, kGap, "empty edge at the left");
    });
}

template <class Visitor>
void visitKeys(Visitor& v, PageNumberStyle& s) {
    v.object("pageNumber", "\"Side x af y\" at the foot of every page", [&](Visitor& in) {
        in.textStyle(TextRole{"text", "the type"}, s.text);
        in.length("baseline", s.baseline, kGap, "height of the baseline over the paper's lower edge");
        in.template choice<HorizontalPlace>("place", s.place, kPlaces, "where it stands between the margins");
    });
}

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
}

template <class Visitor>
void visitKeys(Visitor& v, MatrixColumnWidths& s) {
    v.object("columns", "widths of the columns, padding included", [&](Visitor& in) {
        in.columnWidth("theme", s.theme, kColumnWidth, "Tema");
        in.columnWidth("number", s.number, kColumnWidth, "Nr.");
        in.columnWidth("goal", s.goal, kColumnWidth, "Målsætning");
        in.columnWidth("initiatives", s.initiatives, kColumnWidth, "Understøttende indsatser");
        in.columnWidth("partners", s.partners, kColumnWidth, "Hvem samarbejdes der med?");
    });
}

template <class Visitor>
void visitKeys(Visitor& v, GoalMatrixStyle& s) {
    visitKeys(v, "title", s.title, "the document's title", {}, kLabelDefaults);
    visitKeys(v, s.columns);
    v.length("paddingSides", s.paddingSides, kGap, "within cells, left and right");
    v.length("paddingTop", s.paddingTop, kGap, "within cells, above");
    v.length("paddingBottom", s.paddingBottom, kGap, "within cells, below");
    v.length("paragraphGap", s.paragraphGap, kGap, "between the paragraphs of a cell's text");
    v.length("ruleWidth", s.ruleWidth, kRule, "of the lines around cells; 0 pt for none");
    v.colour("ruleColour", s.ruleColour, "of the lines around cells");
    visitKeys(v, "header", s.header, "the columns' titles");
    visitKeys(v, "theme", s.theme, "a theme's title and its cell");
    const Grounds goal{kPaper, s.priority.fill};
    v.textStyle(TextRole{"vision", "the words under a theme's title", s.theme.fill}, s.vision);
    v.textStyle(TextRole{"number", "a goal's number", goal}, s.number);
    v.textStyle(TextRole{"goal", "a goal's words", goal}, s.goal);
    v.textStyle(TextRole{"initiativeTitle", "an initiative's title", {}, kLabelDefaults}, s.initiativeTitle);
    v.textStyle(TextRole{"initiativeText", "the words under it"}, s.initiativeText);
    v.textStyle(TextRole{"partners", "the partners"}, s.partners);
    visitKeys(v, "list", s.list);
    v.object("priority", "how prioritised goals stand out", [&](Visitor& in) {
        in.text("sign", s.priority.sign, "stands before the number; a character that the font has");
        in.colour("fill", s.priority.fill, "tint of the goal and its number");
    });
    visitKeys(v, "legend", s.legend, "what the sign means, under the table");
    v.number("keepRows", s.keepRows, NumberRange{0, 100},
             "a goal of at most so many rows is kept on one page");
    v.flag("splitRows", s.splitRows, "a row may go on over a page even where it fits one");
    v.number("themeGoals", s.themeGoals, NumberRange{0, 10},
             "a theme begins only where so many of its goals can begin too; 0 for anywhere");
    v.number("themeLines", s.themeLines, NumberRange{0, 20},
             "so many lines of a theme's title and vision stand where it begins");
    v.number("repeatGoal", s.repeatGoal, NumberRange{0, 10},
             "a goal that goes on over a page repeats its words in so many lines; 0 for not");
    v.flag("fillWidth", s.fillWidth, "columns take the width of those that are left out");
    v.flag("legendInFoot", s.legendInFoot, "the legend stands in the foot too, from the second page on");
}

template <class Visitor>
void visitKeys(Visitor& v, TextTableStyle& s) {
    v.object("table", "tables within texts", [&](Visitor& in) {
        in.object("header", "header cells", [&](Visitor& cell) {
            cell.textStyle(TextRole{"text", "the type", s.header.fill, {.bold = true, .runsOn = false}},
                           s.header.text);
            cell.fill("fill", s.header.fill, "colour of the ground; null for none");
        });
        in.textStyle(TextRole{"caption", "the line over the table", {}, {.bold = true, .runsOn = false}},
                     s.caption);
        in.length("paddingSides", s.paddingSides, kGap, "within cells, left and right");
        in.length("paddingTop", s.paddingTop, kGap, "within cells, above");
        in.length("paddingBottom", s.paddingBottom, kGap, "within cells, below");
        in.length("ruleWidth", s.ruleWidth, kRule, "of the lines around cells; 0 pt for none");
        in.colour("ruleColour", s.ruleColour, "of the lines around cells");
        in.length("spaceBefore", s.spaceBefore, kGap, "empty height above");
        in.length("spaceAfter", s.spaceAfter, kGap, "empty height below");
    });
}

template <class Visitor>
void visitKeys(Visitor& v, TextsStyle& s) {
    v.object("texts", "what stands in texts besides paragraphs and lists", [&](Visitor& in) {
        visitKeys(in, "heading", s.heading, "headings within texts", {}, {.bold = true, .runsOn = false});
        visitKeys(in, "subheading", s.subheading, "headings under those", {},
                  {.bold = true, .runsOn = false});
        visitKeys(in, s.table);
        in.length("quoteIndent", s.quoteIndent, kGap, "how far quotations and definitions stand in");
        in.family("codeFamily", s.codeFamily, "font family of preformatted text, in letters of one width");
        in.template choice<LinkForm>(
            "links", s.links, kLinkForms,
            "where a link's address is printed: behind its words, in notes under the text, "
            "or not at all");
        in.template choice<BoldParagraphs>("boldParagraphs", s.boldParagraphs, kBoldParagraphs,
                                           "what a wholly bold paragraph over text is");
    });
}

template <class Visitor>
void visitKeys(Visitor& v, PictureStyle& s) {
    v.object("pictures", "pictures in texts", [&](Visitor& in) {
        in.number("dpi", s.dpi, NumberRange{36, 2400},
                  "pixels an inch; a picture that has more at the size that it is shown is made smaller");
    });
}

/// Every key but name, description, document and base, which say what sheet this is.
template <class Visitor>
void visitKeys(Visitor& v, StyleSheet& s) {
    v.object("font", "what every type starts from", [&](Visitor& in) { visitKeys(in, s.font); });
    visitKeys(v, s.page);
    visitKeys(v, s.pageNumber);
    visitKeys(v, s.texts);
    visitKeys(v, s.pictures);
    std::visit([&](auto& look) { visitKeys(v, look); }, s.look);
}

} // namespace sidetal
