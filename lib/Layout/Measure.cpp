#include "Layout/Measure.h"

#include "Support/Utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sidetal {

namespace {

constexpr std::string_view kBlanks = " \n";
/// Of what cannot be printed in one paragraph: each costs a look at all of it.
constexpr std::size_t kMostTold = 100;
constexpr Length kUnlimited = Length::points(100'000);

/// A character as messages show it: quoted, with its number.
std::string quoted(char32_t character) {
    std::string text;
    utf8::append(text, character);
    return fmt::format("'{}' ({})", text, utf8::codePointName(character));
}

/// Where the word around byte `at` begins and ends.
std::pair<std::size_t, std::size_t> wordAround(std::string_view text, std::size_t at) {
    const std::size_t blank = at == 0 ? std::string_view::npos : text.find_last_of(kBlanks, at - 1);
    return {blank == std::string_view::npos ? 0 : blank + 1,
            std::min(text.find_first_of(kBlanks, at), text.size())};
}

constexpr std::size_t kLongestQuoted = 60; ///< characters of a word in a message

/// The word around byte `at` with some words on either side, to be found again in the input; of words without
/// end what is near.
std::string excerpt(std::string_view text, std::size_t at) {
    constexpr std::size_t kAside = 24;
    constexpr std::size_t kFar = 100;       // bytes
    const auto isCut = [&](std::size_t i) { // within a character
        return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0u) == 0x80u;
    };
    std::size_t begin = wordAround(text, at).first;
    std::size_t end = wordAround(text, at).second;
    if (begin > 0) {
        begin = wordAround(text, begin - std::min(begin, kAside)).first;
    }
    if (end < text.size()) {
        end = wordAround(text, std::min(end + kAside, text.size())).second;
    }
    begin = std::max(begin, at - std::min(at, kFar));
    end = std::min(end, at + kFar);
    while (isCut(begin)) {
        ++begin;
    }
    while (isCut(end)) {
        --end;
    }
    std::string out = fmt::format("{}{}{}", begin > 0 ? "…" : "", text.substr(begin, end - begin),
                                  end < text.size() ? "…" : "");
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
}

/// What a letter needs at most, but for a few, of which layout tells: in thousandths of an em.
constexpr std::int64_t kWidestLetter = 1'200;

/// The least length that is at least `ems` thousandths of an em of `size` as inEms() has it, and something.
Length fromEms(std::int64_t ems, Length size) {
    return Length::milli((size.milli() * std::max<std::int64_t>(ems, 1) + 999) / 1000);
}

/// What a run is shaped with.
FontSpec fontSpec(const TextFormat& format, Emphasis emphasis, const BlockDocument& document) {
    return {format.family,    emphasis.bold,          emphasis.italic,         format.kerning,
            format.ligatures, document.info.language, document.boxesForMissing};
}

} // namespace

std::int32_t inEms(Length length, Length size) {
    return static_cast<std::int32_t>(length.milli() * 1000 / std::max<std::int64_t>(size.milli(), 1));
}

Length alignIn(Align align, Length width, Length used) {
    switch (align) {
    case Align::Left:
    case Align::Justify:
        break;
    case Align::Centre:
        return (width - used) / 2;
    case Align::Right:
        return width - used;
    }
    return {};
}

FontId FormatFonts::operator()(FormatId format, Emphasis emphasis) {
    const auto index = static_cast<std::size_t>(format);
    FontId& id = ids_[index * 4 + (emphasis.bold ? 2 : 0) + (emphasis.italic ? 1 : 0)];
    if (id == kUnknown) {
        id = shaper_.font(fontSpec(document_.formats[index], emphasis, document_));
    }
    return id;
}

TextId Measurer::measure(Paragraph& paragraph, Length width) {
    normalise(paragraph);
    setRuns(paragraph);
    const auto id = static_cast<TextId>(texts_.texts.size());
    texts_.texts.push_back({&paragraph, width, static_cast<std::uint32_t>(texts_.lines.size()), 0});
    breakRuns(paragraph, width);
    MeasuredText& text = texts_.texts.back();
    text.lineCount = static_cast<std::uint32_t>(texts_.lines.size()) - text.firstLine;
    reportBrokenWords(text);
    breaker_.shaper().trim();
    return id;
}

TextId Measurer::measureLine(Paragraph& paragraph, Length width) {
    const TextId id = measure(paragraph, kUnlimited);
    texts_.texts[static_cast<std::uint32_t>(id)].width = width;
    return id;
}

TextId Measurer::measureAgain(Paragraph& paragraph, Length width) {
    Diagnostics unheard;
    Diagnostics* const heard = std::exchange(diagnostics_, &unheard);
    notesMissing_ = false;
    const TextId id = measure(paragraph, width);
    notesMissing_ = document_.boxesForMissing;
    diagnostics_ = heard;
    return id;
}

