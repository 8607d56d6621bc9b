#include "Compose/Compose.h"

#include "Styles/StyleReader.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Composed {
    Document document; ///< the blocks refer to it
    Diagnostics diagnostics;
    BlockDocument blocks;

    explicit Composed(GoalMatrix matrix, const StyleSheet& style = input::builtInStyleSheet("goal-matrix"))
        : document(std::move(matrix))
        , blocks(compose(document, style, diagnostics)) {}

    [[nodiscard]] const Table& table() const { return std::get<Table>(blocks.run().blocks.at(1).content); }
    [[nodiscard]] const StructNode& node(const TableCell& cell) const { return blocks.tree.node(cell.node); }

    [[nodiscard]] std::vector<std::string> messages() const {
        std::vector<std::string> out;
        for (const Diagnostic& d : diagnostics.all()) {
            out.push_back(format(d));
        }
        return out;
    }
};

std::string textOf(const Paragraph& paragraph) {
    std::string out;
    for (const sidetal::Run& run : paragraph.runs) {
        out += run.text;
    }
    return out;
}

std::string textOf(const TableCell& cell) {
    std::string out;
    for (const Block& block : cell.content) {
        out += (out.empty() ? "" : "|") + textOf(std::get<Paragraph>(block.content));
    }
    return out;
}

/// "theme(3) 1.1(2) goal(2) initiative partners": each cell of a row with its span.
std::string rowText(const TableRow& row) {
    std::string out;
    for (const TableCell& cell : row.cells) {
        out += (out.empty() ? "" : " ; ") + textOf(cell);
        if (cell.rowSpan != 1) {
            out += "(" + std::to_string(cell.rowSpan) + ")";
        }
    }
    return out;
}

Goal goal(std::string number, std::size_t initiatives, bool prioritised = false) {
    Goal out;
    out.text = plainText("mål " + number);
    for (std::size_t i = 1; i <= initiatives; ++i) {
        out.initiatives.push_back({});
        out.initiatives.back().title = number + "/" + std::to_string(i);
    }
    out.number = std::move(number);
    out.prioritised = prioritised;
    return out;
}

GoalMatrix smallMatrix() {
    GoalMatrix out;
    out.header.title = "Opfølgning";
    Theme first;
    first.title = "Sundhed";
    first.vision = plainText("Vision");
    first.goals = {goal("5.1", 2), goal("5.2", 0), goal("5.3", 4, true)};
    first.goals[0].initiatives[1].description = plainText("Beskrivelse");
    first.goals[0].initiatives[1].partners = plainText("VIA");
    Theme second;
    second.title = "Sammenhæng";
    second.goals = {goal("6.1", 1)};
    out.themes = {first, second};
    return out;
}

TEST(MatrixComposer, DerivesSpansFromTheTree) {
    const Composed c(smallMatrix());
    std::vector<std::string> rows;
    for (const TableRow& row : c.table().rows) {
        rows.push_back(rowText(row));
    }
    EXPECT_THAT(rows,
                ElementsAre("Sundhed|Vision(7) ; 5.1(2) ; mål 5.1(2) ; 5.1/1 ; ", "5.1/2|Beskrivelse ; VIA",
                            "5.2 ; mål 5.2 ;  ; ", "●\u200A5.3(4) ; mål 5.3(4) ; 5.3/1 ; ", "5.3/2 ; ",
                            "5.3/3 ; ", "5.3/4 ; ", "Sammenhæng ; 6.1 ; mål 6.1 ; 6.1/1 ; "));
}

TEST(MatrixComposer, GivesEveryRowTheSameColumnsSpansCounted) {
    GoalMatrix matrix = smallMatrix();
    matrix.themes.emplace_back().title = "Uden mål";
    const Composed c(matrix);
    const Table& table = c.table();
    std::vector<std::uint32_t> covered(table.columns.size(), 0);
    for (const TableRow& row : table.rows) {
        for (const TableCell& cell : row.cells) {
            EXPECT_EQ(covered.at(cell.column), 0u);
            covered[cell.column] = cell.rowSpan;
            EXPECT_EQ(c.node(cell).rowSpan, cell.rowSpan);
        }
        for (std::uint32_t& left : covered) {
            ASSERT_GT(left, 0u);
            --left;
        }
    }
    EXPECT_EQ(covered, std::vector<std::uint32_t>(5, 0)) << "no span goes past the last row";
}

