#include "Markup/RichTextBuilder.h"

#include "Markup/SpanLines.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

// What holds blocks within a text: those members of its builder that open and close quotations, tables and
// definitions.

namespace sidetal::input {

std::size_t RichTextBuilder::depth() const {
    std::size_t out = scopes_.size() - 1;
    for (const Scope& each : scopes_) {
        out += each.lists.size();
    }
    return out;
}

/// False, and told once, where what is opened would be too deep; its end tag is passed over then.
bool RichTextBuilder::mayNest() {
    if (depth() < kDeepestList) {
        return true;
    }
    if (ignored_++ == 0) {
        place_.error("SID-I004", fmt::format("lists nested deeper than the limit of {}", kDeepestList));
    }
    return false;
}

void RichTextBuilder::openScope(Scope::Kind kind) {
    if (mayNest()) {
        preparePlace();
        const TextAlign align = scope().align;
        scopes_.emplace_back().kind = kind;
        scope().align = align;
        scope().result.source = position_;
    }
}

/// Closes what is open in the innermost scope.
void RichTextBuilder::closeContents() {
    if (scope().table != nullptr) {
        finishTable();
    }
    if (scope().definitions != nullptr) {
        finishDefinitions();
    }
    while (!lists().empty()) {
        closeList();
    }
    endParagraph();
}

/// Closes the innermost scope, which is not the whole text, and hands what it holds on.
void RichTextBuilder::closeScope() {
    closeContents();
    Scope closed = std::move(scopes_.back());
    scopes_.pop_back();
    switch (closed.kind) {
    case Scope::Kind::Cell:
        scope().table->endCell(std::move(closed.result));
        return;
    case Scope::Kind::Caption:
        scope().table->addCaption(std::move(closed.result));
        return;
    case Scope::Kind::Term:
    case Scope::Kind::Definition:
        return takeDefinition(std::move(closed));
    case Scope::Kind::Quote:
        if (!closed.result.empty()) {
            const SourcePos source = closed.result.source;
            container().blocks.emplace_back(Boxed<TextQuote>({std::move(closed.result), source}));
        }
        return;
    case Scope::Kind::Whole:
        return;
    }
}

void RichTextBuilder::closeScopesAbove(std::size_t last) {
    while (scopes_.size() > last + 1) {
        closeScope();
    }
}

/// Closes the innermost scope of a kind, no further out than the cell that it is in.
void RichTextBuilder::closeLastOf(Scope::Kind kind) {
    endParagraph();
    if (ignored_ != 0) {
        --ignored_;
        return;
    }
    for (std::size_t i = scopes_.size(); i-- > 1 && scopes_[i].kind != Scope::Kind::Cell;) {
        if (scopes_[i].kind == kind) {
            return closeScopesAbove(i - 1);
        }
    }
}

std::optional<std::size_t> RichTextBuilder::lastWith(std::unique_ptr<TextTableBuilder> Scope::*member) const {
    for (std::size_t i = scopes_.size(); i-- > 0;) {
        if (scopes_[i].*member != nullptr) {
            return i;
        }
    }
    return std::nullopt;
}

/// As of a table, but no further out than the cell.
std::optional<std::size_t> RichTextBuilder::lastWith(std::unique_ptr<TextDefinitions> Scope::*member) const {
    for (std::size_t i = scopes_.size(); i-- > 0;) {
        if (scopes_[i].*member != nullptr) {
            return i;
        }
        if (scopes_[i].kind == Scope::Kind::Cell) {
            break;
        }
    }
    return std::nullopt;
}

void RichTextBuilder::openTable(std::span<const TagAttribute> attributes) {
    startBlock();
    const auto tables =
        std::ranges::count_if(scopes_, [](const Scope& each) { return each.table != nullptr; });
    if (static_cast<std::size_t>(tables) == TextTable::kDeepest && ignored_++ == 0) {
        place_.error("SID-I004",
                     fmt::format("tables nested deeper than the limit of {}", TextTable::kDeepest));
    }
    if (static_cast<std::size_t>(tables) == TextTable::kDeepest || !mayNest()) {
        return;
    }
    preparePlace();
    scope().table = std::make_unique<TextTableBuilder>(place_, position_, attributes);
}

/// The parts of a table; outside of one they part paragraphs.
void RichTextBuilder::inTable(TagRole role, std::string_view name, std::span<const TagAttribute> attributes) {
    const auto table = lastWith(&Scope::table);
    if (!table || ignored_ != 0) {
        startBlock();
        return ignored_ != 0 ? void() : warnOfTag(name, "stands outside of a table; its text is kept");
    }
    closeScopesAbove(*table);
    switch (role) {
    case TagRole::RowGroup:
        return scope().table->startPart(name == "thead"   ? TablePart::Head
                                        : name == "tfoot" ? TablePart::Foot
                                                          : TablePart::Body);
    case TagRole::Row:
        return scope().table->startRow(position_);
    case TagRole::Column:
        return name == "col" ? scope().table->addColumns(attributes) : void();
    case TagRole::Caption:
        scopes_.emplace_back().kind = Scope::Kind::Caption;
        return;
    default:
        return openCell(name == "th", attributes);
    }
}

void RichTextBuilder::openCell(bool header, std::span<const TagAttribute> attributes) {
    if (!place_.spendText(1)) {
        return;
    }
    scope().table->startCell(header, elements_.state().align, attributes, position_);
    scopes_.emplace_back().kind = Scope::Kind::Cell;
    scope().align = elements_.state().align;
    scope().result.source = position_;
}

void RichTextBuilder::closeTable() {
    endParagraph();
    if (ignored_ != 0) {
        --ignored_;
        return;
    }
    if (const auto table = lastWith(&Scope::table)) {
        closeScopesAbove(*table);
        finishTable();
    }
}

/// Ends the table of the innermost scope.
void RichTextBuilder::finishTable() {
    const std::unique_ptr<TextTableBuilder> table = std::move(scope().table);
    for (RichTextBlock& block : table->finish(headers_)) {
        container().blocks.push_back(std::move(block));
    }
}

void RichTextBuilder::openDefinitions() {
    startBlock();
    if (mayNest()) {
        preparePlace();
        scope().definitions = std::make_unique<TextDefinitions>();
        scope().definitions->source = position_;
    }
}

void RichTextBuilder::closeDefinitions() {
    endParagraph();
    if (ignored_ != 0) {
        --ignored_;
        return;
    }
    if (const auto definitions = lastWith(&Scope::definitions)) {
        closeScopesAbove(*definitions);
        finishDefinitions();
    }
}

/// A term or a definition; without a list of them it parts paragraphs.
void RichTextBuilder::openDefinition(Scope::Kind kind) {
    const auto definitions = lastWith(&Scope::definitions);
    if (!definitions || ignored_ != 0) {
        return startBlock();
    }
    closeScopesAbove(*definitions);
    scopes_.emplace_back().kind = kind;
    scope().result.source = position_;
}

void RichTextBuilder::takeDefinition(Scope closed) {
    std::vector<TextDefinition>& items = scope().definitions->items;
    if (closed.result.empty()) {
        return;
    }
    TextDefinition item;
    item.source = item.text.source = closed.result.source;
    for (RichTextBlock& block : closed.result.blocks) {
        std::vector<TextSpan>* words =
            closed.kind == Scope::Kind::Term && item.text.empty() ? wordsIn(block) : nullptr;
        if (words == nullptr) {
            item.text.blocks.push_back(std::move(block));
            continue;
        }
        appendLine(item.term, *words);
    }
    if (!item.term.empty() || items.empty()) {
        items.push_back(std::move(item));
        return;
    }
    RichText& before = items.back().text; // what has no term of its own goes on with the one before
    before.source = before.source.orElse(item.source);
    std::ranges::move(item.text.blocks, std::back_inserter(before.blocks));
}

/// Ends the definitions of the innermost scope.
void RichTextBuilder::finishDefinitions() {
    const std::unique_ptr<TextDefinitions> definitions = std::move(scope().definitions);
    if (!definitions->items.empty()) {
        container().blocks.emplace_back(std::move(*definitions));
    }
}

} // namespace sidetal::input
