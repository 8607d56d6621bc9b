#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sidetal {

/// A figure as people write it, in millionths: "89", "0,2", "1.234,5", "-3.5", with a unit behind it or
/// without ("12,5 mio. kr."). A point before exactly three figures parts thousands, where there is a comma
/// behind it or another such point, or `danish` is true. Nothing where there is no figure, it has more than
/// twelve figures before its comma, or words stand before it ("ca. 80 %").
[[nodiscard]] std::optional<std::int64_t> decimalOf(std::string_view text, bool danish = true);

} // namespace sidetal
