#include "layout/LayoutDsl.h"
#include "layout/Random.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <tuple>
#include <utility>
#include <vector>

namespace sidetal::test {

namespace {

/// `before` lines of text, a heading, and `count` paragraphs of one line.
std::string headingOverSingleLines(std::uint32_t before, int count, std::int64_t space = 0) {
    MockFlow flow;
    flow.lines("a", before).lines("h", 1).heading();
    for (int i = 1; i <= count; ++i) {
        if (space > 0 && i <= 3) {
            flow.space(space);
        }
        flow.lines(std::to_string(i), 1);
    }
    return flow.complete().pages(100);
}

} // namespace

TEST(Leads, headingTakesTwoSingleLinesWithItAndTheRestBreaks) {
    EXPECT_PAGES(headingOverSingleLines(5, 6), R"(
        1: a 0-50 | h 50-60 | 1 60-70 | 2 70-80 | 3 80-90 | 4 90-100
        2: 5 0-10 | 6 10-20
    )");
    EXPECT_PAGES(headingOverSingleLines(7, 3), R"(
        1: a 0-70 | h 70-80 | 1 80-90 | 2 90-100
        2: 3 0-10
    )");
    EXPECT_PAGES(headingOverSingleLines(8, 3), R"(
        1: a 0-80
        2: h 0-10 | 1 10-20 | 2 20-30 | 3 30-40
    )");
}

TEST(Leads, emptyHeightBetweenChangesNothing) {
    EXPECT_PAGES(headingOverSingleLines(5, 5, 5), R"(
        1: a 0-50 | h 50-60 | 1 65-75 | 2 80-90
        2: 3 0-10 | 4 10-20 | 5 20-30
    )");
    EXPECT_PAGES(headingOverSingleLines(6, 3, 6), R"(
        1: a 0-60
        2: h 0-10 | 1 16-26 | 2 32-42 | 3 48-58
    )");
}

TEST(Leads, singleLineUnderAHeadingGoesWithTheBeginningOfALongerText) {
    const auto flow = [](std::uint32_t before) {
        MockFlow f;
        f.lines("a", before).lines("h", 1).heading().lines("x", 1).lines("p", 6);
        return f.complete().pages(100);
    };
    EXPECT_PAGES(flow(6), R"(
        1: a 0-60 | h 60-70 | x 70-80 | p[0-2) 80-100
        2: p[2-) 0-40
    )");
    EXPECT_PAGES(flow(7), R"(
        1: a 0-70
        2: h 0-10 | x 10-20 | p 20-80
    )");
}

// A chain that is higher than a page is let go, but not between a heading and what stands under it.
TEST(Leads, headingAtTheEndOfALongChainGoesWithItsText) {
    for (const std::int64_t padding : {0, 5}) { // as of a panel
        MockFlow flow;
        flow.solid("k", 60).keepWithNext();
        flow.lines("h", 1).heading();
        if (padding > 0) {
            flow.space(padding);
        }
        flow.lines("x", 1).lines("p", 3);
        EXPECT_PAGES(flow.complete().pages(100), padding == 0 ? R"(
            1: k 0-60
            2: h 0-10 | x 10-20 | p 20-50
        )"
                                                              : R"(
            1: k 0-60
            2: h 0-10 | x 15-25 | p 25-55
        )");
    }
}

TEST(Leads, sectionOfOneLineIsNotKeptWithTheNextHeading) {
    MockFlow flow;
    flow.lines("a", 7).lines("h", 1).heading().lines("x", 1).lines("i", 1).heading().lines("y", 1);
    EXPECT_PAGES(flow.complete().pages(100), R"(
        1: a 0-70 | h 70-80 | x 80-90
        2: i 0-10 | y 10-20
    )");
}

TEST(Leads, whatIsKeptTogetherKeepsNothingAfterIt) {
    MockFlow flow;
    flow.lines("a", 7).lines("1", 1).whole().keepWithNext().lines("2", 1).whole();
    for (int i = 3; i <= 6; ++i) {
        flow.lines(std::to_string(i), 1);
    }
    EXPECT_PAGES(flow.complete().pages(100), R"(
        1: a 0-70 | 1 70-80 | 2 80-90 | 3 90-100
        2: 4 0-10 | 5 10-20 | 6 20-30
    )");
}

