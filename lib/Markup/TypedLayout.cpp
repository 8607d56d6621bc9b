#include "Markup/TypedLayout.h"

#include "Markup/LineReader.h"
#include "Markup/SpanLines.h"

#include "Support/Ascii.h"
#include "Support/Texts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sidetal::input {

namespace {

using Spans = std::vector<TextSpan>;

constexpr std::size_t kMostColumns = 8; ///< of a typed table: more are a text whose words were spread
constexpr char kBullet = 'b';           ///< of "•", which is nothing but the sign of an item
constexpr int kHighestTyped = 1000;     ///< number of a typed item: "1890." begins a sentence

/// A line of a paragraph.
struct Line {
    Spans spans;
    const TextParagraph* paragraph = nullptr; ///< that it stood in
    std::string text;
};

std::string wordsOf(const Spans& spans) {
    std::string out;
    for (const TextSpan& span : spans) {
        out += span.text;
    }
    return out;
}

/// The length of the blank at `at`, or 0.
std::size_t blankAt(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    return rest.starts_with(' ') ? 1 : rest.starts_with(kNoBreakSpace) ? kNoBreakSpace.size() : 0;
}

std::size_t skipBlanks(std::string_view text, std::size_t at) {
    while (const std::size_t length = blankAt(text, at)) {
        at += length;
    }
    return at;
}

/// The characters of `spans` from `begin` to `end`, counted in bytes over all of them.
Spans slice(const Spans& spans, std::size_t begin, std::size_t end) {
    Spans out;
    std::size_t at = 0;
    for (const TextSpan& span : spans) {
        const std::size_t from = std::max(begin, at);
        const std::size_t to = std::min(end, at + span.text.size());
        if (from < to) {
            out.push_back({span.text.substr(from - at, to - from), span.emphasis, span.details});
        }
        at += span.text.size();
    }
    return out;
}

std::vector<Line> linesOf(const TextParagraph& paragraph) {
    const std::string text = wordsOf(paragraph.spans);
    std::vector<Line> out;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        out.push_back({slice(paragraph.spans, begin, end), &paragraph, text.substr(begin, end - begin)});
        begin = end + 1;
    }
    return out;
}

/// What a line of a list begins with.
struct Mark {
    ListMarker marker = ListMarker::Bullet;
    char sign = '-'; ///< of a bullet; else what follows the number
    int number = 0;
    std::size_t length = 0; ///< with the blanks around it
};

std::optional<Mark> numberMark(std::string_view text, std::size_t begin) {
    Mark mark;
    std::size_t at = begin;
    if (at < text.size() && ascii::isDigit(text[at])) {
        const auto [end, status] = std::from_chars(text.data() + at, text.data() + text.size(), mark.number);
        at = static_cast<std::size_t>(end - text.data());
        mark.marker = ListMarker::Decimal;
        if (status != std::errc() || mark.number > kHighestTyped) {
            return std::nullopt;
        }
    } else if (at < text.size() && ascii::isLetter(text[at])) {
        const bool upper = text[at] >= 'A' && text[at] <= 'Z';
        mark.marker = upper ? ListMarker::UpperAlpha : ListMarker::LowerAlpha;
        mark.number = text[at] - (upper ? 'A' : 'a') + 1;
        ++at;
    } else {
        return std::nullopt;
    }
    if (at >= text.size() || (text[at] != '.' && text[at] != ')') || blankAt(text, at + 1) == 0) {
        return std::nullopt;
    }
    mark.sign = text[at];
    mark.length = skipBlanks(text, at + 1);
    return mark;
}

std::optional<Mark> markOf(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, char>, 5> kBullets = {
        {{"-", '-'}, {"–", '-'}, {"*", '*'}, {"\u25aa", '*'}, {"•", kBullet}}};
    const std::size_t begin = skipBlanks(text, 0);
    for (const auto& [bullet, sign] : kBullets) {
        const std::size_t after = begin + bullet.size();
        if (text.substr(begin).starts_with(bullet) && (sign == kBullet || blankAt(text, after) != 0)) {
            return Mark{ListMarker::Bullet, sign, 0, skipBlanks(text, after)};
        }
    }
    return numberMark(text, begin);
}

