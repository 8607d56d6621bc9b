#include "Lint/Lint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sidetal {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// What is told of a document, without places: "items[0].title: a phone number: 894… [SID-N004]".
std::vector<std::string> lintOf(const Document& shown, const LintRules& rules = {},
                                Edition edition = Edition::Public, const Document* whole = nullptr) {
    Diagnostics diagnostics;
    (void)lintDocument(shown, whole == nullptr ? shown : *whole, edition, rules, diagnostics);
    std::vector<std::string> out;
    for (const Diagnostic& d : diagnostics.all()) {
        out.push_back(d.path + " " + d.code);
    }
    return out;
}

std::string messageOf(const Document& document, Edition edition, const LintRules& rules = {}) {
    Diagnostics diagnostics;
    (void)lintDocument(document, document, edition, rules, diagnostics);
    return diagnostics.all().empty() ? "" : diagnostics.all().front().message;
}

MeetingPaper paperOf(std::string title, RichText body = {}) {
    MeetingPaper out;
    AgendaItem item;
    item.title = std::move(title);
    item.body = std::move(body);
    out.items.push_back(std::move(item));
    return out;
}

TextSpan linked(std::string words, std::string address) {
    TextSpan out{std::move(words)};
    out.details = SpanDetails{.link = std::move(address)};
    return out;
}

RichText textOf(std::vector<std::vector<TextSpan>> paragraphs) {
    RichText out;
    for (auto& spans : paragraphs) {
        TextParagraph paragraph;
        paragraph.spans = std::move(spans);
        out.blocks.emplace_back(std::move(paragraph));
    }
    return out;
}

TEST(Lint, LooksThroughEveryField) {
    MeetingPaper paper = paperOf("Sag om 010203-1008");
    paper.header.facts.push_back({"Kontakt", plainText("tlf. 89402000"), {}});
    paper.header.organisation.emplace().office = "srv.kommune.local";
    paper.meeting.participants.emplace().emplace_back().name = "lone@kommune.dk";
    paper.items[0].decisions.emplace_back().votes.emplace_back().voters.emplace_back("010203-1008");
    paper.items[0].enclosures.emplace_back().file = "P:\\sager\\a.pdf";
    EXPECT_THAT(lintOf(paper), ElementsAre("organisation.office SID-N009", "facts[0].value[0] SID-N004",
                                           "meeting.participants[0].name SID-N003", "items[0].title SID-N001",
                                           "items[0].decisions[0].votes[0].voters[0] SID-N001",
                                           "items[0].enclosures[0].file SID-N008"));
    GoalMatrix matrix;
    matrix.themes.emplace_back().title = "010203-1008";
    matrix.themes[0].goals.emplace_back().indicators.emplace_back().series.emplace_back(Date{},
                                                                                        "010203-1008");
    EXPECT_THAT(lintOf(matrix), ElementsAre("themes[0].title SID-N001",
                                            "themes[0].goals[0].indicators[0].series[0] SID-N001"));
}

TEST(Lint, MessagesDoNotSpreadWhatWasFound) {
    const MeetingPaper paper = paperOf("Sag om 010203-1008");
    for (const Edition edition : {Edition::Public, Edition::Members}) {
        EXPECT_EQ(messageOf(paper, edition), "a civil registration number: 010203-xxxx");
    }
    EXPECT_EQ(messageOf(paper, Edition::Full), "a civil registration number: 010203-1008");
    LintRules rules;
    rules.forbiddenNames = {"Falk"};
    EXPECT_EQ(messageOf(paperOf("Projekt Falk"), Edition::Public, rules),
              "a name that the rules forbid (forbiddenNames[0])");
}

TEST(Lint, NumbersAreFoundAcrossSpans) {
    EXPECT_THAT(lintOf(paperOf("x", textOf({{{"Se 010203"}, {"-1008"}}}))),
                ElementsAre("items[0].body[0] SID-N001"));
}

TextCell cellOf(std::string text) {
    TextCell out;
    out.content = plainText(std::move(text));
    return out;
}

MeetingPaper tableOf(std::vector<std::vector<std::string>> rows) {
    TextTable table;
    for (auto& row : rows) {
        TextRow& out = table.rows.emplace_back();
        for (std::string& cell : row) {
            out.cells.push_back(cellOf(std::move(cell)));
        }
    }
    RichText body;
    body.blocks.emplace_back(Boxed<TextTable>(std::move(table)));
    return paperOf("x", std::move(body));
}

