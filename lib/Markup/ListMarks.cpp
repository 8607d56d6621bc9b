#include "Markup/ListMarks.h"

#include "Markup/Css.h"
#include "Tree/Values.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sidetal::input {

namespace {

constexpr std::string_view kNone = "none";

struct NamedMarker {
    std::string_view name;
    ListMarker marker;
};

/// Values of `type`, and of list-style-type in `style`.
constexpr std::array kMarkers = {
    NamedMarker{"1", ListMarker::Decimal},
    NamedMarker{"a", ListMarker::LowerAlpha},
    NamedMarker{"A", ListMarker::UpperAlpha},
    NamedMarker{"i", ListMarker::LowerRoman},
    NamedMarker{"I", ListMarker::UpperRoman},
    NamedMarker{"decimal", ListMarker::Decimal},
    NamedMarker{"lower-alpha", ListMarker::LowerAlpha},
    NamedMarker{"lower-latin", ListMarker::LowerAlpha},
    NamedMarker{"upper-alpha", ListMarker::UpperAlpha},
    NamedMarker{"upper-latin", ListMarker::UpperAlpha},
    NamedMarker{"lower-roman", ListMarker::LowerRoman},
    NamedMarker{"upper-roman", ListMarker::UpperRoman},
};

ListMarks marksNamed(std::string_view name) {
    const auto found = std::ranges::find(kMarkers, name, &NamedMarker::name);
    return {found == kMarkers.end() ? std::nullopt : std::optional(found->marker), name == kNone};
}

/// The shorthand's words in any order; "none" beside a marker is the picture's, as in "none upper-alpha".
ListMarks marksOfShorthand(std::string_view value) {
    ListMarks out;
    forEachWord(value, [&](std::string_view word) {
        const ListMarks marks = marksNamed(word);
        out.marker = marks.marker ? marks.marker : out.marker;
        out.none = out.none || marks.none;
    });
    out.none = out.none && !out.marker;
    return out;
}

} // namespace

ListMarks listMarksOf(std::span<const TagAttribute> attributes) {
    ListMarks out;
    ListMarks styled;
    for (const TagAttribute& attribute : attributes) {
        if (attribute.name == "type") {
            out = marksNamed(trim(attribute.value)); // "A" is not "a"
        } else if (attribute.name == "style") {
            forEachDeclaration(attribute.value, [&](std::string_view name, std::string_view value) {
                styled = name == "list-style-type" ? marksNamed(value)
                         : name == "list-style"    ? marksOfShorthand(value)
                                                   : styled;
            });
        }
    }
    return styled.marker || styled.none ? styled : out;
}

} // namespace sidetal::input
