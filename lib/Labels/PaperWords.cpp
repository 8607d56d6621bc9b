#include "Labels/PaperWords.h"

#include "Labels/Catalogue.h"

#include <array>
#include <chrono>
#include <utility>

namespace sidetal {

namespace {

using Words = Catalogue<PaperWord, kPaperWordCount>;

constexpr Words kDanishPaper{{
    {PaperWord::Contents, "Indhold"},
    {PaperWord::ItemShort, "Punkt {number}"},
    {PaperWord::ContentsLink, "Punkt {number}, side {page}"},
    {PaperWord::ContentsLinkUnnumbered, "{title}, side {page}"},
    {PaperWord::ItemOf, ", pkt. {number}"},
    {PaperWord::Resume, "Resumé"},
    {PaperWord::Theme, "Beslutningstema"},
    {PaperWord::Recommendation, "Indstilling"},
    {PaperWord::Decision, "Beslutning"},
    {PaperWord::Presentation, "Sagsfremstilling"},
    {PaperWord::Background, "Baggrund"},
    {PaperWord::Involvement, "Inddragelse og høring"},
    {PaperWord::Alternatives, "Alternativer"},
    {PaperWord::Timeframe, "Tidsperspektiv"},
    {PaperWord::Economy, "Økonomi"},
    {PaperWord::Legal, "Lovgrundlag"},
    {PaperWord::Effect, "Effekt"},
    {PaperWord::Staff, "Personale"},
    {PaperWord::Climate, "Klima og miljø"},
    {PaperWord::Communication, "Kommunikation"},
    {PaperWord::Competence, "Sagen afgøres i"},
    {PaperWord::SectionAbsent, "Fraværende"},
    {PaperWord::Enclosures, "Bilag"},
    {PaperWord::Supplementary, "Supplerende sagsfremstilling"},
    {PaperWord::Nothing, "Intet."},
    {PaperWord::KindDecision, "beslutning"},
    {PaperWord::KindDiscussion, "drøftelse"},
    {PaperWord::KindInformation, "meddelelse"},
    {PaperWord::KindOrientation, "orientering"},
    {PaperWord::CaseDecision, "Beslutningssag"},
    {PaperWord::CaseDiscussion, "Drøftelsessag"},
    {PaperWord::CaseInformation, "Meddelelse"},
    {PaperWord::CaseOrientation, "Orienteringssag"},
    {PaperWord::LetterDecision, "B"},
    {PaperWord::LetterDiscussion, "D"},
    {PaperWord::LetterInformation, "M"},
    {PaperWord::LetterOrientation, "O"},
    {PaperWord::OpenCase, "Åben sag"},
    {PaperWord::ClosedCase, "Lukket sag"},
    {PaperWord::Presenter, "Oplægsholder"},
    {PaperWord::Dissent, "Mindretalsudtalelse"},
    {PaperWord::AbsentFromItem, "Fraværende ved punktet: {names}"},
    {PaperWord::EnclosureNumber, "Bilag {number}"},
    {PaperWord::ClosedEnclosure, "Lukket bilag"},
    {PaperWord::OnePage, "1 side"},
    {PaperWord::Pages, "{count} sider"},
    {PaperWord::JournalNumber, "Journalnr. {number}"},
    {PaperWord::Added, "Tilføjet {date}"},
    {PaperWord::SupplementTo, "Tillæg til"},
    {PaperWord::Extraordinary, "Ekstraordinært møde"},
    {PaperWord::Remote, "Fjernmøde"},
    {PaperWord::MeetingKind, "Mødetype"},
    {PaperWord::Committee, "Udvalg"},
    {PaperWord::Version, "Version"},
    {PaperWord::Attendance, "Fremmøde"},
    {PaperWord::Members, "Medlemmer ({count})"},
    {PaperWord::Expected, "Mødedeltagere ({count})"},
    {PaperWord::GuestsFact, "Gæster"},
    {PaperWord::Signatures, "Underskrifter"},
    {PaperWord::SignedByMembers, "Beslutningsprotokollen underskrives efter mødet af de medlemmer, der har "
                                 "deltaget (kommunestyrelsesloven § 13)."},
    {PaperWord::SignedByTwo, "Beslutningsprotokollen underskrives af formanden og sekretæren."},
    {PaperWord::Approved, "Godkendt digitalt af {name}"},
    {PaperWord::ApprovedOn, "Godkendt digitalt den {date} af {name}"},
    {PaperWord::DayAndTime, "{weekday} den {date} kl. {time}"},
    {PaperWord::DayOnly, "{weekday} den {date}"},
    {PaperWord::Monday, "mandag"},
    {PaperWord::Tuesday, "tirsdag"},
    {PaperWord::Wednesday, "onsdag"},
    {PaperWord::Thursday, "torsdag"},
    {PaperWord::Friday, "fredag"},
    {PaperWord::Saturday, "lørdag"},
    {PaperWord::Sunday, "søndag"},
}};

constexpr Words kEnglishPaper{{
    {PaperWord::Contents, "Contents"},
    {PaperWord::ItemShort, "Item {number}"},
    {PaperWord::ContentsLink, "Item {number}, page {page}"},
    {PaperWord::ContentsLinkUnnumbered, "{title}, page {page}"},
    {PaperWord::ItemOf, ", item {number}"},
    {PaperWord::Resume, "Summary"},
    {PaperWord::Theme, "Matter to be decided"},
    {PaperWord::Recommendation, "Recommendation"},
    {PaperWord::Decision, "Decision"},
    {PaperWord::Presentation, "Presentation of the case"},
    {PaperWord::Background, "Background"},
    {PaperWord::Involvement, "Involvement and consultation"},
    {PaperWord::Alternatives, "Alternatives"},
    {PaperWord::Timeframe, "Timeframe"},
    {PaperWord::Economy, "Finances"},
    {PaperWord::Legal, "Legal basis"},
    {PaperWord::Effect, "Effect"},
    {PaperWord::Staff, "Staff"},
    {PaperWord::Climate, "Climate and environment"},
    {PaperWord::Communication, "Communication"},
    {PaperWord::Competence, "Decided by"},
    {PaperWord::SectionAbsent, "Absent"},
    {PaperWord::Enclosures, "Enclosures"},
    {PaperWord::Supplementary, "Supplementary information"},
    {PaperWord::Nothing, "Nothing."},
    {PaperWord::KindDecision, "decision"},
    {PaperWord::KindDiscussion, "discussion"},
    {PaperWord::KindInformation, "information"},
    {PaperWord::KindOrientation, "orientation"},
    {PaperWord::CaseDecision, "For decision"},
    {PaperWord::CaseDiscussion, "For discussion"},
    {PaperWord::CaseInformation, "For information"},
    {PaperWord::CaseOrientation, "For orientation"},
    {PaperWord::LetterDecision, "D"},
    {PaperWord::LetterDiscussion, "C"},
    {PaperWord::LetterInformation, "I"},
    {PaperWord::LetterOrientation, "O"},
    {PaperWord::OpenCase, "Open case"},
    {PaperWord::ClosedCase, "Closed case"},
    {PaperWord::Presenter, "Presented by"},
    {PaperWord::Dissent, "Dissenting opinion"},
    {PaperWord::AbsentFromItem, "Absent from this item: {names}"},
    {PaperWord::EnclosureNumber, "Enclosure {number}"},
    {PaperWord::ClosedEnclosure, "Closed enclosure"},
    {PaperWord::OnePage, "1 page"},
    {PaperWord::Pages, "{count} pages"},
    {PaperWord::JournalNumber, "Journal no. {number}"},
    {PaperWord::Added, "Added {date}"},
    {PaperWord::SupplementTo, "Supplement to"},
    {PaperWord::Extraordinary, "Extraordinary meeting"},
    {PaperWord::Remote, "Remote meeting"},
    {PaperWord::MeetingKind, "Kind of meeting"},
    {PaperWord::Committee, "Committee"},
    {PaperWord::Version, "Version"},
    {PaperWord::Attendance, "Attendance"},
    {PaperWord::Members, "Members ({count})"},
    {PaperWord::Expected, "Participants ({count})"},
    {PaperWord::GuestsFact, "Guests"},
    {PaperWord::Signatures, "Signatures"},
    {PaperWord::SignedByMembers, "The record of decisions is signed after the meeting by the members who "
                                 "took part (Danish Local Government Act, section 13)."},
    {PaperWord::SignedByTwo, "The record of decisions is signed by the chair and the secretary."},
    {PaperWord::Approved, "Approved digitally by {name}"},
    {PaperWord::ApprovedOn, "Approved digitally on {date} by {name}"},
    {PaperWord::DayAndTime, "{weekday} {date}, {time}"},
    {PaperWord::DayOnly, "{weekday} {date}"},
    {PaperWord::Monday, "Monday"},
    {PaperWord::Tuesday, "Tuesday"},
    {PaperWord::Wednesday, "Wednesday"},
    {PaperWord::Thursday, "Thursday"},
    {PaperWord::Friday, "Friday"},
    {PaperWord::Saturday, "Saturday"},
    {PaperWord::Sunday, "Sunday"},
}};

static_assert(isComplete(kDanishPaper) && isComplete(kEnglishPaper));

} // namespace

std::string_view paperWord(const Labels& labels, PaperWord word) {
    const Words& words = labels.language() == "en" ? kEnglishPaper : kDanishPaper;
    return words[static_cast<std::size_t>(word)].second;
}

std::string_view weekdayOf(const Labels& labels, Date date) {
    const std::chrono::weekday day{std::chrono::sys_days{std::chrono::year_month_day{
        std::chrono::year{date.year}, std::chrono::month{date.month}, std::chrono::day{date.day}}}};
    return paperWord(labels, wordAfter(PaperWord::Monday, day.iso_encoding() - 1));
}

} // namespace sidetal
