#include "Documents/Catalogues.h"
#include "Catalogues/CatalogueChecks.h"
#include "Catalogues/FollowCatalogue.h"
#include "Documents/Documents.h"
#include "FollowUp/Words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

constexpr std::string_view kCatalogue = R"({"name": "Mål", "versions": [
  {"version": "2018", "themes": [{"title": "Sundhed", "vision": "Et godt liv.", "goals": [
    {"number": "1.1", "text": "Flere går.", "prioritised": true, "committees": ["Sundhedsudvalget"]},
    {"number": "1.2", "text": "Færre ryger."}, {"number": "1.3", "text": "Flere svømmer."}]}]},
  {"version": "2022", "renumbered": [{"from": "1.2", "to": "1.1"}, {"from": "1.1", "to": "1.2"}],
   "themes": [{"title": "Sundhed", "goals": [{"number": "1.1", "text": "Færre ryger."}, {"number": "1.2", "text": "Flere går."}]}]},
  {"version": "2026", "renumbered": [{"from": "1.2", "to": "2.1"}],
   "themes": [{"title": "Liv", "goals": [{"number": "1.1", "text": "Færre ryger."}, {"number": "2.1", "text": "Flere går."}]}]}]})";

std::vector<std::string> messagesOf(const Diagnostics& diagnostics) {
    std::vector<std::string> out;
    for (const Diagnostic& d : diagnostics.all()) {
        out.push_back(format(d));
    }
    return out;
}

struct Followed {
    Diagnostics diagnostics;
    GoalMatrix matrix;

    explicit Followed(const std::string& members, const std::string& goals,
                      const std::string& theme = "Sundhed") {
        const std::string text = R"({"document": "goal-matrix", )" + members + R"("themes": [{"title": ")" +
                                 theme + R"(", "goals": [)" + goals + "]}]}";
        Diagnostics reading;
        const auto read = std::get<GoalMatrix>(input::readDocument(text, "m.json", reading));
        const GoalCatalogue catalogue =
            input::readCatalogue(kCatalogue, "k.json", reading, read.header.sources);
        checkCatalogue(catalogue, reading);
        EXPECT_THAT(messagesOf(reading), IsEmpty());
        diagnostics.setSources(catalogue.sources, 0);
        matrix = followCatalogue(read, catalogue, diagnostics);
    }
};

std::string version(const std::string& of) {
    return R"("catalogue": {"name": "Mål", "version": ")" + of + R"("}, )";
}

TEST(FollowCatalogue, TakesWordsPriorityCommitteesAndVisions) {
    const Followed out(version("2018"), R"({"number": "1.1", "status": "reached"})");
    EXPECT_THAT(messagesOf(out.diagnostics), IsEmpty());
    const Theme& theme = out.matrix.themes.at(0);
    EXPECT_EQ(wordsOf(theme.vision), "Et godt liv.");
    const Goal& goal = theme.goals.at(0);
    EXPECT_EQ(wordsOf(goal.text), "Flere går.");
    EXPECT_TRUE(goal.prioritised);
    EXPECT_THAT(goal.committees, ElementsAre("Sundhedsudvalget"));
    EXPECT_EQ(goal.status, GoalStatus::Reached);
    ASSERT_EQ(out.matrix.header.sources.size(), 2U); // places of the words are in the catalogue
    EXPECT_EQ(out.matrix.header.sources[1].file, "k.json");
}

TEST(FollowCatalogue, FollowsTheLastVersionWhereNoneIsNamed) {
    const Followed out("", R"({"number": "2.1"})", "Liv");
    EXPECT_THAT(messagesOf(out.diagnostics), IsEmpty());
    EXPECT_EQ(wordsOf(out.matrix.themes.at(0).goals.at(0).text), "Flere går.");
    EXPECT_EQ(out.matrix.catalogue->version, "2026");
}

TEST(FollowCatalogue, NamesTheVersionThatHasAGoal) {
    const Followed out(version("2026"), R"({"number": "1.2"}, {"number": "1.3"}, {"number": "9"})", "Liv");
    EXPECT_THAT(
        messagesOf(out.diagnostics),
        ElementsAre(AllOf(HasSubstr("m.json:1:"),
                          HasSubstr("version '2026' of the catalogue has no goal '1.2' [SID-F082]"),
                          HasSubstr("version '2018' has it: 'Færre ryger.'"),
                          HasSubstr("version '2022' has it: 'Flere går.'\n  in version '2026' it is '2.1'")),
                    AllOf(HasSubstr("'1.3'"), HasSubstr("version '2018' has it: 'Flere svømmer.'")),
                    HasSubstr("no version of the catalogue has it")));
}

