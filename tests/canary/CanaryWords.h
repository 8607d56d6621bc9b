#pragma once

#include "canary/CanaryRules.h"

#include <string>
#include <string_view>
#include <vector>

namespace sidetal::canary {

/// What must be so that a word may be seen: each rule shows it; `orRest` where the thing that it stands in is
/// there as long as either rule leaves something.
struct Need {
    Rule rule;
    Rule orRest{};
};
using Needs = std::vector<Need>;

/// The needs and one more.
[[nodiscard]] Needs with(Needs needs, Need more);

/// Words that nothing else has, short and without vowels, so that no line ends within one, and for each
/// whether an edition withholds it.
class Words {
  public:
    /// `usual` are the edition's rules, `withheld` those at items that are withheld from its recipient; the
    /// words that are withheld have `mark` in them, the others always the same.
    Words(Views usual, Views withheld, std::string mark = std::string(kMark))
        : usual_(std::move(usual))
        , withheldViews_(std::move(withheld))
        , mark_(std::move(mark)) {}

    static constexpr std::string_view kMark = "qx";

    /// Whether what comes stands at an item that is withheld from the recipient.
    void setWithheldItem(bool withheld) { atWithheld_ = withheld; }
    [[nodiscard]] bool atWithheldItem() const { return atWithheld_; }

    [[nodiscard]] std::string add(const Needs& needs);
    /// A word of what is not the document's: comments, unknown keys, markup without meaning, what files of
    /// pictures say besides their pixels.
    [[nodiscard]] std::string addNever();

    [[nodiscard]] std::size_t size() const { return withheld_.size(); }
    [[nodiscard]] bool isWithheld(std::size_t word) const { return withheld_[word]; }
    [[nodiscard]] std::size_t withheldCount() const;

  private:
    [[nodiscard]] std::string next(bool withheld);

    Views usual_;
    Views withheldViews_;
    std::string mark_;
    bool atWithheld_ = false;
    std::vector<bool> withheld_;
};

/// Finds words in anything, in capital letters or small ones, whatever stands between their letters that is
/// neither letter nor figure: blanks, soft hyphens, the zeros of UTF-16.
class WordFinder {
  public:
    /// Looks through a text; one after the other, a word may go from one into the next.
    void look(std::string_view text);
    /// Those that were found, each once, in the order of their numbers.
    [[nodiscard]] std::vector<std::size_t> found() const;

  private:
    std::string tail_; ///< the last letters and figures, as many as a word has
    std::vector<bool> found_;
};

} // namespace sidetal::canary
