#include "Markup/HtmlTags.h"

#include "Support/Ascii.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace sidetal::input {

namespace {

using namespace std::string_view_literals;

constexpr std::array kParagraph = {"p"sv};
constexpr std::array kBreak = {"br"sv};
constexpr std::array kBold = {"b"sv, "strong"sv};
constexpr std::array kItalic = {"i"sv, "em"sv};
constexpr std::array kUnderline = {"u"sv};
constexpr std::array kBulletList = {"ul"sv};
constexpr std::array kNumberedList = {"ol"sv};
constexpr std::array kItem = {"li"sv};
constexpr std::array kPicture = {"img"sv};
constexpr std::array kEmpty = {
    "area"sv,  "base"sv,   "basefont"sv, "bgsound"sv, "col"sv,   "embed"sv, "frame"sv,
    "input"sv, "keygen"sv, "param"sv,    "source"sv,  "track"sv, "wbr"sv,
};
constexpr std::array kEmptyBlock = {"hr"sv};
constexpr std::array kSilent = {"html"sv, "body"sv, "meta"sv, "link"sv};
constexpr std::array kDropped = {"head"sv,     "title"sv,   "style"sv,   "script"sv,
                                 "noscript"sv, "noembed"sv, "noframes"sv};
constexpr std::array kContainerBlock = {"article"sv, "div"sv,  "footer"sv,
                                        "header"sv,  "main"sv, "section"sv};
constexpr std::array kContainer = {"font"sv, "span"sv};
constexpr std::array kUnknownBlock = {
    "address"sv,     "aside"sv,  "blockquote"sv, "caption"sv, "center"sv,   "colgroup"sv,
    "dd"sv,       "details"sv,    "dialog"sv, "dir"sv,            "dl"sv,       "dt"sv,
    "fieldset"sv, "figcaption"sv, "figure"sv,     "form"sv,    "frameset"sv, "h1"sv,
    "h2"sv,       "h3"sv,         "h4"sv,     "h5"sv,         "h6"sv,        "hgroup"sv,
    "legend"sv,   "listing"sv,      "menu"sv,       "nav"sv,     "pre"sv,      "search"sv,
     "summary"sv,    "table"sv,  "tbody"sv,      "td"sv,      "tfoot"sv,    "th"sv,
    "thead"sv,    "tr"sv,
};
constexpr std::array kUnknownInline = {
    "a"sv,        "abbr"sv,      "acronym"sv,  "applet"sv,  "audio"sv,    "bdi"sv,      "bdo"sv,
    "big"sv,      "blink"sv,     "button"sv,   "canvas"sv,  "cite"sv,     "code"sv,     "data"sv,
    "datalist"sv, "del"sv,       "dfn"sv,         "iframe"sv,   "ins"sv,      "kbd"sv,
    "label"sv,    "map"sv,       "mark"sv,     "marquee"sv, "math"sv,     "meter"sv,    "nobr"sv,
    "object"sv,   "optgroup"sv,  "option"sv,   "output"sv,  "picture"sv,  "plaintext"sv, "progress"sv,
    "q"sv,        "rb"sv,        "rp"sv,       "rt"sv,      "rtc"sv,      "ruby"sv,     "s"sv,
    "samp"sv,     "select"sv,    "slot"sv,     "small"sv,       "strike"sv,   "sub"sv,
    "sup"sv,      "svg"sv,       "template"sv, "textarea"sv, "time"sv,    "tt"sv,       "var"sv,
    "video"sv,    "xml"sv,       "xmp"sv,
};

constexpr std::array kAttributes = {
    "style"sv,       "class"sv,    "id"sv,          "href"sv,         "name"sv,       "lang"sv,
    "title"sv,       "align"sv,    "width"sv,       "height"sv,       "valign"sv,     "border"sv,
    "cellpadding"sv, "cellspacing"sv, "colspan"sv,  "rowspan"sv,      "start"sv,      "type"sv,
    "value"sv,       "src"sv,      "alt"sv,         "face"sv,         "size"sv,       "color"sv,
    "bgcolor"sv,     "clear"sv,    "dir"sv,         "target"sv,       "rel"sv,        "nowrap"sv,
    "scope"sv,       "headers"sv,  "abbr"sv,        "summary"sv,      "frame"sv,      "rules"sv,
    "hspace"sv,      "vspace"sv,   "link"sv,        "vlink"sv,        "alink"sv,      "text"sv,
    "background"sv,  "compact"sv,  "reversed"sv,    "content"sv,      "http-equiv"sv, "charset"sv,
    "role"sv,        "tabindex"sv, "accesskey"sv,   "accept"sv,       "accept-charset"sv, "datetime"sv,
    "cite"sv,        "display"sv,  "opacity"sv,      "font-size"sv,  "aria-hidden"sv,
};

struct Group {
    TagRole role;
    std::span<const std::string_view> names;
};

constexpr std::array kGroups = {
    Group{TagRole::Paragraph, kParagraph},
    Group{TagRole::Break, kBreak},
    Group{TagRole::Bold, kBold},
    Group{TagRole::Italic, kItalic},
    Group{TagRole::Underline, kUnderline},
    Group{TagRole::BulletList, kBulletList},
    Group{TagRole::NumberedList, kNumberedList},
    Group{TagRole::Item, kItem},
    Group{TagRole::Picture, kPicture},
    Group{TagRole::Empty, kEmpty},
    Group{TagRole::EmptyBlock, kEmptyBlock},
    Group{TagRole::Silent, kSilent},
    Group{TagRole::Dropped, kDropped},
    Group{TagRole::ContainerBlock, kContainerBlock},
    Group{TagRole::Container, kContainer},
    Group{TagRole::UnknownBlock, kUnknownBlock},
    Group{TagRole::UnknownInline, kUnknownInline},
};

std::optional<TagRole> findRole(std::string_view name) {
    for (const Group& group : kGroups) {
        if (std::find(group.names.begin(), group.names.end(), name) != group.names.end()) {
            return group.role;
        }
    }
    return std::nullopt;
}

} // namespace

TagRole tagRole(std::string_view name) {
    const bool hasPrefix = name.find(':') != std::string_view::npos;
    return findRole(name).value_or(hasPrefix ? TagRole::Container : TagRole::UnknownInline);
}

bool isHtmlName(std::string_view name) {
    return findRole(name).has_value();
}

bool isHtmlAttribute(std::string_view name) {
    return std::find(kAttributes.begin(), kAttributes.end(), name) != kAttributes.end();
}

bool isTagName(std::string_view name) {
    if (isHtmlName(name)) {
        return true;
    }
    const auto mayStand = [](char c) {
        return ascii::isLetterOrDigit(c) || c == ':' || c == '-' || c == '_' || c == '.';
    };
    return name.find_first_of(":-") != std::string_view::npos && ascii::isLetterOrDigit(name.back()) &&
           std::all_of(name.begin(), name.end(), mayStand);
}

} // namespace sidetal::input
