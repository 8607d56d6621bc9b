#include "sidetal/Report/JoinedFile.h"

#include "support/KeptPdfs.h"
#include "support/RandomPaper.h"
#include "support/RandomTimes.h"
#include "support/Samples.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace sidetal {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::shared_ptr<const Document> shared(Document document) {
    return std::make_shared<const Document>(std::move(document));
}

/// An agenda of so many pages.
std::shared_ptr<const Document> agendaOf(std::uint32_t pages) {
    Renderer renderer;
    MeetingPaper paper;
    paper.header.title = "Møde";
    paper.header.date = Date{2026, 3, 3};
    do {
        for (int i = 0; i < 8; ++i) {
            paper.items.emplace_back().title = "Punkt";
        }
    } while (renderer.check(paper, {}).pages < pages);
    return shared(std::move(paper));
}

/// A joined file, its parts kept as bytes.
struct Joining {
    std::vector<std::string> parts;
    JoinedFile file;

    explicit Joining(const JoinOptions& options = {})
        : file(Renderer().joinedFile(options, [this](std::uint32_t part) {
            EXPECT_EQ(part, parts.size() + 1);
            parts.emplace_back();
            return [this](std::string_view bytes) { parts.back() += bytes; };
        })) {}

    RenderResult add(const std::string& sample, const RenderOptions& options = {}) {
        return file.add(shared(test::readSample(sample)), options, sample);
    }
};

std::vector<std::string> codesOf(const std::vector<Diagnostic>& messages) {
    std::vector<std::string> out;
    for (const Diagnostic& message : messages) {
        out.push_back(message.code);
    }
    return out;
}

TEST(JoinedFile, takesDocumentsOfAllKinds) {
    Joining joining;
    std::uint64_t pages = 0;
    std::size_t bytes = 0;
    for (const std::string sample :
         {"agenda.json", "goal-matrix.json", "committee-minutes.json", "agenda.json"}) {
        pages += joining.add(sample).pages;
        bytes += test::render(test::readSample(sample)).size();
    }
    const JoinResult result = joining.file.finish();
    EXPECT_EQ(result.parts, 1u);
    EXPECT_EQ(result.documents, 4u);
    EXPECT_EQ(result.pages, pages);
    ASSERT_EQ(joining.parts.size(), 1u);
    EXPECT_LT(joining.parts[0].size(), bytes) << "fonts are in it once";
    test::keepPdf("unit-Report-joined", joining.parts[0]);
}

TEST(JoinedFile, theSameDocumentsGiveTheSameBytes) {
    std::vector<std::string> made;
    for (int i = 0; i < 2; ++i) {
        Joining joining({.duplex = true, .separators = true});
        (void)joining.add("goal-matrix.json");
        (void)joining.add("agenda.json");
        (void)joining.file.finish();
        made.push_back(joining.parts.at(0));
    }
    EXPECT_TRUE(made[0] == made[1]);
}

TEST(JoinedFile, nothingIsWrittenWithoutADocument) {
    Joining joining;
    const JoinResult result = joining.file.finish();
    EXPECT_EQ(result.parts, 0u);
    EXPECT_THAT(joining.parts, IsEmpty());
}

TEST(JoinedFile, partsHaveSoManyPagesAtMost) {
    JoinOptions options;
    options.mostPages = 4;
    Joining joining(options);
    ASSERT_EQ(joining.file.add(agendaOf(2), {}).pages, 2u);
    ASSERT_EQ(joining.file.add(agendaOf(2), {}).pages, 2u);
    EXPECT_EQ(joining.parts.size(), 0u) << "it may hold more";
    ASSERT_EQ(joining.file.add(agendaOf(3), {}).pages, 3u);
    EXPECT_EQ(joining.parts.size(), 1u);
    const RenderResult longer = joining.file.add(agendaOf(6), {}, "lang.json");
    EXPECT_EQ(longer.pages, 6u);
    ASSERT_THAT(codesOf(longer.warnings), ElementsAre("SID-R004"));
    EXPECT_EQ(longer.warnings[0].file, "lang.json");
    EXPECT_THAT(longer.warnings[0].message, HasSubstr("6 pages"));
    EXPECT_EQ(joining.parts.size(), 2u);
    ASSERT_EQ(joining.file.add(agendaOf(1), {}).pages, 1u);
    const JoinResult result = joining.file.finish();
    EXPECT_EQ(result.parts, 4u);
    EXPECT_EQ(result.pages, 14u);
    EXPECT_EQ(joining.parts.size(), 4u);
}

