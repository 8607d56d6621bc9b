#include "Text/Hyphenator.h"

#include "Text/HyphenExceptions.h"

#include "Support/Ascii.h"
#include "Support/Utf8.h"
#include "sidetal/Support/Diagnostic.h"

#include <fmt/format.h>
#include <hyphen.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <unordered_map>
#include <vector>

namespace sidetal {

namespace {

constexpr std::size_t kLeast = 3;   ///< letters on either side of a hyphen
constexpr std::size_t kMost = 1000; ///< letters: what is longer is no word
constexpr std::size_t kRememberedWords = 8192;

/// Part of a letter, of ASCII or beyond.
bool isLetterByte(char c) {
    return ascii::isLetter(c) || static_cast<unsigned char>(c) >= 0x80;
}

struct CloseDictionary {
    void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
};

/// A letter of a word: lower case, and where it stands in the word's bytes.
struct Letter {
    char32_t lower = 0;
    std::uint16_t at = 0;
    bool capital = false;
};

/// Strings and vectors as std::unordered_map keys by view, so that a look-up makes no string.
struct ViewHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

/// Marks breaks[i] where the word may be broken before letter i, by the patterns.
void breakByPatterns(HyphenDict& dictionary, const std::vector<Letter>& letters, std::vector<bool>& breaks) {
    std::string latin1;
    for (const Letter& letter : letters) {
        if (letter.lower > 0xFF) {
            return; // no Danish word: the patterns know nothing of it
        }
        latin1 += static_cast<char>(letter.lower);
    }
    std::string marks(latin1.size() + 5, '\0');
    char** replacements = nullptr;
    int* positions = nullptr;
    int* cuts = nullptr;
    const int failed = hnj_hyphen_hyphenate2(&dictionary, latin1.data(), static_cast<int>(latin1.size()),
                                             marks.data(), nullptr, &replacements, &positions, &cuts);
    for (std::size_t i = 0; i + 1 < latin1.size(); ++i) {
        const bool changesLetters = replacements != nullptr && replacements[i] != nullptr;
        breaks[i + 1] = failed == 0 && (marks[i] & 1) != 0 && !changesLetters;
        if (changesLetters) {
            std::free(replacements[i]);
        }
    }
    std::free(replacements);
    std::free(positions);
    std::free(cuts);
}

std::u32string lettersOf(const std::vector<Letter>& letters) {
    std::u32string word;
    for (const Letter& letter : letters) {
        word += letter.lower;
    }
    return word;
}

/// Sets the breaks inside each part that our list has, wherever it stands in the word.
void breakByExceptions(const std::vector<Letter>& letters, std::vector<bool>& breaks) {
    const std::u32string word = lettersOf(letters);
    for (const HyphenException& exception : hyphenExceptions()) {
        for (auto at = word.find(exception.letters); at != word.npos;
             at = word.find(exception.letters, at + 1)) {
            for (std::size_t i = 0; i < exception.letters.size(); ++i) {
                const bool named = std::ranges::find(exception.breaks, i) != exception.breaks.end();
                breaks[at + i] = named || (i == 0 && breaks[at]);
            }
        }
    }
}

/// Joins each part without a vowel to the part before it: the patterns give "svar-s-ud" and "pla-n-om", where
/// the linking letter belongs to the word before.
void joinVowelless(const std::vector<Letter>& letters, std::vector<bool>& breaks) {
    constexpr std::u32string_view kConsonants = U"bcdfghjklmnpqrstvwxz";
    bool hasVowel = false;
    std::size_t firstBreak = 0;
    for (std::size_t i = letters.size(); i-- > 1;) {
        hasVowel = hasVowel || kConsonants.find(letters[i].lower) == kConsonants.npos;
        if (breaks[i]) {
            breaks[i] = hasVowel;
            firstBreak = hasVowel ? i : firstBreak;
            hasVowel = false;
        }
    }
    const bool firstHasVowel = hasVowel || kConsonants.find(letters[0].lower) == kConsonants.npos;
    if (!firstHasVowel) {
        breaks[firstBreak] = false;
    }
}

/// A hyphen within an address would become part of it.
bool isAddress(std::string_view word) {
    if (word.find_first_of("@_") != word.npos || word.find("://") != word.npos) {
        return true;
    }
    for (std::size_t dot = word.find('.'); dot != word.npos; dot = word.find('.', dot + 1)) {
        if (dot > 0 && dot + 1 < word.size() && isLetterByte(word[dot - 1]) && isLetterByte(word[dot + 1])) {
            return true;
        }
    }
    return false;
}

} // namespace

struct Hyphenator::Members {
    using Points = std::vector<HyphenPoint>;

