#include "Compose/Unprinted.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal {

namespace {

/// "goals" of "themes[0].goals[3]"
std::string_view kindOfOwner(std::string_view owner) {
    const std::size_t dot = owner.rfind('.');
    const std::string_view last = dot == std::string_view::npos ? owner : owner.substr(dot + 1);
    return last.substr(0, last.find('['));
}

} // namespace

void Unprinted::add(std::string_view key, SourcePos position, std::string_view owner) {
    const std::string_view kind = kindOfOwner(owner);
    const auto known = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& e) { return e.key == key && e.ownerKind == kind; });
    if (known != entries_.end()) {
        ++known->count;
        return;
    }
    entries_.push_back({key, std::string(kind),
                        owner.empty() ? std::string(key) : fmt::format("{}.{}", owner, key), position, 1});
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
