#pragma once

#include "Compose/ListNumbers.h"

#include "sidetal/Model/RichText.h"

#include <string>
#include <string_view>
#include <vector>

namespace sidetal::test {

/// What a text says to who hears it block by block, without white space.
class Spoken {
  public:
    void add(const RichText& text) {
        for (const RichTextBlock& block : text.blocks) {
            std::visit([&](const auto& value) { add(value); }, block);
        }
    }
    void add(const std::vector<TextSpan>& spans) {
        for (const TextSpan& span : spans) {
            out_ += span.text;
        }
    }
    void add(const std::string& words) { out_ += words; }
    [[nodiscard]] const std::string& all() const { return out_; }

  private:
    void add(const TextParagraph& paragraph) { add(paragraph.spans); }
    void add(const TextHeading& heading) { add(heading.spans); }
    void add(const TextRule& /*rule*/) {}
    void add(const Boxed<TextPicture>& picture) { add(picture->alt); }
    void add(const Boxed<TextQuote>& quote) { add(quote->text); }
    void add(const TextList& list) {
        int number = list.start;
        for (const RichText& item : list.items) {
            add(list.marker == ListMarker::Bullet ? "•" : itemNumber(list.marker, number) + ".");
            add(item);
            ++number;
        }
    }
    void add(const TextDefinitions& definitions) {
        for (const TextDefinition& item : definitions.items) {
            add(item.term);
            add(item.text);
        }
    }
    void add(const Boxed<TextTable>& table) {
        add(table->caption);
        for (const TextRow& row : table->rows) {
            for (const TextCell& cell : row.cells) {
                add(cell.content);
            }
        }
    }

    std::string out_;
};

/// A text without white space of any kind and without soft hyphens.
inline std::string withoutSpace(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = std::string_view(text).substr(i);
        if (rest.starts_with("\u00a0") || rest.starts_with("\u00ad")) {
            ++i;
        } else if (text[i] != ' ' && text[i] != '\n') {
            out += text[i];
        }
    }
    return out;
}

} // namespace sidetal::test
