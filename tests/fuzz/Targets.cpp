#include "fuzz/Targets.h"

#include "Documents/AccessWords.h"
#include "Documents/Documents.h"
#include "Markup/Css.h"
#include "Markup/HiddenStyles.h"
#include "Markup/HtmlFragment.h"
#include "Markup/RichTextWriter.h"
#include "Support/Utf8.h"
#include "Tree/Encoding.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace sidetal::fuzz {

namespace {

std::string_view bytesOf(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// What is said of a document that was written by us: that a text looks like markup, as that kept as it stood
/// does, that a table has no headers, and that lines are a list where the document asks for that.
bool isExpected(const Diagnostic& diagnostic) {
    return diagnostic.code == "SID-I044" || diagnostic.code == "SID-I063" || diagnostic.code == "SID-I067";
}

/// Reads a document; what could be read must be the same after writing it and reading that. True where it
/// could be read.
bool readAndWrite(std::string_view bytes, Diagnostics& diagnostics) {
    constexpr ReadLimits kLimits{.bytes = 1u << 20, .depth = 50, .nodes = 10'000};
    try {
        const std::string json = input::writeJson(input::readDocument(bytes, "fuzz", diagnostics, kLimits));
        Diagnostics again;
        const std::string jsonAgain = input::writeJson(input::readDocument(json, "again", again));
        if (jsonAgain != json || !std::ranges::all_of(again.all(), isExpected)) {
            std::fprintf(stderr, "%s\nread again is\n%s\n", json.c_str(), jsonAgain.c_str());
            for (const Diagnostic& diagnostic : again.all()) {
                std::fprintf(stderr, "%s\n", format(diagnostic).c_str());
            }
            std::abort();
        }
        return true;
    } catch (const Error&) {
        if (!diagnostics.hasErrors()) {
            std::abort();
        }
        return false;
    }
}

} // namespace

int fuzzJson(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = bytesOf(data, size);
    Diagnostics diagnostics;
    if (!bytes.starts_with('<')) {
        (void)readAndWrite(bytes, diagnostics);
    }
    return 0;
}

int fuzzXml(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = bytesOf(data, size);
    Diagnostics diagnostics;
    if (bytes.starts_with('<')) {
        (void)readAndWrite(bytes, diagnostics);
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

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

/// A declaration that was read is read the same again; capital letters hide what small ones do.
void readStyle(std::string_view style) {
    input::forEachDeclaration(style, [](std::string_view name, std::string_view value) {
        if (value.ends_with("important")) {
            return; // it may have been marked so twice
        }
        std::size_t count = 0;
        input::forEachDeclaration(std::string(name) + ":" + std::string(value),
                                  [&](std::string_view nameAgain, std::string_view valueAgain) {
                                      require(nameAgain == name && valueAgain == value);
                                      ++count;
                                  });
        require(count == 1);
    });
    require(input::HiddenStyles().hiding(style).has_value() ==
            input::HiddenStyles().hiding(upper(style)).has_value());
}

/// Whether an agenda with this text is read.
bool isRead(std::string_view html, Diagnostics& diagnostics) {
    JsonWriter json;
    json.beginObject();
    json.key("document");
    json.string("agenda");
    json.key("items");
    json.beginArray();
    json.beginObject();
    json.key("title");
    json.string("x");
    json.key("body");
    json.beginObject();
    json.key("html");
    json.string(html);
    json.endObject();
    json.endObject();
    json.endArray();
    json.endObject();
    return readAndWrite(std::move(json).take(), diagnostics);
}

} // namespace

int fuzzRichText(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = bytesOf(data, size);
    if (utf8::findInvalid(bytes) || input::forbiddenCharacter(bytes)) {
        return 0; // no tree holds such a text
    }
    Diagnostics ofText;
    (void)isRead(bytes, ofText);
    (void)input::mayMeanAccess(bytes);
    (void)input::saysClosed(bytes);
    readStyle(bytes);
    if (bytes.find_first_of("\"&") == std::string_view::npos) { // the attribute is then the bytes themselves
        Diagnostics ofStyle;
        const bool read = isRead("<p style=\"" + std::string(bytes) + "\">secret</p>", ofStyle);
        const auto isClosed = [](const Diagnostic& diagnostic) { return diagnostic.code == "SID-I024"; };
        const bool refused = std::ranges::any_of(ofStyle.all(), isClosed);
        require(input::HiddenStyles().hiding(bytes) ? !read : !refused);
    }
    return 0;
}

} // namespace sidetal::fuzz
