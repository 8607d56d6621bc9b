#pragma once

#include "sidetal/Support/Diagnostic.h"
#include "sidetal/Support/ReadLimits.h"

#include <boost/property_tree/ptree.hpp>

#include <string>
#include <string_view>

namespace sidetal::input {

/// What a value of the tree was in its file. The first six come from JSON, the last three from XML.
enum class TreeKind : std::uint8_t {
    Object,
    Array,
    String,
    Number,  ///< `text` has it as it was written: no digit is lost
    Boolean, ///< `text` is "true" or "false"
    Null,
    Element, ///< its children are its attributes, then Text and Element in their order
    Attribute,
    Text, ///< a stretch of character data, never two in a row; its key is empty
};

/// What each value carries.
struct TreeData {
    TreeKind kind = TreeKind::Null;
    std::string text;   ///< of the kinds that have no children; well-formed UTF-8 without control characters
    SourcePos position; ///< first character of the value; of an element its "<"
    SourcePos
        keyPosition; ///< first character of its key; of an element or of an array's member as `position`
};

/// A document as it stands in its file, JSON and XML alike. Members of a JSON array have an empty key. Boost
/// PropertyTree is the container only: its own parsers are never used (docs/design.md, "Trees and readers"),
/// and trees are walked by their children, as a path such as "a.b" would miss keys that hold a dot.
using Tree = boost::property_tree::basic_ptree<std::string, TreeData>;

/// Whether a child is an element of XML.
[[nodiscard]] inline bool isElement(const Tree::value_type& child) {
    return child.second.data().kind == TreeKind::Element;
}

/// Whether the first character of `bytes` that is no white space and no byte order mark is "<": what is then
/// read as XML, and else as JSON.
[[nodiscard]] bool looksLikeXml(std::string_view bytes);

/// Fills `root` from JSON (RFC 8259; comments as in C++ are allowed, a byte order mark is passed over).
/// Faults of syntax, control characters (but for old white space in texts, SID-I046), ill-formed UTF-8 and
/// whatever passes `limits` end the reading: false, and `root` is incomplete. A key that stands twice in an object is an error too (SID-I009), but its
/// first value is taken and reading goes on. Not recursive.
[[nodiscard]] bool readJson(std::string_view bytes, const ReadLimits& limits, Diagnostics& diagnostics,
                            Tree& root);

/// Fills `root` from XML 1.0 (UTF-8 only, no DOCTYPE, nothing is ever fetched); `root` becomes the document's
/// element, whose name goes to `rootName`. Names are local names: prefixes, namespace declarations and
/// the attributes that XML and XML Schema define ("xml:lang", "xsi:type") are passed over. Errors as
/// readJson(), but that an attribute that stands twice ends the reading.
[[nodiscard]] bool readXml(std::string_view bytes, const ReadLimits& limits, Diagnostics& diagnostics,
                           Tree& root, std::string& rootName);

} // namespace sidetal::input
