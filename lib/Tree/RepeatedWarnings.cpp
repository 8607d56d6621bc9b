#include "Tree/RepeatedWarnings.h"

#include <fmt/format.h>

#include <utility>

namespace sidetal::input {

namespace {

std::string keyOf(std::string_view code, std::string_view message) {
    return fmt::format("{} {}", code, message);
}

} // namespace

bool RepeatedWarnings::repeats(std::string_view code, std::string_view message) {
    const auto found = indices_.find(keyOf(code, message));
    if (found == indices_.end()) {
        return false;
    }
    ++warnings_[found->second].texts;
    return true;
}

bool RepeatedWarnings::note(std::string_view code, std::string message, SourcePos position,
                            std::string path) {
    if (warnings_.size() >= Diagnostics::kMostWarnings) {
        return false;
    }
    indices_.emplace(keyOf(code, message), warnings_.size());
    warnings_.push_back({std::string(code), std::move(message), position, std::move(path)});
    return true;
}

void RepeatedWarnings::tell(Diagnostics& diagnostics) const {
    for (const Warning& warning : warnings_) {
        std::string message = warning.message;
        if (warning.texts > 1) {
            message += fmt::format(" (in {} texts, first here)", warning.texts);
        }
        diagnostics.warning(warning.code, std::move(message), warning.position, warning.path);
    }
}

} // namespace sidetal::input
