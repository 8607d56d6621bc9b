#include "Selection/SelectionKeys.h"
#include "Selection/SelectionReader.h"
#include "Support/Names.h"
#include "Support/Texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace sidetal::selection {

namespace {

/// Throws what is wrong of a condition that was given as words.
[[noreturn]] void refuse(std::string_view key, std::string message, std::vector<std::string> notes = {}) {
    Diagnostic diagnostic;
    diagnostic.path = key;
    diagnostic.code = "SID-F053";
    diagnostic.message = std::move(message);
    diagnostic.notes = std::move(notes);
    throw Error(std::vector{std::move(diagnostic)});
}

[[noreturn]] void refuseWord(std::string_view key, std::string_view what, std::string_view word,
                             std::span<const std::string_view> known) {
    std::vector<std::string> notes;
    if (const auto nearest = nearestName(word, known)) {
        notes.push_back(fmt::format("nearest known {}: '{}'", what, *nearest));
    }
    refuse(key, fmt::format("unknown {} {}, expected {}", what, inQuotes(word), quotedList(known)),
           std::move(notes));
}

template <class Row, std::size_t N>
auto wordOf(const std::array<Row, N>& rows, std::string_view key, std::string_view word) {
    std::array<std::string_view, N> names;
    for (std::size_t i = 0; i < N; ++i) {
        names[i] = rows[i].name;
        if (names[i] == word) {
            return rows[i].value;
        }
    }
    refuseWord(key, "value", word, names);
}

} // namespace

void select(GoalSelection& selection, std::string_view key, std::string_view value) {
    const auto* const name = std::ranges::find(kNameKeys, key, &NameKey::name);
    if (name != kNameKeys.end()) {
        if (isBlank(value)) {
            refuse(key, "empty, expected a name");
        }
        (selection.*name->member).push_back({collapse(value)});
    } else if (key == "status") {
        selection.statuses.push_back(wordOf(model::Words<GoalStatus>::values, key, value));
    } else if (key == "prioritised") {
        constexpr std::array<SelectionWord<bool>, 2> kWords = {{{"true", true}, {"false", false}}};
        selection.prioritised = wordOf(kWords, key, value);
    } else if (key == "deadlineBefore") {
        selection.deadlineBefore = parseDate(value);
        if (!selection.deadlineBefore) {
            refuse(key, fmt::format("{} is no day, expected YYYY-MM-DD", inQuotes(value)));
        }
    } else if (key == "sort") {
        selection.sort = wordOf(kSortWords, key, value);
    } else if (key == "group") {
        selection.group = wordOf(kGroupWords, key, value);
    } else {
        refuseWord({}, "condition", key, kSelectionKeys);
    }
}

} // namespace sidetal::selection
