#include "Fixture.h"

#include "sidetal/Version.h"

#include <gmock/gmock.h>

namespace sidetal {
namespace {

using namespace test;
using testing::ElementsAre;

/// A job of five inputs, and the folder that it is made into.
class BatchFolderTest : public testing::Test {
  protected:
    BatchFolderTest() {
        for (int i = 0; i < 5; ++i) {
            folder_.write("in/" + std::to_string(i) + ".json", agenda("Sag " + std::to_string(i)));
        }
        options_.folder = folder_.name("out");
    }

    BatchProgress run(const BatchOptions& how = {}) {
        const BatchHost host = hostOfFiles();
        const BatchPlan plan = planOf(folder_, R"({"inputs": ["in"]})", host);
        BatchFolder out(options_, diagnostics_);
        out.start(plan);
        const Renderer renderer;
        const BatchOutcome outcome = runBatch(plan, renderer, host, out, how);
        out.finish(outcome);
        return outcome.progress;
    }
    [[nodiscard]] std::set<std::string> names(bool hidden = false) const {
        std::set<std::string> out;
        for (const auto& entry : std::filesystem::directory_iterator(options_.folder)) {
            const std::string name = entry.path().filename().string();
            if (name.starts_with('.') == hidden) {
                out.insert(name);
            }
        }
        return out;
    }

    Folder folder_;
    BatchFolderOptions options_;
    Diagnostics diagnostics_;
};

TEST_F(BatchFolderTest, HasFilesAndAJournalAndNothingElse) {
    for (const auto durability : {BatchDurability::None, BatchDurability::Group, BatchDurability::Each}) {
        options_.durability = durability;
        EXPECT_EQ(run().made, 5u);
        EXPECT_THAT(names(), ElementsAre("0.pdf", "1.pdf", "2.pdf", "3.pdf", "4.pdf"));
        EXPECT_THAT(names(true), ElementsAre(".sidetal-batch.lock", ".sidetal-batch.sqlite"));
        EXPECT_EQ(folder_.read("out/.sidetal-batch.lock"), "");
        EXPECT_TRUE(folder_.read("out/3.pdf").starts_with("%PDF"));
    }
}

using BatchFolderThreads = BatchFolderTest;

TEST_F(BatchFolderThreads, LoseNothingBetweenThem) {
    for (int i = 5; i < 100; ++i) {
        folder_.write("in/" + std::to_string(i) + ".json",
                      i % 10 == 7 ? "BAD" : agenda("Sag " + std::to_string(i)));
    }
    // HarfBuzz keeps the languages that it met in a list of its own, by atomics that the thread sanitizer
    // does not see: they are met before there are threads.
    (void)run();
    BatchOptions how;
    how.threads = 8;
    for (const auto durability : {BatchDurability::None, BatchDurability::Group, BatchDurability::Each}) {
        options_.durability = durability;
        options_.resume = false;
        EXPECT_EQ(run(how).made, 90u);
        EXPECT_EQ(names().size(), 90u);
        options_.resume = true;
        const BatchProgress progress = run(how);
        EXPECT_EQ(progress.skipped, 90u);
        EXPECT_EQ(progress.failed, 10u);
        const std::vector<BatchStatus> status = BatchFolder::status(options_.folder);
        ASSERT_EQ(status.size(), 1u);
        EXPECT_EQ(status[0].planned, 100u);
        EXPECT_EQ(status[0].made, 90u);
        EXPECT_EQ(status[0].failed, 10u);
        EXPECT_EQ(status[0].state, "ended");
    }
    EXPECT_THAT(names(true), ElementsAre(".sidetal-batch.lock", ".sidetal-batch.sqlite"));
}

TEST_F(BatchFolderTest, KeepsWhatIsUpToDateAndMakesTheRest) {
    (void)run();
    const std::string third = folder_.read("out/3.pdf");
    options_.resume = true;
    EXPECT_EQ(run().skipped, 5u);
    folder_.write("in/1.json", agenda("En anden sag")); // another input
    folder_.write("out/3.pdf", third.substr(0, 1000));  // a file cut off
    std::filesystem::remove(folder_.name("out/4.pdf")); // one that is gone
    std::string changed = folder_.read("out/0.pdf");
    changed[500] = static_cast<char>(changed[500] ^ 1); // and one of the same length
    folder_.write("out/0.pdf", changed);
    const BatchProgress progress = run();
    EXPECT_EQ(progress.made, 4u);
    EXPECT_EQ(progress.skipped, 1u);
    EXPECT_EQ(folder_.read("out/3.pdf"), third);
    EXPECT_EQ(run().skipped, 5u);
    options_.resume = false;
    EXPECT_EQ(run().made, 5u);
}

TEST_F(BatchFolderTest, MakesAnewWhatShowsAnotherPicture) {
    const std::string png = readWhole(SIDETAL_SOURCE_DIR "/samples/pictures/map.png");
    folder_.write("in/kort.png", png);
    folder_.write("in/1.json", R"({"document": "agenda", "date": "2021-10-26", "items": [{"title": "Sag",
        "body": {"html": "<p>x</p><img src='kort.png' alt='Kort'>"}}]})");
    EXPECT_EQ(run().made, 5u);
    options_.resume = true;
    EXPECT_EQ(run().skipped, 5u);
    folder_.write("in/kort.png", readWhole(SIDETAL_SOURCE_DIR "/tests/support/red-and-blue.jpg"));
    EXPECT_EQ(run().made, 1u);
    std::filesystem::remove(folder_.name("in/kort.png"));
    EXPECT_EQ(run().failed, 1u);
}

