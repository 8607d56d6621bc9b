#include "canary/CanaryWords.h"
#include "support/PdfTexts.h"

#include <gmock/gmock.h>
#include <zlib.h>

#include <fmt/format.h>

namespace sidetal::canary {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kWord = "Z0007qxz";

std::string packed(const std::string& text) {
    std::string out(text.size() + 64, '\0');
    uLongf size = out.size();
    compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(text.data()),
             text.size());
    out.resize(size);
    return out;
}

std::vector<std::size_t> found(const std::string& file) {
    WordFinder finder;
    test::eachPdfText(file, [&](std::string_view text) { finder.look(text); });
    return finder.found();
}

/// Each byte of a text, written by a format.
std::string each(std::string_view text, const char* format) {
    std::string out;
    for (const char c : text) {
        out += fmt::format(fmt::runtime(format), static_cast<unsigned char>(c));
    }
    return out;
}

std::string wide(std::string_view text) {
    std::string out = "\xFE\xFF";
    for (const char c : text) {
        out += '\0';
        out += c;
    }
    return out;
}

/// However a file holds a word, it is found.
TEST(WordFinder, FindsAWordInAllForms) {
    const std::string word(kWord);
    const std::vector<std::string> forms = {
        word,
        "% " + word,
        "(" + word + ")",
        "(a\\(b (c) " + word + ")",
        "(" + each(word, "\\{:03o}") + ")",
        "(Z00\\\n07qxz)",
        "(\xEF\xBB\xBF" + word + ")",
        "(" + wide(word) + ")",
        "(" + each(wide(word), "\\{:03o}") + ")",
        "<" + each(word, "{:02x}") + ">",
        "<" + each(word, "{:02X} ") + ">",
        "<" + each(wide(word), "{:02X}") + ">",
        "<<" + each(word, "{:02x}") + ">", // what is broken is read too
        "/" + word,
        "/" + each(word, "#{:02X}"),
        "<</Alt(" + word + ")/T<" + each(word, "{:02x}") + ">>>",
        "[(Z00)-20(07)15.5(qxz)]TJ",
        "[<5A3030>3<303771787A>]TJ",
        "<dc:title>" + word + "</dc:title>",
        "{\"title\": \"" + word + "\"}",
        "Z0007 q x z",
        "z0007QXZ",
        "Z0007q\xC2\xADxz",
        "Z0007q\xADxz",
    };
    for (const std::string& form : forms) {
        EXPECT_THAT(found("x\n" + form + "\ny"), ElementsAre(7)) << form;
        const std::string stream = packed(form);
        EXPECT_THAT(found("1 0 obj\n<</Filter/FlateDecode/Length 9>>\nstream\n" + stream + "\nendstream"),
                    ElementsAre(7))
            << "packed: " << form;
        EXPECT_THAT(found("stream of\n1 0 obj\n<<>>stream\r\n" + form + "\nendstream\nendobj"),
                    ElementsAre(7));
    }
}

TEST(WordFinder, ReadsWhatPagesPrintByTheFontsTables) {
    const std::string table = "begincmap 1 beginbfrange <0020> <007E> <0021> endbfrange\n"
                              "2 beginbfchar\n<0101><005A>\n<0102> <0030>\nendbfchar endcmap";
    // Z 0 0 0 by their own codes, the rest one lower than they are.
    const std::string page =
        "BT /F1 10 Tf <01010102> Tj [(\x01\x02\x01\x02)5<0036>]TJ (\\000p\\000w\\000y) Tj ET";
    EXPECT_THAT(found("stream\n" + packed(table) + "endstream stream\n" + packed(page) + "endstream"),
                ElementsAre(7));
    EXPECT_THAT(found("stream\n" + packed(page) + "endstream"), IsEmpty());
}

TEST(WordFinder, FindsNoOthers) {
    EXPECT_THAT(found("Z0007qx 7qxz A0007qxz Z00x7qxz Z0007qxk qxz"), IsEmpty());
    EXPECT_THAT(found("Z0001qxz Z0002qxz, (Z0001)(q)(xz)"), ElementsAre(1, 2));
}

TEST(Words, AreWithheldByTheirRules) {
    Words words(Views::strict(), Views::all());
    const Needs votes = {{{"item", "decisions"}}, {{"decision", "votes"}}, {{"vote", "voters"}}};
    (void)words.add(votes);
    (void)words.add({{{"item", "sections"}}, {{"section", "title"}}});
    (void)words.addNever();
    words.setWithheldItem(true);
    (void)words.add({{{"item", "title"}}});
    EXPECT_FALSE(words.isWithheld(0));
    EXPECT_TRUE(words.isWithheld(1));
    EXPECT_TRUE(words.isWithheld(2));
    EXPECT_FALSE(words.isWithheld(3));
}

} // namespace
} // namespace sidetal::canary
