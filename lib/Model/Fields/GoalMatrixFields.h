#pragma once

#include "Model/Fields/CommonFields.h"
#include "Model/Fields/CorrectionFields.h"
#include "sidetal/Model/GoalMatrix.h"

#include <array>
#include <tuple>

/// The tables of a goal matrix (docs/goal-matrix.md).

namespace sidetal::model {

template <>
struct Words<MatrixColumn::Key> {
    using Key = MatrixColumn::Key;
    static constexpr std::array values = {
        Named<Key>{"theme", Key::Theme, "Tema."},
        Named<Key>{"number", Key::Number, "Nr."},
        Named<Key>{"goal", Key::Goal, "Målsætning."},
        Named<Key>{"initiatives", Key::Initiatives, "Understøttende indsatser."},
        Named<Key>{"partners", Key::Partners, "Hvem samarbejdes der med?"},
        Named<Key>{"status", Key::Status, "Status."},
        Named<Key>{"trend", Key::Trend, "Udvikling."},
        Named<Key>{"indicator", Key::Indicator, "Indikator."},
        Named<Key>{"owner", Key::Owner, "Ansvarlig."},
        Named<Key>{"deadline", Key::Deadline, "Frist."},
        Named<Key>{"follow-up", Key::FollowUp, "Opfølgning."},
        Named<Key>{"committees", Key::Committees, "Udvalg."},
    };
};

template <>
struct Words<Indicator::Better> {
    static constexpr std::array values = {
        Named<Indicator::Better>{"higher", Indicator::Better::Higher, "Højere er bedre."},
        Named<Indicator::Better>{"lower", Indicator::Better::Lower, "Lavere er bedre."},
    };
};

template <>
struct Words<GoalStatus> {
    static constexpr std::array values = {
        Named<GoalStatus>{"reached", GoalStatus::Reached, "Nået."},
        Named<GoalStatus>{"on-track", GoalStatus::OnTrack, "I gang."},
        Named<GoalStatus>{"partly", GoalStatus::Partly, "Delvist nået."},
        Named<GoalStatus>{"not-reached", GoalStatus::NotReached, "Ikke nået."},
        Named<GoalStatus>{"not-assessed", GoalStatus::NotAssessed, "Ikke opgjort."},
    };
};

template <>
struct Words<Trend> {
    static constexpr std::array values = {
        Named<Trend>{"up", Trend::Up, "Bedre."},
        Named<Trend>{"level", Trend::Level, "Uændret."},
        Named<Trend>{"down", Trend::Down, "Dårligere."},
    };
};

template <>
struct Words<LegendEntry::Mark> {
    static constexpr std::array values = {
        Named<LegendEntry::Mark>{"prioritised", LegendEntry::Mark::Prioritised, "Prioriteret målsætning."},
    };
};

template <>
struct Table<MatrixColumn> {
    static constexpr std::string_view name = "column";
    static constexpr std::string_view description = "Kolonne: plain text is the key alone.";
    static constexpr auto brief = &MatrixColumn::key;
    static constexpr std::tuple fields = {
        field<&MatrixColumn::key>("key", "Indhold: what the column shows.").required(),
        field<&MatrixColumn::title>("title", "Overskrift: replaces the label of the key.")
            .placed<&MatrixColumn::titleSource>(),
        field<&MatrixColumn::width>(
            "width", "Bredde in points (1/72 inch), with at most three decimals: replaces the style's.")
            .range(1'000, 14'400'000),
    };
};

template <>
struct Table<Indicator> {
    static constexpr std::string_view name = "indicator";
    static constexpr std::string_view description = "Indikator: what a goal is measured by.";
    static constexpr std::tuple fields = {
        field<&Indicator::name>("name", "Navn.").required(),
        field<&Indicator::unit>("unit", "Enhed, such as \"%\"."),
        field<&Indicator::baseline, form::NumberText>("baseline",
                                                      "Udgangspunkt; numbers are kept as they are written."),
        field<&Indicator::target, form::NumberText>("target", "Mål."),
        field<&Indicator::actual, form::NumberText>("actual", "Aktuel værdi."),
        field<&Indicator::date>("date", "Dato of the actual value."),
        field<&Indicator::source>("source", "Kilde."),
        field<&Indicator::better>("better", "Hvad der er bedre."),
        field<&Indicator::series>("series", "Tidsserie: pairs of a date and a value.").of("point"),
    };
};

template <>
struct Table<Initiative> {
    static constexpr std::string_view name = "initiative";
    static constexpr std::string_view description = "Understøttende indsats.";
    static constexpr std::tuple fields = {
        field<&Initiative::title>("title", "Titel: printed in bold type on a line of its own.")
            .placed<&Initiative::titleSource>(),
        field<&Initiative::description>("description", "Beskrivelse: printed under the title."),
        field<&Initiative::partners, form::Joined>(
            "partners", "Hvem samarbejdes der med? Printed in its column; a list is joined by \", \".")
            .of("partner"),
        field<&Initiative::status>("status", "Status: under its text, where there is a column of it.")
            .within(PagePart::Status),
        field<&Initiative::owner>("owner", "Ansvarlig: in its column.").within(PagePart::Owner),
        field<&Initiative::deadline>("deadline", "Frist: in its column.").within(PagePart::Deadline),
        field<&Initiative::followUp>("followUp", "Opfølgning: in its column.").within(PagePart::FollowUp),
    };
};

template <>
struct Table<Goal> {
    static constexpr std::string_view name = "goal";
    static constexpr std::string_view description =
        "Målsætning: without initiatives it is one row with empty cells.";
    static constexpr std::tuple fields = {
        field<&Goal::number>("number", "Nr., as text, printed in its column: \"1.10\" is not 1.1.")
            .placed<&Goal::numberSource>(),
        field<&Goal::text>("text", "Målsætningens tekst: printed in its column. Where it is missing, the "
                                   "catalogue's of that number."),
        field<&Goal::prioritised>("prioritised",
                                  "Prioriteret: marked by colour and by a sign, which the legend explains."),
        field<&Goal::committees>("committees", "Udvalg that follow the goal: in their column.")
            .of("committee")
            .within(PagePart::Committees),
        field<&Goal::status>("status", "Status: a sign and a word in its column.").within(PagePart::Status),
        field<&Goal::trend>("trend",
                            "Udvikling: a judgement, not a direction; an arrow and a word in its column.")
            .within(PagePart::Trend),
        field<&Goal::indicators>("indicators", "Indikatorer: in their column.")
            .of("indicator")
            .within(PagePart::Indicator),
        field<&Goal::initiatives>("initiatives", "Understøttende indsatser, a row each.").of("initiative"),
    };
};

template <>
struct Table<Theme> {
    static constexpr std::string_view name = "theme";
    static constexpr std::string_view description = "Tema: its cell spans all rows of its goals.";
    static constexpr std::tuple fields = {
        field<&Theme::title>("title", "Titel: printed in its column.")
            .required()
            .placed<&Theme::titleSource>(),
        field<&Theme::vision>("vision", "Vision: printed under the title."),
        field<&Theme::goals>("goals", "Målsætninger: a row or more each.").of("goal"),
    };
};

template <>
struct Table<LegendEntry> {
    static constexpr std::string_view name = "legendEntry";
    static constexpr std::string_view description =
        "Signaturforklaring: replaces the text that explains a mark.";
    static constexpr std::tuple fields = {
        field<&LegendEntry::mark>("mark", "Mærke: which one the text explains.").required(),
        field<&LegendEntry::text>("text", "Forklaring: printed in the legend.")
            .required()
            .placed<&LegendEntry::textSource>(),
    };
};

template <>
struct Table<Period> {
    static constexpr std::string_view name = "period";
    static constexpr std::string_view description = "Periode: what a follow-up covers.";
    static constexpr std::tuple fields = {
        field<&Period::label>("label", "Betegnelse, such as \"1. halvår 2021\": part of the file's title, "
                                       "where the document's own does not name it."),
        field<&Period::from>("from", "Fra: printed where there is no label."),
        field<&Period::to>("to", "Til: printed where there is no label."),
    };
};

template <>
struct Table<Catalogue> {
    static constexpr std::string_view name = "catalogue";
    static constexpr std::string_view description = "Målkatalog: which version of the goals this follows.";
    static constexpr std::tuple fields = {
        field<&Catalogue::name>("name", "Navn."),
        field<&Catalogue::version>("version", "Version."),
        field<&Catalogue::file, form::FileName>("file",
                                                "Fil: the catalogue's, beside the document's, of which "
                                                "goals that have but a number get their words.")
            .placed<&Catalogue::fileSource>(),
    };
};

template <>
struct Table<GoalMatrix> {
    static constexpr auto fields = std::tuple_cat(
        headerFields<GoalMatrix>(false),
        std::tuple{
            field<&GoalMatrix::committee>("committee", "Udvalg: a line under the title."),
            field<&GoalMatrix::period>("period", "Periode: a line under the title."),
            field<&GoalMatrix::catalogue>("catalogue", "Målkatalog: in the line under the title."),
            field<&GoalMatrix::corrects>("corrects", "Rettet udgave af: the version that this one corrects."),
            field<&GoalMatrix::columns, form::UniqueBy<&MatrixColumn::key>>(
                "columns", "Kolonner: theme, number, goal, initiatives, partners where it is missing.")
                .of("column"),
            field<&GoalMatrix::legend, form::UniqueBy<&LegendEntry::mark>>(
                "legend", "Signaturforklaring: only marks that occur are shown.")
                .of("mark"),
            field<&GoalMatrix::themes>("themes", "Temaer.").of("theme").required(),
        });
};

} // namespace sidetal::model
