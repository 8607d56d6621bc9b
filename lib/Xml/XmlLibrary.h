#pragma once

#include <libxml/parser.h>

#include <memory>
#include <string_view>

/// libxml2, set up so that it neither asks a text for its encoding, nor reads a file, nor prints.

namespace sidetal::input {

struct XmlParserDeleter {
    void operator()(xmlParserCtxtPtr parser) const { xmlFreeParserCtxt(parser); }
};
using XmlParser = std::unique_ptr<xmlParserCtxt, XmlParserDeleter>;

/// A parser of `text`, which is UTF-8, neither empty nor larger than an int, and copied: xmlParseDocument()
/// hands its events to `handlers` with `user`. Throws std::bad_alloc; prints where memory is
/// short, but under an XmlSilence.
[[nodiscard]] XmlParser makeXmlParser(std::string_view text, const xmlSAXHandler& handlers, void* user);

/// Gives a parser its next bytes, at most `size`, in `to`: how many; 0 at the end, -1 where there can be no
/// more.
using XmlRead = int (*)(void* user, char* to, int size);

/// A parser of bytes as `read` gives them, with `user` as well: UTF-8, texts and names of at most 10 MB.
/// Otherwise as that of a text.
[[nodiscard]] XmlParser makeXmlParser(XmlRead read, const xmlSAXHandler& handlers, void* user);

struct XmlInputDeleter {
    void operator()(xmlParserInputBufferPtr input) const { xmlFreeParserInputBuffer(input); }
};
using XmlInput = std::unique_ptr<xmlParserInputBuffer, XmlInputDeleter>;

/// Ends the parsing from within the handler of an error, where functions go on with what they have of the
/// text before they look whether it has ended: no event comes after this, and no new names are kept.
void endXmlParserAtError(xmlParserCtxt& parser);

/// Ends the parsing from within the handler of an event, not of an XmlRead: no event comes after this, and
/// the parser finds nothing more in its text. As xmlStopParser(), but that the text, at which functions that
/// called back may still look, is returned, to be kept until the parser is gone; null where it was ended
/// before.
[[nodiscard]] XmlInput endXmlParser(xmlParserCtxt& parser);

/// How far the parser has come in its text.
[[nodiscard]] std::size_t offsetOf(const xmlParserCtxt& parser);

/// While it lives, what libxml2 says in this thread goes to `handler`, also where it has no parser to tell it
/// to (out of memory in a buffer) and would print it.
class XmlSilence {
  public:
    XmlSilence(xmlStructuredErrorFunc handler, void* user);
    ~XmlSilence();
    XmlSilence(const XmlSilence&) = delete;
    XmlSilence& operator=(const XmlSilence&) = delete;

  private:
    xmlStructuredErrorFunc structured_;
    void* structuredUser_;
    xmlGenericErrorFunc generic_;
    void* genericUser_;
};

} // namespace sidetal::input
