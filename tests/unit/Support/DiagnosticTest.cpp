#include "sidetal/Support/Diagnostic.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

TEST(FormatDiagnostic, HasCompilersManners) {
    EXPECT_EQ(format({Severity::Error, "SID-I012", "missing", "møde.json", {41, 22}, "items[2].title", {}}),
              "møde.json:41:22: error: items[2].title: missing [SID-I012]");
    EXPECT_EQ(format({Severity::Warning, "", "odd", "", {}, "", {"a note", "another"}}),
              "warning: odd\n  a note\n  another");
    EXPECT_EQ(format({Severity::Error, "X", "m", "f", {}, "", {}}), "f: error: m [X]");
    EXPECT_EQ(format({Severity::Error, "X", "m", "", {3, 4}, "", {}}), "3:4: error: m [X]");
}

TEST(FormatDiagnostic, AsJsonIsOneLineWithEverything) {
    EXPECT_EQ(
        formatJson({Severity::Warning, "SID-I014", "say \"x\"", "a\\b", {1, 2}, "p", {"n\n", "m"}}),
        R"({"severity":"warning","code":"SID-I014","message":"say \"x\"","file":"a\\b","line":1,"column":2,"path":"p","notes":["n\n","m"]})");
}

TEST(DiagnosticsCollector, KeepsTheOrderAndNamesTheFile) {
    Diagnostics diagnostics;
    diagnostics.setFile("f");
    diagnostics.warning("W", "w");
    diagnostics.error("E", "e", {1, 2}, "p", {"n"});
    diagnostics.add({Severity::Error, "O", "o", "other", {}, {}, {}});
    ASSERT_EQ(diagnostics.all().size(), 3u);
    EXPECT_EQ(format(diagnostics.all()[0]), "f: warning: w [W]");
    EXPECT_EQ(format(diagnostics.all()[1]), "f:1:2: error: p: e [E]\n  n");
    EXPECT_EQ(format(diagnostics.all()[2]), "other: error: o [O]");
    EXPECT_EQ(diagnostics.errorCount(), 2u);
    EXPECT_EQ(diagnostics.warningCount(), 1u);
}

TEST(DiagnosticsCollector, CountsOnAfterItsLimits) {
    Diagnostics diagnostics;
    for (int i = 0; i < 2'000; ++i) {
        diagnostics.warning("W", "w");
        diagnostics.error("E", "e");
    }
    EXPECT_EQ(diagnostics.all().size(), 1'100u);
    EXPECT_EQ(diagnostics.errorCount(), 2'000u);
    EXPECT_EQ(diagnostics.warningCount(), 2'000u);
}

TEST(DiagnosticsCollector, ThrowsOnlyForErrorsAndTellsAll) {
    Diagnostics diagnostics;
    diagnostics.warning("W", "w");
    EXPECT_NO_THROW(diagnostics.throwIfErrors());
    diagnostics.error("E", "e");
    try {
        diagnostics.throwIfErrors();
        FAIL();
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(), "error: e [E]");
        EXPECT_EQ(error.diagnostics().size(), 2u);
    }
}

TEST(Error, OfOneMessage) {
    const Error error("SID-S001", "unknown style");
    EXPECT_STREQ(error.what(), "error: unknown style [SID-S001]");
    EXPECT_EQ(error.diagnostics().at(0).severity, Severity::Error);
}

} // namespace
} // namespace sidetal
