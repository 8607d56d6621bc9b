#pragma once

#include "sidetal/Model/Document.h"
#include "sidetal/Model/Edition.h"
#include "sidetal/Support/Diagnostic.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sidetal {

/// A document on its way to the composer: number → edition → compose, each from one of these to another. The
/// items are numbered first, so that what a later stage takes away does not renumber the rest. (What takes
/// parts of a document, an excerpt, goes between edition and compose: it can tell items by these numbers.)
class NumberedDocument {
  public:
    /// Numbers the items of `document`, which must outlive this: the first stage, and all of it.
    NumberedDocument(const Document& document); // NOLINT: any document is one whose items can be numbered

    [[nodiscard]] const Document& document() const { return *document_; }
    /// The printed number of each item in reading order, an item before its sub-items: "2.", "2.1"; empty:
    /// none is printed. Goal matrices have none.
    [[nodiscard]] std::span<const std::string> numbers() const { return numbers_; }

  private:
    const Document* document_;
    std::vector<std::string> numbers_;
};

/// The document as the edition's readers may see it, so that nothing downstream can know that there was more.
/// Until editions are built, each closed thing is an error (SID-E001, with its place) unless the edition is
/// Full, and what comes back is what was given.
[[nodiscard]] NumberedDocument applyEdition(NumberedDocument document, Edition edition,
                                            Diagnostics& diagnostics);

} // namespace sidetal
