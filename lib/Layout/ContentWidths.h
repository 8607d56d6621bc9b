#pragma once

#include "Blocks/Block.h"
#include "Layout/ColumnWidths.h"

#include <span>
#include <vector>

namespace sidetal {

/// How a cell of a table is dressed.
[[nodiscard]] const CellFormat& formatOf(const Table& table, const TableCell& cell);

/// Finds out how narrow and how wide blocks can be set, before anything is broken into lines. What stands
/// beside the flow asks for nothing.
class ContentWidths {
  public:
    /// `measurer` must outlive this.
    explicit ContentWidths(Measurer& measurer)
        : measurer_(measurer) {}

    [[nodiscard]] WidthRange of(std::vector<Block>& blocks);
    /// What the columns of a table need (columnNeeds()).
    [[nodiscard]] std::vector<WidthRange> columnsOf(Table& table);

  private:
    [[nodiscard]] WidthRange of(Block& block);
    [[nodiscard]] WidthRange ofList(List& list);
    [[nodiscard]] WidthRange ofLeaderLine(LeaderLine& line);
    [[nodiscard]] WidthRange ofTable(Table& table);
    [[nodiscard]] Length labelWidth(ListItem& item);
    void addNeeds(const Table& table, std::vector<TableRow>& rows, std::vector<CellNeed>& needs);

    Measurer& measurer_;
};

} // namespace sidetal
