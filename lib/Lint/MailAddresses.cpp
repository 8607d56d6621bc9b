#include "Lint/Detectors.h"

#include "Lint/Surroundings.h"
#include "Support/Ascii.h"

#include <algorithm>
#include <array>

namespace sidetal::lint {

namespace {

/// Boxes that whole authorities share, and that are there to be published.
constexpr std::array<std::string_view, 14> kSharedBoxes = {
    "post",       "info",        "kontakt",        "mail",   "kommune", "kommunen",        "borgerservice",
    "sikkerpost", "sikker-post", "hovedpostkasse", "byraad", "dpo",     "databeskyttelse", "noreply"};

bool isSharedBox(std::string_view local) {
    return std::ranges::find(kSharedBoxes, ascii::lowered(local)) != kSharedBoxes.end();
}

bool isLocalByte(std::string_view text, std::size_t at) {
    return isWordByte(text, at) || std::string_view("._%+-'").find(text[at]) != std::string_view::npos;
}

/// The end of the domain that begins at `at`; 0 where there is none: two labels or more, the last one of
/// letters alone.
std::size_t endOfDomain(std::string_view text, std::size_t at) {
    std::size_t end = 0;
    bool hasDot = false;
    while (at < text.size()) {
        const std::size_t begin = at;
        bool letters = true;
        while (at < text.size() && (isWordByte(text, at) || (text[at] == '-' && at > begin))) {
            letters = letters && text[at] != '-' && !ascii::isDigit(text[at]);
            ++at;
        }
        if (at == begin) {
            break;
        }
        if (hasDot && letters && at - begin >= 2) {
            end = at;
        }
        if (at == text.size() || text[at] != '.') {
            break;
        }
        hasDot = true;
        ++at;
    }
    return end;
}

} // namespace

void findMailAddresses(std::string_view text, Findings& out) {
    for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        std::size_t begin = at;
        while (begin > 0 && isLocalByte(text, begin - 1)) {
            --begin;
        }
        while (begin < at && !isWordByte(text, begin)) { // "'anna@…"
            ++begin;
        }
        const std::size_t end = begin < at ? endOfDomain(text, at + 1) : 0;
        if (end != 0 && !isSharedBox(text.substr(begin, at - begin))) {
            out.push_back({Code::MailAddress, begin, end});
        }
    }
}

} // namespace sidetal::lint
