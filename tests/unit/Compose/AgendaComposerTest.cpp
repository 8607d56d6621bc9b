#include "Compose/Compose.h"

#include "Dump/Dump.h"
#include "Styles/StyleReader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Composed {
    Document document; ///< the blocks refer to it
    Diagnostics diagnostics;
    BlockDocument blocks;

    explicit Composed(MeetingPaper agenda)
        : document(std::move(agenda))
        , blocks(compose(document, input::builtInStyleSheet("agenda"), diagnostics)) {}

    /// The headings' texts with their levels.
    [[nodiscard]] std::vector<std::string> headings() const {
        std::vector<std::string> out;
        for (const Block& block : blocks.run().blocks) {
            if (const auto* heading = std::get_if<Heading>(&block.content)) {
                out.push_back(std::to_string(heading->level) + " " +
                              std::string(heading->text.runs.at(0).text));
                EXPECT_EQ(heading->outline, heading->text.runs.at(0).text);
                EXPECT_EQ(roleName(blocks.tree.node(heading->text.runs.at(0).leaf).role),
                          "H" + std::to_string(heading->level));
            }
        }
        return out;
    }

    /// "label|value" of each fact.
    [[nodiscard]] std::vector<std::string> facts() const {
        std::vector<std::string> out;
        for (const Block& block : blocks.run().blocks) {
            if (const auto* table = std::get_if<Table>(&block.content)) {
                for (const TableRow& row : table->rows) {
                    out.push_back(textOf(row.cells.at(0)) + "|" + textOf(row.cells.at(1)));
                }
            }
        }
        return out;
    }

    static std::string textOf(const TableCell& cell) {
        std::string out;
        for (const Block& block : cell.content) {
            out += out.empty() ? "" : "/";
            for (const sidetal::Run& run : std::get<Paragraph>(block.content).runs) {
                out += run.text;
            }
        }
        return out;
    }

    [[nodiscard]] std::vector<std::string> messages() const {
        std::vector<std::string> out;
        for (const Diagnostic& d : diagnostics.all()) {
            out.push_back(format(d));
        }
        return out;
    }
};

AgendaItem item(std::string title) {
    AgendaItem out;
    out.title = std::move(title);
    return out;
}

TEST(AgendaComposer, PrintsAFactWhenItsKeyIsPresentEvenIfEmpty) {
    MeetingPaper agenda;
    EXPECT_THAT(Composed(agenda).facts(), IsEmpty());
    agenda.meeting.date = Date{2021, 10, 26};
    agenda.meeting.start = TimeOfDay{15, 0};
    agenda.meeting.end = TimeOfDay{17, 0};
    agenda.meeting.place = "";
    agenda.meeting.chair = Person{"Lone Langballe", "Formand", "V", {}};
    agenda.meeting.secretary = Person{"", "konsulent", "", {}};
    agenda.meeting.participants = {{{"Mette Kvist", "konsulent", "", {}}, {"Udvalget", "", "", {}}}};
    agenda.meeting.absent.emplace();
    agenda.header.facts.push_back({"Bemærkninger", plainText("Ingen"), {}});
    agenda.header.facts.push_back({"Bilag:", {}, {}});
    EXPECT_THAT(Composed(agenda).facts(),
                ElementsAre("Mødedato:|26. oktober 2021", "Mødetidspunkt:|15.00-17.00", "Mødested:|",
                            "Mødeleder:|Lone Langballe (V), Formand", "Referent:|konsulent",
                            "Mødedeltagere:|Mette Kvist, konsulent/Udvalget", "Fraværende:|",
                            "Bemærkninger:|Ingen", "Bilag:|"));
}

TEST(AgendaComposer, WritesHalfATimeAsHalf) {
    MeetingPaper agenda;
    agenda.meeting.start = TimeOfDay{9, 30};
    EXPECT_THAT(Composed(agenda).facts(), ElementsAre("Mødetidspunkt:|09.30"));
    agenda.meeting.start.reset();
    agenda.meeting.end = TimeOfDay{11, 0};
    EXPECT_THAT(Composed(agenda).facts(), ElementsAre("Mødetidspunkt:|-11.00"));
}

