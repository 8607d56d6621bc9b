#include "Markup/LineReader.h"

#include "Support/Texts.h"

#include <algorithm>
#include <string>
#include <utility>

namespace sidetal::input {

namespace {

/// Cuts a text into paragraphs of lines.
class LineReader {
  public:
    LineReader(std::string_view text, const Node& place)
        : text_(text)
        , place_(place) {
        result_.source = place.position();
    }

    RichText read() {
        for (std::size_t at = 0; at <= text_.size() && !full_;) {
            const std::size_t end = std::min(text_.find_first_of("\r\n", at), text_.size());
            takeLine(text_.substr(at, end - at));
            at = end + (text_.substr(end).starts_with("\r\n") ? 2 : 1);
        }
        endParagraph();
        return std::move(result_);
    }

  private:
    void takeLine(std::string_view line) {
        std::string words = place_.showSymbols(withGaps(line));
        if (isBlank(words)) {
            return endParagraph();
        }
        words_ += words_.empty() ? "" : "\n";
        words_ += words;
    }

    static std::string withGaps(std::string_view line) {
        constexpr std::size_t kTab = 4; // columns are meant by it
        std::string out;
        for (std::size_t at = 0; at < line.size();) {
            std::size_t blanks = 0;
            for (; at < line.size() && (line[at] == ' ' || line[at] == '\t' || line[at] == '\f'); ++at) {
                blanks += line[at] == '\t' ? kTab : 1;
            }
            if (blanks != 0 && !out.empty() && at < line.size()) {
                for (std::size_t i = 0; i < blanks && blanks >= kLeastGap; ++i) {
                    out += kNoBreakSpace;
                }
                out += blanks < kLeastGap ? " " : "";
            }
            const std::size_t end = std::min(line.find_first_of(" \t\f", at), line.size());
            out += line.substr(at, end - at);
            at = end;
        }
        return out;
    }

    void endParagraph() {
        if (words_.empty()) {
            return;
        }
        full_ = !place_.spendText(1 + static_cast<std::size_t>(std::ranges::count(words_, '\n')));
        if (!full_) {
            RichText paragraph = plainText(std::exchange(words_, {}), result_.source);
            result_.blocks.push_back(std::move(paragraph.blocks.front()));
        }
    }

    std::string_view text_;
    const Node& place_;
    RichText result_;
    std::string words_;
    bool full_ = false; ///< the document's texts must have no more parts
};

constexpr std::string_view kGap = "\u00a0\u00a0\u00a0"; ///< kLeastGap of them

/// `text` with a single blank for each gap.
std::string withoutGaps(std::string_view text) {
    std::string out;
    for (std::size_t gap = 0; (gap = text.find(kGap)) != std::string_view::npos;) {
        out += text.substr(0, gap);
        out += ' ';
        text.remove_prefix(gap + kGap.size());
        while (text.starts_with(kNoBreakSpace)) {
            text.remove_prefix(kNoBreakSpace.size());
        }
    }
    out += text;
    return out;
}

} // namespace

RichText readTypedLines(std::string_view text, const Node& place) {
    return LineReader(text, place).read();
}

void closeGaps(RichText& text, bool alsoLines) {
    for (RichTextBlock& block : text.blocks) {
        if (auto* paragraph = std::get_if<TextParagraph>(&block)) {
            for (TextSpan& span : paragraph->spans) {
                if (alsoLines) {
                    std::ranges::replace(span.text, '\n', ' ');
                }
                if (span.text.find(kGap) != std::string::npos) {
                    span.text = withoutGaps(span.text);
                }
            }
        } else if (auto* list = std::get_if<TextList>(&block)) {
            for (RichText& item : list->items) {
                closeGaps(item, alsoLines);
            }
        }
    }
}

} // namespace sidetal::input
