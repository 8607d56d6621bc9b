#include "Attendance/VoteChecks.h"

#include "Attendance/Messages.h"
#include "Attendance/RollBuilder.h"
#include "Attendance/Votes.h"
#include "Support/Texts.h"

#include <fmt/format.h>

#include <unordered_map>

namespace sidetal {

namespace {

/// The votes on one thing, and where they stand.
struct Ballot {
    std::span<const Vote> votes;
    VoteResult result = VoteResult::Unspecified;
    SourcePos source; ///< of what holds the votes
    std::string path; ///< of the same, "items[2].decisions[0]"
    std::size_t item = 0;
    bool closed = false; ///< then messages name nobody
};

/// How many a vote names: as voters, and as figures by party, which may tell the same people again.
struct NamedSum {
    std::int64_t people = 0;
    std::int64_t groups = 0;
    bool known = true; ///< all of them can be counted
    [[nodiscard]] std::int64_t all() const { return people == groups ? people : people + groups; }
};

std::string_view wordOf(Vote::Option option) {
    static constexpr std::array<std::string_view, kVoteOptions> kWords = {
        "votes for", "votes against", "abstains", "is there without voting", "takes no part"};
    return kWords[static_cast<std::size_t>(option)];
}

std::string_view wordOf(Away why) {
    switch (why) {
    case Away::NotYetCome:
        return "has not come yet";
    case Away::Left:
        return "has left";
    case Away::Excused:
        return "is excused";
    case Away::Absent:
        return "is absent";
    case Away::Disqualified:
        return "is disqualified";
    case Away::NotStandingIn:
        break;
    }
    return "is no substitute there";
}

class VoteChecker {
  public:
    VoteChecker(const MeetingRoll& roll, Diagnostics& diagnostics)
        : roll_(roll)
        , diagnostics_(diagnostics)
        , near_(roll.names()) {}

    void check(const Ballot& ballot);

  private:
    void checkEmpty(const Ballot& ballot);
    void checkVoter(const Ballot& ballot, const Voter& voter);
    void checkRepeated(const Ballot& ballot, const std::vector<Voter>& voters);
    static std::vector<NamedSum> sumsOf(const Ballot& ballot, const std::vector<Voter>& voters);
    void checkCounts(const Ballot& ballot, const std::vector<NamedSum>& sums);
    void checkPresent(const Ballot& ballot, const std::vector<NamedSum>& sums);
    void checkParties(const Ballot& ballot, const std::vector<Voter>& voters);
    void checkResult(const Ballot& ballot);

    void warn(std::string_view code, std::string message, const Ballot& ballot,
              std::optional<std::size_t> vote, std::vector<std::string> notes = {});
    [[nodiscard]] std::string where(const Ballot& ballot) const;

