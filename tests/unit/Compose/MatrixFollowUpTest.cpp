#include "Compose/Compose.h"
#include "Compose/MatrixSigns.h"

#include "Dump/Dump.h"
#include "Styles/StyleReader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace sidetal {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using Key = MatrixColumn::Key;

Goal measuredGoal() {
    Goal goal;
    goal.number = "1.1";
    goal.text = plainText("Flere er aktive.");
    goal.status = GoalStatus::Partly;
    goal.trend = Trend::Up;
    Indicator& indicator = goal.indicators.emplace_back();
    indicator.name = "Aktive";
    indicator.unit = "%";
    indicator.baseline = "76";
    indicator.target = "85";
    indicator.actual = "81,5";
    indicator.date = Date{2026, 5, 4};
    indicator.source = "Undersøgelsen";
    indicator.better = Indicator::Better::Higher;
    indicator.series = {{Date{2018, 5, 1}, "76"}, {Date{2026, 5, 1}, "81,5"}};
    Initiative& initiative = goal.initiatives.emplace_back();
    initiative.title = "Hold";
    initiative.status = GoalStatus::OnTrack;
    initiative.owner = "Fritid";
    initiative.deadline = Date{2026, 12, 31};
    initiative.followUp = plainText("Fire hold er i gang.");
    goal.initiatives.push_back(initiative);
    return goal;
}

GoalMatrix matrixOf(Goal goal, std::vector<Key> keys) {
    GoalMatrix matrix;
    for (const Key key : keys) {
        matrix.columns.push_back({key, {}, {}, {}});
    }
    Theme& theme = matrix.themes.emplace_back();
    theme.title = "Sundhed";
    theme.goals.push_back(std::move(goal));
    return matrix;
}

/// What a document of these columns is composed to, as text, with the messages before it.
std::string composed(const Document& document, std::string_view language = {}) {
    Diagnostics diagnostics;
    const BlockDocument blocks =
        compose(document, input::builtInStyleSheet("follow-up"), diagnostics, {language});
    std::string out;
    for (const Diagnostic& d : diagnostics.all()) {
        out += format(d) + "\n";
    }
    return out + dumpBlocks(blocks);
}

TEST(MatrixFollowUp, SaysStatusTrendAndFiguresInWords) {
    const Document document =
        matrixOf(measuredGoal(), {Key::Goal, Key::Status, Key::Trend, Key::Indicator, Key::Initiatives,
                                  Key::Owner, Key::Deadline, Key::FollowUp});
    const std::string text = composed(document);
    EXPECT_THAT(text, Not(HasSubstr("SID-")));
    for (const char* words :
         {"\"Delvist nået\"", "\"Bedre\"", "\"Aktive: 81,5\\u00a0% (mål mindst 85\\u00a0%)\"",
          "\"udgangspunkt 76\\u00a0%, opgjort 04-05-2026, Undersøgelsen\"", "\"I gang\"", "\"Fritid\"",
          "\"31-12-2026\"", "\"Fire hold er i gang.\""}) {
        EXPECT_THAT(text, HasSubstr(words));
    }
    const std::string english = composed(document, "en");
    for (const char* words : {"\"Partly reached\"", "\"Better\"", "(target at least 85\\u00a0%)"}) {
        EXPECT_THAT(english, HasSubstr(words));
    }
}

TEST(MatrixFollowUp, SaysOfALineOverTheYearsWhatItShows) {
    const Document document = matrixOf(measuredGoal(), {Key::Goal, Key::Indicator});
    Diagnostics diagnostics;
    const BlockDocument blocks = compose(document, input::builtInStyleSheet("follow-up"), diagnostics);
    std::string alt;
    for (std::uint32_t i = 0; i < blocks.tree.size(); ++i) {
        alt += blocks.tree.alt(blocks.tree.node(static_cast<NodeId>(i)));
    }
    EXPECT_THAT(alt, EndsWith("Udvikling 2018–2026: 76, 81,5\u00a0%; mål 85\u00a0%"));
}

TEST(MatrixFollowUp, SpansTheRowsOfItsGoal) {
    const Document document = matrixOf(measuredGoal(), {Key::Status, Key::Initiatives});
    Diagnostics diagnostics;
    const BlockDocument blocks = compose(document, input::builtInStyleSheet("follow-up"), diagnostics);
    for (const Block& block : blocks.run().blocks) {
        if (const auto* table = std::get_if<Table>(&block.content)) {
            ASSERT_EQ(table->rows.size(), 2u);
            EXPECT_EQ(table->rows[0].cells[0].rowSpan, 2u);
            EXPECT_EQ(table->rows[1].cells.size(), 1u);
        }
    }
}

