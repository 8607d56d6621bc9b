#pragma once

#include "Model/Fields/CommonFields.h"
#include "sidetal/Model/GoalCatalogue.h"

#include <tuple>

/// The tables of a catalogue of goals (docs/goal-matrix.md).

namespace sidetal::model {

template <>
struct Table<CatalogueGoal> {
    static constexpr std::string_view name = "catalogueGoal";
    static constexpr std::string_view description = "Målsætning.";
    static constexpr std::tuple fields = {
        field<&CatalogueGoal::number>("number", "Nr., as text, by which follow-ups name it.").required(),
        field<&CatalogueGoal::text>("text", "Målsætningens tekst.").required(),
        field<&CatalogueGoal::prioritised>("prioritised", "Prioriteret."),
        field<&CatalogueGoal::committees>("committees", "Udvalg that follow the goal.").of("committee"),
    };
};

template <>
struct Table<CatalogueTheme> {
    static constexpr std::string_view name = "catalogueTheme";
    static constexpr std::string_view description = "Tema.";
    static constexpr std::tuple fields = {
        field<&CatalogueTheme::title>("title", "Titel.").required(),
        field<&CatalogueTheme::vision>("vision", "Vision."),
        field<&CatalogueTheme::goals>("goals", "Målsætninger.").of("goal").required(),
    };
};

template <>
struct Table<RenumberedGoal> {
    static constexpr std::string_view name = "renumberedGoal";
    static constexpr std::string_view description = "A goal with another number than before.";
    static constexpr std::tuple fields = {
        field<&RenumberedGoal::from>("from", "Nr. in the version before.").required(),
        field<&RenumberedGoal::to>("to", "Nr. in this one.").required(),
    };
};

template <>
struct Table<CatalogueVersion> {
    static constexpr std::string_view name = "catalogueVersion";
    static constexpr std::string_view description = "Version: the goals as they were adopted at a time.";
    static constexpr std::tuple fields = {
        field<&CatalogueVersion::version>("version", "Betegnelse, such as \"2018\".").required(),
        field<&CatalogueVersion::date>("date", "Vedtaget."),
        field<&CatalogueVersion::themes>("themes", "Temaer.").of("theme").required(),
        field<&CatalogueVersion::renumbered>(
            "renumbered", "Goals with another number than in the version before; others kept theirs.")
            .of("goal"),
    };
};

template <>
struct Table<GoalCatalogue> {
    static constexpr std::string_view name = "catalogue";
    static constexpr std::string_view description = "Målkatalog: the goals of a municipality, by version.";
    static constexpr std::tuple fields = {
        field<&GoalCatalogue::name>("name", "Navn, as follow-ups have it.").required(),
        field<&GoalCatalogue::versions>("versions", "Versioner, the oldest first.").of("version").required(),
    };
};

} // namespace sidetal::model
