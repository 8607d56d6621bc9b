#pragma once

#include "sidetal/Support/Diagnostic.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace sidetal::input {

/// True for the form feed, U+000C, and the vertical tab, U+000B: printers and typewriters left them in the
/// texts of older systems, where they are read as spaces.
[[nodiscard]] inline bool isOldSpace(char32_t c) {
    return c == '\f' || c == '\v';
}

/// The old white space that was read as spaces in one input.
class OldSpaces {
  public:
    /// Makes spaces of those in `text`, which stands at `position`.
    void replaceIn(std::string& text, SourcePos position);
    /// The text of an XML document with spaces, as long as before, where old white space stands in texts,
    /// CDATA sections and values of attributes, as itself or by its number ("&#12;"); all others stay, to be
    /// refused. `text`, well-formed UTF-8 that outlives what is returned, itself where there are none;
    /// otherwise what is written to `changed`. Linear.
    [[nodiscard]] std::string_view replaceInXml(std::string_view text, std::string& changed);
    /// One warning (SID-I046) at the first of them, with their number, if there was any.
    void tell(Diagnostics& diagnostics) const;

    /// Counts one at `position`.
    void note(char32_t character, SourcePos position);

  private:
    std::size_t count_ = 0;
    char32_t character_ = 0; ///< the first
    SourcePos first_;
};

} // namespace sidetal::input
