#pragma once

#include "FollowUp/Counts.h"
#include "Labels/MatrixWords.h"

#include "sidetal/Model/GoalMatrix.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// "Delvist nået"; empty where there is no status.
[[nodiscard]] std::string_view statusWord(const Labels& labels, GoalStatus status);

/// "Bedre"; empty where there is no trend.
[[nodiscard]] std::string_view trendWord(const Labels& labels, Trend trend);

/// "status, tal og ordlyd"
[[nodiscard]] std::string listed(const Labels& labels, std::vector<std::string> parts);

/// "1. halvår 2026", or the days from and to; empty where nothing of it is known.
[[nodiscard]] std::string periodWords(const Labels& labels, const std::optional<Period>& period);

/// "8 nået, 9 delvist nået og 5 uden status": what goals come to, those of no status too; empty of none.
[[nodiscard]] std::string countWords(const Labels& labels, const StatusCounts& goals);

/// "Fysisk aktive: 89 % (mål mindst 85 %)"
[[nodiscard]] std::string indicatorWords(const Labels& labels, const Indicator& indicator);

/// Where it started, and when and by whom it was measured: "udgangspunkt 76 %, opgjort 04-05-2026, Kilden";
/// empty where nothing of it is known.
[[nodiscard]] std::string indicatorNotes(const Labels& labels, const Indicator& indicator);

/// "Udvikling 2018–2024: 76, 78, 81 %; mål 85 %"; of an indicator that has a series.
[[nodiscard]] std::string seriesWords(const Labels& labels, const Indicator& indicator);

} // namespace sidetal
