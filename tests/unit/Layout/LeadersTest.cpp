#include "unit/Layout/LayoutFixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::test {

using namespace literals;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

/// A row of a table of contents, in a Link of its own.
Block& addRow(DocumentBuilder& builder, std::string text, TargetId target) {
    const NodeId link = builder.node(Role::Link);
    Link to;
    to.target = target;
    to.contents = "Punkt, side {page}";
    to.numbered = true;
    builder.document.tree.setLink(link, to);
    LeaderLine line;
    line.text = builder.paragraph(std::move(text), link);
    line.end = builder.paragraph("000", link);
    line.end.runs.front().pageOf = target;
    return builder.add(std::move(line));
}

TargetId addTarget(DocumentBuilder& builder) {
    return builder.document.tree.reserveTarget();
}

} // namespace

TEST(LeaderLines, numbersStandAtTheRightEdgeOfTheLastLineAndTheRowIsTheLink) {
    DocumentBuilder builder;
    Setting setting;
    builder.document.leaderFormats.push_back(
        {.leastDots = 80_pt, .dots = Colour{180, 180, 180}, .reach = 15_pt});
    const TargetId target = addTarget(builder);
    addRow(builder, "Kort", target);
    addRow(builder, "En titel der er så lang at den fylder en hel linje", target);
    addRow(builder, "Ikke plads til prikker her dog", target);
    const NodeId there = builder.node(Role::P);
    builder.document.tree.bindTarget(target, there);
    builder.add(builder.paragraph("der", there));
    const LaidOutDocument laid = layOut(builder, setting);
    EXPECT_THAT(messages(laid.diagnostics), IsEmpty());
    EXPECT_EQ(printPage(laid.pages, 1, setting), R"(path [layout] 45,38.1 200.8,38.1
path [layout] 45,62.1 200.8,62.1
text Link#1 20,38.5 'Kort '
text Link#1 214.93,38.5 '1'
text Link#2 20,50.5 'En titel der er så lang at den fylder en hel '
text Link#2 20,62.5 'linje '
text Link#2 214.93,62.5 '1'
text Link#3 20,74.5 'Ikke plads til prikker her dog '
text Link#3 214.93,74.5 '1'
text P#4 20,86.5 'der'
link #1 5,30 215x12
link #2 5,42 215x24
link #3 5,66 215x12
)");
}

} // namespace sidetal::test
