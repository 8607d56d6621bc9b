#include "Batch/Copies.h"

#include "sidetal/Jobs/FileName.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace sidetal::batch {

namespace {

bool isAmong(std::string_view name, const std::vector<GoalSelection::Name>& names) {
    return std::ranges::any_of(names, [&](const auto& each) { return isSameCommittee(each.text, name); });
}

bool isAmong(std::string_view name, const std::vector<std::string>& names) {
    return std::ranges::any_of(names, [&](const auto& each) { return isSameCommittee(each, name); });
}

void addOnce(std::vector<std::string>& names, const std::string& name) {
    if (!name.empty() && !isAmong(name, names)) {
        names.push_back(name);
    }
}

/// Which committees a recipient gets something of: those that he has of the document's, in its order; of
/// those that the job selects, if it does, in that one.
std::vector<std::string> sharedCommittees(const BatchRecipient& recipient, const DocumentCommittees& document,
                                          const GoalSelection& selection) {
    std::vector<std::string> out;
    if (document.isGoalMatrix && !selection.committees.empty()) {
        for (const GoalSelection::Name& name : selection.committees) {
            if (isAmong(name.text, recipient.committees)) {
                out.push_back(name.text);
            }
        }
        return out;
    }
    std::ranges::copy_if(document.names, std::back_inserter(out),
                         [&](const std::string& name) { return isAmong(name, recipient.committees); });
    return out;
}

} // namespace

bool isSameCommittee(std::string_view a, std::string_view b) {
    return a == b || foldedFileName(a) == foldedFileName(b);
}

DocumentCommittees committeesOf(const Document& document) {
    DocumentCommittees out;
    if (const auto* paper = std::get_if<MeetingPaper>(&document)) {
        if (paper->committee) {
            addOnce(out.names, paper->committee->name);
        }
        return out;
    }
    const auto& matrix = std::get<GoalMatrix>(document);
    out.isGoalMatrix = true;
    for (const Theme& theme : matrix.themes) {
        for (const Goal& goal : theme.goals) {
            for (const std::string& name : goal.committees) {
                addOnce(out.names, name);
            }
            if (goal.committees.empty() && matrix.committee) {
                addOnce(out.names, matrix.committee->name);
            }
        }
    }
    return out;
}

bool isFor(const BatchSettings& settings, const Document& document) {
    if (settings.committees.empty()) {
        return true;
    }
    const DocumentCommittees committees = committeesOf(document);
    const bool selects = !settings.options.selection.committees.empty();
    return committees.isGoalMatrix ? selects
                                   : std::ranges::any_of(committees.names, [&](const std::string& name) {
                                         return isAmong(name, settings.committees);
                                     });
}

SettingsTable::SettingsTable(std::vector<ReadOutputs> outputs)
    : outputs_(std::move(outputs)) {}

bool SettingsTable::asksForCommittees() const {
    return std::ranges::any_of(outputs_, [](const ReadOutputs& read) {
        return std::ranges::any_of(read.recipients,
                                   [](const BatchRecipient& r) { return !r.committees.empty(); });
    });
}

std::uint32_t SettingsTable::settingsOf(std::size_t output) {
    const std::string key = std::to_string(output);
    const auto next = static_cast<std::uint32_t>(settings_.size());
    const auto [known, isNew] = known_.try_emplace(key, next);
    if (isNew) {
        add(outputs_[output].settings, key);
    }
    return known->second;
}

std::optional<std::uint32_t> SettingsTable::settingsOf(std::size_t output, const BatchRecipient& recipient,
                                                       const DocumentCommittees& committees) {
    const ReadOutputs& read = outputs_[output];
    std::vector<std::string> shared;
    if (!recipient.committees.empty()) {
        shared = sharedCommittees(recipient, committees, read.settings.options.selection);
        if (shared.empty()) {
            return std::nullopt;
        }
    }
    const Edition edition = recipient.edition.value_or(read.settings.options.edition);
    const bool selects = committees.isGoalMatrix && !shared.empty();
    std::string key = fmt::format("{}:{}:{}", output, static_cast<int>(edition), selects);
    key += fmt::format(":{}:{}", recipient.style.size(), recipient.style);
    for (const std::string& name : shared) {
        key += fmt::format(":{}:{}", name.size(), name);
    }
    const std::string alikeKey = key;
    key += fmt::format("/{}", recipient.member);
    const auto next = static_cast<std::uint32_t>(settings_.size());
    const auto [known, isNew] = known_.try_emplace(std::move(key), next);
    if (isNew) {
        add(madeFor(read, recipient, shared, selects), alikeKey);
    }
    return known->second;
}

void SettingsTable::add(BatchSettings settings, const std::string& alikeKey) {
    const auto index = static_cast<std::uint32_t>(settings_.size());
    settings.alike = alike_.try_emplace(alikeKey, index).first->second;
    settings_.push_back(std::move(settings));
}

BatchSettings SettingsTable::madeFor(const ReadOutputs& read, const BatchRecipient& recipient,
                                     const std::vector<std::string>& committees, bool selects) const {
    BatchSettings out = read.settings;
    out.options.edition = recipient.edition.value_or(out.options.edition);
    out.options.recipient = recipient.member;
    out.committees = committees;
    if (selects) {
        out.options.selection.committees.clear();
        for (const std::string& name : committees) {
            out.options.selection.committees.push_back({name});
        }
    }
    if (!recipient.style.empty()) {
        setStyle(out, read.styles.at(recipient.style));
    }
    setOptionsHash(out, read.rulesHash);
    return out;
}

} // namespace sidetal::batch
