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

constexpr std::string_view kEllipsis = "…";

/// Ends the words before a paragraph's last run before `end` bytes of it, and with one word less at least: an
/// ellipsis stands for the rest.
void shorten(Paragraph& paragraph, std::size_t end) {
    Run last = std::move(paragraph.runs.back());
    paragraph.runs.pop_back();
    if (!paragraph.runs.empty() && paragraph.runs.back().text == kEllipsis) {
        paragraph.runs.pop_back();
    }
    std::size_t before = 0; // of the runs that stay
    for (std::size_t i = 0; i + 1 < paragraph.runs.size(); ++i) {
        before += paragraph.runs[i].text.size();
    }
    while (!paragraph.runs.empty() && before >= end) {
        paragraph.runs.pop_back();
        before -= paragraph.runs.empty() ? 0 : paragraph.runs.back().text.size();
    }
    if (!paragraph.runs.empty()) {
        std::string_view& text = paragraph.runs.back().text;
        text = text.substr(0, std::min(text.size(), end - before));
        text = text.substr(0, std::min(text.find_last_not_of(" \n") + 1, text.size()));
        text =
            text.substr(0, text.find_last_of(" \n") == std::string_view::npos ? 0 : text.find_last_of(" \n"));
        text = text.substr(0, std::min(text.find_last_not_of(" \n") + 1, text.size()));
        if (text.empty()) {
            paragraph.runs.pop_back();
        }
    }
    if (!paragraph.runs.empty()) {
        Run ellipsis = paragraph.runs.back();
        ellipsis.text = kEllipsis;
        paragraph.runs.push_back(ellipsis);
    }
    paragraph.runs.push_back(std::move(last));
}

} // namespace

TableBuilder::TableBuilder(const BuilderTools& tools)
    : tools_(tools)
    , cellFlow_(tools, kEndless, FlowBuilder::Panels::Boxes) {}

std::unique_ptr<TableBlock> TableBuilder::build(Table& table, Length measure, Length pageHeight) {
    pageHeight_ = pageHeight;
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
    // In a cell there are no pages: what goes on there goes on without its header.
    const Length highestRepeated = pageHeight == kEndless ? Length() : pageHeight / 2;
    auto block = std::make_unique<TableBlock>(table, std::move(header), std::move(body), highestRepeated);
    if (const auto fault = block->tooHigh(pageHeight)) {
        const bool held = fault->line > pageHeight / 2;
        tools_.diagnostics.error(
            "SID-L002",
            fmt::format(
                "row {} of the table can stand on no page: {} higher than an empty page of {} pt",
                fault->row + 1,
                held ? fmt::format("it holds a figure or table of {} pt that cannot be broken and is, with "
                                   "what must stand above it,",
                                   formatPoints(fault->line))
                     : "the header, the row's label and one line are",
                formatPoints(pageHeight)),
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
    measured.keptRows = cell.keptRows;
    measured.wholeLines = cell.wholeLines;
    measured.fill = format.fill;
    if (cell.continuation) {
        Measurer& measurer = tools_.measurer;
        const TextId words = measureLabel(*cell.continuation, width, table.labelLines);
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

/// Breaks a label into lines, of which there are `most` at most: words before its last run are left out.
TextId TableBuilder::measureLabel(Paragraph& label, Length width, std::uint32_t most) {
    Measurer& measurer = tools_.measurer;
    TextId words = measurer.measureAgain(label, width);
    while (most > 0 && label.runs.size() > 1 && measurer.texts()[words].lineCount > most) {
        const MeasuredText& text = measurer.texts()[words];
        shorten(label, measurer.texts().lines[text.firstLine + most - 1].end);
        words = measurer.measureAgain(label, width);
    }
    return words;
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
            const Length top = pen.next(item);
            addStretches(item, top, lines);
            const Stretch& last = stretches_.back();
            // What stands beside a flow has a line of its own here.
            pen.stand(item, last.top + last.lineHeight * last.count - top);
        }
    }
    itemLines_.push_back(lines);
    setKeptLines(cellFlow_.items());
}

/// Adds the lines of an item that stands at `top`; those of what is high and no text where it can be broken.
void TableBuilder::addStretches(const FlowItem& item, Length top, std::uint32_t& lines) {
    constexpr Length kLeast = Length::milli(1);
    if (item.lines > 0) {
        stretches_.push_back({lines, item.lines, top, std::max(item.height, kLeast), item.x, item.block});
        lines += item.lines;
        return;
    }
    const Length height = std::max(heightOf(std::span(&item, 1)), kLeast);
    blockLines_.clear();
    if (height > pageHeight_ / 2) {
        item.block->lines(blockLines_);
    }
    if (blockLines_.empty()) {
        blockLines_.push_back({0, height});
    }
    for (const BlockLine& line : blockLines_) {
        const Length lineHeight = std::max(line.height, kLeast);
        stretches_.push_back({lines++, 1, top, lineHeight, item.x, item.block, line.at});
        top += lineHeight;
    }
}

/// Where in a cell something stands that is `below` the top of an item.
Spot TableBuilder::spotIn(std::uint32_t cell, std::uint32_t item, Length below) const {
    const auto isOf = [&](const Stretch& stretch) { return stretch.first >= itemLines_[item]; };
    auto at = std::ranges::find_if(stretches_, isOf);
    const Length top = at->top;
    while (at + 1 != stretches_.end() && (at + 1)->block == at->block && (at + 1)->top <= top + below) {
        ++at;
    }
    return {cell, at->first, below - (at->top - top)};
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
            mark.spot = spotIn(number, mark.item, below.value_or(Length()));
            if (mark.boxed != NodeId::None) {
                mark.bottom =
                    spotIn(number, mark.item, below.value_or(Length()) + mark.height - Length::milli(1));
            }
        }
        marks_.push_back(mark);
    }
}

/// Finds the lines that the keeps of a cell's items hold together: each chain of items and what the last one
/// shows at least where it begins.
void TableBuilder::setKeptLines(std::span<const FlowItem> items) {
    kept_.clear();
    bool open = false; // its chain began above the item at hand
    for (std::size_t i = 0; i < items.size(); ++i) {
        const FlowItem& item = items[i];
        const std::uint32_t line = itemLines_[i];
        const std::uint32_t end = itemLines_[i + 1];
        const std::uint32_t lines = end - line;
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
    }
}

} // namespace sidetal
