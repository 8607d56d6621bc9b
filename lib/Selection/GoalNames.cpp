#include "Selection/GoalNames.h"

#include "Support/Ascii.h"
#include "Support/Texts.h"

#include <algorithm>

namespace sidetal::selection {

namespace {

/// The figures at `at`, which is moved past them, without zeros before them.
std::string_view figuresAt(std::string_view text, std::size_t& at) {
    const std::size_t begin = at;
    while (at < text.size() && ascii::isDigit(text[at])) {
        ++at;
    }
    std::string_view out = text.substr(begin, at - begin);
    while (out.size() > 1 && out.front() == '0') {
        out.remove_prefix(1);
    }
    return out;
}

} // namespace

std::string folded(std::string_view name) {
    std::string out = collapse(name);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto next = static_cast<unsigned char>(i + 1 < out.size() ? out[i + 1] : '\0');
        // U+00C0 to U+00DE, where × is no letter, have their small letters 0x20 above.
        if (out[i] == '\xC3' && next >= 0x80 && next <= 0x9E && next != 0x97) {
            ++i;
            out[i] = static_cast<char>(next + 0x20);
        } else {
            out[i] = ascii::lower(out[i]);
        }
    }
    return out;
}

std::strong_ordering compareNumbers(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) {
        return a.empty() <=> b.empty();
    }
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (ascii::isDigit(a[i]) && ascii::isDigit(b[j])) {
            const std::string_view one = figuresAt(a, i);
            const std::string_view other = figuresAt(b, j);
            if (one != other) {
                return one.size() != other.size() ? one.size() <=> other.size() : one.compare(other) <=> 0;
            }
        } else if (a[i] != b[j]) {
            return static_cast<unsigned char>(a[i]) <=> static_cast<unsigned char>(b[j]);
        } else {
            ++i;
            ++j;
        }
    }
    return (a.size() - i) <=> (b.size() - j);
}

} // namespace sidetal::selection
