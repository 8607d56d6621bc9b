#include "Labels/Labels.h"

#include "Labels/Catalogue.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace sidetal {

struct Labels::Table {
    std::string_view language; ///< primary subtag
    Catalogue<Label, kLabelCount> words;
    std::array<std::string_view, 12> months;
    std::string_view longDate; ///< of day, month's name and year
    char dateSeparator;
};

namespace {

constexpr Labels::Table kDanish{
    "da",
    {{
        {Label::Agenda, "Dagsorden"},
        {Label::Minutes, "Referat"},
        {Label::MeetingDate, "Mødedato"},
        {Label::MeetingTime, "Mødetidspunkt"},
        {Label::Place, "Mødested"},
        {Label::Chair, "Mødeleder"},
        {Label::Secretary, "Referent"},
        {Label::Participants, "Mødedeltagere"},
        {Label::Absent, "Fraværende"},
        {Label::Date, "Dato"},
        {Label::CaseNumber, "Sagsnr."},
        {Label::CaseOfficer, "Sagsbehandler"},
        {Label::Withdrawn, "udgår"},
        {Label::Closed, "lukket"},
        {Label::ClosedItem, "Lukket punkt"},
        {Label::ClosedSection, "Lukket afsnit"},
        {Label::ClosedEnclosure, "Lukket bilag"},
        {Label::GoalMatrix, "Målmatrix"},
        {Label::Theme, "Tema"},
        {Label::Number, "Nr."},
        {Label::Goal, "Målsætning"},
        {Label::Initiatives, "Understøttende indsatser"},
        {Label::Partners, "Hvem samarbejdes der med?"},
        {Label::Continued, "(fortsat)"},
        {Label::Prioritised, "Prioriteret"},
        {Label::PrioritisedLegend, "Markerer de målsætninger som udvalget tidligere har prioriteret"},
        {Label::Note, "Note"},
        {Label::Draft, "udkast"},
        {Label::DraftMark, "UDKAST"},
        {Label::CopyFor, "Eksemplar til"},
        {Label::PageOfPages, "Side {page} af {pages}"},
    }},
    {"januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
     "november", "december"},
    "{}. {} {}",
    '-',
};

constexpr Labels::Table kEnglish{
    "en",
    {{
        {Label::Agenda, "Agenda"},
        {Label::Minutes, "Minutes"},
        {Label::MeetingDate, "Date of meeting"},
        {Label::MeetingTime, "Time"},
        {Label::Place, "Place"},
        {Label::Chair, "Chair"},
        {Label::Secretary, "Secretary"},
        {Label::Participants, "Participants"},
        {Label::Absent, "Absent"},
        {Label::Date, "Date"},
        {Label::CaseNumber, "Case no."},
        {Label::CaseOfficer, "Case officer"},
        {Label::Withdrawn, "withdrawn"},
        {Label::Closed, "closed"},
        {Label::ClosedItem, "Closed item"},
        {Label::ClosedSection, "Closed section"},
        {Label::ClosedEnclosure, "Closed enclosure"},
        {Label::GoalMatrix, "Goal matrix"},
        {Label::Theme, "Theme"},
        {Label::Number, "No."},
        {Label::Goal, "Goal"},
        {Label::Initiatives, "Supporting initiatives"},
        {Label::Partners, "In cooperation with"},
        {Label::Continued, "(continued)"},
        {Label::Prioritised, "Prioritised"},
        {Label::PrioritisedLegend, "Marks the goals to which the committee has given priority"},
        {Label::Note, "Note"},
        {Label::Draft, "draft"},
        {Label::DraftMark, "DRAFT"},
        {Label::CopyFor, "Copy for"},
        {Label::PageOfPages, "Page {page} of {pages}"},
    }},
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
     "November", "December"},
    "{} {} {}",
    '/',
};

static_assert(isComplete(kDanish.words) && isComplete(kEnglish.words));

constexpr std::array kCatalogues = {Labels(kDanish), Labels(kEnglish)};
constexpr std::array kTables = {&kDanish, &kEnglish};

} // namespace

const Labels* Labels::find(std::string_view language) {
    const std::string_view primary = language.substr(0, language.find('-'));
    for (std::size_t i = 0; i < kTables.size(); ++i) {
        if (kTables[i]->language == primary) {
            return &kCatalogues[i];
        }
    }
    return nullptr;
}

const Labels& Labels::danish() {
    return kCatalogues.front();
}

std::string_view Labels::language() const {
    return table_->language;
}

std::string_view Labels::operator[](Label label) const {
    return table_->words[static_cast<std::size_t>(label)].second;
}

std::string Labels::longDate(Date date) const {
    return fmt::format(fmt::runtime(table_->longDate), date.day, table_->months[date.month - 1u], date.year);
}

std::string Labels::shortDate(Date date) const {
    return fmt::format("{:02}{}{:02}{}{:04}", date.day, table_->dateSeparator, date.month,
                       table_->dateSeparator, date.year);
}

std::string formatTime(TimeOfDay time, char separator) {
    return fmt::format("{:02}{}{:02}", time.hour, separator, time.minute);
}

} // namespace sidetal
