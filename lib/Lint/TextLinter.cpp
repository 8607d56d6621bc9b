#include "Lint/TextLinter.h"

#include "Lint/Detectors.h"
#include "Lint/Signs.h"
#include "Lint/Surroundings.h"
#include "Support/Ascii.h"
#include "Support/Texts.h"
#include "Support/Utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>

namespace sidetal::lint {

namespace {

using model::Place;

constexpr std::size_t kLongestAlt = 250;    // characters
constexpr std::size_t kFewestOfNumber = 8;  // figures of the shortest number that is looked for
constexpr std::size_t kFewestOfAddress = 4; // of a network address, one each

/// What is found in a text by its bytes alone. The first detector to find something has it: "4571 1234 …" of
/// a card is no phone number too.
Findings findIn(std::string_view text, const Signs& signs) {
    Findings out;
    if (signs.figures >= kFewestOfAddress && (signs.dot || signs.figures >= kFewestOfNumber)) {
        const Figures figures(text);
        if (signs.figures >= kFewestOfNumber) {
            findCardNumbers(figures, out);
            findIbans(text, out);
            findCivilNumbers(figures, out);
            findBankAccounts(figures, out);
            findPhoneNumbers(figures, out);
        }
        if (signs.dot) {
            findInsideAddresses(figures, out);
        }
    }
    if (signs.at) {
        findMailAddresses(text, out);
    }
    if (signs.backslash || signs.colon) {
        findFilePaths(text, out);
    }
    if (signs.dot || signs.colon) {
        findInsideHosts(text, out);
    }
    return out;
}

/// Whether nothing that is taken overlaps what was found.
bool isFree(const std::map<std::size_t, std::size_t>& taken, const Finding& found) {
    const auto after = taken.lower_bound(found.begin);
    return (after == taken.end() || after->first >= found.end) &&
           (after == taken.begin() || std::prev(after)->second <= found.begin);
}

/// The text of spans in one piece: a number is one whatever parts of it are bold. Of one span nothing is
/// copied.
std::string_view joinSpans(std::span<const TextSpan> spans, std::string& room) {
    if (spans.size() == 1) {
        return spans.front().text;
    }
    room.clear();
    for (const TextSpan& span : spans) {
        room += span.text;
    }
    return room;
}

bool isDataAddress(std::string_view file) {
    return ascii::lowered(file.substr(0, file.find(':'))).ends_with("data");
}

/// The words of a cell that is one short paragraph.
std::string shortWords(const TextCell& cell) {
    constexpr std::size_t kLongest = 40; // what saidBefore() looks at
    const auto* paragraph =
        cell.content.blocks.size() == 1 ? std::get_if<TextParagraph>(&cell.content.blocks.front()) : nullptr;
    std::string room;
    const std::string_view words =
        paragraph == nullptr ? std::string_view() : joinSpans(paragraph->spans, room);
    return words.size() > kLongest ? std::string() : std::string(words);
}

/// Whether a cell holds figures enough for anything that a label is asked about.
bool holdsNumber(const TextCell& cell) {
    return std::ranges::any_of(cell.content.blocks, [](const RichTextBlock& block) {
        const auto* paragraph = std::get_if<TextParagraph>(&block);
        std::size_t figures = 0;
        for (std::size_t i = 0; paragraph != nullptr && i < paragraph->spans.size(); ++i) {
            figures += signsOf(paragraph->spans[i].text).figures;
        }
        return figures >= kFewestOfNumber;
    });
}

/// What stands over a cell in a row as wide as its own, and what stands before it: what its number may be.
std::string labelOfCell(const TextTable& table, std::size_t row, std::size_t column) {
    const std::vector<TextCell>& cells = table.rows[row].cells;
    const std::vector<TextCell>& first = table.rows.front().cells;
    if (!holdsNumber(cells[column])) {
        return {};
    }
    std::string out = row > 0 && first.size() == cells.size() ? shortWords(first[column]) : std::string();
    if (column > 0) {
        out += " " + shortWords(cells[column - 1]);
    }
    return out;
}

template <class Block>
SourcePos sourceOfBlock(const Block& block) {
    return block.source;
}
template <class Block>
SourcePos sourceOfBlock(const Boxed<Block>& block) {
    return block ? block->source : SourcePos();
}

} // namespace

TextLinter::TextLinter(const LintRules& rules, const ClosedWords& closed, std::string_view language,
                       Reporter& reporter)
    : closed_(closed)
    , language_(language)
    , reporter_(reporter) {
    for (const std::string& name : rules.forbiddenNames) {
        if (std::string words = folded(name); !words.empty()) {
            forbidden_.push_back(std::move(words));
        }
    }
}

void TextLinter::line(std::string_view text, const Place& place, bool open) {
    const Signs signs = signsOf(text);
    if (!signs.none()) {
        std::map<std::size_t, std::size_t> taken; // by their begin, where each ends
        for (const Finding& found : findingsIn(text, signs)) {
            if (isFree(taken, found)) {
                taken.emplace(found.begin, found.end);
                reporter_.tell(found.code, place, text.substr(found.begin, found.end - found.begin));
            }
        }
    }
    phrases(text, place, open);
}

std::vector<Finding> TextLinter::findingsIn(std::string_view text, const Signs& signs) const {
    if (label_.empty() || signs.figures < kFewestOfAddress) {
        return findIn(text, signs);
    }
    std::string labelled(label_);
    labelled += ": ";
    const std::size_t before = labelled.size();
    labelled += text;
    std::vector<Finding> out;
    for (Finding found : findIn(labelled, signs)) {
        if (found.begin >= before) {
            found.begin -= before;
            found.end -= before;
            out.push_back(found);
        }
    }
    return out;
}

void TextLinter::phrases(std::string_view text, const Place& place, bool open) {
    if (text.empty() || (forbidden_.empty() && (closed_.empty() || !open))) {
        return;
    }
    const std::string words = folded(text);
    for (std::size_t i = 0; i < forbidden_.size(); ++i) {
        if (findWords(words, forbidden_[i]) != std::string::npos) {
            reporter_.tell(Code::ForbiddenName, place, forbidden_[i], fmt::format("forbiddenNames[{}]", i));
        }
    }
    if (open && !closed_.empty()) {
        for (const ClosedPhrase* phrase : closed_.in(words)) {
            reporter_.tell(Code::ClosedWords, place, phrase->words, phrase->path);
        }
    }
}

void TextLinter::address(std::string_view address, std::string_view words, const Place& place, bool open) {
    const std::size_t scheme = address.find(':');
    const std::string_view rest = scheme == std::string_view::npos ? address : address.substr(scheme + 1);
    const bool said = words.find(rest) != std::string_view::npos; // which was told there
    if (!said) {
        line(address.starts_with("http") ? address : rest, place, open);
    }
}

void TextLinter::alt(std::string_view alt, const std::string& file, const Place& place, bool open) {
    pictures_.push_back({&file, place.position()});
    line(alt, place, open);
    if (!isDataAddress(file)) {
        line(file, place, open);
    }
    if (isFileName(alt, file)) {
        reporter_.tell(Code::FileNameAlt, place, alt);
    }
    if (alt.size() > kLongestAlt && utf8::length(alt) > kLongestAlt) {
        reporter_.tell(Code::LongAlt, place, alt);
    }
}

void TextLinter::text(const RichText& text, const Place& place, bool open) {
    for (std::size_t i = 0; i < text.blocks.size(); ++i) {
        std::visit([&](const auto& value) { block(value, Place(place, i, sourceOfBlock(value)), open); },
                   text.blocks[i]);
    }
    headings(text, place);
    typedLists(text, place);
}

void TextLinter::block(const TextParagraph& value, const Place& place, bool open) {
    spans(value.spans, place, open);
    if (!value.preformatted) {
        language(joinSpans(value.spans, joined_), value.spans, place);
    }
}

void TextLinter::block(const TextHeading& value, const Place& place, bool open) {
    spans(value.spans, place, open);
}

void TextLinter::block(const TextList& value, const Place& place, bool open) {
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        text(value.items[i], Place(place, i, value.items[i].source), open);
    }
}