    const MeetingRoll& roll_;
    Diagnostics& diagnostics_;
    NearNames near_;
};

void VoteChecker::check(const Ballot& ballot) {
    const std::vector<Voter> voters = votersOf(roll_, ballot.item, ballot.votes);
    const std::vector<NamedSum> sums = sumsOf(ballot, voters);
    checkEmpty(ballot);
    for (const Voter& voter : voters) {
        checkVoter(ballot, voter);
    }
    checkRepeated(ballot, voters);
    checkCounts(ballot, sums);
    if (roll_.membersAreKnown()) {
        checkPresent(ballot, sums);
        checkParties(ballot, voters);
    }
    checkResult(ballot);
}

void VoteChecker::checkEmpty(const Ballot& ballot) {
    for (std::size_t i = 0; i < ballot.votes.size(); ++i) {
        const Vote& vote = ballot.votes[i];
        if (!vote.count && vote.voters.empty() && vote.groups.empty()) {
            warn("SID-A015", "the vote says nothing, expected 'count', 'voters' or 'groups'", ballot, i);
        }
    }
}

void VoteChecker::checkVoter(const Ballot& ballot, const Voter& voter) {
    const Vote::Option option = ballot.votes[voter.vote].option;
    const std::string name = nameAndParty(voter.name).name;
    const bool mayBeParty = looksLikeParty(name) && !roll_.hasPartiesLike(name);
    if (voter.kind == Voter::Kind::Unknown && roll_.membersAreKnown() && !mayBeParty) {
        warn("SID-A013",
             fmt::format("{} {}, but is neither a member nor a party, expected one of these",
                         inQuotes(voter.name), wordOf(option)),
             ballot, voter.vote, near_.notes(name));
    }
    if (voter.kind != Voter::Kind::Person || option == Vote::Option::Absent) {
        return;
    }
    if (roll_.membersAreKnown() && !MeetingRoll::hasVote(roll_.at(*voter.who))) {
        warn("SID-A013",
             fmt::format("{} {}, but is no member, expected one or a substitute", inQuotes(voter.name),
                         wordOf(option)),
             ballot, voter.vote);
    }
    if (const Absence* absence = roll_.absence(*voter.who, ballot.item)) {
        warn("SID-A004",
             fmt::format("{} {}{}, but {}; expected somebody who is there", inQuotes(voter.name),
                         wordOf(option), where(ballot), wordOf(absence->why)),
             ballot, voter.vote);
    }
}

void VoteChecker::checkRepeated(const Ballot& ballot, const std::vector<Voter>& voters) {
    std::unordered_map<Who, const Voter*> people;
    std::unordered_map<std::string, const Voter*> others; // a party's figures may stand under each option
    for (const Voter& voter : voters) {
        const std::string key = voter.group                        ? fmt::format("{}\n{}", voter.party,
                                                                                 static_cast<int>(ballot.votes[voter.vote].option))
                                : voter.kind == Voter::Kind::Party ? voter.party
                                                                   : voter.name;
        const Voter*& first = voter.who ? people[*voter.who] : others[key];
        if (first == nullptr) {
            first = &voter;
            continue;
        }
        const Vote::Option now = ballot.votes[voter.vote].option;
        const Vote::Option then = ballot.votes[first->vote].option;
        warn("SID-A006",
             now == then ? fmt::format("{} {} twice, expected once", inQuotes(voter.name), wordOf(now))
                         : fmt::format("{} {} and {}, expected one of both", inQuotes(voter.name),
                                       wordOf(then), wordOf(now)),
             ballot, voter.vote);
    }
}

/// How many the voters and figures of each vote come to.
std::vector<NamedSum> VoteChecker::sumsOf(const Ballot& ballot, const std::vector<Voter>& voters) {
    std::vector<NamedSum> out(ballot.votes.size());
    for (const Voter& voter : voters) {
        NamedSum& sum = out[voter.vote];
        sum.known = sum.known && voter.count.has_value();
        (voter.group ? sum.groups : sum.people) += voter.count.value_or(0);
    }
    return out;
}

/// A count that is given is that of those who are named, where all of them can be counted.
void VoteChecker::checkCounts(const Ballot& ballot, const std::vector<NamedSum>& sums) {
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const Vote& vote = ballot.votes[i];
        const bool names = !vote.voters.empty() || !vote.groups.empty();
        if (vote.count && names && sums[i].known && *vote.count != sums[i].all()) {
            warn("SID-A007",
                 fmt::format("the count is {}, and {} are named; expected the same", *vote.count,
                             sums[i].all()),
                 ballot, i);
        }
    }
}

void VoteChecker::checkPresent(const Ballot& ballot, const std::vector<NamedSum>& sums) {
    std::int64_t voted = 0; // at the least
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const Vote& vote = ballot.votes[i];
        voted += vote.option == Vote::Option::Absent ? 0 : vote.count.value_or(sums[i].all());
    }
    const std::size_t present = roll_.votersAt(ballot.item);
    if (voted > static_cast<std::int64_t>(present)) {
        warn("SID-A005",
             fmt::format(
                 "there are {} votes{}, and of the members present {}; expected no more votes than members",
                 voted, where(ballot), present),
             ballot, std::nullopt);
    }
}

