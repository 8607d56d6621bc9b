#include "Markup/HtmlFragment.h"

#include "Markup/CharacterReferences.h"
#include "Markup/RichTextBuilder.h"

#include "Support/Ascii.h"

#include <algorithm>
#include <string>
#include <vector>

namespace sidetal::input {

namespace {

constexpr std::string_view kSpace = " \t\r\n\f";

/// Cuts a fragment into tags and characters and hands them to the builder.
class FragmentReader {
  public:
    FragmentReader(std::string_view html, const Node& place, TableHeaders headers)
        : html_(html)
        , builder_(place, headers) {}

    RichText read() {
        while (at_ < html_.size()) {
            const std::size_t tag = std::min(html_.find('<', at_), html_.size());
            addText(html_.substr(at_, tag - at_));
            at_ = tag;
            if (at_ < html_.size() && !readMarkup()) {
                if (unclosed_) {
                    builder_.keepUnclosed(word(at_, " \t\r\n\f>"));
                }
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

    [[nodiscard]] std::string resolved(std::string_view text) {
        return resolveReferences(text, [this](std::string_view reference, std::string_view what) {
            builder_.warnOfReference(reference, what);
        });
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
        const bool foreign =
            nameAt < html_.size() && (static_cast<unsigned char>(html_[nameAt]) & 0x80u) != 0;
        if (nameAt >= html_.size() || !(foreign || ascii::isLetter(html_[nameAt]))) {
            return false;
        }
        if (foreign || !isTagName(name(nameAt))) {
            if (!isEnd) {
                refuseWord(word(nameAt, " \t\r\n\f/>"));
            }
            if (foreign) {
                return false;
            }
            builder_.keepAsText(word(at_, " \t\r\n\f>"));
            return false;
        }
        return isEnd ? readEndTag(nameAt) : readStartTag(nameAt);
    }

    /// Refuses what would be a tag of no element that is known ("<lukket>"); an address is none.
    void refuseWord(std::string_view word) {
        const bool isWord = std::all_of(word.begin(), word.end(), [](char c) {
            return ascii::isLetterOrDigit(c) || c == '-' || c == '_' || c == ':' ||
                   (static_cast<unsigned char>(c) & 0x80u) != 0;
        });
        if (isWord) {
            builder_.refuseName(word);
        }
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
    bool readAttribute(std::size_t& at, std::vector<TagAttribute>& attributes) {
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

RichText readHtmlFragment(std::string_view html, const Node& place, TableHeaders headers) {
    return FragmentReader(html, place, headers).read();
}

} // namespace sidetal::input
