#pragma once

#include "Compose/Unprinted.h"
#include "Model/Fields/Field.h"

#include "sidetal/Model/Document.h"

namespace sidetal {

/// Which parts of pages a style sheet has, of those that may be left out.
struct PageParts {
    bool sender = false; ///< a block for the sender, a cover or a foot
    bool cover = false;
    bool attendance = false; ///< lists of names

    [[nodiscard]] bool has(model::PagePart part) const {
        switch (part) {
        case model::PagePart::Sender:
            return sender;
        case model::PagePart::Cover:
            return cover;
        case model::PagePart::Attendance:
            return attendance;
        case model::PagePart::Any:
            break;
        }
        return true;
    }
};

/// Notes what the document holds and pages with these parts do not show, in the order of the model's tables
/// (lib/Model/Fields): keys and values that are not shown. What stands within one is not told apart from it.
void noteUnprinted(Unprinted& unprinted, const Document& document, const PageParts& parts);

} // namespace sidetal
