#include "Tree/XmlChecks.h"

#include "Support/Ascii.h"
#include "Support/Utf8.h"
#include "Tree/Locator.h"
#include "Tree/XmlDeclaration.h"
#include "Tree/XmlFault.h"
#include "Tree/XmlPlaces.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace sidetal::input {

bool isDoctype(std::string_view text, std::size_t at) {
    return ascii::lowered(text.substr(std::min(at, text.size()), 9)) == "<!doctype";
}

void reportDoctype(std::string_view text, std::size_t at, Diagnostics& diagnostics) {
    diagnostics.error("SID-I008", std::string(kDoctypeMessage), Locator(text).at(at));
}

bool checkAttributeCounts(std::string_view text, Diagnostics& diagnostics) {
    XmlPlaces places(text);
    for (std::size_t start = places.startTag(); start < text.size(); start = places.startTag()) {
        if (places.hasTooManyAttributes()) {
            diagnostics.error(
                "SID-I005",
                fmt::format("more attributes than the limit of {} an element", XmlPlaces::kMostAttributes),
                Locator(text).at(start));
            return false;
        }
    }
    return true;
}

bool checkXmlEncoding(std::string_view text, Diagnostics& diagnostics) {
    const std::string_view encoding = readXmlDeclaration(text).encoding;
    if (encoding.empty() || isUtf8Name(encoding)) {
        return true;
    }
    diagnostics.error("SID-I003",
                      fmt::format("the file says {}; only UTF-8 is read", utf8::shortened(encoding, 40)),
                      Locator(text).at(static_cast<std::size_t>(encoding.data() - text.data())));
    return false;
}

bool checkXmlProlog(std::string_view text, Diagnostics& diagnostics) {
    const XmlDeclaration declaration = readXmlDeclaration(text);
    const std::string_view rest = text.substr(declaration.end);
    if (declaration.fault || rest.empty() || (declaration.end != 0 && beginsXmlDeclaration(rest))) {
        reportXmlFault(XmlFault(), text, diagnostics);
        return false;
    }
    const std::size_t content = XmlPlaces(text).textStart();
    if (isDoctype(text, content)) {
        reportDoctype(text, content, diagnostics);
        return false;
    }
    return true;
}

} // namespace sidetal::input