/// Whether `next` goes on with the list that `mark` belongs to.
bool goesOn(const Mark& mark, const Mark& next) {
    return mark.marker == next.marker && mark.sign == next.sign &&
           (mark.marker == ListMarker::Bullet || next.number == mark.number + 1);
}

/// A part of a line between gaps.
struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The parts of a line; only one where no gap parts them.
std::vector<Part> partsOf(std::string_view text) {
    std::vector<Part> out;
    std::size_t begin = skipBlanks(text, 0);
    for (std::size_t at = begin; at < text.size();) {
        std::size_t after = at;
        std::size_t blanks = 0;
        while (const std::size_t length = blankAt(text, after)) {
            after += length;
            ++blanks;
        }
        if (blanks >= kLeastGap && after < text.size()) {
            out.push_back({begin, at});
            begin = after;
        }
        at = blanks == 0 ? at + 1 : after;
    }
    std::size_t end = text.size();
    while (end > begin && (text[end - 1] == ' ' || text.substr(0, end).ends_with(kNoBreakSpace))) {
        end -= text[end - 1] == ' ' ? 1 : kNoBreakSpace.size();
    }
    out.push_back({begin, end});
    return out;
}

bool isRow(std::string_view text, const std::vector<Part>& parts) {
    const std::string_view last = text.substr(parts.back().begin, parts.back().end - parts.back().begin);
    return parts.size() > 1 && std::any_of(last.begin(), last.end(), ascii::isDigit);
}

/// Shapes the paragraphs of one text.
class Shaper {
  public:
    Shaper(const TextHints& hints, const Node& place)
        : hints_(hints)
        , place_(place) {}

    void shape(RichText& text) {
        const std::vector<RichTextBlock> blocks = std::exchange(text.blocks, {});
        out_ = &text.blocks;
        for (const RichTextBlock& block : blocks) {
            const auto* paragraph = std::get_if<TextParagraph>(&block);
            if (paragraph != nullptr && !paragraph->preformatted) {
                std::ranges::move(linesOf(*paragraph), std::back_inserter(lines_));
                continue;
            }
            flush();
            out_->push_back(block);
            shapeWithin(out_->back());
        }
        flush();
    }

  private:
    /// Texts of cells and quotations.
    void shapeWithin(RichTextBlock& block) const {
        if (auto* table = std::get_if<Boxed<TextTable>>(&block)) {
            for (TextRow& row : (*table)->rows) {
                for (TextCell& cell : row.cells) {
                    Shaper(hints_, place_).shape(cell.content);
                }
            }
        } else if (auto* quote = std::get_if<Boxed<TextQuote>>(&block)) {
            Shaper(hints_, place_).shape((*quote)->text);
        }
    }

    void flush() {
        for (std::size_t i = 0; i < lines_.size();) {
            const std::size_t rows = hints_.typedTables ? countRows(i) : 0;
            const std::size_t items = rows == 0 ? countItems(i) : 0;
            if (rows != 0) {
                addTable(i, rows);
                i += rows;
            } else if (items != 0) {
                i = addList(i, items);
            } else {
                addLine(lines_[i++]);
            }
        }
        endParagraph();
        lines_.clear();
    }

    [[nodiscard]] std::size_t countRows(std::size_t first) const {
        std::size_t rows = 0;
        std::size_t columns = 0;
        for (; first + rows < lines_.size(); ++rows) {
            const std::string& text = lines_[first + rows].text;
            const std::vector<Part> parts = partsOf(text);
            columns = rows == 0 ? parts.size() : columns;
            if (!isRow(text, parts) || parts.size() != columns || columns > kMostColumns) {
                break;
            }
        }
        return rows >= 2 ? rows : 0;
    }

