#pragma once

#include "Tree/Node.h"

#include <string_view>

namespace sidetal::input {

/// The first thing in a text without markup that looks as if markup had been meant: a tag of HTML ("<p>",
/// "</b>", "<br/>"), a comment or a character reference ("&oslash;", "&#248;"); empty where there is none.
/// "x<y", "R&D" and addresses in angle brackets are none.
[[nodiscard]] std::string_view markupIn(std::string_view text);

/// Warns where markupIn() finds something in a text that could have markup, but in another form (SID-I044).
void warnOfMarkupInText(const Node& node, std::string_view text);

/// Warns where markupIn() finds something in a text that never has any, such as a title (SID-I044).
void warnOfMarkupInLine(const Node& node, std::string_view text);

} // namespace sidetal::input
