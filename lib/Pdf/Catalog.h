#pragma once

#include "Pdf/HaruStore.h"
#include "Pdf/Pdf.h"

#include <cstdint>
#include <string>

namespace sidetal {

/// "D:20211026000000Z" (ISO 32000-1, 7.9.4).
[[nodiscard]] std::string pdfDate(const DateTime& date);

/// The program's name in the information dictionary and in XMP; without a version, so that the same pages
/// give the same bytes.
inline constexpr const char* kProducer = "sidetal";

/// The objects of which a file has one each, kept by libharu; made first, so that all others can refer to
/// their numbers.
class Catalog {
  public:
    /// Throws Error SID-P004 where the title, the language or a text of the embedded file is longer than a
    /// string may be.
    Catalog(const Pages& pages, const PdfOptions& options);

    [[nodiscard]] ObjectNumber catalog() const;
    [[nodiscard]] ObjectNumber information() const;
    [[nodiscard]] ObjectNumber pageTree() const { return pageTree_; }
    [[nodiscard]] ObjectNumber structTreeRoot() const { return structTreeRoot_; }
    [[nodiscard]] ObjectNumber metadata() const { return metadata_; }
    [[nodiscard]] ObjectNumber outputProfile() const { return outputProfile_; }
    /// None without an outline.
    [[nodiscard]] ObjectNumber outline() const { return outline_; }
    /// None where pages are numbered from 1 on.
    [[nodiscard]] ObjectNumber pageLabels() const { return pageLabels_; }
    /// None without an embedded file.
    [[nodiscard]] ObjectNumber embeddedFile() const { return embeddedFile_; }

    /// One past the highest number used.
    [[nodiscard]] std::uint32_t numberCount() const { return store_.numberCount(); }
    /// Appends the value of the object `number`, one of libharu's own.
    void serialise(ObjectNumber number, Buffer& out) { store_.serialise(number, out); }

  private:
    [[nodiscard]] ObjectNumber addPlaceholder(const char* key);
    void describe(const DocumentInfo& info);
    void addOutputIntent();
    void embed(const EmbeddedFile& file);

    HaruStore store_;
    ObjectNumber pageTree_{};
    ObjectNumber structTreeRoot_{};
    ObjectNumber metadata_{};
    ObjectNumber outputProfile_{};
    ObjectNumber outline_{};
    ObjectNumber pageLabels_{};
    ObjectNumber embeddedFile_{};
};

} // namespace sidetal