void TextLinter::block(const TextDefinitions& value, const Place& place, bool open) {
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        const TextDefinition& item = value.items[i];
        const Place at(place, i, item.source);
        spans(item.term, Place(at, "term", {}), open);
        std::string room;
        const Labelled labelled(*this, item.term.empty() ? label_ : joinSpans(item.term, room));
        text(item.text, at, open);
    }
}

void TextLinter::block(const Boxed<TextTable>& value, const Place& place, bool open) {
    if (!value) {
        return;
    }
    spans(value->caption, Place(place, "caption", {}), open);
    for (std::size_t r = 0; r < value->rows.size(); ++r) {
        const TextRow& row = value->rows[r];
        const Place at(place, r, row.source);
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const std::string label = labelOfCell(*value, r, c);
            const Labelled labelled(*this, label.empty() ? label_ : std::string_view(label));
            text(row.cells[c].content, Place(at, c, row.cells[c].source), open);
        }
    }
}

void TextLinter::block(const Boxed<TextPicture>& value, const Place& place, bool open) {
    if (value) {
        alt(value->alt, value->file, place, open);
    }
}

void TextLinter::block(const Boxed<TextQuote>& value, const Place& place, bool open) {
    if (value) {
        text(value->text, place, open);
    }
}

void TextLinter::spans(std::span<const TextSpan> spans, const Place& place, bool open) {
    if (spans.empty()) {
        return;
    }
    line(joinSpans(spans, joined_), place, open);
    if (std::ranges::any_of(spans, [](const TextSpan& span) { return bool(span.details); })) {
        links(spans, place, open);
    }
}

