#pragma once

#include "Markup/HtmlTags.h"
#include "sidetal/Model/RichText.h"

#include <optional>
#include <span>

namespace sidetal::input {

/// What the start tag of a list says of its marks.
struct ListMarks {
    std::optional<ListMarker> marker; ///< nothing: it names none that is known here
    bool none = false;                ///< none are to be seen
};

/// The marks by `list-style-type` or `list-style` of the attribute `style`, else by `type`, as browsers take
/// them (HTML Living Standard, 15.3.8; CSS Lists Level 3, 3.4).
[[nodiscard]] ListMarks listMarksOf(std::span<const TagAttribute> attributes);

} // namespace sidetal::input
