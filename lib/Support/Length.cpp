#include "sidetal/Support/Length.h"

#include <fmt/format.h>

#include <cstdlib>

namespace sidetal {

std::string formatPoints(Length length) {
    const std::int64_t milli = std::abs(length.milli());
    std::string out = fmt::format("{}{}", length.milli() < 0 ? "-" : "", milli / 1000);
    if (milli % 1000 != 0) {
        out += fmt::format(".{:03}", milli % 1000);
        out.erase(out.find_last_not_of('0') + 1);
    }
    return out;
}

} // namespace sidetal
