#include "Sheets/Words.h"

#include "Sheets/Characters.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

namespace sidetal::sheets {

namespace {

/// A word as it is shown, what it means, and the same with nothing but letters.
template <class T>
struct Word {
    std::string_view shown;
    T value;
};

constexpr Word<GoalStatus> kStatusWords[] = {
    {"Nået", GoalStatus::Reached},
    {"I gang", GoalStatus::OnTrack},
    {"Delvist nået", GoalStatus::Partly},
    {"Ikke nået", GoalStatus::NotReached},
    {"Ikke opgjort", GoalStatus::NotAssessed},
    {"Ikke vurderet", GoalStatus::NotAssessed},
    {"Opnået", GoalStatus::Reached},
    {"Gennemført", GoalStatus::Reached},
    {"Reached", GoalStatus::Reached},
    {"På vej", GoalStatus::OnTrack},
    {"På sporet", GoalStatus::OnTrack},
    {"On track", GoalStatus::OnTrack},
    {"Delvis", GoalStatus::Partly},
    {"Delvist", GoalStatus::Partly},
    {"Delvis nået", GoalStatus::Partly},
    {"Partly", GoalStatus::Partly},
    {"Partly reached", GoalStatus::Partly},
    {"Ikke opnået", GoalStatus::NotReached},
    {"Not reached", GoalStatus::NotReached},
    {"Not assessed", GoalStatus::NotAssessed},
};
constexpr Word<Trend> kTrendWords[] = {
    {"Bedre", Trend::Up},         {"Uændret", Trend::Level}, {"Dårligere", Trend::Down},
    {"Fremgang", Trend::Up},      {"Positiv", Trend::Up},    {"Better", Trend::Up},
    {"Improving", Trend::Up},     {"Stabil", Trend::Level},  {"Level", Trend::Level},
    {"Unchanged", Trend::Level},  {"Stable", Trend::Level},  {"Værre", Trend::Down},
    {"Tilbagegang", Trend::Down}, {"Negativ", Trend::Down},  {"Worse", Trend::Down},
    {"Worsening", Trend::Down},
};
/// What these mean depends on which way is the better one.
constexpr std::string_view kDirections[] = {"Stigende", "Faldende", "Op", "Ned",
                                            "Rising",   "Falling",  "Up", "Down"};
constexpr Word<Trend> kTrendSigns[] = {
    {"\u2191", Trend::Up},    {"\u2197", Trend::Up},   {"\u25B2", Trend::Up},   {"\u2192", Trend::Level},
    {"\u25B6", Trend::Level}, {"\u2193", Trend::Down}, {"\u2198", Trend::Down}, {"\u25BC", Trend::Down},
};
constexpr Word<Indicator::Better> kBetterWords[] = {
    {"Højere", Indicator::Better::Higher}, {"Lavere", Indicator::Better::Lower},
    {"Høj", Indicator::Better::Higher},    {"Lav", Indicator::Better::Lower},
    {"Higher", Indicator::Better::Higher}, {"Lower", Indicator::Better::Lower},
};
/// What is written in English sheets; they are among the words above.
constexpr Word<GoalStatus> kEnglishStatuses[] = {
    {"Reached", GoalStatus::Reached},          {"On track", GoalStatus::OnTrack},
    {"Partly reached", GoalStatus::Partly},    {"Not reached", GoalStatus::NotReached},
    {"Not assessed", GoalStatus::NotAssessed},
};
constexpr Word<Trend> kEnglishTrends[] = {
    {"Better", Trend::Up}, {"Unchanged", Trend::Level}, {"Worse", Trend::Down}};
constexpr Word<Indicator::Better> kEnglishBetters[] = {{"Higher", Indicator::Better::Higher},
                                                       {"Lower", Indicator::Better::Lower}};
constexpr Word<bool> kYesOrNo[] = {
    {"ja", true},   {"x", true},   {"yes", true},    {"true", true},   {"sand", true}, {"1", true},
    {"nej", false}, {"no", false}, {"false", false}, {"falsk", false}, {"0", false},
};

template <class T, std::size_t N>
std::optional<T> lookUp(const Word<T> (&words)[N], std::string_view word) {
    const std::string folded = foldedName(word);
    const auto* found = std::find_if(std::begin(words), std::end(words),
                                     [&](const Word<T>& w) { return foldedName(w.shown) == folded; });
    return found == std::end(words) || folded.empty() ? std::nullopt : std::optional(found->value);
}

template <class T, std::size_t N>
std::string_view nearestOf(const Word<T> (&words)[N], std::string_view word) {
    const std::string folded = foldedName(word);
    std::string_view best;
    std::size_t least = std::max<std::size_t>(folded.size() / 3, 1) + 1;
    for (const Word<T>& w : words) {
        const std::size_t apart = lettersApart(foldedName(w.shown), folded);
        if (apart < least) {
            least = apart;
            best = w.shown;
        }
    }
    return best;
}

template <class T, std::size_t N>
std::string_view firstOf(const Word<T> (&words)[N], T value) {
    const auto* found =
        std::find_if(std::begin(words), std::end(words), [&](const Word<T>& w) { return w.value == value; });
    return found == std::end(words) ? std::string_view() : found->shown;
}

[[nodiscard]] bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

constexpr std::array<std::string_view, 24> kMonths = {
    "januar",    "februar", "marts",    "april",    "maj",       "juni",     "juli",     "august",
    "september", "oktober", "november", "december", "january",   "february", "march",    "april",
    "may",       "june",    "july",     "august",   "september", "october",  "november", "december"};

/// 1 to 12; 0 for another word. Three letters are enough, with or without their full stop.
[[nodiscard]] int monthOf(std::string_view word) {
    const std::string folded = foldedName(word);
    if (folded.size() < 3) {
        return 0;
    }
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (kMonths[i] == folded || (folded.size() == 3 && kMonths[i].starts_with(folded))) {
            return static_cast<int>(i % 12) + 1;
        }
    }
    return 0;
}

} // namespace

