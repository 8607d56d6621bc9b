#pragma once

#include "Compose/Unprinted.h"
#include "Model/Fields/Field.h"

#include "sidetal/Model/Document.h"

namespace sidetal {

/// Which parts pages have, of those that a style sheet or a document may leave out.
class PageParts {
  public:
    void add(model::PagePart part) { parts_ |= bitOf(part); }
    [[nodiscard]] bool has(model::PagePart part) const {
        return part == model::PagePart::Any || (parts_ & bitOf(part)) != 0;
    }

  private:
    static constexpr std::uint32_t bitOf(model::PagePart part) {
        return std::uint32_t{1} << static_cast<unsigned>(part);
    }

    std::uint32_t parts_ = 0;
};

/// Notes what the document holds and pages with these parts do not show, in the order of the model's tables
/// (lib/Model/Fields): keys and values that are not shown. What stands within one is not told apart from it.
void noteUnprinted(Unprinted& unprinted, const Document& document, const PageParts& parts);

} // namespace sidetal
