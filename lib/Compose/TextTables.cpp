#include "Compose/TextTables.h"

#include "Compose/TableForm.h"
#include "Compose/TableHeaders.h"

#include <array>
#include <span>

namespace sidetal {

namespace {

Role roleOf(TablePart part) {
    return part == TablePart::Head ? Role::THead : part == TablePart::Foot ? Role::TFoot : Role::TBody;
}

/// The rows of a part of a table, which stand together.
struct PartRows {
    TablePart part = TablePart::Body;
    std::span<const TextRow> rows;
};

std::vector<PartRows> partsOf(const TextTable& table) {
    std::vector<PartRows> parts;
    const std::span<const TextRow> rows = table.rows;
    for (std::size_t begin = 0; begin < rows.size();) {
        std::size_t end = begin;
        while (end < rows.size() && rows[end].part == rows[begin].part) {
            ++end;
        }
        parts.push_back({rows[begin].part, rows.subspan(begin, end - begin)});
        begin = end;
    }
    return parts;
}

std::vector<GivenSection> sectionsOf(std::span<const PartRows> parts) {
    std::vector<GivenSection> sections;
    for (const PartRows& part : parts) {
        GivenSection& section = sections.emplace_back();
        section.role = roleOf(part.part);
        for (const TextRow& row : part.rows) {
            std::vector<GivenCell>& cells = section.rows.emplace_back();
            cells.reserve(row.cells.size());
            for (const TextCell& cell : row.cells) {
                cells.push_back({cell.rowSpan, cell.colSpan, cell.header, cell.content.empty(), Scope::None});
            }
        }
    }
    return sections;
}

std::vector<ColumnWidth> columnsOf(const TextTable& table, std::uint32_t count) {
    std::vector<ColumnWidth> columns(count, ColumnWidth::content());
    for (std::size_t i = 0; i < std::min<std::size_t>(count, table.columns.size()); ++i) {
        columns[i] = table.columns[i];
    }
    return columns;
}

/// The cell formats of a table.
enum : std::uint16_t { kPlainCell, kHeaderCell, kCellFormats };

void setFormats(Table& table, const TextTableStyle& style) {
    CellFormat plain;
    plain.padLeft = plain.padRight = style.paddingSides;
    plain.padTop = style.paddingTop;
    plain.padBottom = style.paddingBottom;
    table.cellFormats.assign(kCellFormats, plain);
    table.cellFormats[kHeaderCell].fill = style.header.fill;
    table.ruleWidth = style.ruleWidth;
    table.ruleColour = style.ruleColour;
}

/// How a table's words are set, of which `text` has those of plain cells.
struct TableLook {
    TextLook text;
    Type header;
    Type caption;

    TableLook(Context& context, const TextLook& around)
        : text(around)
        , header(around.type)
        , caption(around.type) {
        text.sign = nullptr;
        text.from = 0;
        text.headingLevel = 0;
        header.emphasis.bold = caption.emphasis.bold = true;
        if (context.texts != nullptr) {
            header = context.type(context.texts->table.header.text);
            caption = context.type(context.texts->table.caption);
        }
    }

    [[nodiscard]] TextLook of(Context& context, const TextCell& cell, bool isHeader) const {
        TextLook out = text;
        out.type = isHeader ? header : text.type;
        if (cell.align != TextAlign::Unsaid) {
            out.type = context.varied(out.type, alignOf(cell.align, Align::Left));
        }
        return out;
    }
};

void addCaption(Context& context, const TextTable& table, NodeId node, const TableLook& look,
                std::vector<Block>& out) {
    Block& block = out.emplace_back();
    block.content = spanParagraph(context, table.caption, look.caption,
                                  context.out.tree.add(node, Role::Caption), table.source, look.text.notes);
    block.spaceAfter = Length::points(2);
    block.keepWithNext = true;
}

/// The foot stands on the page of the row before it.
void keepFoot(Table& table, const TableForm& form) {
    const TableForm::Section& last = form.sections().back();
    const std::uint32_t head = form.headRows();
    if (last.role == Role::TFoot && last.firstRow > head) {
        table.rows[last.firstRow - head - 1].cells.front().keptRows =
            static_cast<std::uint16_t>(std::min(last.endRow - last.firstRow + 1, 5u));
    }
}

} // namespace

void addTextTable(Context& context, const TextTable& table, NodeId parent, const TextLook& look,
                  std::vector<Block>& out) {
    const std::vector<PartRows> parts = partsOf(table);
    TableForm form(sectionsOf(parts));
    if (form.rows() == 0) {
        return;
    }
    const TextTableStyle style = context.texts != nullptr ? context.texts->table : TextTableStyle();
    const TableLook looks(context, look);
    const std::uint32_t head = form.headRows();
    Table made;
    made.node = context.out.tree.add(parent, Role::Table);
    made.columns = columnsOf(table, form.columns());
    made.automaticWidths = true;
    made.source = table.source;
    made.header.resize(head);
    made.rows.resize(form.rows() - head);
    setFormats(made, style);
    const std::size_t first = out.size();
    if (!table.caption.empty()) {
        addCaption(context, table, made.node, looks, out);
    }
    const auto fill = [&](const TableForm::Section& section, const PlacedCell& placed) {
        TableRow& row = placed.row < head ? made.header[placed.row] : made.rows[placed.row - head];
        TableCell& cell = row.cells.emplace_back();
        cell.column = placed.column;
        cell.rowSpan = placed.rowSpan;
        cell.colSpan = placed.colSpan;
        cell.node = placed.node;
        cell.format = placed.header ? kHeaderCell : kPlainCell;
        if (!placed.filler()) {
            const TextCell& given = parts[section.given].rows[placed.givenRow].cells[placed.givenCell];
            fillCell(context, cell, given.content, looks.of(context, given, placed.header));
        }
    };
    addTableNodes(context.out.tree, made.node, form, fill);
    keepFoot(made, form);
    out.emplace_back().content = std::move(made);
    out[first].spaceBefore = style.spaceBefore;
    out.back().spaceAfter = style.spaceAfter;
}

} // namespace sidetal
