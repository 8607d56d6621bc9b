#include "Layout/TableBuilder.h"

#include <fmt/format.h>

namespace sidetal {

TableBuilder::TableBuilder(Measurer& measurer, Diagnostics& diagnostics)
    : measurer_(measurer)
    , diagnostics_(diagnostics)
    , cellFlow_(measurer, cellTexts_, diagnostics, {}) {}

std::unique_ptr<TableBlock> TableBuilder::build(Table& table, Length pageHeight) {
    TableGrid header(table.columns);
    TableGrid body(table.columns);
    addRows(header, table, table.header);
    addRows(body, table, table.rows);
    for (TableGrid* grid : {&header, &body}) {
        if (const auto fault = grid->finish()) {
            diagnostics_.error(
                "SID-L005",
                fmt::format("the table's {} is irregular: {}", grid == &header ? "header" : "body", *fault),
                table.source);
            return nullptr;
        }
    }
    auto block = std::make_unique<TableBlock>(table, std::move(header), std::move(body));
    if (const auto row = block->tooHigh(pageHeight)) {
        diagnostics_.error(
            "SID-L002",
            fmt::format("row {} of the table can stand on no page: the header, the row's label and one "
                        "line are higher than an empty page of {} pt",
                        *row + 1, formatPoints(pageHeight)),
            table.source);
        return nullptr;
    }
    return block;
}

void TableBuilder::addRows(TableGrid& grid, Table& table, std::vector<TableRow>& rows) {
    for (TableRow& row : rows) {
        grid.addRow();
        for (TableCell& cell : row.cells) {
            addCell(grid, table, cell);
        }
    }
}

void TableBuilder::addCell(TableGrid& grid, const Table& table, TableCell& cell) {
    static const CellFormat kPlain;
    const CellFormat& format =
        cell.format < table.cellFormats.size() ? table.cellFormats[cell.format] : kPlain;
    const std::uint32_t end = std::min(cell.column + cell.colSpan, grid.columns());
    const Length width =
        grid.left(end) - grid.left(std::min(cell.column, end)) - format.padLeft - format.padRight;
    GridCell measured;
    measured.column = cell.column;
    measured.rowSpan = cell.rowSpan;
    measured.colSpan = cell.colSpan;
    measured.padLeft = format.padLeft;
    measured.padTop = format.padTop;
    measured.padBottom = format.padBottom;
    measured.keepRows = cell.keepRows;
    measured.fill = format.fill;
    if (cell.continuation) {
        measured.label = measurer_.measureAgain(*cell.continuation, width);
        measured.labelHeight =
            measurer_.lineHeight(*cell.continuation) * measurer_.texts()[measured.label].lineCount;
    }
    setStretches(cell, width, table.source);
    grid.addCell(measured, stretches_, kept_);
}

void TableBuilder::setStretches(TableCell& cell, Length width, SourcePos source) {
    stretches_.clear();
    cellTexts_.texts.clear();
    cellFlow_.build(cell.content, width);
    Pen pen;
    std::uint32_t lines = 0;
    for (const FlowItem& item : cellFlow_.items()) {
        if (item.kind == FlowItem::Kind::Space) {
            pen.pass(item, item.height);
            continue;
        }
        const auto* text = dynamic_cast<const TextBlock*>(item.block);
        if (text == nullptr) {
            diagnostics_.error("SID-L006", "a table cell can hold paragraphs and lists only", source);
            continue;
        }
        stretches_.push_back({lines, text->lines(), pen.next(item), text->lineHeight(), item.x, text->text(),
                              text->label(), text->labelX()});
        pen.pass(item, text->lineHeight() * text->lines());
        lines += text->lines();
    }
    setKeptLines(cellFlow_.items());
}

/// Finds the lines that the keeps of a cell's items hold together: each chain of items and what the last one
/// shows at least where it begins.
void TableBuilder::setKeptLines(std::span<const FlowItem> items) {
    kept_.clear();
    std::uint32_t line = 0; // of the item at hand
    bool open = false;      // its chain began above it
    for (const FlowItem& item : items) {
        const std::uint32_t end = line + item.lines;
        if (open) {
            kept_.back().end = item.keepWithNext || item.whole ? end : line + leastLines(item.lines);
        } else if (item.keepWithNext || item.whole) {
            kept_.push_back({line, end});
        }
        open = item.keepWithNext;
        if (item.endWithNext && item.lines > kMostWhole) {
            kept_.push_back({end - 2, end});
            open = true;
        }
        line = end;
    }
}

} // namespace sidetal
