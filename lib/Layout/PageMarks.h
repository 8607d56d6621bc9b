#pragma once

#include "Blocks/Block.h"
#include "Pages/Pages.h"

#include <cstdint>
#include <span>
#include <vector>

namespace sidetal {

/// Which running mark a page shows.
struct PageMark {
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;
    std::uint32_t mark = kNone; ///< index into BlockDocument::runningMarks
    bool goesOn = false;        ///< it began on an earlier page
    bool operator==(const PageMark&) const = default;
};

/// The mark of each of `count` pages; none at all where there are no marks. Those whose targets are nowhere
/// do not count.
[[nodiscard]] std::vector<PageMark> marksOfPages(std::span<const RunningMark> marks, const Pages& pages,
                                                 std::uint32_t count);

} // namespace sidetal
