// Objects, trees and streams, each without a whole document.

#include "Pdf/BalancedTree.h"
#include "Pdf/FileWriter.h"
#include "Pdf/FontEncoder.h"
#include "Pdf/IccProfile.h"
#include "Pdf/LinkAnnotations.h"
#include "Pdf/Marks.h"
#include "Pdf/PageTree.h"
#include "Pdf/SearchTree.h"
#include "Pdf/ToUnicode.h"
#include "Pdf/Xmp.h"
#include "unit/Pdf/HandMadePages.h"

#include "sidetal/Support/Diagnostic.h"

#include <algorithm>
#include <fstream>
#include <set>

namespace sidetal::test {
namespace {

/// A file of a catalog, an information dictionary and what `more` writes, with room for `placeholders`
/// numbers before it.
template <typename More>
std::string smallFile(More more) {
    std::string bytes;
    const Sink sink = [&](std::string_view part) { bytes += part; };
    FileWriter file(sink, 4); // 1 catalog, 2 information, 3 page tree
    const ObjectNumber extra = more(file);
    file.beginObject(ObjectNumber{1}) << "<</Type/Catalog/Pages 3 0 R/Extra " << extra << ">>";
    file.endObject();
    file.beginObject(ObjectNumber{2}) << "<<>>";
    file.endObject();
    if (!file.isWritten(ObjectNumber{3})) {
        file.beginObject(ObjectNumber{3}) << "<</Type/Pages/Count 0/Kids[]>>";
        file.endObject();
    }
    file.finish(ObjectNumber{1}, ObjectNumber{2});
    return bytes;
}

TEST(FileWriter, objectsPastOneStreamAndStreamsBetweenThem) {
    const std::string pdf = smallFile([](FileWriter& file) {
        const ObjectNumber first = file.reserve(450);
        for (std::uint32_t i = 0; i < 450; ++i) {
            Buffer entries;
            entries << "/Number " << i << "/Next " << first + (i + 1) % 450;
            if (i % 90 == 5) {
                file.writeStream(first + i, entries.view(), "some data");
            } else {
                file.beginObject(first + i) << "<<" << entries.view() << ">>";
                file.endObject();
            }
        }
        return first;
    });
    const std::string text = unpacked(pdf); // qpdf follows every object from the catalog
    for (int i = 0; i < 450; ++i) {
        EXPECT_TRUE(has(text, "/Number " + std::to_string(i) + "\n"));
    }
}

TEST(FileWriter, identifierIsOfTheContentNotOfLengthsAlone) {
    const auto identifier = [](std::string_view data) {
        const std::string pdf = smallFile([&](FileWriter& file) {
            const ObjectNumber number = file.reserve();
            file.writePlainStream(number, "", data);
            return number;
        });
        return pdf.substr(pdf.rfind("/ID["), 40);
    };
    EXPECT_EQ(identifier("data a"), identifier("data a"));
    EXPECT_NE(identifier("data a"), identifier("data b"));
}

TEST(FileWriter, refusesMoreObjectsThanPdfAllows) {
    const Sink sink = [](std::string_view) {};
    FileWriter file(sink, 1);
    (void)file.reserve(8'388'606);
    try {
        (void)file.reserve();
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostics().front().code, "SID-P001");
    }
}

TEST(FileWriter, refusesFilesPastTwoGigabytes) {
    std::uint64_t size = 0;
    const Sink sink = [&](std::string_view part) { size += part.size(); };
    FileWriter file(sink, 1);
    const std::string data(1u << 26, 'x');
    EXPECT_THROW(
        for (int i = 0; i < 40; ++i) { file.writePlainStream(file.reserve(), "", data); }, Error);
    EXPECT_LE(size, 0x7FFFFFFFu);
    EXPECT_GT(size, 0x7B000000u);
}

TEST(PageTree, threeLevelsForFourThousandPages) {
    const std::string pdf = smallFile([](FileWriter& file) {
        PageObjects pages;
        pages.count = 4097;
        pages.sizes = Size{Length::points(600), Length::points(800)};
        pages.firstPage = file.reserve(pages.count);
        pages.firstContents = file.reserve(pages.count);
        pages.resources = file.reserve();
        LinkAnnotations none;
        writePageTree(file, pages, none, ObjectNumber{3});
        for (std::uint32_t i = 0; i < pages.count; ++i) {
            file.beginObject(pages.firstContents + i) << "[]";
            file.endObject();
        }
        file.beginObject(pages.resources) << "<<>>";
        file.endObject();
        return pages.resources;
    });
    const std::string text = unpacked(pdf);
    EXPECT_TRUE(has(text, "/Count 4097"));
    EXPECT_TRUE(has(text, "/Count 4096"));
    EXPECT_TRUE(has(text, "/Count 64"));
    EXPECT_TRUE(has(text, "%% Page 4097\n")) << "qpdf finds every page";
    EXPECT_FALSE(has(text, "%% Page 4098\n"));
}

/// The kids and leaves of a node as text.
std::string shapeOf(const BalancedTree& tree, std::size_t level, std::uint32_t node) {
    const auto text = [](BalancedTree::Span span) {
        return std::to_string(span.begin) + "-" + std::to_string(span.end);
    };
    return text(tree.kids(level, node)) + " " + text(tree.leaves(level, node));
}

TEST(BalancedTree, hasARootEvenOverOneLeaf) {
    const BalancedTree one(1, 64);
    EXPECT_EQ(one.levels(), 2u);
    EXPECT_EQ(shapeOf(one, 1, 0), "0-1 0-1");
    EXPECT_EQ(BalancedTree(64, 64).levels(), 2u);
    EXPECT_EQ(BalancedTree(65, 64).levels(), 3u);
    EXPECT_EQ(BalancedTree(64 * 64, 64).levels(), 3u);
}

TEST(BalancedTree, theLastNodeOfALevelHasWhatIsLeft) {
    BalancedTree tree(64 * 64 + 1, 64);
    EXPECT_EQ(tree.levels(), 4u);
    EXPECT_EQ(tree.count(1), 65u);
    EXPECT_EQ(tree.count(2), 2u);
    EXPECT_EQ(shapeOf(tree, 1, 64), "4096-4097 4096-4097");
    EXPECT_EQ(shapeOf(tree, 2, 0), "0-64 0-4096");
    EXPECT_EQ(shapeOf(tree, 2, 1), "64-65 4096-4097");
    EXPECT_EQ(shapeOf(tree, tree.root(), 0), "0-2 0-4097");
    tree.setNumbers(1, ObjectNumber{100});
    tree.setNumbers(2, ObjectNumber{200});
    EXPECT_EQ(tree.parent(0, 127), ObjectNumber{101});
    EXPECT_EQ(tree.parent(1, 64), ObjectNumber{201});
    EXPECT_EQ(tree.parent(3, 0), ObjectNumber::None);
}

TEST(BalancedTree, mayHaveAsManyLeavesAsThereAreNumbers) {
    const BalancedTree tree(0xFFFFFFFF, 128);
    EXPECT_EQ(shapeOf(tree, 1, tree.count(1) - 1), "4294967168-4294967295 4294967168-4294967295");
    EXPECT_EQ(tree.leaves(tree.root(), 0).end, 0xFFFFFFFFu);
}

std::string searchTree(std::uint32_t count) {
    return unpacked(smallFile([&](FileWriter& file) {
        SearchTreeEntries entries;
        entries.count = count;
        entries.key = [](Buffer& out, std::uint32_t i) { out << 10 * i; };
        entries.value = [](Buffer& out, std::uint32_t i) { out << '(' << i << ')'; };
        return writeSearchTree(file, entries);
    }));
}

TEST(SearchTree, isOneLeafWithoutLimitsWhereThatIsEnough) {
    const std::string text = searchTree(128);
    EXPECT_TRUE(has(text, "/Nums [\n    0\n    (0)\n    10\n    (1)\n"));
    EXPECT_FALSE(has(text, "/Limits"));
}

TEST(SearchTree, isBalancedWithLimitsBelowTheRoot) {
    const std::string text = searchTree(128 * 128 + 1);
    EXPECT_TRUE(has(text, "/Limits [\n    0\n    1270\n  ]"));
    EXPECT_TRUE(has(text, "/Limits [\n    0\n    163830\n  ]")) << "a node of the middle level";
    EXPECT_TRUE(has(text, "/Limits [\n    163840\n    163840\n  ]")) << "the last entry alone";
}

TEST(Marks, leadFromPagesToLeavesAndBack) {
    StructTree tree;
    const NodeId a = tree.add(NodeId::Root, Role::P);
    const NodeId b = tree.add(NodeId::Root, Role::P);
    const NodeId never = tree.add(NodeId::Root, Role::P);
    Marks marks(tree);
    marks.beginPage();
    EXPECT_EQ(marks.add(a), 0u);
    EXPECT_EQ(marks.add(b), 1u);
    marks.beginPage(); // a page without any
    marks.beginPage();
    EXPECT_TRUE(marks.isMarked(b));
    EXPECT_EQ(marks.add(b), 0u);
    marks.finish();

    EXPECT_TRUE(std::ranges::equal(marks.ofPage(0), std::vector{a, b}));
    EXPECT_TRUE(marks.ofPage(1).empty());
    EXPECT_TRUE(std::ranges::equal(marks.ofPage(2), std::vector{b}));
    const std::uint32_t first = marks.firstOf(b);
    EXPECT_EQ(marks.mark(first).page, 0u);
    EXPECT_EQ(marks.mark(first).mcid, 1u);
    const std::uint32_t second = marks.nextOf(first);
    EXPECT_EQ(marks.mark(second).page, 2u);
    EXPECT_EQ(marks.mark(second).mcid, 0u);
    EXPECT_EQ(marks.nextOf(second), Marks::kNone);
    EXPECT_FALSE(marks.isMarked(never));
}

TEST(FontEncoder, latin1CharactersAreTheirOwnCodes) {
    Shaper shaper(testFonts());
    const FontId font = shaper.font({"Carlito"});
    FontEncoder encoder(shaper);
    encoder.beginPage();
    EXPECT_EQ(encoder.encode(shaper.word(font, "Ægidius")).bytes, "\xC6gidius");
    EXPECT_EQ(encoder.encode(shaper.space(font)).bytes, " ");
    const std::string_view parentheses = encoder.encode(shaper.word(font, "(\\)")).bytes;
    EXPECT_EQ(parentheses, "\x01\x02\x03") << "none of them may stand in a string";
    EXPECT_EQ(encoder.encode(shaper.word(font, "(Æ)")).bytes, "\x01\xC6\x03") << "codes keep their meaning";
}

TEST(FontEncoder, kerningStandsBetweenStrings) {
    Shaper shaper(testFonts());
    const Word& word = shaper.word(shaper.font({.family = "Carlito", .kerning = true}), "AV");
    ASSERT_NE(word.glyphs[0].adjust, 0);
    FontEncoder encoder(shaper);
    encoder.beginPage();
    EXPECT_EQ(encoder.encode(word).bytes, "A)" + std::to_string(-word.glyphs[0].adjust) + "(V");
}

TEST(FontEncoder, neverGivesACodeThatStringsMustEscape) {
    Shaper shaper(testFonts());
    const FontId font = shaper.font({"DejaVu Sans"});
    FontEncoder encoder(shaper);
    encoder.beginPage();
    std::set<std::pair<ResourceId, int>> seen;
    for (const std::string& text : manyCharacters(300)) {
        const GlyphCode code = encoder.code(shaper.word(font, text).glyphs[0].use);
        EXPECT_EQ(std::string("()\\\r\n").find(static_cast<char>(code.code)), std::string::npos);
        EXPECT_TRUE(seen.emplace(code.resource, code.code).second);
    }
    EXPECT_EQ(encoder.resources().size(), 2u);
    EXPECT_EQ(encoder.resources()[0].face, encoder.resources()[1].face);
    EXPECT_EQ(std::ranges::count(encoder.resources()[0].uses, FontResource::kFree), 6)
        << "250 codes; free are 0 and the five";
}

TEST(FontEncoder, textHasOneCodeInAllFonts) {
    Shaper shaper(testFonts());
    const FontId regular = shaper.font({"Carlito"});
    const FontId bold = shaper.font({.family = "Carlito", .bold = true});
    FontEncoder encoder(shaper);
    encoder.beginPage();
    EXPECT_EQ(encoder.encode(shaper.word(regular, "–”")).bytes, "\x01\x02");
    EXPECT_EQ(encoder.encode(shaper.word(bold, "”Š")).bytes, "\x02\x03") << "1 means a dash";
    EXPECT_EQ(encoder.encode(shaper.word(regular, "Š")).bytes, "\x03");
}

TEST(ToUnicode, isTwoRangesForPlainLatin1) {
    CodeTexts texts{};
    texts['a'] = "a";
    texts[0xE6] = "æ";
    Buffer out;
    appendToUnicode(out, texts);
    EXPECT_TRUE(has(out.view(), "2 beginbfrange\n<20><7E><0020>\n<A0><FF><00A0>\nendbfrange\nendcmap"));
}

TEST(ToUnicode, namesEachOtherCodeOnceOutsideTheRanges) {
    CodeTexts texts{};
    texts[1] = "(";
    texts[2] = "ffi";
    texts[3] = "😀";
    texts[4] = "";
    texts['q'] = "Ж";
    Buffer out;
    appendToUnicode(out, texts);
    EXPECT_TRUE(has(out.view(), "<20><70><0020>\n<72><7E><0072>\n<A0><FF><00A0>\n"));
    EXPECT_TRUE(
        has(out.view(),
            "5 beginbfchar\n<01><0028>\n<02><006600660069>\n<03><D83DDE00>\n<04><>\n<71><0416>\nendbfchar"));
}

TEST(ToUnicode, blocksHaveAtMostAHundredEntries) {
    CodeTexts texts{};
    texts.fill("Ж");
    Buffer out;
    appendToUnicode(out, texts);
    EXPECT_TRUE(has(out.view(), "endcodespacerange\n100 beginbfchar\n")) << "no range is left";
    EXPECT_TRUE(has(out.view(), "\n56 beginbfchar\n<C8><0416>"));
}

TEST(Xmp, escapesTheTitleAndNamesTheStandards) {
    Buffer out;
    appendXmp(out, {.title = "Børn & <unge>", .date = parseDateTime("2021-10-26T15:00:00+02:00")}, false);
    EXPECT_TRUE(has(out.view(), "<rdf:li xml:lang=\"x-default\">Børn &amp; &lt;unge&gt;</rdf:li>"));
    EXPECT_TRUE(has(out.view(), "xmp:ModifyDate=\"2021-10-26T13:00:00Z\""));
    EXPECT_TRUE(has(out.view(), "pdfaid:part=\"2\" pdfaid:conformance=\"A\""));
    EXPECT_TRUE(has(out.view(), "pdfuaid:part=\"1\""));
    EXPECT_FALSE(has(out.view(), "dc:creator"));
    EXPECT_FALSE(has(out.view(), "dc:description"));
}

TEST(Xmp, saysWhoTheFileIsFromAndWhatItIs) {
    Buffer out;
    DocumentInfo info;
    info.creator = "Børn & unge";
    info.description = "Dagsorden. Mødested: <b>";
    appendXmp(out, info, false);
    EXPECT_TRUE(
        has(out.view(), "<dc:creator><rdf:Seq><rdf:li>Børn &amp; unge</rdf:li></rdf:Seq></dc:creator>"));
    EXPECT_TRUE(has(out.view(),
                    "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">Dagsorden. Mødested: "
                    "&lt;b&gt;</rdf:li></rdf:Alt></dc:description>"));
}

std::uint32_t number32(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}

TEST(IccProfile, tagsLieWithinItAndItsColoursAddUpToWhite) {
    const std::string profile = makeSrgbProfile();
    ASSERT_EQ(number32(profile, 0), profile.size());
    EXPECT_EQ(profile.size(), 520u);
    EXPECT_EQ(profile.substr(36, 4), "acsp");
    std::array<std::int64_t, 3> sum{};
    const std::uint32_t count = number32(profile, 128);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::size_t entry = 132 + 12 * i;
        const std::uint32_t offset = number32(profile, entry + 4);
        EXPECT_EQ(offset % 4, 0u);
        ASSERT_LE(offset + number32(profile, entry + 8), profile.size());
        if (profile.substr(entry + 1, 3) == "XYZ") {
            for (std::size_t k = 0; k < 3; ++k) {
                sum[k] += number32(profile, offset + 8 + 4 * k);
            }
        }
    }
    EXPECT_EQ(number32(profile, 68), 63'190u);
    EXPECT_NEAR(static_cast<double>(sum[0]), 63'190, 4) << "red, green and blue together are D50 white";
    EXPECT_NEAR(static_cast<double>(sum[1]), 65'536, 4);
    EXPECT_NEAR(static_cast<double>(sum[2]), 54'061, 200) << "the published matrix, rounded to 16 bits";
}

} // namespace
} // namespace sidetal::test
