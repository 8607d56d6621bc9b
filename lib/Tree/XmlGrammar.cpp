#include "Tree/XmlGrammar.h"

#include "Support/Ascii.h"
#include "Support/Utf8.h"
#include "Tree/Encoding.h"
#include "Tree/Locator.h"
#include "Tree/Node.h"
#include "Tree/Values.h"
#include "Tree/XmlChecks.h"
#include "Tree/XmlDeclaration.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <vector>

namespace sidetal::input {

namespace {

constexpr std::string_view kAfterRoot =
    "unexpected content after the document's element, expected the end of the file";

struct Range {
    char32_t first;
    char32_t last;
};

/// XML 1.0 (5th edition), production 4.
constexpr std::array kNameStart = {
    Range{':', ':'},       Range{'A', 'Z'},       Range{'_', '_'},       Range{'a', 'z'},
    Range{0xC0, 0xD6},     Range{0xD8, 0xF6},     Range{0xF8, 0x2FF},    Range{0x370, 0x37D},
    Range{0x37F, 0x1FFF},  Range{0x200C, 0x200D}, Range{0x2070, 0x218F}, Range{0x2C00, 0x2FEF},
    Range{0x3001, 0xD7FF}, Range{0xF900, 0xFDCF}, Range{0xFDF0, 0xFFFD}, Range{0x10000, 0xEFFFF},
};

/// Production 4a, without what names can begin with.
constexpr std::array kNameFurther = {
    Range{'-', '.'}, Range{'0', '9'}, Range{0xB7, 0xB7}, Range{0x300, 0x36F}, Range{0x203F, 0x2040},
};

template <std::size_t N>
bool isIn(const std::array<Range, N>& ranges, char32_t c) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [c](const Range& range) { return c >= range.first && c <= range.last; });
}

/// Production 2.
bool isXmlCharacter(char32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) ||
           (c >= 0x10000 && c <= 0x10FFFF);
}

std::string endsHere(std::string_view expected) {
    return fmt::format("the file ends here, expected {}", expected);
}

/// Goes through the grammar from the first byte on. Its functions say whether they found no fault.
class ErrorFinder {
  public:
    explicit ErrorFinder(std::string_view text)
        : text_(text) {}

    std::optional<XmlError> find() {
        bool good = true;
        while (good && !atEnd()) {
            good = text_[at_] == '<' ? takeMarkup() : takeText();
        }
        if (good && (!hadRoot_ || !open_.empty())) {
            fail(at_,
                 endsHere(open_.empty() ? "an element" : inQuotes(fmt::format("</{}>", open_.back().name))));
        }
        return std::move(error_);
    }

  private:
    struct OpenElement {
        std::string_view name;
        std::size_t offset;
    };

    bool fail(std::size_t offset, std::string message, std::string_view code = "SID-I007") {
        error_ = XmlError{offset, code, std::move(message)};
        return false;
    }
    bool failAtEnd(std::string_view expected) { return fail(text_.size(), endsHere(expected)); }

    [[nodiscard]] bool atEnd() const { return at_ == text_.size(); }
    [[nodiscard]] bool at(std::string_view what) const { return text_.substr(at_).starts_with(what); }
    /// True where the text stops within `what`.
    [[nodiscard]] bool cutOffIn(std::string_view what) const {
        return text_.size() - at_ < what.size() && what.starts_with(text_.substr(at_));
    }

    bool skipSpace() {
        const std::size_t before = at_;
        at_ = std::min(text_.find_first_not_of(ascii::kSpace, at_), text_.size());
        return at_ != before;
    }

    /// Takes a name; empty where none begins here.
    std::string_view takeName() {
        const std::size_t begin = at_;
        while (!atEnd()) {
            std::size_t next = at_;
            const char32_t c = utf8::next(text_, next);
            if (!isIn(kNameStart, c) && (at_ == begin || !isIn(kNameFurther, c))) {
                break;
            }
            at_ = next;
        }
        return text_.substr(begin, at_ - begin);
    }

    bool takeCharacter() {
        const std::size_t begin = at_;
        const char32_t c = utf8::next(text_, at_);
        return isXmlCharacter(c) || fail(begin, forbiddenMessage(c), "SID-I010");
    }

    /// Takes all up to and with `end`.
    bool takeThrough(std::string_view end) {
        while (!atEnd()) {
            if (at(end)) {
                at_ += end.size();
                return true;
            }
            if (!takeCharacter()) {
                return false;
            }
        }
        return failAtEnd(inQuotes(end));
    }

