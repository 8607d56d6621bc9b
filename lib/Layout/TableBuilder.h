#pragma once

#include "Layout/FlowBuilder.h"
#include "Layout/Measure.h"
#include "Layout/TableBlock.h"

#include <memory>
#include <vector>

namespace sidetal {

/// Makes a TableBlock of a Table: measures its cells and finds out who covers what.
class TableBuilder {
  public:
    /// `tools` must outlive this.
    explicit TableBuilder(const BuilderTools& tools);

    /// Nothing where the columns find too little room in `measure` (SID-L008), the table is irregular
    /// (SID-L005) or does not fit pages of `pageHeight` at all (SID-L002), which is told. The table must not
    /// move afterwards.
    [[nodiscard]] std::unique_ptr<TableBlock> build(Table& table, Length measure, Length pageHeight);

    /// What is to be found in the table that was built, its items left open.
    [[nodiscard]] std::vector<Mark>& marks() { return marks_; }

  private:
    [[nodiscard]] bool resolveWidths(Table& table, Length measure);
    void addRows(TableGrid& grid, Table& table, std::vector<TableRow>& rows);
    void addCell(TableGrid& grid, const Table& table, TableCell& cell);
    void setStretches(TableCell& cell, Length width);
    void addMarks(const TableCell& cell, std::uint32_t number, Length left);
    void addStretches(const FlowItem& item, Length top, std::uint32_t& lines);
    [[nodiscard]] Spot spotIn(std::uint32_t cell, std::uint32_t item, Length below) const;
    [[nodiscard]] TextId measureLabel(Paragraph& label, Length width, std::uint32_t most);
    void setKeptLines(std::span<const FlowItem> items);

    const BuilderTools& tools_;
    FlowBuilder cellFlow_;
    Length pageHeight_;
    std::vector<Length> widths_; ///< of the columns
    std::vector<Mark> marks_;
    bool inHeader_ = false; ///< the rows at hand are the header's

    // Of the cell at hand:
    std::vector<std::uint32_t> itemLines_; ///< by item, its first line; and the number of lines
    std::vector<BlockLine> blockLines_;
    std::vector<TargetId> found_;
    std::vector<Stretch> stretches_;
    std::vector<KeptLines> kept_;
};

} // namespace sidetal
