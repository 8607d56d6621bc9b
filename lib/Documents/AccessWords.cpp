#include "Documents/AccessWords.h"

#include "Documents/AccessLists.h"
#include "Documents/KeyFolding.h"
#include "Support/Names.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace sidetal::input {

namespace {

using namespace std::string_view_literals;
using namespace accessLists;

constexpr std::size_t kMostAfterPrefix = 1'000; ///< bytes that are looked at apart

std::string coarse(std::string_view word) {
    std::string out;
    for (const std::string& part : foldedWords(word)) {
        out += coarseForm(part);
    }
    return out;
}

/// The word with its letters that have a mark spelt by two where `spelt`, else by the one below the mark.
std::string withoutMarks(std::string_view word, bool spelt) {
    struct Letter {
        std::string_view letter;
        std::string_view alone;
        std::string_view spelt;
    };
    constexpr std::array kLetters = {
        Letter{"ä", "a", "ae"}, Letter{"æ", "a", "ae"}, Letter{"ö", "o", "oe"},
        Letter{"ø", "o", "oe"}, Letter{"ü", "u", "ue"},
    };
    std::string out(word);
    for (const Letter& letter : kLetters) {
        for (std::size_t at = out.find(letter.letter); at != std::string::npos; at = out.find(letter.letter)) {
            out.replace(at, letter.letter.size(), spelt ? letter.spelt : letter.alone);
        }
    }
    return out;
}

std::vector<std::string> coarse(Words words) {
    std::vector<std::string> out;
    for (const std::string_view word : words) {
        out.push_back(coarse(withoutMarks(word, false)));
        if (std::string spelt = coarse(withoutMarks(word, true)); spelt != out.back()) {
            out.push_back(std::move(spelt));
        }
    }
    return out;
}

bool has(const std::vector<std::string>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

/// The lists in their coarse form, made once.
struct Lists {
    struct Group {
        const Stems* stems;
        std::vector<std::string> words;
    };
    std::vector<Group> groups;
    std::vector<std::string> around = coarse(kAround);
    std::vector<std::string> innocent = coarse(kInnocent);
    std::vector<std::string> innocentKeys = coarse(kInnocentKeys);
    std::vector<std::string> when = coarse(kWhen);
    std::vector<std::string> whenEndings = coarse(kWhenEndings);
    std::vector<std::string> whoOrWhere = coarse(kWhoOrWhere);

    Lists() {
        for (const Stems& stems : kStems) {
            groups.push_back({&stems, coarse(stems.words)});
        }
    }
};

const Lists& lists() {
    static const Lists made;
    return made;
}

/// True where one insertion, deletion, replacement or swap of neighbours at most turns one word into the
/// other; the first letter has to be the same, as it nearly always is.
bool isNear(std::string_view word, std::string_view stem) {
    constexpr std::size_t kShortest = 6; ///< of a stem; shorter ones are near to too much
    const std::size_t most = stem.size() >= 11 ? 2 : 1;
    const std::size_t longer = std::max(word.size(), stem.size());
    if (stem.size() < kShortest || word.empty() || word.front() != stem.front() ||
        longer - std::min(word.size(), stem.size()) > most) {
        return false;
    }
    return editDistance(word, stem) <= most;
}

/// Two neighbours swapped, which is also told of short words ("opne").
bool isSwapped(std::string_view word, std::string_view stem) {
    if (word.size() != stem.size() || word.size() < 4 || word.front() != stem.front()) {
        return false;
    }
    const auto [a, b] = std::ranges::mismatch(word, stem);
    return word.end() - a >= 2 && a[0] == b[1] && a[1] == b[0] &&
           std::equal(a + 2, word.end(), b + 2, stem.end());
}

/// Whether a word follows on `text` that says what something is: "newitemsis" + "public".
bool endsAsPredicate(std::string_view text) {
    constexpr std::array kVerbs = {"is"sv, "er"sv, "not"sv, "non"sv, "ike"sv};
    return std::ranges::any_of(kVerbs, [&](std::string_view verb) { return text.ends_with(verb); });
}

/// Whether `text` is nothing but words of kAround, one after the other.
bool isAround(std::string_view text) {
    std::vector<bool> reached(text.size() + 1);
    reached[0] = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!reached[at]) {
            continue;
        }
        for (const std::string& word : lists().around) {
            if (text.substr(at).starts_with(word)) {
                reached[at + word.size()] = true;
            }
        }
    }
    return reached.back();
}

/// `text` without the words of kAround at its beginning and its end, the longest first.
std::string_view core(std::string_view text) {
    constexpr std::size_t kLeast = 4;
    const auto cut = [&](auto fits, auto drop) {
        std::size_t longest = 0;
        for (const std::string& word : lists().around) {
            if (word.size() > std::max<std::size_t>(longest, 1) && word.size() + kLeast <= text.size() && fits(word)) {
                longest = word.size();
            }
        }
        drop(longest);
        return longest != 0;
    };
    while (cut([&](const std::string& word) { return word.front() == text.front() && text.starts_with(word); },
               [&](std::size_t size) { text.remove_prefix(size); })) {
    }
    while (cut([&](const std::string& word) { return word.back() == text.back() && text.ends_with(word); },
               [&](std::size_t size) { text.remove_suffix(size); })) {
    }
    return text;
}

