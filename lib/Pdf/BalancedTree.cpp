#include "Pdf/BalancedTree.h"

#include <algorithm>
#include <cassert>

namespace sidetal {

BalancedTree::BalancedTree(std::uint32_t leaves, std::uint32_t fanOut)
    : fanOut_(fanOut)
    , counts_{leaves} {
    assert(leaves > 0 && fanOut > 1);
    do {
        counts_.push_back((counts_.back() - 1) / fanOut + 1);
    } while (counts_.back() > 1);
    first_.resize(counts_.size());
}

BalancedTree::Span BalancedTree::kids(std::size_t level, std::uint32_t node) const {
    const std::uint64_t begin = std::uint64_t{node} * fanOut_;
    const std::uint64_t end = std::min<std::uint64_t>(counts_[level - 1], begin + fanOut_);
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

BalancedTree::Span BalancedTree::leaves(std::size_t level, std::uint32_t node) const {
    Span span{node, node + 1};
    for (; level > 0; --level) {
        span = {kids(level, span.begin).begin, kids(level, span.end - 1).end};
    }
    return span;
}

ObjectNumber BalancedTree::parent(std::size_t level, std::uint32_t node) const {
    return level == root() ? ObjectNumber::None : number(level + 1, node / fanOut_);
}

void BalancedTree::appendKids(Buffer& out, std::size_t level, std::uint32_t node) const {
    out << "/Kids[";
    const Span span = kids(level, node);
    for (std::uint32_t kid = span.begin; kid < span.end; ++kid) {
        out << number(level - 1, kid) << ' ';
    }
    out << ']';
}

} // namespace sidetal
