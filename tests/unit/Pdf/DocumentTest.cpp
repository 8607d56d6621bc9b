// Whole files from pages made by hand; each good one is kept for veraPDF, qpdf, poppler and check_tags.py
// (tests/pdf).

#include "unit/Pdf/HandMadePages.h"

namespace sidetal::test {
namespace {

using namespace literals;

TEST(Document, consecutiveOpsOfALeafShareOneMark) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Afgørelse om tilskud", 60);
    const NodeId body = made.addText(NodeId::Root, Role::P, "Kommunen har behandlet ansøgningen og", 90);
    std::get<TextLine>(made.pages.back().back()).spaceAfter = true;
    made.add(TextLine{.content = body, .text = "giver tilskud efter retningslinjerne.", .baseline = 104_pt});
    made.add(TextLine{.content = ArtifactKind::PageNumber, .text = "Side 1 af 1", .baseline = 800_pt});
    const std::string pdf = made.toPdf();
    keepPdf("unit-letter", pdf);
    EXPECT_EQ(pdf.substr(0, 10), "%PDF-1.7\n%");
    const std::string text = unpacked(pdf);
    EXPECT_TRUE(has(text, "/H1<</MCID 0>>BDC\n60 781.89 Td\n/F1 11 Tf\n[("));
    EXPECT_TRUE(has(text, "/P<</MCID 1>>BDC\n0 -30 Td\n[("));
    EXPECT_TRUE(has(text, " og )]TJ\n0 -14 Td\n[(giver")) << "one mark, and a space at the line's end";
    EXPECT_TRUE(has(text, "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"));
}

TEST(Document, widerBlanksAreMovesBetweenTheWordsOfALine) {
    HandMadePages made;
    const NodeId body = made.addText(NodeId::Root, Role::H1, "Sag", 60);
    const NodeId text = made.tree.add(NodeId::Root, Role::P);
    (void)body;
    made.add(TextLine{
        .content = text, .text = "Der er to", .baseline = 90_pt, .spaceAfter = true, .wider = 12'345});
    made.add(TextLine{.content = text, .text = "og fire", .baseline = 104_pt, .wider = -5'000});
    const std::string pdf = made.toPdf();
    keepPdf("unit-justified", pdf);
    EXPECT_TRUE(has(unpacked(pdf), "[(Der )-123.45(er )-123.45(to )]TJ"));
    EXPECT_TRUE(has(unpacked(pdf), "[(og )50(fire)]TJ"));
}

TEST(Document, leafOverThreePagesHasMarksOnEach) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "En lang sag", 60);
    const NodeId body = made.tree.add(NodeId::Root, Role::P);
    for (const char* text : {"Første side,", "anden side", "og den sidste."}) {
        made.add(TextLine{.content = body, .text = text, .baseline = 100_pt, .spaceAfter = true});
        made.pages.emplace_back();
    }
    made.pages.pop_back();
    const std::string pdf = made.toPdf();
    keepPdf("unit-three-pages", pdf);
    EXPECT_TRUE(has(unpacked(pdf), "/Type /MCR"));
}

/// A table of a header row, `rows` rows of a spanning header cell, a text and an empty cell.
NodeId addTable(HandMadePages& made, int rows) {
    const NodeId table = made.tree.add(NodeId::Root, Role::Table);
    const NodeId head = made.tree.add(made.tree.add(table, Role::THead), Role::TR);
    std::vector<NodeId> columns;
    for (const char* title : {"Tema", "Mål", "Partnere"}) {
        columns.push_back(made.addText(head, Role::TH, title, 90));
        made.tree.node(columns.back()).scope = Scope::Column;
        std::get<TextLine>(made.pages.back().back()).x =
            Length::points(60 + 120 * static_cast<int>(columns.size()));
    }
    const NodeId body = made.tree.add(table, Role::TBody);
    NodeId theme{};
    for (int i = 0; i < rows; ++i) {
        const NodeId row = made.tree.add(body, Role::TR);
        if (i % 2 == 0) {
            theme = made.addText(row, Role::TH, "Sundhed " + std::to_string(i), 110 + i % 40 * 15);
            made.tree.node(theme).scope = Scope::Row;
            made.tree.node(theme).rowSpan = i + 1 < rows ? 2 : 1;
            made.tree.setHeaders(theme, {columns[0]});
        }
        const NodeId goal = made.addText(row, Role::TD, "Mål nummer " + std::to_string(i), 110 + i % 40 * 15);
        std::get<TextLine>(made.pages.back().back()).x = 240_pt;
        made.tree.setHeaders(goal, {columns[1], theme});
        made.tree.setHeaders(made.tree.add(row, Role::TD), {columns[2], theme});
        if (i % 40 == 39) {
            made.add(TextLine{
                .content = ArtifactKind::Continuation, .text = "Sundhed (fortsat)", .baseline = 780_pt});
            made.pages.emplace_back();
        }
    }
    return table;
}

TEST(Document, tableOnOnePageHasABoxAndResolvedHeaders) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Målskema", 60);
    const NodeId table = addTable(made, 7);
    made.boxes.push_back({table, 0, Rect{50_pt, 80_pt, 500_pt, 150_pt}});
    const std::string pdf = made.toPdf();
    keepPdf("unit-table", pdf);
    const std::string text = unpacked(pdf);
    EXPECT_TRUE(has(text, "/IDTree"));
    EXPECT_TRUE(has(text, "/RowSpan 2"));
    EXPECT_TRUE(has(text, "/BBox [\n      50\n      611.89\n      550\n      761.89"));
}

TEST(Document, longTableHasBalancedTrees) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Målskema", 60);
    addTable(made, 601); // 304 header cells: an ID tree of three leaves
    const std::string pdf = made.toPdf();
    keepPdf("unit-long-table", pdf);
    EXPECT_TRUE(has(unpacked(pdf), "/Limits"));
}

TEST(Document, listsLanguagesAndReplacementTexts) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Punkter", 60);
    const NodeId list = made.tree.add(NodeId::Root, Role::L);
    made.tree.node(list).numbering = ListNumbering::Decimal;
    for (int i = 1; i < 4; ++i) {
        const NodeId item = made.tree.add(list, Role::LI);
        made.addText(item, Role::Lbl, std::to_string(i) + ".", 80 + 20 * i);
        made.addText(item, Role::LBody, "Godkendelse af dagsorden", 80 + 20 * i);
        std::get<TextLine>(made.pages.back().back()).x = 80_pt;
    }
    const NodeId paragraph = made.tree.add(NodeId::Root, Role::P);
    const NodeId sign = made.addText(paragraph, Role::Span, "●", 200);
    made.tree.setActualText(sign, "Prioriteret mål");
    const NodeId foreign = made.addText(paragraph, Role::Span, "the Sustainable Development Goals", 200);
    std::get<TextLine>(made.pages.back().back()).x = 80_pt;
    made.tree.setLanguage(foreign, "en-GB");
    const auto addStyled = [&](std::string words, SpanStyle style, Length x) {
        const NodeId span = made.addText(paragraph, Role::Span, std::move(words), 200);
        std::get<TextLine>(made.pages.back().back()).x = x;
        made.tree.setSpanStyle(span, style);
    };
    addStyled("ny", {.underlined = true}, 300_pt);
    addStyled("udgået", {.underlined = true, .struck = true}, 330_pt);
    addStyled("2", {.shift = Length::milli(3630)}, 370_pt);
    const std::string pdf = made.toPdf();
    keepPdf("unit-lists", pdf);
    const std::string text = unpacked(pdf);
    EXPECT_TRUE(has(text, "/ListNumbering /Decimal"));
    EXPECT_TRUE(has(text, "/Lang (en-GB)"));
    EXPECT_TRUE(has(text, "/ActualText(Prioriteret m\xE5l)")) << "in the content";
    EXPECT_TRUE(has(text, "/ActualText (Prioriteret m\xE5l)")) << "and in the element";
    EXPECT_TRUE(has(text, "/A <<\n    /O /Layout\n    /TextDecorationType /Underline\n  >>"));
    EXPECT_TRUE(has(text, "/TextDecorationType /LineThrough"));
    EXPECT_TRUE(has(text, "/BaselineShift 3.63"));
}

