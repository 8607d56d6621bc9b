#pragma once

#include "sidetal/Support/Length.h"

#include <cstdint>
#include <optional>

namespace sidetal {

/// How wide a column of a table is, padding included: a length, a share of what other columns leave, fitted
/// to what stands in it, or a part of what the table may be wide. All but lengths get their widths in layout,
/// where fonts are known; a table that has a share or a fitted column is as wide as its place.
class ColumnWidth {
  public:
    enum class Kind : std::uint8_t {
        Fixed,   ///< a length
        Share,   ///< of what fixed and fitted columns leave, as "fr" of CSS Grid Layout (7.2.4)
        Content, ///< between its widest word and its longest line, as "auto" of CSS 2.2 (17.5.2.2)
        Part,    ///< of the measure: "30%" of CSS; texts ask for it, style sheets do not
    };

    /// Fixed, 0 pt wide.
    constexpr ColumnWidth() = default;
    /// A fixed width: lengths are widths.
    constexpr ColumnWidth(Length width)
        : value_(width.milli()) {}
    /// `thousandths` of a share, > 0.
    [[nodiscard]] static constexpr ColumnWidth share(std::int64_t thousandths) {
        return {Kind::Share, thousandths};
    }
    /// Fitted to content.
    [[nodiscard]] static constexpr ColumnWidth content() { return {Kind::Content, 0}; }

    /// `thousandths` of the table's measure, > 0.
    [[nodiscard]] static constexpr ColumnWidth part(std::int64_t thousandths) {
        return {Kind::Part, thousandths};
    }

    [[nodiscard]] constexpr Kind kind() const { return kind_; }
    [[nodiscard]] constexpr bool isFixed() const { return kind_ == Kind::Fixed; }
    /// Of a fixed width its length; 0 of any other.
    [[nodiscard]] constexpr Length length() const { return Length::milli(isFixed() ? value_ : 0); }
    /// Of a share its thousandths; 0 of any other.
    [[nodiscard]] constexpr std::int64_t thousandths() const { return kind_ == Kind::Share ? value_ : 0; }
    /// What a length or a part asks for of `measure`; nothing of any other.
    [[nodiscard]] constexpr std::optional<Length> wishedOf(Length measure) const {
        if (kind_ == Kind::Part) {
            return Length::milli(measure.milli() / 1000 * value_ + measure.milli() % 1000 * value_ / 1000);
        }
        return isFixed() ? std::optional(length()) : std::nullopt;
    }

    bool operator==(const ColumnWidth&) const = default;

  private:
    constexpr ColumnWidth(Kind kind, std::int64_t value)
        : kind_(kind)
        , value_(value) {}

    Kind kind_ = Kind::Fixed;
    std::int64_t value_ = 0; ///< thousandths of a point, or of a share
};

} // namespace sidetal
