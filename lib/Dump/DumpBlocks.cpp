#include "Dump/Dump.h"

#include "Dump/Words.h"

#include <fmt/format.h>

#include <iterator>

namespace sidetal {

namespace {

using dump::inQuotes;
using dump::nodeName;

std::string_view alignName(Align align) {
    switch (align) {
    case Align::Left:
        return "left";
    case Align::Centre:
        return "centre";
    case Align::Justify:
        return "justify";
    case Align::Right:
        break;
    }
    return "right";
}

/// Appends blocks as text, a line a thing, indented by two blanks a level.
class BlockPrinter {
  public:
    explicit BlockPrinter(std::string& out)
        : out_(out) {}

    void document(const BlockDocument& document);

  private:
    void blocks(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            extra_ = spacing(block);
            std::visit([&](const auto& content) { print(content); }, block.content);
        }
    }
    void print(const Paragraph& paragraph) { line("paragraph {}{}", runs(paragraph), extra_); }
    void print(const Heading& heading) {
        line("heading {} {}{}", heading.level, runs(heading.text), extra_);
        if (!heading.outline.empty()) {
            inner([&] { line("outline {}", inQuotes(heading.outline)); });
        }
    }
    void print(const List& list);
    void print(const Table& table);
    void print(const Rule& rule) {
        line("rule {} {}{}", formatPoints(rule.width), dump::colour(rule.colour), extra_);
    }
    void print(const Spacer& spacer) { line("spacer {}{}", formatPoints(spacer.height), extra_); }
    void print(const PageBreak&) { line("page break{}", extra_); }
    void print(const Aside& aside) {
        line("aside x={} width={}{}", formatPoints(aside.x), formatPoints(aside.width), extra_);
        inner([&] { blocks(aside.blocks); });
    }
    void print(const Panel& panel);
    void print(const Columns& columns);
    void print(const LeaderLine& leader);
    void print(const Figure& figure) { line("{}{}", figureOf(figure), extra_); }

    void row(std::string_view name, const TableRow& row);
    void cell(const TableCell& cell);

    void pageOf(const PageRun& run);
    [[nodiscard]] static std::string emphasisOf(Emphasis emphasis);
    [[nodiscard]] static std::string frameOf(const WordFrame& frame);
    [[nodiscard]] static std::string figureOf(const Figure& figure);
    [[nodiscard]] static std::string columnOf(ColumnWidth width);
    [[nodiscard]] static std::string spacing(const Block& block);
    [[nodiscard]] static std::string runs(const Paragraph& paragraph);

    template <class... Args>
    void line(fmt::format_string<Args...> pattern, Args&&... args) {
        out_.append(2 * depth_, ' ');
        fmt::format_to(std::back_inserter(out_), pattern, std::forward<Args>(args)...);
        out_ += '\n';
    }
    template <class Body>
    void inner(const Body& body) {
        ++depth_;
        body();
        --depth_;
    }