TEST(Document, actualTextStandsOnceForALeafOnTwoPages) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Tegn", 60);
    const NodeId sign = made.tree.add(made.tree.add(NodeId::Root, Role::P), Role::Span);
    made.tree.setActualText(sign, "two signs");
    made.add(TextLine{.content = sign, .text = "●"});
    made.pages.emplace_back();
    made.add(TextLine{.content = sign, .text = "●"});
    const std::string pdf = made.toPdf();
    keepPdf("unit-actual-text-twice", pdf);
    const std::string text = unpacked(pdf);
    EXPECT_TRUE(has(text, "/Span<</MCID 1/ActualText(two signs)>>BDC"));
    EXPECT_TRUE(has(text, "/Span<</MCID 0/ActualText()>>BDC"));
}

TEST(Document, facesMarksSpacesHyphensAndLigatures) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Łukasz, Đặng, Šarūnas, Ægidius, Jökull", 60);
    int down = 90;
    for (const char* text :
         {"Ελληνικά Кириллица", "blandetαвord i ét ord", "q\u0307 n\u0308 k\u0323\u0304 z\u030C\u0323",
          "10\u00A0000\u202Fkr. og kommunalbe\u00ADstyrelse, e\u2011mail", "(1) \\ [x] 100 % √2 ≤ 3"}) {
        made.addText(NodeId::Root, Role::P, text, down);
        down += 20;
    }
    const NodeId set =
        made.addText(NodeId::Root, Role::P, "AVATAR Tårnby effektivt officielt fjord titter", down);
    TextLine& line = std::get<TextLine>(made.pages.back().back());
    line.font.kerning = line.font.ligatures = true;
    made.add(TextLine{.content = set,
                      .text = "Wagner To",
                      .baseline = Length::points(down + 12),
                      .size = Length::milli(9'250),
                      .font = {.family = "Carlito", .bold = true, .kerning = true},
                      .colour = {160, 0, 40}});
    std::get<TextLine>(made.pages.back()[made.pages.back().size() - 2]).spaceAfter = true;
    keepPdf("unit-faces", made.toPdf());
}

