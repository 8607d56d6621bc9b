#include "Dump/Dump.h"

#include "Dump/PaintedText.h"
#include "Dump/Words.h"

#include <fmt/format.h>

#include <iterator>

namespace sidetal {

namespace {

using dump::LeafText;

void addAttributes(std::string& out, const Pages& pages, const StructNode& node) {
    const StructTree& tree = *pages.tree;
    if (node.scope != Scope::None) {
        out += node.scope == Scope::Row ? " Scope=Row" : " Scope=Column";
    }
    if (node.rowSpan != 1) {
        out += fmt::format(" RowSpan={}", node.rowSpan);
    }
    if (node.colSpan != 1) {
        out += fmt::format(" ColSpan={}", node.colSpan);
    }
    if (node.numbering != ListNumbering::None) {
        out += fmt::format(" ListNumbering={}", listNumberingName(node.numbering));
    }
    if (node.hasId) {
        out += " ID";
    }
    for (std::uint32_t i = 0; i < node.headerCount; ++i) {
        out += fmt::format("{}{}", i == 0 ? " Headers=" : ",", dump::nodeName(tree.headerOf(node, i)));
    }
    if (const std::string_view language = tree.language(node); !language.empty()) {
        out += fmt::format(" Lang={}", language);
    }
    if (const std::string_view words = tree.actualText(node); !words.empty()) {
        out += fmt::format(" ActualText={}", dump::inQuotes(words));
    }
    if (const std::string_view words = tree.expansion(node); !words.empty()) {
        out += fmt::format(" E={}", dump::inQuotes(words));
    }
    const SpanStyle style = tree.spanStyle(node);
    if (style.struck || style.underlined) {
        out += style.struck ? " TextDecorationType=LineThrough" : " TextDecorationType=Underline";
    }
    if (style.shift != Length()) {
        out += fmt::format(" BaselineShift={}", formatPoints(style.shift));
    }
    if (const std::string_view words = tree.alt(node); !words.empty()) {
        out += fmt::format(" Alt={}", dump::inQuotes(words));
    }
    if (const Link* link = tree.link(node)) {
        out += fmt::format(" Contents={}", dump::inQuotes(pages.contentsOf(*link)));
        if (link->target == TargetId::None) {
            out += fmt::format(" URI={}", dump::inQuotes(link->uri));
        } else {
            out += fmt::format(" to {}", dump::nodeName(tree.targetNode(link->target)));
        }
    }
}

void addText(std::string& out, const LeafText& leaf) {
    if (!leaf.shown) {
        return;
    }
    out += leaf.first == leaf.last ? fmt::format(" p{}", leaf.first + 1)
                                   : fmt::format(" p{}-{}", leaf.first + 1, leaf.last + 1);
    if (!leaf.text.empty()) {
        out += fmt::format(" {}", dump::inQuotes(leaf.text));
    }
}

/// One line a node. Nodes stand in the tree in reading order, so a walk by parents needs no recursion.
std::size_t depthOf(const StructTree& tree, NodeId id) {
    std::size_t depth = 0;
    for (NodeId up = tree.node(id).parent; up != NodeId::None; up = tree.node(up).parent) {
        ++depth;
    }
    return depth;
}

/// The node after `id` in reading order: its first kid, else the next kid of the nearest ancestor that has
/// one.
NodeId following(const StructTree& tree, NodeId id) {
    if (tree.node(id).firstKid != NodeId::None) {
        return tree.node(id).firstKid;
    }
    while (id != NodeId::None && tree.node(id).next == NodeId::None) {
        id = tree.node(id).parent;
    }
    return id == NodeId::None ? id : tree.node(id).next;
}

} // namespace

std::string dumpTags(const StructTree& tree, const Pages& pages, LineBreaker& breaker) {
    const std::vector<LeafText> texts = dump::leafTexts(pages, breaker);
    std::string out;
    for (NodeId id = NodeId::Root; id != NodeId::None; id = following(tree, id)) {
        const StructNode& node = tree.node(id);
        out.append(2 * depthOf(tree, id), ' ');
        fmt::format_to(std::back_inserter(out), "{} {}", roleName(node.role), dump::nodeName(id));
        if (id == NodeId::Root) {
            fmt::format_to(std::back_inserter(out), " Lang={}", pages.info->language);
        }
        addAttributes(out, pages, node);
        addText(out, texts[index(id)]);
        out += '\n';
    }
    return out;
}

} // namespace sidetal
