#pragma once

#include "sidetal/Support/Diagnostic.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace sidetal::input {

/// What libxml2 said of a text that is not well formed, without its types.
struct XmlFault {
    int code = 0;           ///< xmlParserErrors
    std::size_t offset = 0; ///< how far the parser had come
    int number = 0;         ///< int1: a line, or a character
    std::string first;      ///< str1
    std::string second;     ///< str2
    std::string open;       ///< name of the innermost element that is open; empty where none is
    bool afterRoot = false; ///< the document's element was closed before
    std::string message;    ///< in libxml2's words
};

/// Reports the fault in our words, with its place: SID-I007, of a control character SID-I010, of a double
/// attribute SID-I009.
void reportXmlFault(const XmlFault& fault, std::string_view text, Diagnostics& diagnostics);

/// True where nothing before the document's element has to be refused: another encoding than UTF-8
/// (SID-I003), a DOCTYPE (SID-I008: entities are the only use it could have, and they can be bombs or name
/// other files).
[[nodiscard]] bool checkXmlProlog(std::string_view text, Diagnostics& diagnostics);

/// True where no element has more than 1,000 attributes (SID-I005): libxml2 compares each with each, so a
/// small file could keep it busy for hours.
[[nodiscard]] bool checkAttributeCounts(std::string_view text, Diagnostics& diagnostics);

} // namespace sidetal::input
