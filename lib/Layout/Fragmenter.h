#pragma once

#include "sidetal/Support/Length.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sidetal {

class Canvas;

/// The height that a block is offered on a page. Three heights, because a block that something is kept with
/// never gets a whole page.
struct Region {
    Length left; ///< on this page, under what stands there
    Length full; ///< at best on any page: a page less what must stand above the block
    Length page; ///< of an empty page: what the block gets where it goes on

    /// No page has more room, unless what stands above is let go.
    [[nodiscard]] bool best() const { return left >= full; }
    /// An empty page: the block must make progress if it can.
    [[nodiscard]] bool empty() const { return left >= page; }
};

/// Where a block goes on: a small value, so that a trial leaves no trace.
struct BreakToken {
    std::uint32_t at = 0; ///< the first line or row that is left
    bool inside = false;  ///< row `at` began on an earlier page
    std::vector<std::uint32_t>
        done; ///< of a table: by column, the lines set of the cell that goes on there; 0 elsewhere

    /// Nothing of the block stands yet.
    [[nodiscard]] bool fresh() const { return at == 0 && !inside; }
    bool operator==(const BreakToken&) const = default;
};

/// Something within a block that is to be found on its page.
struct Spot {
    static constexpr std::uint32_t kNoCell = 0xFFFFFFFF;
    std::uint32_t cell = kNoCell; ///< of a table's body
    std::uint32_t line = 0;       ///< of that cell
    Length below;                 ///< from the top of that line, or of the block
};

/// What a block makes of a region.
struct Plan {
    enum class Kind : std::uint8_t {
        Empty,   ///< the block shows nothing
        Wrap,    ///< nothing of it fits here
        Partial, ///< a part fits; it goes on at `next` on the next page
        Full,    ///< all that is left of it fits
    };
    Kind kind = Kind::Empty;
    Length height;           ///< used, of Partial and Full
    BreakToken next;         ///< of Partial
    std::string_view reason; ///< of Wrap; a literal

    [[nodiscard]] static Plan full(Length height) { return {Kind::Full, height, {}, {}}; }
    [[nodiscard]] static Plan partial(Length height, BreakToken next) {
        return {Kind::Partial, height, std::move(next), {}};
    }
    [[nodiscard]] static Plan wrap(std::string_view reason) { return {Kind::Wrap, {}, {}, reason}; }
};

/// A part of a block that is never broken itself, where the block stands in a cell.
struct BlockLine {
    std::uint32_t at = 0; ///< BreakToken::at with which it begins
    Length height;
};

/// A block as pagination sees it (docs/design.md, "Breaking pages"): it says what fits, and paints what it
/// was said to be given. Both are pure functions.
class Fragmenter {
  public:
    virtual ~Fragmenter() = default;

    /// What the block, from `token` on, makes of `region`. Height used ≤ region.left; Partial always makes
    /// progress.
    [[nodiscard]] virtual Plan plan(const BreakToken& token, const Region& region) const = 0;

    /// Paints the block from `token` to `until` (null: its end), its left top corner at (x, y) of the page.
    /// Returns the height that plan() told for that part.
    virtual Length paint(const BreakToken& token, const BreakToken* until, Length x, Length y,
                         Canvas& canvas) const = 0;

    /// Appends the lines that the block can be broken into in a cell, each beside nothing but the next; none
    /// where it cannot be.
    virtual void lines(std::vector<BlockLine>& out) const { (void)out; }

    /// Where `spot` stands under the top of the part from `token` to `until`; nothing where that part does
    /// not show it.
    [[nodiscard]] virtual std::optional<Length> topOf(const Spot& spot, const BreakToken& token,
                                                      const BreakToken* until) const {
        (void)until;
        return token.fresh() ? std::optional(spot.below) : std::nullopt;
    }

    /// Whether the part that begins with `token` begins with `spot`: nothing that is read of it stands above,
    /// but for a table's header.
    [[nodiscard]] virtual bool beginsWith(const Spot& spot, const BreakToken& token) const {
        return token.fresh() && spot.below == Length();
    }
};

/// A text of so many lines is never broken where a page has room for them.
inline constexpr std::uint32_t kMostWhole = 3;

/// How many of `left` lines go where `fit` lines find room: all if they can, else so that at least two stand
/// on either side of the break; 0 where that cannot be, or, if `force`, what fits.
[[nodiscard]] constexpr std::uint32_t splitLines(std::uint32_t left, std::uint32_t fit, bool force) {
    if (fit >= left) {
        return left;
    }
    if (fit >= 2 && left > kMostWhole) {
        return fit <= left - 2 ? fit : left - 2;
    }
    return force ? fit : 0;
}

/// How many lines a text of `lines` lines shows at least where it begins: two, and all of a text that may not
/// be broken.
[[nodiscard]] constexpr std::uint32_t leastLines(std::uint32_t lines) {
    return lines <= kMostWhole ? lines : 2;
}

} // namespace sidetal
