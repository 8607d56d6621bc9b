#pragma once

#include "Pdf/Buffer.h"

#include <cstdint>
#include <vector>

namespace sidetal {

/// The shape of a balanced tree over `leaves` leaves, at least one, with nodes of at most `fanOut` kids: page
/// trees (ISO 32000-1, 7.7.3) and search trees (7.9.6, 7.9.7) alike. Level 0 are the leaves, the last level
/// is the root alone. The nodes of a level have consecutive numbers, so that one is kept for each level.
class BalancedTree {
  public:
    /// A stretch of a row of things.
    struct Span {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };

    BalancedTree(std::uint32_t leaves, std::uint32_t fanOut);

    [[nodiscard]] std::size_t levels() const { return counts_.size(); }
    [[nodiscard]] std::size_t root() const { return counts_.size() - 1; }
    /// How many nodes a level has.
    [[nodiscard]] std::uint32_t count(std::size_t level) const { return counts_[level]; }
    /// The kids of a node, as indices into the level below; `level` > 0.
    [[nodiscard]] Span kids(std::size_t level, std::uint32_t node) const;
    /// The leaves below a node.
    [[nodiscard]] Span leaves(std::size_t level, std::uint32_t node) const;

    /// Says where the numbers of a level begin.
    void setNumbers(std::size_t level, ObjectNumber first) { first_[level] = first; }
    [[nodiscard]] ObjectNumber number(std::size_t level, std::uint32_t node) const {
        return first_[level] + node;
    }
    /// The number of the node above; None for the root.
    [[nodiscard]] ObjectNumber parent(std::size_t level, std::uint32_t node) const;
    /// Appends the entry Kids of a node; `level` > 0.
    void appendKids(Buffer& out, std::size_t level, std::uint32_t node) const;

  private:
    std::uint32_t fanOut_;
    std::vector<std::uint32_t> counts_; ///< by level
    std::vector<ObjectNumber> first_;
};

} // namespace sidetal
