#pragma once

#include "Blocks/Block.h"
#include "Pages/Pages.h"

#include <string>

namespace sidetal {

/// Each stage's product as text for people and goldens; deterministic, one thing a line, indented by two
/// blanks a level.
[[nodiscard]] std::string dumpBlocks(const BlockDocument& document);
[[nodiscard]] std::string dumpTags(const StructTree& tree, const Pages& pages, LineBreaker& breaker);
[[nodiscard]] std::string dumpPages(const Pages& pages, LineBreaker& breaker);
[[nodiscard]] std::string dumpOutline(const Pages& pages);

} // namespace sidetal
