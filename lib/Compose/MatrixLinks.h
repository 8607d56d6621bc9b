#pragma once

#include "Structure/StructTree.h"

#include "sidetal/Model/GoalMatrix.h"

#include <unordered_map>

namespace sidetal {

/// Where themes and goals stand in the matrix, for what leads there from before it and from behind it.
class MatrixLinks {
  public:
    /// What leads to themes or goals that have no cell of their own is to be no link.
    MatrixLinks(StructTree& tree, bool themes, bool goals)
        : tree_(tree)
        , themes_(themes)
        , goals_(goals) {}

    /// The target of a theme or a goal; None where there is no cell to lead to.
    [[nodiscard]] TargetId of(const Theme& theme) { return themes_ ? find(&theme) : TargetId::None; }
    [[nodiscard]] TargetId of(const Goal& goal) { return goals_ ? find(&goal) : TargetId::None; }

    /// Says where it stands.
    void bind(const Theme& theme, NodeId node) { bindTo(&theme, node); }
    void bind(const Goal& goal, NodeId node) { bindTo(&goal, node); }

  private:
    struct Place {
        TargetId target = TargetId::None;
        NodeId node = NodeId::None;
    };

    [[nodiscard]] TargetId find(const void* thing);
    void bindTo(const void* thing, NodeId node);

    StructTree& tree_;
    bool themes_;
    bool goals_;
    std::unordered_map<const void*, Place> places_;
};

} // namespace sidetal
