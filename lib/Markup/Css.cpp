#include "Markup/Css.h"

#include "Support/Ascii.h"
#include "Support/Utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace sidetal::input {

namespace {

constexpr char32_t kReplacement = 0xFFFD; ///< for what an escape cannot stand for

bool isSpace(char c) {
    return ascii::isSpace(c) || c == '\f';
}

/// A character that a word may have (CSS Syntax 4.2, "ident code point").
bool isWordCharacter(char c) {
    return ascii::isLetterOrDigit(c) || c == '-' || c == '_' || (static_cast<unsigned char>(c) & 0x80u) != 0;
}

} // namespace

bool CssDeclarationReader::next() {
    while (true) {
        skipSpace();
        if (at_ >= style_.size()) {
            return false;
        }
        if (style_[at_] == ';') {
            ++at_;
            continue;
        }
        if (style_[at_] == '@') {
            skipAtRule();
            continue;
        }
        readName();
        skipSpace();
        if (name_.empty() || at_ >= style_.size() || style_[at_] != ':') {
            skipMalformed();
            continue;
        }
        ++at_;
        readValue();
        return true;
    }
}

/// White space and comments; a comment that never ends reaches to the end.
void CssDeclarationReader::skipSpace() {
    while (at_ < style_.size()) {
        if (isSpace(style_[at_])) {
            ++at_;
        } else if (at("/*")) {
            const std::size_t end = style_.find("*/", at_ + 2);
            at_ = end == std::string_view::npos ? style_.size() : end + 2;
        } else {
            return;
        }
    }
}

void CssDeclarationReader::readName() {
    name_.clear();
    while (at_ < style_.size() && (isWordCharacter(style_[at_]) || style_[at_] == '\\')) {
        if (style_[at_] == '\\') {
            copyEscape(name_);
        } else {
            name_ += style_[at_++];
        }
    }
    if (!name_.empty() && ascii::isDigit(name_.front())) {
        name_.clear();
    } else if (!name_.starts_with("--")) {
        name_ = ascii::lowered(name_);
    }
}

void CssDeclarationReader::readValue() {
    value_.clear();
    closers_.clear();
    std::size_t wordStart = 0;
    while (at_ < style_.size() && (style_[at_] != ';' || !closers_.empty())) {
        const std::size_t before = at_;
        skipSpace();
        if (at_ == before) {
            copyToken(value_, wordStart);
        } else if (!value_.empty() && value_.back() != ' ') {
            value_ += ' ';
            wordStart = value_.size();
        }
    }
    while (!value_.empty() && value_.back() == ' ') {
        value_.pop_back();
    }
    takeImportance();
}

/// Passes over what is no declaration: to the next ";" outside of brackets, or past a block of braces, which
/// ends what could be a rule.
void CssDeclarationReader::skipMalformed() {
    std::string nothing;
    std::size_t wordStart = 0;
    closers_.clear();
    while (at_ < style_.size() && (style_[at_] != ';' || !closers_.empty())) {
        const bool closesBlock = style_[at_] == '}' && closers_ == "}";
        const std::size_t before = at_;
        skipSpace();
        if (at_ == before) {
            copyToken(nothing, wordStart);
        }
        if (closesBlock) {
            return;
        }
    }
}

void CssDeclarationReader::skipAtRule() {
    ++at_;
    skipMalformed();
}

/// Copies a character, an escape, a string or an address to `out`; `wordStart` is where the word began that
/// it may go on.
void CssDeclarationReader::copyToken(std::string& out, std::size_t& wordStart) {
    const char c = style_[at_];
    if (c == '"' || c == '\'') {
        copyString(out);
        wordStart = out.size();
    } else if (c == '\\') {
        copyEscape(out);
    } else if (isWordCharacter(c)) {
        out += ascii::lower(c);
        ++at_;
    } else {
        const bool address = c == '(' && std::string_view(out).substr(wordStart) == "url";
        out += c;
        ++at_;
        if (address) {
            copyAddress(out);
        } else {
            trackBrackets(c);
        }
        wordStart = out.size();
    }
}

