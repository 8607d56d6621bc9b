#pragma once

#include "sidetal/Batch/BatchPlan.h"
#include "sidetal/Jobs/Recipients.h"

#include <map>
#include <string>
#include <vector>

namespace sidetal::batch {

/// A style, and what is to be known of it besides.
struct ReadStyle {
    std::optional<StyleSheet> sheet{};
    std::string name{}; ///< without folder and ending
    std::string hash{};
};

/// An entry of a job's outputs with the files that it names.
struct ReadOutputs {
    BatchSettings settings;
    std::string rulesHash; ///< of what optionsHash is made of besides the options
    /// For whom it is made; of entries without a list of recipients nobody.
    std::vector<BatchRecipient> recipients{};
    std::map<std::string, ReadStyle> styles{}; ///< those that recipients name, by these names
};

/// A job's outputs with the styles, policies, rules and recipients that they name; faults go to
/// `diagnostics`.
[[nodiscard]] std::vector<ReadOutputs> readOutputs(const BatchJob& job, const BatchHost& host,
                                                   const OwnFonts& fonts, Diagnostics& diagnostics);

void setStyle(BatchSettings& settings, const ReadStyle& style);

/// Sets the hash of a file's options where these are what they are to be.
void setOptionsHash(BatchSettings& settings, const std::string& rulesHash);

} // namespace sidetal::batch
