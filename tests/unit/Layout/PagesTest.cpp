#include "unit/Layout/LayoutFixture.h"

#include <gtest/gtest.h>

#include <thread>

namespace sidetal::test {

namespace {

/// A document of some pages with all kinds of content.
void fill(DocumentBuilder& builder) {
    RunningLine number;
    number.pattern = "Side {page} af {pages}";
    number.x = Length::points(20);
    number.width = Length::points(200);
    number.baseline = Length::points(170);
    builder.document.run().running.push_back(number);
    for (int i = 1; i <= 6; ++i) {
        builder.addHeading("Punkt " + std::to_string(i)).spaceBefore = Length::points(6);
        builder.addParagraph(
            "Med afsæt i en vision om at skabe sammenhæng for borgerne i mødet med kommunen, har Viborg "
            "Kommune siden 2018 arbejdet ud fra Sammenhængsmodellen.");
        builder.add(
            builder.spanTable("Sundhed", {"Mindst 85 % af alle borgere", "er fysisk aktive i 2025."}));
    }
}

} // namespace

TEST(PagesOfLayout, runningLinesKnowThePageAndTheTotal) {
    Setting setting;
    DocumentBuilder builder;
    RunningLine number;
    number.pattern = "Side {page} af {pages}";
    number.align = Align::Left;
    number.x = Length::points(20);
    number.width = Length::points(200);
    number.baseline = Length::points(170);
    builder.document.run().running.push_back(number);
    builder.addParagraph("En");
    builder.add(PageBreak{});
    builder.addParagraph("To");
    const auto laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.count, 2u);
    EXPECT_EQ(printPage(laid.pages, 1, setting), "text P#1 20,38.5 'En'\n"
                                                 "text [page number] 20,170 'Side 1 af 2'\n");
    EXPECT_EQ(printPage(laid.pages, 2, setting), "text P#2 20,38.5 'To'\n"
                                                 "text [page number] 20,170 'Side 2 af 2'\n");
}

TEST(PagesOfLayout, runningLinesAreSetInTheirLetters) {
    Setting setting;
    DocumentBuilder builder;
    RunningLine number;
    number.pattern = "Side {page}";
    number.align = Align::Left;
    builder.document.run().running.assign(4, number);
    builder.document.run().running[1].emphasis.bold = true;
    builder.document.run().running[2].emphasis.italic = true;
    builder.document.run().running[3].emphasis.bold = builder.document.run().running[3].emphasis.italic = true;
    builder.addParagraph("En");
    const auto laid = layOut(builder, setting);
    Page page;
    laid.pages.paint(0, setting.breaker, page);
    std::vector<std::string> letters;
    for (const Op& op : page.ops) {
        const FontSpec& font = setting.shaper.fontSpec(std::get<TextOp>(op).font);
        letters.push_back(std::string(font.bold ? "bold" : "") + (font.italic ? "italic" : ""));
    }
    EXPECT_EQ(letters, (std::vector<std::string>{"", "", "bold", "italic", "bolditalic"}));
}

/// The words of each page's real content.
std::vector<std::string> wordsOfPages(DocumentBuilder& builder) {
    Setting setting;
    const auto laid = layOut(builder, setting);
    std::vector<std::string> words;
    for (std::uint32_t i = 0; i < laid.pages.count; ++i) {
        Page page;
        laid.pages.paint(i, setting.breaker, page);
        words.push_back(wordsOf(page, setting.shaper));
    }
    return words;
}

TEST(PagesOfLayout, headingsWithNothingUnderThemFillThePage) {
    DocumentBuilder builder; // ten lines a page
    for (char c = 'a'; c < 'a' + 12; ++c) {
        builder.addHeading(std::string(1, c));
    }
    EXPECT_EQ(wordsOfPages(builder), (std::vector<std::string>{"abcdefghij", "kl"}));
}

TEST(PagesOfLayout, headingGoesWithTheDeeperOneUnderIt) {
    DocumentBuilder builder;
    for (char c = 'a'; c < 'a' + 9; ++c) {
        builder.addHeading(std::string(1, c));
    }
    builder.addHeading("x");
    std::get<Heading>(builder.addHeading("y").content).level = 3;
    EXPECT_EQ(wordsOfPages(builder), (std::vector<std::string>{"abcdefghi", "xy"}));
}

