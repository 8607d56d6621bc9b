#include "Tree/XmlDeclaration.h"

#include "Support/Ascii.h"

#include <algorithm>

namespace sidetal::input {

namespace {

constexpr std::string_view kOpening = "<?xml";

/// Production 26.
bool isVersion(std::string_view value) {
    return value.size() > 2 && value.starts_with("1.") &&
           std::all_of(value.begin() + 2, value.end(), ascii::isDigit);
}

/// Production 81.
bool isEncodingName(std::string_view value) {
    return !value.empty() && ascii::isLetter(value[0]) && std::all_of(value.begin(), value.end(), [](char c) {
        return ascii::isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
    });
}

/// Production 32.
bool isStandalone(std::string_view value) {
    return value == "yes" || value == "no";
}

/// Goes through a declaration in the order that the grammar has.
class DeclarationReader {
  public:
    explicit DeclarationReader(std::string_view text)
        : text_(text) {}

    XmlDeclaration read() {
        XmlDeclaration out;
        const bool good =
            takeValue("version", isVersion, true) && takeValue("encoding", isEncodingName, false);
        out.encoding = good ? value_ : std::string_view();
        if (good && takeValue("standalone", isStandalone, false) && takeEnd()) {
            out.end = at_;
        } else {
            out.fault = at_;
        }
        return out;
    }

  private:
    bool take(std::string_view what) {
        const bool found = text_.substr(at_).starts_with(what);
        at_ += found ? what.size() : 0;
        return found;
    }

    bool skipSpace() {
        const std::size_t before = at_;
        at_ = std::min(text_.find_first_not_of(ascii::kSpace, at_), text_.size());
        return at_ != before;
    }

    /// S, the name, Eq and a value in quotes, which goes to `value_`. Where the name does not stand there
    /// nothing is taken, and that is right unless it has to. At a fault the cursor stands there.
    bool takeValue(std::string_view name, bool (*isRight)(std::string_view), bool required) {
        value_ = {};
        const std::size_t before = at_;
        if (!skipSpace() || !take(name)) {
            at_ = required ? at_ : before;
            return !required;
        }
        skipSpace();
        if (!take("=")) {
            return false;
        }
        skipSpace();
        const std::string_view quote = text_.substr(at_, 1);
        if (quote != "\"" && quote != "'") {
            return false;
        }
        const std::size_t begin = at_ + 1;
        const std::size_t end = text_.find(quote, begin);
        if (end == std::string_view::npos || !isRight(text_.substr(begin, end - begin))) {
            return false;
        }
        value_ = text_.substr(begin, end - begin);
        at_ = end + 1;
        return true;
    }

    bool takeEnd() {
        skipSpace();
        return take("?>");
    }

    std::string_view text_;
    std::string_view value_;
    std::size_t at_ = kOpening.size();
};

} // namespace

bool beginsXmlDeclaration(std::string_view text) {
    if (!text.starts_with(kOpening)) {
        return false;
    }
    const std::string_view next = text.substr(kOpening.size(), 1);
    return next.empty() || next == "?" || ascii::isSpace(next[0]);
}

XmlDeclaration readXmlDeclaration(std::string_view text) {
    return beginsXmlDeclaration(text) ? DeclarationReader(text).read() : XmlDeclaration();
}

bool isUtf8Name(std::string_view encoding) {
    const std::string small = ascii::lowered(encoding);
    return small == "utf-8" || small == "utf8" || small == "us-ascii";
}

} // namespace sidetal::input
