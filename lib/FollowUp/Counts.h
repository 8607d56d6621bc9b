#pragma once

#include "sidetal/Model/GoalMatrix.h"

#include <array>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

namespace sidetal {

/// How many values GoalStatus has.
inline constexpr std::size_t kStatusCount = static_cast<std::size_t>(GoalStatus::NotAssessed) + 1;

/// How many goals have each status.
class StatusCounts {
  public:
    void add(GoalStatus status) { ++of_[static_cast<std::size_t>(status)]; }
    [[nodiscard]] std::uint32_t operator[](GoalStatus status) const {
        return of_[static_cast<std::size_t>(status)];
    }
    [[nodiscard]] std::uint32_t total() const;
    bool operator==(const StatusCounts&) const = default;

  private:
    std::array<std::uint32_t, kStatusCount> of_{};
};

/// The goals of a theme.
struct ThemeCounts {
    const Theme* theme = nullptr;
    StatusCounts goals;
};

/// The goals of a matrix.
struct MatrixCounts {
    StatusCounts goals;
    StatusCounts prioritised;        ///< those of them that are
    std::vector<ThemeCounts> themes; ///< all themes in their order, also those without goals
};

/// Counts the goals of `matrix`, which must outlive the result. Where goals `repeat`, under each of several
/// committees, the counts of all take each once.
[[nodiscard]] MatrixCounts countsOf(const GoalMatrix& matrix, bool repeat = false);

/// Tells the first of what a goal's number and words make one goal, where goals repeat; else all are first.
class GoalsOnce {
  public:
    explicit GoalsOnce(bool repeat)
        : repeat_(repeat) {}
    [[nodiscard]] bool isFirst(const Goal& goal);

  private:
    bool repeat_;
    std::unordered_set<std::string> seen_;
};

/// An initiative whose deadline passed before it was reached.
struct PassedDeadline {
    const Goal* goal = nullptr;
    const Initiative* initiative = nullptr;
};

/// The initiatives of `matrix`, in its order, whose deadline lies before `day` and whose status is not
/// reached. The matrix must outlive the result. `repeat` as countsOf().
[[nodiscard]] std::vector<PassedDeadline> passedDeadlines(const GoalMatrix& matrix, Date day,
                                                          bool repeat = false);

} // namespace sidetal
