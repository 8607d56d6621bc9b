#include "Support/FileNames.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

namespace sidetal {

std::string resolvedName(std::string_view from, std::string_view name) {
    if (name.starts_with('/')) {
        return std::string(name);
    }
    std::vector<std::string_view> parts;
    const std::size_t folder = from.rfind('/');
    for (std::string_view rest : {folder == std::string_view::npos ? "" : from.substr(0, folder), name}) {
        while (!rest.empty()) {
            const std::string_view part = rest.substr(0, rest.find('/'));
            rest.remove_prefix(std::min(part.size() + 1, rest.size()));
            if (part == ".." && !parts.empty() && parts.back() != "..") {
                parts.pop_back();
            } else if (!part.empty() && part != ".") {
                parts.push_back(part);
            }
        }
    }
    return fmt::format("{}", fmt::join(parts, "/"));
}

} // namespace sidetal
