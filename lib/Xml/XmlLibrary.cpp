#include "Xml/XmlLibrary.h"

#include <libxml/parserInternals.h>

#include <new>

namespace sidetal::input {

namespace {

/// libxml2 sets itself up once a process, guarded against threads that come at the same time.
void initialise() {
    static const bool done = (xmlInitParser(), true);
    (void)done;
}

void ignore(void* /*user*/, const char* /*format*/, ...) {}

/// A parser made ready to hand events to `handlers`; bad_alloc where it is none.
XmlParser configured(XmlParser parser, const xmlSAXHandler& handlers, void* user, int options) {
    if (!parser) {
        throw std::bad_alloc();
    }
    *parser->sax = handlers;
    parser->userData = user;
    // NOENT: the predefined entities in attributes come as their characters; there are no others.
    xmlCtxtUseOptions(parser.get(), XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT | XML_PARSE_NONET | options);
    // Where an encoding is known none is guessed from the first bytes.
    parser->encoding = xmlStrdup(reinterpret_cast<const xmlChar*>("UTF-8"));
    if (parser->encoding == nullptr) {
        throw std::bad_alloc();
    }
    // An <?oasis-xml-catalog?> is looked at in the state before this one only, with what the environment says
    // of catalogs.
    parser->instate = XML_PARSER_PROLOG;
    return parser;
}

} // namespace

XmlParser makeXmlParser(std::string_view text, const xmlSAXHandler& handlers, void* user) {
    initialise();
    return configured(XmlParser(xmlCreateMemoryParserCtxt(text.data(), static_cast<int>(text.size()))),
                      handlers, user, XML_PARSE_HUGE);
}

XmlParser makeXmlParser(XmlRead read, const xmlSAXHandler& handlers, void* user) {
    initialise();
    return configured(
        XmlParser(xmlCreateIOParserCtxt(nullptr, nullptr, read, nullptr, user, XML_CHAR_ENCODING_NONE)),
        handlers, user, 0);
}

void endXmlParserAtError(xmlParserCtxt& parser) {
    parser.instate = XML_PARSER_EOF;
    parser.disableSAX = 1;
    // What may stand after an element is read even now; names without end would take time without end.
    xmlDictSetLimit(parser.dict, 1);
}

XmlInput endXmlParser(xmlParserCtxt& parser) {
    endXmlParserAtError(parser);
    if (parser.input == nullptr) {
        return nullptr;
    }
    static constexpr xmlChar kNothing[] = {0};
    XmlInput text(parser.input->buf);
    parser.input->buf = nullptr;
    parser.input->base = parser.input->cur = parser.input->end = kNothing;
    parser.input->length = 0;
    return text;
}

std::size_t offsetOf(const xmlParserCtxt& parser) {
    const xmlParserInput* input = parser.input;
    return input == nullptr ? 0 : input->consumed + static_cast<std::size_t>(input->cur - input->base);
}

/// Before initialise(), which prints where memory is short. What is set here is the thread's own from the
/// first use on.
XmlSilence::XmlSilence(xmlStructuredErrorFunc handler, void* user)
    : structured_(xmlStructuredError)
    , structuredUser_(xmlStructuredErrorContext)
    , generic_(xmlGenericError)
    , genericUser_(xmlGenericErrorContext) {
    xmlSetStructuredErrorFunc(user, handler);
    xmlSetGenericErrorFunc(nullptr, ignore);
}

XmlSilence::~XmlSilence() {
    xmlSetStructuredErrorFunc(structuredUser_, structured_);
    xmlSetGenericErrorFunc(genericUser_, generic_);
}

} // namespace sidetal::input
