#include "Markup/MarkupHint.h"

#include "Markup/HtmlTags.h"
#include "Markup/NamedCharacters.h"

#include "Support/Ascii.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal::input {

namespace {

constexpr std::size_t kLongestTagName = 16; ///< that HTML has: all are shorter
constexpr std::size_t kLongestTag = 2000;   ///< that is looked for, so that the time stays linear

/// The tag or comment that `rest` begins with; empty where it begins none.
std::string_view tagAt(std::string_view rest) {
    if (rest.starts_with("<!--")) {
        return rest.substr(0, 4);
    }
    const std::size_t nameAt = rest.starts_with("</") ? 2 : 1;
    const std::size_t nameEnd =
        rest.substr(0, nameAt + kLongestTagName + 1).find_first_of(" \t\r\n\f/>", nameAt);
    if (nameEnd == std::string_view::npos ||
        !isHtmlName(ascii::lowered(rest.substr(nameAt, nameEnd - nameAt)))) {
        return {};
    }
    const std::size_t end = rest.substr(0, kLongestTag).find_first_of("<>", nameEnd);
    return end != std::string_view::npos && rest[end] == '>' ? rest.substr(0, end + 1) : std::string_view();
}

/// The character reference that `rest` begins with; empty where it begins none.
std::string_view referenceAt(std::string_view rest) {
    const std::size_t end = rest.substr(0, kLongestCharacterName + 1).find(';');
    if (end == std::string_view::npos) {
        return {};
    }
    const std::string_view name = rest.substr(1, end - 1);
    const bool number = name.size() > 1 && name.front() == '#' &&
                        std::all_of(name.begin() + 1, name.end(), ascii::isLetterOrDigit) &&
                        (ascii::isDigit(name[1]) || name[1] == 'x' || name[1] == 'X');
    return number || !namedCharacter(rest.substr(1, end)).empty() ? rest.substr(0, end + 1)
                                                                  : std::string_view();
}

} // namespace

std::string_view markupIn(std::string_view text) {
    // Most texts have neither, and a search for one byte is many times as fast as one for two.
    if (text.find('<') == std::string_view::npos && text.find('&') == std::string_view::npos) {
        return {};
    }
    for (std::size_t at = text.find_first_of("<&"); at != std::string_view::npos;
         at = text.find_first_of("<&", at + 1)) {
        const std::string_view rest = text.substr(at);
        const std::string_view found = rest.front() == '<' ? tagAt(rest) : referenceAt(rest);
        if (!found.empty()) {
            return found;
        }
    }
    return {};
}

void warnOfMarkupInText(const Node& node, std::string_view text) {
    if (const std::string_view found = markupIn(text); !found.empty()) {
        node.warning("SID-I044", fmt::format("{} looks like markup; it is printed as it stands, expected {}",
                                             inQuotes(found),
                                             node.isXml() ? "the attribute type=\"html\" with it"
                                                          : "{\"html\": …} for a text with markup"));
    }
}

void warnOfMarkupInLine(const Node& node, std::string_view text) {
    if (const std::string_view found = markupIn(text); !found.empty()) {
        node.warning("SID-I044",
                     fmt::format("{} looks like markup, which is not read here; it is printed as it "
                                 "stands, expected the characters themselves",
                                 inQuotes(found)));
    }
}

} // namespace sidetal::input
