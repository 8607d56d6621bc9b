#include "Input/HtmlFragment.h"

#include "Input/Encoding.h"
#include "Input/RichTextBuilder.h"
#include "Input/Values.h"
#include "Support/Ascii.h"
#include "Support/Utf8.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace sidetal::input {

namespace {

constexpr std::string_view kSpace = " \t\r\n\f";

/// What Windows-1252 has at 0x80 to 0x9F: references to these are meant so (HTML Living Standard 13.2.5.80);
/// 0: nothing.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/// Appends the character of number `code`; false where there is none that could be printed.
bool appendCharacter(std::string& out, std::uint32_t code) {
    if (code >= 0x80 && code < 0xA0) {
        code = kWindows1252[code - 0x80];
    }
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
        return false;
    }
    const std::size_t before = out.size();
    utf8::append(out, static_cast<char32_t>(code));
    if (code == '\f' || !forbiddenCharacter(std::string_view(out).substr(before))) {
        return true;
    }
    out.resize(before);
    return false;
}

/// Resolves the reference at `at`, an "&", into `out` and returns the offset past it; `at` where it is none:
/// such text stays as it is.
std::size_t resolveReference(std::string_view text, std::size_t at, std::string& out) {
    const auto past = [&](std::size_t end) { return end < text.size() && text[end] == ';' ? end + 1 : end; };
    if (text.substr(at).starts_with("&#")) {
        const bool hex = at + 2 < text.size() && (text[at + 2] == 'x' || text[at + 2] == 'X');
        const char* first = text.data() + at + (hex ? 3 : 2);
        const char* last = text.data() + text.size();
        std::uint32_t code = 0;
        const auto [end, status] = std::from_chars(std::min(first, last), last, code, hex ? 16 : 10);
        const bool good = status == std::errc() && appendCharacter(out, code);
        return good ? past(static_cast<std::size_t>(end - text.data())) : at;
    }
    constexpr std::size_t kLongestName = 10;
    std::size_t end = at + 1;
    while (end < text.size() && end - at <= kLongestName &&
           (ascii::isLetter(text[end]) || ascii::isDigit(text[end]))) {
        ++end;
    }
    const std::string name(text.substr(at + 1, end - at - 1));
    const htmlEntityDesc* entity =
        name.empty() ? nullptr : htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    return entity != nullptr && appendCharacter(out, entity->value) ? past(end) : at;
}

std::string resolved(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t past = text[at] == '&' ? resolveReference(text, at, out) : at;
        if (past == at) {
            out += text[at++];
        } else {
            at = past;
        }
    }
    return out;
}

/// Cuts a fragment into tags and characters and hands them to the builder.
class FragmentReader {
  public:
    FragmentReader(std::string_view html, const Node& place)
        : html_(html)
        , builder_(place) {}

    RichText read() {
        while (at_ < html_.size()) {
            const std::size_t tag = std::min(html_.find('<', at_), html_.size());
            addText(html_.substr(at_, tag - at_));
            at_ = tag;
            if (at_ < html_.size() && !readMarkup()) {
                const std::size_t literal = unclosed_ ? html_.size() - at_ : 1;
                addText(html_.substr(at_, literal));
                at_ += literal;
            }
        }
        return builder_.finish();
    }

  private:
    void addText(std::string_view text) {
        if (text.find('&') == std::string_view::npos) {
            builder_.text(text);
        } else {
            builder_.text(resolved(text));
        }
    }

    /// Reads what the "<" at the cursor begins; false where that is no markup. Markup that never ends is text
    /// like all after it (which also keeps the time linear).
    bool readMarkup() {
        const std::string_view rest = html_.substr(at_);
        if (rest.starts_with("<!--")) {
            return skipTo("-->", 3);
        }
        if (rest.starts_with("<![CDATA[")) {
            return readSection();
        }
        if (rest.starts_with("<!") || rest.starts_with("<?")) {
            return skipTo(">", 1);
        }
        const bool isEnd = rest.starts_with("</");
        const std::size_t nameAt = at_ + (isEnd ? 2 : 1);
        if (nameAt >= html_.size() || !ascii::isLetter(html_[nameAt])) {
            return false;
        }
        if (!isTagName(name(nameAt))) {
            builder_.keepAsText(word(at_, " \t\r\n\f>"));
            return false;
        }
        return isEnd ? readEndTag(nameAt) : readStartTag(nameAt);
    }

