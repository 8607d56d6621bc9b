#pragma once

#include "Batch/Settings.h"
#include "sidetal/Batch/BatchPlan.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace sidetal::batch {

/// The committees that a document is of, each once, as it spells them: of a paper its own, of a goal matrix
/// those whose goals it has.
struct DocumentCommittees {
    bool isGoalMatrix = false;
    std::vector<std::string> names{};
};
[[nodiscard]] DocumentCommittees committeesOf(const Document& document);

/// Whether two names of committees are one.
[[nodiscard]] bool isSameCommittee(std::string_view a, std::string_view b);

/// Whether a document is still one that settings are for: they are made before it is read for the last time.
[[nodiscard]] bool isFor(const BatchSettings& settings, const Document& document);

/// All settings of a plan, each once: recipients whose files differ in their names alone share them.
class SettingsTable {
  public:
    explicit SettingsTable(std::vector<ReadOutputs> outputs);

    [[nodiscard]] const std::vector<ReadOutputs>& outputs() const { return outputs_; }
    /// Whether some recipients get the papers of some committees alone.
    [[nodiscard]] bool asksForCommittees() const;

    /// The index of the settings of an entry that is for nobody in particular.
    [[nodiscard]] std::uint32_t settingsOf(std::size_t output);
    /// The same of what a recipient gets of a document; nothing where it is not for him.
    [[nodiscard]] std::optional<std::uint32_t> settingsOf(std::size_t output, const BatchRecipient& recipient,
                                                          const DocumentCommittees& committees);

    [[nodiscard]] const BatchSettings& operator[](std::uint32_t index) const { return settings_[index]; }
    [[nodiscard]] std::vector<BatchSettings> take() && { return std::move(settings_); }

  private:
    void add(BatchSettings settings, const std::string& alikeKey);
    [[nodiscard]] BatchSettings madeFor(const ReadOutputs& read, const BatchRecipient& recipient,
                                        const std::vector<std::string>& committees, bool selects) const;

    std::vector<ReadOutputs> outputs_;
    std::vector<BatchSettings> settings_;
    std::unordered_map<std::string, std::uint32_t> known_; ///< by all that they are made of
    std::unordered_map<std::string, std::uint32_t> alike_; ///< the same but for the member
};

} // namespace sidetal::batch
