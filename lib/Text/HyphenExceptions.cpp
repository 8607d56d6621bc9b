#include "Text/HyphenExceptions.h"

#include "Support/Utf8.h"

#include <algorithm>
#include <string_view>

namespace sidetal {

namespace {

/// Stems of Danish administration; each stands for all words that contain it, a hyphen at its front for a
/// break before it. Around the stems the patterns decide.
constexpr std::string_view kStems[] = {
    "for-svars",
    "-ud-gif-t",
    "-ud-val-g",
    "-ind-sats",
    "-ind-sigt",
    "-til-skud",
    "-til-syn",
    "-op-følg",
    "-ple-je",
    "-sel-skab",
    "bolig-ejer",
    "hus-ejer",
    "grund-ejer",
    "lods-ejer",
    "hunde-ejer",
    "med-ejer",
    "bil-ejer",
    "virk-som-heds-ejer",
    "bud-get-op-følg",
    "gen-op-træ-n",
    "kom-mu-nal-di-rek-tør",
    "kom-mu-nal-be-sty-rel-se",
    "hjem-me-ple-je",
    "ældre-ple-je",
    "sy-ge-ple-je",
    "tema-drøf-tel-se",
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
