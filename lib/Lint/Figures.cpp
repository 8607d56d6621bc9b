#include "Lint/Figures.h"

#include "Lint/Surroundings.h"
#include "Support/Ascii.h"

namespace sidetal::lint {

namespace {

/// Signs that join what stands beside them to one number or name.
bool isJoiner(char c) {
    return c == '-' || c == '.' || c == '/' || c == ':' || c == ',' || c == '_' || c == '\\' || c == '@' ||
           c == '=' || c == '#' || c == '&';
}

/// Length of the hyphen or dash that `text` begins with; 0 where it begins with none.
std::size_t hyphenLength(std::string_view text) {
    if (text.starts_with('-')) {
        return 1;
    }
    for (const std::string_view dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2212"}) {
        if (text.starts_with(dash)) {
            return dash.size();
        }
    }
    return 0;
}

} // namespace

Figures::Figures(std::string_view text)
    : text_(text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (ascii::isDigit(text[at])) {
            const std::size_t begin = at;
            while (at < text.size() && ascii::isDigit(text[at])) {
                ++at;
            }
            groups_.push_back({begin, at});
        }
    }
}

Joint Figures::joint(std::size_t i) const {
    std::string_view between = text_.substr(groups_[i].end, groups_[i + 1].begin - groups_[i].end);
    const std::size_t blank = blankLength(between);
    if (blank == between.size()) {
        return Joint::Blank;
    }
    between.remove_prefix(blank);
    const std::size_t hyphen = hyphenLength(between);
    if (hyphen == 0) {
        return Joint::Other;
    }
    between.remove_prefix(hyphen);
    return blankLength(between) == between.size() ? Joint::Hyphen : Joint::Other;
}

bool Figures::startsFree(std::size_t i) const {
    const std::size_t begin = groups_[i].begin;
    if (begin == 0) {
        return true;
    }
    if (isWordByte(text_, begin - 1) || text_[begin - 1] == '+') {
        return false;
    }
    std::size_t before = begin - 1;
    if (begin >= 3 && hyphenLength(text_.substr(begin - 3)) == 3) {
        before = begin - 3;
    } else if (!isJoiner(text_[before])) {
        return true;
    }
    if (before == 0 || !isWordByte(text_, before - 1)) {
        return true;
    }
    const char sign = text_[before]; // "tlf:12345678" is a number of its own, "12:30" none
    return (sign == ':' || sign == '.' || sign == ',') && !ascii::isDigit(text_[before - 1]);
}

bool Figures::endsFree(std::size_t i) const {
    const std::size_t end = groups_[i].end;
    if (end == text_.size()) {
        return true;
    }
    if (isWordByte(text_, end) || text_[end] == '%') {
        return false;
    }
    const std::size_t dash = hyphenLength(text_.substr(end));
    const std::size_t after = dash != 0 ? end + dash : isJoiner(text_[end]) ? end + 1 : text_.size();
    return after >= text_.size() || !isWordByte(text_, after);
}

std::string Figures::joined(std::size_t first, std::size_t last) const {
    std::string out;
    for (std::size_t i = first; i <= last; ++i) {
        out += digits(i);
    }
    return out;
}

} // namespace sidetal::lint
