#include "Markup/HiddenStyles.h"

#include "Markup/Css.h"

#include "Support/Ascii.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace sidetal::input {

namespace {

using namespace std::string_view_literals;

constexpr double kFarBefore = -500;    ///< px: a shift of so much puts text off the page; Word's hanging lines
                                       ///< stay far below
constexpr double kFarAfter = 2'000;    ///< px: so much to the right or down does, too
constexpr double kLeastSize = 2;       ///< px: smaller letters cannot be read
constexpr double kLeastOpacity = 0.1;  ///< less cannot be told from the paper
constexpr double kPixelsOfAnEm = 16;   ///< taken for all relative units but "%"

/// A number of a value with its unit: "-9999px", "0", "50%".
struct Quantity {
    double number = 0;
    std::string_view unit;

    /// In px; a share of something unknown as of 1,000 px.
    [[nodiscard]] double pixels() const {
        struct Unit {
            std::string_view name;
            double pixels;
        };
        constexpr std::array kUnits = {
            Unit{"px", 1},          Unit{"pt", 96.0 / 72}, Unit{"pc", 16},           Unit{"in", 96},
            Unit{"cm", 96 / 2.54},  Unit{"mm", 96 / 25.4}, Unit{"q", 96 / 2.54 / 40}, Unit{"%", 10},
            Unit{"vw", 10},         Unit{"vh", 10},        Unit{"ex", 8},            Unit{"ch", 8},
        };
        const auto found = std::ranges::find(kUnits, unit, &Unit::name);
        return number * (found != kUnits.end() ? found->pixels : unit.empty() ? 1 : kPixelsOfAnEm);
    }
    /// As a share of one: "50%" is 0.5.
    [[nodiscard]] double share() const { return unit == "%" ? number / 100 : number; }
};

bool beginsNumber(std::string_view text, std::size_t at) {
    const auto digitAt = [&](std::size_t i) { return i < text.size() && ascii::isDigit(text[i]); };
    return digitAt(at) || (at < text.size() && text[at] == '.' && digitAt(at + 1));
}

/// The numbers in a value, wherever they stand; digits within words ("h1", "#000") are none.
std::vector<Quantity> quantities(std::string_view value) {
    std::vector<Quantity> out;
    for (std::size_t at = 0; at < value.size();) {
        const char before = at == 0 ? ' ' : value[at - 1];
        if (!beginsNumber(value, at) || ascii::isLetterOrDigit(before) || before == '#' || before == '_') {
            ++at;
            continue;
        }
        Quantity quantity;
        const auto [end, status] =
            std::from_chars(value.data() + at, value.data() + value.size(), quantity.number);
        std::size_t past = static_cast<std::size_t>(end - value.data());
        if (status == std::errc::result_out_of_range) { // "1e999" is huge, "1e-999" is nothing
            quantity.number = value.substr(at, past - at).find("e-") == std::string_view::npos ? 1e300 : 0;
        }
        if (before == '-') {
            quantity.number = -quantity.number;
        }
        const std::size_t unit = past;
        while (past < value.size() && (ascii::isLetter(value[past]) || value[past] == '%')) {
            ++past;
        }
        quantity.unit = value.substr(unit, past - unit);
        out.push_back(quantity);
        at = past;
    }
    return out;
}

bool has(std::string_view value, std::string_view word) {
    return value.find(word) != std::string_view::npos;
}

/// The property without its maker's prefix ("-webkit-") and without an underscore before it, which old
/// browsers passed over.
std::string_view standardName(std::string_view name) {
    for (const std::string_view prefix : {"-webkit-"sv, "-moz-"sv, "-ms-"sv, "-o-"sv, "-khtml-"sv, "_"sv}) {
        if (name.starts_with(prefix)) {
            return name.substr(prefix.size());
        }
    }
    return name;
}

bool isTooSmall(const Quantity& size) {
    if (size.unit == "%" || size.unit == "em" || size.unit == "rem") {
        return std::abs(size.share()) < kLeastSize / kPixelsOfAnEm;
    }
    return std::abs(size.pixels()) < kLeastSize;
}

/// `font-size`: one size, or a function of several of which one can be read.
bool isTinySize(std::string_view value) {
    const auto sizes = quantities(value);
    return !sizes.empty() && std::ranges::all_of(sizes, isTooSmall);
}

/// `font`: the first number that is a size; others without a unit are weights, those after "/" line heights.
bool isTinyFont(std::string_view value) {
    for (const Quantity& quantity : quantities(value.substr(0, value.find('/')))) {
        if (!quantity.unit.empty() || quantity.number == 0) {
            return isTooSmall(quantity);
        }
    }
    return false;
}

/// A colour that is not there: "transparent", "rgb(0 0 0 / 0%)", "rgba(0, 0, 0, .0)", "#0000", "#00000000".
bool isInvisibleColour(std::string_view value) {
    if (has(value, "transparent")) {
        return true;
    }
    if (value.starts_with('#')) {
        return (value.size() == 5 && value[4] == '0') || (value.size() == 9 && value.substr(7) == "00");
    }
    const auto parts = quantities(value);
    const bool hasAlpha = has(value, "(") && (parts.size() == 4 || has(value, "/"));
    return hasAlpha && !parts.empty() && parts.back().share() < kLeastOpacity;
}

bool isFar(std::string_view value) {
    return std::ranges::any_of(quantities(value), [](const Quantity& q) {
        return q.pixels() <= kFarBefore || q.pixels() >= kFarAfter;
    });
}

/// `transform`: turned out of the plane or scaled, which nothing in a meeting's paper is; or shifted far.
bool isTransformedAway(std::string_view value) {
    constexpr std::array kWords = {"matrix"sv, "scale"sv, "3d"sv, "rotatex"sv, "rotatey"sv, "perspective"sv};
    return isFar(value) || std::ranges::any_of(kWords, [&](std::string_view word) { return has(value, word); });
}

/// A height or a width that leaves no room; "1" without a unit is a line height.
bool isNoExtent(std::string_view value) {
    const auto parts = quantities(value);
    return !parts.empty() && std::ranges::all_of(parts, [](const Quantity& q) {
        return q.unit.empty() ? q.number <= 0 : q.pixels() <= 1;
    });
}

/// `filter`, old ones too: "opacity(0)", "alpha(opacity=0)", of 100.
bool isFilteredAway(std::string_view value) {
    const double least = has(value, "alpha") ? 100 * kLeastOpacity : kLeastOpacity;
    return has(value, "opacity") &&
           std::ranges::any_of(quantities(value), [&](const Quantity& q) { return q.share() < least; });
}

/// The words that any property may have as its value say nothing of colours.
bool isColour(std::string_view value) {
    constexpr std::array kWords = {"inherit"sv, "initial"sv, "unset"sv, "revert"sv, "revert-layer"sv};
    return !value.empty() && !isOneOf(value, kWords);
}

/// A value that is worked out from others, so that nothing can be said of it.
bool isUnknown(std::string_view value) {
    return has(value, "(");
}

constexpr std::array kShifts = {
    "text-indent"sv,  "left"sv,           "right"sv,          "top"sv,         "bottom"sv,      "inset"sv,
    "translate"sv,    "margin"sv,         "margin-left"sv,    "margin-top"sv,  "margin-right"sv,
    "margin-bottom"sv, "inset-inline"sv,   "inset-block"sv,    "padding-left"sv, "margin-inline-start"sv,
    "inset-inline-start"sv, "inset-block-start"sv, "margin-block-start"sv, "padding-top"sv, "letter-spacing"sv,
    "word-spacing"sv,
};
constexpr std::array kExtents = {
    "height"sv,     "max-height"sv,     "width"sv,       "max-width"sv,       "line-height"sv,
    "block-size"sv, "max-block-size"sv, "inline-size"sv, "max-inline-size"sv,
};
constexpr std::array kMasks = {
    "clip"sv, "clip-path"sv, "mask"sv, "mask-image"sv, "text-security"sv, "mso-hide"sv,
};

/// Whether one declaration hides by itself; `own`: values may come from properties that the text declares.
bool hidesAlone(std::string_view name, std::string_view value, bool own) {
    if (name == "display") {
        return value == "none" || isUnknown(value);
    }
    if (name == "visibility" || name == "content-visibility") {
        return value == "hidden" || value == "collapse" || isUnknown(value);
    }
    if (name == "opacity" || name == "zoom" || name == "scale") {
        const auto parts = quantities(value);
        const auto isNone = [](const Quantity& part) { return part.share() < kLeastOpacity; };
        return isUnknown(value) || std::ranges::any_of(parts, isNone);
    }
    if (name == "font-size") {
        return isTinySize(value) || (own && has(value, "var("));
    }
    if (name == "font") {
        return isTinyFont(value) || (own && has(value, "var("));
    }
    if (name == "color" || name == "text-fill-color") {
        return isInvisibleColour(value) || (own && has(value, "var("));
    }
    if (name == "filter") {
        return isFilteredAway(value);
    }
    if (name == "transform") {
        return isTransformedAway(value);
    }
    if (isOneOf(name, kMasks)) {
        return value != "none" && value != "auto";
    }
    return isOneOf(name, kShifts) && isFar(value);
}

/// The value in small letters, addresses too, without what stands in strings: a font may be called "0 px". Of
/// an old filter the string is the value.
std::string plainValue(std::string_view property, std::string_view value) {
    std::string out;
    char quote = '\0';
    for (const char c : ascii::lowered(value)) {
        if (quote == '\0' && (c == '"' || c == '\'')) {
            quote = c;
        } else if (c == quote) {
            quote = '\0';
        } else if (quote == '\0' || property == "filter") {
            out += c;
        }
    }
    return out;
}

std::string shownDeclaration(std::string_view name, std::string_view value) {
    return fmt::format("{}: {}", name, value);
}

} // namespace

