#include "Pdf/StructureWriter.h"

#include "Pdf/SearchTree.h"
#include "Pdf/Strings.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <string>

namespace sidetal {

namespace {

bool isCell(Role role) {
    return role == Role::TH || role == Role::TD;
}

/// Whether the kids of an element stand below each other, not in a line.
bool holdsBlocks(Role role) {
    switch (role) {
    case Role::Document:
    case Role::Sect:
    case Role::LBody:
    case Role::BlockQuote:
    case Role::Note:
    case Role::Caption:
    case Role::TH:
    case Role::TD:
        return true;
    default:
        return false;
    }
}

/// The id of the header cell that is the `i`-th in reading order; the same for the same document.
void appendIdOf(Buffer& out, std::uint32_t i) {
    out << "(h" << i + 1 << ')';
}

/// The numbers below `count`, ordered by the bytes of their ids. Ids count from 1: after 1 comes 10 if there
/// is one, else 2, and after 19 comes 2.
std::vector<std::uint32_t> idOrder(std::size_t count) {
    std::vector<std::uint32_t> out;
    out.reserve(count);
    for (std::size_t id = 1; out.size() < count;) {
        out.push_back(static_cast<std::uint32_t>(id - 1));
        if (id * 10 <= count) {
            id *= 10;
            continue;
        }
        if (id == count) {
            id /= 10;
        }
        for (++id; id % 10 == 0;) {
            id /= 10;
        }
    }
    return out;
}

/// Where tables and figures are, by their nodes, but for figures that lie on several pages: a box is about
/// all of its element. Of a figure, what was painted of it says more than where it was laid out.
std::vector<NodeBox> boxesOf(const std::vector<NodeBox>& laidOut, const std::vector<NodeBox>& painted) {
    std::vector<NodeBox> boxes = laidOut;
    boxes.insert(boxes.end(), painted.begin(), painted.end());
    std::stable_sort(boxes.begin(), boxes.end(),
                     [](const NodeBox& a, const NodeBox& b) { return a.node < b.node; });
    std::vector<NodeBox> single;
    for (auto box = boxes.begin(); box != boxes.end();) {
        const auto next =
            std::find_if(box, boxes.end(), [&](const NodeBox& b) { return b.node != box->node; });
        if (std::all_of(box, next, [&](const NodeBox& b) { return b.page == box->page; })) {
            single.push_back(*std::prev(next));
        }
        box = next;
    }
    return single;
}

} // namespace

StructureWriter::StructureWriter(FileWriter& file, const Surroundings& surroundings)
    : file_(file)
    , pages_(surroundings.pages)
    , tree_(*pages_.tree)
    , pageObjects_(surroundings.objects)
    , marks_(surroundings.marks)
    , links_(surroundings.links)
    , firstElement_(file.reserve(static_cast<std::uint32_t>(tree_.size())))
    , boxes_(boxesOf(pages_.boxes, surroundings.figures)) {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
        if (tree_.node(static_cast<NodeId>(i)).hasId) {
            identified_.push_back(static_cast<NodeId>(i));
        }
    }
}

void StructureWriter::write(ObjectNumber root) {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
        writeElement(static_cast<NodeId>(i), root);
    }
    const ObjectNumber parentTree = writeParentTree();
    const ObjectNumber idTree = identified_.empty() ? ObjectNumber::None : writeIdTree();
    Buffer& out = file_.beginObject(root);
    out << "<</Type/StructTreeRoot/K " << elementOf(NodeId::Root) << "/ParentTree " << parentTree
        << "/ParentTreeNextKey " << pages_.count + links_.count();
    if (idTree != ObjectNumber::None) {
        out << "/IDTree " << idTree;
    }
    out << ">>";
    file_.endObject();
}

