#include "Lint/Detectors.h"

#include "Lint/Surroundings.h"
#include "Support/Ascii.h"

namespace sidetal::lint {

namespace {

/// The end of what is a path from `at` on: up to white space, a quote or what ends a sentence.
std::size_t endOfPath(std::string_view text, std::size_t at) {
    while (at < text.size() && !ascii::isSpace(text[at]) &&
           std::string_view("\"<>|;,)").find(text[at]) == std::string_view::npos) {
        ++at;
    }
    while (at > 0 && text[at - 1] == '.') {
        --at;
    }
    return at;
}

/// "\\server\": two backslashes, a name, a backslash.
bool beginsShare(std::string_view text) {
    std::size_t at = 2;
    while (at < text.size() &&
           (isWordByte(text, at) || text[at] == '.' || text[at] == '-' || text[at] == '_')) {
        ++at;
    }
    return at > 2 && at + 1 < text.size() && text[at] == '\\' && isWordByte(text, at + 1);
}

} // namespace

void findFilePaths(std::string_view text, Findings& out) {
    for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at)) {
        std::size_t begin = at;
        bool found = text.substr(at).starts_with("\\\\") && beginsShare(text.substr(at));
        if (!found && at >= 2 && text[at - 1] == ':' && ascii::isLetter(text[at - 2]) &&
            (at == 2 || !isWordByte(text, at - 3))) {
            begin = at - 2;
            found = true;
        }
        at = found ? endOfPath(text, at) : at + 1;
        if (found) {
            out.push_back({Code::FilePath, begin, at});
        }
    }
    constexpr std::string_view kScheme = "file://";
    for (std::size_t at = text.find("://"); at != std::string_view::npos; at = text.find("://", at + 1)) {
        if (at >= 4 && ascii::lowered(text.substr(at - 4, kScheme.size())) == kScheme &&
            (at == 4 || !isWordByte(text, at - 5))) {
            out.push_back({Code::FilePath, at - 4, endOfPath(text, at)});
        }
    }
}

} // namespace sidetal::lint
