#include "Pdf/SearchTree.h"

#include "Pdf/BalancedTree.h"

namespace sidetal {

namespace {

constexpr std::uint32_t kMostEntries = 128;

void appendLimits(Buffer& out, const SearchTreeEntries& entries, BalancedTree::Span span) {
    out << "/Limits[";
    entries.key(out, span.begin);
    out << ' ';
    entries.key(out, span.end - 1);
    out << ']';
}

void appendEntries(Buffer& out, const SearchTreeEntries& entries, BalancedTree::Span span) {
    out << (entries.kind == SearchTreeEntries::Kind::Numbers ? "/Nums[" : "/Names[");
    for (std::uint32_t i = span.begin; i < span.end; ++i) {
        entries.key(out, i);
        out << ' ';
        entries.value(out, i);
        out << ' ';
    }
    out << ']';
}

} // namespace

ObjectNumber writeSearchTree(FileWriter& file, const SearchTreeEntries& entries) {
    BalancedTree tree(entries.count, kMostEntries);
    for (std::size_t level = 1; level < tree.levels(); ++level) {
        tree.setNumbers(level, file.reserve(tree.count(level)));
        for (std::uint32_t node = 0; node < tree.count(level); ++node) {
            Buffer& out = file.beginObject(tree.number(level, node));
            out << "<<";
            if (level == 1) {
                appendEntries(out, entries, tree.kids(level, node));
            } else {
                tree.appendKids(out, level, node);
            }
            if (level != tree.root()) { // which has none
                appendLimits(out, entries, tree.leaves(level, node));
            }
            out << ">>";
            file.endObject();
        }
    }
    return tree.number(tree.root(), 0);
}

} // namespace sidetal
