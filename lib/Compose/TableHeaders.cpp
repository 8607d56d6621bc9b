#include "Compose/TableHeaders.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace sidetal {

namespace {

/// What is seen of the headers in a column from below, or in a row from the right, while one goes along: the
/// scan of HTML, 4.9.12.2 ("internal algorithm for scanning and assigning header cells"), which begins at
/// each cell and goes back, the other way round, so that it is done once.
class HeaderView {
  public:
    /// Down a column (`scope` Column), or along a row.
    HeaderView(const TableForm& form, Scope scope)
        : form_(form)
        , scope_(scope) {}

    void clear() {
        seen_.clear();
        block_.clear();
    }

    /// Appends the headers that `cell`, which stands next, sees.
    void look(std::uint32_t cell, HeaderPairs& out) const {
        const bool header = form_.cells()[cell].header;
        for (const std::uint32_t each : block_) {
            if (applies(each) && each != cell) {
                out.emplace_back(cell, each);
            }
        }
        for (const std::uint32_t each : seen_) {
            if (each != cell && !hidden(each) && !(header && same(each, cell))) {
                out.emplace_back(cell, each);
            }
        }
    }

    /// Goes past `cell`.
    void pass(std::uint32_t cell) {
        const PlacedCell& placed = form_.cells()[cell];
        if (placed.filler() && !placed.header) {
            return; // there is none in the text
        }
        if (placed.header) {
            if (block_.empty() || block_.back() != cell) {
                keep(block_, cell);
            }
            return;
        }
        if (!block_.empty()) { // those before it that have their places are seen no more
            std::erase_if(seen_, [&](std::uint32_t each) { return hidden(each); });
            for (const std::uint32_t each : block_) {
                if (applies(each)) {
                    keep(seen_, each);
                }
            }
            block_.clear();
        }
    }

  private:
    /// The nearest ones alone: nobody wants to hear more, and a table of headers alone would have their
    /// square.
    static void keep(std::vector<std::uint32_t>& in, std::uint32_t cell) {
        constexpr std::size_t kMost = 16;
        if (in.size() == kMost) {
            in.erase(in.begin());
        }
        in.push_back(cell);
    }
    [[nodiscard]] bool applies(std::uint32_t header) const { return form_.cells()[header].scope == scope_; }
    /// They begin in the same column and are equally wide, or in the same row and equally high.
    [[nodiscard]] bool same(std::uint32_t a, std::uint32_t b) const {
        const PlacedCell& one = form_.cells()[a];
        const PlacedCell& other = form_.cells()[b];
        return scope_ == Scope::Column ? one.column == other.column && one.colSpan == other.colSpan
                                       : one.row == other.row && one.rowSpan == other.rowSpan;
    }
    [[nodiscard]] bool hidden(std::uint32_t header) const {
        return std::ranges::any_of(block_, [&](std::uint32_t each) { return same(each, header); });
    }

