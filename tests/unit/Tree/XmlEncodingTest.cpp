/// What a file may say of its encoding, or be in: UTF-8 is read, all else is refused, and libxml2 never
/// decides.

#include "unit/Tree/TreeTesting.h"

#include "Support/Ascii.h"
#include "Tree/XmlDeclaration.h"
#include "Xml/XmlLibrary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libxml/encoding.h>

#include <array>

namespace sidetal::input::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> messages(std::string_view xml) {
    return lines(Loaded(xml).diagnostics);
}

/// All that the declaration may look like with `encoding` in it.
std::vector<std::string> spellings(const std::string& encoding) {
    std::vector<std::string> out;
    for (const char* space : {" ", "\t", "\r", "\n", "\r\n", " \t\n\r "}) {
        for (const std::string quote : {"'", "\""}) {
            for (const std::string& equals : {std::string("="), space + std::string("=") + space}) {
                const auto value = [&](const std::string& name, const std::string& text) {
                    return space + name + equals + quote + text + quote;
                };
                const std::string start = "<?xml" + value("version", "1.0") + value("encoding", encoding);
                out.push_back(start + "?>");
                out.push_back(start + space + "?>");
                out.push_back(start + value("standalone", "yes") + "?>");
            }
        }
    }
    return out;
}

/// Names from libxml2's own table, IANA's registry and iconv, and what they are mistyped as.
constexpr std::array kOther = {
    "ISO-8859-1",
    "iso8859-1",
    "ISO_8859-1",
    "latin1",
    "L1",
    "ISO-8859-15",
    "Windows-1252",
    "CP1252",
    "windows-1250",
    "UTF-7",
    "UTF-16",
    "UTF16",
    "UTF-16LE",
    "UTF-16BE",
    "UTF-32",
    "UCS-2",
    "UCS-4",
    "ISO-10646-UCS-2",
    "ISO-10646-UCS-4",
    "ASCII",
    "ANSI_X3.4-1968",
    "HTML",
    "EBCDIC",
    "IBM037",
    "IBM277",
    "EBCDIC-CP-DK",
    "EUC-JP",
    "ISO-2022-JP",
    "Shift_JIS",
    "GB18030",
    "Big5",
    "KOI8-R",
    "macintosh",
    "CP850",
    "CP865",
    "UTF-8-MAC",
    "UTF-EBCDIC",
    "CESU-8",
    "SCSU",
    "BOCU-1",
    "x-user-defined",
    "x",
    "UTF-8x",
    "utf8x",
    "UTF_8",
    "JAVA",
    "C99",
    "char",
    "wchar_t",
    "base64",
};

TEST(XmlEncoding, OtherThanUtf8IsRefusedHoweverItIsSpelled) {
    for (const std::string name : kOther) {
        for (const std::string& written : {name, ascii::lowered(name)}) {
            for (const std::string& declaration : spellings(written)) {
                const std::string xml = declaration + "<a>x</a>";
                const Loaded loaded(xml);
                ASSERT_FALSE(loaded.good) << xml;
                ASSERT_EQ(loaded.diagnostics.all().size(), 1u) << xml;
                const Diagnostic& said = loaded.diagnostics.all()[0];
                ASSERT_EQ(said.code, "SID-I003") << xml;
                ASSERT_EQ(said.message, "the file says " + written + "; only UTF-8 is read");
            }
        }
    }
}

TEST(XmlEncoding, Utf8AndItsSubsetAreReadHoweverTheyAreSpelled) {
    for (const char* name : {"UTF-8", "utf-8", "Utf-8", "UTF8", "utf8", "US-ASCII", "us-ascii"}) {
        for (const std::string& declaration : spellings(name)) {
            const Loaded loaded(declaration + "<a>æ×+AOY-</a>");
            ASSERT_TRUE(loaded.good) << declaration;
            ASSERT_EQ(loaded.tree.front().second.data().text, "æ×+AOY-") << declaration;
        }
    }
}

