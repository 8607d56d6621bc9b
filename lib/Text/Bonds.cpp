#include "Text/Bonds.h"

#include "Support/Ascii.h"
#include "Support/Utf8.h"

#include <algorithm>
#include <array>
#include <span>

namespace sidetal {

namespace {

/// No word of a bond is longer, in bytes: longer ones are not looked through for each break in them.
constexpr std::size_t kLongestBound = 64;

using Words = std::span<const std::string_view>;

/// Before a digit or a capital; also at the beginning of a sentence.
constexpr std::array<std::string_view, 10> kBeforeFigures = {"kl.", "nr.", "stk.", "ca.", "pkt.",
                                                             "pr.", "jf.", "s.",   "d.",  "tlf."};
constexpr std::array<std::string_view, 3> kBeforeNames = {"Gl.", "Sct.", "St."};
constexpr std::array<std::string_view, 6> kEnglishBeforeFigures = {"no.", "nos.", "p.",
                                                                   "pp.", "art.", "para."};
constexpr std::array<std::string_view, 13> kUnits = {"%",  "‰",  "kr", "mio", "mia", "m",  "m²",
                                                     "m³", "km", "kg", "t",   "°C",  "pct"};
constexpr std::array<std::string_view, 23> kMonths = {
    "januar",    "februar", "marts",    "april",    "maj",  "juni", "juli", "august",
    "september", "oktober", "november", "december", "jan",  "feb",  "mar",  "apr",
    "jun",       "jul",     "aug",      "sep",      "sept", "okt",  "nov"};
constexpr std::array<std::string_view, 12> kEnglishMonths = {"January",   "February", "March",    "April",
                                                             "May",       "June",     "July",     "August",
                                                             "September", "October",  "November", "December"};

bool isIn(Words words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool isBlankAt(std::string_view text, std::size_t at) {
    return text[at] == ' ' || text[at] == '\n';
}

/// The word that ends at byte `end`; empty where it is too long for a bond.
std::string_view wordBefore(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && end - begin <= kLongestBound && !isBlankAt(text, begin - 1)) {
        --begin;
    }
    return end - begin <= kLongestBound ? text.substr(begin, end - begin) : std::string_view();
}

/// The word that begins at byte `begin`; empty where it is too long for a bond.
std::string_view wordAfter(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (end < text.size() && end - begin <= kLongestBound && !isBlankAt(text, end)) {
        ++end;
    }
    return end - begin <= kLongestBound ? text.substr(begin, end - begin) : std::string_view();
}

bool isMark(char32_t c) {
    constexpr std::u32string_view kMarks = U"()[]{}\"'.,:;!?«»‹›“”„‟‘’‚…";
    return kMarks.find(c) != kMarks.npos;
}

/// `word` without the brackets and quotation marks before it.
std::string_view withoutOpening(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t begin = at;
        if (!isMark(utf8::next(word, at))) {
            return word.substr(begin);
        }
    }
    return {};
}

/// `word` up to the punctuation after it.
std::string_view withoutClosing(std::string_view word) {
    std::size_t end = 0;
    for (std::size_t at = 0; at < word.size();) {
        if (!isMark(utf8::next(word, at))) {
            end = at;
        }
    }
    return word.substr(0, end);
}

/// `word` with a small letter in place of an ASCII capital at its front.
std::string_view smallFirst(std::string_view word, std::array<char, kLongestBound>& room) {
    std::ranges::copy(word, room.begin());
    if (!word.empty() && word.front() >= 'A' && word.front() <= 'Z') {
        room.front() = static_cast<char>(word.front() - 'A' + 'a');
    }
    return {room.data(), word.size()};
}

bool beginsWithDigit(std::string_view word) {
    return !word.empty() && ascii::isDigit(word.front());
}

bool beginsWithCapital(std::string_view word) {
    if (word.empty()) {
        return false;
    }
    const bool danish = word.starts_with("Æ") || word.starts_with("Ø") || word.starts_with("Å");
    return danish || (word.front() >= 'A' && word.front() <= 'Z');
}

bool allDigits(std::string_view word) {
    return !word.empty() && std::ranges::all_of(word, ascii::isDigit);
}

/// "5", "1.234,50", "-3", "2010-2014", "½": what a unit may stand after.
bool isNumber(std::string_view word) {
    bool hasDigit = false;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = utf8::next(word, at);
        const bool isDigit = (c >= U'0' && c <= U'9') || c == U'½' || c == U'¼' || c == U'¾';
        hasDigit = hasDigit || isDigit;
        if (!isDigit && std::u32string_view(U".,-+–−/±").find(c) == std::u32string_view::npos) {
            return false;
        }
    }
    return hasDigit && !word.ends_with('.') && !word.ends_with(',');
}

