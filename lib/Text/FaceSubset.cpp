#include "Text/Face.h"

#include "Text/GlyfSubset.h"
#include "Text/HarfBuzzHandles.h"

#include "sidetal/Support/Diagnostic.h"

#include <fmt/format.h>

namespace sidetal {

namespace {

/// The bytes of a table for as long as `blob` lives.
std::string_view bytesOf(const HbBlob& blob) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    return {data, length};
}

} // namespace

std::string Face::subset(std::span<const std::uint16_t> places) const {
    const auto table = [this](hb_tag_t tag) { return referenceTable(hbFace(), tag); };
    const HbBlob glyf = table(HB_TAG('g', 'l', 'y', 'f'));
    const HbBlob loca = table(HB_TAG('l', 'o', 'c', 'a'));
    const HbBlob head = table(HB_TAG('h', 'e', 'a', 'd'));
    const HbBlob hhea = table(HB_TAG('h', 'h', 'e', 'a'));
    const HbBlob hmtx = table(HB_TAG('h', 'm', 't', 'x'));
    const HbBlob maxp = table(HB_TAG('m', 'a', 'x', 'p'));
    try {
        return cutGlyf(
            {bytesOf(glyf), bytesOf(loca), bytesOf(head), bytesOf(hhea), bytesOf(hmtx), bytesOf(maxp)},
            places);
    } catch (const FontDamage& damage) {
        throw Error("SID-T003",
                    fmt::format("font '{}' cannot be cut down: {}", postScriptName(), damage.what()));
    }
}

} // namespace sidetal
