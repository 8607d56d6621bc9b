#include "unit/Layout/LayoutFixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::test {

TEST(Tables, opsAreFillsThenLinesThenTextInReadingOrder) {
    Setting setting;
    DocumentBuilder builder;
    Table table = builder.spanTable("Sundhed", {"Kost", "Motion"});
    table.cellFormats.resize(2);
    table.cellFormats[1].fill = Colour{230, 230, 230};
    table.rows[0].cells[0].format = 1;
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(printPage(laid.pages, 1, setting),
              "fill 20,42 100x24\n"
              "line 19.8,30 220.2,30\n" // the header's edges
              "line 19.8,42 220.2,42\n"
              "line 20,30 20,42\n"
              "line 120,30 120,42\n"
              "line 220,30 220,42\n"
              "line 120,54 220.2,54\n" // between the rows, not through the theme
              "line 19.8,66 220.2,66\n"
              "line 20,42 20,66\n"
              "line 120,42 120,66\n"
              "line 220,42 220,66\n"
              "text TH#4 22,38.5 'Tema'\n"
              "text TH#5 122,38.5 'Mål'\n"
              "text TH#8 20,50.5 'Sundhed'\n"
              "text TD#9 122,50.5 'Kost'\n"
              "text TD#11 122,62.5 'Motion'\n");
}

// A second mark on the header's cells makes Acrobat see an unknown structure (QuestPDF 1177), a label of its
// own row spoils the table (metanorma 1001): on later pages both are furniture.
TEST(Tables, repeatedHeaderAndLabelAreFurniture) {
    Setting setting;
    DocumentBuilder builder;
    Table table = builder.spanTable("Sundhed", std::vector<std::string>(12, "Kost\nMotion"));
    table.ruleWidth = {};
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.count, 3u);
    EXPECT_EQ(printPage(laid.pages, 3, setting), "text [header] 22,38.5 'Tema'\n"
                                                 "text [header] 122,38.5 'Mål'\n"
                                                 "text [continuation] 22,50.5 'Sundhed (fortsat)'\n"
                                                 "text TD#25 122,50.5 'Kost '\n"
                                                 "text TD#25 122,62.5 'Motion'\n"
                                                 "text TD#27 122,74.5 'Kost '\n"
                                                 "text TD#27 122,86.5 'Motion'\n"
                                                 "text TD#29 122,98.5 'Kost '\n"
                                                 "text TD#29 122,110.5 'Motion'\n"
                                                 "text TD#31 122,122.5 'Kost '\n"
                                                 "text TD#31 122,134.5 'Motion'\n");
}

TEST(Tables, cutPieceHasItsEdgeDrawn) {
    // FOP, pdfmake and WeasyPrint leave the cut cell without its bottom line.
    Setting setting;
    DocumentBuilder builder;
    builder.add(builder.spanTable("Sundhed", std::vector<std::string>(8, "Kost\nMotion")));
    const auto laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.count, 2u);
    const std::string page = printPage(laid.pages, 1, setting);
    EXPECT_NE(page.find("line 19.8,138 220.2,138\n"), std::string::npos)
        << page; // header 12, four rows of 24
    EXPECT_NE(page.find("line 20,42 20,138\n"), std::string::npos) << page;
}

TEST(Tables, textOfASpanFlowsOnInOneLeaf) {
    Setting setting;
    DocumentBuilder builder;
    Table table = builder.spanTable("En\nto\ntre\nfire\nfem\nseks\nsyv\notte\nni\nti\nelleve",
                                    {"a\nb\nc\nd", "e\nf\ng\nh", "i\nj\nk\nl"});
    table.rows[0].cells[0].continuation = builder.furniture("Tal (fortsat)");
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.count, 2u);
    Page page;
    std::string found;
    for (std::uint32_t number = 0; number < laid.pages.count; ++number) {
        laid.pages.paint(number, setting.breaker, page);
        for (const Op& op : page.ops) {
            if (const auto* text = std::get_if<TextOp>(&op);
                text != nullptr && text->content == Content(NodeId{8})) {
                for (std::uint32_t i = 0; i < text->pieceCount; ++i) {
                    found += page.pieces[text->firstPiece + i].word->text;
                    found += ' ';
                }
            }
        }
    }
    EXPECT_EQ(found, "En to tre fire fem seks syv otte ni ti elleve ");
}

