#include "Model/CheckTexts.h"
#include "Model/Stages.h"
#include "sidetal/Model/Document.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

TEST(Document, NamesItsKind) {
    EXPECT_EQ(kindName(DocumentKind::Agenda), "agenda");
    EXPECT_EQ(kindName(DocumentKind::GoalMatrix), "goal-matrix");
    EXPECT_EQ(kindOf(MeetingPaper()), DocumentKind::Agenda);
    EXPECT_EQ(kindOf(GoalMatrix()), DocumentKind::GoalMatrix);
    EXPECT_EQ(kindName(DocumentKind::Minutes), "minutes");
    MeetingPaper minutes;
    minutes.kind = MeetingPaper::Kind::Minutes;
    EXPECT_EQ(kindOf(minutes), DocumentKind::Minutes);
    GoalMatrix matrix;
    matrix.header.title = "M";
    EXPECT_EQ(headerOf(matrix).title, "M");
    MeetingPaper agenda;
    agenda.header.title = "A";
    EXPECT_EQ(headerOf(agenda).title, "A");
}

TEST(PlainText, IsOneParagraphOrNone) {
    EXPECT_TRUE(plainText("").empty());
    const RichText text = plainText("x", {3, 4});
    ASSERT_EQ(text.blocks.size(), 1u);
    const auto& paragraph = std::get<TextParagraph>(text.blocks[0]);
    EXPECT_EQ(paragraph.spans, (std::vector<TextSpan>{{"x"}}));
    EXPECT_EQ(paragraph.source, (SourcePos{3, 4}));
}

TEST(TextTables, CountTheColumnsThatSpansOfRowsAboveTake) {
    const auto cell = [](std::uint32_t columns, std::uint32_t rows) {
        TextCell out;
        out.colSpan = columns;
        out.rowSpan = rows;
        return out;
    };
    TextTable table;
    EXPECT_EQ(model::countColumns(table), 0u);
    table.rows.resize(3);
    table.rows[0].cells = {cell(2, 2), cell(1, 1)};
    table.rows[1].cells = {cell(1, 1), cell(1, 1)};
    table.rows[2].cells = {cell(1, 1)};
    EXPECT_EQ(model::countColumns(table), 4u);
    table.rows[2].cells = {cell(0xFFFFFFFF, 1), cell(2, 1)};
    EXPECT_EQ(model::countColumns(table), 0xFFFFFFFF);
}

TEST(NumberedDocument, HasTheNumberOfEachItemInReadingOrder) {
    MeetingPaper paper;
    paper.groups.resize(2);
    std::vector<AgendaItem>& items = paper.groups[0].items;
    items.resize(3);
    items[1].number.emplace("7");
    items[1].items.resize(2);
    items[2].number.emplace();
    items[2].items.resize(1);
    paper.groups[1].items.resize(1);
    const Document document = paper;
    const NumberedDocument numbered(document);
    EXPECT_EQ(std::vector<std::string>(numbered.numbers().begin(), numbered.numbers().end()),
              (std::vector<std::string>{"1.", "7.", "7.1", "7.2", "", "1.", "8."}));
    const Document matrix = GoalMatrix();
    EXPECT_TRUE(NumberedDocument(matrix).numbers().empty());
}

} // namespace
} // namespace sidetal