    const Fonts& fonts;
    std::string language; ///< of `dictionary`
    std::unique_ptr<HyphenDict, CloseDictionary> dictionary;
    std::unordered_map<std::string, Points, ViewHash, std::equal_to<>> known;

    void choose(std::string_view wanted);
    void addStretch(const std::vector<Letter>& letters, Points& points);
    [[nodiscard]] Points find(std::string_view word);
};

void Hyphenator::Members::choose(std::string_view wanted) {
    if (wanted == language) {
        return;
    }
    known.clear();
    dictionary.reset();
    if (const auto path = fonts.hyphenation(wanted)) {
        dictionary.reset(hnj_hyphen_load(path->c_str()));
        if (!dictionary) {
            throw Error("SID-T004",
                        fmt::format("hyphenation dictionary '{}' cannot be read", path->string()));
        }
    }
    language = wanted;
}

/// Adds the points of a stretch of letters.
void Hyphenator::Members::addStretch(const std::vector<Letter>& letters, Points& points) {
    const bool capitals = std::ranges::all_of(letters, &Letter::capital);
    if (letters.size() < 2 * kLeast || letters.size() > kMost || capitals) {
        return;
    }
    std::vector<bool> breaks(letters.size());
    breakByPatterns(*dictionary, letters, breaks);
    breakByExceptions(letters, breaks);
    joinVowelless(letters, breaks);
    for (const LetterPlace& place : placesOf(lettersOf(letters), breaks)) {
        if (place.letter >= kLeast && place.letter + kLeast <= letters.size()) {
            points.push_back({letters[place.letter].at, place.kind});
        }
    }
}

Hyphenator::Members::Points Hyphenator::Members::find(std::string_view word) {
    if (!admitsHyphens(word)) {
        return {};
    }
    Points points;
    std::vector<Letter> letters;
    for (std::size_t at = 0; at < word.size();) {
        const auto offset = static_cast<std::uint16_t>(at);
        const auto c = static_cast<UChar32>(utf8::next(word, at));
        if (u_isalpha(c)) {
            letters.push_back({static_cast<char32_t>(u_tolower(c)), offset, u_isupper(c) != 0});
        } else {
            addStretch(letters, points);
            letters.clear();
        }
    }
    addStretch(letters, points);
    return points;
}

Hyphenator::Hyphenator(const Fonts& fonts)
    : m_(std::make_unique<Members>(fonts)) {}

Hyphenator::~Hyphenator() = default;

bool Hyphenator::admitsHyphens(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        if (u_isdigit(static_cast<UChar32>(utf8::next(word, at)))) {
            return false;
        }
    }
    return !isAddress(word);
}

std::span<const HyphenPoint> Hyphenator::points(std::string_view language, std::string_view word) {
    m_->choose(language);
    if (!m_->dictionary) {
        return {};
    }
    const auto found = m_->known.find(word);
    if (found != m_->known.end()) {
        return found->second;
    }
    if (m_->known.size() >= kRememberedWords) {
        m_->known.clear();
    }
    return m_->known.emplace(std::string(word), m_->find(word)).first->second;
}

} // namespace sidetal
