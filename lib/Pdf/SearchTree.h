#pragma once

#include "Pdf/FileWriter.h"

#include <cstdint>
#include <functional>

namespace sidetal {

/// The entries of a number tree or a name tree (ISO 32000-1, 7.9.7 and 7.9.6), in ascending order.
struct SearchTreeEntries {
    enum class Kind : std::uint8_t { Numbers, Names };
    Kind kind = Kind::Numbers;
    std::uint32_t count = 0;
    std::function<void(Buffer& out, std::uint32_t i)> key;
    std::function<void(Buffer& out, std::uint32_t i)> value;
};

/// Writes a balanced tree, its nodes of at most 128 entries or kids, and returns its root; `count` must not
/// be 0.
[[nodiscard]] ObjectNumber writeSearchTree(FileWriter& file, const SearchTreeEntries& entries);

} // namespace sidetal
