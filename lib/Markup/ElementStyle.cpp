#include "Markup/ElementStyle.h"

#include "Markup/Css.h"

#include "Model/Rules.h"
#include "Support/Ascii.h"
#include "Support/Texts.h"
#include "Tree/Values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace sidetal::input {

namespace {

using namespace std::string_view_literals;
using Shift = ElementStyle::Shift;

constexpr int kLeastBold =
    600; ///< of font-weight, as fonts with two weights are chosen (CSS Fonts Level 4, 5.2)

std::optional<bool> boldOf(std::string_view value) {
    if (value == "bold" || value == "bolder") {
        return true;
    }
    if (value == "normal" || value == "lighter") {
        return false;
    }
    int weight = 0;
    const auto [end, status] = std::from_chars(value.data(), value.data() + value.size(), weight);
    const bool isWeight = status == std::errc() && end == value.data() + value.size();
    return isWeight ? std::optional(weight >= kLeastBold) : std::nullopt;
}

std::optional<bool> italicOf(std::string_view value) {
    const bool italic = value == "italic" || value.starts_with("oblique");
    return italic || value == "normal" ? std::optional(italic) : std::nullopt;
}

std::optional<Shift> shiftOf(std::string_view value) {
    return value == "super"      ? std::optional(Shift::Raised)
           : value == "sub"      ? std::optional(Shift::Lowered)
           : value == "baseline" ? std::optional(Shift::None)
                                 : std::nullopt;
}

std::optional<WhiteSpace> whiteSpaceOf(std::string_view value) {
    if (value == "pre" || value == "pre-wrap" || value == "break-spaces") {
        return WhiteSpace::Keep;
    }
    if (value == "pre-line") {
        return WhiteSpace::Lines;
    }
    return value == "normal" || value == "nowrap" ? std::optional(WhiteSpace::Collapse) : std::nullopt;
}

std::optional<TextAlign> alignOf(std::string_view value) {
    return value == "left" || value == "start"  ? std::optional(TextAlign::Left)
           : value == "center"                  ? std::optional(TextAlign::Centre)
           : value == "right" || value == "end" ? std::optional(TextAlign::Right)
           : value == "justify"                 ? std::optional(TextAlign::Unsaid)
                                                : std::nullopt;
}

bool hasWord(std::string_view value, std::string_view word) {
    bool found = false;
    forEachWord(value, [&](std::string_view each) { found = found || each == word; });
    return found;
}

/// `font`: what it does not name is normal.
void takeFont(std::string_view value, ElementStyle& style) {
    if (value.find(' ') == std::string_view::npos) {
        return; // "inherit", "caption"
    }
    style.bold = style.italic = false;
    forEachWord(value, [&](std::string_view word) {
        style.bold = *style.bold || boldOf(word).value_or(false);
        style.italic = *style.italic || italicOf(word).value_or(false);
    });
}

/// The left one of `margin`: its fourth word, else its second, else its only one.
std::string_view leftMargin(std::string_view value) {
    std::array<std::string_view, 4> words;
    std::size_t count = 0;
    forEachWord(value, [&](std::string_view word) {
        if (count < words.size()) {
            words[count++] = word;
        }
    });
    return count == 4 ? words[3] : count >= 2 ? words[1] : words[0];
}

template <class T>
void take(std::optional<T>& out, std::optional<T> value) {
    out = value ? value : out;
}

void takeDeclaration(std::string_view name, std::string_view value, ElementStyle& style) {
    if (name == "font-weight") {
        take(style.bold, boldOf(value));
    } else if (name == "font-style") {
        take(style.italic, italicOf(value));
    } else if (name == "font") {
        takeFont(value, style);
    } else if (name == "text-decoration" || name == "text-decoration-line") {
        style.underline = hasWord(value, "underline");
        style.struck = hasWord(value, "line-through");
    } else if (name == "vertical-align") {
        take(style.shift, shiftOf(value));
    } else if (name == "white-space") {
        take(style.whiteSpace, whiteSpaceOf(value));
    } else if (name == "text-align") {
        take(style.align, alignOf(value));
    } else if (name == "margin-left") {
        style.indent = cssLength(value).value_or(Length());
    } else if (name == "margin") {
        style.indent = cssLength(leftMargin(value)).value_or(Length());
    } else if (name == "direction") {
        style.rightToLeft = value == "rtl";
    }
}

/// What the name of an element says.
ElementStyle styleOfRole(std::string_view name, TagRole role) {
    ElementStyle style;
    switch (role) {
    case TagRole::Bold:
        style.bold = true;
        break;
    case TagRole::Italic:
        style.italic = true;
        break;
    case TagRole::Underline:
        style.underline = true;
        break;
    case TagRole::Struck:
        style.struck = true;
        break;
    case TagRole::Raised:
        style.shift = Shift::Raised;
        break;
    case TagRole::Lowered:
        style.shift = Shift::Lowered;
        break;
    case TagRole::Small:
        style.small = true;
        break;
    case TagRole::Code:
        style.details.code = true;
        break;
    case TagRole::Preformatted:
        style.whiteSpace = WhiteSpace::Keep;
        break;
    case TagRole::Heading:
        style.heading = name[1] - '0';
        break;
    case TagRole::Cell:
        style.heading = 0;
        style.whiteSpace = WhiteSpace::Collapse;
        break;
    case TagRole::Table:
        style.align = TextAlign::Unsaid;
        break;
    default:
        if (name == "center") {
            style.align = TextAlign::Centre;
        }
        break;
    }
    return style;
}

/// Whether a margin moves the text of such an element; those of lists and tables are the style sheet's.
bool isIndented(TagRole role) {
    return role == TagRole::Paragraph || role == TagRole::Preformatted || role == TagRole::ContainerBlock ||
           role == TagRole::Heading;
}

/// Whether `align` is about the text in such an element: that of a table or a picture moves it itself.
bool isAligned(TagRole role) {
    return isIndented(role) || role == TagRole::Cell || role == TagRole::Row || role == TagRole::RowGroup;
}

void takeAttribute(const TagAttribute& attribute, TagRole role, ElementStyle& style) {
    const std::string_view value = trim(attribute.value);
    if (attribute.name == "align" && isAligned(role)) {
        take(style.align, alignOf(ascii::lowered(value)));
    } else if (attribute.name == "lang" || attribute.name == "xml:lang") {
        style.details.language = model::isLanguageTag(value) ? value : std::string_view();
    } else if (attribute.name == "href" && role == TagRole::Anchor) {
        style.details.link = model::isFollowed(value) ? value : std::string_view();
    } else if (attribute.name == "title" && role == TagRole::Abbreviation) {
        style.details.expansion = collapse(attribute.value);
    } else if (attribute.name == "dir") {
        style.rightToLeft = ascii::lowered(value) == "rtl";
    }
}

} // namespace

