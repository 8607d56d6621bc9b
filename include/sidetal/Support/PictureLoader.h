#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace sidetal {

/// The most bytes that the file of a picture may have: 100 MB.
inline constexpr std::size_t kMostPictureBytes = std::size_t{100} << 20;

/// What a loader has of a picture.
struct PictureFile {
    std::string bytes; ///< of a PNG or JPEG file, whatever its name is
    /// Why there are none: the end of a sentence that begins with the picture's name ("does not exist").
    /// Empty where there are.
    std::string fault{};
};

/// Gives the bytes of a picture that a document names: the library opens no file. Called once for each name
/// in a document, as the pictures come; which names it follows is its own business. What it throws passes
/// through.
using PictureLoader = std::function<PictureFile(const std::string& name)>;

} // namespace sidetal
