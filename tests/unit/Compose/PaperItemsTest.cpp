#include "unit/Compose/PaperFixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal {
namespace {

using test::ComposedPaper;
using test::sectionOf;
using test::titled;
using testing::ElementsAre;

MeetingPaper paperOf(AgendaItem item) {
    MeetingPaper out;
    out.items.push_back(std::move(item));
    return out;
}

TEST(PaperItems, StandInTheStylesOrderAndTheUnnamedBehindTheOneBefore) {
    AgendaItem item = titled("Budget");
    item.sections = {sectionOf("presentation", "a"), sectionOf("lokalt", "b", "Lokalråd"),
                     sectionOf("recommendation", "c"), sectionOf("economy", "d")};
    const auto ordered = [&](std::vector<std::string> order) {
        return ComposedPaper(paperOf(item), "administrative",
                             [&](AgendaStyle& look) { look.sections.order = std::move(order); })
            .of(Role::H3);
    };
    EXPECT_THAT(ordered({}), ElementsAre("Sagsfremstilling", "Lokalråd", "Indstilling", "Økonomi"));
    EXPECT_THAT(ordered({"recommendation", "economy", "presentation"}),
                ElementsAre("Indstilling", "Økonomi", "Sagsfremstilling", "Lokalråd"));
    EXPECT_THAT(ordered({"lokalt"}), ElementsAre("Sagsfremstilling", "Lokalråd", "Indstilling", "Økonomi"))
        << "what stands before all named ones stays in front";
}

TEST(PaperItems, HideShowOrDenyEmptySectionsByStyle) {
    AgendaItem item = titled("Budget");
    item.sections = {sectionOf("economy", ""), sectionOf("legal", "Loven")};
    const auto with = [&](EmptySections empty) {
        return ComposedPaper(paperOf(item), "administrative",
                             [&](AgendaStyle& look) { look.sections.empty = empty; })
            .lines("H2 1. Budget");
    };
    EXPECT_THAT(with(EmptySections::Hide), ElementsAre("H2 1. Budget", "H3 Lovgrundlag", "P Loven"));
    EXPECT_THAT(with(EmptySections::Show),
                ElementsAre("H2 1. Budget", "H3 Økonomi", "H3 Lovgrundlag", "P Loven"));
    EXPECT_THAT(with(EmptySections::Nothing),
                ElementsAre("H2 1. Budget", "H3 Økonomi", "P Intet.", "H3 Lovgrundlag", "P Loven"));
}

TEST(PaperItems, SayTheirKindAsTheStyleAsks) {
    AgendaItem item = titled("Budget");
    item.kind = AgendaItem::Kind::Discussion;
    item.caseNumber = "1-26";
    const auto with = [&](KindMark mark, std::string_view language = {}) {
        return ComposedPaper(
                   paperOf(item), "administrative", [&](AgendaStyle& look) { look.items.kindMark = mark; },
                   language)
            .lines()
            .at(1);
    };
    EXPECT_EQ(with(KindMark::None), "H2 1. Budget");
    EXPECT_EQ(with(KindMark::Letter), "H2 1. Budget (D)");
    EXPECT_EQ(with(KindMark::Word), "H2 1. Budget (drøftelse)");
    EXPECT_EQ(with(KindMark::Word, "en"), "H2 1. Budget[en] (discussion)");
}

TEST(PaperItems, GatherTheCaseInALine) {
    AgendaItem item = titled("Budget");
    item.caseNumber = "01.02.05-P16-4-26";
    item.caseOfficer = "ab";
    item.competence = "Byrådet";
    item.presenter = "Mona Model";
    item.kind = AgendaItem::Kind::Decision;
    EXPECT_EQ(ComposedPaper(paperOf(item)).lines("H2 1. Budget").at(1),
              "P Sagsnr. 01.02.05-P16-4-26 · Sagsbehandler ab · Sagen afgøres i Byrådet · "
              "Oplægsholder Mona Model · Åben sag · Beslutningssag");
    EXPECT_EQ(ComposedPaper(paperOf(titled("Budget")), "administrative").lines("H2 1. Budget").size(), 1u)
        << "nothing to say, no line";
    item.access = Access::Closed;
    EXPECT_THAT(ComposedPaper(paperOf(item)).lines("H2 1. Budget").at(1), testing::HasSubstr("Lukket sag"));
}

TEST(PaperItems, KeepTheLanguageOfValuesApartFromThatOfLabels) {
    AgendaItem item = titled("Budget");
    item.caseNumber = "1-26";
    item.sections = {sectionOf("economy", "Intet"), sectionOf("x", "Ja", "Bilag til sagen")};
    const ComposedPaper c(paperOf(item), "administrative", {}, "en");
    EXPECT_THAT(c.lines("H2 1. Budget"), ElementsAre("H2 1. Budget", "P [en]Case no. 1-26", "H3 [en]Finances",
                                                     "P Intet", "H3 Bilag til sagen", "P Ja"));
    const NodeId line = c.find(Role::P, "[en]Case\u00a0no.\u00a01-26");
    ASSERT_NE(line, NodeId::None);
    const NodeId label = c.tree().node(line).firstKid;
    EXPECT_EQ(c.tree().language(c.tree().node(label)), "en");
    EXPECT_EQ(c.tree().language(c.tree().node(c.tree().node(label).next)), "")
        << "the number is the document's";
}

TEST(PaperItems, HeadGroupsWithoutItemsToo) {
    MeetingPaper paper;
    paper.groups = {{"Åbne", {}, {}}, {"Til orientering", {titled("Nyt")}, {}}, {"Lukkede", {}, {}}};
    EXPECT_THAT(ComposedPaper(paper, "administrative").of(Role::H2),
                ElementsAre("Åbne", "Til orientering", "Lukkede"));
}

TEST(PaperItems, BeginANewPageWithTheTitleOfTheirGroup) {
    MeetingPaper paper;
    paper.groups = {{"A", {titled("En"), titled("To")}, {}}, {"B", {titled("Tre")}, {}}};
    const ComposedPaper c(paper, "administrative", [](AgendaStyle& look) { look.items.newPage = true; });
    std::string order;
    for (const Block& block : c.blocks().run().blocks) {
        const auto* heading = std::get_if<Heading>(&block.content);
        order += std::holds_alternative<PageBreak>(block.content) ? "|"
                 : heading != nullptr && heading->level == 2      ? "g"
                 : std::holds_alternative<List>(block.content)    ? "i"
                                                                  : "";
    }
    EXPECT_EQ(order, "gi|i|gi");
}

TEST(PaperItems, NumberTheirEnclosuresAndSayWhatTheyAre) {
    AgendaItem item = titled("Budget");
    item.number = "12";
    item.enclosures.resize(2);
    item.enclosures[0].title = "Notat";
    item.enclosures[0].format = "PDF";
    item.enclosures[0].pages = 1;
    item.enclosures[0].journalNumber = "77/26";
    item.enclosures[0].address = "https://example.org/notat.pdf";
    item.enclosures[1].title = "Personsag";
    item.enclosures[1].number = "B";
    item.enclosures[1].access = Access::Closed;
    item.enclosures[1].pages = 4;
    item.enclosures[1].added = Date{2026, 11, 3};
    const ComposedPaper c(paperOf(item), "administrative");
    EXPECT_THAT(c.lines("H3 Bilag"),
                ElementsAre("H3 Bilag", "Lbl Bilag 12.1", "Link Notat", "P Journalnr. 77/26", "P PDF, 1 side",
                            "Lbl Bilag B", "P Personsag", "P Tilføjet 3. november 2026",
                            "P Lukket bilag, 4 sider"));
    const Link* link = c.tree().link(c.tree().node(c.find(Role::Link, "Notat")));
    ASSERT_NE(link, nullptr);
    EXPECT_EQ(link->uri, "https://example.org/notat.pdf");
}

} // namespace
} // namespace sidetal
