#include "Markup/HtmlTags.h"

#include "Support/Ascii.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace sidetal::input {

namespace {

using namespace std::string_view_literals;

constexpr std::array kParagraph = {"p"sv};
constexpr std::array kPreformatted = {"pre"sv, "listing"sv, "xmp"sv};
constexpr std::array kHeading = {"h1"sv, "h2"sv, "h3"sv, "h4"sv, "h5"sv, "h6"sv};
constexpr std::array kBreak = {"br"sv};
constexpr std::array kRule = {"hr"sv};
constexpr std::array kBold = {"b"sv, "strong"sv};
constexpr std::array kItalic = {"i"sv, "em"sv, "cite"sv, "dfn"sv, "var"sv};
constexpr std::array kUnderline = {"u"sv, "ins"sv};
constexpr std::array kStruck = {"s"sv, "strike"sv, "del"sv};
constexpr std::array kRaised = {"sup"sv};
constexpr std::array kLowered = {"sub"sv};
constexpr std::array kSmall = {"small"sv};
constexpr std::array kCode = {"code"sv, "kbd"sv, "samp"sv, "tt"sv};
constexpr std::array kAnchor = {"a"sv};
constexpr std::array kAbbreviation = {"abbr"sv, "acronym"sv};
constexpr std::array kQuotation = {"q"sv};
constexpr std::array kQuote = {"blockquote"sv};
constexpr std::array kBulletList = {"ul"sv, "menu"sv, "dir"sv};
constexpr std::array kNumberedList = {"ol"sv};
constexpr std::array kItem = {"li"sv};
constexpr std::array kDefinitions = {"dl"sv};
constexpr std::array kTerm = {"dt"sv};
constexpr std::array kDefinition = {"dd"sv};
constexpr std::array kTable = {"table"sv};
constexpr std::array kRowGroup = {"tbody"sv, "tfoot"sv, "thead"sv};
constexpr std::array kRow = {"tr"sv};
constexpr std::array kCell = {"td"sv, "th"sv};
constexpr std::array kCaption = {"caption"sv};
constexpr std::array kColumn = {"col"sv};
constexpr std::array kPicture = {"img"sv};
constexpr std::array kEmpty = {
    "area"sv,  "base"sv,   "basefont"sv, "bgsound"sv, "embed"sv, "frame"sv,
    "input"sv, "keygen"sv, "param"sv,    "source"sv,  "track"sv,
};
constexpr std::array kSilent = {"html"sv, "body"sv, "meta"sv, "link"sv, "wbr"sv};
constexpr std::array kDropped = {"head"sv,     "title"sv,   "style"sv,   "script"sv,
                                 "noscript"sv, "noembed"sv, "noframes"sv};
constexpr std::array kContainerBlock = {"address"sv, "article"sv, "aside"sv,      "center"sv,  "details"sv,
                                        "div"sv,     "figure"sv,  "figcaption"sv, "footer"sv,  "header"sv,
                                        "hgroup"sv,  "main"sv,    "nav"sv,        "section"sv, "summary"sv};
constexpr std::array kContainer = {"bdi"sv,  "bdo"sv,  "big"sv,  "colgroup"sv, "data"sv,
                                   "font"sv, "mark"sv, "nobr"sv, "span"sv,     "time"sv};
constexpr std::array kUnknownBlock = {
    "dialog"sv, "fieldset"sv, "form"sv, "frameset"sv, "legend"sv, "search"sv,
};
constexpr std::array kUnknownInline = {
    "applet"sv,   "audio"sv,  "blink"sv,   "button"sv,    "canvas"sv,   "datalist"sv, "iframe"sv,
    "label"sv,    "map"sv,    "marquee"sv, "math"sv,      "meter"sv,    "object"sv,   "optgroup"sv,
    "option"sv,   "output"sv, "picture"sv, "plaintext"sv, "progress"sv, "rb"sv,       "rp"sv,
    "rt"sv,       "rtc"sv,    "ruby"sv,    "select"sv,    "slot"sv,     "svg"sv,      "template"sv,
    "textarea"sv, "video"sv,  "xml"sv,
};

constexpr std::array kAttributes = {
    "style"sv,
    "class"sv,
    "id"sv,
    "href"sv,
    "name"sv,
    "lang"sv,
    "title"sv,
    "align"sv,
    "width"sv,
    "height"sv,
    "valign"sv,
    "border"sv,
    "cellpadding"sv,
    "cellspacing"sv,
    "colspan"sv,
    "rowspan"sv,
    "start"sv,
    "type"sv,
    "value"sv,
    "src"sv,
    "alt"sv,
    "face"sv,
    "size"sv,
    "color"sv,
    "bgcolor"sv,
    "clear"sv,
    "dir"sv,
    "target"sv,
    "rel"sv,
    "nowrap"sv,
    "scope"sv,
    "headers"sv,
    "abbr"sv,
    "summary"sv,
    "frame"sv,
    "rules"sv,
    "hspace"sv,
    "vspace"sv,
    "link"sv,
    "vlink"sv,
    "alink"sv,
    "text"sv,
    "background"sv,
    "compact"sv,
    "reversed"sv,
    "content"sv,
    "http-equiv"sv,
    "charset"sv,
    "role"sv,
    "tabindex"sv,
    "accesskey"sv,
    "accept"sv,
    "accept-charset"sv,
    "datetime"sv,
    "cite"sv,
    "span"sv,
    "loading"sv,
    "srcset"sv,
    "sizes"sv,
    "xml:lang"sv,
    "display"sv,
    "opacity"sv,
    "font-size"sv,
    "aria-hidden"sv,
};

struct Group {
    TagRole role;
    std::span<const std::string_view> names;
};

constexpr std::array kGroups = {
    Group{TagRole::Paragraph, kParagraph},
    Group{TagRole::Preformatted, kPreformatted},
    Group{TagRole::Heading, kHeading},
    Group{TagRole::Break, kBreak},
    Group{TagRole::Rule, kRule},
    Group{TagRole::Bold, kBold},
    Group{TagRole::Italic, kItalic},
    Group{TagRole::Underline, kUnderline},
    Group{TagRole::Struck, kStruck},
    Group{TagRole::Raised, kRaised},
    Group{TagRole::Lowered, kLowered},
    Group{TagRole::Small, kSmall},
    Group{TagRole::Code, kCode},
    Group{TagRole::Anchor, kAnchor},
    Group{TagRole::Abbreviation, kAbbreviation},
    Group{TagRole::Quotation, kQuotation},
    Group{TagRole::Quote, kQuote},
    Group{TagRole::BulletList, kBulletList},
    Group{TagRole::NumberedList, kNumberedList},
    Group{TagRole::Item, kItem},
    Group{TagRole::Definitions, kDefinitions},
    Group{TagRole::Term, kTerm},
    Group{TagRole::Definition, kDefinition},
    Group{TagRole::Table, kTable},
    Group{TagRole::RowGroup, kRowGroup},
    Group{TagRole::Row, kRow},
    Group{TagRole::Cell, kCell},
    Group{TagRole::Caption, kCaption},
    Group{TagRole::Column, kColumn},
    Group{TagRole::Picture, kPicture},
    Group{TagRole::Empty, kEmpty},
    Group{TagRole::Silent, kSilent},
    Group{TagRole::Dropped, kDropped},
    Group{TagRole::ContainerBlock, kContainerBlock},
    Group{TagRole::Container, kContainer},
    Group{TagRole::UnknownBlock, kUnknownBlock},
    Group{TagRole::UnknownInline, kUnknownInline},
};

using NamedRole = std::pair<std::string_view, TagRole>;

/// All names in order, so that a tag is found by halving: tables are mostly tags.
std::vector<NamedRole> rolesByName() {
    std::vector<NamedRole> out;
    for (const Group& group : kGroups) {
        for (const std::string_view name : group.names) {
            out.emplace_back(name, group.role);
        }
    }
    std::ranges::stable_sort(out, {},
                             &NamedRole::first); // of a name that stands twice the first group counts
    return out;
}

std::optional<TagRole> findRole(std::string_view name) {
    static const std::vector<NamedRole> kRoles = rolesByName();
    const auto at = std::ranges::lower_bound(kRoles, name, {}, &NamedRole::first);
    return at != kRoles.end() && at->first == name ? std::optional(at->second) : std::nullopt;
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
