#include "Labels/MatrixWords.h"
#include "Model/Fields/GoalMatrixFields.h"
#include "SheetFixture.h"
#include "Sheets/Words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::test {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

constexpr const char* kHeadings =
    "Tema|Nr.|Målsætning|Status|Understøttende indsatser|Beskrivelse|Hvem samarbejdes der med?|Frist\n";

GoalMatrix matrixOfTable(const std::string& table) {
    return matrixOf(csvOf(table), "mål.csv");
}
std::vector<std::string> saidOf(const std::string& table) {
    return messagesOf(csvOf(table), "mål.csv");
}
std::vector<std::string> saidOfRows(const std::string& rows) {
    return saidOf(kHeadings + rows);
}

TEST(MatrixSheet, RowIsAnInitiativeOrAGoal) {
    const GoalMatrix matrix = matrixOfTable(
        std::string(kHeadings) + "Læring|1.1|Flere læser|På vej|Læsehold|For børn|Skoler|2021-12-31\n"
                                 "||||Læsedag||Biblioteket|1. maj 2022\n"
                                 "|1.2|Flere skriver|||||\n"
                                 "Sundhed|2.1|Flere går||Gåtur|||\n");
    ASSERT_EQ(matrix.themes.size(), 2u);
    const Theme& first = matrix.themes[0];
    EXPECT_EQ(first.title, "Læring");
    ASSERT_EQ(first.goals.size(), 2u);
    EXPECT_EQ(first.goals[0].number, "1.1");
    EXPECT_EQ(first.goals[0].status, GoalStatus::OnTrack);
    ASSERT_EQ(first.goals[0].initiatives.size(), 2u);
    EXPECT_EQ(first.goals[0].initiatives[0].deadline, (Date{2021, 12, 31}));
    EXPECT_EQ(first.goals[0].initiatives[1].title, "Læsedag");
    EXPECT_EQ(first.goals[0].initiatives[1].deadline, (Date{2022, 5, 1}));
    EXPECT_THAT(first.goals[1].initiatives, IsEmpty());
    EXPECT_EQ(matrix.themes[1].goals[0].initiatives[0].title, "Gåtur");
    EXPECT_EQ(first.goals[0].initiatives[1].titleSource, (SourcePos{3, 5, 0}));
}

TEST(MatrixSheet, HeadingsAreKnownInBothLanguagesWhateverTheirCase) {
    const GoalMatrix matrix = matrixOfTable("THEME|No.|goal|Follow-up|initiative|OWNER|prioritised|Trend\n"
                                            "Learning|1|Read more|Went well|Clubs|Ann|x|↑\n");
    const Goal& goal = matrix.themes.at(0).goals.at(0);
    EXPECT_TRUE(goal.prioritised);
    EXPECT_EQ(goal.trend, Trend::Up);
    EXPECT_EQ(goal.initiatives.at(0).owner, "Ann");
    EXPECT_FALSE(goal.initiatives.at(0).followUp.empty());
}

TEST(MatrixSheet, SameAsAboveIsSaidByNothingByMarksOrAgain) {
    const GoalMatrix matrix = matrixOfTable("Tema|Nr.|Mål|Indsats|Ansvarlig\n"
                                            "Læring|1.1|Læse|A|Bo\n"
                                            "do.|1.1|Læse|B|〃\n"
                                            "Læring|\xE2\x80\x9D|\xE2\x80\x9D|C|samme\n"
                                            "||Skrive|D|Ea\n");
    ASSERT_EQ(matrix.themes.size(), 1u);
    ASSERT_EQ(matrix.themes[0].goals.size(), 2u);
    const auto& initiatives = matrix.themes[0].goals[0].initiatives;
    ASSERT_EQ(initiatives.size(), 3u);
    EXPECT_EQ(initiatives[1].owner, "Bo");
    EXPECT_EQ(initiatives[2].owner, "Bo");
}

TEST(MatrixSheet, LinesAboveTheHeadingsSayWhatTheDocumentIs) {
    const GoalMatrix matrix =
        matrixOfTable("Opfølgning på mål\nUdvalg|Socialudvalget\nPeriode: 1. halvår 2021\n\n"
                      "Tema|Mål\nLæring|Læse\n");
    EXPECT_EQ(matrix.header.title, "Opfølgning på mål");
    EXPECT_EQ(matrix.committee.value().name, "Socialudvalget");
    EXPECT_EQ(matrix.period.value().label, "1. halvår 2021");
    EXPECT_THAT(
        saidOf("Titel|A\nKun|til internt brug\nTema|Mål\nLæring|Læse\n"),
        ElementsAre(AllOf(StartsWith("mål.csv:2:1: warning: the line 'Kun'"), HasSubstr("SID-X028"))));
}

