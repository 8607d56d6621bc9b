#pragma once

#include "Layout/Flow.h"
#include "Layout/TableGrid.h"
#include "Layout/TablePaginator.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal::test {

/// Tenths of a point: the unit of all numbers in these tests, so that 9.8 pt is 98.
[[nodiscard]] constexpr Length tenths(std::int64_t value) {
    return Length::milli(value * 100);
}
[[nodiscard]] constexpr std::int64_t inTenths(Length length) {
    return length.milli() / 100;
}

/// A flow of named mock blocks; each function adds one, the modifiers after it are about the last.
class MockFlow {
  public:
    /// A block that is never broken.
    MockFlow& solid(std::string name, std::int64_t height);
    /// A paragraph of lines that are 10 high.
    MockFlow& lines(std::string name, std::uint32_t count);
    /// A block that can be broken anywhere, by units.
    MockFlow& continuous(std::string name, std::int64_t height);
    /// A table of one column under a header: rows of so many lines, 10 high.
    MockFlow& table(std::string name, std::int64_t header, const std::vector<std::uint32_t>& rows);
    MockFlow& space(std::int64_t height);
    MockFlow& pageBreak();
    MockFlow& beside(std::string name, std::int64_t height);

    MockFlow& gap(std::int64_t before, std::int64_t after);
    MockFlow& keepWithNext();
    MockFlow& endWithNext();
    MockFlow& whole();
    /// A heading over what follows.
    MockFlow& heading();
    /// Leads what follows, as a paragraph that ends in ":" does a list.
    MockFlow& leads();

    /// keepLeads() of all that was added.
    MockFlow& complete();

    /// Where everything stands on pages of `height`, a line a page: "1: a 0-100 | b[0-3) 100-130"; faults
    /// follow, a line each.
    [[nodiscard]] std::string pages(std::int64_t height) const;
    [[nodiscard]] const std::vector<FlowItem>& items() const { return items_; }
    /// The height of a part of an item, told without asking plan().
    [[nodiscard]] Length heightOf(std::uint32_t item, const BreakToken& from, const BreakToken* until) const {
        return heights_[item](from, until);
    }

  private:
    using HeightOf = std::function<Length(const BreakToken& from, const BreakToken* until)>;
    MockFlow& add(std::string name, std::unique_ptr<Fragmenter> block, HeightOf height);
    MockFlow& addGap(FlowItem::Kind kind, Length height);

    std::vector<std::unique_ptr<Fragmenter>> blocks_;
    std::vector<FlowItem> items_;
    std::vector<std::string> names_;
    std::vector<HeightOf> heights_;
};

/// A nested matrix: themes over goals over initiatives, cells by their numbers of lines.
struct MatrixGoal {
    std::uint32_t lines = 1;
    std::vector<std::uint32_t> rows; ///< lines of the initiative, a row each; at least one row
};
struct MatrixTheme {
    std::uint32_t lines = 1;
    std::vector<MatrixGoal> goals;
};
struct Matrix {
    std::vector<MatrixTheme> themes;
    std::int64_t lineHeight = 10;
    std::int64_t padding = 0; ///< above and below
    std::int64_t header = 10;
    std::uint32_t labelLines = 1;
    bool splitRows = true;
    std::uint32_t keepGoalsUpTo = 0; ///< goals of at most so many rows are kept together
    std::uint32_t themeGoals = 0;    ///< a theme begins with the first row of so many goals
    std::uint8_t themeLines = 0;     ///< and with so many lines of its text

    /// Its grid: columns theme, goal, initiative.
    [[nodiscard]] TableGrid grid() const;
};

/// A part of a table on a page.
struct PagePart {
    BreakToken from;
    TablePart part;
    Length planned;      ///< the height that plan() told
    bool closed = false; ///< another page follows
    BreakToken next;
};

/// A table broken into pages; throws std::runtime_error where it wraps on an empty page or makes no progress.
[[nodiscard]] std::vector<PagePart> paginateTable(const TableGrid& grid, Length header, bool splitRows,
                                                  Length firstPage, Length page);

/// The pages of a matrix as text, a line a page: "1: rows 0-4 height 120 | T0[0-6) G0[0-2) G1[0-3)"; a piece
/// with a label has a
/// "+" before its lines, a split row stands as "4/". Cells without lines and labels are left out, and so are
/// initiatives unless `initiatives`.
[[nodiscard]] std::string matrixPages(const Matrix& matrix, std::int64_t firstPage, std::int64_t page,
                                      bool initiatives = false);

/// Fails with a table of expected and actual lines unless they are equal; blanks at line starts and empty
/// lines are ignored.
void expectPages(std::string_view actual, std::string_view expected, const char* file, int line);

/// expectPages() where the test stands.
#define EXPECT_PAGES(actual, expected) ::sidetal::test::expectPages((actual), (expected), __FILE__, __LINE__)

} // namespace sidetal::test
