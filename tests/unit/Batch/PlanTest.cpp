#include "Fixture.h"

#include <gmock/gmock.h>

#include <sys/stat.h>

namespace sidetal {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> namesIn(const BatchPlan& plan) {
    std::vector<std::string> out;
    for (const BatchTask& task : plan.tasks) {
        out.push_back(task.name);
    }
    return out;
}

/// What is told of a job: "SID-B010 inputs[0]".
std::vector<std::string> told(const Folder& folder, const std::string& job) {
    std::vector<std::string> out;
    try {
        (void)planOf(folder, job, hostOfFiles());
    } catch (const Error& error) {
        for (const Diagnostic& d : error.diagnostics()) {
            out.push_back(d.code + " " + d.path);
        }
    }
    return out;
}

TEST(BatchPlan, FindsFilesPatternsAndFoldersEachOnceAndInOrder) {
    const Folder folder;
    for (const char* name : {"in/b.json", "in/a.json", "in/.hidden.json", "in/note.txt", "in/deep/c.json",
                             "one.xml", "x1.json", "x2.json"}) {
        folder.write(name, agenda("Sag"));
    }
    const BatchPlan plan =
        planOf(folder, R"({"inputs": ["one.xml", "in", "x?.json", "./in/a.json"]})", hostOfFiles());
    EXPECT_THAT(namesIn(plan), ElementsAre("one.pdf", "a.pdf", "b.pdf", "x1.pdf", "x2.pdf"));
    EXPECT_EQ(plan.inputs[1].file, folder.name("in/a.json"));
    EXPECT_EQ(plan.inputs[1].bytes, agenda("Sag").size());
    EXPECT_EQ(plan.planned(), 5u);
}

TEST(BatchPlan, TellsOfAllThatLeadsNowhere) {
    const Folder folder;
    std::filesystem::create_directory(folder.name("empty"));
    EXPECT_THAT(told(folder, R"({"inputs": ["a.json", "*.json", "empty"], "outputs": [{"style": "counsil"},
                              {"policy": "p.json", "name": "{edition}.pdf"}]})"),
                ElementsAre("SID-S001 ", "SID-R010 ", "SID-B010 inputs[0]", "SID-B010 inputs[1]",
                            "SID-B010 inputs[2]"));
}

TEST(BatchPlan, NamesFilesAfterWhatDocumentsSay) {
    const Folder folder;
    folder.write("a.json", agenda("Sag", R"("committee": {"name": "Økonomi/udvalget"}, )"));
    folder.write("b.json", R"({"document": "minutes", "items": []})");
    folder.write("c.json", "BAD");
    const BatchPlan plan = planOf(
        folder,
        R"({"inputs": ["*.json"], "outputs": [{"name": "{committee}-{date}-{kind}-{style}.pdf", "style": "council"}]})",
        hostOfFiles());
    EXPECT_THAT(namesIn(plan), ElementsAre("Økonomi-udvalget-2021-10-26-agenda-council.pdf"));
    ASSERT_EQ(plan.refusals.size(), 2u);
    EXPECT_EQ(plan.refusals[0].input, 1u);
    ASSERT_EQ(plan.refusals[0].messages.size(), 2u); // committee and date
    EXPECT_EQ(plan.refusals[0].messages[0].code, "SID-B011");
    EXPECT_THAT(plan.refusals[0].messages[0].message, HasSubstr("has no committee"));
    EXPECT_EQ(plan.refusals[1].messages[0].code, "SID-I006");
    EXPECT_EQ(plan.planned(), 3u);
}

TEST(BatchPlan, NamesFilesAfterTheCommitteeWhoseGoalsAreShown) {
    const Folder folder;
    folder.write("a.json", R"({"document": "goal-matrix", "committee": {"name": "Byrådet"}, "themes": [
        {"title": "Klima", "goals": [{"number": "1", "text": "Mindre"}]}]})");
    const BatchPlan plan = planOf(folder, R"({"inputs": ["a.json"], "outputs": [{"name": "{committee}.pdf"},
        {"name": "{committee}.pdf", "select": {"committee": "Økonomiudvalget"}}]})",
                                  hostOfFiles());
    EXPECT_THAT(namesIn(plan), ElementsAre("Byrådet.pdf", "Økonomiudvalget.pdf"));
    EXPECT_NE(plan.settings[0].optionsHash, plan.settings[1].optionsHash);
}

TEST(BatchPlan, RefusesTwoFilesOfOneName) {
    const Folder folder;
    folder.write("a/ØST.json", agenda("Sag"));
    folder.write("b/øst.json", agenda("Sag"));
    EXPECT_THAT(told(folder, R"({"inputs": ["a", "b"]})"), ElementsAre("SID-B012 outputs[0].name"));
    EXPECT_THAT(told(folder, R"({"inputs": ["a"], "outputs": [{"edition": "full"}, {}]})"),
                ElementsAre("SID-B012 outputs[1].name"));
}

/// A paper of a committee.
std::string paperOf(const std::string& committee) {
    return agenda("Sag", R"("committee": {"name": ")" + committee + R"("}, )");
}

