#include "Lint/Detectors.h"

#include "Lint/Surroundings.h"
#include "Support/Ascii.h"

namespace sidetal::lint {

namespace {

constexpr std::size_t kMostFigures = 3;

} // namespace

TypedItem typedItem(std::string_view line) {
    using Kind = TypedItem::Kind;
    if (line.size() < 2 || (ascii::isLetter(line[0]) && line[1] != ')' && line[1] != '.')) {
        return {}; // nearly all lines: a word
    }
    while (blankLength(line) > 0) {
        line.remove_prefix(blankLength(line));
    }
    for (const std::string_view bullet : {"-", "*", "\u2022", "\u2013", "\u00B7", "\u25AA", "\u25CF"}) {
        if (line.starts_with(bullet) && blankLength(line.substr(bullet.size())) > 0) {
            return {Kind::Bullet, 0};
        }
    }
    std::size_t at = 0;
    unsigned ordinal = 0;
    while (at < line.size() && at < kMostFigures && ascii::isDigit(line[at])) {
        ordinal = 10 * ordinal + static_cast<unsigned>(line[at++] - '0');
    }
    Kind kind = Kind::Number;
    if (at == 0 && !line.empty() && line[0] >= 'a' && line[0] <= 'z') {
        kind = Kind::Letter;
        ordinal = static_cast<unsigned>(line[0] - 'a' + 1);
        at = 1;
    }
    const bool marked = at > 0 && at < line.size() && (line[at] == ')' || line[at] == '.') &&
                        blankLength(line.substr(at + 1)) > 0;
    return marked ? TypedItem{kind, ordinal} : TypedItem{};
}

} // namespace sidetal::lint
