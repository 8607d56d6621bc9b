#pragma once

#include "Markup/OpenElements.h"

#include "Tree/Node.h"
#include "sidetal/Model/RichText.h"

#include <optional>
#include <string>
#include <string_view>

namespace sidetal::input {

/// A paragraph of a text, or its heading where `heading` is 1 to 6.
struct BuiltParagraph {
    TextParagraph paragraph;
    int heading = 0;
};

/// Collects the characters of one paragraph after the other, their white space treated as their elements say.
class ParagraphBuilder {
  public:
    /// Messages carry the path of `place`, which must live as long as this.
    explicit ParagraphBuilder(const Node& place)
        : place_(place) {}

    /// True where two line breaks or more came after the last word: what follows is a paragraph of its own.
    [[nodiscard]] bool isParted() const { return pendingBreaks_ > 1; }
    /// Whether it has a word yet.
    [[nodiscard]] bool hasText() const { return !spans_.empty(); }

    /// White space between words.
    void space(const TextState& state);
    /// A `<br>`, or the end of a line that is kept.
    void lineBreak(const TextState& state);
    /// Characters that are no white space; `position` is theirs.
    void word(std::string_view characters, const TextState& state, SourcePos position);
    /// Preformatted characters: blanks become no-break spaces but for single ones between words, tabs fill up
    /// to a multiple of eight columns.
    void preformatted(std::string_view characters, const TextState& state, SourcePos position);

    /// The paragraph, or nothing where it shows nothing; the next one begins.
    [[nodiscard]] std::optional<BuiltParagraph> finish();

  private:
    std::string& spanText(const TextState& state, SourcePos position);
    void appendPending(SourcePos position);
    void beginLine() {
        column_ = 0;
        afterBlank_ = true;
    }

    const Node& place_;
    std::vector<TextSpan> spans_;
    TextParagraph frame_; ///< all but the spans, by what stood there when it began
    int heading_ = 0;
    bool pendingSpace_ = false;
    unsigned pendingBreaks_ = 0;
    TextState pending_;      ///< of the pending space or break
    std::size_t column_ = 0; ///< of the line, in preformatted text
    bool afterBlank_ = true; ///< in preformatted text: a blank or a line's start is the last
};

} // namespace sidetal::input