TEST(AgendaComposer, TagsFactsAsRowHeadersWithTheirCells) {
    MeetingPaper agenda;
    agenda.meeting.place = "Rådhuset";
    agenda.meeting.absent.emplace();
    const Composed c(agenda);
    const StructTree& tree = c.blocks.tree;
    const auto* table = std::get_if<Table>(&c.blocks.run().blocks.at(1).content);
    ASSERT_NE(table, nullptr);
    for (const TableRow& row : table->rows) {
        const StructNode& head = tree.node(row.cells.at(0).node);
        const StructNode& cell = tree.node(row.cells.at(1).node);
        EXPECT_EQ(head.role, Role::TH);
        EXPECT_EQ(head.scope, Scope::Row);
        EXPECT_TRUE(head.hasId);
        EXPECT_EQ(cell.role, Role::TD);
        ASSERT_EQ(cell.headerCount, 1u);
        EXPECT_EQ(tree.headerOf(cell, 0), row.cells[0].node);
    }
    EXPECT_TRUE(table->rows.at(1).cells.at(1).content.empty());
}

TEST(AgendaComposer, PutsTheSenderBesideTheTitleAndReadsItAfterTheFacts) {
    MeetingPaper agenda;
    agenda.header.organisation =
        Organisation{"Viborg Kommune", "Social, Sundhed & Omsorg", "Sekretariatet", {}};
    agenda.header.date = Date{2021, 9, 23};
    agenda.header.caseNumber = "20/49269";
    agenda.header.caseOfficer = "";
    agenda.meeting.place = "Rådhuset";
    const Composed c(agenda);
    const auto* aside = std::get_if<Aside>(&c.blocks.run().blocks.at(0).content);
    ASSERT_NE(aside, nullptr);
    EXPECT_EQ(aside->x, c.blocks.run().body.width + Length::points(20));
    ASSERT_EQ(aside->blocks.size(), 6u);
    const auto text = [&](std::size_t i) {
        return std::string(std::get<Paragraph>(aside->blocks[i].content).runs.at(0).text);
    };
    EXPECT_EQ(text(0), "Viborg Kommune");
    EXPECT_EQ(text(1), "Social, Sundhed & Omsorg");
    EXPECT_EQ(text(2), "Sekretariatet");
    EXPECT_EQ(text(3), "Dato: 23-09-2021");
    EXPECT_EQ(text(4), "Sagsnr.: 20/49269");
    EXPECT_EQ(text(5), "Sagsbehandler:");
    EXPECT_EQ(aside->blocks[1].spaceAfter, Length());
    EXPECT_EQ(aside->blocks[2].spaceAfter, Length::points(12)) << "between the parts";
    const auto leaf = std::get<Paragraph>(aside->blocks[0].content).runs[0].leaf;
    const auto& table = std::get<Table>(c.blocks.run().blocks.at(2).content);
    EXPECT_GT(leaf, table.node);
    EXPECT_EQ(c.blocks.tree.node(leaf).role, Role::P);
}

TEST(AgendaComposer, GivesEachOfSeveralPeopleAParagraph) {
    MeetingPaper agenda;
    agenda.meeting.participants = {{"Mette Kvist", "konsulent", "", {}}, {"Udvalget", "", "", {}}};
    agenda.meeting.absent = {{"Åse Høeg", "", "", {}}};
    const Composed c(agenda);
    const auto& rows = std::get<Table>(c.blocks.run().blocks.at(1).content).rows;
    const auto leafOf = [](const TableCell& cell, std::size_t i) {
        return std::get<Paragraph>(cell.content.at(i).content).runs.at(0).leaf;
    };
    const TableCell& two = rows.at(0).cells.at(1);
    EXPECT_EQ(c.blocks.tree.node(leafOf(two, 0)).role, Role::P);
    EXPECT_EQ(c.blocks.tree.node(leafOf(two, 1)).parent, two.node);
    EXPECT_EQ(leafOf(rows.at(1).cells.at(1), 0), rows.at(1).cells.at(1).node) << "one needs none";
}

TEST(AgendaComposer, TellsTheFileWhichMeetingItIsFor) {
    MeetingPaper agenda;
    agenda.meeting.date = Date{2021, 10, 26};
    agenda.committee = Committee{"Ældre- og Aktivitetsudvalget", {}};
    EXPECT_EQ(Composed(agenda).blocks.info.title,
              "Dagsorden, Ældre- og Aktivitetsudvalget, 26. oktober 2021");
    EXPECT_EQ(Composed(agenda).headings().front(), "1 Dagsorden");
    agenda.header.title = "Ældre- og Aktivitetsudvalgets møde\u00AD den 26. oktober 2021";
    EXPECT_EQ(Composed(agenda).blocks.info.title, "Ældre- og Aktivitetsudvalgets møde den 26. oktober 2021");
}

TEST(AgendaComposer, KeepsLineBreakingCharactersOutOfTheOutline) {
    MeetingPaper agenda;
    agenda.items = {item("Vel\u00ADkomst\u200B")};
    const Composed c(agenda);
    EXPECT_EQ(std::get<Heading>(c.blocks.run().blocks.back().content).outline, "1. Velkomst");
}

