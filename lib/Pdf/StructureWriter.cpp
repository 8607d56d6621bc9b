#include "Pdf/StructureWriter.h"

#include "Pdf/SearchTree.h"
#include "Pdf/Strings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <numeric>
#include <string>

namespace sidetal {

namespace {

bool isCell(Role role) {
    return role == Role::TH || role == Role::TD;
}

/// The id of the header cell that is the `i`-th in reading order; the same for the same document.
std::string idText(std::size_t i) {
    return fmt::format("h{}", i + 1);
}

} // namespace

StructureWriter::StructureWriter(FileWriter& file, const Pages& pages, const Marks& marks,
                                 const PageObjects& pageObjects)
    : file_(file)
    , pages_(pages)
    , tree_(*pages.tree)
    , marks_(marks)
    , pageObjects_(pageObjects)
    , firstElement_(file.reserve(static_cast<std::uint32_t>(pages.tree->size())))
    , boxes_(pages.boxes) {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
        if (tree_.node(static_cast<NodeId>(i)).hasId) {
            identified_.push_back(static_cast<NodeId>(i));
        }
    }
    std::sort(boxes_.begin(), boxes_.end(),
              [](const NodeBox& a, const NodeBox& b) { return a.node < b.node; });
}

void StructureWriter::write(ObjectNumber root) {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
        writeElement(static_cast<NodeId>(i), root);
    }
    const ObjectNumber parentTree = writeParentTree();
    const ObjectNumber idTree = identified_.empty() ? ObjectNumber::None : writeIdTree();
    Buffer& out = file_.beginObject(root);
    out << "<</Type/StructTreeRoot/K " << elementOf(NodeId::Root) << "/ParentTree " << parentTree
        << "/ParentTreeNextKey " << pages_.count;
    if (idTree != ObjectNumber::None) {
        out << "/IDTree " << idTree;
    }
    out << ">>";
    file_.endObject();
}

void StructureWriter::writeElement(NodeId id, ObjectNumber root) {
    const StructNode& node = tree_.node(id);
    assert(node.firstKid == NodeId::None || !marks_.isMarked(id)); // children or marks, never both
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
    if (node.firstKid != NodeId::None) {
        appendKids(out, node);
    } else if (marks_.isMarked(id)) {
        appendMarks(out, id);
    }
    out << ">>";
    file_.endObject();
}

void StructureWriter::appendKids(Buffer& out, const StructNode& node) const {
    out << "/K[";
    for (NodeId kid = node.firstKid; kid != NodeId::None; kid = tree_.node(kid).next) {
        out << elementOf(kid) << ' ';
    }
    out << ']';
}

/// Marks on the leaf's first page by their number alone, those on other pages with theirs (14.7.4.2).
void StructureWriter::appendMarks(Buffer& out, NodeId id) const {
    const std::uint32_t first = marks_.firstOf(id);
    const std::uint32_t page = marks_.mark(first).page;
    const bool single = marks_.nextOf(first) == Marks::kNone;
    out << "/Pg " << pageObjects_.firstPage + page << (single ? "/K " : "/K[");
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
    if (!single) {
        out << ']';
    }
}

/// Attributes of at most one owner a node: Table for cells, List for lists, Layout for tables (14.8.5).
void StructureWriter::appendAttributes(Buffer& out, NodeId id, const StructNode& node) {
    if (isCell(node.role)) {
        if (node.scope != Scope::None || node.rowSpan > 1 || node.colSpan > 1 || node.headerCount > 0) {
            appendTableAttributes(out, node);
        }
    } else if (node.numbering != ListNumbering::None) {
        out << "/A<</O/List/ListNumbering/" << listNumberingName(node.numbering) << ">>";
    } else if (const NodeBox* box = nextBox(id)) {
        appendBox(out, *box);
    }
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

void StructureWriter::appendBox(Buffer& out, const NodeBox& at) const {
    out << "/A<</O/Layout/BBox[" << coordinate(at.box.x) << ' ' << pageObjects_.up(at.page, at.box.bottom())
        << ' ' << coordinate(at.box.right()) << ' ' << pageObjects_.up(at.page, at.box.y) << "]>>";
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
    out << "(h" << found - identified_.begin() + 1 << ')';
}

ObjectNumber StructureWriter::writeParentTree() {
    SearchTreeEntries entries;
    entries.kind = SearchTreeEntries::Kind::Numbers;
    entries.count = pages_.count;
    entries.key = [](Buffer& out, std::uint32_t i) { out << i; };
    entries.value = [this](Buffer& out, std::uint32_t i) {
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
    std::vector<std::uint32_t> order(identified_.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [](std::uint32_t a, std::uint32_t b) { return idText(a) < idText(b); });
    SearchTreeEntries entries;
    entries.kind = SearchTreeEntries::Kind::Names;
    entries.count = static_cast<std::uint32_t>(order.size());
    entries.key = [&](Buffer& out, std::uint32_t i) { appendByteString(out, idText(order[i])); };
    entries.value = [&](Buffer& out, std::uint32_t i) { out << elementOf(identified_[order[i]]); };
    return writeSearchTree(file_, entries);
}

} // namespace sidetal