    /// What XML has for text without markup.
    bool readSection() {
        const std::size_t begin = at_ + std::string_view("<![CDATA[").size();
        const std::size_t end = html_.find("]]>", begin);
        if (end == std::string_view::npos) {
            return neverEnds();
        }
        builder_.text(html_.substr(begin, end - begin));
        at_ = end + 3;
        return true;
    }

    bool skipTo(std::string_view end, std::size_t length) {
        const std::size_t found = html_.find(end, at_);
        if (found == std::string_view::npos) {
            return neverEnds();
        }
        at_ = found + length;
        return true;
    }

    bool neverEnds() {
        unclosed_ = true;
        return false;
    }

    /// What stands at `at` up to what ends a name; no more than a tag's name could have, so that the time
    /// stays linear.
    [[nodiscard]] std::string_view word(std::size_t at, std::string_view ends) const {
        constexpr std::size_t kLongest = 64;
        std::size_t last = std::min(at + kLongest, html_.size());
        while (last < html_.size() && (static_cast<unsigned char>(html_[last]) & 0xC0u) == 0x80u) {
            ++last; // within a character
        }
        const std::string_view rest = html_.substr(at, last - at);
        return rest.substr(0, rest.find_first_of(ends));
    }
    [[nodiscard]] std::string name(std::size_t at) const { return ascii::lowered(word(at, " \t\r\n\f/>")); }

    bool readEndTag(std::size_t nameStart) {
        const std::size_t end = html_.find('>', nameStart);
        if (end == std::string_view::npos) {
            return neverEnds();
        }
        at_ = end + 1;
        builder_.endTag(name(nameStart));
        return true;
    }

    bool readStartTag(std::size_t nameStart) {
        const std::string tag = name(nameStart);
        std::size_t at = nameStart + tag.size();
        std::vector<TagAttribute> attributes;
        for (;;) {
            at = html_.find_first_not_of(" \t\r\n\f/", at);
            if (at == std::string_view::npos) {
                return neverEnds();
            }
            if (html_[at] == '>') {
                break;
            }
            if (!readAttribute(at, attributes)) {
                return neverEnds();
            }
        }
        at_ = at + 1;
        if (tagRole(tag) == TagRole::Dropped && skipContent(tag)) {
            builder_.drop(tag);
        } else {
            builder_.startTag(tag, attributes);
        }
        return true;
    }

    /// Reads the attribute at `at` and moves past it; false where the text ends in it.
    bool readAttribute(std::size_t& at, std::vector<TagAttribute>& attributes) const {
        const std::size_t nameEnd = html_.find_first_of(" \t\r\n\f/>=", at + 1);
        if (nameEnd == std::string_view::npos) {
            return false;
        }
        TagAttribute attribute{ascii::lowered(html_.substr(at, nameEnd - at)), {}};
        at = html_.find_first_not_of(kSpace, nameEnd);
        if (at != std::string_view::npos && html_[at] == '=') {
            at = html_.find_first_not_of(kSpace, at + 1);
            if (at == std::string_view::npos) {
                return false;
            }
            const char quote = html_[at] == '"' || html_[at] == '\'' ? html_[at] : '\0';
            const std::size_t end =
                quote == '\0' ? html_.find_first_of(" \t\r\n\f>", at) : html_.find(quote, at + 1);
            if (end == std::string_view::npos) {
                return false;
            }
            const std::size_t start = quote == '\0' ? at : at + 1;
            attribute.value = resolved(html_.substr(start, end - start));
            at = quote == '\0' ? end : end + 1;
        }
        attributes.push_back(std::move(attribute));
        return at != std::string_view::npos;
    }

    /// Moves past the end tag of `tag`; false, and nothing is skipped, where there is none.
    bool skipContent(const std::string& tag) {
        if (std::find(endless_.begin(), endless_.end(), tag) != endless_.end()) {
            return false;
        }
        for (std::size_t at = html_.find("</", at_); at != std::string_view::npos;
             at = html_.find("</", at + 2)) {
            if (name(at + 2) == tag) {
                at_ = std::min(html_.find('>', at), html_.size() - 1) + 1;
                return true;
            }
        }
        endless_.push_back(tag);
        return false;
    }

    std::string_view html_;
    std::size_t at_ = 0;
    bool unclosed_ = false;            ///< markup began that never ends
    std::vector<std::string> endless_; ///< tags that no end tag follows any more
    RichTextBuilder builder_;
};

} // namespace

RichText readHtmlFragment(std::string_view html, const Node& place) {
    return FragmentReader(html, place).read();
}

} // namespace sidetal::input
