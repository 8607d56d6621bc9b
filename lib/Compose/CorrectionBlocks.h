#pragma once

#include "Compose/Context.h"

#include "sidetal/Model/Correction.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// A line of what a corrected version tells: words of the catalogue, with the document's in them.
struct CorrectionLine {
    std::string text;
    SourcePos source;
};

/// How those lines are set.
struct CorrectionLook {
    Type type;
    const ListStyle* list = nullptr;
    Length spaceAfter; ///< behind the last
};

/// "Erstatter version 1 af 18. november 2026. Rettet 20. november 2026.": `version` and `date` of what was
/// corrected, `own` the date of the corrected version.
[[nodiscard]] std::string replacesText(const Labels& labels, const std::string& version,
                                       const std::optional<Date>& date, const std::optional<Date>& own,
                                       bool differs);

/// "overskrift (fra »A« til »B«)"; the name alone where neither of the words is told.
[[nodiscard]] std::string fieldText(const Labels& labels, std::string_view field, const std::string& before,
                                    const std::string& after);

/// "Punkt 4, Budget: ændret: overskrift, beslutning"
[[nodiscard]] std::string changeText(const Labels& labels, Change::Kind kind, const std::string& what,
                                     const std::vector<std::string>& fields);

/// Appends the lines as a list of bullets; there is one.
void addCorrectionList(Context& context, const std::vector<CorrectionLine>& lines,
                       const CorrectionLook& look);

} // namespace sidetal