TEST(Tables, boxIsToldOfTablesThatLieOnOnePage) {
    Setting setting;
    DocumentBuilder builder;
    builder.addParagraph("før");
    builder.add(builder.spanTable("Sundhed", {"Kost", "Motion"}));
    const NodeId first{2};
    builder.add(builder.spanTable("Bæredygtighed", std::vector<std::string>(12, "Energi")));
    const auto laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.boxes.size(), 1u); // the second goes on over the page
    EXPECT_EQ(laid.pages.boxes[0].node, first);
    EXPECT_EQ(laid.pages.boxes[0].page, 0u);
    EXPECT_EQ(laid.pages.boxes[0].box,
              (Rect{Length::points(20), Length::points(42), Length::points(200), Length::points(36)}));
}

TEST(Tables, labelOfAnItemThatIsCutStandsOnce) {
    Setting setting;
    DocumentBuilder builder; // ten lines a page, one of them the header's
    Table table = builder.spanTable("Mål", {""});
    table.splitRows = true;
    List list;
    list.labelWidth = Length::points(10);
    ListItem item;
    item.label = builder.paragraph("•", builder.node(Role::Lbl));
    item.body.emplace_back().content = builder.paragraph("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm");
    list.items.push_back(std::move(item));
    table.rows[0].cells[1].content.assign(1, {});
    table.rows[0].cells[1].content[0].content = std::move(list);
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.count, 2u);
    Page page;
    laid.pages.paint(0, setting.breaker, page);
    EXPECT_THAT(wordsOf(page, setting.shaper), testing::HasSubstr("•"));
    laid.pages.paint(1, setting.breaker, page);
    EXPECT_THAT(wordsOf(page, setting.shaper), testing::Not(testing::HasSubstr("•")));
}

TEST(Tables, cellsHoldParagraphsAndListsWithTheirGaps) {
    Setting setting;
    DocumentBuilder builder;
    Table table = builder.spanTable("Mål", {"Vi vil i 2025:"});
    table.ruleWidth = {};
    List list;
    list.labelWidth = Length::points(10);
    ListItem item;
    item.label = builder.paragraph("•", builder.node(Role::Lbl));
    item.body.emplace_back().content = builder.paragraph("spare");
    list.items.push_back(std::move(item));
    Block& block = table.rows[0].cells[1].content.emplace_back();
    block.content = std::move(list);
    block.spaceBefore = Length::points(3);
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(printPage(laid.pages, 1, setting), "text TH#4 22,38.5 'Tema'\n"
                                                 "text TH#5 122,38.5 'Mål'\n"
                                                 "text TH#8 22,50.5 'Mål'\n"
                                                 "text TD#9 122,50.5 'Vi vil i 2025:'\n"
                                                 "text Lbl#10 122,65.5 '•'\n"
                                                 "text P#11 132,65.5 'spare'\n");
}

TEST(Tables, cellsOfAHeaderMaySpanItsRows) {
    Setting setting;
    DocumentBuilder builder;
    Table table = builder.spanTable("Sundhed", std::vector<std::string>(12, "Kost\nMotion"));
    table.ruleWidth = {};
    TableRow& second = table.header.emplace_back();
    table.header[0].cells[0].rowSpan = 2;
    TableCell cell = table.header[0].cells[1];
    cell.content[0].content = builder.paragraph("Tal", builder.node(Role::TH));
    second.cells.push_back(std::move(cell));
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(messages(laid.diagnostics), "");
    EXPECT_THAT(printPage(laid.pages, 2, setting), testing::StartsWith("text [header] 22,38.5 'Tema'\n"
                                                                       "text [header] 122,38.5 'Mål'\n"
                                                                       "text [header] 122,50.5 'Tal'\n"));
}

TEST(Tables, aHeaderHigherThanHalfAPageStandsOnce) {
    Setting setting;
    DocumentBuilder builder; // ten lines a page
    Table table = builder.spanTable("Sundhed", std::vector<std::string>(9, "Kost"));
    table.ruleWidth = {};
    table.header[0].cells[0].content[0].content =
        builder.paragraph("a\nb\nc\nd\ne\nf\ng", table.header[0].cells[0].node);
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(messages(laid.diagnostics), "");
    ASSERT_EQ(laid.pages.count, 2u);
    EXPECT_THAT(printPage(laid.pages, 2, setting), testing::Not(testing::HasSubstr("[header]")));
}

