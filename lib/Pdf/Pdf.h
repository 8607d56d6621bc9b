#pragma once

#include "Pages/Pages.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace sidetal {

/// A file to embed; with one, the document is PDF/A-3a instead of PDF/A-2a.
struct EmbeddedFile {
    std::string name;        ///< "dagsorden.json"
    std::string mediaType;   ///< "application/json"
    std::string description; ///< for people
    std::string data;
};

/// How a file is written.
struct PdfOptions {
    std::optional<EmbeddedFile> embedded;
    bool helperThread = true; ///< long documents may be compressed by a second thread; the bytes are the same
};

/// Takes the file's bytes in their order; what it throws passes through writePdf.
using Sink = std::function<void(std::string_view)>;

/// Finds what cannot become a file without painting a page. Throws Error SID-P004, with the place of the text
/// where it is a title or a heading, P005, P006, or P010 to P013.
void checkPdf(const Pages& pages, const PdfOptions& options);

/// Writes pages as PDF 1.7 that is PDF/UA-1 and PDF/A-2a (3a with an embedded file), page by page, each page
/// handed to the sink when it is painted. Same pages, same bytes. Throws as checkPdf(), before anything is
/// written; and Error SID-P001 to P003 where the file grows past a limit of the format: then the bytes
/// already given to the sink are worthless.
void writePdf(const Pages& pages, LineBreaker& breaker, const PdfOptions& options, const Sink& sink);

} // namespace sidetal
