#include "Text/LineClasses.h"

#include "Support/Ascii.h"
#include "Support/Utf8.h"

#include <unicode/uchar.h>

#include <algorithm>

namespace sidetal {

namespace {

constexpr int kClassCount = 56;
// Classes of ours, where UAX #14 or ICU looks further than at a character's class.
constexpr std::uint8_t kOpeningQuote = 60; // general category Pi (LB15a of Unicode 15.1)
constexpr std::uint8_t kClosingQuote = 61; // general category Pf (LB15b)
constexpr std::uint8_t kDecimalPoint = 62; // ".5": ICU breaks before it, though not before a full stop alone
constexpr std::uint8_t kCombining = 63;    // takes the class of what it stands on; alone it is none of ours
static_assert(U_LB_COUNT <= kClassCount + 1);

bool wellUnderstood(int lineBreakClass) {
    switch (lineBreakClass) {
    case U_LB_ALPHABETIC:
    case U_LB_AMBIGUOUS:
    case U_LB_NUMERIC:
    case U_LB_INFIX_NUMERIC:
    case U_LB_PREFIX_NUMERIC:
    case U_LB_POSTFIX_NUMERIC:
    case U_LB_OPEN_PUNCTUATION:
    case U_LB_CLOSE_PUNCTUATION:
    case U_LB_CLOSE_PARENTHESIS:
    case U_LB_QUOTATION:
    case U_LB_EXCLAMATION:
    case U_LB_BREAK_SYMBOLS:
    case U_LB_BREAK_AFTER:
    case U_LB_BREAK_BEFORE:
    case U_LB_BREAK_BOTH:
    case U_LB_HYPHEN:
    case U_LB_GLUE:
    case U_LB_NONSTARTER:
    case U_LB_INSEPARABLE:
        return true;
    default:
        return false;
    }
}

/// The class of a character for our table; kComplex for those that are not well understood.
std::uint8_t classOf(char32_t c) {
    const auto character = static_cast<UChar32>(c);
    const int lineBreakClass = u_getIntPropertyValue(character, UCHAR_LINE_BREAK);
    if (lineBreakClass == U_LB_COMBINING_MARK) {
        return kCombining;
    }
    if (!wellUnderstood(lineBreakClass)) {
        return LineClasses::kComplex;
    }
    if (lineBreakClass == U_LB_QUOTATION) {
        const int category = u_charType(character);
        if (category == U_INITIAL_PUNCTUATION) {
            return kOpeningQuote;
        }
        if (category == U_FINAL_PUNCTUATION) {
            return kClosingQuote;
        }
    }
    return static_cast<std::uint8_t>(lineBreakClass);
}

/// Made of letters of Latin-1, digits, full stops and commas: AL, NU and IS never break among themselves
/// (LB13, 23, 25, 28, 29).
bool neverBreaks(std::string_view word) {
    return std::ranges::all_of(word, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return ascii::isLetterOrDigit(c) || c == '.' || c == ',' || byte == 0xC3 ||
               (byte >= 0x80 && byte < 0xC0);
    });
}

/// A full stop or the like with a digit after it, marks on it passed over.
bool beginsWithDecimalPoint(std::uint8_t first, std::string_view word) {
    if (first != U_LB_INFIX_NUMERIC) {
        return false;
    }
    std::size_t at = 0;
    (void)utf8::next(word, at);
    while (at < word.size()) {
        const auto next = static_cast<UChar32>(utf8::next(word, at));
        const int kind = u_getIntPropertyValue(next, UCHAR_LINE_BREAK);
        if (kind != U_LB_COMBINING_MARK) {
            return kind == U_LB_NUMERIC;
        }
    }
    return false;
}

/// The classes of the ends of a word that never breaks: all its classes are well understood.
LineClasses::Ends endsOf(std::string_view word) {
    std::size_t first = 0;
    std::size_t last = word.size() - 1;
    while ((static_cast<unsigned char>(word[last]) & 0xC0u) == 0x80u) {
        --last;
    }
    LineClasses::Ends ends{classOf(utf8::next(word, first)), classOf(utf8::next(word, last))};
    ends.first = beginsWithDecimalPoint(ends.first, word) ? kDecimalPoint : ends.first;
    return ends;
}

} // namespace

LineClasses::Ends LineClasses::analyse(std::string_view word, std::vector<std::uint32_t>& breaks) {
    breaks.clear();
    if (neverBreaks(word)) {
        return word.empty() ? Ends{} : endsOf(word);
    }
    lines_.find(word, breaks);
    breaks.pop_back(); // the word's end
    Ends ends;
    bool understood = true;
    for (std::size_t at = 0; at < word.size();) {
        const bool isFirst = at == 0;
        const std::uint8_t kind = classOf(utf8::next(word, at));
        understood = understood && kind != kComplex && !(isFirst && kind == kCombining);
        ends.first = isFirst ? kind : ends.first;
        ends.last = kind == kCombining ? ends.last : kind;
    }
    ends.first = beginsWithDecimalPoint(ends.first, word) ? kDecimalPoint : ends.first;
    return understood ? ends : Ends{};
}

bool LineClasses::ask(std::uint8_t last, std::string_view before, std::uint8_t first,
                      std::string_view after) {
    if (last == kComplex || first == kComplex) {
        return false;
    }
    question_.assign(before);
    question_ += ' ';
    const auto at = static_cast<std::uint32_t>(question_.size());
    question_ += after;
    lines_.find(question_, answer_);
    const bool breaks = std::ranges::find(answer_, at) != answer_.end();
    table_[last * kClasses + first] = breaks ? kBreaks : kHolds;
    return breaks;
}

} // namespace sidetal
