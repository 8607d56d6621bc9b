#include "Compose/FollowUpWords.h"

#include "Compose/MatrixSigns.h"
#include "Labels/OverviewWords.h"
#include "Support/Ascii.h"
#include "Support/Texts.h"

#include <fmt/format.h>

#include <array>

namespace sidetal {

namespace {

/// "89 %"
std::string withUnit(std::string_view figure, std::string_view unit) {
    return unit.empty() ? std::string(figure) : fmt::format("{}\u00a0{}", figure, unit);
}

/// "mindst 85 %": the target with which way is the better one.
std::string bounded(const Labels& labels, const std::string& target, Indicator::Better better) {
    const auto with = [&](MatrixWord bound) {
        return fmt::format("{} {}", matrixWord(labels, bound), target);
    };
    return better == Indicator::Better::Higher  ? with(MatrixWord::AtLeast)
           : better == Indicator::Better::Lower ? with(MatrixWord::AtMost)
                                                : target;
}

} // namespace

std::string_view statusWord(const Labels& labels, GoalStatus status) {
    return status == GoalStatus::Unspecified
               ? std::string_view()
               : matrixWord(labels, static_cast<MatrixWord>(static_cast<int>(MatrixWord::Reached) +
                                                            static_cast<int>(status) - 1));
}

std::string_view trendWord(const Labels& labels, Trend trend) {
    return trend == Trend::Unspecified
               ? std::string_view()
               : matrixWord(labels, static_cast<MatrixWord>(static_cast<int>(MatrixWord::Better) +
                                                            static_cast<int>(trend) - 1));
}

std::string countWords(const Labels& labels, const StatusCounts& goals) {
    std::vector<std::string> parts;
    for (const GoalStatus status : kStatusOrder) {
        if (goals[status] > 0) {
            std::string name(status == GoalStatus::Unspecified
                                 ? overviewWord(labels, OverviewWord::WithoutStatus)
                                 : statusWord(labels, status));
            name.front() = ascii::lower(name.front());
            parts.push_back(fmt::format(fmt::runtime(overviewWord(labels, OverviewWord::CountOf)),
                                        fmt::arg("count", goals[status]), fmt::arg("status", name)));
        }
    }
    return listed(labels, parts);
}

std::string listed(const Labels& labels, std::vector<std::string> parts) {
    if (parts.size() < 2) {
        return parts.empty() ? std::string() : parts.front();
    }
    const std::string last = std::move(parts.back());
    parts.pop_back();
    const std::string first = joined(parts, ", ");
    return fmt::format(fmt::runtime(overviewWord(labels, OverviewWord::And)), fmt::arg("first", first),
                       fmt::arg("last", last));
}

std::string periodWords(const Labels& labels, const std::optional<Period>& period) {
    if (!period) {
        return {};
    }
    if (!period->label.empty() || !(period->from || period->to)) {
        return period->label;
    }
    return fmt::format("{}–{}", period->from ? labels.longDate(*period->from) : std::string(),
                       period->to ? labels.longDate(*period->to) : std::string());
}

std::string indicatorWords(const Labels& labels, const Indicator& indicator) {
    const std::string actual = withUnit(indicator.actual, indicator.unit);
    const std::string target = withUnit(indicator.target, indicator.unit);
    std::string words = indicator.name;
    words += words.empty() ? "" : ": ";
    if (!indicator.target.empty()) {
        const MatrixWord pattern = indicator.actual.empty() ? MatrixWord::TargetOnly : MatrixWord::WithTarget;
        const std::string bound = bounded(labels, target, indicator.better);
        words += fmt::format(fmt::runtime(matrixWord(labels, pattern)), fmt::arg("actual", actual),
                             fmt::arg("target", bound));
    } else {
        words += indicator.actual.empty() ? std::string(matrixWord(labels, MatrixWord::NotAssessed)) : actual;
    }
    return words;
}

std::string indicatorNotes(const Labels& labels, const Indicator& indicator) {
    std::array<std::string, 3> parts;
    if (!indicator.baseline.empty()) {
        const std::string baseline = withUnit(indicator.baseline, indicator.unit);
        parts[0] = fmt::format(fmt::runtime(matrixWord(labels, MatrixWord::Baseline)),
                               fmt::arg("baseline", baseline));
    }
    if (indicator.date) {
        const std::string date = labels.shortDate(*indicator.date);
        parts[1] =
            fmt::format(fmt::runtime(matrixWord(labels, MatrixWord::Measured)), fmt::arg("date", date));
    }
    parts[2] = indicator.source;
    return joined(parts, ", ");
}

std::string seriesWords(const Labels& labels, const Indicator& indicator) {
    std::string values;
    for (const auto& [date, figure] : indicator.series) {
        values += values.empty() ? "" : ", ";
        values += figure;
    }
    values = withUnit(values, indicator.unit);
    std::string out =
        fmt::format(fmt::runtime(matrixWord(labels, MatrixWord::Series)),
                    fmt::arg("from", indicator.series.front().first.year),
                    fmt::arg("to", indicator.series.back().first.year), fmt::arg("values", values));
    if (!indicator.target.empty()) {
        const std::string target = withUnit(indicator.target, indicator.unit);
        out += fmt::format(fmt::runtime(matrixWord(labels, MatrixWord::SeriesTarget)),
                           fmt::arg("target", target));
    }
    return out;
}

} // namespace sidetal
