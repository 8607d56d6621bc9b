#include "Pdf/SearchTree.h"

#include <algorithm>
#include <cassert>

namespace sidetal {

namespace {

constexpr std::uint32_t kFanOut = 128;

/// A row of nodes with consecutive numbers; each covers `span` entries, the last one what is left.
struct Level {
    ObjectNumber first{};
    std::uint32_t count = 0;
    std::uint64_t span = 1;
};

void appendLimits(Buffer& out, const SearchTreeEntries& entries, std::uint64_t begin, std::uint64_t end) {
    out << "/Limits[";
    entries.key(out, static_cast<std::uint32_t>(begin));
    out << ' ';
    entries.key(out, static_cast<std::uint32_t>(end - 1));
    out << ']';
}

void appendEntries(Buffer& out, const SearchTreeEntries& entries, std::uint64_t begin, std::uint64_t end) {
    out << (entries.kind == SearchTreeEntries::Kind::Numbers ? "/Nums[" : "/Names[");
    for (std::uint64_t i = begin; i < end; ++i) {
        entries.key(out, static_cast<std::uint32_t>(i));
        out << ' ';
        entries.value(out, static_cast<std::uint32_t>(i));
        out << ' ';
    }
    out << ']';
}

void appendKids(Buffer& out, const Level& below, std::uint32_t begin, std::uint32_t end) {
    out << "/Kids[";
    for (std::uint32_t i = begin; i < end; ++i) {
        out << below.first + i << ' ';
    }
    out << ']';
}

} // namespace

ObjectNumber writeSearchTree(FileWriter& file, const SearchTreeEntries& entries) {
    assert(entries.count > 0);
    Level below{ObjectNumber::None, entries.count, 1};
    do {
        Level level;
        level.count = (below.count + kFanOut - 1) / kFanOut;
        level.span = below.span * kFanOut;
        level.first = file.reserve(level.count);
        for (std::uint32_t i = 0; i < level.count; ++i) {
            const std::uint64_t begin = i * level.span;
            const std::uint64_t end = std::min<std::uint64_t>(entries.count, begin + level.span);
            Buffer& out = file.beginObject(level.first + i);
            out << "<<";
            if (below.first == ObjectNumber::None) {
                appendEntries(out, entries, begin, end);
            } else {
                appendKids(out, below, i * kFanOut, std::min(below.count, (i + 1) * kFanOut));
            }
            if (level.count > 1) { // the root has none
                appendLimits(out, entries, begin, end);
            }
            out << ">>";
            file.endObject();
        }
        below = level;
    } while (below.count > 1);
    return below.first;
}

} // namespace sidetal