/// A string ends at its quote or, being broken, before the end of the line (CSS Syntax 4.3.5).
void CssDeclarationReader::copyString(std::string& out) {
    const char quote = style_[at_++];
    out += quote;
    while (at_ < style_.size() && style_[at_] != quote && style_[at_] != '\n' && style_[at_] != '\r' &&
           style_[at_] != '\f') {
        if (style_[at_] != '\\') {
            out += style_[at_++];
        } else if (at_ + 1 < style_.size() && (style_[at_ + 1] == '\n' || style_[at_ + 1] == '\f')) {
            at_ += 2; // the line goes on
        } else {
            copyEscape(out);
        }
    }
    if (at_ < style_.size() && style_[at_] == quote) {
        ++at_;
    }
    out += quote;
}

/// An address without quotes, "url(" having been read; one in quotes is left to the caller (4.3.6).
void CssDeclarationReader::copyAddress(std::string& out) {
    std::size_t start = at_;
    while (start < style_.size() && isSpace(style_[start])) {
        ++start;
    }
    if (start < style_.size() && (style_[start] == '"' || style_[start] == '\'')) {
        trackBrackets('(');
        return;
    }
    while (at_ < style_.size() && style_[at_] != ')') {
        if (style_[at_] == '\\') {
            copyEscape(out);
        } else {
            out += style_[at_++];
        }
    }
    if (at_ < style_.size()) {
        out += style_[at_++];
    }
}

/// What a backslash stands for: up to six hexadecimal digits and one white space, or the character after it
/// (4.3.7).
void CssDeclarationReader::copyEscape(std::string& out) {
    constexpr std::size_t kMostDigits = 6;
    const std::string_view rest = style_.substr(++at_);
    char32_t c = kReplacement;
    std::uint32_t code = 0;
    const char* first = rest.data();
    const auto [end, status] =
        std::from_chars(first, first + std::min(kMostDigits, rest.size()), code, 16);
    if (end != first) {
        at_ += static_cast<std::size_t>(end - first);
        at_ += at_ < style_.size() && isSpace(style_[at_]) ? (at("\r\n") ? 2u : 1u) : 0u;
        const bool none = status != std::errc() || code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000);
        c = none ? kReplacement : static_cast<char32_t>(code);
    } else if (!rest.empty() && rest.front() != '\n' && rest.front() != '\r' && rest.front() != '\f') {
        c = utf8::next(style_, at_);
    }
    if (c >= 0x80) {
        utf8::append(out, c);
    } else if (isWordCharacter(static_cast<char>(c))) {
        out += ascii::lower(static_cast<char>(c));
    } else {
        out += fmt::format("\\{:x} ", static_cast<std::uint32_t>(c));
    }
}

void CssDeclarationReader::trackBrackets(char c) {
    switch (c) {
    case '(':
        closers_ += ')';
        return;
    case '[':
        closers_ += ']';
        return;
    case '{':
        closers_ += '}';
        return;
    default:
        if (!closers_.empty() && closers_.back() == c) {
            closers_.pop_back();
        }
    }
}

void CssDeclarationReader::takeImportance() {
    constexpr std::string_view kWord = "important";
    important_ = false;
    if (!value_.ends_with(kWord)) {
        return;
    }
    std::string_view rest = std::string_view(value_).substr(0, value_.size() - kWord.size());
    while (rest.ends_with(' ')) {
        rest.remove_suffix(1);
    }
    if (!rest.ends_with('!')) {
        return;
    }
    rest.remove_suffix(1);
    while (rest.ends_with(' ')) {
        rest.remove_suffix(1);
    }
    important_ = true;
    value_.resize(rest.size());
}

} // namespace sidetal::input
