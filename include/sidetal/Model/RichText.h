#pragma once

#include "sidetal/Support/Boxed.h"
#include "sidetal/Support/ColumnWidth.h"
#include "sidetal/Support/Diagnostic.h"
#include "sidetal/Support/Emphasis.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace sidetal {

/// What is said of a stretch of text besides its emphasis.
struct SpanDetails {
    std::string link{}; ///< where it leads (RFC 3986): http, https, mailto, tel; built in code also "./file"
    std::string language{};  ///< BCP 47, where it is not the text's own; empty: as around it
    std::string expansion{}; ///< of an abbreviation, what it stands for (HTML `abbr title`); empty: none
    bool code = false;       ///< what a computer reads or writes (HTML `code`, `kbd`, `samp`)
    bool operator==(const SpanDetails&) const = default;
};

/// A stretch of text in one emphasis. White space is collapsed; '\n' is a forced line break (`<br>`). UTF-8.
struct TextSpan {
    std::string text;
    Emphasis emphasis{};
    Boxed<SpanDetails> details{}; ///< empty where there is nothing to say
    bool operator==(const TextSpan&) const = default;
};

/// Where the lines of a paragraph or a cell stand, where their text says so.
enum class TextAlign : std::uint8_t { Unsaid, Left, Centre, Right };

/// A paragraph of a text: at least one span with at least one character that is not white space.
struct TextParagraph {
    std::vector<TextSpan> spans;
    SourcePos source;
    TextAlign align = TextAlign::Unsaid;
    bool preformatted = false; ///< in letters of one width, its blanks no-break spaces (HTML `pre`)
    Length indent{};           ///< from the left, 0 to 1000 pt; layout keeps room for text beside it
};

/// A heading within a text. Compose makes its level one under what holds the text.
struct TextHeading {
    std::vector<TextSpan> spans; ///< as a paragraph's
    SourcePos source;
    int level = 1; ///< 1 to 6 among the text's own headings
};

struct RichText;
struct TextTable;
struct TextPicture;
struct TextQuote;
struct TextDefinition;

/// How a list marks its items (HTML `type`).
enum class ListMarker : std::uint8_t { Bullet, Decimal, LowerAlpha, UpperAlpha, LowerRoman, UpperRoman };

/// A list within a text; its items may hold lists of their own.
struct TextList {
    ListMarker marker = ListMarker::Bullet;
    int start = 1; ///< the first item's number; 0 to 100,000
    std::vector<RichText> items;
    SourcePos source;
};

/// Terms and what is said of them (HTML `dl`), in their order.
struct TextDefinitions {
    std::vector<TextDefinition> items; ///< at least one
    SourcePos source;
};

/// A line across the text that parts what is over it from what is under it.
struct TextRule {
    SourcePos source;
};

/// A block of a text.
using RichTextBlock = std::variant<TextParagraph, TextList, TextHeading, TextDefinitions, TextRule,
                                   Boxed<TextTable>, Boxed<TextPicture>, Boxed<TextQuote>>;

/// A text: paragraphs, lists and other blocks in their order (docs/domain.md, "Texts").
struct RichText {
    std::vector<RichTextBlock> blocks;
    SourcePos source;
    [[nodiscard]] bool empty() const { return blocks.empty(); }
};

/// Words of somebody else (HTML `blockquote`): a text that is not empty.
struct TextQuote {
    RichText text;
    SourcePos source;
};

/// A term and what is said of it; one of both may be missing.
struct TextDefinition {
    std::vector<TextSpan> term; ///< as a paragraph's, or empty
    RichText text;
    SourcePos source;
};

/// A cell of a table; it stands in the row where it starts. Its spans may reach past the table: the table
/// then grows by columns, but not by rows.
struct TextCell {
    RichText content;
    std::uint32_t rowSpan = 1; ///< 1 to 1,000; no further than the last row of its part
    std::uint32_t colSpan = 1; ///< 1 to TextTable::kMostColumns
    bool header = false;       ///< says what its column, or where other cells follow its row, is about
    TextAlign align = TextAlign::Unsaid;
    SourcePos source;
};

/// Which part of a table a row belongs to (HTML `thead`, `tbody`, `tfoot`).
enum class TablePart : std::uint8_t { Head, Body, Foot };

/// A row of a table.
struct TextRow {
    std::vector<TextCell> cells;
    TablePart part = TablePart::Body;
    SourcePos source;
};

/// A table within a text. Rows of the head come first, those of the foot last; there is at least one cell.
struct TextTable {
    static constexpr std::uint32_t kMostColumns = 200;
    static constexpr std::size_t kDeepest = 3; ///< tables within tables

    std::vector<TextSpan> caption;    ///< as a paragraph's, or empty
    std::vector<ColumnWidth> columns; ///< widths as the text asks for them; where there is none: by content
    std::vector<TextRow> rows;
    SourcePos source;
};

/// A picture within a text.
struct TextPicture {
    std::string file;        ///< a name that the caller's loader knows, or a `data:` address (RFC 2397)
    std::string alt;         ///< the words that stand for it; empty only where it is decorative
    bool decorative = false; ///< says nothing: readers pass over it
    Length width{};          ///< as the text asks for it; 0: by its pixels. Never wider than its measure
    SourcePos source;
};

/// Which cells are the headers of a table whose text marks none.
enum class TableHeaders : std::uint8_t { AsMarked, FirstRow, FirstColumn };

/// How texts are meant that say with blanks and signs what markup would say: what reading them goes by. Each
/// counts for the texts of a whole document, or for one text.
struct TextHints {
    TableHeaders tableHeaders = TableHeaders::AsMarked;
    bool typedLists = false;  ///< lines that begin with "-", "1." or "a)" are lists
    bool typedTables = false; ///< lines whose parts stand apart by runs of blanks are tables
    SourcePos source{};
};

/// A text of one unmarked paragraph.
[[nodiscard]] inline RichText plainText(std::string text, SourcePos source = {}) {
    RichText out;
    out.source = source;
    if (!text.empty()) {
        TextParagraph paragraph;
        paragraph.spans.push_back({std::move(text)});
        paragraph.source = source;
        out.blocks.emplace_back(std::move(paragraph));
    }
    return out;
}

} // namespace sidetal
