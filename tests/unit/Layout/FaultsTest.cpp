#include "Support/Utf8.h"
#include "unit/Layout/LayoutFixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::test {

TEST(LayoutFaults, allThatCannotBePrintedIsToldWithItsPlace) {
    Setting setting;
    DocumentBuilder builder;
    builder.addParagraph("Et tegn \U00012345 og \U00013000 og igen \U00012345");
    builder.addParagraph("Byen \u05D0\u05D1, den");
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(
        messages(laid.diagnostics),
        "prøve.json:3:7: error: no font has the character '\U00012345' (U+12345) [SID-T010]\n"
        "  in 'Et tegn \U00012345 og \U00013000 og igen \U00012345'\n"
        "prøve.json:3:7: error: no font has the character '\U00013000' (U+13000) [SID-T010]\n"
        "  in 'Et tegn  og \U00013000 og igen '\n"
        "prøve.json:3:7: error: '\u05D0\u05D1,' is written from right to left (U+05D0), which sidetal cannot "
        "set yet [SID-T011]\n"
        "  in 'Byen \u05D0\u05D1, den'\n");
    EXPECT_EQ(laid.pages.count, 0u);
}

TEST(LayoutFaults, aTextInAForeignScriptIsNotReadOnceForEachOfItsCharacters) {
    Setting setting;
    DocumentBuilder builder;
    std::string text;
    for (char32_t c = 0x4E00; c < 0x4E00 + 2000; ++c) {
        utf8::append(text, c);
    }
    builder.addParagraph(text);
    EXPECT_EQ(layOut(builder, setting).diagnostics.errorCount(), 100u);
}

TEST(LayoutFaults, longTextIsQuotedAroundWhatCannotBePrinted) {
    Setting setting;
    DocumentBuilder builder;
    builder.addParagraph("Kommunalbestyrelsen tiltrådte indstillingen fra udvalget om \U00012345 og desuden "
                         "forslaget fra forvaltningen om en ny plan");
    EXPECT_EQ(messages(layOut(builder, setting).diagnostics),
              "prøve.json:3:7: error: no font has the character '\U00012345' (U+12345) [SID-T010]\n"
              "  in '…indstillingen fra udvalget om \U00012345 og desuden forslaget fra…'\n");
}

TEST(LayoutFaults, wordsWithoutEndAreQuotedInPart) {
    Setting setting;
    DocumentBuilder builder;
    std::string ae;
    std::string alef;
    for (int i = 0; i < 500; ++i) {
        ae += "æ";
        alef += "\u05D0";
    }
    builder.addParagraph(ae + "\U00012345" + ae);
    builder.addParagraph(alef);
    const auto part = [](const std::string& text, std::size_t letters) {
        return text.substr(0, 2 * letters);
    };
    EXPECT_EQ(
        messages(layOut(builder, setting).diagnostics),
        "prøve.json:3:7: error: no font has the character '\U00012345' (U+12345) [SID-T010]\n  in '…" +
            part(ae, 50) + "\U00012345" + part(ae, 48) + "…'\nprøve.json:3:7: warning: '" + part(ae, 60) +
            "…' is wider than its column and was broken [SID-L004]\nprøve.json:3:7: error: '" +
            part(alef, 60) +
            "…' is written from right to left (U+05D0), which sidetal cannot set yet [SID-T011]\n  in '" +
            part(alef, 50) + "…'\n");
}

TEST(LayoutFaults, wordThatHadToBeBrokenIsAWarning) {
    Setting setting;
    DocumentBuilder builder;
    const std::string longWord = "Speciallægepraksisplanlægningsstabiliseringsperioderne";
    builder.addParagraph("Om " + longWord + " og meget andet");
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(messages(laid.diagnostics), "prøve.json:3:7: warning: '" + longWord +
                                              "' is wider than its column and was broken [SID-L004]\n");
    Page page;
    ASSERT_EQ(laid.pages.count, 1u);
    laid.pages.paint(0, setting.breaker, page);
    EXPECT_EQ(wordsOf(page, setting.shaper),
              "Om Speciallægepraksisplanlægningsstabiliseringspe\u00ADrioderne og meget andet")
        << "with a hyphen that readers pass over";
}

