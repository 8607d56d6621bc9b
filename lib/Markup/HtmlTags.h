#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sidetal::input {

/// An attribute of a tag; the name in small letters, the value with its entities resolved.
struct TagAttribute {
    std::string name;
    std::string value;
};

/// What a tag means for a text (docs/domain.md, "Texts").
enum class TagRole : std::uint8_t {
    Paragraph,
    Preformatted, ///< pre
    Heading,      ///< h1 to h6
    Break,
    Rule, ///< hr
    Bold,
    Italic,
    Underline, ///< u, ins
    Struck,    ///< s, strike, del
    Raised,
    Lowered,
    Small,
    Code, ///< code, kbd, samp
    Anchor,
    Abbreviation,
    Quotation, ///< q: stands in quotation marks
    Quote,     ///< blockquote
    BulletList,
    NumberedList,
    Item,
    Definitions, ///< dl
    Term,
    Definition,
    Table,
    RowGroup, ///< thead, tbody, tfoot
    Row,
    Cell, ///< td, th
    Caption,
    Column,         ///< col
    Picture,        ///< img
    Empty,          ///< has no text that could be kept (input): left out
    Silent,         ///< html, body, head's empty elements, wbr: says nothing about the text
    Dropped,        ///< script, style, noscript, head, title: left out with what it holds
    Container,      ///< span, font, names with a prefix: unwrapped, its style alone counts
    ContainerBlock, ///< the same, and it parts paragraphs (div, section)
    UnknownBlock,   ///< unwrapped with a warning, and it parts paragraphs (form)
    UnknownInline,  ///< unwrapped with a warning
};

/// The role of the tag `name`, in small letters; of names that HTML does not know Container
/// where they have a prefix, else UnknownInline.
[[nodiscard]] TagRole tagRole(std::string_view name);

/// True for the name of an element of HTML, current or obsolete, in small letters.
[[nodiscard]] bool isHtmlName(std::string_view name);

/// True for an attribute, in small letters, that HTML or what case systems export often has and that says
/// nothing of what is seen, or whose value HiddenMarkup judges; `open` is none.
[[nodiscard]] bool isHtmlAttribute(std::string_view name);

/// True for the name of an element of HTML, current or obsolete, in small letters, and for a name with a
/// prefix or a hyphen (Word's "o:p", custom elements): what a "<" before it makes a tag. A web or mail
/// address is none.
[[nodiscard]] bool isTagName(std::string_view name);

} // namespace sidetal::input
