#include "Sheets/MatrixExample.h"

#include "Sheets/MatrixFacts.h"

namespace sidetal::sheets {

namespace {

[[nodiscard]] GoalMatrix exampleMatrix() {
    GoalMatrix out;
    out.header.title = "Opfølgning på mål";
    out.committee = Committee{"Udvalgets navn", {}};
    out.period.emplace().label = "1. halvår 2026";
    Theme& theme = out.themes.emplace_back();
    theme.title = "Eksempel: Børn og læring";
    theme.vision = plainText("Temaets vision");

    Goal& first = theme.goals.emplace_back();
    first.number = "1.1";
    first.text = plainText("Eksempel: Flere børn læser i fritiden");
    first.prioritised = true;
    first.status = GoalStatus::OnTrack;
    first.trend = Trend::Up;
    Indicator& indicator = first.indicators.emplace_back();
    indicator.name = "Børn, der læser hver uge";
    indicator.unit = "%";
    indicator.baseline = "61";
    indicator.target = "75";
    indicator.actual = "68,5";
    indicator.date = Date{2026, 6, 30};
    indicator.source = "Skolernes undersøgelse";
    indicator.better = Indicator::Better::Higher;
    Initiative& clubs = first.initiatives.emplace_back();
    clubs.title = "Læseklubber";
    clubs.description = plainText("Klubber på alle skoler, åbne for alle elever.");
    clubs.status = GoalStatus::Reached;
    clubs.owner = "Skoleafdelingen";
    clubs.deadline = Date{2026, 12, 31};

    Goal& second = theme.goals.emplace_back();
    second.number = "1.2";
    second.text = plainText("Eksempel: Flere skoler har et skolebibliotek");
    second.status = GoalStatus::NotAssessed;
    Initiative& shelves = second.initiatives.emplace_back();
    shelves.title = "Nye reoler";
    shelves.status = GoalStatus::OnTrack;
    shelves.owner = "Ejendomme";
    shelves.deadline = Date{2027, 6, 30};
    return out;
}

} // namespace

MatrixTable exampleTable() {
    Diagnostics nothing; // an example holds nothing that a sheet does not
    MatrixTable out = tableOf(exampleMatrix(), nothing, TableColumns::All);
    // Which columns are shown is left to what is filled in.
    std::erase_if(out.above, [](const auto& line) { return line.first == kColumnsLabel; });
    return out;
}

} // namespace sidetal::sheets
