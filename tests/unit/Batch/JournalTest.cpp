#include "Batch/Journal.h"
#include "Fixture.h"

#include <gmock/gmock.h>

namespace sidetal::batch {
namespace {

using namespace test;
using testing::ElementsAre;

BatchPlan planOfOne() {
    BatchPlan plan;
    plan.job = "job.json";
    plan.inputs.push_back({"a.json"});
    plan.tasks.push_back({0, 0, "a.pdf"});
    return plan;
}

JournalEntry entryOf(const std::string& name, JournalEntry::Kind kind = JournalEntry::Kind::Made) {
    JournalEntry out;
    out.kind = kind;
    out.name = name;
    out.input = "a.json";
    out.made.origin = {"i", "s", "p", "o"};
    out.made.pages = 3;
    out.made.bytes = 17;
    out.made.hash = "h";
    out.made.pictures = {{"kort 1:2.png", "x"}, {"", ""}};
    Diagnostic warning;
    warning.code = "SID-I014";
    warning.message = "x";
    out.made.messages = {warning};
    out.time = 5;
    return out;
}

TEST(Journal, KeepsWhatProvesAFile) {
    const Folder folder;
    Diagnostics diagnostics;
    {
        Journal journal(folder.name("j"), BatchDurability::Group, diagnostics);
        journal.start(planOfOne(), 1);
        journal.write({entryOf("æ.pdf"), entryOf("b.pdf", JournalEntry::Kind::Failed)});
    }
    Journal journal(folder.name("j"), BatchDurability::Group, diagnostics);
    const auto proof = journal.proofOf("æ.pdf");
    ASSERT_TRUE(proof);
    EXPECT_EQ(proof->origin, (BatchOrigin{"i", "s", "p", "o"}));
    EXPECT_EQ(proof->bytes, 17u);
    EXPECT_EQ(proof->hash, "h");
    ASSERT_EQ(proof->pictures.size(), 2u);
    EXPECT_EQ(proof->pictures[0].name + proof->pictures[0].hash, "kort 1:2.pngx");
    EXPECT_FALSE(journal.proofOf("b.pdf")); // it failed
    EXPECT_FALSE(journal.proofOf("c.pdf"));
    EXPECT_FALSE(diagnostics.hasErrors());
}

TEST(Journal, TellsOfItsLastRunAlone) {
    const Folder folder;
    Diagnostics diagnostics;
    Journal journal(folder.name("j"), BatchDurability::None, diagnostics);
    journal.start(planOfOne(), 1);
    journal.write({entryOf("old.pdf"), entryOf("a.pdf")});
    journal.start(planOfOne(), 9);
    JournalEntry kept;
    kept.kind = JournalEntry::Kind::Kept;
    kept.name = "a.pdf";
    journal.write({kept, entryOf("z.pdf", JournalEntry::Kind::Failed)});
    std::vector<std::string> names;
    journal.eachRecord([&](const BatchRecord& record) {
        names.push_back(record.name + (record.made ? "" : "!"));
        EXPECT_EQ(record.messages.size(), 1u);
        EXPECT_EQ(record.pages, 3u);
    });
    EXPECT_THAT(names, ElementsAre("z.pdf!", "a.pdf"));
    BatchStatus status = Journal::status(folder.name("j"), {});
    EXPECT_EQ(status.state, "running");
    EXPECT_EQ(status.planned, 1u);
    EXPECT_EQ(status.made, 1u);
    EXPECT_EQ(status.failed, 1u);
    EXPECT_EQ(status.started, 9);
    EXPECT_EQ(status.job, "job.json");
    journal.end("ended", 10);
    status = Journal::status(folder.name("j"), {});
    EXPECT_EQ(status.state, "ended");
}

TEST(Journal, ThatIsDamagedIsSetAside) {
    for (const int kind : {0, 1, 2}) {
        const Folder folder;
        Diagnostics diagnostics;
        {
            Journal journal(folder.name("j"), BatchDurability::Group, diagnostics);
            journal.start(planOfOne(), 1);
            std::vector<JournalEntry> entries;
            for (int i = 0; i < 500; ++i) {
                entries.push_back(entryOf(std::to_string(i) + ".pdf"));
            }
            journal.write(entries);
        }
        std::string bytes = folder.read("j");
        ASSERT_GT(bytes.size(), 20'000u);
        const std::string before = kind == 0   ? bytes.substr(0, bytes.size() / 2) // cut off
                                   : kind == 1 ? "no database at all, whatever it may be called"
                                               : bytes.replace(8192, 4096, std::string(4096, '\xAA'));
        folder.write("j", before);
        Journal journal(folder.name("j"), BatchDurability::Group, diagnostics);
        ASSERT_EQ(diagnostics.all().size(), 1u) << kind;
        EXPECT_EQ(diagnostics.all()[0].code, "SID-B022");
        EXPECT_EQ(diagnostics.all()[0].severity, Severity::Warning);
        EXPECT_EQ(folder.read("j.aside"), before);
        EXPECT_FALSE(journal.proofOf("1.pdf"));
        journal.start(planOfOne(), 1);
        journal.write({entryOf("1.pdf")});
        EXPECT_TRUE(journal.proofOf("1.pdf"));
    }
}

TEST(Journal, OfAnotherVersionIsSetAside) {
    const Folder folder;
    {
        Database database(folder.name("j"), Database::Use::Write);
        database.execute("CREATE TABLE output (other INTEGER); PRAGMA user_version = 99");
    }
    Diagnostics diagnostics;
    Journal journal(folder.name("j"), BatchDurability::Group, diagnostics);
    ASSERT_EQ(diagnostics.all().size(), 1u);
    EXPECT_EQ(diagnostics.all()[0].code, "SID-B023");
    EXPECT_FALSE(journal.proofOf("1.pdf"));
}

TEST(Journal, ThatCannotBeIsAnError) {
    const Folder folder;
    std::filesystem::create_directory(folder.name("j"));
    Diagnostics diagnostics;
    try {
        const Journal journal(folder.name("j"), BatchDurability::Group, diagnostics);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostics()[0].code, "SID-B025");
    }
}

} // namespace
} // namespace sidetal::batch
