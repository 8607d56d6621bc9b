#include "fuzz/Targets.h"

#include "Input/HtmlFragment.h"
#include "Input/Input.h"
#include "Input/RichTextWriter.h"
#include "Support/Utf8.h"

#include <cstdlib>
#include <string>
#include <string_view>

namespace sidetal::fuzz {

namespace {

std::string_view bytesOf(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Reads a document; what could be read must be the same after writing it and reading that.
void readAndWrite(std::string_view bytes) {
    constexpr ReadLimits kLimits{.bytes = 1u << 20, .depth = 50, .nodes = 10'000};
    Diagnostics diagnostics;
    try {
        const std::string json = input::writeJson(input::readDocument(bytes, "fuzz", diagnostics, kLimits));
        Diagnostics silent;
        if (input::writeJson(input::readDocument(json, "again", silent)) != json || !silent.all().empty()) {
            std::abort();
        }
    } catch (const Error&) {
        if (!diagnostics.hasErrors()) {
            std::abort();
        }
    }
}

} // namespace

int fuzzJson(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = bytesOf(data, size);
    if (!bytes.starts_with('<')) {
        readAndWrite(bytes);
    }
    return 0;
}

int fuzzXml(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = bytesOf(data, size);
    if (bytes.starts_with('<')) {
        readAndWrite(bytes);
    }
    return 0;
}

int fuzzHtml(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = bytesOf(data, size);
    if (utf8::findInvalid(bytes)) {
        return 0; // no tree holds such a text
    }
    const input::Tree tree;
    Diagnostics diagnostics;
    const RichText text = input::readHtmlFragment(bytes, input::Node(tree, diagnostics));
    JsonWriter json;
    input::writeRichText(json, text);
    if (std::move(json).take().empty()) {
        std::abort();
    }
    return 0;
}

} // namespace sidetal::fuzz
