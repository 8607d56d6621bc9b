#include "Text/TotalFit.h"

#include <algorithm>

namespace sidetal {

namespace {

/// What lines cost; a line that is `base` wide and empty would cost its square.
class LineCosts {
  public:
    explicit LineCosts(const FitRules& rules)
        : rules_(rules)
        , shift_(shiftFor(rules.measure))
        , base_(rules.justify ? kBlank * kPoor : std::max<std::int64_t>(rules.measure >> shift_, 1)) {
        const std::int64_t square = base_ * base_;
        line_ = square / 64;
        joint_ = square / 100;
        hyphen_ = square / 36;
        hyphens_ = square / 16;
        shortEnd_ = square / 16;
    }

    [[nodiscard]] std::int64_t measure(std::size_t first) const {
        return first == 0 ? rules_.firstMeasure : rules_.measure;
    }
    /// What a line leaves empty; less than nothing where its blanks have to shrink.
    [[nodiscard]] std::int64_t slack(const FitPiece& first, std::size_t at, const FitPiece& last) const {
        return measure(at) - (last.end + last.hyphen - first.begin);
    }
    [[nodiscard]] bool fits(std::int64_t slack, std::int64_t blanks) const {
        return slack >= 0 || (rules_.justify && -slack * TotalFit::kShrink <= blanks);
    }
    /// How badly a line is filled that fits, against base().
    [[nodiscard]] std::int64_t badness(std::int64_t slack, std::int64_t blanks) const {
        if (!rules_.justify) {
            return slack >> shift_;
        }
        const std::int64_t most = 8 * base_;
        if (slack >= 0) {
            return slack == 0 ? 0 : blanks == 0 ? most : std::min(slack * kBlank / blanks, most);
        }
        return -slack * kBlank * TotalFit::kShrink / blanks;
    }
    [[nodiscard]] bool isPoor(std::int64_t badness) const { return badness > base_ / kPoor; }
    /// What a line costs beside its badness that ends with `last`.
    [[nodiscard]] std::int64_t endOf(const FitPiece& last) const {
        return line_ + (last.ends == FitPiece::End::Plain   ? 0
                        : last.ends == FitPiece::End::Joint ? joint_
                                                            : hyphen_);
    }
    /// What a hyphen costs under another one.
    [[nodiscard]] std::int64_t hyphens() const { return hyphens_; }
    /// What the paragraph's last line costs.
    [[nodiscard]] std::int64_t lastLine(std::int64_t width, std::int64_t blanks, std::int64_t badness) const {
        const std::int64_t fill = rules_.freeEnd ? 0 : badness * badness;
        return line_ + fill + (width < rules_.shortEnd && blanks == 0 ? shortEnd_ : 0);
    }

  private:
    static constexpr std::int64_t kPoor = 6; // LineFiller's: a line with over a sixth empty is poorly filled
    static constexpr std::int64_t kBlank = 64; // the badness of blanks that are twice as wide as they were
    /// Measures of very wide lines are counted in larger units, so that squares stay small.
    static int shiftFor(std::int64_t measure) {
        int shift = 0;
        while (measure >> shift > 0xFFFF) {
            ++shift;
        }
        return shift;
    }

    const FitRules& rules_;
    int shift_;
    std::int64_t base_;
    std::int64_t line_ = 0;
    std::int64_t joint_ = 0;
    std::int64_t hyphen_ = 0;
    std::int64_t hyphens_ = 0;
    std::int64_t shortEnd_ = 0;
};

bool isHyphen(const FitPiece& piece) {
    return piece.ends != FitPiece::End::Plain;
}

/// The blanks within a line.
std::int64_t blanksOf(const FitPiece& first, const FitPiece& last) {
    return last.blanks - first.blanks;
}

} // namespace

bool TotalFit::choose(std::span<const FitPiece> pieces, const FitRules& rules,
                      std::vector<std::uint32_t>& ends) {
    const LineCosts of(rules);
    const auto count = static_cast<std::uint32_t>(pieces.size());
    costs_.assign(count + 1, kImpossible);
    from_.assign(count + 1, 0);
    costs_[0] = 0;
    cheapest_.clear();
    std::size_t cheapest = 0; // the first of cheapest_ that is still within a measure
    std::uint32_t active = 0; // where the first line may begin that still reaches
    for (std::uint32_t last = 0; last < count; ++last) {
        while (cheapest_.size() > cheapest && costs_[cheapest_.back()] >= costs_[last]) {
            cheapest_.pop_back();
        }
        cheapest_.push_back(last);
        const FitPiece& end = pieces[last];
        while (active < last &&
               (last - active >= kMostActive || !of.fits(of.slack(pieces[active], active, end) + end.hyphen,
                                                         blanksOf(pieces[active], end)))) {
            ++active;
        }
        while (cheapest_[cheapest] < active) {
            ++cheapest;
        }
        const std::int64_t least = costs_[cheapest_[cheapest]];
        const std::int64_t own = of.endOf(end);
        const bool isLast = last + 1 == count;
        std::int64_t best = kImpossible;
        std::uint32_t bestFirst = active;
        for (std::uint32_t first = active; first <= last; ++first) {
            const FitPiece& begin = pieces[first];
            const std::int64_t slack = of.slack(begin, first, end);
            const std::int64_t blanks = blanksOf(begin, end);
            if (costs_[first] >= kImpossible || !of.fits(slack, blanks)) {
                continue;
            }
            const std::int64_t badness = of.badness(slack, blanks);
            std::int64_t cost = own + badness * badness;
            if (isLast) {
                cost = of.lastLine(end.end - begin.begin, blanks, badness);
            } else if (slack >= 0 && cost + least >= best) {
                break; // shorter lines are worse
            }
            cost += costs_[first];
            cost += isHyphen(end) && first > 0 && isHyphen(pieces[first - 1]) ? of.hyphens() : 0;
            if (cost < best) {
                best = cost;
                bestFirst = first;
            }
        }
        costs_[last + 1] = best;
        from_[last + 1] = bestFirst;
    }
    ends.clear();
    poor_ = false;
    if (costs_[count] >= kImpossible) {
        return false;
    }
    for (std::uint32_t at = count; at > 0; at = from_[at]) {
        const FitPiece& first = pieces[from_[at]];
        const FitPiece& last = pieces[at - 1];
        if (at < count || !rules.freeEnd) {
            const std::int64_t slack = of.slack(first, from_[at], last);
            poor_ = poor_ || of.isPoor(of.badness(slack, blanksOf(first, last)));
        }
        ends.push_back(at - 1);
    }
    std::ranges::reverse(ends);
    return true;
}

std::int64_t TotalFit::costOf(std::span<const FitPiece> pieces, const FitRules& rules,
                              std::span<const std::uint32_t> ends) {
    const LineCosts of(rules);
    std::int64_t sum = 0;
    std::uint32_t first = 0;
    for (const std::uint32_t last : ends) {
        const std::int64_t slack = of.slack(pieces[first], first, pieces[last]);
        const std::int64_t blanks = blanksOf(pieces[first], pieces[last]);
        if (!of.fits(slack, blanks)) {
            return kImpossible;
        }
        const std::int64_t badness = of.badness(slack, blanks);
        sum += last + 1 == pieces.size()
                   ? of.lastLine(pieces[last].end - pieces[first].begin, blanks, badness)
                   : of.endOf(pieces[last]) + badness * badness;
        sum += isHyphen(pieces[last]) && first > 0 && isHyphen(pieces[first - 1]) ? of.hyphens() : 0;
        first = last + 1;
    }
    return sum;
}

} // namespace sidetal