TEST(AgendaComposer, EndsHeadingsBeforeTheSenderBlock) {
    StyleSheet style = input::builtInStyleSheet("agenda");
    std::get<AgendaStyle>(style.look).headingMeasure = Length::points(482);
    MeetingPaper agenda;
    agenda.items = {item("Velkomst")};
    const Document document = agenda;
    Diagnostics diagnostics;
    const BlockDocument blocks = compose(document, style, diagnostics);
    const Length column = *std::get<AgendaStyle>(style.look).column;
    EXPECT_EQ(blocks.run().blocks.front().width, column + Length::points(20));
    EXPECT_EQ(blocks.run().blocks.back().width, column + Length::points(20));
}

TEST(AgendaComposer, UsesTheWholeWidthWhereThereIsNoSenderBlock) {
    StyleSheet style = input::builtInStyleSheet("agenda");
    auto& look = std::get<AgendaStyle>(style.look);
    look.sender.reset();
    look.column.reset();
    look.headingMeasure.reset();
    MeetingPaper agenda;
    agenda.header.organisation.emplace().unit = "Omsorg";
    agenda.header.caseNumber = "1";
    agenda.items = {item("Velkomst")};
    Diagnostics diagnostics;
    const BlockDocument blocks = compose(Document(agenda), style, diagnostics);
    EXPECT_EQ(blocks.run().body.width, style.page.textWidth());
    EXPECT_EQ(blocks.run().blocks.front().width, style.page.textWidth());
    for (const Block& block : blocks.run().blocks) {
        EXPECT_FALSE(std::holds_alternative<Aside>(block.content));
    }
    ASSERT_EQ(diagnostics.all().size(), 2u); // what the block would have shown is not lost in silence
    EXPECT_EQ(diagnostics.all()[0].path, "organisation");
    EXPECT_EQ(diagnostics.all()[1].path, "caseNumber");
}

TEST(AgendaComposer, NumbersItemsAndTheirSubItems) {
    MeetingPaper agenda;
    agenda.items = {item("Velkomst"), item("Status"), item("Eventuelt")};
    agenda.items[1].items = {item("Økonomi"), item("Personale")};
    agenda.items[1].items[0].items = {item("Budget")};
    EXPECT_THAT(Composed(agenda).headings(),
                ElementsAre("1 Dagsorden", "2 1. Velkomst", "2 2. Status", "3 2.1 Økonomi", "4 2.1.1 Budget",
                            "3 2.2 Personale", "2 3. Eventuelt"));
}

TEST(AgendaComposer, CountsThroughGroups) {
    MeetingPaper agenda;
    agenda.header.title = "Referat";
    agenda.groups.push_back({"Til afgørelse", {item("Budget"), item("Plan")}, {}});
    agenda.groups.push_back({"Til orientering", {item("Nyt")}, {}});
    agenda.numbering.suffix = "";
    EXPECT_THAT(Composed(agenda).headings(), ElementsAre("1 Referat", "2 Til afgørelse", "3 1 Budget",
                                                         "3 2 Plan", "2 Til orientering", "3 3 Nyt"));
}

TEST(AgendaComposer, HangsNumbersBesideTheirTitlesByStyle) {
    MeetingPaper agenda;
    agenda.items.resize(1);
    agenda.items[0].title = "Budget";
    agenda.items[0].body = plainText("Godkendt.");
    StyleSheet style = input::builtInStyleSheet("agenda");
    std::get<AgendaStyle>(style.look).hangingNumbers = true;
    Diagnostics diagnostics;
    const Document document = agenda;
    const BlockDocument blocks = compose(document, style, diagnostics);
    const Block& block = *(blocks.run().blocks.end() - 2);
    const ListItem& item = std::get<List>(block.content).items.at(0);
    const auto& heading = std::get<Heading>(item.body.at(0).content);
    EXPECT_TRUE(block.keepWithNext);
    EXPECT_EQ(std::get<Paragraph>(item.label).runs.at(0).text, "1.\u00a0");
    EXPECT_EQ(heading.outline, "1. Budget");
    EXPECT_EQ(heading.level, 2);
    const StructNode& words = blocks.tree.node(heading.text.runs.at(0).leaf);
    EXPECT_EQ(words.role, Role::Span);
    EXPECT_EQ(blocks.tree.node(words.parent).role, Role::H2);
}

