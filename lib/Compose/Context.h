#pragma once

#include "Blocks/Block.h"
#include "Compose/Unprinted.h"
#include "Labels/Labels.h"

#include "sidetal/Model/Common.h"
#include "sidetal/Style/StyleSheet.h"

#include <string>
#include <string_view>

namespace sidetal {

/// A text style as blocks refer to it.
struct Type {
    FormatId format{};
    bool bold = false;
    bool italic = false;
};

/// What every composer works with: the document that grows, the words, and what could not be shown.
struct Context {
    BlockDocument& out;
    const Labels& labels;
    Unprinted unprinted;

    /// The type of a style; equal styles share a format.
    [[nodiscard]] Type type(const TextStyle& style);

    /// A run of `text`, which must live as long as the document.
    [[nodiscard]] static Run run(std::string_view text, const Type& type, NodeId leaf);

    /// A paragraph of one run; with no run where `text` is empty.
    [[nodiscard]] static Paragraph paragraph(std::string_view text, const Type& type, NodeId leaf,
                                             SourcePos source);

    /// Appends the document's title as H1 and gives it to the file.
    void addTitle(const DocumentHeader& header, Label fallback, const ParagraphStyle& style, Length measure);

    /// Notes the keys that no kind of document shows.
    void noteHeader(const DocumentHeader& header);
};

} // namespace sidetal
