#include "Markup/OpenElements.h"

#include "Markup/HiddenStyles.h"

#include <algorithm>
#include <array>

namespace sidetal::input {

namespace {

using namespace std::string_view_literals;

/// Elements that the start of another one of the same name ends (HTML Living Standard, 13.1.2.4), unless one
/// of kScopes was opened in them.
constexpr std::array kSiblings = {"li"sv, "td"sv, "th"sv, "tr"sv, "dt"sv, "dd"sv};
constexpr std::array kScopes = {"ul"sv, "ol"sv, "table"sv, "dl"sv};

bool isBlock(TagRole role) {
    switch (role) {
    case TagRole::Paragraph:
    case TagRole::Preformatted:
    case TagRole::Heading:
    case TagRole::BulletList:
    case TagRole::NumberedList:
    case TagRole::Item:
    case TagRole::Table:
    case TagRole::RowGroup:
    case TagRole::Row:
    case TagRole::Cell:
    case TagRole::Caption:
    case TagRole::Quote:
    case TagRole::Definitions:
    case TagRole::Term:
    case TagRole::Definition:
    case TagRole::UnknownBlock:
    case TagRole::ContainerBlock:
        return true;
    default:
        return false;
    }
}

/// What browsers keep open past the end of a block.
bool isFormatting(TagRole role) {
    return role == TagRole::Bold || role == TagRole::Italic || role == TagRole::Underline ||
           role == TagRole::Struck || role == TagRole::Small || role == TagRole::Code;
}

bool isEmpty(TagRole role) {
    return role == TagRole::Break || role == TagRole::Picture || role == TagRole::Empty ||
           role == TagRole::Rule || role == TagRole::Column || role == TagRole::Silent;
}

void takeDetails(const SpanDetails& of, Boxed<SpanDetails>& details) {
    if (of == SpanDetails()) {
        return;
    }
    if (!details) {
        details = of;
        return;
    }
    details->link = of.link.empty() ? details->link : of.link;
    details->language = of.language.empty() ? details->language : of.language;
    details->expansion = of.expansion.empty() ? details->expansion : of.expansion;
    details->code = details->code || of.code;
}

} // namespace

/// Inline elements that say nothing are kept only where their end tags could be taken for another one's.
void OpenElements::open(std::string_view name, TagRole role, const ElementStyle& style) {
    if (isEmpty(role)) {
        return;
    }
    closeImplied(name, role);
    if (!isBlock(role) && !style.changes() &&
        std::ranges::find(elements_, name, &Element::name) == elements_.end()) {
        return;
    }
    if (elements_.size() == kMost) {
        ++deeper_;
        return;
    }
    elements_.push_back({std::string(name), role, style});
    update();
}

void OpenElements::close(std::string_view name, TagRole role) {
    if (deeper_ != 0) {
        --deeper_;
        return;
    }
    const auto matches = [&](const Element& element) {
        return isFormatting(role) ? element.role == role : element.name == name;
    };
    const auto found = std::find_if(elements_.rbegin(), elements_.rend(), matches);
    if (found == elements_.rend()) {
        return;
    }
    const auto at = elements_.erase(std::next(found).base());
    if (isBlock(role)) {
        const auto ends = [](const Element& element) { return !isFormatting(element.role); };
        elements_.erase(std::remove_if(at, elements_.end(), ends), elements_.end());
    }
    update();
}

/// Closes what the start tag of `name` ends without an end tag.
void OpenElements::closeImplied(std::string_view name, TagRole role) {
    if (!isBlock(role)) {
        return;
    }
    const bool hasSiblings = isOneOf(name, kSiblings);
    for (auto element = elements_.rbegin(); element != elements_.rend(); ++element) {
        if (isOneOf(element->name, kScopes)) {
            return;
        }
        if (element->role == TagRole::Paragraph || (hasSiblings && element->name == name)) {
            return close(std::string(element->name), element->role);
        }
    }
}

void OpenElements::update() {
    state_ = {};
    Emphasis& emphasis = state_.emphasis;
    for (const Element& element : elements_) {
        const ElementStyle& style = element.style;
        emphasis.bold = style.bold ? *style.bold : emphasis.bold;
        emphasis.italic = style.italic ? *style.italic : emphasis.italic;
        emphasis.small = style.small ? *style.small : emphasis.small;
        emphasis.underline = emphasis.underline || style.underline;
        emphasis.struck = emphasis.struck || style.struck;
        if (style.shift) {
            emphasis.raised = *style.shift == ElementStyle::Shift::Raised;
            emphasis.lowered = *style.shift == ElementStyle::Shift::Lowered;
        }
        state_.heading = style.heading.value_or(state_.heading);
        state_.whiteSpace = style.whiteSpace.value_or(state_.whiteSpace);
        state_.align = style.align.value_or(state_.align);
        state_.indent = std::min(state_.indent + style.indent, Length::points(1000));
        takeDetails(style.details, state_.details);
    }
}

} // namespace sidetal::input
