#pragma once

#include "sidetal/Model/Document.h"
#include "sidetal/Support/Diagnostic.h"

#include <string_view>
#include <vector>

namespace sidetal {

/// Lets the numbers of a supplement go on after those of the agenda that it supplements, where it does not
/// say itself after which (Report.h). Errors: SID-E060, SID-E061.
void goOnAfter(Document& supplement, const Document& main, Diagnostics& diagnostics);

/// The consolidated agenda (Report.h); `groupTitle` is that of the supplements' own group. Errors: SID-E060
/// the documents are not agendas, or not minutes, all; SID-E061 they are of different meetings. Warnings:
/// SID-E062 a supplement has parts and the main agenda none: only its items are kept; SID-E063 they say
/// different things of the meeting: what the main agenda says is kept.
[[nodiscard]] Document mergePapers(const Document& main, const std::vector<Document>& supplements,
                                   std::string_view groupTitle, Diagnostics& diagnostics);

} // namespace sidetal
