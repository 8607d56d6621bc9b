#include "Style/StyleCheck.h"
#include "Style/AgendaRoles.h"
#include "Style/StyleValues.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

TextStyle blackText() {
    TextStyle text;
    text.family = "Carlito";
    text.size = Length::points(9);
    text.lineHeight = Length::points(12);
    return text;
}

ParagraphStyle blackParagraph() {
    return {blackText(), {}, {}};
}

/// A sheet without a fault: 400 pt of columns on a page with room for 500.
StyleSheet soundMatrix() {
    GoalMatrixStyle look;
    look.title = look.legend = blackParagraph();
    const Length column = Length::points(80);
    look.columns = {column, column, column, column, column};
    look.paddingSides = Length::points(3);
    look.header.text = look.theme.text = blackText();
    look.vision = look.number = look.goal = look.initiativeTitle = look.initiativeText = look.partners =
        blackText();
    look.priority.fill = {255, 255, 200};
    StyleSheet sheet;
    sheet.page = {Length::points(600), Length::points(400), Length::points(50),
                  Length::points(50),  Length::points(50),  Length::points(50)};
    sheet.pageNumber.text = blackText();
    sheet.pageNumber.baseline = Length::points(20);
    sheet.look = look;
    return sheet;
}

StyleSheet soundAgenda() {
    AgendaStyle look;
    look.column = Length::points(300);
    look.headingMeasure = Length::points(310);
    look.roles.fill(blackParagraph());
    look.facts.labelWidth = Length::points(80);
    look.sender.emplace();
    look.sender->gap = Length::points(20);
    look.sender->width = Length::points(120);
    StyleSheet sheet = soundMatrix();
    sheet.look = look;
    return sheet;
}

std::string onlyFault(const StyleSheet& sheet) {
    const std::vector<StyleFault> faults = checkStyle(sheet);
    if (faults.size() != 1) {
        return std::to_string(faults.size()) + " faults";
    }
    return faults.front().code + " " + faults.front().key + ": " + faults.front().message;
}

TEST(CheckStyle, FindsNothingInSoundSheets) {
    EXPECT_THAT(checkStyle(soundMatrix()), IsEmpty());
    EXPECT_THAT(checkStyle(soundAgenda()), IsEmpty());
}

TEST(CheckStyle, NamesALineHeightBelowTheSize) {
    StyleSheet sheet = soundMatrix();
    std::get<GoalMatrixStyle>(sheet.look).header.text.lineHeight = Length::milli(8500);
    EXPECT_EQ(onlyFault(sheet),
              "SID-S010 header.text.lineHeight: '8.5 pt' is less than the type's size, expected at least "
              "'9 pt'");
}

TEST(CheckStyle, NamesMarginsThatLeaveNoPage) {
    StyleSheet sheet = soundMatrix();
    sheet.page.marginTop = Length::points(300);
    EXPECT_EQ(onlyFault(sheet),
              "SID-S011 page: the margins leave '50 pt' of the page's height, expected at least '72 pt'");
}

TEST(CheckStyle, NamesAPageNumberWithinTheText) {
    StyleSheet sheet = soundMatrix();
    sheet.pageNumber.baseline = Length::points(50);
    EXPECT_EQ(
        onlyFault(sheet),
        "SID-S012 pageNumber.baseline: '50 pt' lies within the text, expected at most '41 pt': the bottom "
        "margin less the size");
}

TEST(CheckStyle, NamesAPageNumberThatRunsOffThePaper) {
    StyleSheet sheet = soundMatrix();
    const Length least = sheet.pageNumber.text.size / 4;
    sheet.pageNumber.baseline = least;
    EXPECT_TRUE(checkStyle(sheet).empty());
    sheet.pageNumber.baseline = least - Length::milli(1);
    EXPECT_EQ(onlyFault(sheet), "SID-S017 pageNumber.baseline: '" + formatLength(sheet.pageNumber.baseline) +
                                    "' lets the type run off the paper, expected at least '" +
                                    formatLength(least) + "': a quarter of its size");
}

