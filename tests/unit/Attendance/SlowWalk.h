#pragma once

#include "RandomMeeting.h"

#include <string>
#include <vector>

namespace sidetal::test {

/// What a slow way to read a meeting finds: it walks through it item by item, and looks at everything at
/// each.
struct Walked {
    std::vector<std::vector<bool>> there; ///< of each item, of each person
    std::vector<bool> named;              ///< of each person: the meeting knows him
    std::vector<std::string> found;       ///< "3 SID-A001" of each contradiction: its line and code, in order
};
[[nodiscard]] Walked walkThrough(const PlainMeeting& meeting);

} // namespace sidetal::test