TEST(JoinedFile, blankPagesAndSheetsCountAsPages) {
    JoinOptions options;
    options.duplex = options.separators = true;
    options.mostPages = 7;
    Joining joining(options);
    (void)joining.file.add(agendaOf(1), {}); // a sheet, its back, the page
    (void)joining.file.add(agendaOf(1), {}); // its back, a sheet, its back, the page
    EXPECT_THAT(joining.parts, IsEmpty());
    (void)joining.file.add(agendaOf(1), {});
    EXPECT_EQ(joining.parts.size(), 1u);
    const JoinResult result = joining.file.finish();
    EXPECT_EQ(result.pages, 10u);
    test::keepPdf("unit-Report-joined-part", joining.parts[0]);
}

TEST(JoinedFile, aDocumentThatFailsIsNamedAndLeftOut) {
    Joining joining;
    (void)joining.add("agenda.json");
    MeetingPaper paper;
    paper.header.title = "\U00013000";
    paper.header.source = {3, 5, 0};
    try {
        (void)joining.file.add(shared(paper), {}, "fejl.json");
        ADD_FAILURE() << "a character without a glyph is an error";
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostics()[0].file, "fejl.json");
    }
    EXPECT_EQ(joining.add("goal-matrix.json").warnings.size(), 0u);
    const JoinResult result = joining.file.finish();
    EXPECT_EQ(result.documents, 2u);
    Joining other;
    (void)other.add("agenda.json");
    (void)other.add("goal-matrix.json");
    (void)other.file.finish();
    EXPECT_TRUE(joining.parts.at(0) == other.parts.at(0)) << "nothing of it is left";
}

TEST(JoinedFile, whatASinkThrowsPassesThroughAndEndsIt) {
    struct Full {};
    JoinOptions options;
    options.mostPages = 1;
    JoinedFile file = Renderer().joinedFile(
        options, [](std::uint32_t /*part*/) { return [](std::string_view /*bytes*/) { throw Full(); }; });
    (void)file.add(agendaOf(1), {});
    EXPECT_THROW((void)file.add(agendaOf(1), {}), Full);
    try {
        (void)file.add(agendaOf(1), {});
        ADD_FAILURE() << "the part is lost";
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostics()[0].code, "SID-R006");
    }
    EXPECT_THROW((void)file.finish(), Error);
}

TEST(JoinedFile, embedsNoDataAndSaysSoOnce) {
    RenderOptions embedding;
    embedding.embedData = true;
    Joining joining;
    EXPECT_THAT(codesOf(joining.add("agenda.json", embedding).warnings), ElementsAre("SID-R005"));
    EXPECT_THAT(codesOf(joining.add("agenda.json", embedding).warnings), IsEmpty());
}

TEST(JoinedFile, optionsThatCannotBeAreTold) {
    JoinOptions bad;
    bad.date = DateTime{{2026, 2, 30}, 0, 0, 0};
    EXPECT_THROW(Joining{bad}, Error);
    JoinOptions title;
    title.title = "\xE6";
    EXPECT_THROW(Joining{title}, Error);
    Joining joining;
    EXPECT_THROW((void)joining.file.add(agendaOf(1), {}, "a.json", " \n"), Error);
}

TEST(JoinedFile, whatDocumentsNeedIsKeptUntilTheirPartIsWritten) {
    Joining joining({.duplex = false, .separators = true});
    for (std::uint64_t seed = 1; seed <= 12 * test::randomTimes(); ++seed) {
        RenderOptions options;
        options.style = test::randomPaperStyle(seed);
        options.missing = MissingCharacters::Box;
        options.lint = LintWhen::Never;
        options.copyFor = seed % 3 == 0 ? fmt::format("Nævn {}", seed) : "";
        const RenderResult result = joining.add(seed % 2 == 0 ? "agenda.json" : "closed-items.json", options);
        EXPECT_GT(result.pages, 0u);
    } // sheet, options and document are gone
    (void)joining.file.finish();
    test::keepPdf("unit-Report-joined-styles", joining.parts.at(0));
}

} // namespace
} // namespace sidetal
