#include "Markup/TextTableBuilder.h"

#include "Model/CheckTexts.h"

#include "Markup/ElementStyle.h"
#include "Markup/SpanLines.h"

#include "Model/Rules.h"
#include "Support/Ascii.h"
#include "Support/Names.h"
#include "Support/Texts.h"
#include "Tree/Values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

namespace sidetal::input {

namespace {

constexpr std::uint32_t kMostHtmlRowSpan = 65'534; ///< HTML Living Standard, 4.9.11

/// "50%", "120px", "120": what a column or a cell asks for.
std::optional<ColumnWidth> widthOf(std::string_view value) {
    value = trim(value);
    if (value.ends_with('%')) {
        const auto percent = parseThousandths(value.substr(0, value.size() - 1));
        const std::int64_t part = percent ? (*percent + 50) / 100 : 0; // thousandths of the measure
        return part > 0 && part <= model::kMostOfMeasure ? std::optional(ColumnWidth::part(part))
                                                         : std::nullopt;
    }
    if (const auto length = cssLength(value)) {
        return *length > Length() ? std::optional<ColumnWidth>(*length) : std::nullopt;
    }
    return std::nullopt;
}

void moveBlocks(RichText& from, std::vector<RichTextBlock>& to) {
    std::move(from.blocks.begin(), from.blocks.end(), std::back_inserter(to));
}

} // namespace

TextTableBuilder::TextTableBuilder(const Node& place, SourcePos position,
                                   std::span<const TagAttribute> attributes)
    : place_(place) {
    table_.source = position;
    for (const TagAttribute& attribute : attributes) {
        const std::string value = ascii::lowered(trim(attribute.value));
        presentation_ =
            presentation_ || (attribute.name == "role" && (value == "presentation" || value == "none"));
        isTable_ = isTable_ || (attribute.name == "role" && value == "table");
        bordered_ = bordered_ || (attribute.name == "border" && value != "0");
    }
}

/// A second head or foot is printed where it stands, as browsers do.
void TextTableBuilder::startPart(TablePart part) {
    const bool hasBody =
        std::ranges::any_of(table_.rows, [](const TextRow& each) { return each.part == TablePart::Body; });
    part_ = TablePart::Body;
    if (part == TablePart::Head && !headSeen_ && !hasBody) {
        part_ = TablePart::Head;
        headSeen_ = true;
    } else if (part == TablePart::Foot && !footSeen_) {
        part_ = TablePart::Foot;
        footSeen_ = true;
    }
    rowOpen_ = false;
}

void TextTableBuilder::startRow(SourcePos position) {
    TextRow& started = table_.rows.emplace_back();
    started.part = part_;
    started.source = position;
    rowOpen_ = true;
}

void TextTableBuilder::addColumns(std::span<const TagAttribute> attributes) {
    const std::uint32_t span = spanOf(attributes, "span", TextTable::kMostColumns, 1);
    std::optional<ColumnWidth> width;
    if (const std::string* value = findAttribute(attributes, "width")) {
        width = widthOf(*value);
    }
    const std::size_t most = TextTable::kMostColumns - table_.columns.size();
    table_.columns.insert(table_.columns.end(), std::min<std::size_t>(span, most),
                          width.value_or(ColumnWidth::content()));
}

void TextTableBuilder::startCell(bool header, TextAlign align, std::span<const TagAttribute> attributes,
                                 SourcePos position) {
    if (!rowOpen_) {
        startRow(position);
    }
    TextCell& cell = row().cells.emplace_back();
    cell.header = header;
    cell.align = align;
    cell.source = position;
    cell.colSpan = spanOf(attributes, "colspan", TextTable::kMostColumns, 1);
    cell.rowSpan = spanOf(attributes, "rowspan", kMostHtmlRowSpan, 1);
}

void TextTableBuilder::endCell(RichText content) {
    row().cells.back().content = std::move(content);
}

void TextTableBuilder::addCaption(RichText content) {
    for (RichTextBlock& block : content.blocks) {
        if (const std::vector<TextSpan>* words = wordsIn(block)) {
            appendLine(table_.caption, *words);
        } else {
            before_.push_back(std::move(block));
        }
    }
}

std::vector<RichTextBlock> TextTableBuilder::finish(TableHeaders headers) {
    std::erase_if(table_.rows, [](const TextRow& each) { return each.cells.empty(); });
    orderParts();
    clipSpans();
    const std::uint32_t columns = model::countColumns(table_);
    if (columns > TextTable::kMostColumns) {
        place_.error("SID-I061", fmt::format("the table has {} columns, expected at most {}", columns,
                                             TextTable::kMostColumns));
        return {};
    }
    if (table_.rows.empty() || isForLooks(columns)) {
        return unwrapped();
    }
    makeHeaders(headers);
    const auto byContent = [](const ColumnWidth& width) { return width == ColumnWidth::content(); };
    if (std::ranges::all_of(table_.columns, byContent)) {
        table_.columns.clear();
    }
    table_.columns.resize(std::min<std::size_t>(table_.columns.size(), columns), ColumnWidth::content());
    before_.emplace_back(Boxed<TextTable>(std::move(table_)));
    return std::move(before_);
}

/// A number from 1 to `most`; a larger one is refused, as its columns would be, anything else warned of.
std::uint32_t TextTableBuilder::spanOf(std::span<const TagAttribute> attributes, std::string_view name,
                                       std::uint32_t most, std::uint32_t otherwise) const {
    const std::string* value = findAttribute(attributes, name);
    if (value == nullptr) {
        return otherwise;
    }
    const std::string_view digits = trim(*value);
    std::int64_t number = 0;
    const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool isNumber = end == digits.data() + digits.size() && !digits.empty();
    if (isNumber && number == 0 && name == "rowspan") {
        return kMostHtmlRowSpan; // to the end of its part
    }
    if (isNumber && number >= 1 && number <= most && status == std::errc()) {
        return static_cast<std::uint32_t>(number);
    }
    const bool tooLarge =
        isNumber && (status == std::errc::result_out_of_range || number > most) && digits.front() != '-';
    if (tooLarge && name != "rowspan") {
        place_.error("SID-I061",
                     fmt::format("expected a '{}' of 1 to {}, found {}", name, most, inQuotes(digits)));
        return otherwise;
    }
    if (!tooLarge) {
        place_.warnOncePerDocument(
            "SID-I027",
            fmt::format("expected a whole number from 1 to {} as '{}' of a table, found "
                        "{}; {} is taken",
                        most, name, inQuotes(*value), otherwise),
            table_.source);
    }
    return tooLarge ? most : otherwise;
}

TextRow& TextTableBuilder::row() {
    return table_.rows.back();
}

void TextTableBuilder::orderParts() {
    std::ranges::stable_sort(table_.rows, {}, &TextRow::part);
}

/// No span reaches past its part.
void TextTableBuilder::clipSpans() {
    std::size_t end = table_.rows.size();
    for (std::size_t i = table_.rows.size(); i-- > 0;) {
        if (i + 1 < table_.rows.size() && table_.rows[i].part != table_.rows[i + 1].part) {
            end = i + 1;
        }
        const auto most = static_cast<std::uint32_t>(std::min<std::size_t>(end - i, model::kMostRowSpan));
        for (TextCell& cell : table_.rows[i].cells) {
            cell.rowSpan = std::min(cell.rowSpan, most);
        }
    }
}

bool TextTableBuilder::isForLooks(std::uint32_t columns) const {
    const auto hasHeader = [](const TextRow& each) {
        return std::ranges::any_of(each.cells, &TextCell::header);
    };
    const bool marked = std::ranges::any_of(table_.rows, hasHeader) || !table_.caption.empty();
    const bool oneCell = table_.rows.size() == 1 && table_.rows.front().cells.size() == 1;
    return !isTable_ && (presentation_ || oneCell || (columns == 1 && !marked && !bordered_));
}

std::vector<RichTextBlock> TextTableBuilder::unwrapped() {
    std::vector<RichTextBlock> out = std::move(before_);
    if (!table_.caption.empty()) {
        out.emplace_back(TextParagraph{std::move(table_.caption), table_.source});
    }
    for (TextRow& each : table_.rows) {
        for (TextCell& cell : each.cells) {
            moveBlocks(cell.content, out);
        }
    }
    if (!table_.rows.empty()) {
        place_.warnOncePerDocument(
            "SID-I062",
            "a table of one cell or column, or for looks alone, is printed as the texts "
            "in it",
            table_.source);
    }
    return out;
}

/// Makes the cells of the head headers, of the first row where there is no head: with it the rows that its
/// cells reach into.
void TextTableBuilder::makeHead() {
    std::size_t rows = 0;
    for (const TextRow& each : table_.rows) {
        rows += each.part == TablePart::Head ? 1 : 0;
    }
    if (rows == 0) {
        rows = 1;
        for (const TextCell& cell : table_.rows.front().cells) {
            rows = std::max<std::size_t>(rows, cell.rowSpan);
        }
    }
    for (TextRow& each : std::span(table_.rows).first(rows)) {
        each.part = TablePart::Head;
        for (TextCell& cell : each.cells) {
            cell.header = true;
        }
    }
    clipSpans();
}

void TextTableBuilder::makeHeaders(TableHeaders headers) {
    const auto isHeader = [](const TextRow& each) {
        return std::ranges::any_of(each.cells, &TextCell::header);
    };
    if (std::ranges::any_of(table_.rows, isHeader)) {
        return;
    }
    if (table_.rows.front().part == TablePart::Head || headers == TableHeaders::FirstRow) {
        makeHead();
    } else if (headers == TableHeaders::FirstColumn) {
        // Where a cell above reaches into a row, the row's first cell stands in another column.
        std::uint32_t covered = 0;
        for (TextRow& each : table_.rows) {
            if (covered > 0) {
                --covered;
            } else {
                each.cells.front().header = true;
                covered = each.cells.front().rowSpan - 1;
            }
        }
    } else {
        place_.warnOncePerDocument(
            "SID-I063",
            "a table without header cells: nobody who listens is told what its columns "
            "are about; mark them (<th>), or name them by 'tableHeaders'",
            table_.source);
    }
}

} // namespace sidetal::input
