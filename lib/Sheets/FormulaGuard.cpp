#include "Sheets/FormulaGuard.h"

#include "Sheets/Words.h"

#include <algorithm>
#include <array>

namespace sidetal::sheets {

namespace {

/// What formulas begin with, also as Japanese keyboards have them.
constexpr std::array<std::string_view, 8> kSigns = {"=",      "+",      "-",      "@",
                                                    "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

/// "'" any number of times, then what a spreadsheet would calculate; blanks before that do not hinder all of
/// them.
[[nodiscard]] bool isDangerous(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return std::any_of(kSigns.begin(), kSigns.end(),
                       [&](std::string_view sign) { return text.starts_with(sign); });
}

/// A number with a sign, "%" at most behind it: no formula.
[[nodiscard]] bool isSignedNumber(std::string_view text) {
    return isNumber(text) && text.find_first_not_of("+-0123456789.,% ") == std::string_view::npos &&
           text.find_first_of("+-", 1) == std::string_view::npos;
}

} // namespace

std::string guarded(std::string_view text) {
    return isDangerous(text) && !isSignedNumber(text) ? "'" + std::string(text) : std::string(text);
}

std::string_view unguarded(std::string_view cell) {
    return cell.starts_with('\'') && isDangerous(cell) ? cell.substr(1) : cell;
}

} // namespace sidetal::sheets