TEST(MatrixFollowUp, TellsFiguresThatAreMissing) {
    Goal goal = measuredGoal();
    goal.indicators[0] = Indicator{};
    goal.indicators[0].name = "Frivillige";
    goal.indicators[0].target = "120";
    EXPECT_THAT(composed(matrixOf(goal, {Key::Goal, Key::Indicator})),
                HasSubstr("\"Frivillige: ikke opgjort (mål 120)\""));
    goal.indicators[0].target.clear();
    EXPECT_THAT(composed(matrixOf(goal, {Key::Goal, Key::Indicator})),
                HasSubstr("\"Frivillige: Ikke opgjort\""));
    goal.indicators[0].actual = "ca. 80";
    EXPECT_THAT(composed(matrixOf(goal, {Key::Goal, Key::Indicator})), HasSubstr("\"Frivillige: ca. 80\""));
}

TEST(MatrixFollowUp, HasTitlesOfItsStyleWhereTheDocumentHasNone) {
    GoalMatrix matrix = matrixOf(measuredGoal(), {Key::Number, Key::Goal, Key::Committees});
    matrix.columns[0].title = "No.";
    matrix.themes[0].goals[0].committees = {"Sundhedsudvalget", "Byrådet"};
    const Document document = matrix;
    StyleSheet sheet = input::builtInStyleSheet("follow-up");
    auto& look = std::get<GoalMatrixStyle>(sheet.look);
    look.columnTitles.number = "Nummer";
    look.columnTitles.goal = "Mål";
    Diagnostics diagnostics;
    const std::string text = dumpBlocks(compose(document, sheet, diagnostics));
    for (const char* words : {"\"No.\"", "\"Mål\"", "\"Udvalg\"", "\"Sundhedsudvalget, Byrådet\""}) {
        EXPECT_THAT(text, HasSubstr(words));
    }
    EXPECT_THAT(text, Not(HasSubstr("Nummer")));
}

/// Headings and text, without what stands before them.
StyleSheet textSheet() {
    StyleSheet out = input::builtInStyleSheet("follow-up-text");
    std::get<GoalMatrixStyle>(out.look).overview.reset();
    return out;
}

TEST(MatrixFollowUp, IsHeadingsAndTextWhereItsStyleAsksForIt) {
    GoalMatrix matrix =
        matrixOf(measuredGoal(), {Key::Theme, Key::Number, Key::Goal, Key::Status, Key::Indicator,
                                  Key::Initiatives, Key::Owner, Key::Deadline, Key::FollowUp});
    matrix.themes[0].vision = plainText("Et godt liv.");
    Goal bare;
    bare.number = "1.2";
    bare.text = plainText("Flere går.");
    bare.prioritised = true;
    matrix.themes[0].goals.push_back(bare);
    const Document document = matrix;
    Diagnostics diagnostics;
    const std::string text = dumpBlocks(compose(document, textSheet(), diagnostics));
    EXPECT_THAT(diagnostics.all(), testing::SizeIs(1)); // of the trend, which has no column
    std::size_t at = 0;
    for (const char* words :
         {"heading 2", "\"Sundhed\"", "\"Et godt liv.\"", "heading 3", "\"1.1 Flere er aktive.\"",
          "\"Status: Delvist nået\"", "\"Aktive: 81,5", "\"Hold\"", "\"Status: I gang\"",
          "\"Ansvarlig: Fritid\"", "\"Frist: 31. december 2026\"", "\"Opfølgning: Fire hold er i gang.\"",
          "\"1.2 Flere går.\"", "outline \"Prioriteret 1.2 Flere går.\"", "\"Ingen indsatser\""}) {
        at = text.find(words, at);
        ASSERT_NE(at, std::string::npos) << words << "\n" << text;
    }
    EXPECT_THAT(text, Not(HasSubstr("table ")));
}

TEST(MatrixFollowUp, ShowsWhatFollowsAGoalsFirstParagraphUnderItsHeading) {
    GoalMatrix matrix = matrixOf(measuredGoal(), {Key::Theme, Key::Number, Key::Goal});
    TextList list;
    list.items = {plainText("Og flere går.")};
    matrix.themes[0].goals[0].text.blocks.emplace_back(list);
    const Document document = matrix;
    Diagnostics diagnostics;
    const BlockDocument composed = compose(document, textSheet(), diagnostics);
    const auto& model =
        std::get<TextList>(std::get<GoalMatrix>(document).themes[0].goals[0].text.blocks.at(1));
    const auto& given = std::get<TextParagraph>(model.items.at(0).blocks.at(0)).spans.at(0).text;
    std::size_t lists = 0;
    for (const Block& block : composed.run().blocks) {
        if (const auto* shown = std::get_if<List>(&block.content)) {
            ++lists;
            const auto& words = std::get<Paragraph>(shown->items.at(0).body.at(0).content);
            EXPECT_EQ(words.runs.at(0).text, "Og flere går.");
            EXPECT_EQ(words.runs.at(0).text.data(), given.data()) << "no copy that is gone by now";
        }
    }
    EXPECT_EQ(lists, 1u);
}

