#pragma once

#include "Dump/PaintedText.h"
#include "Structure/StructTree.h"

#include <optional>
#include <string>
#include <vector>

namespace sidetal::test {

/// Whether a leaf is of this role, or lies in an element of it.
[[nodiscard]] bool isWithin(const StructTree& tree, NodeId leaf, Role role);

/// What stands alone at the foot of a page and must not: a heading over text, or a caption; nothing where all
/// is well. The pages, from `first` on, are known by their leaves alone.
[[nodiscard]] std::optional<std::string> aloneAtFoot(const StructTree& tree,
                                                     const std::vector<dump::LeafText>& leaves,
                                                     std::size_t pages, std::size_t first = 0);

} // namespace sidetal::test