WidthRange Measurer::widthsOf(Paragraph& paragraph) {
    normalise(paragraph);
    setRuns(paragraph);
    TextWidths ems;
    try {
        ems = breaker_.widths(runs_);
    } catch (const UnprintableText&) { // the document has no pages
        ems = {};
    }
    breaker_.shaper().trim();
    const Length size = format(paragraph).size;
    return {fromEms(ems.least, size), fromEms(ems.widest, size),
            fromEms(std::min<std::int64_t>(ems.least, kWidestLetter), size)};
}

void Measurer::normalise(Paragraph& paragraph) {
    for (Run& run : paragraph.runs) {
        if (auto normal = toNfc(run.text)) {
            run.text = document_.keep(std::move(*normal));
        }
    }
}

void Measurer::setRuns(const Paragraph& paragraph) {
    runs_.clear();
    repaired_.clear();
    for (const Run& run : paragraph.runs) {
        runs_.push_back({run.text, fonts_(paragraph.format, run.emphasis), sizeOf(run.emphasis)});
    }
}

void Measurer::breakRuns(const Paragraph& paragraph, Length width) {
    const TextFormat& how = format(paragraph);
    const BreakOptions options{.measure = inEms(width, how.size),
                               .hyphenate = how.hyphenate,
                               .bonds = how.bonds,
                               .optimum = how.optimum,
                               .fullLastLine = how.fullLastLine,
                               .justify = how.align == Align::Justify};
    if (options.measure <= 0) {
        diagnostics_->error("SID-L003", "no width is left for the text in its column", paragraph.source);
        texts_.lines.push_back({});
        return;
    }
    const std::size_t before = texts_.lines.size();
    // Each round takes what cannot be printed out of the text, everywhere, so that all of it is told at once.
    for (std::size_t round = 0; round < kMostTold; ++round) {
        try {
            breaker_.breakLines(runs_, options, texts_.lines);
            if (notesMissing_) {
                noteMissing(paragraph.source);
            }
            return;
        } catch (const UnprintableText& fault) {
            texts_.lines.resize(before);
            removeEverywhere(reportUnprintable(fault, paragraph.source));
        } catch (const GlyphTooWide& fault) {
            texts_.lines.resize(before);
            texts_.lines.push_back({});
            std::size_t at = fault.offset;
            diagnostics_->error("SID-L003",
                                fmt::format("{} is wider than its column of {} pt",
                                            quoted(utf8::next(joinedText(), at)), formatPoints(width)),
                                paragraph.source);
            return;
        }
    }
    texts_.lines.push_back({});
}

std::string Measurer::reportUnprintable(const UnprintableText& fault, SourcePos source) {
    const std::string text = joinedText();
    std::vector<std::string> notes{fmt::format("in '{}'", excerpt(text, fault.offset))};
    if (fault.reason != UnprintableText::Reason::RightToLeft) {
        const bool ofMark = fault.reason == UnprintableText::Reason::NoGlyphForMark;
        diagnostics_->error("SID-T010",
                            fmt::format("no font has the character {}{}", quoted(fault.character),
                                        ofMark ? " and the letter that it belongs to" : ""),
                            source, {}, std::move(notes));
        std::string wrong;
        utf8::append(wrong, fault.character);
        return wrong;
    }
    const auto [begin, end] = wordAround(text, fault.offset);
    std::string word = text.substr(begin, end - begin);
    diagnostics_->error("SID-T011",
                        fmt::format("'{}' is written from right to left ({}), which sidetal cannot set yet",
                                    utf8::shortened(word, kLongestQuoted),
                                    utf8::codePointName(fault.character)),
                        source, {}, std::move(notes));
    return word;
}

void Measurer::noteMissing(SourcePos source) {
    std::vector<std::uint32_t> places;
    breaker_.findBoxes(runs_, places);
    const std::string text = places.empty() ? std::string() : joinedText();
    for (const std::size_t place : places) {
        std::size_t at = place;
        const char32_t character = utf8::next(text, at);
        if (missing_.insert(character).second && firstMissing_.size() < kMostTold) {
            firstMissing_.push_back({character, source, excerpt(text, place)});
        }
    }
}

void Measurer::reportMissing() {
    if (missing_.empty()) {
        return;
    }
    std::vector<std::string> notes;
    for (const Missing& missing : firstMissing_) {
        const SourcePos& at = missing.source;
        const std::string place = at.line == 0 ? "" : fmt::format(", first at {}:{}", at.line, at.column);
        notes.push_back(fmt::format("{}{} in '{}'", quoted(missing.character), place, missing.text));
    }
    if (missing_.size() > notes.size()) {
        notes.push_back(fmt::format("and {} more", missing_.size() - notes.size()));
    }
    const bool one = missing_.size() == 1;
    diagnostics_->warning(
        "SID-T012",
        one ? "no font has a character of the text; '\u25A1' is set for it"
            : fmt::format("no font has {} characters of the text; '\u25A1' is set for them", missing_.size()),
        firstMissing_.front().source, {}, std::move(notes));
}

