#include "Versions/Changes.h"

#include "Model/Fields/MeetingFields.h"
#include "Model/ItemNumbers.h"
#include "Support/Kinds.h"
#include "Versions/FieldChanges.h"
#include "Versions/MatrixChanges.h"
#include "Versions/Order.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <memory>
#include <utility>

namespace sidetal {

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// An item of one of the versions.
struct VersionItem {
    const AgendaItem* item = nullptr;
    std::string_view number; ///< without suffix
    std::string_view group;
    std::size_t parent = kNone;
    Access access = Access::Open; ///< closed where the item is, or one that it stands in
    std::size_t other = kNone;    ///< the same item's place in the other version
    bool moved = false;
};

using VersionItems = std::vector<VersionItem>;

void listVersion(const std::vector<AgendaItem>& items, std::string_view group, std::size_t parent,
                 std::span<const std::string> numbers, VersionItems& out) {
    for (const AgendaItem& item : items) {
        const std::size_t own = out.size();
        const bool inClosed = parent != kNone && out[parent].access != Access::Open;
        out.push_back(
            {&item, bareNumber(numbers[own]), group, parent, inClosed ? out[parent].access : item.access});
        listVersion(item.items, group, own, numbers, out);
    }
}

VersionItems itemsOf(const MeetingPaper& paper, std::span<const std::string> numbers) {
    VersionItems out;
    listVersion(paper.items, {}, kNone, numbers, out);
    for (const ItemGroup& group : paper.groups) {
        listVersion(group.items, group.title, kNone, numbers, out);
    }
    return out;
}

/// What an item is known by, of its number, title and case number; empty where it has not got all of it.
struct Likeness {
    bool number, title, caseNumber;

    [[nodiscard]] std::string keyOf(const VersionItem& item) const {
        std::string out;
        const auto add = [&](bool asked, std::string_view part) {
            const bool lacks = asked && part.empty();
            out += asked ? std::string(part) + '\n' : "\n";
            return !lacks;
        };
        const bool whole = add(number, item.number) && add(title, item.item->title) &&
                           add(caseNumber, item.item->caseNumber);
        return whole ? out : std::string();
    }
};

/// True where both are of a case, and of another.
bool differInCase(const VersionItem& a, const VersionItem& b) {
    const std::string& one = a.item->caseNumber;
    const std::string& other = b.item->caseNumber;
    return !one.empty() && !other.empty() && one != other;
}

/// Pairs the items of both versions that are alike and not paired yet. By one mark alone only those that no
/// other of their version shares it with.
void pairBy(const Likeness& likeness, bool uniqueOnly, VersionItems& before, VersionItems& after) {
    std::map<std::string, std::pair<std::vector<std::size_t>, std::vector<std::size_t>>> places;
    const auto gather = [&](const VersionItems& items, auto member) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            const std::string key = likeness.keyOf(items[i]);
            if (items[i].other == kNone && !key.empty()) {
                (places[key].*member).push_back(i);
            }
        }
    };
    using Places = std::pair<std::vector<std::size_t>, std::vector<std::size_t>>;
    gather(before, &Places::first);
    gather(after, &Places::second);
    for (const auto& [key, of] : places) {
        if (uniqueOnly && (of.first.size() != 1 || of.second.size() != 1)) {
            continue;
        }
        for (std::size_t i = 0; i < std::min(of.first.size(), of.second.size()); ++i) {
            if (!differInCase(before[of.first[i]], after[of.second[i]])) {
                before[of.first[i]].other = of.second[i];
                after[of.second[i]].other = of.first[i];
            }
        }
    }
}

/// Marks the paired items that stand below another item than before, and, where no number tells of it, those
/// in another order: all but the longest row of those that kept theirs.
void markMoved(const VersionItems& before, VersionItems& after) {
    std::vector<std::size_t> paired;
    std::vector<std::size_t> places;
    bool numbersTell = false;
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (after[i].other != kNone) {
            paired.push_back(i);
            places.push_back(after[i].other);
            numbersTell = numbersTell || before[after[i].other].number != after[i].number;
        }
    }
    const std::vector<bool> kept = inOrder(places);
    for (std::size_t i = 0; i < paired.size(); ++i) {
        VersionItem& item = after[paired[i]];
        const std::size_t parent = before[item.other].parent;
        const std::size_t parentNow = parent == kNone ? kNone : before[parent].other;
        item.moved = (!kept[i] && !numbersTell) || parentNow != item.parent;
    }
}

