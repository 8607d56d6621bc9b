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

    /// Writes them all.
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
};

} // namespace sidetal
