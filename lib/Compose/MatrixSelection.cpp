#include "Compose/MatrixSelection.h"

#include "Compose/FollowUpWords.h"
#include "Labels/SelectionWords.h"

#include <fmt/format.h>

#include <string>

namespace sidetal {

namespace {

using Sort = GoalSelection::Sort;

class Sentences {
  public:
    Sentences(const Labels& labels, const SelectedGoals& selected)
        : labels_(labels)
        , selected_(selected) {}

    std::vector<LinePart> write() && {
        const GoalSelection& by = selected_.by;
        addNames(SelectionWord::Committee, by.committees);
        addNames(SelectionWord::Theme, by.themes);
        addStatuses(by.statuses);
        if (by.prioritised) {
            add(std::string(word(SelectionWord::Prioritised)));
        }
        addNames(SelectionWord::Owner, by.owners);
        if (by.deadlineBefore) {
            add(fmt::format(fmt::runtime(word(SelectionWord::Before)),
                            fmt::arg("date", labels_.longDate(*by.deadlineBefore))));
        }
        if (by.sort != Sort::Written) {
            add(std::string(word(by.sort == Sort::Number   ? SelectionWord::ByNumber
                                 : by.sort == Sort::Status ? SelectionWord::ByStatus
                                                           : SelectionWord::ByDeadline)));
        }
        addCounts();
        return std::move(out_);
    }

  private:
    [[nodiscard]] std::string_view word(SelectionWord word) const { return selectionWord(labels_, word); }

    /// Adds a sentence of the catalogue's, or the beginning of one.
    void add(std::string words) {
        if (!out_.empty()) {
            words.insert(0, " ");
        }
        out_.push_back({std::move(words), true});
    }

    void addNames(SelectionWord what, const std::vector<GoalSelection::Name>& names) {
        std::string list;
        for (const GoalSelection::Name& name : names) {
            list += list.empty() ? "" : ", ";
            list += name.text;
        }
        if (!list.empty()) {
            add(std::string(word(what)));
            out_.push_back({list + ".", false});
        }
    }

    void addStatuses(const std::vector<GoalStatus>& statuses) {
        std::string list;
        for (const GoalStatus status : statuses) {
            list += list.empty() ? "" : ", ";
            list += statusWord(labels_, status);
        }
        if (!list.empty()) {
            add(fmt::format("{}{}.", word(SelectionWord::Status), list));
        }
    }

    void addCounts() {
        if (!selected_.by.hasConditions()) {
            return; // all are shown
        }
        if (selected_.goals == 0) {
            add(fmt::format(fmt::runtime(word(SelectionWord::None)), fmt::arg("all", selected_.ofGoals)));
            return;
        }
        addCount(SelectionWord::Goals, selected_.goals, selected_.ofGoals);
        if (!selected_.by.owners.empty() || selected_.by.deadlineBefore) {
            addCount(SelectionWord::Initiatives, selected_.initiatives, selected_.ofInitiatives);
        }
    }

    void addCount(SelectionWord pattern, std::size_t shown, std::size_t all) {
        add(fmt::format(fmt::runtime(word(pattern)), fmt::arg("shown", shown), fmt::arg("all", all),
                        fmt::arg("left", all - shown)));
    }

    const Labels& labels_;
    const SelectedGoals& selected_;
    std::vector<LinePart> out_;
};

} // namespace

std::vector<LinePart> selectionWords(const Labels& labels, const SelectedGoals& selected) {
    return Sentences(labels, selected).write();
}

} // namespace sidetal
