#include "Documents/KeyFolding.h"

#include "Support/Ascii.h"
#include "Support/Utf8.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <new>

namespace sidetal::input {

namespace {

constexpr std::size_t kMostLetters = 256; ///< of a key; no honest one has as many

struct Lookalike {
    char32_t letter; ///< small
    std::string_view latin;
};

/// Letters that have no decomposition, and small letters of other scripts that look like Latin ones (Unicode
/// Technical Standard 39, confusables.txt). In the order of the letters.
constexpr std::array kLookalikes = {
    Lookalike{U'æ', "ae"}, Lookalike{U'ð', "d"}, Lookalike{U'ø', "o"}, Lookalike{U'þ', "th"},
    Lookalike{U'đ', "d"},  Lookalike{U'ħ', "h"}, Lookalike{U'ı', "i"}, Lookalike{U'ł', "l"},
    Lookalike{U'œ', "oe"}, Lookalike{U'ŧ', "t"}, Lookalike{U'ɑ', "a"}, Lookalike{U'ɡ', "g"},
    Lookalike{U'ɩ', "i"},  Lookalike{U'α', "a"}, Lookalike{U'γ', "y"}, Lookalike{U'ε', "e"},
    Lookalike{U'ι', "i"},  Lookalike{U'κ', "k"}, Lookalike{U'ν', "v"}, Lookalike{U'ο', "o"},
    Lookalike{U'ρ', "p"},  Lookalike{U'σ', "o"}, Lookalike{U'τ', "t"}, Lookalike{U'υ', "u"},
    Lookalike{U'χ', "x"},  Lookalike{U'ϲ', "c"}, Lookalike{U'а', "a"}, Lookalike{U'в', "b"},
    Lookalike{U'г', "r"},  Lookalike{U'е', "e"}, Lookalike{U'к', "k"}, Lookalike{U'м', "m"},
    Lookalike{U'н', "h"},  Lookalike{U'о', "o"}, Lookalike{U'п', "n"}, Lookalike{U'р', "p"},
    Lookalike{U'с', "c"},  Lookalike{U'т', "t"}, Lookalike{U'у', "y"}, Lookalike{U'х', "x"},
    Lookalike{U'ь', "b"},  Lookalike{U'ѕ', "s"}, Lookalike{U'і', "i"}, Lookalike{U'ј', "j"},
    Lookalike{U'ѵ', "v"},  Lookalike{U'һ', "h"}, Lookalike{U'ӏ', "l"}, Lookalike{U'ԁ', "d"},
    Lookalike{U'ԛ', "q"},  Lookalike{U'ԝ', "w"},
};
static_assert(std::ranges::is_sorted(kLookalikes, {}, &Lookalike::letter));

enum class Kind : std::uint8_t { Nothing, Parts, Capital, Letter };

/// What a character is for parting a key into words; Nothing: it prints none, or is a mark on the one before.
Kind kindOf(char32_t c) {
    if (c < 0x80) {
        const char byte = static_cast<char>(c);
        return !ascii::isLetter(byte)       ? Kind::Parts
               : ascii::lower(byte) == byte ? Kind::Letter
                                            : Kind::Capital;
    }
    const auto code = static_cast<UChar32>(c);
    if (u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) {
        return Kind::Nothing;
    }
    switch (u_charType(code)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_FORMAT_CHAR:
        return Kind::Nothing;
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
        return Kind::Capital;
    case U_LOWERCASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
        return Kind::Letter;
    default: // letters in circles and the like count as letters
        return u_hasBinaryProperty(code, UCHAR_ALPHABETIC) != 0 ? Kind::Letter : Kind::Parts;
    }
}

/// The letters of a key as they are written, a blank between words: "XMLAccess" is "XML Access".
std::string partedWords(std::string_view key) {
    std::string out;
    Kind last = Kind::Parts;
    std::size_t lastCapital = 0; ///< where it begins in `out`
    std::size_t letters = 0;
    for (std::size_t at = 0; at < key.size() && letters < kMostLetters;) {
        const char32_t c = utf8::next(key, at);
        const Kind kind = kindOf(c);
        if (kind == Kind::Nothing) {
            continue;
        }
        if (kind == Kind::Parts) {
            out += last == Kind::Parts ? "" : " ";
        } else {
            if (kind == Kind::Capital && last == Kind::Letter) {
                out += ' ';
            } else if (kind == Kind::Letter && last == Kind::Capital && lastCapital > 0 &&
                       out[lastCapital - 1] != ' ') {
                out.insert(out.begin() + static_cast<std::ptrdiff_t>(lastCapital), ' ');
            }
            lastCapital = kind == Kind::Capital ? out.size() : lastCapital;
            utf8::append(out, c);
            ++letters;
        }
        last = kind;
    }
    return out;
}

std::string normalised(const icu::Normalizer2* form, const std::string& text, UErrorCode& status) {
    std::string out;
    icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
    if (U_SUCCESS(status)) {
        form->normalizeUTF8(0, text, sink, nullptr, status);
    }
    return out;
}

/// `text` in small letters and decomposed. Where ICU has lost its data nothing will be printed (SID-T005), so
/// that what is then said of keys is no matter.
std::string foldedAndDecomposed(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const std::string folded = normalised(fold, text, status);
    const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
    std::string out = normalised(decompose, folded, status);
    if (status == U_MEMORY_ALLOCATION_ERROR) {
        throw std::bad_alloc();
    }
    return U_SUCCESS(status) ? out : text;
}

/// Appends a folded letter to `word`: nothing of a mark, the Latin letter of one that looks like it.
void appendLetter(std::string& word, char32_t c) {
    if (c >= 0x80 && kindOf(c) == Kind::Nothing) {
        return;
    }
    const auto found = std::ranges::lower_bound(kLookalikes, c, {}, &Lookalike::letter);
    if (c >= 0x80 && found != kLookalikes.end() && found->letter == c) {
        word += found->latin;
    } else {
        utf8::append(word, c);
    }
}

} // namespace

std::vector<std::string> foldedWords(std::string_view key) {
    const std::string parted = partedWords(key);
    const bool ascii =
        std::ranges::all_of(parted, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    const std::string folded = ascii ? ascii::lowered(parted) : foldedAndDecomposed(parted);
    std::vector<std::string> words(1);
    for (std::size_t at = 0; at < folded.size();) {
        const char32_t c = utf8::next(folded, at);
        if (c >= 0x80 || ascii::isLetter(static_cast<char>(c))) {
            appendLetter(words.back(), c);
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

std::string coarseForm(std::string_view folded) {
    std::string out;
    std::ranges::unique_copy(folded, std::back_inserter(out));
    return out;
}

} // namespace sidetal::input
