#include "Compose/CopyFoot.h"

#include "sidetal/Report.h"

#include <gtest/gtest.h>

#include <array>

namespace sidetal {
namespace {

class CopyFootTest : public testing::Test {
  protected:
    CopyFootTest() {
        style_.pageNumber.text.lineHeight = Length::points(10);
        info_.title = "Dagsorden";
        info_.description = "Kladde.";
    }

    [[nodiscard]] BlockDocument compose(const std::string& name, std::string_view language = "da") const {
        return composeCopyFoot(name, style_, info_, language, papers_);
    }

    /// From the lower edge of the paper.
    [[nodiscard]] Length baseline(Length ofPageNumber) {
        style_.pageNumber.baseline = ofPageNumber;
        const BlockDocument document = compose("Bo Berg");
        return papers_.front().height - document.runs.front().running.front().baseline;
    }

    StyleSheet style_;
    DocumentInfo info_;
    std::array<Size, 2> papers_{
        {{Length::points(595), Length::points(842)}, {Length::points(842), Length::points(595)}}};
};

TEST_F(CopyFootTest, StandsBelowThePageNumberOnEachPaper) {
    style_.pageNumber.baseline = Length::points(40);
    const BlockDocument document = compose("Bo Berg");
    ASSERT_EQ(document.runs.size(), 2U);
    for (std::size_t i = 0; i < papers_.size(); ++i) {
        const PageRun& run = document.runs[i];
        EXPECT_EQ(run.page.height, papers_[i].height);
        ASSERT_EQ(run.running.size(), 1U);
        EXPECT_EQ(run.running.front().baseline, papers_[i].height - Length::points(30));
        EXPECT_EQ(run.running.front().kind, RunningLine::Kind::Footer);
        EXPECT_EQ(run.running.front().pattern, "Eksemplar til Bo Berg");
    }
}

TEST_F(CopyFootTest, StandsAboveThePageNumberWherePrintersWouldLoseIt) {
    EXPECT_EQ(baseline(Length::points(24)), Length::points(14));
    EXPECT_EQ(baseline(Length::points(23)), Length::points(33));
}

TEST_F(CopyFootTest, NamesThePersonInTheDescriptionToo) {
    EXPECT_EQ(compose("Bo Berg").info.description, "Kladde. Eksemplar til Bo Berg.");
    EXPECT_EQ(compose("Bo Berg").info.title, "Dagsorden");
    EXPECT_EQ(compose("Bo Berg", "en").info.description, "Kladde. Copy for Bo Berg.");
    EXPECT_EQ(compose("Bo Berg", "fr").info.description, "Kladde. Eksemplar til Bo Berg.");
}

TEST_F(CopyFootTest, HasNoBracesThatWouldStandForNumbers) {
    EXPECT_EQ(compose("Bo {page}").runs.front().running.front().pattern, "Eksemplar til Bo (page)");
}

TEST_F(CopyFootTest, HasWhatStandsOnAPageInFront) {
    const BlockDocument document = composeCopyFoot("Bo Berg", style_, info_, "da", papers_, true);
    ASSERT_EQ(document.runs.size(), 3U);
    const PageRun& cover = document.runs.back();
    EXPECT_EQ(cover.page.height, papers_.front().height);
    EXPECT_TRUE(cover.running.empty());
    std::vector<std::string> words;
    for (const Block& block : cover.blocks) {
        words.emplace_back(std::get<Paragraph>(block.content).runs.front().text);
    }
    EXPECT_EQ(words, (std::vector<std::string>{"Eksemplar til", "Bo Berg", "Dagsorden"}));
}

} // namespace
} // namespace sidetal
