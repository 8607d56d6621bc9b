#include "Text/TokenReader.h"

#include "Support/Utf8.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

namespace sidetal {

namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\n';
}

/// The beginning of the word that `at` is in, looked for as far back as a word that is not cut can begin.
std::optional<std::size_t> findWordBegin(std::string_view text, std::size_t at) {
    const std::size_t limit = at - std::min(at, kLongestWord);
    while (at > limit && !isBlank(text[at - 1])) {
        --at;
    }
    return at > limit || at == 0 || isBlank(text[at - 1]) ? std::optional(at) : std::nullopt;
}

/// Where a long word is cut that goes on over byte `line`, a multiple of kLongestWord of its run: there, or
/// before the last character above it that begins a cluster.
std::size_t cutAbove(std::string_view text, std::size_t line) {
    const auto isInside = [&](std::size_t at) {
        return (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u;
    };
    std::size_t highest = line;
    while (isInside(highest)) {
        --highest;
    }
    for (std::size_t at = highest; at > line - kLongestWord / 2; --at) {
        std::size_t after = at;
        if (!isInside(at) && u_getIntPropertyValue(static_cast<UChar32>(utf8::next(text, after)),
                                                   UCHAR_GRAPHEME_CLUSTER_BREAK) == U_GCB_OTHER) {
            return at;
        }
    }
    return highest;
}

/// The cut of a long word after `at`, or past its end.
std::size_t nextCut(std::string_view text, std::size_t at) {
    for (std::size_t line = (at / kLongestWord + 1) * kLongestWord; line < text.size();
         line += kLongestWord) {
        if (const std::size_t cut = cutAbove(text, line); cut > at) {
            return cut;
        }
    }
    return text.size();
}

/// The end of the word, or of the part of it, that begins at `at`.
std::size_t findTokenEnd(std::string_view text, std::size_t at) {
    const std::size_t end = findWordEnd(text, at);
    const bool isCut = end - at > kLongestWord || (at > 0 && !isBlank(text[at - 1]));
    if (!isCut) {
        return end;
    }
    const std::string_view part = text.substr(at, nextCut(text, at) - at);
    return at + std::min(part.find_first_of(" \n"), part.size());
}

/// The beginning of the word, or of the part of it, that `at` is in: as findTokenEnd() cuts it, and in a time
/// that does not grow with the word.
std::size_t findTokenBegin(std::string_view text, std::size_t at) {
    const std::optional<std::size_t> begin = findWordBegin(text, at);
    if (begin && findWordEnd(text, *begin) - *begin <= kLongestWord) {
        return *begin;
    }
    for (std::size_t line = (at / kLongestWord + 1) * kLongestWord; line > 0; line -= kLongestWord) {
        const std::size_t cut = line < text.size() ? cutAbove(text, line) : text.size();
        if (cut <= at) {
            return std::max(cut, begin.value_or(cut));
        }
    }
    return begin.value_or(0);
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

void RunPlaces::assign(std::span<const TextRun> runs) {
    runs_ = runs;
    begins_.clear();
    std::uint32_t begin = 0;
    for (const TextRun& run : runs) {
        begins_.push_back(begin);
        begin += static_cast<std::uint32_t>(run.text.size());
    }
}

std::size_t RunPlaces::at(std::uint32_t offset) const {
    const auto after = std::upper_bound(begins_.begin(), begins_.end(), offset);
    return static_cast<std::size_t>(after - begins_.begin()) - 1;
}

TokenReader::TokenReader(Shaper& shaper, const RunPlaces& places, std::uint32_t offset)
    : shaper_(shaper)
    , runs_(places.runs()) {
    if (!runs_.empty()) {
        run_ = places.at(offset);
        runBegin_ = places.begin(run_);
        at_ = findTokenBegin(runs_[run_].text, offset - runBegin_);
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
    const std::size_t end = findTokenEnd(run.text, at_);
    token.begin = runBegin_ + static_cast<std::uint32_t>(at_);
    token.end = runBegin_ + static_cast<std::uint32_t>(end);
    token.run = static_cast<std::uint32_t>(run_);
    token.word = &shape(shaper_, run, at_, end, runBegin_);
    at_ = end;
    return true;
}

} // namespace sidetal
