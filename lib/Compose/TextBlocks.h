#pragma once

#include "Compose/Context.h"

#include "sidetal/Model/RichText.h"

#include <vector>

namespace sidetal {

/// How a text is set.
struct TextLook {
    Type type;
    const ListStyle* list = nullptr;
    Length gap; ///< between its paragraphs and lists, and after the last
};

/// Appends a text's paragraphs and lists to `out`, their nodes (P, L) to `parent`.
void addText(Context& context, const RichText& text, NodeId parent, const TextLook& look,
             std::vector<Block>& out);

/// Fills a cell: a text that is one paragraph makes the cell's own node its leaf, any other gives it P and L
/// within (design.md 6). `cell.node` has no kids yet. An empty text leaves the cell empty.
void fillCell(Context& context, TableCell& cell, const RichText& text, const TextLook& look);

/// Fills a cell with a title on a line of its own and a text under it; without a text the title alone is the
/// cell's leaf.
void fillCell(Context& context, TableCell& cell, std::string_view title, const Type& titleType,
              SourcePos source, const RichText& text, const TextLook& look);

} // namespace sidetal
