#include "Compose/TextTables.h"

#include "Dump/Dump.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::test {

namespace {

using testing::HasSubstr;

/// A document of one text.
struct TableText {
    BlockDocument document;
    Context context{document, Labels::danish()};
    ListStyle list{"•", Length::points(14), Length::points(2)};
    TextLook look;
    RichText text;

    TableText() {
        TextStyle style;
        style.family = "Carlito";
        style.size = Length::points(10);
        style.lineHeight = Length::points(12);
        look = {context.type(style), &list, Length::points(8), Length::points(8)};
    }

    std::string dump() {
        addText(context, text, NodeId::Root, look, document.run().blocks);
        return dumpBlocks(document);
    }
};

TextCell cell(std::string words, bool header = false) {
    TextCell out;
    out.content = plainText(std::move(words));
    out.header = header;
    return out;
}

TextRow row(std::vector<TextCell> cells, TablePart part = TablePart::Body) {
    TextRow out;
    out.cells = std::move(cells);
    out.part = part;
    return out;
}

} // namespace

TEST(TextTables, haveCaptionHeadBodyAndFoot) {
    TableText f;
    TextTable table;
    table.caption.push_back({"Budget"});
    table.columns = {ColumnWidth::part(300)};
    table.rows.push_back(row({cell("Område"), cell("Beløb")}, TablePart::Head));
    table.rows.push_back(row({cell("Skole", true), cell("1.200")}));
    table.rows.push_back(row({cell("I alt", true), cell("1.200")}, TablePart::Foot));
    table.rows[1].cells[1].align = TextAlign::Right;
    f.text.blocks.emplace_back(std::move(table));
    const std::string dump = f.dump();
    EXPECT_THAT(dump, HasSubstr("table #1 columns=30%,auto automatic"));
    EXPECT_EQ(f.document.run().blocks.size(), 2u);
    EXPECT_TRUE(f.document.run().blocks[0].keepWithNext);
    const auto& made = std::get<Table>(f.document.run().blocks[1].content);
    EXPECT_EQ(made.header.size(), 1u);
    EXPECT_EQ(made.rows.size(), 2u);
    const auto& amount = std::get<Paragraph>(made.rows[0].cells[1].content.at(0).content);
    EXPECT_EQ(f.document.formats.at(static_cast<std::size_t>(amount.format)).align, Align::Right);
    const auto& title = std::get<Paragraph>(made.header[0].cells[0].content.at(0).content);
    EXPECT_TRUE(title.runs.at(0).emphasis.bold);
    std::string roles;
    for (std::uint32_t i = 1; i < f.document.tree.size(); ++i) {
        roles += std::string(roleName(f.document.tree.node(NodeId{i}).role)) + " ";
    }
    EXPECT_EQ(roles, "Table Caption THead TR TH TH TBody TR TH TD TFoot TR TH TD ");
}

TEST(TextTables, fillShortRowsAndHoldTables) {
    TableText f;
    TextTable inner;
    inner.rows.push_back(row({cell("a", true), cell("b")}));
    TextTable table;
    table.rows.push_back(row({cell("x", true), cell("y", true), cell("z", true)}));
    table.rows.push_back(row({cell("")}));
    table.rows[1].cells[0].content.blocks.emplace_back(std::move(inner));
    f.text.blocks.emplace_back(std::move(table));
    (void)f.dump();
    const auto& made = std::get<Table>(f.document.run().blocks.at(0).content);
    ASSERT_EQ(made.rows.at(1).cells.size(), 3u);
    EXPECT_TRUE(made.rows[1].cells[2].content.empty());
    const auto& held = std::get<Table>(made.rows[1].cells[0].content.at(0).content);
    EXPECT_EQ(held.rows.size(), 1u);
}

} // namespace sidetal::test
