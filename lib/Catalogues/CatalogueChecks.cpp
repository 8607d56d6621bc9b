#include "Catalogues/CatalogueChecks.h"

#include "Support/Texts.h"

#include <fmt/format.h>

#include <set>

namespace sidetal {

namespace {

using Numbers = std::set<std::string, std::less<>>;

/// The goals' numbers; one that stands twice is an error.
Numbers numbersOf(const CatalogueVersion& version, Diagnostics& diagnostics) {
    Numbers out;
    for (const CatalogueTheme& theme : version.themes) {
        for (const CatalogueGoal& goal : theme.goals) {
            if (!out.insert(goal.number).second) {
                diagnostics.error("SID-F086",
                                  fmt::format("version {} has two goals of the number {}",
                                              inQuotes(version.version), inQuotes(goal.number)),
                                  goal.source);
            }
        }
    }
    return out;
}

void checkRenumbered(const CatalogueVersion& version, const Numbers& before, const Numbers& now,
                     Diagnostics& diagnostics) {
    Numbers from;
    Numbers to;
    for (const RenumberedGoal& each : version.renumbered) {
        if (!before.contains(each.from)) {
            diagnostics.error("SID-F087",
                              fmt::format("the version before {} has no goal {}", inQuotes(version.version),
                                          inQuotes(each.from)),
                              each.source);
        }
        if (!now.contains(each.to)) {
            diagnostics.error(
                "SID-F087",
                fmt::format("version {} has no goal {}", inQuotes(version.version), inQuotes(each.to)),
                each.source);
        }
        if (!from.insert(each.from).second || !to.insert(each.to).second) {
            diagnostics.error("SID-F087",
                              fmt::format("{} to {}: a goal has one number before and one after",
                                          inQuotes(each.from), inQuotes(each.to)),
                              each.source);
        }
    }
}

std::size_t indexOf(const GoalCatalogue& catalogue, std::string_view version) {
    for (std::size_t i = 0; i < catalogue.versions.size(); ++i) {
        if (catalogue.versions[i].version == version) {
            return i;
        }
    }
    throw Error("SID-F081", fmt::format("the catalogue {} has no version {}", inQuotes(catalogue.name),
                                        inQuotes(version)));
}

} // namespace

void checkCatalogue(const GoalCatalogue& catalogue, Diagnostics& diagnostics) {
    Numbers versions;
    Numbers before;
    for (const CatalogueVersion& version : catalogue.versions) {
        if (!versions.insert(version.version).second) {
            diagnostics.error("SID-F088", fmt::format("there are two versions {}", inQuotes(version.version)),
                              version.source);
        }
        Numbers now = numbersOf(version, diagnostics);
        checkRenumbered(version, before, now, diagnostics);
        before = std::move(now);
    }
}

const CatalogueGoal* findGoal(const CatalogueVersion& version, std::string_view number) {
    for (const CatalogueTheme& theme : version.themes) {
        for (const CatalogueGoal& goal : theme.goals) {
            if (goal.number == number) {
                return &goal;
            }
        }
    }
    return nullptr;
}

RenumberedGoals renumberedGoals(const GoalCatalogue& catalogue, std::string_view from, std::string_view to) {
    const std::size_t first = indexOf(catalogue, from);
    const std::size_t last = indexOf(catalogue, to);
    RenumberedGoals out;
    for (std::size_t i = first + 1; i <= last; ++i) {
        RenumberedGoals step;
        for (const RenumberedGoal& each : catalogue.versions[i].renumbered) {
            step.emplace(each.from, each.to);
        }
        for (auto& [old, now] : out) {
            if (auto next = step.extract(now)) {
                now = std::move(next.mapped());
            }
        }
        out.merge(step);
    }
    std::erase_if(out, [](const auto& each) { return each.first == each.second; });
    return out;
}

} // namespace sidetal
