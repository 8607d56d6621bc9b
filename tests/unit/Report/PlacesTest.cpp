#include "sidetal/Report.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

/// The one-line forms of what checking the document tells.
std::vector<std::string> linesOf(const Document& document, const RenderOptions& options = {},
                                 const std::string& name = {}) {
    std::vector<std::string> out;
    try {
        for (const Diagnostic& d : Renderer().check(document, options, name).warnings) {
            out.push_back(format(d));
        }
    } catch (const Error& error) {
        for (const Diagnostic& d : error.diagnostics()) {
            out.push_back(format(d));
        }
    }
    return out;
}

TEST(RendererPlaces, MessagesNameTheFileThatTheDocumentWasReadFrom) {
    Diagnostics diagnostics;
    const Document document =
        readDocument(R"({"document": "agenda", "items": [{"title": "x", "body": "\ud808\udf45"}]})",
                     "agenda.json", diagnostics);
    EXPECT_THAT(linesOf(document), ElementsAre(StartsWith("agenda.json:1:57: error: no font has")));
    EXPECT_THAT(linesOf(document, {}, "b"), ElementsAre(StartsWith("b:1:57: error: no font has")));
    MeetingPaper built = std::get<MeetingPaper>(document);
    built.header.sources.clear();
    EXPECT_THAT(linesOf(built), ElementsAre(StartsWith("1:57: error: no font has")));
}

TEST(RendererPlaces, MessagesNameTheInputThatTheirPlaceIsIn) {
    Diagnostics diagnostics;
    const auto agenda = [](std::string_view title) {
        return fmt::format(R"({{"document": "agenda", "items": [{{"title": "{}"}}], "odd": 1}})", title);
    };
    Document first = readDocument(agenda("\U00012345"), "a.json", diagnostics);
    const Document second =
        readDocument(agenda("  \U00012345"), "b.json", diagnostics, {}, headerOf(first).sources);
    EXPECT_EQ(headerOf(second).sources, (SourceNames{{"a.json"}, {"b.json"}}));
    EXPECT_EQ(diagnostics.all().at(0).file, "a.json");
    EXPECT_EQ(diagnostics.all().at(1).file, "b.json");
    EXPECT_THAT(linesOf(second), ElementsAre(StartsWith("b.json:1:44: error: no font")));
    MeetingPaper& both = std::get<MeetingPaper>(first);
    both.items.push_back(std::get<MeetingPaper>(second).items.front());
    both.header.sources = headerOf(second).sources;
    // Of a sheet: as an importer fills it.
    both.header.sources.push_back({"tal.xlsx", "Ark1"});
    both.items.push_back(both.items.front());
    both.items.back().titleSource = {14, 3, 2};
    EXPECT_THAT(linesOf(both), ElementsAre(StartsWith("a.json:1:44: error: no font"),
                                           StartsWith("b.json:1:44: error: no font"),
                                           StartsWith("tal.xlsx:Ark1!C14: error: no font")));
}

TEST(RendererPlaces, WhatIsNotPrintedIsToldAtItsKey) {
    Diagnostics diagnostics;
    const Document json = readDocument(R"({"document": "agenda",
"items": [{"title": "x", "items": [{"title": "y",
"publicTitle": "decision"}], "body": "z",
"publicTitle": "decision"}]})",
                                       "a.json", diagnostics);
    EXPECT_THAT(linesOf(json), ElementsAre(StartsWith("a.json:4:1: warning: items[0].publicTitle: ")));
    const Document xml = readDocument(R"(<agenda><items><item title="x"
publicTitle="decision"/></items></agenda>)",
                                      "a.xml", diagnostics);
    EXPECT_THAT(linesOf(xml), ElementsAre(StartsWith("a.xml:2:1: warning: items[0].publicTitle: ")));
    MeetingPaper built = std::get<MeetingPaper>(json);
    built.header.keyPlaces.clear();
    EXPECT_THAT(linesOf(built),
                testing::Contains(StartsWith("a.json:2:11: warning: items[0].publicTitle: ")));
}

TEST(RendererPlaces, FaultsOfTheStyleNameItsFile) {
    Diagnostics diagnostics;
    const Document document = readDocument(
        R"({"document": "agenda", "items": [{"title": "x", "body": {"html": "<ul><li>y</ul>"}}]})", "a.json",
        diagnostics);
    RenderOptions options;
    options.style =
        readStyleSheet(R"({"base": "agenda", "list": {"bullet": "\ud808\udf45"}})", "stil.json", diagnostics);
    EXPECT_THAT(linesOf(document, options), ElementsAre(StartsWith("stil.json: error: no font has")));
    std::get<AgendaStyle>(options.style->look).list.bullet = "";
    EXPECT_THAT(linesOf(document, options),
                ElementsAre(StartsWith("stil.json: error: style.list.bullet: empty")));
}

TEST(RendererPlaces, WhatTheFileCannotHoldIsNamedWithItsPlace) {
    const std::string endless(40'000, 'x');
    Diagnostics diagnostics;
    const auto read = [&](const std::string& text) { return readDocument(text, "a.json", diagnostics); };
    const std::string item = "\n{\"title\": \"" + endless + "\"}";
    EXPECT_THAT(linesOf(read("{\"document\": \"agenda\", \"items\": [" + item + "]}")),
                ElementsAre(AllOf(StartsWith("a.json:2:11: error: a heading"), HasSubstr("SID-P004"))));
    EXPECT_THAT(linesOf(read("{\"document\": \"agenda\", \"title\":\n\"" + endless +
                             "\", \"items\": [{\"title\": \"x\"}]}")),
                ElementsAre(AllOf(StartsWith("a.json:2:1: error: the title"), HasSubstr("SID-P004"))));
}

} // namespace
} // namespace sidetal
