#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace sidetal {

/// When a document is looked through for what should not be published (docs/lint.md).
enum class LintWhen : std::uint8_t {
    Published, ///< where the edition is the public's
    Always,
    Never
};

/// How a finding is told.
enum class LintSeverity : std::uint8_t { Off, Warning, Error };

/// Something that is found and may stand, and why.
struct LintAllowance {
    /// What is found: '*' stands for any characters, '?' for one; the case of ASCII letters counts for
    /// nothing, nor do the country code +45, blanks and hyphens of what is a number. Not empty.
    std::string text;
    std::string reason;               ///< for those who read the rules; not empty
    std::vector<std::string> codes{}; ///< of the findings that it is for, "SID-N004"; none: any
};

/// What a document is looked through by, besides what is always looked for. The default is the strict one:
/// everything is told, as a warning.
struct LintRules {
    /// Names and words that must not stand in what is published, whatever their case; as whole words.
    std::vector<std::string> forbiddenNames{};
    std::vector<LintAllowance> allowed{};
    /// By code, where it is another than the code's own; of several for a code the last counts.
    std::vector<std::pair<std::string, LintSeverity>> severity{};
};

} // namespace sidetal
