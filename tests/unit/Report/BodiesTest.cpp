#include "unit/Documents/RandomModel.h"

#include "support/KeptPdfs.h"
#include "support/RandomTimes.h"
#include "support/Samples.h"

#include "sidetal/Report.h"

#include <gtest/gtest.h>

#include <string>

namespace sidetal {
namespace {

/// Each is read back by veraPDF, qpdf, poppler, mutool and the checker of tags.
TEST(Bodies, OfEveryKindAndLinkFormAreGoodFiles) {
    constexpr LinkForm kForms[] = {LinkForm::None, LinkForm::Behind, LinkForm::Notes};
    std::size_t made = 0;
    for (unsigned seed = 0; made < 12 * test::randomTimes() && seed < 40 * test::randomTimes(); ++seed) {
        const MeetingPaper paper = input::testing::randomBodies(seed, 8, input::testing::Texts::Worded);
        StyleSheet style = builtInStyle("agenda");
        style.texts.links = kForms[seed % 3];
        style.texts.boldParagraphs = seed % 2 == 0 ? BoldParagraphs::Headings : BoldParagraphs::Paragraphs;
        RenderOptions options;
        options.style = style;
        try {
            test::keepPdf("report-bodies-" + std::to_string(seed), test::render(paper, options));
            ++made;
        } catch (const Error& error) { // tables in tables may ask for more than any page has
            const std::string code = error.diagnostics().front().code;
            EXPECT_TRUE(code == "SID-L008" || code == "SID-L002" || code[4] != 'L') << error.what();
        }
    }
    EXPECT_EQ(made, 12 * test::randomTimes());
}

} // namespace
} // namespace sidetal
