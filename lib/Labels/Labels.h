#pragma once

#include "sidetal/Support/DateTime.h"

#include <string>
#include <string_view>

namespace sidetal {

/// The words that sidetal prints of its own; everything else is the document's.
enum class Label : std::uint8_t {
    Agenda,            ///< Dagsorden: the title of an agenda that has none
    Minutes,           ///< Referat: the title of minutes that have none
    MeetingDate,       ///< Mødedato
    MeetingTime,       ///< Mødetidspunkt
    Place,             ///< Mødested
    Chair,             ///< Mødeleder
    Secretary,         ///< Referent
    Participants,      ///< Mødedeltagere
    Absent,            ///< Fraværende
    Date,              ///< Dato
    CaseNumber,        ///< Sagsnr.
    CaseOfficer,       ///< Sagsbehandler
    Withdrawn,         ///< udgår
    Closed,            ///< lukket
    ClosedItem,        ///< Lukket punkt: in place of its title
    ClosedSection,     ///< Lukket afsnit
    ClosedEnclosure,   ///< Lukket bilag
    GoalMatrix,        ///< Målmatrix: the title of a goal matrix that has none
    Theme,             ///< Tema
    Number,            ///< Nr.
    Goal,              ///< Målsætning
    Initiatives,       ///< Understøttende indsatser
    Partners,          ///< Hvem samarbejdes der med?
    Continued,         ///< (fortsat)
    Prioritised,       ///< Prioriteret: what the sign of a prioritised goal is read as
    PrioritisedLegend, ///< Markerer de målsætninger …
    Note,              ///< Note: before a note's number, to who follows its sign
    Draft,             ///< udkast: behind the title of a draft
    DraftMark,         ///< UDKAST: in the head and across the pages of a draft
    CopyFor,           ///< Eksemplar til: before the name of whom a copy is for
    PageOfPages,       ///< Side {page} af {pages}
};

/// How many labels there are.
inline constexpr std::size_t kLabelCount = static_cast<std::size_t>(Label::PageOfPages) + 1;

/// The printed words of one language.
class Labels {
  public:
    /// The catalogue of a BCP 47 tag by its primary subtag ("da-DK" is Danish), or null where there is none.
    [[nodiscard]] static const Labels* find(std::string_view language);
    /// The Danish catalogue.
    [[nodiscard]] static const Labels& danish();

    /// The language, a primary subtag: "da".
    [[nodiscard]] std::string_view language() const;

    /// The word or words; lives as long as the program.
    [[nodiscard]] std::string_view operator[](Label label) const;

    /// "26. oktober 2021", "26 October 2021"
    [[nodiscard]] std::string longDate(Date date) const;
    /// "26-10-2021", "26/10/2021"
    [[nodiscard]] std::string shortDate(Date date) const;

    /// The tables behind it, one a language.
    struct Table;

    /// For the catalogue itself.
    explicit constexpr Labels(const Table& table)
        : table_(&table) {}

  private:
    const Table* table_;
};

/// "15.00", "09:30"
[[nodiscard]] std::string formatTime(TimeOfDay time, char separator);

} // namespace sidetal
