// The two original documents were typeset once; their lines, written down from the prints, must come out
// again.
#include "unit/Text/TestFonts.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace sidetal {
namespace {

struct Column {
    std::string name;
    std::vector<std::string>
        paragraphs; ///< " | " stands where a line breaks, " // " where its author broke it
};

/// Reads lines/FILE: "# column: NAME" begins a column, each line below is a paragraph.
std::vector<Column> readColumns(const std::string& file) {
    std::ifstream in(std::string(SIDETAL_SOURCE_DIR) + "/tests/unit/Text/lines/" + file);
    std::vector<Column> columns;
    for (std::string line; std::getline(in, line);) {
        constexpr std::string_view kColumn = "# column: ";
        if (line.starts_with(kColumn)) {
            columns.push_back({line.substr(kColumn.size()), {}});
        } else if (!line.empty() && !line.starts_with('#')) {
            columns.back().paragraphs.push_back(line);
        }
    }
    return columns;
}

std::string replaced(std::string_view text, std::string_view what, std::string_view with) {
    std::string result;
    for (auto at = text.find(what); at != text.npos; at = text.find(what)) {
        result.append(text.substr(0, at)).append(with);
        text.remove_prefix(at + what.size());
    }
    return result.append(text);
}

/// Breaks every paragraph of a column, expects its lines, and counts them.
std::size_t checkColumn(const Column& column, const std::string& family, std::int32_t measure) {
    test::Setter setter({.family = family});
    std::size_t lines = 0;
    for (const std::string& paragraph : column.paragraphs) {
        const std::string text = replaced(replaced(paragraph, " | ", " "), " // ", "\n");
        std::string found;
        for (const std::string& line : setter.lines(text, {.measure = measure})) {
            found += found.empty() ? "" : "| ";
            found += line;
        }
        EXPECT_EQ(found, replaced(paragraph, " // ", " | ")) << column.name;
        lines += setter.found.size();
    }
    return lines;
}

TEST(GoldenLines, AgendaAt12CentimetresOfDejaVuSans9) {
    const auto columns = readColumns("agenda.txt");
    ASSERT_EQ(columns.size(), 1u);
    constexpr std::int32_t kTwelveCentimetres = 37795; // 340.157 pt of 9 pt, thousandths of an em
    EXPECT_EQ(checkColumn(columns.front(), "DejaVu Sans", kTwelveCentimetres), 20u);
}

TEST(GoldenLines, MatrixAtItsColumnsOfCarlito) {
    const std::vector<std::pair<std::string, std::int32_t>> measures{
        {"theme", 15075}, {"goal", 22200}, {"initiative", 36200}, {"partners", 34650}};
    const auto columns = readColumns("goal-matrix.txt");
    ASSERT_EQ(columns.size(), measures.size());
    std::size_t lines = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        ASSERT_EQ(columns[i].name, measures[i].first);
        lines += checkColumn(columns[i], "Carlito", measures[i].second);
    }
    EXPECT_EQ(lines, 120u);
}

} // namespace
} // namespace sidetal
