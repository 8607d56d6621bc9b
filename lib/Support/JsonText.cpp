#include "Support/JsonText.h"

#include "Support/Utf8.h"

#include <fmt/format.h>

#include <iterator>

namespace sidetal {

void appendJsonString(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const auto c = utf8::nextOrInvalid(text, at);
        if (!c) {
            out += "\xEF\xBF\xBD"; // U+FFFD
        } else if (*c == '"' || *c == '\\') {
            out += '\\';
            out += text[begin];
        } else if (*c == '\n') {
            out += "\\n";
        } else if (*c == '\t') {
            out += "\\t";
        } else if (*c == '\r') {
            out += "\\r";
        } else if (utf8::upsetsLine(*c)) {
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<std::uint32_t>(*c));
        } else {
            out += text.substr(begin, at - begin);
        }
    }
    out += '"';
}

} // namespace sidetal