TEST(Document, fontsShareWhatTellsReadersTheCharacters) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Šarūnas – (1) \u201Dja\u201D", 40);
    made.add(TextLine{.content = made.tree.add(NodeId::Root, Role::P),
                      .text = "\u201Dnej\u201D – (2) Đặng",
                      .font = {.family = "Carlito", .bold = true}});
    const std::string pdf = made.toPdf();
    keepPdf("unit-shared-texts", pdf);
    const std::string text = unpacked(pdf);
    EXPECT_EQ(countOf(text, "/Subtype /Type0"), 2u);
    EXPECT_EQ(countOf(text, "begincodespacerange"), 2u) << "the codes' and the characters'";
}

TEST(Document, twoThousandCharacters) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Tegn", 40);
    const std::vector<std::string> characters = manyCharacters(2000);
    ASSERT_EQ(characters.size(), 2000u);
    for (std::size_t i = 0; i < characters.size(); i += 40) {
        std::string text;
        for (std::size_t k = i; k < i + 40; ++k) {
            text += characters[k];
        }
        made.addText(NodeId::Root, Role::P, text, 60 + static_cast<int>(i / 40) * 14);
        std::get<TextLine>(made.pages.back().back()).font.family = "DejaVu Sans";
    }
    const std::string pdf = made.toPdf();
    keepPdf("unit-two-thousand-characters", pdf);
    EXPECT_TRUE(has(unpacked(pdf), "/F9 ")) << "a further font for each 250 characters";
}

/// The longest string of the first text object of a file.
std::size_t longestString(std::string_view text) {
    const std::size_t begin = text.find("BT\n");
    const std::string_view content = text.substr(begin, text.find("ET\n", begin) - begin);
    std::size_t longest = 0;
    for (std::size_t at = 0; (at = content.find('(', at)) != std::string_view::npos;) {
        const std::size_t end = content.find(')', at);
        longest = std::max(longest, end - at - 1);
        at = end;
    }
    return longest;
}

