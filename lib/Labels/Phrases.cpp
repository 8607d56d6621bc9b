#include "Labels/Phrases.h"

#include <array>
#include <utility>

namespace sidetal {

namespace {

using Phrases = std::array<std::pair<Phrase, std::string_view>, kPhraseCount>;

constexpr Phrases kDanishPhrases{{
    {Phrase::PresentList, "Til stede ({count})"},
    {Phrase::ExcusedList, "Afbud ({count})"},
    {Phrase::AbsentList, "Fraværende ({count})"},
    {Phrase::OthersList, "Øvrige deltagere ({count})"},
    {Phrase::GuestsList, "Gæster ({count})"},
    {Phrase::NoteArrived, "Ankom{time}{item}"},
    {Phrase::NoteReturned, "Kom tilbage{time}{item}"},
    {Phrase::NoteLeft, "Forlod mødet{time}{item}"},
    {Phrase::NoteItem, " (punkt {item})"},
    {Phrase::NoteAfterItem, " (efter punkt {item})"},
    {Phrase::NoteSubstitute, "stedfortræder: {name}"},
    {Phrase::NoteSubstituteOf, "stedfortræder for {name}"},
    {Phrase::AtTime, " kl. {time}"},
    {Phrase::FromTime, " fra kl. {time}"},
    {Phrase::ToItem, " til behandlingen af punkt {item}"},
    {Phrase::AfterItem, " efter behandlingen af punkt {item}"},
    {Phrase::AfterThisItem, " efter behandlingen af punktet"},
    {Phrase::Missed, " og deltog ikke i behandlingen af {items}"},
    {Phrase::InItems, " i behandlingen af {items}"},
    {Phrase::InThisItem, " i behandlingen af punktet"},
    {Phrase::OneItem, "punkt {items}"},
    {Phrase::Items, "punkt {items}"},
    {Phrase::ItemRange, "{from}-{to}"},
    {Phrase::And, "{first} og {last}"},
    {Phrase::Arrived, "{name} ankom{time}{item}{missed}."},
    {Phrase::Returned, "{name} kom tilbage{time}{item}."},
    {Phrase::Left, "{name} forlod mødet{time}{item}{missed}."},
    {Phrase::Excused, "Afbud: {name}"},
    {Phrase::AbsentUnsaid, "Fraværende uden afbud: {name}"},
    {Phrase::AbsentLine, "Fraværende: {name}"},
    {Phrase::SubstituteLine, ". Stedfortræder: {name}"},
    {Phrase::SubstituteOf, "{name} deltog{items}{time} som stedfortræder for {member}."},
    {Phrase::Substitute, "{name} deltog{items}{time} som stedfortræder."},
    {Phrase::Disqualified, "{name} deltog ikke{items} på grund af inhabilitet{reason}."},
    {Phrase::NotThere, "{name} deltog ikke{items}{reason}."},
    {Phrase::AbsentHere, "Fraværende ved punktet: {names}"},
    {Phrase::MeetingClosed, "Mødet sluttede kl. {time}."},
    {Phrase::Voting, "Afstemning"},
    {Phrase::Party, "Parti"},
    {Phrase::NoParty, "Uden parti"},
    {Phrase::InAll, "I alt"},
    {Phrase::For, "For"},
    {Phrase::Against, "Imod"},
    {Phrase::Abstained, "Undlod"},
    {Phrase::DidNotVote, "Stemte ikke"},
    {Phrase::TookNoPart, "Deltog ikke"},
    {Phrase::Voters, "{option} ({count})"},
    {Phrase::Adopted, "Godkendt"},
    {Phrase::Rejected, "Forkastet"},
    {Phrase::WithVotes, "{result} med {votes}"},
    {Phrase::AndOthers, "{votes}; {others}"},
    {Phrase::VoteFor, "1 stemme for"},
    {Phrase::VotesFor, "{count} stemmer for"},
    {Phrase::NoVotesFor, "ingen stemmer for"},
    {Phrase::VoteAgainst, "1 stemme imod"},
    {Phrase::VotesAgainst, "{count} stemmer imod"},
    {Phrase::NoVotesAgainst, "ingen stemmer imod"},
    {Phrase::SomeAgainst, "{count} imod"},
    {Phrase::NoneAgainst, "ingen imod"},
    {Phrase::VotedFor, "{count} stemte for"},
    {Phrase::NobodyFor, "ingen stemte for"},
    {Phrase::VotedAgainst, "{count} stemte imod"},
    {Phrase::NobodyAgainst, "ingen stemte imod"},
    {Phrase::SomeAbstained, "{count} undlod at stemme"},
    {Phrase::SomeDidNotVote, "{count} stemte ikke"},
    {Phrase::SomeNoPart, "{count} deltog ikke i afstemningen"},
}};

constexpr Phrases kEnglishPhrases{{
    {Phrase::PresentList, "Present ({count})"},
    {Phrase::ExcusedList, "Apologies ({count})"},
    {Phrase::AbsentList, "Absent ({count})"},
    {Phrase::OthersList, "Also present ({count})"},
    {Phrase::GuestsList, "Guests ({count})"},
    {Phrase::NoteArrived, "Arrived{time}{item}"},
    {Phrase::NoteReturned, "Returned{time}{item}"},
    {Phrase::NoteLeft, "Left{time}{item}"},
    {Phrase::NoteItem, " (item {item})"},
    {Phrase::NoteAfterItem, " (after item {item})"},
    {Phrase::NoteSubstitute, "substitute: {name}"},
    {Phrase::NoteSubstituteOf, "substitute for {name}"},
    {Phrase::AtTime, " at {time}"},
    {Phrase::FromTime, " from {time}"},
    {Phrase::ToItem, " for item {item}"},
    {Phrase::AfterItem, " after item {item}"},
    {Phrase::AfterThisItem, " after this item"},
    {Phrase::Missed, " and took no part in {items}"},
    {Phrase::InItems, " in {items}"},
    {Phrase::InThisItem, " in this item"},
    {Phrase::OneItem, "item {items}"},
    {Phrase::Items, "items {items}"},
    {Phrase::ItemRange, "{from} to {to}"},
    {Phrase::And, "{first} and {last}"},
    {Phrase::Arrived, "{name} arrived{time}{item}{missed}."},
    {Phrase::Returned, "{name} returned{time}{item}."},
    {Phrase::Left, "{name} left the meeting{time}{item}{missed}."},
    {Phrase::Excused, "Apologies: {name}"},
    {Phrase::AbsentUnsaid, "Absent without apologies: {name}"},
    {Phrase::AbsentLine, "Absent: {name}"},
    {Phrase::SubstituteLine, ". Substitute: {name}"},
    {Phrase::SubstituteOf, "{name} took part{items}{time} as substitute for {member}."},
    {Phrase::Substitute, "{name} took part{items}{time} as substitute."},
    {Phrase::Disqualified, "{name} took no part{items} owing to a conflict of interest{reason}."},
    {Phrase::NotThere, "{name} took no part{items}{reason}."},
    {Phrase::AbsentHere, "Absent for this item: {names}"},
    {Phrase::MeetingClosed, "The meeting closed at {time}."},
    {Phrase::Voting, "Vote"},
    {Phrase::Party, "Party"},
    {Phrase::NoParty, "No party"},
    {Phrase::InAll, "Total"},
    {Phrase::For, "For"},
    {Phrase::Against, "Against"},
    {Phrase::Abstained, "Abstained"},
    {Phrase::DidNotVote, "Did not vote"},
    {Phrase::TookNoPart, "Took no part"},
    {Phrase::Voters, "{option} ({count})"},
    {Phrase::Adopted, "Adopted"},
    {Phrase::Rejected, "Rejected"},
    {Phrase::WithVotes, "{result} with {votes}"},
    {Phrase::AndOthers, "{votes}; {others}"},
    {Phrase::VoteFor, "1 vote in favour"},
    {Phrase::VotesFor, "{count} votes in favour"},
    {Phrase::NoVotesFor, "no votes in favour"},
    {Phrase::VoteAgainst, "1 vote against"},
    {Phrase::VotesAgainst, "{count} votes against"},
    {Phrase::NoVotesAgainst, "no votes against"},
    {Phrase::SomeAgainst, "{count} against"},
    {Phrase::NoneAgainst, "none against"},
    {Phrase::VotedFor, "{count} voted in favour"},
    {Phrase::NobodyFor, "nobody voted in favour"},
    {Phrase::VotedAgainst, "{count} voted against"},
    {Phrase::NobodyAgainst, "nobody voted against"},
    {Phrase::SomeAbstained, "{count} abstained"},
    {Phrase::SomeDidNotVote, "{count} did not vote"},
    {Phrase::SomeNoPart, "{count} took no part in the vote"},
}};

/// Every phrase in its place, none left empty: checked when this file is compiled.
constexpr bool phrasesInOrder(const Phrases& phrases) {
    for (std::size_t i = 0; i < kPhraseCount; ++i) {
        if (static_cast<std::size_t>(phrases[i].first) != i || phrases[i].second.empty()) {
            return false;
        }
    }
    return true;
}
static_assert(phrasesInOrder(kDanishPhrases) && phrasesInOrder(kEnglishPhrases));

} // namespace

std::string_view phraseOf(const Labels& labels, Phrase phrase) {
    const Phrases& phrases = labels.language() == "en" ? kEnglishPhrases : kDanishPhrases;
    return phrases[static_cast<std::size_t>(phrase)].second;
}

} // namespace sidetal