TEST(Leads, leadInGoesWithTwoLinesOfItsList) {
    const auto flow = [](std::uint32_t before, std::uint32_t lines) {
        MockFlow f;
        f.lines("a", before).lines("lead", lines).leads();
        f.space(0).lines("1", 1).lines("2", 1).lines("3", 1);
        return f.complete().pages(100);
    };
    EXPECT_PAGES(flow(7, 1), R"(
        1: a 0-70 | lead 70-80 | 1 80-90 | 2 90-100
        2: 3 0-10
    )");
    EXPECT_PAGES(flow(8, 1), R"(
        1: a 0-80
        2: lead 0-10 | 1 10-20 | 2 20-30 | 3 30-40
    )");
    EXPECT_PAGES(flow(4, 5), R"(
        1: a 0-40 | lead[0-3) 40-70
        2: lead[3-) 0-20 | 1 20-30 | 2 30-40 | 3 40-50
    )");
}

namespace {

/// The lines of the only cell of a table that stand on each page, of ten lines each but the first.
std::vector<std::uint32_t> pagesOfCell(std::uint32_t lines, std::vector<KeptLines> kept, std::int64_t first) {
    TableGrid grid({tenths(100)});
    grid.addRow();
    const Stretch stretch{0, lines, {}, tenths(10), {}, nullptr};
    grid.addCell({}, std::span(&stretch, 1), kept);
    EXPECT_FALSE(grid.finish());
    std::vector<std::uint32_t> counts;
    for (const PagePart& part : paginateTable(grid, {}, true, tenths(first * 10), tenths(100))) {
        counts.push_back(part.part.pieces.at(0).to - part.part.pieces.at(0).from);
    }
    return counts;
}

} // namespace

TEST(KeptLinesOfCells, areNotPartedWhereAPageHoldsThem) {
    using Counts = std::vector<std::uint32_t>;
    EXPECT_EQ(pagesOfCell(16, {}, 10), (Counts{10, 6}));
    EXPECT_EQ(pagesOfCell(16, {{8, 11}}, 10), (Counts{8, 8}));
    EXPECT_EQ(pagesOfCell(16, {{7, 10}}, 10), (Counts{10, 6})) << "a break may stand after them";
    EXPECT_EQ(pagesOfCell(16, {{5, 8}, {8, 12}}, 10), (Counts{8, 8})) << "and between two of them";
    EXPECT_EQ(pagesOfCell(22, {{1, 12}}, 10), (Counts{10, 10, 2})) << "what no page holds is parted";
}

TEST(KeptLinesOfCells, aSpanningCellBeginsWithAllThatIsKeptAtItsTop) {
    TableGrid grid({tenths(100), tenths(100)});
    const Stretch six{0, 6, {}, tenths(10), {}, nullptr};
    const Stretch two{0, 2, {}, tenths(10), {}, nullptr};
    const KeptLines kept{0, 4};
    for (int row = 0; row < 3; ++row) {
        grid.addRow();
        GridCell cell;
        if (row == 0) {
            cell.rowSpan = 3;
            grid.addCell(cell, std::span(&six, 1), std::span(&kept, 1));
        }
        cell.rowSpan = 1;
        cell.column = 1;
        grid.addCell(cell, std::span(&two, 1));
    }
    ASSERT_FALSE(grid.finish());
    // The first row of 20 could close a page of 30, but four lines of the span would not stand there.
    const auto parts = paginateTable(grid, {}, true, tenths(30), tenths(50));
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts[0].part.endRow, 2u);
    EXPECT_EQ(parts[0].part.pieces.at(0).to, 4u);
}