TEST(Lint, LabelsBesideANumberSayWhatItIs) {
    const auto fact = [](std::string label, std::string value) {
        MeetingPaper out = paperOf("x");
        out.header.facts.push_back({std::move(label), plainText(std::move(value)), {}});
        return out;
    };
    EXPECT_THAT(lintOf(fact("CPR-nr.:", "010203 9999")), ElementsAre("facts[0].value[0] SID-N002"));
    EXPECT_THAT(lintOf(fact("Telefon", "89402000")), ElementsAre("facts[0].value[0] SID-N004"));
    EXPECT_THAT(lintOf(fact("Kontonr.", "010203 1008")), IsEmpty());
    EXPECT_THAT(lintOf(fact("EAN", "89 40 20 00")), IsEmpty());
    EXPECT_THAT(lintOf(tableOf({{"Navn", "Mobil"}, {"Lone", "89402000"}})),
                ElementsAre("items[0].body[0][1][1][0] SID-N004"));
    EXPECT_THAT(lintOf(tableOf({{"Mobil", "89402000"}})), ElementsAre("items[0].body[0][0][1][0] SID-N004"));
    EXPECT_THAT(lintOf(tableOf({{"Navn", "CVR"}, {"Lone", "89 40 20 00"}})), IsEmpty());
    EXPECT_THAT(lintOf(tableOf({{"Navn", "Antal"}, {"Lone", "89402000"}})), IsEmpty());
    RichText list;
    TextDefinitions definitions;
    definitions.items.push_back({{{"Mobil"}}, plainText("89402000"), {}});
    definitions.items.push_back({{{"Antal"}}, plainText("89402000"), {}});
    list.blocks.emplace_back(definitions);
    EXPECT_THAT(lintOf(paperOf("x", list)), ElementsAre("items[0].body[0][0][0] SID-N004"));
}

TEST(Lint, CaseNumbersAreNoOthers) {
    MeetingPaper paper = paperOf("x");
    paper.items[0].caseNumber = "2007129893"; // a day in a year, and a check digit by chance
    paper.items[0].enclosures.emplace_back().journalNumber = "89 40 20 00";
    EXPECT_THAT(lintOf(paper), IsEmpty());
    paper.items[0].caseNumber = "010203-1008";
    EXPECT_THAT(lintOf(paper), ElementsAre("items[0].caseNumber SID-N001"));
}

TEST(Lint, OneNumberIsToldOnce) {
    EXPECT_THAT(lintOf(paperOf("kort 4571 1234 5678 9016")), ElementsAre("items[0].title SID-N007"));
    EXPECT_THAT(lintOf(paperOf("x", textOf({{linked("lone@kommune.dk", "mailto:lone@kommune.dk")}}))),
                ElementsAre("items[0].body[0] SID-N003"));
    EXPECT_THAT(lintOf(paperOf("x", textOf({{linked("skriv til Lone", "mailto:lone@kommune.dk")}}))),
                ElementsAre("items[0].body[0] SID-N003"));
}

TEST(Lint, RulesAllowAndGrade) {
    const MeetingPaper paper = paperOf("tlf. 89 40 20 00");
    LintRules rules;
    rules.allowed.push_back({"+4589402000", "omstillingen"});
    EXPECT_THAT(lintOf(paper, rules), IsEmpty());
    rules.allowed[0].codes = {"SID-N001"};
    EXPECT_THAT(lintOf(paper, rules), ElementsAre("items[0].title SID-N004"));
    rules.severity = {{"SID-N004", LintSeverity::Off}};
    EXPECT_THAT(lintOf(paper, rules), IsEmpty());
    rules.severity = {{"SID-N004", LintSeverity::Error}};
    Diagnostics diagnostics;
    (void)lintDocument(paper, paper, Edition::Public, rules, diagnostics);
    EXPECT_TRUE(diagnostics.hasErrors());
}

TEST(Lint, ForbiddenNamesAreWholeWordsInAnyCase) {
    LintRules rules;
    rules.forbiddenNames = {"Søren Ås", "Falk"};
    EXPECT_THAT(lintOf(paperOf("Om SØREN\u00A0ÅS og falk"), rules),
                ElementsAre("items[0].title SID-N011", "items[0].title SID-N011"));
    EXPECT_THAT(lintOf(paperOf("Falkoneralle, Søren Åse, vandrefalk"), rules), IsEmpty());
}

TEST(Lint, WordsOfClosedThingsMustNotStandInOpenOnes) {
    MeetingPaper whole =
        paperOf("Køb af Havnegade 12", plainText("Punktet hænger sammen med køb af  Havnegade 14."));
    AgendaItem closed;
    closed.access = Access::Closed;
    closed.title = "Køb af Havnegade 14";
    closed.caseNumber = "00.22.02-A00-3-26";
    closed.caseOfficer = "Lone Hansen Bak";
    closed.body = plainText("Om køb af Havnegade 14");
    whole.items.push_back(closed);
    EXPECT_THAT(lintOf(whole, {}, Edition::Full), ElementsAre("items[0].body[0] SID-N012"));

    MeetingPaper shown = whole; // as a public edition may have it
    shown.items[1].title = "Lukket punkt";
    shown.items[1].caseNumber.clear();
    shown.items[1].body = {};
    const Document document = whole;
    EXPECT_THAT(lintOf(shown, {}, Edition::Public, &document), ElementsAre("items[0].body[0] SID-N012"));
    shown.items[1].title = "Sag 00.22.02-A00-3-26";
    EXPECT_THAT(lintOf(shown, {}, Edition::Public, &document),
                ElementsAre("items[0].body[0] SID-N012", "items[1].title SID-N012"));

    Diagnostics diagnostics;
    (void)lintDocument(shown, document, Edition::Public, {}, diagnostics);
    EXPECT_EQ(diagnostics.all()[0].message, "words of something closed (items[1].title)");
}

