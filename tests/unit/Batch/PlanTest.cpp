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
          R"({"embedData": true})", R"({"edition": "members", "recipient": "Bo"})"}) {
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
