#include "unit/Layout/LayoutFixture.h"

#include <gtest/gtest.h>

namespace sidetal::test {

using namespace literals;

// Carlito: ascent 0.75, descent -0.25; in 12 pt a line of 10 pt has its baseline (12 - 10) / 2 + 7.5 = 8.5 pt
// down.

TEST(Texts, linesStandOnTheirBaselinesAndEndWithTheSourcesSpace) {
    Setting setting;
    DocumentBuilder builder;
    builder.addParagraph("Der gives en status på arbejdet som afsæt for en fælles drøftelse.");
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(printPage(laid.pages, 1, setting),
              "text P#1 20,38.5 'Der gives en status på arbejdet som afsæt for en '\n"
              "text P#1 20,50.5 'fælles drøftelse.'\n");
}

TEST(Texts, forcedBreakEndsWithASpaceToo) {
    Setting setting;
    DocumentBuilder builder;
    builder.addParagraph("Teknik\nMiljø");
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(printPage(laid.pages, 1, setting), "text P#1 20,38.5 'Teknik '\n"
                                                 "text P#1 20,50.5 'Miljø'\n");
}

TEST(Texts, aFormatsBondsHoldItsLines) {
    const auto printed = [](bool bonds) {
        Setting setting;
        DocumentBuilder builder;
        builder.document.formats[0].bonds = bonds;
        builder.addParagraph("Der gives en status på arbejdet til den 26. oktober 2021.");
        return printPage(layOut(builder, setting).pages, 1, setting);
    };
    EXPECT_EQ(printed(false), "text P#1 20,38.5 'Der gives en status på arbejdet til den 26. '\n"
                              "text P#1 20,50.5 'oktober 2021.'\n");
    EXPECT_EQ(printed(true), "text P#1 20,38.5 'Der gives en status på arbejdet til den '\n"
                             "text P#1 20,50.5 '26. oktober 2021.'\n");
}

TEST(Texts, runsAreOpsOfTheirOwnLeavesAndFonts) {
    Setting setting;
    DocumentBuilder builder;
    Paragraph p = builder.paragraph("Mødet er ");
    p.runs.push_back({"åbent", builder.node(Role::Span), TargetId::None, {.bold = true}});
    builder.add(std::move(p));
    const auto laid = layOut(builder, setting);
    Page page;
    laid.pages.paint(0, setting.breaker, page);
    ASSERT_EQ(page.ops.size(), 2u);
    const auto& first = std::get<TextOp>(page.ops[0]);
    const auto& second = std::get<TextOp>(page.ops[1]);
    EXPECT_EQ(wordsOf(page, setting.shaper), "Mødet er åbent");
    EXPECT_NE(first.font, second.font);
    EXPECT_NE(first.content, second.content);
    EXPECT_TRUE(first.spaceAfter);
    EXPECT_EQ(second.font, setting.shaper.font({"Carlito", true, false, false, false, "da"}));
    // The second op begins where the first one's words and space end.
    std::int64_t width = setting.shaper.space(first.font).width;
    for (std::uint32_t i = 0; i < first.pieceCount; ++i) {
        width += page.pieces[i].word->width +
                 (page.pieces[i].spaceBefore ? setting.shaper.space(first.font).width : 0);
    }
    EXPECT_EQ(second.x - first.x, Length::milli(width * 10));
}

TEST(Texts, alignmentPlacesTheLineInItsMeasure) {
    Setting setting;
    const auto leftOf = [&](Align align) {
        DocumentBuilder builder;
        builder.document.formats[0].align = align;
        builder.addParagraph("Dagsorden");
        const auto laid = layOut(builder, setting);
        Page page;
        laid.pages.paint(0, setting.breaker, page);
        return std::get<TextOp>(page.ops.at(0)).x;
    };
    const Word& word =
        setting.shaper.word(setting.shaper.font({"Carlito", false, false, false, false, "da"}), "Dagsorden");
    const Length used = Length::milli(word.width * 10);
    EXPECT_EQ(leftOf(Align::Left), Length::points(20));
    EXPECT_EQ(leftOf(Align::Right), Length::points(220) - used);
    EXPECT_EQ(leftOf(Align::Centre), Length::points(20) + (Length::points(200) - used) / 2);
}

TEST(Texts, underlinesAreLayoutLinesBeforeTheText) {
    Setting setting;
    DocumentBuilder builder;
    Paragraph p = builder.paragraph("Bilag");
    p.runs[0].emphasis.underline = true;
    builder.add(std::move(p));
    const auto laid = layOut(builder, setting);
    Page page;
    laid.pages.paint(0, setting.breaker, page);
    ASSERT_EQ(page.ops.size(), 2u);
    const auto& line = std::get<LineOp>(page.ops[0]);
    const auto& text = std::get<TextOp>(page.ops[1]);
    EXPECT_EQ(line.content, Content(ArtifactKind::Layout));
    EXPECT_EQ(line.x1, text.x);
    EXPECT_EQ(line.x2 - line.x1, Length::milli(page.pieces[0].word->width * 10));
    EXPECT_GT(line.y1, text.baseline);
}

TEST(Texts, underlinesEndWithTheLastWordOfTheirLine) {
    Setting setting;
    DocumentBuilder builder;
    Paragraph p = builder.paragraph("Bilag\nog mere");
    p.runs[0].emphasis.underline = true;
    builder.add(std::move(p));
    const auto laid = layOut(builder, setting);
    Page page;
    laid.pages.paint(0, setting.breaker, page);
    ASSERT_EQ(page.ops.size(), 4u);
    EXPECT_TRUE(std::get<TextOp>(page.ops[2]).spaceAfter);
    const auto& line = std::get<LineOp>(page.ops[0]);
    EXPECT_EQ(line.x2 - line.x1, Length::milli(page.pieces[0].word->width * 10));
}

TEST(Texts, textsAreSetInNfc) {
    Setting setting;
    DocumentBuilder builder;
    builder.addParagraph("A\u030Ardsbudget"); // A and a combining ring
    const auto laid = layOut(builder, setting);
    Page page;
    laid.pages.paint(0, setting.breaker, page);
    EXPECT_EQ(wordsOf(page, setting.shaper), "Årdsbudget");
}

TEST(Texts, labelsStandBesideTheFirstLineOfTheirItem) {
    Setting setting;
    DocumentBuilder builder;
    List list;
    list.labelWidth = Length::points(15);
    for (const char* text : {"Madspild", "Energi"}) {
        ListItem item;
        item.label = builder.paragraph("•", builder.node(Role::Lbl));
        item.body.emplace_back().content = builder.paragraph(text);
        list.items.push_back(std::move(item));
    }
    Block& block = builder.add(std::move(list));
    block.indent = Length::points(5);
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(printPage(laid.pages, 1, setting), "text Lbl#1 25,38.5 '•'\n"
                                                 "text P#2 40,38.5 'Madspild'\n"
                                                 "text Lbl#3 25,50.5 '•'\n"
                                                 "text P#4 40,50.5 'Energi'\n");
}

/// A list of one paragraph an item.
List listOf(DocumentBuilder& builder, std::initializer_list<std::pair<const char*, const char*>> items) {
    List list;
    list.labelWidth = Length::points(5);
    list.labelGap = Length::points(3);
    for (const auto& [label, text] : items) {
        ListItem item;
        item.label = builder.paragraph(label, builder.node(Role::Lbl));
        item.body.emplace_back().content = builder.paragraph(text);
        list.items.push_back(std::move(item));
    }
    return list;
}

TEST(Texts, bodiesOfAListStandInAsFarAsItsWidestLabelNeeds) {
    Setting setting;
    DocumentBuilder builder;
    builder.add(listOf(builder, {{"9.", "Punkt"}, {"100.", "Punkt"}}));
    const auto laid = layOut(builder, setting);
    const FontId font = setting.shaper.font({"Carlito", false, false, false, false, "da"});
    const Length label = Length::milli(setting.shaper.word(font, "100.").width * 10);
    Page page;
    laid.pages.paint(0, setting.breaker, page);
    ASSERT_EQ(page.ops.size(), 4u);
    EXPECT_EQ(std::get<TextOp>(page.ops[0]).x, 20_pt);
    EXPECT_EQ(std::get<TextOp>(page.ops[1]).x, 20_pt + label + 3_pt);
    EXPECT_EQ(std::get<TextOp>(page.ops[2]).x, 20_pt);
    EXPECT_EQ(std::get<TextOp>(page.ops[3]).x, 20_pt + label + 3_pt);
    EXPECT_EQ(std::get<TextOp>(page.ops[2]).baseline, std::get<TextOp>(page.ops[3]).baseline);
}

TEST(Texts, labelsEndTogetherWhereTheirListSaysSo) {
    Setting setting;
    DocumentBuilder builder;
    List list = listOf(builder, {{"9.", "Punkt"}, {"100.", "Punkt"}});
    list.labelsEndTogether = true;
    builder.add(std::move(list));
    const auto laid = layOut(builder, setting);
    const FontId font = setting.shaper.font({"Carlito", false, false, false, false, "da"});
    const auto width = [&](const char* label) {
        return Length::milli(setting.shaper.word(font, label).width * 10);
    };
    Page page;
    laid.pages.paint(0, setting.breaker, page);
    ASSERT_EQ(page.ops.size(), 4u);
    EXPECT_EQ(std::get<TextOp>(page.ops[0]).x, 20_pt + width("100.") - width("9."));
    EXPECT_EQ(std::get<TextOp>(page.ops[1]).x, 20_pt + width("100.") + 3_pt);
    EXPECT_EQ(std::get<TextOp>(page.ops[2]).x, 20_pt);
}

/// From the left edge of a line's first op to where its words end, blanks as wide as they are painted.
Length painted(const Page& page, std::size_t firstOp, std::size_t lastOp, const Shaper& shaper,
               const Word& space) {
    const auto& first = std::get<TextOp>(page.ops[firstOp]);
    const auto& last = std::get<TextOp>(page.ops[lastOp]);
    std::int64_t ems = 0; // hundred-thousandths
    for (std::uint32_t i = 0; i < last.pieceCount; ++i) {
        const Piece& piece = page.pieces[last.firstPiece + i];
        ems += piece.spaceBefore ? space.width * 100 + last.wider : 0;
        for (const Glyph& glyph : piece.word->glyphs.subspan(piece.from, piece.to - piece.from)) {
            ems += (glyph.advance + glyph.adjust) * 100;
        }
    }
    (void)shaper;
    return last.x - first.x + last.size * ems / 100'000;
}

TEST(Texts, justifiedLinesEndAtTheirMeasureButForTheLast) {
    for (const bool optimum : {false, true}) {
        Setting setting;
        DocumentBuilder builder;
        builder.document.formats[0].align = Align::Justify;
        builder.document.formats[0].optimum = optimum;
        Paragraph p = builder.paragraph("Der gives en status på arbejdet ");
        p.runs.push_back({"som afsæt for en", builder.node(Role::Span), TargetId::None, {.bold = true}});
        p.runs.push_back({" fælles drøftelse\nog intet andet.", builder.node(Role::Span)});
        builder.add(std::move(p));
        const auto laid = layOut(builder, setting);
        Page page;
        laid.pages.paint(0, setting.breaker, page);
        ASSERT_EQ(page.ops.size(), 4u) << printPage(laid.pages, 1, setting);
        const Word& bold = setting.shaper.space(std::get<TextOp>(page.ops[1]).font);
        const Word& plain = setting.shaper.space(std::get<TextOp>(page.ops[0]).font);
        EXPECT_NEAR(static_cast<double>(painted(page, 0, 1, setting.shaper, bold).milli()), 200'000, 30);
        EXPECT_NE(std::get<TextOp>(page.ops[0]).wider, 0);
        EXPECT_EQ(std::get<TextOp>(page.ops[0]).wider, std::get<TextOp>(page.ops[1]).wider);
        EXPECT_EQ(std::get<TextOp>(page.ops[2]).wider, 0) << "a forced break";
        EXPECT_EQ(std::get<TextOp>(page.ops[3]).wider, 0) << "the end";
        EXPECT_LT(painted(page, 3, 3, setting.shaper, plain), 100_pt);
        EXPECT_EQ(wordsOf(page, setting.shaper),
                  "Der gives en status på arbejdet som afsæt for en fælles drøftelse og intet andet.");
    }
}

TEST(Texts, linesOfOneWordAreNotJustified) {
    Setting setting;
    DocumentBuilder builder;
    builder.document.formats[0].align = Align::Justify;
    builder.addParagraph("Sammenhængskraftundersøgelsesresultater kommunalbestyrelsesmedlemmerne");
    const auto laid = layOut(builder, setting);
    Page page;
    laid.pages.paint(0, setting.breaker, page);
    for (const Op& op : page.ops) {
        EXPECT_EQ(std::get<TextOp>(op).wider, 0);
    }
}

TEST(Texts, labelWiderThanHalfTheMeasureStandsOnALineOfItsOwn) {
    Setting setting;
    DocumentBuilder builder;
    builder.add(listOf(builder, {{"100.", "Punkt"}})).width = 30_pt;
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(printPage(laid.pages, 1, setting), "text Lbl#1 20,38.5 '100.'\n"
                                                 "text P#2 25,50.5 'Punkt'\n");
}

TEST(Texts, labelOnALineOfItsOwnGoesWithItsText) {
    DocumentBuilder builder; // ten lines a page
    Setting setting;
    for (int i = 0; i < 9; ++i) {
        builder.addParagraph("x");
    }
    builder.add(listOf(builder, {{"100.", "Punkt"}})).width = 30_pt;
    const auto laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.count, 2u);
    EXPECT_EQ(printPage(laid.pages, 2, setting), "text Lbl#10 20,38.5 '100.'\n"
                                                 "text P#11 25,50.5 'Punkt'\n");
}

TEST(Texts, aListThatIsKeptTogetherGoesToTheNextPageWhole) {
    DocumentBuilder builder; // ten lines a page
    Setting setting;
    for (int i = 0; i < 8; ++i) {
        builder.addParagraph("x");
    }
    builder.add(listOf(builder, {{"a", "Et"}, {"b", "To"}, {"c", "Tre"}})).keepTogether = true;
    const auto laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.count, 2u);
    Page page;
    laid.pages.paint(1, setting.breaker, page);
    EXPECT_EQ(wordsOf(page, setting.shaper), "aEtbTocTre");
}

TEST(Texts, nestedListsStandFurtherIn) {
    Setting setting;
    DocumentBuilder builder;
    const auto itemOf = [&](const char* label, const char* text) {
        ListItem item;
        item.label = builder.paragraph(label, builder.node(Role::Lbl));
        item.body.emplace_back().content = builder.paragraph(text);
        return item;
    };
    List outer;
    outer.labelWidth = Length::points(15);
    outer.items.push_back(itemOf("1.", "Ydre"));
    List inner;
    inner.labelWidth = Length::points(10);
    inner.items.push_back(itemOf("a)", "Indre"));
    outer.items[0].body.emplace_back().content = std::move(inner);
    builder.add(std::move(outer));
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(printPage(laid.pages, 1, setting), "text Lbl#1 20,38.5 '1.'\n"
                                                 "text P#2 35,38.5 'Ydre'\n"
                                                 "text Lbl#3 35,50.5 'a)'\n"
                                                 "text P#4 45,50.5 'Indre'\n");
}

} // namespace sidetal::test