TEST(MatrixSheet, RowsOfAnInitiativeGoOn) {
    const GoalMatrix matrix = matrixOfTable("Tema|Mål|Indsats|Opfølgning|Ansvarlig\n"
                                            "Læring|Læse|Hold|Første del|Bo\n"
                                            "|||Anden del|Ea\n");
    const Initiative& only = matrix.themes.at(0).goals.at(0).initiatives.at(0);
    EXPECT_EQ(only.followUp.blocks.size(), 2u);
    EXPECT_EQ(only.owner, "Bo, Ea");
}

TEST(MatrixSheet, OneColumnHoldsTitleAndDescription) {
    const GoalMatrix matrix =
        matrixOf("Tema;Mål;Indsats\nLæring;Læse;\"Hold\n• for børn\n• for voksne\"\n", "mål.csv");
    const Initiative& only = matrix.themes.at(0).goals.at(0).initiatives.at(0);
    EXPECT_EQ(only.title, "Hold");
    EXPECT_EQ(std::get<TextList>(only.description.blocks.at(0)).items.size(), 2u);
}

TEST(MatrixSheet, IndicatorsAreTheGoals) {
    const GoalMatrix matrix =
        matrixOfTable("Tema|Mål|Indikator|Enhed|Måltal|Aktuel værdi|Opgjort|Hvad er bedst\n"
                      "Læring|Læse|Læsere|%|85|89,5|1.2.2021|Højere\n|||||||\n||Fravær|dage|10|12||Lavere\n");
    const auto& indicators = matrix.themes.at(0).goals.at(0).indicators;
    ASSERT_EQ(indicators.size(), 2u);
    EXPECT_EQ(indicators[0].actual, "89,5");
    EXPECT_EQ(indicators[0].date, (Date{2021, 2, 1}));
    EXPECT_EQ(indicators[1].better, Indicator::Better::Lower);
}

TEST(MatrixSheet, SheetsWithoutHeadingsAreTold) {
    EXPECT_THAT(saidOf("Læring|1.1|Læse\n"),
                ElementsAre(AllOf(StartsWith("mål.csv: error: no row of headings"), HasSubstr("SID-X015"))));
    EXPECT_THAT(saidOf("Tema|Nr.|Indsats\nLæring|1.1|Læse\n"),
                ElementsAre(StartsWith("mål.csv:1:1: error: no column is headed 'Målsætning'")));
    EXPECT_THAT(saidOf(""), ElementsAre(HasSubstr("SID-X015")));
}

TEST(MatrixSheet, ColumnsThatClashAreToldAndOthersLeftOut) {
    EXPECT_THAT(
        saidOf("Tema|Mål|Målsætning\nA|B|C\n"),
        ElementsAre(StartsWith("mål.csv:1:10: error: two columns are headed 'Mål' and 'Målsætning'")));
    EXPECT_THAT(saidOf("Tema|Mål|Ansvarlg|Tom\nA|B|C\n"),
                ElementsAre(AllOf(StartsWith("mål.csv:1:10: warning: the column 'Ansvarlg' is left out"),
                                  HasSubstr("nearest known heading: 'Ansvarlig'"))));
}

TEST(MatrixSheet, NothingIsGuessedOfWhatMayBeClosed) {
    EXPECT_THAT(saidOf("Tema|Mål|Fortroligt\nA|B|nej\n"),
                ElementsAre(AllOf(
                    StartsWith("mål.csv:1:10: error: no column of a goal matrix is called 'Fortroligt'"),
                    HasSubstr("'ignored' of a mapping file"), HasSubstr("SID-X035"))));
    EXPECT_THAT(
        saidOf("Tema|Mål|Note\nA|B|\n|C|Lukket\n|D|Lukket\n"),
        ElementsAre(StartsWith("mål.csv:3:4: error: 'Lukket' stands in the column 'Note', which is left out"),
                    StartsWith("mål.csv:1:10: warning: the column 'Note' is left out")));
    EXPECT_THAT(saidOf("Tema|Mål|Fortroligt\nA|B|\n"), IsEmpty());
    EXPECT_THAT(saidOf("Adgang|lukket\nTema|Mål\nA|B\n"), ElementsAre(HasSubstr("SID-X035")));
    EXPECT_THAT(saidOf("Fortroligt\nTema|Mål\nA|B\n"), ElementsAre(HasSubstr("SID-X035")));
    SheetMapping mapping;
    mapping.ignored = {"Fortroligt"};
    EXPECT_THAT(messagesOf("Tema;Mål;Fortroligt\nA;B;ja\n", "mål.csv", mapping), IsEmpty());
}

