#pragma once

#include "Pdf/FileWriter.h"
#include "Pdf/Marks.h"
#include "Pdf/PageTree.h"

#include "Pages/Pages.h"

#include <cstdint>
#include <span>
#include <vector>

namespace sidetal {

/// Writes the structure tree (ISO 32000-1, 14.7): one element a node, the parent tree, and the tree of ids.
/// Elements have consecutive numbers in the order of the nodes, so that a node's number need not be kept.
class StructureWriter {
  public:
    /// `marks` must be finished.
    StructureWriter(FileWriter& file, const Pages& pages, const Marks& marks, const PageObjects& pageObjects);

    /// Writes it all, the root under `root`.
    void write(ObjectNumber root);

  private:
    [[nodiscard]] ObjectNumber elementOf(NodeId node) const { return firstElement_ + index(node); }
    void writeElement(NodeId id, ObjectNumber root);
    void appendKids(Buffer& out, const StructNode& node) const;
    void appendMarks(Buffer& out, NodeId id) const;
    void appendAttributes(Buffer& out, NodeId id, const StructNode& node);
    void appendTableAttributes(Buffer& out, const StructNode& node) const;
    void appendBox(Buffer& out, const NodeBox& box) const;
    void appendId(Buffer& out, NodeId node) const;
    [[nodiscard]] const NodeBox* nextBox(NodeId id);
    [[nodiscard]] ObjectNumber writeParentTree();
    [[nodiscard]] ObjectNumber writeIdTree();

    FileWriter& file_;
    const Pages& pages_;
    const StructTree& tree_;
    const Marks& marks_;
    const PageObjects& pageObjects_;
    ObjectNumber firstElement_;
    std::vector<NodeId> identified_; ///< the nodes with an id, in reading order
    std::vector<NodeBox> boxes_;     ///< by node
    std::size_t boxesWritten_ = 0;
};

} // namespace sidetal
