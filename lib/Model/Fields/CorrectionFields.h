#pragma once

#include "Model/Fields/CommonFields.h"
#include "sidetal/Model/Correction.h"

#include <array>
#include <tuple>

/// The tables of what a corrected version says of the one that it replaces (docs/versions.md).

namespace sidetal::model {

template <>
struct Words<Change::Kind> {
    static constexpr std::array values = {
        Named<Change::Kind>{"changed", Change::Kind::Changed, "Ændret."},
        Named<Change::Kind>{"added", Change::Kind::Added, "Tilføjet."},
        Named<Change::Kind>{"removed", Change::Kind::Removed, "Fjernet."},
    };
};

template <>
struct Words<MatrixChange::Of> {
    using Of = MatrixChange::Of;
    static constexpr std::array values = {
        Named<Of>{"matrix", Of::Matrix, "Målmatrixen."},
        Named<Of>{"theme", Of::Theme, "Tema."},
        Named<Of>{"goal", Of::Goal, "Målsætning."},
        Named<Of>{"initiative", Of::Initiative, "Understøttende indsats."},
    };
};

template <>
struct Table<FieldChange> {
    static constexpr std::string_view name = "fieldChange";
    static constexpr std::string_view description = "Ændring: a field that a correction changes.";
    static constexpr std::tuple fields = {
        field<&FieldChange::field>("field", "Felt: its key, such as \"title\" or \"meeting.start\".")
            .required(),
        field<&FieldChange::before>("before", "Før: the words of a short text."),
        field<&FieldChange::after>("after", "Nu: the words of a short text."),
    };
};

template <>
struct Table<Change> {
    static constexpr std::string_view name = "change";
    static constexpr std::string_view description =
        "Rettelse: what was done to an item, or with neither number nor title to the paper itself.";
    static constexpr std::tuple fields = {
        field<&Change::kind>("kind", "Hvad: changed where it is missing."),
        field<&Change::number>("number", "Punktnummer, without its suffix."),
        field<&Change::title>("title", "Punktets overskrift."),
        field<&Change::fields>("fields", "Felter: what was changed.").of("field"),
        field<&Change::access>("access", "Åbent/lukket: closed where the item is, or was.")
            .meaning(AccessKind::Access),
    };
};

template <>
struct Table<Correction> {
    static constexpr std::string_view name = "correction";
    static constexpr std::string_view description =
        "Rettet udgave: which version this one replaces, and what differs; printed on the first page.";
    static constexpr std::tuple fields = {
        field<&Correction::version>("version", "Version: of what was corrected."),
        field<&Correction::date>("date", "Dato: of what was corrected."),
        field<&Correction::changes>("changes", "Rettelser, as \"sidetal render --corrects\" finds them.")
            .of("change"),
    };
};

template <>
struct Table<MatrixChange> {
    static constexpr std::string_view name = "matrixChange";
    static constexpr std::string_view description =
        "Rettelse: what was done to a theme, a goal, an initiative, or to the matrix itself.";
    static constexpr std::tuple fields = {
        field<&MatrixChange::of>("of", "Af hvad: the matrix itself where it is missing."),
        field<&MatrixChange::kind>("kind", "Hvad: changed where it is missing."),
        field<&MatrixChange::number>("number", "Nr. of the goal, or of the initiative's."),
        field<&MatrixChange::title>("title", "Titel of a theme or initiative, or how a goal begins."),
        field<&MatrixChange::fields>("fields", "Felter: what was changed.").of("field"),
    };
};

template <>
struct Table<MatrixCorrection> {
    static constexpr std::string_view name = "matrixCorrection";
    static constexpr std::string_view description =
        "Rettet udgave: which version this one replaces, and what differs; printed on the first page.";
    static constexpr std::tuple fields = {
        field<&MatrixCorrection::version>("version", "Version: of what was corrected."),
        field<&MatrixCorrection::date>("date", "Dato: of what was corrected."),
        field<&MatrixCorrection::changes>("changes",
                                          "Rettelser, as \"sidetal render --corrects\" finds them.")
            .of("change"),
    };
};

} // namespace sidetal::model
