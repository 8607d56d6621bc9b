#include "Styles/StyleReader.h"

#include "Style/BuiltInStyles.h"
#include "Style/StyleCheck.h"
#include "Style/StyleKeys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace sidetal::input {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::array<std::string_view, 2> kFamilies{"Carlito", "DejaVu Sans"};

/// The messages that a style file gives, one line each with their notes.
std::vector<std::string> messagesOf(std::string_view text) {
    Diagnostics diagnostics;
    try {
        (void)readStyleSheet(text, "min.json", kFamilies, diagnostics);
    } catch (const Error&) {
        EXPECT_TRUE(diagnostics.hasErrors());
    }
    std::vector<std::string> out;
    for (const Diagnostic& d : diagnostics.all()) {
        out.push_back(format(d));
    }
    return out;
}

StyleSheet sheetOf(std::string_view text) {
    Diagnostics diagnostics;
    StyleSheet sheet = readStyleSheet(text, "min.json", kFamilies, diagnostics);
    EXPECT_THAT(diagnostics.all(), IsEmpty());
    return sheet;
}

TEST(BuiltInStyles, AreReadWithoutAMessageAndHoldNoFault) {
    ASSERT_EQ(builtInStyleFiles().size(), 8u);
    for (const BuiltInStyle& file : builtInStyleFiles()) {
        const StyleSheet sheet = builtInStyleSheet(file.name);
        EXPECT_EQ(sheet.name, file.name);
        EXPECT_FALSE(sheet.description.empty());
        EXPECT_THAT(checkStyle(sheet), IsEmpty()) << file.name << ": contrast included";
    }
}

TEST(BuiltInStyles, HaveTheGeometryOfTheOriginals) {
    const StyleSheet agenda = builtInStyleSheet("agenda");
    EXPECT_EQ(std::get<AgendaStyle>(agenda.look).column, Length::milli(340157)); // 12.0 cm
    EXPECT_EQ(std::get<AgendaStyle>(agenda.look).facts.labelWidth, Length::points(79));
    for (const char* name : {"goal-matrix", "goal-matrix-a3"}) {
        const StyleSheet sheet = builtInStyleSheet(name);
        const auto& look = std::get<GoalMatrixStyle>(sheet.look);
        const Length em = look.goal.size;
        const auto text = [&](ColumnWidth column) { return column.length() - look.paddingSides * 2; };
        EXPECT_EQ(text(look.columns.theme), em * 15075 / 1000) << name;
        EXPECT_EQ(text(look.columns.goal), em * 222 / 10) << name;
        EXPECT_EQ(text(look.columns.initiatives), em * 362 / 10) << name;
        EXPECT_EQ(text(look.columns.partners), em * 3465 / 100) << name;
    }
}

TEST(BuiltInStyles, AreOfTheKindThatTheyAreListedAs) {
    for (const BuiltInStyle& file : builtInStyleFiles()) {
        EXPECT_EQ(file.kind, kindName(builtInStyleSheet(file.name).kind())) << file.name;
    }
}

TEST(BuiltInStyles, NamesTheKnownOnesForAnUnknownOne) {
    try {
        (void)builtInStyleSheet("goalmatrix");
        FAIL() << "expected an error";
    } catch (const Error& e) {
        EXPECT_EQ(
            format(e.diagnostics().front()),
            "error: no built-in style sheet 'goalmatrix', expected 'agenda', 'administrative', 'council', "
            "'goal-matrix', 'goal-matrix-a3', 'follow-up', 'follow-up-a3' or 'follow-up-text' [SID-S001]\n  "
            "nearest known name: 'goal-matrix'");
    }
}

