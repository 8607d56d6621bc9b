#include "Compose/TextBlocks.h"

#include "Dump/Dump.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

/// A context of its own, with a body look.
struct Fixture {
    BlockDocument document;
    Context context{document, Labels::danish()};
    ListStyle list{"•", Length::points(14), Length::points(2)};
    TextLook look;

    Fixture() {
        TextStyle style;
        style.family = "Carlito";
        style.size = Length::points(7);
        style.lineHeight = Length::points(9);
        look = {context.type(style), &list, Length::points(8)};
    }

    /// The role and parent of each node.
    std::string nodes() const {
        std::string out;
        for (std::uint32_t i = 1; i < document.tree.size(); ++i) {
            const StructNode& node = document.tree.node(static_cast<NodeId>(i));
            out += std::string(out.empty() ? "" : " ") + std::string(roleName(node.role)) + "<" +
                   std::to_string(index(node.parent));
        }
        return out;
    }
};

TextList listOf(ListMarker marker, int start, std::vector<std::string> items) {
    TextList out;
    out.marker = marker;
    out.start = start;
    for (std::string& item : items) {
        out.items.push_back(plainText(std::move(item)));
    }
    return out;
}

std::vector<std::string> labelsOf(ListMarker marker, int start, std::size_t count) {
    Fixture f;
    RichText text;
    text.blocks.emplace_back(listOf(marker, start, std::vector<std::string>(count, "x")));
    std::vector<Block> blocks;
    addText(f.context, text, NodeId::Root, f.look, blocks);
    std::vector<std::string> out;
    for (const ListItem& item : std::get<List>(blocks.at(0).content).items) {
        out.emplace_back(std::get<Paragraph>(item.label).runs.at(0).text);
    }
    return out;
}

using Strings = std::vector<std::string>;

TEST(TextBlocks, LabelItemsInTheFiguresOfTheirList) {
    EXPECT_EQ(labelsOf(ListMarker::Bullet, 1, 2), (Strings{"•", "•"}));
    EXPECT_EQ(labelsOf(ListMarker::Decimal, 9, 2), (Strings{"9.", "10."}));
    EXPECT_EQ(labelsOf(ListMarker::LowerAlpha, 26, 3), (Strings{"z.", "aa.", "ab."}));
    EXPECT_EQ(labelsOf(ListMarker::UpperAlpha, 702, 2), (Strings{"ZZ.", "AAA."}));
    EXPECT_EQ(labelsOf(ListMarker::LowerRoman, 3998, 3), (Strings{"mmmcmxcviii.", "mmmcmxcix.", "4000."}));
    EXPECT_EQ(labelsOf(ListMarker::UpperRoman, 4, 2), (Strings{"IV.", "V."}));
    EXPECT_EQ(labelsOf(ListMarker::LowerAlpha, 0, 2), (Strings{"0.", "a."}));
}

TEST(TextBlocks, SpansInTheDocumentsLanguageAreNoSpans) {
    const auto nodes = [](const std::string& language, const std::string& link) {
        Fixture f;
        f.document.info.language = "da";
        RichText text;
        text.blocks.emplace_back(
            TextParagraph{{{"før "}, {"ordet", {}, SpanDetails{link, language}}, {" efter"}}, {}});
        std::vector<Block> blocks;
        addText(f.context, text, NodeId::Root, f.look, blocks);
        return f.nodes();
    };
    EXPECT_EQ(nodes("da", ""), "P<0");
    EXPECT_EQ(nodes("DA", ""), "P<0");
    EXPECT_EQ(nodes("en", ""), "P<0 Span<1 Span<1 Span<1");
    EXPECT_EQ(nodes("da", "https://x.dk/"), "P<0 Span<1 Link<1 Span<1");
}

