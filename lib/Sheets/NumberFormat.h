#pragma once

#include "sidetal/Sheets/Sheet.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace sidetal::sheets {

/// How a workbook shows numbers, of what number formats can say (ISO/IEC 29500-1, 18.8.30) as much as turns
/// numbers into dates, percentages or decimals.
struct NumberFormat {
    enum class Kind : std::uint8_t { General, Fixed, Percent, Date, DateTime, Time };
    Kind kind = Kind::General;
    std::uint8_t decimals = 0;
    bool blankBeforePercent = false;
    bool operator==(const NumberFormat&) const = default;
};

/// One of the formats that have numbers and no code.
[[nodiscard]] NumberFormat builtInFormat(std::uint32_t id);
/// A format by its code, "yyyy\-mm\-dd".
[[nodiscard]] NumberFormat formatOf(std::string_view code);

/// A value as it is shown, and what it is.
struct ShownNumber {
    std::string text;
    CellKind kind = CellKind::Number;
};

/// `number` as a file has it ("0.10000000000000001"); days count from 1900, or from 1904 where the workbook
/// says so. Dates out of range stay numbers.
[[nodiscard]] ShownNumber shown(std::string_view number, const NumberFormat& format, bool from1904);

} // namespace sidetal::sheets