TEST(CheckStyle, CountsOfColumnsThatAreNoLengthsTheLeastThatOneMayHave) {
    StyleSheet sheet = soundMatrix(); // room for 500 pt
    MatrixColumnWidths& columns = std::get<GoalMatrixStyle>(sheet.look).columns;
    columns = {ColumnWidth::content(), ColumnWidth::share(1000), Length::points(160), Length::points(160),
               Length::points(160)};
    EXPECT_THAT(checkStyle(sheet), IsEmpty());
    columns.goal = Length::milli(160'001);
    EXPECT_EQ(onlyFault(sheet), "SID-S013 columns: the columns are at least '500.001 pt' wide, the page has "
                                "room for '500 pt'");
}

TEST(CheckStyle, CountsOfLabelsThatAreFittedTheLeastThatAColumnMayHave) {
    StyleSheet sheet = soundAgenda();
    auto& look = std::get<AgendaStyle>(sheet.look);
    look.facts.labelGap = Length::points(100); // the column is fitted to that, too
    for (const ColumnWidth width : {ColumnWidth::content(), ColumnWidth::share(2000)}) {
        look.facts.labelWidth = width;
        EXPECT_THAT(checkStyle(sheet), IsEmpty());
    }
    look.facts.labelWidth = ColumnWidth::content();
    look.headingMeasure = look.column = Length::milli(19'999);
    EXPECT_EQ(onlyFault(sheet), "SID-S014 facts.labelWidth: 'auto' leaves '9.999 pt' of the body column for "
                                "the facts' values, expected at least '10 pt'");
}

TEST(CheckStyle, ColumnsBuiltInCodeAreHeldToTheirRange) {
    StyleSheet sheet = soundAgenda();
    std::get<AgendaStyle>(sheet.look).facts.labelWidth = ColumnWidth::share(0);
    Diagnostics diagnostics;
    checkStyleValues(sheet, diagnostics);
    EXPECT_THAT(diagnostics.all(),
                testing::Contains(
                    testing::Field(&Diagnostic::message, "expected '0.001 fr' to '1000 fr', found '0 fr'")));
}

TEST(CheckStyle, WarnsOfHeadingsThatRunIntoTheSenderBlock) {
    StyleSheet sheet = soundAgenda();
    auto& look = std::get<AgendaStyle>(sheet.look);
    look.headingMeasure = *look.column + look.sender->gap;
    EXPECT_THAT(checkStyle(sheet), testing::IsEmpty());
    *look.headingMeasure += Length::points(1);
    EXPECT_THAT(onlyFault(sheet), testing::HasSubstr("SID-S016 headingMeasure: headings of "));
    look.sender.reset();
    EXPECT_THAT(checkStyle(sheet), testing::IsEmpty());
}

TEST(CheckStyle, NamesColumnsWiderThanThePage) {
    StyleSheet sheet = soundMatrix();
    std::get<GoalMatrixStyle>(sheet.look).columns.goal = Length::milli(180'001);
    EXPECT_EQ(onlyFault(sheet),
              "SID-S013 columns: the columns are '500.001 pt' wide, the page has room for '500 pt'");
    sheet = soundAgenda();
    std::get<AgendaStyle>(sheet.look).sender->width = Length::points(181);
    EXPECT_EQ(onlyFault(sheet),
              "SID-S013 sender: the body column and the sender block are '501 pt' wide, the page has room "
              "for '500 pt'");
}

TEST(CheckStyle, NamesColumnsTooNarrowForTheirText) {
    StyleSheet sheet = soundMatrix();
    std::get<GoalMatrixStyle>(sheet.look).columns.number = Length::points(10);
    EXPECT_EQ(onlyFault(sheet), "SID-S014 columns.number: '10 pt' leaves '4 pt' between the paddings, "
                                "expected at least '5 pt'");
    sheet = soundAgenda();
    std::get<AgendaStyle>(sheet.look).facts.labelWidth = Length::points(295);
    EXPECT_EQ(onlyFault(sheet),
              "SID-S014 facts.labelWidth: '295 pt' leaves '5 pt' of the body column for the facts' "
              "values, expected at least '10 pt'");
}

TEST(CheckStyle, WarnsOfFaintTextOnEveryGroundThatItStandsOn) {
    StyleSheet sheet = soundMatrix();
    auto& look = std::get<GoalMatrixStyle>(sheet.look);
    look.header.fill = Colour{0, 0, 0};
    EXPECT_EQ(onlyFault(sheet), "SID-S015 header.text.colour: '#000000' on '#000000' has a contrast of "
                                "1.00:1, expected at least 4.5:1");
    look.header.fill.reset();
    look.goal.colour = {0x75, 0x75, 0x75}; // enough on white, too little on the tint of a prioritised goal
    look.priority.fill = {240, 240, 240};
    EXPECT_THAT(checkStyle(sheet), ElementsAre(Field(&StyleFault::severity, Severity::Warning)));
}

TEST(CheckStyle, LooksAtTheContrastOfEveryRole) {
    for (const AgendaRoleRow& row : kAgendaRoles) {
        StyleSheet sheet = soundAgenda();
        auto& parts = std::get<AgendaStyle>(sheet.look);
        parts.head = parts.foot = RunningLineStyle{Length::points(42)};
        parts.cover.emplace();
        parts.contents.emplace();
        parts.attendance.emplace();
        std::get<AgendaStyle>(sheet.look)[row.role].text.colour = {0xAA, 0xAA, 0xAA};
        const std::string key = std::string(row.block) + (row.block.empty() ? "" : ".") +
                                std::string(row.key) + (row.block.empty() ? ".text" : "");
        EXPECT_THAT(onlyFault(sheet),
                    testing::StartsWith("SID-S015 " + key + ".colour: '#aaaaaa' on '#ffffff'"));
    }
}

TEST(CheckStyle, HoldsThePartsOfAPaperAgainstItsWidth) {
    const auto faultOf = [](auto change) {
        StyleSheet sheet = soundAgenda();
        auto& look = std::get<AgendaStyle>(sheet.look);
        look.column = Length::points(300);
        look.cover.emplace();
        look.contents.emplace();
        look.attendance.emplace();
        change(look);
        return onlyFault(sheet);
    };
    EXPECT_EQ(faultOf([](AgendaStyle& look) { look.items.numberWidth = Length::points(292); }),
              "SID-S014 items.numberWidth: '292 pt' leaves '8 pt' for the items, expected at least '10 pt'");
    EXPECT_EQ(faultOf([](AgendaStyle& look) { look.items.textWidth = Length::points(301); }),
              "SID-S013 items.textWidth: the numbers and texts of items are '301 pt' wide, the page has room "
              "for '300 pt'");
    EXPECT_EQ(faultOf([](AgendaStyle& look) {
                  look.sections.decision.barWidth = Length::points(4);
                  look.sections.decision.barGap = Length::points(47);
              }),
              "SID-S013 sections.decision.barGap: the bar and its gap are '51 pt' wide, the page has room "
              "for '50 pt'");
    EXPECT_EQ(
        faultOf([](AgendaStyle& look) { look.sections.recommendation.paddingSides = Length::points(900); }),
        "SID-S013 sections.recommendation.paddingSides: the ground beside the text is '900 pt' wide, the "
        "page has room for '250 pt'");
    EXPECT_EQ(faultOf([](AgendaStyle& look) { look.contents->pageWidth = Length::points(260); }),
              "SID-S013 contents: the columns of the contents are '306 pt' wide, the page has room for '300 "
              "pt'");
    EXPECT_EQ(
        faultOf([](AgendaStyle& look) { look.contents->numberWidth = Length::points(35); }),
        "SID-S014 contents.titleAt: titles begin at '34 pt', expected at least '35 pt': where numbers end");
    EXPECT_EQ(faultOf([](AgendaStyle& look) { look.votes.partyWidth = Length::points(175); }),
              "SID-S013 votes: the columns of votes are '310 pt' wide, the page has room for '300 pt'");
    EXPECT_EQ(faultOf([](AgendaStyle& look) { look.enclosures.titleWidth = Length::points(234); }),
              "SID-S013 enclosures: the columns of enclosures are '308 pt' wide, the page has room for '300 "
              "pt'");
    EXPECT_EQ(
        faultOf([](AgendaStyle& look) { look.signatures.cellWidth = Length::points(301); }),
        "SID-S013 signatures.cellWidth: a person's room is '301 pt' wide, the page has room for '300 pt'");
    EXPECT_EQ(faultOf([](AgendaStyle& look) {
                  look.attendance->columns = 6;
                  look.attendance->columnGap = Length::points(50);
              }),
              "SID-S013 attendance: the columns of names are '310 pt' wide, the page has room for '300 pt'");
    EXPECT_EQ(
        faultOf([](AgendaStyle& look) { look.head = RunningLineStyle{Length::points(400)}; }),
        "SID-S012 head.baseline: '400 pt' lies within the text, expected at most '47.75 pt': the margin");
    EXPECT_EQ(faultOf([](AgendaStyle& look) { look.foot = RunningLineStyle{Length::points(1)}; }),
              "SID-S017 foot.baseline: '1 pt' lets the type run off the paper, expected at least '2.25 pt'");
}

TEST(CheckStyle, LineInTheHeadsOfAMatrixStandsInItsMargin) {
    StyleSheet sheet = soundMatrix();
    auto& head = std::get<GoalMatrixStyle>(sheet.look).head;
    head = MatrixHead{blackText(), Length::points(30)};
    EXPECT_THAT(checkStyle(sheet), IsEmpty());
    head->baseline = Length::points(50);
    EXPECT_EQ(
        onlyFault(sheet),
        "SID-S012 head.baseline: '50 pt' lies within the text, expected at most '47.75 pt': the margin");
    head->baseline = Length::points(8);
    EXPECT_EQ(onlyFault(sheet),
              "SID-S017 head.baseline: '8 pt' lets the type run off the paper, expected at least '9 pt'");
}

} // namespace
} // namespace sidetal
