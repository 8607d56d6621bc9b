#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// The standard structure types that sidetal writes (ISO 32000-1, 14.8.4).
enum class Role : std::uint8_t {
    Document,
    Sect,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    P,
    Span,
    L,
    LI,
    Lbl,
    LBody,
    Table,
    Caption,
    THead,
    TBody,
    TR,
    TH,
    TD,
};

/// The type's name as it stands in the file: "LBody".
[[nodiscard]] std::string_view roleName(Role role);

/// A node of the structure tree: its index, in reading order. The root, Document, is node 0.
enum class NodeId : std::uint32_t { Root = 0, None = 0xFFFFFFFF };

/// The index of a node.
[[nodiscard]] constexpr std::uint32_t index(NodeId id) {
    return static_cast<std::uint32_t>(id);
}

/// Which cells a TH is the header of (ISO 32000-1, table 349).
enum class Scope : std::uint8_t { None, Row, Column };

/// How a list's items are labelled (ISO 32000-1, table 347).
enum class ListNumbering : std::uint8_t {
    None,
    Disc,
    Circle,
    Square,
    Decimal,
    UpperRoman,
    LowerRoman,
    UpperAlpha,
    LowerAlpha
};

/// The attribute's value as it stands in the file: "UpperAlpha".
[[nodiscard]] std::string_view listNumberingName(ListNumbering numbering);

/// One structure element; links are indices into the tree.
struct StructNode {
    Role role = Role::P;
    Scope scope = Scope::None;
    ListNumbering numbering = ListNumbering::None;
    bool hasId = false; ///< gets an /ID and stands in the IDTree: header cells
    std::uint16_t rowSpan = 1;
    std::uint16_t colSpan = 1;
    NodeId parent = NodeId::None;
    NodeId firstKid = NodeId::None;
    NodeId lastKid = NodeId::None;
    NodeId next = NodeId::None; ///< the next kid of the same parent
    std::uint32_t headers = 0;  ///< first of the node's entries in StructTree::headerIds()
    std::uint32_t headerCount = 0;
    std::uint32_t texts =
        kNoTexts; ///< index into StructTree's texts: language and replacement text, rarely present

    static constexpr std::uint32_t kNoTexts = 0xFFFFFFFF;
};

/// The logical structure of a document, built in reading order by Compose before anything is laid out.
/// A node has children or marks, never both; marks are given to leaves by the ops of the pages.
class StructTree {
  public:
    /// A tree that holds the Document node alone.
    StructTree();

    /// Appends a node as the last kid of `parent`. Nodes are to be added in reading order, so that ids ascend
    /// with it.
    NodeId add(NodeId parent, Role role);

    [[nodiscard]] StructNode& node(NodeId id) { return nodes_[index(id)]; }
    [[nodiscard]] const StructNode& node(NodeId id) const { return nodes_[index(id)]; }
    [[nodiscard]] std::size_t size() const { return nodes_.size(); }

    /// The header cells of a TD or TH, column headers first; each gets an id.
    void setHeaders(NodeId cell, const std::vector<NodeId>& headers);
    [[nodiscard]] NodeId headerOf(const StructNode& node, std::uint32_t i) const {
        return headerIds_[node.headers + i];
    }

    /// The natural language of a node, BCP 47, where it differs from the document's; "" for none.
    void setLanguage(NodeId id, std::string language);
    [[nodiscard]] std::string_view language(const StructNode& node) const;

    /// The words that a leaf's glyphs stand for (ISO 32000-1, 14.9.4); "" for none.
    void setActualText(NodeId id, std::string text);
    [[nodiscard]] std::string_view actualText(const StructNode& node) const;

  private:
    struct Texts {
        std::string language;
        std::string actualText;
    };
    Texts& textsOf(NodeId id);

    std::vector<StructNode> nodes_;
    std::vector<NodeId> headerIds_;
    std::vector<Texts> texts_;
};

} // namespace sidetal