TEST(StyleReader, ReplacesOnlyWhatAFileNames) {
    const StyleSheet plain = builtInStyleSheet("agenda");
    const StyleSheet sheet = sheetOf(
        R"({"name": "ours", "base": "agenda", /* wider */ "column": "11.9 cm", "facts": {"dates": "short"}})");
    const auto& look = std::get<AgendaStyle>(sheet.look);
    EXPECT_EQ(sheet.name, "ours");
    EXPECT_EQ(look.column, Length::milli(337323));
    EXPECT_EQ(look.facts.dates, DateForm::Short);
    EXPECT_EQ(look.facts.times, TimeForm::Dot);
    EXPECT_EQ(look.headingMeasure, std::get<AgendaStyle>(plain.look).headingMeasure);
    EXPECT_EQ(sheet.page.width, plain.page.width);
}

TEST(StyleReader, TakesTheKindsOwnSheetAsBaseWhereNoneIsNamed) {
    EXPECT_EQ(sheetOf(R"({"document": "goal-matrix"})").kind(), DocumentKind::GoalMatrix);
    EXPECT_EQ(sheetOf(R"({"document": "agenda"})").kind(), DocumentKind::Agenda);
}

TEST(StyleReader, LetsTheFontReachEveryTextThatNamesNoOther) {
    const StyleSheet sheet = sheetOf(R"({"base": "agenda", "font": {"family": "Carlito", "kerning": true}})");
    const auto& look = std::get<AgendaStyle>(sheet.look);
    for (const TextStyle* text : {&look[AgendaRole::Title].text, &look[AgendaRole::FactLabel].text,
                                  &look[AgendaRole::Body].text, &sheet.pageNumber.text}) {
        EXPECT_EQ(text->family, "Carlito");
        EXPECT_TRUE(text->kerning);
    }
    EXPECT_EQ(look[AgendaRole::Title].text.size,
              Length::points(14)); // the base names it for the title itself
    EXPECT_TRUE(look[AgendaRole::Title].text.bold);
}

TEST(StyleReader, KnowsHowLinesAreBroken) {
    const auto body = [](std::string_view text) {
        return std::get<AgendaStyle>(sheetOf(text).look)[AgendaRole::Body].text;
    };
    EXPECT_FALSE(body(R"({"base": "agenda"})").bonds);
    EXPECT_TRUE(body(R"({"base": "agenda", "font": {"bonds": true}})").bonds);
    const auto look = std::get<AgendaStyle>(
        sheetOf(
            R"({"base": "agenda", "font": {"hyphenation": true}, "item": {"text": {"hyphenation": true}}})")
            .look);
    EXPECT_EQ(body(R"({"base": "agenda"})").lines, LineChoice::Greedy);
    const TextStyle even = body(
        R"({"base": "agenda", "body": {"text": {"lines": "optimum", "justified": true, "fullLastLine": true}}})");
    EXPECT_EQ(even.lines, LineChoice::Optimum);
    EXPECT_TRUE(even.justified && even.fullLastLine);
    EXPECT_THAT(messagesOf(R"({"base": "agenda", "body": {"text": {"lines": "best"}}})"),
                ElementsAre(HasSubstr("'greedy'")));
    EXPECT_TRUE(std::get<AgendaStyle>(sheetOf(R"({"base": "agenda", "list": {"numbersAtDot": true}})").look)
                    .list.numbersAtDot);
    EXPECT_TRUE(look[AgendaRole::Body].text.hyphenation);
    EXPECT_TRUE(look[AgendaRole::Item].text.hyphenation);
    EXPECT_FALSE(look[AgendaRole::Title].text.hyphenation)
        << "headings have it where they name it themselves";
    EXPECT_FALSE(look[AgendaRole::FactLabel].text.hyphenation);
}

TEST(StyleReader, LeavesOutTheSenderBlockForNull) {
    const StyleSheet sheet =
        sheetOf(R"({"base": "agenda", "sender": null, "column": null, "headingMeasure": null})");
    const auto& look = std::get<AgendaStyle>(sheet.look);
    EXPECT_FALSE(look.sender.has_value());
    EXPECT_FALSE(look.column.has_value());
    EXPECT_FALSE(look.headingMeasure.has_value());
    EXPECT_THAT(messagesOf(R"({"base": "agenda", "sender": "none"})"),
                ElementsAre(HasSubstr("sender: expected")));
    // Without "column" the sender block has no room beside the text.
    EXPECT_THAT(messagesOf(R"({"base": "agenda", "column": null})"), ElementsAre(HasSubstr("[SID-S013]")));
}

