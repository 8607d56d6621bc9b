#include "Tree/Encoding.h"

#include "Support/Ascii.h"
#include "Support/Marks.h"
#include "Support/Utf8.h"
#include "Tree/Locator.h"
#include "Tree/Tree.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal::input {

namespace {

/// The name of the encoding with units of more than one byte that `bytes` begin in; empty where they do not.
/// Such a file begins with a byte order mark or with a character of ASCII, whose other bytes are zero.
std::string_view wideEncoding(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) {
        return "UTF-32";
    }
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        return "UTF-16";
    }
    const auto isZero = [&](std::size_t at) { return at < bytes.size() && bytes[at] == '\0'; };
    if (bytes.size() < 2 || isZero(0) == isZero(1)) {
        const bool bigEndian = bytes.size() >= 4 && isZero(0) && isZero(1) && isZero(2) && !isZero(3);
        return bigEndian ? "UTF-32" : "";
    }
    return isZero(1) && isZero(2) && isZero(3) ? "UTF-32" : "UTF-16";
}

} // namespace

std::string_view withoutByteOrderMark(std::string_view bytes) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    while (bytes.starts_with(kMark)) {
        bytes.remove_prefix(kMark.size());
    }
    return bytes;
}

bool looksLikeXml(std::string_view bytes) {
    const std::string_view text = withoutByteOrderMark(bytes);
    const std::size_t first = text.find_first_not_of(ascii::kSpace);
    return first != std::string_view::npos && text[first] == '<';
}

bool checkSize(std::string_view bytes, const ReadLimits& limits, Diagnostics& diagnostics) {
    if (bytes.size() > limits.bytes) {
        diagnostics.error("SID-I002",
                          fmt::format("{} bytes, more than the limit of {}", bytes.size(), limits.bytes));
        return false;
    }
    if (const std::string_view wide = wideEncoding(bytes); !wide.empty()) {
        diagnostics.error("SID-I003", fmt::format("the file looks like {}; only UTF-8 is read", wide),
                          {1, 1});
        return false;
    }
    if (withoutByteOrderMark(bytes).find_first_not_of(ascii::kSpace) == std::string_view::npos) {
        diagnostics.error("SID-I001", "empty, expected a document in JSON or XML");
        return false;
    }
    return true;
}

bool checkUtf8(std::string_view text, Diagnostics& diagnostics) {
    if (const auto bad = utf8::findInvalid(text)) {
        diagnostics.error("SID-I003",
                          fmt::format("byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(text[*bad])),
                          Locator(text).at(*bad));
        return false;
    }
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
        reportForbidden(0, Locator(text).at(nul), diagnostics); // the parsers would take it for the end
        return false;
    }
    return true;
}

std::optional<char32_t> forbiddenCharacter(std::string_view text) {
    std::size_t at = 0;
    while ((at = skipPlain(text, at)) < text.size()) {
        for (const std::size_t end = std::min(at + 8, text.size()); at < end; ++at) {
            const auto byte = static_cast<unsigned char>(text[at]);
            if (byte < 0x80 && (byte < 0x20 || byte == 0x7F) && byte != '\t' && byte != '\n' &&
                byte != '\r') {
                return byte;
            }
            if (byte == 0xC2 || byte == 0xEF) {
                std::size_t next = at;
                const char32_t c = utf8::next(text, next);
                if ((c >= 0x80 && c < 0xA0) || c == 0xFFFE || c == 0xFFFF) {
                    return c;
                }
            }
        }
    }
    return std::nullopt;
}

std::string forbiddenMessage(char32_t character) {
    return fmt::format("control character {} cannot be printed", utf8::codePointName(character));
}

void reportForbidden(char32_t character, SourcePos position, Diagnostics& diagnostics) {
    diagnostics.error("SID-I010", forbiddenMessage(character), position);
}

namespace {

/// The part of checkCharacters() about combining marks.
bool checkMarks(std::string_view text, SourcePos position, Diagnostics& diagnostics, std::size_t from) {
    // The marks that what is new may go on with, and what they stand on.
    std::size_t begin = from - std::min(from, std::size_t{4} * (marks::kMostOnEnd + 1));
    while (begin < from && (static_cast<unsigned char>(text[begin]) & 0xC0u) == 0x80u) {
        ++begin;
    }
    const std::string_view marked = text.substr(begin);
    if (const auto at = marks::findTooMany(marked)) {
        diagnostics.error("SID-I035", marks::tooManyMessage(marked, *at), position);
        return false;
    }
    return true;
}

} // namespace

bool checkCharacters(std::string_view text, SourcePos position, Diagnostics& diagnostics, std::size_t from) {
    if (const auto bad = forbiddenCharacter(text.substr(from))) {
        reportForbidden(*bad, position, diagnostics);
        return false;
    }
    return checkMarks(text, position, diagnostics, from);
}

bool checkText(std::string& text, SourcePos position, Diagnostics& diagnostics, OldSpaces& spaces) {
    auto bad = forbiddenCharacter(text);
    if (bad && isOldSpace(*bad)) {
        spaces.replaceIn(text, position);
        bad = forbiddenCharacter(text);
    }
    if (bad) {
        reportForbidden(*bad, position, diagnostics);
        return false;
    }
    return checkMarks(text, position, diagnostics, 0);
}

} // namespace sidetal::input
