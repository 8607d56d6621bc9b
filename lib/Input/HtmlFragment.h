#pragma once

#include "Input/Node.h"
#include "sidetal/Model/RichText.h"

#include <string_view>

namespace sidetal::input {

/// Reads a text with markup as case systems export it (domain.md A.9, first part of the profile: p, br, b,
/// strong, i, em, u, ul, ol with start and type, li): unquoted attributes, unclosed tags and the named
/// characters of HTML are understood. Any other tag is unwrapped, with one warning for it a text (SID-I021).
/// Never fails; `place` is where its messages say it stands.
[[nodiscard]] RichText readHtmlFragment(std::string_view html, const Node& place);

} // namespace sidetal::input
