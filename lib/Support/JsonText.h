#pragma once

#include <string>
#include <string_view>

namespace sidetal {

/// Appends `text` as a JSON string with its quotes (RFC 8259 section 7). Escaped is what must be, and what
/// would upset the line that it stands in (utf8::upsetsLine()); bytes that are no UTF-8 become U+FFFD.
void appendJsonString(std::string& out, std::string_view text);

} // namespace sidetal
