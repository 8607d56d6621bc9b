#include "Tree/XmlFault.h"

#include "Tree/Locator.h"
#include "Tree/Node.h"
#include "Tree/XmlGrammar.h"
#include "Tree/XmlPlaces.h"

#include <fmt/format.h>
#include <libxml/xmlerror.h>

#include <algorithm>

namespace sidetal::input {

namespace {

void reportDoubleAttribute(const XmlFault& fault, std::string_view text, Diagnostics& diagnostics) {
    XmlPlaces places(text);
    places.moveTo(std::min(text.rfind('<', fault.offset), text.size()));
    (void)places.startTag();
    const auto isIt = [&](const XmlAttributePlace& place) { return place.name == fault.name; };
    const auto& all = places.attributes();
    const auto first = std::find_if(all.begin(), all.end(), isIt);
    const auto second = first == all.end() ? all.end() : std::find_if(first + 1, all.end(), isIt);
    if (second == all.end()) {
        diagnostics.error("SID-I009", fmt::format("key {} stands there already", inQuotes(fault.name)),
                          Locator(text).at(std::min(fault.offset, text.size())));
        return;
    }
    const SourcePos at = Locator(text).at(first->key);
    diagnostics.error(
        "SID-I009",
        fmt::format("key {} stands there already, at {}:{}", inQuotes(fault.name), at.line, at.column),
        Locator(text).at(second->key));
}

/// In libxml2's words; findXmlError() should have found better ones.
std::string parsersWords(const XmlFault& fault) {
    std::string words = fault.message.substr(0, fault.message.find('\n'));
    if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z') {
        words[0] = static_cast<char>(words[0] - 'A' + 'a');
    }
    return "not well formed: " + words;
}

} // namespace

void reportXmlFault(const XmlFault& fault, std::string_view text, Diagnostics& diagnostics) {
    if (fault.code == XML_ERR_ATTRIBUTE_REDEFINED) {
        reportDoubleAttribute(fault, text, diagnostics);
    } else if (auto error = findXmlError(text)) {
        diagnostics.error(error->code, std::move(error->message), Locator(text).at(error->offset));
    } else {
        diagnostics.error("SID-I007", parsersWords(fault),
                          Locator(text).at(std::min(fault.offset, text.size())));
    }
}

} // namespace sidetal::input
