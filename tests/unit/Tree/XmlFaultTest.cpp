/// What is said of XML that is not well formed: our words, and the place where the fault begins.

#include "support/RandomTimes.h"
#include "unit/Tree/TreeTesting.h"

#include "Support/Utf8.h"
#include "Tree/OldSpace.h"
#include "Tree/XmlGrammar.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace sidetal::input::testing {
namespace {

struct Case {
    std::string xml;
    std::string said; ///< "1:7: error: …", without the code
};

void expectSaid(const std::vector<Case>& cases, const std::string& code = "SID-I007") {
    for (const Case& wrong : cases) {
        const Loaded loaded(wrong.xml);
        EXPECT_FALSE(loaded.good) << wrong.xml;
        EXPECT_EQ(lines(loaded.diagnostics), std::vector{wrong.said + " [" + code + "]"}) << wrong.xml;
    }
}

TEST(XmlFault, OfTags) {
    expectSaid({
        {"<x><y></z></q>", "1:7: error: found '</z>', expected '</y>', which was opened in line 1"},
        {"<x>\n<y>\n</x>", "3:1: error: found '</x>', expected '</y>', which was opened in line 2"},
        {"<x></></x>", "1:4: error: found '</>', expected '</x>', which was opened in line 1"},
        {"<!-- --></x>", "1:9: error: found '</x>', expected the document's element"},
        {"<x></x y>", "1:8: error: an end tag is not closed, expected '>'"},
        {"<x/ >", "1:3: error: unexpected '/' in a tag, expected an attribute, '>' or '/>'"},
        {"<x>1 < 2</x>", "1:6: error: '<' begins no tag; the character itself is written '&lt;'"},
        {"<x><1/></x>", "1:4: error: '<' begins no tag; the character itself is written '&lt;'"},
        {"<x/>y",
         "1:5: error: unexpected content after the document's element, expected the end of the file"},
        {"<x/><y/>",
         "1:5: error: unexpected content after the document's element, expected the end of the file"},
        {"<?a?>y<x/>", "1:6: error: unexpected text before the document's element, expected '<'"},
    });
}

TEST(XmlFault, OfAttributes) {
    expectSaid({
        {"<x a=1/>", "1:6: error: expected an attribute's value in quotes"},
        {"<x a/>", "1:4: error: attribute 'a' has no value, expected one in quotes"},
        {"<x a='1'b='2'/>", "1:9: error: expected a space before the next attribute"},
        {"<x =1/>", "1:4: error: unexpected '=' in a tag, expected an attribute, '>' or '/>'"},
        {"<x a='b<c'/>", "1:8: error: '<' in the value of an attribute is written '&lt;'"},
        {"<x a='b > c < d'/>", "1:13: error: '<' in the value of an attribute is written '&lt;'"},
        {"<x a='1", "1:6: error: the value of 'a' is not closed, expected its quote"},
        {"<x a='1/>", "1:6: error: the value of 'a' is not closed, expected its quote"},
        {"<x a=\"1>\n<y b=\"2\"/></x>", "1:6: error: the value of 'a' is not closed, expected its quote"},
        {"<x a=\"1>\n</x>", "1:6: error: the value of 'a' is not closed, expected its quote"},
        {"<x a='æ &b'/>", "1:9: error: '&' begins no entity; the character itself is written '&amp;'"},
    });
}

TEST(XmlFault, OfReferences) {
    const std::string unknown = ", expected the character itself or its number such as '&#230;'";
    expectSaid({
        {"<x>\r\n\r\n æ & b</x>",
         "3:4: error: '&' begins no entity; the character itself is written '&amp;'"},
        {"<x>&amp</x>", "1:4: error: '&' begins no entity; the character itself is written '&amp;'"},
        {"<x>&aelig;</x>", "1:4: error: unknown entity '&aelig;'" + unknown},
        {"<x a='&aelig;'/>", "1:7: error: unknown entity '&aelig;'" + unknown},
        {"<x>&#xZ;</x>", "1:4: error: malformed character reference, expected one such as '&#xE6;'"},
        {"<x>&#1a;</x>", "1:4: error: malformed character reference, expected one such as '&#230;'"},
        {"<x>&#;</x>", "1:4: error: malformed character reference, expected one such as '&#230;'"},
        {"<x>&#xD800;</x>", "1:4: error: '&#xD800;' is half of a surrogate pair"},
        {"<x>&#57343;</x>", "1:4: error: '&#57343;' is half of a surrogate pair"},
        {"<x>&#x110000;</x>", "1:4: error: '&#x110000;' is past the last character, '&#x10FFFF;'"},
        {"<x>&#99999999999;</x>", "1:4: error: '&#99999999999;' is past the last character, '&#x10FFFF;'"},
    });
}

TEST(XmlFault, OfControlCharactersNamesTheOneThatStandsThere) {
    expectSaid(
        {
            {"<x>æ&#x1F;</x>", "1:5: error: control character U+001F cannot be printed"},
            {"<x>&#0;</x>", "1:4: error: control character U+0000 cannot be printed"},
            {"<x>abc\x01</x>", "1:7: error: control character U+0001 cannot be printed"},
            {"<x a='abc\x02'/>", "1:10: error: control character U+0002 cannot be printed"},
            {"<x\x03/>", "1:3: error: control character U+0003 cannot be printed"},
            {"<x \x04/>", "1:4: error: control character U+0004 cannot be printed"},
            {"<x><!-- \x05 --></x>", "1:9: error: control character U+0005 cannot be printed"},
            {"<x><![CDATA[\uFFFF]]></x>", "1:13: error: control character U+FFFF cannot be printed"},
        },
        "SID-I010");
}

TEST(XmlFault, OfOtherMarkup) {
    const std::string noMarkup =
        "'<!' begins neither a comment nor a CDATA section; the character '<' itself is written '&lt;'";
    const std::string declaration =
        "malformed XML declaration, expected one such as '<?xml version=\"1.0\" encoding=\"UTF-8\"?>'";
    expectSaid({
        {"<x><!-- a -- b --></x>", "1:11: error: '--' in a comment"},
        {"<x>]]></x>", "1:4: error: ']]>' in a text is written ']]&gt;'"},
        {"<x><!y></x>", "1:4: error: " + noMarkup},
        {"<x>\n <? y?></x>", "2:2: error: '<?' begins no processing instruction, expected its name"},
        {"<?><x/>", "1:1: error: '<?' begins no processing instruction, expected its name"},
        {"<x><?xml version='1.0'?></x>",
         "1:4: error: the XML declaration may only stand at the very start of the file"},
        {"<?xml version='2'?><x/>", "1:15: error: " + declaration},
        {"<?xml version='1.0'><x/>", "1:20: error: " + declaration},
        {"<?xml?><x/>", "1:6: error: " + declaration},
        {"<?xml version='1.'?><x/>", "1:15: error: " + declaration},
        {"<?xml version=\"1.0'?><x/>", "1:15: error: " + declaration},
        {"<?xml versio='1.0'?><x/>", "1:7: error: " + declaration},
        {"<?xml version '1.0'?><x/>", "1:15: error: " + declaration},
        {"<?xml encoding='UTF-8'?><x/>", "1:7: error: " + declaration},
        {"<?xml encoding='UTF-8' version='1.0'?><x/>", "1:7: error: " + declaration},
        {"<?xml version='1.0'encoding='UTF-8'?><x/>", "1:20: error: " + declaration},
        {"<?xml version='1.0' encoding=UTF-8?><x/>", "1:30: error: " + declaration},
        {"<?xml version='1.0' encoding=''?><x/>", "1:30: error: " + declaration},
        {"<?xml version='1.0' encoding='8'?><x/>", "1:30: error: " + declaration},
        {"<?xml version='1.0' encoding='UTF-8' encoding='UTF-7'?><x/>", "1:38: error: " + declaration},
        {"<?xml version='1.0' standalone='yes' encoding='UTF-8'?><x/>", "1:38: error: " + declaration},
        {"<?xml version='1.0' standalone='maybe'?><x/>", "1:32: error: " + declaration},
        {"<?xml\n version='1.0'\n encodin='UTF-8'?><x/>", "3:2: error: " + declaration},
        {"<?XML version='1.0'?><x/>", "1:1: error: " + declaration},
        {"<?xml version='1.0'?><?xml version='1.0' encoding='UTF-7'?><x/>",
         "1:22: error: the XML declaration may only stand at the very start of the file"},
        {"<![CDATA[x]]><x/>", "1:1: error: unexpected CDATA section, expected the document's element"},
    });
}

TEST(XmlFault, OfWhatIsCutOff) {
    expectSaid({
        {"<x>\n <y>", "2:5: error: the file ends here, expected '</y>'"},
        {"<x>a", "1:5: error: the file ends here, expected '</x>'"},
        {"<x></", "1:6: error: the file ends here, expected '</x>'"},
        {"<x></x ", "1:8: error: the file ends here, expected '>'"},
        {"<x a", "1:5: error: the file ends here, expected '>'"},
        {"<", "1:2: error: the file ends here, expected '>'"},
        {"<x><!-- y</x>", "1:14: error: the file ends here, expected '-->'"},
        {"<x><![CDATA[y</x>", "1:18: error: the file ends here, expected ']]>'"},
        {"<x><?y </x>", "1:12: error: the file ends here, expected '?>'"},
        {"<!-- x -->\n", "2:1: error: the file ends here, expected an element"},
        {"<?xml version='1.0'?>", "1:22: error: the file ends here, expected an element"},
        {"<?xml version='1.0'", "1:20: error: the file ends here, expected '?>'"},
        {"<?xml", "1:6: error: the file ends here, expected '?>'"},
    });
}

/// A text with some of its bytes left out, and pieces of markup put into it.
std::string mutated(std::string text, std::mt19937& random) {
    constexpr std::array<std::string_view, 30> kPieces = {
        "<",    ">",   "&",     "\"",  "'",     "/",           "=",
        "<!--", "-->", "--",    "]]>", "<![CD", "<?",          "?>",
        "&#",   ";",   "&amp;", "</",  "/>",    "xmlns:a='b'", "\x01", "\f",   "&#xB;",
        "æ",    "×",   " ",     "\n",  "a",     "-",           "<?xml version='1.0'?>"};
    for (auto changes = random() % 4; changes > 0 && text.size() > 1; --changes) {
        const std::size_t at = 1 + random() % (text.size() - 1);
        if (random() % 3 == 0) {
            text.erase(at, 1 + random() % 8);
        } else if (utf8::findInvalid(std::string_view(text).substr(at)) != 0u) {
            text.insert(at, kPieces[random() % kPieces.size()]);
        }
    }
    return text;
}

TEST(XmlFault, IsFoundWhereAndOnlyWhereTheParserFindsOne) {
    const std::string whole =
        "<?xml version='1.0' encoding='utf-8'?><!-- c --><a:b x='1' y=\"&lt;\">\n<c/>t&amp;&#65;"
        "<![CDATA[<x>]]><?pi z?><d e='f'>g</d></a:b>\n";
    std::mt19937 random(7);
    std::size_t good = 0;
    for (std::uint64_t i = 0; i < 30'000 * test::randomTimes(); ++i) {
        const std::string xml = mutated(whole, random);
        const Loaded loaded(xml);
        if (loaded.good) {
            ++good;
            std::string changed;
            const auto error = findXmlError(OldSpaces().replaceInXml(xml, changed));
            ASSERT_FALSE(error) << error->message << "\n" << xml;
        } else {
            ASSERT_EQ(loaded.diagnostics.all().size(), 1u) << xml;
            ASSERT_FALSE(loaded.diagnostics.all()[0].message.starts_with("not well formed")) << xml;
        }
    }
    EXPECT_GT(good, 5'000u);
}

} // namespace
} // namespace sidetal::input::testing