namespace {

constexpr std::int64_t kPage = 300;

/// A random flow of texts, headings, lead-ins and empty heights.
MockFlow randomFlow(std::uint64_t seed) {
    Dice dice(seed);
    MockFlow flow;
    std::uint32_t leading = 0; // how many lead one another: a page holds all chains, so that none is let go
    bool spaced = false;
    for (std::uint32_t i = dice.between(1, 60); i > 0; --i) {
        const std::uint32_t kind = dice.between(0, 7);
        if (kind == 0) {
            if (!std::exchange(spaced, true)) {
                flow.space(dice.between(0, 12));
            }
            continue;
        }
        spaced = false;
        if (kind <= 2 && leading < 3) {
            flow.lines("h", dice.between(1, 2)).heading();
            ++leading;
        } else if (kind == 3 && leading < 3) {
            flow.lines("lead", dice.between(1, 6)).leads();
            ++leading;
        } else {
            flow.lines("p", dice.once(2) ? 1 : dice.once(20) ? dice.between(20, 90) : dice.between(2, 9));
            leading = 0;
        }
        flow.gap(dice.between(0, 8), dice.between(0, 8));
    }
    return flow;
}

/// The same pages by a look at every line, as slowly as can be: a page ends at the last place where a break
/// is allowed and what stands before it fits.
class NaivePages {
  public:
    explicit NaivePages(const std::vector<FlowItem>& items) {
        for (const FlowItem& item : items) {
            if (item.kind == FlowItem::Kind::Space) {
                gap(item);
                space_ += item.height;
                continue;
            }
            gap(item);
            texts_.push_back({&item, static_cast<std::uint32_t>(&item - items.data()), space_});
            space_ = {};
        }
    }

    /// Where each page begins: item and line.
    [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> starts() const {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
        std::size_t text = 0;
        std::uint32_t line = 0;
        while (text < texts_.size()) {
            out.emplace_back(texts_[text].index, line);
            const auto end = endOf(text, line);
            if (end == std::pair(text, line)) {
                throw std::logic_error("a chain is higher than a page");
            }
            std::tie(text, line) = end;
        }
        return out;
    }

  private:
    struct Text {
        const FlowItem* item = nullptr;
        std::uint32_t index = 0;
        Length gap; ///< above it
    };

    /// Adds the gap above `item` to what stands between the last text and the next one.
    void gap(const FlowItem& item) {
        space_ += std::max(after_, item.spaceBefore);
        after_ = item.spaceAfter;
    }

    [[nodiscard]] bool mayBreak(std::size_t text, std::uint32_t line) const {
        if (line > 0) {
            const std::uint32_t lines = texts_[text].item->lines;
            return lines >= 4 && line >= 2 && line + 2 <= lines;
        }
        const FlowItem& above = *texts_[text - 1].item;
        const bool secondLine = text >= 2 && texts_[text - 2].item->leads && above.lines == 1 &&
                                !above.heading && !texts_[text].item->heading;
        return !above.leads && !secondLine;
    }

    [[nodiscard]] std::pair<std::size_t, std::uint32_t> endOf(std::size_t text, std::uint32_t line) const {
        std::pair<std::size_t, std::uint32_t> end{text, line};
        Length y;
        for (std::size_t t = text; t < texts_.size(); ++t) {
            y += t > text ? texts_[t].gap : Length();
            for (std::uint32_t l = t == text ? line : 0; l < texts_[t].item->lines; ++l) {
                if ((t > text || l > line) && mayBreak(t, l)) {
                    end = {t, l};
                }
                y += tenths(10);
                if (y > tenths(kPage)) {
                    return end;
                }
            }
        }
        return {texts_.size(), 0};
    }

    std::vector<Text> texts_;
    Length space_; ///< between the last text and the next one
    Length after_; ///< what the last item asks for below it
};

std::optional<std::string> checkLeads(std::uint64_t seed) {
    MockFlow flow = randomFlow(seed);
    const auto expected = NaivePages(flow.items()).starts();
    flow.complete();
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    for (const PageToken& token : paginate(flow.items(), tenths(kPage)).pages) {
        std::uint32_t item = token.item;
        while (item < flow.items().size() && flow.items()[item].kind == FlowItem::Kind::Space) {
            ++item;
        }
        if (item < flow.items().size()) {
            found.emplace_back(item, token.at.at);
        }
    }
    if (found == expected) {
        return std::nullopt;
    }
    const auto differ = std::mismatch(found.begin(), found.end(), expected.begin(), expected.end());
    const auto at = [](auto place, auto end) {
        return place == end ? std::string("nowhere")
                            : fmt::format("item {} line {}", place->first, place->second);
    };
    return fmt::format("page {} begins at {}, expected {}", differ.first - found.begin() + 1,
                       at(differ.first, found.end()), at(differ.second, expected.end()));
}

} // namespace

TEST(LeadsProperty, noLeadStandsAloneAndNoPageIsEmptierThanItMustBe) {
    forRandomCases(0, 1, 20'000, checkLeads);
}

} // namespace sidetal::test
