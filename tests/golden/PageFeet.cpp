#include "golden/PageFeet.h"

namespace sidetal::test {

bool isWithin(const StructTree& tree, NodeId leaf, Role role) {
    while (leaf != NodeId::None && tree.node(leaf).role != role) {
        leaf = tree.node(leaf).parent;
    }
    return leaf != NodeId::None;
}

namespace {

int headingLevel(const StructTree& tree, NodeId leaf) {
    for (; leaf != NodeId::None; leaf = tree.node(leaf).parent) {
        const Role role = tree.node(leaf).role;
        if (role >= Role::H1 && role <= Role::H6) {
            return static_cast<int>(role) - static_cast<int>(Role::H1) + 1;
        }
    }
    return 0;
}

/// Whether a page has nothing but headings, terms and captions.
bool holdsLeadsAlone(const StructTree& tree, const std::vector<dump::LeafText>& leaves, std::uint32_t page) {
    for (std::uint32_t i = 0; i < leaves.size(); ++i) {
        const auto leaf = static_cast<NodeId>(i);
        if (leaves[i].shown && leaves[i].first <= page && leaves[i].last >= page &&
            headingLevel(tree, leaf) == 0 && !isWithin(tree, leaf, Role::Caption) &&
            !isWithin(tree, leaf, Role::Lbl)) {
            return false;
        }
    }
    return true;
}

/// Whether a leaf stands in the first row of its table: a row over it shows nothing, but has its place.
bool isInFirstRow(const StructTree& tree, NodeId leaf) {
    while (leaf != NodeId::None && tree.node(leaf).role != Role::TR) {
        leaf = tree.node(leaf).parent;
    }
    return leaf != NodeId::None && tree.node(tree.node(leaf).parent).firstKid == leaf;
}

/// Whether a page has nothing but the row that `leaf` stands in.
bool holdsOneRow(const StructTree& tree, const std::vector<dump::LeafText>& leaves, std::uint32_t page,
                 NodeId leaf) {
    NodeId row = NodeId::None;
    for (; leaf != NodeId::None; leaf = tree.node(leaf).parent) {
        row = tree.node(leaf).role == Role::TR ? leaf : row; // the outermost
    }
    const auto isIn = [&](NodeId inner) {
        while (inner != NodeId::None && inner != row) {
            inner = tree.node(inner).parent;
        }
        return inner == row;
    };
    bool alone = row != NodeId::None;
    for (std::uint32_t i = 0; i < leaves.size(); ++i) {
        const bool onPage = leaves[i].shown && leaves[i].first <= page && leaves[i].last >= page;
        alone = alone && (!onPage || isIn(static_cast<NodeId>(i)));
    }
    return alone;
}

} // namespace

std::optional<std::string> aloneAtFoot(const StructTree& tree, const std::vector<dump::LeafText>& leaves,
                                       std::size_t pages, std::size_t first) {
    const auto fault = [&](const char* what, std::size_t page, std::uint32_t leaf) {
        return std::string(what) + " at the foot of page " + std::to_string(page + 1) + ": " +
               leaves[leaf].text;
    };
    std::vector<std::uint32_t> last(pages, 0);
    for (std::uint32_t i = 0; i < leaves.size(); ++i) {
        if (leaves[i].shown) {
            last[leaves[i].last] = i;
        }
    }
    for (std::size_t page = first; page + 1 < pages; ++page) {
        const auto leaf = static_cast<NodeId>(last[page]);
        std::uint32_t next = last[page] + 1;
        while (next < leaves.size() && !leaves[next].shown) {
            ++next;
        }
        if (next == leaves.size() || leaves[next].first == page) {
            continue; // that begins there, too: it goes on over the page
        }
        if (holdsOneRow(tree, leaves, static_cast<std::uint32_t>(page) + 1, static_cast<NodeId>(next)) ||
            holdsLeadsAlone(tree, leaves, static_cast<std::uint32_t>(page))) {
            continue; // what they lead is higher than what is left of a page under them
        }
        const int level = headingLevel(tree, leaf);
        const int after = headingLevel(tree, static_cast<NodeId>(next));
        if (level != 0 && (after == 0 || after > level)) {
            return fault("a heading", page, last[page]);
        }
        if (isWithin(tree, leaf, Role::Caption) && isInFirstRow(tree, static_cast<NodeId>(next))) {
            return fault("a caption", page, last[page]);
        }
    }
    return std::nullopt;
}

} // namespace sidetal::test
