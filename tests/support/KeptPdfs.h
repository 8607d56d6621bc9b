#pragma once

#include <string_view>

namespace sidetal::test {

/// Leaves a good PDF where the tests that read PDFs back (tests/pdf: veraPDF, qpdf, poppler, tags) look at
/// every one.
void keepPdf(std::string_view name, std::string_view bytes);

} // namespace sidetal::test