TEST(MatrixComposer, TagsRowHeadersAndGivesEveryCellItsHeaders) {
    const Composed c(smallMatrix());
    const Table& table = c.table();
    const StructTree& tree = c.blocks.tree;
    const auto headersOf = [&](const TableCell& cell) {
        std::vector<NodeId> out;
        for (std::uint32_t i = 0; i < c.node(cell).headerCount; ++i) {
            out.push_back(tree.headerOf(c.node(cell), i));
        }
        return out;
    };
    const auto& head = table.header.at(0).cells;
    for (const TableCell& cell : head) {
        EXPECT_EQ(c.node(cell).role, Role::TH);
        EXPECT_EQ(c.node(cell).scope, Scope::Column);
    }
    const auto& first = table.rows.at(0).cells;
    EXPECT_EQ(c.node(first[0]).scope, Scope::Row);
    EXPECT_EQ(c.node(first[1]).scope, Scope::Row);
    EXPECT_EQ(c.node(first[2]).role, Role::TD);
    EXPECT_THAT(headersOf(first[0]), ElementsAre(head[0].node));
    EXPECT_THAT(headersOf(first[1]), ElementsAre(head[1].node, first[0].node));
    EXPECT_THAT(headersOf(first[2]), ElementsAre(head[2].node, first[1].node))
        << "the number names the theme";
    const auto& second = table.rows.at(1).cells;
    EXPECT_THAT(headersOf(second[0]), ElementsAre(head[3].node, first[1].node));
    EXPECT_THAT(headersOf(second[1]), ElementsAre(head[4].node, first[1].node));
    const auto& fourth = table.rows.at(3).cells;
    EXPECT_THAT(headersOf(fourth[2]), ElementsAre(head[3].node, fourth[0].node));
}

TEST(MatrixComposer, AddsNodesInReadingOrder) {
    const Composed c(smallMatrix());
    NodeId last = NodeId::Root;
    for (const auto* rows : {&c.table().header, &c.table().rows}) {
        for (const TableRow& row : *rows) {
            for (const TableCell& cell : row.cells) {
                EXPECT_GT(cell.node, last);
                last = cell.node;
            }
        }
    }
}

TEST(MatrixComposer, MarksPrioritisedGoalsByTintSignAndWords) {
    const Composed c(smallMatrix());
    const StructTree& tree = c.blocks.tree;
    const TableCell& number = c.table().rows.at(3).cells.at(0);
    const TableCell& text = c.table().rows.at(3).cells.at(1);
    EXPECT_TRUE(c.table().cellFormats.at(number.format).fill.has_value());
    EXPECT_EQ(text.format, number.format);
    const auto& runs = std::get<Paragraph>(number.content.at(0).content).runs;
    ASSERT_EQ(runs.size(), 2u);
    EXPECT_EQ(tree.node(runs[0].leaf).role, Role::Span);
    EXPECT_EQ(tree.actualText(tree.node(runs[0].leaf)), "Prioriteret ");
    EXPECT_EQ(tree.node(runs[1].leaf).parent, number.node) << "a node has children or marks, never both";
    const auto& legend = std::get<Paragraph>(c.blocks.run().blocks.at(2).content);
    EXPECT_EQ(textOf(legend), "● Markerer de målsætninger som udvalget tidligere har prioriteret");
    EXPECT_EQ(tree.actualText(tree.node(legend.runs.at(0).leaf)), "Prioriteret: ");
}