std::optional<std::string> HiddenStyles::hiding(std::string_view style) {
    std::vector<std::pair<std::string, std::string>> declarations;
    forEachDeclaration(style, [&](std::string_view name, std::string_view value) {
        declarations.emplace_back(name, value);
        ownProperties_ = ownProperties_ || name.starts_with("--");
    });
    std::optional<std::string> extent; // no matter in itself: text flows over it unless it is cut
    bool cut = false;
    std::string colour;
    std::string ground;
    for (const auto& [name, value] : declarations) {
        const std::string_view property = standardName(name);
        const std::string plain = plainValue(property, value);
        if (hidesAlone(property, plain, ownProperties_)) {
            return shownDeclaration(name, value);
        }
        if (isOneOf(property, kExtents) && isNoExtent(plain)) {
            extent = shownDeclaration(name, value);
        } else if (property.starts_with("overflow")) {
            cut = cut || has(plain, "hidden") || has(plain, "clip");
        } else if (property == "color") {
            colour = plain;
        } else if (property == "background" || property == "background-color") {
            ground = plain;
        }
    }
    if (cut && extent) {
        return extent;
    }
    return isColour(colour) && colour == ground ? std::optional(shownDeclaration("color", colour))
                                                : std::nullopt;
}

} // namespace sidetal::input
