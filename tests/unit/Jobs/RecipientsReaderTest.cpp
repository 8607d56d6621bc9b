#include "sidetal/Jobs/Recipients.h"

#include <gmock/gmock.h>

namespace sidetal {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<BatchRecipient> listOf(std::string_view csv, const std::vector<std::string>& ignored = {}) {
    Diagnostics diagnostics;
    std::vector<BatchRecipient> out = readRecipients(csv, "m.csv", ignored, diagnostics);
    EXPECT_THAT(diagnostics.all(), IsEmpty());
    return out;
}

/// What is told of a list: "2:3 SID-B004".
std::vector<std::string> toldOfList(std::string_view csv, const std::vector<std::string>& ignored = {}) {
    Diagnostics diagnostics;
    EXPECT_THROW((void)readRecipients(csv, "m.csv", ignored, diagnostics), Error);
    std::vector<std::string> out;
    for (const Diagnostic& d : diagnostics.all()) {
        EXPECT_EQ(d.file, "m.csv");
        out.push_back(std::to_string(d.position.line) + ":" + std::to_string(d.position.column) + " " +
                      d.code);
    }
    return out;
}

std::vector<std::string> committeeNames(const BatchRecipient& recipient) {
    std::vector<std::string> out;
    for (const GoalSelection::Name& name : recipient.committees) {
        out.push_back(name.text);
    }
    return out;
}

TEST(Recipients, ReadsWhatDanishSecretariatsWrite) {
    const auto list =
        listOf("\xEF\xBB\xBFNavn;Udvalg;Udgave;Medlem;Stil\r\n"
               "Ann  Ask;Økonomiudvalget | Klima-, Miljø- og Teknikudvalget;Lukket;Ann Ask (A);council\r\n"
               ";;;;\r\n"
               "\"Bo \"\"B\"\"; ude\";\"Børneudvalget;Byrådet\nX\";;;\r\n"
               "Pressen;;åben;;\r\nArkiv;;SAMLET;;\r\n");
    ASSERT_EQ(list.size(), 4u);
    EXPECT_EQ(list[0].name, "Ann Ask");
    EXPECT_THAT(committeeNames(list[0]), ElementsAre("Økonomiudvalget", "Klima-, Miljø- og Teknikudvalget"));
    EXPECT_EQ(list[0].edition, Edition::Members);
    EXPECT_EQ(list[0].member, "Ann Ask (A)");
    EXPECT_EQ(list[0].style, "council");
    EXPECT_EQ(list[0].source, (SourcePos{2, 1, 0}));
    EXPECT_EQ(list[0].committees[1].source, (SourcePos{2, 10, 0}));
    EXPECT_EQ(list[0].memberSource, (SourcePos{2, 68, 0}));
    EXPECT_EQ(list[1].name, "Bo \"B\"; ude");
    EXPECT_THAT(committeeNames(list[1]), ElementsAre("Børneudvalget", "Byrådet", "X"));
    EXPECT_FALSE(list[1].edition);
    EXPECT_THAT(list[2].committees, IsEmpty());
    EXPECT_EQ(list[2].edition, Edition::Public);
    EXPECT_EQ(list[3].edition, Edition::Full);
}

TEST(Recipients, ReadsEnglishHeadingsInAnyOrderPartedByCommas) {
    const auto list = listOf(
        "edition,name,Member,COMMITTEES\nmembers,\"Ask, Ann\",Ann,\"Finance | Schools, Sports and Youth\"\n");
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list[0].name, "Ask, Ann");
    EXPECT_EQ(list[0].edition, Edition::Members);
    EXPECT_EQ(list[0].member, "Ann");
    EXPECT_THAT(committeeNames(list[0]), ElementsAre("Finance", "Schools, Sports and Youth"));
}

TEST(Recipients, ReadsANameAlone) {
    EXPECT_EQ(listOf("Navn\nAnn\nBo").size(), 2u);
}

TEST(Recipients, TellsEachFaultWithItsPlace) {
    EXPECT_THAT(toldOfList(""), ElementsAre("1:1 SID-B002"));
    EXPECT_THAT(toldOfList("Ann;Byrådet\nBo;Byrådet\n"), ElementsAre("1:1 SID-B002"));
    EXPECT_THAT(toldOfList("Navn;Udvalg\n"), ElementsAre("1:1 SID-B006"));
    EXPECT_THAT(toldOfList("Navn;Udgave\n;åben\nBo;alle\n"), ElementsAre("2:1 SID-B004", "3:4 SID-B005"));
    EXPECT_THAT(toldOfList("Navn;Udvalg\nBo;|\n"), ElementsAre("2:4 SID-B004"));
    EXPECT_THAT(toldOfList("Navn;Name\nBo;Bo\n"), ElementsAre("1:6 SID-B003"));
    EXPECT_THAT(toldOfList("Navn;Udvalg\nBo;Byrådet;Økonomiudvalget\nAnn;x;y\n"), ElementsAre("2:12 SID-B003"));
    EXPECT_THAT(toldOfList("Navn;Udvalg\n\"Bo;x\n"), ElementsAre("2:1 SID-X008"));
}

TEST(Recipients, TakesAnUnknownColumnForAnErrorUnlessItIsEmptyOrIgnored) {
    EXPECT_THAT(toldOfList("Navn;Udvlag\nBo;Byrådet\n"), ElementsAre("1:6 SID-B003"));
    EXPECT_EQ(listOf("Navn;Udvlag\nBo;\n").size(), 1u);
    EXPECT_EQ(listOf("Navn;E-mail\nBo;bo@x\n", {"e-Mail"}).size(), 1u);
    Diagnostics diagnostics;
    EXPECT_THROW((void)readRecipients("Navn;Medelm\nBo;Bo\n", "m.csv", {}, diagnostics), Error);
    ASSERT_EQ(diagnostics.all().size(), 1u);
    EXPECT_THAT(diagnostics.all()[0].notes,
                ElementsAre("nearest known word: 'medlem'",
                            HasSubstr("\"ignored\" of the job's recipients: 'Medelm'")));
}

} // namespace
} // namespace sidetal
