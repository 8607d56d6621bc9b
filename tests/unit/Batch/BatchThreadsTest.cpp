#include "Fixture.h"

#include <gmock/gmock.h>

namespace sidetal {
namespace {

using namespace test;
using testing::ElementsAre;

constexpr const char* kJob = R"({"inputs": ["in"], "outputs": [{"name": "{stem}-p.pdf"},
    {"name": "{stem}-f.pdf", "edition": "full", "style": "council"}]})";

void writeInputs(const Folder& folder, int count) {
    for (int i = 0; i < count; ++i) {
        folder.write("in/" + std::to_string(i) + ".json", agenda("Sag " + std::to_string(i)));
    }
}

BatchOutcome run(const BatchPlan& plan, BatchStore& store, BatchOptions options,
                 const BatchHost& host = hostOfFiles()) {
    const Renderer renderer;
    return runBatch(plan, renderer, host, store, options);
}

TEST(BatchThreads, MakeTheSameBytesWhateverTheirNumber) {
    const Folder folder;
    writeInputs(folder, 30);
    const BatchPlan plan = planOf(folder, kJob, hostOfFiles());
    BatchOptions options;
    MemoryStore one;
    const BatchOutcome first = run(plan, one, options);
    EXPECT_EQ(first.progress.made, 60u);
    EXPECT_EQ(first.progress.pages, 60u);
    EXPECT_FALSE(first.stopped);
    options.threads = 4;
    MemoryStore four;
    EXPECT_EQ(run(plan, four, options).progress.made, 60u);
    EXPECT_EQ(one.files, four.files);
    Renderer renderer;
    for (const auto& [name, bytes] : one.files) {
        EXPECT_TRUE(bytes.starts_with("%PDF"));
        EXPECT_EQ(one.made[name].hash, four.made[name].hash);
        EXPECT_EQ(one.made[name].bytes, bytes.size());
    }
    Diagnostics diagnostics;
    std::string alone;
    renderer.render(readDocument(folder.read("in/7.json"), "7.json", diagnostics), {},
                    [&](std::string_view bytes) { alone += bytes; });
    EXPECT_EQ(alone, one.files["7-p.pdf"]);
}

TEST(BatchThreads, ReadAnInputOnceForManyFiles) {
    const Folder folder;
    folder.write("in/a.json", agenda("Sag"));
    std::string outputs;
    for (int i = 0; i < 40; ++i) {
        outputs += std::string(i == 0 ? "" : ",") + R"({"name": "{stem}-)" + std::to_string(i) + R"(.pdf"})";
    }
    BatchHost host = hostOfFiles();
    std::atomic<int> reads = 0;
    host.read = [&](const std::string& file) {
        ++reads;
        return readWhole(file);
    };
    const BatchPlan plan = planOf(folder, R"({"inputs": ["in"], "outputs": [)" + outputs + "]}", host);
    BatchOptions options;
    options.threads = 4;
    MemoryStore store;
    EXPECT_EQ(run(plan, store, options, host).progress.made, 40u);
    EXPECT_EQ(reads, 1);
}

