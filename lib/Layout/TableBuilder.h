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
    TableBuilder(Measurer& measurer, Diagnostics& diagnostics);

    /// Nothing where the table is irregular (SID-L005) or does not fit pages of `pageHeight` at all
    /// (SID-L002), which is told. The table must not move afterwards.
    [[nodiscard]] std::unique_ptr<TableBlock> build(Table& table, Length pageHeight);

  private:
    void addRows(TableGrid& grid, Table& table, std::vector<TableRow>& rows);
    void addCell(TableGrid& grid, const Table& table, TableCell& cell);
    void setStretches(TableCell& cell, Length width, SourcePos source);
    void setKeptLines(std::span<const FlowItem> items);

    Measurer& measurer_;
    Diagnostics& diagnostics_;
    BlockStore cellTexts_; ///< of the cell at hand
    FlowBuilder cellFlow_;
    std::vector<Stretch> stretches_;
    std::vector<KeptLines> kept_;
};

} // namespace sidetal
