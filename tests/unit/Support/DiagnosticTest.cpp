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

TEST(FormatDiagnostic, NamesTheCellOfASpreadsheet) {
    Diagnostic d{Severity::Error, "X", "m", "tal.xlsx", {14, 3}, "", {}, "Ark1"};
    EXPECT_EQ(format(d), "tal.xlsx:Ark1!C14: error: m [X]");
    EXPECT_EQ(formatJson(d), R"({"severity":"error","code":"X","message":"m","file":"tal.xlsx","line":14,"column":3,"path":"",)"
                             R"("notes":[],"sheet":"Ark1","cell":"C14"})");
    for (const auto& [column, name] :
         {std::pair{1u, "A"}, {26u, "Z"}, {27u, "AA"}, {52u, "AZ"}, {702u, "ZZ"}, {703u, "AAA"}}) {
        d.position = {1, column};
        EXPECT_EQ(format(d), std::string("tal.xlsx:Ark1!") + name + "1: error: m [X]");
    }
    d.position = {};
    EXPECT_EQ(format(d), "tal.xlsx:Ark1: error: m [X]");
    EXPECT_NE(formatJson(d).find("\"notes\":[],\"sheet\":\"Ark1\"}"), std::string::npos);
    d.sheet = "a\nb";
    EXPECT_EQ(format(d), "tal.xlsx:a\\u{A}b: error: m [X]");
}

TEST(DiagnosticsCollector, NamesTheSourceOfEachPlace) {
    Diagnostics diagnostics;
    diagnostics.setSources({{"a.json"}, {"b.xml"}, {"c.xlsx", "Ark1"}}, 1);
    diagnostics.error("E", "e", {1, 2, 0});
    diagnostics.error("E", "e", {1, 2, 1});
    diagnostics.error("E", "e", {1, 2, 2});
    diagnostics.error("E", "e");
    diagnostics.error("E", "e", {1, 2, 3});
    const SourcePos whole{0, 0, diagnostics.addSource({"stil.json"})};
    diagnostics.error("E", "e", whole);
    const std::vector<std::string> expected{"a.json:1:2: error: e [E]", "b.xml:1:2: error: e [E]",
                                            "c.xlsx:Ark1!B1: error: e [E]", "b.xml: error: e [E]",
                                            "1:2: error: e [E]", "stil.json: error: e [E]"};
    ASSERT_EQ(diagnostics.all().size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(format(diagnostics.all()[i]), expected[i]);
    }
    static_assert(sizeof(SourcePos) == 12, "a model carries very many");
}

TEST(FormatDiagnostic, StaysOnItsLineWhateverTheInputHolds) {
    EXPECT_EQ(
        format(
            {Severity::Error, "X", "m\n1:1: error: forged\x1B[0m", "a\r\nb", {}, "k\u2028\u202E", {"n\no"}}),
        "a\\u{D}\\u{A}b: error: k\\u{2028}\\u{202E}: m\\u{A}1:1: error: forged\\u{1B}[0m [X]\n  n\\u{A}o");
    EXPECT_EQ(format({Severity::Error, "", "\u0085\u007F\u2069\u200Fæ\u00A0€", "m\xF8\x80.json", {}, "", {}}),
              "m\\x{F8}\\x{80}.json: error: \\u{85}\\u{7F}\\u{2069}\\u{200F}æ\u00A0€");
}

TEST(FormatDiagnostic, AsJsonIsUtf8WhateverTheFileIsCalled) {
    EXPECT_EQ(
        formatJson({Severity::Error, "X", "\u2029\x1B\u0085\u202Eæ", "m\xF8\x64\xE2\x82.json", {}, "", {}}),
        "{\"severity\":\"error\",\"code\":\"X\",\"message\":\"\\u2029\\u001b\\u0085\\u202eæ\","
        "\"file\":\"m\uFFFDd\uFFFD\uFFFD.json\",\"line\":0,\"column\":0,\"path\":\"\",\"notes\":[]}");
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

TEST(DiagnosticsCollector, CountsOnAfterItsLimitsAndSaysSo) {
    Diagnostics diagnostics;
    diagnostics.setFile("f");
    for (int i = 0; i < 2'000; ++i) {
        diagnostics.warning("W", "w");
        diagnostics.error("E", "e");
    }
    ASSERT_EQ(diagnostics.all().size(), 1'101u);
    EXPECT_EQ(diagnostics.errorCount(), 2'000u);
    EXPECT_EQ(diagnostics.warningCount(), 2'000u);
    EXPECT_EQ(format(diagnostics.all().back()), "f: error: there are more, only the first 100 errors and the "
                                                "first 1000 warnings are told [SID-D001]");
    EXPECT_EQ(diagnostics.all()[1'099].code, "W");
}

TEST(DiagnosticsCollector, SaysNothingOfItsLimitsWithinThem) {
    Diagnostics diagnostics;
    for (std::size_t i = 0; i < Diagnostics::kMostWarnings; ++i) {
        diagnostics.warning("W", "w");
    }
    EXPECT_EQ(diagnostics.all().size(), Diagnostics::kMostWarnings);
    diagnostics.warning("W", "w");
    EXPECT_EQ(format(diagnostics.all().back()),
              "warning: there are more, only the first 1000 warnings are told [SID-D001]");
    EXPECT_FALSE(diagnostics.hasErrors());
    diagnostics.error("E", "e");
    EXPECT_EQ(diagnostics.all().back().code, "SID-D001") << "stays the last";
}

TEST(DiagnosticsCollector, AppendsWhatAnotherHasAndCounts) {
    Diagnostics diagnostics;
    diagnostics.setFile("mine");
    diagnostics.error("E", "before");
    Diagnostics other;
    other.setFile("other");
    for (int i = 0; i < 1'500; ++i) {
        other.warning("W", "w");
    }
    other.error("E", "e");
    diagnostics.append(other);
    EXPECT_EQ(diagnostics.errorCount(), 2u);
    EXPECT_EQ(diagnostics.warningCount(), 1'500u);
    ASSERT_EQ(diagnostics.all().size(), 1'003u);
    EXPECT_EQ(format(diagnostics.all()[1]), "other: warning: w [W]");
    EXPECT_EQ(format(diagnostics.all().back()),
              "other: warning: there are more, only the first 1000 warnings are told [SID-D001]");
    diagnostics.error("E", "after");
    EXPECT_EQ(diagnostics.all().at(1'002).file, "mine");
    diagnostics.append(other);
    EXPECT_EQ(diagnostics.warningCount(), 3'000u);
    EXPECT_EQ(diagnostics.errorCount(), 4u);
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