TEST(BatchThreads, RenderOnceWhatMembersOfTheSameRightsGet) {
    const Folder folder;
    folder.write("a.json", R"({"document": "minutes", "date": "2021-10-26", "meeting": {
        "participants": [{"name": "Ann"}, {"name": "Bo"}, {"name": "Carl"}, {"name": "Dorte"}],
        "attendance": [{"event": "disqualified", "person": {"name": "Bo"}, "item": "1"}]},
        "items": [{"title": "Sag", "access": "closed", "body": "Hemmeligt."},
                  {"title": "Kort", "body": {"html": "<img src='kort.png' alt='Et kort'>"}}]})");
    folder.write("m.csv", "Navn;Medlem\nAnn;Ann\nBo;Bo\nCarl;Carl\nDorte;Dorte\nUkendt;Emil\nAlle;\n");
    BatchHost host = hostOfFiles();
    std::atomic<int> pictures = 0;
    host.picturesBeside = [&](const std::string&) -> PictureLoader {
        return [&](const std::string&) {
            ++pictures;
            return PictureFile{readWhole(SIDETAL_SOURCE_DIR "/samples/pictures/logo.png"), {}};
        };
    };
    const BatchPlan plan = planOf(
        folder, R"({"inputs": ["a.json"], "recipients": {"file": "m.csv", "edition": "members"}})", host);
    MemoryStore store;
    EXPECT_EQ(run(plan, store, {}, host).progress.made, 5u);
    // All but Bo share one rendering, parted in two by his.
    EXPECT_LE(pictures, 3);
    ASSERT_EQ(store.failures.size(), 1u);
    EXPECT_EQ(store.failures["a-Ukendt.pdf"].messages.at(0).code, "SID-E011");
    Diagnostics diagnostics;
    const Document document = readDocument(folder.read("a.json"), folder.name("a.json"), diagnostics);
    Renderer renderer;
    for (const char* name : {"Ann", "Bo", "Carl", "Dorte", "Alle"}) {
        RenderOptions options;
        options.edition = Edition::Members;
        options.recipient = std::string_view(name) == "Alle" ? "" : name;
        options.copyFor = name;
        options.pictures = host.picturesBeside("");
        std::string alone;
        renderer.render(document, options, [&](std::string_view bytes) { alone += bytes; });
        const std::string file = std::string("a-") + name + ".pdf";
        EXPECT_EQ(store.files[file], alone) << name;
        ASSERT_EQ(store.made[file].pictures.size(), 1u) << name;
        EXPECT_EQ(store.made[file].pictures[0].name, "kort.png");
    }
}

TEST(BatchThreads, AFaultKeepsNoOtherFromBeingMadeAndIsToldOnce) {
    const Folder folder;
    writeInputs(folder, 10);
    folder.write("in/3.json", "BAD");
    folder.write("in/5.json", agenda("Sag", R"("ukendt": 1, )"));
    const BatchPlan plan = planOf(folder, kJob, hostOfFiles());
    std::vector<std::string> told;
    BatchOptions options;
    options.threads = 4;
    options.told = [&](const BatchEvent& event) {
        for (const Diagnostic& d : event.messages) {
            told.push_back(d.code);
        }
    };
    MemoryStore store;
    const BatchOutcome outcome = run(plan, store, options);
    EXPECT_EQ(outcome.progress.made, 18u);
    EXPECT_EQ(outcome.progress.failed, 2u);
    EXPECT_EQ(outcome.progress.warnings, 1u);
    EXPECT_FALSE(outcome.stopped);
    EXPECT_THAT(told, testing::UnorderedElementsAre("SID-I006", "SID-I014"));
    EXPECT_EQ(store.failures.size(), 2u);
    EXPECT_EQ(store.made["5-p.pdf"].messages.size(), 1u);
    EXPECT_EQ(store.made["5-f.pdf"].messages.size(), 1u); // though it was told with the other one
}

TEST(BatchThreads, AnyFileThatCannotBeReadForAMomentEndsNoBatch) {
    const auto matrix = [](const std::string& version, const std::string& number) {
        return R"({"document": "goal-matrix", "date": "2026-10-26", "catalogue": {"name": "Mål", "version": ")" +
               version + R"("}, "themes": [{"title": "Kultur", "goals": [{"number": ")" + number +
               R"("}]}]})";
    };
    const Folder folder;
    for (const char* name : {"a", "b"}) {
        folder.write(std::string("in/") + name + ".json", matrix("2", "1.1"));
        folder.write(std::string("last/") + name + ".json", matrix("1", "2.1"));
    }
    folder.write("k.json", R"({"name": "Mål", "versions": [
        {"version": "1", "themes": [{"title": "Kultur", "goals": [{"number": "2.1", "text": "x"}]}]},
        {"version": "2", "renumbered": [{"from": "2.1", "to": "1.1"}],
         "themes": [{"title": "Kultur", "goals": [{"number": "1.1", "text": "x"}]}]}]})");
    const BatchPlan plan = planOf(folder, R"({"inputs": [{"files": "in", "catalogue": "k.json"}],
        "outputs": [{"compare": "last/{stem}.json"}]})",
                                  hostOfFiles());
    int failures = 0;
    int total = 0;
    for (int missing = 0; missing <= total; ++missing) { // at first none is
        BatchHost host = hostOfFiles();
        int reads = 0;
        host.read = [&](const std::string& file) {
            if (++reads == missing) {
                throw Error("SID-R010", file + " cannot be read");
            }
            return readWhole(file);
        };
        MemoryStore store;
        const BatchOutcome outcome = run(plan, store, {}, host);
        EXPECT_EQ(outcome.progress.ended(), 2u);
        EXPECT_LE(outcome.progress.failed, 1u);
        failures += static_cast<int>(outcome.progress.failed);
        total = std::max(total, reads);
    }
    EXPECT_EQ(failures, total);
}

