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

/// In which language sheets of our own are written; both are read.
enum class SheetLanguage : std::uint8_t { Danish, English };

/// What a field is called.
struct FieldNames {
    Field field;
    std::string_view key;     ///< in mapping files
    std::string_view heading; ///< as it is written in sheets of our own
    std::string_view english;
    /// Headings that are known, as they are folded (foldedName()).
    std::span<const std::string_view> folded;
};

[[nodiscard]] std::span<const FieldNames, kFields> fieldNames();

/// The heading of a field in sheets of our own.
[[nodiscard]] std::string_view headingOf(Field field, SheetLanguage language);

/// The field of a heading that is known (folded), and of a key of mapping files.
[[nodiscard]] std::optional<Field> fieldOfHeading(std::string_view folded);
[[nodiscard]] std::optional<Field> fieldOfKey(std::string_view key);

} // namespace sidetal::sheets
