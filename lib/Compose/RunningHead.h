#pragma once

#include "Compose/Context.h"

#include <string>
#include <string_view>

namespace sidetal {

/// How a line in the heads of pages looks.
struct HeadLook {
    TextStyle text;
    Length baseline; ///< from the page's upper edge
    Length width;    ///< from the body's left edge
    Length left;     ///< of it, the part of the words at the left; the rest is that of what goes on
};

/// Appends to the run's pages the line in their heads: `words` (runningWords()) and at the right the mark
/// that the page begins within (RunningMark), both from the second page on; where the document is a draft,
/// between them that it is one, on the first page too.
void addRunningHead(Context& context, const DocumentHeader& header, const HeadLook& look, std::string words);

/// What the words at the left have room for.
[[nodiscard]] Length roomOfHead(const DocumentHeader& header, const HeadLook& look);

/// What well-formed words are taken to need in type of `size`, by which cutToRoom() goes too.
[[nodiscard]] Length estimatedWidth(std::string_view words, Length size);

/// Words for a running line, which is never broken: where they hardly have room in `width` in type of `size`,
/// their end is left out. Of what has room layout alone can tell, which has the fonts.
[[nodiscard]] std::string cutToRoom(std::string_view words, Length width, Length size);

/// Says in the heads of the run's pages, at the right end of the margins, that the document is a draft, where
/// it is one and a sheet without a line there leaves room over the text.
void addDraftMark(Context& context, const DocumentHeader& header, const StyleSheet& style);

} // namespace sidetal
