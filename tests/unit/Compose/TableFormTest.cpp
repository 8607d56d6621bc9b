#include "Compose/TableForm.h"
#include "Compose/TableHeaders.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace sidetal::test {

namespace {

/// A cell of a section from a word: "th" and "td" with spans ("th 2x1", rows by columns), "-" an empty td,
/// "row", "column" headers with a scope.
GivenCell cellOf(std::string_view word) {
    GivenCell out;
    const std::size_t blank = word.find(' ');
    const std::string_view kind = word.substr(0, blank);
    out.header = kind != "td" && kind != "-";
    out.empty = kind == "-" || kind == "th-";
    out.scope = kind == "row" ? Scope::Row : kind == "column" ? Scope::Column : Scope::None;
    if (blank != std::string_view::npos) {
        const std::string_view spans = word.substr(blank + 1);
        out.rowSpan = static_cast<std::uint32_t>(spans[0] - '0');
        out.colSpan = static_cast<std::uint32_t>(spans[2] - '0');
    }
    return out;
}

using Rows = std::vector<std::vector<const char*>>;

GivenSection section(Role role, const Rows& rows) {
    GivenSection out;
    out.role = role;
    for (const auto& row : rows) {
        std::vector<GivenCell>& cells = out.rows.emplace_back();
        for (const char* word : row) {
            cells.push_back(cellOf(word));
        }
    }
    return out;
}

/// The slots of a form, a row a line: each cell by a letter where it begins, "." where it goes on; fillers
/// "+".
std::string slots(const TableForm& form) {
    std::string out;
    for (std::uint32_t row = 0; row < form.rows(); ++row) {
        for (std::uint32_t column = 0; column < form.columns(); ++column) {
            const std::uint32_t index = form.at(row, column);
            const PlacedCell& cell = form.cells()[index];
            const bool begins = cell.row == row && cell.column == column;
            out += !begins ? '.' : cell.filler() ? '+' : static_cast<char>('a' + index);
        }
        out += '\n';
    }
    return out;
}

std::string slots(const std::vector<GivenSection>& sections) {
    return slots(TableForm(sections));
}

/// What each cell's headers are, by letters: "c: a b", those without left out; then the scopes.
std::string headers(const std::vector<GivenSection>& sections) {
    TableForm form(sections);
    const HeaderPairs pairs = headersOf(form);
    std::string out;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (i == 0 || pairs[i].first != pairs[i - 1].first) {
            out += fmt::format("{}{}:", i == 0 ? "" : " | ", static_cast<char>('a' + pairs[i].first));
        }
        out += fmt::format(" {}", static_cast<char>('a' + pairs[i].second));
    }
    out += " /";
    for (std::size_t i = 0; i < form.cells().size(); ++i) {
        if (form.cells()[i].header) {
            out += fmt::format(" {}{}", static_cast<char>('a' + i),
                               form.cells()[i].scope == Scope::Column ? "c"
                               : form.cells()[i].scope == Scope::Row  ? "r"
                                                                      : "?");
        }
    }
    return out;
}

std::string bodyHeaders(const Rows& rows) {
    return headers({section(Role::TBody, rows)});
}

std::vector<GivenSection> randomSections(std::mt19937& engine) {
    const auto dice = [&](unsigned most) { return static_cast<std::uint32_t>(engine() % (most + 1)); };
    std::vector<GivenSection> out;
    for (const Role role : {Role::THead, Role::TBody, Role::TBody, Role::TFoot}) {
        if (dice(2) == 0) {
            continue;
        }
        GivenSection& section = out.emplace_back();
        section.role = role;
        for (std::uint32_t rows = dice(5); rows > 0; --rows) {
            auto& row = section.rows.emplace_back();
            for (std::uint32_t cells = dice(5); cells > 0; --cells) {
                GivenCell& cell = row.emplace_back();
                cell.rowSpan = dice(3) == 0 ? dice(4) : 1;
                cell.colSpan = dice(3) == 0 ? dice(4) : 1;
                cell.header = dice(2) == 0;
                cell.empty = dice(4) == 0;
                cell.scope = dice(5) == 0 ? Scope::Row : dice(5) == 0 ? Scope::Column : Scope::None;
            }
        }
    }
    return out;
}

