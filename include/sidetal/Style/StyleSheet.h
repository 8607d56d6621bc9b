#pragma once

#include "sidetal/Support/ColumnWidth.h"
#include "sidetal/Support/DocumentKind.h"
#include "sidetal/Support/Geometry.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace sidetal {

/// How the ends of lines are chosen.
enum class LineChoice : std::uint8_t {
    Greedy, ///< each line as full as can be
    Optimum ///< all lines of a paragraph together, so that they are even
};

/// How text looks. What a style file does not name of a text style comes from the sheet's "font".
struct TextStyle {
    std::string family; ///< of the font manifest: "Carlito", "DejaVu Sans"
    Length size;        ///< of the em; > 0
    Length lineHeight;  ///< from baseline to baseline; at least the size
    Colour colour;      ///< at least 4.5:1 against what it stands on (WCAG 2.1, 1.4.3), else a warning
    bool bold = false;
    bool italic = false;
    bool kerning = false;   ///< pairs moved together as the font asks (OpenType kern)
    bool ligatures = false; ///< "fi" as one glyph (OpenType liga)
    /// Words broken at line ends, by Danish patterns: compounds at their joints first, a paragraph's last
    /// word never. What a style file says of its "font" does not reach headings and labels.
    bool hyphenation = false;
    LineChoice lines = LineChoice::Greedy;
    /// Lines end at the measure, their blanks wider. What a file says of its "font" reaches no heading or
    /// label.
    bool justified = false;
    bool fullLastLine = false; ///< no last line of one short word where the line before has room to spare
    bool bonds = false;        ///< no line ends within "kl. 15", "§ 5", "26. oktober" and their like
};

/// A text style with the space around its paragraphs; between two blocks stands the larger of what either
/// asks for.
struct ParagraphStyle {
    TextStyle text;
    Length spaceBefore;
    Length spaceAfter;
};

/// A text on a ground of its own colour.
struct CellStyle {
    TextStyle text;
    std::optional<Colour> fill; ///< nothing: the page's white
};

/// Lists within texts.
struct ListStyle {
    std::string bullet;        ///< what stands before the items of an unordered list: "•"
    Length labelWidth;         ///< how far the items' text stands in from their labels, at least
    Length itemGap;            ///< between two items
    bool numbersAtDot = false; ///< numbers are right-aligned, so that their dots stand under each other
};

/// The sheet of paper and the empty edges around the text.
struct PageStyle {
    Length width;
    Length height;
    Length marginTop;
    Length marginRight;
    Length marginBottom;
    Length marginLeft;

    /// What is left between the margins.
    [[nodiscard]] constexpr Length textWidth() const { return width - marginLeft - marginRight; }
};

/// Where a line stands between the margins.
enum class HorizontalPlace : std::uint8_t { Left, Centre, Right };

/// "Side x af y" at the foot of every page; its words are the catalogue's (lib/Labels).
struct PageNumberStyle {
    TextStyle text;
    Length baseline; ///< from the page's lower edge; less than the bottom margin
    HorizontalPlace place = HorizontalPlace::Right;
};

/// How a date is written: "26. oktober 2021" or "23-09-2021".
enum class DateForm : std::uint8_t { Long, Short };

/// How a time of day is written: "15.00" or "15:00".
enum class TimeForm : std::uint8_t { Dot, Colon };

/// The agenda's fact block (Mødedato, Mødested …): labels at the left, values beside them.
struct FactStyle {
    ColumnWidth labelWidth; ///< of the labels' column, labelGap included; the values get the rest: one share
    Length labelGap;        ///< between a label and its value, at least
    Length rowGap;          ///< between two facts
    Length paragraphGap;    ///< between the paragraphs of a value
    Length spaceAfter;      ///< between the block and what follows
    DateForm dates = DateForm::Long;
    TimeForm times = TimeForm::Dot;
};

/// The agenda's sender block (Afsender): department, secretariat, Dato, Sagsnr., Sagsbehandler; its top is
/// the title's.
struct SenderStyle {
    Length gap;     ///< from the body column's right edge
    Length width;   ///< of its lines
    Length partGap; ///< between its parts
    DateForm dates = DateForm::Short;
};

/// The texts of an agenda that have a look of their own. lib/Style/AgendaRoles.h says of each under which key
/// a style file has it, what it stands on and how it looks where no file says so.
enum class AgendaRole : std::uint8_t {
    Title,     ///< "Dagsorden"
    FactLabel, ///< "Mødested:"
    FactValue, ///< the value beside it
    Sender,    ///< the lines of the sender block
    Group,     ///< titles of groups of items
    Item,      ///< "1. title"
    SubItem,   ///< "1.1 title"
    Body,      ///< texts
};
inline constexpr std::size_t kAgendaRoleCount = 8;

/// The look of an agenda (Dagsorden).
struct AgendaStyle {
    std::optional<Length> column; ///< width of the body's lines; nothing: all between the margins
    /// Width of the headings' lines, their number included; ends before the sender block. Nothing: the
    /// column's.
    std::optional<Length> headingMeasure;
    /// Each text's look by its role; of texts within the fact and the sender block the spaces count for
    /// nothing.
    std::array<ParagraphStyle, kAgendaRoleCount> roles;
    FactStyle facts;
    std::optional<SenderStyle> sender; ///< nothing: there is no sender block
    ListStyle list;
    bool hangingNumbers = false; ///< titles of items stand beside their number, further lines too