void StructureWriter::writeElement(NodeId id, ObjectNumber root) {
    const StructNode& node = tree_.node(id);
    assert(node.firstKid == NodeId::None || !marks_.isMarked(id) || // children or marks, never both
           node.role == Role::Figure);                              // but for a figure with a caption
    Buffer& out = file_.beginObject(elementOf(id));
    out << "<</S/" << roleName(node.role) << "/P " << (id == NodeId::Root ? root : elementOf(node.parent));
    if (node.hasId) {
        out << "/ID";
        appendId(out, id);
    }
    appendAttributes(out, id, node);
    if (const std::string_view language = tree_.language(node); !language.empty()) {
        out << "/Lang";
        appendTextString(out, language, "a language");
    }
    if (const std::string_view alt = tree_.alt(node); !alt.empty()) {
        out << "/Alt";
        appendTextString(out, alt, kTextOfFigure);
    }
    if (const std::string_view expansion = tree_.expansion(node); !expansion.empty()) {
        out << "/E";
        appendTextString(out, expansion, "an abbreviation's expansion");
    }
    if (const std::string_view words = tree_.actualText(node); !words.empty()) {
        out << "/ActualText"; // also in the content: some readers ask the one, some the other
        appendTextString(out, words, "a replacement text");
    }
    appendContent(out, id, node);
    out << ">>";
    file_.endObject();
}

/// What an element holds: its marks, then its kids, then its annotations.
void StructureWriter::appendContent(Buffer& out, NodeId id, const StructNode& node) const {
    const bool isMarked = marks_.isMarked(id);
    const std::vector<std::uint32_t> annotations =
        node.role == Role::Link ? links_.ofLink(id) : std::vector<std::uint32_t>();
    if (!isMarked && node.firstKid == NodeId::None && annotations.empty()) {
        return;
    }
    const bool isOnlyMarked = node.firstKid == NodeId::None && annotations.empty();
    if (isMarked) {
        const std::uint32_t first = marks_.firstOf(id);
        out << "/Pg " << pageObjects_.firstPage + marks_.mark(first).page;
        if (isOnlyMarked && marks_.nextOf(first) == Marks::kNone) {
            out << "/K " << marks_.mark(first).mcid;
            return;
        }
    }
    out << "/K[";
    if (isMarked) {
        appendMarks(out, id);
        out << (isOnlyMarked ? "" : " ");
    }
    appendKids(out, node);
    appendReferences(out, annotations);
    out << ']';
}

void StructureWriter::appendKids(Buffer& out, const StructNode& node) const {
    for (NodeId kid = node.firstKid; kid != NodeId::None; kid = tree_.node(kid).next) {
        out << elementOf(kid) << ' ';
    }
}

/// Marks on the leaf's first page by their number alone, those on other pages with theirs (14.7.4.2).
void StructureWriter::appendMarks(Buffer& out, NodeId id) const {
    const std::uint32_t first = marks_.firstOf(id);
    const std::uint32_t page = marks_.mark(first).page;
    for (std::uint32_t i = first; i != Marks::kNone; i = marks_.nextOf(i)) {
        const Marks::Mark mark = marks_.mark(i);
        if (mark.page != page) {
            out << "<</Type/MCR/Pg " << pageObjects_.firstPage + mark.page << "/MCID " << mark.mcid << ">>";
        } else if (i == first) {
            out << mark.mcid;
        } else {
            out << ' ' << mark.mcid;
        }
    }
}

/// Annotations, each with its page (14.7.4.3).
void StructureWriter::appendReferences(Buffer& out, std::span<const std::uint32_t> annotations) const {
    for (const std::uint32_t i : annotations) {
        out << "<</Type/OBJR/Pg " << pageObjects_.firstPage + links_.pageOf(i) << "/Obj "
            << links_.numberOf(i) << ">>";
    }
}

/// Attributes of at most one owner a node: Table for cells, List for lists, Layout for spans, tables and
/// figures (14.8.5).
void StructureWriter::appendAttributes(Buffer& out, NodeId id, const StructNode& node) {
    if (isCell(node.role)) {
        if (node.scope != Scope::None || node.rowSpan > 1 || node.colSpan > 1 || node.headerCount > 0) {
            appendTableAttributes(out, node);
        }
    } else if (node.numbering != ListNumbering::None) {
        out << "/A<</O/List/ListNumbering/" << listNumberingName(node.numbering) << ">>";
    } else if (const SpanStyle style = tree_.spanStyle(node); style != SpanStyle()) {
        appendSpanStyle(out, style);
    } else if (const NodeBox* box = nextBox(id)) {
        appendBox(out, node, *box);
    }
}

