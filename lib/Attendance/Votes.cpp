#include "Attendance/Votes.h"

#include "Support/Ascii.h"
#include "Support/Texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <unordered_map>

namespace sidetal {

namespace {

constexpr std::size_t kLast = std::numeric_limits<std::size_t>::max();

std::size_t indexOf(Vote::Option option) {
    return static_cast<std::size_t>(option);
}

/// The party that members write so: its letter or name, or its letter behind its name.
std::string partyOf(const MeetingRoll& roll, const std::string& text) {
    const NameAndParty parts = nameAndParty(text);
    if (!roll.ofParty(parts.name).empty()) {
        return parts.name;
    }
    return looksLikeParty(parts.name) && !roll.ofParty(parts.party).empty() ? parts.party : std::string();
}

Voter voterOf(const MeetingRoll& roll, const std::string& text) {
    const NameAndParty parts = nameAndParty(text);
    Voter out;
    out.name = parts.party.empty() ? parts.name : fmt::format("{} ({})", parts.name, parts.party);
    if (const auto who = roll.find(text)) {
        const Person& person = roll.at(*who).person;
        out.kind = Voter::Kind::Person;
        out.who = who;
        out.party = person.party;
        out.name = out.party.empty() ? person.name : fmt::format("{} ({})", person.name, person.party);
        out.count = 1;
    } else if (std::string party = partyOf(roll, text); !party.empty()) {
        out.kind = Voter::Kind::Party;
        out.party = std::move(party);
    } else {
        out.party = parts.party;
        out.count = looksLikeParty(parts.name) ? std::nullopt : std::optional<std::int64_t>(1);
    }
    return out;
}

/// Where a voter stands in elected order.
std::size_t placeOf(const MeetingRoll& roll, const Voter& voter) {
    if (voter.who) {
        return *voter.who;
    }
    const std::span<const Who> members = roll.ofParty(voter.party);
    return voter.kind == Voter::Kind::Party && !members.empty() ? members.front() : kLast;
}

/// Counts the parties that vote as one: their members who are there, without those who are named.
void countParties(const MeetingRoll& roll, std::size_t item, std::vector<Voter>& voters) {
    std::vector<Who> named;
    for (const Voter& voter : voters) {
        if (voter.who && MeetingRoll::hasVote(roll.at(*voter.who)) && roll.isPresent(*voter.who, item)) {
            named.push_back(*voter.who);
        }
    }
    std::ranges::sort(named);
    named.erase(std::unique(named.begin(), named.end()), named.end());
    std::unordered_map<std::string_view, std::int64_t> ofParty;
    for (const Who who : named) {
        ++ofParty[roll.at(who).person.party];
    }
    for (Voter& voter : voters) {
        if (voter.kind == Voter::Kind::Party && !voter.group) {
            const auto found = ofParty.find(voter.party);
            voter.count = static_cast<std::int64_t>(roll.presentOf(voter.party, item)) -
                          (found == ofParty.end() ? 0 : found->second);
        }
    }
}

/// Names that a vote has beside figures by party which come to the same tell the same people again.
bool toldTwice(const std::vector<const Voter*>& ofVote) {
    std::int64_t people = 0;
    std::int64_t groups = 0;
    for (const Voter* voter : ofVote) {
        (voter->group ? groups : people) += voter->count.value_or(0);
    }
    return groups > 0 && groups == people;
}

std::vector<VoteRow> rowsOf(const MeetingRoll& roll, const std::vector<const Voter*>& voters,
                            std::span<const Vote> votes, const VoteTally& tally) {
    std::map<std::pair<std::size_t, std::size_t>, VoteRow> rows; // by elected order, then as they are named
    std::unordered_map<std::string, std::pair<std::size_t, std::size_t>> places;
    std::array<std::int64_t, kVoteOptions> sums{};
    for (const Voter* voter : voters) {
        if (!voter->count) {
            return {};
        }
        const std::span<const Who> members = roll.ofParty(voter->party);
        const std::size_t elected =
            members.empty() ? kLast - (voter->party.empty() ? 0 : 1) : members.front();
        const auto key = places.try_emplace(voter->party, elected, places.size()).first->second;
        VoteRow& row = rows[key];
        row.party = voter->party;
        const std::size_t option = indexOf(votes[voter->vote].option);
        row.counts[option] += *voter->count;
        sums[option] += *voter->count;
    }
    for (std::size_t i = 0; i < kVoteOptions; ++i) {
        if (tally.named[i] && tally.counts[i] != sums[i]) {
            return {};
        }
    }
    std::vector<VoteRow> out;
    for (auto& [key, row] : rows) {
        out.push_back(std::move(row));
    }
    return out;
}

} // namespace

bool looksLikeParty(std::string_view name) {
    static constexpr std::array<std::string_view, 6> kWords = {"parti",    "liste",      "venstre",
                                                               "alliance", "borgerlige", "demokrat"};
    const std::string lowered = ascii::lowered(name);
    return name.find(' ') == std::string_view::npos ||
           std::ranges::any_of(
               kWords, [&](std::string_view word) { return lowered.find(word) != std::string::npos; });
}

std::vector<Voter> votersOf(const MeetingRoll& roll, std::optional<std::size_t> item,
                            std::span<const Vote> votes) {
    std::vector<Voter> out;
    for (std::size_t i = 0; i < votes.size(); ++i) {
        for (const std::string& text : votes[i].voters) {
            if (!isBlank(text)) {
                out.push_back(voterOf(roll, text));
                out.back().vote = i;
            }
        }
        for (const GroupVotes& group : votes[i].groups) {
            Voter voter;
            const std::string party = partyOf(roll, group.name);
            voter.kind = Voter::Kind::Party;
            voter.name = collapse(group.name);
            voter.party = party.empty() ? voter.name : party;
            voter.count = group.count;
            voter.vote = i;
            voter.group = true;
            out.push_back(std::move(voter));
        }
    }
    if (item) {
        countParties(roll, *item, out);
    }
    return out;
}

VoteTally tallyOf(const MeetingRoll& roll, std::optional<std::size_t> item, std::span<const Vote> votes) {
    VoteTally out;
    const std::vector<Voter> voters = votersOf(roll, item, votes);
    std::vector<std::vector<const Voter*>> ofVote(votes.size());
    for (const Voter& voter : voters) {
        ofVote[voter.vote].push_back(&voter);
    }
    std::vector<const Voter*> counted;
    std::array<bool, kVoteOptions> unknown{};
    for (std::size_t i = 0; i < votes.size(); ++i) {
        const std::size_t option = indexOf(votes[i].option);
        const bool twice = toldTwice(ofVote[i]);
        std::int64_t sum = 0;
        bool known = votes[i].count.has_value() || !ofVote[i].empty();
        for (const Voter* voter : ofVote[i]) {
            if (twice && !voter->group) {
                continue; // the figures say by party what the names say
            }
            counted.push_back(voter);
            sum += voter->count.value_or(0);
            known = known && (voter->count.has_value() || votes[i].count.has_value());
        }
        out.named[option] = true;
        unknown[option] = unknown[option] || !known;
        out.counts[option] = out.counts[option].value_or(0) + votes[i].count.value_or(sum);
    }
    for (std::size_t i = 0; i < kVoteOptions; ++i) {
        if (unknown[i]) {
            out.counts[i].reset();
        }
    }
    out.rows = rowsOf(roll, counted, votes, out);
    for (const Voter& voter : voters) {
        out.voters[indexOf(votes[voter.vote].option)].push_back(voter);
    }
    for (std::vector<Voter>& list : out.voters) {
        if (std::ranges::any_of(list, [](const Voter& voter) { return !voter.group; })) {
            std::erase_if(list,
                          [](const Voter& voter) { return voter.group; }); // names say more than figures
        }
        std::ranges::stable_sort(list, {}, [&](const Voter& voter) { return placeOf(roll, voter); });
    }
    return out;
}

} // namespace sidetal