TEST(TextBlocks, TagListsAsLabelsAndBodies) {
    Fixture f;
    RichText inner = plainText("inden i");
    inner.blocks.emplace_back(listOf(ListMarker::Decimal, 1, {"første"}));
    TextList list;
    list.items.push_back(inner);
    RichText text = plainText("før");
    text.blocks.emplace_back(list);
    std::vector<Block> blocks;
    addText(f.context, text, NodeId::Root, f.look, blocks);

    EXPECT_EQ(f.nodes(), "P<0 L<0 LI<2 Lbl<3 LBody<3 P<5 L<5 LI<7 Lbl<8 LBody<8 P<10");
    EXPECT_EQ(f.document.tree.node(static_cast<NodeId>(2)).numbering, ListNumbering::Disc);
    EXPECT_EQ(f.document.tree.node(static_cast<NodeId>(7)).numbering, ListNumbering::Decimal);
    ASSERT_EQ(blocks.size(), 2u);
    EXPECT_EQ(blocks[1].spaceAfter, Length::points(8));
    const auto& outer = std::get<List>(blocks[1].content);
    EXPECT_EQ(outer.items.at(0).body.at(0).spaceAfter, Length::points(2))
        << "within lists the items' gap holds";
}

TEST(TextBlocks, LetNumbersAndNoBulletsEndAtTheirDot) {
    for (const bool atDot : {false, true}) {
        Fixture f;
        f.list.numbersAtDot = atDot;
        RichText text;
        text.blocks.emplace_back(listOf(ListMarker::Decimal, 9, {"ni", "ti"}));
        text.blocks.emplace_back(listOf(ListMarker::Bullet, 1, {"et", "to"}));
        std::vector<Block> blocks;
        addText(f.context, text, NodeId::Root, f.look, blocks);
        EXPECT_EQ(std::get<List>(blocks.at(0).content).labelsEndTogether, atDot);
        EXPECT_FALSE(std::get<List>(blocks.at(1).content).labelsEndTogether);
    }
}

/// A text of one paragraph.
RichText paragraphOf(std::vector<TextSpan> spans) {
    RichText text;
    text.blocks.emplace_back(TextParagraph{std::move(spans), {}});
    return text;
}

TEST(TextBlocks, SetBoldAndItalicTypeByRunsOfOneLeaf) {
    Fixture f;
    TableCell cell;
    cell.node = f.document.tree.add(NodeId::Root, Role::TD);
    const RichText text =
        paragraphOf({{"almindelig "}, {"fed", {.bold = true}}, {" kursiv", {.italic = true}}});
    fillCell(f.context, cell, text, f.look);
    const auto& runs = std::get<Paragraph>(cell.content.at(0).content).runs;
    ASSERT_EQ(runs.size(), 3u);
    for (const sidetal::Run& run : runs) {
        EXPECT_EQ(run.leaf, cell.node) << "a cell of one paragraph is itself the leaf";
    }
    EXPECT_FALSE(runs[0].emphasis.bold);
    EXPECT_TRUE(runs[1].emphasis.bold);
    EXPECT_TRUE(runs[2].emphasis.italic);
}

TEST(TextBlocks, GiveWhatListenersAreToldOfLeavesOfItsOwn) {
    Fixture f;
    const RichText text = paragraphOf(
        {{"lokalplanen "}, {"ikke", {.struck = true}}, {" vedtages, 10"}, {"6", {.raised = true}}, {" m"}});
    std::vector<Block> blocks;
    addText(f.context, text, NodeId::Root, f.look, blocks);
    EXPECT_EQ(f.nodes(), "P<0 Span<1 Span<1 Span<1 Span<1 Span<1");
    const auto& runs = std::get<Paragraph>(blocks.at(0).content).runs;
    ASSERT_EQ(runs.size(), 5u);
    EXPECT_TRUE(runs[1].emphasis.struck);
    EXPECT_TRUE(runs[3].emphasis.raised);
}

TextSpan linked(std::string words, std::string address) {
    return {std::move(words), {}, SpanDetails{.link = std::move(address)}};
}

