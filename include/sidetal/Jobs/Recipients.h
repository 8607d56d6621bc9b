#pragma once

#include "sidetal/Export.h"
#include "sidetal/Model/Edition.h"
#include "sidetal/Model/GoalSelection.h"
#include "sidetal/Support/Diagnostic.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// Somebody who gets copies of their own: a line of a list of recipients. Places are in the list.
struct BatchRecipient {
    std::string name; ///< as the copies have it; never empty
    /// The committees whose papers and goals they get, and no others; none: those of all.
    std::vector<GoalSelection::Name> committees;
    std::optional<Edition> edition; ///< nothing: the job's
    /// The name by which papers know them, of a members' edition: what it shows at items from which they were
    /// disqualified is decided by it (RenderOptions::recipient); empty: any member.
    std::string member;
    std::string style; ///< a built-in sheet, or a file from the job's folder; empty: the job's
    SourcePos source{};
    SourcePos memberSource{};
    SourcePos styleSource{};
};

/// Reads a list of recipients, a CSV file (docs/batch.md): a line of headings, then a line for each. In
/// `ignored` are the headings of columns that are passed over. A column that is not known is an error where
/// anything stands in it, since it may say who gets what. Throws Error with all of its faults.
[[nodiscard]] SIDETAL_API std::vector<BatchRecipient> readRecipients(std::string_view bytes,
                                                                     const std::string& name,
                                                                     const std::vector<std::string>& ignored,
                                                                     Diagnostics& diagnostics);

} // namespace sidetal
