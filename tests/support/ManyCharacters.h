#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace sidetal::test {

/// The first `count` characters that DejaVu Sans has and that stand for themselves: no marks, controls,
/// right-to-left letters.
[[nodiscard]] std::vector<std::string> manyCharacters(std::size_t count);

} // namespace sidetal::test
