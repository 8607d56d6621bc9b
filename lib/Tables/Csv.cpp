#include "sidetal/Tables/Sheet.h"

#include "Support/Texts.h"
#include "Support/Utf8.h"
#include "Tables/CsvEncoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace sidetal {

namespace {

using tables::decodeCsv;

/// What parts cells, the likelier first.
constexpr std::array<char, 3> kSeparators = {';', '\t', ','};

/// Excel's line "sep=;": the separator and how many bytes the line has.
struct SeparatorLine {
    char separator = 0;
    std::size_t length = 0;
};

[[nodiscard]] SeparatorLine separatorLine(std::string_view text) {
    if (!text.starts_with("sep=") || text.size() < 5 ||
        std::find(kSeparators.begin(), kSeparators.end(), text[4]) == kSeparators.end()) {
        return {};
    }
    const std::string_view rest = text.substr(5);
    if (!rest.empty() && rest[0] != '\r' && rest[0] != '\n') {
        return {};
    }
    return {text[4], 5u + (rest.starts_with("\r\n") ? 2u : rest.empty() ? 0u : 1u)};
}

/// How well a separator parts the first lines: how many of them have as many cells as most have, more than
/// one.
[[nodiscard]] std::size_t linesThatAgree(std::string_view text, char separator) {
    constexpr std::size_t kLines = 50;
    std::map<std::size_t, std::size_t> counts;
    std::size_t cells = 1;
    std::size_t lines = 0;
    bool inQuotes = false;
    bool isEmpty = true;
    const auto endLine = [&] {
        counts[cells] += isEmpty ? 0 : 1;
        lines += isEmpty ? 0 : 1;
        cells = 1;
        isEmpty = true;
    };
    for (std::size_t at = 0; at < text.size() && lines < kLines; ++at) {
        const char c = text[at];
        if (c == '"') {
            inQuotes = !inQuotes;
        } else if (!inQuotes && c == separator) {
            ++cells;
        } else if (!inQuotes && (c == '\n' || c == '\r')) {
            endLine();
            continue;
        }
        isEmpty = false;
    }
    endLine();
    std::size_t best = 0;
    for (const auto& [number, times] : counts) {
        best = number > 1 ? std::max(best, times) : best;
    }
    return best;
}

[[nodiscard]] char findSeparator(std::string_view text) {
    const std::string_view head = text.substr(0, std::size_t{1} << 18);
    return *std::max_element(kSeparators.begin(), kSeparators.end(), [&](char a, char b) {
        return linesThatAgree(head, a) < linesThatAgree(head, b); // the first of equals
    });
}

/// The first control character that no text may hold (tabulator and line breaks are none), or a noncharacter.
[[nodiscard]] std::optional<char32_t> findForbidden(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = utf8::next(text, at);
        const bool isControl = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
        if (isControl || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) {
            return c;
        }
    }
    return std::nullopt;
}

class CsvReader {
  public:
    CsvReader(std::string_view text, const SheetLimits& limits, Diagnostics& diagnostics, Sheet& sheet)
        : text_(text)
        , limits_(limits)
        , diagnostics_(diagnostics)
        , sheet_(sheet) {
        const SeparatorLine said = separatorLine(text);
        separator_ = said.separator != 0 ? said.separator : findSeparator(text);
        skip(said.length);
    }

    void read() {
        while (at_ < text_.size() && readCell()) {
            if (at_ >= text_.size()) {
                return;
            }
            if (text_[at_] == separator_) {
                ++column_;
                skip(1);
            } else {
                skip(text_.substr(at_).starts_with("\r\n") ? 2 : 1);
                ++row_;
                column_ = 1;
            }
        }
    }

