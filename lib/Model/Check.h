#pragma once

#include "sidetal/Model/Document.h"
#include "sidetal/Support/Diagnostic.h"

namespace sidetal {

/// Finds what is wrong with a document, whether it was read or built in code: what a reader would refuse has
/// the reader's code (lib/Documents/README.md), what no file could hold is SID-R003. Each fault has the path
/// that the value would have in a file, and the nearest place that the document knows.
void checkDocument(const Document& document, Diagnostics& diagnostics);

} // namespace sidetal
