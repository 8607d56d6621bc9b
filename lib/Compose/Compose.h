#pragma once

#include "Blocks/Block.h"
#include "Compose/FollowUpRequest.h"
#include "Model/Stages.h"
#include "Pictures/PictureShelf.h"

#include "sidetal/Style/StyleSheet.h"
#include "sidetal/Support/Diagnostic.h"

#include <string_view>

namespace sidetal {

/// How a document is composed.
struct ComposeRequest {
    std::string_view labelLanguage{}; ///< of sidetal's own words, a BCP 47 tag; empty: the document's
    /// Takes the pictures of texts: the images of the result stay null until it gives them.
    PictureShelf* pictures = nullptr;
    FollowUpRequest followUp{};
    std::string_view contentHash{}; ///< stands in the foot where the sheet says so
    bool forCopies = false;         ///< for named ones, which the sheet may give a page in front
};

/// Turns a document into blocks with resolved styles and builds the structure tree with them, in reading
/// order. The result refers to texts of the document, which must outlive it. What the document holds and no
/// page shows yet is a warning (SID-C001) that names it. Throws Error with all of `diagnostics` and SID-C002
/// where the sheet dresses another kind of documents.
[[nodiscard]] BlockDocument compose(const NumberedDocument& document, const StyleSheet& style,
                                    Diagnostics& diagnostics, const ComposeRequest& request = {});

} // namespace sidetal
