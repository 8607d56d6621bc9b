#include "Fixture.h"

#include "support/RandomTimes.h"

#include <gmock/gmock.h>

#include <random>
#include <thread>

namespace sidetal {
namespace {

using namespace test;

/// Counts what happens in a batch, and does something once at one of these moments.
class Moment {
  public:
    Moment(std::uint64_t number, std::function<void()> work)
        : number_(number)
        , work_(std::move(work)) {}
    void pass() {
        if (++count_ == number_ && work_) {
            work_();
        }
    }
    [[nodiscard]] std::uint64_t count() const { return count_; }

  private:
    std::atomic<std::uint64_t> count_ = 0;
    std::uint64_t number_;
    std::function<void()> work_;
};

/// A store that tells of each moment, over another one.
class ToldStore : public BatchStore {
  public:
    ToldStore(BatchStore& store, Moment& moment)
        : store_(store)
        , moment_(moment) {}
    bool isDone(const BatchTask& task, const BatchOrigin& origin,
                const std::function<std::string(const std::string&)>& hashOfPicture) override {
        moment_.pass();
        return store_.isDone(task, origin, hashOfPicture);
    }
    std::unique_ptr<BatchFile> begin(const BatchTask& task) override {
        moment_.pass();
        return std::make_unique<File>(store_.begin(task), moment_);
    }
    void failed(const BatchTask& task, BatchMade made) override {
        moment_.pass();
        store_.failed(task, std::move(made));
    }

  private:
    struct File : BatchFile {
        File(std::unique_ptr<BatchFile> file, Moment& moment)
            : file_(std::move(file))
            , moment_(moment) {}
        void write(std::string_view bytes) override {
            moment_.pass();
            file_->write(bytes);
        }
        void commit(BatchMade made) override {
            moment_.pass();
            file_->commit(std::move(made));
        }
        std::unique_ptr<BatchFile> file_;
        Moment& moment_;
    };
    BatchStore& store_;
    Moment& moment_;
};

/// Six inputs, one of them bad and one with a warning, of two files each, in eight threads.
class BatchCancelThreads : public testing::Test {
  protected:
    BatchCancelThreads() {
        for (int i = 0; i < 4; ++i) {
            folder_.write("in/" + std::to_string(i) + ".json", agenda("Sag " + std::to_string(i)));
        }
        folder_.write("in/4.json", agenda("Sag", R"("ukendt": 1, )"));
        folder_.write("in/5.json", "BAD");
        plan_ = planOf(folder_, R"({"inputs": ["in"], "outputs": [{"name": "{stem}-p.pdf"},
            {"name": "{stem}-f.pdf", "edition": "full"}]})",
                       hostOfFiles());
        MemoryStore whole;
        Moment moment(0, nullptr);
        (void)run(whole, moment, {}, nullptr); // also because of what HarfBuzz keeps, see BatchFolderThreads
        whole_ = std::move(whole.files);
        moments_ = moment.count();
    }

    BatchOutcome run(BatchStore& store, Moment& moment, BatchOptions options, const BatchStop* stop) {
        ToldStore told(store, moment);
        BatchHost host = hostOfFiles();
        host.read = [&](const std::string& file) {
            moment.pass();
            return readWhole(file);
        };
        options.told = [&](const BatchEvent&) { moment.pass(); };
        options.stop = stop;
        return runBatch(plan_, renderer_, host, told, options);
    }

    /// A batch of eight threads into a folder.
    BatchProgress runInto(const std::string& name, Moment& moment, const BatchStop* stop) {
        BatchFolderOptions where;
        where.folder = folder_.name(name);
        where.resume = true;
        where.durability = BatchDurability::None;
        Diagnostics diagnostics;
        BatchFolder out(where, diagnostics);
        out.start(plan_);
        BatchOptions options;
        options.threads = 8;
        const BatchOutcome outcome = run(out, moment, options, stop);
        out.finish(outcome);
        return outcome.progress;
    }

    /// What is left after that, and that the next run makes the rest.
    void expectGoesOn(const std::string& name) {
        Moment moment(0, nullptr);
        const BatchProgress rest = runInto(name, moment, nullptr);
        EXPECT_EQ(rest.made + rest.skipped, whole_.size());
        EXPECT_EQ(rest.failed, 2u);
        std::set<std::string> hidden;
        for (const auto& entry : std::filesystem::directory_iterator(folder_.name(name))) {
            const std::string file = entry.path().filename().string();
            if (file.starts_with('.')) {
                hidden.insert(file);
            } else {
                EXPECT_EQ(folder_.read(name + "/" + file), whole_.at(file));
            }
        }
        EXPECT_THAT(hidden, testing::ElementsAre(".sidetal-batch.lock", ".sidetal-batch.sqlite"));
        std::filesystem::remove_all(folder_.name(name));
    }

    [[nodiscard]] std::uint64_t anyMoment() { return 1 + random_() % moments_; }

    Folder folder_;
    BatchPlan plan_;
    Renderer renderer_;
    std::map<std::string, std::string> whole_;
    std::uint64_t moments_ = 0;
    std::mt19937 random_{7};
};

TEST_F(BatchCancelThreads, StopAtRandomMoments) {
    for (std::uint64_t i = 0; i < 50 * randomTimes(); ++i) {
        BatchStop stop;
        Moment moment(anyMoment(), [&] { stop.request(); });
        const BatchProgress progress = runInto("out", moment, &stop);
        EXPECT_LE(progress.ended(), progress.planned);
        expectGoesOn("out");
    }
}

TEST_F(BatchCancelThreads, StopByAnotherThreadAtRandomMoments) {
    for (std::uint64_t i = 0; i < 50 * randomTimes(); ++i) {
        BatchStop stop;
        std::atomic<bool> due = false;
        std::jthread other([&] {
            due.wait(false);
            stop.request();
        });
        const auto wake = [&] {
            due = true;
            due.notify_one();
        };
        Moment moment(anyMoment(), wake);
        (void)runInto("out", moment, &stop);
        wake(); // where it ended before
        other.join();
        expectGoesOn("out");
    }
}

TEST_F(BatchCancelThreads, EndByWhatIsThrownAtRandomMoments) {
    for (std::uint64_t i = 0; i < 30 * randomTimes(); ++i) {
        Moment moment(anyMoment(), [] { throw std::runtime_error("no more"); });
        try {
            (void)runInto("out", moment, nullptr);
        } catch (const std::runtime_error& error) {
            EXPECT_STREQ(error.what(), "no more");
        }
        expectGoesOn("out");
    }
}

} // namespace
} // namespace sidetal
