#pragma once

#include <string_view>

namespace sidetal {

/// What a message of a code says of something closed: no name, no figure and no time, since messages go where
/// editions do not. The place and the path say which it is.
[[nodiscard]] std::string_view inGeneral(std::string_view code);

} // namespace sidetal
