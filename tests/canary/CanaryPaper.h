#pragma once

#include "canary/CanaryWords.h"
#include "sidetal/Model/Edition.h"

#include <map>
#include <string>

namespace sidetal::canary {

/// A paper in which each field of something closed holds a word of its own: its file, JSON or XML, and those
/// of its pictures.
struct CanaryPaper {
    std::string text;
    std::map<std::string, std::string> pictures; ///< bytes by name
    bool faulty = false;                         ///< holds what no reader takes
};

/// What a random paper is made for.
struct PaperOptions {
    bool faults = true; ///< now and then it holds what no reader takes
};

/// Who was disqualified at some closed item of each paper.
inline constexpr std::string_view kRecipient = "Bo Berg";

/// The paper of a seed. `words` takes its words, and has the rules of the edition that it is made for.
/// The paper's fields come of the tables of the model: one that is added to what can be closed gets words
/// without a line here. Throws std::out_of_range where CanaryRules do not say what comes of it.
[[nodiscard]] CanaryPaper canaryPaper(std::uint64_t seed, Words& words, PaperOptions options = {});

} // namespace sidetal::canary
