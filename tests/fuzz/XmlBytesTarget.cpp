#include "fuzz/Targets.h"

#include "Documents/Documents.h"
#include "Support/Utf8.h"
#include "Tree/OldSpace.h"
#include "Tree/Tree.h"
#include "Tree/XmlDeclaration.h"
#include "Tree/XmlGrammar.h"

#include <libxml/xmlerror.h>

#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

namespace sidetal::fuzz {

namespace {

/// What a byte picks: nothing, so that the bytes may have a declaration of their own; declarations that say
/// UTF-8; and those that libxml2 would obey.
constexpr std::array<std::string_view, 24> kDeclarations = {
    "",
    "\xEF\xBB\xBF",
    "\xEF\xBB\xBF\xEF\xBB\xBF<?xml version='1.0'?>",
    "<?xml version='1.0'?>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<?xml\tversion='1.0'\nencoding = 'us-ascii' ?>",
    "<?xml version='1.0' encoding='ISO-8859-1'?>",
    "<?xml\nversion=\"1.0\" encoding=\"ISO-8859-1\"?>",
    "<?xml\tversion='1.0' encoding='UTF-7'?>",
    "<?xml\rversion='1.0'\rencoding='UTF-7'?>",
    "<?xml\r\nversion='1.0' encoding=\t\"UTF-7\" standalone='no'?>",
    "<?xml version='1.0' encoding='HTML'?>",
    "<?xml version='1.0' encoding='UTF-16'?>",
    "<?xml version='1.0' encoding='UTF-16LE'?>",
    "<?xml version='1.0' encoding='UCS-4'?>",
    "<?xml version='1.0' encoding='IBM037'?>",
    "<?xml version='1.0' encoding='SHIFT_JIS'?>",
    "<?xml version='1.0' encoding='UTF-8' encoding='UTF-7'?>",
    "<?xml version='1.0'?><?xml version='1.0' encoding='UTF-7'?>",
    "<?xml version='1.1' encoding='x'?>",
    "<?xml encoding='UTF-7'?>",
    "<?xml version='1.0' encoding='",
    "<?xml version='1.0' ",
    "<?xml ",
};

bool isUtf8(const input::Tree& tree) {
    for (const auto& [key, child] : tree) {
        if (utf8::findInvalid(key) || utf8::findInvalid(child.data().text) || !isUtf8(child)) {
            return false;
        }
    }
    return true;
}

void abortInsteadOfPrinting(void* /*user*/, const char* /*format*/, ...) {
    std::abort();
}

void expect(bool holds) {
    if (!holds) {
        std::abort();
    }
}

} // namespace

int fuzzXmlBytes(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::string bytes = std::string(kDeclarations[data[0] % kDeclarations.size()]) +
                              std::string(reinterpret_cast<const char*>(data) + 1, size - 1);
    // What libxml2 would print is what comes to these.
    xmlSetStructuredErrorFunc(nullptr, [](void*, xmlErrorPtr) { std::abort(); });
    xmlSetGenericErrorFunc(nullptr, abortInsteadOfPrinting);

    constexpr ReadLimits kLimits{.bytes = 1u << 20, .depth = 50, .nodes = 10'000};
    Diagnostics diagnostics;
    input::Tree tree;
    std::string rootName;
    const bool good = input::readXml(bytes, kLimits, diagnostics, tree, rootName);
    expect(good == !diagnostics.hasErrors());
    if (good) {
        std::string_view text = std::string_view(bytes).substr(bytes.find('<'));
        const std::string_view encoding = input::readXmlDeclaration(text).encoding;
        expect(encoding.empty() || input::isUtf8Name(encoding));
        expect(!utf8::findInvalid(bytes) && isUtf8(tree));
        std::string changed;
        text = input::OldSpaces().replaceInXml(text, changed);
        expect(!input::findXmlError(text)); // DOCTYPE and entities are errors there
    } else {
        expect(diagnostics.all().size() == 1);
    }
    return 0;
}

} // namespace sidetal::fuzz
