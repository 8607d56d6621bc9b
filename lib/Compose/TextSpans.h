#pragma once

#include "Compose/Context.h"

#include "sidetal/Model/RichText.h"

#include <span>
#include <string_view>
#include <vector>

namespace sidetal {

/// An address that stands in a note under its text.
struct LinkNote {
    std::string_view address; ///< of the model
    std::uint32_t number = 0;
    TargetId target = TargetId::None; ///< reserved for the note
};

/// The words of `spans` as runs: what has an emphasis that listeners are told of, a link, a language, an
/// expansion or is code is a leaf of its own under `node` (Span, Link, Code), and so is then all beside it,
/// as a node has kids or marks. Where nothing has, and `split` is false, `node` is the leaf. Addresses that
/// are to stand in notes are appended to `notes`; without any they stand behind their words.
[[nodiscard]] std::vector<Run> runsOf(Context& context, std::span<const TextSpan> spans, const Type& type,
                                      NodeId node, std::vector<LinkNote>* notes, bool split = false);

/// A paragraph of `spans`: its runs as runsOf() makes them.
[[nodiscard]] Paragraph spanParagraph(Context& context, std::span<const TextSpan> spans, const Type& type,
                                      NodeId node, SourcePos source, std::vector<LinkNote>* notes);

/// What spans say, in one string.
[[nodiscard]] std::string plainWords(std::span<const TextSpan> spans);

/// What the paragraphs of a text say, lists included, parted by blanks.
[[nodiscard]] std::string plainWords(const RichText& text);

/// An address as people read it: without "mailto:" and "tel:".
[[nodiscard]] std::string_view shownAddress(std::string_view address);

} // namespace sidetal
