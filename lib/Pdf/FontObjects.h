#pragma once

#include "Pdf/FileWriter.h"
#include "Pdf/FontEncoder.h"
#include "Pdf/FormObjects.h"
#include "Pdf/ImageObjects.h"

namespace sidetal {

/// Writes the resource dictionary `resources` that all pages share, with the images and forms that were
/// shown, and the font of each of its resources: a Type0 font over a CIDFontType2 or, for CFF outlines, a
/// CIDFontType0, with the glyphs that were used, their rounded widths and their characters (ISO 32000-1, 9.7;
/// ISO 19005-2, 6.2.11). `named`: how many fonts the file has already, whose names they are not to have.
void writeFonts(FileWriter& file, const FontEncoder& encoder, const ImageObjects& images,
                const FormObjects& forms, ObjectNumber resources, std::size_t named = 0);

} // namespace sidetal
