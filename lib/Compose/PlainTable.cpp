#include "Compose/PlainTable.h"

#include <fmt/format.h>

#include <utility>

namespace sidetal {

namespace {

/// A cell of more rows may be parted by a page's end.
constexpr std::size_t kMostKeptRows = 3;

} // namespace

std::vector<PlainColumn> fitColumns(std::vector<PlainColumn> columns, Length room) {
    constexpr Length kNumber = Length::points(44); // of a goal, which is not made narrower: "1.10", "No."
    const Length most = room * 3 / 4;
    Length fixed;
    Length kept;
    for (const PlainColumn& column : columns) {
        fixed += column.width;
        kept += column.width <= kNumber ? column.width : Length();
    }
    kept = kept * 4 < most ? kept : Length(); // columns of counts, say, share what there is
    Length left = room;
    for (PlainColumn& column : columns) {
        if (fixed > most && (kept == Length() || column.width > kNumber)) {
            column.width =
                Length::milli((most - kept).milli() * column.width.milli() / (fixed - kept).milli());
        }
        left -= column.width;
    }
    for (PlainColumn& column : columns) {
        column.width = column.width > Length() ? column.width : left;
    }
    return columns;
}

PlainTable::PlainTable(Context& context, const GoalMatrixStyle& look, const std::vector<PlainColumn>& columns,
                       SourcePos source)
    : c_(context)
    , look_(look) {
    table_.node = c_.out.tree.add(NodeId::Root, Role::Table);
    table_.ruleWidth = look.ruleWidth;
    table_.ruleColour = look.ruleColour;
    table_.source = source;
    CellFormat plain;
    plain.padLeft = plain.padRight = look.paddingSides;
    plain.padTop = look.paddingTop;
    plain.padBottom = look.paddingBottom;
    table_.cellFormats.assign(kFormats, plain);
    table_.cellFormats[kHead].fill = look.header.fill;
    table_.cellFormats[kFoot].fill = look.theme.fill;
    addHead(columns);
    body_ = c_.out.tree.add(table_.node, Role::TBody);
}

void PlainTable::addHead(const std::vector<PlainColumn>& columns) {
    StructTree& tree = c_.out.tree;
    const NodeId row = tree.add(tree.add(table_.node, Role::THead), Role::TR);
    std::vector<TableCell>& cells = table_.header.emplace_back().cells;
    for (const PlainColumn& column : columns) {
        const NodeId node = tree.add(row, Role::TH);
        tree.node(node).scope = Scope::Column;
        c_.setLabelLanguage(node);
        TableCell& cell = cells.emplace_back();
        cell.column = static_cast<std::uint32_t>(heads_.size());
        cell.node = node;
        cell.format = kHead;
        cell.content.emplace_back().content =
            Context::paragraph(column.title, c_.type(look_.header.text, column.align), node, table_.source);
        table_.columns.emplace_back(column.width);
        aligns_.push_back(column.align);
        heads_.push_back(node);
    }
}

void PlainTable::add(NodeId parent, std::uint32_t first, std::uint16_t format) {
    row_ = c_.out.tree.add(parent, Role::TR);
    table_.rows.emplace_back().cells.reserve(heads_.size() - first);
    next_ = first;
    format_ = format;
    rowHeader_ = first == 0 ? NodeId::None : rowHeader_;
}

void PlainTable::beginRow(std::uint32_t first) {
    add(body_, first, kBody);
}

void PlainTable::beginFoot() {
    add(c_.out.tree.add(table_.node, Role::TFoot), 0, kFoot);
}

TableCell& PlainTable::addCell(bool header, std::size_t rowSpan) {
    StructTree& tree = c_.out.tree;
    TableCell& cell = table_.rows.back().cells.emplace_back();
    cell.column = next_++;
    cell.format = format_;
    cell.node = tree.add(row_, header ? Role::TH : Role::TD);
    cell.rowSpan = static_cast<std::uint32_t>(rowSpan);
    cell.keptRows = static_cast<std::uint16_t>(rowSpan > 1 && rowSpan <= kMostKeptRows ? rowSpan : 0);
    StructNode& node = tree.node(cell.node);
    node.scope = header ? Scope::Row : Scope::None;
    node.rowSpan = static_cast<std::uint16_t>(rowSpan);
    std::vector<NodeId> headers{heads_[cell.column]};
    if (header) {
        rowHeader_ = cell.node;
    } else if (rowHeader_ != NodeId::None) {
        headers.push_back(rowHeader_);
    }
    tree.setHeaders(cell.node, headers);
    return cell;
}

Type PlainTable::type() const {
    const bool heads = next_ <= 1;
    return c_.type(heads || format_ == kFoot ? look_.theme.text : look_.goal, aligns_[next_ - 1]);
}

TableCell& PlainTable::addWords(std::string words, SourcePos source, bool ofCatalogue, bool header) {
    TableCell& cell = addCell(header);
    if (ofCatalogue && !words.empty()) {
        c_.setLabelLanguage(cell.node);
    }
    if (!words.empty()) {
        cell.content.emplace_back().content =
            Context::paragraph(c_.out.keep(std::move(words)), type(), cell.node, source);
    }
    return cell;
}

TableCell& PlainTable::addLink(std::string_view words, TargetId target, OverviewWord leadsTo,
                               SourcePos source, std::size_t rowSpan) {
    TableCell& cell = addCell(!words.empty(), rowSpan);
    if (words.empty()) {
        return cell;
    }
    StructTree& tree = c_.out.tree;
    NodeId leaf = cell.node;
    if (target != TargetId::None) {
        leaf = tree.add(cell.node, Role::Link);
        const std::string said = outlineText(words);
        tree.setLink(leaf, Link{target,
                                {},
                                fmt::format(fmt::runtime(overviewWord(c_.labels, leadsTo)),
                                            fmt::arg("words", said), fmt::arg("page", "{page}")),
                                source,
                                true});
    }
    cell.content.emplace_back().content = Context::paragraph(words, type(), leaf, source);
    return cell;
}

Block PlainTable::take() {
    Block out;
    out.content = std::move(table_);
    return out;
}

} // namespace sidetal
