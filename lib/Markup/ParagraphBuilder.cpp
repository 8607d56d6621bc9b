#include "Markup/ParagraphBuilder.h"

#include "Markup/LineReader.h"

#include "Support/Marks.h"
#include "Support/Texts.h"

#include <algorithm>
#include <utility>

namespace sidetal::input {

namespace {

constexpr std::size_t kTabColumns = 8;

/// Takes line breaks off the end, which would make empty lines.
void trimBreaks(std::vector<TextSpan>& spans) {
    while (!spans.empty()) {
        std::string& text = spans.back().text;
        text.erase(text.find_last_not_of('\n') + 1);
        if (!text.empty()) {
            return;
        }
        spans.pop_back();
    }
}

} // namespace

void ParagraphBuilder::space(const TextState& state) {
    if (!pendingSpace_ && pendingBreaks_ == 0 && !spans_.empty()) {
        pendingSpace_ = true;
        pending_ = state;
    }
}

void ParagraphBuilder::lineBreak(const TextState& state) {
    pendingSpace_ = false;
    pending_ = state;
    ++pendingBreaks_;
}

void ParagraphBuilder::word(std::string_view characters, const TextState& state, SourcePos position) {
    appendPending(position);
    spanText(state, position) += characters;
}

void ParagraphBuilder::preformatted(std::string_view characters, const TextState& state, SourcePos position) {
    appendPending(position);
    for (std::size_t at = 0; at < characters.size(); ++at) {
        const char c = characters[at];
        std::string& text = spanText(state, position);
        if (c == '\n' || c == '\r') {
            at += characters.substr(at).starts_with("\r\n") ? 1 : 0;
            const bool first = spans_.size() == 1 && text.empty(); // HTML drops one right after `<pre>`
            text += first ? "" : "\n";
            beginLine();
        } else if (c == '\t') {
            for (std::size_t left = kTabColumns - column_ % kTabColumns; left > 0; --left, ++column_) {
                text += kNoBreakSpace;
            }
            afterBlank_ = true;
        } else if (c == ' ' || c == '\f') {
            text += afterBlank_ ? kNoBreakSpace : std::string_view(" ");
            afterBlank_ = true;
            ++column_;
        } else {
            text += c;
            const bool within = (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; // a character
            column_ += within ? 0 : 1;
            afterBlank_ = within && text.ends_with(kNoBreakSpace);
        }
    }
}

std::optional<BuiltParagraph> ParagraphBuilder::finish() {
    pendingSpace_ = false;
    pendingBreaks_ = 0;
    beginLine();
    BuiltParagraph out{std::exchange(frame_, {}), std::exchange(heading_, 0)};
    out.paragraph.spans = std::exchange(spans_, {});
    trimBreaks(out.paragraph.spans);
    const bool visible = std::any_of(out.paragraph.spans.begin(), out.paragraph.spans.end(),
                                     [](const TextSpan& span) { return !isBlank(span.text); });
    for (TextSpan& span : out.paragraph.spans) { // of stretches that are no text of their own each
        span.text = place_.showSymbols(std::move(span.text));
        if (const auto at = marks::findTooMany(span.text)) {
            place_.error("SID-I035", marks::tooManyMessage(span.text, *at));
        }
    }
    return visible ? std::optional(std::move(out)) : std::nullopt;
}

void ParagraphBuilder::appendPending(SourcePos position) {
    if (pendingBreaks_ != 0 && !spans_.empty()) {
        spanText(pending_, position) += '\n';
    } else if (pendingSpace_) {
        spanText(pending_, position) += ' ';
    }
    pendingBreaks_ = 0;
    pendingSpace_ = false;
}

std::string& ParagraphBuilder::spanText(const TextState& state, SourcePos position) {
    if (spans_.empty()) {
        frame_.source = position;
        frame_.align = state.align;
        frame_.indent = state.indent;
        frame_.preformatted = state.whiteSpace == WhiteSpace::Keep;
        heading_ = state.heading;
    }
    if (spans_.empty() || spans_.back().emphasis != state.emphasis ||
        spans_.back().details != state.details) {
        spans_.push_back({{}, state.emphasis, state.details});
    }
    return spans_.back().text;
}

} // namespace sidetal::input
