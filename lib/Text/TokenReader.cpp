#include "Text/TokenReader.h"

#include "Support/Utf8.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstring>

namespace sidetal {

namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\n';
}

/// One past the last `c` in [begin, end), or `begin`.
std::size_t afterLast(std::string_view text, char c, std::size_t begin, std::size_t end) {
    const void* found = memrchr(text.data() + begin, c, end - begin);
    return found == nullptr ? begin
                            : static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) + 1;
}

/// The beginning of the word that `at` is in.
std::size_t findWordBegin(std::string_view text, std::size_t at) {
    constexpr std::size_t kUsual = 256;
    const std::size_t limit = at - std::min(at, kUsual);
    while (at > limit && !isBlank(text[at - 1])) {
        --at;
    }
    if (at != limit || at == 0) {
        return at;
    }
    // A very long word, looked for once a line: by memory search, not by character.
    return afterLast(text, '\n', afterLast(text, ' ', 0, at), at);
}

/// Where to cut a word that is longer than the longest: before a character that begins a cluster, if there is
/// one.
std::size_t cutLongWord(std::string_view word) {
    const auto isInside = [&](std::size_t at) {
        return (static_cast<unsigned char>(word[at]) & 0xC0u) == 0x80u;
    };
    std::size_t longest = kLongestWord;
    while (isInside(longest)) {
        --longest;
    }
    for (std::size_t at = longest; at > 0; --at) {
        std::size_t after = at;
        if (!isInside(at) && u_getIntPropertyValue(static_cast<UChar32>(utf8::next(word, after)),
                                                   UCHAR_GRAPHEME_CLUSTER_BREAK) == U_GCB_OTHER) {
            return at;
        }
    }
    return longest;
}

} // namespace

std::size_t findWordEnd(std::string_view text, std::size_t at) {
    const std::size_t limit = std::min(text.size(), at + kLongestWord + 1);
    while (at < limit && !isBlank(text[at])) {
        ++at;
    }
    return at;
}

const Word& shape(Shaper& shaper, const TextRun& run, std::size_t begin, std::size_t end,
                  std::size_t runBegin) {
    try {
        return shaper.word(run.font, run.text.substr(begin, end - begin));
    } catch (UnprintableText& unprintable) {
        unprintable.offset += runBegin + begin;
        throw;
    }
}

std::uint16_t glyphAt(const Word& word, std::uint32_t offset) {
    const auto before = [](const Glyph& glyph, std::uint32_t at) { return glyph.at < at; };
    const auto it = std::lower_bound(word.glyphs.begin(), word.glyphs.end(), offset, before);
    return static_cast<std::uint16_t>(it - word.glyphs.begin());
}

std::int32_t widthOf(const Word& word, std::size_t from, std::size_t to) {
    std::int32_t width = 0;
    for (const Glyph& glyph : word.glyphs.subspan(from, to - from)) {
        width += glyph.advance + glyph.adjust;
    }
    return width;
}

TokenReader::TokenReader(Shaper& shaper, std::span<const TextRun> runs, std::uint32_t offset)
    : shaper_(shaper)
    , runs_(runs) {
    seek(offset);
}

/// Goes to the beginning of the word that `offset` is in, counted as next() counts.
void TokenReader::seek(std::uint32_t offset) {
    while (run_ + 1 < runs_.size() && offset >= runBegin_ + runs_[run_].text.size()) {
        runBegin_ += static_cast<std::uint32_t>(runs_[run_].text.size());
        ++run_;
    }
    if (run_ == runs_.size()) {
        return;
    }
    const std::string_view text = runs_[run_].text;
    const std::size_t target = offset - runBegin_;
    at_ = findWordBegin(text, target);
    while (findWordEnd(text, at_) - at_ > kLongestWord) {
        const std::size_t piece = cutLongWord(text.substr(at_));
        if (at_ + piece > target) {
            break;
        }
        at_ += piece;
    }
}

void TokenReader::skipBlanks(Token& token) {
    token.newlines = 0;
    token.blank = false;
    while (run_ < runs_.size()) {
        const std::string_view text = runs_[run_].text;
        if (at_ == text.size()) {
            runBegin_ += static_cast<std::uint32_t>(text.size());
            ++run_;
            at_ = 0;
        } else if (text[at_] == '\n') {
            ++token.newlines;
            ++at_;
        } else if (text[at_] == ' ') {
            token.blankRun = token.blank ? token.blankRun : static_cast<std::uint32_t>(run_);
            token.blank = true;
            ++at_;
        } else {
            break;
        }
    }
    token.blank = token.blank && token.newlines == 0;
}

bool TokenReader::next(Token& token) {
    skipBlanks(token);
    if (run_ == runs_.size()) {
        return false;
    }
    const TextRun& run = runs_[run_];
    std::size_t end = findWordEnd(run.text, at_);
    if (end - at_ > kLongestWord) {
        end = at_ + cutLongWord(run.text.substr(at_));
    }
    token.begin = runBegin_ + static_cast<std::uint32_t>(at_);
    token.end = runBegin_ + static_cast<std::uint32_t>(end);
    token.run = static_cast<std::uint32_t>(run_);
    token.word = &shape(shaper_, run, at_, end, runBegin_);
    at_ = end;
    return true;
}

} // namespace sidetal
