#pragma once

#include "sidetal/Lint/LintRules.h"
#include "sidetal/Model/Document.h"
#include "sidetal/Model/Edition.h"
#include "sidetal/Support/Diagnostic.h"

#include <string>
#include <vector>

namespace sidetal {

/// A picture that a document names.
struct LintPicture {
    const std::string* address = nullptr; ///< as TextPicture::file
    SourcePos source;
};

/// Looks through all texts of `shown`, the document as an edition has it, for what should not be published
/// and for what readers who listen cannot follow (lib/Lint/README.md has the codes). `whole` is what the
/// edition was made from: words of what is closed in it must not stand in what `shown` has open.
/// Gives the pictures that texts and logo name, in reading order; they live as long as `shown`.
std::vector<LintPicture> lintDocument(const Document& shown, const Document& whole, Edition edition,
                                      const LintRules& rules, Diagnostics& diagnostics);

/// The rules of both: names and allowances of either, and of a code's severities the latter's. Names are
/// counted through the latter's first, so that a message names a place in it rightly.
[[nodiscard]] LintRules joinedRules(const LintRules& first, const LintRules& latter);

/// Tells of a picture whose file says where it was taken, or by whom (SID-N030, SID-N031). `name` as messages
/// have it: "the picture 'kort.png'".
void lintPicture(bool hasPlace, bool hasAuthor, const std::string& name, SourcePos source,
                 const LintRules& rules, Diagnostics& diagnostics);

} // namespace sidetal
