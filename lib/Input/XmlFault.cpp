#include "Input/XmlFault.h"

#include "Input/Encoding.h"
#include "Input/Locator.h"
#include "Input/Node.h"
#include "Input/XmlPlaces.h"

#include <fmt/format.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <array>

namespace sidetal::input {

namespace {

/// A message for a code of libxml2 that says all by itself.
struct KnownFault {
    int code;
    std::string_view message;
};

constexpr std::array kKnownFaults = {
    KnownFault{XML_ERR_INVALID_HEX_CHARREF, "malformed character reference, expected one such as '&#xE6;'"},
    KnownFault{XML_ERR_INVALID_DEC_CHARREF, "malformed character reference, expected one such as '&#230;'"},
    KnownFault{XML_ERR_ENTITYREF_SEMICOL_MISSING,
               "'&' begins no entity; the character itself is written '&amp;'"},
    KnownFault{XML_ERR_LT_IN_ATTRIBUTE, "'<' in the value of an attribute is written '&lt;'"},
    KnownFault{XML_ERR_ATTRIBUTE_NOT_STARTED, "expected an attribute's value in quotes"},
    KnownFault{XML_ERR_ATTRIBUTE_NOT_FINISHED, "an attribute's value is not closed, expected its quote"},
    KnownFault{XML_ERR_SPACE_REQUIRED, "expected a space before the next attribute"},
    KnownFault{XML_ERR_GT_REQUIRED, "a tag is not closed, expected '>'"},
    KnownFault{XML_ERR_COMMENT_NOT_FINISHED, "comment is not closed, expected '-->'"},
    KnownFault{XML_ERR_HYPHEN_IN_COMMENT, "'--' in a comment"},
    KnownFault{XML_ERR_CDATA_NOT_FINISHED, "CDATA section is not closed, expected ']]>'"},
    KnownFault{XML_ERR_PI_NOT_FINISHED, "processing instruction is not closed, expected '?>'"},
    KnownFault{XML_ERR_MISPLACED_CDATA_END, "']]>' in a text is written ']]&gt;'"},
    KnownFault{XML_ERR_RESERVED_XML_NAME, "the XML declaration may only stand at the very start of the file"},
};

std::string ownWords(const XmlFault& fault, std::string_view text) {
    const auto known = std::find_if(kKnownFaults.begin(), kKnownFaults.end(),
                                    [&](const KnownFault& k) { return k.code == fault.code; });
    if (known != kKnownFaults.end()) {
        return std::string(known->message);
    }
    switch (fault.code) {
    case XML_ERR_UNDECLARED_ENTITY:
        return fmt::format("unknown entity {}, expected the character itself or its number such as '&#230;'",
                           inQuotes("&" + fault.first + ";"));
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
        return fmt::format("attribute {} has no value, expected one in quotes", inQuotes(fault.first));
    case XML_ERR_NAME_REQUIRED: {
        const bool ampersand = fault.offset > 0 && text[std::min(fault.offset, text.size()) - 1] == '&';
        return ampersand ? "'&' begins no entity; the character itself is written '&amp;'"
                         : "'<' begins no tag; the character itself is written '&lt;'";
    }
    case XML_ERR_DOCUMENT_END:
        return "unexpected content after the document's element, expected the end of the file";
    default:
        break;
    }
    std::string out = fault.message.substr(0, fault.message.find('\n'));
    if (!out.empty() && out[0] >= 'A' && out[0] <= 'Z') {
        out[0] = static_cast<char>(out[0] - 'A' + 'a');
    }
    return out;
}

/// True where the text stops before the document's element is closed: no fault of what is there.
bool isCutOff(const XmlFault& fault, std::string_view text) {
    const bool atEnd = text.find_first_not_of(" \t\r\n", fault.offset) == std::string_view::npos;
    return !fault.afterRoot &&
           (fault.code == XML_ERR_DOCUMENT_END || fault.code == XML_ERR_TAG_NOT_FINISHED || atEnd);
}

/// What the text stops in the middle of, by the end that it lacks; empty where that is no markup.
std::string_view unclosedMarkup(std::string_view text) {
    struct Markup {
        std::string_view begin;
        std::string_view end;
    };
    constexpr std::array kMarkup = {Markup{"<!--", "-->"}, Markup{"<![CDATA[", "]]>"}, Markup{"<?", "?>"},
                                    Markup{"<", ">"}};
    for (const auto& [begin, end] : kMarkup) {
        const std::size_t last = text.rfind(begin);
        if (last != std::string_view::npos && text.find(end, last) == std::string_view::npos) {
            return end;
        }
    }
    return {};
}

void reportCutOff(const XmlFault& fault, std::string_view text, Diagnostics& diagnostics) {
    const std::string_view unclosed = unclosedMarkup(text);
    const std::string expected = !unclosed.empty()    ? inQuotes(unclosed)
                                 : fault.open.empty() ? "an element"
                                                      : inQuotes("</" + fault.open + ">");
    diagnostics.error("SID-I007", fmt::format("the file ends here, expected {}", expected),
                      Locator(text).at(text.size()));
}

void reportDoubleAttribute(const XmlFault& fault, std::string_view text, Diagnostics& diagnostics) {
    XmlPlaces places(text);
    places.moveTo(std::min(text.rfind('<', fault.offset), text.size()));
    (void)places.startTag();
    const auto isIt = [&](const XmlAttributePlace& place) { return place.name == fault.first; };
    const auto& all = places.attributes();
    const auto first = std::find_if(all.begin(), all.end(), isIt);
    const auto second = first == all.end() ? all.end() : std::find_if(first + 1, all.end(), isIt);
    if (second == all.end()) {
        diagnostics.error("SID-I009", fmt::format("key {} stands there already", inQuotes(fault.first)),
                          Locator(text).at(std::min(fault.offset, text.size())));
        return;
    }
    const SourcePos at = Locator(text).at(first->key);
    diagnostics.error(
        "SID-I009",
        fmt::format("key {} stands there already, at {}:{}", inQuotes(fault.first), at.line, at.column),
        Locator(text).at(second->key));
}

/// The value of `encoding` in the XML declaration; empty where there is none.
std::string_view declaredEncoding(std::string_view text) {
    if (!text.starts_with("<?xml ")) {
        return {};
    }
    const std::string_view declaration = text.substr(0, text.find("?>"));
    const std::size_t key = declaration.find("encoding");
    const std::size_t quote = declaration.find_first_of("\"'", std::min(key, declaration.size()));
    if (quote == std::string_view::npos) {
        return {};
    }
    const std::size_t end = declaration.find(declaration[quote], quote + 1);
    return declaration.substr(quote + 1, end == std::string_view::npos ? end : end - quote - 1);
}

bool isUtf8Name(std::string_view name) {
    const auto same = [&](std::string_view other) {
        return std::equal(name.begin(), name.end(), other.begin(), other.end(),
                          [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
    };
    return name.empty() || same("utf-8") || same("utf8") || same("us-ascii");
}

} // namespace

void reportXmlFault(const XmlFault& fault, std::string_view text, Diagnostics& diagnostics) {
    const std::size_t offset = std::min(fault.offset, text.size());
    switch (fault.code) {
    case XML_ERR_TAG_NAME_MISMATCH: {
        const std::size_t tag = offset == 0 ? 0 : text.rfind("</", offset - 1);
        diagnostics.error("SID-I007",
                          fmt::format("found {}, expected {}, which was opened in line {}",
                                      inQuotes("</" + fault.second + ">"), inQuotes("</" + fault.first + ">"),
                                      fault.number),
                          Locator(text).at(tag == std::string_view::npos ? offset : tag));
        return;
    }
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_CHARREF:
        reportForbidden(static_cast<char32_t>(fault.number), Locator(text).at(offset), diagnostics);
        return;
    case XML_ERR_ATTRIBUTE_REDEFINED:
        reportDoubleAttribute(fault, text, diagnostics);
        return;
    default:
        break;
    }
    if (isCutOff(fault, text)) {
        reportCutOff(fault, text, diagnostics);
    } else {
        diagnostics.error("SID-I007", ownWords(fault, text), Locator(text).at(offset));
    }
}

bool checkAttributeCounts(std::string_view text, Diagnostics& diagnostics) {
    constexpr std::size_t kMost = 1'000;
    XmlPlaces places(text);
    for (std::size_t start = places.startTag(); start < text.size(); start = places.startTag()) {
        if (places.attributes().size() > kMost) {
            diagnostics.error("SID-I005",
                              fmt::format("more attributes than the limit of {} an element", kMost),
                              Locator(text).at(start));
            return false;
        }
    }
    return true;
}

bool checkXmlProlog(std::string_view text, Diagnostics& diagnostics) {
    const std::string_view encoding = declaredEncoding(text);
    if (!isUtf8Name(encoding)) {
        diagnostics.error("SID-I003",
                          fmt::format("encoding {} is declared, expected 'UTF-8'", inQuotes(encoding)),
                          Locator(text).at(static_cast<std::size_t>(encoding.data() - text.data())));
        return false;
    }
    const std::size_t content = XmlPlaces(text).textStart();
    if (text.substr(content).starts_with("<!DOCTYPE")) {
        diagnostics.error("SID-I008",
                          "DOCTYPE is not allowed: a document declares no entities and names no other files",
                          Locator(text).at(content));
        return false;
    }
    return true;
}

} // namespace sidetal::input