TEST(MatrixComposer, ShowsTheLegendOnlyWhereItsMarkOccurs) {
    GoalMatrix matrix = smallMatrix();
    matrix.legend.push_back({LegendEntry::Mark::Prioritised, "Valgt af udvalget", {}});
    EXPECT_EQ(textOf(std::get<Paragraph>(Composed(matrix).blocks.run().blocks.at(2).content)),
              "● Valgt af udvalget");
    matrix.themes[0].goals[2].prioritised = false;
    EXPECT_EQ(Composed(matrix).blocks.run().blocks.size(), 2u);
}

TEST(MatrixComposer, KeepsTheTableEndWithItsLegend) {
    EXPECT_TRUE(Composed(smallMatrix()).blocks.run().blocks.at(1).keepWithNext);
    GoalMatrix matrix = smallMatrix();
    matrix.themes[0].goals[2].prioritised = false;
    EXPECT_FALSE(Composed(matrix).blocks.run().blocks.at(1).keepWithNext);
}

TEST(MatrixComposer, MakesNoHeaderOfAnEmptyNumber) {
    GoalMatrix matrix = smallMatrix();
    matrix.themes[0].goals[0].number.clear();
    matrix.themes.emplace_back().title = "Uden mål";
    const Composed c(matrix);
    const auto& first = c.table().rows.at(0).cells;
    EXPECT_EQ(c.node(first[1]).role, Role::TD);
    EXPECT_EQ(c.node(first[1]).scope, Scope::None);
    EXPECT_EQ(c.node(first[2]).headerCount, 2u) << "its column and its theme";
    EXPECT_EQ(c.node(c.table().rows.back().cells.at(1)).role, Role::TD);
}

TEST(MatrixComposer, TellsTheFileWhoseGoalsTheseAre) {
    GoalMatrix matrix = smallMatrix();
    matrix.committee = Committee{"Ældreudvalget", {}};
    matrix.period.emplace().label = "1. halvår 2021";
    matrix.header.title.clear();
    EXPECT_EQ(Composed(matrix).blocks.info.title, "Målmatrix, Ældreudvalget, 1. halvår 2021");
}

TEST(MatrixComposer, HasABookmarkForEachThemeAndGoal) {
    GoalMatrix matrix = smallMatrix();
    matrix.themes[0].goals[1].text = plainText(std::string(200, 'x'));
    matrix.themes[0].goals[2].text = {};
    matrix.themes[1].goals[0].number.clear();
    const Composed c(matrix);
    std::vector<std::string> found;
    for (const Bookmark& bookmark : c.blocks.bookmarks) {
        const StructNode& node = c.blocks.tree.node(c.blocks.tree.targetNode(bookmark.target));
        found.push_back(fmt::format("{} {} {}", bookmark.level, roleName(node.role), bookmark.title));
    }
    EXPECT_THAT(found,
                ElementsAre("2 TH Sundhed", "3 TH 5.1 mål 5.1", "3 TH 5.2 " + std::string(56, 'x') + "…",
                            "3 TH 5.3", "2 TH Sammenhæng", "3 TD mål 6.1"));
}

TEST(MatrixComposer, LabelsWhatGoesOnOverAPage) {
    const Composed c(smallMatrix());
    const auto& first = c.table().rows.at(0).cells;
    ASSERT_TRUE(first[0].continuation && first[1].continuation && first[2].continuation);
    EXPECT_EQ(textOf(*first[0].continuation), "Sundhed (fortsat)");
    EXPECT_TRUE(first[0].continuation->runs.at(0).emphasis.bold);
    EXPECT_EQ(textOf(*first[1].continuation), "5.1");
    EXPECT_EQ(textOf(*first[2].continuation), "(fortsat)");
    EXPECT_EQ(textOf(*c.table().rows.at(3).cells.at(0).continuation), "●\u200A5.3");
    EXPECT_EQ(textOf(*c.table().rows.at(1).cells.at(0).continuation), "5.1/2 (fortsat)") << "an initiative";
    EXPECT_TRUE(c.table().rows.at(2).cells.at(0).continuation) << "one row goes on, too, if it must";
    EXPECT_FALSE(c.table().rows.at(2).cells.at(2).continuation) << "nothing is there to go on";
    GoalMatrix wordless = smallMatrix();
    wordless.themes[0].goals[0].text = {};
    EXPECT_FALSE(Composed(wordless).table().rows.at(0).cells.at(2).continuation) << "nor here";
    for (const TableCell& cell : first) {
        if (cell.continuation) {
            for (const sidetal::Run& run : cell.continuation->runs) {
                EXPECT_EQ(run.leaf, NodeId::None) << "page furniture";
            }
        }
    }
}

