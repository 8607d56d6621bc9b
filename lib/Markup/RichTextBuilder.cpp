#include "Markup/RichTextBuilder.h"

#include "Tree/Values.h"

#include "Support/Ascii.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace sidetal::input {

namespace {

constexpr std::size_t kMostWarnings = 50; ///< a text; hostile ones would make the look-up slow

} // namespace

RichTextBuilder::RichTextBuilder(const Node& place, TableHeaders headers)
    : place_(place)
    , headers_(headers)
    , position_(place.position())
    , paragraph_(place) {
    scopes_.emplace_back();
    scope().result.source = position_;
}

void RichTextBuilder::startTag(std::string_view name, std::span<const TagAttribute> attributes) {
    refuseHidden(name, attributes);
    const TagRole role = tagRole(name);
    openElement(name, role, attributes);
    startRole(name, role, attributes);
}

void RichTextBuilder::startRole(std::string_view name, TagRole role,
                                std::span<const TagAttribute> attributes) {
    switch (role) {
    case TagRole::Paragraph:
    case TagRole::Preformatted:
    case TagRole::Heading:
    case TagRole::ContainerBlock:
        return startBlock();
    case TagRole::Break:
        return paragraph_.lineBreak(elements_.state());
    case TagRole::BulletList:
    case TagRole::NumberedList:
        return openListOf(role, name, attributes);
    case TagRole::Item:
        return openItem(attributes);
    case TagRole::Picture:
        return takePicture(name, attributes);
    case TagRole::Rule:
        startBlock();
        return addBlock(TextRule{position_});
    case TagRole::Quote:
        startBlock();
        return openScope(Scope::Kind::Quote);
    case TagRole::Quotation:
        return quotationMark(true);
    case TagRole::Table:
        return openTable(attributes);
    case TagRole::RowGroup:
    case TagRole::Row:
    case TagRole::Cell:
    case TagRole::Caption:
    case TagRole::Column:
        return inTable(role, name, attributes);
    case TagRole::Definitions:
        return openDefinitions();
    case TagRole::Term:
        return openDefinition(Scope::Kind::Term);
    case TagRole::Definition:
        return openDefinition(Scope::Kind::Definition);
    case TagRole::Empty:
        return warnOfTag(name, "is left out");
    case TagRole::UnknownBlock:
        startBlock();
        return warnOfTag(name, "is not known here; its text is kept");
    case TagRole::UnknownInline:
    case TagRole::Dropped: // it was never closed, or it would not come here
        return warnOfTag(name, "is not known here; its text is kept");
    default: // what the open elements say
        return;
    }
}

/// What the element says of its text counts until it is closed.
void RichTextBuilder::openElement(std::string_view name, TagRole role,
                                  std::span<const TagAttribute> attributes) {
    const ElementStyle style = elementStyleOf(name, role, attributes);
    if (style.rightToLeft) {
        place_.error("SID-I064", "text that runs from right to left cannot be printed, found it asked for by "
                                 "'dir' or 'direction'");
    }
    if (role == TagRole::Anchor) {
        warnOfLink(style, attributes);
    }
    elements_.open(name, role, style);
}

void RichTextBuilder::endTag(std::string_view name) {
    const TagRole role = tagRole(name);
    elements_.close(name, role);
    endRole(role);
}

void RichTextBuilder::endRole(TagRole role) {
    switch (role) {
    case TagRole::Paragraph:
    case TagRole::Preformatted:
    case TagRole::Heading:
    case TagRole::UnknownBlock:
    case TagRole::ContainerBlock:
        return endBlock();
    case TagRole::BulletList:
    case TagRole::NumberedList:
        return closeListOf(role);
    case TagRole::Item:
        return lists().empty() || ignored_ != 0 ? endParagraph() : closeItem();
    case TagRole::Quote:
        return closeLastOf(Scope::Kind::Quote);
    case TagRole::Quotation:
        return quotationMark(false);
    case TagRole::Table:
        return closeTable();
    case TagRole::RowGroup:
    case TagRole::Row:
    case TagRole::Cell:
    case TagRole::Caption:
        if (const auto table = lastWith(&Scope::table); table && ignored_ == 0) {
            closeScopesAbove(*table);
            if (role == TagRole::RowGroup) {
                scope().table->startPart(TablePart::Body);
            }
        }
        return endParagraph();
    case TagRole::Definitions:
        return closeDefinitions();
    case TagRole::Term:
    case TagRole::Definition:
        if (const auto definitions = lastWith(&Scope::definitions); definitions && ignored_ == 0) {
            closeScopesAbove(*definitions);
        }
        return endParagraph();
    default:
        return;
    }
}

