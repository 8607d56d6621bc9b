#include "Pdf/PageTree.h"

#include "Pdf/LinkAnnotations.h"

#include <algorithm>
#include <cassert>
#include <vector>

namespace sidetal {

namespace {

constexpr std::uint32_t kFanOut = 64;

/// A row of nodes with consecutive numbers; each has `span` pages below it, the last one what is left.
struct Level {
    ObjectNumber first{};
    std::uint32_t count = 0;
    std::uint64_t span = 1;
};

/// From the pages up to the root.
std::vector<Level> reserveLevels(FileWriter& file, const PageObjects& pages, ObjectNumber root) {
    std::vector<Level> levels{{pages.firstPage, pages.count, 1}};
    do {
        const Level& below = levels.back();
        Level level;
        level.count = (below.count + kFanOut - 1) / kFanOut;
        level.span = below.span * kFanOut;
        level.first = level.count == 1 ? root : file.reserve(level.count);
        levels.push_back(level);
    } while (levels.back().count > 1);
    return levels;
}

void writePage(FileWriter& file, const PageObjects& pages, LinkAnnotations& links, std::uint32_t page,
               ObjectNumber parent) {
    Buffer& out = file.beginObject(pages.firstPage + page);
    const Size size = pages.sizes[page];
    out << "<</Type/Page/Parent " << parent << "/MediaBox[0 0 " << coordinate(size.width) << ' '
        << coordinate(size.height) << "]/Resources " << pages.resources << "/Contents "
        << pages.firstContents + page << "/Tabs/S/StructParents " << page;
    links.appendOfPage(out, page);
    out << ">>";
    file.endObject();
}

void writeNode(FileWriter& file, const PageObjects& pages, const Level& below, const Level& level,
               std::uint32_t i, ObjectNumber parent) {
    Buffer& out = file.beginObject(level.first + i);
    const std::uint64_t begin = i * level.span;
    out << "<</Type/Pages/Count " << std::min<std::uint64_t>(pages.count, begin + level.span) - begin
        << "/Kids[";
    const std::uint32_t end = std::min(below.count, (i + 1) * kFanOut);
    for (std::uint32_t kid = i * kFanOut; kid < end; ++kid) {
        out << below.first + kid << ' ';
    }
    out << ']';
    if (parent != ObjectNumber::None) {
        out << "/Parent " << parent;
    }
    out << ">>";
    file.endObject();
}

} // namespace

void PageObjects::appendBox(Buffer& out, std::uint32_t page, const Rect& box) const {
    out << '[' << coordinate(box.x) << ' ' << up(page, box.bottom()) << ' ' << coordinate(box.right()) << ' '
        << up(page, box.y) << ']';
}

void appendDestination(Buffer& out, const PageObjects& pages, const Target& target) {
    assert(target.page < pages.count);
    out << "/Dest[" << pages.firstPage + target.page << "/XYZ null " << pages.up(target.page, target.top)
        << " null]";
}

void writePageTree(FileWriter& file, const PageObjects& pages, LinkAnnotations& links, ObjectNumber root) {
    const std::vector<Level> levels = reserveLevels(file, pages, root);
    for (std::uint32_t page = 0; page < pages.count; ++page) {
        writePage(file, pages, links, page, levels[1].first + page / kFanOut);
    }
    for (std::size_t k = 1; k < levels.size(); ++k) {
        for (std::uint32_t i = 0; i < levels[k].count; ++i) {
            const bool isRoot = k + 1 == levels.size();
            const ObjectNumber parent = isRoot ? ObjectNumber::None : levels[k + 1].first + i / kFanOut;
            writeNode(file, pages, levels[k - 1], levels[k], i, parent);
        }
    }
}

} // namespace sidetal
