#include "Input/Encoding.h"
#include "Input/Locator.h"
#include "Input/Tree.h"
#include "Input/XmlChecks.h"
#include "Input/XmlFault.h"
#include "Input/XmlPlaces.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace sidetal::input {

namespace {

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string string(const char* text) {
    return text == nullptr ? std::string() : std::string(text);
}

struct ReaderDeleter {
    void operator()(xmlTextReaderPtr reader) const { xmlFreeTextReader(reader); }
};
using Reader = std::unique_ptr<xmlTextReader, ReaderDeleter>;

/// libxml2's callback: keeps the first error. Prefixes without a declaration (Word's "o:p") are none for us.
void keepFirstError(void* kept, xmlErrorPtr error) {
    auto& fault = *static_cast<std::optional<XmlFault>*>(kept);
    if (fault || error == nullptr || error->level < XML_ERR_ERROR || error->domain == XML_FROM_NAMESPACE) {
        return;
    }
    fault.emplace();
    fault->code = error->code;
    fault->name = string(error->str1);
    fault->message = string(error->message);
    if (const auto* context = static_cast<xmlParserCtxtPtr>(error->ctxt);
        context != nullptr && context->input != nullptr) {
        const auto* input = context->input;
        fault->offset = input->consumed + static_cast<std::size_t>(input->cur - input->base);
    }
}

/// Fills the tree from libxml2's reader, the places found by XmlPlaces in lockstep.
class XmlTreeBuilder {
  public:
    XmlTreeBuilder(std::string_view text, const ReadLimits& limits, Diagnostics& diagnostics, Tree& root,
                   std::string& rootName)
        : text_(text)
        , places_(text)
        , locator_(text)
        , limits_(limits)
        , diagnostics_(diagnostics)
        , root_(root)
        , rootName_(rootName) {}