void RichTextBuilder::text(std::string_view characters) {
    const TextState& state = elements_.state();
    if (state.whiteSpace == WhiteSpace::Keep) {
        if (paragraph_.hasText() || !isBlank(characters)) {
            preparePlace();
            paragraph_.preformatted(characters, state, position_);
        }
        return;
    }
    const bool keepsLines = state.whiteSpace == WhiteSpace::Lines;
    const auto spaceAt = [&](std::size_t at) {
        return characters[at] == '\f' ? 1 : spaceLength(characters, at);
    };
    for (std::size_t at = 0; at < characters.size();) {
        std::size_t start = at;
        for (; start < characters.size() && spaceAt(start) != 0; start += spaceAt(start)) {
            if (keepsLines && characters[start] == '\n') {
                paragraph_.lineBreak(state);
            }
        }
        if (start != at) {
            paragraph_.space(state);
        }
        for (at = start; at < characters.size() && spaceAt(at) == 0;) {
            ++at;
        }
        if (at != start) {
            appendRun(characters.substr(start, at - start));
        }
    }
}

void RichTextBuilder::drop(std::string_view name) {
    warnOfTag(name, "and what it holds are left out");
}

void RichTextBuilder::keepAsText(std::string_view characters) {
    warnOnce("SID-I026",
             fmt::format("{} begins no tag of HTML; it is kept as it stands", inQuotes(characters)));
}

void RichTextBuilder::keepUnclosed(std::string_view characters) {
    warnOnce("SID-I042",
             fmt::format("{} begins markup that never ends; it is kept as text, with all that follows",
                         inQuotes(characters)));
}

void RichTextBuilder::warnOfReference(std::string_view reference, std::string_view what) {
    warnOnce("SID-I043", fmt::format("{} {}", inQuotes(reference), what));
}

RichText RichTextBuilder::finish() {
    closeScopesAbove(0);
    closeContents();
    return std::move(scope().result);
}

/// An error where the tag hides what it holds, or an attribute of it may mean that it is closed.
void RichTextBuilder::refuseHidden(std::string_view name, std::span<const TagAttribute> attributes) {
    if (const auto hiding = hidden_.hiding(name, attributes)) {
        return reportHidden(*hiding, position_, place_.path(), place_.diagnostics());
    }
    if (!isHtmlName(name)) {
        refuseName(name);
    }
    for (const TagAttribute& attribute : attributes) {
        const bool opens = attribute.name == "open" && (name == "dialog" || name == "details");
        if (!opens && !isHtmlAttribute(attribute.name)) {
            refuseName(attribute.name);
        }
    }
}

void RichTextBuilder::refuseName(std::string_view name) {
    if (place_.policy() != nullptr) {
        place_.policy()->reportName(name, position_, place_);
    }
}

void RichTextBuilder::warnOfTag(std::string_view name, std::string_view what) {
    warnOnce("SID-I021", fmt::format("tag {} {}", inQuotes(fmt::format("<{}>", name)), what));
}

void RichTextBuilder::warnOnce(std::string_view code, std::string message) {
    if (warned_.size() > kMostWarnings ||
        std::find(warned_.begin(), warned_.end(), message) != warned_.end()) {
        return;
    }
    warned_.push_back(message);
    if (warned_.size() > kMostWarnings) {
        message = fmt::format("there are more tags of this kind in the text, only the first {} are told",
                              kMostWarnings);
    }
    place_.warnOncePerDocument(code, std::move(message), position_);
}

