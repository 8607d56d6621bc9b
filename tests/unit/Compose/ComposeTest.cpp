#include "Compose/Compose.h"

#include "Styles/StyleReader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal {
namespace {

TEST(Compose, SetsThePageAndItsNumber) {
    const Document document = MeetingPaper{};
    Diagnostics diagnostics;
    const BlockDocument blocks = compose(document, input::builtInStyleSheet("agenda"), diagnostics);
    EXPECT_EQ(blocks.run().page, (Size{Length::milli(595'276), Length::milli(841'890)}));
    EXPECT_EQ(blocks.run().body.width, Length::milli(340'157));
    EXPECT_EQ(blocks.run().body.bottom(), blocks.run().page.height - Length::milli(70'866));
    ASSERT_EQ(blocks.run().running.size(), 1u);
    EXPECT_EQ(blocks.run().running[0].pattern, "Side {page} af {pages}");
    EXPECT_EQ(blocks.run().running[0].x + blocks.run().running[0].width,
              blocks.run().page.width - Length::milli(56'693));
    EXPECT_GT(blocks.run().running[0].baseline, blocks.run().body.bottom());
}

TEST(Compose, SetsThePageNumberInTheStylesLetters) {
    const Document document = MeetingPaper{};
    Diagnostics diagnostics;
    StyleSheet style = input::builtInStyleSheet("agenda");
    style.pageNumber.text.bold = true;
    style.pageNumber.text.italic = false;
    const BlockDocument bold = compose(document, style, diagnostics);
    EXPECT_TRUE(bold.run().running.at(0).emphasis.bold);
    EXPECT_FALSE(bold.run().running.at(0).emphasis.italic);
    style.pageNumber.text.bold = false;
    style.pageNumber.text.italic = true;
    const BlockDocument italic = compose(document, style, diagnostics);
    EXPECT_FALSE(italic.run().running.at(0).emphasis.bold);
    EXPECT_TRUE(italic.run().running.at(0).emphasis.italic);
}

TEST(Compose, PrintsTheWordsOfTheDocumentsLanguage) {
    MeetingPaper agenda;
    agenda.header.language = "en-GB";
    agenda.meeting.absent.emplace();
    const Document document = agenda;
    Diagnostics diagnostics;
    const BlockDocument blocks = compose(document, input::builtInStyleSheet("agenda"), diagnostics);
    EXPECT_EQ(blocks.info.title, "Agenda");
    EXPECT_EQ(blocks.info.language, "en-GB");
    EXPECT_EQ(blocks.run().running.at(0).pattern, "Page {page} of {pages}");
    EXPECT_TRUE(diagnostics.all().empty());
}

TEST(Compose, TakesLanguagesInAnyCase) {
    for (const auto& [written, canonical] : {std::pair("DA", "da"), {"EN-gb", "en-GB"}}) {
        MeetingPaper agenda;
        agenda.header.language = written;
        const Document document = agenda;
        Diagnostics diagnostics;
        const BlockDocument blocks = compose(document, input::builtInStyleSheet("agenda"), diagnostics);
        EXPECT_EQ(blocks.info.language, canonical);
        EXPECT_EQ(blocks.info.title, blocks.info.language == "da" ? "Dagsorden" : "Agenda");
        for (const Block& block : blocks.run().blocks) {
            if (const auto* heading = std::get_if<Heading>(&block.content)) {
                EXPECT_EQ(blocks.tree.language(blocks.tree.node(heading->text.runs.at(0).leaf)), "")
                    << "it is the document's language";
            }
        }
        EXPECT_TRUE(diagnostics.all().empty());
        EXPECT_EQ(compose(document, input::builtInStyleSheet("agenda"), diagnostics, {"En"})
                      .run()
                      .running.at(0)
                      .pattern,
                  "Page {page} of {pages}");
        EXPECT_TRUE(diagnostics.all().empty());
    }
}

TEST(Compose, NamesTheLanguageOfLabelsThatIsNotTheDocuments) {
    MeetingPaper agenda;
    agenda.header.language = "de";
    agenda.header.date = Date{2021, 9, 23};
    agenda.meeting.date = Date{2021, 10, 26};
    agenda.meeting.place = "Rathaus";
    const Document document = agenda;
    Diagnostics diagnostics;
    const BlockDocument blocks = compose(document, input::builtInStyleSheet("agenda"), diagnostics, {"en"});
    EXPECT_EQ(blocks.info.language, "de");
    const auto languageOf = [&](NodeId node) { return blocks.tree.language(blocks.tree.node(node)); };
    EXPECT_EQ(languageOf(std::get<Heading>(blocks.run().blocks.at(1).content).text.runs.at(0).leaf), "en")
        << "Agenda";
    const auto& facts = std::get<Table>(blocks.run().blocks.at(2).content).rows;
    EXPECT_EQ(languageOf(facts.at(0).cells.at(0).node), "en") << "Date of meeting:";
    EXPECT_EQ(languageOf(facts.at(0).cells.at(1).node), "en") << "26 October 2021";
    EXPECT_EQ(languageOf(facts.at(1).cells.at(0).node), "en") << "Place:";
    EXPECT_EQ(languageOf(facts.at(1).cells.at(1).node), "") << "Rathaus";
    const auto& sender = std::get<Aside>(blocks.run().blocks.at(0).content).blocks;
    const auto& date = std::get<Paragraph>(sender.at(0).content).runs;
    ASSERT_EQ(date.size(), 2u);
    EXPECT_EQ(date[0].text, "Date: ");
    EXPECT_EQ(languageOf(date[0].leaf), "en");
    EXPECT_EQ(date[1].text, "23/09/2021");
    EXPECT_EQ(languageOf(date[1].leaf), "") << "no words of the catalogue";
}

TEST(Compose, PartsLabelsFromValuesOfAnotherLanguage) {
    MeetingPaper agenda;
    agenda.header.caseNumber = "20/49269";
    agenda.header.caseOfficer = "Mette Kvist";
    agenda.items.emplace_back().title = "Valg af formand";
    agenda.items.back().status = AgendaItem::Status::Withdrawn;
    const Document document = agenda;
    Diagnostics diagnostics;
    const BlockDocument danish = compose(document, input::builtInStyleSheet("agenda"), diagnostics);
    const BlockDocument english = compose(document, input::builtInStyleSheet("agenda"), diagnostics, {"en"});
    EXPECT_EQ(english.info.language, "da") << "the document's";
    const auto words = [](const BlockDocument& blocks, const Paragraph& paragraph) {
        std::string out;
        for (const sidetal::Run& run : paragraph.runs) {
            const StructNode& node = blocks.tree.node(run.leaf);
            out += std::string(roleName(node.role)) + ":" + std::string(blocks.tree.language(node)) + ":" +
                   std::string(run.text) + "|";
        }
        return out;
    };
    const auto sender = [&](const BlockDocument& blocks, std::size_t line) {
        const auto& aside = std::get<Aside>(blocks.run().blocks.at(0).content);
        return words(blocks, std::get<Paragraph>(aside.blocks.at(line).content));
    };
    EXPECT_EQ(sender(danish, 0), "P::Sagsnr.: 20/49269|");
    EXPECT_EQ(sender(english, 0), "Span:en:Case no.: |Span::20/49269|");
    EXPECT_EQ(sender(english, 1), "Span:en:Case officer: |Span::Mette Kvist|");
    const auto item = [&](const BlockDocument& blocks) {
        return words(blocks, std::get<Heading>(blocks.run().blocks.at(2).content).text);
    };
    EXPECT_EQ(item(danish), "H2::1. Valg af formand (udgår)|");
    EXPECT_EQ(item(english), "Span::1. Valg af formand|Span:en: (withdrawn)|");
    EXPECT_EQ(std::get<Heading>(english.run().blocks.at(2).content).outline,
              "1. Valg af formand (withdrawn)");
}

TEST(Compose, TellsTheFileWhoItIsFromAndWhatItIs) {
    MeetingPaper agenda;
    agenda.header.organisation =
        Organisation{"Viborg Kommune", "Social, Sundhed & Omsorg", "Sekretariatet", {}};
    agenda.committee = Committee{"Ældreudvalget", {}};
    agenda.meeting.date = Date{2021, 10, 26};
    agenda.meeting.start = TimeOfDay{15, 0};
    agenda.meeting.place = "Rådhuset, lokale 3.";
    Diagnostics diagnostics;
    const BlockDocument blocks = compose(Document(agenda), input::builtInStyleSheet("agenda"), diagnostics);
    EXPECT_EQ(blocks.info.creator, "Viborg Kommune, Social, Sundhed & Omsorg");
    EXPECT_EQ(blocks.info.description, "Dagsorden. Ældreudvalget. Mødedato: 26. oktober 2021. Mødetidspunkt: "
                                       "15.00. Mødested: Rådhuset, lokale 3.");
    const BlockDocument bare =
        compose(Document(MeetingPaper()), input::builtInStyleSheet("agenda"), diagnostics);
    EXPECT_EQ(bare.info.creator, "");
    EXPECT_EQ(bare.info.description, "Dagsorden.");
}

TEST(Compose, WarnsOfALanguageWithoutWords) {
    MeetingPaper agenda;
    agenda.header.language = "sv";
    const Document document = agenda;
    Diagnostics diagnostics;
    const BlockDocument blocks = compose(document, input::builtInStyleSheet("agenda"), diagnostics);
    EXPECT_EQ(blocks.info.title, "Dagsorden");
    EXPECT_EQ(blocks.info.language, "sv");
    ASSERT_EQ(diagnostics.all().size(), 1u);
    EXPECT_EQ(format(diagnostics.all()[0]),
              "warning: language: sidetal has no words of its own in 'sv', expected 'da' or "
              "'en'; the Danish ones are printed [SID-C003]");
}

TEST(Compose, RefusesASheetForAnotherKind) {
    const Document document = MeetingPaper{};
    Diagnostics diagnostics;
    try {
        (void)compose(document, input::builtInStyleSheet("goal-matrix"), diagnostics);
        FAIL() << "expected an error";
    } catch (const Error& e) {
        EXPECT_EQ(format(e.diagnostics().front()),
                  "error: style: the style sheet 'goal-matrix' is for another kind of document than "
                  "'agenda' [SID-C002]");
    }
}

TEST(Compose, SharesFormatsOfEqualStyles) {
    const Document document = MeetingPaper{};
    Diagnostics diagnostics;
    const BlockDocument blocks = compose(document, input::builtInStyleSheet("agenda"), diagnostics);
    // 8 pt of the page number, 9 pt of all texts, 14 pt of the title.
    EXPECT_EQ(blocks.formats.size(), 3u);
}

} // namespace
} // namespace sidetal
