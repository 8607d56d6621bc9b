#pragma once

#include "sidetal/Support/Geometry.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace sidetal {

inline constexpr Colour kPaper{255, 255, 255};

/// What a text stands on: the paper, a fill, or now one and now the other.
struct Grounds {
    Colour first = kPaper;
    std::optional<Colour> second;

    Grounds() = default;
    /// On this fill; on the paper where there is none.
    Grounds(const std::optional<Colour>& fill) // implicit: a fill is a ground
        : first(fill.value_or(kPaper)) {}
    Grounds(Colour one, Colour other)
        : first(one)
        , second(other) {}
};

/// How a text looks where no style file says so, by the sheet's font.
struct TextDefaults {
    std::int32_t percent = 100; ///< size and line height, of the font's
    bool bold = false;
    bool runsOn =
        true; ///< false for headings and labels, which the font's hyphenation and justification do not reach
};

/// A text style's place in a sheet. None can be added without saying what it stands on, so that contrast is
/// checked of all (WCAG 2.1, 1.4.3).
struct TextRole {
    std::string_view key;
    std::string_view doc;
    Grounds grounds{};
    TextDefaults defaults{};
};

} // namespace sidetal