    [[nodiscard]] bool parse() {
        reader_.reset(
            xmlReaderForMemory(text_.data(), static_cast<int>(text_.size()), nullptr, "UTF-8",
                               XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
        if (!reader_) {
            throw std::bad_alloc();
        }
        xmlTextReaderSetStructuredErrorHandler(reader_.get(), keepFirstError, &fault_);
        int status = 1;
        while (status == 1 && !failed_) {
            status = xmlTextReaderRead(reader_.get());
            failed_ = failed_ || (status == 1 && !take());
        }
        if (failed_) {
            return false;
        }
        if (status < 0 || fault_) {
            reportXmlFault(fault_.value_or(XmlFault()), text_, diagnostics_);
            return false;
        }
        return true;
    }

  private:
    struct Open {
        Tree* node;
        std::size_t namespaces; ///< that it declares
    };

    /// Takes the node at which the reader stands; false where an error was reported.
    bool take() {
        switch (xmlTextReaderNodeType(reader_.get())) {
        case XML_READER_TYPE_ELEMENT:
            return takeElement();
        case XML_READER_TYPE_END_ELEMENT:
            places_.endTag();
            closeElement();
            return true;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
            return open_.empty() || takeText(view(xmlTextReaderConstValue(reader_.get())));
        default:
            return true;
        }
    }

    bool takeElement() {
        const SourcePos position = locator_.at(places_.startTag());
        if (open_.size() >= limits_.depth) {
            diagnostics_.error("SID-I004", fmt::format("nested deeper than the limit of {}", limits_.depth),
                               position);
            return false;
        }
        const std::string_view name = view(xmlTextReaderConstLocalName(reader_.get()));
        if (open_.empty()) {
            rootName_ = name;
        }
        Tree* node = add(name, TreeKind::Element, position, position);
        if (node == nullptr) {
            return false;
        }
        const bool closed = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
        open_.push_back({node, 0});
        nextAttribute_ = 0;
        while (xmlTextReaderMoveToNextAttribute(reader_.get()) == 1) {
            if (!takeAttribute()) {
                return false;
            }
        }
        if (closed) {
            closeElement();
        }
        return true;
    }

    void closeElement() {
        namespaces_ -= open_.back().namespaces;
        open_.pop_back();
    }

    bool takeAttribute() {
        if (xmlTextReaderIsNamespaceDecl(reader_.get()) == 1) {
            return takeNamespace();
        }
        const std::string_view prefix = view(xmlTextReaderConstPrefix(reader_.get()));
        if (prefix == "xml" || prefix == "xsi") {
            return true;
        }
        const XmlAttributePlace place = placeOfAttribute(nextAttribute_);
        const SourcePos keyPosition = locator_.at(place.key);
        Tree* node = add(view(xmlTextReaderConstLocalName(reader_.get())), TreeKind::Attribute,
                         locator_.at(place.value), keyPosition);
        if (node == nullptr) {
            return false;
        }
        node->data().text = view(xmlTextReaderConstValue(reader_.get()));
        return printable(node->data().text, node->data().position);
    }

    /// libxml2 seeks each prefix among all declarations around it, so a small file could keep it busy for
    /// hours.
    bool takeNamespace() {
        constexpr std::size_t kMost = 1'000;
        ++open_.back().namespaces;
        if (++namespaces_ <= kMost) {
            return true;
        }
        std::size_t first = 0;
        diagnostics_.error("SID-I005",
                           fmt::format("more namespaces than the limit of {} in one place", kMost),
                           locator_.at(placeOfAttribute(first).key));
        return false;
    }

    /// Where the attribute at which the reader stands is, sought from the `from`th on; moves `from` to it.
    /// The reader gives namespaces and other attributes each in their order.
    XmlAttributePlace placeOfAttribute(std::size_t& from) {
        const std::string_view written = view(xmlTextReaderConstName(reader_.get()));
        const auto& all = places_.attributes();
        while (from < all.size() && all[from].name != written) {
            ++from;
        }
        return from < all.size() ? all[from] : XmlAttributePlace();
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
        node->data().text += text;
        return printable(text, node->data().position);
    }

    [[nodiscard]] bool printable(std::string_view text, SourcePos position) {
        const auto bad = forbiddenCharacter(text);
        if (bad) {
            reportForbidden(*bad, position, diagnostics_);
        }
        return !bad;
    }

    /// The new node, a child of the innermost open element; nullptr where that would be one too many.
    Tree* add(std::string_view name, TreeKind kind, SourcePos position, SourcePos keyPosition) {
        if (++nodes_ > limits_.nodes) {
            diagnostics_.error("SID-I005", fmt::format("more values than the limit of {}", limits_.nodes),
                               position);
            return nullptr;
        }
        Tree* node =
            open_.empty() ? &root_ : &open_.back().node->push_back({std::string(name), Tree()})->second;
        node->data().kind = kind;
        node->data().position = position;
        node->data().keyPosition = keyPosition;
        return node;
    }

    std::string_view text_;
    Reader reader_;
    std::optional<XmlFault> fault_;
    XmlPlaces places_;
    Locator locator_;
    const ReadLimits& limits_;
    Diagnostics& diagnostics_;
    Tree& root_;
    std::string& rootName_;
    std::vector<Open> open_;
    std::size_t namespaces_ = 0; ///< declared by the open elements together
    std::size_t nodes_ = 0;
    std::size_t nextAttribute_ = 0; ///< among places_.attributes()
    bool failed_ = false;
};

/// libxml2 sets itself up once a process, guarded against threads that come at the same time.
void initialiseParser() {
    static const bool done = (xmlInitParser(), true);
    (void)done;
}

} // namespace

bool readXml(std::string_view bytes, const ReadLimits& limits, Diagnostics& diagnostics, Tree& root,
             std::string& rootName) {
    ReadLimits possible = limits;
    possible.bytes =
        std::min<std::size_t>(limits.bytes, std::numeric_limits<int>::max()); // libxml2 counts in int
    if (!checkBytes(bytes, possible, diagnostics)) {
        return false;
    }
    const std::string_view text = withoutByteOrderMark(bytes);
    if (!checkXmlProlog(text, diagnostics) || !checkAttributeCounts(text, diagnostics)) {
        return false;
    }
    initialiseParser();
    return XmlTreeBuilder(text, limits, diagnostics, root, rootName).parse();
}

} // namespace sidetal::input