    bool takeText();
    bool takeReference();
    bool takeCharacterReference();
    bool takeMarkup();
    bool takeDeclarationLike();
    bool takeComment();
    bool takeInstruction();
    bool takeDeclaration();
    bool takeStartTag();
    bool takeAttribute();
    bool takeValue(std::string_view name);
    bool takeEndTag();

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<OpenElement> open_;
    bool hadRoot_ = false;
    std::optional<XmlError> error_;
};

/// Up to the next tag.
bool ErrorFinder::takeText() {
    const std::size_t end = std::min(text_.find('<', at_), text_.size());
    if (open_.empty()) {
        skipSpace();
        return at_ == end ||
               fail(at_, hadRoot_ ? std::string(kAfterRoot)
                                  : "unexpected text before the document's element, expected '<'");
    }
    while (at_ < end) {
        if (at("]]>")) {
            return fail(at_, "']]>' in a text is written ']]&gt;'");
        }
        if (!(text_[at_] == '&' ? takeReference() : takeCharacter())) {
            return false;
        }
    }
    return true;
}

bool ErrorFinder::takeReference() {
    const std::size_t begin = at_;
    if (at("&#")) {
        return takeCharacterReference();
    }
    ++at_;
    const std::string_view name = takeName();
    if (name.empty() || !at(";")) {
        return fail(begin, "'&' begins no entity; the character itself is written '&amp;'");
    }
    ++at_;
    constexpr std::array<std::string_view, 5> kKnown = {"amp", "lt", "gt", "quot", "apos"};
    return std::find(kKnown.begin(), kKnown.end(), name) != kKnown.end() ||
           fail(begin,
                fmt::format("unknown entity {}, expected the character itself or its number such as '&#230;'",
                            inQuotes(text_.substr(begin, at_ - begin))));
}

bool ErrorFinder::takeCharacterReference() {
    const std::size_t begin = at_;
    const bool hex = at("&#x");
    at_ += hex ? 3 : 2;
    std::uint32_t code = 0;
    const auto [end, status] =
        std::from_chars(text_.data() + at_, text_.data() + text_.size(), code, hex ? 16 : 10);
    at_ = static_cast<std::size_t>(end - text_.data());
    if (status == std::errc::invalid_argument || !at(";")) {
        return fail(begin, fmt::format("malformed character reference, expected one such as '{}'",
                                       hex ? "&#xE6;" : "&#230;"));
    }
    ++at_;
    const std::string written = inQuotes(text_.substr(begin, at_ - begin));
    if (status == std::errc::result_out_of_range || code > 0x10FFFF) {
        return fail(begin, fmt::format("{} is past the last character, '&#x10FFFF;'", written));
    }
    if (code >= 0xD800 && code < 0xE000) {
        return fail(begin, fmt::format("{} is half of a surrogate pair", written));
    }
    return isXmlCharacter(code) || fail(begin, forbiddenMessage(code), "SID-I010");
}

bool ErrorFinder::takeMarkup() {
    if (at("<!")) {
        return takeDeclarationLike();
    }
    if (at("<?")) {
        return takeInstruction();
    }
    return at("</") ? takeEndTag() : takeStartTag();
}

/// What begins with "<!".
bool ErrorFinder::takeDeclarationLike() {
    constexpr std::string_view kSection = "<![CDATA[";
    if (at("<!--")) {
        return takeComment();
    }
    if (isDoctype(text_, at_)) {
        return fail(at_, std::string(kDoctypeMessage), "SID-I008");
    }
    if (at(kSection)) {
        if (open_.empty()) {
            return fail(at_, hadRoot_ ? std::string(kAfterRoot)
                                      : "unexpected CDATA section, expected the document's element");
        }
        at_ += kSection.size();
        return takeThrough("]]>");
    }
    if (cutOffIn("<!--") || cutOffIn(kSection)) {
        return failAtEnd("'>'");
    }
    return fail(at_, "'<!' begins neither a comment nor a CDATA section; the character '<' itself is written "
                     "'&lt;'");
}

bool ErrorFinder::takeComment() {
    for (at_ += 4; !atEnd();) {
        if (at("-->")) {
            at_ += 3;
            return true;
        }
        if (at("--") && !cutOffIn("-->")) {
            return fail(at_, "'--' in a comment");
        }
        if (!takeCharacter()) {
            return false;
        }
    }
    return failAtEnd("'-->'");
}

bool ErrorFinder::takeInstruction() {
    const std::size_t begin = at_;
    at_ += 2;
    if (atEnd()) {
        return failAtEnd("'?>'");
    }
    const std::string_view name = takeName();
    if (name.empty()) {
        return fail(begin, "'<?' begins no processing instruction, expected its name");
    }
    if (ascii::lowered(name) != "xml") {
        const bool parted = atEnd() || at("?>") || skipSpace();
        return parted ? takeThrough("?>")
                      : fail(at_, "expected a space after the name of a processing instruction");
    }
    return begin == 0 ? takeDeclaration()
                      : fail(begin, "the XML declaration may only stand at the very start of the file");
}

