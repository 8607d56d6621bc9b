#include "Layout/Flow.h"

namespace sidetal {

namespace {

using Kind = FlowItem::Kind;

/// Fills pages one after the other.
class Paginator {
  public:
    Paginator(std::span<const FlowItem> items, Length height)
        : items_(items)
        , height_(height) {}

    Pagination run() {
        result_.pages.push_back({});
        while (token_.item < items_.size()) {
            step(items_[token_.item]);
        }
        if (result_.pages.size() > 1 && !used_) {
            result_.pages.pop_back();
        }
        return std::move(result_);
    }

  private:
    /// What came of trying a chain of kept items.
    struct Trial {
        bool fits = false;
        std::uint32_t end = 0; ///< one past the chain, or the item that does not fit
    };

    /// What an item is offered at `pen`; `above` is filled with what must stand above the item on any page.
    [[nodiscard]] Region region(const FlowItem& item, const Pen& pen, const Pen& above) const {
        return {height_ - pen.next(item), height_ - above.next(item), height_};
    }

    void step(const FlowItem& item) {
        if (token_.item == closeAt_) {
            closePage();
        } else if (item.kind == Kind::PageBreak) {
            ++token_.item;
            if (used_) {
                closePage();
            }
        } else if (item.kind == Kind::Space) {
            ++token_.item;
            if (!pen_.top) {
                pen_.pass(item, item.height);
                above_.pass(item, item.height);
            }
        } else if (token_.item < granted_ || grant(item)) {
            place(item);
        }
    }

    /// Decides what is kept together from the current item on. False: the page was closed before it.
    bool grant(const FlowItem& item) {
        above_ = {};
        granted_ = token_.item + 1;
        released_ = false;
        if (!item.keepWithNext && !item.whole) {
            return true;
        }
        const Trial trial = tryChain(token_, pen_);
        if (trial.fits) {
            granted_ = trial.end;
            return true;
        }
        if (!pen_.top) {
            closePage();
            return false;
        }
        release(trial.end);
        return true;
    }

    /// Lets go of a chain that an empty page does not hold: everything before `end` fits, `end` does not.
    /// Where that helps, the last one before `end` goes with it to the next page, and with that what leads
    /// it, so that no heading stands alone at the foot.
    void release(std::uint32_t end) {
        released_ = true;
        granted_ = end + 1;
        if (end <= token_.item + 1 || items_[end].keepWithNext) {
            return;
        }
        std::uint32_t cut = ledFrom(end - 1, &FlowItem::leads);
        cut = cut > token_.item ? cut : ledFrom(end - 1, &FlowItem::heading);
        if (cut > token_.item && tryChain({cut, {}}, {}).fits) {
            granted_ = closeAt_ = cut;
        }
    }

    /// The first of the items of the current chain that lead up to an item, or that itself.
    [[nodiscard]] std::uint32_t ledFrom(std::uint32_t item, bool FlowItem::*leading) const {
        for (std::uint32_t before = item; before > token_.item;) {
            if (isBetween(items_[--before])) {
                continue;
            }
            if (!(items_[before].*leading)) {
                break;
            }
            item = before;
        }
        return item;
    }

    /// Would the chain from `from` on stand at `pen`? Its last item need only begin there, unless it is to
    /// stay whole.
    [[nodiscard]] Trial tryChain(const PageToken& from, Pen pen) const {
        static const BreakToken kStart;
        Pen above;
        for (std::uint32_t i = from.item; i < items_.size(); ++i) {
            const FlowItem& item = items_[i];
            if (item.kind == Kind::PageBreak) {
                return {true, i};
            }
            Length used = item.height;
            bool complete = true;
            if (item.kind != Kind::Space) {
                const Plan plan =
                    item.block->plan(i == from.item ? from.at : kStart, region(item, pen, above));
                complete = plan.kind == Plan::Kind::Full || plan.kind == Plan::Kind::Empty;
                if (plan.kind == Plan::Kind::Wrap || (!complete && (item.keepWithNext || item.whole))) {
                    return {false, i};
                }
                used = plan.height;
                if (plan.kind == Plan::Kind::Empty) {
                    continue;
                }
            }
            if (item.kind != Kind::Space || !pen.top) {
                pen.pass(item, used);
                above.pass(item, used);
            }
            if (!item.keepWithNext || !complete) {
                return {true, i + 1};
            }
        }
        return {true, static_cast<std::uint32_t>(items_.size())};
    }

