#pragma once

#include <string>
#include <vector>

namespace sidetal {

/// Which items an excerpt (Protokoludskrift) has: those that any of these asks for, with their sub-items.
struct ExcerptRequest {
    std::string items;                   ///< by numbers as they are printed, without suffix: "4, 7-9"
    std::vector<std::string> cases;      ///< by case number
    std::vector<std::string> committees; ///< that one of these decided on, in any meeting
    [[nodiscard]] bool empty() const { return items.empty() && cases.empty() && committees.empty(); }
};

} // namespace sidetal
