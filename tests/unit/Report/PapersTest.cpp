#include "support/KeptPdfs.h"
#include "support/RandomPaper.h"
#include "support/RandomTimes.h"
#include "support/Samples.h"

#include "sidetal/Report.h"

#include <gtest/gtest.h>

#include <string>

namespace sidetal {
namespace {

/// Each is read back by veraPDF, qpdf, poppler, mutool, the checker of tags and that of links.
TEST(Papers, InFullAreGoodFiles) {
    std::size_t made = 0;
    for (std::uint64_t seed = 1; made < 8 * test::randomTimes() && seed < 40 * test::randomTimes(); ++seed) {
        MeetingPaper paper = test::randomPaper(seed);
        paper.header.title = "Møde " + std::to_string(seed);
        RenderOptions options;
        options.style = test::randomPaperStyle(seed);
        options.edition = Edition::Full;
        options.language = seed % 4 == 0 ? "en" : "";
        try {
            test::keepPdf("report-papers-" + std::to_string(seed), test::render(paper, options));
            ++made;
        } catch (const Error& error) { // tables in tables may ask for more than any page has
            const std::string code = error.diagnostics().front().code;
            EXPECT_TRUE(code == "SID-L008" || code == "SID-L002" || code[4] != 'L') << error.what();
        }
    }
    EXPECT_EQ(made, 8 * test::randomTimes());
}

} // namespace
} // namespace sidetal
