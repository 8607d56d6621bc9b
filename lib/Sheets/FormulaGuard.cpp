#include "Sheets/FormulaGuard.h"

#include "Sheets/Words.h"
#include "sidetal/Tables/Sheet.h"

namespace sidetal::sheets {

namespace {

/// A number with a sign, "%" at most behind it: no formula.
[[nodiscard]] bool isSignedNumber(std::string_view text) {
    return isNumber(text) && text.find_first_not_of("+-0123456789.,% ") == std::string_view::npos &&
           text.find_first_of("+-", 1) == std::string_view::npos;
}

} // namespace

std::string guarded(std::string_view text) {
    return isFormulaToSpreadsheets(text) && !isSignedNumber(text) ? "'" + std::string(text)
                                                                  : std::string(text);
}

} // namespace sidetal::sheets
