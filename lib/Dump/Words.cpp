#include "Dump/Words.h"

#include "Support/JsonText.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace sidetal::dump {

std::string points(Length length) {
    const std::int64_t milli = length.milli();
    const std::int64_t size = milli < 0 ? -milli : milli;
    std::string out = fmt::format("{}{}.{:03}", milli < 0 ? "-" : "", size / 1000, size % 1000);
    out.erase(out.find_last_not_of('0') + 1);
    if (out.back() == '.') {
        out.pop_back();
    }
    return out;
}

std::string colour(Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

std::string nodeName(NodeId node) {
    return node == NodeId::None ? std::string("-") : fmt::format("#{}", index(node));
}

std::string inQuotes(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kInvisible = {{
        {"\u00A0", "\\u00a0"},
        {"\u00AD", "\\u00ad"},
    }};
    std::string out;
    appendJsonString(out, text);
    for (const auto& [character, escape] : kInvisible) {
        for (std::size_t at = out.find(character); at != std::string::npos; at = out.find(character, at)) {
            out.replace(at, character.size(), escape);
        }
    }
    return out;
}

} // namespace sidetal::dump
