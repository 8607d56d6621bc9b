#include "Tree/XmlPlaces.h"

#include "Support/Ascii.h"

#include <algorithm>

namespace sidetal::input {

namespace {

std::size_t find(std::string_view text, std::string_view what, std::size_t from) {
    return std::min(text.find(what, from), text.size());
}

/// The offset past the comment, processing instruction or (with `sections`) CDATA section at `at`; `at` where
/// there is none.
std::size_t skipMarkup(std::string_view text, std::size_t at, bool sections) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("<!--")) {
        return std::min(find(text, "-->", at + 4) + 3, text.size());
    }
    if (rest.starts_with("<?")) {
        return std::min(find(text, "?>", at + 2) + 2, text.size());
    }
    if (sections && rest.starts_with("<![CDATA[")) {
        return std::min(find(text, "]]>", at + 9) + 3, text.size());
    }
    return at;
}

} // namespace

std::size_t XmlPlaces::startTag() {
    std::size_t start = find(text_, "<", at_);
    while (start < text_.size()) {
        const std::size_t past = skipMarkup(text_, start, true);
        if (past == start && !text_.substr(start).starts_with("</")) {
            break;
        }
        start = find(text_, "<", std::max(past, start + 1));
    }
    attributes_.clear();
    tooMany_ = false;
    at_ = std::min(text_.find_first_of(" \t\r\n/>", start), text_.size());
    while (at_ < text_.size()) {
        at_ = std::min(text_.find_first_not_of(ascii::kSpace, at_), text_.size());
        if (at_ == text_.size() || text_[at_] == '>' || text_[at_] == '/') {
            break;
        }
        readAttribute();
    }
    closed_ = at_ < text_.size() && text_[at_] == '/';
    at_ = std::min(find(text_, ">", at_) + 1, text_.size());
    return start;
}

void XmlPlaces::readAttribute() {
    XmlAttributePlace place;
    place.key = at_;
    at_ = std::min(text_.find_first_of(" \t\r\n=", at_), text_.size());
    place.name = text_.substr(place.key, at_ - place.key);
    const std::size_t quote = std::min(text_.find_first_of("\"'", at_), text_.size());
    place.value = std::min(quote + 1, text_.size());
    if (quote < text_.size()) {
        at_ = std::min(find(text_, text_.substr(quote, 1), place.value) + 1, text_.size());
    } else {
        at_ = text_.size();
    }
    tooMany_ = attributes_.size() == kMostAttributes;
    if (!tooMany_) {
        attributes_.push_back(place);
    }
}

void XmlPlaces::endTag() {
    std::size_t start = find(text_, "<", at_);
    while (start < text_.size() && !text_.substr(start).starts_with("</")) {
        start = find(text_, "<", std::max(skipMarkup(text_, start, true), start + 1));
    }
    at_ = std::min(find(text_, ">", start) + 1, text_.size());
}

std::size_t XmlPlaces::textStart() const {
    constexpr std::string_view kSection = "<![CDATA[";
    std::size_t at = at_;
    for (;;) {
        at = std::min(text_.find_first_not_of(ascii::kSpace, at), text_.size());
        const std::size_t past = skipMarkup(text_, at, false);
        if (past == at) {
            return text_.substr(at).starts_with(kSection) ? at + kSection.size() : at;
        }
        at = past;
    }
}

} // namespace sidetal::input
