#include "Tree/OldSpace.h"

#include "Support/Utf8.h"
#include "Tree/Locator.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace sidetal::input {

namespace {

/// The character of the number in a reference of XML ("&#12;", "&#x0C;") and the reference's length; 0 where
/// none begins at `at`.
struct XmlReference {
    char32_t character = 0;
    std::size_t length = 0;
    bool hex = false;
};

XmlReference referenceAt(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    if (!rest.starts_with("&#")) {
        return {};
    }
    const bool hex = rest.starts_with("&#x");
    std::uint32_t code = 0;
    const auto [end, status] =
        std::from_chars(rest.data() + (hex ? 3 : 2), rest.data() + rest.size(), code, hex ? 16 : 10);
    const auto length = static_cast<std::size_t>(end - rest.data());
    if (status != std::errc() || length == rest.size() || rest[length] != ';') {
        return {};
    }
    return {code, length + 1, hex};
}

/// The first old white space from `at` on, as itself or by its number, wherever it stands.
std::size_t findOldSpace(std::string_view text, std::size_t at) {
    const std::size_t raw = std::min(text.find('\f', at), text.find('\v', at));
    for (at = text.find("&#", at); at < raw; at = text.find("&#", at + 2)) {
        if (isOldSpace(referenceAt(text, at).character)) {
            return at;
        }
    }
    return raw;
}

/// Goes through a document as far as it takes to tell texts and values from the rest; where it is not well
/// formed, whatever it takes for either comes after the fault that is told.
class XmlReplacer {
  public:
    XmlReplacer(std::string& text, OldSpaces& found)
        : text_(text)
        , locator_(text)
        , found_(found) {}

    void run() {
        while (at_ < text_.size()) {
            if (text_[at_] == '<') {
                takeMarkup();
            } else {
                const std::size_t end = std::min(text_.find('<', at_), text_.size());
                replace(depth_ != 0 ? end : at_, true);
                at_ = end;
            }
        }
    }

  private:
    [[nodiscard]] bool at(std::string_view what) const {
        return std::string_view(text_).substr(at_).starts_with(what);
    }
    [[nodiscard]] std::size_t endOf(std::string_view what) const {
        const std::size_t found = text_.find(what, at_);
        return found == std::string::npos ? text_.size() : found + what.size();
    }

    void takeMarkup() {
        if (at("<!--")) {
            at_ = endOf("-->");
        } else if (at("<![CDATA[")) {
            const std::size_t end = endOf("]]>");
            replace(depth_ != 0 ? end : at_, false);
            at_ = end;
        } else if (at("<?")) {
            at_ = endOf("?>");
        } else if (at("</")) {
            depth_ -= depth_ != 0 ? 1 : 0;
            at_ = endOf(">");
        } else {
            takeStartTag();
        }
    }

    void takeStartTag() {
        bool closed = false;
        for (++at_; at_ < text_.size() && text_[at_] != '>'; ++at_) {
            closed = text_[at_] == '/';
            if (text_[at_] == '"' || text_[at_] == '\'') {
                const std::size_t end = std::min(text_.find(text_[at_], at_ + 1), text_.size());
                replace(end, true);
                at_ = end;
            }
        }
        at_ = std::min(at_ + 1, text_.size());
        depth_ += closed ? 0 : 1;
    }

    /// Makes spaces of all up to `end`, the references too.
    void replace(std::size_t end, bool references) {
        for (; at_ < end; ++at_) {
            if (isOldSpace(static_cast<unsigned char>(text_[at_]))) {
                found_.note(static_cast<unsigned char>(text_[at_]), locator_.at(at_));
                text_[at_] = ' ';
            } else if (references && text_[at_] == '&') {
                replaceReference();
            }
        }
    }

    /// With another number of as many digits: "&#012;" is "&#032;" then, "&#x0C;" "&#x20;", "&#xC;" "&#32;".
    void replaceReference() {
        const XmlReference reference = referenceAt(text_, at_);
        if (!isOldSpace(reference.character)) {
            return;
        }
        found_.note(reference.character, locator_.at(at_));
        const std::size_t digits = at_ + reference.length - 3; // the last two, or "x" and the only one
        text_.replace(digits, 2, reference.hex && text_[digits] != 'x' ? "20" : "32");
    }

    std::string& text_;
    Locator locator_;
    OldSpaces& found_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0; ///< of open elements
};

} // namespace

void OldSpaces::note(char32_t character, SourcePos position) {
    if (count_++ == 0) {
        character_ = character;
        first_ = position;
    }
}

void OldSpaces::replaceIn(std::string& text, SourcePos position) {
    for (char& c : text) {
        if (isOldSpace(static_cast<unsigned char>(c))) {
            note(static_cast<unsigned char>(c), position);
            c = ' ';
        }
    }
}

std::string_view OldSpaces::replaceInXml(std::string_view text, std::string& changed) {
    if (findOldSpace(text, 0) == std::string_view::npos) {
        return text;
    }
    changed = text;
    XmlReplacer(changed, *this).run();
    return changed;
}

void OldSpaces::tell(Diagnostics& diagnostics) const {
    if (count_ == 0) {
        return;
    }
    const std::string name = character_ == '\f' ? "form feed" : "vertical tab";
    const std::string further =
        count_ == 1 ? "" : fmt::format(", the first of {} such characters", count_);
    diagnostics.warning("SID-I046",
                        fmt::format("{} {} is read as a space{}", name, utf8::codePointName(character_), further),
                        first_);
}

} // namespace sidetal::input
