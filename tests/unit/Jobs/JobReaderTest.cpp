#include "sidetal/Jobs/BatchJob.h"

#include <gmock/gmock.h>

namespace sidetal {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// What is told of a job: "2:3 outputs[0].name SID-B001: …".
std::vector<std::string> told(std::string_view text) {
    Diagnostics diagnostics;
    try {
        (void)readBatchJob(text, "job.json", diagnostics);
    } catch (const Error&) {
        EXPECT_TRUE(diagnostics.hasErrors());
    }
    std::vector<std::string> out;
    for (const Diagnostic& d : diagnostics.all()) {
        EXPECT_EQ(d.file, "job.json");
        out.push_back(std::to_string(d.position.line) + ":" + std::to_string(d.position.column) + " " +
                      d.path + " " + d.code);
    }
    return out;
}

TEST(JobReader, ReadsWhatABatchIsToDo) {
    Diagnostics diagnostics;
    const BatchJob job = readBatchJob(R"({ // with comments
  "description": "tre gange om året",
  "inputs": ["in/*.json", {"files": "mål.xlsx", "mapping": "m.json", "sheet": "Ark1"}],
  "outputs": [
    {"edition": "members", "style": "council", "policy": "p.json", "recipient": "Bo", "lang": "en",
     "lint": "l.json", "date": "2021-10-26", "missing": "box", "embedData": true, "hash": true, "name": "{stem}-x.pdf"},
    {}
  ]
})",
                                      "job.json", diagnostics);
    EXPECT_THAT(diagnostics.all(), IsEmpty());
    EXPECT_EQ(job.file, "job.json");
    ASSERT_EQ(job.inputs.size(), 2u);
    EXPECT_EQ(job.inputs[0].files, "in/*.json");
    EXPECT_EQ(job.inputs[0].source.line, 3u);
    EXPECT_EQ(job.inputs[1].files, "mål.xlsx");
    EXPECT_EQ(job.inputs[1].mapping, "m.json");
    EXPECT_EQ(job.inputs[1].sheet, "Ark1");
    ASSERT_EQ(job.outputs.size(), 2u);
    const BatchOutputs& first = job.outputs[0];
    EXPECT_EQ(first.edition, Edition::Members);
    EXPECT_EQ(first.style + first.policy + first.recipient + first.language + first.lint,
              "councilp.jsonBoenl.json");
    EXPECT_EQ(first.date, parseDateTime("2021-10-26"));
    EXPECT_TRUE(first.boxForMissing);
    EXPECT_TRUE(first.embedData);
    EXPECT_TRUE(first.hash);
    EXPECT_EQ(first.name, "{stem}-x.pdf");
    EXPECT_EQ(job.outputs[1].name, "{stem}.pdf");
    EXPECT_EQ(job.outputs[1].edition, Edition::Public);
}

TEST(JobReader, ReadsWhichGoalsAreShown) {
    Diagnostics diagnostics;
    const BatchJob job = readBatchJob(R"({"inputs": ["a.json"],
  "outputs": [{"select": {"committee": "Økonomiudvalget", "prioritised": true}}, {}]})",
                                      "job.json", diagnostics);
    const GoalSelection& selection = job.outputs.at(0).select;
    ASSERT_EQ(selection.committees.size(), 1u);
    EXPECT_EQ(selection.committees[0].text, "Økonomiudvalget");
    EXPECT_EQ(selection.committees[0].source.line, 2u);
    EXPECT_TRUE(selection.prioritised);
    EXPECT_EQ(selection.file, "job.json");
    EXPECT_TRUE(job.outputs.at(1).select.isEmpty());
    EXPECT_THAT(told(R"({"inputs": ["a"], "outputs": [{"select": {"comittee": "x"}}]})"),
                ElementsAre("1:43 outputs[0].select.comittee SID-I014"));
}

TEST(JobReader, ReadsWhatIsPrintedOfADocumentAndWhatItIsComparedWith) {
    Diagnostics diagnostics;
    const BatchJob job = readBatchJob(R"({"inputs": [{"files": "a.json", "catalogue": "k.json"}],
  "outputs": [{"excerpt": {"items": "4, 7-9", "case": "2026-1", "decidedBy": ["A", "B"]},
               "corrects": "v1/{stem}.json", "compare": "last.json"}]})",
                                      "job.json", diagnostics);
    EXPECT_EQ(job.inputs[0].catalogue, "k.json");
    const BatchOutputs& outputs = job.outputs.at(0);
    EXPECT_EQ(outputs.excerpt.items, "4, 7-9");
    EXPECT_THAT(outputs.excerpt.cases, ElementsAre("2026-1"));
    EXPECT_THAT(outputs.excerpt.committees, ElementsAre("A", "B"));
    EXPECT_EQ(outputs.corrects, "v1/{stem}.json");
    EXPECT_EQ(outputs.compare, "last.json");
    EXPECT_THAT(
        told(R"({"inputs": ["a"], "outputs": [{"excerpt": {}, "corrects": "{date}.json", "compare": ""}]})"),
        ElementsAre("1:43 outputs[0].excerpt SID-I012", "1:59 outputs[0].corrects SID-B007",
                    "1:85 outputs[0].compare SID-I012"));
    EXPECT_THAT(
        told(R"({"inputs": ["a"], "outputs": [{"excerpt": {"item": "4", "case": 4}}]})"),
        ElementsAre("1:65 outputs[0].excerpt.case SID-I013", "1:44 outputs[0].excerpt.item SID-I014"));
}

