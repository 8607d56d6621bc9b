#include "sidetal/Report.h"

#include "support/KeptPdfs.h"
#include "support/Samples.h"

#include <fmt/format.h>
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

TEST(Renderer, AHeadingLeavesAListOfShortItemsOnItsPage) {
    const auto repeated = [](int times, std::string_view text) {
        std::string out;
        for (int i = 0; i < times; ++i) {
            out += text;
        }
        return out;
    };
    Diagnostics diagnostics;
    const Document document =
        readDocument(R"({"document":"agenda","title":"D","items":[{"title":"A","body":{"html":")" +
                         repeated(18, "<p>x</p>") + R"("}},{"title":"Meddelelser","body":{"html":"<ul>)" +
                         repeated(25, "<li>kort</li>") + R"(</ul>"}}]})",
                     "møde.json", diagnostics);
    const std::string pages = Renderer().dump(document, {}, DumpStage::Pages).text;
    const std::string first = pages.substr(0, pages.find("page 2"));
    EXPECT_THAT(first, HasSubstr("Meddelelser"));
    std::size_t onFirst = 0;
    for (std::size_t at = first.find("\"kort\""); at != std::string::npos;
         at = first.find("\"kort\"", at + 1)) {
        ++onFirst;
    }
    EXPECT_GT(onFirst, 10u);
    EXPECT_LT(onFirst, 25u) << "the example is to go over the page";
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

TEST(Renderer, DocumentsThatDifferInWithheldWordsAreOneFileForThePublic) {
    const auto rendered = [](const char* title, const char* body, Edition edition) {
        Diagnostics diagnostics;
        const Document document = readDocument(
            fmt::format(
                R"({{"document": "agenda", "items": [{{"title": "{}", "access": "closed", "body": "{}"}}]}})",
                title, body),
            "a.json", diagnostics);
        RenderOptions options;
        options.edition = edition;
        options.embedData = true;
        return test::render(document, options);
    };
    EXPECT_EQ(rendered("Køb", "", Edition::Public), rendered("Salg af grund", "Et tilbud", Edition::Public));
    EXPECT_NE(rendered("Køb", "", Edition::Full), rendered("Salg af grund", "Et tilbud", Edition::Full));
}

TEST(Renderer, SaysOfDocumentsBuiltInCodeNothingThatIsClosed) {
    MeetingPaper paper;
    paper.items.resize(1);
    paper.items[0].title = "x";
    paper.items[0].access = Access::Closed;
    paper.items[0].enclosures.resize(1);
    paper.items[0].enclosures[0].title = "y";
    paper.items[0].enclosures[0].address = "ftp://hemmelig";
    const auto told = [&](Edition edition) {
        RenderOptions options;
        options.edition = edition;
        try {
            test::render(paper, options);
        } catch (const Error& error) {
            return format(error.diagnostics().front());
        }
        return std::string();
    };
    EXPECT_THAT(told(Edition::Public),
                StartsWith("error: items[0].enclosures[0].address: an address that cannot"));
    EXPECT_THAT(told(Edition::Public), Not(HasSubstr("hemmelig")));
    EXPECT_THAT(told(Edition::Full), HasSubstr("expected an address that begins with"));
}

/// What is said of a document that was built in code: "SID-I012 items[0].title: empty, expected text".
std::vector<std::string> faultsOf(const Document& document, const RenderOptions& options = {}) {
    std::vector<std::string> out;
    const auto note = [&](const Error& error) {
        out.clear();
        for (const Diagnostic& d : error.diagnostics()) {
            out.push_back(d.code + " " + d.path + ": " + d.message);
        }
    };
    Renderer renderer;
    try {
        renderer.render(document, options, [](std::string_view) { FAIL() << "no byte may be written"; });
    } catch (const Error& error) {
        note(error);
    }
    const auto rendered = out;
    try {
        renderer.check(document, options);
    } catch (const Error& error) {
        note(error);
    }
    EXPECT_EQ(rendered, out) << "check() finds the same";
    return out;
}

TEST(RendererOfBuiltDocuments, WhatNoReaderWouldHaveGivenIsRefused) {
    MeetingPaper agenda;
    agenda.header.title = "M\xF8"
                          "de";
    agenda.header.language = "";
    agenda.header.date = Date{2021, 2, 31};
    agenda.meeting.date = Date{};
    agenda.meeting.start = TimeOfDay{24, 0};
    agenda.meeting.kind = static_cast<Meeting::Kind>(77);
    agenda.numbering.start = -1;
    AgendaItem& item = agenda.items.emplace_back();
    item.title = "Punkt";
    item.body = plainText("ikke \xFF UTF-8");
    TextList list;
    list.start = -5;
    list.items.push_back(plainText("\xC3"));
    std::string marked = "a";
    for (int i = 0; i < 31; ++i) {
        marked += "\u0301";
    }
    agenda.meeting.place = marked;
    list.items.push_back(plainText(marked));
    item.items.emplace_back().body.blocks.emplace_back(list);
    EXPECT_THAT(faultsOf(agenda),
                testing::UnorderedElementsAre(
                    "SID-I003 title: expected UTF-8, found the byte F8 at offset 1",
                    "SID-I019 language: expected a language tag such as 'da' or 'en-GB', found ''",
                    "SID-I016 date: expected a day that exists, found year 2021, month 2, day 31",
                    "SID-I016 meeting.date: expected a day that exists, found year 0, month 0, day 0",
                    "SID-I017 meeting.start: expected a time from '00:00' to '23:59', found hour 24, minute "
                    "0",
                    "SID-I015 meeting.kind: expected 'ordinary', 'extraordinary' or 'remote'",
                    "SID-I035 meeting.place: more than 30 combining marks on end, from U+0301 on",
                    "SID-I035 items[0].items[0].body[0][1][0]: more than 30 combining marks on end, from "
                    "U+0301 on",
                    "SID-I018 numbering.start: expected a whole number from 0 to 1000000, found -1",
                    "SID-I003 items[0].body[0]: expected UTF-8, found the byte FF at offset 5",
                    "SID-R003 items[0].items[0].body[0].start: expected 0 to 2147483645, found -5",
                    "SID-I003 items[0].items[0].body[0][0][0]: expected UTF-8, found the byte C3 at offset 0",
                    "SID-I012 items[0].items[0].title: empty, expected text"));
}

