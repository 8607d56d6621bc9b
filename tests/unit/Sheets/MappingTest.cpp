#include "SheetFixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::vector<std::string> faultsOf(std::string_view mapping) {
    std::vector<std::string> out;
    try {
        (void)readSheetMapping(mapping, "map.json");
    } catch (const Error& error) {
        for (const Diagnostic& diagnostic : error.diagnostics()) {
            out.push_back(format(diagnostic));
        }
    }
    return out;
}

TEST(SheetMapping, GivesHeadingsAndWordsTheirMeaning) {
    const SheetMapping mapping =
        readSheetMapping(R"({"columns": {"theme": "Fokus", "goal": ["Ambition", "Vores mål"],
        "status": "Lys"}, "ignored": "Intern note", "statusWords": {"Grøn": "on-track"}})",
                         "map.json");
    const GoalMatrix matrix =
        matrixOf("Fokus;AMBITION;Lys;Intern note\nLæring;Flere læser;grøn;x\n", "a.csv", mapping);
    EXPECT_EQ(matrix.themes.at(0).title, "Læring");
    EXPECT_EQ(matrix.themes.at(0).goals.at(0).status, GoalStatus::OnTrack);
}

TEST(SheetMapping, FaultsAreTold) {
    EXPECT_THAT(faultsOf("{\n \"columns\": x}"), ElementsAre(StartsWith("map.json:2:13: error: no JSON")));
    EXPECT_THAT(faultsOf("[]"), ElementsAre(HasSubstr("expected an object")));
    EXPECT_THAT(faultsOf(R"({"columns": {"gaol": "x"}})"),
                ElementsAre(StartsWith("map.json: error: columns.gaol: nothing that a column holds")));
    EXPECT_THAT(faultsOf(R"({"columns": {"goal": "Mål", "theme": ["mål", 3]}})"),
                ElementsAre(HasSubstr("columns.theme[1]: expected a text"),
                            HasSubstr("the heading 'mål' is that of 'goal' already")));
    EXPECT_THAT(faultsOf(R"({"statusWords": {"rød": "red"}, "sheets": 1, "trendWords": {"op": "over"}})"),
                ElementsAre(HasSubstr("'red' is no status"), HasSubstr("sheets: unknown key"),
                            HasSubstr("'over' is no development, expected 'up', 'level' or 'down'")));
    EXPECT_THAT(faultsOf(std::string(100'000, '[')), ElementsAre(HasSubstr("SID-X025")));
}

TEST(SheetMapping, SheetThatIsNotThereIsTold) {
    SheetMapping mapping;
    mapping.sheet = "Ark9";
    EXPECT_THAT(messagesOf("Tema;Mål\n", "a.csv", mapping),
                ElementsAre(HasSubstr("there is no sheet 'Ark9'")));
}

} // namespace
} // namespace sidetal::test
