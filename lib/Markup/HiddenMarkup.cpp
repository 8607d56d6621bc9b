#include "Markup/HiddenMarkup.h"

#include "Tree/Values.h"

#include "Support/Ascii.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sidetal::input {

namespace {

using namespace std::string_view_literals;

/// Elements that no browser ever shows, though text may stand in them (HTML Living Standard 15.3.1); others
/// of them are left out with what they hold (TagRole::Dropped).
constexpr std::array kNeverShown = {"template"sv, "datalist"sv};

/// Attributes of SVG and OpenDocument that say what a property of the same name says in a style.
constexpr std::array kPresentation = {"display"sv, "visibility"sv, "opacity"sv, "font-size"sv};

bool has(std::span<const TagAttribute> attributes, std::string_view name) {
    return std::ranges::find(attributes, name, &TagAttribute::name) != attributes.end();
}

} // namespace

std::optional<std::string> HiddenMarkup::hiding(std::string_view tag,
                                                std::span<const TagAttribute> attributes) {
    if (isOneOf(tag, kNeverShown) || (tag == "dialog" && !has(attributes, "open"))) {
        return fmt::format("<{}>", tag);
    }
    for (const TagAttribute& attribute : attributes) {
        if (auto found = hidingAttribute(attribute)) {
            return found;
        }
    }
    return std::nullopt;
}

std::optional<std::string> HiddenMarkup::hidingAttribute(const TagAttribute& attribute) {
    const std::string& name = attribute.name;
    if (name == "style") {
        return styles_.hiding(attribute.value);
    }
    if (name == "hidden" || name == "popover") { // whatever the value is: "until-found", even "false"
        return name;
    }
    if (name == "aria-hidden") {
        const std::string value = ascii::lowered(trim(attribute.value));
        const bool shows = value.empty() || value == "false" || value == "undefined";
        return shows ? std::nullopt : std::optional(name);
    }
    return isOneOf(name, kPresentation) ? styles_.hiding(name + ":" + attribute.value) : std::nullopt;
}

void reportHidden(std::string_view markup, SourcePos position, std::string path, Diagnostics& diagnostics) {
    diagnostics.error(
        "SID-I024",
        fmt::format("{} hides text; {}, or text that is seen", inQuotes(markup), kNothingIsGuessed), position,
        std::move(path));
}

} // namespace sidetal::input