std::optional<GoalStatus> statusOf(std::string_view word) {
    return lookUp(kStatusWords, word);
}

std::optional<Trend> trendOf(std::string_view word) {
    for (const Word<Trend>& sign : kTrendSigns) {
        if (sign.shown == word) {
            return sign.value;
        }
    }
    return lookUp(kTrendWords, word);
}

std::optional<bool> yesOrNo(std::string_view word) {
    return word == "\u2713" || word == "\u2714" ? true : lookUp(kYesOrNo, word);
}

std::optional<Indicator::Better> betterOf(std::string_view word) {
    return lookUp(kBetterWords, word);
}

std::optional<GoalStatus> statusOfKey(std::string_view key) {
    constexpr Word<GoalStatus> kKeys[] = {{"reached", GoalStatus::Reached},
                                          {"on-track", GoalStatus::OnTrack},
                                          {"partly", GoalStatus::Partly},
                                          {"not-reached", GoalStatus::NotReached},
                                          {"not-assessed", GoalStatus::NotAssessed}};
    for (const Word<GoalStatus>& word : kKeys) {
        if (word.shown == key) {
            return word.value;
        }
    }
    return std::nullopt;
}

std::optional<Trend> trendOfKey(std::string_view key) {
    return key == "up"      ? std::optional(Trend::Up)
           : key == "level" ? std::optional(Trend::Level)
           : key == "down"  ? std::optional(Trend::Down)
                            : std::nullopt;
}

bool isDirection(std::string_view word) {
    const std::string folded = foldedName(word);
    return std::any_of(std::begin(kDirections), std::end(kDirections),
                       [&](std::string_view known) { return foldedName(known) == folded; });
}

std::string_view wordOf(GoalStatus status, SheetLanguage language) {
    return language == SheetLanguage::English ? firstOf(kEnglishStatuses, status)
                                              : firstOf(kStatusWords, status);
}
std::string_view wordOf(Trend trend, SheetLanguage language) {
    return language == SheetLanguage::English ? firstOf(kEnglishTrends, trend) : firstOf(kTrendWords, trend);
}
std::string_view wordOf(Indicator::Better better, SheetLanguage language) {
    return language == SheetLanguage::English ? firstOf(kEnglishBetters, better)
                                              : firstOf(kBetterWords, better);
}

std::string_view nearestStatus(std::string_view word) {
    return nearestOf(kStatusWords, word);
}
std::string_view nearestTrend(std::string_view word) {
    return nearestOf(kTrendWords, word);
}

std::optional<Date> dateOf(std::string_view text) {
    if (const auto iso = parseDate(text.substr(0, 10)); iso && (text.size() == 10 || text[10] == ' ')) {
        return iso;
    }
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = text.find_first_not_of(" .-/", at);
        if (begin == std::string_view::npos) {
            break;
        }
        at = std::min(text.find_first_of(" .-/", begin), text.size());
        parts.push_back(text.substr(begin, at - begin));
    }
    const auto number = [](std::string_view part, std::size_t most) {
        int out = 0;
        for (const char c : part) {
            out = part.size() <= most && isDigit(c) && out >= 0 ? out * 10 + (c - '0') : -1;
        }
        return out;
    };
    if (parts.size() != 3 || parts[2].size() != 4) {
        return std::nullopt;
    }
    const int day = number(parts[0], 2);
    const int month = isDigit(parts[1][0]) ? number(parts[1], 2) : monthOf(parts[1]);
    const int year = number(parts[2], 4);
    if (day < 1 || day > 31 || month < 1 || month > 12 || year < 1) {
        return std::nullopt;
    }
    const Date date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                    static_cast<std::uint8_t>(day)};
    return parseDate(formatIso(date)); // refuses 31 February
}

bool isNumber(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && (text[at] == '-' || text[at] == '+')) {
        ++at;
    }
    if (text.substr(at).starts_with("\u2212")) {
        at += 3;
    }
    if (at >= text.size() || !isDigit(text[at])) {
        return false;
    }
    while (at < text.size() && (isDigit(text[at]) || ((text[at] == '.' || text[at] == ',') &&
                                                      at + 1 < text.size() && isDigit(text[at + 1])))) {
        ++at;
    }
    return std::none_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), isDigit);
}

bool isDitto(std::string_view text) {
    constexpr std::string_view kMarks[] = {"\"",
                                           "\u201D",
                                           "\u3003",
                                           "\u2033",
                                           "''",
                                           "-\"-",
                                           "-\u201D-",
                                           "\u00BB",
                                           "do.",
                                           "do",
                                           "ditto",
                                           "samme",
                                           "same",
                                           "Samme som ovenfor",
                                           "samme som ovenfor",
                                           "same as above"};
    return std::find(std::begin(kMarks), std::end(kMarks), text) != std::end(kMarks);
}

} // namespace sidetal::sheets
