#pragma once

#include <string>
#include <string_view>

namespace sidetal {

/// Appends `text`, well-formed UTF-8, as a JSON string with its quotes (RFC 8259 section 7); only what must
/// be escaped is.
void appendJsonString(std::string& out, std::string_view text);

} // namespace sidetal
