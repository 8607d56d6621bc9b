#pragma once

#include "sidetal/Style/TextStyle.h"
#include "sidetal/Support/ColumnWidth.h"
#include "sidetal/Support/Geometry.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sidetal {

/// How a date is written: "26. oktober 2021" or "23-09-2021".
enum class DateForm : std::uint8_t { Long, Short };

/// How a time of day is written: "15.00" or "15:00".
enum class TimeForm : std::uint8_t { Dot, Colon };

/// How labels and their values are tagged: as a table of two columns, or as a list, which is shorter to hear.
enum class FactForm : std::uint8_t { Table, List };

/// The fact block (Mødedato, Mødested …): labels at the left, values beside them.
struct FactStyle {
    ColumnWidth labelWidth; ///< of the labels' column, labelGap included; the values get the rest: one share
    Length labelGap;        ///< between a label and its value, at least
    Length rowGap;          ///< between two facts
    Length paragraphGap;    ///< between the paragraphs of a value
    Length spaceAfter;      ///< between the block and what follows
    DateForm dates = DateForm::Long;
    TimeForm times = TimeForm::Dot;
    FactForm form = FactForm::Table;
    bool colons = true; ///< "Mødested:", else "Mødested"
};

/// The sender block (Afsender): department, secretariat, Dato, Sagsnr., Sagsbehandler; its top is the
/// title's.
struct SenderStyle {
    Length gap = Length::points(20);     ///< from the body column's right edge
    Length width = Length::points(121);  ///< of its lines
    Length partGap = Length::points(12); ///< between its parts
    DateForm dates = DateForm::Short;
};

/// A line of small type in the head or the foot of pages.
struct RunningLineStyle {
    Length baseline;   ///< from the page's upper or lower edge; within its margin
    bool hash = false; ///< of the foot: the SHA-256 of the document's content
};

/// The front of the paper (Forside): the municipality with its logo, and under the title the committee, the
/// day and the hour, which are one heading with it.
struct CoverStyle {
    Length logoHeight = Length::points(28);
    Length spaceAfterSender = Length::points(42); ///< between the municipality and the title
    bool ownPage = false;                         ///< items begin on the next page
};

/// The list of contents (Indhold): a number, a title, and the page at the right.
struct ContentsStyle {
    Length numberWidth = Length::points(26); ///< numbers end here
    Length titleAt = Length::points(34);     ///< titles begin here
    Length pageWidth = Length::points(28);   ///< of the pages' column
    Length leaderGap = Length::points(80);   ///< dots lead to the page where more than this is empty
    Length groupGap = Length::points(14);    ///< above a group
    Colour leaderColour{0x9a, 0xa5, 0xad};   ///< decoration: no contrast is asked of it
};

/// Who was there (Fremmøde): lists of names in columns that are filled downwards.
struct AttendanceStyle {
    std::int32_t columns = 2; ///< 1 to 6
    Length columnGap = Length::points(15);
    Length groupGap = Length::points(7); ///< between those who were there and those who were not
};

/// What says of which kind an item is, after its title: "(B)" or "(beslutningssag)".
enum class KindMark : std::uint8_t { None, Letter, Word };

/// Items (Dagsordenspunkter).
struct ItemStyle {
    Length numberWidth; ///< column of the numbers, left of all else; 0: titles begin with their number
    std::optional<Length> textWidth; ///< of an item's texts; nothing: all right of the numbers' column
    Length ruleWidth;                ///< of the line over an item; 0: none
    Colour ruleColour{0x5b, 0x6b, 0x75};
    bool newPage = false;    ///< each item of the top level begins on a page of its own
    bool showAccess = false; ///< "Åben sag", "Lukket sag" in the line of the case
    KindMark kindMark = KindMark::None;
};

/// What becomes of a section without text.
enum class EmptySections : std::uint8_t {
    Hide,   ///< it is left out
    Show,   ///< its heading stands alone
    Nothing ///< it says "Intet."
};

/// Text that stands out from what is around it: on a ground of its own, beside a bar, or both.
struct PanelStyle {
    std::optional<Colour> fill; ///< from the bar to `paddingSides` right of the text
    Length barWidth;            ///< left of the text; 0: none
    Colour barColour{0x5b, 0x6b, 0x75};
    Length barGap;       ///< from the bar to the text
    Length padding;      ///< above and below the text
    Length paddingSides; ///< right of the text
};

/// The parts of an item.
struct SectionsStyle {
    /// Keys of sections in the order in which they are printed; "decisions" and "enclosures" are an item's
    /// decisions and enclosures. One that is not named stays behind the one before it.
    std::vector<std::string> order;
    EmptySections empty = EmptySections::Hide;
    PanelStyle recommendation; ///< Indstilling
    PanelStyle decision;       ///< the decision of the meeting itself; history is plain
};

