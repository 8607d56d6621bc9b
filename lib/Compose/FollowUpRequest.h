#pragma once

#include "sidetal/Support/DateTime.h"

#include <optional>

namespace sidetal {

/// What of a follow-up comes from outside of its document.
struct FollowUpRequest {
    /// By which deadlines passed; nothing: the document's own date, else its period's last day, else they are
    /// not told.
    std::optional<Date> day;
};

} // namespace sidetal
