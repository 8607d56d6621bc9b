#include "unit/Layout/LayoutFixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::test {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

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

/// A framed word in the head, `x` from the left edge.
void addFramed(DocumentBuilder& builder, Length x) {
    builder.addRunning("I");
    RunningLine& line = builder.document.run().running.back();
    line.kind = RunningLine::Kind::Header;
    line.x = x;
    line.baseline = Length::points(20);
    line.frame = {Length::milli(750), Length::points(4), Length::points(9), Length::points(3)};
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

TEST(PageRuns, tellWherePagesAreNumberedAnew) {
    const auto labels = [](std::initializer_list<std::optional<std::uint32_t>> firsts) {
        Setting setting;
        DocumentBuilder builder;
        bool begun = false;
        for (const auto& first : firsts) {
            if (begun) {
                builder.addRun();
            }
            begun = true;
            builder.document.run().numbering.first = first;
            addTwoPages(builder);
        }
        std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
        for (const PageLabel& label : layOut(builder, setting).pages.labels) {
            out.emplace_back(label.page, label.number);
        }
        return out;
    };
    EXPECT_THAT(labels({std::nullopt, std::nullopt}), IsEmpty());
    EXPECT_THAT(labels({1, 3}), IsEmpty());
    EXPECT_THAT(labels({5}), ElementsAre(Pair(0, 5)));
    EXPECT_THAT(labels({std::nullopt, 1, std::nullopt, 20}),
                ElementsAre(Pair(0, 1), Pair(2, 1), Pair(6, 20)));
    EXPECT_THAT(labels({0}), ElementsAre(Pair(0, 0)));
}

TEST(PageRuns, totalIsTheLastNumberWhereTheyBeginElsewhere) {
    DocumentBuilder builder;
    builder.document.run().numbering.first = 11;
    builder.addRunning("Side {page} af {pages}");
    addTwoPages(builder);
    EXPECT_THAT(numbersOf(builder), ElementsAre("Side 11 af 12", "Side 12 af 12"));
}

TEST(PageRuns, watermarkLiesUnderEverythingAsOutlines) {
    Setting setting;
    DocumentBuilder builder;
    TextFormat large = builder.document.formats[0];
    large.size = Length::points(60);
    large.colour = {233, 236, 239};
    builder.document.formats.push_back(large);
    builder.document.run().watermark = Watermark{"UDKAST", static_cast<FormatId>(1), {}, 55, {}};
    addTwoPages(builder);
    const auto laid = layOut(builder, setting);
    Page page;
    for (const std::uint32_t number : {1U, 0U}) {
        laid.pages.paint(number, setting.breaker, page);
        ASSERT_EQ(page.ops.size(), 2U);
        const auto* mark = std::get_if<PathOp>(&page.ops[0]);
        ASSERT_NE(mark, nullptr);
        EXPECT_EQ(mark->content, Content(ArtifactKind::Watermark));
        EXPECT_EQ(mark->fill, (Colour{233, 236, 239}));
        EXPECT_GT(mark->segmentCount, 60U);
        Length left = page.size.width;
        Length right;
        Length top = page.size.height;
        Length bottom;
        for (const PathSegment& segment : page.segments) {
            if (segment.kind != PathSegment::Kind::Close) {
                left = std::min(left, segment.to.x);
                right = std::max(right, segment.to.x);
                top = std::min(top, segment.to.y);
                bottom = std::max(bottom, segment.to.y);
            }
        }
        // In the middle, but for the room that its letters have beside them.
        EXPECT_LT(std::abs((left + right - page.size.width).milli()), 10'000);
        EXPECT_LT(std::abs((top + bottom - page.size.height).milli()), 10'000);
        EXPECT_GT(right - left, Length::points(100));
        EXPECT_GT(bottom - top, Length::points(150));
    }
}

TEST(PageRuns, drawAFrameAroundTheWordsOfALine) {
    Setting setting;
    DocumentBuilder builder;
    builder.addParagraph("a");
    addFramed(builder, Length::points(100));
    const auto laid = layOut(builder, setting);
    Page page;
    laid.pages.paint(0, setting.breaker, page);
    const auto* frame = std::get_if<PathOp>(&page.ops.front()); // under what is read
    ASSERT_NE(frame, nullptr);
    EXPECT_EQ(frame->content, Content(ArtifactKind::Header));
    EXPECT_EQ(frame->width, Length::milli(750));
    EXPECT_EQ(frame->stroke, Colour());
    EXPECT_EQ(page.segments.at(0).to, (Point{Length::points(96), Length::points(11)}));
    EXPECT_EQ(page.segments.at(2).to.y, Length::points(23));
    EXPECT_GT(page.segments.at(2).to.x, Length::points(104));
}

TEST(PageRuns, haveNoRoomForAFrameThatRunsOffThePaper) {
    Setting setting;
    DocumentBuilder builder;
    builder.addParagraph("a");
    addFramed(builder, Length::points(3)); // the words would have room
    EXPECT_THAT(messages(layOut(builder, setting).diagnostics), HasSubstr("'I' at the edge of the page"));
}

TEST(PageRuns, watermarkOfCharactersThatNoFontHasIsAnError) {
    Setting setting;
    DocumentBuilder builder;
    builder.document.run().watermark = Watermark{"\U0001F512", {}, {}, 55, {2, 3}};
    builder.addParagraph("a");
    EXPECT_THAT(messages(layOut(builder, setting).diagnostics),
                HasSubstr("prøve.json:2:3: error: no font has"));
}

} // namespace sidetal::test
