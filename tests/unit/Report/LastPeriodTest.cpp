#include "support/KeptPdfs.h"
#include "support/Samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Document read(const std::string& json, const std::string& name) {
    Diagnostics diagnostics;
    return readDocument(json, name, diagnostics);
}

/// A follow-up of goals "number:words:status".
std::string followUp(const std::string& period, const std::string& goals) {
    return R"({"document": "goal-matrix", "style": "follow-up", "period": {"label": ")" + period +
           R"("}, "committee": {"name": "Udvalget"},
"columns": ["theme", "number", "goal", "status"],
"themes": [{"title": "Sundhed", "goals": [)" +
           goals + "]}]}";
}

const char* const kBefore = R"(
{"number": "1.1", "text": "Motion.", "status": "partly", "committees": ["Sundhed"]},
{"number": "1.2", "text": "Udgår.", "status": "reached", "committees": ["Kultur"]},
{"number": "1.4", "text": "Flytter.", "status": "reached", "committees": ["Sundhed"]})";
const char* const kNow = R"(
{"number": "1.1", "text": "Motion.", "status": "reached", "committees": ["Sundhed"]},
{"number": "1.3", "text": "Nyt mål om læsning.", "status": "partly", "committees": ["Kultur"]},
{"number": "2.4", "text": "Flytter.", "status": "reached", "committees": ["Sundhed"]})";

RenderOptions comparedWith(Document last) {
    RenderOptions out;
    out.lastPeriod = std::make_shared<const Document>(std::move(last));
    return out;
}

std::string tagsOf(const Document& document, const RenderOptions& options) {
    return Renderer().dump(document, options, DumpStage::Tags).text;
}

TEST(LastPeriod, IsComparedByTheRenderer) {
    const Document now = read(followUp("2. halvår", kNow), "now.json");
    const RenderOptions options = comparedWith(read(followUp("1. halvår", kBefore), "before.json"));
    EXPECT_THAT(tagsOf(now, options), AllOf(HasSubstr("Udgår."), HasSubstr("Ændret: status"),
                                            HasSubstr("Siden "), HasSubstr("2 udgåede mål")));
    EXPECT_EQ(Renderer().check(now, options).pages, 3U);
}

TEST(LastPeriod, FollowsGoalsThroughTheTableOfTheirCatalogue) {
    const Document now = read(followUp("2. halvår", kNow), "now.json");
    RenderOptions options = comparedWith(read(followUp("1. halvår", kBefore), "before.json"));
    options.renumbered = Renumbering{{"1.4", "2.4"}};
    EXPECT_THAT(tagsOf(now, options), AllOf(HasSubstr("Ændret: nummer"), HasSubstr("1 udgået mål")));
}

TEST(LastPeriod, IsToldOnlyOfThePartThatIsShown) {
    const Document now = read(followUp("2. halvår", kNow), "now.json");
    RenderOptions options = comparedWith(read(followUp("1. halvår", kBefore), "before.json"));
    options.renumbered = Renumbering{{"1.4", "2.4"}};
    addToSelection(options.selection, "committee", "Sundhed");
    EXPECT_THAT(tagsOf(now, options), AllOf(HasSubstr("Ændret: status"), HasSubstr("Ændret: nummer"),
                                            Not(HasSubstr("Udgår.")), Not(HasSubstr("Nyt mål"))));
    // A goal that no longer has the status that is shown is not gone for that.
    options.selection = {};
    addToSelection(options.selection, "status", "partly");
    EXPECT_THAT(tagsOf(now, options), AllOf(HasSubstr("Nyt mål"), Not(HasSubstr("Udgået mål"))));
}

TEST(LastPeriod, OfSeveralCommitteesAGoalIsListedOnce) {
    const std::string shared =
        R"({"number": "1.1", "text": "Motion.", "status": "reached", "committees": ["Sundhed", "Kultur"]})";
    const std::string was =
        R"({"number": "1.1", "text": "Motion.", "status": "partly", "committees": ["Sundhed", "Kultur"]})";
    RenderOptions options = comparedWith(read(followUp("1. halvår", was), "before.json"));
    addToSelection(options.selection, "group", "committee");
    const std::string tags = tagsOf(read(followUp("2. halvår", shared), "now.json"), options);
    EXPECT_THAT(tags, AllOf(HasSubstr("Af 1 mål er "), HasSubstr("1 ændret mål")));
    std::size_t marks = 0;
    for (std::size_t at = tags.find("Ændret: status"); at != std::string::npos;
         at = tags.find("Ændret: status", at + 1)) {
        ++marks;
    }
    EXPECT_EQ(marks, 2U);
}

TEST(LastPeriod, SamplesAreGoodPdfs) {
    for (const char* style : {"follow-up", "goal-matrix"}) {
        RenderOptions options = comparedWith(test::readSample("follow-up.json"));
        options.style = builtInStyle(style);
        options.language = style == std::string("goal-matrix") ? "en" : "";
        const Document now = test::readSample("follow-up-2.json");
        if (style == std::string("goal-matrix")) { // whose columns have no room for a follow-up's
            Document narrow = now;
            std::get<GoalMatrix>(narrow).columns.clear();
            test::keepPdf("report-compared-goal-matrix", test::render(narrow, options));
        } else {
            test::keepPdf("report-compared-follow-up", test::render(now, options));
        }
    }
}

TEST(LastPeriod, OfAnotherKindIsAnError) {
    const Document now = read(followUp("2. halvår", kNow), "now.json");
    const RenderOptions options = comparedWith(read(R"({"document": "agenda", "items": []})", "agenda.json"));
    try {
        (void)tagsOf(now, options);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostics()[0].code, "SID-F003");
        EXPECT_EQ(error.diagnostics()[0].file, "now.json");
    }
}

TEST(LastPeriod, ItsFaultsAreToldWithItsName) {
    const Document now = read(followUp("2. halvår", kNow), "now.json");
    const RenderOptions options = comparedWith(
        read(followUp("1. halvår", R"({"number": "1.2", "text": "Udgår \ue000."})"), "before.json"));
    try {
        (void)tagsOf(now, options);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostics().back().code, "SID-T010");
        EXPECT_EQ(error.diagnostics().back().file, "before.json");
    }
}

TEST(LastPeriod, WhatIsQuotedOfItIsLookedThrough) {
    const Document now = read(followUp("2. halvår", kNow), "now.json");
    const RenderOptions options = comparedWith(
        read(followUp("1. halvår", R"({"number": "1.2", "text": "Ring til 010190-1232."})"), "before.json"));
    const std::vector<Diagnostic> found = lintMessages(now, options);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].file, "before.json");
    EXPECT_THAT(found[0].code, testing::StartsWith("SID-N"));
}

} // namespace
} // namespace sidetal
