#pragma once

#include "layout/LayoutDsl.h"

#include <optional>
#include <span>
#include <string>

namespace sidetal::test {

/// What the invariants (docs/design.md, "Breaking pages") ask about: a table and the pages it was broken
/// into.
struct PaginatedTable {
    const TableGrid& grid;
    std::span<const PagePart> parts;
    Length header;
    Length page;
    std::uint32_t keepUpTo = 0; ///< cells that keep their rows have no text of themes to wait for
};

/// The first invariant that is broken, in words; nothing where all hold. Written against the pieces alone,
/// with sums of its own: nothing of the paginator's arithmetic is used.
[[nodiscard]] std::optional<std::string> brokenInvariant(const PaginatedTable& table);

} // namespace sidetal::test
