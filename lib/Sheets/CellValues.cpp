#include "Sheets/CellValues.h"

#include "Sheets/Characters.h"
#include "Sheets/Words.h"

#include <fmt/format.h>

namespace sidetal::sheets {

namespace {

constexpr const char* kTrends = "expected 'Bedre', 'Uændret' or 'Dårligere'";

/// What the mapping file says that a word means; nullptr where it says nothing.
[[nodiscard]] const std::string* ownWord(const std::map<std::string, std::string, std::less<>>& words,
                                         std::string_view word) {
    const std::string folded = foldedName(word);
    for (const auto& [own, key] : words) {
        if (foldedName(own) == folded) {
            return &key;
        }
    }
    return nullptr;
}

} // namespace

void CellValues::tellUnknown(const RowValue& value, const char* what, const char* expected,
                             std::string_view nearest, const char* words) const {
    std::vector<std::string> notes;
    if (!nearest.empty()) {
        notes.push_back(fmt::format("nearest known word: {}", inQuoteMarks(nearest)));
    } else if (words != nullptr) {
        notes.push_back(fmt::format("a mapping file can say what it means ('{}')", words));
    }
    diagnostics_.error("SID-X020", fmt::format("{} is {}, {}", inQuoteMarks(value.text), what, expected),
                       value.place, {}, std::move(notes));
}

GoalStatus CellValues::status(const RowValue& value) const {
    if (const std::string* own = ownWord(mapping_.statusWords, value.text)) {
        return statusOfKey(*own).value_or(GoalStatus::Unspecified);
    }
    const auto status = statusOf(value.text);
    if (!status) {
        tellUnknown(value, "no status",
                    "expected 'Nået', 'I gang', 'Delvist nået', 'Ikke nået' or 'Ikke opgjort'",
                    nearestStatus(value.text), "statusWords");
    }
    return status.value_or(GoalStatus::Unspecified);
}

Trend CellValues::trend(const RowValue& value) const {
    if (const std::string* own = ownWord(mapping_.trendWords, value.text)) {
        return trendOfKey(*own).value_or(Trend::Unspecified);
    }
    const auto trend = trendOf(value.text);
    if (!trend && isDirection(value.text)) {
        diagnostics_.error("SID-X020",
                           fmt::format("{} says which way figures go and not what that means, {}",
                                       inQuoteMarks(value.text), kTrends),
                           value.place, {},
                           {"where it always means the same, a mapping file can say what ('trendWords')"});
    } else if (!trend) {
        tellUnknown(value, "no development", kTrends, nearestTrend(value.text), "trendWords");
    }
    return trend.value_or(Trend::Unspecified);
}

bool CellValues::yes(const RowValue& value) const {
    const auto answer = yesOrNo(value.text);
    if (!answer) {
        tellUnknown(value, "neither yes nor no", "expected 'x', 'ja' or 'nej'");
    }
    return answer.value_or(false);
}

Indicator::Better CellValues::better(const RowValue& value) const {
    const auto better = betterOf(value.text);
    if (!better) {
        tellUnknown(value, "neither higher nor lower", "expected 'Højere' or 'Lavere'");
    }
    return better.value_or(Indicator::Better::Unspecified);
}

std::optional<Date> CellValues::date(const RowValue& value, Field field) const {
    const auto date = dateOf(value.text);
    if (date) {
        return date;
    }
    if (value.kind == CellKind::Number) {
        diagnostics_.error("SID-X019",
                           fmt::format("{} is the number {}, expected a date: give the cell a date format",
                                       inQuoteMarks(headings_.nameOf(field)), value.text),
                           value.place);
    } else {
        diagnostics_.error("SID-X019",
                           fmt::format("{} is no date, expected one such as 2021-12-31 or 31-12-2021",
                                       inQuoteMarks(value.text)),
                           value.place);
    }
    return std::nullopt;
}

void CellValues::checkNumber(const RowValue& value, Field field) const {
    if (!value.empty() && !isNumber(value.text)) {
        diagnostics_.warning(
            "SID-X026",
            fmt::format("{} is no number, expected one such as 80 or 12,5 in {}: it is kept as words",
                        inQuoteMarks(value.text), inQuoteMarks(headings_.nameOf(field))),
            value.place);
    }
}

} // namespace sidetal::sheets
