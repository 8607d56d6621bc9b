#pragma once

#include "Pages/Pages.h"
#include "sidetal/Report.h"

#include <string>
#include <vector>

namespace sidetal {

/// Lays out the line in the feet of one document's pages that names whom a copy is for.
class CopyFoot {
  public:
    CopyFoot(const StyleSheet& style, const Pages& pages, std::string labelLanguage,
             MissingCharacters missing);

    /// A page for each stretch of the document's pages of one size, and what stands on the page in front,
    /// where there is one. Throws Error with all of `diagnostics` where the name cannot be printed.
    [[nodiscard]] Pages layOut(const std::string& copyFor, LineBreaker& breaker,
                               Diagnostics& diagnostics) const;

  private:
    StyleSheet style_;
    DocumentInfo info_;
    std::vector<Size> papers_;
    bool hasCover_ = false;
    std::string labelLanguage_;
    MissingCharacters missing_;
};

} // namespace sidetal