    std::string& out_;
    std::string extra_; ///< spacing of the block that is printed
    std::size_t depth_ = 0;
};

void BlockPrinter::document(const BlockDocument& document) {
    line("title {} language {}", inQuotes(document.info.title), document.info.language);
    pageOf(document.runs.front());
    for (std::size_t i = 0; i < document.formats.size(); ++i) {
        const TextFormat& f = document.formats[i];
        line("format {} {} {}/{} {} {}{}{}{}{}{}{}", i, inQuotes(f.family), formatPoints(f.size),
             formatPoints(f.lineHeight), dump::colour(f.colour), alignName(f.align),
             f.kerning ? " kerning" : "", f.ligatures ? " ligatures" : "", f.hyphenate ? " hyphenate" : "",
             f.bonds ? " bonds" : "", f.optimum ? " optimum" : "", f.fullLastLine ? " full-last-line" : "");
    }
    for (std::size_t i = 0; i < document.leaderFormats.size(); ++i) {
        const LeaderFormat& f = document.leaderFormats[i];
        line("leader format {} gap={} dots={} over {} pitch={} reach={}", i, formatPoints(f.gap),
             f.dots ? dump::colour(*f.dots) : "none", formatPoints(f.leastDots), formatPoints(f.pitch),
             formatPoints(f.reach));
    }
    for (const RunningMark& mark : document.runningMarks) {
        line("running mark {} from {}", inQuotes(mark.text), index(mark.target));
    }
    for (const PageRun& run : document.runs) {
        if (&run != &document.runs.front()) {
            pageOf(run);
        }
        for (const RunningLine& running : run.running) {
            line("running {} format {}{} {} x={} baseline={} width={}{}{}", inQuotes(running.pattern),
                 static_cast<int>(running.format), emphasisOf(running.emphasis), alignName(running.align),
                 formatPoints(running.x), formatPoints(running.baseline), formatPoints(running.width),
                 running.goesOn.empty() ? "" : fmt::format(" goes-on {}", inQuotes(running.goesOn)),
                 running.frame ? frameOf(*running.frame) : "");
        }
        if (run.watermark) {
            line("watermark {} format {}{} degrees={}", inQuotes(run.watermark->text),
                 static_cast<int>(run.watermark->format), emphasisOf(run.watermark->emphasis),
                 run.watermark->degrees);
        }
        blocks(run.blocks);
    }
}

/// The line that begins a page run.
void BlockPrinter::pageOf(const PageRun& run) {
    const PageNumbering& numbering = run.numbering;
    using Total = PageNumbering::Total;
    line("page {} x {} body {},{} {} x {}{}{}", formatPoints(run.page.width), formatPoints(run.page.height),
         formatPoints(run.body.x), formatPoints(run.body.y), formatPoints(run.body.width),
         formatPoints(run.body.height), numbering.first ? fmt::format(" first={}", *numbering.first) : "",
         numbering.total == Total::Run        ? " total=run"
         : numbering.total == Total::Document ? " total=document"
                                              : "");
}

std::string BlockPrinter::emphasisOf(Emphasis emphasis) {
    std::string out;
    out += emphasis.bold ? " bold" : "";
    out += emphasis.italic ? " italic" : "";
    out += emphasis.underline ? " underline" : "";
    out += emphasis.struck ? " struck" : "";
    out += emphasis.raised ? " raised" : "";
    out += emphasis.lowered ? " lowered" : "";
    out += emphasis.small ? " small" : "";
    return out;
}

std::string BlockPrinter::frameOf(const WordFrame& frame) {
    return fmt::format(" frame {} above={} below={} sides={}", formatPoints(frame.width),
                       formatPoints(frame.above), formatPoints(frame.below), formatPoints(frame.sides));
}

std::string BlockPrinter::figureOf(const Figure& figure) {
    const auto* image = std::get_if<ImageId>(&figure.shown);
    return fmt::format("figure {} {} x {} {}", nodeName(figure.leaf), formatPoints(figure.width),
                       formatPoints(figure.height),
                       image != nullptr
                           ? fmt::format("image {}", static_cast<unsigned>(*image))
                           : fmt::format("paths {}", std::get<Drawing>(figure.shown).paths.size()));
}

/// "111.5", "2fr", "auto" or "30%".
std::string BlockPrinter::columnOf(ColumnWidth width) {
    switch (width.kind()) {
    case ColumnWidth::Kind::Share:
        return fmt::format("{}fr", formatPoints(Length::milli(width.thousandths()))); // thousandths, too
    case ColumnWidth::Kind::Content:
        return "auto";
    case ColumnWidth::Kind::Part:
        return fmt::format("{}%", formatPoints(width.wishedOf(Length::points(100)).value_or(Length())));
    case ColumnWidth::Kind::Fixed:
        break;
    }
    return formatPoints(width.length());
}

void BlockPrinter::print(const Panel& panel) {
    const PanelFormat& f = panel.format;
    line("panel{}{} padding {},{},{},{}{}", f.fill ? fmt::format(" fill {}", dump::colour(*f.fill)) : "",
         f.barWidth > Length() ? fmt::format(" bar {} {} gap {}", formatPoints(f.barWidth),
                                             dump::colour(f.barColour), formatPoints(f.barGap))
                               : "",
         formatPoints(f.padTop), formatPoints(f.padRight), formatPoints(f.padBottom), formatPoints(f.padLeft),
         extra_);
    inner([&] { blocks(panel.blocks); });
}

void BlockPrinter::print(const Columns& columns) {
    line("columns{}", extra_);
    inner([&] {
        for (const Column& column : columns.columns) {
            line("column x={} width={}", formatPoints(column.x), formatPoints(column.width));
            inner([&] { blocks(column.blocks); });
        }
    });
}

void BlockPrinter::print(const LeaderLine& leader) {
    line("leader line format {} {} end {}{}", leader.format, runs(leader.text), runs(leader.end), extra_);
}

void BlockPrinter::print(const List& list) {
    line("list labelWidth={}{}", formatPoints(list.labelWidth), extra_);
    inner([&] {
        for (const ListItem& item : list.items) {
            const auto* figure = std::get_if<Figure>(&item.label);
            line("item {}", figure != nullptr ? figureOf(*figure) : runs(std::get<Paragraph>(item.label)));
            inner([&] { blocks(item.body); });
        }
    });
}

void BlockPrinter::print(const Table& table) {
    std::string columns;
    for (const ColumnWidth column : table.columns) {
        columns += columns.empty() ? "" : ",";
        columns += columnOf(column);
    }
    line("table {} columns={}{} rules={} {}{}{}{}{}", nodeName(table.node), columns,
         table.automaticWidths ? " automatic" : "", formatPoints(table.ruleWidth),
         dump::colour(table.ruleColour), table.rules == Table::Rules::Grid ? "" : " head-and-foot",
         table.splitRows ? "" : " whole-rows",
         table.labelLines > 0 ? fmt::format(" label-lines={}", table.labelLines) : "", extra_);
    inner([&] {
        for (std::size_t i = 0; i < table.cellFormats.size(); ++i) {
            const CellFormat& f = table.cellFormats[i];
            line("cell format {} padding {},{},{},{}{}", i, formatPoints(f.padTop), formatPoints(f.padRight),
                 formatPoints(f.padBottom), formatPoints(f.padLeft),
                 f.fill ? fmt::format(" fill {}", dump::colour(*f.fill)) : "");
        }
        for (const TableRow& r : table.header) {
            row("header row", r);
        }
        for (const TableRow& r : table.rows) {
            row("row", r);
        }
    });
}

void BlockPrinter::row(std::string_view name, const TableRow& row) {
    line("{}", name);
    inner([&] {
        for (const TableCell& c : row.cells) {
            cell(c);
        }
    });
}

void BlockPrinter::cell(const TableCell& cell) {
    const std::string kept = cell.keptRows == 0              ? ""
                             : cell.keptRows == cell.rowSpan ? " keep-rows"
                                                             : fmt::format(" keep-rows={}", cell.keptRows);
    line("cell {} column={} format={}{}{}{}{}", nodeName(cell.node), cell.column, cell.format,
         cell.rowSpan != 1 ? fmt::format(" rowSpan={}", cell.rowSpan) : "",
         cell.colSpan != 1 ? fmt::format(" colSpan={}", cell.colSpan) : "", kept,
         cell.wholeLines > 0 ? fmt::format(" whole-lines={}", cell.wholeLines) : "");
    inner([&] {
        if (cell.continuation) {
            line("continuation {}", runs(*cell.continuation));
        }
        blocks(cell.content);
    });
}

std::string BlockPrinter::spacing(const Block& block) {
    std::string out;
    const std::pair<const char*, Length> lengths[] = {{"before", block.spaceBefore},
                                                      {"after", block.spaceAfter},
                                                      {"indent", block.indent},
                                                      {"width", block.width}};
    for (const auto& [name, length] : lengths) {
        if (length != Length()) {
            out += fmt::format(" {}={}", name, formatPoints(length));
        }
    }
    out += block.keepWithNext ? " keep-with-next" : "";
    out += block.keepTogether ? " keep-together" : "";
    return out;
}

std::string BlockPrinter::runs(const Paragraph& paragraph) {
    std::string out = fmt::format("f{}", static_cast<int>(paragraph.format));
    for (const Run& run : paragraph.runs) {
        out += fmt::format(" {}{}", nodeName(run.leaf), emphasisOf(run.emphasis));
        out += run.pageOf != TargetId::None ? fmt::format(" page of {} ", index(run.pageOf)) : " ";
        out += inQuotes(run.text);
    }
    return out;
}

} // namespace

std::string dumpBlocks(const BlockDocument& document) {
    std::string out;
    BlockPrinter(out).document(document);
    return out;
}

} // namespace sidetal
