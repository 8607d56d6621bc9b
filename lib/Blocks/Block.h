#pragma once

#include "Graphics/Image.h"
#include "Graphics/Path.h"
#include "Structure/DocumentInfo.h"
#include "Structure/StructTree.h"

#include "sidetal/Support/ColumnWidth.h"
#include "sidetal/Support/Diagnostic.h"
#include "sidetal/Support/Emphasis.h"
#include "sidetal/Support/Geometry.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sidetal {

/// Where lines stand within their measure.
enum class Align : std::uint8_t {
    Left,
    Centre,
    Right,
    Justify ///< from edge to edge, the blanks wider; what ends at a forced break or the paragraph's end as
            ///< Left
};

/// How a paragraph is set: everything resolved, one size a paragraph.
struct TextFormat {
    std::string family;
    Length size;
    Length lineHeight;
    Colour colour;
    Align align = Align::Left;
    bool kerning = false;
    bool ligatures = false;
    bool hyphenate = false;
    bool optimum = false;      ///< lines are even over the paragraph, else each as full as can be
    bool fullLastLine = false; ///< no last line of one short word where the line before has room
    bool bonds = false;        ///< no line ends within "kl. 15" and its like (Text/Bonds.h)
};

/// A TextFormat of a BlockDocument: its index there.
enum class FormatId : std::uint16_t {};

/// A stretch of a paragraph in one emphasis and one structure leaf. '\n' in the text is a forced line break.
/// What has a leaf that is a Link, or lies in one, can be followed.
struct Run {
    std::string_view text;      ///< of the model, or of BlockDocument::strings
    NodeId leaf = NodeId::None; ///< None: page furniture
    /// Shows the page number of this target in place of `text`, which says how much width is kept for it
    /// ("000"); the last run of its paragraph.
    TargetId pageOf = TargetId::None;
    Emphasis emphasis{};
};

/// A paragraph: its runs are one text. Paragraphs of three lines stay whole; else at least two lines on
/// either side of a page break.
struct Paragraph {
    std::vector<Run> runs;
    FormatId format{};
    SourcePos source; ///< of the model object that it came from
};

/// Paths, each painted over the ones before it; the origin is the drawing's left top corner.
struct Drawing {
    struct Stroke {
        std::vector<PathSegment> segments;
        FillRule rule = FillRule::NonZero;
        std::optional<Colour> fill{};
        std::optional<Colour> stroke{};
        Length width{}; ///< of the line
        Dash dash{};
    };
    std::vector<Stroke> paths;
};

/// A drawing or an image: a line that is never broken, wherever text may stand. An image that is wider than
/// its measure is made smaller, its sides keeping their proportion.
struct Figure {
    NodeId leaf = NodeId::None; ///< None: decoration, an artifact
    Length width;
    Length height;
    std::variant<Drawing, ImageId> shown; ///< an image is stretched to width and height
    Align align = Align::Left;
    SourcePos source;
};

struct Block;

/// An item of a list: its label stands in the first line's indent; a figure in the middle of its height.
struct ListItem {
    std::variant<Paragraph, Figure> label;
    std::vector<Block> body;
};

/// A list; labels stand at the list's indent, bodies as far in as the widest label and `labelGap` need, at
/// least `labelWidth`. A label wider than half the measure, higher than the line it would stand beside, or
/// whose body does not begin with a paragraph, a heading or a LeaderLine, stands on a line of its own.
struct List {
    std::vector<ListItem> items;
    Length labelWidth;
    Length labelGap;
    bool labelsEndTogether = false; ///< labels beside texts are right-aligned, at the end of the widest
};

/// A heading: kept with the first two lines (or table header and first row) of what follows, unless that is a
/// heading of its level or above; gives an outline entry.
struct Heading {
    Paragraph text;
    int level = 1;       ///< 1 to 6
    std::string outline; ///< the entry's text; empty: no entry
};

/// How a cell is dressed.
struct CellFormat {
    Length padLeft;
    Length padRight;
    Length padTop;
    Length padBottom;
    std::optional<Colour> fill;
};

/// A cell; it stands in the row where it starts. Of its content paragraphs and lists may be broken over
/// pages; a table that is higher than half a page between its rows; any other block is one line, as
/// high as the block; a page break breaks nothing.
struct TableCell {
    std::uint32_t column = 0;
    std::uint32_t rowSpan = 1;
    std::uint32_t colSpan = 1;
    NodeId node = NodeId::None;
    std::uint16_t format = 0; ///< index into Table::cellFormats
    /// So many rows, from its own first one on, are kept on one page where that can be: a goal of at most
    /// three rows, the beginning of a theme, the foot of a table with the row before it.
    std::uint16_t keptRows = 0;
    /// So many of its lines stand on the page where it begins, where that can be; two do in any case.
    std::uint8_t wholeLines = 0;
    std::vector<Block> content;
    /// What stands on top of the cell's piece on a page where it goes on ("Sundhed (fortsat)"); page
    /// furniture.
    std::optional<Paragraph> continuation;
};

