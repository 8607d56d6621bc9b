#pragma once

#include "Attendance/ItemIndex.h"
#include "Editions/Editions.h"
#include "Editions/PolicyRules.h"

#include <span>
#include <string>
#include <vector>

namespace sidetal::editions {

/// Which rules hold at each item of a paper in one edition. What it is made of must outlive it.
class Rights {
  public:
    /// Everything is shown everywhere.
    Rights() = default;
    Rights(const RuleSet& usual, const RuleSet& withheld, std::vector<bool> withheldAt)
        : usual_(usual)
        , withheld_(withheld)
        , withheldAt_(std::move(withheldAt)) {}

    [[nodiscard]] const RuleSet& at(std::size_t item) const {
        return item < withheldAt_.size() && withheldAt_[item] ? withheld_ : usual_;
    }
    /// Where an event names these items: the stricter ones where it names one that is withheld.
    [[nodiscard]] const RuleSet& at(std::span<const ItemRange> ranges) const;
    /// True where nothing can be withheld by them.
    [[nodiscard]] bool showAll() const { return withheldAt_.empty() && usual_ == RuleSet(); }

  private:
    RuleSet usual_;
    RuleSet withheld_;
    std::vector<bool> withheldAt_; ///< by item; none: nowhere
};

/// True where the paper holds anything that is closed.
[[nodiscard]] bool holdsClosed(const MeetingPaper& paper);

/// The rules of an edition of a paper that holds something closed: those of its committee, and of the
/// recipient of members' editions, who gets of an item at which he was disqualified what the public does.
/// Tells of a recipient whom the paper does not name (SID-E011, an error), a disqualification at an item that
/// is not there (SID-E020: then everything closed is withheld from him), and a committee that the policy does
/// not know (SID-E013).
[[nodiscard]] Rights rightsOf(const MeetingPaper& paper, const ItemIndex& items,
                              const EditionRequest& request, Diagnostics& diagnostics);

} // namespace sidetal::editions