TEST(BatchThreads, WarningsAreErrorsWhereThatIsAskedFor) {
    const Folder folder;
    folder.write("in/a.json", agenda("Sag", R"("ukendt": 1, )"));
    folder.write("in/b.json", agenda("Skriv til ole@example.dk"));
    const BatchPlan plan = planOf(folder, R"({"inputs": ["in"]})", hostOfFiles());
    BatchOptions options;
    options.warningsAreErrors = true;
    MemoryStore store;
    EXPECT_EQ(run(plan, store, options).progress.failed, 2u);
    EXPECT_TRUE(store.files.empty());
}

TEST(BatchThreads, StopAfterSoManyFailures) {
    const Folder folder;
    for (int i = 0; i < 50; ++i) {
        folder.write("in/" + std::to_string(i) + ".json", "BAD");
    }
    const BatchPlan plan = planOf(folder, R"({"inputs": ["in"]})", hostOfFiles());
    BatchOptions options;
    options.threads = 2;
    options.mostFailures = 5;
    MemoryStore store;
    const BatchOutcome outcome = run(plan, store, options);
    EXPECT_TRUE(outcome.stopped);
    EXPECT_GE(outcome.progress.failed, 5u);
    EXPECT_LE(outcome.progress.failed, 6u); // one that was begun
}

TEST(BatchThreads, StopAtAnyMomentAndGoOn) {
    const Folder folder;
    writeInputs(folder, 10);
    const BatchPlan plan = planOf(folder, kJob, hostOfFiles());
    MemoryStore whole;
    (void)run(plan, whole, {});
    for (std::uint64_t moment = 0; moment < 20; ++moment) {
        MemoryStore store;
        BatchStop stop;
        BatchOptions options;
        options.threads = 3;
        options.stop = &stop;
        options.told = [&](const BatchEvent& event) {
            if (event.progress.ended() >= moment) {
                stop.request();
            }
        };
        const BatchOutcome outcome = run(plan, store, options);
        EXPECT_EQ(outcome.progress.made, store.files.size());
        EXPECT_EQ(outcome.stopped, outcome.progress.made != 20);
        options.stop = nullptr;
        const BatchOutcome rest = run(plan, store, options);
        EXPECT_EQ(rest.progress.skipped, outcome.progress.made);
        EXPECT_EQ(store.files, whole.files);
    }
}

TEST(BatchThreads, EndWithWhatTheStoreThrows) {
    struct Full : MemoryStore {
        std::unique_ptr<BatchFile> begin(const BatchTask& task) override {
            if (++begun > 5) {
                throw Error("SID-B024", "the disk is full");
            }
            return MemoryStore::begin(task);
        }
        std::atomic<int> begun = 0;
    };
    const Folder folder;
    writeInputs(folder, 20);
    const BatchPlan plan = planOf(folder, kJob, hostOfFiles());
    BatchOptions options;
    options.threads = 4;
    Full store;
    EXPECT_THROW((void)run(plan, store, options), Error);
    EXPECT_EQ(store.files.size(), 5u);
    EXPECT_TRUE(store.failures.empty());
}

TEST(BatchThreads, TellOfAnInputThatChangedItsName) {
    const Folder folder;
    folder.write("in/a.json", agenda("Sag"));
    const BatchPlan plan =
        planOf(folder, R"({"inputs": ["in"], "outputs": [{"name": "{stem}-{date}.pdf"}]})", hostOfFiles());
    folder.write("in/a.json", R"({"document": "agenda", "date": "2022-01-01", "items": []})");
    MemoryStore store;
    EXPECT_EQ(run(plan, store, {}).progress.failed, 1u);
    EXPECT_EQ(store.failures["a-2021-10-26.pdf"].messages.at(0).code, "SID-B026");
}

} // namespace
} // namespace sidetal
