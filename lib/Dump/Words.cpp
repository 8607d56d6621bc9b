#include "Dump/Words.h"

#include "Support/JsonText.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace sidetal::dump {

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
