#pragma once

#include "Pdf/Catalog.h"
#include "Pdf/ContentWriter.h"
#include "Pdf/FileWriter.h"
#include "Pdf/FontEncoder.h"
#include "Pdf/PageTree.h"

#include <cstdint>

namespace sidetal {

/// Writes one document; the members are what its parts share.
class DocumentWriter {
  public:
    DocumentWriter(const Pages& pages, LineBreaker& breaker, const PdfOptions& options, const Sink& sink);

    /// Writes the whole file.
    void write();

    /// What a copy is to have of its own.
    struct OwnParts {
        /// Those that the pages show, one for each stretch of Pages::sizes, then that of Pages::copyCover.
        ObjectNumber forms{};
        ObjectNumber metadata{};
        ObjectNumber catalog{};
        ObjectNumber information{};
        std::size_t fonts = 0; ///< that the file has without it
    };
    /// Writes all of a file but these parts.
    OwnParts writeShared();
    [[nodiscard]] FileWriter& file() { return file_; }

  private:
    void writeContents();
    void writePages();
    void writeEmbedded();
    void writeCatalog();
    [[nodiscard]] std::uint32_t stretchCount() const {
        return static_cast<std::uint32_t>(pages_.sizes.stretches().size());
    }
    [[nodiscard]] std::string_view withOwnForm(std::uint32_t page, std::string_view content);

    const Pages& pages_;
    LineBreaker& breaker_;
    const PdfOptions& options_;
    Catalog catalog_;
    FileWriter file_;
    Marks marks_;
    FontEncoder encoder_;
    ImageObjects images_;
    FormObjects forms_;
    LinkAnnotations links_;
    ContentWriter content_;
    PageObjects objects_;
    bool forCopies_ = false;
    Buffer shown_; ///< the content of a page with what it shows of a copy
};

/// Writes what a file says of itself.
void writeMetadata(FileWriter& file, const DocumentInfo& info, bool embeds, ObjectNumber number);

} // namespace sidetal