    /// How many items begin in lines on end from `first`; lines without a mark go on with the item before,
    /// where they stood in its paragraph.
    [[nodiscard]] std::size_t countItems(std::size_t first) const {
        auto mark = markOf(lines_[first].text);
        if (!mark || (!hints_.typedLists && mark->sign != kBullet)) {
            return 0;
        }
        const bool sure = mark->sign == kBullet;
        std::size_t items = 1;
        for (std::size_t i = first + 1; i < lines_.size(); ++i) {
            const auto next = markOf(lines_[i].text);
            if (next && goesOn(*mark, *next)) {
                mark = next;
                ++items;
            } else if (next || lines_[i].paragraph != lines_[i - 1].paragraph) {
                break;
            }
        }
        return items >= 2 || sure ? items : 0;
    }

    /// Appends a list of `items` from the line `first`; the line after it.
    std::size_t addList(std::size_t first, std::size_t items) {
        endParagraph();
        const auto mark = markOf(lines_[first].text);
        TextList list;
        list.marker = mark->marker;
        list.start = mark->marker == ListMarker::Bullet ? 1 : mark->number;
        list.source = lines_[first].paragraph->source;
        std::size_t at = first;
        for (std::size_t item = 0; item < items; ++item) {
            TextParagraph paragraph;
            paragraph.source = lines_[at].paragraph->source;
            const std::size_t length = markOf(lines_[at].text)->length;
            paragraph.spans = slice(lines_[at].spans, length, lines_[at].text.size());
            const TextParagraph* of = lines_[at].paragraph;
            for (++at; at < lines_.size() && lines_[at].paragraph == of && !markOf(lines_[at].text); ++at) {
                appendLine(paragraph.spans, lines_[at].spans);
            }
            RichText content;
            content.source = paragraph.source;
            content.blocks.emplace_back(std::move(paragraph));
            list.items.push_back(std::move(content));
        }
        out_->emplace_back(std::move(list));
        if (mark->sign != kBullet) {
            tell("lines that begin with a sign or a number are printed as a list");
        }
        return at;
    }

    void addTable(std::size_t first, std::size_t rows) {
        endParagraph();
        TextTable table;
        table.source = lines_[first].paragraph->source;
        for (std::size_t i = first; i < first + rows; ++i) {
            const Line& line = lines_[i];
            TextRow& row = table.rows.emplace_back();
            row.source = line.paragraph->source;
            for (const Part& part : partsOf(line.text)) {
                TextParagraph words;
                words.source = row.source;
                words.spans = slice(line.spans, part.begin, part.end);
                TextCell& cell = row.cells.emplace_back();
                cell.source = cell.content.source = row.source;
                cell.header = row.cells.size() == 1; // what the figures beside it are of
                cell.align = cell.header ? TextAlign::Unsaid : TextAlign::Right;
                if (!words.spans.empty()) {
                    cell.content.blocks.emplace_back(std::move(words));
                }
            }
        }
        out_->emplace_back(Boxed<TextTable>(std::move(table)));
        tell("lines whose parts stand apart by blanks are printed as a table");
    }

    /// Lines that were one paragraph stay one.
    void addLine(const Line& line) {
        if (open_ != nullptr && open_ != line.paragraph) {
            endParagraph();
        }
        if (open_ == nullptr) {
            paragraph_ = *line.paragraph;
            paragraph_.spans = line.spans;
            open_ = line.paragraph;
        } else {
            appendLine(paragraph_.spans, line.spans);
        }
    }

    void endParagraph() {
        if (open_ != nullptr && !isBlank(wordsOf(paragraph_.spans))) {
            out_->emplace_back(std::move(paragraph_));
        }
        open_ = nullptr;
    }

    void tell(std::string_view what) const {
        place_.warnOncePerDocument("SID-I067", std::string(what), place_.position());
    }

    const TextHints& hints_;
    const Node& place_;
    std::vector<RichTextBlock>* out_ = nullptr;
    std::vector<Line> lines_;             ///< of paragraphs on end
    TextParagraph paragraph_;             ///< that lines are gathered in
    const TextParagraph* open_ = nullptr; ///< that they come from; null: none is open
};

} // namespace

void shapeTypedLines(RichText& text, const TextHints& hints, const Node& place) {
    Shaper(hints, place).shape(text);
}

} // namespace sidetal::input
