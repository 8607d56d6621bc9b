#include "Catalogues/FollowCatalogue.h"

#include "Catalogues/CatalogueChecks.h"
#include "FollowUp/Words.h"
#include "Support/Names.h"
#include "Support/Texts.h"

#include <fmt/format.h>

#include <unordered_map>
#include <utility>

namespace sidetal {

namespace {

/// A goal of the catalogue, in its theme.
struct Place {
    const CatalogueTheme* theme;
    const CatalogueGoal* goal;
};

class Follower {
  public:
    Follower(const GoalCatalogue& catalogue, Diagnostics& diagnostics)
        : catalogue_(catalogue)
        , diagnostics_(diagnostics) {}

    void follow(GoalMatrix& matrix) {
        version_ = versionOf(matrix);
        if (version_ == nullptr) {
            return;
        }
        for (const CatalogueTheme& theme : version_->themes) {
            for (const CatalogueGoal& goal : theme.goals) {
                byNumber_.emplace(goal.number, Place{&theme, &goal});
            }
        }
        for (Theme& theme : matrix.themes) {
            followTheme(theme);
            for (Goal& goal : theme.goals) {
                followGoal(goal, theme);
            }
        }
        matrix.catalogue = Catalogue{catalogue_.name, version_->version};
        matrix.header.sources = catalogue_.sources;
    }

  private:
    [[nodiscard]] std::vector<std::string_view> versionNames() const {
        std::vector<std::string_view> out;
        for (const CatalogueVersion& version : catalogue_.versions) {
            out.emplace_back(version.version);
        }
        return out;
    }

    /// The version that the matrix follows; null, and an error, where there is none.
    const CatalogueVersion* versionOf(const GoalMatrix& matrix) {
        const Catalogue asked = matrix.catalogue.value_or(Catalogue());
        if (!asked.name.empty() && asked.name != catalogue_.name) {
            diagnostics_.error("SID-F085",
                               fmt::format("the matrix follows the catalogue {}, and the one given is {}",
                                           inQuotes(asked.name), inQuotes(catalogue_.name)),
                               matrix.header.source, "catalogue.name");
            return nullptr;
        }
        if (asked.version.empty()) {
            return catalogue_.versions.empty() ? nullptr : &catalogue_.versions.back();
        }
        for (const CatalogueVersion& version : catalogue_.versions) {
            if (version.version == asked.version) {
                return &version;
            }
        }
        diagnostics_.error("SID-F081",
                           fmt::format("the catalogue {} has no version {}, expected {}",
                                       inQuotes(catalogue_.name), inQuotes(asked.version),
                                       quotedList(versionNames())),
                           matrix.header.source, "catalogue.version");
        return nullptr;
    }

    void followTheme(Theme& theme) {
        for (const CatalogueTheme& known : version_->themes) {
            if (collapse(known.title) == collapse(theme.title) && theme.vision.empty()) {
                theme.vision = known.vision;
            }
        }
    }

    void followGoal(Goal& goal, const Theme& theme) {
        const SourcePos source = goal.numberSource.orElse(goal.source);
        const auto found = byNumber_.find(goal.number);
        if (found == byNumber_.end()) {
            tellUnknown(goal, source);
            return;
        }
        const CatalogueGoal& known = *found->second.goal;
        if (collapse(found->second.theme->title) != collapse(theme.title)) {
            diagnostics_.warning("SID-F084",
                                 fmt::format("goal {} stands under {}, and in the catalogue under {}",
                                             inQuotes(goal.number), inQuotes(theme.title),
                                             inQuotes(found->second.theme->title)),
                                 source);
        }
        if (goal.text.empty()) {
            goal.text = known.text;
        } else if (collapse(wordsOf(goal.text)) != collapse(wordsOf(known.text))) {
            diagnostics_.warning(
                "SID-F083",
                fmt::format("the words of goal {} are not those of the catalogue's version {}",
                            inQuotes(goal.number), inQuotes(version_->version)),
                source, {}, {fmt::format("the catalogue has: {}", collapse(wordsOf(known.text)))});
        }
        goal.prioritised = goal.prioritised || known.prioritised;
        if (goal.committees.empty()) {
            goal.committees = known.committees;
        }
    }

    /// Names the version that has the goal, and what it is called in the one that is followed.
    void tellUnknown(const Goal& goal, SourcePos source) {
        std::vector<std::string> notes;
        for (const CatalogueVersion& version : catalogue_.versions) {
            const CatalogueGoal* there = findGoal(version, goal.number);
            if (there == nullptr) {
                continue;
            }
            notes.push_back(fmt::format("version '{}' has it: {}", version.version,
                                        inQuotes(collapse(wordsOf(there->text)))));
            const RenumberedGoals renumbered =
                renumberedGoals(catalogue_, version.version, version_->version);
            if (const auto now = renumbered.find(goal.number); now != renumbered.end()) {
                notes.push_back(fmt::format("in version '{}' it is '{}'", version_->version, now->second));
            }
        }
        if (notes.empty()) {
            notes.emplace_back("no version of the catalogue has it");
        }
        diagnostics_.error("SID-F082",
                           fmt::format("version {} of the catalogue has no goal {}",
                                       inQuotes(version_->version), inQuotes(goal.number)),
                           source, {}, std::move(notes));
    }

    const GoalCatalogue& catalogue_;
    Diagnostics& diagnostics_;
    const CatalogueVersion* version_ = nullptr;
    std::unordered_map<std::string, Place> byNumber_;
};

} // namespace

GoalMatrix followCatalogue(GoalMatrix matrix, const GoalCatalogue& catalogue, Diagnostics& diagnostics) {
    Follower(catalogue, diagnostics).follow(matrix);
    return matrix;
}

void expectWords(const Document& document, Diagnostics& diagnostics) {
    const auto* matrix = std::get_if<GoalMatrix>(&document);
    if (matrix == nullptr) {
        return;
    }
    for (const Theme& theme : matrix->themes) {
        for (const Goal& goal : theme.goals) {
            if (goal.text.empty()) {
                diagnostics.error(
                    "SID-F080",
                    fmt::format("goal {} has no words, and no catalogue that has them was given",
                                inQuotes(goal.number)),
                    goal.numberSource.orElse(goal.source));
            }
        }
    }
}

} // namespace sidetal
