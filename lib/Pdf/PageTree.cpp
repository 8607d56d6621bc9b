#include "Pdf/PageTree.h"

#include "Pdf/BalancedTree.h"
#include "Pdf/LinkAnnotations.h"

#include <cassert>

namespace sidetal {

namespace {

constexpr std::uint32_t kFanOut = 64;

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

void writeNode(FileWriter& file, const BalancedTree& tree, std::size_t level, std::uint32_t node) {
    Buffer& out = file.beginObject(tree.number(level, node));
    const BalancedTree::Span pages = tree.leaves(level, node);
    out << "<</Type/Pages/Count " << pages.end - pages.begin;
    tree.appendKids(out, level, node);
    if (const ObjectNumber parent = tree.parent(level, node); parent != ObjectNumber::None) {
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
    BalancedTree tree(pages.count, kFanOut);
    tree.setNumbers(0, pages.firstPage);
    for (std::size_t level = 1; level < tree.root(); ++level) {
        tree.setNumbers(level, file.reserve(tree.count(level)));
    }
    tree.setNumbers(tree.root(), root);
    for (std::uint32_t page = 0; page < pages.count; ++page) {
        writePage(file, pages, links, page, tree.parent(0, page));
    }
    for (std::size_t level = 1; level < tree.levels(); ++level) {
        for (std::uint32_t node = 0; node < tree.count(level); ++node) {
            writeNode(file, tree, level, node);
        }
    }
}

void writePageLabels(FileWriter& file, const Pages& pages, ObjectNumber root) {
    Buffer& out = file.beginObject(root);
    out << "<</Nums[";
    for (std::size_t i = 0; i < pages.labels.size(); ++i) {
        const PageLabel& label = pages.labels[i];
        if (!label.isNumbered) {
            out << label.page << "<<>>";
            continue;
        }
        if (label.number > 0) {
            out << label.page << "<</S/D/St " << label.number << ">>";
            continue;
        }
        // Only from 1 on can be counted: 0 is a label of its own, and the next page has 1.
        out << label.page << "<</P(0)>>";
        const std::uint32_t end = i + 1 < pages.labels.size() ? pages.labels[i + 1].page : pages.count;
        if (label.page + 1 < end) {
            out << label.page + 1 << "<</S/D>>";
        }
    }
    out << "]>>";
    file.endObject();
}

} // namespace sidetal
