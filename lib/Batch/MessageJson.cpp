#include "Batch/MessageJson.h"

#include <charconv>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace sidetal::batch {

namespace {

/// Appends a character as UTF-8.
void appendUtf8(std::string& out, std::uint32_t c) {
    const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(value); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0 | c >> 6);
        byte(0x80 | (c & 0x3Fu));
    } else {
        byte(0xE0 | c >> 12);
        byte(0x80 | (c >> 6 & 0x3Fu));
        byte(0x80 | (c & 0x3Fu));
    }
}

/// Reads what formatJson() writes and no more of JSON than that: an object of texts, numbers and one list of
/// texts.
class MessageReader {
  public:
    explicit MessageReader(std::string_view text)
        : left_(text) {}

    Diagnostic read() {
        Diagnostic out;
        take('{');
        while (!left_.empty() && left_.front() == '"') {
            const std::string key = text();
            take(':');
            member(out, key);
            take(',');
        }
        return out;
    }

  private:
    void take(char c) {
        if (!left_.empty() && left_.front() == c) {
            left_.remove_prefix(1);
        }
    }

    void member(Diagnostic& out, const std::string& key) {
        if (key == "line" || key == "column") {
            (key == "line" ? out.position.line : out.position.column) = number();
            return;
        }
        if (key == "notes") {
            out.notes = texts();
            return;
        }
        std::string value = text();
        if (key == "severity") {
            out.severity = value == "warning" ? Severity::Warning : Severity::Error;
        }
        for (const auto& [name, target] :
             {std::pair("code", &out.code), std::pair("message", &out.message), std::pair("file", &out.file),
              std::pair("path", &out.path), std::pair("sheet", &out.sheet)}) {
            if (key == name) {
                *target = std::move(value);
                return;
            }
        }
    }

    std::uint32_t number() {
        std::uint32_t out = 0;
        const auto end = std::from_chars(left_.data(), left_.data() + left_.size(), out).ptr;
        left_.remove_prefix(static_cast<std::size_t>(end - left_.data()));
        return out;
    }

    std::vector<std::string> texts() {
        std::vector<std::string> out;
        take('[');
        while (!left_.empty() && left_.front() == '"') {
            out.push_back(text());
            take(',');
        }
        take(']');
        return out;
    }

    std::string text() {
        std::string out;
        take('"');
        while (!left_.empty() && left_.front() != '"') {
            const char c = left_.front();
            left_.remove_prefix(1);
            if (c == '\\' && !left_.empty()) {
                escape(out);
            } else {
                out += c;
            }
        }
        take('"');
        return out;
    }

    void escape(std::string& out) {
        constexpr std::string_view kLetters = "bfnrt";
        constexpr std::string_view kMeant = "\b\f\n\r\t";
        const char c = left_.front();
        left_.remove_prefix(1);
        if (c == 'u' && left_.size() >= 4) {
            std::uint32_t value = 0;
            std::from_chars(left_.data(), left_.data() + 4, value, 16);
            appendUtf8(out, value);
            left_.remove_prefix(4);
            return;
        }
        const std::size_t at = kLetters.find(c);
        out += at == std::string_view::npos ? c : kMeant[at];
    }

    std::string_view left_;
};

} // namespace

Diagnostic readMessage(std::string_view json) {
    return MessageReader(json).read();
}

} // namespace sidetal::batch
