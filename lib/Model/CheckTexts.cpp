#include "Model/CheckTexts.h"

#include "Model/FaultsAt.h"
#include "Model/Rules.h"
#include "Support/Texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace sidetal::model {

namespace {

/// How deep a text's place is within the text that is checked.
struct Depth {
    std::size_t blocks = 0; ///< lists, quotes, definitions and cells around it
    std::size_t tables = 0; ///< tables around it
};

class TextChecker {
  public:
    explicit TextChecker(Diagnostics& diagnostics)
        : diagnostics_(diagnostics) {}

    void text(const RichText& value, const Place& place, Depth depth) {
        if (depth.blocks > kDeepestList) {
            FaultsAt(place, diagnostics_)
                .error("SID-I004", fmt::format("lists nested deeper than the limit of {}", kDeepestList));
            return;
        }
        for (std::size_t i = 0; i < value.blocks.size(); ++i) {
            std::visit([&](const auto& block) { check(block, place, i, depth); }, value.blocks[i]);
        }
    }

  private:
    void check(const TextParagraph& value, const Place& of, std::size_t index, Depth /*depth*/) {
        const Place place(of, index, value.source);
        spans(value.spans, place, "a paragraph");
        range(value.indent.milli(), 0, Length::points(1000).milli(), place, "indent");
    }

    void check(const TextHeading& value, const Place& of, std::size_t index, Depth /*depth*/) {
        const Place place(of, index, value.source);
        spans(value.spans, place, "a heading");
        range(value.level, 1, 6, place, "level");
    }

    void check(const TextList& value, const Place& of, std::size_t index, Depth depth) {
        const Place place(of, index, value.source);
        const auto last = std::numeric_limits<int>::max() - static_cast<std::int64_t>(value.items.size());
        range(value.start, 0, last, place, "start");
        filled(value.items.size(), place, "a list of at least one item");
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            text(value.items[i], Place(place, i, value.items[i].source), {depth.blocks + 1, depth.tables});
        }
    }

