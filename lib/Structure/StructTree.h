#pragma once

#include "sidetal/Support/Diagnostic.h"
#include "sidetal/Support/Length.h"

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
    TFoot,
    TR,
    TH,
    TD,
    Figure,
    Link,
    BlockQuote,
    Code,
    Reference,
    Note,
    TOC,
    TOCI,
};

/// The type's name as it stands in the file: "LBody".
[[nodiscard]] std::string_view roleName(Role role);

/// A node of the structure tree: its index, in reading order. The root, Document, is node 0.
enum class NodeId : std::uint32_t { Root = 0, None = 0xFFFFFFFF };

/// The index of a node.
[[nodiscard]] constexpr std::uint32_t index(NodeId id) {
    return static_cast<std::uint32_t>(id);
}

/// Something that can be pointed to: reserved when the first thing that points to it is made, bound to a node
/// when that is made, found on its page by layout.
enum class TargetId : std::uint32_t { None = 0xFFFFFFFF };

/// The index of a target.
[[nodiscard]] constexpr std::uint32_t index(TargetId id) {
    return static_cast<std::uint32_t>(id);
}

/// What a Link leads to: a target within the document, or, where that is None, an address.
struct Link {
    TargetId target = TargetId::None;
    std::string uri;       ///< RFC 3986; what is not ASCII is written percent-encoded
    std::string contents;  ///< what it leads to, for people; never empty (ISO 14289-1, 7.18.5)
    SourcePos source{};    ///< where it stood in the input
    bool numbered = false; ///< the last "{page}" of `contents` is the number printed on the target's page
};

/// Which cells a TH is the header of (ISO 32000-1, table 349).
enum class Scope : std::uint8_t { None, Row, Column };

/// How the words of a Span stand out from those around it (ISO 32000-1, table 345).
struct SpanStyle {
    bool underlined = false;
    bool struck = false; ///< a line goes through them; PDF has one line for a Span, so this goes before
    Length shift{};      ///< how far they stand above their line; negative: below
    bool operator==(const SpanStyle&) const = default;
};

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
    bool hasId = false; ///< gets an /ID and stands in the IDTree: header cells, notes
    std::uint16_t rowSpan = 1;
    std::uint16_t colSpan = 1;
    NodeId parent = NodeId::None;
    NodeId firstKid = NodeId::None;
    NodeId lastKid = NodeId::None;
    NodeId next = NodeId::None; ///< the next kid of the same parent
    std::uint32_t headers = 0;  ///< first of the node's entries in StructTree::headerIds()
    std::uint32_t headerCount = 0;
    std::uint32_t extras = kNoExtras; ///< index into what StructTree keeps of few nodes

    static constexpr std::uint32_t kNoExtras = 0xFFFFFFFF;
};

/// Where the nodes and targets of a tree went that was appended to another one.
struct Appended {
    NodeId parent = NodeId::Root; ///< what the appended tree's root became
    std::uint32_t nodes = 0;      ///< how much the indices of its other nodes grew
    std::uint32_t targets = 0;    ///< and those of its targets

    [[nodiscard]] NodeId moved(NodeId id) const {
        return id == NodeId::None ? id : id == NodeId::Root ? parent : static_cast<NodeId>(index(id) + nodes);
    }
    [[nodiscard]] TargetId moved(TargetId id) const {
        return id == TargetId::None ? id : static_cast<TargetId>(index(id) + targets);
    }
};

/// The logical structure of a document, built in reading order by Compose before anything is laid out.
/// A node has children or marks, never both, but for figures, which have their caption as a child beside the
/// marks of what they show; marks are given to leaves by the ops of the pages.
class StructTree {
  public:
    /// A tree that holds the Document node alone.
    StructTree();

    /// Appends a node as the last kid of `parent`. Nodes are to be added in reading order, so that ids ascend
    /// with it.
    NodeId add(NodeId parent, Role role);

    /// Appends all that is under the root of `other`, with all that is known of it, as the last kids of
    /// `parent`, after which nothing stands in reading order. What was said of the root itself is left out.
    Appended append(NodeId parent, const StructTree& other);

    [[nodiscard]] StructNode& node(NodeId id) { return nodes_[index(id)]; }
    [[nodiscard]] const StructNode& node(NodeId id) const { return nodes_[index(id)]; }
    [[nodiscard]] std::size_t size() const { return nodes_.size(); }

    /// Whether any node was added with this role.
    [[nodiscard]] bool has(Role role) const { return (roles_ >> static_cast<unsigned>(role) & 1) != 0; }

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

    /// What an abbreviation stands for (ISO 32000-1, 14.9.5); "" for none.
    void setExpansion(NodeId id, std::string text);
    [[nodiscard]] std::string_view expansion(const StructNode& node) const;

    /// How a Span's words stand out; nothing where no style was set.
    void setSpanStyle(NodeId id, SpanStyle style);
    [[nodiscard]] SpanStyle spanStyle(const StructNode& node) const;

    /// The words that stand for a figure to those who do not see it (ISO 32000-1, 14.9.3); "" for none.
    void setAlt(NodeId id, std::string text, SourcePos source = {});
    [[nodiscard]] std::string_view alt(const StructNode& node) const;
    /// Where they stood in the input.
    [[nodiscard]] SourcePos altSource(const StructNode& node) const;
    /// The Figure that `leaf` is or lies in; None where it is in none.
    [[nodiscard]] NodeId figureOf(NodeId leaf) const;

    /// What a Link leads to; null for other nodes.
    void setLink(NodeId id, Link link);
    [[nodiscard]] const Link* link(const StructNode& node) const;
    /// The Link that `leaf` is or lies in; None where it is in none.
    [[nodiscard]] NodeId linkOf(NodeId leaf) const;

    /// A target that is not bound yet.
    [[nodiscard]] TargetId reserveTarget();
    /// Says which node a target is; once.
    void bindTarget(TargetId target, NodeId node) { targets_[index(target)] = node; }
    /// The node that a target was bound to; None while it is not.
    [[nodiscard]] NodeId targetNode(TargetId target) const { return targets_[index(target)]; }
    [[nodiscard]] std::uint32_t targetCount() const { return static_cast<std::uint32_t>(targets_.size()); }

  private:
    static constexpr std::uint32_t kNoLink = 0xFFFFFFFF;

    /// What few nodes have.
    struct Extras {
        std::string language;
        std::string actualText;
        std::string expansion;
        std::string alt;
        SpanStyle style;
        SourcePos altSource;
        std::uint32_t link = kNoLink; ///< index into links_
    };
    Extras& extrasOf(NodeId id);
    void adopt(NodeId parent, NodeId firstKid, NodeId lastKid);

    std::vector<StructNode> nodes_;
    std::uint32_t roles_ = 0; ///< a bit for each role that was added
    std::vector<NodeId> headerIds_;
    std::vector<Extras> extras_;
    std::vector<Link> links_;
    std::vector<NodeId> targets_;
};

} // namespace sidetal
