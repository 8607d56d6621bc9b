#include "Selection/GoalNames.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace sidetal::selection {
namespace {

TEST(FoldedNames, AreAlikeInCapitalAndSmallLetters) {
    EXPECT_EQ(folded("  ÆLDRE- og\n Aktivitetsudvalget "), folded("ældre- og aktivitetsudvalget"));
    EXPECT_EQ(folded("ØKONOMI Å É"), "økonomi å é");
    EXPECT_EQ(folded("3 × 4 ÷ 2"), "3 × 4 ÷ 2"); // no letters
    EXPECT_EQ(folded("\xC3"), "\xC3");           // no UTF-8: of a document in code, which is refused before
    EXPECT_NE(folded("Sundhed"), folded("Sundhed og natur"));
}

TEST(GoalNumbers, CountByTheirFigures) {
    const std::vector<std::string> ordered = {"1",   "1.1",  "1.2", "1.2a", "1.2b", "1.10", "1.10.1",
                                              "2.1", "10.1", "100", "A1",   "A2",   "A10",  ""};
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        for (std::size_t j = 0; j < ordered.size(); ++j) {
            EXPECT_EQ(compareNumbers(ordered[i], ordered[j]) < 0, i < j) << ordered[i] << " " << ordered[j];
            EXPECT_EQ(compareNumbers(ordered[i], ordered[j]) == 0, i == j) << ordered[i] << " " << ordered[j];
        }
    }
}

TEST(GoalNumbers, HaveNoLargestFigure) {
    EXPECT_TRUE(compareNumbers("1.99999999999999999999", "1.100000000000000000000") < 0);
    EXPECT_TRUE(compareNumbers("1.007", "1.7") == 0);
    EXPECT_TRUE(compareNumbers("1.007", "1.8") < 0);
}

} // namespace
} // namespace sidetal::selection
