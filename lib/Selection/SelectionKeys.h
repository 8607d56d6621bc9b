#pragma once

#include "Model/Fields/GoalMatrixFields.h"
#include "sidetal/Model/GoalSelection.h"

#include <array>
#include <string_view>

namespace sidetal::selection {

/// A condition of names: its key, the member, and what the schema says of it.
struct NameKey {
    std::string_view name;
    std::vector<GoalSelection::Name> GoalSelection::*member;
    std::string_view description;
};

inline constexpr std::array kNameKeys = {
    NameKey{"committee", &GoalSelection::committees, "Udvalg: goals that one of these follows."},
    NameKey{"theme", &GoalSelection::themes, "Tema: by its title."},
    NameKey{"owner", &GoalSelection::owners, "Ansvarlig: initiatives that one of these answers for."},
};

/// All keys of a selection.
inline constexpr std::array<std::string_view, 8> kSelectionKeys = {
    "committee", "theme", "status", "prioritised", "owner", "deadlineBefore", "sort", "group"};

template <class E>
struct SelectionWord {
    std::string_view name;
    E value;
};

inline constexpr std::array kSortWords = {
    SelectionWord<GoalSelection::Sort>{"written", GoalSelection::Sort::Written},
    SelectionWord<GoalSelection::Sort>{"number", GoalSelection::Sort::Number},
    SelectionWord<GoalSelection::Sort>{"status", GoalSelection::Sort::Status},
    SelectionWord<GoalSelection::Sort>{"deadline", GoalSelection::Sort::Deadline},
};

inline constexpr std::array kGroupWords = {
    SelectionWord<GoalSelection::Group>{"theme", GoalSelection::Group::Theme},
    SelectionWord<GoalSelection::Group>{"committee", GoalSelection::Group::Committee},
};

} // namespace sidetal::selection
