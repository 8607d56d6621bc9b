#include "Sheets/CellText.h"

#include "Sheets/Characters.h"

#include <algorithm>
#include <array>

namespace sidetal::sheets {

namespace {

constexpr std::array<std::string_view, 3> kBullets = {"\u2022 ", "\u25AA ", "\u00B7 "};
constexpr std::array<std::string_view, 3> kDashes = {"- ", "\u2013 ", "* "};

/// The length of one of the marks that the line begins with; 0: none.
[[nodiscard]] std::size_t markOf(std::string_view line, const std::array<std::string_view, 3>& marks) {
    for (const std::string_view mark : marks) {
        if (line.starts_with(mark) && line.size() > mark.size()) {
            return mark.size();
        }
    }
    return 0;
}

class CellTextReader {
  public:
    CellTextReader(std::string_view text, SourcePos place)
        : text_(tidy(text, true)) {
        out_.source = place;
        std::size_t dashes = 0;
        eachLine([&](std::string_view line) { dashes += markOf(line, kDashes) != 0 ? 1 : 0; });
        dashesAreBullets_ = dashes > 1;
    }

    RichText read() {
        eachLine([&](std::string_view line) { takeLine(line); });
        return std::move(out_);
    }

  private:
    template <class Take>
    void eachLine(Take take) const {
        const std::string_view text = text_;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            take(text.substr(at, end - at));
            at = end + 1;
        }
    }

    void takeLine(std::string_view line) {
        if (line.empty()) {
            paragraph_ = nullptr;
            list_ = nullptr;
            return;
        }
        std::size_t mark = markOf(line, kBullets);
        if (mark == 0 && dashesAreBullets_) {
            mark = markOf(line, kDashes);
        }
        if (mark != 0) {
            if (list_ == nullptr) {
                list_ = &std::get<TextList>(out_.blocks.emplace_back(TextList{}));
                list_->source = out_.source;
            }
            list_->items.push_back(plainText(std::string(line.substr(mark)), out_.source));
            paragraph_ = &std::get<TextParagraph>(list_->items.back().blocks.front());
        } else if (paragraph_ != nullptr) {
            paragraph_->spans.back().text.append("\n").append(line);
        } else {
            RichText one = plainText(std::string(line), out_.source);
            out_.blocks.push_back(std::move(one.blocks.front()));
            paragraph_ = &std::get<TextParagraph>(out_.blocks.back());
            list_ = nullptr;
        }
    }

    std::string text_;
    RichText out_;
    bool dashesAreBullets_ = false;
    TextParagraph* paragraph_ = nullptr; ///< the last one, which further lines belong to
    TextList* list_ = nullptr;           ///< the last block, where it is an open list
};

[[nodiscard]] std::string spansForCell(const std::vector<TextSpan>& spans, bool& lossless) {
    std::string out;
    for (const TextSpan& span : spans) {
        lossless = lossless && span.emphasis == Emphasis() && !span.details;
        out += span.text;
    }
    return out;
}

void addListForCell(const TextList& list, std::string& out, bool& lossless) {
    lossless = lossless && list.marker == ListMarker::Bullet;
    for (const RichText& item : list.items) {
        std::string text = textForCell(item, lossless);
        lossless = lossless && item.blocks.size() == 1 && text.find("\u2022 ") != 0 &&
                   std::holds_alternative<TextParagraph>(item.blocks.front());
        out += (out.empty() || out.ends_with('\n') ? "\u2022 " : "\n\u2022 ") + text;
    }
}

} // namespace

RichText cellText(std::string_view text, SourcePos place) {
    return CellTextReader(text, place).read();
}

std::string textForCell(const RichText& text, bool& lossless) {
    std::string out;
    for (const RichTextBlock& block : text.blocks) {
        out += out.empty() ? "" : "\n\n";
        if (const auto* paragraph = std::get_if<TextParagraph>(&block)) {
            lossless = lossless && paragraph->align == TextAlign::Unsaid && !paragraph->preformatted &&
                       paragraph->indent == Length();
            out += spansForCell(paragraph->spans, lossless);
        } else if (const auto* list = std::get_if<TextList>(&block)) {
            addListForCell(*list, out, lossless);
        } else if (const auto* heading = std::get_if<TextHeading>(&block)) {
            lossless = false;
            out += spansForCell(heading->spans, lossless);
        } else {
            lossless = false;
        }
    }
    return out;
}

} // namespace sidetal::sheets
