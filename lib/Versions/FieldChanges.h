#pragma once

#include "Model/Fields/GoalMatrixFields.h"
#include "Model/Fields/Same.h"
#include "Support/Utf8.h"
#include "sidetal/Model/MeetingPaper.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace sidetal {

/// The words of a value that is short enough to be told, of a goal's status and trend their keys; else
/// nothing.
template <class V>
std::string shortWords(const V& value) {
    constexpr std::size_t kLongest = 60;
    if constexpr (model::kIsOptional<V>) {
        return value ? shortWords(*value) : std::string();
    } else if constexpr (std::is_same_v<V, std::string>) {
        return utf8::length(value) <= kLongest ? value : std::string();
    } else if constexpr (std::is_same_v<V, Date> || std::is_same_v<V, TimeOfDay>) {
        return formatIso(value);
    } else if constexpr (std::is_same_v<V, GoalStatus> || std::is_same_v<V, Trend>) {
        const auto* named = model::namedValue(value);
        return named == nullptr ? std::string() : std::string(named->name);
    } else {
        return {};
    }
}

/// A changed value; of a short text its words, unless one of both is too long.
template <class V>
FieldChange fieldChange(std::string field, const V& before, const V& after) {
    FieldChange out{std::move(field), shortWords(before), shortWords(after), {}};
    const V nothing{};
    const bool untold = (out.before.empty() && !model::sameValue(before, nothing)) ||
                        (out.after.empty() && !model::sameValue(after, nothing));
    if (untold) {
        out.before.clear();
        out.after.clear();
    }
    return out;
}

/// The fields of `T` that differ, but those that `skip` names; of a meeting its own.
template <class T>
void compareFields(const T& before, const T& after, std::string_view prefix,
                   std::span<const std::string_view> skip, std::vector<FieldChange>& out) {
    model::eachField<T>([&](auto field) {
        using F = decltype(field);
        if (std::ranges::find(skip, F::info.name) != skip.end() ||
            model::sameValue(F::get(before), F::get(after))) {
            return;
        }
        if constexpr (std::is_same_v<typename F::Value, Meeting>) {
            compareFields(F::get(before), F::get(after), "meeting.", {}, out);
        } else {
            out.push_back(
                fieldChange(std::string(prefix) + std::string(F::info.name), F::get(before), F::get(after)));
        }
    });
}

} // namespace sidetal
