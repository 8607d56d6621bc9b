#include "Sheets/MatrixFacts.h"

#include "Sheets/Characters.h"
#include "Sheets/MatrixFields.h"
#include "Sheets/Words.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sidetal::sheets {

namespace {

using Key = MatrixColumn::Key;

/// The columns in the order in which they are shown where a sheet does not say so.
constexpr std::pair<Key, Field> kColumns[] = {
    {Key::Theme, Field::Theme},         {Key::Number, Field::Number},
    {Key::Goal, Field::Goal},           {Key::Committees, Field::Committees},
    {Key::Status, Field::Status},       {Key::Trend, Field::Trend},
    {Key::Indicator, Field::Indicator}, {Key::Initiatives, Field::Initiative},
    {Key::Partners, Field::Partners},   {Key::Deadline, Field::Deadline},
    {Key::Owner, Field::Owner},         {Key::FollowUp, Field::FollowUp},
};

/// The default columns, said in words.
constexpr std::string_view kStandard = "standard";
constexpr std::string_view kStyle = "follow-up";

[[nodiscard]] Organisation& organisationOf(GoalMatrix& matrix) {
    auto& organisation = matrix.header.organisation;
    return organisation ? *organisation : organisation.emplace();
}
[[nodiscard]] Period& periodOf(GoalMatrix& matrix) {
    return matrix.period ? *matrix.period : matrix.period.emplace();
}
[[nodiscard]] Catalogue& catalogueOf(GoalMatrix& matrix) {
    return matrix.catalogue ? *matrix.catalogue : matrix.catalogue.emplace();
}

[[nodiscard]] std::string isoOf(const std::optional<Date>& date) {
    return date ? formatIso(*date) : std::string();
}
[[nodiscard]] bool setDate(std::optional<Date>& date, const std::string& value) {
    date = dateOf(value);
    return date.has_value();
}

[[nodiscard]] std::string columnsInWords(const GoalMatrix& matrix) {
    std::string out;
    for (const MatrixColumn& column : matrix.columns) {
        const auto* known = std::find_if(std::begin(kColumns), std::end(kColumns),
                                         [&](const auto& entry) { return entry.first == column.key; });
        if (known != std::end(kColumns)) {
            out += (out.empty() ? "" : ", ") + std::string(headingOf(known->second, languageOf(matrix)));
        }
    }
    return out.empty() && !columnsByContent(matrix).empty() ? std::string(kStandard) : out;
}

[[nodiscard]] bool setColumns(GoalMatrix& matrix, const std::string& value, SourcePos place) {
    matrix.columns.clear();
    if (foldedName(value) == kStandard) {
        return true;
    }
    for (std::size_t at = 0; at <= value.size();) {
        const std::size_t end = std::min(value.find_first_of(",;", at), value.size());
        const auto field = fieldOfHeading(foldedName(std::string_view(value).substr(at, end - at)));
        const auto* known = std::find_if(std::begin(kColumns), std::end(kColumns),
                                         [&](const auto& entry) { return entry.second == field; });
        if (known == std::end(kColumns)) {
            return false;
        }
        MatrixColumn& added = matrix.columns.emplace_back();
        added.key = known->first;
        added.source = place;
        at = end + 1;
    }
    return true;
}

constexpr std::string_view kTitle[] = {"titel", "title"};
constexpr std::string_view kCommittee[] = {"udvalg", "committee"};
constexpr std::string_view kPeriod[] = {"periode", "period"};
constexpr std::string_view kFrom[] = {"periodefra", "fra", "periodfrom", "from"};
constexpr std::string_view kTo[] = {"periodetil", "til", "periodto", "to"};
constexpr std::string_view kCatalogue[] = {"målkatalog", "katalog", "catalogue"};
constexpr std::string_view kVersion[] = {"version"};
constexpr std::string_view kMunicipality[] = {"kommune", "municipality"};
constexpr std::string_view kDepartment[] = {"forvaltning", "department"};
constexpr std::string_view kOffice[] = {"sekretariat", "office"};
constexpr std::string_view kDate[] = {"dato", "date"};
constexpr std::string_view kCase[] = {"sagsnr", "sagsnummer", "casenumber"};
constexpr std::string_view kOfficer[] = {"sagsbehandler", "caseofficer"};
constexpr std::string_view kLanguage[] = {"sprog", "language"};
constexpr std::string_view kStyleNames[] = {"typografi", "stil", "style"};
constexpr std::string_view kColumnNames[] = {"kolonner", "columns"};

constexpr std::string_view kText = "a text";
constexpr std::string_view kDay = "a date such as 2021-12-31 or 31-12-2021";

constexpr MatrixFact kFacts[] = {
    {"Titel", "Title", kTitle, [](const GoalMatrix& m) { return m.header.title; },
     [](GoalMatrix& m, const std::string& value, SourcePos place) {
         m.header.title = value;
         m.header.titleSource = place;
         return true;
     },
     kText, ""},
    {"Udvalg", "Committee", kCommittee,
     [](const GoalMatrix& m) { return m.committee ? m.committee->name : std::string(); },
     [](GoalMatrix& m, const std::string& value, SourcePos) {
         m.committee = Committee{value, {}};
         return true;
     },
     kText, ""},
    {"Periode", "Period", kPeriod,
     [](const GoalMatrix& m) { return m.period ? m.period->label : std::string(); },
     [](GoalMatrix& m, const std::string& value, SourcePos) {
         periodOf(m).label = value;
         return true;
     },
     kText, ""},
    {"Periode fra", "Period from", kFrom,
     [](const GoalMatrix& m) { return m.period ? isoOf(m.period->from) : std::string(); },
     [](GoalMatrix& m, const std::string& value, SourcePos) { return setDate(periodOf(m).from, value); },
     kDay, "SID-X019"},
    {"Periode til", "Period to", kTo,
     [](const GoalMatrix& m) { return m.period ? isoOf(m.period->to) : std::string(); },
     [](GoalMatrix& m, const std::string& value, SourcePos) { return setDate(periodOf(m).to, value); }, kDay,
     "SID-X019"},
    {"Målkatalog", "Catalogue", kCatalogue,
     [](const GoalMatrix& m) { return m.catalogue ? m.catalogue->name : std::string(); },
     [](GoalMatrix& m, const std::string& value, SourcePos) {
         catalogueOf(m).name = value;
         return true;
     },
     kText, ""},
    {"Version", "Version", kVersion,
     [](const GoalMatrix& m) { return m.catalogue ? m.catalogue->version : std::string(); },
     [](GoalMatrix& m, const std::string& value, SourcePos) {
         catalogueOf(m).version = value;
         return true;
     },
     kText, ""},
    {"Kommune", "Municipality", kMunicipality,
     [](const GoalMatrix& m) { return m.header.organisation ? m.header.organisation->name : std::string(); },
     [](GoalMatrix& m, const std::string& value, SourcePos place) {
         organisationOf(m).name = value;
         organisationOf(m).nameSource = place;
         return true;
     },
     kText, ""},
    {"Forvaltning", "Department", kDepartment,
     [](const GoalMatrix& m) { return m.header.organisation ? m.header.organisation->unit : std::string(); },
     [](GoalMatrix& m, const std::string& value, SourcePos place) {
         organisationOf(m).unit = value;
         organisationOf(m).unitSource = place;
         return true;
     },
     kText, ""},
    {"Sekretariat", "Office", kOffice,
     [](const GoalMatrix& m) {
         return m.header.organisation ? m.header.organisation->office : std::string();
     },
     [](GoalMatrix& m, const std::string& value, SourcePos place) {
         organisationOf(m).office = value;
         organisationOf(m).officeSource = place;
         return true;
     },
     kText, ""},
    {"Dato", "Date", kDate, [](const GoalMatrix& m) { return isoOf(m.header.date); },
     [](GoalMatrix& m, const std::string& value, SourcePos) { return setDate(m.header.date, value); }, kDay,
     "SID-X019"},
    {"Sagsnr.", "Case number", kCase, [](const GoalMatrix& m) { return m.header.caseNumber.value_or(""); },
     [](GoalMatrix& m, const std::string& value, SourcePos place) {
         m.header.caseNumber = value;
         m.header.caseNumberSource = place;
         return true;
     },
     kText, ""},
    {"Sagsbehandler", "Case officer", kOfficer,
     [](const GoalMatrix& m) { return m.header.caseOfficer.value_or(""); },
     [](GoalMatrix& m, const std::string& value, SourcePos place) {
         m.header.caseOfficer = value;
         m.header.caseOfficerSource = place;
         return true;
     },
     kText, ""},
    {"Sprog", "Language", kLanguage,
     [](const GoalMatrix& m) { return m.header.language == "da" ? std::string() : m.header.language; },
     [](GoalMatrix& m, const std::string& value, SourcePos place) {
         const std::string folded = foldedName(value);
         m.header.language = folded == "dansk"                            ? "da"
                             : folded == "engelsk" || folded == "english" ? "en"
                                                                          : value;
         m.header.languageSource = place;
         return true;
     },
     kText, ""},
    {"Typografi", "Style", kStyleNames, [](const GoalMatrix& m) { return m.header.style; },
     [](GoalMatrix& m, const std::string& value, SourcePos place) {
         m.header.style = value;
         m.header.styleSource = place;
         return true;
     },
     kText, ""},
    {kColumnsLabel, "Columns", kColumnNames, columnsInWords, setColumns,
     "'standard', or the headings of columns: Tema, Nr., Målsætning, Udvalg, Status, Udvikling, Indikator, "
     "Understøttende "
     "indsatser, Hvem samarbejdes der med?, Frist, Ansvarlig, Opfølgning",
     "SID-X032"},
};

/// Which columns hold something.
class FilledColumns {
  public:
    explicit FilledColumns(const GoalMatrix& matrix) {
        for (const Theme& theme : matrix.themes) {
            for (const Goal& goal : theme.goals) {
                addGoal(goal);
            }
        }
    }
    [[nodiscard]] bool has(Key key) const { return filled_[static_cast<std::size_t>(key)]; }