struct TableRow {
    std::vector<TableCell> cells;
};

/// A table; columns are equal on all pages. Spans stay inside the header or the body. Where a column is no
/// length, Layout makes the table as wide as its measure, unless its widths are automatic.
struct Table {
    /// Which of the lines around cells are drawn: all, or those under the header and over the last row alone.
    enum class Rules : std::uint8_t { Grid, HeadAndFoot };
    NodeId node = NodeId::None;
    SourcePos source;
    std::vector<ColumnWidth> columns; ///< lengths, shares and parts > 0; parts are for automatic widths
    /// Repeated on every page that has a row, unless it is higher than half a page.
    std::vector<TableRow> header;
    std::vector<TableRow> rows;
    std::vector<CellFormat> cellFormats;
    Length ruleWidth; ///< of the lines around cells; 0: none
    Colour ruleColour;
    Rules rules = Rules::Grid;
    /// The widths are wishes, as in CSS 2.2, 17.5.2.2: no column is narrower than its longest word needs, and
    /// without a share the table is no wider than its columns ask for. Words are broken only where there is
    /// no other way to stay within the measure.
    bool automaticWidths = false;
    bool splitRows = true; ///< a row may be split where every cell with text left can give and keep two lines
    /// A continuation label takes so many lines at most: what comes before its last run is shortened. 0: it
    /// is never shortened.
    std::uint8_t labelLines = 0;
};

/// How a panel is dressed: fill and bar are painted under its blocks, as artifacts.
struct PanelFormat {
    std::optional<Colour> fill{};
    Length barWidth{}; ///< of a bar at the left, as high as the fill; 0: none
    Colour barColour{};
    Length barGap{}; ///< from the bar to the measure
    /// How far the fill reaches beyond the measure. What stands above and below keeps off by padTop and
    /// padBottom; at the top and the foot of a page, where the panel goes on too, the fill hangs into the
    /// margin by them: the text stands where text stands on any page.
    Length padLeft{};
    Length padRight{};
    Length padTop{};
    Length padBottom{};
};

/// Blocks of the flow on a ground or beside a bar. They stand in the measure that they would have without the
/// panel; over a page break fill and bar go on, and at least two lines stand on either side. The gaps of the
/// first and the last block are those of the panel: they stand outside the fill. What is kept with the panel
/// is kept with its first two lines, and a heading at its end with what follows it. In a cell, in Columns and
/// beside the flow too.
struct Panel {
    PanelFormat format;
    std::vector<Block> blocks;
};

/// One of several columns.
struct Column {
    Length x; ///< from the left edge of what holds the columns
    Length width;
    std::vector<Block> blocks;
};

/// Blocks side by side, their tops level (no gap above the first and below the last of a column); as high as
/// the highest. Never broken; higher than an empty page is an error. Read column by column. Columns of single
/// lines count as one line where two are kept with a heading.
struct Columns {
    std::vector<Column> columns;
};

/// How the space between the text and the end of LeaderLines is filled.
struct LeaderFormat {
    Length gap = Length::points(12);       ///< the least between the text and the room of the end
    Length leastDots = Length::points(80); ///< dots stand only where more than this is empty
    std::optional<Colour> dots{};          ///< leader dots, an artifact; none: never
    Length pitch = Length::points(5);      ///< from dot to dot, on a grid that ends at the measure's end
    /// How far the area of the line's link reaches to the left of the measure, for a number that stands
    /// there.
    Length reach{};
};

/// A text with something short at the right edge of its last line, as a row of a table of contents: all lines
/// of the text leave it its width and a gap. The end is right-aligned in what the words of its runs need
/// ("000" for a page number). If the runs lie in a Link, the link's area is the whole line over the measure,
/// one area however many lines there are. The text is read, then the end, a blank between.
struct LeaderLine {
    Paragraph text;
    Paragraph end;
    std::uint16_t format = 0; ///< index into BlockDocument::leaderFormats
};

/// A horizontal line over the measure.
struct Rule {
    Length width;
    Colour colour;
};

/// Empty height; dropped at the top of a page.
struct Spacer {
    Length height;
};

struct PageBreak {};

/// Blocks that stand beside the flow: at `x` from the left edge of the body, their top where the flow stands,
/// taking no height of it. Never broken: where it does not fit it goes to the next page, and what follows
/// with it; higher than an empty page is an error.
struct Aside {
    Length x;
    Length width;
    std::vector<Block> blocks;
};

