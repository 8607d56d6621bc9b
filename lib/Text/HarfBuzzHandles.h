#pragma once

#include "Support/MemoryWatch.h"

#include <hb.h>

#include <memory>

namespace sidetal {

/// Deletes with a C function: `std::unique_ptr<hb_face_t, DeleteWith<hb_face_destroy>>`.
template <auto Destroy>
struct DeleteWith {
    template <typename T>
    void operator()(T* object) const {
        Destroy(object);
    }
};

using HbBlob = std::unique_ptr<hb_blob_t, DeleteWith<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, DeleteWith<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, DeleteWith<hb_font_destroy>>;
using HbBuffer = std::unique_ptr<hb_buffer_t, DeleteWith<hb_buffer_destroy>>;
using HbSet = std::unique_ptr<hb_set_t, DeleteWith<hb_set_destroy>>;
using HbShapePlan = std::unique_ptr<hb_shape_plan_t, DeleteWith<hb_shape_plan_destroy>>;

/// A table of a font file; empty where it has none.
[[nodiscard]] inline HbBlob referenceTable(hb_face_t* face, hb_tag_t tag) {
    return watchingMemory([&] { return HbBlob(hb_face_reference_table(face, tag)); });
}

} // namespace sidetal