TEST(AgendaComposer, SaysWhatIsWithdrawnOrClosed) {
    MeetingPaper agenda;
    agenda.items = {item("Køb af grund"), item("Personsag"), item("Begge")};
    agenda.items[0].status = agenda.items[2].status = AgendaItem::Status::Withdrawn;
    agenda.items[1].access = agenda.items[2].access = Access::Closed;
    EXPECT_THAT(Composed(agenda).headings(),
                ElementsAre("1 Dagsorden", "2 1. Køb af grund (udgår)", "2 2. Personsag (lukket)",
                            "2 3. Begge (udgår) (lukket)"));
}

TEST(AgendaComposer, GivesTheTitleAloneTheFullWidthWhereNoNumberIsPrinted) {
    MeetingPaper agenda;
    agenda.numbering.scheme = Numbering::Scheme::Given;
    agenda.items = {item("Velkomst")};
    EXPECT_THAT(Composed(agenda).headings(), ElementsAre("1 Dagsorden", "2 Velkomst"));
}

TEST(AgendaComposer, GoesNoDeeperThanTheSixthLevel) {
    MeetingPaper agenda;
    AgendaItem deepest = item("8");
    for (const char* title : {"7", "6", "5", "4", "3", "2"}) {
        AgendaItem outer = item(title);
        outer.items.push_back(std::move(deepest));
        deepest = std::move(outer);
    }
    agenda.items.push_back(std::move(deepest));
    const Composed c(agenda);
    EXPECT_THAT(c.headings(), ElementsAre("1 Dagsorden", "2 1. 2", "3 1.1 3", "4 1.1.1 4", "5 1.1.1.1 5",
                                          "6 1.1.1.1.1 6", "6 1.1.1.1.1.1 7", "6 1.1.1.1.1.1.1 8"));
    EXPECT_THAT(c.messages(), ElementsAre(HasSubstr("[SID-C007]"))) << "once";
}

TEST(AgendaComposer, TitlesMinutesAsMinutes) {
    MeetingPaper minutes;
    minutes.kind = MeetingPaper::Kind::Minutes;
    minutes.items = {item("Budget")};
    EXPECT_THAT(Composed(minutes).headings(), ElementsAre("1 Referat", "2 1. Budget"));
    minutes.header.title = "Beslutningsreferat";
    EXPECT_THAT(Composed(minutes).headings(), ElementsAre("1 Beslutningsreferat", "2 1. Budget"));
}

TEST(AgendaComposer, SaysOfADraftThatItIsOne) {
    MeetingPaper agenda;
    agenda.header.status = DocumentStatus::Draft;
    agenda.items = {item("Velkomst")};
    const Composed c(agenda);
    EXPECT_THAT(c.messages(), IsEmpty());
    EXPECT_THAT(c.headings(), ElementsAre("1 Dagsorden (udkast)", "2 1. Velkomst"));
    EXPECT_EQ(c.blocks.info.title, "Dagsorden (udkast)");
    ASSERT_TRUE(c.blocks.run().watermark.has_value());
    EXPECT_EQ(c.blocks.run().watermark->text, "UDKAST");
    const std::vector<RunningLine>& running = c.blocks.run().running;
    const auto mark = std::ranges::find(running, "UDKAST", &RunningLine::pattern);
    ASSERT_NE(mark, running.end());
    EXPECT_EQ(mark->kind, RunningLine::Kind::Header);
    EXPECT_FALSE(mark->fromSecond);
    ASSERT_TRUE(mark->frame.has_value());
    EXPECT_EQ(mark->frame->width, Length::milli(750));
    EXPECT_LT(mark->baseline + mark->frame->below, c.blocks.run().body.y);
    agenda.header.status = DocumentStatus::Final;
    const Composed finished(agenda);
    EXPECT_FALSE(finished.blocks.run().watermark.has_value());
    EXPECT_EQ(finished.blocks.run().running.size(), running.size() - 1);
}

TEST(AgendaComposer, TitlesAnExcerptAndSaysOfWhat) {
    MeetingPaper paper;
    paper.items = {item("Velkomst")};
    paper.excerpt = Excerpt{"", "4, 7-9", {}};
    EXPECT_THAT(Composed(paper).headings(), ElementsAre("1 Udskrift", "2 1. Velkomst"));
    EXPECT_THAT(Composed(paper).facts(), ElementsAre("Udskrift af:|Dagsorden, punkt 4, 7-9"));
    paper.kind = MeetingPaper::Kind::Minutes;
    paper.excerpt->of = "Beslutningsprotokol";
    const Composed c(paper);
    EXPECT_EQ(c.headings().at(0), "1 Protokoludskrift");
    EXPECT_EQ(c.blocks.info.title, "Protokoludskrift");
    EXPECT_THAT(c.facts(), ElementsAre("Udskrift af:|Beslutningsprotokol, punkt 4, 7-9"));
}

