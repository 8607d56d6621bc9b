#include "Versions/Order.h"

#include <algorithm>

namespace sidetal {

std::vector<bool> inOrder(std::span<const std::size_t> places) {
    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::vector<std::size_t> ends; // of the best row of each length, its last thing
    std::vector<std::size_t> previous(places.size(), kNone);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto at =
            std::ranges::lower_bound(ends, places[i], {}, [&](std::size_t end) { return places[end]; });
        previous[i] = at == ends.begin() ? kNone : *(at - 1);
        if (at == ends.end()) {
            ends.push_back(i);
        } else {
            *at = i;
        }
    }
    std::vector<bool> kept(places.size(), false);
    for (std::size_t i = ends.empty() ? kNone : ends.back(); i != kNone; i = previous[i]) {
        kept[i] = true;
    }
    return kept;
}

} // namespace sidetal
