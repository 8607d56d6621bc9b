#pragma once

#include "sidetal/Model/Document.h"

#include <string>

namespace sidetal::bench {

/// One of the documents of a batch, other words for each number: of ten six are letters of a page, three are
/// follow-ups of two goals on two pages, and one is a council's agenda of some ten pages. Each names its
/// style.
[[nodiscard]] Document mixedDocument(int number);

/// Writes `count` of them into the folder `folder`/in, and a job of them beside it: job.json.
void writeMixedFiles(int count, const std::string& folder);

} // namespace sidetal::bench
