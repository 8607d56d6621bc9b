#pragma once

#include "Blocks/Block.h"
#include "Join/JoinNames.h"

#include "sidetal/Style/StyleSheet.h"

#include <cstdint>
#include <string>

namespace sidetal {

/// What a separator sheet says of the document that it stands before.
struct SeparatorFacts {
    const JoinNames& names;
    std::uint32_t number = 1; ///< in the row
    std::uint32_t of = 0;     ///< how many there are; 0: not known
    std::string title{};      ///< what the document is called here; empty: its own title without the rest
    std::string recipient{};  ///< whom it is for; empty: not said
    std::string language;     ///< the document's
};

/// A sheet of paper as large as the document's first page, with what tells it from the others in large type,
/// in the font of the document's style; no page furniture.
[[nodiscard]] BlockDocument separatorSheet(const SeparatorFacts& facts, const Labels& labels,
                                           const StyleSheet& style, Size paper);

} // namespace sidetal
