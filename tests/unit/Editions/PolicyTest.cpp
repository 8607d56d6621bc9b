#include "Editions/Editions.h"
#include "Editions/PolicyReader.h"
#include "Editions/PolicyRules.h"

#include <gmock/gmock.h>

namespace sidetal {
namespace {

using namespace editions;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

EditionPolicy read(std::string_view text, const StyleLoader& load = {}) {
    Diagnostics diagnostics;
    EditionPolicy out = readPolicy(text, "politik.json", diagnostics, load);
    EXPECT_FALSE(diagnostics.hasErrors());
    return out;
}

/// What is told of a policy: "2:3 public.item.body SID-E010".
std::vector<std::string> told(std::string_view text, const StyleLoader& load = {}) {
    Diagnostics diagnostics;
    try {
        (void)readPolicy(text, "politik.json", diagnostics, load);
    } catch (const Error&) {
        EXPECT_TRUE(diagnostics.hasErrors());
    }
    std::vector<std::string> out;
    for (const Diagnostic& d : diagnostics.all()) {
        out.push_back(std::to_string(d.position.line) + ":" + std::to_string(d.position.column) + " " +
                      d.path + " " + d.code + (d.severity == Severity::Warning ? " warning" : ""));
    }
    return out;
}

FieldView view(const EditionPolicy& policy, Edition edition, std::size_t rule,
               std::string_view committee = {}) {
    const auto& rules = policy.members();
    const auto& of = committee.empty() ? rules.general : rules.committees.at(std::string(committee));
    return of[static_cast<std::size_t>(edition)].at(rule);
}

constexpr std::size_t kTitle = ruleOf<AgendaItem>("title");
constexpr std::size_t kBody = ruleOf<AgendaItem>("body");
constexpr std::size_t kDecisionBody = ruleOf<Decision>("body");

TEST(Policy, IsTheStrictOneWhereItSaysNothing) {
    const EditionPolicy policy = read("{}");
    EXPECT_EQ(policy.members().general, EditionPolicy().members().general);
    EXPECT_EQ(view(policy, Edition::Public, kTitle), FieldView::Replaced);
    EXPECT_EQ(view(policy, Edition::Members, kTitle), FieldView::Shown);
}

TEST(Policy, SaysByFieldByKindAndByCommitteeWhatIsShown) {
    const EditionPolicy policy = read(R"({ // with comments
  "$schema": "policy.json", "name": "Kommunens", "description": "…", "base": "strict",
  "public": {"item": {"title": "show"}, "decision": {"body": "show"}, "enclosure": "show"},
  "committees": {
    "Byrådet ": {"public": {"item": {"title": "replace", "body": "show"}}},
    "Økonomiudvalget": {"members": {"item": "drop"}, "public": {"decision": "drop", "item": "drop", "attendance": "drop"}}
  }
})");
    EXPECT_EQ(view(policy, Edition::Public, kTitle), FieldView::Shown);
    EXPECT_EQ(view(policy, Edition::Public, kBody), FieldView::Dropped);
    EXPECT_EQ(view(policy, Edition::Public, kDecisionBody), FieldView::Shown);
    EXPECT_EQ(view(policy, Edition::Public, ruleOf<Enclosure>("pages")), FieldView::Shown);
    EXPECT_EQ(view(policy, Edition::Public, kTitle, "Byrådet"), FieldView::Replaced);
    EXPECT_EQ(view(policy, Edition::Public, kBody, "Byrådet"), FieldView::Shown);
    EXPECT_EQ(view(policy, Edition::Public, kDecisionBody, "Byrådet"), FieldView::Shown);
    EXPECT_EQ(view(policy, Edition::Members, kTitle, "Økonomiudvalget"), FieldView::Replaced);
    EXPECT_EQ(view(policy, Edition::Members, kBody, "Økonomiudvalget"), FieldView::Dropped);
}

TEST(Policy, IsBasedOnAnotherFile) {
    const StyleLoader load = [](const std::string& name) -> StyleFile {
        if (name == "faelles/a.json") {
            return {R"({"base": "b.json", "public": {"item": {"body": "show", "title": "show"}}})"};
        }
        return name == "faelles/b.json"
                   ? StyleFile{R"({"committees": {"Byrådet": {"public": {"item": {"title": "show"}}}}})"}
                   : StyleFile{{}, "does not exist"};
    };
    const EditionPolicy policy =
        read(R"({"base": "faelles/a.json", "public": {"item": {"title": "replace"}}})", load);
    EXPECT_EQ(view(policy, Edition::Public, kTitle), FieldView::Replaced);
    EXPECT_EQ(view(policy, Edition::Public, kBody), FieldView::Shown);
    EXPECT_EQ(view(policy, Edition::Public, kTitle, "Byrådet"), FieldView::Shown);
    EXPECT_THAT(told(R"({"base": "c.json"})", load), ElementsAre("1:10 base SID-E016"));
    EXPECT_THAT(told(R"({"base": "c.json"})"), ElementsAre("1:10 base SID-E016"));
    EXPECT_THAT(told(R"({"base": "stritc"})", load), ElementsAre("1:10 base SID-E016"));
    EXPECT_THAT(told(R"({"base": "./politik.json"})", load), ElementsAre("1:10 base SID-E017"));
}

TEST(Policy, TellsWhatNoRuleCanSay) {
    EXPECT_THAT(told(R"({"public": {"item": {"bdy": "drop"}}})"),
                ElementsAre("1:22 public.item.bdy SID-I014"));
    EXPECT_THAT(told(R"({"publc": {}})"), ElementsAre("1:2 publc SID-I014"));
    EXPECT_THAT(told(R"({"public": {"item": {"body": "hide"}}})"),
                ElementsAre("1:30 public.item.body SID-I015"));
    EXPECT_THAT(told(R"({"public": {"item": {"body": "replace"}}})"),
                ElementsAre("1:30 public.item.body SID-E010"));
    EXPECT_THAT(told(R"({"public": {"item": {"title": "drop"}}})"),
                ElementsAre("1:31 public.item.title SID-E010"));
    EXPECT_THAT(told(R"({"public": {"item": {"number": "drop"}}})"),
                ElementsAre("1:32 public.item.number SID-E010"));
    EXPECT_THAT(told(R"({"full": {}})"), ElementsAre("1:10 full SID-E010"));
    EXPECT_THAT(told(R"({"public": 3})"), ElementsAre("1:12 public SID-I013"));
    EXPECT_THAT(told("{"), ElementsAre(HasSubstr("SID-I006")));
}

TEST(Policy, TellsRulesThatContradict) {
    EXPECT_THAT(told(R"({"public": {"item": {"body": "show"}}, "members": {"item": {"body": "drop"}}})"),
                ElementsAre("1:30 public.item.body SID-E014"));
    EXPECT_THAT(told(R"({"members": {"item": {"kind": "drop"}}})"),
                ElementsAre("1:31 members.item.kind SID-E014"));
    EXPECT_THAT(told(R"({"public": {"item": {"body": "show"}},
  "committees": {"B": {"members": {"item": {"body": "drop"}}}}})"),
                ElementsAre("2:53 committees.B.members.item.body SID-E014"));
}