TEST(LayoutFaults, labelsOfWhatGoesOnRepeatNoMessage) {
    Setting setting;
    DocumentBuilder builder;
    builder.add(builder.spanTable("Speciallægepraksisplanlægningsstabilisering \U00012345", {"a", "b"}));
    EXPECT_EQ(
        messages(layOut(builder, setting).diagnostics),
        "prøve.json:3:7: error: no font has the character '\U00012345' (U+12345) [SID-T010]\n"
        "  in 'Speciallægepraksisplanlægningsstabilisering \U00012345'\n"
        "prøve.json:3:7: warning: 'Speciallægepraksisplanlægningsstabilisering' is wider than its column and "
        "was broken [SID-L004]\n");
}

TEST(LayoutFaults, wordBrokenSeveralTimesIsToldOnce) {
    Setting setting;
    DocumentBuilder builder;
    builder.add(builder.paragraph(std::string(120, 'm'))).width = Length::points(60);
    EXPECT_EQ(messages(layOut(builder, setting).diagnostics),
              "prøve.json:3:7: warning: '" + std::string(60, 'm') +
                  "…' is wider than its column and was broken [SID-L004]\n");
}

TEST(LayoutFaults, glyphWiderThanItsColumnIsAnError) {
    Setting setting;
    DocumentBuilder builder;
    builder.add(builder.paragraph("iM")).width = Length::points(5);
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(messages(laid.diagnostics),
              "prøve.json:3:7: error: 'M' (U+004D) is wider than its column of 5 pt [SID-L003]\n");
    EXPECT_EQ(laid.pages.count, 0u);
}

TEST(LayoutFaults, columnNarrowerThanItsPaddingIsAnError) {
    Setting setting;
    DocumentBuilder builder;
    builder.add(builder.paragraph("ord")).indent = Length::points(200);
    EXPECT_EQ(messages(layOut(builder, setting).diagnostics),
              "prøve.json:3:7: error: no width is left for the text in its column [SID-L003]\n");
}

TEST(LayoutFaults, lineHigherThanAPageIsToldWithPageAndBlock) {
    Setting setting;
    DocumentBuilder builder;
    builder.document.formats[0].lineHeight = Length::points(121);
    builder.addParagraph("ord");
    EXPECT_EQ(messages(layOut(builder, setting).diagnostics),
              "prøve.json:3:7: error: page 1, block 1: a line is higher than an empty page (an empty page "
              "has 120 pt) [SID-L001]\n");
}

TEST(LayoutFaults, tableThatFitsNoPageIsToldBeforeLayoutStarts) {
    Setting setting;
    DocumentBuilder builder;
    Table table = builder.spanTable("Sundhed", {"a", "b"});
    table.cellFormats.resize(2);
    table.cellFormats[1].padTop = Length::points(100);
    table.rows[1].cells[0].format = 1;
    builder.add(std::move(table));
    EXPECT_EQ(messages(layOut(builder, setting).diagnostics),
              "prøve.json:9:1: error: row 2 of the table can stand on no page: the header, the row's label "
              "and one line are higher "
              "than an empty page of 120 pt [SID-L002]\n");
}

TEST(LayoutFaults, irregularTableIsAnError) {
    Setting setting;
    DocumentBuilder builder;
    Table table = builder.spanTable("Sundhed", {"a", "b"});
    table.rows[1].cells.clear();
    builder.add(std::move(table));
    EXPECT_EQ(messages(layOut(builder, setting).diagnostics),
              "prøve.json:9:1: error: the table's body is irregular: row 2, column 2 is covered by no cell "
              "[SID-L005]\n");
}

TEST(LayoutFaults, figureInACellThatIsHigherThanAPageIsAnError) {
    Setting setting;
    DocumentBuilder builder;
    Table table = builder.spanTable("Sundhed", {"a", "b"});
    Figure figure;
    figure.width = Length::points(10);
    figure.height = Length::points(109);
    table.rows[1].cells[0].content.emplace_back().content = figure;
    builder.add(std::move(table));
    EXPECT_EQ(
        messages(layOut(builder, setting).diagnostics),
        "prøve.json:9:1: error: row 2 of the table can stand on no page: it holds a figure or table of "
        "109 pt that cannot be broken and is, with what must stand above it, higher than an empty page of "
        "120 pt [SID-L002]\n");
}

