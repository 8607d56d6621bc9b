#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace sidetal {

/// A picture in pixels, encoded as a file can hold it. Shared and never changed once it is made.
struct ImageData {
    /// What a pixel's components are: device gray, or red, green and blue in sRGB.
    enum class Space : std::uint8_t { Gray, Rgb };
    /// What `bytes` are.
    enum class Coding : std::uint8_t {
        Raw, ///< rows from the top, pixels from the left, components in turn, no bits between them; each row
             ///< begins with a byte of its own, and two bytes of 16 bits have the high one first
        Png, ///< what the IDAT chunks of a PNG file hold (ISO/IEC 15948): such rows, not interlaced, each
             ///< after a byte that names its filter, compressed by zlib
        Jpeg ///< a whole JPEG file (ITU-T T.81) of eight bits a component, gray or YCbCr
    };

    std::uint32_t width = 0; ///< in pixels
    std::uint32_t height = 0;
    std::uint8_t bits = 8; ///< a component: 1, 2, 4, 8 or 16
    Space space = Space::Rgb;
    Coding coding = Coding::Raw;
    std::string bytes;
    /// How much of each place is seen, 0 nothing: a gray image of any size, laid over the whole picture. Has
    /// no mask of its own.
    std::shared_ptr<const ImageData> softMask;

    [[nodiscard]] std::uint32_t components() const { return space == Space::Rgb ? 3 : 1; }
};

/// An image of a document: its index in the document's table.
enum class ImageId : std::uint32_t {};

/// What is wrong with an image, as the end of a sentence that begins with its name ("has 0 x 4 pixels,
/// expected at least 1 x 1"), or nothing. Compressed data are not looked into. Of a JPEG file only the
/// headers are read: that its size, components and bits are those that `image` claims, and that it can be
/// shown as it is.
[[nodiscard]] std::optional<std::string> faultOf(const ImageData& image);

} // namespace sidetal
