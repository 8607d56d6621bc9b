#include "Editions/PolicyChecks.h"

#include <fmt/format.h>

#include <span>

namespace sidetal::editions {

namespace {

using Editions = EditionPolicy::Members::Editions;

constexpr std::size_t kPublic = 0;
constexpr std::size_t kMembers = 1;

/// The setting that decides a rule; null where none does.
const PolicySetting* decider(const std::vector<PolicySetting>& settings, std::string_view committee,
                             std::size_t edition, std::size_t rule) {
    const PolicySetting* out = nullptr;
    for (const PolicySetting& s : settings) {
        const bool here =
            s.edition == edition && s.rule == rule && (s.committee.empty() || s.committee == committee);
        if (here && (out == nullptr || out->committee.empty() || !s.committee.empty())) {
            out = &s;
        }
    }
    return out;
}

/// "item.title" of a rule.
std::string nameOf(std::size_t rule) {
    std::string out;
    std::size_t at = 0;
    eachKind([&](auto kind) {
        using T = typename decltype(kind)::Type;
        for (const ClosedRule& row : closedRules<T>()) {
            if (at++ == rule) {
                out = fmt::format("{}.{}", ClosedRules<T>::name, row.field);
            }
        }
    });
    return out;
}

constexpr std::size_t kVotes = ruleOf<Decision>("votes");
constexpr std::size_t kVoteEvents = ruleOf<Decision>("voteEvents");
constexpr std::size_t kVotesOfEvent = ruleOf<VoteEvent>("votes");

/// What of one kind of things is there at all where a rule of another says so.
struct Need {
    std::size_t from; ///< the rules that can never apply
    std::size_t to;
    bool never;           ///< that they cannot
    std::string_view why; ///< the rule that is to blame
};

template <class T>
Need needOf(bool never, std::string_view why) {
    return {offsetOf<T>(), offsetOf<T>() + closedRules<T>().size(), never, why};
}

/// The kinds of things that an edition never shows, by its rules.
std::array<Need, 4> needsOf(const RuleSet& rules) {
    const auto isDropped = [&](std::size_t rule) { return rules.at(rule) == FieldView::Dropped; };
    const bool noEvents = isDropped(kVoteEvents);
    return {
        needOf<Section>(isDropped(ruleOf<Section>("key")) && isDropped(ruleOf<Section>("title")),
                        "'section.key' and 'section.title' are dropped"),
        needOf<AttendanceEvent>(isDropped(ruleOf<AttendanceEvent>("person")),
                                "'attendance.person' is dropped"),
        needOf<VoteEvent>(noEvents, "'decision.voteEvents' is dropped"),
        needOf<Vote>(isDropped(kVotes) && (noEvents || isDropped(kVotesOfEvent)),
                     "the votes of decisions are dropped"),
    };
}

class PolicyCheck {
  public:
    PolicyCheck(const std::vector<PolicySetting>& settings, std::string_view committee)
        : settings_(settings)
        , committee_(committee)
        , rules_(rulesOf(settings, committee)) {}

    void run() const {
        for (std::size_t rule = 0; rule < kRuleCount; ++rule) {
            checkOrder(rule);
        }
        for (const std::size_t edition : {kPublic, kMembers}) {
            checkNeeds(edition);
        }
        const PolicySetting* last = nullptr;
        for (const std::size_t votes : {kVotes, kVoteEvents, kVotesOfEvent, ruleOf<Vote>("voters"),
                                        ruleOf<Vote>("groups"), ruleOf<Vote>("count")}) {
            last = checkVotes(votes, last);
        }
    }

  private:
    /// The setting that decides, where it is this committee's own, so that nothing is told twice.
    [[nodiscard]] const PolicySetting* own(std::size_t edition, std::size_t rule) const {
        const PolicySetting* out = decider(settings_, committee_, edition, rule);
        return out != nullptr && out->committee == committee_ ? out : nullptr;
    }

    void checkOrder(std::size_t rule) const {
        // FieldView goes from what is shown to what is not.
        if (rules_[kPublic].at(rule) >= rules_[kMembers].at(rule)) {
            return;
        }
        const PolicySetting* set = own(kPublic, rule);
        set = set != nullptr ? set : own(kMembers, rule);
        if (set != nullptr) {
            set->layer->diagnostics.error(
                "SID-E014", fmt::format("the public would see of '{}' what members do not", nameOf(rule)),
                set->position, set->path);
        }
    }

    void checkNeeds(std::size_t edition) const {
        for (const Need& need : needsOf(rules_[edition])) {
            for (std::size_t rule = need.from; need.never && rule < need.to; ++rule) {
                const PolicySetting* set = own(edition, rule);
                if (set != nullptr && set->alone && set->view != FieldView::Dropped) {
                    set->layer->diagnostics.warning("SID-E015",
                                                    fmt::format("can never apply, since {}", need.why),
                                                    set->position, set->path);
                }
            }
        }
    }

    /// The setting that was told, `last` where none was: a word that sets all of a kind is told once.
    [[nodiscard]] const PolicySetting* checkVotes(std::size_t rule, const PolicySetting* last) const {
        const PolicySetting* set = own(kPublic, rule);
        if (set == nullptr || set->view != FieldView::Dropped ||
            (last != nullptr && last->path == set->path)) {
            return last;
        }
        set->layer->diagnostics.warning(
            "SID-E018",
            "votes are kept from the public, which the law does not allow (kommunestyrelsesloven § 13)",
            set->position, set->path);
        return set;
    }

    const std::vector<PolicySetting>& settings_;
    std::string_view committee_;
    Editions rules_;
};

} // namespace

Editions rulesOf(const std::vector<PolicySetting>& settings, std::string_view committee) {
    Editions out{RuleSet::strict(), RuleSet()};
    for (const bool general : {true, false}) {
        for (const PolicySetting& s : settings) {
            if (s.committee.empty() == general && (general || s.committee == committee)) {
                out[s.edition].set(s.rule, s.view);
            }
        }
    }
    return out;
}

void checkPolicy(const std::vector<PolicySetting>& settings, const std::vector<std::string>& committees) {
    PolicyCheck(settings, {}).run();
    for (const std::string& committee : committees) {
        PolicyCheck(settings, committee).run();
    }
}

} // namespace sidetal::editions
