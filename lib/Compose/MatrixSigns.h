#pragma once

#include "Blocks/Block.h"
#include "FollowUp/Comparison.h"
#include "FollowUp/Counts.h"

#include "sidetal/Model/GoalMatrix.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace sidetal {

/// The sign of a status, `size` high and wide: its shape tells it without its colour. Decoration: the word
/// stands beside it. Nothing where there is no status.
[[nodiscard]] std::optional<Figure> statusSign(GoalStatus status, Length size);

/// The sign of a trend, an arrow up, level or down; decoration. Nothing where there is none.
[[nodiscard]] std::optional<Figure> trendSign(Trend trend, Length size);

/// The sign of something that is new (a plus), gone (a minus) or changed (a triangle); decoration.
[[nodiscard]] Figure changeSign(GoalChange::Kind kind, Length size);

/// A sign, where there is one, and its words right of it.
[[nodiscard]] Block signedWords(std::optional<Figure> sign, Paragraph words);

/// The statuses as they are listed: from what is reached to what has none.
inline constexpr std::array kStatusOrder = {GoalStatus::Reached,     GoalStatus::OnTrack,
                                            GoalStatus::Partly,      GoalStatus::NotReached,
                                            GoalStatus::NotAssessed, GoalStatus::Unspecified};

/// A bar of parts, one a status, as wide as its share of the goals, with the status's sign in it; at least
/// one goal. `leaf` is the Figure that says in words what it shows.
[[nodiscard]] Figure statusBar(const StatusCounts& goals, Length width, NodeId leaf);

/// A bar from 0 to `whole`, or to the larger of `actual` and `target` where that is more, with a tick where
/// the target is; decoration: the words beside it say all. All are in one unit and not negative.
[[nodiscard]] Figure indicatorBar(std::int64_t actual, std::int64_t target, std::int64_t whole, Length width);

/// A line through `values`, at least two, with a dot on the last and a dashed line at the target; `leaf` is
/// the Figure that says in words what it shows.
[[nodiscard]] Figure sparkline(const std::vector<std::int64_t>& values, std::optional<std::int64_t> target,
                               NodeId leaf);

} // namespace sidetal
