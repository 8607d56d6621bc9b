#include "Pdf/Pdf.h"

#include "Pdf/DocumentWriter.h"

namespace sidetal {

void writePdf(const Pages& pages, LineBreaker& breaker, const PdfOptions& options, const Sink& sink) {
    checkPdf(pages, options);
    DocumentWriter(pages, breaker, options, sink).write();
}

} // namespace sidetal
