#include "layout/LayoutDsl.h"

#include "Layout/TextBlock.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace sidetal::test {

namespace {

constexpr std::int64_t kLine = 10;

class SolidBlock final : public Fragmenter {
  public:
    explicit SolidBlock(Length height)
        : height_(height) {}
    Plan plan(const BreakToken&, const Region& region) const override {
        return height_ <= region.left ? Plan::full(height_) : Plan::wrap("solid");
    }
    Length paint(const BreakToken&, const BreakToken*, Length, Length, Canvas&) const override { return {}; }

  private:
    Length height_;
};

class ContinuousBlock final : public Fragmenter {
  public:
    explicit ContinuousBlock(std::int64_t height)
        : height_(height) {}
    Plan plan(const BreakToken& token, const Region& region) const override {
        const std::int64_t left = height_ - token.at;
        const std::int64_t room = inTenths(region.left);
        if (left <= room) {
            return Plan::full(tenths(left));
        }
        return room > 0
                   ? Plan::partial(tenths(room), {token.at + static_cast<std::uint32_t>(room), false, {}})
                   : Plan::wrap("no room");
    }
    Length paint(const BreakToken&, const BreakToken*, Length, Length, Canvas&) const override { return {}; }

  private:
    std::int64_t height_;
};

class MockTable final : public Fragmenter {
  public:
    MockTable(std::int64_t header, const std::vector<std::uint32_t>& rows)
        : grid_({tenths(100)})
        , paginator_(grid_, {tenths(header)}, true) {
        for (const std::uint32_t lines : rows) {
            grid_.addRow();
            const Stretch line{0, lines, {}, tenths(kLine), {}, nullptr};
            grid_.addCell({}, std::span(&line, 1));
        }
        EXPECT_FALSE(grid_.finish());
    }
    Plan plan(const BreakToken& token, const Region& region) const override {
        return paginator_.plan(token, region);
    }
    Length paint(const BreakToken&, const BreakToken*, Length, Length, Canvas&) const override { return {}; }

    Length heightOf(const BreakToken& from, const BreakToken* until) const {
        return paginator_.part(from, until).edges.back();
    }