TEST(StyleReader, GoesThroughTheBasesOfItsBase) {
    const StyleSheet sheet = sheetOf(R"({"base": "goal-matrix-a3", "theme": {"fill": null}})");
    const auto& look = std::get<GoalMatrixStyle>(sheet.look);
    EXPECT_EQ(look.goal.size, Length::points(10)); // of goal-matrix-a3
    EXPECT_EQ(look.goal.family, "Carlito");        // of goal-matrix
    EXPECT_EQ(look.theme.fill, std::nullopt);
}

TEST(StyleReader, NamesTheNearestKnownKey) {
    EXPECT_THAT(messagesOf("{\"base\": \"agenda\",\n \"sender\": {\"widht\": \"100 pt\"}}"),
                ElementsAre(HasSubstr("min.json:2:13: warning: sender.widht: unknown key")));
}

TEST(StyleReader, SaysWhatALengthLooksLike) {
    EXPECT_THAT(
        messagesOf(
            R"({"base": "agenda", "column": 12, "headingMeasure": "12 px", "page": {"marginTop": "-1 cm"}})"),
        ElementsAre(
            HasSubstr("page.marginTop: '-1 cm' is out of range, expected '0 pt' to '1000 pt' [SID-S004]"),
            HasSubstr("column: expected a length with its unit, such as '9 pt', found"),
            HasSubstr(
                "headingMeasure: '12 px' is no length, expected a number and one of the units pt, mm, cm "
                "and in, such as '9 pt' [SID-S004]")));
}

TEST(StyleReader, RefusesColumnsNarrowerThanSensible) {
    EXPECT_THAT(
        messagesOf(R"({"base": "goal-matrix", "columns": {"number": "2.3 pt"}})"),
        ElementsAre(HasSubstr("columns.number: '2.3 pt' is out of range, expected '10 pt' to '5000 pt'")));
    EXPECT_THAT(
        messagesOf(R"({"base": "goal-matrix", "columns": {"number": "10.9 pt"}})"),
        ElementsAre(HasSubstr("min.json:1:47: error: columns.number: '10.9 pt' leaves '4.9 pt' between the "
                              "paddings, expected at least '5 pt' [SID-S014]")));
}

TEST(StyleReader, ReadsColumnsThatAreSharesOrFittedToContent) {
    const StyleSheet sheet = sheetOf(R"({"base": "goal-matrix", "columns": {
        "theme": "auto", "number": "3 cm", "goal": "2 fr", "initiatives": "0.125fr"}})");
    const MatrixColumnWidths& columns = std::get<GoalMatrixStyle>(sheet.look).columns;
    EXPECT_EQ(columns.theme, ColumnWidth::content());
    EXPECT_EQ(columns.number, Length::milli(85'039));
    EXPECT_EQ(columns.goal, ColumnWidth::share(2000));
    EXPECT_EQ(columns.initiatives, ColumnWidth::share(125));
    EXPECT_EQ(columns.partners, Length::milli(248'550)) << "the base's";
    EXPECT_EQ(std::get<AgendaStyle>(sheetOf(R"({"base": "agenda", "facts": {"labelWidth": "auto"}})").look)
                  .facts.labelWidth,
              ColumnWidth::content());
}

TEST(StyleReader, SaysWhatAColumnsWidthLooksLike) {
    EXPECT_THAT(
        messagesOf(R"({"base": "goal-matrix", "columns": {"theme": 12, "number": "0 fr", "goal": "1001 fr",
                       "initiatives": "2 %", "partners": "0.5 fr"}})"),
        ElementsAre(
            HasSubstr("columns.theme: expected a column's width, such as '111 pt', '2 fr' or 'auto', found"),
            HasSubstr("columns.number: '0 fr' is out of range, expected '0.001 fr' to '1000 fr' [SID-S004]"),
            HasSubstr("columns.goal: '1001 fr' is out of range, expected '0.001 fr' to '1000 fr' [SID-S004]"),
            HasSubstr(
                "columns.initiatives: '2 %' is no column's width, expected a length such as '111 pt' or "
                "'22.2 em', a share of what is left such as '2 fr', or 'auto' [SID-S004]")));
}

TEST(StyleReader, MeasuresColumnsInSizesOfTheSheetsFont) {
    Diagnostics diagnostics;
    const StyleSheet sheet = readStyleSheet(
        R"({"base": "goal-matrix", "font": {"size": "10 pt", "lineHeight": "14 pt"}, "columns": {"goal": "20.5 em", "initiatives": "200 pt"},
            "columnTitles": {"goal": "Mål", "number": null}})",
        "min.json", {}, diagnostics);
    const auto& look = std::get<GoalMatrixStyle>(sheet.look);
    EXPECT_EQ(look.columns.goal, ColumnWidth(Length::points(205)));
    EXPECT_EQ(look.columns.status, ColumnWidth(Length::points(74)));
    EXPECT_EQ(look.columnTitles.goal, "Mål");
    EXPECT_EQ(look.columnTitles.number, std::nullopt);
}

