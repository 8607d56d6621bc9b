#pragma once

#include "Style/AgendaKeys.h"
#include "Style/TextKeys.h"
#include "Support/Kinds.h"

#include "sidetal/Style/StyleSheet.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace sidetal {

inline constexpr std::array kPlaces = {
    Choice{"left", HorizontalPlace::Left},
    Choice{"centre", HorizontalPlace::Centre},
    Choice{"right", HorizontalPlace::Right},
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

template <class Visitor>
void visitKeys(Visitor& v, MatrixColumnWidths& s) {
    v.object("columns", "widths of the columns, padding included", [&](Visitor& in) {
        in.columnWidth("theme", s.theme, kColumnWidth, "Tema");
        in.columnWidth("number", s.number, kColumnWidth, "Nr.");
        in.columnWidth("goal", s.goal, kColumnWidth, "Målsætning");
        in.columnWidth("initiatives", s.initiatives, kColumnWidth, "Understøttende indsatser");
        in.columnWidth("partners", s.partners, kColumnWidth, "Hvem samarbejdes der med?");
        in.columnWidth("status", s.status, kColumnWidth, "Status");
        in.columnWidth("trend", s.trend, kColumnWidth, "Udvikling");
        in.columnWidth("indicator", s.indicator, kColumnWidth, "Indikator");
        in.columnWidth("owner", s.owner, kColumnWidth, "Ansvarlig");
        in.columnWidth("deadline", s.deadline, kColumnWidth, "Frist");
        in.columnWidth("followUp", s.followUp, kColumnWidth, "Opfølgning");
        in.columnWidth("committees", s.committees, kColumnWidth, "Udvalg");
    });
}

template <class Visitor>
void visitKeys(Visitor& v, MatrixColumnTitles& s) {
    v.object("columnTitles", "titles of the columns; null for sidetal's own words", [&](Visitor& in) {
        in.text("theme", s.theme, "Tema");
        in.text("number", s.number, "Nr.");
        in.text("goal", s.goal, "Målsætning");
        in.text("initiatives", s.initiatives, "Understøttende indsatser");
        in.text("partners", s.partners, "Hvem samarbejdes der med?");
        in.text("status", s.status, "Status");
        in.text("trend", s.trend, "Udvikling");
        in.text("indicator", s.indicator, "Indikator");
        in.text("owner", s.owner, "Ansvarlig");
        in.text("deadline", s.deadline, "Frist");
        in.text("followUp", s.followUp, "Opfølgning");
        in.text("committees", s.committees, "Udvalg");
    });
}

template <class Visitor>
void visitKeys(Visitor& v, GoalMatrixStyle& s) {
    visitKeys(v, "title", s.title, "the document's title", {}, kLabelDefaults);
    visitKeys(v, s.columns);
    visitKeys(v, s.columnTitles);
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
    v.object("headings", s.headings, "themes and goals as headings with text under them; null for a table",
             [&](Visitor& in, MatrixHeadings& headings) {
                 visitKeys(in, "theme", headings.theme, "a theme's title", {}, kLabelDefaults);
                 visitKeys(in, "goal", headings.goal, "a goal's number and words", {}, kLabelDefaults);
             });
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
    visitKeys(v, "heading", s.heading, "over the parts of an overview, and over what follows it", {},
              {.percent = 130, .bold = true, .runsOn = false});
    visitKeys(v, "sentence", s.sentence, "what an overview says in sentences", {}, {.percent = 133});
    v.object(
        "overview", s.overview,
        "pages before the matrix: how many goals have which status, those that are prioritised, deadlines "
        "that passed; null for none",
        [&](Visitor& in, OverviewStyle& overview) {
            in.length("countWidth", overview.countWidth, kColumn, "width of a status's column");
            in.length("barWidth", overview.barWidth, kColumn, "width of the bars");
        });
    v.object("head", s.head,
             "title, committee and period in the heads of pages from the second on, and at the right the "
             "theme and "
             "the goal that a page begins within; null for none",
             [&](Visitor& in, MatrixHead& head) {
                 in.textStyle(TextRole{"text", "the type"}, head.text);
                 in.length("baseline", head.baseline, kGap, "from the paper's nearest edge to the baseline");
             });
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
    v.flag("copyCover", s.copyCover, "named copies have a page in front that says whom they are for");
    std::visit([&](auto& look) { visitKeys(v, look); }, s.look);
}

} // namespace sidetal