TEST(PagesOfLayout, singleLineUnderAHeadingGoesWithWhatFollowsIt) {
    const auto wordsAfter = [](int lines, bool heading) {
        DocumentBuilder builder;
        for (int i = 0; i < lines; ++i) {
            builder.addParagraph("p");
        }
        builder.addHeading("h");
        builder.addParagraph("x:");
        heading ? (void)builder.addHeading("i") : builder.addParagraph("y");
        return wordsOfPages(builder);
    };
    EXPECT_EQ(wordsAfter(7, false), (std::vector<std::string>{"ppppppphx:y"}));
    EXPECT_EQ(wordsAfter(8, false), (std::vector<std::string>{"pppppppp", "hx:y"}));
    EXPECT_EQ(wordsAfter(8, true), (std::vector<std::string>{"pppppppphx:", "i"})) << "a section of one line";
}

TEST(PagesOfLayout, headingLeavesAListOfSingleLinesToBreak) {
    DocumentBuilder builder;
    for (int i = 0; i < 7; ++i) {
        builder.addParagraph("p");
    }
    builder.addHeading("h");
    List list;
    for (char c = 'a'; c < 'a' + 5; ++c) {
        list.items.emplace_back().body.emplace_back().content = builder.paragraph(std::string(1, c));
    }
    builder.add(std::move(list));
    EXPECT_EQ(wordsOfPages(builder), (std::vector<std::string>{"ppppppphab", "cde"}));
}

TEST(PagesOfLayout, leadInOfSeveralLinesLeavesTwoWithItsList) {
    const auto wordsAfter = [](int lines) {
        DocumentBuilder builder;
        for (int i = 0; i < lines; ++i) {
            builder.addParagraph("p");
        }
        builder.add(builder.paragraph("1\n2\n3\n4\n5")).keepWithNext = true;
        builder.addParagraph("a");
        builder.addParagraph("b");
        builder.addParagraph("c");
        return wordsOfPages(builder);
    };
    EXPECT_EQ(wordsAfter(3), (std::vector<std::string>{"ppp1 2 3 4 5ab", "c"}));
    EXPECT_EQ(wordsAfter(4), (std::vector<std::string>{"pppp1 2 3 ", "4 5abc"}));
}

TEST(PagesOfLayout, headingInACellStandsWithTwoLinesUnderIt) {
    DocumentBuilder builder;
    Table table;
    table.node = builder.node(Role::Table);
    table.columns = {Length::points(100)};
    TableCell& cell = table.rows.emplace_back().cells.emplace_back();
    cell.node = builder.node(Role::TD, builder.node(Role::TR, table.node));
    for (char c = 'a'; c < 'a' + 8; ++c) {
        cell.content.emplace_back().content = builder.paragraph(std::string(1, c));
    }
    Heading heading;
    heading.text = builder.paragraph("H", builder.node(Role::H3, cell.node));
    cell.content.emplace_back().content = std::move(heading);
    cell.content.emplace_back().content = builder.paragraph("x");
    cell.content.emplace_back().content = builder.paragraph("y");
    cell.content.emplace_back().content = builder.paragraph("z");
    builder.add(std::move(table));
    EXPECT_EQ(wordsOfPages(builder), (std::vector<std::string>{"abcdefgh", "Hxyz"}));
}

TEST(PagesOfLayout, anEmptyDocumentHasOnePage) {
    Setting setting;
    DocumentBuilder builder;
    EXPECT_EQ(layOut(builder, setting).pages.count, 1u);
}

TEST(PagesOfLayout, outlineAndTitleAreComposedAsThePageIs) {
    Setting setting;
    DocumentBuilder builder;
    builder.document.info.title = "Mo\u0308de i A\u030Arhus";
    builder.addHeading("Ba\u030Adeplads");
    builder.addParagraph("tekst");
    const auto laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.outline.size(), 1u);
    EXPECT_EQ(laid.pages.outline[0].title, "B\u00E5deplads");
    EXPECT_EQ(laid.pages.info->title, "M\u00F6de i \u00C5rhus");
    EXPECT_NE(printPage(laid.pages, 1, setting).find("B\u00E5deplads"), std::string::npos);
}

TEST(PagesOfLayout, outlineHasTheBoxesOfThePage) {
    Setting setting;
    DocumentBuilder builder;
    builder.document.boxesForMissing = true;
    builder.addHeading("Om \uE123 og \u6F22");
    const auto laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.outline.size(), 1u);
    EXPECT_EQ(laid.pages.outline[0].title, "Om \u25A1 og \u6F22");
}