TEST(FollowCatalogue, TellsWhatDiffers) {
    const Followed out(
        version("2022"),
        R"({"number": "1.1", "text": "Færre  ryger."}, {"number": "1.2", "text": "Flere løber."})", "Natur");
    EXPECT_THAT(
        messagesOf(out.diagnostics),
        ElementsAre(
            HasSubstr("goal '1.1' stands under 'Natur', and in the catalogue under 'Sundhed' [SID-F084]"),
            HasSubstr("[SID-F084]"),
            AllOf(HasSubstr("goal '1.2' are not those of the catalogue's version '2022' [SID-F083]"),
                  HasSubstr("the catalogue has: Flere går."))));
    EXPECT_EQ(wordsOf(out.matrix.themes.at(0).goals.at(1).text), "Flere løber.");
}

TEST(FollowCatalogue, RefusesAnotherCatalogueAndAnUnknownVersion) {
    const Followed other(R"("catalogue": {"name": "Andre mål"}, )", R"({"number": "1.1"})");
    EXPECT_THAT(messagesOf(other.diagnostics), ElementsAre(HasSubstr("[SID-F085]")));
    const Followed unknown(version("2020"), R"({"number": "1.1"})");
    EXPECT_THAT(
        messagesOf(unknown.diagnostics),
        ElementsAre(HasSubstr("has no version '2020', expected '2018', '2022' or '2026' [SID-F081]")));
}

GoalCatalogue read(std::string_view text, Diagnostics& diagnostics) {
    GoalCatalogue out = input::readCatalogue(text, "k.json", diagnostics);
    checkCatalogue(out, diagnostics);
    return out;
}

TEST(RenumberedGoals, GoOverSeveralVersions) {
    Diagnostics diagnostics;
    const GoalCatalogue catalogue = read(kCatalogue, diagnostics);
    EXPECT_THAT(renumberedGoals(catalogue, "2018", "2022"),
                ElementsAre(Pair("1.1", "1.2"), Pair("1.2", "1.1")));
    EXPECT_THAT(renumberedGoals(catalogue, "2018", "2026"),
                ElementsAre(Pair("1.1", "2.1"), Pair("1.2", "1.1")));
    EXPECT_THAT(renumberedGoals(catalogue, "2026", "2026"), IsEmpty());
    EXPECT_THROW((void)renumberedGoals(catalogue, "2018", "2030"), Error);
}

TEST(CatalogueChecks, TellWhatContradicts) {
    Diagnostics diagnostics;
    (void)read(R"({"name": "Mål", "versions": [
  {"version": "1", "themes": [{"title": "A", "goals": [{"number": "1", "text": "x"}, {"number": "1", "text": "y"}]}]},
  {"version": "1", "renumbered": [{"from": "2", "to": "3"}, {"from": "1", "to": "3"}], "themes": [{"title": "A", "goals": [{"number": "4", "text": "x"}]}]}]})",
               diagnostics);
    EXPECT_THAT(messagesOf(diagnostics),
                ElementsAre(AllOf(HasSubstr("k.json:2:"), HasSubstr("[SID-F086]")), HasSubstr("[SID-F088]"),
                            HasSubstr("the version before '1' has no goal '2' [SID-F087]"),
                            HasSubstr("version '1' has no goal '3' [SID-F087]"),
                            HasSubstr("version '1' has no goal '3' [SID-F087]"),
                            HasSubstr("one number before and one after [SID-F087]")));
}

TEST(ExpectWords, TellsGoalsWithoutAny) {
    Diagnostics reading;
    const Document document = input::readDocument(
        R"({"document": "goal-matrix", "themes": [{"title": "A", "goals": [{"number": "1"}, {"text": "x"}]}]})",
        "m.json", reading);
    Diagnostics diagnostics;
    expectWords(document, diagnostics);
    EXPECT_THAT(
        messagesOf(diagnostics),
        ElementsAre(HasSubstr("goal '1' has no words, and no catalogue that has them was given [SID-F080]")));
}

} // namespace
} // namespace sidetal
