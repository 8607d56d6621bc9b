#pragma once

#include "Attendance/Attendance.h"
#include "Compose/Context.h"
#include "Compose/LabelledLine.h"
#include "Compose/TextBlocks.h"
#include "Labels/PaperWords.h"
#include "Support/Texts.h"

#include "sidetal/Model/MeetingPaper.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sidetal {

/// The deepest level of headings that PDF/UA-1 has.
inline constexpr int kDeepestHeading = 6;

/// An item as its paper prints it.
struct PaperItem {
    const AgendaItem* item = nullptr;
    const ItemGroup* group = nullptr; ///< that it stands in, where the paper has groups
    std::string_view number;          ///< as printed, "12."; empty: none
    std::string_view bare;            ///< "12"
    std::size_t depth = 0;            ///< 0: of the top level
    TargetId target = TargetId::None;
    TargetId opening = TargetId::None; ///< of the group's heading, where it is the group's first
};

/// Where the words of a heading stand, and what else it is.
struct HeadingForm {
    int level = 2;
    Length indent{};
    Length width{};            ///< 0: that of the headings
    std::string_view number{}; ///< stands beside the words
    Length numberWidth{};      ///< the least room of that
    bool outlined = true;      ///< gives an entry of the outline
    TargetId target = TargetId::None;
};

/// What the composers of a meeting's paper share: the document that grows, the paper, and its look.
class Paper {
  public:
    /// All of it must outlive this. `numbers` are the printed ones of the items in reading order.
    Paper(Context& context, const MeetingPaper& model, std::span<const std::string> numbers,
          const AgendaStyle& look, Diagnostics& diagnostics);

    [[nodiscard]] std::vector<Block>& blocks() const { return c.out.run().blocks; }
    [[nodiscard]] Type typeOf(AgendaRole role) const;
    [[nodiscard]] std::string_view word(PaperWord word) const { return paperWord(c.labels, word); }
    /// The word for an item's kind, of those that begin with `first`; the kind is said.
    [[nodiscard]] std::string_view word(PaperWord first, AgendaItem::Kind kind) const {
        return word(wordAfter(first, static_cast<std::size_t>(kind) - 1));
    }
    /// A pattern of the catalogue with its places filled: word(PaperWord::OneItem, fmt::arg("number", "2")).
    template <class... Args>
    [[nodiscard]] std::string word(PaperWord pattern, const Args&... args) const {
        return fmt::format(fmt::runtime(word(pattern)), args...);
    }

    [[nodiscard]] std::string dateText(Date date, DateForm form) const;
    [[nodiscard]] char timeSeparator() const { return look.facts.times == TimeForm::Dot ? '.' : ':'; }
    [[nodiscard]] AttendanceWords attendanceWords() const { return {c.labels, timeSeparator()}; }
    /// The meeting's day, "18. november 2026"; empty where it is not known.
    [[nodiscard]] std::string day() const;
    /// "Dagsorden" or "Referat".
    [[nodiscard]] Label kind() const;
    /// The title of the paper: its own, or its kind's.
    [[nodiscard]] std::string_view title() const;
    [[nodiscard]] std::string_view committee() const;
    /// "Referat, punkt 4, 7-9" of an excerpt.
    [[nodiscard]] std::string excerptOf() const;

    /// Appends a heading: words of the document and of the catalogue.
    void addHeading(const std::vector<LinePart>& parts, const ParagraphStyle& style, SourcePos source,
                    const HeadingForm& form) const;
    /// The same as a block of its own, for those who place it themselves.
    [[nodiscard]] Block heading(const std::vector<LinePart>& parts, const ParagraphStyle& style,
                                SourcePos source, const HeadingForm& form) const;
    /// Appends a heading of what is no item.
    void addPartHeading(PaperWord words, TargetId target = TargetId::None) const;
    /// A paragraph of `role` as a block of its own.
    [[nodiscard]] Block line(std::string text, AgendaRole role, SourcePos source, bool ofCatalogue) const;
    /// How an item's texts are set; `level` is that of their topmost headings.
    [[nodiscard]] TextLook textLook(int level) const;
    /// Moves blocks from `first` on into the column of an item's texts.
    void placeTexts(std::vector<Block>& blocks, std::size_t first) const;
    /// Moves one block there.
    void placeText(Block& block) const;
    /// The measure of an item's texts; 0: all that is right of the numbers.
    [[nodiscard]] Length textWidth() const { return look.items.textWidth.value_or(Length()); }

    Context& c;
    const MeetingPaper& model;
    const AgendaStyle& look;
    Diagnostics& diagnostics;
    Length column;                 ///< width of the body
    Length headingMeasure;         ///< of headings, their number included
    std::vector<PaperItem> items;  ///< in reading order
    MeetingRoll roll;              ///< who was there
    TargetId end = TargetId::None; ///< of what stands behind the items, where pages are named after those

  private:
    mutable std::array<std::optional<Type>, kAgendaRoleCount> types_; ///< of those roles that were asked for
};

/// True for words that an edition puts in place of a closed thing's title ("Lukket punkt"): they need no
/// mark.
[[nodiscard]] bool saysClosed(std::string_view title);

/// "Mette Kvist (A), konsulent"
[[nodiscard]] std::string personText(const Person& person);

} // namespace sidetal
