#include "Layout/ColumnWidths.h"
#include "Layout/ContentWidths.h"

#include "layout/Random.h"
#include "unit/Layout/LayoutFixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

// Automatic widths (Table::automaticWidths): what texts' tables have.

namespace sidetal::test {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr ColumnWidth kFitted = ColumnWidth::content();

WidthRange needOf(std::int64_t broken, std::int64_t least, std::int64_t widest) {
    return {Length::points(least), Length::points(widest), Length::points(broken)};
}

std::vector<double> widthsOf(const std::vector<ColumnWidth>& columns, const std::vector<WidthRange>& needs,
                             std::int64_t measure) {
    std::vector<Length> widths;
    EXPECT_FALSE(resolveAutomatic(columns, needs, Length::points(measure), widths));
    std::vector<double> out;
    for (const Length width : widths) {
        out.push_back(static_cast<double>(width.milli()) / 1000);
    }
    return out;
}

/// Needs of columns without cells around them.
struct AskingColumns {
    std::vector<ColumnWidth> columns;
    std::vector<WidthRange> needs;
    Length measure;

    [[nodiscard]] Length wish(std::size_t i) const {
        return std::max(needs[i].least, columns[i].wishedOf(measure).value_or(Length()));
    }
    [[nodiscard]] Length widest(std::size_t i) const {
        return columns[i].wishedOf(measure) ? wish(i) : needs[i].widest;
    }
    template <typename Of>
    [[nodiscard]] Length sum(Of&& of) const {
        Length out;
        for (std::size_t i = 0; i < needs.size(); ++i) {
            out += of(i);
        }
        return out;
    }
};

AskingColumns randomColumns(Dice& dice) {
    AskingColumns out;
    for (std::uint32_t i = dice.between(1, 8); i > 0; --i) {
        const std::uint32_t kind = dice.between(1, 6);
        out.columns.push_back(kind == 1   ? ColumnWidth(Length::milli(dice.between(1, 150'000)))
                              : kind == 2 ? ColumnWidth::part(dice.between(1, 600))
                              : kind == 3 ? ColumnWidth::share(dice.between(1, 5'000))
                                          : kFitted);
        WidthRange& need = out.needs.emplace_back();
        need.broken = Length::milli(dice.between(0, 12'000));
        need.least = need.broken + (dice.once(3) ? Length() : Length::milli(dice.between(0, 80'000)));
        need.widest = need.least + (dice.once(3) ? Length() : Length::milli(dice.between(0, 400'000)));
    }
    out.measure = Length::milli(dice.between(1, 700'000));
    return out;
}

/// What of the rules does not hold; empty: all of them do.
std::string faultOf(const AskingColumns& asking) {
    std::vector<Length> widths;
    const auto shortage = resolveAutomatic(asking.columns, asking.needs, asking.measure, widths);
    const Length broken = asking.sum([&](std::size_t i) { return asking.needs[i].broken; });
    const Length least = asking.sum([&](std::size_t i) { return asking.needs[i].least; });
    const Length wished = asking.sum([&](std::size_t i) { return asking.wish(i); });
    if (shortage || broken > asking.measure) {
        return shortage && shortage->lacking == broken - asking.measure &&
                       shortage->least == asking.needs[shortage->column].broken
                   ? ""
                   : "a shortage where there is none, or another";
    }
    const Length sum = asking.sum([&](std::size_t i) { return widths[i]; });
    if (sum > asking.measure) {
        return "wider than the measure";
    }
    bool wraps = false;
    bool sharing = false;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const bool share = asking.columns[i].kind() == ColumnWidth::Kind::Share;
        const bool enough = widths[i] >= (wished <= asking.measure  ? asking.wish(i)
                                          : least <= asking.measure ? asking.needs[i].least
                                                                    : asking.needs[i].broken);
        if (!enough) {
            return "a column under the width that it can have";
        }
        if (!share && widths[i] > asking.widest(i)) {
            return "a column is wider than it asks for";
        }
        wraps = wraps || (!share && widths[i] < asking.widest(i));
        sharing = sharing || share;
    }
    if (least > asking.measure) {
        for (std::size_t i = 0; i < widths.size(); ++i) { // words are broken in the widest columns alone
            for (std::size_t other = 0; other < widths.size(); ++other) {
                if (widths[i] < asking.needs[i].least && widths[other] > widths[i] + Length::milli(1) &&
                    widths[other] > asking.needs[other].broken) {
                    return "words are broken in a column that is narrower than another one";
                }
            }
        }
    }
    if ((wraps || sharing || wished > asking.measure) && sum != asking.measure) {
        return "a column wraps though there is room";
    }
    return "";
}

/// A document of one table of random texts, lists, figures and tables in cells.
class RandomTables {
  public:
    explicit RandomTables(std::uint64_t seed)
        : dice_(seed) {
        builder.document.run().body.height = Length::points(9'000); // one page
    }

    Table table(int depth = 0) {
        Table out;
        out.node = builder.node(Role::Table);
        out.automaticWidths = true;
        const std::uint32_t columns = dice_.between(1, depth > 0 ? 3 : 6);
        for (std::uint32_t i = 0; i < columns; ++i) {
            out.columns.push_back(dice_.once(6)   ? ColumnWidth(Length::points(dice_.between(5, 80)))
                                  : dice_.once(8) ? ColumnWidth::part(dice_.between(50, 500))
                                                  : kFitted);
        }
        out.cellFormats.resize(1);
        out.cellFormats[0].padLeft = out.cellFormats[0].padRight = Length::points(dice_.between(0, 4));
        for (std::uint32_t i = dice_.between(1, 4); i > 0; --i) {
            TableRow& row = out.rows.emplace_back();
            for (std::uint32_t column = 0; column < columns;) {
                TableCell& cell = row.cells.emplace_back();
                cell.column = column;
                cell.colSpan = dice_.once(5) ? dice_.between(1, columns - column) : 1;
                column += cell.colSpan;
                fill(cell, depth);
            }
        }
        return out;
    }

    DocumentBuilder builder;

  private:
    std::string words() {
        static constexpr const char* kWords[] = {"og",       "kr.",   "Sundhed",      "1.250.000", "i",
                                                 "udvalget", "skole", "forebyggelse", "5",         "til"};
        std::string out;
        for (std::uint32_t i = dice_.between(1, dice_.once(4) ? 14 : 3); i > 0; --i) {
            out += (out.empty() ? "" : " ") + std::string(kWords[dice_.between(0, std::size(kWords) - 1)]);
        }
        return out;
    }

    void fill(TableCell& cell, int depth) {
        if (dice_.once(8)) {
            return;
        }
        Block& block = cell.content.emplace_back();
        if (depth < 2 && dice_.once(12)) {
            block.content = table(depth + 1);
        } else if (dice_.once(10)) {
            Figure figure;
            figure.width = Length::points(dice_.between(5, 40));
            figure.height = Length::points(10);
            figure.shown = Drawing();
            block.content = std::move(figure);
        } else if (dice_.once(8)) {
            List list;
            list.labelWidth = Length::points(8);
            ListItem& item = list.items.emplace_back();
            item.label = builder.furniture("•");
            item.body.emplace_back().content = builder.furniture(words());
            block.content = std::move(list);
        } else {
            block.content = builder.furniture(words());
        }
    }

    Dice dice_;
};

/// The most that any of the widths may be over what they stand for by rounding.
constexpr Length kRounding = Length::milli(1);

} // namespace

TEST(AutomaticWidths, aTableIsNoWiderThanItsColumnsAskFor) {
    EXPECT_THAT(widthsOf({kFitted, kFitted}, {needOf(5, 10, 20), needOf(5, 30, 70)}, 400),
                ElementsAre(20, 70));
    EXPECT_THAT(widthsOf({kFitted, kFitted}, {needOf(5, 10, 20), needOf(5, 30, 70)}, 65), ElementsAre(20, 45))
        << "two short words are not parted beside a long text";
    EXPECT_THAT(widthsOf({kFitted, kFitted}, {needOf(5, 10, 110), needOf(5, 30, 330)}, 200),
                ElementsAre(50, 150));
    EXPECT_THAT(widthsOf({kFitted, ColumnWidth::share(1000)}, {needOf(5, 10, 20), needOf(5, 30, 70)}, 400),
                ElementsAre(20, 380));
}

TEST(AutomaticWidths, lengthsAndPartsAreWishes) {
    EXPECT_THAT(widthsOf({Length::points(100), kFitted}, {needOf(5, 10, 20), needOf(5, 30, 70)}, 400),
                ElementsAre(100, 70));
    EXPECT_THAT(widthsOf({Length::points(100), kFitted}, {needOf(5, 120, 150), needOf(5, 30, 70)}, 400),
                ElementsAre(120, 70))
        << "a word is wider";
    EXPECT_THAT(widthsOf({ColumnWidth::part(250), kFitted}, {needOf(5, 10, 20), needOf(5, 30, 700)}, 400),
                ElementsAre(100, 300));
    EXPECT_THAT(widthsOf({ColumnWidth::part(800), ColumnWidth::part(700)},
                         {needOf(5, 10, 20), needOf(5, 30, 70)}, 400),
                ElementsAre(200, 200))
        << "more than there is";
    EXPECT_THAT(widthsOf({Length::points(300), Length::points(40), kFitted},
                         {needOf(5, 10, 20), needOf(5, 10, 20), needOf(5, 60, 70)}, 200),
                ElementsAre(100, 40, 60))
        << "the widest wish gives way first";
}

TEST(AutomaticWidths, wordsAreBrokenInTheColumnsWhoseWordsAreWidest) {
    EXPECT_THAT(widthsOf({kFitted, kFitted, kFitted},
                         {needOf(5, 30, 90), needOf(5, 120, 300), needOf(5, 90, 90)}, 200),
                ElementsAre(30, 85, 85));
}

TEST(AutomaticWidths, lettersThatFindNoRoomAreAShortage) {
    std::vector<Length> widths;
    const auto shortage = resolveAutomatic(std::vector(3, kFitted),
                                           std::vector{needOf(5, 9, 9), needOf(8, 9, 9), needOf(5, 9, 9)},
                                           Length::points(17), widths);
    ASSERT_TRUE(shortage);
    EXPECT_EQ(shortage->column, 1u);
    EXPECT_EQ(shortage->least, Length::points(8));
    EXPECT_EQ(shortage->lacking, Length::points(1));
}

TEST(AutomaticWidths, randomColumnsAreAsDefined) {
    for (std::uint64_t seed = 1; seed <= 20'000; ++seed) {
        Dice dice(seed);
        ASSERT_EQ(faultOf(randomColumns(dice)), "") << "seed " << seed;
    }
}

// The rules of automatic layout, seen on pages of random tables: their words are set by the fonts.
TEST(AutomaticWidths, randomTablesKeepToTheRules) {
    Setting setting;
    int narrower = 0;
    int broken = 0;
    for (std::uint64_t seed = 1; seed <= 1'000; ++seed) {
        RandomTables random(seed);
        Table table = random.table();
        MeasuredTexts texts;
        Diagnostics unheard;
        Measurer measurer(random.builder.document, setting.breaker, texts, unheard);
        AskingColumns asking{table.columns, ContentWidths(measurer).columnsOf(table), Length::points(200)};
        ASSERT_EQ(faultOf(asking), "") << "seed " << seed;
        const Length least = asking.sum([&](std::size_t i) { return asking.needs[i].least; });
        const Length widest = asking.sum([&](std::size_t i) { return asking.widest(i); });
        const NodeId node = table.node;
        random.builder.add(std::move(table));
        const auto laid = layOut(random.builder, setting);
        const std::string told = messages(laid.diagnostics);
        if (least <= asking.measure) {
            ASSERT_EQ(told, "") << "seed " << seed;
        } else {
            ++broken;
            continue;
        }
        const auto box = std::ranges::find(laid.pages.boxes, node, &NodeBox::node);
        ASSERT_NE(box, laid.pages.boxes.end()) << "seed " << seed;
        const Length width = box->box.width;
        ASSERT_LE(width, asking.measure) << "seed " << seed;
        if (width < asking.measure) {
            ++narrower;
            ASSERT_LE(width, widest + kRounding) << "seed " << seed;
            ASSERT_GE(width, widest - kRounding)
                << "seed " << seed << ": a column wraps though there is room";
        }
    }
    EXPECT_GT(narrower, 100) << "the examples are to be of all kinds";
    EXPECT_GT(broken, 50);
}

TEST(AutomaticWidths, aPageShowsANarrowTableInItsOwnWidth) {
    Setting setting;
    DocumentBuilder builder; // 200 pt wide
    Table table = builder.spanTable("Sundhed", {"ord", "to ord"});
    table.columns = {kFitted, kFitted};
    table.automaticWidths = true;
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(messages(laid.diagnostics), "");
    ASSERT_EQ(laid.pages.boxes.size(), 1u);
    EXPECT_LT(laid.pages.boxes[0].box.width, Length::points(90));
}

TEST(AutomaticWidths, wordsAreBrokenBeforeATableIsRefused) {
    Setting setting;
    DocumentBuilder builder;
    Table table = builder.spanTable("Kommunalbestyrelsesmødet", {"ord", "Sundhedsplejerskeordning"});
    table.columns = {kFitted, kFitted};
    table.automaticWidths = true;
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    EXPECT_FALSE(laid.diagnostics.hasErrors());
    EXPECT_THAT(messages(laid.diagnostics), HasSubstr("is wider than its column and was broken [SID-L004]"));
    EXPECT_EQ(laid.pages.boxes.at(0).box.width, Length::points(200));
}

TEST(AutomaticWidths, tooManyColumnsAreToldByTheirShortage) {
    Setting setting;
    DocumentBuilder builder;
    Table table = builder.spanTable("Sundhed", {"ord"});
    table.automaticWidths = true;
    table.header.clear();
    table.rows.resize(1);
    table.rows[0].cells.resize(1);
    table.columns.assign(1, kFitted);
    for (std::uint32_t column = 1; column < 40; ++column) {
        table.columns.push_back(kFitted);
        TableCell cell;
        cell.column = column;
        cell.content.emplace_back().content = builder.paragraph("ord");
        table.rows[0].cells.push_back(std::move(cell));
    }
    table.rows[0].cells[0].rowSpan = 1;
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    EXPECT_THAT(messages(laid.diagnostics),
                testing::MatchesRegex(
                    "prøve.json:9:1: error: the table's columns need [0-9.]+ pt more than the 200 pt "
                    "that it has; column 1 is at least 14 pt wide even with its words broken "
                    "\\[SID-L008\\]\n"));
}

} // namespace sidetal::test
