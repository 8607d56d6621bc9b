#pragma once

#include "sidetal/Support/DateTime.h"
#include "sidetal/Support/Diagnostic.h"

#include <optional>
#include <string>

namespace sidetal {

/// What a file says of itself: catalog Lang, dc:title, dc:creator, dc:description, the dates (ISO
/// 14289-1, 7.1 and 7.2).
struct DocumentInfo {
    std::string title;            ///< never empty
    std::string language = "da";  ///< BCP 47
    std::string creator{};        ///< who it is from; empty: not said
    std::string description{};    ///< what it is, in a sentence or two; empty: not said
    std::optional<DateTime> date; ///< creation and modification date; none is written without it
    SourcePos titleSource{};      ///< where the title stood in the input
};

} // namespace sidetal
