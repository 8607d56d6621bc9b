#include "Structure/StructTree.h"

#include <array>
#include <utility>

namespace sidetal {

std::string_view roleName(Role role) {
    static constexpr std::array<std::string_view, 21> kNames{
        "Document", "Sect", "H1",    "H2",    "H3",      "H4",    "H5",    "H6", "P",  "Span", "L",
        "LI",       "Lbl",  "LBody", "Table", "Caption", "THead", "TBody", "TR", "TH", "TD"};
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
    nodes_.back().parent = parent;
    StructNode& above = node(parent);
    if (above.lastKid == NodeId::None) {
        above.firstKid = id;
    } else {
        node(above.lastKid).next = id;
    }
    above.lastKid = id;
    return id;
}

void StructTree::setHeaders(NodeId cell, const std::vector<NodeId>& headers) {
    node(cell).headers = static_cast<std::uint32_t>(headerIds_.size());
    node(cell).headerCount = static_cast<std::uint32_t>(headers.size());
    for (const NodeId header : headers) {
        headerIds_.push_back(header);
        node(header).hasId = true;
    }
}

StructTree::Texts& StructTree::textsOf(NodeId id) {
    StructNode& n = node(id);
    if (n.texts == StructNode::kNoTexts) {
        n.texts = static_cast<std::uint32_t>(texts_.size());
        texts_.emplace_back();
    }
    return texts_[n.texts];
}

void StructTree::setLanguage(NodeId id, std::string language) {
    textsOf(id).language = std::move(language);
}

std::string_view StructTree::language(const StructNode& n) const {
    return n.texts == StructNode::kNoTexts ? std::string_view() : texts_[n.texts].language;
}

void StructTree::setActualText(NodeId id, std::string text) {
    textsOf(id).actualText = std::move(text);
}

std::string_view StructTree::actualText(const StructNode& n) const {
    return n.texts == StructNode::kNoTexts ? std::string_view() : texts_[n.texts].actualText;
}

} // namespace sidetal
