#pragma once

#include "Markup/TextTableBuilder.h"

#include "Tree/Node.h"
#include "sidetal/Model/RichText.h"

#include <string_view>

namespace sidetal::input {

/// Reads a text with markup as case systems export it (docs/domain.md, "Texts", lists the tags): unquoted
/// attributes, unclosed tags and the named characters of HTML are understood. Any other tag is unwrapped,
/// with one warning for it a text (SID-I021); a "<" that begins no tag is text (SID-I026). Fails where
/// something may have been meant to be closed (SID-I024), where a picture has no alternative text (SID-I060),
/// text runs from right to left (SID-I064), or something is more than the limits allow; `place` is where its
/// messages say it stands. `headers` are those of tables that mark none.
[[nodiscard]] RichText readHtmlFragment(std::string_view html, const Node& place,
                                        TableHeaders headers = TableHeaders::AsMarked);

} // namespace sidetal::input