  private:
    TableGrid grid_;
    TablePaginator paginator_;
};

std::vector<std::string> splitLinesOf(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        if (!line.empty()) {
            lines.emplace_back(line);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

} // namespace

MockFlow& MockFlow::add(std::string name, std::unique_ptr<Fragmenter> block, HeightOf height) {
    items_.emplace_back().block = block.get();
    items_.back().landmark = true;
    blocks_.push_back(std::move(block));
    names_.push_back(std::move(name));
    heights_.push_back(std::move(height));
    return *this;
}

MockFlow& MockFlow::addGap(FlowItem::Kind kind, Length height) {
    items_.emplace_back().kind = kind;
    items_.back().height = height;
    names_.emplace_back();
    heights_.emplace_back();
    return *this;
}

MockFlow& MockFlow::solid(std::string name, std::int64_t height) {
    return add(std::move(name), std::make_unique<SolidBlock>(tenths(height)),
               [height](const BreakToken&, const BreakToken*) { return tenths(height); });
}

MockFlow& MockFlow::lines(std::string name, std::uint32_t count) {
    add(std::move(name), std::make_unique<TextBlock>(TextId::None, count, tenths(kLine)),
        [count](const BreakToken& from, const BreakToken* until) {
            return tenths(kLine) * ((until != nullptr ? until->at : count) - from.at);
        });
    items_.back().lines = count;
    return *this;
}

MockFlow& MockFlow::continuous(std::string name, std::int64_t height) {
    return add(std::move(name), std::make_unique<ContinuousBlock>(height),
               [height](const BreakToken& from, const BreakToken* until) {
                   return tenths((until != nullptr ? until->at : height) - from.at);
               });
}

MockFlow& MockFlow::table(std::string name, std::int64_t header, const std::vector<std::uint32_t>& rows) {
    auto block = std::make_unique<MockTable>(header, rows);
    const MockTable* table = block.get();
    return add(std::move(name), std::move(block), [table](const BreakToken& from, const BreakToken* until) {
        return table->heightOf(from, until);
    });
}

MockFlow& MockFlow::space(std::int64_t height) {
    return addGap(FlowItem::Kind::Space, tenths(height));
}

MockFlow& MockFlow::pageBreak() {
    return addGap(FlowItem::Kind::PageBreak, {});
}

MockFlow& MockFlow::beside(std::string name, std::int64_t height) {
    solid(std::move(name), height);
    items_.back().kind = FlowItem::Kind::Beside;
    return *this;
}

MockFlow& MockFlow::gap(std::int64_t before, std::int64_t after) {
    items_.back().spaceBefore = tenths(before);
    items_.back().spaceAfter = tenths(after);
    return *this;
}

MockFlow& MockFlow::keepWithNext() {
    items_.back().keepWithNext = true;
    return *this;
}

MockFlow& MockFlow::endWithNext() {
    items_.back().endWithNext = true;
    return *this;
}

MockFlow& MockFlow::whole() {
    items_.back().whole = true;
    return *this;
}

MockFlow& MockFlow::heading() {
    items_.back().heading = items_.back().leads = items_.back().keepWithNext = true;
    return *this;
}

MockFlow& MockFlow::leads() {
    FlowItem& item = items_.back();
    (item.lines > kMostWhole ? item.endWithNext : item.keepWithNext) = item.leads = true;
    return *this;
}

MockFlow& MockFlow::complete() {
    keepLeads(items_);
    return *this;
}

std::string MockFlow::pages(std::int64_t height) const {
    const Pagination result = paginate(items_, tenths(height));
    std::string text;
    for (std::uint32_t page = 0; page < result.pages.size(); ++page) {
        std::string line = fmt::format("{}:", page + 1);
        const char* separator = " ";
        forEachPart(std::span<const FlowItem>(items_), result.pages, page,
                    [&](std::uint32_t i, const BreakToken& from, const BreakToken* until, Length y) {
                        const Length used = heightOf(i, from, until);
                        const bool whole = from.fresh() && until == nullptr;
                        const std::string range =
                            whole ? ""
                                  : fmt::format("[{}-{})", from.at,
                                                until != nullptr ? std::to_string(until->at) : "");
                        line += fmt::format("{}{}{} {}-{}", separator, names_[i], range, inTenths(y),
                                            inTenths(y + used));
                        separator = " | ";
                        return used;
                    });
        text += line + '\n';
    }
    for (const FlowFault& fault : result.faults) {
        text += fmt::format("fault: {} on page {}: {}\n", names_[fault.item], fault.page + 1, fault.reason);
    }
    return text;
}

TableGrid Matrix::grid() const {
    TableGrid grid({tenths(100), tenths(100), tenths(100)});
    const auto add = [&](std::uint32_t column, std::uint32_t span, std::uint32_t lines, std::uint32_t kept) {
        GridCell cell;
        cell.column = column;
        cell.rowSpan = span;
        cell.padTop = tenths(padding) / 2;
        cell.padBottom = tenths(padding) - cell.padTop;
        cell.labelHeight = column < 2 ? tenths(lineHeight) * labelLines : Length();
        cell.keptRows = static_cast<std::uint16_t>(kept);
        cell.wholeLines = column == 0 ? themeLines : std::uint8_t{0};
        const Stretch stretch{0, lines, {}, tenths(lineHeight), {}, nullptr};
        grid.addCell(cell, std::span(&stretch, lines > 0 ? 1 : 0));
    };
    for (const MatrixTheme& theme : themes) {
        std::uint32_t themeRows = 0;
        std::uint32_t startRows = 0; // to the first row of the last goal that it begins with
        for (std::size_t i = 0; i < theme.goals.size(); ++i) {
            startRows = i < themeGoals ? themeRows + 1 : startRows;
            themeRows += static_cast<std::uint32_t>(theme.goals[i].rows.size());
        }
        bool first = true;
        for (const MatrixGoal& goal : theme.goals) {
            const auto goalRows = static_cast<std::uint32_t>(goal.rows.size());
            for (std::size_t i = 0; i < goal.rows.size(); ++i) {
                grid.addRow();
                if (first) {
                    add(0, themeRows, theme.lines, startRows);
                    first = false;
                }
                if (i == 0) {
                    add(1, goalRows, goal.lines, goalRows <= keepGoalsUpTo ? goalRows : 0);
                }
                add(2, 1, goal.rows[i], 0);
            }
        }
    }
    EXPECT_FALSE(grid.finish());
    return grid;
}

std::vector<PagePart> paginateTable(const TableGrid& grid, Length header, bool splitRows, Length firstPage,
                                    Length page) {
    const TablePaginator paginator(grid, {header}, splitRows);
    std::vector<PagePart> parts;
    BreakToken token;
    Length left = firstPage;
    while (true) {
        const Plan plan = paginator.plan(token, {left, page, page});
        if (plan.kind == Plan::Kind::Wrap && left < page) {
            left = page;
            continue;
        }
        if (plan.kind != Plan::Kind::Full && plan.kind != Plan::Kind::Partial) {
            throw std::runtime_error("the table wraps on an empty page");
        }
        const bool closed = plan.kind == Plan::Kind::Partial;
        parts.push_back(
            {token, paginator.part(token, closed ? &plan.next : nullptr), plan.height, closed, plan.next});
        if (!closed) {
            return parts;
        }
        if (plan.next == token) {
            throw std::runtime_error("the table makes no progress");
        }
        token = plan.next;
        left = page;
    }
}

std::string matrixPages(const Matrix& matrix, std::int64_t firstPage, std::int64_t page, bool initiatives) {
    const TableGrid grid = matrix.grid();
    std::vector<std::string> names;
    std::uint32_t counts[3] = {};
    for (const GridCell& cell : grid.cells()) {
        names.push_back(fmt::format("{}{}", "TGI"[cell.column], counts[cell.column]++));
    }
    std::string text;
    std::uint32_t number = 0;
    for (const PagePart& p :
         paginateTable(grid, tenths(matrix.header), matrix.splitRows, tenths(firstPage), tenths(page))) {
        text +=
            fmt::format("{}: rows {}{}-{}{} height {} |", ++number, p.from.inside ? "/" : "", p.part.firstRow,
                        p.part.endRow - 1, p.next.inside ? "/" : "", inTenths(p.part.edges.back()));
        for (const CellPiece& piece : p.part.pieces) {
            const bool shown =
                piece.to > piece.from || (piece.continues && grid.cell(piece.cell).labelHeight > Length());
            if (shown && (initiatives || grid.cell(piece.cell).column < 2)) {
                text += fmt::format(" {}{}[{}-{})", names[piece.cell], piece.continues ? "+" : "", piece.from,
                                    piece.to);
            }
        }
        text += '\n';
    }
    return text;
}

void expectPages(std::string_view actual, std::string_view expected, const char* file, int line) {
    const auto want = splitLinesOf(expected);
    const auto got = splitLinesOf(actual);
    if (want == got) {
        return;
    }
    std::string table;
    for (std::size_t i = 0; i < std::max(want.size(), got.size()); ++i) {
        const std::string left = i < want.size() ? want[i] : "";
        const std::string right = i < got.size() ? got[i] : "";
        table += left == right ? fmt::format("  identical  {}\n", left)
                               : fmt::format("  EXPECTED   {}\n  ACTUAL     {}\n", left, right);
    }
    ADD_FAILURE_AT(file, line) << table;
}

} // namespace sidetal::test
