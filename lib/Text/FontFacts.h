#pragma once

#include <hb.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace sidetal {

/// What is wrong with a font file of one's own.
struct FontFault {
    std::string_view code; ///< "SID-T020"
    std::string message;
};

/// What a font file says of itself.
struct FontFacts {
    std::string family;            ///< name 1, else 16; NFC
    std::string typographicFamily; ///< name 16, else 1; NFC
    bool bold = false;
    bool italic = false;
    unsigned weight = 400; ///< OS/2 usWeightClass
    unsigned width = 5;    ///< OS/2 usWidthClass, 5 the usual one
    std::string_view embedding;
};

/// Throws FontFault where the bytes are no font file of a kind that is read, or end before their tables do:
/// HarfBuzz would take those tables for missing.
void checkFontFile(std::string_view bytes);

/// Reads names, style and rights. Throws FontFault where there are none, or rights that do not allow what
/// becomes of fonts: a part of each is embedded (OpenType 1.9, "OS/2", fsType).
[[nodiscard]] FontFacts readFontFacts(hb_face_t* face);

} // namespace sidetal
