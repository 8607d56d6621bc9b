#include "Tree/Encoding.h"
#include "Tree/Locator.h"
#include "Tree/Tree.h"
#include "Tree/XmlChecks.h"
#include "Tree/XmlDeclaration.h"
#include "Tree/XmlFault.h"
#include "Tree/XmlPlaces.h"
#include "Xml/XmlLibrary.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <limits>
#include <new>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace sidetal::input {

namespace {

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string string(const char* text) {
    return text == nullptr ? std::string() : std::string(text);
}

/// Whether XML or XML Schema keep the attribute for themselves; others of their prefixes are the document's.
bool isOfXmlItself(std::string_view prefix, std::string_view name) {
    constexpr std::array<std::string_view, 4> kXml = {"lang", "space", "id", "base"};
    constexpr std::array<std::string_view, 4> kSchema = {"type", "nil", "schemaLocation",
                                                         "noNamespaceSchemaLocation"};
    return (prefix == "xml" && std::find(kXml.begin(), kXml.end(), name) != kXml.end()) ||
           (prefix == "xsi" && std::find(kSchema.begin(), kSchema.end(), name) != kSchema.end());
}

/// An attribute as libxml2's SAX2 hands it over.
struct SaxAttribute {
    const xmlChar* name;
    const xmlChar* prefix;
    const xmlChar* uri;
    const xmlChar* begin;
    const xmlChar* end;
};

/// The local name; with the prefix where nothing declares that (Word's "o:p").
std::string nameOf(const xmlChar* local, const xmlChar* prefix, const xmlChar* uri) {
    std::string out(view(local));
    return prefix != nullptr && uri == nullptr ? fmt::format("{}:{}", view(prefix), out) : out;
}

/// Fills the tree from libxml2's events, the places found by XmlPlaces in lockstep. The parser is given the
/// text past its XML declaration, so that it cannot ask it for an encoding, at one go: in pieces it looks for
/// the end of a long token from its start at each.
class XmlTreeBuilder {
    /// libxml2 seeks each prefix among all declarations around it.
    static constexpr std::size_t kMostNamespaces = 1'000;
    /// libxml2 keeps each name once, in a table that stops growing not far from here.
    static constexpr int kMostNames = 10'000;

  public:
    XmlTreeBuilder(std::string_view text, const ReadLimits& limits, Diagnostics& diagnostics, Tree& root,
                   std::string& rootName)
        : text_(text)
        , start_(readXmlDeclaration(text).end)
        , places_(text)
        , locator_(text)
        , limits_(limits)
        , diagnostics_(diagnostics)
        , root_(root)
        , rootName_(rootName) {}

    [[nodiscard]] bool parse() {
        const XmlSilence silence(keepError, this);
        parser_ = makeXmlParser(text_.substr(start_), handlers(), this);
        (void)xmlParseDocument(parser_.get());
        if (thrown_) {
            std::rethrow_exception(thrown_);
        }
        if (outOfMemory_) {
            throw std::bad_alloc();
        }
        if (!failed_ && (fault_ || parser_->wellFormed == 0)) {
            reportXmlFault(fault_.value_or(XmlFault()), text_, diagnostics_);
            return false;
        }
        return !failed_;
    }

  private:
    struct Open {
        Tree* node;
        std::size_t namespaces; ///< that it declares
        bool isClosed;          ///< by its own tag
    };

    [[nodiscard]] static xmlSAXHandler handlers() {
        xmlSAXHandler out{};
        out.initialized = XML_SAX2_MAGIC;
        out.startElementNs = startElement;
        out.endElementNs = endElement;
        out.characters = characters;
        out.ignorableWhitespace = characters;
        out.cdataBlock = characters;
        out.processingInstruction = instruction;
        out.internalSubset = doctype;
        out.serror = keepError;
        return out; // without getEntity nothing but the five predefined entities has a value
    }

    /// Calls `take`, which says whether reading goes on, unless it has ended; nothing is thrown through
    /// libxml2's frames.
    template <class Take>
    static void event(void* self, Take take) {
        auto& builder = *static_cast<XmlTreeBuilder*>(self);
        if (builder.ended_) {
            return;
        }
        try {
            if (!take(builder)) {
                builder.failed_ = true;
                builder.end();
            }
        } catch (...) {
            builder.thrown_ = std::current_exception();
            builder.end();
        }
    }

    void end() {
        ended_ = true;
        XmlInput input = endXmlParser(*parser_);
        parsed_ = input ? std::move(input) : std::move(parsed_);
    }