TEST(Lint, WordsThatManyThingsHaveTellNothing) {
    MeetingPaper paper =
        paperOf("Orientering fra formanden, Lone Hansen Bak", plainText("Eventuelt. Salg af Havnegade 14"));
    for (const char* title : {"Orientering fra formanden", "Eventuelt", "Salg af Havnegade 14"}) {
        AgendaItem closed;
        closed.access = Access::Closed;
        closed.title = title;
        closed.caseOfficer = "Lone Hansen Bak";
        paper.items.push_back(closed);
    }
    paper.items.back().publicTitle = "Salg af Havnegade 14"; // the author's own choice
    EXPECT_THAT(lintOf(paper, {}, Edition::Full), IsEmpty());
}

TEST(Lint, TellsLinksThatSayNothing) {
    const std::string address = "https://kommune.dk/budget";
    EXPECT_THAT(
        lintOf(paperOf("x", textOf({{{"Se budgettet "}, linked("klik ", address), linked("her", address)}}))),
        ElementsAre("items[0].body[0] SID-N021"));
    EXPECT_THAT(lintOf(paperOf("x", textOf({{linked("budget 2024", address)}, {{"her"}}}))), IsEmpty());
}

TEST(Lint, TellsHeadingsThatSkipALevel) {
    const auto headings = [](std::initializer_list<int> levels) {
        RichText out;
        for (const int level : levels) {
            TextHeading heading;
            heading.spans.push_back({"Baggrund"});
            heading.level = level;
            out.blocks.emplace_back(std::move(heading));
        }
        return paperOf("x", std::move(out));
    };
    EXPECT_THAT(lintOf(headings({1, 3})), ElementsAre("items[0].body[1] SID-N020"));
    EXPECT_THAT(lintOf(headings({2, 3, 2, 4})), ElementsAre("items[0].body[3] SID-N020"));
    EXPECT_THAT(lintOf(headings({3, 4, 1, 2})), IsEmpty());
    EXPECT_THAT(lintOf(headings({2, 2, 3, 3})), IsEmpty());
}

TEST(Lint, TellsTypedListsOnce) {
    EXPECT_THAT(lintOf(paperOf("x", textOf({{{"Om:"}}, {{"- en"}}, {{"- to"}}, {{"- tre"}}}))),
                ElementsAre("items[0].body[1] SID-N024"));
    EXPECT_THAT(lintOf(paperOf("x", textOf({{{"1) en\n2) to"}}, {{"x"}}, {{"a) en"}}, {{"b) to"}}}))),
                ElementsAre("items[0].body[0] SID-N024", "items[0].body[2] SID-N024"));
    EXPECT_THAT(
        lintOf(paperOf("x", textOf({{{"- en"}}, {{"to"}}, {{"- tre"}}, {{"1. maj"}}, {{"1. juni"}}}))),
        IsEmpty());
    EXPECT_THAT(lintOf(paperOf("x", textOf({{{"2021 - 2024"}}, {{"3 - 4"}}}))), IsEmpty());
}

TEST(Lint, TellsAltTextsThatSayTooLittleOrTooMuch) {
    const auto withAlt = [](std::string alt) {
        TextPicture picture;
        picture.file = "kort.png";
        picture.alt = std::move(alt);
        RichText out;
        out.blocks.emplace_back(Boxed<TextPicture>(std::move(picture)));
        return paperOf("x", std::move(out));
    };
    EXPECT_THAT(lintOf(withAlt("kort.png")), ElementsAre("items[0].body[0] SID-N023"));
    std::string alt;
    for (int i = 0; i < 125; ++i) {
        alt += "æ ";
    }
    EXPECT_THAT(lintOf(withAlt(alt)), IsEmpty());
    EXPECT_THAT(lintOf(withAlt(alt + "æ")), ElementsAre("items[0].body[0] SID-N022"));
    EXPECT_THAT(lintOf(withAlt("Kort over havnen")), IsEmpty());
}

TEST(Lint, GivesThePicturesThatTextsName) {
    TextPicture picture;
    picture.file = "kort.png";
    picture.alt = "Kort";
    RichText body;
    body.blocks.emplace_back(Boxed<TextPicture>(std::move(picture)));
    const Document document = paperOf("x", std::move(body));
    Diagnostics diagnostics;
    const auto pictures = lintDocument(document, document, Edition::Public, {}, diagnostics);
    ASSERT_EQ(pictures.size(), 1u);
    EXPECT_EQ(*pictures[0].address, "kort.png");
}

} // namespace
} // namespace sidetal
