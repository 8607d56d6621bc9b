#pragma once

#include "Markup/HtmlTags.h"

#include "Tree/Node.h"
#include "sidetal/Model/RichText.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sidetal::input {

/// Builds a table from its tags in their order, as forgiving as browsers are (HTML Living Standard, 4.9.12):
/// rows and cells that are not opened are implied, spans end with their part of the table.
class TextTableBuilder {
  public:
    /// Messages carry the path of `place`, which must live as long as this; `position` is the table's.
    TextTableBuilder(const Node& place, SourcePos position, std::span<const TagAttribute> attributes);

    void startPart(TablePart part);
    void startRow(SourcePos position);
    /// A `<col>`, or a `<colgroup>` without any.
    void addColumns(std::span<const TagAttribute> attributes);
    /// The cell that comes next; its content comes with endCell().
    void startCell(bool header, TextAlign align, std::span<const TagAttribute> attributes,
                   SourcePos position);
    void endCell(RichText content);
    /// Each paragraph, of further captions too, is a line of the caption; other blocks stand before the
    /// table.
    void addCaption(RichText content);

    /// The table's blocks: the table itself, or what stood in it where it was none: a table of one cell, of
    /// one column without headers, or for looks alone (`role="presentation"`).
    [[nodiscard]] std::vector<RichTextBlock> finish(TableHeaders headers);

  private:
    [[nodiscard]] std::uint32_t spanOf(std::span<const TagAttribute> attributes, std::string_view name,
                                       std::uint32_t most, std::uint32_t otherwise) const;
    [[nodiscard]] TextRow& row();
    void orderParts();
    void clipSpans();
    [[nodiscard]] bool isForLooks(std::uint32_t columns) const;
    [[nodiscard]] std::vector<RichTextBlock> unwrapped();
    void makeHead();
    void makeHeaders(TableHeaders headers);

    const Node& place_;
    TextTable table_;
    std::vector<RichTextBlock> before_; ///< blocks of the caption that no line can hold
    TablePart part_ = TablePart::Body;
    bool headSeen_ = false;
    bool footSeen_ = false;
    bool rowOpen_ = false;
    bool presentation_ = false;
    bool isTable_ = false; ///< by its role, whatever it looks like
    bool bordered_ = false;
};

} // namespace sidetal::input
