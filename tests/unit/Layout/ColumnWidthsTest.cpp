#include "Layout/ColumnWidths.h"

#include "layout/Random.h"
#include "unit/Layout/LayoutFixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace sidetal::test {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr ColumnWidth kAuto = ColumnWidth::content();

constexpr ColumnWidth fr(std::int64_t thousandths) {
    return ColumnWidth::share(thousandths);
}

WidthRange range(std::int64_t least, std::int64_t widest) {
    return {Length::points(least), Length::points(widest)};
}

/// The columns' widths in points, of columns that fit.
std::vector<double> resolved(const std::vector<ColumnWidth>& columns, const std::vector<WidthRange>& needs,
                             std::int64_t measure) {
    std::vector<Length> widths;
    EXPECT_FALSE(resolveColumns(columns, needs, Length::points(measure), widths));
    std::vector<double> out;
    for (const Length width : widths) {
        out.push_back(static_cast<double>(width.milli()) / 1000);
    }
    return out;
}

struct RandomTable {
    std::vector<ColumnWidth> columns;
    std::vector<CellNeed> cells;
    Length measure;
};

RandomTable randomTable(Dice& dice) {
    RandomTable out;
    const std::uint32_t count = dice.between(1, 6);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t kind = dice.between(1, 3);
        out.columns.push_back(kind == 1   ? ColumnWidth(Length::milli(dice.between(1, 90'000)))
                              : kind == 2 ? fr(dice.between(1, 5'000))
                                          : kAuto);
    }
    for (std::uint32_t i = dice.between(0, 12); i > 0; --i) {
        const std::uint32_t column = dice.between(0, count - 1);
        const Length least = Length::milli(dice.between(0, 60'000));
        const Length more = dice.once(3) ? Length() : Length::milli(dice.between(0, 300'000));
        const std::uint32_t span = dice.once(2) ? 1 : dice.between(1, count - column);
        out.cells.push_back({column, span, {least, least + more}});
    }
    out.measure = Length::milli(dice.between(1, 900'000));
    return out;
}

/// What of the definition does not hold of a table's resolved columns; empty: all of it does.
std::string faultOf(const RandomTable& table) {
    const auto needs = columnNeeds(table.columns, table.cells);
    std::vector<Length> widths;
    const auto shortage = resolveColumns(table.columns, needs, table.measure, widths);
    Length least;
    Length sum;
    bool fixed = true;
    for (std::size_t i = 0; i < needs.size(); ++i) {
        least += needs[i].least;
        sum += widths[i];
        fixed = fixed && table.columns[i].isFixed();
    }
    if (fixed) {
        return shortage || sum != least ? "fixed columns are not as they were" : "";
    }
    if (shortage) {
        return shortage->lacking == least - table.measure && shortage->lacking > Length() &&
                       !table.columns[shortage->column].isFixed()
                   ? ""
                   : "a shortage where there is none, or another";
    }
    if (least > table.measure || sum != table.measure) {
        return "the columns are not as wide as the measure";
    }
    bool wraps = false;   // a fitted column does
    bool roomy = false;   // one has more than it needs
    bool sharing = false; // a share has more than its least width
    bool shares = false;
    for (std::size_t i = 0; i < needs.size(); ++i) {
        const ColumnWidth column = table.columns[i];
        if (column.isFixed() ? widths[i] != column.length() : widths[i] < needs[i].least) {
            return "a column under its least width, or a fixed one changed";
        }
        if (column == kAuto) {
            wraps = wraps || widths[i] < needs[i].widest;
            roomy = roomy || widths[i] > needs[i].widest;
        } else if (!column.isFixed()) {
            shares = true;
            sharing = sharing || widths[i] > needs[i].least;
        }
    }
    if (wraps && (roomy || sharing)) {
        return "a column is wider than needed while another one wraps";
    }
    if (roomy && shares) {
        return "a fitted column has what shares are for";
    }
    for (std::size_t more = 0; more < needs.size(); ++more) {
        for (std::size_t less = 0; less < needs.size(); ++less) { // but for their rounding
            const std::int64_t a = table.columns[more].thousandths();
            const std::int64_t b = table.columns[less].thousandths();
            if (a > 0 && b > 0 && widths[more] > needs[more].least &&
                (widths[less].milli() + 1) * a < (widths[more].milli() - 1) * b) {
                return "a share is less than another one";
            }
        }
    }
    for (const CellNeed& cell : table.cells) {
        Length width;
        bool widens = false;
        for (std::uint32_t i = cell.column; i < cell.column + cell.colSpan; ++i) {
            width += widths[i];
            widens = widens || !table.columns[i].isFixed();
        }
        if (widens && width < cell.width.least) {
            return "a cell under its least width";
        }
    }
    return "";
}

} // namespace

TEST(ColumnWidths, fixedColumnsAreAsTheyAreWhateverTheMeasure) {
    EXPECT_THAT(resolved({Length::points(30), Length::points(50)}, {range(30, 30), range(50, 50)}, 10),
                ElementsAre(30, 50));
}

TEST(ColumnWidths, fittedColumnsStandBetweenTheirLeastAndWidestWidth) {
    EXPECT_THAT(resolved({kAuto, kAuto}, {range(10, 20), range(30, 70)}, 40), ElementsAre(10, 30));
    EXPECT_THAT(resolved({kAuto, kAuto}, {range(10, 20), range(30, 70)}, 65), ElementsAre(15, 50));
    EXPECT_THAT(resolved({kAuto, kAuto}, {range(10, 20), range(30, 70)}, 90), ElementsAre(20, 70));
    EXPECT_THAT(resolved({kAuto, kAuto}, {range(10, 20), range(30, 80)}, 150), ElementsAre(30, 120));
}

TEST(ColumnWidths, sharesDivideWhatIsLeft) {
    EXPECT_THAT(resolved({Length::points(40), kAuto, fr(2000), fr(500)},
                         {range(40, 40), range(10, 60), range(10, 90), range(10, 90)}, 200),
                ElementsAre(40, 60, 80, 20));
    EXPECT_THAT(resolved({fr(1000), fr(1000), fr(2000)}, {range(50, 50), range(0, 0), range(0, 0)}, 110),
                ElementsAre(50, 20, 40))
        << "one needs more than its share";
}

TEST(ColumnWidths, cellsOfSeveralColumnsWidenThoseThatAreNoLengths) {
    const auto least = [](const std::vector<ColumnWidth>& columns, std::vector<CellNeed> cells) {
        std::vector<std::int64_t> out;
        for (const WidthRange& need : columnNeeds(columns, std::move(cells))) {
            out.push_back(need.least.milli() / 1000);
        }
        return out;
    };
    EXPECT_THAT(least({kAuto, Length::points(20), kAuto}, {{0, 3, range(100, 100)}, {2, 1, range(20, 20)}}),
                ElementsAre(30, 20, 50));
    EXPECT_THAT(least({kAuto, fr(1000)}, {{0, 2, range(90, 90)}, {0, 1, range(20, 20)}}),
                ElementsAre(20, 70));
    EXPECT_THAT(least({Length::points(20), kAuto}, {{0, 1, range(90, 90)}, {1, 4, range(80, 80)}}),
                ElementsAre(20, 0))
        << "fixed, and past the table's end";
}

TEST(ColumnWidths, tooLittleRoomIsToldOfTheWidestThatIsNoLength) {
    std::vector<Length> widths;
    const std::vector<ColumnWidth> columns = {Length::points(100), kAuto, fr(1000)};
    const std::vector<WidthRange> needs = {range(100, 100), range(20, 80), range(40, 50)};
    EXPECT_FALSE(resolveColumns(columns, needs, Length::points(160), widths));
    const auto shortage = resolveColumns(columns, needs, Length::milli(159'999), widths);
    ASSERT_TRUE(shortage);
    EXPECT_EQ(shortage->column, 2u);
    EXPECT_EQ(shortage->least, Length::points(40));
    EXPECT_EQ(shortage->lacking, Length::milli(1));
}

TEST(ColumnWidths, randomTablesAreAsDefined) {
    int fitting = 0;
    for (std::uint64_t seed = 1; seed <= 20'000; ++seed) {
        Dice dice(seed);
        const RandomTable table = randomTable(dice);
        ASSERT_EQ(faultOf(table), "") << "seed " << seed;
        std::vector<Length> widths;
        const auto needs = columnNeeds(table.columns, table.cells);
        fitting += !resolveColumns(table.columns, needs, table.measure, widths);
    }
    EXPECT_GT(fitting, 5'000) << "the examples are to be of both kinds";
    EXPECT_LT(fitting, 19'000);
}

TEST(ColumnWidths, aFittedColumnSetsItsTextOnOneLineAndNoWider) {
    Setting setting;
    DocumentBuilder builder; // 200 pt wide
    Table table = builder.spanTable("Sundhed", {"ord", "et længere ord"});
    table.columns = {kAuto, fr(1000)};
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(messages(laid.diagnostics), "");
    const std::string page = printPage(laid.pages, 1, setting);
    EXPECT_THAT(page, HasSubstr("'Sundhed'"));
    EXPECT_THAT(page, HasSubstr("line 220,30 220,42\n")) << "the table is as wide as its measure: " << page;

    // At its own width it stands on one line; any less breaks a word.
    Paragraph words = builder.paragraph("to ord");
    MeasuredTexts texts;
    Diagnostics diagnostics;
    DocumentBuilder other;
    Measurer measurer(other.document, setting.breaker, texts, diagnostics);
    for (const char* text : {"Kommunalbestyrelsen", "skole og fritid", "a\nlængere linje\nb", "sund\u00ADhed",
                             "1.000 kr."}) {
        words = other.paragraph(text);
        const WidthRange widths = measurer.widthsOf(words);
        const auto linesAt = [&](Length width) {
            return texts[measurer.measure(words, width)].lineCount;
        };
        const std::uint32_t unbroken = linesAt(Length::points(1000));
        EXPECT_EQ(linesAt(widths.widest), unbroken) << text;
        (void)linesAt(widths.least);
        EXPECT_THAT(diagnostics.all(), IsEmpty()) << text << ": no word is broken";
        (void)linesAt(widths.least - Length::milli(11));
        EXPECT_THAT(diagnostics.all(), Not(IsEmpty())) << text << ": a word is broken";
        EXPECT_GT(linesAt(widths.widest - Length::milli(11)), unbroken) << text;
        diagnostics = Diagnostics();
    }
}

TEST(ColumnWidths, wordsThatFindNoRoomAreToldWithTheirColumn) {
    Setting setting;
    DocumentBuilder builder;
    Table table = builder.spanTable("Sundhed", {"ord", "Kommunalbestyrelsesmødet"});
    table.columns = {Length::points(150), kAuto};
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(laid.pages.count, 0u);
    EXPECT_THAT(messages(laid.diagnostics),
                testing::MatchesRegex("prøve.json:9:1: error: the table's columns need [0-9.]+ pt more than the "
                                      "200 pt that it has; column 2, 'Mål', is at least [0-9.]+ pt wide for its "
                                      "longest word \\[SID-L008\\]\n"));
}

} // namespace sidetal::test
