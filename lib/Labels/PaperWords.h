#pragma once

#include "Labels/Labels.h"

#include <string>
#include <string_view>

namespace sidetal {

/// The words that agendas and minutes print of their own around their items: patterns with named places.
enum class PaperWord : std::uint8_t {
    Contents,     ///< Indhold; the heading of the list of contents
    ItemShort,    ///< Punkt {number}; of a link and the head of pages
    ContentsLink, ///< Punkt {number}, side {page}; what a row of the contents leads to; {page} is filled in
                  ///< later
    ContentsLinkUnnumbered, ///< {title}, side {page}; the same of an item without number
    ItemOf,                 ///< , pkt. {number}; behind the day of a decision
    Resume,                 ///< Resumé; sections in the order of model::kSectionKeys
    Theme,                  ///< Beslutningstema
    Recommendation,         ///< Indstilling
    Decision,               ///< Beslutning
    Presentation,           ///< Sagsfremstilling
    Background,             ///< Baggrund
    Involvement,            ///< Inddragelse og høring
    Alternatives,           ///< Alternativer
    Timeframe,              ///< Tidsperspektiv
    Economy,                ///< Økonomi
    Legal,                  ///< Lovgrundlag
    Effect,                 ///< Effekt
    Staff,                  ///< Personale
    Climate,                ///< Klima og miljø
    Communication,          ///< Kommunikation
    Competence,             ///< Sagen afgøres i
    SectionAbsent,          ///< Fraværende
    Enclosures,             ///< Bilag
    Supplementary,          ///< Supplerende sagsfremstilling
    Nothing,                ///< Intet.; a section without text
    KindDecision,           ///< beslutning; an item's kind in the contents; in the order of AgendaItem::Kind
    KindDiscussion,         ///< drøftelse
    KindInformation,        ///< meddelelse
    KindOrientation,        ///< orientering
    CaseDecision,           ///< Beslutningssag; the same in the line of a case
    CaseDiscussion,         ///< Drøftelsessag
    CaseInformation,        ///< Meddelelse
    CaseOrientation,        ///< Orienteringssag
    LetterDecision,         ///< B; the same as a letter
    LetterDiscussion,       ///< D
    LetterInformation,      ///< M
    LetterOrientation,      ///< O
    OpenCase,               ///< Åben sag
    ClosedCase,             ///< Lukket sag
    Presenter,              ///< Oplægsholder
    Dissent,                ///< Mindretalsudtalelse
    AbsentFromItem,         ///< Fraværende ved punktet: {names}
    EnclosureNumber,        ///< Bilag {number}
    ClosedEnclosure,        ///< Lukket bilag
    OnePage,                ///< 1 side
    Pages,                  ///< {count} sider
    JournalNumber,          ///< Journalnr. {number}
    Added,                  ///< Tilføjet {date}
    SupplementTo,           ///< Tillæg til; a fact's label
    ExcerptMinutes,         ///< Protokoludskrift; the title of an excerpt of minutes
    ExcerptAgenda,          ///< Udskrift; the title of an excerpt of an agenda
    ExcerptOf,              ///< Udskrift af; a fact's label
    ExcerptItems,           ///< {paper}, punkt {items}; its value
    Corrected,              ///< Rettet udgave; the heading over what was corrected
    CorrectsVersion,        ///< Erstatter version {version} af {date}.
    CorrectsDated,          ///< Erstatter udgaven af {date}.
    CorrectsNumbered,       ///< Erstatter version {version}.
    CorrectsOther,          ///< Erstatter en tidligere udgave.
    CorrectedOn,            ///< Rettet {date}.
    NothingCorrected,       ///< Indholdet er det samme.
    ChangeChanged,          ///< {item}: ændret: {fields}; in the order of Change::Kind
    ChangeAdded,            ///< {item}: tilføjet
    ChangeRemoved,          ///< {item}: fjernet
    ChangedPaper,           ///< Mødet og dokumentet; what stands for an item there
    ChangedWords,           ///< {field} (fra »{before}« til »{after}«)
    ChangedFrom,            ///< {field} (før »{before}«)
    ChangedTo,              ///< {field} (nu »{after}«)
    ContentHash,            ///< SHA-256 {hash}; in the foot
    SupplementGroup,        ///< Tillægsdagsorden; the part of a consolidated agenda
    Extraordinary,          ///< Ekstraordinært møde
    Remote,                 ///< Fjernmøde
    MeetingKind,            ///< Mødetype; a fact's label
    Committee,              ///< Udvalg; a fact's label
    Version,                ///< Version; a fact's label
    Attendance,             ///< Fremmøde; a fact's label, and the heading over lists of names
    Members,                ///< Medlemmer ({count})
    Expected,               ///< Mødedeltagere ({count})
    GuestsFact,             ///< Gæster; a fact's label
    Signatures,             ///< Underskrifter
    SignedByMembers, ///< Beslutningsprotokollen underskrives efter mødet af de medlemmer, der har deltaget
                     ///< (kommunestyrelsesloven § 13).
    SignedByTwo,     ///< Beslutningsprotokollen underskrives af formanden og sekretæren.
    Approved,        ///< Godkendt digitalt af {name}
    ApprovedOn,      ///< Godkendt digitalt den {date} af {name}
    DayAndTime,      ///< {weekday} den {date} kl. {time}; of the cover
    DayOnly,         ///< {weekday} den {date}
    Monday,          ///< mandag; in the order of the week
    Tuesday,         ///< tirsdag
    Wednesday,       ///< onsdag
    Thursday,        ///< torsdag
    Friday,          ///< fredag
    Saturday,        ///< lørdag
    Sunday,          ///< søndag
};

/// How many words there are.
inline constexpr std::size_t kPaperWordCount = static_cast<std::size_t>(PaperWord::Sunday) + 1;

/// The word or pattern in the catalogue's language; lives as long as the program.
[[nodiscard]] std::string_view paperWord(const Labels& labels, PaperWord word);

/// The word that stands `by` places after `first`.
[[nodiscard]] constexpr PaperWord wordAfter(PaperWord first, std::size_t by) {
    return static_cast<PaperWord>(static_cast<std::size_t>(first) + by);
}

/// "onsdag" of a date of the Gregorian calendar.
[[nodiscard]] std::string_view weekdayOf(const Labels& labels, Date date);

} // namespace sidetal
