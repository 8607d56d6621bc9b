#include "unit/Layout/LayoutFixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::test {

namespace {

using testing::ElementsAre;

/// The running words of each page.
std::vector<std::string> numbersOf(DocumentBuilder& builder) {
    Setting setting;
    const auto laid = layOut(builder, setting);
    std::vector<std::string> out;
    for (const std::string& page : printPages(laid.pages, setting)) {
        const std::size_t begin = page.find("[page number]");
        const std::size_t quote = page.find('\'', begin);
        out.push_back(begin == std::string::npos ? "" : page.substr(quote + 1, page.rfind('\'') - quote - 1));
    }
    return out;
}

/// Two pages of text in the last run.
void addTwoPages(DocumentBuilder& builder) {
    builder.addParagraph("a");
    builder.add(PageBreak{});
    builder.addParagraph("b");
}

} // namespace

TEST(PageRuns, eachHasItsOwnSizeBodyAndRunningLines) {
    Setting setting;
    DocumentBuilder builder;
    builder.addParagraph("Forside");
    builder.addRun();
    builder.addRunning("Side {page} af {pages}");
    builder.addParagraph("Oversigt");
    const auto laid = layOut(builder, setting);
    ASSERT_EQ(laid.pages.count, 2u);
    EXPECT_EQ(laid.pages.sizes[0], (Size{Length::points(240), Length::points(180)}));
    EXPECT_EQ(laid.pages.sizes[1], (Size{Length::points(300), Length::points(100)}));
    EXPECT_EQ(printPage(laid.pages, 1, setting), "text P#1 20,38.5 'Forside'\n");
    EXPECT_EQ(printPage(laid.pages, 2, setting), "text P#2 10,18.5 'Oversigt'\n"
                                                 "text [page number] 0,0 'Side 2 af 2'\n");
    Page page;
    laid.pages.paint(1, setting.breaker, page);
    EXPECT_EQ(page.size, laid.pages.sizes[1]);
}

TEST(PageRuns, fillTheirOwnPages) {
    Setting setting;
    DocumentBuilder builder;
    for (int i = 0; i < 11; ++i) { // ten lines a page
        builder.addParagraph("a");
    }
    builder.addRun();
    for (int i = 0; i < 7; ++i) { // six lines a page
        builder.addParagraph("b");
    }
    builder.document.runs.push_back(builder.document.runs.front()); // upright pages again
    builder.document.run().blocks.clear();
    builder.addParagraph("c");
    const auto laid = layOut(builder, setting);
    std::vector<std::string> words;
    for (std::uint32_t i = 0; i < laid.pages.count; ++i) {
        Page page;
        laid.pages.paint(i, setting.breaker, page);
        words.push_back(wordsOf(page, setting.shaper));
    }
    EXPECT_THAT(words, ElementsAre("aaaaaaaaaa", "a", "bbbbbb", "b", "c"));
    EXPECT_EQ(laid.pages.sizes.stretches().size(), 3u);
}

TEST(PageRuns, countOnOrAnew) {
    DocumentBuilder builder;
    builder.addParagraph("Forside");
    builder.addRun().numbering.first = 1;
    builder.addRunning("{page}/{pages}");
    addTwoPages(builder);
    builder.addRun();
    builder.addRunning("{page}/{pages}");
    builder.addParagraph("c");
    builder.addRun().numbering.first = 7;
    builder.addRunning("{page}/{pages}");
    builder.addParagraph("d");
    EXPECT_THAT(numbersOf(builder), ElementsAre("", "1/3", "2/3", "3/3", "7/7"));
}

TEST(PageRuns, totalIsOfTheSequenceTheRunOrTheDocument) {
    const auto numbers = [](PageNumbering::Total total) {
        DocumentBuilder builder;
        builder.addRunning("{page}/{pages}");
        addTwoPages(builder);
        builder.addRun();
        builder.addRunning("{page}/{pages}");
        addTwoPages(builder);
        builder.addRun().numbering.first = 1;
        builder.addRunning("{page}/{pages}");
        builder.addParagraph("c");
        for (PageRun& run : builder.document.runs) {
            run.numbering.total = total;
        }
        return numbersOf(builder);
    };
    EXPECT_THAT(numbers(PageNumbering::Total::Sequence), ElementsAre("1/4", "2/4", "3/4", "4/4", "1/1"));
    EXPECT_THAT(numbers(PageNumbering::Total::Run), ElementsAre("1/2", "2/2", "3/2", "4/2", "1/1"));
    EXPECT_THAT(numbers(PageNumbering::Total::Document), ElementsAre("1/5", "2/5", "3/5", "4/5", "1/5"));
}

TEST(PageRuns, withoutBlocksAreAPageOfRunningLines) {
    DocumentBuilder builder;
    builder.addRunning("Omslag {page}");
    builder.addRun();
    builder.addRunning("Side {page}");
    EXPECT_THAT(numbersOf(builder), ElementsAre("Omslag 1", "Side 2"));
}

} // namespace sidetal::test
