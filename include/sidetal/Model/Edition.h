#pragma once

#include "sidetal/Export.h"
#include "sidetal/Model/Document.h"
#include "sidetal/Support/Diagnostic.h"

#include <optional>

namespace sidetal {

/// Who an edition is for (Åben, Lukket, Samlet udgave); the default is the public's.
enum class Edition : std::uint8_t { Public, Members, Full };

/// The document as the edition's readers may see it: Model to Model, before anything is composed, so that
/// nothing downstream can know that there was more (docs/design.md, "Editions"); nothing where that is the
/// document as it is. Until editions are built, each closed thing is an error (SID-E001, with its place)
/// unless the edition is Full.
[[nodiscard]] SIDETAL_API std::optional<Document> applyEdition(const Document& document, Edition edition,
                                                               Diagnostics& diagnostics);

} // namespace sidetal
