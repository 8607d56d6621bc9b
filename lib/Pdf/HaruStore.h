#pragma once

#include "Pdf/Buffer.h"

#include <hpdf.h>

#include <memory>
#include <string_view>

namespace sidetal {

/// libharu's document as store and serialiser of the objects that describe the file as a whole: catalog,
/// information dictionary and what hangs on them. Its objects have the first numbers of the file; pages,
/// fonts, streams and structure, of which there may be millions, are numbered after them and written without
/// it (lib/Pdf/README.md says why). libharu's error callback only records; every call here checks and throws
/// Error SID-P009 from C++.
class HaruStore {
  public:
    HaruStore();

    [[nodiscard]] HPDF_Dict catalog() const;
    [[nodiscard]] HPDF_Dict information() const;

    /// A new dictionary as the value of `key`.
    HPDF_Dict addDictionary(HPDF_Dict parent, const char* key);
    /// A new array as the value of `key`.
    HPDF_Array addArray(HPDF_Dict parent, const char* key);
    /// A new dictionary at the end of an array.
    HPDF_Dict addDictionary(HPDF_Array parent);
    void addName(HPDF_Dict parent, const char* key, const char* value);
    void addTrue(HPDF_Dict parent, const char* key);
    /// A byte string; in hexadecimal digits where it is not printable ASCII, as libharu's literals end at the
    /// first zero byte.
    void addString(HPDF_Dict parent, const char* key, std::string_view bytes);
    void addString(HPDF_Array parent, std::string_view bytes);

    /// An object of which libharu holds no more than the number, for values to refer to: FileWriter writes
    /// the body.
    HPDF_Dict placeholder();
    void addReference(HPDF_Dict parent, const char* key, HPDF_Dict target);
    void addReference(HPDF_Array parent, HPDF_Dict target);
    [[nodiscard]] static ObjectNumber numberOf(HPDF_Dict object);

    /// One past the highest number that libharu has given.
    [[nodiscard]] std::uint32_t numberCount() const;
    /// Appends the value of an object.
    void serialise(ObjectNumber number, Buffer& out);

  private:
    static void record(HPDF_STATUS error, HPDF_STATUS detail, void* self) noexcept;
    void check() const;
    template <typename Object>
    Object* checked(Object* object) const;
    [[nodiscard]] void* newString(std::string_view bytes);

    struct Free {
        void operator()(HPDF_Doc doc) const { HPDF_Free(doc); }
    };
    HPDF_STATUS error_ = 0; ///< the first one reported
    HPDF_STATUS detail_ = 0;
    std::unique_ptr<HPDF_Doc_Rec, Free> doc_;
};

} // namespace sidetal
