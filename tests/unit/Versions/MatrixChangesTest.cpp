#include "Versions/MatrixChanges.h"

#include "Labels/FieldWords.h"
#include "Model/Fields/GoalMatrixFields.h"
#include "PlainMatrixChanges.h"
#include "Versions/Changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace sidetal {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Goal goalOf(std::string number, const std::string& words, GoalStatus status = GoalStatus::OnTrack) {
    Goal out;
    out.number = std::move(number);
    out.text = plainText(words);
    out.status = status;
    return out;
}

Initiative initiativeOf(std::string title) {
    Initiative out;
    out.title = std::move(title);
    return out;
}

Theme themeOf(std::string title, std::vector<Goal> goals) {
    Theme out;
    out.title = std::move(title);
    out.goals = std::move(goals);
    return out;
}

std::string whatOf(const MatrixChange& change) {
    return fmt::format("{} {}", model::nameOf(change.kind), model::nameOf(change.of));
}

/// "changed goal 1.2 Motion.: status (partly > reached), text"
std::vector<std::string> told(const MatrixCorrection& correction) {
    std::vector<std::string> out;
    for (const MatrixChange& change : correction.changes) {
        std::vector<std::string> fields;
        for (const FieldChange& field : change.fields) {
            const bool words = !field.before.empty() || !field.after.empty();
            fields.push_back(words ? fmt::format("{} ({} > {})", field.field, field.before, field.after)
                                   : field.field);
        }
        out.push_back(fmt::format("{} {} {}{}{}", whatOf(change), change.number, change.title,
                                  fields.empty() ? "" : ": ", fmt::join(fields, ", ")));
    }
    return out;
}

GoalMatrix firstVersion() {
    GoalMatrix out;
    out.header.version = "1";
    out.header.date = Date{2026, 5, 4};
    out.themes = {themeOf("Sundhed", {goalOf("1.1", "Motion."), goalOf("1.2", "Søvn.")}),
                  themeOf("Natur", {goalOf("2.1", "Vand.")})};
    out.themes[0].goals[0].initiatives = {initiativeOf("Hold"), initiativeOf("Stier")};
    return out;
}

TEST(MatrixChanges, TellWhatIsAddedRemovedAndChanged) {
    const GoalMatrix before = firstVersion();
    GoalMatrix after = before;
    after.header.version = "2";
    after.header.title = "Opfølgning";
    Goal& motion = after.themes[0].goals[0];
    motion.status = GoalStatus::Reached;
    motion.indicators.emplace_back().name = "Aktive";
    motion.initiatives[0].deadline = Date{2026, 12, 31};
    motion.initiatives[0].owner = "Fritid";
    motion.initiatives[1] = initiativeOf("Broer");
    after.themes[0].goals[1] = goalOf("1.3", "Kost.");
    after.themes[1] = themeOf("Kultur", {});
    const MatrixCorrection correction = correctionOf(before, after);
    EXPECT_EQ(correction.version, "1");
    EXPECT_EQ(correction.date, (Date{2026, 5, 4}));
    EXPECT_THAT(told(correction),
                ElementsAre("changed matrix  : title ( > Opfølgning)",
                            "changed goal 1.1 Motion.: status (on-track > reached), indicators",
                            "changed initiative 1.1 Hold: owner ( > Fritid), deadline ( > 2026-12-31)",
                            "added initiative 1.1 Broer", "removed initiative 1.1 Stier",
                            "added goal 1.3 Kost.", "removed goal 1.2 Søvn.", "added theme  Kultur",
                            "removed theme  Natur", "removed goal 2.1 Vand."));
}

TEST(MatrixChanges, KnowThingsWhoseNumberOrTitleWasCorrected) {
    GoalMatrix before = firstVersion();
    before.themes[0].goals[0].initiatives[0].description = plainText("For alle.");
    GoalMatrix after = before;
    after.themes[0].title = "Trivsel";
    after.themes[0].goals[1].number = "1.4";
    after.themes[0].goals[0].initiatives[0].title = "Holdene";
    EXPECT_THAT(told(correctionOf(before, after)),
                ElementsAre("changed theme  Trivsel: title (Sundhed > Trivsel)",
                            "changed initiative 1.1 Holdene: title (Hold > Holdene)",
                            "changed goal 1.4 Søvn.: number (1.2 > 1.4)"));
}

TEST(MatrixChanges, TellOfAnotherThemeAndOfAnotherOrder) {
    const GoalMatrix before = firstVersion();
    GoalMatrix after = before;
    std::ranges::reverse(after.themes[0].goals[0].initiatives);
    after.themes[1].goals.push_back(after.themes[0].goals[1]);
    after.themes[0].goals.pop_back();
    const std::vector<std::string> lines = told(correctionOf(before, after));
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_THAT(lines[0], testing::EndsWith(": order"));
    EXPECT_EQ(lines[1], "changed goal 1.2 Søvn.: theme (Sundhed > Natur)");
}

TEST(MatrixChanges, TellNothingOfTheSameContent) {
    const GoalMatrix before = firstVersion();
    GoalMatrix after = before;
    after.header.version = "2";
    after.header.date = Date{2026, 5, 6};
    after.header.style = "follow-up";
    after.themes[0].goals[0].text = plainText("Motion.", {7, 9});
    EXPECT_THAT(told(correctionOf(before, after)), IsEmpty());
}

TEST(MatrixChanges, TellBoldTypeToo) {
    const GoalMatrix before = firstVersion();
    GoalMatrix after = before;
    std::get<TextParagraph>(after.themes[0].goals[0].text.blocks[0]).spans[0].emphasis.bold = true;
    EXPECT_THAT(told(correctionOf(before, after)), ElementsAre("changed goal 1.1 Motion.: text"));
}