bool ErrorFinder::takeDeclaration() {
    const XmlDeclaration declaration = readXmlDeclaration(text_);
    if (declaration.end == 0 && text_.find('>') == std::string_view::npos) {
        return failAtEnd("'?>'");
    }
    at_ = declaration.end;
    return at_ != 0 || fail(declaration.fault.value_or(0), "malformed XML declaration, expected one such as "
                                                           "'<?xml version=\"1.0\" encoding=\"UTF-8\"?>'");
}

bool ErrorFinder::takeStartTag() {
    const std::size_t begin = at_;
    if (hadRoot_ && open_.empty()) {
        return fail(begin, std::string(kAfterRoot));
    }
    ++at_;
    if (atEnd()) {
        return failAtEnd("'>'");
    }
    const std::string_view name = takeName();
    if (name.empty()) {
        return fail(begin, "'<' begins no tag; the character itself is written '&lt;'");
    }
    hadRoot_ = true;
    for (;;) {
        const bool spaced = skipSpace();
        if (atEnd() || cutOffIn("/>")) {
            return failAtEnd("'>'");
        }
        if (at("/>")) {
            at_ += 2;
            return true;
        }
        if (at(">")) {
            ++at_;
            open_.push_back({name, begin});
            return true;
        }
        const std::size_t attribute = at_;
        if (!takeAttribute()) {
            return false;
        }
        if (!spaced) {
            return fail(attribute, "expected a space before the next attribute");
        }
    }
}

bool ErrorFinder::takeAttribute() {
    const std::size_t begin = at_;
    const std::string_view name = takeName();
    if (name.empty()) {
        return takeCharacter() &&
               fail(begin, fmt::format("unexpected {} in a tag, expected an attribute, '>' or '/>'",
                                       inQuotes(text_.substr(begin, at_ - begin))));
    }
    skipSpace();
    if (atEnd()) {
        return failAtEnd("'>'");
    }
    if (!at("=")) {
        return fail(begin, fmt::format("attribute {} has no value, expected one in quotes", inQuotes(name)));
    }
    ++at_;
    skipSpace();
    if (atEnd()) {
        return failAtEnd("'>'");
    }
    return at("\"") || at("'") ? takeValue(name) : fail(at_, "expected an attribute's value in quotes");
}

bool ErrorFinder::takeValue(std::string_view name) {
    const std::size_t begin = at_;
    const auto notClosed = [&] {
        return fail(begin, fmt::format("the value of {} is not closed, expected its quote", inQuotes(name)));
    };
    for (++at_; !atEnd();) {
        if (text_[at_] == text_[begin]) {
            ++at_;
            return true;
        }
        if (at("<")) {
            // Tags and line breaks in it tell of a quote that was forgotten.
            const std::string_view before = text_.substr(begin, at_ - begin);
            const std::size_t tag = at_++;
            const bool looksLikeTag = at("/") || at("!") || !takeName().empty();
            return looksLikeTag && before.find_first_of(">\n\r") != std::string_view::npos
                       ? notClosed()
                       : fail(tag, "'<' in the value of an attribute is written '&lt;'");
        }
        if (!(at("&") ? takeReference() : takeCharacter())) {
            return false;
        }
    }
    return notClosed();
}

bool ErrorFinder::takeEndTag() {
    const std::size_t begin = at_;
    if (open_.empty() && hadRoot_) {
        return fail(begin, std::string(kAfterRoot));
    }
    at_ += 2;
    const std::string_view name = takeName();
    const std::string found = inQuotes(fmt::format("</{}>", name));
    if (open_.empty()) {
        return fail(begin, fmt::format("found {}, expected the document's element", found));
    }
    if (atEnd()) {
        return failAtEnd(inQuotes(fmt::format("</{}>", open_.back().name)));
    }
    if (name != open_.back().name) {
        return fail(begin, fmt::format("found {}, expected {}, which was opened in line {}", found,
                                       inQuotes(fmt::format("</{}>", open_.back().name)),
                                       Locator(text_).at(open_.back().offset).line));
    }
    skipSpace();
    if (atEnd()) {
        return failAtEnd("'>'");
    }
    if (!at(">")) {
        const std::size_t wrong = at_;
        return takeCharacter() && fail(wrong, "an end tag is not closed, expected '>'");
    }
    ++at_;
    open_.pop_back();
    return true;
}

} // namespace

std::optional<XmlError> findXmlError(std::string_view text) {
    return ErrorFinder(text).find();
}

} // namespace sidetal::input
