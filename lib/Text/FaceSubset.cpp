#include "Text/Face.h"

#include "Text/HarfBuzzHandles.h"

#include "sidetal/Support/Diagnostic.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal {

namespace {

/// What a CIDFontType2 program needs (ISO 32000-1, 9.9, table 126).
constexpr hb_tag_t kKeptTables[] = {HB_TAG('g', 'l', 'y', 'f'), HB_TAG('h', 'e', 'a', 'd'),
                                    HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
                                    HB_TAG('l', 'o', 'c', 'a'), HB_TAG('m', 'a', 'x', 'p')};

void dropOtherTables(hb_face_t* face, hb_set_t* dropped) {
    constexpr unsigned kBatch = 32;
    hb_tag_t tags[kBatch];
    for (unsigned start = 0;; start += kBatch) {
        unsigned count = kBatch;
        const unsigned total = hb_face_get_table_tags(face, start, &count, tags);
        for (unsigned i = 0; i < count; ++i) {
            if (std::ranges::find(kKeptTables, tags[i]) == std::end(kKeptTables)) {
                hb_set_add(dropped, tags[i]);
            }
        }
        if (start + kBatch >= total) {
            return;
        }
    }
}

HbSubsetInput subsetInput(hb_face_t* face, std::span<const std::uint16_t> glyphs) {
    HbSubsetInput input(hb_subset_input_create_or_fail());
    if (!input) {
        throw std::bad_alloc();
    }
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
    hb_set_add(wanted, 0);
    for (const std::uint16_t glyph : glyphs) {
        hb_set_add(wanted, glyph);
    }
    dropOtherTables(face, hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG));
    return input;
}

} // namespace

FontSubset Face::subset(std::span<const std::uint16_t> glyphs) const {
    const auto fail = [&](std::string_view why) {
        throw Error("SID-T003", fmt::format("font '{}' cannot be cut down to {} glyphs: {}", postScriptName(),
                                            glyphs.size(), why));
    };
    const HbSubsetInput input = subsetInput(hbFace(), glyphs);
    const HbSubsetPlan plan(hb_subset_plan_create_or_fail(hbFace(), input.get()));
    if (!plan) {
        fail("no plan");
    }
    const HbFace cut(hb_subset_plan_execute_or_fail(plan.get()));
    if (!cut) {
        fail("the file is damaged");
    }
    FontSubset result;
    const hb_map_t* newIds = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const std::uint16_t glyph : glyphs) {
        const hb_codepoint_t id = hb_map_get(newIds, glyph);
        if (id == HB_MAP_VALUE_INVALID) {
            fail(fmt::format("there is no glyph {}", glyph));
        }
        result.newIds.push_back(static_cast<std::uint16_t>(id));
    }
    const HbBlob blob(hb_face_reference_blob(cut.get()));
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    result.program.assign(data, length);
    return result;
}

} // namespace sidetal
