#include "Lint/Lint.h"
#include "Lint/Reporter.h"
#include "Lint/RulesReader.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sidetal::lint {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> faultsOf(std::string_view rules) {
    Diagnostics diagnostics;
    try {
        (void)readRulesFile(rules, "r.json", diagnostics);
    } catch (const Error&) {
        EXPECT_TRUE(diagnostics.hasErrors());
    }
    std::vector<std::string> out;
    for (const Diagnostic& d : diagnostics.all()) {
        out.push_back(format(d));
    }
    return out;
}

TEST(LintRules, AreRead) {
    Diagnostics diagnostics;
    const LintRules rules = readRulesFile(R"({
  // comments are allowed
  "forbiddenNames": ["Projekt  Falk"],
  "allowed": [{"text": "89 40 20 00", "reason": "omstillingen", "codes": ["SID-N004"]}, {"text": "*@kommune.dk", "reason": "fælles"}],
  "severity": {"SID-N001": "error", "SID-N025": "off"}
})",
                                          "r.json", diagnostics);
    EXPECT_THAT(rules.forbiddenNames, ElementsAre("Projekt Falk"));
    ASSERT_EQ(rules.allowed.size(), 2u);
    EXPECT_EQ(rules.allowed[0].reason, "omstillingen");
    EXPECT_THAT(rules.allowed[0].codes, ElementsAre("SID-N004"));
    EXPECT_THAT(rules.severity, ElementsAre(std::pair("SID-N001", LintSeverity::Error),
                                            std::pair("SID-N025", LintSeverity::Off)));
    EXPECT_TRUE(diagnostics.all().empty());
}

TEST(LintRules, TellWhatIsWrongWithThem) {
    EXPECT_THAT(faultsOf(R"({"allowed": [{"text": "x"}]})"),
                ElementsAre(HasSubstr("r.json:1:14: error: allowed[0].reason: missing [SID-I012]")));
    EXPECT_THAT(faultsOf(R"({"allowed": [{"text": "*", "reason": "y"}]})"),
                ElementsAre(HasSubstr("SID-N041")));
    EXPECT_THAT(faultsOf(R"({"severity": {"SID-N01": "error"}})"),
                ElementsAre(HasSubstr("nearest known code: 'SID-N001'")));
    EXPECT_THAT(faultsOf(R"({"severity": {"SID-N001": "loud"}})"), ElementsAre(HasSubstr("SID-I015")));
    EXPECT_THAT(faultsOf(R"({"allowd": []})"), ElementsAre(HasSubstr("nearest known key: 'allowed'")));
    EXPECT_THAT(faultsOf("[]"), ElementsAre(HasSubstr("SID-I013")));
    EXPECT_THAT(faultsOf("{"), ElementsAre(HasSubstr("SID-I006")));
    EXPECT_THAT(faultsOf(R"({"forbiddenNames": [" "]})"), ElementsAre(HasSubstr("SID-I012")));
    EXPECT_THAT(faultsOf(R"({"forbiddenNames": ["\u00a0"]})"), ElementsAre(HasSubstr("SID-I012")));
    EXPECT_THAT(faultsOf(R"({"allowed": [{"text": "*\u00a0", "reason": "y"}]})"),
                ElementsAre(HasSubstr("SID-N041")));
}

TEST(LintRules, TellOfAllowancesThatCanNeverApply) {
    const auto told = [](std::string_view allowance, std::string_view severity) {
        return faultsOf(fmt::format(R"({{"allowed": [{{"text": {}, "reason": "x"}}], "severity": {{{}}}}})",
                                    allowance, severity));
    };
    for (const std::string_view never :
         {R"("Lone", "codes": ["SID-N004"])", R"("lone.dk", "codes": ["SID-N003"])",
          R"("x", "codes": ["SID-N020", "SID-N024"])"}) {
        EXPECT_THAT(told(never, ""), ElementsAre(HasSubstr("r.json:1:14: warning: allowed[0]: an allowance")))
            << never;
    }
    const std::string_view phone = R"("89 40 20 00", "codes": ["SID-N004"])";
    EXPECT_THAT(told(phone, R"("SID-N004": "off")"), ElementsAre(HasSubstr("SID-N042")));
    EXPECT_THAT(told(phone, ""), IsEmpty());
    EXPECT_THAT(told(R"("8940*")", ""), IsEmpty());
    EXPECT_THAT(told(R"("Projekt Falk", "codes": ["SID-N011"])", ""), IsEmpty())
        << "other rules may forbid it";
    EXPECT_THAT(told(R"("*kommune.dk", "codes": ["SID-N003"])", ""), IsEmpty());
    EXPECT_THAT(told(R"("DK50*", "codes": ["SID-N006"])", ""), IsEmpty());
}

TEST(LintRules, AreJoinedTheLatterOnesFirst) {
    LintRules policy;
    policy.forbiddenNames = {"Falk"};
    policy.allowed = {{"a", "x"}};
    policy.severity = {{"SID-N001", LintSeverity::Error}, {"SID-N003", LintSeverity::Off}};
    LintRules own;
    own.forbiddenNames = {"Ulv"};
    own.severity = {{"SID-N001", LintSeverity::Warning}};
    const LintRules rules = joinedRules(policy, own);
    EXPECT_THAT(rules.forbiddenNames, ElementsAre("Ulv", "Falk"));
    EXPECT_EQ(rules.allowed.size(), 1u);
    EXPECT_EQ(rules.severity.back(), std::pair(std::string("SID-N001"), LintSeverity::Warning));
}

TEST(LintRules, PatternsMatch) {
    EXPECT_TRUE(matches("*@kommune.dk", "Lone@Kommune.dk", false));
    EXPECT_TRUE(matches("l?ne@*", "lone@kommune.dk", false));
    EXPECT_TRUE(matches("*a*b", "xaxbxb", false));
    EXPECT_FALSE(matches("*@kommune.dk", "lone@kommune.dk.example", false));
    EXPECT_FALSE(matches("lone", "lone@kommune.dk", false));
    EXPECT_TRUE(matches("89 40 20 00", "+45 8940 2000", true));
    EXPECT_TRUE(matches("8940*", "89 40 20 00", true));
    EXPECT_FALSE(matches("89 40 20 01", "+45 8940 2000", true));
}

} // namespace
} // namespace sidetal::lint
