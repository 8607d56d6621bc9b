#include "Text/TotalFit.h"

#include <algorithm>

namespace sidetal {

/// What lines cost; a line that is `base` wide and empty would cost its square.
class TotalFit::Costs {
  public:
    explicit Costs(const FitRules& rules)
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
    template <bool justify>
    [[nodiscard]] bool fits(std::int64_t slack, std::int64_t blanks) const {
        return slack >= 0 || (justify && -slack * TotalFit::kShrink <= blanks);
    }
    /// How badly a line is filled that fits, against base().
    template <bool justify>
    [[nodiscard]] std::int64_t badness(std::int64_t slack, std::int64_t blanks) const {
        if (!justify) {
            return slack >> shift_;
        }
        const std::int64_t most = 8 * base_;
        if (slack >= 0) {
            return slack == 0 ? 0 : blanks == 0 ? most : std::min(slack * kBlank / blanks, most);
        }
        return -slack * kBlank * TotalFit::kShrink / blanks;
    }
    [[nodiscard]] std::int64_t badnessOf(std::int64_t slack, std::int64_t blanks) const {
        return rules_.justify ? badness<true>(slack, blanks) : badness<false>(slack, blanks);
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
    /// The most that a line may leave empty whose badness is at most `badness`, where none is justified.
    [[nodiscard]] std::int64_t slackOf(std::int64_t badness) const {
        return badness >= kImpossible >> (shift_ + 1) ? kImpossible : ((badness + 1) << shift_) - 1;
    }
    /// A badness that few lines of a paragraph need to have.
    [[nodiscard]] std::int64_t limit() const { return base_ / 4; }
    /// What lines cost at least that hold so much without blanks, and of which one is worse than limit().
    [[nodiscard]] std::int64_t leastPastLimit(std::int64_t width) const {
        return width / std::max<std::int64_t>(rules_.measure, 1) * line_ + limit() * limit();
    }
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

    const FitRules rules_;
    int shift_;
    std::int64_t base_;
    std::int64_t line_ = 0;
    std::int64_t joint_ = 0;
    std::int64_t hyphen_ = 0;
    std::int64_t hyphens_ = 0;
    std::int64_t shortEnd_ = 0;
};

namespace {

bool isHyphen(const FitPiece& piece) {
    return piece.ends != FitPiece::End::Plain;
}

/// The blanks within a line.
std::int64_t blanksOf(const FitPiece& first, const FitPiece& last) {
    return last.blanks - first.blanks;
}

} // namespace

/// Finds for each piece the line that ends with it, so that all lines up to there cost least; of lines whose
/// badness is at most `limit`, the last one aside.
template <bool justify>
void TotalFit::sweep(std::span<const FitPiece> pieces, const Costs& of, std::int64_t limit) {
    const auto count = static_cast<std::uint32_t>(pieces.size());
    costs_.resize(count + 1);
    from_.resize(count + 1);
    costs_[0] = 0;
    std::int64_t* const costs = costs_.data();
    begins_.resize(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        begins_[i] = pieces[i].begin + of.measure(i);
    }
    const std::int64_t* const begins = begins_.data();
    const std::int64_t mostSlack = of.slackOf(limit);
    std::uint32_t active = 0; // where the first line may begin that still reaches
    for (std::uint32_t last = 0; last < count; ++last) {
        const FitPiece& end = pieces[last];
        const auto reaches = [&](std::uint32_t first) {
            const std::int64_t slack = begins[first] - end.end;
            return slack >= 0 || (justify && of.fits<justify>(slack, blanksOf(pieces[first], end)));
        };
        while (active < last && (last - active >= kMostActive || !reaches(active))) {
            ++active;
        }
        const bool isLast = last + 1 == count;
        const bool isHyphenated = isHyphen(end);
        const std::int64_t own = of.endOf(end);
        std::int64_t best = kImpossible;
        std::uint32_t bestFirst = active;
        std::uint32_t first = active;
        if (!justify && !isLast && !isHyphenated &&
            begins[active] >= end.end) { // the usual case, in few steps
            for (; first <= last && begins[first] - end.end <= mostSlack; ++first) {
                const std::int64_t badness = of.badness<justify>(begins[first] - end.end, 0);
                const std::int64_t cost = costs[first] + badness * badness;
                bestFirst = cost < best ? first : bestFirst;
                best = std::min(cost, best);
            }
            best += best < kImpossible ? own : 0;
            first = last + 1;
        }
        for (; first <= last; ++first) {
            const FitPiece& begin = pieces[first];
            const std::int64_t slack = of.slack(begin, first, end);
            const std::int64_t blanks = justify || isLast ? blanksOf(begin, end) : 0;
            if (costs[first] >= best || !of.fits<justify>(slack, blanks)) {
                continue;
            }
            const std::int64_t badness = of.badness<justify>(slack, blanks);
            if (badness > limit && slack >= 0 && !isLast) {
                break; // lines that begin later are worse
            }
            std::int64_t cost = costs[first];
            cost += isLast ? of.lastLine(end.end - begin.begin, blanks, badness) : own + badness * badness;
            cost += isHyphenated && first > 0 && isHyphen(pieces[first - 1]) ? of.hyphens() : 0;
            if (cost < best) {
                best = cost;
                bestFirst = first;
            }
        }
        costs[last + 1] = best;
        from_[last + 1] = bestFirst;
    }
}

void TotalFit::sweep(std::span<const FitPiece> pieces, const Costs& of, bool justify, std::int64_t limit) {
    justify ? sweep<true>(pieces, of, limit) : sweep<false>(pieces, of, limit);
}

bool TotalFit::choose(std::span<const FitPiece> pieces, const FitRules& rules,
                      std::vector<std::uint32_t>& ends) {
    const Costs of(rules);
    // Well filled lines first: they are few. If what they cost is less than any lines cost of which one is
    // worse, these need not be looked at.
    sweep(pieces, of, rules.justify, of.limit());
    if (costs_.back() > of.leastPastLimit(pieces.back().end - pieces.back().blanks)) {
        sweep(pieces, of, rules.justify, kImpossible);
    }
    const auto count = static_cast<std::uint32_t>(pieces.size());
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
            poor_ = poor_ || of.isPoor(of.badnessOf(slack, blanksOf(first, last)));
        }
        ends.push_back(at - 1);
    }
    std::ranges::reverse(ends);
    return true;
}

std::int64_t TotalFit::costOf(std::span<const FitPiece> pieces, const FitRules& rules,
                              std::span<const std::uint32_t> ends) {
    const Costs of(rules);
    std::int64_t sum = 0;
    std::uint32_t first = 0;
    for (const std::uint32_t last : ends) {
        const std::int64_t slack = of.slack(pieces[first], first, pieces[last]);
        const std::int64_t blanks = blanksOf(pieces[first], pieces[last]);
        if (!(rules.justify ? of.fits<true>(slack, blanks) : of.fits<false>(slack, blanks))) {
            return kImpossible;
        }
        const std::int64_t badness = of.badnessOf(slack, blanks);
        sum += last + 1 == pieces.size()
                   ? of.lastLine(pieces[last].end - pieces[first].begin, blanks, badness)
                   : of.endOf(pieces[last]) + badness * badness;
        sum += isHyphen(pieces[last]) && first > 0 && isHyphen(pieces[first - 1]) ? of.hyphens() : 0;
        first = last + 1;
    }
    return sum;
}

} // namespace sidetal
