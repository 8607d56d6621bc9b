#pragma once

#include "Lint/Codes.h"
#include "Model/Fields/Visit.h"

#include "sidetal/Lint/LintRules.h"
#include "sidetal/Model/Edition.h"
#include "sidetal/Support/Diagnostic.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal::lint {

/// Tells what was found, as the rules have it. Only the full edition's messages hold what was found in full.
class Reporter {
  public:
    /// All must outlive this.
    Reporter(const LintRules& rules, Edition edition, Diagnostics& diagnostics);

    /// Whether anything of the code is ever told: what is not need not be looked for.
    [[nodiscard]] bool wants(Code code) const {
        return severities_[static_cast<std::size_t>(code)] != LintSeverity::Off;
    }
    /// Tells that `found` stands at `place`, with `detail` after what it is.
    void tell(Code code, const model::Place& place, std::string_view found, std::string_view detail = {});
    /// As tell(), of what has a place and no path.
    void tellAt(Code code, SourcePos position, std::string path, std::string_view found,
                std::string_view detail = {});

  private:
    [[nodiscard]] bool isAllowed(Code code, std::string_view found) const;

    const LintRules& rules_;
    Edition edition_;
    Diagnostics& diagnostics_;
    std::array<LintSeverity, 32> severities_{};
};

/// Whether what is found by the code can ever be allowed by such a text: an allowance for nothing else is a
/// mistake. Names that are forbidden may come of other rules.
[[nodiscard]] bool canAllow(Code code, const LintAllowance& allowance, const LintRules& rules);

/// Whether a pattern of LintAllowance::text is `found`; `number`: country code, blanks and hyphens count for
/// nothing.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view found, bool number);

} // namespace sidetal::lint