/// What a plan makes: "a-Ann.pdf|m|Ann|Ann Ask", and of goals whose they are.
std::vector<std::string> copiesIn(const BatchPlan& plan) {
    std::vector<std::string> out;
    for (const BatchTask& task : plan.tasks) {
        const RenderOptions& options = plan.settings[task.settings].options;
        std::string line = task.name + "|" + "pmf"[static_cast<std::size_t>(options.edition)] + "|" +
                           task.copyFor + "|" + options.recipient;
        for (const auto& name : options.selection.committees) {
            line += "|" + name.text;
        }
        out.push_back(line);
    }
    return out;
}

constexpr const char* kCopies = R"({"inputs": ["*.json"], "recipients": {"file": "m.csv"}})";

/// The same with the warnings that it gives.
BatchPlan copiesOf(const Folder& folder, const std::string& inputs, Diagnostics& diagnostics) {
    const BatchJob job = readBatchJob(R"({"inputs": [)" + inputs + R"(], "recipients": {"file": "m.csv"}})",
                                      folder.name("job.json"), diagnostics);
    return planBatch(job, hostOfFiles(), {}, 2, diagnostics);
}

TEST(BatchPlan, GivesRecipientsTheirCommitteesPapersAlone) {
    const Folder folder;
    folder.write("a.json", paperOf("Økonomiudvalget"));
    folder.write("b.json", paperOf("Klima-, Miljø- og Teknikudvalget"));
    folder.write("m.csv", "Navn;Udvalg;Udgave;Medlem\n"
                          "Ann;ØKONOMIUDVALGET|Klima-, Miljø- og Teknikudvalget;lukket;Ann Ask\n"
                          "Pressen;;åben;\nBo;Økonomiudvalget;;\nArkiv;;samlet;\nDr;;;\n");
    Diagnostics diagnostics;
    const BatchPlan plan = copiesOf(folder, R"("a.json", "b.json")", diagnostics);
    EXPECT_THAT(diagnostics.all(), IsEmpty());
    // Copies that differ in their names alone stand together, and share their settings.
    EXPECT_THAT(copiesIn(plan),
                ElementsAre("a-Ann.pdf|m|Ann|Ann Ask", "a-Pressen.pdf|p|Pressen|", "a-Dr.pdf|p|Dr|",
                            "a-Bo.pdf|p|Bo|", "a-Arkiv.pdf|f|Arkiv|", "b-Pressen.pdf|p|Pressen|",
                            "b-Dr.pdf|p|Dr|", "b-Arkiv.pdf|f|Arkiv|", "b-Ann.pdf|m|Ann|Ann Ask"));
    EXPECT_EQ(plan.tasks[1].settings, plan.tasks[2].settings);
    EXPECT_EQ(plan.tasks[1].settings, plan.tasks[5].settings);
    EXPECT_EQ(plan.settings[plan.tasks[0].settings].committees, std::vector<std::string>{"Økonomiudvalget"});
}

TEST(BatchPlan, GivesRecipientsTheirCommitteesGoalsAlone) {
    const Folder folder;
    folder.write("a.json", R"({"document": "goal-matrix", "committee": {"name": "Byrådet"}, "themes": [
        {"title": "Klima", "goals": [{"number": "1", "text": "x", "committees": ["Økonomiudvalget", "Børneudvalget"]},
        {"number": "2", "text": "y"}]}]})");
    folder.write("m.csv",
                 "Navn;Udvalg\nAnn;økonomiudvalget\nBo;byrådet|Økonomiudvalget\nFy;Fritidsudvalget\nAlle;\n");
    Diagnostics diagnostics;
    const BatchPlan plan = copiesOf(folder, R"("a.json")", diagnostics);
    EXPECT_THAT(copiesIn(plan), ElementsAre("a-Ann.pdf|p|Ann||Økonomiudvalget",
                                            "a-Bo.pdf|p|Bo||Økonomiudvalget|Byrådet", "a-Alle.pdf|p|Alle|"));
    ASSERT_EQ(diagnostics.all().size(), 1u);
    EXPECT_EQ(format(diagnostics.all()[0]).substr(folder.name().size()),
              "/m.csv:4:4: warning: no input of the job is of the committee 'Fritidsudvalget' [SID-B016]\n"
              "  their committees: 'Byrådet', 'Børneudvalget', 'Økonomiudvalget'\n"
              "  several committees are parted by | or ;");
}

TEST(BatchPlan, KeepsASelectionBesideTheCommitteesOfRecipients) {
    const Folder folder;
    folder.write("a.json", R"({"document": "goal-matrix", "themes": [{"title": "Klima", "goals": [
        {"number": "1", "text": "x", "committees": ["A", "B"]}, {"number": "2", "text": "y", "committees": ["C"]}]}]})");
    folder.write("m.csv", "Navn;Udvalg\nAnn;A|C\nBo;C\nAlle;\n");
    const BatchPlan plan = planOf(folder, R"({"inputs": ["a.json"], "recipients": {"file": "m.csv",
        "select": {"committee": ["A", "B"], "prioritised": true}}})",
                                  hostOfFiles());
    EXPECT_THAT(copiesIn(plan), ElementsAre("a-Ann.pdf|p|Ann||A", "a-Alle.pdf|p|Alle||A|B"));
    EXPECT_TRUE(plan.settings[0].options.selection.prioritised);
}

