#pragma once

#include "Graphics/Image.h"

#include "sidetal/Support/Geometry.h"
#include "sidetal/Support/PictureLoader.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// The most pixels that a picture may have: 64 megapixels.
inline constexpr std::uint64_t kMostPicturePixels = 64'000'000;

/// What is wrong with a picture: a message code, and the end of a sentence that begins with the picture's
/// name ("is cut off").
class PictureFault : public std::runtime_error {
  public:
    PictureFault(std::string_view code, const std::string& message)
        : std::runtime_error(message)
        , code_(code) {}
    [[nodiscard]] std::string_view code() const { return code_; }

  private:
    std::string_view code_;
};

/// A number of pixels across and down.
struct PixelSize {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    bool operator==(const PixelSize&) const = default;
};

/// What a picture's file tells of people, besides its pixels; nothing of it comes into a PDF.
struct PictureTells {
    bool place = false;  ///< where it was taken (EXIF, XMP)
    bool author = false; ///< who made it (EXIF, XMP, IPTC, a PNG file's text)
};

/// What a picture's file says of it before anything is decoded.
struct PictureInfo {
    PixelSize pixels; ///< as it is to be seen: turned as EXIF asks
    Size natural; ///< what the file says (pHYs, JFIF, EXIF), else 96 pixels an inch; at least a thousandth
    PictureTells tells{};
};

/// A picture as the file can show it.
struct Picture {
    std::shared_ptr<const ImageData> image;
    /// What is not as the file would have it (SID-G007), as the ends of sentences that begin with the
    /// picture's name.
    std::vector<std::string> warnings;
};

/// Reads the headers of a PNG or JPEG file, told by its content. Throws PictureFault: SID-G003 another kind
/// of file, SID-G004 past a limit, SID-G005 damaged, SID-G006 a kind of PNG or JPEG that cannot be read.
[[nodiscard]] PictureInfo inspectPicture(std::string_view bytes);

/// Decodes a picture, upright and with no more pixels than `most` across and down. Of the file's words about
/// itself (EXIF, XMP, profiles, comments, thumbnails) nothing is left. A JPEG file that is gray or YCbCr,
/// upright and small enough keeps its compressed data as they are; other ones are compressed anew. The same
/// bytes give the same picture. Throws PictureFault as inspectPicture().
[[nodiscard]] Picture readPicture(std::string_view bytes, PixelSize most);

/// Whether an address begins with "data:", white space before it passed over.
[[nodiscard]] bool isDataUri(std::string_view address);

/// The bytes that an address "data:image/png;base64,…" holds (RFC 2397); white space within is passed over.
/// Throws PictureFault SID-G008 where it is none, of another type than PNG and JPEG, or not in base64.
[[nodiscard]] std::string decodeDataUri(std::string_view uri);

} // namespace sidetal
