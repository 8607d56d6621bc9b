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
    {Field::Theme, "theme", "Tema", kTheme},
    {Field::Vision, "vision", "Vision", kVision},
    {Field::Number, "number", "Nr.", kNumber},
    {Field::Goal, "goal", "Målsætning", kGoal},
    {Field::Prioritised, "prioritised", "Prioriteret", kPrioritised},
    {Field::Committees, "committees", "Udvalg", kCommittees},
    {Field::Status, "status", "Status", kStatus},
    {Field::Trend, "trend", "Udvikling", kTrend},
    {Field::Indicator, "indicator", "Indikator", kIndicator},
    {Field::Unit, "unit", "Enhed", kUnit},
    {Field::Baseline, "baseline", "Udgangspunkt", kBaseline},
    {Field::Target, "target", "Måltal", kTarget},
    {Field::Actual, "actual", "Aktuel værdi", kActual},
    {Field::Measured, "measured", "Opgjort", kMeasured},
    {Field::Source, "source", "Kilde", kSource},
    {Field::Better, "better", "Hvad er bedst", kBetter},
    {Field::Initiative, "initiative", "Understøttende indsatser", kInitiative},
    {Field::Description, "description", "Beskrivelse", kDescription},
    {Field::Partners, "partners", "Hvem samarbejdes der med?", kPartners},
    {Field::InitiativeStatus, "initiativeStatus", "Status for indsats", kInitiativeStatus},
    {Field::Owner, "owner", "Ansvarlig", kOwner},
    {Field::Deadline, "deadline", "Frist", kDeadline},
    {Field::FollowUp, "followUp", "Opfølgning", kFollowUp},
}};

} // namespace

std::span<const FieldNames, kFields> fieldNames() {
    return kNames;
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