/// Digits, a day of the month.
bool isDay(std::string_view word) {
    return allDigits(word) && word.size() <= 2 && (word.size() == 1 || word.front() <= '3');
}

/// The digits of "2." and of the last of "1.-2."; empty where it is no ordinal number.
std::string_view ordinalOf(std::string_view word) {
    constexpr std::string_view kDash = "–";
    if (const auto dash = word.rfind(kDash); dash != word.npos) {
        word.remove_prefix(dash + kDash.size());
    } else if (const auto hyphen = word.rfind('-'); hyphen != word.npos) {
        word.remove_prefix(hyphen + 1);
    }
    if (!word.ends_with('.')) {
        return {};
    }
    word.remove_suffix(1);
    return allDigits(word) ? word : std::string_view();
}

bool isUnit(std::string_view after) {
    return isIn(kUnits, withoutClosing(after.substr(0, after.find('/'))));
}

bool isMonth(std::string_view after, Words months) {
    std::array<char, kLongestBound> room{};
    const std::string_view month = withoutClosing(after);
    return isIn(months, month) ||
           (months.data() == kMonths.data() && (isIn(months, smallFirst(month, room)) || month == "dec"));
}

/// Whether the words around a blank are neighbours in a phone number: four groups of two digits, two of four
/// after a word for it, or a country's number and what follows.
bool isWithinPhone(std::string_view text, std::size_t end, std::size_t next) {
    constexpr std::size_t kGroups = 4;
    const std::string_view before = withoutOpening(wordBefore(text, end));
    const std::string_view after = withoutClosing(wordAfter(text, next));
    if (before == "+45") {
        return allDigits(after);
    }
    if (!allDigits(before) || !allDigits(after) || before.size() != after.size()) {
        return false;
    }
    const std::size_t digits = before.size();
    if (digits != 2 && digits != 4) {
        return false;
    }
    std::size_t groups = 2;
    std::size_t first = end - before.size();
    std::string_view outside; // the word before them
    while (first > 0 && groups <= kGroups) {
        while (first > 0 && text[first - 1] == ' ') {
            --first;
        }
        outside = wordBefore(text, first);
        const std::string_view group = withoutOpening(outside);
        if (!allDigits(group) || group.size() != digits) {
            break;
        }
        ++groups;
        first -= outside.size();
    }
    std::size_t last = next + wordAfter(text, next).size();
    bool more = wordAfter(text, next).size() == digits; // without punctuation after it
    while (more && last < text.size() && groups <= kGroups) {
        while (last < text.size() && text[last] == ' ') {
            ++last;
        }
        const std::string_view word = wordAfter(text, last);
        more = word.size() == digits && allDigits(word);
        groups += withoutClosing(word).size() == digits && allDigits(withoutClosing(word)) ? 1 : 0;
        last += word.size();
    }
    if (digits == 2) {
        return groups == kGroups;
    }
    std::array<char, kLongestBound> room{};
    const std::string_view label = smallFirst(withoutOpening(outside), room);
    return groups == 2 && (label == "+45" || label.starts_with("tlf") || label.starts_with("telefon") ||
                           label.starts_with("mobil"));
}

