#include "Layout/ContentWidths.h"

#include <algorithm>

namespace sidetal {

namespace {

WidthRange both(Length width) {
    return {width, width, width};
}

/// Of a picture, which may be made smaller than it is, but not so small that nothing of it can be made out.
WidthRange ofFigure(const Figure& figure) {
    constexpr Length kLeast = Length::points(24);
    WidthRange out = both(figure.width);
    if (std::holds_alternative<ImageId>(figure.shown)) {
        out.broken = std::min(out.broken, kLeast);
    }
    return out;
}

void enclose(WidthRange& range, WidthRange other) {
    range.least = std::max(range.least, other.least);
    range.widest = std::max(range.widest, other.widest);
    range.broken = std::max(range.broken, other.broken);
}

void add(WidthRange& range, Length more) {
    range.least += more;
    range.widest += more;
    range.broken += more;
}

} // namespace

const CellFormat& formatOf(const Table& table, const TableCell& cell) {
    static const CellFormat kPlain;
    return cell.format < table.cellFormats.size() ? table.cellFormats[cell.format] : kPlain;
}

WidthRange ContentWidths::of(std::vector<Block>& blocks) {
    WidthRange out;
    for (Block& block : blocks) {
        enclose(out, of(block));
    }
    return out;
}

WidthRange ContentWidths::of(Block& block) {
    WidthRange out;
    if (block.width > Length()) {
        out = both(block.width);
    } else if (auto* paragraph = std::get_if<Paragraph>(&block.content)) {
        out = measurer_.widthsOf(*paragraph);
    } else if (auto* heading = std::get_if<Heading>(&block.content)) {
        out = measurer_.widthsOf(heading->text);
    } else if (auto* list = std::get_if<List>(&block.content)) {
        out = ofList(*list);
    } else if (auto* table = std::get_if<Table>(&block.content)) {
        out = ofTable(*table);
    } else if (const auto* figure = std::get_if<Figure>(&block.content)) {
        out = ofFigure(*figure);
    } else if (auto* panel = std::get_if<Panel>(&block.content)) {
        out = of(panel->blocks);
    } else if (const auto* columns = std::get_if<Columns>(&block.content)) {
        for (const Column& column : columns->columns) {
            enclose(out, both(column.x + column.width));
        }
    } else if (auto* line = std::get_if<LeaderLine>(&block.content)) {
        out = ofLeaderLine(*line);
    } else {
        return {}; // rules and spacers are as wide as their place
    }
    add(out, block.indent);
    return out;
}

WidthRange ContentWidths::ofLeaderLine(LeaderLine& line) {
    WidthRange out = measurer_.widthsOf(line.text);
    if (!line.end.runs.empty()) {
        add(out, measurer_.widthsOf(line.end).widest + measurer_.format(line).gap);
    }
    return out;
}

/// As if all labels stood beside their texts: whatever the list's measure is, its bodies stand in no further.
WidthRange ContentWidths::ofList(List& list) {
    Length in = list.labelWidth;
    WidthRange out;
    for (ListItem& item : list.items) {
        if (const Length label = labelWidth(item); label > Length()) {
            in = std::max(in, label + list.labelGap);
        }
        enclose(out, of(item.body));
    }
    add(out, in);
    return out;
}

Length ContentWidths::labelWidth(ListItem& item) {
    if (const auto* figure = std::get_if<Figure>(&item.label)) {
        return figure->width;
    }
    auto& words = std::get<Paragraph>(item.label);
    return words.runs.empty() ? Length() : measurer_.widthsOf(words).widest;
}

WidthRange ContentWidths::ofTable(Table& table) {
    WidthRange out;
    for (const WidthRange& column : columnsOf(table)) {
        out.least += column.least;
        out.widest += column.widest;
        out.broken += table.automaticWidths ? column.broken : column.least;
    }
    return out;
}

std::vector<WidthRange> ContentWidths::columnsOf(Table& table) {
    std::vector<CellNeed> needs;
    if (table.automaticWidths || !std::ranges::all_of(table.columns, &ColumnWidth::isFixed)) {
        addNeeds(table, table.header, needs);
        addNeeds(table, table.rows, needs);
    }
    return columnNeeds(table.columns, std::move(needs), table.automaticWidths);
}

void ContentWidths::addNeeds(const Table& table, std::vector<TableRow>& rows, std::vector<CellNeed>& needs) {
    for (TableRow& row : rows) {
        for (TableCell& cell : row.cells) {
            WidthRange width = of(cell.content);
            if (cell.continuation) { // may take more lines than one
                const WidthRange label = measurer_.widthsOf(*cell.continuation);
                enclose(width, {label.least, label.least, label.broken});
            }
            const CellFormat& format = formatOf(table, cell);
            add(width, format.padLeft + format.padRight);
            needs.push_back({cell.column, cell.colSpan, width});
        }
    }
}

} // namespace sidetal
