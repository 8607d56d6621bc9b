#include "Labels/SelectionWords.h"

#include "Labels/Catalogue.h"

namespace sidetal {

namespace {

constexpr Catalogue<SelectionWord, kSelectionWordCount> kDanishSelection{{
    {SelectionWord::Committee, "Udvalg: "},
    {SelectionWord::Theme, "Tema: "},
    {SelectionWord::Status, "Status: "},
    {SelectionWord::Owner, "Ansvarlig: "},
    {SelectionWord::Prioritised, "Kun prioriterede mål."},
    {SelectionWord::Before, "Frist før {date}."},
    {SelectionWord::ByNumber, "Sorteret efter nummer."},
    {SelectionWord::ByStatus, "Sorteret efter status."},
    {SelectionWord::ByDeadline, "Sorteret efter frist."},
    {SelectionWord::Goals, "Viste mål: {shown} af {all} ({left} udeladt)."},
    {SelectionWord::Initiatives, "Viste indsatser: {shown} af {all} ({left} udeladt)."},
    {SelectionWord::None, "Ingen mål at vise: alle {all} er udeladt."},
}};

constexpr Catalogue<SelectionWord, kSelectionWordCount> kEnglishSelection{{
    {SelectionWord::Committee, "Committee: "},
    {SelectionWord::Theme, "Theme: "},
    {SelectionWord::Status, "Status: "},
    {SelectionWord::Owner, "Owner: "},
    {SelectionWord::Prioritised, "Prioritised goals only."},
    {SelectionWord::Before, "Deadline before {date}."},
    {SelectionWord::ByNumber, "Sorted by number."},
    {SelectionWord::ByStatus, "Sorted by status."},
    {SelectionWord::ByDeadline, "Sorted by deadline."},
    {SelectionWord::Goals, "Goals shown: {shown} of {all} ({left} left out)."},
    {SelectionWord::Initiatives, "Initiatives shown: {shown} of {all} ({left} left out)."},
    {SelectionWord::None, "No goals to show: all {all} are left out."},
}};

static_assert(isComplete(kDanishSelection) && isComplete(kEnglishSelection));

} // namespace

std::string_view selectionWord(const Labels& labels, SelectionWord word) {
    const auto& words = labels.language() == "en" ? kEnglishSelection : kDanishSelection;
    return words[static_cast<std::size_t>(word)].second;
}

} // namespace sidetal
