#include "unit/Markup/MarkupTesting.h"
#include "unit/Tree/TreeTesting.h"

#include "Markup/HtmlFragment.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace sidetal::input::testing {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// The table in shown() form; what was said goes to `said`, else nothing may be.
std::string table(std::string_view fragment, std::vector<std::string>* said = nullptr,
                  TableHeaders headers = TableHeaders::AsMarked) {
    const Loaded place("{}");
    Diagnostics diagnostics;
    const RichText text = readHtmlFragment(fragment, Node(place.tree, diagnostics), headers);
    if (said != nullptr) {
        *said = lines(diagnostics);
    } else {
        EXPECT_THAT(lines(diagnostics), IsEmpty()) << fragment;
    }
    return shown(text);
}

std::string times(std::size_t count, std::string_view what) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        out += what;
    }
    return out;
}

TEST(TextTables, PartsRowsCellsAndSpans) {
    EXPECT_EQ(table("<table><caption>Tal</caption><thead><tr><th>År<th colspan=2>Kr.<tbody><tr><td "
                    "rowspan=2>a<td>b<td>c"
                    "<tr><td>d<td>e<tfoot><tr><td>I alt<td>1<td>2</table>f"),
              "{Tal | H:!År, !Kr.(1x2) | a(2x1), b, c | d, e | F:I alt, 1, 2} / f");
    EXPECT_EQ(table("<table><tr><th>a</th><td align=right>b</td></tr><tr align=center><th>c<td><p "
                    "align=right>d</table>"),
              "{ | !a, right b | centre !c, centre right d}");
}

TEST(TextTables, PartsStandInTheirOrder) {
    EXPECT_EQ(
        table(
            "<table><tfoot><tr><td>F<td>f</tfoot><tr><th>a<td>b<tr><th>c<td>d<thead><tr><td>e<td>e</table>"),
        "{ | !a, b | !c, d | e, e | F:F, f}")
        << "a head after rows is none";
}

TEST(TextTables, SpansEndWithTheirPart) {
    EXPECT_EQ(table("<table><thead><tr><th rowspan=9>a<th>b<tbody><tr><td rowspan=0>c<td>d<tr><td>e</table>"),
              "{ | H:!a, !b | c(2x1), d | e}");
}

TEST(TextTables, CaptionsLoseNoWord) {
    EXPECT_EQ(table("<table><caption><h3>a</h3><p>b<ul><li>c</ul></caption><tr><th>d<td>e<caption>f</table>"),
              "[- c] / {a|b|f | !d, e}");
}

TEST(TextTables, CellsHoldBlocks) {
    EXPECT_EQ(table("<table><tr><th>a<td><p>b<ul><li>c</ul><table><tr><th>d<td>e</table>f</table>g"),
              "{ | !a, b / [- c] / { | !d, e} / f} / g");
    EXPECT_EQ(table("<ul><li>x<table><tr><th>a<td>b</ul></table>y</ul>"), "[- x / { | !a, b} / y]")
        << "a list's end tag in a cell ends no list around the table";
}

TEST(TextTables, ColumnsAskForWidths) {
    EXPECT_EQ(table("<table><col width=100><colgroup><col "
                    "width='25%'><col></colgroup><tr><th>a<th>b<th>c<tr><td>1<td>2<td>3"
                    "</table>"),
              "{ 75 25% auto | !a, !b, !c | 1, 2, 3}");
    EXPECT_EQ(table("<table><col><col><tr><th>a<td>b</table>"), "{ | !a, b}");
    EXPECT_EQ(table("<table><col width='33.33%'><col width='0.01%'><tr><th>a<td>b</table>"),
              "{ 33.3% auto | !a, b}")
        << "a thousandth of the measure is the least";
}

