#include "Text/HyphenExceptions.h"

#include "Support/Utf8.h"

#include <algorithm>
#include <string_view>

namespace sidetal {

namespace {

/// Stems of Danish administration; they stand for all words that contain them. Between stems the patterns
/// decide.
constexpr std::string_view kStems[] = {
    "for-svars-ud-gif-t",
    "bo-lig-ejer",
    "løn-til-skud",
};

std::vector<HyphenException> parseStems() {
    std::vector<HyphenException> exceptions;
    for (const std::string_view stem : kStems) {
        HyphenException& exception = exceptions.emplace_back();
        for (std::size_t at = 0; at < stem.size();) {
            const char32_t c = utf8::next(stem, at);
            if (c == U'-') {
                exception.breaks.push_back(exception.letters.size());
            } else {
                exception.letters += c;
            }
        }
    }
    std::ranges::stable_sort(exceptions, {},
                             [](const HyphenException& exception) { return exception.letters.size(); });
    return exceptions;
}

} // namespace

std::span<const HyphenException> hyphenExceptions() {
    static const std::vector<HyphenException> exceptions = parseStems();
    return exceptions;
}

} // namespace sidetal
