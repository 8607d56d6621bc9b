#include "Markup/OpenElements.h"

#include "Markup/Css.h"
#include "Markup/HiddenStyles.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sidetal::input {

namespace {

using namespace std::string_view_literals;

constexpr int kLeastBold =
    600; ///< of font-weight, as fonts with two weights are chosen (CSS Fonts Level 4, 5.2)

/// Elements that the start of another one of the same name ends (HTML Living Standard, 13.1.2.4), unless one
/// of kScopes was opened in them.
constexpr std::array kSiblings = {"li"sv, "td"sv, "th"sv, "tr"sv, "dt"sv, "dd"sv};
constexpr std::array kScopes = {"ul"sv, "ol"sv, "table"sv, "dl"sv};

bool isBlock(TagRole role) {
    return role == TagRole::Paragraph || role == TagRole::BulletList || role == TagRole::NumberedList ||
           role == TagRole::Item || role == TagRole::UnknownBlock || role == TagRole::ContainerBlock;
}

/// What browsers keep open past the end of a block.
bool isFormatting(TagRole role) {
    return role == TagRole::Bold || role == TagRole::Italic || role == TagRole::Underline;
}

bool isEmpty(TagRole role) {
    return role == TagRole::Break || role == TagRole::Picture || role == TagRole::Empty ||
           role == TagRole::EmptyBlock || role == TagRole::Silent;
}

std::optional<bool> boldOf(std::string_view value) {
    if (value == "bold" || value == "bolder") {
        return true;
    }
    if (value == "normal" || value == "lighter") {
        return false;
    }
    int weight = 0;
    const auto [end, status] = std::from_chars(value.data(), value.data() + value.size(), weight);
    const bool isWeight = status == std::errc() && end == value.data() + value.size();
    return isWeight ? std::optional(weight >= kLeastBold) : std::nullopt;
}

std::optional<bool> italicOf(std::string_view value) {
    const bool italic = value == "italic" || value.starts_with("oblique");
    return italic || value == "normal" ? std::optional(italic) : std::nullopt;
}

bool hasWord(std::string_view value, std::string_view word) {
    bool found = false;
    forEachWord(value, [&](std::string_view each) { found = found || each == word; });
    return found;
}

/// `font`: what it does not name is normal.
void takeFont(std::string_view value, ElementStyle& style) {
    if (value.find(' ') == std::string_view::npos) {
        return; // "inherit", "caption"
    }
    style.bold = style.italic = false;
    forEachWord(value, [&](std::string_view word) {
        style.bold = *style.bold || boldOf(word).value_or(false);
        style.italic = *style.italic || italicOf(word).value_or(false);
    });
}

void takeDeclaration(std::string_view name, std::string_view value, ElementStyle& style) {
    if (name == "font-weight") {
        const auto bold = boldOf(value);
        style.bold = bold ? bold : style.bold;
    } else if (name == "font-style") {
        const auto italic = italicOf(value);
        style.italic = italic ? italic : style.italic;
    } else if (name == "font") {
        takeFont(value, style);
    } else if (name == "text-decoration" || name == "text-decoration-line") {
        style.underline = hasWord(value, "underline");
        style.unprinted = style.unprinted || hasWord(value, "line-through");
    } else if (name == "vertical-align") {
        style.unprinted = style.unprinted || value == "super" || value == "sub";
    }
}

} // namespace

ElementStyle elementStyleOf(TagRole role, std::span<const TagAttribute> attributes) {
    ElementStyle style;
    if (role == TagRole::Bold) {
        style.bold = true;
    } else if (role == TagRole::Italic) {
        style.italic = true;
    }
    style.underline = role == TagRole::Underline;
    for (const TagAttribute& attribute : attributes) {
        if (attribute.name == "style") {
            forEachDeclaration(attribute.value, [&](std::string_view name, std::string_view value) {
                takeDeclaration(name, value, style);
            });
        }
    }
    return style;
}

/// Inline elements that say nothing are kept only where their end tags could be taken for another one's.
void OpenElements::open(std::string_view name, const ElementStyle& style) {
    const TagRole role = tagRole(name);
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

void OpenElements::close(std::string_view name) {
    if (deeper_ != 0) {
        --deeper_;
        return;
    }
    const TagRole role = tagRole(name);
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
            return close(std::string(element->name));
        }
    }
}

void OpenElements::update() {
    emphasis_ = {};
    for (const Element& element : elements_) {
        emphasis_.bold = element.style.bold ? *element.style.bold : emphasis_.bold;
        emphasis_.italic = element.style.italic ? *element.style.italic : emphasis_.italic;
        emphasis_.underline = emphasis_.underline || element.style.underline;
    }
}

} // namespace sidetal::input