  private:
    /// Moves on, counting lines and columns.
    void skip(std::size_t length) {
        for (const std::size_t end = at_ + length; at_ < end; ++at_) {
            const char c = text_[at_];
            const bool endsLine = c == '\n' || (c == '\r' && text_.substr(at_ + 1, 1) != "\n");
            if (endsLine) {
                ++line_;
                lineColumn_ = 1;
            } else if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80 && c != '\r') {
                ++lineColumn_;
            }
        }
    }

    [[nodiscard]] bool isEnd(std::size_t at) const {
        return at >= text_.size() || text_[at] == separator_ || text_[at] == '\n' || text_[at] == '\r';
    }

    /// A cell up to what parts it from the next; false where reading cannot go on.
    [[nodiscard]] bool readCell() {
        SheetCell cell{row_, column_, line_, lineColumn_};
        if (text_[at_] == '"') {
            return readQuotedCell(cell);
        }
        std::size_t end = at_;
        while (!isEnd(end)) {
            ++end;
        }
        const std::string_view value = text_.substr(at_, end - at_);
        skip(value.size());
        return take(cell, value);
    }

    [[nodiscard]] bool readQuotedCell(const SheetCell& cell) {
        std::string value;
        std::size_t from = at_ + 1;
        for (;;) {
            const std::size_t quote = text_.find('"', from);
            if (quote == std::string_view::npos) {
                diagnostics_.error("SID-X008", "the quote that opens here is never closed, expected '\"'",
                                   sheet_.place(cell));
                return false;
            }
            value += text_.substr(from, quote - from);
            from = quote + 1;
            if (text_.substr(from, 1) != "\"") {
                break;
            }
            value += '"';
            ++from;
        }
        skip(from - at_);
        if (!isEnd(at_)) {
            const std::size_t end = text_.find_first_of(std::string{separator_, '\n', '\r'}, at_);
            diagnostics_.error(
                "SID-X009",
                fmt::format("text after the closing quote: '{}', expected {} or the line's end; "
                            "a quote within a text is written twice",
                            utf8::shortened(text_.substr(at_, end - at_), kMostShownInMessages),
                            separator_ == '\t' ? "a tabulator" : inQuotes({&separator_, 1})),
                {line_, lineColumn_, sheet_.source});
            return false;
        }
        return take(cell, value);
    }

    [[nodiscard]] bool take(const SheetCell& cell, std::string_view value) {
        value = unguardedCell(value);
        if (const auto forbidden = findForbidden(value)) {
            diagnostics_.error("SID-X010",
                               fmt::format("control character U+{:04X}, which no text can hold",
                                           static_cast<std::uint32_t>(*forbidden)),
                               sheet_.place(cell));
            return true;
        }
        if (sheet_.cells().size() >= limits_.cells || sheet_.textBytes() + value.size() > limits_.texts) {
            diagnostics_.error("SID-X011",
                               fmt::format("more than the limit of {} cells or {} MB of text", limits_.cells,
                                           limits_.texts >> 20),
                               sheet_.place(cell));
            return false;
        }
        std::string lines(value);
        if (value.find('\r') != std::string_view::npos) {
            lines.clear();
            for (std::size_t i = 0; i < value.size(); ++i) {
                const bool isCrLf = value.substr(i).starts_with("\r\n");
                lines += value[i] == '\r' ? '\n' : value[i];
                i += isCrLf ? 1 : 0;
            }
        }
        sheet_.add(cell, lines);
        return true;
    }

    std::string_view text_;
    const SheetLimits& limits_;
    Diagnostics& diagnostics_;
    Sheet& sheet_;
    char separator_ = ';';
    std::size_t at_ = 0;
    std::uint32_t row_ = 1;
    std::uint32_t column_ = 1;
    std::uint32_t line_ = 1;
    std::uint32_t lineColumn_ = 1;
};

} // namespace

Workbook readCsv(std::string_view bytes, const std::string& name, Diagnostics& diagnostics,
                 const SheetLimits& limits) {
    diagnostics.setFile(name);
    Workbook out;
    out.sources = {{name}};
    out.sheets.resize(1);
    if (bytes.size() > limits.bytes) {
        diagnostics.error("SID-X011", fmt::format("larger than the limit of {} MB", limits.bytes >> 20));
        diagnostics.throwIfErrors();
    }
    std::string changed;
    const std::string_view text = decodeCsv(bytes, changed, diagnostics);
    diagnostics.throwIfErrors();
    CsvReader(text, limits, diagnostics, out.sheets.front()).read();
    diagnostics.throwIfErrors();
    return out;
}

} // namespace sidetal
