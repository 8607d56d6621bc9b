#pragma once

#include "Pictures/JpegParts.h"
#include "Pictures/Pixels.h"

#include <optional>
#include <string>

namespace sidetal::pictures {

/// Whether a bare JPEG file (JpegParts::bare) decodes to the last of its pixels, and nothing else stands in
/// its scans. Decodes an eighth of its size. Throws PictureFault SID-G005 where it is damaged;
/// std::bad_alloc.
[[nodiscard]] bool decodesToTheLetter(const JpegParts& parts);

/// Decodes a bare JPEG file by libjpeg: gray stays gray, all else becomes RGB; CMYK without regard to any
/// ink. Throws as decodesToTheLetter().
[[nodiscard]] Pixels readJpeg(const JpegParts& parts);

/// Compresses a picture of eight bits without alpha as a JPEG file without any segments of applications;
/// nothing where that would take more than the pixels themselves. Throws std::bad_alloc.
[[nodiscard]] std::optional<std::string> writeJpeg(const Pixels& pixels);

} // namespace sidetal::pictures