    [[nodiscard]] ParagraphStyle& operator[](AgendaRole role) {
        return roles[static_cast<std::size_t>(role)];
    }
    [[nodiscard]] const ParagraphStyle& operator[](AgendaRole role) const {
        return roles[static_cast<std::size_t>(role)];
    }
};

/// Column widths of the goal matrix, the cells' padding included. What a document itself says of a column's
/// width goes before.
struct MatrixColumnWidths {
    ColumnWidth theme;
    ColumnWidth number;
    ColumnWidth goal;
    ColumnWidth initiatives;
    ColumnWidth partners;
};

/// How prioritised goals stand out: tint, sign and words (never colour alone; WCAG 2.1, 1.4.1).
struct PriorityStyle {
    std::string sign; ///< stands before the number: "●"; a character that the font has
    Colour fill;      ///< tint of the goal and its number
};

/// The look of a goal matrix (Målmatrix).
struct GoalMatrixStyle {
    ParagraphStyle title;
    MatrixColumnWidths columns;
    Length paddingSides;  ///< within cells, left and right
    Length paddingTop;    ///< within cells
    Length paddingBottom; ///< within cells
    Length paragraphGap;  ///< between the paragraphs of a cell's text
    Length ruleWidth;     ///< lines around cells
    Colour ruleColour;
    CellStyle header; ///< the columns' titles
    CellStyle theme;  ///< a theme's title, and its tint
    TextStyle vision; ///< the words under a theme's title
    TextStyle number;
    TextStyle goal;
    TextStyle initiativeTitle;
    TextStyle initiativeText; ///< the words under an initiative's title
    TextStyle partners;
    ListStyle list;
    PriorityStyle priority;
    ParagraphStyle legend;
    std::int32_t keepRows = 3; ///< a goal of at most so many rows is kept on one page where that can be
    bool splitRows = false;    ///< a row may go on over a page even where it fits one
    /// A theme begins only where the first row of its so manieth goal stands too, where that can be; 0:
    /// anywhere.
    std::int32_t themeGoals = 0;
    std::int32_t themeLines =
        0; ///< so many lines of its title and vision stand where it begins, where that can be
    std::int32_t repeatGoal =
        0;                     ///< a goal that goes on over a page repeats its words in so many lines; 0: not
    bool fillWidth = false;    ///< columns take what the page has and columns that are left out would have
    bool legendInFoot = false; ///< from the second page on, opposite the page number
};

/// What a link's address is printed as, for those who read on paper.
enum class LinkForm : std::uint8_t {
    None,   ///< not at all: its words alone
    Behind, ///< in brackets behind its words
    Notes   ///< in a numbered note under the text that it stands in
};

/// What becomes of a paragraph that is bold from end to end and has text under it.
enum class BoldParagraphs : std::uint8_t {
    Paragraphs, ///< stays one, with a warning: nobody who listens hears that it looks like a heading
    Headings,   ///< is a heading
};

/// Tables within texts.
struct TextTableStyle {
    CellStyle header;                        ///< header cells
    TextStyle caption;                       ///< the line over the table
    Length paddingSides = Length::points(4); ///< within cells, left and right
    Length paddingTop = Length::points(2);   ///< within cells
    Length paddingBottom = Length::points(2);
    Length ruleWidth = Length::milli(500); ///< lines around cells; 0: none
    Colour ruleColour{0x5b, 0x6b, 0x75};
    Length spaceBefore = Length::points(4);
    Length spaceAfter = Length::points(8);
};

/// What stands in texts besides paragraphs and lists.
struct TextsStyle {
    ParagraphStyle heading{.text = {}, .spaceBefore = Length::points(10), .spaceAfter = Length::points(2)};
    /// Headings under those.
    ParagraphStyle subheading{.text = {}, .spaceBefore = Length::points(8), .spaceAfter = Length::points(2)};
    TextTableStyle table;
    Length quoteIndent = Length::points(18);     ///< of quotations and definitions, from the left
    std::string codeFamily = "DejaVu Sans Mono"; ///< of preformatted text; its size is that of the text
    LinkForm links = LinkForm::None;
    BoldParagraphs boldParagraphs = BoldParagraphs::Paragraphs;
};

/// Pictures in texts.
struct PictureStyle {
    std::int32_t dpi = 200; ///< pixels an inch: what has more at the size that it is shown is made smaller
};

/// A style sheet: values only. Written as JSON with comments; a file names only what differs from its "base".
struct StyleSheet {
    std::string name;        ///< "goal-matrix-a3"
    std::string description; ///< one line, for people
    std::string file{};      ///< that it was read from, as messages name it; empty for the built-in ones
    TextStyle font;          ///< what the other text styles start from
    PageStyle page;
    PageNumberStyle pageNumber;
    TextsStyle texts;
    PictureStyle pictures{};
    std::variant<AgendaStyle, GoalMatrixStyle> look;

    /// The kind of documents that the sheet is made for: agendas (it dresses minutes too) or goal matrices.
    [[nodiscard]] DocumentKind kind() const {
        struct KindOf { // a look that is added does not compile before it has a kind
            DocumentKind operator()(const AgendaStyle& /*look*/) const { return DocumentKind::Agenda; }
            DocumentKind operator()(const GoalMatrixStyle& /*look*/) const {
                return DocumentKind::GoalMatrix;
            }
        };
        return std::visit(KindOf(), look);
    }
};

} // namespace sidetal