TEST(BatchPlan, TellsOfPapersThatAreOfNoCommittee) {
    const Folder folder;
    folder.write("a.json", agenda("Sag"));
    folder.write("m.csv", "Navn;Udvalg\nAnn;Byrådet\nAlle;\n");
    Diagnostics diagnostics;
    EXPECT_THAT(namesIn(copiesOf(folder, R"("a.json")", diagnostics)), ElementsAre("a-Alle.pdf"));
    ASSERT_EQ(diagnostics.all().size(), 2u);
    EXPECT_EQ(diagnostics.all()[0].code, "SID-B017");
    EXPECT_EQ(diagnostics.all()[1].code, "SID-B016");
}

TEST(BatchPlan, TellsWhatIsWrongWithRecipients) {
    const Folder folder;
    folder.write("a.json", agenda("Sag"));
    EXPECT_THAT(told(folder, kCopies), ElementsAre("SID-B014 recipients.file"));
    folder.write("m.csv",
                 "Navn;Udgave;Medlem;Stil\nAnn;åben;Ann;\nBo;;Bo;counsil\nDr;lukket;Dr;nowhere.json\n");
    EXPECT_THAT(told(folder, kCopies), ElementsAre("SID-B015 ", "SID-B015 ", "SID-S001 ", "SID-R010 "));
    folder.write("m.csv", "Navn\nAnn Ask\nBo\nANN ASK\n");
    try {
        (void)planOf(folder, kCopies, hostOfFiles());
        ADD_FAILURE();
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostics().front().code, "SID-B012");
        EXPECT_EQ(error.diagnostics().front().file, folder.name("m.csv"));
        EXPECT_EQ(error.diagnostics().front().position.line, 4u);
        EXPECT_THAT(error.what(), HasSubstr("for 'Ann Ask' (line 2) and"));
    }
}

TEST(BatchPlan, CountsTheCopiesOfWhatCannotBeRead) {
    const Folder folder;
    folder.write("a.json", "BAD");
    folder.write("b.json", paperOf("Byrådet"));
    folder.write("m.csv", "Navn;Udvalg\nAnn;Børneudvalget\nBo;\nDr;\n");
    const BatchPlan plan = planOf(folder, kCopies, hostOfFiles());
    ASSERT_EQ(plan.refusals.size(), 1u);
    EXPECT_EQ(plan.refusals[0].files, 2u);
    EXPECT_THAT(namesIn(plan), ElementsAre("b-Bo.pdf", "b-Dr.pdf"));
}

TEST(BatchPlan, HashesWhatFilesDependOn) {
    const Folder folder;
    folder.write("a.json", agenda("Sag"));
    folder.write("base.json", R"({"base": "council"})");
    folder.write("s.json", R"({"base": "base.json"})");
    const auto settings = [&](const std::string& output) {
        return planOf(folder, R"({"inputs": ["a.json"], "outputs": [)" + output + "]}", hostOfFiles())
            .settings[0];
    };
    const std::string style = R"({"style": "./s.json"})";
    const std::string before = settings(style).styleHash;
    EXPECT_EQ(settings(style).styleHash, before);
    folder.write("base.json", R"({"base": "council", "text": {"size": 12}})");
    EXPECT_NE(settings(style).styleHash, before);
    const BatchSettings plain = settings("{}");
    EXPECT_EQ(plain.styleHash, "");
    EXPECT_EQ(settings(style).optionsHash, plain.optionsHash);
    for (const char* other :
         {R"({"edition": "full"})", R"({"lang": "en"})", R"({"date": "2020-01-01"})", R"({"missing": "box"})",
          R"({"embedData": true})", R"({"edition": "members", "recipient": "Bo"})",
          R"({"excerpt": {"items": "1"}})", R"({"excerpt": {"case": "1"}})", R"({"corrects": "x.json"})",
          R"({"compare": "x.json"})"}) {
        EXPECT_NE(settings(other).optionsHash, plain.optionsHash) << other;
    }
}

TEST(BatchPlan, ShardsHaveEachFileOnce) {
    BatchPlan whole;
    whole.inputs.resize(1000);
    for (std::uint32_t i = 0; i < 1000; ++i) {
        whole.inputs[i].file = "in/" + std::to_string(i) + ".json";
        whole.tasks.push_back({i, 0, std::to_string(i) + ".pdf"});
    }
    std::multiset<std::string> names;
    for (std::uint32_t number = 1; number <= 7; ++number) {
        BatchPlan part = whole;
        keepShard(part, {number, 7});
        EXPECT_GT(part.tasks.size(), 80u);
        EXPECT_LT(part.tasks.size(), 220u);
        for (const BatchTask& task : part.tasks) {
            names.insert(task.name);
        }
    }
    EXPECT_EQ(names.size(), 1000u);
    EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), 1000u);
    BatchPlan same = whole;
    keepShard(same, {});
    EXPECT_EQ(same.tasks.size(), 1000u);
}

} // namespace
} // namespace sidetal
