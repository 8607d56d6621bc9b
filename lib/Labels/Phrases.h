#pragma once

#include "Labels/Labels.h"

#include <string_view>

namespace sidetal {

/// The sentences that sidetal writes of a meeting's attendance and votes, and the words of their lists:
/// patterns with named places, which are the same in every language. What a place takes begins with its own
/// blank where it may be left out.
enum class Phrase : std::uint8_t {
    // Lists of people.
    PresentList, ///< Til stede ({count})
    ExcusedList, ///< Afbud ({count})
    AbsentList,  ///< Fraværende ({count})
    OthersList,  ///< Øvrige deltagere ({count})
    GuestsList,  ///< Gæster ({count})

    // What stands behind a name there.
    NoteArrived,      ///< Ankom{time}{item}
    NoteReturned,     ///< Kom tilbage{time}{item}
    NoteLeft,         ///< Forlod mødet{time}{item}
    NoteItem,         ///< " (punkt {item})"
    NoteAfterItem,    ///< " (efter punkt {item})"
    NoteSubstitute,   ///< stedfortræder: {name}
    NoteSubstituteOf, ///< stedfortræder for {name}

    // Parts of sentences.
    AtTime,        ///< " kl. {time}"
    FromTime,      ///< " fra kl. {time}"
    ToItem,        ///< " til behandlingen af punkt {item}"
    AfterItem,     ///< " efter behandlingen af punkt {item}"
    AfterThisItem, ///< " efter behandlingen af punktet"
    Missed,        ///< " og deltog ikke i behandlingen af {items}"
    InItems,       ///< " i behandlingen af {items}"
    InThisItem,    ///< " i behandlingen af punktet"
    OneItem,       ///< punkt {items}
    Items,         ///< punkt {items}, of several
    ItemRange,     ///< {from}-{to}
    And,           ///< {first} og {last}

    // Sentences at the meeting's head and at items.
    Arrived,        ///< {name} ankom{time}{item}{missed}.
    Returned,       ///< {name} kom tilbage{time}{item}.
    Left,           ///< {name} forlod mødet{time}{item}{missed}.
    Excused,        ///< Afbud: {name}
    AbsentUnsaid,   ///< Fraværende uden afbud: {name}
    AbsentLine,     ///< Fraværende: {name}
    SubstituteLine, ///< ". Stedfortræder: {name}"
    SubstituteOf,   ///< {name} deltog{items}{time} som stedfortræder for {member}.
    Substitute,     ///< {name} deltog{items}{time} som stedfortræder.
    Disqualified,   ///< {name} deltog ikke{items} på grund af inhabilitet{reason}.
    NotThere,       ///< {name} deltog ikke{items}{reason}.
    AbsentHere,     ///< Fraværende ved punktet: {names}
    MeetingClosed,  ///< Mødet sluttede kl. {time}.

    // Votes.
    Voting,         ///< Afstemning: a table's caption where it has no title
    Party,          ///< Parti
    NoParty,        ///< Uden parti
    InAll,          ///< I alt
    For,            ///< For
    Against,        ///< Imod
    Abstained,      ///< Undlod
    DidNotVote,     ///< Stemte ikke
    TookNoPart,     ///< Deltog ikke
    Voters,         ///< {option} ({count})
    Adopted,        ///< Godkendt
    Rejected,       ///< Forkastet
    WithVotes,      ///< {result} med {votes}
    AndOthers,      ///< {votes}; {others}
    VoteFor,        ///< 1 stemme for
    VotesFor,       ///< {count} stemmer for
    NoVotesFor,     ///< ingen stemmer for
    VoteAgainst,    ///< 1 stemme imod
    VotesAgainst,   ///< {count} stemmer imod
    NoVotesAgainst, ///< ingen stemmer imod
    SomeAgainst,    ///< {count} imod, after those for
    NoneAgainst,    ///< ingen imod, after those for
    VotedFor,       ///< {count} stemte for
    NobodyFor,      ///< ingen stemte for
    VotedAgainst,   ///< {count} stemte imod
    NobodyAgainst,  ///< ingen stemte imod
    SomeAbstained,  ///< {count} undlod at stemme
    SomeDidNotVote, ///< {count} stemte ikke
    SomeNoPart,     ///< {count} deltog ikke i afstemningen
};

/// How many phrases there are.
inline constexpr std::size_t kPhraseCount = static_cast<std::size_t>(Phrase::SomeNoPart) + 1;

/// The phrase in the catalogue's language; lives as long as the program.
[[nodiscard]] std::string_view phraseOf(const Labels& labels, Phrase phrase);

} // namespace sidetal