TEST(Document, noStringIsLongerThanPdfAAllows) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Lange linjer", 60);
    made.addText(NodeId::Root, Role::P, std::string(40'000, 'i'), 90); // one word
    std::string words;
    for (int i = 0; i < 9'000; ++i) {
        words += "ord" + std::to_string(i % 10) + ' ';
    }
    made.addText(NodeId::Root, Role::P, words, 120);
    const std::string pdf = made.toPdf();
    keepPdf("unit-long-strings", pdf);
    const std::string text = unpacked(pdf);
    EXPECT_TRUE(has(text, std::string(10'000, 'i')));
    EXPECT_LE(longestString(text), 32'767u) << "ISO 19005-2, 6.1.13";
}

TEST(Document, whatFollowsARaisedMarkStandsWhereItWould) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Tegn", 60);
    made.addText(NodeId::Root, Role::P, "q\u0307n", 90);
    std::get<TextLine>(made.pages.back().back()).font.family = "DejaVu Sans";
    Shaper shaper(testFonts());
    const Word& word = shaper.word(shaper.font({.family = "DejaVu Sans"}), "q\u0307n");
    ASSERT_EQ(word.glyphs.size(), 3u);
    const Glyph& mark = word.glyphs[1];
    ASSERT_NE(mark.xOffset, 0);
    const std::string pdf = made.toPdf();
    keepPdf("unit-raised-mark", pdf);
    const std::string text = unpacked(pdf);
    EXPECT_TRUE(has(text, ")" + std::to_string(-mark.xOffset) + "("));
    // What moves the pen past the mark undoes its offset, and its own advance as far as it is to have none.
    EXPECT_TRUE(has(text, ")" + std::to_string(mark.xOffset - mark.adjust) + "("));
}

TEST(Document, stemsAreAsWideAsTheWeightSays) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Fed", 60);
    std::get<TextLine>(made.pages.back().back()).font.bold = true;
    made.addText(NodeId::Root, Role::P, "Mager", 90);
    const std::string text = unpacked(made.toPdf());
    EXPECT_TRUE(has(text, "/StemV 87\n")) << "weight 400";
    EXPECT_TRUE(has(text, "/StemV 165\n")) << "weight 700";
}

TEST(Document, outlineOfThreeLevels) {
    HandMadePages made;
    int down = 60;
    for (const auto& [title, level] : std::vector<std::pair<std::string, int>>{{"Dagsorden", 1},
                                                                               {"Åbne punkter", 2},
                                                                               {"Punkt (1)", 3},
                                                                               {"Punkt 2", 3},
                                                                               {"Lukkede punkter", 2},
                                                                               {"Bilag", 1}}) {
        const Role role = level == 1 ? Role::H1 : level == 2 ? Role::H2 : Role::H3;
        const NodeId heading = made.addText(NodeId::Root, role, title, down);
        made.addOutline(title, level, heading, Length::points(down - 12));
        down += 20;
    }
    const std::string pdf = made.toPdf();
    keepPdf("unit-outline", pdf);
    const std::string text = unpacked(pdf);
    EXPECT_TRUE(has(text, "/PageMode /UseOutlines"));
    EXPECT_TRUE(has(text, "/Title (Punkt \\(1\\))"));
}

TEST(Document, whatIsUnderAClosedEntryCountsForNothingAbove) {
    HandMadePages made;
    int down = 60;
    for (const auto& [title, level] : std::vector<std::pair<std::string, int>>{
             {"Første", 1}, {"A", 2}, {"B", 2}, {"b", 3}, {"Andet", 1}, {"C", 2}}) {
        const NodeId heading = made.addText(NodeId::Root, static_cast<Role>(level + 1), title, down);
        made.addOutline(title, level, heading, Length::points(down - 12));
        down += 20;
    }
    made.outline[0].isClosed = true;
    const std::string text = unpacked(made.toPdf());
    EXPECT_TRUE(has(text, "/Count -3\n")) << "of the first";
    EXPECT_TRUE(has(text, "/Count 3\n")) << "of all: two, and the one under the second";
}

TEST(Document, embeddedFileMakesItPdfA3) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Med data", 60);
    PdfOptions options;
    options.embedded = EmbeddedFile{"dagsorden.json", "application/json", "Mødets data & øvrige",
                                    "{\"document\": \"agenda\"}\n"};
    const std::string pdf = made.toPdf(options);
    keepPdf("unit-embedded", pdf);
    const std::string text = unpacked(pdf);
    EXPECT_TRUE(has(text, "pdfaid:part=\"3\""));
    EXPECT_TRUE(has(text, "/AFRelationship /Source"));
    EXPECT_TRUE(has(text, "/Subtype /application#2fjson"));
    EXPECT_TRUE(has(text, "/Size 23"));
}

TEST(Document, withoutDateNoneIsWritten) {
    HandMadePages made;
    made.info.date.reset();
    made.addText(NodeId::Root, Role::H1, "Uden dato", 60);
    const std::string pdf = made.toPdf();
    keepPdf("unit-no-date", pdf);
    const std::string text = unpacked(pdf);
    EXPECT_FALSE(has(text, "ModDate"));
    EXPECT_FALSE(has(text, "xmp:ModifyDate"));
    made.info.date = parseDateTime("2021-10-26");
    EXPECT_TRUE(has(unpacked(made.toPdf()), "xmp:ModifyDate=\"2021-10-26"));
}

TEST(Document, manyPagesHaveBalancedTrees) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Mange sider", 60);
    for (int i = 0; i < 200; ++i) { // two levels of page tree and of parent tree
        made.pages.emplace_back();
        made.addText(NodeId::Root, Role::P, "Side til side", 60);
    }
    const std::string pdf = made.toPdf();
    keepPdf("unit-many-pages", pdf);
    EXPECT_TRUE(has(unpacked(pdf), "/Count 201"));
}

TEST(Document, sameBytesWhateverTheShaperHasDoneBefore) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Samme ord, samme bytes", 60);
    for (int i = 0; i < 50; ++i) {
        made.addText(NodeId::Root, Role::P, "Ord nummer " + std::to_string(i * 7919), 80 + i * 12);
        made.pages.emplace_back();
    }
    made.pages.pop_back();
    const std::string first = made.toPdf();

    Shaper shaper(testFonts());
    shaper.setWordLimit(20); // forgets words between pages
    LineBreaker breaker(shaper);
    for (const char* word : {"zebra", "Ærø", "αβγ"}) {
        (void)shaper.word(shaper.font({.family = "DejaVu Sans", .bold = true}), word);
    }
    std::string second;
    writePdf(made.toPages(), breaker, {}, [&](std::string_view part) { second += part; });
    EXPECT_EQ(first, second);
}

