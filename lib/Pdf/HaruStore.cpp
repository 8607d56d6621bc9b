#include "Pdf/HaruStore.h"

#include "sidetal/Support/Diagnostic.h"

#include <fmt/format.h>

#include <hpdf_info.h>
#include <hpdf_utils.h>

#include <algorithm>
#include <new>
#include <string>

namespace sidetal {

namespace {

constexpr HPDF_UINT32 kNumberBits = 0x00FFFFFF;

/// libharu's stream callback: called through C, so that nothing may be thrown out of it.
HPDF_STATUS appendToBuffer(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT count) noexcept {
    try {
        *static_cast<Buffer*>(stream->attr) << std::string_view(reinterpret_cast<const char*>(bytes), count);
        return HPDF_OK;
    } catch (...) {
        return HPDF_FAILD_TO_ALLOC_MEM;
    }
}

struct FreeStream {
    void operator()(HPDF_Stream stream) const { HPDF_Stream_Free(stream); }
};

} // namespace

HaruStore::HaruStore()
    : doc_(HPDF_NewEx(record, nullptr, nullptr, 0, this)) {
    if (!doc_) {
        throw std::bad_alloc(); // it gives no other reason
    }
    check();
}

void HaruStore::record(HPDF_STATUS error, HPDF_STATUS detail, void* self) noexcept {
    auto* const store = static_cast<HaruStore*>(self);
    if (store->error_ == 0) {
        store->error_ = error;
        store->detail_ = detail;
    }
}

void HaruStore::check() const {
    const HPDF_STATUS error =
        error_ != 0 ? error_ : doc_->error.error_no; // low-level functions leave theirs unreported
    if (error == HPDF_FAILD_TO_ALLOC_MEM) {
        throw std::bad_alloc();
    }
    if (error != 0) {
        throw Error("SID-P009", fmt::format("libharu reports error 0x{:04X}, detail {}", error, detail_));
    }
}

template <typename Object>
Object* HaruStore::checked(Object* object) const {
    check();
    if (object == nullptr) {
        throw std::bad_alloc();
    }
    return object;
}

HPDF_Dict HaruStore::catalog() const {
    return doc_->catalog;
}

HPDF_Dict HaruStore::information() const {
    return doc_->info;
}

HPDF_Dict HaruStore::addDictionary(HPDF_Dict parent, const char* key) {
    HPDF_Dict const added = checked(HPDF_Dict_New(doc_->mmgr));
    HPDF_Dict_Add(parent, key, added);
    check();
    return added;
}

HPDF_Array HaruStore::addArray(HPDF_Dict parent, const char* key) {
    HPDF_Array const added = checked(HPDF_Array_New(doc_->mmgr));
    HPDF_Dict_Add(parent, key, added);
    check();
    return added;
}

HPDF_Dict HaruStore::addDictionary(HPDF_Array parent) {
    HPDF_Dict const added = checked(HPDF_Dict_New(doc_->mmgr));
    HPDF_Array_Add(parent, added);
    check();
    return added;
}

void HaruStore::addName(HPDF_Dict parent, const char* key, const char* value) {
    HPDF_Dict_AddName(parent, key, value);
    check();
}

void HaruStore::addTrue(HPDF_Dict parent, const char* key) {
    HPDF_Dict_AddBoolean(parent, key, HPDF_TRUE);
    check();
}

void* HaruStore::newString(std::string_view bytes) {
    const bool printable =
        std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= 0x20 && c <= 0x7E; });
    std::string copy(bytes);
    if (printable) {
        return checked(HPDF_String_New(doc_->mmgr, copy.c_str(), nullptr));
    }
    return checked(HPDF_Binary_New(doc_->mmgr, reinterpret_cast<HPDF_BYTE*>(copy.data()),
                                   static_cast<HPDF_UINT>(copy.size())));
}

void HaruStore::addString(HPDF_Dict parent, const char* key, std::string_view bytes) {
    HPDF_Dict_Add(parent, key, newString(bytes));
    check();
}

void HaruStore::addString(HPDF_Array parent, std::string_view bytes) {
    HPDF_Array_Add(parent, newString(bytes));
    check();
}

HPDF_Dict HaruStore::placeholder() {
    HPDF_Dict const added = checked(HPDF_Dict_New(doc_->mmgr));
    HPDF_Xref_Add(doc_->xref, added);
    check();
    return added;
}

void HaruStore::addReference(HPDF_Dict parent, const char* key, HPDF_Dict target) {
    HPDF_Dict_Add(parent, key, target);
    check();
}

void HaruStore::addReference(HPDF_Array parent, HPDF_Dict target) {
    HPDF_Array_Add(parent, target);
    check();
}

ObjectNumber HaruStore::numberOf(HPDF_Dict object) {
    return static_cast<ObjectNumber>(object->header.obj_id & kNumberBits);
}

std::uint32_t HaruStore::numberCount() const {
    return doc_->xref->entries->count;
}

void HaruStore::serialise(ObjectNumber number, Buffer& out) {
    HPDF_XrefEntry const entry = checked(HPDF_Xref_GetEntry(doc_->xref, static_cast<HPDF_UINT>(number)));
    const std::unique_ptr<HPDF_Stream_Rec, FreeStream> stream(
        checked(HPDF_CallbackWriter_New(doc_->mmgr, appendToBuffer, &out)));
    HPDF_Obj_WriteValue(entry->obj, stream.get(), nullptr);
    check();
}

} // namespace sidetal