TEST(MatrixComposer, KeepsSmallGoalsTogether) {
    const Composed c(smallMatrix());
    EXPECT_GT(c.table().rows.at(0).cells.at(1).keptRows, 1);
    EXPECT_EQ(c.table().rows.at(3).cells.at(0).keptRows, 0) << "four rows";
    EXPECT_EQ(c.table().rows.at(2).cells.at(0).keptRows, 0) << "one row";
    GoalMatrix matrix = smallMatrix();
    matrix.themes[1].goals = {goal("6.1", 3)};
    EXPECT_GT(Composed(matrix).table().rows.at(7).cells.at(1).keptRows, 1) << "three rows: the style's most";
    matrix.columns = {{MatrixColumn::Key::Goal, "", {}, {}}, {MatrixColumn::Key::Initiatives, "", {}, {}}};
    EXPECT_GT(Composed(matrix).table().rows.at(7).cells.at(0).keptRows, 1) << "without a column of numbers";
}

TEST(MatrixComposer, GivesAGoalOneRowWhereNoColumnShowsInitiatives) {
    GoalMatrix matrix = smallMatrix();
    matrix.columns = {{MatrixColumn::Key::Theme, "", {}, {}}, {MatrixColumn::Key::Number, "", {}, {}}};
    const Composed c(matrix);
    std::vector<std::string> rows;
    for (const TableRow& row : c.table().rows) {
        rows.push_back(rowText(row));
    }
    EXPECT_THAT(rows, ElementsAre("Sundhed|Vision(3) ; 5.1", "5.2", "●\u200A5.3", "Sammenhæng ; 6.1"));
    matrix.columns.push_back({MatrixColumn::Key::Partners, "", {}, {}});
    EXPECT_EQ(Composed(matrix).table().rows.size(), 8u) << "partners are an initiative's";
}

TEST(MatrixComposer, TakesColumnsAsTheDocumentAsksForThem) {
    GoalMatrix matrix = smallMatrix();
    using Key = MatrixColumn::Key;
    matrix.columns = {{Key::Number, "", {}, {}},
                      {Key::Goal, "Mål", Length::points(200), {}},
                      {Key::Status, "", {}, {7, 3}},
                      {Key::Initiatives, "", {}, {}}};
    const Composed c(matrix);
    EXPECT_EQ(rowText(c.table().header.at(0)), "Nr. ; Mål ; Status ; Understøttende indsatser");
    EXPECT_EQ(c.table().columns.at(1), Length::points(200));
    EXPECT_EQ(rowText(c.table().rows.at(0)), "5.1(2) ; mål 5.1(2) ; (2) ; 5.1/1");
    EXPECT_THAT(c.messages(), IsEmpty());
}