TEST(MatrixSheet, WordsThatAreNotKnownAreToldWithTheNearest) {
    EXPECT_THAT(saidOfRows("A|1|B|Pa vej\n"),
                ElementsAre(AllOf(StartsWith("mål.csv:2:7: error: 'Pa vej' is no status"),
                                  HasSubstr("nearest known word: 'På vej'"))));
}

TEST(MatrixSheet, WordsOfOnesOwnAreAMatterOfTheMapping) {
    EXPECT_THAT(saidOfRows("A|1|B|Grøn\n"),
                ElementsAre(AllOf(HasSubstr("'Grøn' is no status"), HasSubstr("'statusWords'"))));
}

TEST(MatrixSheet, DirectionsAreNoJudgement) {
    EXPECT_THAT(
        saidOf("Tema|Mål|Udvikling\nA|B|Faldende\n"),
        ElementsAre(AllOf(StartsWith("mål.csv:2:5: error: 'Faldende' says which way figures go and not "
                                     "what that means, expected 'Bedre'"),
                          HasSubstr("trendWords"))));
    EXPECT_THAT(saidOf("Tema|Mål|Udvikling\nA|B|Bedere\n"),
                ElementsAre(AllOf(HasSubstr("'Bedere' is no development"),
                                  HasSubstr("nearest known word: 'Bedre'"))));
    SheetMapping mapping;
    mapping.trendWords = {{"faldende", "up"}};
    EXPECT_EQ(matrixOf("Tema;Mål;Udvikling\nA;B;Faldende\n", "a.csv", mapping).themes.at(0).goals.at(0).trend,
              Trend::Up);
}

TEST(MatrixSheet, WordsAreThoseOfThePages) {
    using sheets::SheetLanguage;
    for (const auto& [code, language] :
         {std::pair("da", SheetLanguage::Danish), {"en", SheetLanguage::English}}) {
        const Labels& labels = *Labels::find(code);
        const auto shown = [&](MatrixWord first, auto value) {
            const auto index = static_cast<std::size_t>(first) + static_cast<std::size_t>(value) - 1;
            return matrixWord(labels, static_cast<MatrixWord>(index));
        };
        for (const auto status : {GoalStatus::Reached, GoalStatus::OnTrack, GoalStatus::Partly,
                                  GoalStatus::NotReached, GoalStatus::NotAssessed}) {
            EXPECT_EQ(sheets::wordOf(status, language), shown(MatrixWord::Reached, status));
            EXPECT_EQ(sheets::statusOf(sheets::wordOf(status, language)), status);
        }
        for (const auto trend : {Trend::Up, Trend::Level, Trend::Down}) {
            EXPECT_EQ(sheets::wordOf(trend, language), shown(MatrixWord::Better, trend));
            EXPECT_EQ(sheets::trendOf(sheets::wordOf(trend, language)), trend);
        }
    }
}

