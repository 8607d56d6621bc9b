#include "Sheets/MatrixFields.h"

#include <algorithm>

namespace sidetal::sheets {

namespace {

using Names = std::string_view;

constexpr Names kTheme[] = {"tema", "temaer", "theme", "themes", "indsatsområde", "politikområde", "område"};
constexpr Names kVision[] = {"vision"};
constexpr Names kNumber[] = {"nr",     "nummer", "målnr",  "målnummer",  "målsætningnr", "målsætningsnr",
                             "number", "no",     "goalno", "goalnumber", "goalnr"};
constexpr Names kGoal[] = {"målsætning",       "målsætninger", "mål",   "målformulering",
                           "målsætningstekst", "goal",         "goals", "objective"};
constexpr Names kPrioritised[] = {"prioriteret", "prioritet", "prioritised", "prioritized", "priority"};
constexpr Names kCommittees[] = {"udvalg", "fagudvalg", "committee", "committees"};
constexpr Names kStatus[] = {"status", "målstatus", "måletsstatus", "statusformål", "goalstatus"};
constexpr Names kTrend[] = {"udvikling", "tendens", "trend", "development"};
constexpr Names kIndicator[] = {"indikator", "indikatorer", "indicator", "indicators"};
constexpr Names kUnit[] = {"enhed", "unit"};
constexpr Names kBaseline[] = {"udgangspunkt", "baseline"};
constexpr Names kTarget[] = {"måltal", "målværdi", "target"};
constexpr Names kActual[] = {"aktuelværdi", "aktuel", "resultat", "actual", "actualvalue", "result"};
constexpr Names kMeasured[] = {"opgjort", "opgjortden", "måledato", "måltden", "measured", "measuredon"};
constexpr Names kSource[] = {"kilde", "source"};
constexpr Names kBetter[] = {"bedst", "hvaderbedst", "hvaderbedre", "better"};
constexpr Names kInitiative[] = {"understøttendeindsatser",
                                 "understøttendeindsats",
                                 "indsats",
                                 "indsatser",
                                 "handling",
                                 "handlinger",
                                 "aktivitet",
                                 "aktiviteter",
                                 "initiativ",
                                 "initiativer",
                                 "initiative",
                                 "initiatives",
                                 "supportinginitiatives",
                                 "supportinginitiative",
                                 "action",
                                 "actions"};
constexpr Names kDescription[] = {"beskrivelse", "beskrivelseafindsatsen", "beskrivelseafindsats",
                                  "description"};
constexpr Names kPartners[] = {"hvemsamarbejdesdermed",
                               "samarbejdspartnere",
                               "samarbejdspartner",
                               "samarbejde",
                               "partnere",
                               "partners",
                               "partner",
                               "whoweworkwith",
                               "collaboration"};
constexpr Names kInitiativeStatus[] = {"statusforindsats", "statusforindsatsen", "statusindsats",
                                       "indsatsensstatus", "indsatsstatus",      "initiativestatus"};
constexpr Names kOwner[] = {"ansvarlig", "ansvarlige", "ansvar", "tovholder", "owner", "responsible"};
constexpr Names kDeadline[] = {"frist", "tidsfrist", "slutdato", "deadline", "due", "duedate"};
constexpr Names kFollowUp[] = {"opfølgning",  "bemærkninger", "bemærkning", "kommentar",
                               "kommentarer", "followup",     "comment",    "comments"};

constexpr std::array<FieldNames, kFields> kNames = {{
    {Field::Theme, "theme", "Tema", "Theme", kTheme},
    {Field::Vision, "vision", "Vision", "Vision", kVision},
    {Field::Number, "number", "Nr.", "No.", kNumber},
    {Field::Goal, "goal", "Målsætning", "Goal", kGoal},
    {Field::Prioritised, "prioritised", "Prioriteret", "Prioritised", kPrioritised},
    {Field::Committees, "committees", "Udvalg", "Committees", kCommittees},
    {Field::Status, "status", "Status", "Status", kStatus},
    {Field::Trend, "trend", "Udvikling", "Trend", kTrend},
    {Field::Indicator, "indicator", "Indikator", "Indicator", kIndicator},
    {Field::Unit, "unit", "Enhed", "Unit", kUnit},
    {Field::Baseline, "baseline", "Udgangspunkt", "Baseline", kBaseline},
    {Field::Target, "target", "Måltal", "Target", kTarget},
    {Field::Actual, "actual", "Aktuel værdi", "Actual", kActual},
    {Field::Measured, "measured", "Opgjort", "Measured", kMeasured},
    {Field::Source, "source", "Kilde", "Source", kSource},
    {Field::Better, "better", "Hvad er bedst", "Better", kBetter},
    {Field::Initiative, "initiative", "Understøttende indsatser", "Initiative", kInitiative},
    {Field::Description, "description", "Beskrivelse", "Description", kDescription},
    {Field::Partners, "partners", "Hvem samarbejdes der med?", "Partners", kPartners},
    {Field::InitiativeStatus, "initiativeStatus", "Status for indsats", "Initiative status",
     kInitiativeStatus},
    {Field::Owner, "owner", "Ansvarlig", "Owner", kOwner},
    {Field::Deadline, "deadline", "Frist", "Deadline", kDeadline},
    {Field::FollowUp, "followUp", "Opfølgning", "Follow-up", kFollowUp},
}};

} // namespace

std::span<const FieldNames, kFields> fieldNames() {
    return kNames;
}

std::string_view headingOf(Field field, SheetLanguage language) {
    const FieldNames& names = kNames[static_cast<std::size_t>(field)];
    return language == SheetLanguage::English ? names.english : names.heading;
}

std::optional<Field> fieldOfHeading(std::string_view folded) {
    for (const FieldNames& names : kNames) {
        if (std::find(names.folded.begin(), names.folded.end(), folded) != names.folded.end()) {
            return names.field;
        }
    }
    return std::nullopt;
}

std::optional<Field> fieldOfKey(std::string_view key) {
    const auto found =
        std::find_if(kNames.begin(), kNames.end(), [&](const FieldNames& names) { return names.key == key; });
    return found == kNames.end() ? std::nullopt : std::optional(found->field);
}

} // namespace sidetal::sheets
