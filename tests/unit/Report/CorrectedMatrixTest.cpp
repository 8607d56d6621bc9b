#include "support/KeptPdfs.h"
#include "support/Samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// A follow-up of goals "number:words:status".
Document matrixVersion(const std::string& version, const std::string& goals) {
    Diagnostics diagnostics;
    return readDocument(R"({"document": "goal-matrix", "version": ")" + version +
                            R"(", "columns": ["theme", "number", "goal", "status"],
"themes": [{"title": "Sundhed", "goals": [)" +
                            goals + "]}]}",
                        version + ".json", diagnostics);
}

const char* const kFirst = R"(
{"number": "1.1", "text": "Motion.", "status": "partly", "committees": ["Sundhed"]},
{"number": "1.2", "text": "Udgår.", "status": "reached", "committees": ["Kultur"]})";
const char* const kSecond = R"(
{"number": "1.1", "text": "Motion.", "status": "reached", "committees": ["Sundhed"]},
{"number": "1.3", "text": "Nyt.", "status": "partly", "committees": ["Kultur"]})";

RenderOptions correcting(Document before) {
    RenderOptions out;
    out.style = builtInStyle("follow-up");
    out.corrects = std::make_shared<const Document>(std::move(before));
    return out;
}

std::string correctedTags(const RenderOptions& options) {
    return Renderer().dump(matrixVersion("2", kSecond), options, DumpStage::Tags).text;
}

TEST(CorrectedMatrix, IsComparedByTheRenderer) {
    RenderOptions options = correcting(matrixVersion("1", kFirst));
    for (const Edition edition : {Edition::Public, Edition::Full}) {
        options.edition = edition;
        EXPECT_THAT(correctedTags(options),
                    AllOf(HasSubstr("Erstatter version 1."), HasSubstr("fra »Delvist nået« til »Nået«"),
                          HasSubstr("Mål 1.3, Nyt: tilføjet"), HasSubstr("Mål 1.2, Udgår: fjernet")));
    }
}

TEST(CorrectedMatrix, MayBeComparedWithTheLastPeriodToo) {
    RenderOptions options = correcting(matrixVersion("1", kFirst));
    options.lastPeriod = options.corrects;
    for (const char* part : {"", "Sundhed"}) {
        if (*part != '\0') {
            addToSelection(options.selection, "committee", part);
        }
        EXPECT_THAT(correctedTags(options), AllOf(HasSubstr("Erstatter version 1."), HasSubstr("Siden sidst"),
                                                  HasSubstr("\"Ændret: status\"")));
    }
}

TEST(CorrectedMatrix, TellsOfAPartWhatIsOfIt) {
    RenderOptions options = correcting(matrixVersion("1", kFirst));
    addToSelection(options.selection, "committee", "Sundhed");
    EXPECT_THAT(correctedTags(options), AllOf(HasSubstr("Mål 1.1, Motion: ændret"), Not(HasSubstr("Mål 1.2")),
                                              Not(HasSubstr("Mål 1.3"))));
    options.selection = {};
    addToSelection(options.selection, "status", "partly"); // which 1.1 had in the earlier version
    EXPECT_THAT(correctedTags(options),
                AllOf(HasSubstr("Mål 1.1, Motion: ændret"), Not(HasSubstr("Mål 1.2")), HasSubstr("Mål 1.3")));
}

TEST(CorrectedMatrix, SaysInItsDataWhatItCorrects) {
    const std::string json =
        Renderer()
            .dump(matrixVersion("2", kSecond), correcting(matrixVersion("1", kFirst)), DumpStage::Model)
            .text;
    EXPECT_THAT(json, AllOf(HasSubstr(R"("corrects": {)"), HasSubstr(R"("before": "partly")")));
    Diagnostics diagnostics;
    EXPECT_EQ(writeJson(readDocument(json, "again.json", diagnostics)), json);
}

TEST(CorrectedMatrix, SamplesAreGoodPdfs) {
    Document before = test::readSample("follow-up.json");
    std::get<GoalMatrix>(before).header.version = "1";
    Document now = test::readSample("follow-up-2.json");
    std::get<GoalMatrix>(now).header.version = "2";
    for (const char* style : {"follow-up", "follow-up-text", "goal-matrix"}) {
        RenderOptions options;
        options.corrects = std::make_shared<const Document>(before);
        options.style = builtInStyle(style);
        options.language = style == std::string("follow-up-text") ? "en" : "";
        Document shown = now;
        if (style == std::string("goal-matrix")) { // whose columns have no room for a follow-up's
            std::get<GoalMatrix>(shown).columns.clear();
        }
        test::keepPdf("report-corrected-" + std::string(style), test::render(shown, options));
    }
}

} // namespace
} // namespace sidetal
