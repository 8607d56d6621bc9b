#include "Markup/RichTextBuilder.h"

#include "Markup/ListMarks.h"
#include "Tree/Values.h"

#include "Support/Ascii.h"
#include "Support/Marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

namespace sidetal::input {

namespace {

constexpr std::size_t kMostWarnings = 50; ///< a text; hostile ones would make the look-up slow

const std::string* find(std::span<const TagAttribute> attributes, std::string_view name) {
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const TagAttribute& a) { return a.name == name; });
    return found == attributes.end() ? nullptr : &found->value;
}

} // namespace

RichTextBuilder::RichTextBuilder(const Node& place)
    : place_(place)
    , position_(place.position()) {
    result_.source = position_;
}

void RichTextBuilder::startTag(std::string_view name, std::span<const TagAttribute> attributes) {
    refuseHidden(name, attributes);
    openElement(name, attributes);
    switch (tagRole(name)) {
    case TagRole::Paragraph:
        return startBlock();
    case TagRole::Break:
        pendingSpace_ = false;
        pendingEmphasis_ = emphasis();
        ++pendingBreaks_;
        return;
    case TagRole::BulletList:
    case TagRole::NumberedList:
        return openListOf(name, attributes);
    case TagRole::Item:
        return openItem(attributes);
    case TagRole::Picture:
        return takePicture(name, attributes);
    case TagRole::EmptyBlock:
        startBlock();
        return warnOfTag(name, "is left out");
    case TagRole::Empty:
        return warnOfTag(name, "is left out");
    case TagRole::UnknownBlock:
        startBlock();
        return warnOfTag(name, "is not known here; its text is kept");
    case TagRole::UnknownInline:
    case TagRole::Dropped: // it was never closed, or it would not come here
        return warnOfTag(name, "is not known here; its text is kept");
    case TagRole::ContainerBlock:
        return startBlock();
    case TagRole::Bold:
    case TagRole::Italic:
    case TagRole::Underline:
    case TagRole::Container:
    case TagRole::Silent:
        return;
    }
}

/// What the element says of its text counts until it is closed.
void RichTextBuilder::openElement(std::string_view name, std::span<const TagAttribute> attributes) {
    const ElementStyle style = elementStyleOf(tagRole(name), attributes);
    if (style.unprinted) {
        warnOfTag(name,
                  "strikes out, raises or lowers its text by its style, which is not printed; its text is "
                  "kept");
    }
    elements_.open(name, style);
}

void RichTextBuilder::endTag(std::string_view name) {
    elements_.close(name);
    switch (const TagRole role = tagRole(name)) {
    case TagRole::Paragraph:
    case TagRole::UnknownBlock:
    case TagRole::ContainerBlock:
        return endBlock();
    case TagRole::BulletList:
    case TagRole::NumberedList:
        return closeListOf(role);
    case TagRole::Item:
        return lists_.empty() || ignoredLists_ != 0 ? endParagraph() : closeItem();
    default:
        return;
    }
}

