#include "Attendance/Votes.h"

#include "Labels/Phrases.h"

#include <fmt/format.h>

namespace sidetal {

namespace {

using fmt::arg;

constexpr std::array<Phrase, kVoteOptions> kOptionNames = {Phrase::For, Phrase::Against, Phrase::Abstained,
                                                           Phrase::DidNotVote, Phrase::TookNoPart};

/// The options that a table has a column for: the first three always.
constexpr std::size_t kColumnsAlways = 3;

std::string inWords(const Labels& labels, Phrase phrase) {
    return std::string(phraseOf(labels, phrase));
}

std::string counted(const Labels& labels, Phrase phrase, std::int64_t count) {
    return fmt::format(fmt::runtime(phraseOf(labels, phrase)), arg("count", count));
}

} // namespace

std::string VoteWords::caption() const {
    return inWords(labels_, Phrase::Voting);
}

VoteTable VoteWords::table(const VoteTally& tally) const {
    VoteTable out;
    std::vector<std::size_t> columns;
    out.head.push_back(inWords(labels_, Phrase::Party));
    for (std::size_t i = 0; i < kVoteOptions; ++i) {
        if (i < kColumnsAlways || tally.counts[i].value_or(0) > 0) {
            columns.push_back(i);
            out.head.push_back(inWords(labels_, kOptionNames[i]));
        }
    }
    for (const VoteRow& row : tally.rows) {
        std::vector<std::string>& cells = out.rows.emplace_back();
        cells.push_back(row.party.empty() ? inWords(labels_, Phrase::NoParty) : row.party);
        for (const std::size_t column : columns) {
            cells.push_back(std::to_string(row.counts[column]));
        }
    }
    out.total.push_back(inWords(labels_, Phrase::InAll));
    for (const std::size_t column : columns) {
        out.total.push_back(std::to_string(tally.counts[column].value_or(0)));
    }
    return out;
}

std::vector<VoteList> VoteWords::lists(const VoteTally& tally) const {
    std::vector<VoteList> out;
    for (std::size_t i = 0; i < kVoteOptions; ++i) {
        if (tally.voters[i].empty()) {
            continue;
        }
        VoteList list;
        list.option = static_cast<Vote::Option>(i);
        list.title = inWords(labels_, kOptionNames[i]);
        if (tally.counts[i]) {
            list.title = fmt::format(fmt::runtime(phraseOf(labels_, Phrase::Voters)),
                                     arg("option", list.title), arg("count", *tally.counts[i]));
        }
        for (const Voter& voter : tally.voters[i]) {
            const bool figure = voter.kind == Voter::Kind::Party && voter.count;
            list.names.push_back(figure ? fmt::format("{} ({})", voter.name, *voter.count) : voter.name);
        }
        out.push_back(std::move(list));
    }
    return out;
}

std::string VoteWords::result(const VoteTally& tally, VoteResult result) const {
    const bool said = result != VoteResult::Unspecified;
    std::string out = forAndAgainst(tally, said);
    if (said) {
        const std::string word =
            inWords(labels_, result == VoteResult::Adopted ? Phrase::Adopted : Phrase::Rejected);
        out = out.empty() ? word
                          : fmt::format(fmt::runtime(phraseOf(labels_, Phrase::WithVotes)),
                                        arg("result", word), arg("votes", out));
    }
    const std::string more = others(tally);
    if (!more.empty()) {
        out = out.empty() ? more
                          : fmt::format(fmt::runtime(phraseOf(labels_, Phrase::AndOthers)), arg("votes", out),
                                        arg("others", more));
    }
    if (out.empty()) {
        return out;
    }
    if (!said && out.front() >= 'a' && out.front() <= 'z') { // "ingen stemte for" begins the sentence
        out.front() = static_cast<char>(out.front() - 'a' + 'A');
    }
    return out + ".";
}

/// "24 stemmer for og 5 imod" as votes; "24 stemte for og 5 imod" as voters.
std::string VoteWords::forAndAgainst(const VoteTally& tally, bool asVotes) const {
    const auto yes = tally.count(Vote::Option::Yes);
    const auto no = tally.count(Vote::Option::No);
    std::vector<std::string> parts;
    if (yes) {
        const Phrase phrase = asVotes     ? *yes == 0   ? Phrase::NoVotesFor
                                            : *yes == 1 ? Phrase::VoteFor
                                                        : Phrase::VotesFor
                              : *yes == 0 ? Phrase::NobodyFor
                                          : Phrase::VotedFor;
        parts.push_back(counted(labels_, phrase, *yes));
    }
    if (no) {
        const Phrase alone = asVotes    ? *no == 0   ? Phrase::NoVotesAgainst
                                          : *no == 1 ? Phrase::VoteAgainst
                                                     : Phrase::VotesAgainst
                             : *no == 0 ? Phrase::NobodyAgainst
                                        : Phrase::VotedAgainst;
        const Phrase after = *no == 0 ? Phrase::NoneAgainst : Phrase::SomeAgainst;
        parts.push_back(counted(labels_, yes ? after : alone, *no));
    }
    return joined(parts);
}

/// "2 undlod at stemme og 1 stemte ikke"
std::string VoteWords::others(const VoteTally& tally) const {
    static constexpr std::array<std::pair<Vote::Option, Phrase>, 3> kOthers = {{
        {Vote::Option::Abstain, Phrase::SomeAbstained},
        {Vote::Option::NotVoting, Phrase::SomeDidNotVote},
        {Vote::Option::Absent, Phrase::SomeNoPart},
    }};
    std::vector<std::string> parts;
    for (const auto& [option, phrase] : kOthers) {
        if (const std::int64_t count = tally.count(option).value_or(0); count > 0) {
            parts.push_back(counted(labels_, phrase, count));
        }
    }
    return joined(parts);
}

std::string VoteWords::joined(const std::vector<std::string>& parts) const {
    if (parts.size() < 2) {
        return parts.empty() ? std::string() : parts.front();
    }
    const std::vector<std::string> first(parts.begin(), parts.end() - 1);
    return fmt::format(fmt::runtime(phraseOf(labels_, Phrase::And)),
                       arg("first", fmt::format("{}", fmt::join(first, ", "))), arg("last", parts.back()));
}

} // namespace sidetal