/// Figures of a party are no more than its members who are there.
void VoteChecker::checkParties(const Ballot& ballot, const std::vector<Voter>& voters) {
    std::unordered_map<std::string, std::pair<std::int64_t, const Voter*>> figures;
    for (const Voter& voter : voters) {
        if (voter.group && ballot.votes[voter.vote].option != Vote::Option::Absent) {
            auto& [sum, first] = figures[voter.party];
            sum += voter.count.value_or(0);
            first = first == nullptr ? &voter : first;
        }
    }
    for (const Voter& voter : voters) {
        const auto found = figures.find(voter.party);
        if (found == figures.end() || found->second.second != &voter) {
            continue;
        }
        const auto present = static_cast<std::int64_t>(roll_.presentOf(voter.party, ballot.item));
        if (roll_.ofParty(voter.party).empty() && !roll_.hasPartiesLike(voter.party)) {
            continue;
        }
        if (roll_.ofParty(voter.party).empty()) {
            warn("SID-A013",
                 fmt::format("{} is no party of the members, expected one of theirs", inQuotes(voter.name)),
                 ballot, voter.vote);
        } else if (found->second.first > present) {
            warn("SID-A005",
                 fmt::format(
                     "{} has {} votes{}, and of its members present {}; expected no more votes than members",
                     inQuotes(voter.name), found->second.first, where(ballot), present),
                 ballot, voter.vote);
        }
    }
}

void VoteChecker::checkResult(const Ballot& ballot) {
    const VoteTally tally = tallyOf(roll_, ballot.item, ballot.votes);
    const auto yes = tally.count(Vote::Option::Yes);
    const auto no = tally.count(Vote::Option::No);
    if (ballot.result == VoteResult::Adopted && yes && no && *yes < *no) {
        warn("SID-A020", fmt::format("adopted with {} for and {} against, expected more for", *yes, *no),
             ballot, std::nullopt);
    }
}

/// " at item '4'"
std::string VoteChecker::where(const Ballot& ballot) const {
    const std::string& number = roll_.items().number(ballot.item);
    return number.empty() ? std::string() : fmt::format(" at item {}", inQuotes(number));
}

void VoteChecker::warn(std::string_view code, std::string message, const Ballot& ballot,
                       std::optional<std::size_t> vote, std::vector<std::string> notes) {
    const SourcePos source = vote                   ? ballot.votes[*vote].source.orElse(ballot.source)
                             : ballot.votes.empty() ? ballot.source
                                                    : ballot.votes.front().source.orElse(ballot.source);
    diagnostics_.warning(code, ballot.closed ? std::string(inGeneral(code)) : std::move(message), source,
                         vote ? fmt::format("{}.votes[{}]", ballot.path, *vote)
                              : fmt::format("{}.votes", ballot.path),
                         ballot.closed ? std::vector<std::string>() : std::move(notes));
}

} // namespace

void checkVotes(const MeetingRoll& roll, const MeetingPaper& paper, Diagnostics& diagnostics) {
    VoteChecker checker(roll, diagnostics);
    for (std::size_t i = 0; i < roll.items().size(); ++i) {
        const std::vector<Decision>& decisions = roll.items().item(i).decisions;
        for (std::size_t d = 0; d < decisions.size(); ++d) {
            const Decision& decision = decisions[d];
            if (!decidedHere(paper, decision)) {
                continue;
            }
            const std::string path = fmt::format("{}.decisions[{}]", roll.items().path(i), d);
            const bool closed = roll.items().closed(i) || decision.access == Access::Closed;
            if (!decision.votes.empty()) {
                checker.check({decision.votes, decision.result, decision.source, path, i, closed});
            }
            for (std::size_t e = 0; e < decision.voteEvents.size(); ++e) {
                const VoteEvent& event = decision.voteEvents[e];
                const std::string at = fmt::format("{}.voteEvents[{}]", path, e);
                if (event.votes.empty()) {
                    diagnostics.warning("SID-A015", "there are no votes in it, expected 'votes'",
                                        event.source, at);
                    continue;
                }
                checker.check({event.votes, event.result, event.source, at, i, closed});
            }
        }
    }
}

} // namespace sidetal
