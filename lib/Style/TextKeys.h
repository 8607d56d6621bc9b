#pragma once

#include "Style/Percent.h"
#include "Style/TextRole.h"

#include "sidetal/Style/TextStyle.h"
#include "sidetal/Support/ColumnWidth.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace sidetal {

/// The keys of style files, in one place: the reader fills a sheet by them, the schema is written from them.
/// A visitor has, each taking the key first and what it is for last,
/// - text(std::string&): a string that is not empty
/// - text(std::optional<std::string>&): the same, or null for what the key's doc says
/// - names(std::vector<std::string>&): a list of strings that are not empty
/// - family(std::string&): the name of a font family
/// - length(Length&, LengthRange): "9 pt"
/// - typeLength(TextStyle&, Length TextStyle::*, LengthRange): the same, or a percentage of the font's, "133
/// %"
/// - length(std::optional<Length>&, LengthRange): the same, or null for what the key's doc says
/// - columnWidth(ColumnWidth&, ColumnRange): "111 pt", "22.2 em", "2 fr" or "auto"
/// - colour(Colour&): "#1f3a4d"
/// - fill(std::optional<Colour>&): the same, or null for none
/// - flag(bool&)
/// - number(std::int32_t&, NumberRange)
/// - choice(E&, std::span<const Choice<E>>): one of some words
/// - textStyle(const TextRole& role, TextStyle&): starts from the sheet's font and the role's defaults; its
/// keys are
///   those of visitKeys(TextStyle)
/// - object(key, doc, body): body(visitor) visits the keys within
/// - object(key, std::optional<T>&, doc, body): the same, or null for none; body(visitor, T&)

/// Limits of a length, inclusive.
struct LengthRange {
    Length least;
    Length most;
};

/// Limits of a number, inclusive.
struct NumberRange {
    std::int32_t least;
    std::int32_t most;
};

/// Limits of a column's width: of a fixed one, and of a share in thousandths.
struct ColumnRange {
    LengthRange fixed;
    NumberRange thousandths;

    [[nodiscard]] constexpr ColumnWidth leastShare() const { return ColumnWidth::share(thousandths.least); }
    [[nodiscard]] constexpr ColumnWidth mostShare() const { return ColumnWidth::share(thousandths.most); }
    [[nodiscard]] constexpr bool holds(ColumnWidth width) const {
        switch (width.kind()) {
        case ColumnWidth::Kind::Fixed:
            return width.length() >= fixed.least && width.length() <= fixed.most;
        case ColumnWidth::Kind::Share:
            return width.thousandths() >= thousandths.least && width.thousandths() <= thousandths.most;
        case ColumnWidth::Kind::Content:
        case ColumnWidth::Kind::Part:
            break;
        }
        return true;
    }
};

/// A word of a style file and what it stands for.
template <class E>
struct Choice {
    std::string_view word;
    E value;
};

/// Of headings and labels that look as the text does.
inline constexpr TextDefaults kLabelDefaults{100, false, false};
inline constexpr LengthRange kTypeSize{Length::points(1), Length::points(400)};
/// Of a percentage that stands for such a size.
inline constexpr Percent kLeastPercent = Percent::whole(10);
inline constexpr Percent kMostPercent = Percent::whole(1000);
inline constexpr LengthRange kGap{Length::points(0), Length::points(1000)};
/// A column that holds less than a few letters is surely a slip of the unit.
inline constexpr LengthRange kColumn{Length::points(10), Length::points(5000)};
inline constexpr ColumnRange kColumnWidth{kColumn, {1, 1'000'000}};
inline constexpr LengthRange kRule{Length::points(0), Length::points(20)};
/// From a large stamp to the largest page that readers must take (ISO 32000-1, annex C.2: 14,400 units).
inline constexpr LengthRange kPaperSide{Length::points(72), Length::points(14400)};

/// What a text looks like where no file says so: as the font, but for what its role has otherwise.
[[nodiscard]] inline TextStyle startOf(const TextRole& role, TextStyle font) {
    const Percent percent = Percent::whole(role.defaults.percent);
    font.size = std::min(percent.of(font.size), kTypeSize.most);
    font.lineHeight = std::min(percent.of(font.lineHeight), kTypeSize.most);
    font.bold = font.bold || role.defaults.bold;
    font.hyphenation = font.hyphenation && role.defaults.runsOn;
    font.justified = font.justified && role.defaults.runsOn;
    return font;
}

inline constexpr std::array kLineChoices = {
    Choice{"greedy", LineChoice::Greedy},
    Choice{"optimum", LineChoice::Optimum},
};
template <class Visitor>
void visitKeys(Visitor& v, TextStyle& s) {
    v.family("family", s.family, "font family, one that \"sidetal fonts\" lists");
    v.typeLength("size", s, &TextStyle::size, kTypeSize, "size of the type");
    v.typeLength("lineHeight", s, &TextStyle::lineHeight, kTypeSize,
                 "from baseline to baseline; at least the size");
    v.colour("colour", s.colour, "at least 4.5:1 against what the text stands on");
    v.flag("bold", s.bold, "bold type");
    v.flag("italic", s.italic, "italic type");
    v.flag("kerning", s.kerning, "move pairs of letters together as the font asks");
    v.flag("ligatures", s.ligatures, "draw pairs such as fi as one");
    v.flag("hyphenation", s.hyphenation,
           "break words at line ends (Danish), compounds at their joints first, a paragraph's last word "
           "never; headings and labels have false where they do not name it themselves");
    v.template choice<LineChoice>("lines", s.lines, kLineChoices,
                                  "each as full as can be (greedy), or all of a paragraph even (optimum)");
    v.flag("justified", s.justified, "lines end at the measure; headings and labels as for hyphenation");
    v.flag("fullLastLine", s.fullLastLine,
           "leave no short word alone on the last line where the line before has room");
    v.flag("bonds", s.bonds,
           "end no line within \"kl. 15\", \"§ 5\", \"20 %\", \"26. oktober\" and their like");
}

template <class Visitor>
void visitKeys(Visitor& v, std::string_view key, ParagraphStyle& s, std::string_view doc,
               const Grounds& grounds = {}, const TextDefaults& defaults = {}) {
    v.object(key, doc, [&](Visitor& in) {
        in.textStyle(TextRole{"text", "the type", grounds, defaults}, s.text);
        in.length("spaceBefore", s.spaceBefore, kGap, "empty height above; dropped at the top of a page");
        in.length("spaceAfter", s.spaceAfter, kGap, "empty height below");
    });
}

template <class Visitor>
void visitKeys(Visitor& v, std::string_view key, CellStyle& s, std::string_view doc) {
    v.object(key, doc, [&](Visitor& in) {
        in.textStyle(TextRole{"text", "the type", s.fill, kLabelDefaults}, s.text);
        in.fill("fill", s.fill, "colour of the ground; null for none");
    });
}

template <class Visitor>
void visitKeys(Visitor& v, std::string_view key, ListStyle& s) {
    v.object(key, "lists within texts", [&](Visitor& in) {
        in.text("bullet", s.bullet, "what stands before the items of an unordered list");
        in.length("labelWidth", s.labelWidth, kGap,
                  "how far items stand in from their labels, at least; wider labels take what they need");
        in.length("itemGap", s.itemGap, kGap, "between two items");
        in.flag("numbersAtDot", s.numbersAtDot,
                "right-align numbers, so that their dots stand under each other");
    });
}

} // namespace sidetal
