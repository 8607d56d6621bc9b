#include "sidetal/Model/Document.h"
#include "sidetal/Model/Edition.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

TEST(Document, NamesItsKind) {
    EXPECT_EQ(kindName(DocumentKind::Agenda), "agenda");
    EXPECT_EQ(kindName(DocumentKind::GoalMatrix), "goal-matrix");
    EXPECT_EQ(kindOf(Agenda()), DocumentKind::Agenda);
    EXPECT_EQ(kindOf(GoalMatrix()), DocumentKind::GoalMatrix);
    GoalMatrix matrix;
    matrix.header.title = "M";
    EXPECT_EQ(headerOf(matrix).title, "M");
    Agenda agenda;
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

/// An agenda with something closed at each place that can be.
Agenda closedEverywhere() {
    AgendaItem item;
    item.title = "t";
    item.sections.resize(2);
    item.sections[1].access = Access::Closed;
    item.enclosures.resize(1);
    item.enclosures[0].access = Access::Closed;
    AgendaItem sub;
    sub.access = Access::Closed;
    sub.source = {7, 8};
    item.items = {AgendaItem(), sub};
    Agenda agenda;
    agenda.items = {AgendaItem(), item};
    ItemGroup group;
    group.items = {sub};
    agenda.groups = {group};
    return agenda;
}

std::vector<std::string> paths(const Diagnostics& diagnostics) {
    std::vector<std::string> out;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        EXPECT_EQ(diagnostic.code, "SID-E001");
        EXPECT_EQ(diagnostic.severity, Severity::Error);
        out.push_back(diagnostic.path);
    }
    return out;
}

TEST(ApplyEdition, RefusesEverythingClosedUnlessFull) {
    for (const Edition edition : {Edition::Public, Edition::Members}) {
        Diagnostics diagnostics;
        (void)applyEdition(closedEverywhere(), edition, diagnostics);
        EXPECT_EQ(paths(diagnostics),
                  (std::vector<std::string>{"items[1].sections[1]", "items[1].enclosures[0]",
                                            "items[1].items[1]", "groups[0].items[0]"}));
        EXPECT_EQ(diagnostics.all()[2].position, (SourcePos{7, 8}));
    }
    Diagnostics diagnostics;
    EXPECT_FALSE(applyEdition(closedEverywhere(), Edition::Full, diagnostics));
    EXPECT_TRUE(diagnostics.all().empty());
}

TEST(ApplyEdition, LeavesOpenDocumentsAsTheyAre) {
    Diagnostics diagnostics;
    EXPECT_FALSE(applyEdition(GoalMatrix(), Edition::Public, diagnostics));
    Agenda agenda;
    agenda.items.resize(3);
    EXPECT_FALSE(applyEdition(agenda, Edition::Public, diagnostics));
    EXPECT_TRUE(diagnostics.all().empty());
}

} // namespace
} // namespace sidetal