/// A block with its place in the flow. Of a list, the gaps are those of its first and last line, and
/// keepTogether is about all of it. What is kept together is broken only where it is higher than an empty
/// page. The gap between two blocks is the larger of what either asks for; at the top of a page there is
/// none.
struct Block {
    std::variant<Paragraph, Heading, List, Table, Rule, Spacer, PageBreak, Aside, Figure, Panel, Columns,
                 LeaderLine>
        content;
    Length spaceBefore;
    Length spaceAfter;
    Length indent; ///< from the left edge of what holds the block
    Length width;  ///< measure; 0: as wide as what holds the block (less the indent)
    /// With the first two lines (or table header and first row) of what follows; of a table its last row, of
    /// a paragraph of more than three lines its last two.
    bool keepWithNext = false;
    bool keepTogether = false;
};

/// A frame around the words of a running line, in their colour.
struct WordFrame {
    Length width; ///< of its lines
    Length sides; ///< from the words to the middle of the lines beside them
    Length above; ///< from the baseline to the middle of the line over them
    Length below; ///< and of the one under them
};

/// A line that stands on every page of a run outside the body: its pattern may hold {page}, {pages} and
/// {mark} (RunningMark). Where nothing is left of it, nothing is painted.
struct RunningLine {
    enum class Kind : std::uint8_t { Header, Footer, PageNumber };
    Kind kind = Kind::PageNumber;
    std::string pattern;
    FormatId format{};
    Emphasis emphasis; ///< bold and italic
    Align align = Align::Right;
    Length x;        ///< of the line's box, from the page's left edge
    Length baseline; ///< from the page's top edge
    Length width;
    SourcePos source{};      ///< of the style that asks for it
    bool fromSecond = false; ///< not on the run's first page
    std::string goesOn{};    ///< follows the words of a mark that goes on from the page before: " (fortsat)"
    std::optional<WordFrame> frame{};
};

/// Large words across every page of a run, painted first, as outlines: no reader hears or extracts them.
struct Watermark {
    std::string text;
    FormatId format{}; ///< family, size and colour
    Emphasis emphasis; ///< bold and italic
    int degrees = 55;  ///< against the clock, around the middle of the page
    SourcePos source{};
};

/// What {page} and {pages} stand for.
struct PageNumbering {
    /// What is counted as {pages}.
    enum class Total : std::uint8_t {
        Sequence, ///< the last number before the numbers begin anew
        Run,      ///< the pages of the run
        Document, ///< all pages
    };
    /// Number of the run's first page; none: goes on from the run before. Readers are told, too, where pages
    /// are not counted from 1.
    std::optional<std::uint32_t> first;
    Total total = Total::Sequence;
};

/// Pages of one size that look alike, and the flow that stands on them; begins on a new page.
struct PageRun {
    Size page;
    Rect body; ///< where the flow stands on every page
    std::vector<RunningLine> running;
    std::optional<Watermark> watermark{};
    PageNumbering numbering;
    std::vector<Block> blocks; ///< without any, one page of running lines
};

/// An entry of the outline that leads to a target; headings have theirs of themselves.
struct Bookmark {
    std::string title; ///< not empty
    int level = 1;     ///< as a heading's
    TargetId target = TargetId::None;
    SourcePos source{}; ///< of the words
};

/// What {mark} of running lines stands for from where `target` begins up to the next mark, over page runs too
/// ("Punkt 12"). Of a page: the mark that it begins within, or, if it begins with a mark or within none, the
/// first that begins on it.
struct RunningMark {
    TargetId target = TargetId::None;
    std::string text; ///< empty: the mark before ends here
};

/// A document as page runs with blocks in reading order, with the structure tree that was built with them:
/// its targets are what can be pointed to.
struct BlockDocument {
    DocumentInfo info;
    StructTree tree;
    std::vector<TextFormat> formats;
    std::vector<LeaderFormat> leaderFormats;
    std::vector<PageRun> runs{1};                         ///< at least one
    std::vector<std::shared_ptr<const ImageData>> images; ///< by ImageId
    std::vector<Bookmark> bookmarks;                      ///< in any order
    std::vector<RunningMark> runningMarks;                ///< in any order
    NodeId copyCover = NodeId::None; ///< the leaf of a first page that only named copies fill
    bool boxesForMissing =
        false; ///< U+25A1 stands for each character that no font has; else that is an error
    std::deque<std::string> strings; ///< texts that runs refer to and that are not the model's

    /// The run that is being filled.
    PageRun& run() { return runs.back(); }
    [[nodiscard]] const PageRun& run() const { return runs.back(); }
    /// Keeps `text` as long as the document lives.
    std::string_view keep(std::string text) { return strings.emplace_back(std::move(text)); }
};

} // namespace sidetal