TEST(Tables, theFootIsKeptWithTheRowBeforeIt) {
    Setting setting;
    DocumentBuilder builder; // ten lines a page, one of them the header's
    Table table = builder.spanTable("a", std::vector<std::string>(10, "Kost"));
    table.rows[0].cells[0].rowSpan = 1;
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        table.rows[i].cells.insert(table.rows[i].cells.begin(), TableCell());
    }
    table.rows[8].cells[0].keptRows = 2;
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(messages(laid.diagnostics), "");
    Page page;
    laid.pages.paint(1, setting.breaker, page);
    EXPECT_EQ(wordsOf(page, setting.shaper), "KostKost");
}

TEST(Tables, aLabelOfTooManyLinesIsShortenedBeforeItsLastRun) {
    Setting setting;
    DocumentBuilder builder;
    Table table = builder.spanTable("Sundhed", std::vector<std::string>(12, "Kost\nMotion"));
    table.ruleWidth = {};
    table.labelLines = 2;
    Paragraph label = builder.furniture("Flere borgere skal være fysisk aktive i hverdagen hele livet");
    label.runs.push_back(label.runs[0]);
    label.runs[1].text = " (fortsat)";
    table.rows[0].cells[0].continuation = std::move(label);
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    const std::string page = printPage(laid.pages, 2, setting);
    EXPECT_THAT(page, testing::HasSubstr("text [continuation] 22,50.5 'Flere borgere skal være '\n"
                                         "text [continuation] 22,62.5 'fysisk aktive'\n"
                                         "text [continuation] 70.98,62.5 '…'\n"
                                         "text [continuation] 77.88,62.5 ' (fortsat)'\n"));
}

namespace {

/// A table of `rows` rows of two lines in the second cell of another one.
Table tableInTable(DocumentBuilder& builder, std::size_t rows) {
    Table outer = builder.spanTable("Sundhed", {""});
    outer.ruleWidth = {};
    Table inner = builder.spanTable("x", std::vector<std::string>(rows, "Kost\nMotion"));
    inner.columns = {ColumnWidth::content(), ColumnWidth::content()};
    inner.automaticWidths = true;
    inner.ruleWidth = {};
    inner.rows[0].cells[0].rowSpan = 1;
    for (std::size_t i = 1; i < rows; ++i) {
        inner.rows[i].cells.insert(inner.rows[i].cells.begin(), TableCell());
    }
    outer.rows[0].cells[1].content.assign(1, {});
    outer.rows[0].cells[1].content[0].content = std::move(inner);
    return outer;
}

} // namespace

TEST(Tables, aTableInACellIsBrokenBetweenItsRowsWhereItIsHigh) {
    Setting setting;
    DocumentBuilder builder; // ten lines a page, one of them the header's
    builder.add(tableInTable(builder, 9));
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(messages(laid.diagnostics), "");
    ASSERT_EQ(laid.pages.count, 3u);
    std::string words;
    Page page;
    for (std::uint32_t number = 0; number < laid.pages.count; ++number) {
        laid.pages.paint(number, setting.breaker, page);
        words += wordsOf(page, setting.shaper) + "|";
    }
    EXPECT_EQ(words, "TemaMålSundhedTemaMålxKost MotionKost MotionKost MotionKost Motion|"
                     "Kost MotionKost MotionKost Motion|Kost MotionKost Motion|")
        << "at least two rows on either side";
}

TEST(Tables, aTableInACellThatIsLowStaysWhole) {
    Setting setting;
    DocumentBuilder builder;
    builder.addParagraph("a\nb\nc\nd\ne\nf");
    builder.add(tableInTable(builder, 2));
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(messages(laid.diagnostics), "");
    ASSERT_EQ(laid.pages.count, 2u);
    EXPECT_EQ(laid.pages.boxes.size(), 2u) << "both tables";
}

TEST(Tables, whatACellHoldsAndNoPageDoesIsTold) {
    Setting setting;
    DocumentBuilder builder;
    Table table = builder.spanTable("Sundhed", {""});
    Figure figure;
    figure.leaf = builder.node(Role::Figure, table.rows[0].cells[1].node);
    figure.width = Length::points(20);
    figure.height = Length::points(119);
    table.rows[0].cells[1].content.assign(1, {});
    table.rows[0].cells[1].content[0].content = std::move(figure);
    builder.add(std::move(table));
    const auto laid = layOut(builder, setting);
    EXPECT_EQ(
        messages(laid.diagnostics),
        "prøve.json:9:1: error: row 1 of the table can stand on no page: it holds a figure or table of 119 "
        "pt "
        "that cannot be broken and is, with what must stand above it, higher than an empty page of 120 pt "
        "[SID-L002]\n");
}

} // namespace sidetal::test
