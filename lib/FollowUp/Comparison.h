#pragma once

#include "FollowUp/Pairs.h"

#include "sidetal/Model/Document.h"
#include "sidetal/Model/Renumbering.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace sidetal {

/// An indicator whose figures differ. One that is new has no `before`, one that is gone no `now`.
struct IndicatorChange {
    const Indicator* before = nullptr;
    const Indicator* now = nullptr;
};

/// An initiative that differs. One that is new has no `before`, one that is gone no `now`.
struct InitiativeChange {
    const Initiative* before = nullptr;
    const Initiative* now = nullptr;
    bool status = false;
    bool deadline = false;
    bool owner = false;
    bool wording = false;  ///< of its description or its partners; by its title it is known
    bool followUp = false; ///< what came of it
};

/// A goal that is new, gone, or differs.
struct GoalChange {
    enum class Kind : std::uint8_t { New, Gone, Changed };
    Kind kind = Kind::Changed;
    GoalPlace before; ///< of nothing where it is new
    GoalPlace now;    ///< of nothing where it is gone
    bool status = false;
    bool trend = false;
    bool wording = false;
    bool priority = false;
    bool number = false; ///< it was renumbered
    bool theme = false;  ///< its theme has another title
    std::vector<IndicatorChange> figures;
    std::vector<InitiativeChange> initiatives;
};

/// What differs between two periods. It points into both matrices, which must outlive it.
class Comparison {
  public:
    /// The goals of this period in their order, then those that are gone in theirs.
    [[nodiscard]] const std::vector<GoalChange>& changes() const { return changes_; }
    /// What differs of a goal of this period; null: nothing.
    [[nodiscard]] const GoalChange* find(const Goal& now) const;
    [[nodiscard]] std::uint32_t count(GoalChange::Kind kind) const;

    void add(GoalChange change);
    /// Says that `copy` is the goal of a change that was added, too: it may stand under several committees.
    void addCopy(const Goal& copy, const GoalChange& of);

  private:
    std::vector<GoalChange> changes_;
    std::unordered_map<const Goal*, std::size_t> byGoal_;
};

/// Compares `now` with `before`, the last period. A goal is known by its number, which `renumbered` may give
/// it (null: no table is known), one without a number by its words; indicators and initiatives by their names
/// and titles; of several alike the first by the first. Faults, such as another catalogue (SID-F001), go to
/// `diagnostics`, with places in `now`.
[[nodiscard]] Comparison compareMatrices(const GoalMatrix& now, const GoalMatrix& before,
                                         const Renumbering* renumbered, Diagnostics& diagnostics);

/// What is to be told of `whole` where a matrix shows a part: changes of goals that `shown` has, which the
/// result points into, and goals that are gone and that `before` has, the same part of the last period; null:
/// that has none of it.
[[nodiscard]] Comparison narrowed(const Comparison& whole, const GoalMatrix& shown, const GoalMatrix* before);

/// The part of the last period that a list of changes may quote: of each goal that changed or is gone what
/// stands in it.
[[nodiscard]] GoalMatrix quotedOf(const Comparison& comparison);

/// The goal matrices of two documents. Throws Error with all of `diagnostics` and SID-F003 where either is
/// none.
struct TwoMatrices {
    const GoalMatrix* now = nullptr;
    const GoalMatrix* before = nullptr;
};
[[nodiscard]] TwoMatrices matricesOf(const Document& now, const Document& before, Diagnostics& diagnostics);

} // namespace sidetal
