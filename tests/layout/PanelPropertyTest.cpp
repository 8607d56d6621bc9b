#include "layout/Random.h"
#include "unit/Layout/LayoutFixture.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace sidetal::test {

namespace {

using namespace literals;
using Fault = std::optional<std::string>;

constexpr Length kLine = 12_pt;
constexpr Length kBodyTop = 30_pt;
constexpr Length kBodyEnd = 270_pt;
constexpr Length kAscent = Length::milli(8500); ///< from a line's top to its baseline
constexpr std::uint32_t kNoPanel = 0;

/// A random flow of paragraphs, headings, lists, columns and lines with leaders, some of them in panels.
/// Every line is one word, "17", of which it is known where it belongs.
struct RandomFlow {
    struct Word {
        std::uint32_t panel = kNoPanel;
        bool heading = false;
        bool secondColumn = false; ///< beside other lines
    };

    explicit RandomFlow(std::uint64_t seed)
        : dice(seed) {
        builder.document.run().page.height = 300_pt;
        builder.document.run().body.height = kBodyEnd - kBodyTop;
        for (std::uint32_t i = dice.between(1, 40); i > 0; --i) {
            if (dice.once(3)) {
                addPanel();
            } else {
                addBlock(builder.document.run().blocks);
            }
        }
    }

    void addPanel() {
        panel = static_cast<std::uint32_t>(panels.size() + 1);
        PanelFormat format;
        format.barWidth = 3_pt;
        format.barGap = 6_pt;
        format.barColour = {static_cast<std::uint8_t>(panel), 1, 0};
        if (dice.once(2)) {
            format.fill = Colour{static_cast<std::uint8_t>(panel), 2, 0};
            format.padTop = Length::points(dice.between(0, 8));
            format.padBottom = Length::points(dice.between(0, 8));
            format.padLeft = format.padRight = 5_pt;
        }
        panels.push_back(format);
        Panel made;
        made.format = format;
        isTogether = dice.once(8); // small, so that no chain is higher than a page
        const std::uint32_t blocks = dice.between(1, isTogether ? 2 : 6);
        for (std::uint32_t i = 0; i < blocks; ++i) {
            addBlock(made.blocks);
        }
        if (std::holds_alternative<Heading>(made.blocks.back().content)) { // whose text would be elsewhere
            made.blocks.emplace_back().content = lines(2, {});
        }
        Block& block = builder.add(std::move(made));
        block.spaceBefore = Length::points(dice.between(0, 10));
        block.spaceAfter = Length::points(dice.between(0, 10));
        block.keepWithNext = !isTogether && dice.once(20);
        block.keepTogether = std::exchange(isTogether, false);
        panel = kNoPanel;
    }

    /// So many words, a line each.
    Paragraph lines(std::uint32_t count, Word word) {
        word.panel = panel;
        std::string text;
        for (std::uint32_t i = 0; i < count; ++i) {
            text += fmt::format("{}{}", i > 0 ? "\n" : "", words.size());
            words.push_back(word);
        }
        return builder.paragraph(text);
    }

    void addBlock(std::vector<Block>& blocks) {
        Block& block = blocks.emplace_back();
        block.spaceBefore = Length::points(dice.between(0, 6));
        block.spaceAfter = Length::points(dice.between(0, 6));
        switch (dice.between(0, 9)) {
        case 0:
        case 1: {
            Heading heading;
            heading.level = 2;
            heading.text = lines(1, {.heading = true});
            block.content = std::move(heading);
            break;
        }
        case 2: {
            List list;
            list.labelWidth = 10_pt;
            for (std::uint32_t i = dice.between(1, 5); i > 0; --i) {
                list.items.emplace_back().body.emplace_back().content = lines(dice.between(1, 2), {});
            }
            block.content = std::move(list);
            break;
        }
        case 3: {
            Columns columns;
            for (const bool second : {false, true}) {
                Column& column = columns.columns.emplace_back();
                column.x = second ? 100_pt : 0_pt;
                column.width = 90_pt;
                const std::uint32_t count = dice.once(2) ? 1 : dice.between(1, 3);
                column.blocks.emplace_back().content = lines(count, {.secondColumn = second});
            }
            block.content = std::move(columns);
            break;
        }
        case 4: {
            LeaderLine line;
            line.text = lines(dice.between(1, 2), {});
            block.content = std::move(line);
            break;
        }
        default:
            block.content = lines(!isTogether && dice.once(6) ? dice.between(1, 16) : dice.between(1, 5), {});
            block.keepWithNext = panel == kNoPanel && dice.once(8);
        }
    }

    Dice dice;
    DocumentBuilder builder;
    std::vector<Word> words;
    std::vector<PanelFormat> panels; ///< by panel - 1
    std::uint32_t panel = kNoPanel;  ///< that is being filled
    bool isTogether = false;         ///< it is kept together
};

/// Looks at the pages of a flow one after the other.
class PageChecker {
  public:
    explicit PageChecker(const RandomFlow& flow)
        : flow_(flow) {}

