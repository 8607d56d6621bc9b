#pragma once

#include "Compose/Context.h"
#include "Compose/TextSpans.h"

#include "sidetal/Model/RichText.h"

#include <cstddef>
#include <vector>

namespace sidetal {

/// What stands before the words of a text's first paragraph and is read as other words: a Span of its own.
struct LeadingSign {
    std::string_view sign; ///< with the blank after it; must live as long as the document
    std::string words;     ///< with the blank after them
};

/// How a text is set.
struct TextLook {
    Type type;
    const ListStyle* list = nullptr;
    Length gap{};                      ///< between its paragraphs and lists, and after the last
    Length beforeList{};               ///< between a paragraph and a list under it
    const LeadingSign* sign = nullptr; ///< of its first paragraph
    /// The level of the text's topmost headings, 1 to 6; 0: what stands in cells and list items has none,
    /// its headings are bold paragraphs.
    int headingLevel = 0;
    std::vector<LinkNote>* notes = nullptr; ///< of the text around this one
    /// Paragraphs that say what they decide on, "Ad 1. …", are a list with these labels, where two follow on
    /// each other.
    bool adLists = false;
    std::size_t from = 0; ///< of its blocks those before are left out
};

/// A paragraph of a sign and the runs of `text`: Spans of `leaf`, as a node has children or marks. Without a
/// sign `leaf` is the leaf.
[[nodiscard]] Paragraph signedParagraph(Context& context, const LeadingSign* sign, const Type& type,
                                        Paragraph text, NodeId leaf);

/// Where lines stand by what a text says.
[[nodiscard]] Align alignOf(TextAlign align, Align otherwise);

/// A paragraph as its text asks for it: where its lines stand, in which letters, after which sign. Its leaf,
/// or the parent of its leaves, is `leaf`.
[[nodiscard]] Paragraph textParagraph(Context& context, const TextParagraph& text, NodeId leaf,
                                      const TextLook& look, const LeadingSign* sign);

/// Appends a text's blocks to `out`, their nodes (P, L, H1 to H6, Table …) to `parent`; notes of its links
/// stand under it.
void addText(Context& context, const RichText& text, NodeId parent, const TextLook& look,
             std::vector<Block>& out);

/// Fills a cell: a text that is one paragraph makes the cell's own node its leaf, any other gives it P and L
/// within (docs/design.md, "Tags"). `cell.node` has no kids yet. An empty text leaves the cell empty but for
/// a sign.
void fillCell(Context& context, TableCell& cell, const RichText& text, const TextLook& look);

/// Fills a cell with a title on a line of its own and a text under it; without a text the title alone is the
/// cell's leaf.
void fillCell(Context& context, TableCell& cell, std::string_view title, const Type& titleType,
              SourcePos source, const RichText& text, const TextLook& look);

} // namespace sidetal
