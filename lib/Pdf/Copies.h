#pragma once

#include "Pdf/DocumentWriter.h"

#include <cstdint>
#include <optional>

namespace sidetal {

/// Writes copies of one file that name whom they are for. All that they share, pages, fonts, structure, is
/// written and compressed once and begins each file; behind it follow the metadata and what the pages show of
/// the copy, forms with a font of their own (ISO 32000-1, 8.10).
class CopyWriter {
  public:
    /// Paints `pages`, which are not needed any more then. Throws as writePdf().
    CopyWriter(const Pages& pages, LineBreaker& breaker, const PdfOptions& options);

    /// Writes a file. `foot` has a page of furniture for each stretch of the pages' sizes, what stands on
    /// Pages::copyCover, where there is one, and what the file says of itself. Throws Error SID-P001 to P003.
    void write(const Pages& foot, LineBreaker& breaker, const Sink& sink) const;

  private:
    DocumentWriter::OwnParts own_;
    std::optional<FileWriter::Beginning> shared_;
    bool embeds_ = false;
};

} // namespace sidetal
