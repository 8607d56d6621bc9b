#pragma once

#include "Model/Stages.h"
#include "sidetal/Editions/EditionPolicy.h"
#include "sidetal/Support/Diagnostic.h"

#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// What is asked for of an edition.
struct EditionRequest {
    EditionRequest(Edition wanted = Edition::Public) // NOLINT(google-explicit-constructor): an edition alone
        : edition(wanted) {}
    Edition edition;
    EditionPolicy policy{};
    std::string recipient{}; ///< of the members' edition: by name, as the paper has it; empty: any of them
};

/// The document as the edition's readers may see it, so that nothing downstream can know that there was more;
/// the printed numbers stay. Where nothing is withheld it is the one that was given, not a copy. Whom the
/// policy or the paper does not know is told (SID-E codes, the component's README).
[[nodiscard]] NumberedDocument applyEdition(NumberedDocument document, const EditionRequest& request,
                                            Diagnostics& diagnostics);

/// Each field of something closed that holds something, in the order of the document, and what the editions
/// make of it; the members' edition is that of the recipient, where one is named. request.edition means
/// nothing.
[[nodiscard]] std::vector<EditionRow> editionRows(const NumberedDocument& document,
                                                  const EditionRequest& request, Diagnostics& diagnostics);

} // namespace sidetal
