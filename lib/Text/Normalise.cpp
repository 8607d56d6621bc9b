#include "Text/Characters.h"
#include "Text/Shaper.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>

namespace sidetal {

namespace {

/// No character below U+0300 is touched by NFC or composes with what is below it (UAX #15, 1.2); U+0300 is
/// 0xCC 0x80.
bool allBelowCombiningMarks(std::string_view text) {
    unsigned char highest = 0;
    for (const char c : text) {
        highest = std::max(highest, static_cast<unsigned char>(c));
    }
    return highest < 0xCC;
}

std::string normalised(const icu::Normalizer2& form, std::string_view text) {
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    std::string result;
    icu::StringByteSink<std::string> sink(&result, piece.length());
    UErrorCode status = U_ZERO_ERROR;
    form.normalizeUTF8(0, piece, sink, nullptr, status);
    requireIcu(status, "normalise a text");
    return result;
}

} // namespace

std::optional<std::string> toNfc(std::string_view text) {
    if (allBelowCombiningMarks(text)) {
        return std::nullopt;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    requireIcu(status, "normalise a text");
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    const bool normal = nfc->isNormalizedUTF8(piece, status);
    requireIcu(status, "normalise a text");
    if (normal) {
        return std::nullopt;
    }
    return normalised(*nfc, text);
}

std::string toNfd(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
    requireIcu(status, "normalise a text");
    return normalised(*nfd, text);
}

} // namespace sidetal