TEST(MatrixSheet, WhatIsFilledInIsShown) {
    using Key = MatrixColumn::Key;
    const auto keysOf = [](const GoalMatrix& matrix) {
        std::vector<Key> out;
        for (const MatrixColumn& column : matrix.columns) {
            out.push_back(column.key);
        }
        return out;
    };
    const GoalMatrix plain = matrixOfTable("Tema|Mål|Status|Hvem samarbejdes der med?|Indsats\nA|B||D|C\n");
    EXPECT_THAT(keysOf(plain), IsEmpty());
    EXPECT_EQ(plain.header.style, "");
    const GoalMatrix matrix = matrixOfTable("Tema|Mål|Status|Frist|Indsats\nA|B|Nået||C\n");
    EXPECT_THAT(keysOf(matrix), ElementsAre(Key::Theme, Key::Goal, Key::Status, Key::Initiatives));
    EXPECT_EQ(matrix.header.style, "follow-up");
    const GoalMatrix said = matrixOfTable("Kolonner|Tema, Målsætning, Frist\nTypografi|min.json\n"
                                          "Tema|Mål|Status|Frist|Indsats\nA|B|Nået||C\n");
    EXPECT_THAT(keysOf(said), ElementsAre(Key::Theme, Key::Goal, Key::Deadline));
    EXPECT_EQ(said.header.style, "min.json");
    EXPECT_THAT(keysOf(matrixOfTable("Kolonner|standard\nTema|Mål|Status\nA|B|Nået\n")), IsEmpty());
    EXPECT_THAT(saidOf("Kolonner|Tema, Mol\nTema|Mål\nA|B\n"),
                ElementsAre(AllOf(StartsWith("mål.csv:1:10: error: 'Tema, Mol' is not known of 'Kolonner'"),
                                  HasSubstr("SID-X032"))));
}

TEST(MatrixSheet, EveryColumnOfThePagesHasItsName) {
    for (const auto& word : model::Words<MatrixColumn::Key>::values) {
        GoalMatrix matrix;
        matrix.columns.emplace_back().key = word.value;
        matrix.themes.emplace_back().title = "A";
        Diagnostics diagnostics;
        const GoalMatrix back = matrixOf(writeMatrixCsv(matrix, diagnostics), "a.csv");
        ASSERT_EQ(back.columns.size(), 1u) << word.name;
        EXPECT_EQ(back.columns[0].key, word.value) << word.name;
    }
}

TEST(MatrixSheet, DatesThatAreNoneAreTold) {
    EXPECT_THAT(saidOfRows("A|1|B||C|||snarest\n"),
                ElementsAre(AllOf(HasSubstr("'snarest' is no date"), HasSubstr("SID-X019"))));
    EXPECT_THAT(saidOfRows("A|1|B||C|||31-02-2021\n"), ElementsAre(HasSubstr("'31-02-2021' is no date")));
}

TEST(MatrixSheet, GoalsOfOneNumberAreTold) {
    EXPECT_THAT(saidOfRows("A|1.1|B||||\n|1.1|C||||\n"),
                ElementsAre(AllOf(StartsWith("mål.csv:3:2: error: two goals have the number '1.1'"),
                                  HasSubstr("the other stands at 2:3"))));
    EXPECT_THAT(saidOfRows("A|1.1|B||||\n|1.2|C||||\n|1.1|B||||\n"), ElementsAre(HasSubstr("SID-X021")));
}

TEST(MatrixSheet, RowsThatStandUnderNothingAreTold) {
    EXPECT_THAT(saidOfRows("|1.1|B||||\n"), ElementsAre(HasSubstr("the row stands under no theme")));
    EXPECT_THAT(saidOfRows("A||||Hold||\n"), ElementsAre(HasSubstr("the row stands under no goal")));
    EXPECT_THAT(saidOfRows("A|1|B||||Skoler|\n"),
                ElementsAre(HasSubstr("says something of an initiative and names none")));
    EXPECT_THAT(saidOfRows("A|1|||||\n"), ElementsAre(HasSubstr("goal '1' has no words")));
    EXPECT_THAT(saidOfRows("A|1|B|Nået|C||\n|||På vej|D||\n"),
                ElementsAre(HasSubstr("the goal has another value for 'Status' already")));
}

TEST(MatrixSheet, WordsForNumbersAreKeptAndTold) {
    EXPECT_THAT(saidOf("Tema|Mål|Indikator|Aktuel værdi\nA|B|C|ca. 80 %\n"),
                ElementsAre(AllOf(StartsWith("mål.csv:2:7: warning: 'ca. 80 %' is no number"),
                                  HasSubstr("SID-X026"))));
    EXPECT_THAT(saidOf("Tema|Mål|Indikator|Aktuel værdi\nA|B|C|12,5 mio. kr.\n"), IsEmpty());
}

TEST(MatrixSheet, HeadingsAgainAreNoRow) {
    EXPECT_EQ(matrixOfTable("Tema|Mål\nA|B\nTema|Mål\nA|C\n").themes.size(), 1u);
}

} // namespace
} // namespace sidetal::test