TEST(RendererOfBuiltDocuments, ColumnsThatStandTwiceAreRefused) {
    GoalMatrix matrix;
    matrix.themes.emplace_back().title = "Tema";
    matrix.columns = {{MatrixColumn::Key::Goal, "", Length::points(-3), {}},
                      {MatrixColumn::Key::Goal, "", {}, {}}};
    EXPECT_THAT(faultsOf(matrix),
                testing::ElementsAre("SID-I018 columns[0].width: expected a number from 1 to 14400, found -3",
                                     "SID-I009 columns[1]: 'goal' stands there already"));
}

TEST(RendererOfBuiltDocuments, EndlessNestingIsRefused) {
    MeetingPaper agenda;
    AgendaItem item;
    item.title = "Punkt";
    for (int i = 0; i < 1'000; ++i) {
        AgendaItem outer;
        outer.title = "Punkt";
        outer.items.push_back(std::move(item));
        item = std::move(outer);
    }
    agenda.items.push_back(std::move(item));
    RichText text = plainText("dybt");
    for (int i = 0; i < 30; ++i) {
        TextList list;
        list.items.push_back(std::move(text));
        text = {};
        text.blocks.emplace_back(std::move(list));
    }
    agenda.items.emplace_back().title = "Punkt";
    agenda.items.back().body = std::move(text);
    EXPECT_THAT(faultsOf(agenda),
                testing::ElementsAre(testing::EndsWith(": nested deeper than anything that can be printed"),
                                     testing::EndsWith(": lists nested deeper than the limit of 20")));
}

TEST(RendererOfBuiltDocuments, StylesAndDatesOutOfRangeAreRefused) {
    MeetingPaper agenda;
    agenda.items.emplace_back().title = "Punkt";
    RenderOptions options;
    options.style = builtInStyle("agenda");
    EXPECT_NO_THROW(Renderer().check(agenda, options));
    options.style->page.width = Length::points(1'000'000);
    auto& look = std::get<AgendaStyle>(options.style->look);
    look[AgendaRole::Body].text.lineHeight = {};
    look.list.bullet = "";
    for (int i = 0; i < 31; ++i) {
        options.style->pageNumber.text.family += "\u0323";
    }
    look.facts.dates = static_cast<DateForm>(9);
    options.date = DateTime{{2021, 13, 1}, 0, 0, 0};
    EXPECT_THAT(
        faultsOf(agenda, options),
        testing::UnorderedElementsAre("SID-R003 style.page.width: expected '72 pt' to '14400 pt', "
                                      "found '1000000 pt'",
                                      "SID-R003 style.body.text.lineHeight: expected '1 pt' to '400 pt', "
                                      "found '0 pt'",
                                      "SID-R003 style.list.bullet: empty, expected some text",
                                      "SID-R003 style.pageNumber.text.family: more than 30 combining "
                                      "marks on end, from U+0323 on",
                                      "SID-R003 style.facts.dates: expected one of the type's values",
                                      "SID-R003 : expected a moment that exists as the file's date"));
}

TEST(ReadDocument, IsNotFailedByWhatWasFoundBefore) {
    Diagnostics diagnostics;
    EXPECT_THROW((void)readDocument("{", "kaput.json", diagnostics), Error);
    EXPECT_EQ(diagnostics.errorCount(), 1u);
    const Document read = readDocument(R"({"document": "agenda", "items": [{"title": "x", "odd": 1}]})",
                                       "god.json", diagnostics);
    EXPECT_EQ(std::get<MeetingPaper>(read).items.size(), 1u);
    EXPECT_EQ(diagnostics.errorCount(), 1u);
    ASSERT_EQ(diagnostics.all().size(), 2u);
    EXPECT_EQ(diagnostics.all().at(0).file, "kaput.json");
    EXPECT_EQ(diagnostics.all().at(1).file, "god.json");
    diagnostics.error("X", "of the caller's own");
    EXPECT_EQ(diagnostics.all().back().file, "") << "the reader leaves no name behind";
    try {
        (void)readStyleSheet("[]", "stil.json", diagnostics);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostics().size(), 1u) << "this reading's alone";
    }
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
    MeetingPaper agenda;
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
