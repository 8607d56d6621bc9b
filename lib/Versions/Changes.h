#pragma once

#include "Model/Stages.h"
#include "sidetal/Support/Diagnostic.h"

namespace sidetal {

/// What differs between two versions of a paper: of the paper as a whole, then item by item in the order of
/// the later version, what was removed where it stood. Items are the same that agree in number, title and
/// case number, or in two of these, or have a case number, a title or a number that no other item has, and no
/// other case number. Which version a paper is, its date and how it looks count for nothing.
[[nodiscard]] Correction correctionOf(const NumberedDocument& before, const NumberedDocument& after);

/// `after` as the corrected version of `before`: it says so. Errors: SID-E070 two kinds of documents; a
/// warning SID-E071 where both have the same version.
[[nodiscard]] NumberedDocument correct(NumberedDocument after, const NumberedDocument& before,
                                       Diagnostics& diagnostics);

} // namespace sidetal
