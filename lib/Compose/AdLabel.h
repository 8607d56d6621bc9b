#pragma once

#include <cstddef>
#include <string_view>

namespace sidetal {

/// How many bytes of a paragraph of a decision are the label of what it decides on: "Ad 1.", "Ad 2.a-d:",
/// "Ad A)". 0 where it begins otherwise.
[[nodiscard]] std::size_t adLabelLength(std::string_view text);

} // namespace sidetal