    Fault check(const Page& page, const Shaper& shaper, bool isLast) {
        grounds_.clear();
        fills_.clear();
        lines_.clear();
        std::uint32_t lastWord = 0;
        for (const Op& op : page.ops) {
            if (const auto* fill = std::get_if<FillOp>(&op)) {
                auto& found = fill->colour.green == 1 ? grounds_ : fills_;
                if (!found.emplace(fill->colour.red, fill->rect).second) {
                    return fmt::format("panel {} has two grounds", fill->colour.red);
                }
            } else if (const auto* text = std::get_if<TextOp>(&op)) {
                Page one;
                one.ops.emplace_back(*text);
                one.pieces = page.pieces;
                lastWord = static_cast<std::uint32_t>(std::stoul(wordsOf(one, shaper)));
                if (lastWord != next_++) {
                    return fmt::format("word {} stands where {} was to stand", lastWord, next_ - 1);
                }
                if (Fault fault = addLine(lastWord, text->baseline - kAscent)) {
                    return fault;
                }
            }
        }
        // A heading without a text of its own is kept with nothing.
        if (!isLast && flow_.words[lastWord].heading && !flow_.words[next_].heading) {
            return fmt::format("heading {} stands at the foot", lastWord);
        }
        return checkPanels();
    }

    [[nodiscard]] std::uint32_t wordsSeen() const { return next_; }

  private:
    /// The lines of a panel on the page.
    struct Lines {
        Length top;
        Length bottom;
        std::set<Length> tops;
    };

    Fault addLine(std::uint32_t word, Length top) {
        if (top < kBodyTop || top + kLine > kBodyEnd) {
            return fmt::format("word {} stands outside of the body", word);
        }
        const RandomFlow::Word& known = flow_.words[word];
        Lines& lines = lines_.try_emplace(known.panel, Lines{top, top, {}}).first->second;
        lines.bottom = std::max(lines.bottom, top + kLine);
        lines.tops.insert(top);
        if (known.panel == kNoPanel) {
            free_.push_back(top);
        }
        return {};
    }

    Fault checkPanels() {
        const std::vector<Length> free = std::exchange(free_, {});
        for (const auto& [panel, lines] : lines_) {
            if (panel == kNoPanel) {
                continue;
            }
            const PanelFormat& format = flow_.panels[panel - 1];
            const auto bar = grounds_.extract(panel);
            const auto fill = fills_.extract(panel);
            if (bar.empty() || fill.empty() == format.fill.has_value()) {
                return fmt::format("panel {} has not its ground", panel);
            }
            const Length top = lines.top - format.padTop;
            const Length bottom = lines.bottom + format.padBottom;
            for (const Rect& rect : {bar.mapped(), fill.empty() ? bar.mapped() : fill.mapped()}) {
                if (rect.y != top || rect.bottom() != bottom) {
                    return fmt::format("the ground of panel {} is not as high as its lines", panel);
                }
            }
            for (const Length other : free) {
                if (other < bottom && other + kLine > top) {
                    return fmt::format("a line stands on the ground of panel {} and is not of it", panel);
                }
            }
            if (lines.tops.size() < 2 && linesOf(panel) > 1) {
                return fmt::format("a line of panel {} stands alone", panel);
            }
        }
        return grounds_.empty() && fills_.empty() ? Fault() : "a panel without lines has a ground";
    }

    /// How many lines a panel has in all.
    [[nodiscard]] std::ptrdiff_t linesOf(std::uint32_t panel) const {
        return std::ranges::count_if(flow_.words, [&](const RandomFlow::Word& word) {
            return word.panel == panel && !word.secondColumn;
        });
    }

    const RandomFlow& flow_;
    std::uint32_t next_ = 0;
    std::map<std::uint32_t, Rect> grounds_; ///< bars
    std::map<std::uint32_t, Rect> fills_;
    std::map<std::uint32_t, Lines> lines_; ///< by panel
    std::vector<Length> free_;             ///< tops of lines in no panel
};

Fault check(std::uint64_t seed) {
    static Setting setting;
    RandomFlow flow(seed);
    const LaidOutDocument laid = layOut(flow.builder, setting);
    if (laid.diagnostics.hasErrors()) {
        return messages(laid.diagnostics);
    }
    PageChecker checker(flow);
    Page page;
    for (std::uint32_t i = 0; i < laid.pages.count; ++i) {
        laid.pages.paint(i, setting.breaker, page);
        if (Fault fault = checker.check(page, setting.shaper, i + 1 == laid.pages.count)) {
            return fmt::format("page {}: {}", i + 1, *fault);
        }
    }
    return checker.wordsSeen() == flow.words.size() ? Fault() : "words are missing at the end";
}

/// Blocks of all kinds within one another, to any depth that somebody may think of.
class NestedFlow {
  public:
    explicit NestedFlow(std::uint64_t seed)
        : dice_(seed) {
        builder.document.run().body.height = 2'000_pt; // nothing is higher than a page
        fill(builder.document.run().blocks, 0);
    }

