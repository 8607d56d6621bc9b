#pragma once

#include "Compose/TableForm.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace sidetal {

/// Which cells are the headers of which: pairs of a cell and its header, as indices into the table's cells;
/// by cell, and of each its column headers first.
using HeaderPairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Finds out what each header is the header of, sets the scopes of all, and returns the headers of every cell
/// (HTML, 4.9.12.2; linear in the slots).
///
/// Other than there, an empty cell does not keep a header in its row or column from being theirs, as empty
/// corners would; a header that is neither a column's nor a row's is a row's if a data cell stands right of
/// it. Where a data cell would have no header at all, which ISO 14289-1, 7.5 does not allow, the first row
/// becomes headers: `promoted` tells, unless that was for the sake of empty cells alone.
[[nodiscard]] HeaderPairs headersOf(TableForm& form, bool* promoted = nullptr);

/// Adds a form's sections, rows and cells to `tree` under `table`, with roles, spans, scopes and headers, in
/// reading order: `fill(section, cell)` is called for each cell when it has its node, before the next one is
/// added, and adds what stands in it.
template <typename Fill>
void addTableNodes(StructTree& tree, NodeId table, TableForm& form, Fill&& fill, bool* promoted = nullptr);

/// Gives the cells of a form, which have their nodes, their headers.
void setHeaders(StructTree& tree, const TableForm& form, const HeaderPairs& pairs);

template <typename Fill>
void addTableNodes(StructTree& tree, NodeId table, TableForm& form, Fill&& fill, bool* promoted) {
    const HeaderPairs pairs = headersOf(form, promoted);
    for (const TableForm::Section& section : form.sections()) {
        const NodeId group = tree.add(table, section.role);
        for (std::uint32_t row = section.firstRow; row < section.endRow; ++row) {
            const NodeId line = tree.add(group, Role::TR);
            for (PlacedCell& cell : form.row(row)) {
                cell.node = tree.add(line, cell.header ? Role::TH : Role::TD);
                StructNode& node = tree.node(cell.node);
                node.rowSpan = static_cast<std::uint16_t>(cell.rowSpan);
                node.colSpan = static_cast<std::uint16_t>(cell.colSpan);
                node.scope = cell.scope;
                fill(section, cell);
            }
        }
    }
    setHeaders(tree, form, pairs);
}

} // namespace sidetal