TEST(LayoutFaults, figureHigherThanAPageIsToldWithItsPlaceInARun) {
    Setting setting;
    DocumentBuilder builder;
    builder.addParagraph("a");
    builder.document.runs.push_back(builder.document.run());
    builder.document.run().blocks.clear();
    Figure figure;
    figure.height = Length::points(121);
    figure.source = {4, 2};
    builder.add(std::move(figure));
    EXPECT_EQ(messages(layOut(builder, setting).diagnostics),
              "prøve.json:4:2: error: page 2, block 1: the figure is higher than an empty page (an empty page "
              "has 120 pt) [SID-L001]\n");
}

TEST(LayoutFaults, boxesStandForWhatIsMissingWhereThatIsAskedFor) {
    Setting setting;
    DocumentBuilder builder;
    builder.document.boxesForMissing = true;
    builder.addParagraph("Et tegn \U00012345 og \U00013000 og igen \U00012345");
    builder.addParagraph("\uE000! \U00013000");
    builder.add(builder.spanTable("Sundhed \U00012346", {"a", "b"}));
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(
        messages(laid.diagnostics),
        "pr\u00F8ve.json:3:7: warning: no font has 4 characters of the text; '\u25A1' is set for them "
        "[SID-T012]\n"
        "  '\U00012345' (U+12345), first at 3:7 in 'Et tegn \U00012345 og \U00013000 og igen \U00012345'\n"
        "  '\U00013000' (U+13000), first at 3:7 in 'Et tegn \U00012345 og \U00013000 og igen \U00012345'\n"
        "  '\uE000' (U+E000), first at 3:7 in '\uE000! \U00013000'\n"
        "  '\U00012346' (U+12346), first at 3:7 in 'Sundhed \U00012346'\n");
    Page page;
    ASSERT_EQ(laid.pages.count, 1u);
    laid.pages.paint(0, setting.breaker, page);
    const std::string words = wordsOf(page, setting.shaper);
    EXPECT_NE(words.find("Et tegn \U00012345 og \U00013000 og igen \U00012345"), std::string::npos)
        << "what is meant can still be found";
    EXPECT_NE(words.find("\u25A1! \U00013000"), std::string::npos) << "but a private character means nothing";
}

TEST(LayoutFaults, boxesForAForeignScriptAreToldInOneMessage) {
    Setting setting;
    DocumentBuilder builder;
    builder.document.boxesForMissing = true;
    std::string text;
    for (char32_t c = 0x4E00; c < 0x4E00 + 2000; ++c) {
        utf8::append(text, c);
    }
    builder.addParagraph(text);
    builder.addParagraph("Byen \u05D0\u05D1, den");
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(laid.diagnostics.errorCount(), 1u) << "what has glyphs, but is not set yet, stays an error";
    ASSERT_EQ(laid.diagnostics.all().size(), 2u);
    EXPECT_EQ(laid.diagnostics.all()[1].notes.size(), 101u);
    EXPECT_EQ(laid.diagnostics.all()[1].notes.back(), "and 1900 more");
}

TEST(LayoutFaults, runningLinesThatRunOffThePaperAreRefused) {
    Setting setting;
    DocumentBuilder builder;
    RunningLine line;
    line.pattern = "Side {page} af {pages} og mange flere ord";
    line.align = Align::Right;
    line.width = builder.document.run().page.width;
    builder.document.run().running.push_back(line);
    EXPECT_EQ(messages(layOut(builder, setting).diagnostics), "");
    DocumentBuilder narrow;
    line.width = Length::points(100);
    narrow.document.run().running.push_back(line);
    EXPECT_THAT(messages(layOut(narrow, setting).diagnostics),
                testing::HasSubstr("'Side 1 af 1 og mange flere ord' at the edge of the page is "));
}

TEST(LayoutFaults, runningLinesAreCheckedBeforeAnyPageIsPainted) {
    Setting setting;
    DocumentBuilder builder;
    RunningLine line;
    line.pattern = "\U00012345 {page}";
    builder.document.run().running.push_back(line);
    EXPECT_TRUE(layOut(builder, setting).diagnostics.hasErrors());
}

} // namespace sidetal::test
