#pragma once

#include "sidetal/Model/Document.h"
#include "sidetal/Support/Diagnostic.h"

#include <string_view>

namespace sidetal {

/// Takes what may quote something closed out of a message: its code, place and path stay, the path up to the
/// first name that is no key of the model; the words are those of the code.
void withholdWords(Diagnostic& diagnostic);

/// The messages of a document, those about something closed without its words.
[[nodiscard]] Diagnostics withoutClosedWords(const Diagnostics& diagnostics, const Document& document);

} // namespace sidetal
