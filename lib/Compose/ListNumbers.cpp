#include "Compose/ListNumbers.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace sidetal {

namespace {

/// "a" to "z", "aa" …: what HTML counts with (WHATWG HTML 4.4.5, CSS Counter Styles 6.2).
std::string alphabetic(int number, char first) {
    std::string out;
    for (int rest = number; rest > 0; rest = (rest - 1) / 26) {
        out.insert(out.begin(), static_cast<char>(first + (rest - 1) % 26));
    }
    return out;
}

std::string roman(int number, bool upper) {
    static constexpr std::array<std::pair<int, std::string_view>, 13> kDigits = {{
        {1000, "m"},
        {900, "cm"},
        {500, "d"},
        {400, "cd"},
        {100, "c"},
        {90, "xc"},
        {50, "l"},
        {40, "xl"},
        {10, "x"},
        {9, "ix"},
        {5, "v"},
        {4, "iv"},
        {1, "i"},
    }};
    std::string out;
    for (const auto& [value, digits] : kDigits) {
        for (; number >= value; number -= value) {
            out += digits;
        }
    }
    if (upper) {
        std::transform(out.begin(), out.end(), out.begin(),
                       [](char c) { return static_cast<char>(c - 'a' + 'A'); });
    }
    return out;
}

} // namespace

std::string itemNumber(ListMarker marker, int number) {
    if (number >= 1) {
        switch (marker) {
        case ListMarker::LowerAlpha:
            return alphabetic(number, 'a');
        case ListMarker::UpperAlpha:
            return alphabetic(number, 'A');
        case ListMarker::LowerRoman:
        case ListMarker::UpperRoman:
            if (number <= 3999) {
                return roman(number, marker == ListMarker::UpperRoman);
            }
            break;
        case ListMarker::Bullet:
        case ListMarker::Decimal:
            break;
        }
    }
    return std::to_string(number);
}

ListNumbering numberingOf(ListMarker marker) {
    switch (marker) {
    case ListMarker::Decimal:
        return ListNumbering::Decimal;
    case ListMarker::LowerAlpha:
        return ListNumbering::LowerAlpha;
    case ListMarker::UpperAlpha:
        return ListNumbering::UpperAlpha;
    case ListMarker::LowerRoman:
        return ListNumbering::LowerRoman;
    case ListMarker::UpperRoman:
        return ListNumbering::UpperRoman;
    case ListMarker::Bullet:
        break;
    }
    return ListNumbering::Disc;
}

} // namespace sidetal
