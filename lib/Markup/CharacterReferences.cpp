#include "Markup/CharacterReferences.h"

#include "Markup/NamedCharacters.h"
#include "Tree/Encoding.h"

#include "Support/Ascii.h"
#include "Support/Utf8.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

namespace sidetal::input {

namespace {

constexpr std::string_view kReplacementText = "\uFFFD";

/// What Windows-1252 has at 0x80 to 0x9F: references to these are meant so (HTML Living Standard 13.2.5.80);
/// 0: nothing.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/// The character of number `code`; nothing where there is none that could be printed.
std::optional<std::string> characterOf(std::uint32_t code) {
    if (code >= 0x80 && code < 0xA0) {
        code = kWindows1252[code - 0x80];
    }
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
        return std::nullopt;
    }
    std::string out;
    utf8::append(out, static_cast<char32_t>(code));
    return code == '\f' || !forbiddenCharacter(out) ? std::optional(out) : std::nullopt;
}

class Resolver {
  public:
    Resolver(std::string_view text, const ReferenceFault& fault)
        : text_(text)
        , fault_(fault) {
        out_.reserve(text.size());
    }

    std::string run() {
        while (at_ < text_.size()) {
            const std::size_t ampersand = std::min(text_.find('&', at_), text_.size());
            out_ += text_.substr(at_, ampersand - at_);
            at_ = ampersand;
            if (at_ < text_.size() && !(text_.substr(at_).starts_with("&#") ? takeNumber() : takeName())) {
                out_ += text_[at_++];
            }
        }
        return std::move(out_);
    }

  private:
    /// "&#230;" or "&#xE6;"; false where no digit follows.
    bool takeNumber() {
        const bool hex = at_ + 2 < text_.size() && (text_[at_ + 2] == 'x' || text_[at_ + 2] == 'X');
        const char* first = text_.data() + std::min(at_ + (hex ? 3 : 2), text_.size());
        const char* last = text_.data() + text_.size();
        std::uint32_t code = 0;
        const auto [end, status] = std::from_chars(first, last, code, hex ? 16 : 10);
        if (status == std::errc::invalid_argument) {
            return false;
        }
        code = code == '\v' ? ' ' : code; // as a form feed, which is white space in HTML
        const auto character = status == std::errc() ? characterOf(code) : std::nullopt;
        const std::string_view reference = withSemicolon(static_cast<std::size_t>(end - text_.data()));
        if (!character) {
            fault_(reference,
                   "stands for no character that can be printed, expected one of Unicode; U+FFFD is taken");
        }
        out_ += character ? std::string_view(*character) : kReplacementText;
        at_ += reference.size();
        return true;
    }

    /// "&aelig;", or "&aelig" where HTML knows that; false where nothing is resolved.
    bool takeName() {
        std::size_t end = at_ + 1;
        while (end < text_.size() && end - at_ <= kLongestCharacterName &&
               ascii::isLetterOrDigit(text_[end])) {
            ++end;
        }
        const std::string_view reference = withSemicolon(end);
        std::string character = namedCharacter(reference.substr(1));
        if (character.empty() || forbiddenCharacter(character)) {
            if (reference.size() > 2 && reference.back() == ';') {
                fault_(reference, "is no named character of HTML; it is kept as it stands");
            }
            return false;
        }
        out_ += character;
        at_ += reference.size();
        return true;
    }

    [[nodiscard]] std::string_view withSemicolon(std::size_t end) const {
        end += end < text_.size() && text_[end] == ';' ? 1 : 0;
        return text_.substr(at_, end - at_);
    }

    std::string_view text_;
    const ReferenceFault& fault_;
    std::string out_;
    std::size_t at_ = 0;
};

} // namespace

std::string resolveReferences(std::string_view text, const ReferenceFault& fault) {
    return Resolver(text, fault).run();
}

} // namespace sidetal::input