TEST(TextBlocks, MakeLinksOfTheirWordsAndOfSeveralSpansOne) {
    Fixture f;
    TextSpan bold = linked("ind", "https://example.dk/");
    bold.emphasis.bold = true;
    const RichText text = paragraphOf({{"Skriv "}, linked("dig ", "https://example.dk/"), bold, {" her"}});
    std::vector<Block> blocks;
    addText(f.context, text, NodeId::Root, f.look, blocks);
    EXPECT_EQ(f.nodes(), "P<0 Span<1 Link<1 Span<3 Span<3 Span<1");
    const Link* link = f.document.tree.link(f.document.tree.node(static_cast<NodeId>(3)));
    ASSERT_NE(link, nullptr);
    EXPECT_EQ(link->uri, "https://example.dk/");
    EXPECT_EQ(link->contents, "dig ind");
}

TEST(TextBlocks, PrintAddressesAsTheStyleWantsThem) {
    TextsStyle texts;
    const RichText text = paragraphOf({{"Se "},
                                       linked("planen", "https://example.dk/plan"),
                                       {" og "},
                                       linked("example.dk/plan", "https://example.dk/plan"),
                                       {"."}});
    const auto words = [&](LinkForm form) {
        Fixture f;
        texts.links = form;
        f.context.texts = &texts;
        std::vector<Block> blocks;
        addText(f.context, text, NodeId::Root, f.look, blocks);
        std::string out;
        for (const Block& block : blocks) {
            for (const sidetal::Run& run : std::get<Paragraph>(block.content).runs) {
                out += run.text;
            }
            out += '|';
        }
        return out + f.nodes();
    };
    EXPECT_EQ(words(LinkForm::None), "Se planen og example.dk/plan.|P<0 Span<1 Link<1 Span<1 Link<1 Span<1");
    EXPECT_EQ(words(LinkForm::Behind), "Se planen (https://example.dk/plan) og example.dk/plan.|"
                                       "P<0 Span<1 Link<1 Span<1 Span<1 Link<1 Span<1");
    EXPECT_EQ(words(LinkForm::Notes), "Se planen1 og example.dk/plan.|1 https://example.dk/plan|"
                                      "P<0 Span<1 Link<1 Reference<1 Link<4 Span<1 Link<1 Span<1 "
                                      "Note<0 Lbl<9 P<9 Link<11");
}

TextHeading headingOf(int level, std::string words) {
    return {{{std::move(words)}}, {}, level};
}

TEST(TextBlocks, HeadLevelsUnderWhatHoldsTheTextAndLeaveNoneOut) {
    Fixture f;
    const TextsStyle texts;
    f.context.texts = &texts;
    f.look.headingLevel = 3;
    RichText text;
    for (const auto& [level, words] : std::vector<std::pair<int, std::string>>{
             {3, "Baggrund"}, {5, "Tal"}, {4, "Plan"}, {3, "Tid"}, {1, "Alt"}, {6, "Dybt"}}) {
        text.blocks.emplace_back(headingOf(level, words));
    }
    std::vector<Block> blocks;
    addText(f.context, text, NodeId::Root, f.look, blocks);
    EXPECT_EQ(f.nodes(), "H3<0 H4<0 H4<0 H3<0 H3<0 H4<0");
    EXPECT_EQ(std::get<Heading>(blocks.at(1).content).outline, "Tal");
}

TEST(TextBlocks, HeadCellsByBoldParagraphsAlone) {
    Fixture f;
    RichText text = plainText("ord");
    text.blocks.insert(text.blocks.begin(), headingOf(2, "Titel"));
    TableCell cell;
    cell.node = f.document.tree.add(NodeId::Root, Role::TD);
    fillCell(f.context, cell, text, f.look);
    EXPECT_EQ(f.nodes(), "TD<0 P<1 P<1");
    EXPECT_TRUE(std::get<Paragraph>(cell.content.at(0).content).runs.at(0).emphasis.bold);
    EXPECT_TRUE(cell.content.at(0).keepWithNext);
}