TEST(Document, differentDocumentsHaveDifferentIdentifiers) {
    const auto identifier = [](const char* title) {
        HandMadePages made;
        made.addText(NodeId::Root, Role::H1, title, 60);
        const std::string pdf = made.toPdf();
        return pdf.substr(pdf.rfind("/ID["), 20); // the digest and no length
    };
    EXPECT_EQ(identifier("Et"), identifier("Et"));
    EXPECT_NE(identifier("Et"), identifier("To"));
}

/// The code of the error that writing gives.
std::string errorOf(const HandMadePages& made) {
    const std::string message = messageOf(made);
    return message.substr(0, message.find(':'));
}

TEST(Document, limitsAreRefused) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Grænser", 60);
    EXPECT_EQ(errorOf(made), "none");
    made.info.title.assign(32'767, 'x');
    EXPECT_EQ(errorOf(made), "none");
    made.info.title += 'x';
    EXPECT_EQ(errorOf(made), "SID-P004");
    made.info.title = "Grænser";
    made.addOutline(std::string(16'384, 'x') + "Đ", 1, NodeId::Root, {});
    EXPECT_EQ(errorOf(made), "SID-P004") << "two bytes a letter";
    made.outline.clear();
    const PageSizes good = made.sizes;
    made.pages.emplace_back();
    made.sizes.add(1, {300_pt, 14'401_pt});
    EXPECT_EQ(errorOf(made), "SID-P006") << "of any page";
    made.sizes = {};
    EXPECT_EQ(errorOf(made), "SID-P006") << "of no page";
    made.sizes = good;
    made.pages.clear();
    EXPECT_EQ(errorOf(made), "SID-P005");
}

TEST(Document, whatTheSinkThrowsPassesThrough) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Fuld disk", 60);
    Shaper shaper(testFonts());
    LineBreaker breaker(shaper);
    const auto fail = [](std::string_view) { throw std::runtime_error("disk full"); };
    EXPECT_THROW(writePdf(made.toPages(), breaker, {}, fail), std::runtime_error);
}

} // namespace
} // namespace sidetal::test
