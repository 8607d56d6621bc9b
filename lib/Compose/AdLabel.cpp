#include "Compose/AdLabel.h"

#include "Support/Ascii.h"

#include <algorithm>

namespace sidetal {

namespace {

/// More figures than these are no number of a point.
constexpr std::size_t kMostPointFigures = 3;

/// Past a blank or a no-break space at `at`; `at` where there is none.
std::size_t pastBlank(std::string_view text, std::size_t at) {
    if (text.substr(at).starts_with("\u00a0")) {
        return at + std::string_view("\u00a0").size();
    }
    return at < text.size() && text[at] == ' ' ? at + 1 : at;
}

/// Past the number of a point, "2", "2.a", "b"; `at` where there is none.
std::size_t pastPoint(std::string_view text, std::size_t at) {
    const auto letter = [&](std::size_t i) {
        const bool alone = i + 1 >= text.size() || !ascii::isLetter(text[i + 1]);
        return i < text.size() && ascii::isLetter(text[i]) && alone;
    };
    std::size_t end = at;
    while (end < text.size() && end < at + kMostPointFigures && ascii::isDigit(text[end])) {
        ++end;
    }
    if (end == at) {
        return letter(at) ? at + 1 : at;
    }
    if (end + 1 < text.size() && text[end] == '.' && letter(end + 1)) {
        return end + 2;
    }
    return letter(end) ? end + 1 : end;
}

} // namespace

std::size_t adLabelLength(std::string_view text) {
    if (!text.starts_with("Ad") && !text.starts_with("ad")) {
        return 0;
    }
    const std::size_t begin = pastBlank(text, 2);
    std::size_t end = pastPoint(text, begin);
    if (begin == 2 || end == begin) {
        return 0;
    }
    if (end < text.size() && text[end] == '-') {
        const std::size_t to = pastPoint(text, end + 1);
        end = to > end + 1 ? to : end;
    }
    if (end < text.size() && std::string_view(".:)").find(text[end]) != std::string_view::npos) {
        ++end;
    }
    return end == text.size() || pastBlank(text, end) > end ? end : 0;
}

} // namespace sidetal
