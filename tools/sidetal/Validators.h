#pragma once

#include <CLI/CLI.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace sidetal::cli {

/// Admits the values named, with a message in our own manner.
[[nodiscard]] inline CLI::Validator oneOf(std::vector<std::string> values) {
    return CLI::Validator(
        [values = std::move(values)](const std::string& value) {
            if (std::find(values.begin(), values.end(), value) != values.end()) {
                return std::string();
            }
            return "unknown value '" + value + "', expected " + CLI::detail::join(values, ", ");
        },
        std::string());
}

/// Refuses an empty value: a variable of a script that was never set.
[[nodiscard]] inline CLI::Validator notEmpty() {
    return CLI::Validator(
        [](const std::string& value) { return value.empty() ? std::string("empty value") : std::string(); },
        std::string());
}

} // namespace sidetal::cli