TEST(PagesOfLayout, outlineTellsWhereHeadingsStand) {
    Setting setting;
    DocumentBuilder builder;
    builder.addHeading("Første");
    builder.addParagraph("tekst");
    builder.add(PageBreak{});
    builder.addParagraph("tekst");
    builder.addHeading("Andet").spaceBefore = Length::points(6);
    builder.addParagraph("tekst");
    const auto laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.outline.size(), 2u);
    EXPECT_EQ(laid.pages.outline[0].title, "Første");
    EXPECT_EQ(laid.pages.target(laid.pages.outline[0].target).page, 0u);
    EXPECT_EQ(laid.pages.target(laid.pages.outline[0].target).top, Length::points(30));
    EXPECT_EQ(index(laid.pages.target(laid.pages.outline[0].target).node), 1u);
    EXPECT_EQ(laid.pages.outline[1].title, "Andet");
    EXPECT_EQ(laid.pages.outline[1].level, 2);
    EXPECT_EQ(laid.pages.target(laid.pages.outline[1].target).page, 1u);
    EXPECT_EQ(laid.pages.target(laid.pages.outline[1].target).top, Length::points(30 + 12 + 6));
}

TEST(PagesOfLayout, outlineNamesTheHeadingOfASpan) {
    Setting setting;
    DocumentBuilder builder;
    const NodeId heading = builder.node(Role::H3);
    Heading block;
    block.outline = "Med fremmedord";
    block.text = builder.paragraph("Med fremmedord", builder.node(Role::Span, heading));
    builder.add(std::move(block));
    const Pages pages = layOut(builder, setting).pages;
    EXPECT_EQ(pages.target(pages.outline.at(0).target).node, heading);
}

TEST(PagesOfLayout, asideStandsBesideTheFlow) {
    Setting setting;
    DocumentBuilder builder;
    Aside aside;
    aside.x = Length::points(120);
    aside.width = Length::points(80);
    aside.blocks.emplace_back().content = builder.paragraph("Social, Sundhed & Omsorg");
    builder.add(std::move(aside));
    builder.addParagraph("Dagsorden");
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(printPage(laid.pages, 1, setting), "text P#1 140,38.5 'Social, Sundhed & '\n"
                                                 "text P#1 140,50.5 'Omsorg'\n"
                                                 "text P#2 20,38.5 'Dagsorden'\n");
}

TEST(PagesOfLayout, rulesAreLines) {
    Setting setting;
    DocumentBuilder builder;
    builder.addParagraph("over");
    Block& rule = builder.add(Rule{Length::points(1), {}});
    rule.indent = Length::points(10);
    rule.width = Length::points(50);
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(printPage(laid.pages, 1, setting), "line 30,42.5 80,42.5\n"
                                                 "text P#1 20,38.5 'over'\n");
}

// "1 of 2" on the only page (QuestPDF 247) and links that land elsewhere come of passes that disagree: here a
// page is a function of its token.
TEST(PagesOfLayout, pagesAreTheSameInAnyOrderAndAfterTheShaperForgot) {
    Setting setting;
    DocumentBuilder builder;
    fill(builder);
    const auto laid = layOut(builder, setting);
    const auto forwards = printPages(laid.pages, setting);
    ASSERT_GT(forwards.size(), 4u);
    Setting other;
    other.shaper.setWordLimit(1);
    for (std::uint32_t number = laid.pages.count; number > 0; --number) {
        EXPECT_EQ(printPage(laid.pages, number, other), forwards[number - 1]);
    }
}

TEST(PagesOfLayout, pagesArePaintedBySeveralThreadsAtOnce) {
    Setting setting;
    DocumentBuilder builder;
    fill(builder);
    const auto laid = layOut(builder, setting);
    const auto expected = printPages(laid.pages, setting);
    std::vector<std::vector<std::string>> found(4);
    std::vector<std::thread> threads;
    for (auto& mine : found) {
        threads.emplace_back([&] {
            Setting own;
            mine = printPages(laid.pages, own);
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const auto& mine : found) {
        EXPECT_EQ(mine, expected);
    }
}

TEST(PagesOfLayout, wordsOfAllPagesAreTheTextInOrder) {
    Setting setting;
    DocumentBuilder builder;
    std::string text = "0";
    for (int i = 1; i < 2000; ++i) {
        text += (i % 7 == 0 ? " kommunal-" : " ") + std::to_string(i);
    }
    builder.addParagraph(text);
    const auto laid = layOut(builder, setting);
    EXPECT_GT(laid.pages.count, 20u);
    std::string found;
    Page page;
    for (std::uint32_t number = 0; number < laid.pages.count; ++number) {
        laid.pages.paint(number, setting.breaker, page);
        found += wordsOf(page, setting.shaper);
    }
    EXPECT_EQ(found, text);
}

} // namespace sidetal::test
