#pragma once

#include "Sheets/WorkbookParts.h"

namespace sidetal::sheets {

/// What the cells of all sheets refer to.
struct WorkbookTables {
    SharedTexts texts;
    std::vector<NumberFormat> formats;
    bool from1904 = false;
};

/// Takes the elements of a sheet's part (ISO/IEC 29500-1, 18.3): cells that hold something, merged cells.
/// Hidden rows and columns are left out and told (SID-X013); faults of cells are told at them.
class SheetPart final : public XmlHandler {
  public:
    SheetPart(const WorkbookTables& tables, const SheetLimits& limits, Diagnostics& diagnostics, Sheet& sheet)
        : tables_(tables)
        , limits_(limits)
        , diagnostics_(diagnostics)
        , sheet_(sheet) {}

    void start(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view text) override;

    /// Once all is read: tells what the sheet as a whole lacks.
    void finish();

  private:
    void startRow(const XmlAttributes& attributes);
    void startCell(const XmlAttributes& attributes);
    void endCell();
    void addColumns(const XmlAttributes& attributes);
    void addMerge(const XmlAttributes& attributes);
    void addCell(CellKind kind, std::string_view text);
    [[nodiscard]] std::string_view sharedText() const;
    void checkHidden();
    void tellHidden();
    [[nodiscard]] bool isHidden() const;
    [[nodiscard]] SourcePos place() const { return {row_, column_, sheet_.source}; }

    const WorkbookTables& tables_;
    const SheetLimits& limits_;
    Diagnostics& diagnostics_;
    Sheet& sheet_;
    std::uint32_t row_ = 0;
    std::uint32_t column_ = 0;
    std::uint32_t lastRow_ = 0;      ///< that stands in the part
    std::uint32_t announcedRow_ = 0; ///< the last one by the sheet's dimension
    bool rowIsHidden_ = false;
    bool isUnordered_ = false;
    std::vector<bool> columnIsHidden_; ///< by column, counted from 1
    std::vector<std::uint32_t> hiddenRowsFilled_;
    std::vector<std::uint32_t> hiddenColumnsFilled_;

    std::string type_;        ///< of the cell, attribute "t"
    std::uint32_t style_ = 0; ///< the same, "s"
    bool inCell_ = false;
    bool hasFormula_ = false;
    bool hasValue_ = false;
    int beside_ = 0; ///< within `rPh`
    enum class In : std::uint8_t { Nothing, Value, Text } in_ = In::Nothing;
    std::string value_;
};

} // namespace sidetal::sheets
