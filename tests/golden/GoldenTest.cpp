#include "Dump/Dump.h"
#include "golden/Laid.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace sidetal::test {
namespace {

/// Where two texts part: the line's number and both lines.
std::string firstDifference(const std::string& expected, const std::string& actual) {
    std::istringstream left(expected);
    std::istringstream right(actual);
    for (int number = 1;; ++number) {
        std::string a;
        std::string b;
        const bool hasA = static_cast<bool>(std::getline(left, a));
        const bool hasB = static_cast<bool>(std::getline(right, b));
        if (!hasA && !hasB) {
            return "no line differs";
        }
        if (hasA != hasB || a != b) {
            return "line " + std::to_string(number) + "\n  golden: " + (hasA ? a : "(ends)") +
                   "\n  now:    " + (hasB ? b : "(ends)");
        }
    }
}

} // namespace

void compareWithGolden(const std::string& name, const std::string& actual) {
    const std::string path = goldenPath(name);
    if (std::getenv("SIDETAL_UPDATE_GOLDENS") != nullptr) {
        std::ofstream(path, std::ios::binary) << actual;
        return;
    }
    const std::string expected = readFile(path);
    ASSERT_FALSE(expected.empty()) << path << " is missing";
    EXPECT_TRUE(expected == actual)
        << name << ", " << firstDifference(expected, actual)
        << "\nif that is right, run again with SIDETAL_UPDATE_GOLDENS=1 and look at the "
           "difference in git";
}

namespace {

class Golden : public testing::TestWithParam<SampleCase> {};

TEST_P(Golden, EveryStageIsAsItWas) {
    Laid laid(GetParam().file, GetParam().style);
    const std::string& name = GetParam().name;
    compareWithGolden(name + ".blocks.txt", laid.blocks());
    compareWithGolden(name + ".pages.txt", dumpPages(laid.pages(), laid.breaker()));
    compareWithGolden(name + ".tags.txt", dumpTags(*laid.pages().tree, laid.pages(), laid.breaker()));
    compareWithGolden(name + ".outline.txt", dumpOutline(laid.pages()));
}

TEST(GoldenTexts, AreAsTheyWere) {
    Laid laid("texts.json", "agenda");
    compareWithGolden("texts.pages.txt", dumpPages(laid.pages(), laid.breaker()));
    compareWithGolden("texts.tags.txt", dumpTags(*laid.pages().tree, laid.pages(), laid.breaker()));
    compareWithGolden("texts.outline.txt", dumpOutline(laid.pages()));
}

/// The papers of councils, of which a line more is a golden more: what is heard with its tags, and where the
/// outline leads.
class GoldenPapers : public testing::TestWithParam<const char*> {};

TEST_P(GoldenPapers, AreAsTheyWere) {
    const std::string name = GetParam();
    Laid laid(name + ".json", "council");
    compareWithGolden(name + ".tags.txt", dumpTags(*laid.pages().tree, laid.pages(), laid.breaker()));
    compareWithGolden(name + ".outline.txt", dumpOutline(laid.pages()));
}

INSTANTIATE_TEST_SUITE_P(Samples, GoldenPapers, testing::Values("council-agenda", "minutes"));

TEST_P(Golden, XmlGivesTheSameAsJson) {
    Laid json(GetParam().file, GetParam().style);
    std::string file = GetParam().file;
    file.replace(file.find(".json"), 5, ".xml");
    Laid xml(file, GetParam().style);
    EXPECT_EQ(firstDifference(json.blocks(), xml.blocks()), "no line differs");
    EXPECT_EQ(firstDifference(dumpPages(json.pages(), json.breaker()), dumpPages(xml.pages(), xml.breaker())),
              "no line differs");
}

INSTANTIATE_TEST_SUITE_P(Samples, Golden, testing::ValuesIn(sampleCases()));

} // namespace
} // namespace sidetal::test
