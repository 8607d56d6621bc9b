#include "unit/Compose/PaperFixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

namespace sidetal {
namespace {

using test::ComposedPaper;
using test::titled;
using testing::ElementsAre;

Decision decided(std::string text) {
    Decision out;
    out.body = plainText(std::move(text));
    return out;
}

/// Minutes of a council with one item: first what a committee said, then the council.
MeetingPaper minutes() {
    MeetingPaper out;
    out.kind = MeetingPaper::Kind::Minutes;
    out.committee = Committee{"Byrådet", {}};
    out.meeting.date = Date{2026, 11, 18};
    AgendaItem& item = out.items.emplace_back(titled("Budget"));
    item.decisions = {decided("Anbefales."), decided("Godkendt.")};
    item.decisions[0].committee = "Økonomiudvalget";
    item.decisions[0].date = Date{2026, 11, 3};
    item.decisions[0].item = "7";
    return out;
}

std::vector<std::string> linesOf(const MeetingPaper& paper, std::string_view language = {}) {
    return ComposedPaper(paper, "administrative", {}, language).lines("H2 1. Budget");
}

TEST(PaperDecisions, TellHistoryFromTheMeetingsOwn) {
    EXPECT_THAT(linesOf(minutes()),
                ElementsAre("H2 1. Budget", "H3 Økonomiudvalget, 3. november 2026, pkt. 7", "P Anbefales.",
                            "H3 Beslutning – Byrådet, 18. november 2026", "P Godkendt."));
    EXPECT_THAT(linesOf(minutes(), "en"),
                ElementsAre("H2 1. Budget", "H3 Økonomiudvalget[en], 3 November 2026[en], item 7",
                            "P Anbefales.", "H3 [en]Decision – Byrådet[en], 18 November 2026",
                            "P Godkendt."));
    MeetingPaper agenda = minutes();
    agenda.kind = MeetingPaper::Kind::Agenda;
    EXPECT_EQ(linesOf(agenda).at(3), "H3 Beslutning") << "an agenda has no decision of its own";
}

TEST(PaperDecisions, OnlyTheMeetingsOwnStandOutAndAreInTheOutline) {
    const ComposedPaper c(minutes(), "council");
    std::vector<std::string> outlined;
    for (const Block& block : c.blocks().run().blocks) {
        if (const auto* panel = std::get_if<Panel>(&block.content)) {
            outlined.push_back(std::get<Heading>(panel->blocks.front().content).outline);
        }
    }
    EXPECT_THAT(outlined, ElementsAre("Beslutning – Byrådet, 18. november 2026"));
}

MeetingPaper voted() {
    MeetingPaper out = minutes();
    Decision& decision = out.items[0].decisions[1];
    decision.votes.resize(2);
    decision.votes[0].groups = {{"A", 9, {}}, {"V", 7, {}}};
    decision.votes[1].option = Vote::Option::No;
    decision.votes[1].groups = {{"Ø", 3, {}}};
    decision.result = VoteResult::Adopted;
    return out;
}

TEST(PaperDecisions, VotesAreATableWithHeadersAndACaption) {
    const ComposedPaper c(voted(), "administrative");
    EXPECT_THAT(c.lines("Caption Afstemning", "P For (16): A (9), V (7)"),
                ElementsAre("Caption Afstemning", "TH Parti", "TH For", "TH Imod", "TH Undlod", "TH A",
                            "TD 9", "TD 0", "TD 0", "TH V", "TD 7", "TD 0", "TD 0", "TH Ø", "TD 0", "TD 3",
                            "TD 0", "TH I alt", "TD 16", "TD 3", "TD 0"));
    const StructTree& tree = c.tree();
    const NodeId table = tree.node(c.find(Role::Caption, "Afstemning")).parent;
    ASSERT_EQ(tree.node(table).role, Role::Table);
    std::size_t cells = 0;
    for (std::uint32_t i = index(table); i < tree.size(); ++i) {
        const StructNode& node = tree.node(NodeId{i});
        if (node.role == Role::TD) {
            ASSERT_EQ(node.headerCount, 2u);
            EXPECT_EQ(tree.node(tree.headerOf(node, 0)).scope, Scope::Column);
            EXPECT_EQ(tree.node(tree.headerOf(node, 1)).scope, Scope::Row);
            EXPECT_EQ(tree.node(tree.headerOf(node, 1)).parent, node.parent) << "its own party";
            ++cells;
        }
    }
    EXPECT_EQ(cells, 12u);
}

TEST(PaperDecisions, TheResultIsASentenceInTheDecision) {
    EXPECT_THAT(ComposedPaper(voted(), "administrative").of(Role::P),
                testing::Contains("Godkendt med 16 stemmer for og 3 imod."));
}

TEST(PaperDecisions, VotesOnPartsHaveTheirOwnTitles) {
    MeetingPaper paper = voted();
    Decision& decision = paper.items[0].decisions[1];
    decision.voteEvents.push_back({"Punkt 2", std::exchange(decision.votes, {}), VoteResult::Rejected, {}});
    decision.result = VoteResult::Unspecified;
    const ComposedPaper c(paper, "administrative", {}, "en");
    EXPECT_THAT(c.of(Role::Caption), ElementsAre("Punkt 2")) << "in the document's language";
    EXPECT_NE(c.find(Role::TH, "[en]Party"), NodeId::None);
    EXPECT_NE(c.find(Role::TH, "V"), NodeId::None);
}

TEST(PaperDecisions, DissentAndAbsenceAreSaidWithThem) {
    MeetingPaper paper = minutes();
    Decision& decision = paper.items[0].decisions[1];
    decision.dissent.push_back({{"Ø", "Å"}, plainText("Vi er imod."), {}});
    decision.absent = {"Bo Eksempel (V)", "Ida Prøve (A)"};
    EXPECT_THAT(ComposedPaper(paper, "administrative").lines("P Godkendt."),
                ElementsAre("P Godkendt.", "P Fraværende ved punktet: Bo Eksempel (V), Ida Prøve (A)",
                            "H4 Mindretalsudtalelse – Ø, Å", "P Vi er imod."));
}

TEST(PaperDecisions, AVoteWithoutVotersSaysNothing) {
    MeetingPaper paper = minutes();
    paper.items[0].decisions[1].votes.resize(2);
    EXPECT_THAT(linesOf(paper), testing::SizeIs(5));
}

} // namespace
} // namespace sidetal