/// A cell's headers as HTML finds them, scanned from the cell (4.9.12.2), of sections without empty cells.
std::vector<std::uint32_t> scanned(const TableForm& form, std::uint32_t principal) {
    const auto cells = form.cells();
    std::vector<std::uint32_t> found;
    const auto scan = [&](std::int64_t x, std::int64_t y, int dx, int dy) {
        std::vector<std::uint32_t> opaque;
        std::vector<std::uint32_t> block;
        bool inBlock = cells[principal].header;
        if (inBlock) {
            block.push_back(principal);
        }
        while (true) {
            x += dx;
            y += dy;
            if (x < 0 || y < 0) {
                return;
            }
            const std::uint32_t at = form.at(static_cast<std::uint32_t>(y), static_cast<std::uint32_t>(x));
            const PlacedCell& cell = cells[at];
            if (cell.filler() && !cell.header) {
                continue;
            }
            if (!cell.header) {
                if (inBlock) {
                    inBlock = false;
                    opaque.insert(opaque.end(), block.begin(), block.end());
                    block.clear();
                }
                continue;
            }
            inBlock = true;
            block.push_back(at);
            bool blocked = cell.scope != (dx == 0 ? Scope::Column : Scope::Row);
            for (const std::uint32_t other : opaque) {
                const PlacedCell& hides = cells[other];
                blocked = blocked || (dx == 0 ? hides.column == cell.column && hides.colSpan == cell.colSpan
                                              : hides.row == cell.row && hides.rowSpan == cell.rowSpan);
            }
            if (!blocked) {
                found.push_back(at);
            }
        }
    };
    const PlacedCell& cell = cells[principal];
    for (std::uint32_t row = cell.row; row < cell.endRow(); ++row) {
        scan(cell.column, row, -1, 0);
    }
    for (std::uint32_t column = cell.column; column < cell.endColumn(); ++column) {
        scan(column, cell.row, 0, -1);
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::erase(found, principal);
    return found;
}

} // namespace

TEST(TableForm, cellsStandInTheFirstSlotsThatAreFree) {
    EXPECT_EQ(slots({section(Role::TBody, {{"td 2x1", "td", "td"}, {"td 1x2"}, {"td", "td", "td"}})}),
              "abc\n"
              ".d.\n"
              "efg\n");
}

TEST(TableForm, shortRowsEndWithEmptyCells) {
    EXPECT_EQ(
        slots({section(Role::THead, {{"th"}}), section(Role::TBody, {{"td", "td"}, {"td", "td", "td"}})}),
        "a++\n"
        "de+\n"
        "ghi\n");
}

TEST(TableForm, spansEndWithTheirSectionAndBeforeOtherCells) {
    const std::vector<GivenSection> sections = {
        section(Role::THead, {{"th 4x1", "th"}}),
        section(Role::TBody, {{"td", "td 2x1"}, {"td 1x3"}, {"td 0x2"}, {"td"}})};
    EXPECT_EQ(slots(sections), "ab+\n"
                               "de+\n"
                               "g.+\n"
                               "i.+\n"
                               "..k\n");
    EXPECT_TRUE(TableForm(sections).cut());
}

TEST(TableForm, rowsInWhichNoCellBeginsAreLeftOut) {
    const std::vector<GivenSection> sections = {
        section(Role::TBody, {{"td 3x1", "td 2x1"}, {}, {"td"}, {}, {"td", "td"}})};
    EXPECT_EQ(slots(sections), "ab\n"
                               ".c\n"
                               "de\n");
}

TEST(TableForm, sectionsStandInTheirOrderAndThereIsAlwaysABody) {
    const auto roles = [](const std::vector<GivenSection>& sections) {
        std::string out;
        const TableForm form(sections);
        for (const TableForm::Section& each : form.sections()) {
            out += fmt::format("{} {}-{} ", roleName(each.role), each.firstRow, each.endRow);
        }
        return out + fmt::format("head {}", form.headRows());
    };
    const Rows row = {{"td"}};
    EXPECT_EQ(roles({section(Role::TFoot, row), section(Role::THead, row), section(Role::TBody, row),
                     section(Role::TBody, row)}),
              "THead 0-1 TBody 1-2 TBody 2-3 TFoot 3-4 head 1");
    EXPECT_EQ(roles({section(Role::TFoot, row), section(Role::THead, row), section(Role::TBody, {})}),
              "THead 0-1 TBody 1-2 head 1");
    EXPECT_EQ(roles({section(Role::THead, row)}), "TBody 0-1 head 0");
    EXPECT_EQ(roles({section(Role::TBody, {})}), "head 0");
}

TEST(TableHeaders, columnsAndRows) {
    EXPECT_EQ(
        headers({section(Role::THead, {{"th", "th"}}), section(Role::TBody, {{"th", "td"}, {"th", "td"}})}),
        "c: a | d: b c | e: a | f: b e / ac bc cr er");
    EXPECT_EQ(bodyHeaders({{"-", "th"}, {"th", "td"}}), "d: b c / ac bc cr") << "a corner";
}

TEST(TableHeaders, headersOverHeaders) {
    EXPECT_EQ(headers({section(Role::THead, {{"th 2x1", "th 1x2"}, {"th", "th"}}),
                       section(Role::TBody, {{"th", "td", "td"}})}),
              "c: b | d: b | e: a | f: b c e | g: b d e / ac bc cc dc er");
}

TEST(TableHeaders, aHeaderOverColumnsEndsWhereTheNextOneBegins) {
    EXPECT_EQ(bodyHeaders({{"th", "th"}, {"th 1x2"}, {"td", "td"}, {"th 1x2"}, {"td", "td"}}),
              "c: a b | d: a c | e: b c | f: a b | g: a f | h: b f / ac bc cc fc");
}