TEST(AgendaComposer, SaysOfACorrectedVersionWhatItReplacesAndWhatDiffers) {
    MeetingPaper paper;
    paper.header.date = Date{2026, 11, 20};
    paper.corrects = Correction{"1", Date{2026, 11, 18}, {}, {}};
    Change title{Change::Kind::Changed,
                 "4",
                 "Budget",
                 {{"title", "Bugdet", "Budget", {}}, {"body", "", "", {}}},
                 {},
                 {}};
    Change place{Change::Kind::Changed,
                 "",
                 "",
                 {{"meeting.place", "Salen", "", {}}, {"meeting.start", "", "16:00", {}}},
                 {},
                 {}};
    Change added{Change::Kind::Added, "5", "Skole", {}, {}, {}};
    Change removed{Change::Kind::Removed, "", "Vej", {}, {}, {}};
    paper.corrects->changes = {place, title, added, removed};
    const auto textsOf = [](const Composed& c) {
        std::vector<std::string> out;
        for (const Block& block : c.blocks.run().blocks) {
            if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
                out.emplace_back(paragraph->runs.at(0).text);
            } else if (const auto* list = std::get_if<List>(&block.content)) {
                for (const ListItem& each : list->items) {
                    out.emplace_back(std::get<Paragraph>(each.body.at(0).content).runs.at(0).text);
                }
            }
        }
        return out;
    };
    const Composed c(paper);
    EXPECT_EQ(c.headings().at(1), "2 Rettet udgave");
    EXPECT_THAT(
        textsOf(c),
        ElementsAre("Erstatter version 1 af 18. november 2026. Rettet 20. november 2026.",
                    "Mødet og dokumentet: ændret: mødested (før »Salen«), mødets begyndelse (nu »16:00«)",
                    "Punkt 4, Budget: ændret: overskrift (fra »Bugdet« til »Budget«), tekst",
                    "Punkt 5, Skole: tilføjet", "Vej: fjernet"));
    paper.corrects->changes.clear();
    for (int i = 5; i < 9; ++i) {
        const std::string number = std::to_string(i);
        const std::string before = std::to_string(i - 1);
        paper.corrects->changes.push_back(
            {Change::Kind::Changed, number, "Sag", {{"number", before, number, {}}}, {}, {}});
    }
    EXPECT_THAT(textsOf(Composed(paper)),
                ElementsAre(testing::_, "Punkt 5-8: ændret: punktnummer (fra »4-7« til »5-8«)"));
    paper.corrects = Correction{};
    paper.header.date.reset();
    EXPECT_THAT(textsOf(Composed(paper)),
                ElementsAre("Erstatter en tidligere udgave. Indholdet er det samme."));
}

TEST(AgendaComposer, WarnsOnceOfEachKeyThatNoPageShowsYet) {
    MeetingPaper agenda;
    agenda.items = {item("A"), item("B")};
    agenda.items[0].publicTitle = agenda.items[1].publicTitle = "x";
    agenda.items[0].source = {9, 7};
    agenda.items[1].items = {item("C")};
    agenda.items[1].items[0].publicTitle = "x";
    const std::vector<std::string> messages = Composed(agenda).messages();
    EXPECT_THAT(messages,
                ElementsAre("9:7: warning: items[0].publicTitle: 'publicTitle' is read, but no page shows it "
                            "yet [SID-C001]\n  'publicTitle' stands in 2 more places"));
}

TEST(AgendaComposer, TellsWhatTheSheetHasNoPlaceFor) {
    MeetingPaper agenda;
    agenda.header.organisation = Organisation{"", "Omsorg", "", Logo{"logo.png", "Logo"}};
    agenda.committee = Committee{"Udvalget", {{"Mona Model", "", "A", {}}}};
    EXPECT_THAT(Composed(agenda).messages(),
                ElementsAre(HasSubstr("organisation.logo: 'organisation.logo' is read"),
                            HasSubstr("committee.members: 'committee.members' is read")));
}

TEST(AgendaComposer, SaysNothingOfAnOrdinaryFinalAgenda) {
    MeetingPaper agenda;
    agenda.header.status = DocumentStatus::Final;
    agenda.meeting.kind = Meeting::Kind::Ordinary;
    agenda.items = {item("Velkomst")};
    EXPECT_THAT(Composed(agenda).messages(), IsEmpty());
}

} // namespace
} // namespace sidetal
