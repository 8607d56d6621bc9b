#include "Input/XmlChecks.h"

#include "Input/Locator.h"
#include "Input/Node.h"
#include "Input/Values.h"
#include "Input/XmlPlaces.h"

#include "Support/Ascii.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace sidetal::input {

namespace {

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
    const std::string small = ascii::lowered(name);
    return small.empty() || small == "utf-8" || small == "utf8" || small == "us-ascii";
}

} // namespace

bool isDoctype(std::string_view text, std::size_t at) {
    return ascii::lowered(text.substr(std::min(at, text.size()), 9)) == "<!doctype";
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
    if (isDoctype(text, content)) {
        diagnostics.error("SID-I008", std::string(kDoctypeMessage), Locator(text).at(content));
        return false;
    }
    return true;
}

} // namespace sidetal::input