TEST(StyleReader, NamesAnUnknownFontFamily) {
    EXPECT_THAT(messagesOf("{\"base\": \"agenda\",\n \"title\": {\"text\": {\"family\": \"Carlitto\"}}}"),
                ElementsAre("min.json:2:31: error: title.text.family: no font family 'Carlitto', expected "
                            "'Carlito' or 'DejaVu Sans' [SID-S002]\n  nearest known name: 'Carlito'"));
}

TEST(StyleReader, SaysWhatAColourLooksLike) {
    EXPECT_THAT(messagesOf(R"({"base": "goal-matrix", "ruleColour": "grey"})"),
                ElementsAre(HasSubstr(
                    "min.json:1:39: error: ruleColour: 'grey' is no colour, expected red, green and "
                    "blue such as '#1f3a4d' [SID-S005]")));
}

TEST(StyleReader, WarnsOfFaintTextAtTheNearestKeyOfTheFile) {
    EXPECT_THAT(
        messagesOf("{\"base\": \"goal-matrix\",\n \"header\": {\"fill\": \"#ffffff\"}}"),
        ElementsAre(
            "min.json:2:12: warning: header.text.colour: '#ffffff' on '#ffffff' has a contrast of 1.00:1, "
            "expected at least 4.5:1 [SID-S015]"));
}

TEST(StyleReader, NamesAnUnknownBase) {
    EXPECT_THAT(messagesOf(R"({"base": "agendas"})"),
                ElementsAre("min.json:1:10: error: base: no built-in style sheet 'agendas', expected "
                            "'agenda', 'administrative', 'council', "
                            "'goal-matrix', 'goal-matrix-a3', 'follow-up', 'follow-up-a3' or "
                            "'follow-up-text' [SID-S001]\n  nearest known name: 'agenda'"));
}

TEST(StyleReader, AsksForABaseOrAKind) {
    EXPECT_THAT(messagesOf(R"({"column": "12 cm"})"),
                ElementsAre(HasSubstr("neither 'base' nor 'document' says what the sheet is for")));
    EXPECT_THAT(messagesOf(R"({"base": "agenda", "document": "goal-matrix"})"),
                ElementsAre(HasSubstr(
                    "document: 'goal-matrix' is not what the base 'agenda' is for, expected 'agenda' "
                    "[SID-S008]")));
}

TEST(StyleReader, RefusesWhatIsNoSheetAtAll) {
    EXPECT_THAT(messagesOf("[]"), ElementsAre(HasSubstr("expected an object")));
    EXPECT_EQ(messagesOf("{\"base\": ").size(), 1u);
    EXPECT_THAT(
        messagesOf(R"({"base": "agenda", "title": "large", "name": " "})"),
        ElementsAre(HasSubstr("name: empty, expected some text [SID-S006]"), HasSubstr("title: expected")));
}

} // namespace
} // namespace sidetal::input