bool isDanishBond(std::string_view before, std::string_view after) {
    std::array<char, kLongestBound> room{};
    if (!before.ends_with('.')) {
        return false;
    }
    if ((beginsWithDigit(after) || beginsWithCapital(after) || after.starts_with("§")) &&
        (isIn(kBeforeFigures, smallFirst(before, room)) || isIn(kBeforeNames, before))) {
        return true;
    }
    const std::string_view ordinal = ordinalOf(before);
    return !ordinal.empty() &&
           (after.starts_with("behandling") || (isDay(ordinal) && isMonth(after, kMonths)));
}

bool isEnglishBond(std::string_view before, std::string_view after) {
    std::array<char, kLongestBound> room{};
    if (before.ends_with('.')) {
        return beginsWithDigit(after) && isIn(kEnglishBeforeFigures, smallFirst(before, room));
    }
    return isDay(before) && isMonth(after, kEnglishMonths);
}

/// A break within a word: after a hyphen or a dash.
bool isBondInside(std::string_view text, std::size_t end, std::size_t next) {
    const std::string_view before = wordBefore(text, end);
    const auto isDigitByte = [](char c) { return ascii::isDigit(c); };
    if (before.ends_with('-')) {
        return std::ranges::any_of(before, isDigitByte);
    }
    constexpr std::string_view kDash = "–";
    return before.ends_with(kDash) && before.size() > kDash.size() &&
           ascii::isDigit(before[before.size() - kDash.size() - 1]) && next < text.size() &&
           ascii::isDigit(text[next]);
}

/// Whether a line that ends with this byte might end at a bond: most lines' ends need no closer look.
bool mayBind(char last) {
    constexpr char kEndOfSection = '\xA7';  // of "§"
    constexpr char kEndOfFraction = '\xBD'; // of "½"
    return last == '.' || last == '-' || ascii::isDigit(last) || last == kEndOfSection ||
           last == kEndOfFraction || last == '\x93'; // of "–"
}

} // namespace

BondLanguage bondLanguage(std::string_view tag) {
    const std::string_view language = tag.substr(0, tag.find('-'));
    return language == "da"   ? BondLanguage::Danish
           : language == "en" ? BondLanguage::English
                              : BondLanguage::None;
}

bool isBond(std::string_view text, std::size_t end, std::size_t next, BondLanguage language) {
    if (language == BondLanguage::None || end == 0 || next >= text.size() || !mayBind(text[end - 1])) {
        return false;
    }
    if (end == next) {
        return isBondInside(text, end, next);
    }
    const std::string_view before = withoutOpening(wordBefore(text, end));
    const std::string_view after = wordAfter(text, next);
    if ((before == "§" || before == "§§") && beginsWithDigit(after)) {
        return true;
    }
    if (isNumber(before) && isUnit(after)) {
        return true;
    }
    return isWithinPhone(text, end, next) ||
           (language == BondLanguage::Danish ? isDanishBond(before, after) : isEnglishBond(before, after));
}

void joinBonds(const Shaper& shaper, const RunPlaces& places, std::string_view text, std::int64_t room,
               std::vector<Segment>& segments) {
    std::size_t last = 0; // of those that are kept
    for (std::size_t i = 1; i < segments.size(); ++i) {
        Segment& open = segments[last];
        const Segment& next = segments[i];
        const std::int64_t width = open.width + open.blank + next.width;
        const bool mayEnd =
            (open.gap == Gap::Blank || open.gap == Gap::None) && open.end > 0 && mayBind(text[open.end - 1]);
        if (mayEnd && width <= room) {
            const TextRun& run = places.runs()[places.at(open.end - 1)];
            const BondLanguage language = bondLanguage(shaper.fontSpec(run.font).language);
            if (isBond(text, open.end, next.begin, language)) {
                open = {open.begin, next.end, width, next.blank, next.gap};
                continue;
            }
        }
        segments[++last] = next;
    }
    segments.resize(segments.empty() ? 0 : last + 1);
}

} // namespace sidetal
