#include "unit/Layout/LayoutFixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::test {

using namespace literals;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// Documents whose running line shows their marks.
struct MarkedDocument {
    DocumentBuilder builder;
    Setting setting;

    MarkedDocument() { addLine(); }
    void addLine() {
        builder.addRunning("{mark}");
        builder.document.run().running.back().goesOn = " (fortsat)";
    }
    /// A heading with which a mark begins, over so many lines.
    void addItem(const std::string& mark, int lines) {
        Block& heading = builder.addHeading(mark.empty() ? "Gruppe" : mark);
        const TargetId target = builder.document.tree.reserveTarget();
        builder.document.tree.bindTarget(target, std::get<Heading>(heading.content).text.runs.front().leaf);
        builder.document.runningMarks.push_back({target, mark});
        addLines(lines);
    }
    void addLines(int lines) {
        for (int i = 0; i < lines; ++i) {
            builder.addParagraph("linje");
        }
    }
    void breakPage() { builder.add(PageBreak{}); }

    /// The running line of each page; "" where there is none.
    std::vector<std::string> heads() {
        const LaidOutDocument laid = layOut(builder, setting);
        EXPECT_THAT(messages(laid.diagnostics), IsEmpty());
        std::vector<std::string> out;
        for (const std::string& page : printPages(laid.pages, setting)) {
            const std::size_t at = page.find("[page number] 0,0 '");
            const std::size_t begin = at == std::string::npos ? at : page.find('\'', at) + 1;
            out.push_back(at == std::string::npos ? "" : page.substr(begin, page.find('\'', begin) - begin));
        }
        return out;
    }
};

} // namespace

TEST(RunningMarks, firstMarkOfAPageOrTheOneThatGoesOn) {
    MarkedDocument d;
    d.addLines(10);           // page 1: none
    d.addItem("Punkt 1", 20); // 2, 3, and a line of 4
    d.addItem("Punkt 2", 1);  // 4
    d.breakPage();
    d.addItem("Punkt 3", 2); // 5, from its top
    EXPECT_THAT(d.heads(), ElementsAre("", "Punkt 1", "Punkt 1 (fortsat)", "Punkt 1 (fortsat)", "Punkt 3"));
}

TEST(RunningMarks, ruleAboveAnItemIsNotTheOneBefore) {
    MarkedDocument d;
    d.addItem("Punkt 1", 9);
    d.builder.add(Rule{1_pt, {}}).keepWithNext = true;
    d.addItem("Punkt 2", 2);
    EXPECT_THAT(d.heads(), ElementsAre("Punkt 1", "Punkt 2"));
}

TEST(RunningMarks, rowUnderARepeatedHeaderIsNotTheOneBefore) {
    MarkedDocument d;
    std::vector<std::string> rows(9, "mål");
    rows.resize(20, "mål\nmål"); // nine under the header of the first page, four and a half, four and a half
    Table table = d.builder.spanTable("Tema", rows);
    const auto mark = [&](std::size_t row, const std::string& words) {
        const TargetId target = d.builder.document.tree.reserveTarget();
        d.builder.document.tree.bindTarget(target, table.rows[row].cells.back().node);
        d.builder.document.runningMarks.push_back({target, words});
    };
    mark(0, "1.1");
    mark(9, "1.2");  // the first on the second page
    mark(10, "1.3"); // within it
    d.builder.add(std::move(table));
    const std::vector<std::string> heads = d.heads();
    ASSERT_GE(heads.size(), 3u);
    EXPECT_EQ(heads[0], "1.1");
    EXPECT_EQ(heads[1], "1.2");
    EXPECT_EQ(heads[2], "1.3 (fortsat)");
}

TEST(RunningMarks, markWithoutWordsEndsTheOneBefore) {
    MarkedDocument d;
    d.addItem("Punkt 1", 4);
    d.addItem("", 9); // from page 1 to 2
    d.addItem("Punkt 2", 1);
    d.breakPage();
    d.addItem("", 11);
    EXPECT_THAT(d.heads(), ElementsAre("Punkt 1", "Punkt 2", "", ""));
}

TEST(RunningMarks, goOnOverPageRuns) {
    MarkedDocument d;
    d.addItem("Punkt 1", 2);
    d.builder.addRun();
    d.addLine();
    d.addLines(2);
    EXPECT_THAT(d.heads(), ElementsAre("Punkt 1", "Punkt 1 (fortsat)"));
}

TEST(RunningMarks, bracesInTheirWordsStandForNothing) {
    MarkedDocument d;
    d.addItem("{page} {mark}", 2);
    EXPECT_THAT(d.heads(), ElementsAre("{page} {mark}"));
}

TEST(RunningMarks, thatLieOnTheirNeighbourAreTold) {
    for (const bool isLong : {false, true}) {
        MarkedDocument d;
        RunningLine& committee = d.builder.document.run().running.emplace_back();
        committee.pattern = "Udvalget for alt";
        committee.width = 200_pt;
        committee.align = Align::Right;
        committee.source = {4, 2};
        d.addItem("Punkt 1", 2);
        d.addItem("Punkt 2", 11);
        d.addItem(isLong ? "Punkt 3, en tillægsdagsorden til mødet" : "Punkt 3", 11);
        const LaidOutDocument laid = layOut(d.builder, d.setting);
        EXPECT_EQ(
            messages(laid.diagnostics),
            isLong
                ? "prøve.json:4:2: warning: '{mark}' and 'Udvalget for alt' lie on one another at the edge "
                  "of the page, expected shorter words or smaller type in the style [SID-L010]\n"
                : "");
    }
}

TEST(RunningMarks, widerThanThePaperAreToldOnce) {
    MarkedDocument d;
    for (int i = 0; i < 3; ++i) {
        d.addItem("Punkt 12, en tillægsdagsorden til mødet om mangt og meget i kommunen", 20);
    }
    const LaidOutDocument laid = layOut(d.builder, d.setting);
    EXPECT_THAT(messages(laid.diagnostics), testing::HasSubstr("runs off the paper of 240 pt"));
    EXPECT_EQ(laid.diagnostics.all().size(), 1U);
    EXPECT_EQ(laid.pages.count, 0U);
}

} // namespace sidetal::test