Change changeOf(const VersionItem& before, const VersionItem& after) {
    static constexpr std::array<std::string_view, 2> kApart = {"number", "items"};
    Change out{Change::Kind::Changed, std::string(after.number), after.item->title, {}, {}, {}};
    out.access = after.access != Access::Open ? after.access : before.access;
    if (before.number != after.number) {
        out.fields.push_back(fieldChange("number", std::string(before.number), std::string(after.number)));
    } else if (after.moved) {
        out.fields.push_back({"order", {}, {}, {}});
    }
    if (before.group != after.group) {
        out.fields.push_back(fieldChange("group", std::string(before.group), std::string(after.group)));
    }
    compareFields(*before.item, *after.item, {}, kApart, out.fields);
    if (before.access != after.access) { // what the one may say of it the other may not
        for (FieldChange& field : out.fields) {
            field.before.clear();
            field.after.clear();
        }
    }
    return out;
}

Change wholeOf(Change::Kind kind, const VersionItem& item) {
    return {kind, std::string(item.number), item.item->title, {}, item.access, {}};
}

/// What was done to the paper as a whole.
Change paperChange(const MeetingPaper& before, const MeetingPaper& after) {
    // Which version it is and how it looks; what numbering does is told of the items.
    static constexpr std::array<std::string_view, 10> kApart = {"date",     "version",   "style",     "texts",
                                                                "corrects", "numbering", "firstPage", "items",
                                                                "groups",   "excerpt"};
    Change out;
    compareFields(before, after, {}, kApart, out.fields);
    const auto titlesOf = [](const MeetingPaper& paper) {
        std::vector<std::string> titles;
        for (const ItemGroup& group : paper.groups) {
            titles.push_back(group.title);
        }
        return titles;
    };
    if (titlesOf(before) != titlesOf(after)) {
        out.fields.push_back({"groups", {}, {}, {}});
    }
    return out;
}

Correction differences(const MeetingPaper& before, VersionItems was, const MeetingPaper& after,
                       VersionItems is) {
    for (const Likeness& likeness :
         {Likeness{true, true, true}, Likeness{false, true, true}, Likeness{true, false, true}}) {
        pairBy(likeness, false, was, is);
    }
    pairBy({false, false, true}, true, was, is);
    pairBy({true, true, false}, false, was, is);
    pairBy({false, true, false}, true, was, is);
    pairBy({true, false, false}, true, was, is);
    markMoved(was, is);
    Correction out;
    out.version = before.header.version;
    out.date = before.header.date;
    if (Change change = paperChange(before, after); !change.fields.empty()) {
        out.changes.push_back(std::move(change));
    }
    std::size_t told = 0; // of what was removed
    const auto tellRemoved = [&](std::size_t to) {
        for (; told < to; ++told) {
            if (was[told].other == kNone) {
                out.changes.push_back(wholeOf(Change::Kind::Removed, was[told]));
            }
        }
    };
    for (const VersionItem& item : is) {
        if (item.other == kNone) {
            out.changes.push_back(wholeOf(Change::Kind::Added, item));
            continue;
        }
        if (!item.moved) {
            tellRemoved(std::max(told, item.other));
        }
        if (Change change = changeOf(was[item.other], item); !change.fields.empty()) {
            out.changes.push_back(std::move(change));
        }
    }
    tellRemoved(was.size());
    return out;
}

} // namespace

Correction correctionOf(const NumberedDocument& before, const NumberedDocument& after) {
    const auto& was = std::get<MeetingPaper>(before.document());
    const auto& is = std::get<MeetingPaper>(after.document());
    return differences(was, itemsOf(was, before.numbers()), is, itemsOf(is, after.numbers()));
}

NumberedDocument correct(NumberedDocument after, const NumberedDocument& before, Diagnostics& diagnostics) {
    const DocumentHeader& header = headerOf(after.document());
    const DocumentKind kind = kindOf(after.document());
    const DocumentKind kindBefore = kindOf(before.document());
    if (kind != kindBefore) {
        diagnostics.error("SID-E070",
                          fmt::format("the document is of the kind '{}', and what it corrects of the kind "
                                      "'{}', expected two of one kind",
                                      kindName(kind), kindName(kindBefore)),
                          header.source);
        return after;
    }
    auto out = std::make_shared<Document>(after.document());
    bool differs = false;
    if (auto* matrix = std::get_if<GoalMatrix>(out.get())) {
        matrix->corrects = correctionOf(std::get<GoalMatrix>(before.document()), *matrix);
        differs = !matrix->corrects->changes.empty();
    } else {
        Correction correction = correctionOf(before, after);
        differs = !correction.changes.empty();
        std::get<MeetingPaper>(*out).corrects = std::move(correction);
    }
    const DocumentHeader& was = headerOf(before.document());
    if (was.version == header.version && was.date == header.date && differs) {
        diagnostics.warning("SID-E071",
                            "the corrected version has the version and the date of what it corrects",
                            header.source, "version");
    }
    return {std::move(out), {after.numbers().begin(), after.numbers().end()}};
}

} // namespace sidetal
