#include "sidetal/Report.h"

#include "support/KeptPdfs.h"
#include "support/Samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal {
namespace {

using testing::HasSubstr;

StyleSheet styleOf(std::string_view text) {
    Diagnostics diagnostics;
    return readStyleSheet(text, "bredder.json", diagnostics);
}

TEST(ColumnWidths, AMatrixOfSharesAndFittedColumnsFillsItsPages) {
    const StyleSheet style = styleOf(R"({"base": "goal-matrix", "columns": {
        "theme": "1.25 fr", "number": "auto", "goal": "2 fr", "initiatives": "3 fr", "partners": "auto"}})");
    RenderOptions options;
    options.style = style;
    const Document matrix = test::readSample("goal-matrix.json");
    EXPECT_THAT(Renderer().dump(matrix, options, DumpStage::Blocks).text,
                HasSubstr("columns=1.25fr,auto,2fr,3fr,auto"));
    const std::string pdf = test::render(matrix, options);
    EXPECT_EQ(pdf, test::render(matrix, options));
    test::keepPdf("report-fitted-columns", pdf); // read back by veraPDF, qpdf, poppler, the checker of tags
}

TEST(ColumnWidths, LabelsOfFactsAreFittedToTheirWords) {
    RenderOptions options;
    options.style = styleOf(R"({"base": "agenda", "facts": {"labelWidth": "auto"}})");
    const Document agenda = test::readSample("agenda.json");
    EXPECT_THAT(Renderer().dump(agenda, options, DumpStage::Blocks).text, HasSubstr("columns=auto,1fr rules=0 #000000 after=16 width=340.157"));
    test::keepPdf("report-fitted-labels", test::render(agenda, options));
}

} // namespace
} // namespace sidetal
