#include "FollowUp/Words.h"

#include "Support/Texts.h"
#include "Support/Utf8.h"

#include <span>

namespace sidetal {

namespace {

/// Gathers the words of blocks; a kind of block that is added does not compile before it has words.
struct WordsReader {
    std::string& out;

    void add(std::span<const TextSpan> spans) const {
        out += ' ';
        for (const TextSpan& span : spans) {
            out += span.text;
        }
    }
    void add(const RichText& text) const {
        for (const RichTextBlock& block : text.blocks) {
            std::visit(*this, block);
        }
    }

    void operator()(const TextParagraph& paragraph) const { add(paragraph.spans); }
    void operator()(const TextHeading& heading) const { add(heading.spans); }
    void operator()(const TextList& list) const {
        for (const RichText& item : list.items) {
            add(item);
        }
    }
    void operator()(const TextDefinitions& definitions) const {
        for (const TextDefinition& each : definitions.items) {
            add(each.term);
            add(each.text);
        }
    }
    void operator()(const TextRule& /*rule*/) const {}
    void operator()(const Boxed<TextTable>& table) const {
        add(table->caption);
        for (const TextRow& row : table->rows) {
            for (const TextCell& cell : row.cells) {
                add(cell.content);
            }
        }
    }
    void operator()(const Boxed<TextPicture>& picture) const { out += ' ' + picture->alt; }
    void operator()(const Boxed<TextQuote>& quote) const { add(quote->text); }
};

} // namespace

std::string wordsOf(const RichText& text) {
    std::string out;
    WordsReader{out}.add(text);
    return collapse(out);
}

std::string beginningOf(const RichText& text) {
    constexpr std::size_t kMost = 60; // characters
    return utf8::shortened(wordsOf(text), kMost);
}

std::string identityOf(const Goal& goal) {
    return goal.number + '\n' + wordsOf(goal.text);
}

} // namespace sidetal
