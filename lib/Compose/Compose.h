#pragma once

#include "Blocks/Block.h"
#include "Compose/FollowUpRequest.h"
#include "Model/Stages.h"
#include "Pictures/PictureShelf.h"

#include "sidetal/Style/StyleSheet.h"
#include "sidetal/Support/Diagnostic.h"

#include <string_view>

namespace sidetal {

/// Turns a document into blocks with resolved styles and builds the structure tree with them, in reading
/// order. The result refers to texts of the document, which must outlive it. sidetal's own words are in
/// `labelLanguage`, a BCP 47 tag; empty: in the document's. What the document holds and no page shows yet is
/// a warning (SID-C001) that names it. Pictures of
/// texts are put on the shelf `pictures`: the images of the result stay null until that gives them.
/// `contentHash` stands in the foot where the sheet says so. Throws Error with all of `diagnostics` and
/// SID-C002 where the sheet dresses another kind of documents.
[[nodiscard]] BlockDocument compose(const NumberedDocument& document, const StyleSheet& style,
                                    Diagnostics& diagnostics, std::string_view labelLanguage = {},
                                    PictureShelf* pictures = nullptr, const FollowUpRequest& followUp = {},
                                    std::string_view contentHash = {});

} // namespace sidetal
