#pragma once

#include "sidetal/Model/RichText.h"
#include "sidetal/Support/DateTime.h"
#include "sidetal/Support/Diagnostic.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sidetal {

/// A goal as a version of the catalogue words it.
struct CatalogueGoal {
    std::string number; ///< text: "1.10" is not 1.1
    RichText text;
    bool prioritised = false;
    std::vector<std::string> committees; ///< whose goal it is
    SourcePos source;
};

/// A theme of a version.
struct CatalogueTheme {
    std::string title;
    RichText vision;
    std::vector<CatalogueGoal> goals;
    SourcePos source;
};

/// A goal that has another number than in the version before.
struct RenumberedGoal {
    std::string from;
    std::string to;
    SourcePos source;
};

/// The goals as they were adopted at a time.
struct CatalogueVersion {
    std::string version;      ///< "2018"
    std::optional<Date> date; ///< when it was adopted
    std::vector<CatalogueTheme> themes;
    std::vector<RenumberedGoal> renumbered; ///< from the version before; what is not named kept its number
    SourcePos source;
};

/// The goals of a municipality (Målkatalog), named once with their versions; follow-ups refer to them by
/// number (docs/goal-matrix.md, "A catalogue of goals").
struct GoalCatalogue {
    std::string name;
    std::vector<CatalogueVersion> versions; ///< the oldest first
    SourceNames sources{};                  ///< that places count in
    SourcePos source;
};

/// The numbers that goals have in a later version, by those that they had in an earlier one, where they
/// differ.
using RenumberedGoals = std::map<std::string, std::string, std::less<>>;

} // namespace sidetal
