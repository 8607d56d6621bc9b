#pragma once

#include "FollowUp/Comparison.h"

#include "sidetal/Support/DateTime.h"

#include <cstdint>
#include <optional>

namespace sidetal {

/// What of a follow-up comes from outside of its document.
struct FollowUpRequest {
    /// By which deadlines passed; nothing: the document's own date, else its period's last day, else they are
    /// not told.
    std::optional<Date> day;
    /// What differs from the last period, of goals of the document; null: it is not compared. It and the last
    /// period outlive the result.
    const Comparison* comparison = nullptr;
    const GoalMatrix* before = nullptr; ///< the last period, where there is a comparison
    std::uint32_t beforeSources = 0;    ///< where its sources begin among those of the document's messages
};

} // namespace sidetal