    /// What stands of the current item on the page. Where all that is left would, but not the beginning of
    /// the next item, that it is to end with, less.
    [[nodiscard]] Plan planHere(const FlowItem& item) const {
        Region here = region(item, pen_, released_ ? Pen() : above_);
        Plan plan = item.block->plan(token_.at, here);
        if (plan.kind != Plan::Kind::Full || !item.endWithNext || token_.item + 1 == items_.size()) {
            return plan;
        }
        Pen pen = pen_;
        pen.pass(item, plan.height);
        if (tryChain({token_.item + 1, {}}, pen).fits) {
            return plan;
        }
        here.left = plan.height - Length::milli(1);
        Plan less = item.block->plan(token_.at, here);
        return less.kind == Plan::Kind::Partial ? less : plan;
    }

    void place(const FlowItem& item) {
        const Plan plan = planHere(item);
        switch (plan.kind) {
        case Plan::Kind::Wrap:
            if (pen_.top) {
                fault(plan.reason);
            } else {
                closePage();
            }
            return;
        case Plan::Kind::Partial:
            note(item, plan);
            used_ = true;
            token_.at = plan.next;
            closePage();
            return;
        case Plan::Kind::Full:
            note(item, plan);
            used_ = true;
            pen_.pass(item, plan.height);
            above_.pass(item, plan.height);
            [[fallthrough]];
        case Plan::Kind::Empty:
            token_ = {token_.item + 1, {}};
        }
    }

    void note(const FlowItem& item, const Plan& plan) {
        if (item.landmark) {
            const bool whole = token_.at.fresh() && plan.kind == Plan::Kind::Full;
            result_.landmarks.push_back({token_.item, page(), pen_.next(item), plan.height, whole});
        }
    }

    void fault(std::string_view reason) {
        result_.faults.push_back({token_.item, page(), reason});
        token_ = {token_.item + 1, {}};
    }

    void closePage() {
        result_.pages.push_back(token_);
        pen_ = {};
        above_ = {};
        used_ = false;
        granted_ = 0;
        closeAt_ = kNowhere;
    }

    [[nodiscard]] std::uint32_t page() const { return static_cast<std::uint32_t>(result_.pages.size() - 1); }

    static constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

    std::span<const FlowItem> items_;
    Length height_;
    Pagination result_;
    PageToken token_;                  ///< what comes next
    Pen pen_;                          ///< on the page
    Pen above_;                        ///< as pen_, had the page begun with the chain
    std::uint32_t granted_ = 0;        ///< items before it need no further look at their keeps
    std::uint32_t closeAt_ = kNowhere; ///< a released chain is cut here
    bool released_ = false;
    bool used_ = false; ///< something stands on the page, beside the flow counted too
};

} // namespace

namespace {

/// Whether an item goes with the heading under it: what is between, and a rule that stands over the heading.
bool isOverHeading(const FlowItem& item) {
    return isBetween(item) || (item.silent && item.keepWithNext);
}

} // namespace

void keepLeads(std::span<FlowItem> items) {
    bool underLead = false; // of what stands before the item, but for what is between
    for (auto item = items.begin(); item != items.end(); ++item) {
        if (isBetween(*item)) {
            if (item != items.begin()) {
                const FlowItem& before = *(item - 1);
                item->keepWithNext = item->keepWithNext || before.keepWithNext || before.endWithNext;
            }
            continue;
        }
        if (underLead && item->lines == 1 && !item->heading) {
            const auto next = std::find_if_not(item + 1, items.end(), isOverHeading);
            item->keepWithNext = item->keepWithNext || (next != items.end() && !next->heading);
        }
        underLead = item->leads;
    }
}

Length heightOf(std::span<const FlowItem> items) {
    Pen pen;
    Length lowest;
    for (const FlowItem& item : items) {
        if (item.kind == Kind::Space && !pen.top) {
            pen.pass(item, item.height);
        } else if (item.kind == Kind::Beside) {
            lowest = std::max(lowest, pen.next(item) + item.height);
        } else if (item.block != nullptr) {
            pen.pass(item, item.block->plan({}, kEndlessRegion).height);
        }
    }
    return std::max(lowest, pen.y);
}

Pagination paginate(std::span<const FlowItem> items, Length height) {
    return Paginator(items, height).run();
}

} // namespace sidetal