TEST(MatrixFollowUp, KeepsAThemesHeadingAndVisionWithItsFirstGoal) {
    GoalMatrix matrix = matrixOf(measuredGoal(), {Key::Theme, Key::Number, Key::Goal});
    matrix.themes[0].vision = plainText("Et godt liv.");
    matrix.themes.emplace_back();
    matrix.themes[1].title = "Natur";
    matrix.themes[1].vision = plainText("Uden mål.");
    const Document document = matrix;
    Diagnostics diagnostics;
    const BlockDocument composed = compose(document, textSheet(), diagnostics);
    const auto isKept = [&](std::string_view words) {
        for (const Block& block : composed.run().blocks) {
            const auto* paragraph = std::get_if<Paragraph>(&block.content);
            if (paragraph != nullptr && paragraph->runs.at(0).text == words) {
                return block.keepWithNext;
            }
        }
        ADD_FAILURE() << words << " is not there";
        return false;
    };
    EXPECT_TRUE(isKept("Et godt liv."));
    EXPECT_FALSE(isKept("Uden mål.")) << "no goal follows";
}

TEST(MatrixFollowUp, BeginsWithGoalsWhereThemesAreLeftOut) {
    const Document document = matrixOf(measuredGoal(), {Key::Goal});
    Diagnostics diagnostics;
    const std::string text = dumpBlocks(compose(document, textSheet(), diagnostics));
    EXPECT_THAT(text, HasSubstr("heading 2")); // no level is skipped (ISO 14289-1, 7.4.2)
    EXPECT_THAT(text, Not(HasSubstr("heading 3")));
    EXPECT_THAT(text, Not(HasSubstr("Sundhed")));
}

TEST(MatrixFollowUp, WarnsOfWhatNoColumnShows) {
    const std::string text = composed(matrixOf(measuredGoal(), {Key::Goal}));
    for (const char* key : {"'status'", "'trend'", "'indicators'"}) {
        EXPECT_THAT(text, HasSubstr(std::string(key) + " is read, but no page shows it yet [SID-C001]"));
    }
}

TEST(MatrixFollowUp, PrintsTheSubjectUnderTheTitle) {
    GoalMatrix matrix = matrixOf(measuredGoal(), {Key::Goal});
    matrix.committee = Committee{"Sundhedsudvalget", {}};
    matrix.period = Period{"", Date{2026, 1, 1}, Date{2026, 6, 30}};
    matrix.catalogue = Catalogue{"Mål", "3"};
    EXPECT_THAT(composed(matrix), HasSubstr("\"Sundhedsudvalget · 1. januar 2026–30. juni 2026 · Mål 3\""));
    matrix.header.version = "2";
    EXPECT_THAT(composed(matrix), HasSubstr("30. juni 2026 · Mål 3 · Version 2\""));
    GoalMatrix bare = matrixOf(measuredGoal(), {Key::Goal});
    bare.header.version = "2";
    EXPECT_THAT(composed(bare), HasSubstr("\"Version 2\""));
}

/// The signs as lists of steps: they must differ where all are printed in one colour.
TEST(MatrixSigns, DifferByShapeAlone) {
    std::set<std::string> shapes;
    for (const GoalStatus status : {GoalStatus::Reached, GoalStatus::OnTrack, GoalStatus::Partly,
                                    GoalStatus::NotReached, GoalStatus::NotAssessed}) {
        const auto sign = statusSign(status, Length::points(9));
        ASSERT_TRUE(sign);
        EXPECT_EQ(sign->leaf, NodeId::None) << "the word says it";
        std::string shape;
        for (const Drawing::Stroke& stroke : std::get<Drawing>(sign->shown).paths) {
            shape += stroke.fill ? "filled" : "drawn";
            for (const PathSegment& segment : stroke.segments) {
                shape += " " + std::to_string(static_cast<int>(segment.kind)) + "," +
                         std::to_string(segment.to.x.milli()) + "," + std::to_string(segment.to.y.milli());
            }
        }
        shapes.insert(shape);
    }
    EXPECT_EQ(shapes.size(), 5u);
    EXPECT_FALSE(statusSign(GoalStatus::Unspecified, Length::points(9)));
    EXPECT_FALSE(trendSign(Trend::Unspecified, Length::points(9)));
}

TEST(MatrixSigns, HoldFiguresOfAnySize) {
    constexpr std::int64_t most = 999'999'999'999'000'000;
    for (const std::int64_t actual : {std::int64_t{0}, std::int64_t{1}, most}) {
        const Figure bar = indicatorBar(actual, most, 0, Length::points(110));
        for (const Drawing::Stroke& stroke : std::get<Drawing>(bar.shown).paths) {
            for (const PathSegment& segment : stroke.segments) {
                EXPECT_GE(segment.to.x, Length());
                EXPECT_LE(segment.to.x, Length::points(110));
            }
        }
    }
    const Figure line = sparkline({-most, 0, most}, 0, NodeId::None);
    for (const Drawing::Stroke& stroke : std::get<Drawing>(line.shown).paths) {
        for (const PathSegment& segment : stroke.segments) {
            EXPECT_GE(segment.to.y, Length());
            EXPECT_LE(segment.to.y, line.height);
        }
    }
}

} // namespace
} // namespace sidetal