/// A key or a value, as it is looked for in the lists.
class Phrase {
  public:
    explicit Phrase(std::string_view text) {
        for (const std::string& word : foldedWords(text)) {
            addWord(word);
        }
        core_ = core(joined_);
        const std::string last = words_.empty() ? std::string() : words_.back();
        when_ = has(lists().when, last) ||
                std::ranges::any_of(lists().whenEndings, [&](const std::string& s) { return last.ends_with(s); });
        whoOrWhere_ = has(lists().whoOrWhere, last);
        innocent_ = joined_.empty() || has(lists().innocentKeys, joined_);
    }

    [[nodiscard]] bool isInnocent() const { return innocent_; }
    [[nodiscard]] std::size_t wordCount() const { return words_.size(); }

    /// "access", which is short, in its full form: "places" is none.
    [[nodiscard]] bool isAccess() const {
        constexpr std::string_view kAccess = "access";
        constexpr std::size_t kNear = 2;
        constexpr std::size_t kLongestCompound = 24;
        const auto near = [&](std::string_view word) {
            return word.size() >= kAccess.size() - kNear && word.size() <= kAccess.size() + kNear &&
                   word.front() == 'a' &&
                   editDistance(word, kAccess) <= kNear;
        };
        return full_.find("acces") != std::string::npos || std::ranges::any_of(fullWords_, near) || near(full_) ||
               (full_.size() <= kLongestCompound && near(core(full_)));
    }

    [[nodiscard]] bool holds(const Lists::Group& group) const {
        const Stems& stems = *group.stems;
        if ((stems.timed && when_) || (stems.publish && whoOrWhere_)) {
            return false;
        }
        return std::ranges::any_of(group.words, [&](const std::string& stem) { return holds(stem, stems.where); });
    }

    /// Whether the whole of it is one of the words, with an ending at most; of a few words, one is that is
    /// telling anywhere.
    [[nodiscard]] bool is(const Lists::Group& group) const {
        constexpr std::size_t kLongestEnding = 4;
        constexpr std::size_t kFewWords = 3;
        if (group.stems->where == Where::Anywhere && words_.size() <= kFewWords && holds(group)) {
            return true;
        }
        const auto isStem = [&](std::string_view text, const std::string& stem) {
            return text.starts_with(stem) && text.size() <= stem.size() + kLongestEnding;
        };
        return std::ranges::any_of(group.words, [&](const std::string& stem) {
            return isStem(joined_, stem) || isStem(core_, stem);
        });
    }

  private:
    void addWord(const std::string& word) {
        std::string rest = coarseForm(word);
        const auto& innocent = lists().innocent;
        const auto found = std::ranges::find_if(innocent, [&](const std::string& s) { return rest.starts_with(s); });
        if (found != innocent.end()) {
            rest.erase(0, found->size());
            joined_ += '|'; // what stands before and after it makes no word together
            full_ += '|';
        } else {
            full_ += word;
            fullWords_.push_back(word);
        }
        if (!rest.empty()) {
            joined_ += rest;
            words_.push_back(std::move(rest));
        }
    }

    [[nodiscard]] bool holds(const std::string& stem, Where where) const {
        if (where == Where::Alone) {
            return joined_ == stem || core_ == stem;
        }
        if (isMadeOf(stem, where)) {
            return true;
        }
        const auto isMisspelt = [&](std::string_view word) {
            return isSwapped(word, stem) || (where != Where::Exactly && isNear(word, stem));
        };
        return std::ranges::any_of(words_, isMisspelt) || isMisspelt(joined_) || isMisspelt(core_);
    }

    /// Whether the stem is a word of the key, or stands in it as it is written in one: anywhere, or with
    /// nothing around it but kAround. Of a stem that stands there many times the first few are looked at.
    [[nodiscard]] bool isMadeOf(const std::string& stem, Where where) const {
        constexpr int kMostTimes = 4;
        std::size_t at = joined_.find(stem);
        if (at != std::string::npos && has(words_, stem)) {
            return true;
        }
        for (int times = 0; at != std::string::npos && times < kMostTimes; ++times) {
            const std::string_view before = std::string_view(joined_).substr(0, at);
            const std::string_view after = std::string_view(joined_).substr(at + stem.size());
            if (where == Where::Anywhere || ((endsAsPredicate(before) || isAround(before)) && isAround(after))) {
                return true;
            }
            at = joined_.find(stem, at + 1);
        }
        return false;
    }

    std::vector<std::string> words_; ///< in coarse form, without what is innocent
    std::string joined_;
    std::vector<std::string> fullWords_; ///< in folded form
    std::string full_;
    std::string core_;
    bool when_ = false;
    bool whoOrWhere_ = false;
    bool innocent_ = false;
};

} // namespace

bool mayMeanAccess(std::string_view key) {
    const Phrase phrase(key);
    if (phrase.isInnocent()) {
        return false;
    }
    const std::size_t colon = key.rfind(':'); // after a prefix that no namespace was declared for
    return phrase.isAccess() ||
           std::ranges::any_of(lists().groups,
                               [&](const Lists::Group& group) { return phrase.holds(group); }) ||
           (colon != std::string_view::npos && mayMeanAccess(key.substr(colon + 1, kMostAfterPrefix)));
}

bool saysClosed(std::string_view value) {
    constexpr std::size_t kLongest = 60;
    constexpr std::size_t kMostWords = 4;
    if (value.size() > kLongest) {
        return false;
    }
    const Phrase phrase(value);
    return !phrase.isInnocent() && phrase.wordCount() <= kMostWords &&
           std::ranges::any_of(lists().groups, [&](const Lists::Group& group) {
               return group.stems->closed && phrase.is(group);
           });
}

} // namespace sidetal::input
