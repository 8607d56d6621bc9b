#pragma once

#include "Attendance/Roll.h"
#include "Labels/Labels.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sidetal {

/// How many ways there are to vote, not voting and being absent included.
inline constexpr std::size_t kVoteOptions = static_cast<std::size_t>(Vote::Option::Absent) + 1;

/// A voter of a vote: a person, a party or group, or whom nobody knows.
struct Voter {
    enum class Kind : std::uint8_t { Person, Party, Unknown };
    Kind kind = Kind::Unknown;
    std::string name;                  ///< "Navn (V)", or the party's name
    std::string party;                 ///< a person's, or the party itself; empty where it is not known
    std::optional<Who> who;            ///< a person's entry in the roll
    std::optional<std::int64_t> count; ///< of a party: how many voted so, where that is known; 1 of a person
    std::size_t vote = 0;              ///< the place of the vote that names him
    bool group = false;                ///< named under "groups"
};

/// A party in a table of votes; of those without party the last row, whose party is empty.
struct VoteRow {
    std::string party;
    std::array<std::int64_t, kVoteOptions> counts{};
};

/// What the votes on one thing come to.
struct VoteTally {
    /// Of each option: how many; nothing where no vote names it, or where it cannot be told. A count that is
    /// given is believed.
    std::array<std::optional<std::int64_t>, kVoteOptions> counts;
    std::array<bool, kVoteOptions> named{}; ///< some vote has the option
    /// Per party in elected order; empty where the votes do not say it of all who voted.
    std::vector<VoteRow> rows;
    /// Who voted so in elected order, parties among them where their first member is; then whom the roll does
    /// not know.
    std::array<std::vector<Voter>, kVoteOptions> voters;

    [[nodiscard]] std::optional<std::int64_t> count(Vote::Option option) const {
        return counts[static_cast<std::size_t>(option)];
    }
};

/// True for what is a party's name rather than a person's: one word, or one that names of parties have.
[[nodiscard]] bool looksLikeParty(std::string_view name);

/// The voters of some votes, found in the roll. A party's count is that of its members who are there at
/// `item` and who are not named apart from it; without an item (of a decision of another meeting) it is not
/// known.
[[nodiscard]] std::vector<Voter> votersOf(const MeetingRoll& roll, std::optional<std::size_t> item,
                                          std::span<const Vote> votes);

/// Counts the votes on one thing, of this meeting at `item` or, without, of another one.
[[nodiscard]] VoteTally tallyOf(const MeetingRoll& roll, std::optional<std::size_t> item,
                                std::span<const Vote> votes);

/// A table of votes in words: the first column of its head is the party's.
struct VoteTable {
    std::vector<std::string> head;              ///< Parti, For, Imod, Undlod [Stemte ikke] [Deltog ikke]
    std::vector<std::vector<std::string>> rows; ///< of each party: its name and a figure a column
    std::vector<std::string> total;             ///< I alt, and a figure a column
};

/// "For (24)" and who they are.
struct VoteList {
    Vote::Option option = Vote::Option::Yes;
    std::string title; ///< "For (24)"; without its count where that is not known
    std::vector<std::string> names;
};

/// What is printed of votes, in the catalogue's words.
class VoteWords {
  public:
    explicit VoteWords(const Labels& labels)
        : labels_(labels) {}

    /// "Afstemning", where a table has no title of its own.
    [[nodiscard]] std::string caption() const;
    /// No rows where the tally has none: then there is nothing that a table says and the sentence does not.
    [[nodiscard]] VoteTable table(const VoteTally& tally) const;
    /// Of each option that names somebody.
    [[nodiscard]] std::vector<VoteList> lists(const VoteTally& tally) const;
    /// "Godkendt med 24 stemmer for og 5 imod; 2 undlod at stemme."; without a result "24 stemte for og 5
    /// imod; …"; empty where there is neither a result nor a count.
    [[nodiscard]] std::string result(const VoteTally& tally, VoteResult result) const;

  private:
    [[nodiscard]] std::string forAndAgainst(const VoteTally& tally, bool asVotes) const;
    [[nodiscard]] std::string others(const VoteTally& tally) const;
    [[nodiscard]] std::string joined(const std::vector<std::string>& parts) const;

    const Labels& labels_;
};

} // namespace sidetal
