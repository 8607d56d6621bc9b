#include "unit/Documents/RandomModel.h"

#include "Compose/Compose.h"
#include "Documents/Documents.h"
#include "Dump/PaintedText.h"
#include "Layout/Layout.h"
#include "Styles/StyleReader.h"
#include "golden/PageFeet.h"
#include "golden/Spoken.h"
#include "support/RandomTimes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>

namespace sidetal::test {
namespace {

class RandomBodies : public testing::TestWithParam<unsigned> {};

TEST_P(RandomBodies, LoseNoWordAndLeaveNothingAlone) {
    Shaper shaper(Fonts::open());
    LineBreaker breaker(shaper);
    StyleSheet style = input::builtInStyleSheet("agenda");
    std::uint64_t tooWide = 0;
    const std::uint64_t times = 25 * randomTimes();
    for (unsigned i = 0; i < times; ++i) {
        const unsigned seed = GetParam() * 1'000'000 + i;
        const Document document = input::testing::randomBodies(seed, 12, input::testing::Texts::Worded);
        std::get<AgendaStyle>(style.look).hangingNumbers = i % 2 == 1;
        Diagnostics diagnostics;
        const Pages pages = layOut(compose(document, style, diagnostics), breaker, diagnostics);
        const auto isError = [](const Diagnostic& d) { return d.severity == Severity::Error; };
        const auto error = std::ranges::find_if(diagnostics.all(), isError);
        if (error != diagnostics.all().end()) { // tables in tables in lists ask for more than any page has
            ASSERT_TRUE(error->code == "SID-L008" || error->code == "SID-L002")
                << "seed " << seed << ": " << format(*error);
            ++tooWide;
            continue;
        }
        const std::vector<dump::LeafText> leaves = dump::leafTexts(pages, breaker);
        std::string heard;
        for (const dump::LeafText& leaf : leaves) {
            heard += leaf.text;
        }
        Spoken said;
        said.add("Dagsorden");
        const auto& paper = std::get<MeetingPaper>(document);
        for (std::size_t item = 0; item < paper.items.size(); ++item) {
            said.add(std::to_string(item + 1) + "." + paper.items[item].title);
            said.add(paper.items[item].body);
        }
        ASSERT_EQ(withoutSpace(heard), withoutSpace(said.all())) << "seed " << seed;
        const auto alone = aloneAtFoot(*pages.tree, leaves, pages.count);
        EXPECT_FALSE(alone) << *alone;
        if (testing::Test::HasFailure()) {
            FAIL() << "seed " << seed << "\n" << input::writeJson(document);
        }
    }
    EXPECT_LE(tooWide, 1 + times / 20);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomBodies, testing::Range(0u, 4u));

} // namespace
} // namespace sidetal::test
