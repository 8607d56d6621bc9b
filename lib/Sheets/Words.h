#pragma once

#include "Sheets/MatrixFields.h"
#include "sidetal/Model/GoalMatrix.h"
#include "sidetal/Support/DateTime.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What cells say in words, Danish and English, compared as foldedName() has them; signs such as arrows as
/// they are.

namespace sidetal::sheets {

[[nodiscard]] std::optional<GoalStatus> statusOf(std::string_view word);
[[nodiscard]] std::optional<Trend> trendOf(std::string_view word);
[[nodiscard]] std::optional<bool> yesOrNo(std::string_view word);
[[nodiscard]] std::optional<Indicator::Better> betterOf(std::string_view word);

/// A status and a development by their names in documents ("on-track", "up").
[[nodiscard]] std::optional<GoalStatus> statusOfKey(std::string_view key);
[[nodiscard]] std::optional<Trend> trendOfKey(std::string_view key);

/// Whether a word says which way figures go ("faldende"), which may be good or bad.
[[nodiscard]] bool isDirection(std::string_view word);

/// The words that are written in sheets of our own, those of the pages; empty for what is unspecified.
[[nodiscard]] std::string_view wordOf(GoalStatus status, SheetLanguage language);
[[nodiscard]] std::string_view wordOf(Trend trend, SheetLanguage language);
[[nodiscard]] std::string_view wordOf(Indicator::Better better, SheetLanguage language);

/// The known word that is nearest to one that is not; empty where none is near.
[[nodiscard]] std::string_view nearestStatus(std::string_view word);
[[nodiscard]] std::string_view nearestTrend(std::string_view word);

/// "2021-12-31", "31-12-2021", "31.12.2021", "31/12 2021", "31. december 2021"; nothing where it is another
/// text or no such day.
[[nodiscard]] std::optional<Date> dateOf(std::string_view text);

/// Whether the text is a number, "%" and a unit of letters after it admitted: "0,2", "1.234,5", "12,5 mio.
/// kr.".
[[nodiscard]] bool isNumber(std::string_view text);

/// "〃", '"', "do." and what else says "the same as above".
[[nodiscard]] bool isDitto(std::string_view text);

} // namespace sidetal::sheets
