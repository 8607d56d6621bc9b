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
    std::string name;       ///< str1: of a double attribute its name
    std::string message;    ///< in libxml2's words
};

/// Reports what is wrong with `text` where libxml2 found it not well formed: in our words and at the place
/// where the fault begins, which libxml2 does not tell. SID-I007; of a control character SID-I010, of a
/// double attribute SID-I009, of a DOCTYPE SID-I008.
void reportXmlFault(const XmlFault& fault, std::string_view text, Diagnostics& diagnostics);

} // namespace sidetal::input
