#pragma once

#include "Blocks/Block.h"
#include "Text/LineBreaker.h"

#include "sidetal/Support/Diagnostic.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// A measured text of a Measurer: its index there.
enum class TextId : std::uint32_t { None = 0xFFFFFFFF };

/// A paragraph broken into lines: a record of a few bytes, its words are looked up again when it is painted.
struct MeasuredText {
    const Paragraph* paragraph = nullptr;
    Length width;                ///< measure
    std::uint32_t firstLine = 0; ///< of MeasuredTexts::lines
    std::uint32_t lineCount = 0;
};

/// All texts of a document, broken into lines.
struct MeasuredTexts {
    std::vector<MeasuredText> texts;
    std::vector<Line> lines;

    [[nodiscard]] const MeasuredText& operator[](TextId id) const {
        return texts[static_cast<std::uint32_t>(id)];
    }
};

/// How narrow and how wide something can stand.
struct WidthRange {
    Length least;    ///< with no word broken
    Length widest;   ///< with no line longer than it asks for
    Length broken{}; ///< with words broken at any letter, and pictures made smaller; at most `least`
};

/// `length` as thousandths of an em of `size`.
[[nodiscard]] std::int32_t inEms(Length length, Length size);

/// Where a line of `used` begins in `width`.
[[nodiscard]] Length alignIn(Align align, Length width, Length used);

/// The fonts of a document's formats, each looked up in the shaper once.
class FormatFonts {
  public:
    /// All formats are in `document` already; both must outlive this.
    FormatFonts(const BlockDocument& document, Shaper& shaper)
        : document_(document)
        , shaper_(shaper)
        , ids_(document.formats.size() * 4, kUnknown) {}

    /// By what of an emphasis is another font: bold and italic.
    [[nodiscard]] FontId operator()(FormatId format, Emphasis emphasis);

  private:
    static constexpr auto kUnknown = static_cast<FontId>(0xFFFF);

    const BlockDocument& document_;
    Shaper& shaper_;
    std::vector<FontId> ids_; ///< by format, bold and italic
};

/// How much smaller raised and lowered text is, in thousandths; lines are as high as without it.
inline constexpr std::int32_t kShiftedSize = 650;
/// How much smaller fine print is.
inline constexpr std::int32_t kSmallSize = 850;

/// The size of a run in thousandths of its paragraph's.
[[nodiscard]] constexpr std::int32_t sizeOf(Emphasis emphasis) {
    return emphasis.raised || emphasis.lowered ? kShiftedSize
           : emphasis.small                    ? kSmallSize
                                               : TextRun::kFullSize;
}

/// What the words of the page's RunningMark stand for in a running line.
inline constexpr std::string_view kMarkKey = "{mark}";

/// From where to where something reaches.
struct Extent {
    Length left;
    Length right;
    [[nodiscard]] Extent joined(Extent other) const {
        return {std::min(left, other.left), std::max(right, other.right)};
    }
    /// Whether both have a part in common; what is empty has none.
    [[nodiscard]] bool meets(Extent other) const {
        return std::max(left, other.left) < std::min(right, other.right);
    }
};

/// Breaks paragraphs into lines, each once; faults of a text go to the diagnostics, and its lines are those
/// of the text without what is wrong.
class Measurer {
  public:
    Measurer(BlockDocument& document, LineBreaker& breaker, MeasuredTexts& texts, Diagnostics& diagnostics)
        : document_(document)
        , breaker_(breaker)
        , texts_(texts)
        , diagnostics_(&diagnostics)
        , fonts_(document, breaker.shaper())
        , notesMissing_(document.boxesForMissing) {}

    /// Breaks `paragraph` at `width`; its runs become NFC. The paragraph must not move afterwards.
    [[nodiscard]] TextId measure(Paragraph& paragraph, Length width);

    /// As measure(), of words that stand elsewhere in the document, too: their faults are told there.
    [[nodiscard]] TextId measureAgain(Paragraph& paragraph, Length width);

    /// Sets `paragraph` on one line (but for forced breaks), to be aligned in `width`, however wide it is.
    [[nodiscard]] TextId measureLine(Paragraph& paragraph, Length width);

    /// Between which widths the lines of `paragraph` depend on the measure. Its runs become NFC; of what
    /// cannot be printed, measure() tells.
    [[nodiscard]] WidthRange widthsOf(Paragraph& paragraph);

    /// Looks for what cannot be printed in the running lines, digits and marks included.
    void checkRunningLines();
    /// Refuses a running line that, with its pattern filled in, reaches beyond an edge of the paper, which is
    /// `paper` wide (SID-L007). Returns how far it reaches, but of such a one.
    std::optional<Extent> checkRunningWidth(const RunningLine& line, const std::string& words, Length paper);

    /// Warns of the characters for which boxes stand in what was measured (BlockDocument::boxesForMissing).
    void reportMissing();

    [[nodiscard]] const TextFormat& format(const Paragraph& paragraph) const {
        return document_.formats[static_cast<std::size_t>(paragraph.format)];
    }
    [[nodiscard]] const LeaderFormat& format(const LeaderLine& line) const;
    [[nodiscard]] const MeasuredTexts& texts() const { return texts_; }
    /// The width of the last line of a text.
    [[nodiscard]] Length lastLine(TextId id) const;
    /// Has a text end with a blank: more words follow on its last line.
    void endWithBlank(TextId id);
    /// The width of the widest line of a text.
    [[nodiscard]] Length widestLine(TextId id) const;
    [[nodiscard]] Length lineHeight(const Paragraph& paragraph) const {
        return std::max(format(paragraph).lineHeight, Length::milli(1));
    }

  private:
    /// A character for which boxes stand, and where it does first.
    struct Missing {
        char32_t character = 0;
        SourcePos source;
        std::string text; ///< around it
    };

    void normalise(Paragraph& paragraph);
    void checkMarks(const RunningLine& line);
    [[nodiscard]] Length runningWidth(const RunningLine& line, const std::string& words);
    void setRuns(const Paragraph& paragraph);
    void breakRuns(const Paragraph& paragraph, Length width);
    /// Returns what is to be taken out of the text: the character, or the word that it is written in.
    [[nodiscard]] std::string reportUnprintable(const UnprintableText& fault, SourcePos source);
    void noteMissing(SourcePos source);
    void reportBrokenWords(const MeasuredText& text);
    [[nodiscard]] std::string joinedText() const;
    void removeEverywhere(std::string_view wrong);

    BlockDocument& document_;
    LineBreaker& breaker_;
    MeasuredTexts& texts_;
    Diagnostics* diagnostics_;
    FormatFonts fonts_;
    bool notesMissing_ = false;
    std::set<char32_t> missing_;        ///< what boxes stand for
    std::vector<Missing> firstMissing_; ///< the first of them
    std::vector<TextRun> runs_;         ///< of the paragraph at hand
    std::vector<std::string> repaired_; ///< its texts without what cannot be printed, where something cannot
};

} // namespace sidetal