TEST(TableHeaders, rowsUnderOneHeader) {
    EXPECT_EQ(bodyHeaders({{"th", "th", "th"}, {"row 2x1", "row", "td"}, {"row", "td"}}),
              "d: a | e: b d | f: c d e | g: b d | h: c d g / ac bc cc dr er gr");
}

TEST(TableHeaders, theFirstRowIsTheHeaderWhereACellWouldHaveNone) {
    EXPECT_EQ(bodyHeaders({{"td", "td"}, {"th", "td"}}), "c: a | d: b c / ac bc cr");
    EXPECT_EQ(bodyHeaders({{"td", "td"}, {"td", "td"}}), "c: a | d: b / ac bc");
}

TEST(TableHeaders, randomTablesAreRegularAndAsHtmlHasThem) {
    std::mt19937 engine(1);
    int promotedTables = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::vector<GivenSection> sections = randomSections(engine);
        TableForm form(sections);
        std::size_t given = 0;
        for (const GivenSection& each : sections) {
            for (const auto& row : each.rows) {
                given += row.size();
            }
        }
        std::size_t own = 0;
        std::vector<int> covered(std::size_t{form.rows()} * form.columns());
        for (const PlacedCell& cell : form.cells()) {
            own += cell.filler() ? 0 : 1;
            for (std::uint32_t row = cell.row; row < cell.endRow(); ++row) {
                for (std::uint32_t column = cell.column; column < cell.endColumn(); ++column) {
                    ++covered.at(std::size_t{row} * form.columns() + column);
                }
            }
        }
        ASSERT_EQ(own, given) << "table " << i << ": a cell is lost";
        ASSERT_TRUE(std::ranges::all_of(covered, [](int n) { return n == 1; })) << "table " << i;

        bool promoted = false;
        const HeaderPairs pairs = headersOf(form, &promoted);
        promotedTables += promoted;
        std::vector<std::vector<std::uint32_t>> found(form.cells().size());
        for (const auto& [cell, header] : pairs) {
            ASSERT_TRUE(form.cells()[header].header) << "table " << i;
            ASSERT_NE(form.cells()[header].scope, Scope::None) << "table " << i;
            found[cell].push_back(header);
        }
        for (std::uint32_t cell = 0; cell < found.size(); ++cell) {
            ASSERT_TRUE(form.cells()[cell].header || !found[cell].empty())
                << "table " << i << ", cell " << cell;
            std::vector<std::uint32_t> expected = scanned(form, cell);
            const auto shown = [&](std::uint32_t each) { return !form.cells()[each].empty; };
            if (std::ranges::any_of(expected, shown) || form.cells()[cell].header) {
                std::erase_if(expected, [&](std::uint32_t each) { return !shown(each); });
            }
            std::ranges::sort(found[cell]);
            if (!expected.empty() || form.cells()[cell].header) {
                ASSERT_EQ(found[cell], expected) << "table " << i << ", cell " << cell << "\n" << slots(form);
            }
        }
    }
    EXPECT_GT(promotedTables, 100);
}

TEST(TableHeaders, nodesAreAddedInReadingOrderWithTheirAttributes) {
    StructTree tree;
    const NodeId table = tree.add(NodeId::Root, Role::Table);
    TableForm form(
        std::vector{section(Role::THead, {{"th", "th"}}), section(Role::TBody, {{"th 2x1", "td"}, {"td"}})});
    addTableNodes(tree, table, form, [&](const TableForm::Section& in, const PlacedCell& cell) {
        if (in.role == Role::TBody && !cell.header) {
            tree.add(cell.node, Role::P);
        }
    });
    std::string out;
    for (std::uint32_t i = 1; i < tree.size(); ++i) {
        const StructNode& node = tree.node(NodeId{i});
        out += roleName(node.role);
        out += node.rowSpan > 1 ? fmt::format("({})", node.rowSpan) : "";
        for (std::uint32_t k = 0; k < node.headerCount; ++k) {
            out += fmt::format("^{}", index(tree.headerOf(node, k)));
        }
        out += ' ';
    }
    EXPECT_EQ(out, "Table THead TR TH TH TBody TR TH(2)^4 TD^5^8 P TR TD^5^8 P ");
}

// A table of headers alone, and one of many rows: time goes with the slots.
TEST(TableHeaders, manyRowsHaveFewHeadersEach) {
    GivenSection body;
    for (int row = 0; row < 5'000; ++row) {
        body.rows.emplace_back(20, cellOf(row % 7 == 0 ? "th" : "td"));
    }
    TableForm form(std::span(&body, 1));
    EXPECT_LE(headersOf(form).size(), form.cells().size() * 2);
    for (auto& row : body.rows) {
        std::ranges::fill(row, cellOf("th"));
    }
    TableForm all(std::span(&body, 1));
    EXPECT_LE(headersOf(all).size(), all.cells().size() * 16);
}

} // namespace sidetal::test