    void check(const TextDefinitions& value, const Place& of, std::size_t index, Depth depth) {
        const Place place(of, index, value.source);
        filled(value.items.size(), place, "at least one term");
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            const TextDefinition& item = value.items[i];
            const Place at(place, i, item.source);
            if (!item.term.empty() || item.text.empty()) {
                spans(item.term, Place(at, "term", {}), "a term");
            }
            text(item.text, at, {depth.blocks + 1, depth.tables});
        }
    }

    void check(const TextRule& /*value*/, const Place& /*of*/, std::size_t /*index*/, Depth /*depth*/) {}

    void check(const Boxed<TextQuote>& value, const Place& of, std::size_t index, Depth depth) {
        const Place place(of, index, value ? value->source : SourcePos());
        if (!value || value->text.empty()) {
            FaultsAt(place, diagnostics_).error("SID-R003", "empty, expected a quotation");
            return;
        }
        text(value->text, place, {depth.blocks + 1, depth.tables});
    }

    void check(const Boxed<TextTable>& value, const Place& of, std::size_t index, Depth depth) {
        const Place place(of, index, value ? value->source : SourcePos());
        const bool hasCell = value && std::any_of(value->rows.begin(), value->rows.end(),
                                                  [](const TextRow& row) { return !row.cells.empty(); });
        if (!hasCell) {
            FaultsAt(place, diagnostics_).error("SID-R003", "empty, expected a table of at least one cell");
            return;
        }
        if (depth.tables == TextTable::kDeepest) {
            FaultsAt(place, diagnostics_)
                .error("SID-I004",
                       fmt::format("tables nested deeper than the limit of {}", TextTable::kDeepest));
            return;
        }
        if (!value->caption.empty()) {
            spans(value->caption, Place(place, "caption", {}), "a caption");
        }
        range(static_cast<std::int64_t>(value->columns.size()), 0, TextTable::kMostColumns, place, "columns");
        for (std::size_t i = 0; i < value->columns.size(); ++i) {
            column(value->columns[i], Place(place, "columns", {}));
        }
        rows(*value, place, depth);
    }

    void column(ColumnWidth width, const Place& place) {
        if (width.kind() == ColumnWidth::Kind::Share) {
            FaultsAt(place, diagnostics_)
                .error("SID-R003", "a column that is a share, expected a length, a percentage or 'auto'");
        } else if (width.isFixed()) {
            range(width.length().milli(), 1, 5'000'000, place, "width");
        } else if (const auto part = width.wishedOf(Length::milli(1'000))) {
            range(part->milli(), 1, kMostOfMeasure, place, "width");
        }
    }

    void rows(const TextTable& table, const Place& place, Depth depth) {
        if (const std::uint32_t columns = countColumns(table); columns > TextTable::kMostColumns) {
            FaultsAt(place, diagnostics_)
                .error("SID-R003",
                       fmt::format("{} columns, expected at most {}", columns, TextTable::kMostColumns));
        }
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            const TextRow& row = table.rows[i];
            const Place at(place, i, row.source);
            if (i > 0 && row.part < table.rows[i - 1].part) {
                FaultsAt(at, diagnostics_)
                    .error("SID-R003", "expected the head's rows first and those of the foot last");
            }
            for (std::size_t c = 0; c < row.cells.size(); ++c) {
                const TextCell& cell = row.cells[c];
                const Place within(at, c, cell.source);
                range(cell.colSpan, 1, TextTable::kMostColumns, within, "colSpan");
                range(cell.rowSpan, 1, kMostRowSpan, within, "rowSpan");
                text(cell.content, within, {depth.blocks + 1, depth.tables + 1});
            }
        }
    }

    void check(const Boxed<TextPicture>& value, const Place& of, std::size_t index, Depth /*depth*/) {
        const Place place(of, index, value ? value->source : SourcePos());
        const FaultsAt at(place, diagnostics_);
        if (!value || value->file.empty()) {
            at.missing("file");
            return;
        }
        if (checkText(value->file, at) && checkText(value->alt, at) && !value->decorative &&
            isBlank(value->alt)) {
            reportMissingAlt(at);
        }
        range(value->width.milli(), 0, Length::points(14'400).milli(), place, "width");
    }

    void spans(std::span<const TextSpan> value, const Place& place, std::string_view what) {
        const FaultsAt at(place, diagnostics_);
        bool blank = true;
        for (const TextSpan& span : value) {
            blank = checkText(span.text, at) && blank && isBlank(span.text);
            if (span.details) {
                checkDetails(*span.details, at);
            }
        }
        if (blank) {
            at.error("SID-R003", fmt::format("empty, expected {} of some text", what));
        }
    }

    void checkDetails(const SpanDetails& details, const FaultsAt& at) {
        if (!details.language.empty()) {
            checkLanguage(details.language, at);
        }
        if (checkText(details.link, at) && !details.link.empty() && !isFollowed(details.link) &&
            !isBeside(details.link)) {
            at.error("SID-R003", "expected a link to an address of http, https, mailto or tel");
        }
        checkText(details.expansion, at);
    }

    void range(std::int64_t value, std::int64_t least, std::int64_t most, const Place& place,
               std::string_view what) {
        if (value < least || value > most) {
            FaultsAt(Place(place, what, {}), diagnostics_)
                .error("SID-R003", fmt::format("expected {} to {}, found {}", least, most, value));
        }
    }

    void filled(std::size_t members, const Place& place, std::string_view what) {
        if (members == 0) {
            FaultsAt(place, diagnostics_).error("SID-R003", fmt::format("empty, expected {}", what));
        }
    }

    Diagnostics& diagnostics_;
};

} // namespace

std::uint32_t countColumns(const TextTable& table) {
    std::uint64_t most = 0;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> open; // rows left, columns taken
    for (const TextRow& row : table.rows) {
        std::uint64_t columns = 0;
        for (auto& [rows, taken] : open) {
            columns += taken;
            --rows;
        }
        std::erase_if(open, [](const auto& span) { return span.first == 0; });
        for (const TextCell& cell : row.cells) {
            columns += cell.colSpan;
            if (cell.rowSpan > 1) {
                open.emplace_back(cell.rowSpan - 1, cell.colSpan);
            }
        }
        most = std::max(most, columns);
        if (most > TextTable::kMostColumns) {
            break;
        }
    }
    return static_cast<std::uint32_t>(
        std::min<std::uint64_t>(most, std::numeric_limits<std::uint32_t>::max()));
}

void checkTexts(const RichText& text, const Place& place, Diagnostics& diagnostics) {
    TextChecker(diagnostics).text(text, place, {});
}

} // namespace sidetal::model
