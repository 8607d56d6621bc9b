#include "Lint/Surroundings.h"

#include "Support/Utf8.h"

#include <algorithm>

namespace sidetal::lint {

namespace {

constexpr std::size_t kReach = 40;

/// Where the last of the words stands in `slice`, counted from 1; 0 where none does.
std::size_t lastOf(std::string_view slice, std::initializer_list<std::string_view> words) {
    std::size_t last = 0;
    for (const std::string_view word : words) {
        for (std::size_t at = slice.rfind(word); at != std::string_view::npos;
             at = at == 0 ? std::string_view::npos : slice.rfind(word, at - 1)) {
            if (at == 0 || !isWordByte(slice, at - 1)) {
                last = std::max(last, at + 1);
                break;
            }
        }
    }
    return last;
}

} // namespace

bool isWordByte(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(at) < 0x80) {
        return ascii::isLetterOrDigit(text[at]);
    }
    std::size_t lead = at;
    while (lead > 0 && (byte(lead) & 0xC0u) == 0x80u) {
        --lead;
    }
    const bool punctuation =
        byte(lead) == 0xC2 || (byte(lead) == 0xE2 && lead + 1 < text.size() && byte(lead + 1) <= 0x81);
    return !punctuation;
}

std::size_t blankLength(std::string_view text) {
    if (text.starts_with(' ')) {
        return 1;
    }
    for (const std::string_view blank : {"\u00A0", "\u2009", "\u202F"}) {
        if (text.starts_with(blank)) {
            return blank.size();
        }
    }
    return 0;
}

Said saidBefore(std::string_view text, std::size_t at, std::initializer_list<std::string_view> for_,
                std::initializer_list<std::string_view> against) {
    const std::size_t from = at > kReach ? at - kReach : 0;
    std::string slice = ascii::lowered(text.substr(from, at - from));
    if (from > 0 && isWordByte(text, from) && isWordByte(text, from - 1)) { // the rest of a word is none
        std::size_t rest = 0;
        while (rest < slice.size() && isWordByte(slice, rest)) {
            slice[rest++] = ' ';
        }
    }
    const std::size_t one = lastOf(slice, for_);
    const std::size_t other = lastOf(slice, against);
    return one > other ? Said::For : other > 0 ? Said::Against : Said::Nothing;
}

bool goesOnWith(std::string_view text, std::size_t at, std::initializer_list<std::string_view> words) {
    at += blankLength(text.substr(at));
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return ascii::lowered(text.substr(at, word.size())) == word &&
               (at + word.size() >= text.size() || !isWordByte(text, at + word.size()));
    });
}

std::string folded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t blank = blankLength(text.substr(at));
        if (blank > 0 || ascii::isSpace(text[at])) {
            if (!out.empty() && out.back() != ' ') {
                out += ' ';
            }
            at += blank > 0 ? blank - 1 : 0;
            continue;
        }
        const auto byte = static_cast<unsigned char>(text[at]);
        const bool capital = byte >= 0x80 && byte <= 0x9E && byte != 0x97 && at > 0 && text[at - 1] == '\xC3';
        out += capital ? static_cast<char>(byte + 0x20) : ascii::lower(text[at]);
    }
    if (!out.empty() && out.back() == ' ') {
        out.pop_back();
    }
    return out;
}

std::string_view trimmedToWords(std::string_view text) {
    std::size_t begin = text.size();
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        (void)utf8::next(text, at);
        if (isWordByte(text, from)) {
            begin = std::min(begin, from);
            end = at;
        }
    }
    return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

std::size_t findWords(std::string_view text, std::string_view words, std::size_t from) {
    for (std::size_t at = text.find(words, from); at != std::string_view::npos;
         at = text.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        const bool begins = at == 0 || !isWordByte(text, at - 1) || !isWordByte(text, at);
        const bool ends = end == text.size() || !isWordByte(text, end) || !isWordByte(text, end - 1);
        if (begins && ends) {
            return at;
        }
    }
    return std::string_view::npos;
}

} // namespace sidetal::lint