/// Votes by party (Afstemning).
struct VotesStyle {
    std::optional<Length> partyWidth;       ///< column of the parties; nothing: what the figures leave
    Length countWidth = Length::points(45); ///< of each column of figures
    Length ruleWidth = Length::milli(750);  ///< under the head and over the sum
    Colour ruleColour{0x5b, 0x6b, 0x75};
    std::int32_t wholeRows = 8; ///< a table of at most so many parties stands on one page
    Length dissentIndent = Length::points(18);
};

/// Lists of enclosures (Bilag): number, title, and of what kind it is.
struct EnclosuresStyle {
    Length numberWidth = Length::points(48);
    std::optional<Length> titleWidth; ///< nothing: two thirds of what the numbers leave
    Length gap = Length::points(8);   ///< between the columns
    bool listAtEnd = false;           ///< those of all items stand behind the items too
};

/// Where people sign (Underskriftsside).
struct SignaturesStyle {
    std::optional<Length> cellWidth; ///< nothing: two stand side by side
    Length cellHeight = Length::points(56);
    Length gap = Length::points(14); ///< between two beside each other
    Length ruleWidth = Length::milli(500);
    std::int32_t leastRows = 5; ///< a page of their own where fewer rows fit under what is before
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
    CaseLine,  ///< "Sagsnr. … · Åben sag"
    Section,   ///< "Sagsfremstilling"
    Earlier,   ///< "Økonomiudvalget, 3. november 2026, pkt. 7"
    Decision,  ///< "Beslutning – Byrådet, 18. november 2026"
    Part,      ///< headings of what is no item: contents, participants, signatures
    Notice,    ///< who came, left or took no part in an item
    CoverSender,
    CoverCommittee,
    CoverDay,
    ContentsGroup,
    ContentsItem,
    AttendanceHeading, ///< "Til stede (29)"
    AttendanceName,
    VoteCaption,
    VoteHead,
    VoteCell,
    Enclosure,
    SignatureName,
    SignatureNote, ///< party and role; the law's sentence
    Head,
    Foot,
};
inline constexpr std::size_t kAgendaRoleCount = static_cast<std::size_t>(AgendaRole::Foot) + 1;

/// Paragraphs of each role with the spaces that they have where no sheet says so.
[[nodiscard]] inline std::array<ParagraphStyle, kAgendaRoleCount> defaultAgendaSpaces() {
    std::array<ParagraphStyle, kAgendaRoleCount> out;
    const auto space = [&](AgendaRole role, int before, int after) {
        out[static_cast<std::size_t>(role)].spaceBefore = Length::points(before);
        out[static_cast<std::size_t>(role)].spaceAfter = Length::points(after);
    };
    space(AgendaRole::CaseLine, 0, 4);
    space(AgendaRole::Section, 8, 2);
    space(AgendaRole::Earlier, 8, 2);
    space(AgendaRole::Decision, 8, 2);
    space(AgendaRole::Part, 18, 4);
    space(AgendaRole::Notice, 0, 4);
    return out;
}

/// The look of an agenda (Dagsorden) or minutes (Referat).
struct AgendaStyle {
    std::optional<Length> column; ///< width of the body's lines; nothing: all between the margins
    /// Width of the headings' lines, their number included; ends before the sender block. Nothing: the
    /// column's.
    std::optional<Length> headingMeasure;
    /// Each text's look by its role; of texts within a block of their own, such as the facts, the spaces
    /// count for nothing.
    std::array<ParagraphStyle, kAgendaRoleCount> roles = defaultAgendaSpaces();
    FactStyle facts;
    std::optional<SenderStyle> sender; ///< nothing: there is no sender block
    ListStyle list;
    bool hangingNumbers = false;           ///< titles of items stand beside their number, further lines too
    std::optional<RunningLineStyle> head;  ///< committee, day, title, and the item at the right; from page 2
    std::optional<RunningLineStyle> foot;  ///< municipality and Sagsnr., opposite the page number
    std::optional<CoverStyle> cover;       ///< nothing: the title stands over the facts
    std::optional<ContentsStyle> contents; ///< nothing: there is no list of contents
    std::optional<AttendanceStyle> attendance; ///< nothing: participants are facts
    ItemStyle items;
    SectionsStyle sections;
    VotesStyle votes;
    EnclosuresStyle enclosures;
    SignaturesStyle signatures;

    [[nodiscard]] ParagraphStyle& operator[](AgendaRole role) {
        return roles[static_cast<std::size_t>(role)];
    }
    [[nodiscard]] const ParagraphStyle& operator[](AgendaRole role) const {
        return roles[static_cast<std::size_t>(role)];
    }
};

} // namespace sidetal
