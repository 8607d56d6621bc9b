#include "Layout/PageMarks.h"

#include <algorithm>
#include <tuple>

namespace sidetal {

std::vector<PageMark> marksOfPages(std::span<const RunningMark> marks, const Pages& pages,
                                   std::uint32_t count) {
    std::vector<std::uint32_t> order; // of reading, page by page
    for (std::uint32_t i = 0; i < marks.size(); ++i) {
        if (pages.target(marks[i].target).page != Target::kNowhere) {
            order.push_back(i);
        }
    }
    if (order.empty()) {
        return {};
    }
    const auto targetOf = [&](std::uint32_t i) -> const Target& { return pages.target(marks[i].target); };
    std::ranges::stable_sort(order, {},
                             [&](std::uint32_t i) { return std::tuple(targetOf(i).page, targetOf(i).node); });
    std::vector<PageMark> out(count);
    std::uint32_t current = PageMark::kNone; // where the page begins
    auto next = order.begin();
    for (std::uint32_t page = 0; page < count; ++page) {
        const bool cut = next != order.end() && targetOf(*next).page == page && targetOf(*next).opensPage;
        if (!cut && current != PageMark::kNone) {
            out[page] = {current, true};
        }
        for (; next != order.end() && targetOf(*next).page == page; ++next) {
            const bool ends = marks[*next].text.empty();
            if (!ends && out[page].mark == PageMark::kNone) {
                out[page] = {*next, false};
            }
            current = ends ? PageMark::kNone : *next;
        }
    }
    return out;
}

} // namespace sidetal