bool ElementStyle::changes() const {
    return bold || italic || underline || struck || shift || small || heading || whiteSpace || align ||
           indent != Length() || details != SpanDetails();
}

ElementStyle elementStyleOf(std::string_view name, TagRole role, std::span<const TagAttribute> attributes) {
    ElementStyle style = styleOfRole(name, role);
    for (const TagAttribute& attribute : attributes) {
        if (attribute.name == "style") {
            forEachDeclaration(attribute.value, [&](std::string_view property, std::string_view value) {
                takeDeclaration(property, value, style);
            });
        } else {
            takeAttribute(attribute, role, style);
        }
    }
    if (!isIndented(role)) {
        style.indent = {};
    }
    return style;
}

std::optional<Length> cssLength(std::string_view value) {
    struct Unit {
        std::string_view name;
        double points;
    };
    static constexpr std::array kUnits = {
        Unit{"px", 0.75}, Unit{"pt", 1},         Unit{"em", 12},        Unit{"rem", 12}, Unit{"pc", 12},
        Unit{"in", 72},   Unit{"cm", 72 / 2.54}, Unit{"mm", 72 / 25.4}, Unit{"", 0.75},
    };
    double number = 0;
    const auto [end, status] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (status != std::errc()) {
        return std::nullopt;
    }
    const std::string unit = ascii::lowered(value.substr(static_cast<std::size_t>(end - value.data())));
    const auto found = std::ranges::find(kUnits, unit, &Unit::name);
    constexpr double kMost = 1000;
    if (found == kUnits.end() || !(number >= 0)) {
        return std::nullopt;
    }
    const double points = std::min(number * found->points, kMost);
    return Length::milli(static_cast<std::int64_t>(points * 1000 + 0.5));
}

const std::string* findAttribute(std::span<const TagAttribute> attributes, std::string_view name) {
    const auto found = std::ranges::find(attributes, name, &TagAttribute::name);
    return found == attributes.end() ? nullptr : &found->value;
}

} // namespace sidetal::input