void RichTextBuilder::text(std::string_view characters) {
    const auto spaceAt = [&](std::size_t at) {
        return characters[at] == '\f' ? 1 : spaceLength(characters, at);
    };
    for (std::size_t at = 0; at < characters.size();) {
        std::size_t start = at;
        while (start < characters.size() && spaceAt(start) != 0) {
            start += spaceAt(start);
        }
        if (start != at && !pendingSpace_ && pendingBreaks_ == 0 && !paragraph_.spans.empty()) {
            pendingSpace_ = true;
            pendingEmphasis_ = emphasis();
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
    while (!lists_.empty()) {
        closeList();
    }
    endParagraph();
    return std::move(result_);
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

void RichTextBuilder::takePicture(std::string_view name, std::span<const TagAttribute> attributes) {
    const std::string* words = find(attributes, "alt");
    if (words == nullptr || isBlank(*words)) {
        return warnOfTag(name, "is left out");
    }
    text(*words);
    warnOfTag(name, "is left out; its alternative text is kept");
}

void RichTextBuilder::appendRun(std::string_view run) {
    endImpliedListAfterItem();
    if (!lists_.empty()) {
        ensureItem();
    }
    if (pendingBreaks_ > 1) {
        endParagraph();
    } else if (pendingBreaks_ == 1 && !paragraph_.spans.empty()) {
        spanText(pendingEmphasis_) += '\n';
    } else if (pendingSpace_) {
        spanText(pendingEmphasis_) += ' ';
    }
    pendingBreaks_ = 0;
    pendingSpace_ = false;
    spanText(emphasis()) += run;
}

std::string& RichTextBuilder::spanText(Emphasis emphasis) {
    auto& spans = paragraph_.spans;
    if (spans.empty()) {
        paragraph_.source = position_;
    }
    if (spans.empty() || spans.back().emphasis != emphasis) {
        spans.push_back({{}, emphasis});
    }
    return spans.back().text;
}

void RichTextBuilder::endParagraph() {
    pendingSpace_ = false;
    pendingBreaks_ = 0;
    const bool visible = std::any_of(paragraph_.spans.begin(), paragraph_.spans.end(),
                                     [](const TextSpan& span) { return !isBlank(span.text); });
    for (TextSpan& span : paragraph_.spans) { // of stretches that are no text of their own each
        span.text = place_.showSymbols(std::move(span.text));
        if (const auto at = marks::findTooMany(span.text)) {
            place_.error("SID-I035", marks::tooManyMessage(span.text, *at));
        }
    }
    if (visible && place_.spendText(1)) {
        container().blocks.emplace_back(std::move(paragraph_));
    }
    paragraph_ = {};
}

/// A list by its tag; what of its marks cannot be printed so is told.
void RichTextBuilder::openListOf(std::string_view name, std::span<const TagAttribute> attributes) {
    const ListMarks marks = listMarksOf(attributes);
    if (marks.none) {
        warnOnce("SID-I045", fmt::format("the list {} is to have no marks; its marks are printed",
                                         inQuotes(fmt::format("<{}>", name))));
    }
    if (tagRole(name) == TagRole::BulletList) {
        return openList(ListMarker::Bullet, 1);
    }
    if (find(attributes, "reversed") != nullptr) {
        warnOnce("SID-I045", "a list is to be numbered downwards ('reversed'); its numbers count upwards");
    }
    openList(marks.marker.value_or(ListMarker::Decimal), numberOf(attributes, "start", 1));
}

void RichTextBuilder::openList(ListMarker marker, int start) {
    endParagraph();
    endImpliedListAfterItem();
    if (lists_.size() == kDeepestList) {
        if (ignoredLists_++ == 0) {
            place_.error("SID-I004", fmt::format("lists nested deeper than the limit of {}", kDeepestList));
        }
        return;
    }
    if (!lists_.empty()) {
        ensureItem();
    }
    OpenList& open = lists_.emplace_back();
    open.list.marker = marker;
    open.list.start = start;
    open.list.source = position_;
    open.number = start - 1;
}

bool RichTextBuilder::inImpliedList() const {
    return lists_.size() == 1 && ignoredLists_ == 0 && lists_.back().implied;
}

/// What follows the end of its item, but another item, is no part of the list.
void RichTextBuilder::endImpliedListAfterItem() {
    if (inImpliedList() && !lists_.back().itemOpen) {
        closeList();
    }
}

/// A block may begin an item that has no list, but does not go on with it: nobody may have closed that.
void RichTextBuilder::startBlock() {
    endParagraph();
    if (!inImpliedList()) {
        return;
    }
    OpenList& open = lists_.back();
    if (open.itemOpen && open.item.empty()) {
        ++open.blocks;
    } else {
        closeList();
    }
}

/// The end of a block that was open around such an item ends it, too.
void RichTextBuilder::endBlock() {
    endParagraph();
    if (!inImpliedList() || !lists_.back().itemOpen) {
        return;
    }
    if (unsigned& blocks = lists_.back().blocks; blocks != 0) {
        --blocks;
    } else {
        closeItem();
    }
}

void RichTextBuilder::closeList() {
    closeItem();
    OpenList open = std::move(lists_.back());
    lists_.pop_back();
    flushList(open, container());
}

void RichTextBuilder::closeListOf(TagRole role) {
    endParagraph();
    if (ignoredLists_ != 0) {
        --ignoredLists_;
        return;
    }
    const auto matches = [&](const OpenList& open) {
        return (open.list.marker == ListMarker::Bullet) == (role == TagRole::BulletList);
    };
    const auto found = std::find_if(lists_.rbegin(), lists_.rend(), matches);
    if (found == lists_.rend()) {
        return;
    }
    for (auto count = std::distance(lists_.rbegin(), found); count >= 0; --count) {
        closeList();
    }
}

void RichTextBuilder::openItem(std::span<const TagAttribute> attributes) {
    if (ignoredLists_ != 0) {
        return endParagraph();
    }
    if (lists_.empty()) {
        openList(ListMarker::Bullet, 1);
        lists_.back().implied = true;
    }
    closeItem();
    OpenList& open = lists_.back();
    open.blocks = 0;
    open.number = numberOf(attributes, "value", open.number + 1);
    open.itemOpen = true;
    open.item.source = position_;
}

/// Text or a list that stands in a list outside of its items goes to the item before, as browsers show it.
void RichTextBuilder::ensureItem() {
    OpenList& open = lists_.back();
    if (open.itemOpen) {
        return;
    }
    open.itemOpen = true;
    if (open.list.items.empty()) {
        open.item.source = position_;
        ++open.number;
    } else {
        open.item = std::move(open.list.items.back());
        open.list.items.pop_back();
    }
}

void RichTextBuilder::closeItem() {
    endParagraph();
    OpenList& open = lists_.back();
    if (!open.itemOpen) {
        return;
    }
    open.itemOpen = false;
    RichText item = std::exchange(open.item, {});
    if (item.empty() || !place_.spendText(1)) {
        return;
    }
    const auto due = open.list.start + static_cast<std::int64_t>(open.list.items.size());
    if (open.list.marker != ListMarker::Bullet && open.number != due) {
        RichText& target = lists_.size() == 1 ? result_ : lists_[lists_.size() - 2].item;
        flushList(open, target);
        open.list.start = open.number;
    }
    open.list.items.push_back(std::move(item));
}

void RichTextBuilder::flushList(OpenList& open, RichText& target) {
    if (!open.list.items.empty()) {
        TextList whole = std::exchange(open.list, {});
        open.list.marker = whole.marker;
        open.list.source = whole.source;
        target.blocks.emplace_back(std::move(whole));
    }
}

int RichTextBuilder::numberOf(std::span<const TagAttribute> attributes, std::string_view name,
                              int otherwise) {
    const std::string* value = find(attributes, name);
    if (value == nullptr) {
        return otherwise;
    }
    const std::string_view digits = trim(*value);
    int number = 0;
    const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (status != std::errc() || end != digits.data() + digits.size() || number < 0 ||
        number > kHighestListNumber) {
        warnOnce("SID-I027",
                 fmt::format("expected a whole number from 0 to {} as '{}' of a list, found {}; {} is taken",
                             kHighestListNumber, name, inQuotes(*value), otherwise));
        return otherwise;
    }
    return number;
}

} // namespace sidetal::input
