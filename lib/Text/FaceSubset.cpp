#include "Text/Face.h"

#include "Text/CffSubset.h"
#include "Text/GlyfSubset.h"
#include "Text/HarfBuzzHandles.h"

#include "sidetal/Support/Diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace sidetal {

namespace {

constexpr std::uint32_t kMostPlaces = 0xFFFF;

/// The bytes of a table for as long as `blob` lives.
std::string_view bytesOf(const HbBlob& blob) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    return {data, length};
}

} // namespace

FontProgram Face::cut(std::span<const std::uint16_t> places) const {
    if (outlines() == Outlines::Cff) {
        CffProgram program = cutCff(hbFace(), places);
        return {std::move(program.bytes), std::move(program.cids)};
    }
    const auto table = [this](hb_tag_t tag) { return referenceTable(hbFace(), tag); };
    const HbBlob glyf = table(HB_TAG('g', 'l', 'y', 'f'));
    const HbBlob loca = table(HB_TAG('l', 'o', 'c', 'a'));
    const HbBlob head = table(HB_TAG('h', 'e', 'a', 'd'));
    const HbBlob hhea = table(HB_TAG('h', 'h', 'e', 'a'));
    const HbBlob hmtx = table(HB_TAG('h', 'm', 't', 'x'));
    const HbBlob maxp = table(HB_TAG('m', 'a', 'x', 'p'));
    return {cutGlyf(
        {bytesOf(glyf), bytesOf(loca), bytesOf(head), bytesOf(hhea), bytesOf(hmtx), bytesOf(maxp)}, places)};
}

FontProgram Face::subset(std::span<const std::uint16_t> places) const {
    try {
        return cut(places);
    } catch (const FontDamage& damage) {
        throw Error("SID-T003",
                    fmt::format("font '{}' cannot be cut down: {}", postScriptName(), damage.what()));
    }
}

void Face::checkOutlines() const {
    std::vector<std::uint16_t> all(std::min<std::uint32_t>(glyphCount(), kMostPlaces));
    std::iota(all.begin(), all.end(), std::uint16_t{0});
    (void)cut(all);
}

} // namespace sidetal
