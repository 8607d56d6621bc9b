#include "Compose/Unprinted.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal {

namespace {

using model::Place;

/// "meeting.kind" of that, "kind" of "items[2].kind": the path within the member of a list.
std::string keyOf(const Place& place) {
    const Place* outer = place.outer();
    const bool alone = outer == nullptr || outer->key().empty();
    return alone ? std::string(place.key()) : fmt::format("{}.{}", keyOf(*outer), place.key());
}

/// The innermost list that the value stands in, or null.
const Place* listOf(const Place& place) {
    const Place* at = &place;
    while (at != nullptr && !at->isListMember()) {
        at = at->outer();
    }
    return at == nullptr ? nullptr : at->outer();
}

} // namespace

bool Unprinted::isKnown(std::string_view key, std::string_view list) {
    const auto known = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& e) { return e.key == key && e.list == list; });
    if (known != entries_.end()) {
        ++known->count;
    }
    return known != entries_.end();
}

void Unprinted::add(const Place& place) {
    const Place* list = listOf(place);
    const std::string_view name = list == nullptr ? std::string_view() : list->key();
    std::string key = keyOf(place);
    if (!isKnown(key, name)) {
        entries_.push_back({std::move(key), name, place.path(), place.position(), 1});
    }
}

void Unprinted::addValue(std::string_view name, const Place& place) {
    const Place* list = listOf(place);
    const std::string_view of = list == nullptr ? std::string_view() : list->key();
    if (!isKnown(name, of)) {
        entries_.push_back({std::string(name), of,
                            fmt::format("{}.{}", (list == nullptr ? place : *list).path(), name),
                            place.position(), 1});
    }
}

void Unprinted::report(Diagnostics& diagnostics, const std::vector<KeyPlace>& places) const {
    for (const Entry& e : entries_) {
        std::vector<std::string> notes;
        if (e.count > 1) {
            notes.push_back(
                fmt::format("'{}' stands in {} more place{}", e.key, e.count - 1, e.count > 2 ? "s" : ""));
        }
        const auto known = std::ranges::find(places, e.path, &KeyPlace::path);
        diagnostics.warning("SID-C001", fmt::format("'{}' is read, but no page shows it yet", e.key),
                            known == places.end() ? e.position : known->place, e.path, std::move(notes));
    }
}

} // namespace sidetal
