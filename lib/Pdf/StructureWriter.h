#pragma once

#include "Pdf/FileWriter.h"
#include "Pdf/LinkAnnotations.h"
#include "Pdf/Marks.h"
#include "Pdf/PageTree.h"

#include "Pages/Pages.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sidetal {

/// Whose text a figure's alternative text is, for messages.
inline constexpr std::string_view kTextOfFigure = "a figure's alternative text";

/// Writes the structure tree (ISO 32000-1, 14.7): one element a node, the parent tree, and the tree of ids.
/// Elements have consecutive numbers in the order of the nodes, so that a node's number need not be kept.
class StructureWriter {
  public:
    /// What elements refer to; marks and links must be finished.
    struct Surroundings {
        const Pages& pages;
        const PageObjects& objects;
        const Marks& marks;
        const LinkAnnotations& links;
        const std::vector<NodeBox>& figures; ///< what figures cover, on each page for itself
    };

    StructureWriter(FileWriter& file, const Surroundings& surroundings);

    /// Writes it all, the root under `root`.
    void write(ObjectNumber root);

  private:
    [[nodiscard]] ObjectNumber elementOf(NodeId node) const { return firstElement_ + index(node); }
    void writeElement(NodeId id, ObjectNumber root);
    void appendContent(Buffer& out, NodeId id, const StructNode& node) const;
    void appendKids(Buffer& out, const StructNode& node) const;
    void appendMarks(Buffer& out, NodeId id) const;
    void appendReferences(Buffer& out, std::span<const std::uint32_t> annotations) const;
    void appendAttributes(Buffer& out, NodeId id, const StructNode& node);
    static void appendSpanStyle(Buffer& out, const SpanStyle& style);
    void appendTableAttributes(Buffer& out, const StructNode& node) const;
    void appendBox(Buffer& out, const StructNode& node, const NodeBox& box) const;
    void appendId(Buffer& out, NodeId node) const;
    [[nodiscard]] const NodeBox* nextBox(NodeId id);
    [[nodiscard]] ObjectNumber writeParentTree();
    [[nodiscard]] ObjectNumber writeIdTree();

    FileWriter& file_;
    const Pages& pages_;
    const StructTree& tree_;
    const PageObjects& pageObjects_;
    const Marks& marks_;
    const LinkAnnotations& links_;
    ObjectNumber firstElement_;
    std::vector<NodeId> identified_; ///< the nodes with an id, in reading order
    std::vector<NodeBox> boxes_;     ///< by node
    std::size_t boxesWritten_ = 0;
};

} // namespace sidetal
