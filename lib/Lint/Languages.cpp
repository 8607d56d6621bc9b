#include "Lint/Detectors.h"

#include "Support/Ascii.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string>

namespace sidetal::lint {

namespace {

constexpr unsigned kFewestWords = 12;
constexpr unsigned kFewestOwn = 3;      // of the paragraph's own language, before it is taken to be in it
constexpr std::size_t kLongestWord = 6; // bytes of a word that counts; eight fit a number

/// Common words that one of the four languages has and the others have not.
struct LanguageWords {
    std::string_view language;
    std::array<std::string_view, 22> words;
};

constexpr std::array<LanguageWords, 4> kLanguages = {{
    {"da", {"og",  "at",  "er",    "til",  "p\u00E5", "ikke", "af",   "det", "der", "fra", "som",
            "den", "med", "eller", "blev", "skal",    "have", "hvor", "ved", "kan", "om",  "vil"}},
    {"en", {"the",  "and", "of",   "is", "was", "which", "that", "with",  "this",  "are", "be",
            "from", "has", "were", "by", "not", "it",    "will", "their", "would", "an",  "on"}},
    {"sv",
     {"och",       "att",   "\u00E4r", "inte", "f\u00F6r", "av",   "ett", "som", "det",       "den", "med",
      "fr\u00E5n", "eller", "p\u00E5", "ska",  "har",      "till", "kan", "om",  "\u00E4ven", "vid", "hur"}},
    {"de", {"und",  "der",  "die", "das", "ist", "nicht",  "von",  "mit",  "f\u00FCr", "auf",  "ein",
            "eine", "wird", "des", "dem", "zu",  "werden", "sich", "auch", "bei",      "oder", "sind"}},
}};

using Counts = std::array<unsigned, kLanguages.size()>;

/// The bytes of a short word as a number.
constexpr std::uint64_t packed(std::string_view word) {
    std::uint64_t out = 0;
    for (const char c : word) {
        out = out << 8 | static_cast<unsigned char>(c);
    }
    return out;
}

/// Which of the languages have a word, as bits: a table with open addresses, so that a word costs a look or
/// two.
class KnownWords {
  public:
    constexpr KnownWords() {
        for (std::size_t language = 0; language < kLanguages.size(); ++language) {
            for (const std::string_view word : kLanguages[language].words) {
                std::size_t at = slot(packed(word));
                while (words_[at] != 0 && words_[at] != packed(word)) {
                    at = (at + 1) % kSlots;
                }
                words_[at] = packed(word);
                masks_[at] = static_cast<std::uint8_t>(masks_[at] | 1U << language);
            }
        }
    }
    [[nodiscard]] constexpr unsigned find(std::uint64_t word) const {
        std::size_t at = slot(word);
        while (words_[at] != 0 && words_[at] != word) {
            at = (at + 1) % kSlots;
        }
        return words_[at] == 0 ? 0 : masks_[at];
    }

  private:
    static constexpr std::size_t kSlots = 256;
    static constexpr std::size_t slot(std::uint64_t word) {
        return static_cast<std::size_t>(word * 0x9E37'79B9'7F4A'7C15U >> 56);
    }
    std::array<std::uint64_t, kSlots> words_{};
    std::array<std::uint8_t, kSlots> masks_{};
};

constexpr KnownWords kKnownWords;

/// Each byte as a small letter, 0 for what belongs to no word.
constexpr std::array<std::uint8_t, 256> kLetterBytes = [] {
    std::array<std::uint8_t, 256> out{};
    for (unsigned c = 0; c < out.size(); ++c) {
        const char byte = static_cast<char>(c);
        out[c] = c >= 0x80 || ascii::isLetter(byte) ? static_cast<std::uint8_t>(ascii::lower(byte)) : 0;
    }
    return out;
}();

unsigned letterAt(std::string_view text, std::size_t at) {
    return at < text.size() ? kLetterBytes[static_cast<unsigned char>(text[at])] : 0;
}

/// Counts the words of `text`, and how many of them each language has; ends where the language `own` is
/// plainly its own.
unsigned countWords(std::string_view text, std::size_t own, Counts& counts) {
    unsigned words = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        std::uint64_t word = 0;
        for (unsigned letter = letterAt(text, at); letter != 0; letter = letterAt(text, ++at)) {
            word = word << 8 | letter;
        }
        if (at == begin) {
            ++at;
            continue;
        }
        ++words;
        if (at - begin > kLongestWord) {
            continue;
        }
        for (unsigned mask = kKnownWords.find(word); mask != 0; mask &= mask - 1) {
            ++counts[static_cast<std::size_t>(std::countr_zero(mask))];
        }
        if (words >= kFewestWords && counts[own] >= kFewestOwn && counts[own] >= std::ranges::max(counts)) {
            break;
        }
    }
    return words;
}

} // namespace

std::string_view otherLanguage(std::string_view text, std::string_view language) {
    const std::string own = ascii::lowered(language.substr(0, language.find('-')));
    const auto* mine = std::ranges::find(kLanguages, own, &LanguageWords::language);
    if (mine == kLanguages.end() || text.size() < 3 * kFewestWords) {
        return {};
    }
    Counts counts{};
    const auto ownAt = static_cast<std::size_t>(mine - kLanguages.begin());
    const unsigned words = countWords(text, ownAt, counts);
    if (words < kFewestWords) {
        return {};
    }
    const auto best = static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin());
    const unsigned ownCount = counts[ownAt];
    // A fifth of its words, and three times as many as of the language that it is said to be in.
    const bool plain = counts[best] >= 4 && 5 * counts[best] >= words && counts[best] > 3 * ownCount;
    return plain ? kLanguages[best].language : std::string_view();
}

} // namespace sidetal::lint
