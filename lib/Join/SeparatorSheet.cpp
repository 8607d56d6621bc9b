#include "Join/SeparatorSheet.h"

#include "Labels/JoinWords.h"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>
#include <utility>

namespace sidetal {

namespace {

/// How a line of the sheet looks.
struct SheetLine {
    Length size;
    bool bold = false;
    Length spaceAfter;
};

constexpr SheetLine kNumberLine{Length::points(14), false, Length::points(16)};
constexpr SheetLine kTitleLine{Length::points(30), true, Length::points(14)};
constexpr SheetLine kFactLine{Length::points(18), false, Length::points(6)};

class SheetComposer {
  public:
    SheetComposer(const SeparatorFacts& facts, const Labels& labels, const TextStyle& font)
        : labels_(labels)
        , font_(font) {
        out_.info.title = facts.names.title;
        out_.info.language = facts.language;
        labelsDiffer_ =
            labels.language() != std::string_view(facts.language).substr(0, facts.language.find('-'));
    }

    /// `isLabel`: the words are of the catalogue.
    void add(std::string words, const SheetLine& line, bool isLabel) {
        if (words.empty()) {
            return;
        }
        const NodeId node = out_.tree.add(NodeId::Root, Role::P);
        if (isLabel && labelsDiffer_) {
            out_.tree.setLanguage(node, std::string(labels_.language()));
        }
        Run run;
        run.text = out_.keep(std::move(words));
        run.leaf = node;
        run.emphasis.bold = line.bold;
        Paragraph paragraph;
        paragraph.runs.push_back(run);
        paragraph.format = format(line);
        Block block;
        block.content = std::move(paragraph);
        block.spaceAfter = line.spaceAfter;
        out_.run().blocks.push_back(std::move(block));
    }

    BlockDocument take() { return std::move(out_); }
    PageRun& run() { return out_.run(); }

  private:
    FormatId format(const SheetLine& line) {
        TextFormat format;
        format.family = font_.family;
        format.colour = font_.colour;
        format.size = line.size;
        format.lineHeight = line.size * 5 / 4;
        format.kerning = font_.kerning;
        format.ligatures = font_.ligatures;
        out_.formats.push_back(std::move(format));
        return static_cast<FormatId>(out_.formats.size() - 1);
    }

    BlockDocument out_;
    const Labels& labels_;
    const TextStyle& font_;
    bool labelsDiffer_ = false;
};

std::string numberWords(const SeparatorFacts& facts, const Labels& labels) {
    const JoinWord word = facts.of > 0 ? JoinWord::NumberOf : JoinWord::Number;
    return fmt::format(fmt::runtime(joinWord(labels, word)), fmt::arg("number", facts.number),
                       fmt::arg("all", facts.of));
}

/// The words begin a third down, where the eye looks; long ones have the rest of the page.
Rect bodyOf(const PageStyle& page, Size paper) {
    const Length side = std::min(page.marginLeft, paper.width / 6);
    const Length foot = std::min(page.marginBottom, paper.height / 6);
    const Length top = paper.height * 3 / 10;
    return {side, top, paper.width - side * 2, paper.height - top - foot};
}

} // namespace

BlockDocument separatorSheet(const SeparatorFacts& facts, const Labels& labels, const StyleSheet& style,
                             Size paper) {
    SheetComposer sheet(facts, labels, style.font);
    sheet.run().page = paper;
    sheet.run().body = bodyOf(style.page, paper);
    sheet.add(numberWords(facts, labels), kNumberLine, true);
    sheet.add(facts.title.empty() ? facts.names.bareTitle() : facts.title, kTitleLine, false);
    sheet.add(facts.names.committee, kFactLine, false);
    sheet.add(facts.names.when, kFactLine, facts.names.isDay);
    if (!facts.recipient.empty()) {
        sheet.add(
            fmt::format(fmt::runtime(joinWord(labels, JoinWord::For)), fmt::arg("name", facts.recipient)),
            kFactLine, false);
    }
    return sheet.take();
}

} // namespace sidetal
