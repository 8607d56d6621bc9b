#pragma once

#include "Tree/Node.h"
#include "sidetal/Model/RichText.h"

#include <string_view>

namespace sidetal::input {

/// Reads a text with markup as case systems export it (docs/domain.md, "Texts": p, br, b,
/// strong, i, em, u, ul, ol with start and type, li): unquoted attributes, unclosed tags and the named
/// characters of HTML are understood. Any other tag is unwrapped, a picture replaced by its alternative text,
/// with one warning for it a text (SID-I021); a "<" that begins no tag is text (SID-I026). Fails only where
/// something may have been meant to be closed (SID-I024), or is more than the limits allow; `place` is where
/// its messages say it stands.
[[nodiscard]] RichText readHtmlFragment(std::string_view html, const Node& place);

} // namespace sidetal::input
