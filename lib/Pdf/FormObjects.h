#pragma once

#include "Pdf/FileWriter.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace sidetal {

/// Drawings that stand on many pages as form XObjects (ISO 32000-1, 8.10), each once. All pages know a form
/// by the same name.
class FormObjects {
  public:
    /// Appends the name of the form that paints `content`, operators of a content stream, within `box`, its
    /// numbers.
    void appendNameOf(Buffer& out, std::string_view content, std::string_view box);

    /// Reserves `count` forms of all pages that are written later, under the numbers from the one that is
    /// returned on: what copies have of their own.
    ObjectNumber reserveForCopies(FileWriter& file, std::uint32_t count);
    /// Appends the name of the one number `form` of those, from 0 on.
    static void appendNameForCopies(Buffer& out, std::uint32_t form);

    /// Writes them all but those that are reserved.
    void write(FileWriter& file);
    /// Appends them as entries of the XObjects of the pages' resources. After write().
    void appendObjects(Buffer& out) const;

  private:
    struct Form {
        std::string box;
        ObjectNumber number{};
        std::uint32_t name = 0;
    };
    std::map<std::string, Form, std::less<>> forms_; ///< by content
    ObjectNumber firstForCopies_{};
    std::uint32_t countForCopies_ = 0;
};

} // namespace sidetal
