#pragma once

#include "Blocks/Block.h"
#include "Layout/Fragmenter.h"
#include "Layout/TableGrid.h"
#include "Layout/TablePaginator.h"

namespace sidetal {

/// A table: its header stands on every page that has a row of it, its body is broken by the TablePaginator.
class TableBlock final : public Fragmenter {
  public:
    /// Both grids are finished; `table` must outlive this. A header that is higher than `highestRepeated`
    /// stands over the first row alone.
    TableBlock(const Table& table, TableGrid header, TableGrid body, Length highestRepeated);
    TableBlock(const TableBlock&) = delete;
    TableBlock& operator=(const TableBlock&) = delete;

    [[nodiscard]] Plan plan(const BreakToken& token, const Region& region) const override;
    Length paint(const BreakToken& token, const BreakToken* until, Length x, Length y,
                 Canvas& canvas) const override;

    [[nodiscard]] std::optional<Length> topOf(const Spot& spot, const BreakToken& token,
                                              const BreakToken* until) const override;
    [[nodiscard]] bool beginsWith(const Spot& spot, const BreakToken& token) const override;

    /// A row that fits no page of this height (TablePaginator::tooHigh), with the highest line of the cell
    /// that makes it so.
    struct TooHigh {
        std::uint32_t row = 0;
        Length line;
    };
    [[nodiscard]] std::optional<TooHigh> tooHigh(Length page) const {
        const auto cell = paginator_.tooHigh(page);
        return cell ? std::optional(TooHigh{body_.cell(*cell).row, body_.highestLine(body_.cell(*cell))})
                    : std::nullopt;
    }
    void lines(std::vector<BlockLine>& out) const override;

    [[nodiscard]] Length width() const { return body_.width(); }

  private:
    void paintPart(const TableGrid& grid, const TablePart& part, Length x, Length y, bool repeated,
                   Canvas& canvas) const;
    void paintText(const TableGrid& grid, const CellPiece& piece, Length x, Length y, bool repeated,
                   Canvas& canvas) const;
    void paintHeadAndFootRule(const TableGrid& grid, const TablePart& part, Length x, Length y,
                              Canvas& canvas) const;
    void paintRules(const TableGrid& grid, const TablePart& part, Length x, Length y, Canvas& canvas) const;

    const Table& table_;
    TableGrid header_;
    TableGrid body_;
    TablePart headerPart_;
    TableHeader headerHeight_;
    TablePaginator paginator_;
};

} // namespace sidetal