void TextLinter::links(std::span<const TextSpan> spans, const Place& place, bool open) {
    for (std::size_t i = 0; i < spans.size();) {
        const std::string_view link = spans[i].details ? std::string_view(spans[i].details->link) : "";
        std::string words;
        const std::size_t first = i;
        while (i < spans.size() &&
               (spans[i].details ? std::string_view(spans[i].details->link) : "") == link) {
            words += spans[i++].text;
            if (spans[i - 1].details) {
                line(spans[i - 1].details->expansion, place, open);
            }
        }
        if (link.empty() || first == i) {
            continue;
        }
        if (isEmptyLinkText(words)) {
            reporter_.tell(Code::LinkText, place, words);
        }
        address(link, words, place, open);
    }
}

void TextLinter::language(std::string_view text, std::span<const TextSpan> spans, const Place& place) {
    const bool said = std::ranges::any_of(
        spans, [](const TextSpan& span) { return span.details && !span.details->language.empty(); });
    if (said || !reporter_.wants(Code::OtherLanguage)) {
        return;
    }
    if (const std::string_view other = otherLanguage(text, language_); !other.empty()) {
        reporter_.tell(Code::OtherLanguage, place, other, fmt::format("'{}', not '{}'", other, language_));
    }
}

void TextLinter::headings(const RichText& text, const Place& place) {
    int level = 0;
    for (std::size_t i = 0; i < text.blocks.size(); ++i) {
        const auto* heading = std::get_if<TextHeading>(&text.blocks[i]);
        if (heading == nullptr) {
            continue;
        }
        if (level > 0 && heading->level > level + 1) {
            reporter_.tell(Code::SkippedHeading, Place(place, i, heading->source), {},
                           fmt::format("{} under {}", heading->level, level));
        }
        level = heading->level;
    }
}

void TextLinter::typedLists(const RichText& text, const Place& place) {
    TypedItem last;
    std::size_t first = 0; // the block where the list of `last` begins
    unsigned length = 0;
    const auto take = [&](std::string_view line, std::size_t block) {
        const TypedItem item = typedItem(line);
        length = item.kind == TypedItem::Kind::None ? 0 : item.follows(last) ? length + 1 : 1;
        first = length == 1 ? block : first;
        last = item;
        if (length == 2) {
            const auto& paragraph = std::get<TextParagraph>(text.blocks[first]);
            reporter_.tell(Code::TypedList, Place(place, first, paragraph.source), {});
        }
    };
    for (std::size_t i = 0; i < text.blocks.size(); ++i) {
        const auto* paragraph = std::get_if<TextParagraph>(&text.blocks[i]);
        if (paragraph == nullptr || paragraph->preformatted) {
            last = {};
            length = 0;
            continue;
        }
        std::string_view rest = joinSpans(paragraph->spans, joined_);
        while (true) {
            const std::size_t end = rest.find('\n');
            take(rest.substr(0, end), i);
            if (end == std::string_view::npos) {
                break;
            }
            rest.remove_prefix(end + 1);
        }
    }
}

} // namespace sidetal::lint
