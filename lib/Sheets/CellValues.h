#pragma once

#include "Sheets/SheetRows.h"

#include <string>
#include <string_view>

namespace sidetal::sheets {

/// Reads what cells say in words, dates and numbers; what is none of those that are known is told at its
/// cell.
class CellValues {
  public:
    CellValues(const Headings& headings, const SheetMapping& mapping, Diagnostics& diagnostics)
        : headings_(headings)
        , mapping_(mapping)
        , diagnostics_(diagnostics) {}

    [[nodiscard]] GoalStatus status(const RowValue& value) const;
    [[nodiscard]] Trend trend(const RowValue& value) const;
    [[nodiscard]] bool yes(const RowValue& value) const;
    [[nodiscard]] Indicator::Better better(const RowValue& value) const;
    [[nodiscard]] std::optional<Date> date(const RowValue& value, Field field) const;
    /// Warns of words where a bar is to be drawn.
    void checkNumber(const RowValue& value, Field field) const;

  private:
    /// `nearest` is the known word that is near it, `words` the key by which a mapping file says what words
    /// mean.
    void tellUnknown(const RowValue& value, const char* what, const char* expected,
                     std::string_view nearest = {}, const char* words = nullptr) const;

    const Headings& headings_;
    const SheetMapping& mapping_;
    Diagnostics& diagnostics_;
};

} // namespace sidetal::sheets