TEST(TextTables, WithoutHeadersGetThemByKeyOrAWarning) {
    const std::string rows = "<table><tr><td>a<td>b<tr><td>c<td>d</table>";
    std::vector<std::string> said;
    EXPECT_EQ(table(rows, &said), "{ | a, b | c, d}");
    EXPECT_THAT(said, ElementsAre(HasSubstr("a table without header cells")));
    EXPECT_EQ(table(rows, nullptr, TableHeaders::FirstRow), "{ | H:!a, !b | c, d}");
    EXPECT_EQ(table(rows, nullptr, TableHeaders::FirstColumn), "{ | !a, b | !c, d}");
    EXPECT_EQ(table("<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e</table>", nullptr,
                    TableHeaders::FirstRow),
              "{ | H:!a(2x1), !b | H:!c | d, e}");
    EXPECT_EQ(table("<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e</table>", nullptr,
                    TableHeaders::FirstColumn),
              "{ | !a(2x1), b | c | !d, e}");
    EXPECT_EQ(table("<table><thead><tr><td>a<td>b<tbody><tr><td>c<td>d</table>"), "{ | H:!a, !b | c, d}");
}

TEST(TextTables, ForLooksAloneAreUnwrappedWithANote) {
    for (const std::string html :
         {"<table border=1><tr><td><p>a<p>b</table>", "<table><tr><td>a<tr><td>b</table>",
          "<table role=presentation><tr><td>a<td>b</table>"}) {
        std::vector<std::string> said;
        EXPECT_EQ(table(html, &said), "a / b") << html;
        EXPECT_THAT(said, ElementsAre(HasSubstr("printed as the texts in it")));
    }
    EXPECT_EQ(table("<table role=table><tr><th>a</table>"), "{ | !a}");
    EXPECT_EQ(table("<table><tr><th>a<tr><td>b</table>"), "{ | !a | b}");
    EXPECT_EQ(table("<table></table><table><tr></tr></table>a"), "a");
}

TEST(TextTables, TextOutsideOfCellsIsKeptInItsPlace) {
    std::vector<std::string> said;
    EXPECT_EQ(table("<table>a<tr><th>b<td>c</tr>d<tr>e<td>f</table>g", &said),
              "{ | a | !b, c, d | e, f} / g");
    EXPECT_THAT(said, ElementsAre(HasSubstr("text in a table outside of its cells")));
    EXPECT_EQ(table("</table></td></tr>a"), "a");
    EXPECT_EQ(table("<table><tr><th>a<td>b"), "{ | !a, b}") << "never closed";
}

TEST(TextTables, SpansAndColumnsBeyondTheLimitAreRefusedByTheirNumber) {
    std::vector<std::string> said;
    (void)table("<table><tr><th colspan=200>a</table>", &said);
    EXPECT_THAT(said, Each(HasSubstr("warning")));
    (void)table("<table><tr><th colspan=201>a<td>b</table>", &said);
    EXPECT_THAT(said, ElementsAre(HasSubstr("error: expected a 'colspan' of 1 to 200, found '201'")));
    (void)table("<table><tr><th colspan=99999999999999999999>a<td>b</table>", &said);
    EXPECT_THAT(said, ElementsAre(HasSubstr("error: expected a 'colspan' of 1 to 200")));
    (void)table("<table><tr>" + times(1000, "<th>a") + "</table>", &said);
    EXPECT_THAT(said, ElementsAre(HasSubstr("error: the table has")));
    EXPECT_EQ(table("<table><tr><th colspan=x rowspan=-1>a<td>b</table>", &said), "{ | !a, b}");
    EXPECT_THAT(said, SizeIs(2));
    EXPECT_THAT(said, Each(HasSubstr("warning: expected a whole number from 1")));
}

TEST(TextTables, NestDeeperThanThreeAreRefused) {
    const std::string open = "<table><tr><th>a<td>";
    std::vector<std::string> said;
    EXPECT_EQ(table(times(3, open) + "x" + times(3, "</table>")), "{ | !a, { | !a, { | !a, x}}}");
    (void)table(times(4, open) + "x" + times(4, "</table>") + "y", &said);
    EXPECT_THAT(said, Each(HasSubstr("tables nested deeper than the limit of 3")));
    EXPECT_THAT(said, SizeIs(1));
    (void)table(times(10'000, open), &said);
    EXPECT_THAT(said, SizeIs(1));
}

} // namespace
} // namespace sidetal::input::testing