TEST(TextBlocks, TakeBoldParagraphsForHeadingsByStyleAndWarnElse) {
    RichText text = paragraphOf({{"Økonomi", {.bold = true}}});
    text.blocks.push_back(plainText("Det koster.").blocks.front());
    text.blocks.push_back(paragraphOf({{"Slut", {.bold = true}}}).blocks.front());
    TextsStyle texts;
    const auto nodes = [&](BoldParagraphs what, std::size_t warnings) {
        Fixture f;
        Diagnostics diagnostics;
        texts.boldParagraphs = what;
        f.context.texts = &texts;
        f.context.diagnostics = &diagnostics;
        f.look.headingLevel = 3;
        std::vector<Block> blocks;
        addText(f.context, text, NodeId::Root, f.look, blocks);
        EXPECT_EQ(diagnostics.warningCount(), warnings);
        return f.nodes();
    };
    EXPECT_EQ(nodes(BoldParagraphs::Paragraphs, 1), "P<0 P<0 P<0");
    EXPECT_EQ(nodes(BoldParagraphs::Headings, 0), "H3<0 P<0 P<0") << "the last one heads nothing";
}

TEST(TextBlocks, SetQuotationsAndDefinitionsIn) {
    Fixture f;
    RichText text;
    text.blocks.emplace_back(Boxed<TextQuote>({plainText("sagt"), {}}));
    text.blocks.emplace_back(TextDefinitions{{{{{"BBR"}}, plainText("register"), {}}}, {}});
    std::vector<Block> blocks;
    addText(f.context, text, NodeId::Root, f.look, blocks);
    EXPECT_EQ(f.nodes(), "BlockQuote<0 P<1 L<0 LI<3 Lbl<4 LBody<4 P<6");
    ASSERT_EQ(blocks.size(), 3u);
    EXPECT_EQ(blocks[0].indent, Length::points(18));
    EXPECT_TRUE(blocks[1].keepWithNext);
    EXPECT_EQ(blocks[2].indent, Length::points(18));
}

TEST(TextBlocks, SetPreformattedAndAlignedParagraphsByFormatsOfTheirOwn) {
    Fixture f;
    const TextsStyle texts;
    f.context.texts = &texts;
    RichText text = paragraphOf({{"a b"}});
    std::get<TextParagraph>(text.blocks[0]).preformatted = true;
    text.blocks.push_back(paragraphOf({{"midt"}}).blocks.front());
    std::get<TextParagraph>(text.blocks[1]).align = TextAlign::Centre;
    std::vector<Block> blocks;
    addText(f.context, text, NodeId::Root, f.look, blocks);
    const auto formatOf = [&](std::size_t i) {
        return f.document.formats.at(
            static_cast<std::size_t>(std::get<Paragraph>(blocks.at(i).content).format));
    };
    EXPECT_EQ(formatOf(0).family, "DejaVu Sans Mono");
    EXPECT_EQ(formatOf(1).align, Align::Centre);
}

TEST(TextBlocks, GiveACellOfSeveralBlocksItsParagraphs) {
    Fixture f;
    RichText text = plainText("Viborg Kommune skal i 2025:");
    text.blocks.emplace_back(listOf(ListMarker::Bullet, 1, {"Have", "Genbruge"}));
    TableCell cell;
    cell.node = f.document.tree.add(NodeId::Root, Role::TD);
    fillCell(f.context, cell, text, f.look);
    EXPECT_EQ(f.nodes(), "TD<0 P<1 L<1 LI<3 Lbl<4 LBody<4 P<6 LI<3 Lbl<8 LBody<8 P<10");
}

TEST(TextBlocks, PartParagraphsByTheGapAndListsFromTheirParagraphByAnother) {
    Fixture f;
    RichText text = plainText("første");
    text.blocks.push_back(plainText("andet:").blocks.front());
    text.blocks.emplace_back(listOf(ListMarker::Bullet, 1, {"punkt"}));
    TableCell cell;
    cell.node = f.document.tree.add(NodeId::Root, Role::TD);
    TextLook look = f.look;
    look.gap = Length::points(3);
    look.beforeList = Length::points(1);
    fillCell(f.context, cell, text, look);
    EXPECT_EQ(cell.content.at(0).spaceAfter, Length::points(3));
    EXPECT_EQ(cell.content.at(1).spaceAfter, Length::points(1));
    EXPECT_EQ(cell.content.at(2).spaceAfter, Length::points(3));
}

