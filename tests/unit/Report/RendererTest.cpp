#include "sidetal/Report.h"

#include "support/KeptPdfs.h"
#include "support/Samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

namespace sidetal {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(Renderer, JsonAndXmlOfOneSampleGiveTheSamePdf) {
    for (const std::string kind : {"agenda", "goal-matrix"}) {
        EXPECT_EQ(test::render(test::readSample(kind + ".json")),
                  test::render(test::readSample(kind + ".xml")))
            << kind;
    }
}

TEST(Renderer, RendersTheSameBytesAgainAndInAnotherOrder) {
    const Document agenda = test::readSample("agenda.json");
    const Document matrix = test::readSample("goal-matrix.json");
    Renderer renderer;
    const std::string first = test::render(agenda, {}, &renderer);
    const std::string other = test::render(matrix, {}, &renderer);
    EXPECT_EQ(first, test::render(agenda, {}, &renderer));
    EXPECT_EQ(other, test::render(matrix));
}

TEST(Renderer, EightThreadsGiveTheBytesOfOne) {
    const std::vector<Document> documents{test::readSample("agenda.json"),
                                          test::readSample("goal-matrix.json")};
    const std::vector<std::string> expected{test::render(documents[0]), test::render(documents[1])};
    std::vector<std::string> failures(8);
    std::vector<std::jthread> threads;
    for (std::size_t t = 0; t < failures.size(); ++t) {
        threads.emplace_back([&, t] {
            Renderer renderer;
            for (std::size_t round = 0; round < 4; ++round) {
                const std::size_t which = (t + round) % documents.size();
                if (test::render(documents[which], {}, &renderer) != expected[which]) {
                    failures[t] = "other bytes";
                }
            }
        });
    }
    threads.clear();
    EXPECT_THAT(failures, testing::Each(""));
}

TEST(Renderer, EmbeddedDataRenderedAgainGivesTheSameBytes) {
    RenderOptions options;
    options.embedData = true;
    for (const std::string kind : {"agenda", "goal-matrix"}) {
        const Document document = test::readSample(kind + ".xml");
        const std::string first = test::render(document, options);
        test::keepPdf("report-embedded-" + kind, first);
        Diagnostics diagnostics;
        const Document again = readDocument(writeJson(document), "data.json", diagnostics);
        EXPECT_EQ(first, test::render(again, options)) << kind;
    }
}

TEST(Renderer, ClosedItemsAreRefusedUnlessTheEditionIsFull) {
    const std::string text = R"({"document": "agenda", "items": [{"title": "Køb", "access": "closed"}]})";
    Diagnostics diagnostics;
    const Document document = readDocument(text, "a.json", diagnostics);
    try {
        test::render(document);
        FAIL() << "a closed item was printed";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("items[0]"));
        EXPECT_THAT(error.what(), HasSubstr("SID-E001"));
    }
    RenderOptions full;
    full.edition = Edition::Full;
    EXPECT_THAT(test::render(document, full), StartsWith("%PDF-1.7"));
}

TEST(Renderer, AStyleOfAnotherKindIsRefused) {
    RenderOptions options;
    options.style = builtInStyle("goal-matrix");
    EXPECT_THROW(test::render(test::readSample("agenda.json"), options), Error);
}

TEST(Renderer, AnUnknownStyleIsToldWithTheDocumentsPlace) {
    Diagnostics diagnostics;
    const Document document =
        readDocument("\n{\"document\": \"agenda\", \"style\": \"agneda\", \"items\": [{\"title\": \"x\"}]}",
                     "a.json", diagnostics);
    try {
        (void)Renderer().check(document, {}, "a.json");
        FAIL() << "there is no such style";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), StartsWith("a.json:2:1: error: style: no built-in style sheet 'agneda'"));
    }
}

TEST(Renderer, WhatNoFileCanHoldIsFoundBeforeTheFirstByteAndByCheck) {
    Agenda agenda;
    agenda.items.emplace_back().title = std::string(40'000, 'x');
    std::size_t bytes = 0;
    const auto count = [&](std::string_view part) { bytes += part.size(); };
    Renderer renderer;
    EXPECT_THAT([&] { (void)renderer.render(agenda, {}, count); },
                testing::ThrowsMessage<Error>(HasSubstr("SID-P004")));
    EXPECT_EQ(bytes, 0u);
    EXPECT_THAT([&] { (void)renderer.check(agenda, {}); },
                testing::ThrowsMessage<Error>(HasSubstr("SID-P004")));
}

TEST(Renderer, AnUnprintableCharacterIsAnErrorWithPlaceAndNumber) {
    const std::string text =
        "{\"document\": \"agenda\",\n \"items\": [{\"title\": \"Til \\u2603\\uD83E\\uDD84\"}]}";
    Diagnostics diagnostics;
    const Document document = readDocument(text, "a.json", diagnostics);
    std::size_t bytes = 0;
    Renderer renderer;
    try {
        (void)renderer.render(
            document, {}, [&](std::string_view part) { bytes += part.size(); }, "a.json");
        FAIL() << "an unprintable character was printed";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), StartsWith("a.json:2:"));
        EXPECT_THAT(error.what(), HasSubstr("U+1F984"));
    }
    EXPECT_EQ(bytes, 0u) << "bytes were written before the fault was found";
}

TEST(Renderer, RightToLeftTextIsRefused) {
    Diagnostics diagnostics;
    const Document document =
        readDocument(R"({"document": "agenda", "items": [{"title": "שלום"}]})", "a.json", diagnostics);
    try {
        test::render(document);
        FAIL() << "right-to-left text was printed";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("right to left"));
    }
}

TEST(Renderer, ALanguageGivenReplacesTheDocumentsLabels) {
    RenderOptions english;
    english.language = "en";
    Renderer renderer;
    const std::string pages =
        renderer.dump(test::readSample("goal-matrix.json"), english, DumpStage::Pages).text;
    EXPECT_THAT(pages, HasSubstr("Page"));
    EXPECT_THAT(pages, testing::Not(HasSubstr("Side 1")));
}

} // namespace
} // namespace sidetal
