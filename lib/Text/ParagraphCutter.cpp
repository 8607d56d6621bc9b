#include "Text/ParagraphCutter.h"

#include "Text/Characters.h"

#include <algorithm>

namespace sidetal {

namespace {

bool endsWithSoftHyphen(std::string_view text, std::size_t end) {
    return text.substr(0, end).ends_with(kSoftHyphenText);
}

/// A soft hyphen that nothing of its word stands before parts no word: no line ends with its hyphen.
bool partsNothing(std::string_view wordBefore) {
    return wordBefore.ends_with(kSoftHyphenText) && visibleText(wordBefore).empty();
}

} // namespace

ParagraphCutter::ParagraphCutter(Shaper& shaper)
    : shaper_(shaper) {}

std::vector<Segment>& ParagraphCutter::cut(const RunPlaces& places) {
    const TextRun* only = places.runs().size() == 1 ? &places.runs().front() : nullptr;
    if (only == nullptr || only->scale != TextRun::kFullSize || !cutByWord(*only)) {
        cutByIcu(places);
    }
    return segments_;
}

bool ParagraphCutter::cutByWord(const TextRun& run) {
    segments_.clear();
    std::size_t begin = 0;
    for (;;) {
        const std::size_t end = std::min(run.text.find('\n', begin), run.text.size());
        const std::size_t first = segments_.size();
        if (!cutHardLine(run, begin, end)) {
            return false;
        }
        if (segments_.size() == first) {
            const auto empty = static_cast<std::uint32_t>(begin);
            segments_.push_back({empty, empty, 0, 0, Gap::End});
        }
        if (end == run.text.size()) {
            return true;
        }
        segments_.back().gap = Gap::Forced;
        begin = end + 1;
    }
}

bool ParagraphCutter::cutHardLine(const TextRun& run, std::size_t begin, std::size_t end) {
    const std::string_view text = run.text;
    const std::int32_t blank = begin < end ? shaper_.space(run.font).width : 0;
    LineClasses& classes = shaper_.lineClasses();
    std::string_view before;                        // the word before,
    std::uint8_t lastClass = LineClasses::kComplex; // and the class of its end
    std::size_t at = begin;
    if (at < end && text[at] == ' ') {
        return false; // ICU may break after blanks that begin a line
    }
    while (at < end) {
        const std::size_t wordEnd = findWordEnd(text, at);
        if (wordEnd - at > kLongestWord) {
            return false;
        }
        shaper_.trim(); // no word is held here: one paragraph may be as long as a document
        const Word& word = shape(shaper_, run, at, wordEnd, 0);
        const bool alone = at == begin && wordEnd == end;
        if (word.firstClass == LineClasses::kComplex && !alone) {
            return false;
        }
        if (!before.empty()) {
            if (!classes.breaksBetween(lastClass, before, word.firstClass, word.text)) {
                return false;
            }
            segments_.back().gap = Gap::Blank;
            segments_.back().blank = blank;
        }
        addWord(text, static_cast<std::uint32_t>(at), word);
        before = text.substr(at, wordEnd - at);
        lastClass = word.lastClass;
        for (at = wordEnd; at < end && text[at] == ' '; ++at) {
        }
    }
    return true;
}

void ParagraphCutter::addWord(std::string_view text, std::uint32_t begin, const Word& word) {
    const auto size = static_cast<std::uint32_t>(word.text.size());
    if (word.breaks.empty()) {
        segments_.push_back({begin, begin + size, word.width, 0, Gap::End});
        return;
    }
    std::uint32_t from = 0;
    std::size_t fromGlyph = 0;
    for (const WordBreak& place : word.breaks) {
        if (partsNothing(word.text.substr(0, place.at))) {
            continue;
        }
        const bool soft = endsWithSoftHyphen(text, begin + place.at);
        const auto end = static_cast<std::uint32_t>(place.at - (soft ? kSoftHyphenText.size() : 0));
        segments_.push_back({begin + from, begin + end, widthOf(word, fromGlyph, place.glyph), 0,
                             soft ? Gap::SoftHyphen : Gap::None});
        from = place.at;
        fromGlyph = place.glyph;
    }
    segments_.push_back(
        {begin + from, begin + size, widthOf(word, fromGlyph, word.glyphs.size()), 0, Gap::End});
}

std::string_view ParagraphCutter::wholeText(std::span<const TextRun> runs) {
    if (runs.size() == 1) {
        return runs.front().text;
    }
    text_.clear();
    for (const TextRun& run : runs) {
        text_ += run.text;
    }
    return text_;
}

/// The general case: several runs, or rules that reach over blanks.
void ParagraphCutter::cutByIcu(const RunPlaces& places) {
    segments_.clear();
    whole_ = wholeText(places.runs());
    shaper_.lineClasses().find(whole_, offsets_);
    open_ = {};
    openIsEmpty_ = true;
    opportunity_ = 0;
    TokenReader reader(shaper_, places, 0);
    Token token;
    for (bool more = true; more;) {
        shaper_.trim();
        more = reader.next(token);
        for (std::uint32_t i = 0; i < token.newlines; ++i) {
            close(Gap::Forced, 0, static_cast<std::uint32_t>(whole_.find('\n', open_.end) + 1));
            openIsEmpty_ = true;
        }
        if (more) {
            joinToken(places.runs(), token);
            cutToken(places.runs()[token.run], token);
        }
    }
    segments_.push_back(open_);
}

/// Ends the open segment; the next one begins at `next`.
void ParagraphCutter::close(Gap gap, std::int32_t blank, std::uint32_t next) {
    open_.gap = gap;
    open_.blank = blank;
    segments_.push_back(open_);
    open_ = {next, next, 0, 0, Gap::End};
}

/// Ends the open segment at a place without a blank; a soft hyphen there is no part of it.
void ParagraphCutter::closeInside(std::uint32_t at) {
    const bool soft = endsWithSoftHyphen(whole_, at);
    open_.end = at - (soft ? static_cast<std::uint32_t>(kSoftHyphenText.size()) : 0);
    close(soft ? Gap::SoftHyphen : Gap::None, 0, at);
}

std::int32_t ParagraphCutter::blankOf(const TextRun& run) {
    return run.scaled(shaper_.space(run.font).width);
}

/// Decides whether the open segment goes on into a word.
void ParagraphCutter::joinToken(std::span<const TextRun> runs, const Token& token) {
    while (opportunity_ < offsets_.size() && offsets_[opportunity_] < token.begin) {
        ++opportunity_;
    }
    const bool mayBreak = opportunity_ < offsets_.size() && offsets_[opportunity_] == token.begin;
    const std::int32_t blank = token.blank ? blankOf(runs[token.blankRun]) : 0;
    if (openIsEmpty_) {
        open_.begin = token.begin;
    } else if (!mayBreak) {
        open_.width += blank;
    } else if (token.blank) {
        close(Gap::Blank, blank, token.begin);
    } else {
        closeInside(token.begin);
    }
    openIsEmpty_ = false;
}

/// Adds a word to the open segment, which ends and begins anew at each opportunity inside the word.
void ParagraphCutter::cutToken(const TextRun& run, const Token& token) {
    const Word& word = *token.word;
    const bool beginsWord = token.begin == 0 || token.blank || token.newlines > 0;
    std::size_t from = 0;
    for (; opportunity_ < offsets_.size() && offsets_[opportunity_] < token.end; ++opportunity_) {
        if (offsets_[opportunity_] <= token.begin) {
            continue;
        }
        const std::uint32_t offset = offsets_[opportunity_] - token.begin;
        if (beginsWord && partsNothing(word.text.substr(0, offset))) {
            continue;
        }
        const std::uint16_t glyph = glyphAt(word, offset);
        const bool known = std::ranges::find(word.breaks, offset, &WordBreak::at) != word.breaks.end();
        if (!known && (glyph == word.glyphs.size() || word.glyphs[glyph].at != offset)) {
            continue; // inside a ligature
        }
        open_.width += run.scaled(widthOf(word, from, glyph));
        closeInside(token.begin + offset);
        from = glyph;
    }
    open_.width += run.scaled(widthOf(word, from, word.glyphs.size()));
    open_.end = token.end;
}

void ParagraphCutter::opportunities(const RunPlaces& places, std::vector<std::uint32_t>& offsets) {
    const std::span<const TextRun> runs = places.runs();
    offsets.clear();
    if (runs.size() != 1 || !cutByWord(runs.front())) {
        shaper_.lineClasses().find(wholeText(runs), offsets);
        return;
    }
    const std::string_view text = runs.front().text;
    for (std::size_t i = 0; i + 1 < segments_.size(); ++i) {
        const bool forced = segments_[i].gap == Gap::Forced;
        offsets.push_back(forced ? static_cast<std::uint32_t>(text.find('\n', segments_[i].end) + 1)
                                 : segments_[i + 1].begin);
    }
    if (!text.empty() && (offsets.empty() || offsets.back() != text.size())) {
        offsets.push_back(static_cast<std::uint32_t>(text.size()));
    }
}

} // namespace sidetal