TEST(MatrixComposer, RefusesColumnsWiderThanThePage) {
    GoalMatrix matrix = smallMatrix();
    matrix.columns = {{MatrixColumn::Key::Number, "", Length::points(900), {3, 5}}};
    EXPECT_THAT(Composed(matrix).messages(),
                Contains("3:5: error: columns: the columns are 900 pt wide together, expected "
                         "at most 804 pt, which the page has: 96 pt too much, from column 1 'Nr.' on "
                         "[SID-C004]\n  widths: 'Nr.' 900 pt"));
    matrix.columns = {{MatrixColumn::Key::Theme, "", Length::points(500), {3, 5}},
                      {MatrixColumn::Key::Goal, "Mål", Length::milli(400'500), {3, 9}}};
    EXPECT_THAT(Composed(matrix).messages(),
                Contains(AllOf(HasSubstr("3:9: error: columns: the columns are 901 pt"),
                               HasSubstr("97 pt too much, from column 2 'Mål' on [SID-C004]"),
                               HasSubstr("widths: 'Tema' 500 pt, 'Mål' 400.5 pt"))));
    matrix.columns = {{MatrixColumn::Key::Number, "", Length::milli(804'700), {3, 5}}};
    EXPECT_THAT(Composed(matrix).messages(),
                Contains(HasSubstr("the columns are 805 pt wide together, expected at most 804 pt")))
        << "not '804 pt, expected at most 804 pt'";
}

TEST(MatrixComposer, PutsTheSignBeforeTheGoalWhereThereAreNoNumbers) {
    GoalMatrix matrix = smallMatrix();
    matrix.columns = {{MatrixColumn::Key::Goal, "", {}, {}}};
    const Composed c(matrix);
    EXPECT_THAT(c.messages(), IsEmpty());
    const TableCell& cell = c.table().rows.at(2).cells.at(0);
    const auto& runs = std::get<Paragraph>(cell.content.at(0).content).runs;
    EXPECT_EQ(textOf(cell), "● mål 5.3");
    EXPECT_EQ(c.blocks.tree.actualText(c.blocks.tree.node(runs.at(0).leaf)), "Prioriteret ");
    EXPECT_EQ(c.blocks.tree.node(runs.at(1).leaf).parent, cell.node);
    EXPECT_EQ(c.blocks.run().blocks.size(), 3u) << "title, table, legend";
}

TEST(MatrixComposer, ShowsNoLegendWhereNoGoalIsMarked) {
    GoalMatrix matrix = smallMatrix();
    matrix.columns = {{MatrixColumn::Key::Initiatives, "", {}, {3, 5}}};
    EXPECT_THAT(Composed(matrix).messages(), ElementsAre(HasSubstr("[SID-C006]")));
    EXPECT_EQ(Composed(matrix).blocks.run().blocks.size(), 2u);
    matrix.themes[0].goals[2].prioritised = false;
    EXPECT_THAT(Composed(matrix).messages(), IsEmpty());
}

TEST(MatrixComposer, RefusesAThemeOfMoreRowsThanACellCanSpan) {
    GoalMatrix matrix = smallMatrix();
    matrix.themes[1].source = {9, 5};
    matrix.themes[1].goals.assign(65'536, {});
    EXPECT_THAT(Composed(matrix).messages(),
                ElementsAre("9:5: error: the theme has 65536 rows, expected at most 65535 [SID-C005]"));
}

TEST(MatrixComposer, LeavesOutTheTableOfAnEmptyMatrix) {
    const Composed c((GoalMatrix()));
    ASSERT_EQ(c.blocks.run().blocks.size(), 1u);
    EXPECT_EQ(c.blocks.info.title, "Målmatrix");
    EXPECT_EQ(c.blocks.tree.size(), 2u);
}

TEST(MatrixComposer, WarnsOnceOfEachKeyThatNoPageShowsYet) {
    GoalMatrix matrix = smallMatrix();
    matrix.header.organisation.emplace();
    matrix.header.caseNumber = matrix.header.caseOfficer = "";
    matrix.header.facts.push_back({"Periode", plainText("2021"), {}});
    matrix.committee.emplace();
    matrix.period.emplace();
    matrix.catalogue.emplace();
    Goal& goal = matrix.themes[0].goals[0];
    goal.committees = {"Udvalget"};
    goal.trend = Trend::Up;
    goal.indicators.emplace_back();
    goal.status = GoalStatus::Reached;
    Initiative& initiative = goal.initiatives[1];
    initiative.status = GoalStatus::Partly;
    initiative.owner = "Omsorg";
    initiative.deadline = Date{2021, 1, 1};
    initiative.followUp = plainText("fortsætter");
    const std::vector<std::string> messages = Composed(matrix).messages();
    EXPECT_EQ(messages.size(), 11u); // committees say whose part it is
    EXPECT_THAT(messages, testing::Each(HasSubstr("[SID-C001]")));
    EXPECT_THAT(messages, Contains(HasSubstr("themes[0].goals[0].status: 'status' is read")));
    EXPECT_THAT(messages, Contains(HasSubstr("themes[0].goals[0].initiatives[1].status: 'status' is read")));
}

TEST(MatrixComposer, BeginsThemesAndRepeatsGoalsAsTheStyleAsks) {
    StyleSheet style = input::builtInStyleSheet("goal-matrix");
    auto& look = std::get<GoalMatrixStyle>(style.look);
    look.themeGoals = 2;
    look.themeLines = 6;
    look.repeatGoal = 3;
    look.legendInFoot = true;
    GoalMatrix matrix;
    Theme theme;
    theme.title = "Sundhed";
    theme.goals = {goal("1", 4, true), goal("2", 2), goal("3", 1)};
    matrix.themes = {theme};
    const Composed c(matrix, style);
    const TableCell& cell = c.table().rows.at(0).cells.at(0);
    EXPECT_EQ(cell.keptRows, 5) << "the rows of the first goal and one of the second";
    EXPECT_EQ(cell.wholeLines, 6);
    EXPECT_EQ(c.table().labelLines, 3);
    EXPECT_EQ(textOf(*c.table().rows[0].cells.at(2).continuation), "mål 1 (fortsat)");
    const RunningLine& foot = c.blocks.run().running.at(1);
    EXPECT_TRUE(foot.fromSecond);
    EXPECT_EQ(foot.align, Align::Left);
    EXPECT_THAT(foot.pattern, testing::StartsWith("● "));
}

namespace {

/// Two themes of two goals each, as a follow-up.
GoalMatrix followedUp() {
    GoalMatrix matrix;
    matrix.header.title = "Målopfølgning";
    matrix.committee = Committee{};
    matrix.committee->name = "Kulturudvalget";
    matrix.period = Period{"2. halvår 2026", {}, {}};
    Theme theme;
    theme.title = "Sundhed";
    theme.goals = {goal("1.1", 1), goal("1.2", 1)};
    matrix.themes.push_back(theme);
    theme.title = "Natur";
    theme.goals = {goal("2.1", 1), goal("", 1)};
    matrix.themes.push_back(std::move(theme));
    return matrix;
}

std::vector<std::string> marksOf(const Composed& c) {
    std::vector<std::string> out;
    for (const RunningMark& mark : c.blocks.runningMarks) {
        out.push_back(mark.text);
        EXPECT_NE(c.blocks.tree.targetNode(mark.target), NodeId::None) << mark.text;
    }
    return out;
}

} // namespace

TEST(MatrixComposer, HasTheThemeAndTheGoalInTheHeadsOfAFollowUp) {
    for (const char* name : {"follow-up", "follow-up-a3", "follow-up-text"}) {
        const Composed c(followedUp(), input::builtInStyleSheet(name));
        ASSERT_EQ(c.blocks.runs.size(), 2u);
        const std::vector<RunningLine>& first = c.blocks.runs.front().running;
        const std::vector<RunningLine>& lines = c.blocks.run().running;
        ASSERT_EQ(lines.size(), 3u) << name;
        EXPECT_EQ(lines[1].pattern, "Målopfølgning · Kulturudvalget · 2. halvår 2026");
        EXPECT_EQ(lines[2].pattern, "{mark}");
        EXPECT_EQ(lines[2].goesOn, " (fortsat)");
        for (const std::size_t i : {1u, 2u}) {
            EXPECT_EQ(lines[i].kind, RunningLine::Kind::Header);
            EXPECT_TRUE(first[i].fromSecond) << "the title stands there";
            EXPECT_FALSE(lines[i].fromSecond) << "what comes before is the first page";
        }
        EXPECT_THAT(marksOf(c), ElementsAre("Sundhed · 1.1", "Sundhed · 1.2", "Natur · 2.1", "Natur"));
    }
    EXPECT_THAT(marksOf(Composed(followedUp())), IsEmpty()) << "of the originals";
}

TEST(MatrixComposer, NamesGoalsAloneInHeadsWhereThemesAreLeftOut) {
    GoalMatrix matrix = followedUp();
    matrix.columns.resize(2);
    matrix.columns[0].key = MatrixColumn::Key::Number;
    matrix.columns[1].key = MatrixColumn::Key::Goal;
    const StyleSheet style = input::builtInStyleSheet("follow-up");
    EXPECT_THAT(marksOf(Composed(matrix, style)), ElementsAre("Nr. 1.1", "Nr. 1.2", "Nr. 2.1", ""));
    matrix.columns[0].key = MatrixColumn::Key::Theme;
    EXPECT_THAT(marksOf(Composed(matrix, style)), ElementsAre("Sundhed", "Natur"));
}

TEST(MatrixComposer, LeavesOutTheEndOfATitleThatIsTooLongForTheHeads) {
    GoalMatrix matrix = followedUp();
    for (int i = 0; i < 40; ++i) {
        matrix.header.title += " af mål {og}";
        matrix.themes[0].title += " og trivsel";
    }
    matrix.header.status = DocumentStatus::Draft;
    const Composed c(matrix, input::builtInStyleSheet("follow-up-text"));
    const std::vector<RunningLine>& lines = c.blocks.run().running;
    ASSERT_EQ(lines.size(), 4u);
    EXPECT_EQ(lines[1].pattern, "UDKAST");
    EXPECT_THAT(lines[2].pattern,
                testing::AllOf(testing::StartsWith("Målopf"), testing::EndsWith("2. halvår 2026")));
    EXPECT_LT(lines[2].x + lines[2].width + Length::points(12), lines[1].x + lines[1].width);
    EXPECT_THAT(c.blocks.runningMarks[0].text,
                testing::AllOf(testing::StartsWith("Sundhed og"), testing::EndsWith("… · 1.1")));
}

TEST(MatrixComposer, LeavesOutATitleOfWhichTheHeadsWouldHaveAFewLetters) {
    GoalMatrix matrix = followedUp();
    matrix.committee->name = "Kultur- og Sundhedsudvalget";
    matrix.header.status = DocumentStatus::Draft;
    const Composed c(matrix, input::builtInStyleSheet("follow-up-text"));
    EXPECT_EQ(c.blocks.run().running.at(2).pattern, "Kultur- og Sundhedsudvalget · 2. halvår 2026");
}

TEST(MatrixComposer, EndsWhatTheHeadsNameWithTheLegend) {
    GoalMatrix matrix = followedUp();
    matrix.themes[0].goals[0].prioritised = true;
    EXPECT_EQ(marksOf(Composed(matrix, input::builtInStyleSheet("follow-up"))).back(), "");
}

TEST(MatrixComposer, GivesTheWidthOfColumnsThatAreLeftOutToTheOthers) {
    StyleSheet style = input::builtInStyleSheet("goal-matrix");
    std::get<GoalMatrixStyle>(style.look).fillWidth = true;
    GoalMatrix matrix;
    Theme theme;
    theme.goals = {goal("1", 1)};
    matrix.themes = {theme};
    matrix.columns.resize(3);
    matrix.columns[0].key = MatrixColumn::Key::Theme;
    matrix.columns[1].key = MatrixColumn::Key::Number;
    matrix.columns[1].width = Length::points(30);
    matrix.columns[2].key = MatrixColumn::Key::Goal;
    const Composed c(matrix, style);
    Length sum;
    for (const ColumnWidth column : c.table().columns) {
        sum += column.length();
    }
    EXPECT_EQ(sum, c.blocks.run().body.width);
    EXPECT_EQ(c.table().columns.at(1), ColumnWidth(Length::points(30))) << "the document's own";
    EXPECT_EQ(Composed(matrix).table().columns.at(0), ColumnWidth(Length::milli(111'525)));
}

} // namespace
} // namespace sidetal