    const TableForm& form_;
    Scope scope_;
    std::vector<std::uint32_t> seen_;  ///< of blocks that have ended
    std::vector<std::uint32_t> block_; ///< headers that stand right before, of either scope
};

/// Settles what the headers that do not say so are the headers of.
void setScopes(TableForm& form) {
    std::vector<bool> dataInRow(form.rows());
    std::vector<bool> dataInColumn(form.columns());
    std::vector<std::uint32_t> lastData(form.rows()); // one past the last column with a data cell
    for (const PlacedCell& cell : form.cells()) {
        if (!cell.header && !cell.empty) {
            std::fill_n(dataInColumn.begin() + cell.column, cell.colSpan, true);
        }
        for (std::uint32_t row = cell.row; row < cell.endRow() && !cell.header; ++row) {
            dataInRow[row] = dataInRow[row] || !cell.empty;
            lastData[row] = std::max(lastData[row], cell.endColumn());
        }
    }
    const auto any = [](const std::vector<bool>& of, std::uint32_t from, std::uint32_t to) {
        return std::find(of.begin() + from, of.begin() + to, true) != of.begin() + to;
    };
    for (PlacedCell& cell : form.cells()) {
        if (!cell.header || cell.scope != Scope::None) {
            continue;
        }
        const bool ofColumn = !any(dataInRow, cell.row, cell.endRow());
        const bool ofRow =
            !any(dataInColumn, cell.column, cell.endColumn()) || lastData[cell.row] > cell.endColumn();
        cell.scope = cell.row < form.headRows() || ofColumn || !ofRow ? Scope::Column : Scope::Row;
    }
}

HeaderPairs scan(const TableForm& form) {
    HeaderPairs pairs;
    std::vector<HeaderView> down(form.columns(), HeaderView(form, Scope::Column));
    HeaderView along(form, Scope::Row);
    for (std::uint32_t row = 0; row < form.rows(); ++row) {
        along.clear();
        for (std::uint32_t column = 0; column < form.columns(); ++column) {
            const std::uint32_t cell = form.at(row, column);
            const PlacedCell& placed = form.cells()[cell];
            if (placed.row == row) {
                down[column].look(cell, pairs);
            }
            if (placed.column == column) {
                along.look(cell, pairs);
            }
            down[column].pass(cell);
            along.pass(cell);
        }
    }
    return pairs;
}

/// Brings pairs in order, each once; takes empty headers out where a cell has others.
void tidy(const TableForm& form, HeaderPairs& pairs) {
    const auto cells = form.cells();
    const auto key = [&](const std::pair<std::uint32_t, std::uint32_t>& pair) {
        return std::tuple(pair.first, cells[pair.second].scope == Scope::Row, pair.second);
    };
    std::ranges::sort(pairs, {}, key);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    HeaderPairs kept;
    kept.reserve(pairs.size());
    for (auto first = pairs.begin(); first != pairs.end();) {
        const auto end =
            std::find_if(first, pairs.end(), [&](const auto& pair) { return pair.first != first->first; });
        const auto shown = [&](const auto& pair) { return !cells[pair.second].empty; };
        const bool needed = !cells[first->first].header && std::none_of(first, end, shown);
        std::copy_if(first, end, std::back_inserter(kept),
                     [&](const auto& pair) { return needed || shown(pair); });
        first = end;
    }
    pairs = std::move(kept);
}

/// The data cells that have no header.
std::vector<std::uint32_t> lackingHeaders(const TableForm& form, const HeaderPairs& pairs) {
    std::vector<std::uint32_t> out;
    auto pair = pairs.begin();
    for (std::uint32_t cell = 0; cell < form.cells().size(); ++cell) {
        const bool has = pair != pairs.end() && pair->first == cell;
        if (!has && !form.cells()[cell].header) {
            out.push_back(cell);
        }
        pair = std::find_if(pair, pairs.end(), [&](const auto& each) { return each.first != cell; });
    }
    return out;
}

} // namespace

HeaderPairs headersOf(TableForm& form, bool* promoted) {
    setScopes(form);
    HeaderPairs pairs = scan(form);
    tidy(form, pairs);
    const std::vector<std::uint32_t> lacking = lackingHeaders(form, pairs);
    if (promoted != nullptr) {
        *promoted =
            std::ranges::any_of(lacking, [&](std::uint32_t cell) { return !form.cells()[cell].empty; });
    }
    if (lacking.empty()) {
        return pairs;
    }
    for (PlacedCell& cell : form.row(0)) {
        if (!cell.header || form.columns() == 1) {
            cell.header = true;
            cell.scope = Scope::Column;
        }
    }
    pairs = scan(form);
    tidy(form, pairs);
    // A row's header on the way hides the column's where both are equally wide: then it is named all the
    // same.
    for (const std::uint32_t cell : lackingHeaders(form, pairs)) {
        pairs.emplace_back(cell, form.at(0, form.cells()[cell].column));
    }
    tidy(form, pairs);
    return pairs;
}

void setHeaders(StructTree& tree, const TableForm& form, const HeaderPairs& pairs) {
    std::vector<NodeId> headers;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        headers.push_back(form.cells()[pairs[i].second].node);
        if (i + 1 == pairs.size() || pairs[i + 1].first != pairs[i].first) {
            tree.setHeaders(form.cells()[pairs[i].first].node, headers);
            headers.clear();
        }
    }
}

} // namespace sidetal