  private:
    void add(Key key, bool isFilled) {
        bool& filled = filled_[static_cast<std::size_t>(key)];
        filled = filled || isFilled;
    }
    void addGoal(const Goal& goal) {
        add(Key::Number, !goal.number.empty());
        add(Key::Status, goal.status != GoalStatus::Unspecified);
        add(Key::Trend, goal.trend != Trend::Unspecified);
        add(Key::Indicator, !goal.indicators.empty());
        for (const Initiative& initiative : goal.initiatives) {
            add(Key::Status, initiative.status != GoalStatus::Unspecified);
            add(Key::Owner, !initiative.owner.empty());
            add(Key::Deadline, initiative.deadline.has_value());
        }
    }
    std::array<bool, 16> filled_{};
};

} // namespace

SheetLanguage languageOf(const GoalMatrix& matrix) {
    return matrix.header.language.starts_with("en") ? SheetLanguage::English : SheetLanguage::Danish;
}

std::span<const MatrixFact> matrixFacts() {
    return kFacts;
}

const MatrixFact* factOf(std::string_view folded) {
    const auto* found = std::find_if(std::begin(kFacts), std::end(kFacts), [&](const MatrixFact& fact) {
        return std::find(fact.folded.begin(), fact.folded.end(), folded) != fact.folded.end();
    });
    return found == std::end(kFacts) ? nullptr : found;
}

std::vector<MatrixColumn> columnsByContent(const GoalMatrix& matrix) {
    const FilledColumns filled(matrix);
    std::vector<MatrixColumn> out;
    bool hasMore = false;
    for (const auto& [key, field] : kColumns) {
        const bool isUsual = key == Key::Theme || key == Key::Goal || key == Key::Initiatives;
        if (isUsual || filled.has(key)) {
            hasMore = hasMore || (!isUsual && key != Key::Number);
            out.emplace_back().key = key;
        }
    }
    return hasMore ? out : std::vector<MatrixColumn>();
}

void showContent(GoalMatrix& matrix) {
    matrix.columns = columnsByContent(matrix);
    if (!matrix.columns.empty() && matrix.header.style.empty()) {
        matrix.header.style = kStyle;
    }
}

} // namespace sidetal::sheets
