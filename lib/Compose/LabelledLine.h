#pragma once

#include "Compose/Context.h"

#include <string>
#include <vector>

namespace sidetal {

/// A part of a line: the document's words, or those of the catalogue and dates in them.
struct LinePart {
    std::string text;
    bool ofCatalogue = false;
};

/// A paragraph of the parts as one text. Where words of the catalogue are of another language than the
/// document, each part is a Span of `leaf`.
[[nodiscard]] Paragraph labelledParagraph(Context& context, const std::vector<LinePart>& parts,
                                          const Type& type, NodeId leaf, SourcePos source);

} // namespace sidetal
