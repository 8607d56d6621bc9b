#pragma once

#include "Lint/ClosedWords.h"
#include "Lint/Detectors.h"
#include "Lint/Lint.h"
#include "Lint/Reporter.h"
#include "Lint/Signs.h"
#include "Model/Fields/Visit.h"

#include "sidetal/Model/RichText.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal::lint {

/// Looks through the texts of a document. Most hold nothing that could be a finding: one pass over the bytes
/// tells which detectors need look at all.
class TextLinter {
  public:
    /// `closed`: words that open texts must not hold; `language`: that of the document. All must outlive
    /// this.
    TextLinter(const LintRules& rules, const ClosedWords& closed, std::string_view language,
               Reporter& reporter);

    /// A text of one line. `open`: what the edition shows, so that words of what is closed must not be in it.
    void line(std::string_view text, const model::Place& place, bool open);
    /// An address that readers can be led to, whose words may say it too.
    void address(std::string_view address, std::string_view words, const model::Place& place, bool open);
    /// The words that stand for the picture `file`.
    void alt(std::string_view alt, const std::string& file, const model::Place& place, bool open);
    void text(const RichText& text, const model::Place& place, bool open);

    /// What stands beside the texts that come and says what they are, such as "CPR-nr." before a number that
    /// has a field or a cell of its own. Must outlive them.
    class Labelled {
      public:
        Labelled(TextLinter& linter, std::string_view words)
            : linter_(linter)
            , outer_(linter.label_) {
            linter_.label_ = words;
        }
        ~Labelled() { linter_.label_ = outer_; }
        Labelled(const Labelled&) = delete;
        Labelled& operator=(const Labelled&) = delete;

      private:
        TextLinter& linter_;
        std::string_view outer_;
    };

    /// Those that alt() was asked about.
    [[nodiscard]] const std::vector<LintPicture>& pictures() const { return pictures_; }

  private:
    void block(const TextParagraph& value, const model::Place& place, bool open);
    void block(const TextHeading& value, const model::Place& place, bool open);
    void block(const TextList& value, const model::Place& place, bool open);
    void block(const TextDefinitions& value, const model::Place& place, bool open);
    void block(const TextRule& /*value*/, const model::Place& /*place*/, bool /*open*/) {}
    void block(const Boxed<TextTable>& value, const model::Place& place, bool open);
    void block(const Boxed<TextPicture>& value, const model::Place& place, bool open);
    void block(const Boxed<TextQuote>& value, const model::Place& place, bool open);

    /// What detectors find in a line, its label taken into account.
    [[nodiscard]] std::vector<Finding> findingsIn(std::string_view text, const Signs& signs) const;
    void spans(std::span<const TextSpan> spans, const model::Place& place, bool open);
    void links(std::span<const TextSpan> spans, const model::Place& place, bool open);
    void phrases(std::string_view text, const model::Place& place, bool open);
    void language(std::string_view text, std::span<const TextSpan> spans, const model::Place& place);
    void headings(const RichText& text, const model::Place& place);
    void typedLists(const RichText& text, const model::Place& place);

    const ClosedWords& closed_;
    std::vector<std::string> forbidden_; ///< folded
    std::string_view language_;
    Reporter& reporter_;
    std::vector<LintPicture> pictures_;
    std::string_view label_;
    std::string joined_; ///< of spans: kept for its memory
};

} // namespace sidetal::lint