TEST(TextBlocks, KeepAParagraphThatAnnouncesAListWithIt) {
    const auto kept = [](std::vector<TextSpan> spans, bool listFollows = true) {
        Fixture f;
        RichText text;
        text.blocks.emplace_back(TextParagraph{std::move(spans), {}});
        if (listFollows) {
            text.blocks.emplace_back(listOf(ListMarker::Bullet, 1, {"punkt"}));
        } else {
            text.blocks.push_back(plainText("tekst").blocks.front());
        }
        std::vector<Block> blocks;
        addText(f.context, text, NodeId::Root, f.look, blocks);
        return blocks.at(0).keepWithNext;
    };
    EXPECT_TRUE(kept({{"Følgende:"}}));
    EXPECT_TRUE(kept({{"Det indstilles"}, {", "}, {"at"}, {" "}}));
    EXPECT_FALSE(kept({{"Følgende:"}}, false));
    EXPECT_FALSE(kept({{"Punkt."}}));
    EXPECT_FALSE(kept({{"Det er sagt, hvorledes den blev plat"}}));
    EXPECT_FALSE(kept({}));
}

TEST(TextBlocks, PutASignBeforeTheFirstWords) {
    const auto nodesOf = [](const RichText& text) {
        Fixture f;
        const LeadingSign sign{"● ", "Prioriteret "};
        TextLook look = f.look;
        look.sign = &sign;
        TableCell cell;
        cell.node = f.document.tree.add(NodeId::Root, Role::TD);
        fillCell(f.context, cell, text, look);
        EXPECT_EQ(std::get<Paragraph>(cell.content.at(0).content).runs.at(0).text, "● ");
        return f.nodes();
    };
    RichText two = plainText("første");
    two.blocks.push_back(plainText("andet").blocks.front());
    RichText list;
    list.blocks.emplace_back(listOf(ListMarker::Bullet, 1, {"punkt"}));
    EXPECT_EQ(nodesOf(plainText("mål")), "TD<0 Span<1 Span<1");
    EXPECT_EQ(nodesOf({}), "TD<0 Span<1");
    EXPECT_EQ(nodesOf(two), "TD<0 P<1 Span<2 Span<2 P<1");
    EXPECT_EQ(nodesOf(list), "TD<0 P<1 Span<2 L<1 LI<4 Lbl<5 LBody<5 P<7");
}

TEST(TextBlocks, PutATitleOverItsTextOrMakeItTheLeaf) {
    Fixture f;
    const Type bold{f.look.type.format, {.bold = true}};
    TableCell both;
    both.node = f.document.tree.add(NodeId::Root, Role::TD);
    fillCell(f.context, both, "Boblberg", bold, {}, plainText("En portal"), f.look);
    TableCell titleOnly;
    titleOnly.node = f.document.tree.add(NodeId::Root, Role::TD);
    fillCell(f.context, titleOnly, "DigiRehab", bold, {}, {}, f.look);
    TableCell textOnly;
    textOnly.node = f.document.tree.add(NodeId::Root, Role::TD);
    fillCell(f.context, textOnly, "", bold, {}, plainText("uden titel"), f.look);
    TableCell empty;
    empty.node = f.document.tree.add(NodeId::Root, Role::TD);
    fillCell(f.context, empty, "", bold, {}, {}, f.look);

    EXPECT_EQ(f.nodes(), "TD<0 P<1 P<1 TD<0 TD<0 TD<0");
    EXPECT_TRUE(std::get<Paragraph>(both.content.at(0).content).runs.at(0).emphasis.bold);
    EXPECT_EQ(std::get<Paragraph>(titleOnly.content.at(0).content).runs.at(0).leaf, titleOnly.node);
    EXPECT_EQ(std::get<Paragraph>(textOnly.content.at(0).content).runs.at(0).leaf, textOnly.node);
    EXPECT_TRUE(empty.content.empty());
}

} // namespace
} // namespace sidetal
