#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace sidetal {

/// Of things in a later order, each by its place in the earlier one: true for those that kept theirs, the
/// longest row that grows. Places occur once.
[[nodiscard]] std::vector<bool> inOrder(std::span<const std::size_t> places);

} // namespace sidetal
