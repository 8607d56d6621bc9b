#pragma once

#include "sidetal/Style/AgendaStyle.h"
#include "sidetal/Style/TextStyle.h"
#include "sidetal/Support/ColumnWidth.h"
#include "sidetal/Support/DocumentKind.h"
#include "sidetal/Support/Geometry.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace sidetal {

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

/// Column widths of the goal matrix, the cells' padding included. What a document itself says of a column's
/// width goes before.
struct MatrixColumnWidths {
    ColumnWidth theme;
    ColumnWidth number;
    ColumnWidth goal;
    ColumnWidth initiatives;
    ColumnWidth partners;
    ColumnWidth status = Length::points(74);
    ColumnWidth trend = Length::points(66);
    ColumnWidth indicator = Length::points(122);
    ColumnWidth owner = Length::points(74);
    ColumnWidth deadline = Length::points(60);
    ColumnWidth followUp = Length::points(122);
    ColumnWidth committees = Length::points(96);
};

/// Titles of its columns that a style words its own way; a document's own go before. Nothing: the
/// catalogue's.
struct MatrixColumnTitles {
    std::optional<std::string> theme;
    std::optional<std::string> number;
    std::optional<std::string> goal;
    std::optional<std::string> initiatives;
    std::optional<std::string> partners;
    std::optional<std::string> status;
    std::optional<std::string> trend;
    std::optional<std::string> indicator;
    std::optional<std::string> owner;
    std::optional<std::string> deadline;
    std::optional<std::string> followUp;
    std::optional<std::string> committees;
};

/// Themes and goals as headings with text under them, in place of the table.
struct MatrixHeadings {
    ParagraphStyle theme;
    ParagraphStyle goal; ///< its number and its words
};

/// How prioritised goals stand out: tint, sign and words (never colour alone; WCAG 2.1, 1.4.1).
struct PriorityStyle {
    std::string sign; ///< stands before the number: "●"; a character that the font has
    Colour fill;      ///< tint of the goal and its number
};

/// What stands on pages of its own before a matrix: how many of its goals have which status, those that are
/// prioritised, deadlines that passed. Columns that the page has no room for are narrower, the bars left out.
struct OverviewStyle {
    Length countWidth = Length::points(66); ///< of a status's column, the cells' padding included
    Length barWidth = Length::points(120);  ///< of a theme's bar
};

/// The line in the heads of pages: title, committee and period, and at the right the theme and the goal that
/// a page begins within.
struct MatrixHead {
    TextStyle text;
    Length baseline; ///< from the page's upper edge; within its margin
};

/// The look of a goal matrix (Målmatrix).
struct GoalMatrixStyle {
    ParagraphStyle title;
    MatrixColumnWidths columns;
    MatrixColumnTitles columnTitles;
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
        0;                  ///< a goal that goes on over a page repeats its words in so many lines; 0: not
    bool fillWidth = false; ///< columns take what the page has and columns that are left out would have
    std::optional<MatrixHeadings> headings{}; ///< nothing: a table
    bool legendInFoot = false;                ///< from the second page on, opposite the page number
    /// Over the parts of an overview, and over what follows it.
    ParagraphStyle heading{.text = {}, .spaceBefore = Length::points(14), .spaceAfter = Length::points(5)};
    /// What an overview says in sentences.
    ParagraphStyle sentence{.text = {}, .spaceBefore = Length(), .spaceAfter = Length::points(6)};
    std::optional<OverviewStyle> overview{}; ///< none: the matrix alone
    std::optional<MatrixHead> head{};        ///< from the second page on; none: nothing stands there
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
    bool copyCover = false; ///< named copies have a page in front that says whom they are for
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