    DocumentBuilder builder;
    std::string words; ///< of all blocks, in reading order

  private:
    void fill(std::vector<Block>& blocks, std::uint32_t depth) {
        for (std::uint32_t i = dice_.between(depth == 0 ? 4 : 0, 4); i > 0; --i) {
            Block& block = blocks.emplace_back();
            setContent(block, depth);
            block.spaceBefore = Length::points(dice_.between(0, 4));
            block.spaceAfter = Length::points(dice_.between(0, 4));
            block.indent = Length::points(dice_.between(0, 2));
            block.keepWithNext = dice_.once(4);
            block.keepTogether = dice_.once(4);
        }
    }

    void setContent(Block& block, std::uint32_t depth) {
        switch (dice_.between(depth < 3 ? 0 : 4, 10)) {
        case 0:
            fill(dressed(block).blocks, depth + 1);
            break;
        case 1:
            block.content = Columns{};
            std::get<Columns>(block.content).columns.resize(dice_.between(0, 2));
            for (Column& column : std::get<Columns>(block.content).columns) {
                column.width = 100_pt;
                fill(column.blocks, depth + 1);
            }
            break;
        case 2:
            block.content = List{};
            for (std::uint32_t i = dice_.between(0, 2); i > 0; --i) {
                ListItem& item = std::get<List>(block.content).items.emplace_back();
                item.label = word();
                fill(item.body, depth + 1);
            }
            break;
        case 3:
            setTable(block, depth);
            break;
        case 4:
            block.content = Aside{0_pt, 100_pt, {}};
            if (depth < 3) {
                fill(std::get<Aside>(block.content).blocks, depth + 1);
            }
            break;
        case 5:
            block.content = Spacer{3_pt};
            break;
        case 6:
            block.content = PageBreak{};
            break;
        case 7:
            block.content = Rule{1_pt, {}};
            break;
        case 8: {
            LeaderLine line;
            line.text = word();
            line.end = word();
            block.content = std::move(line);
            break;
        }
        case 9: {
            Heading heading;
            heading.text = word();
            heading.outline = "Overskrift";
            block.content = std::move(heading);
            break;
        }
        default:
            block.content = word();
        }
    }

    Panel& dressed(Block& block) {
        block.content = Panel{};
        Panel& panel = std::get<Panel>(block.content);
        panel.format.fill = Colour{};
        panel.format.barWidth = 1_pt;
        panel.format.padTop = panel.format.padBottom = Length::points(dice_.between(0, 3));
        return panel;
    }

    void setTable(Block& block, std::uint32_t depth) {
        block.content = Table{};
        auto& table = std::get<Table>(block.content);
        table.node = builder.node(Role::Table);
        table.columns = {150_pt};
        TableCell& cell = table.rows.emplace_back().cells.emplace_back();
        cell.node = builder.node(Role::TD, table.node);
        fill(cell.content, depth + 1);
    }

    Paragraph word() {
        const std::string text = std::to_string(count_++);
        words += text + ' ';
        return builder.paragraph(text);
    }

    Dice dice_;
    std::uint32_t count_ = 0;
};

/// All words are there, in order, whatever stands within what.
Fault checkNested(std::uint64_t seed) {
    static Setting setting;
    NestedFlow flow(seed);
    const LaidOutDocument laid = layOut(flow.builder, setting);
    if (laid.diagnostics.hasErrors()) {
        return messages(laid.diagnostics);
    }
    std::vector<std::uint32_t> found;
    Page page;
    for (std::uint32_t i = 0; i < laid.pages.count; ++i) {
        laid.pages.paint(i, setting.breaker, page);
        for (const Op& op : page.ops) {
            if (const auto* text = std::get_if<TextOp>(&op)) {
                Page one;
                one.ops.emplace_back(*text);
                one.pieces = page.pieces;
                found.push_back(static_cast<std::uint32_t>(std::stoul(wordsOf(one, setting.shaper))));
            }
        }
    }
    // What stands beside the flow may be on an earlier page than what is read before it.
    std::ranges::sort(found);
    std::string words;
    for (const std::uint32_t word : found) {
        words += fmt::format("{} ", word);
    }
    return words == flow.words ? Fault() : fmt::format("shows {} of {}", words, flow.words);
}

} // namespace

TEST(PanelProperty, blocksWithinBlocksKeepTheirWords) {
    forRandomCases(0, 1, 10'000, checkNested);
}

TEST(PanelProperty, groundsCoverExactlyTheirLinesAndNothingStandsAlone) {
    forRandomCases(0, 1, 10'000, check);
}

} // namespace sidetal::test
