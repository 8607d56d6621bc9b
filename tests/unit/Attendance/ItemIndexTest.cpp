#include "Attendance/ItemIndex.h"

#include "Model/ItemNumbers.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>

namespace sidetal {
namespace {

/// Items 1 to 9, of which 4 has 4.a and 4.b; then, a closed one in a group of its own, and one
/// without number.
MeetingPaper paperOf() {
    MeetingPaper out;
    out.numbering.subItems = Numbering::SubItems::Letters;
    out.groups.resize(2);
    out.groups[0].items.resize(9);
    out.groups[0].items[3].items.resize(2);
    for (const char* number : {"A-1", "A-2", ""}) {
        out.groups[1].items.emplace_back().number = number;
    }
    out.groups[1].items[1].access = Access::Closed;
    return out;
}

/// "[3,4) [9,11) ?12 <7-5" of what a text names.
std::string shown(const NamedItems& named) {
    std::string out;
    for (const ItemRange& range : named.ranges) {
        out += fmt::format("[{},{}) ", range.from, range.to);
    }
    for (const std::string& number : named.unknown) {
        out += "?" + number + " ";
    }
    for (const std::string& range : named.backwards) {
        out += "<" + range + " ";
    }
    return out.empty() ? out : out.substr(0, out.size() - 1);
}

struct IndexFixture {
    MeetingPaper paper = paperOf();
    std::vector<std::string> numbers = printedNumbers(paper);
    ItemIndex index{paper, numbers};
};

TEST(ItemIndex, FindsWhatATextNames) {
    const IndexFixture f;
    const std::vector<std::pair<const char*, const char*>> rows = {
        {"", ""},
        {"1", "[0,1)"},
        {" 1. ", "[0,1)"},
        {"4", "[3,6)"},
        {"4.a", "[4,5)"},
        {"4.b)", "[5,6)"},
        {"punkt 5", "[6,7)"},
        {"Pkt. 5", "[6,7)"},
        {"items 5 and 6", "[6,7) [7,8)"},
        {"2-4", "[1,6)"},
        {"2–4", "[1,6)"},
        {"2 til 4", "[1,6)"},
        {"2 to 4", "[1,6)"},
        {"1, 3 og 5-7", "[0,1) [2,3) [6,9)"},
        {"1;3&5", "[0,1) [2,3) [6,7)"},
        {"A-1", "[11,12)"},
        {"A-1-A-2", "[11,13)"},
        {"9-A-2", "[10,13)"},
        {"12", "?12"},
        {"3-12", "?12"},
        {"x-y", "?x ?y"},
        {"7-5", "<7-5"},
        {"5-", "?5-"},
        {"-", "?-"},
        {",, og ,", "?,, og ,"},
        {"punkt", "?punkt"},
        {".", "?."},
        {"4-4.b", "[3,6)"},
    };
    for (const auto& [text, expected] : rows) {
        EXPECT_EQ(shown(f.index.parse(text)), expected) << text;
    }
}

TEST(ItemIndex, NamesRangesAsReadersDo) {
    const IndexFixture f;
    const auto named = [&](ItemRange range) {
        std::string out;
        for (const auto& [from, to] : f.index.named(range, 100)) {
            out += fmt::format("{}{}{} ", from, to.empty() ? "" : "-", to);
        }
        return out;
    };
    EXPECT_EQ(named({0, 11}), "1-9 ");
    EXPECT_EQ(named({0, 14}), "1-9 A-1 A-2 ");
    EXPECT_EQ(named({0, 5}), "1-3 4.a ") << "not all of 4";
    EXPECT_EQ(named({4, 6}), "4.a 4.b ");
    EXPECT_EQ(named({4, 8}), "4.a 4.b 5 6 ");
    EXPECT_EQ(named({13, 14}), "");
    EXPECT_EQ(named({3, 3}), "");
    EXPECT_EQ(f.index.lastNumber({0, 14}), "A-2");
    EXPECT_EQ(f.index.named({0, 14}, 1).size(), 1u);
}

TEST(ItemIndex, TellsPathsParentsAndWhatIsClosed) {
    const IndexFixture f;
    EXPECT_EQ(f.index.path(5), "groups[0].items[3].items[1]");
    EXPECT_EQ(f.index.path(12), "groups[1].items[1]");
    EXPECT_EQ(f.index.parent(5), std::optional<std::size_t>(3));
    EXPECT_EQ(f.index.parent(3), std::nullopt);
    EXPECT_TRUE(f.index.closed(12));
    EXPECT_FALSE(f.index.closed(11));
    EXPECT_EQ(f.index.nearest("40"), "9");
    EXPECT_EQ(f.index.nearest("B-1"), "A-1");
    EXPECT_EQ(f.index.nearest("something else"), "");
}

TEST(ItemIndex, TakesAnyText) {
    const IndexFixture f;
    constexpr std::string_view kPieces[] = {"1",     "4.a", "A-1", "-",     "–",  ",",        " og ", " ",
                                            " til ", "&",   ";",   "pkt. ", "99", "\xC3\xB8", "."};
    std::mt19937_64 dice(1);
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (std::uint64_t pieces = dice() % 9; pieces > 0; --pieces) {
            text += kPieces[dice() % std::size(kPieces)];
        }
        const NamedItems named = f.index.parse(text);
        for (const ItemRange& range : named.ranges) {
            EXPECT_LT(range.from, range.to) << text;
            EXPECT_LE(range.to, f.index.size()) << text;
        }
        EXPECT_EQ(named.last.has_value(), !named.ranges.empty()) << text;
        EXPECT_EQ(shown(named).empty(), text.find_first_not_of(' ') == std::string::npos) << text;
        for (const std::string& number : named.unknown) {
            EXPECT_FALSE(number.empty()) << text;
        }
    }
}

} // namespace
} // namespace sidetal
