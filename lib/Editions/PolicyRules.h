#pragma once

#include "Editions/ClosedRules.h"

#include <map>
#include <string>

namespace sidetal {

/// What a policy says, resolved: the rules in general, and of each committee that it names.
struct EditionPolicy::Members {
    /// By edition: of the public and of members. The full edition has no rules.
    using Editions = std::array<editions::RuleSet, 2>;
    Editions general{editions::RuleSet::strict(), editions::RuleSet()};
    std::map<std::string, Editions, std::less<>> committees; ///< by name, blanks collapsed
    LintRules lint{};                                        ///< those of all files, a base's first
    std::string name; ///< of the file, for messages; empty: the strict one
};

} // namespace sidetal
