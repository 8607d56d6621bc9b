#include "Support/LanguageTag.h"

#include "Support/Ascii.h"

#include <algorithm>

namespace sidetal {

std::string canonicalLanguage(std::string_view tag) {
    std::string out = ascii::lowered(tag);
    for (std::size_t at = 0; at < out.size();) {
        const std::size_t length = std::min(out.find('-', at), out.size()) - at;
        if (length == 1) {
            break; // what follows a singleton ("x-") is neither region nor script
        }
        const std::size_t capitals = length == 2 ? 2 : length == 4 ? 1 : 0;
        if (at != 0) {
            std::transform(out.begin() + static_cast<std::ptrdiff_t>(at),
                           out.begin() + static_cast<std::ptrdiff_t>(at + capitals),
                           out.begin() + static_cast<std::ptrdiff_t>(at), ascii::upper);
        }
        at += length + 1;
    }
    return out;
}

} // namespace sidetal
