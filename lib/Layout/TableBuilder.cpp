#include "Layout/TableBuilder.h"

#include "Layout/ContentWidths.h"

#include "Support/Utf8.h"

#include <fmt/format.h>

namespace sidetal {

namespace {

/// "column 2, 'Mål',": by its header's first words, where it has any of its own.
std::string nameOf(const Table& table, std::uint32_t column) {
    constexpr std::size_t kLongestQuoted = 60;
    std::string words;
    for (const TableRow& row : table.header) {
        for (const TableCell& cell : row.cells) {
            const auto* text = cell.column != column || cell.colSpan != 1 || cell.content.empty()
                                   ? nullptr
                                   : std::get_if<Paragraph>(&cell.content.front().content);
            for (const Run& run : words.empty() && text != nullptr ? text->runs : std::vector<Run>()) {
                words += run.text;
            }
        }
    }
    const std::string quoted =
        words.empty() ? words : fmt::format(", '{}',", utf8::shortened(words, kLongestQuoted));
    return fmt::format("column {}{}", column + 1, quoted);
}

} // namespace

TableBuilder::TableBuilder(const BuilderTools& tools)
    : tools_(tools)
    , cellFlow_(tools, kEndless) {}

std::unique_ptr<TableBlock> TableBuilder::build(Table& table, Length measure, Length pageHeight) {
    if (!resolveWidths(table, measure)) {
        return nullptr;
    }
    TableGrid header(widths_);
    TableGrid body(widths_);
    inHeader_ = true;
    addRows(header, table, table.header);
    inHeader_ = false;
    addRows(body, table, table.rows);
    for (TableGrid* grid : {&header, &body}) {
        if (const auto fault = grid->finish()) {
            tools_.diagnostics.error(
                "SID-L005",
                fmt::format("the table's {} is irregular: {}", grid == &header ? "header" : "body", *fault),
                table.source);
            return nullptr;
        }
    }
    auto block = std::make_unique<TableBlock>(table, std::move(header), std::move(body));
    if (const auto row = block->tooHigh(pageHeight)) {
        tools_.diagnostics.error(
            "SID-L002",
            fmt::format("row {} of the table can stand on no page: the header, the row's label and one "
                        "line are higher than an empty page of {} pt",
                        *row + 1, formatPoints(pageHeight)),
            table.source);
        return nullptr;
    }
    return block;
}

bool TableBuilder::resolveWidths(Table& table, Length measure) {
    const std::vector<WidthRange> needs = ContentWidths(tools_.measurer).columnsOf(table);
    const auto resolve = table.automaticWidths ? resolveAutomatic : resolveColumns;
    const auto shortage = resolve(table.columns, needs, measure, widths_);
    if (shortage) {
        tools_.diagnostics.error(
            "SID-L008",
            fmt::format(
                "the table's columns need {} pt more than the {} pt that it has; {} is at least {} pt "
                "wide {}",
                formatPoints(shortage->lacking), formatPoints(measure), nameOf(table, shortage->column),
                formatPoints(shortage->least),
                table.automaticWidths ? "even with its words broken" : "for its longest word"),
            table.source);
    }
    return !shortage;
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
    const CellFormat& format = formatOf(table, cell);
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
        Measurer& measurer = tools_.measurer;
        const TextId words = measurer.measureAgain(*cell.continuation, width);
        const std::uint32_t lines = measurer.texts()[words].lineCount;
        const Length lineHeight = measurer.lineHeight(*cell.continuation);
        measured.label = &tools_.store.texts.emplace_back(words, lines, lineHeight);
        measured.labelHeight = lineHeight * lines;
    }
    setStretches(cell, width);
    addMarks(cell, static_cast<std::uint32_t>(grid.cells().size()),
             grid.left(std::min(cell.column, end)) + format.padLeft);
    grid.addCell(measured, stretches_, kept_);
}

void TableBuilder::setStretches(TableCell& cell, Length width) {
    stretches_.clear();
    itemLines_.clear();
    cellFlow_.build(cell.content, width);
    Pen pen;
    std::uint32_t lines = 0;
    for (const FlowItem& item : cellFlow_.items()) {
        itemLines_.push_back(lines);
        if (item.kind == FlowItem::Kind::Space) {
            pen.pass(item, item.height);
        } else if (item.block != nullptr) {
            const std::uint32_t count = std::max(item.lines, 1u);
            const Length height = item.lines > 0 ? item.height : heightOf(std::span(&item, 1));
            stretches_.push_back(
                {lines, count, pen.next(item), std::max(height, Length::milli(1)), item.x, item.block});
            lines += count;
            pen.stand(item, height * count); // what stands beside a flow has a line of its own here
        }
    }
    setKeptLines(cellFlow_.items());
}

/// Marks what is to be found in a cell, the grid's `number`th, its texts `left` from the table's edge; of a
/// header's cells the table's top is told.
void TableBuilder::addMarks(const TableCell& cell, std::uint32_t number, Length left) {
    const Spot top = inHeader_ ? Spot{} : Spot{number, 0, {}};
    if (cell.node != NodeId::None) {
        found_.clear();
        tools_.targets.take(cell.node, found_);
        for (const TargetId target : found_) {
            marks_.emplace_back().target = target;
            marks_.back().spot = top;
        }
    }
    for (Mark& mark : cellFlow_.marks()) {
        const FlowItem& item = cellFlow_.items()[mark.item];
        if (inHeader_ && mark.boxed != NodeId::None) {
            continue;
        }
        if (mark.boxed != NodeId::None && mark.height == Length()) {
            mark.height = heightOf(std::span(&item, 1));
        }
        mark.x += left + item.x;
        if (inHeader_) {
            mark.spot = top;
        } else {
            const auto below = item.block->topOf(mark.spot, {}, nullptr);
            mark.spot = {number, itemLines_[mark.item], below.value_or(Length())};
        }
        marks_.push_back(mark);
    }
}

/// Finds the lines that the keeps of a cell's items hold together: each chain of items and what the last one
/// shows at least where it begins.
void TableBuilder::setKeptLines(std::span<const FlowItem> items) {
    kept_.clear();
    std::uint32_t line = 0; // of the item at hand
    bool open = false;      // its chain began above it
    for (const FlowItem& item : items) {
        const std::uint32_t lines = item.block == nullptr ? 0 : std::max(item.lines, 1u);
        const std::uint32_t end = line + lines;
        if (open) {
            kept_.back().end = item.keepWithNext || item.whole ? end : line + leastLines(lines);
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