TEST(JobReader, ReadsWhoGetsCopies) {
    Diagnostics diagnostics;
    const BatchJob job = readBatchJob(R"({"inputs": ["a.json"], "outputs": [{}],
  "recipients": [{"file": "m.csv", "edition": "members", "ignored": ["E-mail"]},
    {"name": "{recipient} {stem}.pdf", "file": "x.csv"}]})",
                                      "job.json", diagnostics);
    ASSERT_EQ(job.outputs.size(), 3u);
    EXPECT_EQ(job.outputs[0].path + job.outputs[1].path + job.outputs[2].path,
              "outputs[0]recipients[0]recipients[1]");
    EXPECT_EQ(job.outputs[0].recipients, "");
    EXPECT_EQ(job.outputs[1].recipients, "m.csv");
    EXPECT_EQ(job.outputs[1].recipientsSource, (SourcePos{2, 27, 0}));
    EXPECT_EQ(job.outputs[1].name, "{stem}-{recipient}.pdf");
    EXPECT_EQ(job.outputs[1].edition, Edition::Members);
    EXPECT_THAT(job.outputs[1].ignored, ElementsAre("E-mail"));
    EXPECT_EQ(job.outputs[2].name, "{recipient} {stem}.pdf");
}

TEST(JobReader, MakesCopiesAloneWhereNothingElseIsAskedFor) {
    Diagnostics diagnostics;
    const BatchJob job =
        readBatchJob(R"({"inputs": ["a.json"], "recipients": {"file": "m.csv"}})", "job.json", diagnostics);
    ASSERT_EQ(job.outputs.size(), 1u);
    EXPECT_EQ(job.outputs[0].path, "recipients");
}

TEST(JobReader, TellsWhatIsWrongWithRecipients) {
    EXPECT_THAT(told(R"({"inputs": ["a"], "recipients": []})"), ElementsAre("1:33 recipients SID-I012"));
    EXPECT_THAT(told(R"({"inputs": ["a"], "recipients": "m.csv"})"), ElementsAre("1:33 recipients SID-I013"));
    EXPECT_THAT(
        told(R"({"inputs": ["a"], "recipients": {"name": "{stem}.pdf", "recipient": "Bo", "ignored": "x"}})"),
        ElementsAre("1:42 recipients.name SID-B001", "1:33 recipients.file SID-I012",
                    "1:86 recipients.ignored SID-I013", "1:56 recipients.recipient SID-I014"));
}

TEST(JobReader, MakesThePublicEditionUnlessToldOtherwise) {
    Diagnostics diagnostics;
    const BatchJob job = readBatchJob(R"({"inputs": ["a.json"]})", "job.json", diagnostics);
    ASSERT_EQ(job.outputs.size(), 1u);
    EXPECT_EQ(job.outputs[0].edition, Edition::Public);
}

TEST(JobReader, TellsEachFaultWithItsPlace) {
    EXPECT_THAT(told("{}"), ElementsAre("1:1 inputs SID-I012"));
    EXPECT_THAT(told("[]"), ElementsAre("1:1  SID-I013"));
    EXPECT_THAT(told("{"), ElementsAre("1:2  SID-I006"));
    EXPECT_THAT(told(R"({"inputs": []})"), ElementsAre("1:12 inputs SID-I012"));
    EXPECT_THAT(told(R"({"inputs": "a.json"})"), ElementsAre("1:12 inputs SID-I013"));
    EXPECT_THAT(
        told(R"({"inputs": ["", 7, {"sheet": "x"}]})"),
        ElementsAre("1:13 inputs[0] SID-I012", "1:17 inputs[1] SID-I013", "1:20 inputs[2].files SID-I012"));
    EXPECT_THAT(told(R"({"inputs": ["a"], "outputs": [{"edition": "publc", "name": "{stm}.pdf",
 "date": "i går", "missing": "no", "lang": "sv", "embedData": 1}]})"),
                ElementsAre("1:60 outputs[0].name SID-B001", "1:43 outputs[0].edition SID-I015",
                            "2:44 outputs[0].lang SID-I015", "2:30 outputs[0].missing SID-I015",
                            "2:10 outputs[0].date SID-I016", "2:63 outputs[0].embedData SID-I013"));
}

TEST(JobReader, TakesAMisspeltKeyForAnError) {
    Diagnostics diagnostics;
    EXPECT_THROW((void)readBatchJob(R"({"inputs": ["a"], "outputs": [{"editon": "members"}]})", "job.json",
                                    diagnostics),
                 Error);
    ASSERT_EQ(diagnostics.all().size(), 1u);
    EXPECT_EQ(diagnostics.all()[0].code, "SID-I014");
    EXPECT_THAT(diagnostics.all()[0].notes, ElementsAre(HasSubstr("'edition'")));
}

} // namespace
} // namespace sidetal
