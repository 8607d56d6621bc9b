#include "Sheets/MatrixExample.h"

#include "Sheets/MatrixFacts.h"

namespace sidetal::sheets {

namespace {

[[nodiscard]] GoalMatrix exampleMatrix(bool isEnglish) {
    const auto words = [&](const char* danish, const char* english) { return isEnglish ? english : danish; };
    GoalMatrix out;
    out.header.language = words("da", "en");
    out.header.title = words("Opfølgning på mål", "Follow-up on goals");
    out.committee = Committee{words("Udvalgets navn", "Name of the committee"), {}};
    out.period.emplace().label = words("1. halvår 2026", "First half of 2026");
    Theme& theme = out.themes.emplace_back();
    theme.title = words("Eksempel: Børn og læring", "Example: Children and learning");
    theme.vision = plainText(words("Temaets vision", "The theme's vision"));

    Goal& first = theme.goals.emplace_back();
    first.number = "1.1";
    first.text = plainText(
        words("Eksempel: Flere børn læser i fritiden", "Example: More children read in their spare time"));
    first.prioritised = true;
    first.status = GoalStatus::OnTrack;
    first.trend = Trend::Up;
    Indicator& indicator = first.indicators.emplace_back();
    indicator.name = words("Børn, der læser hver uge", "Children who read every week");
    indicator.unit = "%";
    indicator.baseline = "61";
    indicator.target = "75";
    indicator.actual = words("68,5", "68.5");
    indicator.date = Date{2026, 6, 30};
    indicator.source = words("Skolernes undersøgelse", "The schools' survey");
    indicator.better = Indicator::Better::Higher;
    Initiative& clubs = first.initiatives.emplace_back();
    clubs.title = words("Læseklubber", "Reading clubs");
    clubs.description = plainText(
        words("Klubber på alle skoler, åbne for alle elever.", "Clubs at all schools, open to all pupils."));
    clubs.status = GoalStatus::Reached;
    clubs.owner = words("Skoleafdelingen", "Schools");
    clubs.deadline = Date{2026, 12, 31};

    Goal& second = theme.goals.emplace_back();
    second.number = "1.2";
    second.text = plainText(
        words("Eksempel: Flere skoler har et skolebibliotek", "Example: More schools have a library"));
    second.status = GoalStatus::NotAssessed;
    Initiative& shelves = second.initiatives.emplace_back();
    shelves.title = words("Nye reoler", "New shelves");
    shelves.status = GoalStatus::OnTrack;
    shelves.owner = words("Ejendomme", "Property");
    shelves.deadline = Date{2027, 6, 30};
    return out;
}

} // namespace

MatrixTable exampleTable(std::string_view language) {
    Diagnostics nothing; // an example holds nothing that a sheet does not
    MatrixTable out = tableOf(exampleMatrix(language == "en"), nothing, TableColumns::All);
    // Which columns are shown is left to what is filled in.
    std::erase_if(out.above,
                  [](const auto& line) { return line.first == kColumnsLabel || line.first == "Columns"; });
    return out;
}

} // namespace sidetal::sheets