TEST(XmlEncoding, IsNamedAtItsPlaceAndBeforeItsBytes) {
    EXPECT_THAT(messages("<?xml version='1.0'\n encoding='windows-1252'?><a>\xE6</a>"),
                ElementsAre("2:12: error: the file says windows-1252; only UTF-8 is read [SID-I003]"));
    EXPECT_THAT(messages("<?xml\tversion='1.0' encoding='ISO-8859-1' x?><a>\xE6</a>"),
                ElementsAre("1:31: error: the file says ISO-8859-1; only UTF-8 is read [SID-I003]"));
    EXPECT_THAT(messages("<?xml version='1.0' encoding='utf-8'?><a>\xE6</a>"),
                ElementsAre("1:42: error: byte 0xE6 is not UTF-8 [SID-I003]"));
    EXPECT_THAT(messages("<a>\xE6</a>"), ElementsAre("1:4: error: byte 0xE6 is not UTF-8 [SID-I003]"));
    EXPECT_THAT(messages("<?xml-stylesheet encoding='UTF-7'?><a/>"), IsEmpty());
}

/// `text` of ASCII in units of `width` bytes.
std::string wide(std::string_view text, std::size_t width, bool bigEndian) {
    std::string out;
    for (const char c : text) {
        std::string unit(width, '\0');
        unit[bigEndian ? width - 1 : 0] = c;
        out += unit;
    }
    return out;
}

TEST(XmlEncoding, Utf16AndUtf32AreNamedWithAndWithoutAMark) {
    using namespace std::string_literals;
    for (const char* text : {"<a/>", "{}", "<?xml version='1.0' encoding='UTF-16'?><a/>", "[1, 2]"}) {
        for (const bool big : {false, true}) {
            const std::vector<std::string> said16 = {
                "1:1: error: the file looks like UTF-16; only UTF-8 is read [SID-I003]"};
            const std::vector<std::string> said32 = {
                "1:1: error: the file looks like UTF-32; only UTF-8 is read [SID-I003]"};
            EXPECT_EQ(messages(wide(text, 2, big)), said16) << text;
            EXPECT_EQ(messages((big ? "\xFE\xFF"s : "\xFF\xFE"s) + wide(text, 2, big)), said16) << text;
            EXPECT_EQ(messages(wide(text, 4, big)), said32) << text;
            EXPECT_EQ(messages((big ? "\0\0\xFE\xFF"s : "\xFF\xFE\0\0"s) + wide(text, 4, big)), said32)
                << text;
        }
    }
}

TEST(XmlEncoding, SeveralByteOrderMarksAreOne) {
    const std::string marks = "\xEF\xBB\xBF\xEF\xBB\xBF";
    for (const char* text : {"<?xml version='1.0'?><a b='x' b='y'/>", "{\"a\": 1, \"a\": 2}"}) {
        EXPECT_EQ(messages(marks + text), messages(text));
        EXPECT_EQ(messages(text).size(), 1u);
    }
}

/// The parser as it is set up, without what refuses such texts before it: it never asks a text for its
/// encoding.
TEST(XmlEncoding, ParserNeverAsksTheText) {
    struct Heard {
        std::string text;
        int errors = 0;
    };
    xmlSAXHandler handlers{};
    handlers.initialized = XML_SAX2_MAGIC;
    handlers.startElementNs = [](void*, const xmlChar*, const xmlChar*, const xmlChar*, int, const xmlChar**,
                                 int, int, const xmlChar**) {};
    handlers.characters = [](void* heard, const xmlChar* text, int length) {
        static_cast<Heard*>(heard)->text.append(reinterpret_cast<const char*>(text),
                                                static_cast<std::size_t>(length));
    };
    handlers.serror = [](void* heard, xmlErrorPtr) { ++static_cast<Heard*>(heard)->errors; };
    for (const std::string name : kOther) {
        for (const std::string& declaration : spellings(name)) {
            const std::string xml = declaration + "<a>æ+ADw-b/+AD4-</a>";
            Heard heard;
            const XmlParser parser = makeXmlParser(xml, handlers, &heard);
            ASSERT_EQ(xmlParseDocument(parser.get()), 0) << xml;
            ASSERT_EQ(heard.text, "æ+ADw-b/+AD4-") << xml;
            ASSERT_EQ(heard.errors, 0) << xml;
        }
    }
}

TEST(XmlEncoding, WhatHeardLibxml2BeforeHearsItAfter) {
    const auto handler = [](void*, xmlErrorPtr) {};
    int user = 0;
    xmlSetStructuredErrorFunc(&user, handler);
    const auto generic = xmlGenericError;
    (void)messages("<a>&x;</a>");
    EXPECT_EQ(xmlStructuredErrorContext, &user);
    EXPECT_EQ(xmlStructuredError, static_cast<xmlStructuredErrorFunc>(handler));
    EXPECT_EQ(xmlGenericError, generic);
    xmlSetStructuredErrorFunc(nullptr, nullptr);
}

} // namespace
} // namespace sidetal::input::testing