/// An `<a>` without `href` is a place that others lead to; one that leads within a page leads nowhere here.
void RichTextBuilder::warnOfLink(const ElementStyle& style, std::span<const TagAttribute> attributes) {
    const std::string* address = findAttribute(attributes, "href");
    if (address != nullptr && style.details.link.empty()) {
        warnOnce("SID-I065", fmt::format("a link to {} leads nowhere from a PDF file; its words are kept, "
                                         "expected an address of http, https, mailto or tel",
                                         inQuotes(*address)));
    }
}

void RichTextBuilder::takePicture(std::string_view name, std::span<const TagAttribute> attributes) {
    const std::string* file = findAttribute(attributes, "src");
    const std::string* words = findAttribute(attributes, "alt");
    if (file == nullptr || isBlank(*file)) {
        if (words != nullptr && !isBlank(*words)) {
            text(*words);
            return warnOfTag(name, "is left out, it names no picture; its alternative text is kept");
        }
        return warnOfTag(name, "is left out, it names no picture");
    }
    TextPicture picture;
    picture.file = std::string(trim(*file));
    picture.alt = words != nullptr ? collapse(*words) : std::string();
    picture.decorative = words != nullptr && isBlank(*words);
    picture.source = position_;
    if (const std::string* width = findAttribute(attributes, "width")) {
        picture.width = cssLength(trim(*width)).value_or(Length());
    }
    if (words == nullptr) {
        place_.error("SID-I060",
                     "the picture has no alternative text, expected 'alt' with the words that stand "
                     "for it, or an empty one where it is decorative");
        return;
    }
    preparePlace();
    endParagraph();
    addBlock(Boxed<TextPicture>(std::move(picture)));
}

/// Danish sets both marks alike, English in pairs; within a quotation they are single ones.
void RichTextBuilder::quotationMark(bool opens) {
    if (!opens && quotations_ == 0) {
        return;
    }
    const unsigned level = opens ? quotations_++ : --quotations_;
    const Boxed<SpanDetails>& details = elements_.state().details;
    const bool english = details && details->language.starts_with("en");
    const bool outer = level % 2 == 0;
    appendRun(english && opens ? (outer ? "“" : "‘") : (outer ? "”" : "’"));
}

void RichTextBuilder::appendRun(std::string_view run) {
    preparePlace();
    if (paragraph_.isParted()) {
        endParagraph();
    }
    paragraph_.word(run, elements_.state(), position_);
}

/// Opens what a word or a block needs around it where it stands.
void RichTextBuilder::preparePlace() {
    if (scope().table != nullptr) {
        warnOnce("SID-I066", "text in a table outside of its cells; it is printed in a cell of its own");
        openCell(false, {});
    } else if (scope().definitions != nullptr) {
        openDefinition(Scope::Kind::Definition);
    }
    endImpliedListAfterItem();
    if (!lists().empty()) {
        ensureItem();
    }
}

void RichTextBuilder::addBlock(RichTextBlock block) {
    preparePlace();
    if (place_.spendText(1)) {
        container().blocks.push_back(std::move(block));
    }
}

void RichTextBuilder::endParagraph() {
    auto built = paragraph_.finish();
    if (!built || !place_.spendText(1)) {
        return;
    }
    TextAlign& align = built->paragraph.align;
    if (align == scope().align || (align == TextAlign::Left && scope().align == TextAlign::Unsaid)) {
        align = TextAlign::Unsaid; // as it would stand there anyway
    }
    if (built->heading != 0) {
        TextParagraph& words = built->paragraph;
        container().blocks.emplace_back(TextHeading{std::move(words.spans), words.source, built->heading});
    } else {
        container().blocks.emplace_back(std::move(built->paragraph));
    }
}

/// A block may begin an item that has no list, but does not go on with it: nobody may have closed that.
void RichTextBuilder::startBlock() {
    endParagraph();
    if (!inImpliedList()) {
        return;
    }
    OpenList& open = lists().back();
    if (open.itemOpen && open.item.empty()) {
        ++open.blocks;
    } else {
        closeList();
    }
}

/// The end of a block that was open around such an item ends it, too.
void RichTextBuilder::endBlock() {
    endParagraph();
    if (!inImpliedList() || !lists().back().itemOpen) {
        return;
    }
    if (unsigned& blocks = lists().back().blocks; blocks != 0) {
        --blocks;
    } else {
        closeItem();
    }
}

} // namespace sidetal::input
