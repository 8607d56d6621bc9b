#include "Tree/JsonFault.h"

#include "Support/Ascii.h"
#include "Support/Utf8.h"
#include "Tree/Node.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace sidetal::input {

namespace {

bool isWordByte(char c) {
    return ascii::isLetterOrDigit(c) || c == '+' || c == '-' || c == '.' || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::string_view name(JsonExpected expected) {
    switch (expected) {
    case JsonExpected::Value:
        return "a value";
    case JsonExpected::ValueOrEnd:
        return "a value or ']'";
    case JsonExpected::Key:
        return "a key in double quotes";
    case JsonExpected::KeyOrEnd:
        return "a key in double quotes or '}'";
    case JsonExpected::Colon:
        return "':'";
    case JsonExpected::CommaOrBracket:
        return "',' or ']'";
    case JsonExpected::CommaOrBrace:
        return "',' or '}'";
    case JsonExpected::End:
        break;
    }
    return "the end of the file";
}

/// The four hexadecimal digits at `at`.
std::optional<unsigned> hex4(std::string_view text, std::size_t at) {
    unsigned value = 0;
    const std::string_view digits = text.substr(std::min(at, text.size()), 4);
    const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return status == std::errc() && end == digits.data() + 4 ? std::optional(value) : std::nullopt;
}

/// What is wrong with the escape whose backslash stands at `at`, which is moved past it; nothing where it is
/// right.
std::optional<JsonFault> escapeFault(std::string_view text, std::size_t& at) {
    const std::size_t start = at;
    if (at + 1 >= text.size() || text[at + 1] != 'u') {
        at += 2;
        const bool known =
            at <= text.size() && std::string_view("\"\\/bfnrt").find(text[at - 1]) != std::string_view::npos;
        return known ? std::nullopt
                     : std::optional(JsonFault{
                           start,
                           "unknown escape, expected \\\", \\\\, \\/, \\b, \\f, \\n, \\r, \\t or \\u",
                           {}});
    }
    const auto unit = hex4(text, at + 2);
    if (!unit) {
        return JsonFault{start, "malformed escape, expected \\u and four hexadecimal digits", {}};
    }
    at += 6;
    if (*unit < 0xD800 || *unit > 0xDFFF) {
        return std::nullopt;
    }
    const unsigned low = text.substr(at, 2) == "\\u" ? hex4(text, at + 2).value_or(0) : 0;
    if (*unit > 0xDBFF || low < 0xDC00 || low > 0xDFFF) {
        return JsonFault{start, fmt::format("\\u{:04x} is half of a surrogate pair", *unit), {}};
    }
    at += 6;
    return std::nullopt;
}

/// What is wrong with the string that starts at `start`; `end` becomes the offset past it where nothing is.
std::optional<JsonFault> stringFault(std::string_view text, std::size_t start, std::size_t& end) {
    std::size_t at = start + 1;
    while (at < text.size() && text[at] != '"') {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte == '\n' || byte == '\r') {
            return JsonFault{start,
                             "text is not closed on its line, expected '\"'",
                             {"a line break in a text is written \\n"}};
        }
        if (byte < 0x20) {
            return JsonFault{
                at, fmt::format("control character {} in a text", utf8::codePointName(byte)), {}};
        }
        if (byte != '\\') {
            ++at;
        } else if (auto fault = escapeFault(text, at)) {
            return fault;
        }
    }
    if (at >= text.size()) {
        return JsonFault{start, "text is not closed, expected '\"'", {}};
    }
    end = at + 1;
    return std::nullopt;
}

JsonFault unexpected(std::string_view token, std::size_t at, JsonExpected expected) {
    return {at, fmt::format("unexpected {}, expected {}", token, name(expected)), {}};
}

JsonFault wordFault(std::string_view text, std::size_t at, JsonExpected expected) {
    const std::string_view word = text.substr(at, jsonWordLength(text, at));
    const bool likeNumber = word[0] == '-' || word[0] == '+' || word[0] == '.' || ascii::isDigit(word[0]);
    if (likeNumber && !isJsonNumber(word)) {
        return {at, fmt::format("malformed number {}", inQuotes(word)), {}};
    }
    JsonFault fault = unexpected(inQuotes(word), at, expected);
    if (!likeNumber && word != "true" && word != "false" && word != "null") {
        fault.notes.emplace_back("keys and texts stand in double quotes");
    }
    return fault;
}

} // namespace

bool isJsonNumber(std::string_view text) {
    std::size_t at = text.starts_with('-') ? 1 : 0;
    const auto digits = [&] {
        const std::size_t from = at;
        while (at < text.size() && ascii::isDigit(text[at])) {
            ++at;
        }
        return at - from;
    };
    const bool zero = at < text.size() && text[at] == '0';
    const std::size_t whole = digits();
    if (whole == 0 || (zero && whole > 1)) {
        return false;
    }
    if (at < text.size() && text[at] == '.' && (++at, digits() == 0)) {
        return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        at += at < text.size() && (text[at] == '+' || text[at] == '-') ? 1 : 0;
        if (digits() == 0) {
            return false;
        }
    }
    return at == text.size();
}

std::size_t jsonWordLength(std::string_view text, std::size_t at) {
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(at);
    return static_cast<std::size_t>(std::find_if_not(begin, text.end(), isWordByte) - begin);
}

std::size_t skipJsonSpace(std::string_view text, std::size_t at) {
    for (;;) {
        while (at < text.size() &&
               (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n')) {
            ++at;
        }
        const std::string_view two = text.substr(at, 2);
        if (two != "//" && two != "/*") {
            return at;
        }
        const std::size_t end = two == "//" ? text.find_first_of("\r\n", at) : text.find("*/", at + 2);
        if (end == std::string_view::npos) {
            return two == "//" ? text.size() : at;
        }
        at = two == "//" ? end : end + 2;
    }
}

JsonFault explainJsonFault(std::string_view text, std::size_t at, JsonExpected expected) {
    if (at >= text.size()) {
        return {text.size(), fmt::format("the file ends here, expected {}", name(expected)), {}};
    }
    if (text[at] == '"') {
        std::size_t end = at;
        if (auto fault = stringFault(text, at, end)) {
            return *fault;
        }
        return unexpected(fmt::format("text {}", inQuotes(text.substr(at + 1, end - at - 2))), at, expected);
    }
    if (text[at] == '/') {
        return {at,
                text.substr(at, 2) == "/*" ? "comment is not closed, expected '*/'"
                                           : "malformed comment, expected '//' or '/*'",
                {}};
    }
    if (isWordByte(text[at])) {
        return wordFault(text, at, expected);
    }
    const auto byte = static_cast<unsigned char>(text[at]);
    return unexpected(byte < 0x20 || byte == 0x7F ? utf8::codePointName(byte) : inQuotes(text.substr(at, 1)),
                      at, expected);
}

} // namespace sidetal::input