TEST(Policy, TellsRulesThatCanNeverApply) {
    EXPECT_THAT(told(R"({"public": {"attendance": {"person": "drop", "reason": "show"}}})"),
                ElementsAre("1:56 public.attendance.reason SID-E015 warning"));
    EXPECT_THAT(told(R"({"public": {"section": {"body": "show"}}})"),
                ElementsAre("1:33 public.section.body SID-E015 warning"));
    EXPECT_THAT(told(R"({"public": {"section": {"body": "show", "title": "replace"}}})"), IsEmpty());
}

TEST(Policy, HasRulesOfLintWhichItsBaseHasToo) {
    const StyleLoader load = [](const std::string&) -> StyleFile {
        return {R"({"lint": {"forbiddenNames": ["Falk"], "severity": {"SID-N001": "error"}}})"};
    };
    const LintRules rules =
        read(
            R"({"base": "a.json", "lint": {"forbiddenNames": ["Ulv"], "severity": {"SID-N001": "warning"}}})",
            load)
            .lintRules();
    EXPECT_THAT(rules.forbiddenNames, ElementsAre("Ulv", "Falk"));
    EXPECT_EQ(rules.severity.back(), std::pair(std::string("SID-N001"), LintSeverity::Warning));
    EXPECT_THAT(told(R"({"lint": {"forbidden": []}})"), ElementsAre("1:11 lint.forbidden SID-I014"));
    EXPECT_THAT(told(R"({"lint": {"severity": {"SID-N01": "off"}}})"),
                ElementsAre("1:35 lint.severity.SID-N01 SID-N040"));
    EXPECT_THAT(told(R"({"lint": {"allowed": [{"text": "x", "reason": "y", "codes": ["SID-N004"]}]}})"),
                ElementsAre("1:23 lint.allowed[0] SID-N042 warning"));
}

TEST(Policy, WarnsOfVotesThatAreKeptSecret) {
    EXPECT_THAT(told(R"({"public": {"decision": {"votes": "drop"}}})"),
                ElementsAre("1:35 public.decision.votes SID-E018 warning"));
    EXPECT_THAT(told(R"({"public": {"decision": "drop"}})"),
                ElementsAre("1:25 public.decision SID-E018 warning"));
}

TEST(Policy, WarnsOfCommitteesThatItDoesNotKnow) {
    MeetingPaper paper;
    paper.items.resize(1);
    paper.items[0].access = Access::Closed;
    paper.committee = Committee{"Byraadet", {}};
    const Document document = paper;
    EditionRequest request;
    request.policy = read(R"({"committees": {"Byrådet": {"public": {"item": {"body": "show"}}}}})");
    Diagnostics diagnostics;
    (void)applyEdition(document, request, diagnostics);
    ASSERT_EQ(diagnostics.all().size(), 1u);
    EXPECT_EQ(diagnostics.all()[0].code, "SID-E013");
    EXPECT_THAT(diagnostics.all()[0].notes, ElementsAre("nearest known committee: 'Byrådet'"));
}

} // namespace
} // namespace sidetal