/// How a Span's words stand out (14.8.5.4.4).
void StructureWriter::appendSpanStyle(Buffer& out, const SpanStyle& style) {
    out << "/A<</O/Layout";
    if (style.struck || style.underlined) {
        out << (style.struck ? "/TextDecorationType/LineThrough" : "/TextDecorationType/Underline");
    }
    if (style.shift != Length()) {
        out << "/BaselineShift " << coordinate(style.shift);
    }
    out << ">>";
}

void StructureWriter::appendTableAttributes(Buffer& out, const StructNode& node) const {
    out << "/A<</O/Table";
    if (node.scope != Scope::None) {
        out << (node.scope == Scope::Row ? "/Scope/Row" : "/Scope/Column");
    }
    if (node.rowSpan > 1) {
        out << "/RowSpan " << node.rowSpan;
    }
    if (node.colSpan > 1) {
        out << "/ColSpan " << node.colSpan;
    }
    if (node.headerCount > 0) {
        out << "/Headers[";
        for (std::uint32_t i = 0; i < node.headerCount; ++i) {
            appendId(out, tree_.headerOf(node, i));
        }
        out << ']';
    }
    out << ">>";
}

/// A figure that stands among blocks is one; else it stands in a line, as is said of none (14.8.5.4.2).
void StructureWriter::appendBox(Buffer& out, const StructNode& node, const NodeBox& at) const {
    const bool isBlock = node.role == Role::Figure && holdsBlocks(tree_.node(node.parent).role);
    out << (isBlock ? "/A<</O/Layout/Placement/Block/BBox" : "/A<</O/Layout/BBox");
    pageObjects_.appendBox(out, at.page, at.box);
    out << ">>";
}

/// The box of a node, or null; to be asked for in ascending order.
const NodeBox* StructureWriter::nextBox(NodeId id) {
    while (boxesWritten_ < boxes_.size() && boxes_[boxesWritten_].node < id) {
        ++boxesWritten_;
    }
    const bool found = boxesWritten_ < boxes_.size() && boxes_[boxesWritten_].node == id;
    return found ? &boxes_[boxesWritten_] : nullptr;
}

void StructureWriter::appendId(Buffer& out, NodeId node) const {
    const auto found = std::lower_bound(identified_.begin(), identified_.end(), node);
    assert(found != identified_.end() && *found == node);
    appendIdOf(out, static_cast<std::uint32_t>(found - identified_.begin()));
}

ObjectNumber StructureWriter::writeParentTree() {
    SearchTreeEntries entries;
    entries.kind = SearchTreeEntries::Kind::Numbers;
    entries.count = pages_.count + links_.count();
    entries.key = [](Buffer& out, std::uint32_t i) { out << i; };
    entries.value = [this](Buffer& out, std::uint32_t i) {
        if (i >= pages_.count) {
            out << elementOf(links_.linkOf(i - pages_.count));
            return;
        }
        out << '[';
        for (const NodeId leaf : marks_.ofPage(i)) {
            out << elementOf(leaf) << ' ';
        }
        out << ']';
    };
    return writeSearchTree(file_, entries);
}

/// Name trees are sorted by the bytes of their keys: h1, h10, h2 (7.9.6).
ObjectNumber StructureWriter::writeIdTree() {
    const std::vector<std::uint32_t> order = idOrder(identified_.size());
    SearchTreeEntries entries;
    entries.kind = SearchTreeEntries::Kind::Names;
    entries.count = static_cast<std::uint32_t>(order.size());
    entries.key = [&](Buffer& out, std::uint32_t i) { appendIdOf(out, order[i]); };
    entries.value = [&](Buffer& out, std::uint32_t i) { out << elementOf(identified_[order[i]]); };
    return writeSearchTree(file_, entries);
}

} // namespace sidetal