TEST(MatrixChanges, OfAPartAreThoseOfWhatItHas) {
    const GoalMatrix before = firstVersion();
    GoalMatrix after = before;
    for (Theme& theme : after.themes) {
        theme.vision = plainText("Ny.");
        for (Goal& goal : theme.goals) {
            goal.text = plainText("Rettet " + goal.number);
            goal.status = GoalStatus::Reached;
        }
    }
    after.themes[0].goals[0].initiatives.pop_back();
    after.header.title = "Ny";
    const MatrixCorrection whole = correctionOf(before, after);
    GoalMatrix part = after;
    part.themes[0].goals.pop_back();
    part.themes.pop_back();
    GoalMatrix partBefore = before;
    partBefore.themes[0].goals.pop_back();
    partBefore.themes.pop_back();
    EXPECT_THAT(told(narrowed(whole, part, &partBefore)),
                ElementsAre("changed matrix  : title ( > Ny)", "changed theme  Sundhed: vision",
                            "changed goal 1.1 Rettet 1.1: text, status (on-track > reached)",
                            "removed initiative 1.1 Stier"));
    // What left the part is told, since the earlier version had it there.
    EXPECT_THAT(told(narrowed(whole, GoalMatrix(), &partBefore)),
                testing::Contains("changed goal 1.1 Rettet 1.1: text, status (on-track > reached)"));
    part.themes[0].title = "Udvalget: Sundhed"; // as goals are grouped by committee
    EXPECT_THAT(told(narrowed(whole, part, nullptr)), testing::Contains("changed theme  Sundhed: vision"));
}

TEST(MatrixChanges, AreOfTwoMatrices) {
    const Document before = firstVersion();
    GoalMatrix corrected = firstVersion();
    corrected.themes.pop_back();
    const Document after = corrected;
    const Document agenda = MeetingPaper();
    Diagnostics diagnostics;
    const NumberedDocument out = correct(NumberedDocument(after), NumberedDocument(before), diagnostics);
    ASSERT_TRUE(std::get<GoalMatrix>(out.document()).corrects);
    ASSERT_EQ(diagnostics.all().size(), 1u);
    EXPECT_EQ(diagnostics.all()[0].code, "SID-E071");
    (void)correct(NumberedDocument(after), NumberedDocument(agenda), diagnostics);
    (void)correct(NumberedDocument(agenda), NumberedDocument(after), diagnostics);
    ASSERT_EQ(diagnostics.all().size(), 3u);
    EXPECT_EQ(diagnostics.all()[1].code, "SID-E070");
    EXPECT_EQ(diagnostics.all()[2].code, "SID-E070");
}

template <class T>
void expectMatrixWords(const std::set<std::string_view>& untold) {
    for (const char* language : {"da", "en"}) {
        model::eachField<T>([&](auto field) {
            const std::string name(decltype(field)::info.name); // what has no word is given back
            if (!untold.contains(name)) {
                EXPECT_NE(matrixFieldWord(*Labels::find(language), name).data(), name.data()) << name;
            }
        });
    }
}

TEST(MatrixChanges, HaveAWordForEachFieldThatTheyTell) {
    expectMatrixWords<GoalMatrix>({"date", "version", "style", "texts", "corrects", "themes"});
    expectMatrixWords<Theme>({"goals"});
    expectMatrixWords<Goal>({"initiatives"});
    expectMatrixWords<Initiative>({});
    for (const char* key : {"order", "theme"}) {
        EXPECT_NE(matrixFieldWord(Labels::danish(), key), key);
    }
}

/// What was told, as the plain comparison puts it.
std::set<std::string> toldPlainly(const MatrixCorrection& correction) {
    std::set<std::string> out;
    for (const MatrixChange& change : correction.changes) {
        std::set<std::string> fields;
        for (const FieldChange& field : change.fields) {
            if (field.field == "order") {
                out.insert(fmt::format("order of {}s", model::nameOf(change.of)));
            } else {
                fields.insert(field.field);
            }
        }
        const std::string& name = change.of == MatrixChange::Of::Goal ? change.number : change.title;
        if (change.of == MatrixChange::Of::Matrix) {
            out.insert(fmt::format("matrix: {}", fmt::join(fields, ", ")));
        } else if (change.kind != Change::Kind::Changed) {
            out.insert(fmt::format("{} {}", whatOf(change), name));
        } else if (!fields.empty()) {
            out.insert(fmt::format("{} {}: {}", whatOf(change), name, fmt::join(fields, ", ")));
        }
    }
    return out;
}

TEST(MatrixChanges, AreWhatDiffersOfRandomPairs) {
    std::size_t same = 0;
    std::set<std::string> seen;
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        const auto [before, after] = test::randomMatrixVersions(seed);
        const MatrixCorrection correction = correctionOf(before, after);
        const std::set<std::string> told = toldPlainly(correction);
        ASSERT_EQ(told, test::plainMatrixChanges(before, after)) << "seed " << seed;
        same += told.empty() ? 1 : 0;
        for (const MatrixChange& change : correction.changes) {
            seen.insert(whatOf(change));
            for (const FieldChange& field : change.fields) {
                seen.insert(fmt::format("{} {}", model::nameOf(change.of), field.field));
            }
        }
    }
    EXPECT_GT(same, 100u);
    for (const char* of : {"theme", "goal", "initiative"}) {
        for (const char* what : {"changed {}", "added {}", "removed {}", "{} order"}) {
            EXPECT_TRUE(seen.contains(fmt::format(fmt::runtime(what), of))) << what << " " << of;
        }
    }
    for (const char* field : {"theme title", "goal number", "goal text", "goal theme", "initiative title"}) {
        EXPECT_TRUE(seen.contains(field)) << field;
    }
}

} // namespace
} // namespace sidetal
