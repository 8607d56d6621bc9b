#pragma once

#include "sidetal/Support/Diagnostic.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sidetal::input {

/// Warnings that many texts of a document would have alike: each is told once, at its first place, with the
/// number of texts.
class RepeatedWarnings {
  public:
    /// Counts one more text with this warning; false where it was not noted before.
    [[nodiscard]] bool repeats(std::string_view code, std::string_view message);
    /// Notes a warning that is new; false, and nothing is noted, where there are as many as are ever told.
    [[nodiscard]] bool note(std::string_view code, std::string message, SourcePos position, std::string path);
    /// Adds them in the order of their first places.
    void tell(Diagnostics& diagnostics) const;

  private:
    struct Warning {
        std::string code;
        std::string message;
        SourcePos position;
        std::string path;
        std::size_t texts = 1;
    };

    std::vector<Warning> warnings_;
    std::unordered_map<std::string, std::size_t> indices_; ///< of code and message
};

} // namespace sidetal::input
