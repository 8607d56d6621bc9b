#pragma once

#include "Labels/Labels.h"

#include "sidetal/Support/DocumentKind.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sidetal {

/// What a document says of itself, for its separator sheet and the name of the file that it is joined to.
struct JoinNames {
    DocumentKind kind{};
    std::string title;     ///< as its own file has it: "Dagsorden, Økonomiudvalget, 3. marts 2026"
    std::string committee; ///< empty where none is named
    std::string when;      ///< the day of its meeting, or its period; empty where none is named
    bool isDay = false;    ///< that is a day, in the catalogue's words
    std::string creator;   ///< who it is from; empty: not said

    /// The title without committee and day, where it ends with them.
    [[nodiscard]] std::string bareTitle() const;
};

/// What a file of these documents is called: as they are, where all are called the same; else their kind,
/// committee and day, as far as all have the same. There must be one.
[[nodiscard]] std::string commonTitle(const std::vector<JoinNames>& documents, const Labels& labels);

/// Who a file of these documents is from: empty where they are from several.
[[nodiscard]] std::string commonCreator(const std::vector<JoinNames>& documents);

} // namespace sidetal
