#include "sidetal/Report.h"

#include "support/KeptPdfs.h"
#include "support/Samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

namespace sidetal {
namespace {

using testing::ElementsAre;
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
        EXPECT_THAT(error.what(), StartsWith("a.json:2:33: error: style: no built-in style sheet 'agneda'"));
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

/// Where the messages stand that rendering the document gives.
std::vector<SourcePos> placesOfFaults(std::string_view bytes, const RenderOptions& options = {}) {
    Diagnostics diagnostics;
    const Document document = readDocument(bytes, "a", diagnostics);
    std::vector<SourcePos> out;
    try {
        for (const Diagnostic& d : Renderer().check(document, options, "a").warnings) {
            out.push_back(d.position);
        }
    } catch (const Error& error) {
        for (const Diagnostic& d : error.diagnostics()) {
            out.push_back(d.position);
        }
    }
    return out;
}

/// The places of the texts that hold U+12345, which no font has: each begins a line of its own.
std::vector<SourcePos> placesOfUnprintable(std::string_view bytes) {
    std::vector<SourcePos> out;
    std::uint32_t line = 1;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (bytes[at] == '\n') {
            ++line;
        } else if (bytes.substr(at).starts_with("\U00012345")) {
            out.push_back({line, 1});
        }
    }
    return out;
}

TEST(Renderer, FaultsOfLayoutStandWhereTheTextDoes) {
    constexpr std::string_view kAgenda = R"({"document": "agenda", "title":
"𒍅", "meeting": {"place":
"𒍅", "chair": {"role": "formand", "name":
"𒍅"}, "participants": [
"𒍅", {"name":
"𒍅"}]}, "facts": [{"value": "v", "label":
"𒍅"}, {"label": "l", "value": {"html":
"<b>𒍅</b>"}}], "organisation": {"name":
"𒍅", "unit":
"𒍅", "office":
"𒍅"}, "caseNumber":
"𒍅", "caseOfficer":
"𒍅", "groups": [{"title":
"𒍅", "items": [{"title":
"𒍅", "body":
"𒍅"}]}]})";
    EXPECT_THAT(placesOfFaults(kAgenda), ::testing::UnorderedElementsAreArray(placesOfUnprintable(kAgenda)));
    constexpr std::string_view kMatrix = R"({"document": "goal-matrix", "title":
"𒍅", "columns": ["theme", "number", "goal", {"key": "initiatives", "title":
"𒍅"}], "legend": [{"mark": "prioritised", "text":
"𒍅"}], "themes": [{"title":
"𒍅", "goals": [{"prioritised": true, "number":
"𒍅", "text":
"𒍅", "initiatives": [{"title":
"𒍅", "description":
"𒍅"}]}]}]})";
    EXPECT_THAT(placesOfFaults(kMatrix), ::testing::UnorderedElementsAreArray(placesOfUnprintable(kMatrix)));
}

TEST(Renderer, FaultsOfLayoutStandWhereTheAttributeOrTheElementDoes) {
    const std::string wrong = "\U00012345";
    EXPECT_THAT(placesOfFaults("<agenda\ntitle='" + wrong + "'><items><item\n title='" + wrong +
                               "'/><item>\n  <title>" + wrong + "</title></item></items></agenda>"),
                ElementsAre(SourcePos{2, 8}, SourcePos{3, 9}, SourcePos{4, 3}));
}

TEST(Renderer, FaultsOfStyleAndLanguageStandAtTheirKeys) {
    EXPECT_THAT(placesOfFaults("{\"document\": \"agenda\", \"style\":\n\"goal-matrix\"}"),
                ElementsAre(SourcePos{2, 1}));
    EXPECT_THAT(placesOfFaults("{\"document\": \"agenda\", \"language\":\n\"fr\"}"),
                ElementsAre(SourcePos{2, 1}));
    RenderOptions options;
    options.style = builtInStyle("goal-matrix");
    EXPECT_THAT(placesOfFaults("{\"document\": \"agenda\"}", options), ElementsAre(SourcePos{1, 1}));
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
