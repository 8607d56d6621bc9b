#include "Compose/Decimal.h"

#include "Support/Ascii.h"

#include <string>

namespace sidetal {

namespace {

constexpr std::size_t kMostWholeFigures = 12;
constexpr std::size_t kPlaces = 6;

/// True where the point at `at` parts thousands: three figures follow, and no fourth.
bool partsThousands(std::string_view text, std::size_t at) {
    const auto digit = [&](std::size_t i) { return i < text.size() && ascii::isDigit(text[i]); };
    return at > 0 && digit(at - 1) && digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4);
}

} // namespace

std::optional<std::int64_t> decimalOf(std::string_view text, bool danish) {
    std::size_t at = text.find_first_not_of(' ');
    at = at == std::string_view::npos ? text.size() : at;
    const bool negative = text.substr(at).starts_with('-') || text.substr(at).starts_with("\u2212");
    at += negative ? (text[at] == '-' ? 1 : std::string_view("\u2212").size()) : 0;
    std::string whole;
    std::string places;
    bool fraction = false;
    bool thousands = danish;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (ascii::isDigit(c)) {
            (fraction ? places : whole) += c;
        } else if (c == '.' && !fraction && partsThousands(text, at) &&
                   (thousands || text.find(',', at) != std::string_view::npos ||
                    text.find('.', at + 1) != std::string_view::npos)) {
            thousands = true;
        } else if ((c == ',' || c == '.') && !fraction && at + 1 < text.size() &&
                   ascii::isDigit(text[at + 1])) {
            fraction = true;
        } else {
            break;
        }
    }
    if (whole.empty() || whole.size() > kMostWholeFigures) {
        return std::nullopt;
    }
    places.resize(kPlaces, '0'); // what is less is left out
    const std::int64_t value = std::stoll(whole) * 1'000'000 + std::stoll(places);
    return negative ? -value : value;
}

} // namespace sidetal
