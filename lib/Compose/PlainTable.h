#pragma once

#include "Compose/Context.h"
#include "Labels/OverviewWords.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// A column of a PlainTable: its title is the catalogue's.
struct PlainColumn {
    std::string_view title; ///< lives as long as the document
    Length width;           ///< padding included
    Align align = Align::Left;
};

/// The columns as wide as the page lets them be: the one without a width takes what the others leave, at
/// least a quarter of `room`.
[[nodiscard]] std::vector<PlainColumn> fitColumns(std::vector<PlainColumn> columns, Length room);

/// A table of an overview or a list of changes, dressed as the matrix is. A row is headed by its first cell.
class PlainTable {
  public:
    PlainTable(Context& context, const GoalMatrixStyle& look, const std::vector<PlainColumn>& columns,
               SourcePos source);

    /// Begins a row; `first` is the column of its first cell, where those before it reach down to it.
    void beginRow(std::uint32_t first = 0);
    /// The same in the table's foot.
    void beginFoot();

    /// The next cell of the row, to be filled at once; it heads the row, and those that it spans, if
    /// `header`.
    TableCell& addCell(bool header = false, std::size_t rowSpan = 1);
    /// The next cell with `words`, which need not live on.
    TableCell& addWords(std::string words, SourcePos source, bool ofCatalogue = false, bool header = false);
    /// The next cell with words that lead to `target`; with words alone where that is None. `leadsTo` is a
    /// pattern that says where to.
    TableCell& addLink(std::string_view words, TargetId target, OverviewWord leadsTo, SourcePos source,
                       std::size_t rowSpan = 1);

    /// The type of a cell in the column that was added last.
    [[nodiscard]] Type type() const;
    [[nodiscard]] bool empty() const { return table_.rows.empty(); }
    /// The table; nothing can be added to it any more.
    [[nodiscard]] Block take();

  private:
    enum : std::uint16_t { kHead, kBody, kFoot, kFormats };

    void addHead(const std::vector<PlainColumn>& columns);
    void add(NodeId parent, std::uint32_t first, std::uint16_t format);

    Context& c_;
    const GoalMatrixStyle& look_;
    Table table_;
    std::vector<Align> aligns_;
    std::vector<NodeId> heads_; ///< by column
    NodeId body_ = NodeId::None;
    NodeId row_ = NodeId::None;
    NodeId rowHeader_ = NodeId::None;
    std::uint32_t next_ = 0; ///< the column of the next cell
    std::uint16_t format_ = kBody;
};

} // namespace sidetal
