#pragma once

#include "sidetal/Support/PictureLoader.h"

#include <string>

namespace sidetal::cli {

/// Loads the pictures of the document `input` ("-": standard input, which has none) from its own folder and
/// those below it. What leads out of there is refused: absolute names, "..", symbolic links; so is what is no
/// regular file.
[[nodiscard]] PictureLoader picturesBeside(const std::string& input);

} // namespace sidetal::cli