TEST_F(BatchFolderTest, RemovesWhatAKilledBatchLeftBehind) {
    folder_.write("out/.sidetal-batch-7.tmp", "half a fi");
    folder_.write("out/.sidetal-batch-2-of-3--0.tmp", "half a fi");
    folder_.write("out/other.tmp", "not ours");
    (void)run();
    EXPECT_THAT(names(true), ElementsAre(".sidetal-batch.lock", ".sidetal-batch.sqlite"));
    EXPECT_TRUE(names().contains("other.tmp"));
}

TEST_F(BatchFolderTest, ExcludesAnotherBatchAndSaysWhoIsThere) {
    options_.holder = "process 17 on printer";
    const BatchFolder first(options_, diagnostics_);
    options_.holder = "another";
    try {
        const BatchFolder second(options_, diagnostics_);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostics()[0].code, "SID-B021");
        EXPECT_THAT(error.what(), testing::HasSubstr("process 17 on printer"));
    }
    options_.shard = {1, 2};
    EXPECT_THROW(BatchFolder(options_, diagnostics_), Error);
}

TEST_F(BatchFolderTest, ShardsWorkSideBySide) {
    options_.shard = {1, 2};
    const BatchFolder first(options_, diagnostics_);
    EXPECT_THROW(BatchFolder(options_, diagnostics_), Error);
    options_.shard = {2, 2};
    const BatchFolder second(options_, diagnostics_);
    options_.shard = {1, 1};
    EXPECT_THROW(BatchFolder(options_, diagnostics_), Error);
    EXPECT_EQ(BatchFolder::status(options_.folder).size(), 2u);
}

TEST_F(BatchFolderTest, SaysWhatIsWrongWithAFolder) {
    const auto codeOf = [&](const std::string& folder) {
        options_.folder = folder;
        try {
            (void)run();
        } catch (const Error& error) {
            return error.diagnostics()[0].code;
        }
        return std::string();
    };
    folder_.write("file", "x");
    EXPECT_EQ(codeOf(folder_.name("file")), "SID-B020");
    EXPECT_EQ(codeOf(folder_.name("file/below")), "SID-B020");
    EXPECT_EQ(codeOf(folder_.name("a/new/one")), "");
    EXPECT_THROW((void)BatchFolder::status(folder_.name("nowhere")), Error);
    EXPECT_THROW((void)BatchFolder::status(folder_.name("in")), Error);
}

TEST_F(BatchFolderTest, EndsWhereItsFolderGoesAway) {
    BatchOptions how;
    how.told = [&](const BatchEvent&) {
        std::error_code error;
        std::filesystem::remove_all(options_.folder, error);
    };
    options_.durability = BatchDurability::Each;
    try {
        (void)run(how);
        FAIL();
    } catch (const Error& error) {
        EXPECT_THAT(error.diagnostics()[0].code, testing::AnyOf("SID-B024", "SID-B025"));
    }
}

TEST_F(BatchFolderTest, CaresForNoClock) {
    std::int64_t now = 1'000'000;
    options_.now = [&] { return now -= 3600; }; // set back all the time
    EXPECT_EQ(run().made, 5u);
    options_.resume = true;
    EXPECT_EQ(run().skipped, 5u);
}

TEST_F(BatchFolderTest, WritesOverNoInput) {
    folder_.write("out/a.pdf", agenda("Sag"));
    const BatchPlan plan = planOf(folder_, R"({"inputs": ["out/a.pdf"]})", hostOfFiles());
    BatchFolder out(options_, diagnostics_);
    try {
        out.start(plan);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostics()[0].code, "SID-B013");
    }
}

} // namespace
} // namespace sidetal
