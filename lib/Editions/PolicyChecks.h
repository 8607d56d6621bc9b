#pragma once

#include "Editions/PolicyRules.h"
#include "Tree/Tree.h"
#include "sidetal/Support/Diagnostic.h"

#include <string>
#include <string_view>
#include <vector>

namespace sidetal::editions {

/// A file that a policy is made of, with what is wrong with it.
struct PolicyLayer {
    input::Tree tree;
    Diagnostics diagnostics;
    bool readable = false;
};

/// That a file of a policy sets a rule.
struct PolicySetting {
    std::string committee;   ///< blanks collapsed; empty: in general
    std::size_t edition = 0; ///< public, members
    std::size_t rule = 0;
    FieldView view = FieldView::Shown;
    bool alone = true;            ///< false where a word sets all fields of a kind
    PolicyLayer* layer = nullptr; ///< whose file it stands in
    SourcePos position;
    std::string path;
};

/// The rules that hold for a committee, those of no name in general: what is set for it over what is set in
/// general, a later setting over an earlier one.
[[nodiscard]] EditionPolicy::Members::Editions rulesOf(const std::vector<PolicySetting>& settings,
                                                       std::string_view committee);

/// Tells what is wrong with the rules taken together, each in the file that sets it: the public would see
/// what members do not (SID-E014), a rule that can never apply (SID-E015), votes that are kept secret
/// (SID-E018).
void checkPolicy(const std::vector<PolicySetting>& settings, const std::vector<std::string>& committees);

} // namespace sidetal::editions