    static void startElement(void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri,
                             int namespaceCount, const xmlChar** /*namespaces*/, int attributeCount,
                             int /*defaulted*/, const xmlChar** attributes) {
        event(self, [&](XmlTreeBuilder& builder) {
            const auto* first = reinterpret_cast<const SaxAttribute*>(attributes);
            return builder.takeElement(nameOf(name, prefix, uri), static_cast<std::size_t>(namespaceCount),
                                       {first, static_cast<std::size_t>(attributeCount)});
        });
    }
    static void endElement(void* self, const xmlChar* /*name*/, const xmlChar* /*prefix*/,
                           const xmlChar* /*uri*/) {
        event(self, [](XmlTreeBuilder& builder) {
            builder.closeElement();
            return true;
        });
    }
    static void characters(void* self, const xmlChar* text, int length) {
        event(self, [&](XmlTreeBuilder& builder) {
            return builder.open_.empty() ||
                   builder.takeText({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
        });
    }
    static void instruction(void* self, const xmlChar* /*target*/, const xmlChar* /*data*/) {
        event(self, [](XmlTreeBuilder& builder) { return builder.hasRoomForNames(); });
    }
    /// checkXmlProlog() has refused it already; should one come, whatever the bytes were, it ends here.
    static void doctype(void* self, const xmlChar* /*name*/, const xmlChar* /*publicId*/,
                        const xmlChar* /*systemId*/) {
        event(self, [](XmlTreeBuilder& builder) {
            reportDoctype(builder.text_, builder.places_.textStart(), builder.diagnostics_);
            return false;
        });
    }

    /// Keeps the first error. Prefixes without a declaration are none for us.
    static void keepError(void* self, xmlErrorPtr error) {
        if (error == nullptr) {
            return;
        }
        auto& kept = *static_cast<XmlTreeBuilder*>(self);
        // Where it has ended there is no room for names, which it takes for memory.
        kept.outOfMemory_ = kept.outOfMemory_ || (!kept.ended_ && error->code == XML_ERR_NO_MEMORY);
        const bool isFault = error->level >= XML_ERR_ERROR && error->domain != XML_FROM_NAMESPACE;
        if (kept.parser_ && (isFault || kept.ended_)) {
            endXmlParserAtError(*kept.parser_); // again, too: it leaves the state in which it has ended
        }
        if (!isFault || kept.ended_) {
            return;
        }
        kept.ended_ = true;
        try {
            XmlFault& fault = kept.fault_.emplace();
            fault.code = error->code;
            fault.offset = kept.start_ + (kept.parser_ ? offsetOf(*kept.parser_) : 0);
            fault.name = string(error->str1);
            fault.message = string(error->message);
        } catch (...) {
            kept.thrown_ = std::current_exception();
        }
    }

    bool takeElement(const std::string& name, std::size_t namespaces,
                     std::span<const SaxAttribute> attributes) {
        const SourcePos position = locator_.at(places_.startTag());
        if (open_.size() >= limits_.depth) {
            diagnostics_.error("SID-I004", fmt::format("nested deeper than the limit of {}", limits_.depth),
                               position);
            return false;
        }
        if (open_.empty()) {
            rootName_ = name;
        }
        Tree* node = add(name, TreeKind::Element, position, position);
        if (node == nullptr || !hasRoomForNames() || !checkCharacters(name, position, diagnostics_)) {
            return false;
        }
        open_.push_back({node, namespaces, places_.isClosed()});
        namespaces_ += namespaces;
        if (namespaces_ > kMostNamespaces) {
            reportNamespaces();
            return false;
        }
        std::size_t next = 0;
        return std::all_of(attributes.begin(), attributes.end(),
                           [&](const SaxAttribute& attribute) { return takeAttribute(attribute, next); });
    }

    void closeElement() {
        if (!open_.back().isClosed) {
            places_.endTag();
        }
        namespaces_ -= open_.back().namespaces;
        open_.pop_back();
    }

    /// `next` is the first of the tag's places that may be the attribute's, and moves past it.
    bool takeAttribute(const SaxAttribute& attribute, std::size_t& next) {
        const std::string_view prefix = view(attribute.prefix);
        const XmlAttributePlace place = placeOf(prefix, view(attribute.name), next);
        if (attribute.uri != nullptr && isOfXmlItself(prefix, view(attribute.name))) {
            return true;
        }
        const SourcePos keyPosition = locator_.at(place.key);
        const std::string name = nameOf(attribute.name, attribute.prefix, attribute.uri);
        Tree* node = add(name, TreeKind::Attribute, locator_.at(place.value), keyPosition);
        if (node == nullptr || !checkCharacters(name, keyPosition, diagnostics_)) {
            return false;
        }
        node->data().text.assign(reinterpret_cast<const char*>(attribute.begin),
                                 static_cast<std::size_t>(attribute.end - attribute.begin));
        return checkCharacters(node->data().text, node->data().position, diagnostics_);
    }

    /// Libxml2 hands attributes over in their order, but for the declarations of namespaces.
    XmlAttributePlace placeOf(std::string_view prefix, std::string_view name, std::size_t& next) {
        const auto& all = places_.attributes();
        const auto isIt = [&](std::string_view written) {
            return prefix.empty() ? written == name
                                  : written.size() == prefix.size() + 1 + name.size() &&
                                        written.starts_with(prefix) && written.ends_with(name);
        };
        while (next < all.size() && !isIt(all[next].name)) {
            ++next;
        }
        return next < all.size() ? all[next++] : XmlAttributePlace();
    }

    /// Of the innermost open element's declarations, one is too many.
    void reportNamespaces() {
        std::size_t left = open_.back().namespaces - (namespaces_ - kMostNamespaces);
        const auto& all = places_.attributes();
        const auto isIt = [&](const XmlAttributePlace& place) {
            const bool declares = place.name == "xmlns" || place.name.starts_with("xmlns:");
            return declares && left-- == 0;
        };
        const auto found = std::find_if(all.begin(), all.end(), isIt);
        diagnostics_.error("SID-I005",
                           fmt::format("more namespaces than the limit of {} in one place", kMostNamespaces),
                           found == all.end() ? open_.back().node->data().position : locator_.at(found->key));
    }

    /// False, and an error where the parser is, where the text has more different names than can be told
    /// apart in good time.
    bool hasRoomForNames() {
        if (xmlDictSize(parser_->dict) <= kMostNames) {
            return true;
        }
        const std::size_t at = std::min(start_ + offsetOf(*parser_), text_.size());
        diagnostics_.error("SID-I005", fmt::format("more different names than the limit of {}", kMostNames),
                           locator_.at(std::min(text_.rfind('<', at == 0 ? 0 : at - 1), text_.size())));
        return false;
    }

    /// Adjacent stretches (around a comment, a CDATA section) become one.
    bool takeText(std::string_view text) {
        Tree& parent = *open_.back().node;
        Tree* node = parent.empty() || parent.back().second.data().kind != TreeKind::Text
                         ? nullptr
                         : &parent.back().second;
        if (node == nullptr) {
            const SourcePos position = locator_.at(places_.textStart());
            node = add({}, TreeKind::Text, position, position);
        }
        if (node == nullptr) {
            return false;
        }
        std::string& whole = node->data().text;
        const std::size_t from = whole.size();
        whole += text;
        return checkCharacters(whole, node->data().position, diagnostics_, from);
    }

    /// The new node, a child of the innermost open element; nullptr where that would be one too many.
    Tree* add(const std::string& name, TreeKind kind, SourcePos position, SourcePos keyPosition) {
        if (++nodes_ > limits_.nodes) {
            diagnostics_.error("SID-I005", fmt::format("more values than the limit of {}", limits_.nodes),
                               position);
            return nullptr;
        }
        Tree* node = open_.empty() ? &root_ : &open_.back().node->push_back({name, Tree()})->second;
        node->data().kind = kind;
        node->data().position = position;
        node->data().keyPosition = keyPosition;
        return node;
    }

    std::string_view text_;
    std::size_t start_; ///< what the parser is given begins here
    XmlInput parsed_;   ///< what was left of the text when reading ended; outlives the parser
    XmlParser parser_;
    XmlPlaces places_;
    Locator locator_;
    const ReadLimits& limits_;
    Diagnostics& diagnostics_;
    Tree& root_;
    std::string& rootName_;
    std::vector<Open> open_;
    std::size_t namespaces_ = 0; ///< declared by the open elements together
    std::size_t nodes_ = 0;
    std::optional<XmlFault> fault_; ///< the parser's first
    std::exception_ptr thrown_;
    bool outOfMemory_ = false;
    bool failed_ = false; ///< an error was reported
    bool ended_ = false;  ///< no more events are taken
};

} // namespace

bool readXml(std::string_view bytes, const ReadLimits& limits, Diagnostics& diagnostics, Tree& root,
             std::string& rootName) {
    ReadLimits possible = limits;
    possible.bytes =
        std::min<std::size_t>(limits.bytes, std::numeric_limits<int>::max()); // libxml2 counts in int
    std::string_view text = withoutByteOrderMark(bytes);
    if (!checkSize(bytes, possible, diagnostics) || !checkXmlEncoding(text, diagnostics) ||
        !checkUtf8(text, diagnostics)) {
        return false;
    }
    OldSpaces oldSpaces; // XML forbids them, and libxml2 with it
    std::string changed;
    text = oldSpaces.replaceInXml(text, changed);
    const bool good = checkXmlProlog(text, diagnostics) && checkAttributeCounts(text, diagnostics) &&
                      XmlTreeBuilder(text, limits, diagnostics, root, rootName).parse();
    if (good) {
        oldSpaces.tell(diagnostics);
    }
    return good;
}

} // namespace sidetal::input
