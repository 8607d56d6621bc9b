#include "Structure/StructTree.h"

#include <array>
#include <utility>

namespace sidetal {

std::string_view roleName(Role role) {
    static constexpr std::array<std::string_view, 30> kNames{
        "Document", "Sect", "H1",         "H2",    "H3",        "H4",    "H5",    "H6",    "P",  "Span", "L",
        "LI",       "Lbl",  "LBody",      "Table", "Caption",   "THead", "TBody", "TFoot", "TR", "TH",   "TD",
        "Figure",   "Link", "BlockQuote", "Code",  "Reference", "Note",  "TOC",   "TOCI"};
    return kNames.at(static_cast<std::size_t>(role));
}

std::string_view listNumberingName(ListNumbering numbering) {
    static constexpr std::array<std::string_view, 9> kNames{"None",       "Disc",       "Circle",
                                                            "Square",     "Decimal",    "UpperRoman",
                                                            "LowerRoman", "UpperAlpha", "LowerAlpha"};
    return kNames.at(static_cast<std::size_t>(numbering));
}

StructTree::StructTree() {
    nodes_.emplace_back();
    nodes_.front().role = Role::Document;
}

NodeId StructTree::add(NodeId parent, Role role) {
    const auto id = static_cast<NodeId>(nodes_.size());
    nodes_.emplace_back();
    nodes_.back().role = role;
    roles_ |= std::uint32_t{1} << static_cast<unsigned>(role);
    nodes_.back().parent = parent;
    adopt(parent, id, id);
    return id;
}

/// Appends a row of kids, which know their parent.
void StructTree::adopt(NodeId parent, NodeId firstKid, NodeId lastKid) {
    StructNode& above = node(parent);
    if (above.lastKid == NodeId::None) {
        above.firstKid = firstKid;
    } else {
        node(above.lastKid).next = firstKid;
    }
    above.lastKid = lastKid;
}

Appended StructTree::append(NodeId parent, const StructTree& other) {
    const Appended to{parent, static_cast<std::uint32_t>(nodes_.size()) - 1,
                      static_cast<std::uint32_t>(targets_.size())};
    const auto headers = static_cast<std::uint32_t>(headerIds_.size());
    const auto extras = static_cast<std::uint32_t>(extras_.size());
    const auto links = static_cast<std::uint32_t>(links_.size());
    for (std::size_t i = 1; i < other.nodes_.size(); ++i) {
        StructNode& moved = nodes_.emplace_back(other.nodes_[i]);
        for (NodeId* kin : {&moved.parent, &moved.firstKid, &moved.lastKid, &moved.next}) {
            *kin = to.moved(*kin);
        }
        moved.headers += headers;
        moved.extras += moved.extras == StructNode::kNoExtras ? 0 : extras;
    }
    if (const StructNode& root = other.nodes_.front(); root.firstKid != NodeId::None) {
        adopt(parent, to.moved(root.firstKid), to.moved(root.lastKid));
    }
    roles_ |= other.roles_;
    for (const NodeId header : other.headerIds_) {
        headerIds_.push_back(to.moved(header));
    }
    for (const Extras& each : other.extras_) {
        extras_.push_back(each);
        extras_.back().link += each.link == kNoLink ? 0 : links;
    }
    for (const Link& each : other.links_) {
        links_.push_back(each);
        links_.back().target = to.moved(each.target);
    }
    for (const NodeId target : other.targets_) {
        targets_.push_back(to.moved(target));
    }
    return to;
}

void StructTree::setHeaders(NodeId cell, const std::vector<NodeId>& headers) {
    node(cell).headers = static_cast<std::uint32_t>(headerIds_.size());
    node(cell).headerCount = static_cast<std::uint32_t>(headers.size());
    for (const NodeId header : headers) {
        headerIds_.push_back(header);
        node(header).hasId = true;
    }
}

StructTree::Extras& StructTree::extrasOf(NodeId id) {
    StructNode& n = node(id);
    if (n.extras == StructNode::kNoExtras) {
        n.extras = static_cast<std::uint32_t>(extras_.size());
        extras_.emplace_back();
    }
    return extras_[n.extras];
}

void StructTree::setLanguage(NodeId id, std::string language) {
    extrasOf(id).language = std::move(language);
}

std::string_view StructTree::language(const StructNode& n) const {
    return n.extras == StructNode::kNoExtras ? std::string_view() : extras_[n.extras].language;
}

void StructTree::setActualText(NodeId id, std::string text) {
    extrasOf(id).actualText = std::move(text);
}

std::string_view StructTree::actualText(const StructNode& n) const {
    return n.extras == StructNode::kNoExtras ? std::string_view() : extras_[n.extras].actualText;
}

void StructTree::setExpansion(NodeId id, std::string text) {
    extrasOf(id).expansion = std::move(text);
}

std::string_view StructTree::expansion(const StructNode& n) const {
    return n.extras == StructNode::kNoExtras ? std::string_view() : extras_[n.extras].expansion;
}

void StructTree::setSpanStyle(NodeId id, SpanStyle style) {
    extrasOf(id).style = style;
}

SpanStyle StructTree::spanStyle(const StructNode& n) const {
    return n.extras == StructNode::kNoExtras ? SpanStyle() : extras_[n.extras].style;
}

void StructTree::setAlt(NodeId id, std::string text, SourcePos source) {
    Extras& extras = extrasOf(id);
    extras.alt = std::move(text);
    extras.altSource = source;
}

SourcePos StructTree::altSource(const StructNode& n) const {
    return n.extras == StructNode::kNoExtras ? SourcePos() : extras_[n.extras].altSource;
}

std::string_view StructTree::alt(const StructNode& n) const {
    return n.extras == StructNode::kNoExtras ? std::string_view() : extras_[n.extras].alt;
}

NodeId StructTree::figureOf(NodeId leaf) const {
    if (!has(Role::Figure)) {
        return NodeId::None;
    }
    while (leaf != NodeId::None && node(leaf).role != Role::Figure) {
        leaf = node(leaf).parent;
    }
    return leaf;
}

void StructTree::setLink(NodeId id, Link link) {
    Extras& extras = extrasOf(id);
    if (extras.link == kNoLink) {
        extras.link = static_cast<std::uint32_t>(links_.size());
        links_.emplace_back();
    }
    links_[extras.link] = std::move(link);
}

const Link* StructTree::link(const StructNode& n) const {
    const std::uint32_t i = n.extras == StructNode::kNoExtras ? kNoLink : extras_[n.extras].link;
    return i == kNoLink ? nullptr : &links_[i];
}

NodeId StructTree::linkOf(NodeId leaf) const {
    if (links_.empty()) {
        return NodeId::None;
    }
    while (leaf != NodeId::None && link(node(leaf)) == nullptr) {
        leaf = node(leaf).parent;
    }
    return leaf;
}

TargetId StructTree::reserveTarget() {
    targets_.push_back(NodeId::None);
    return static_cast<TargetId>(targets_.size() - 1);
}

} // namespace sidetal
