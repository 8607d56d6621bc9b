#include "Markup/RichTextBuilder.h"

#include "Markup/ListMarks.h"
#include "Tree/Values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

// The lists of a text: those of its builder's members that open, fill and close them.

namespace sidetal::input {

/// A list by its tag; what of its marks cannot be printed so is told.
void RichTextBuilder::openListOf(TagRole role, std::string_view name,
                                 std::span<const TagAttribute> attributes) {
    const ListMarks marks = listMarksOf(attributes);
    if (marks.none) {
        warnOnce("SID-I045", fmt::format("the list {} is to have no marks; its marks are printed",
                                         inQuotes(fmt::format("<{}>", name))));
    }
    if (role == TagRole::BulletList) {
        return openList(ListMarker::Bullet, 1);
    }
    if (findAttribute(attributes, "reversed") != nullptr) {
        warnOnce("SID-I045", "a list is to be numbered downwards ('reversed'); its numbers count upwards");
    }
    openList(marks.marker.value_or(ListMarker::Decimal), numberOf(attributes, "start", 1));
}

void RichTextBuilder::openList(ListMarker marker, int start) {
    endParagraph();
    endImpliedListAfterItem();
    if (!mayNest()) {
        return;
    }
    preparePlace();
    OpenList& open = lists().emplace_back();
    open.list.marker = marker;
    open.list.start = start;
    open.list.source = position_;
    open.number = start - 1;
}

bool RichTextBuilder::inImpliedList() {
    return lists().size() == 1 && ignored_ == 0 && lists().back().implied;
}

/// What follows the end of its item, but another item, is no part of the list.
void RichTextBuilder::endImpliedListAfterItem() {
    if (inImpliedList() && !lists().back().itemOpen) {
        closeList();
    }
}

void RichTextBuilder::closeList() {
    closeItem();
    OpenList open = std::move(lists().back());
    lists().pop_back();
    flushList(open, container());
}

void RichTextBuilder::closeListOf(TagRole role) {
    endParagraph();
    if (ignored_ != 0) {
        --ignored_;
        return;
    }
    const auto matches = [&](const OpenList& open) {
        return (open.list.marker == ListMarker::Bullet) == (role == TagRole::BulletList);
    };
    const auto found = std::find_if(lists().rbegin(), lists().rend(), matches);
    if (found == lists().rend()) {
        return;
    }
    for (auto count = std::distance(lists().rbegin(), found); count >= 0; --count) {
        closeList();
    }
}

void RichTextBuilder::openItem(std::span<const TagAttribute> attributes) {
    if (ignored_ != 0) {
        return endParagraph();
    }
    if (lists().empty()) {
        openList(ListMarker::Bullet, 1);
        lists().back().implied = true;
    }
    closeItem();
    OpenList& open = lists().back();
    open.blocks = 0;
    open.number = numberOf(attributes, "value", open.number + 1);
    open.itemOpen = true;
    open.item.source = position_;
}

/// Text or a list that stands in a list outside of its items goes to the item before, as browsers show it.
void RichTextBuilder::ensureItem() {
    OpenList& open = lists().back();
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
    OpenList& open = lists().back();
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
        RichText& target = lists().size() == 1 ? scope().result : lists()[lists().size() - 2].item;
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
    const std::string* value = findAttribute(attributes, name);
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
