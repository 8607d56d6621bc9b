#pragma once

#include "sidetal/Model/MeetingPaper.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// A number as its heading prints it, and as its sub-items continue it.
struct ItemNumber {
    std::string printed; ///< "2." or "2.1"; empty: none
    std::string bare;    ///< "2"
};

/// Counts the items of one level (docs/agenda.md, "Items"): a given number overrides and the count goes on
/// from its last figure, "4.13" after "4.12"; an empty one prints nothing and counts nothing. A given number
/// that ends in punctuation is printed as it stands, without the suffix.
class ItemNumbers {
  public:
    /// The top level; both counting schemes count from `start`, "given" prints given numbers only.
    /// Where a supplement says after which number, both count on from that: "13" after "12", "12b" after
    /// "12a".
    explicit ItemNumbers(const Numbering& numbering, std::string_view after = {});

    /// The level below `parent`: "2.1", "2.2" without suffix; as the top level from 1 where the parent has no
    /// number. Where sub-items are lettered, those of the top level are "2.a", "2.b" and those below "2.a.1".
    [[nodiscard]] ItemNumbers below(const ItemNumber& parent) const;

    /// The number of the next item.
    [[nodiscard]] ItemNumber next(const std::optional<std::string>& given);

  private:
    void goOnFrom(std::string_view given);
    [[nodiscard]] std::string count();
    [[nodiscard]] ItemNumber numbered(std::string bare) const;

    std::string parentPrefix_; ///< "2." below 2
    std::string prefix_;       ///< of the next number: the parent's, or of a number that was given
    std::string suffix_;
    std::string topSuffix_;
    std::int64_t count_ = 1;
    bool counts_ = true;
    bool letters_ = false;      ///< the numbers of this level end in letters
    bool lettersBelow_ = false; ///< those of the next do
};

/// "12" of "12.", "4.12" of "4.12)": a printed number without the punctuation behind it.
[[nodiscard]] std::string_view bareNumber(std::string_view printed);

/// The printed number of each item of the paper in reading order, an item before its sub-items; empty: none
/// is printed. Numbers go on from one group to the next.
[[nodiscard]] std::vector<std::string> printedNumbers(const MeetingPaper& paper);

} // namespace sidetal