void Measurer::removeEverywhere(std::string_view wrong) {
    repaired_.resize(runs_.size());
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        std::string text;
        std::string_view rest = runs_[i].text;
        for (auto at = rest.find(wrong); at != std::string_view::npos; at = rest.find(wrong)) {
            text += rest.substr(0, at);
            rest.remove_prefix(at + wrong.size());
        }
        text += rest;
        repaired_[i] = std::move(text);
        runs_[i].text = repaired_[i];
    }
}

std::string Measurer::joinedText() const {
    std::string text;
    for (const TextRun& run : runs_) {
        text += run.text;
    }
    return text;
}

void Measurer::reportBrokenWords(const MeasuredText& text) {
    const auto lines = std::span(texts_.lines).subspan(text.firstLine, text.lineCount);
    if (std::none_of(lines.begin(), lines.end(), [](const Line& line) { return line.broken; })) {
        return;
    }
    const std::string joined = joinedText();
    std::size_t wordEnd = 0; // of the word told last
    for (const Line& line : lines) {
        if (!line.broken || line.end <= wordEnd) {
            continue;
        }
        const auto [begin, end] = wordAround(joined, line.end);
        wordEnd = end;
        diagnostics_->warning(
            "SID-L004",
            fmt::format("'{}' is wider than its column and was broken",
                        utf8::shortened(std::string_view(joined).substr(begin, end - begin), kLongestQuoted)),
            text.paragraph->source);
    }
}

void Measurer::checkRunningLines() {
    const auto normalise = [](std::string& words) {
        if (auto normal = toNfc(words)) {
            words = std::move(*normal);
        }
    };
    for (RunningMark& mark : document_.runningMarks) {
        normalise(mark.text);
    }
    std::set<std::pair<FormatId, FontId>> withMarks;
    for (PageRun& pages : document_.runs) {
        if (pages.watermark) {
            normalise(pages.watermark->text);
            RunningLine words;
            words.format = pages.watermark->format;
            words.emphasis = pages.watermark->emphasis;
            words.source = pages.watermark->source;
            (void)runningWidth(words, pages.watermark->text);
        }
        for (RunningLine& line : pages.running) {
            normalise(line.pattern);
            normalise(line.goesOn);
            const bool counts = line.pattern.find('{') != std::string::npos;
            (void)runningWidth(line, line.pattern + line.goesOn + (counts ? "0123456789" : ""));
            if (line.pattern.find(kMarkKey) != std::string::npos &&
                withMarks.emplace(line.format, fonts_(line.format, line.emphasis)).second) {
                checkMarks(line);
            }
        }
    }
}

/// Looks for what cannot be printed in the marks, as `line` shows them.
void Measurer::checkMarks(const RunningLine& line) {
    for (const RunningMark& mark : document_.runningMarks) {
        if (!mark.text.empty()) {
            (void)runningWidth(line, mark.text);
        }
    }
}

std::optional<Extent> Measurer::checkRunningWidth(const RunningLine& line, const std::string& words,
                                                  Length paper) {
    const Length bare = runningWidth(line, words);
    const Length edge = line.frame ? line.frame->sides + line.frame->width / 2 : Length();
    const Length used = bare + edge * 2;
    const Length left = line.x + alignIn(line.align, line.width, bare) - edge;
    if (left >= Length() && left + used <= paper) {
        return Extent{left, left + used};
    }
    diagnostics_->error("SID-L007",
                        fmt::format("'{}' at the edge of the page is {} pt wide and runs off the paper of {} "
                                    "pt, expected smaller type in the style",
                                    words, formatPoints(used), formatPoints(paper)),
                        line.source);
    return std::nullopt;
}

Length Measurer::runningWidth(const RunningLine& line, const std::string& words) {
    Paragraph paragraph;
    paragraph.format = line.format;
    paragraph.runs.push_back({words, NodeId::None, TargetId::None, line.emphasis});
    paragraph.source = line.source;
    const std::size_t texts = texts_.texts.size();
    const std::size_t lines = texts_.lines.size();
    const Length width = widestLine(measure(paragraph, kUnlimited));
    texts_.texts.resize(texts);
    texts_.lines.resize(lines);
    return width;
}

const LeaderFormat& Measurer::format(const LeaderLine& line) const {
    static const LeaderFormat kPlain;
    return line.format < document_.leaderFormats.size() ? document_.leaderFormats[line.format] : kPlain;
}

Length Measurer::lastLine(TextId id) const {
    const MeasuredText& text = texts_[id];
    return format(*text.paragraph).size * texts_.lines[text.firstLine + text.lineCount - 1].width / 1000;
}

void Measurer::endWithBlank(TextId id) {
    const MeasuredText& text = texts_[id];
    texts_.lines[text.firstLine + text.lineCount - 1].endsWithSpace = true;
}

Length Measurer::widestLine(TextId id) const {
    const MeasuredText& text = texts_[id];
    std::int32_t widest = 0;
    for (const Line& line : std::span(texts_.lines).subspan(text.firstLine, text.lineCount)) {
        widest = std::max(widest, line.width);
    }
    return format(*text.paragraph).size * widest / 1000;
}

} // namespace sidetal
