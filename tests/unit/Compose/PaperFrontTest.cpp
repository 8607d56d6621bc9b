#include "unit/Compose/PaperFixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

namespace sidetal {
namespace {

using test::ComposedPaper;
using test::titled;
using testing::Contains;
using testing::ElementsAre;

MeetingPaper council() {
    MeetingPaper out;
    out.committee =
        Committee{"Byrådet", {{"Anna Prøve", "borgmester", "V", {}}, {"Bo Eksempel", "", "A", {}}}};
    out.meeting.date = Date{2026, 11, 18};
    out.meeting.start = TimeOfDay{17, 0};
    out.items = {titled("Budget"), titled("Plan")};
    return out;
}

TEST(PaperFront, TheCoversLinesAreOneHeading) {
    const ComposedPaper c(council());
    EXPECT_THAT(c.of(Role::H1), ElementsAre("Dagsorden Byrådet onsdag den 18. november 2026 kl. 17.00"));
    std::string outline;
    for (const Block& block : c.blocks().run().blocks) {
        if (const auto* heading = std::get_if<Heading>(&block.content);
            heading != nullptr && outline.empty()) {
            outline = heading->outline;
        }
    }
    EXPECT_EQ(outline, "Dagsorden Byrådet onsdag den 18. november 2026 kl. 17.00");
    EXPECT_EQ(c.blocks().info.title, "Dagsorden, Byrådet, 18. november 2026");
}

TEST(PaperFront, RowsOfTheContentsLeadToTheirItems) {
    MeetingPaper paper = council();
    paper.items[0].kind = AgendaItem::Kind::Decision;
    paper.items[1].access = Access::Closed;
    paper.items[1].items = {titled("Del")};
    paper.items[1].items[0].items = {titled("Detalje")};
    const ComposedPaper c(paper);
    EXPECT_THAT(c.lines("H2 Indhold", "H2 Fremmøde"),
                ElementsAre("H2 Indhold", "Lbl 1.", "Link Budget · beslutning <page>", "Lbl 2.",
                            "Link Plan · lukket <page>", "Lbl 2.1", "Link Del <page>"))
        << "no deeper than the second level";
    const StructTree& tree = c.tree();
    const NodeId row = c.find(Role::Link, "Plan · lukket <page>");
    const Link& link = *tree.link(tree.node(row));
    EXPECT_EQ(link.contents, "Punkt 2, side {page}");
    EXPECT_TRUE(link.numbered);
    const NodeId heading = tree.targetNode(link.target);
    EXPECT_EQ(tree.node(heading).role, Role::H2);
    EXPECT_EQ(c.words(heading), "2.\u00a0Plan");
    const NodeId entry = tree.node(tree.node(row).parent).parent;
    EXPECT_EQ(tree.node(entry).role, Role::TOCI);
}

TEST(PaperFront, GroupsOfTheContentsHaveListsOfTheirOwn) {
    MeetingPaper paper = council();
    paper.groups = {{"Til afgørelse", std::exchange(paper.items, {}), {}}, {"Tomt", {}, {}}};
    const ComposedPaper c(paper);
    EXPECT_THAT(c.lines("H2 Indhold", "H2 Fremmøde"),
                ElementsAre("H2 Indhold", "P Til afgørelse", "Lbl 1.", "Link Budget <page>", "Lbl 2.",
                            "Link Plan <page>"));
    const StructTree& tree = c.tree();
    const NodeId list = tree.node(tree.node(c.find(Role::Lbl, "1.")).parent).parent;
    EXPECT_EQ(tree.node(list).role, Role::TOC);
    EXPECT_EQ(tree.node(tree.node(list).parent).role, Role::TOCI);
}

TEST(PaperFront, NamesStandInColumnsAndAreReadDownThem) {
    MeetingPaper paper = council();
    paper.committee->members.push_back({"Ida Model", "", "A", {}});
    const auto columns = [&](int count) {
        const ComposedPaper c(paper, "council", [&](AgendaStyle& look) { look.attendance->columns = count; });
        EXPECT_THAT(c.lines("H2 Fremmøde", "H2 1. Budget"),
                    ElementsAre("H2 Fremmøde", "H3 Medlemmer (3)", "LBody Anna Prøve (V), borgmester",
                                "LBody Bo Eksempel (A)", "LBody Ida Model (A)"));
        std::size_t found = 0;
        for (const Block& block : c.blocks().run().blocks) {
            const auto* row = std::get_if<Columns>(&block.content);
            const bool names =
                row != nullptr && std::holds_alternative<Paragraph>(row->columns[0].blocks[0].content);
            found = names ? row->columns.size() : found;
        }
        return found;
    };
    EXPECT_EQ(columns(1), 1u);
    EXPECT_EQ(columns(2), 2u);
}

TEST(PaperFront, PagesAreNamedAfterTheirItem) {
    MeetingPaper paper = council();
    paper.items[1].number = "";
    paper.firstPage = 41;
    const ComposedPaper c(paper);
    std::vector<std::string> marks;
    for (const RunningMark& mark : c.blocks().runningMarks) {
        marks.push_back(mark.text);
    }
    EXPECT_THAT(marks, ElementsAre("Punkt 1", "Plan", ""));
    EXPECT_EQ(c.blocks().run().numbering.first, 41u);
    std::vector<std::string> patterns;
    for (const RunningLine& line : c.blocks().run().running) {
        patterns.push_back(line.pattern);
    }
    EXPECT_THAT(patterns, Contains("{mark}"));
    EXPECT_THAT(patterns, Contains("Byrådet · 18. november 2026 · Dagsorden"));
    EXPECT_TRUE(ComposedPaper(paper, "administrative").blocks().runningMarks.empty());
}

std::vector<std::string> signatures(Signatures::Mode mode, std::vector<Approval> approvals = {}) {
    MeetingPaper paper = council();
    paper.kind = MeetingPaper::Kind::Minutes;
    paper.meeting.chair = paper.committee->members[0];
    paper.meeting.secretary = Person{"Siv Skriver", "sekretær", "", {}};
    paper.signatures.emplace().mode = mode;
    paper.signatures->approvals = std::move(approvals);
    return ComposedPaper(paper).lines("H2 Underskrifter");
}

TEST(PaperFront, MembersSignOrTheTwoWhoLed) {
    EXPECT_THAT(
        signatures(Signatures::Mode::Members),
        ElementsAre("H2 Underskrifter",
                    "P Beslutningsprotokollen underskrives efter mødet af de medlemmer, der har deltaget "
                    "(kommunestyrelsesloven § 13).",
                    "P Anna Prøve", "P V, borgmester", "P Bo Eksempel", "P A"));
    EXPECT_THAT(signatures(Signatures::Mode::ChairAndSecretary),
                ElementsAre("H2 Underskrifter",
                            "P Beslutningsprotokollen underskrives af formanden og sekretæren.",
                            "P Anna Prøve", "P V, borgmester", "P Siv Skriver", "P sekretær"));
}

TEST(PaperFront, DigitalApprovalsNeedNoLinesToSignOn) {
    EXPECT_TRUE(signatures(Signatures::Mode::Digital).empty()) << "nobody has approved";
    EXPECT_THAT(signatures(Signatures::Mode::Digital,
                           {{{"Anna Prøve", "borgmester", "V", {}}, Date{2026, 11, 20}, {}},
                            {{"Bo Eksempel", "", "A", {}}, std::nullopt, {}}}),
                ElementsAre("H2 Underskrifter",
                            "LBody Godkendt digitalt den 20. november 2026 af Anna Prøve (V), borgmester",
                            "LBody Godkendt digitalt af Bo Eksempel (A)"));
}

} // namespace
} // namespace sidetal
