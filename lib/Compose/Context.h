#pragma once

#include "Blocks/Block.h"
#include "Labels/Labels.h"

#include "sidetal/Model/Common.h"
#include "sidetal/Style/StyleSheet.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace sidetal {

/// A text style as blocks refer to it.
struct Type {
    FormatId format{};
    Emphasis emphasis; ///< bold and italic
};

/// A title as it stands outside of pages, in the outline and the file's metadata: without the characters that
/// only tell where a line may break.
[[nodiscard]] std::string outlineText(std::string_view text);

/// What every composer works with: the document that grows, and the words.
struct Context {
    BlockDocument& out;
    const Labels& labels;
    SourcePos style{}; ///< the user's style file, where it is one, for what is its fault alone

    /// The type of a style; equal styles share a format.
    [[nodiscard]] Type type(const TextStyle& style, Align align = Align::Left);

    /// A run of `text`, which must live as long as the document.
    [[nodiscard]] static Run run(std::string_view text, const Type& type, NodeId leaf);

    /// A paragraph of one run; with no run where `text` is empty.
    [[nodiscard]] static Paragraph paragraph(std::string_view text, const Type& type, NodeId leaf,
                                             SourcePos source);

    /// The language of a node that holds words of the catalogue, or a date in them, where it is not the
    /// document's (ISO 14289-1, 7.2).
    void setLabelLanguage(NodeId node);

    /// Appends the document's title as H1 and gives it to the file, followed there by those of `details` that
    /// it does not name itself: a title is to tell one document from the others (ISO 14289-1, 7.1).
    void addTitle(const DocumentHeader& header, Label fallback, const ParagraphStyle& style, Length measure,
                  std::initializer_list<std::string> details);
};

} // namespace sidetal
