#include "sidetal/Tables/Sheet.h"

#include <algorithm>
#include <array>

namespace sidetal {

namespace {

/// What formulas begin with, also as Japanese keyboards have them.
constexpr std::array<std::string_view, 8> kSigns = {"=",      "+",      "-",      "@",
                                                    "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

} // namespace

bool isFormulaToSpreadsheets(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    // Blanks before a sign do not hinder all of them.
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return std::any_of(kSigns.begin(), kSigns.end(),
                       [&](std::string_view sign) { return text.starts_with(sign); });
}

std::string_view unguardedCell(std::string_view cell) {
    return cell.starts_with('\'') && isFormulaToSpreadsheets(cell) ? cell.substr(1) : cell;
}

} // namespace sidetal
