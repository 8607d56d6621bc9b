#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace sidetal::sheets {

/// What a column of a sheet can hold, in the order in which sheets are written.
enum class Field : std::uint8_t {
    Theme,
    Vision,
    Number,
    Goal,
    Prioritised,
    Committees,
    Status,
    Trend,
    Indicator,
    Unit,
    Baseline,
    Target,
    Actual,
    Measured,
    Source,
    Better,
    Initiative,
    Description,
    Partners,
    InitiativeStatus,
    Owner,
    Deadline,
    FollowUp,
};
inline constexpr std::size_t kFields = 23;

/// What a field is called.
struct FieldNames {
    Field field;
    std::string_view key; ///< in mapping files
    /// Headings as they are folded (foldedName()), the first as it is written in sheets of our own.
    std::string_view heading;
    std::span<const std::string_view> folded;
};

[[nodiscard]] std::span<const FieldNames, kFields> fieldNames();

/// The field of a heading that is known (folded), and of a key of mapping files.
[[nodiscard]] std::optional<Field> fieldOfHeading(std::string_view folded);
[[nodiscard]] std::optional<Field> fieldOfKey(std::string_view key);

} // namespace sidetal::sheets
