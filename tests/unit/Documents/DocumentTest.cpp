#include "unit/Documents/DocumentTesting.h"
#include "unit/Markup/MarkupTesting.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::input::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Every key of an agenda once.
constexpr std::string_view kFullAgenda = R"json({
  "$schema": "agenda.schema.json", "document": "agenda", "language": "da-DK", "title": "Dagsorden nr. 7",
  "organisation": {"name": "Viborg Kommune", "unit": "Omsorg", "office": "Sekretariatet", "logo": {"file": "a  b.png", "alt": "Logo"}},
  "date": "2021-09-23", "caseNumber": "20/49269", "caseOfficer": "", "status": "draft", "version": "2", "style": "agenda",
  "facts": [{"label": "Bemærk", "value": "a\n\nb"}, {"label": "Tom"}],
  "committee": {"name": "Udvalget", "members": ["A", {"name": "B", "role": "formand", "party": "V"}]},
  "meeting": {"date": "2021-10-26", "start": "15:00", "end": "17:00", "place": "Salen", "kind": "remote", "chair": "",
    "secretary": {"name": "M", "role": "konsulent"}, "participants": ["P  Q"], "absent": [],
    "attendance": [{"person": "X", "event": "substitute", "time": "15:10", "item": "2", "reason": "syg", "for": "Y"}], "closed": "17:05"},
  "supplements": "id-1", "numbering": {"start": 0, "scheme": "continuous", "suffix": ")"},
  "groups": [{"title": "A", "items": [{
    "number": "", "title": "T", "publicTitle": "PT", "access": "closed", "kind": "orientation", "status": "withdrawn",
    "caseNumber": "1", "caseOfficer": "2", "competence": "3", "presenter": "4", "body": {"html": "<b>x</b>"},
    "sections": [{"key": "economy", "body": "E", "access": "closed"}, {"key": "own", "title": "Eget"}],
    "decisions": [{"committee": "C", "date": "2021-01-02", "item": "9", "body": "D",
      "votes": [{"option": "abstain", "voters": ["V"], "count": 1}], "dissent": [{"voters": ["O"], "body": "N"}], "absent": ["Z"]}],
    "enclosures": [{"number": "1.1", "title": "Bilag", "access": "open", "journalNumber": "J", "file": "f.pdf", "added": "2021-02-03"}],
    "items": [{"title": "S"}]}]}],
  "signatures": {"mode": "chair-secretary", "people": ["U"]}
})json";

TEST(ReadAgenda, KeysThatStandTwiceAreToldWithOtherFaults) {
    EXPECT_EQ(
        messagesOf(R"({"document": "agenda", "document": "minutes", "titel": "x", "items": [{}]})").size(),
        3u);
}

TEST(ReadAgenda, HeaderHoldsEveryKey) {
    const auto agenda = readAs<MeetingPaper>(kFullAgenda);
    const DocumentHeader& h = agenda.header;
    EXPECT_EQ(h.language, "da-DK");
    EXPECT_EQ(h.title, "Dagsorden nr. 7");
    EXPECT_EQ(h.organisation->name + h.organisation->unit + h.organisation->office,
              "Viborg KommuneOmsorgSekretariatet");
    EXPECT_EQ(h.organisation->logo->file, "a  b.png") << "a file's name keeps its white space";
    EXPECT_EQ(h.organisation->logo->alt, "Logo");
    EXPECT_EQ(h.date, (Date{2021, 9, 23}));
    EXPECT_EQ(h.caseNumber, "20/49269");
    EXPECT_EQ(h.caseOfficer, "") << "there, and empty";
    EXPECT_EQ(h.status, DocumentStatus::Draft);
    EXPECT_EQ(h.version + h.style, "2agenda");
    ASSERT_EQ(h.facts.size(), 2u);
    EXPECT_EQ(h.facts[0].label, "Bemærk");
    EXPECT_EQ(shown(h.facts[0].value), "a / b");
    EXPECT_EQ(shown(h.facts[1].value), "");
    EXPECT_EQ(h.source, (SourcePos{1, 1}));
}

TEST(ReadAgenda, MeetingHoldsEveryKey) {
    const auto agenda = readAs<MeetingPaper>(kFullAgenda);
    const Meeting& m = agenda.meeting;
    EXPECT_EQ(m.date, (Date{2021, 10, 26}));
    EXPECT_EQ(m.start, (TimeOfDay{15, 0}));
    EXPECT_EQ(m.end, (TimeOfDay{17, 0}));
    EXPECT_EQ(m.place, "Salen");
    EXPECT_EQ(m.kind, Meeting::Kind::Remote);
    EXPECT_EQ(m.chair->name, "") << "there, and empty";
    EXPECT_EQ(m.secretary->name + m.secretary->role, "Mkonsulent");
    EXPECT_EQ(m.participants->at(0).name, "P Q");
    EXPECT_TRUE(m.absent->empty());
    ASSERT_EQ(m.attendance.size(), 1u);
    EXPECT_EQ(m.attendance[0].kind, AttendanceEvent::Kind::Substitute);
    EXPECT_EQ(m.attendance[0].person.name + m.attendance[0].item + m.attendance[0].reason +
                  m.attendance[0].substituteFor,
              "X2sygY");
    EXPECT_EQ(m.attendance[0].time, (TimeOfDay{15, 10}));
    EXPECT_EQ(m.closed, (TimeOfDay{17, 5}));
    EXPECT_EQ(m.source, (SourcePos{7, 14}));
    EXPECT_EQ(agenda.committee->members.at(1).party, "V");
    ASSERT_TRUE(agenda.supplements.has_value());
    EXPECT_EQ(agenda.supplements->main, "id-1");
    EXPECT_EQ(agenda.numbering.start, 0);
    EXPECT_EQ(agenda.numbering.scheme, Numbering::Scheme::Continuous);
    EXPECT_EQ(agenda.numbering.suffix, ")");
    EXPECT_EQ(agenda.signatures->mode, Signatures::Mode::ChairAndSecretary);
    EXPECT_EQ(agenda.signatures->people.at(0).name, "U");
}

TEST(ReadAgenda, ItemsHoldEveryKey) {
    const auto agenda = readAs<MeetingPaper>(kFullAgenda);
    ASSERT_EQ(agenda.groups.size(), 1u);
    EXPECT_EQ(agenda.groups[0].title, "A");
    const AgendaItem& item = agenda.groups[0].items.at(0);
    EXPECT_EQ(item.number, "");
    EXPECT_EQ(item.title + item.publicTitle, "TPT");
    EXPECT_EQ(item.access, Access::Closed);
    EXPECT_EQ(item.kind, AgendaItem::Kind::Orientation);
    EXPECT_EQ(item.status, AgendaItem::Status::Withdrawn);
    EXPECT_EQ(item.caseNumber + item.caseOfficer + item.competence + item.presenter, "1234");
    EXPECT_EQ(shown(item.body), "*x*");
    EXPECT_EQ(item.sections.at(0).key, "economy");
    EXPECT_EQ(item.sections.at(0).access, Access::Closed);
    EXPECT_EQ(item.sections.at(1).title, "Eget");
    const Decision& decision = item.decisions.at(0);
    EXPECT_EQ(decision.committee + decision.item + shown(decision.body) + decision.absent.at(0), "C9DZ");
    EXPECT_EQ(decision.date, (Date{2021, 1, 2}));
    EXPECT_EQ(decision.votes.at(0).option, Vote::Option::Abstain);
    EXPECT_EQ(decision.votes.at(0).voters.at(0), "V");
    EXPECT_EQ(decision.votes.at(0).count, 1);
    EXPECT_EQ(decision.dissent.at(0).voters.at(0) + shown(decision.dissent.at(0).body), "ON");
    const Enclosure& enclosure = item.enclosures.at(0);
    EXPECT_EQ(enclosure.number + enclosure.title + enclosure.journalNumber + enclosure.file,
              "1.1BilagJf.pdf");
    EXPECT_EQ(enclosure.added, (Date{2021, 2, 3}));
    EXPECT_EQ(item.items.at(0).title, "S");
    EXPECT_FALSE(item.items.at(0).number);
}

constexpr std::string_view kFullMatrix = R"({
  "document": "goal-matrix", "committee": {"name": "U"}, "period": {"label": "2021", "from": "2021-01-01", "to": "2021-12-31"},
  "catalogue": {"name": "K", "version": "3", "file": "k.json"},
  "columns": ["theme", {"key": "follow-up", "title": "Nu", "width": 61.25}],
  "legend": [{"mark": "prioritised", "text": "Udvalgets"}],
  "themes": [{"title": "Sundhed", "vision": "V", "goals": [{
    "number": "1.10", "text": "G\n• a\n• b", "prioritised": true, "committees": ["X", "Y"], "status": "not-assessed", "trend": "level",
    "indicators": [{"name": "I", "unit": "%", "baseline": 80.50, "target": "85", "actual": "ca. 89", "date": "2021-05-05",
      "source": "S", "better": "lower", "series": [["2020-01-01", 1.0], ["2021-01-01", "2"]]}],
    "initiatives": [{"title": "T", "description": "D", "partners": ["A", "B"], "status": "reached", "owner": "O",
      "deadline": "2022-01-01", "followUp": "F"}, {"description": "only"}]}]}]
})";

TEST(ReadGoalMatrix, HoldsEveryKey) {
    const auto matrix = readAs<GoalMatrix>(kFullMatrix);
    EXPECT_EQ(matrix.committee->name + matrix.period->label + matrix.catalogue->name +
                  matrix.catalogue->version + matrix.catalogue->file,
              "U2021K3k.json");
    EXPECT_EQ(matrix.period->from, (Date{2021, 1, 1}));
    EXPECT_EQ(matrix.period->to, (Date{2021, 12, 31}));
    ASSERT_EQ(matrix.columns.size(), 2u);
    EXPECT_EQ(matrix.columns[0].key, MatrixColumn::Key::Theme);
    EXPECT_EQ(matrix.columns[1].key, MatrixColumn::Key::FollowUp);
    EXPECT_EQ(matrix.columns[1].title, "Nu");
    EXPECT_EQ(matrix.columns[1].width, Length::milli(61'250));
    EXPECT_EQ(matrix.legend.at(0).text, "Udvalgets");
    const Goal& goal = matrix.themes.at(0).goals.at(0);
    EXPECT_EQ(shown(matrix.themes[0].vision), "V");
    EXPECT_EQ(goal.number, "1.10");
    EXPECT_EQ(shown(goal.text), "G / [- a; b]");
    EXPECT_TRUE(goal.prioritised);
    EXPECT_THAT(goal.committees, ElementsAre("X", "Y"));
    EXPECT_EQ(goal.status, GoalStatus::NotAssessed);
    EXPECT_EQ(goal.trend, Trend::Level);
    const Indicator& indicator = goal.indicators.at(0);
    EXPECT_EQ(indicator.name + indicator.unit + indicator.source, "I%S");
    EXPECT_EQ(indicator.baseline, "80.50") << "numbers are kept as they are written";
    EXPECT_EQ(indicator.target + indicator.actual, "85ca. 89");
    EXPECT_EQ(indicator.better, Indicator::Better::Lower);
    EXPECT_EQ(indicator.series.at(0), (std::pair{Date{2020, 1, 1}, std::string("1.0")}));
    EXPECT_EQ(indicator.series.at(1).second, "2");
    EXPECT_EQ(indicator.position, (SourcePos{8, 20}));
    const Initiative& initiative = goal.initiatives.at(0);
    EXPECT_EQ(initiative.title + shown(initiative.description) + initiative.owner +
                  shown(initiative.followUp),
              "TDOF");
    EXPECT_EQ(shown(initiative.partners), "A, B");
    EXPECT_EQ(initiative.status, GoalStatus::Reached);
    EXPECT_EQ(initiative.deadline, (Date{2022, 1, 1}));
    EXPECT_EQ(goal.initiatives.at(1).title, "");
}

TEST(ReadXml, GivesTheSameModelAsJson) {
    constexpr std::string_view xml = R"(<?xml version="1.0"?>
<goalMatrix><committee name="U"/><period label="2021" from="2021-01-01"><to>2021-12-31</to></period><catalogue name="K" version="3" file="k.json"/>
  <columns><column>theme</column><column key="follow-up" title="Nu" width="61.25"/></columns>
  <legend><mark mark="prioritised" text="Udvalgets"/></legend>
  <themes><theme title="Sundhed"><vision>V</vision><goals><goal number="1.10" prioritised="1" status="not-assessed" trend="level">
    <text>G
• a
• b</text><committees><committee>X</committee><committee>Y</committee></committees>
    <indicators><indicator name="I" unit="%" baseline="80.50" target="85" actual="ca. 89" date="2021-05-05" source="S" better="lower">
      <series><point date="2020-01-01" value="1.0"/><point date="2021-01-01" value="2"/></series></indicator></indicators>
    <initiatives><initiative title="T" status="reached" owner="O" deadline="2022-01-01"><description>D</description>
      <partners><partner>A</partner><partner>B</partner></partners><followUp>F</followUp></initiative>
      <initiative><description>only</description></initiative></initiatives></goal></goals></theme></themes>
</goalMatrix>)";
    EXPECT_EQ(writeJson(read(xml)), writeJson(read(kFullMatrix)));
}

TEST(ReadXml, SaysTheSameAsJson) {
    const auto without = [](std::vector<std::string> messages) {
        for (std::string& message : messages) {
            message.erase(0, message.find(": ") + 2); // the place
        }
        return messages;
    };
    const auto json =
        messagesOf(R"({"document": "agenda", "titel": "x", "date": "2021-02-31", "numbering": {"start": -1},
        "meeting": {"kind": "remot", "start": "25:00", "participants": "x"}, "items": [{"body": "x"}, {"title": {"b": "x"}}]})");
    const auto xml = messagesOf(R"(<agenda titel="x" date="2021-02-31"><numbering start="-1"/>
        <meeting kind="remot" start="25:00"><participants>x</participants></meeting>
        <items><item body="x"/><item><title><b>x</b></title></item></items></agenda>)");
    EXPECT_EQ(json.size(), 8u);
    EXPECT_EQ(without(json), without(xml));
}

TEST(ReadDocument, NamesItsKindItself) {
    EXPECT_EQ(kindOf(read(R"({"document": "agenda"})")), DocumentKind::Agenda);
    EXPECT_EQ(kindOf(read("\xEF\xBB\xBF \n<agenda/>")), DocumentKind::Agenda);
    EXPECT_EQ(kindOf(read(R"({"document": "minutes"})")), DocumentKind::Minutes);
    EXPECT_EQ(kindOf(read("<minutes/>")), DocumentKind::Minutes);
    EXPECT_THAT(
        messagesOf("{}"),
        ElementsAre(
            "1:1: error: document: missing, expected 'agenda', 'goal-matrix' or 'minutes' [SID-I011]"));
    EXPECT_THAT(
        messagesOf(R"({"document": 1})"),
        ElementsAre(
            "1:14: error: document: expected text, found the number 1 [SID-I013]\n  as text it is \"1\""));
}

TEST(ReadDocument, EmptyLinesOfAListAreErrorsEmptyTextsElsewhereAreNot) {
    EXPECT_THAT(
        messagesOf(R"({"document": "agenda", "meeting": {"place": "", "chair": "", "participants": [" "]}})"),
        ElementsAre("1:79: error: meeting.participants[0]: empty, expected text [SID-I012]"));
    EXPECT_THAT(
        messagesOf(R"({"document": "goal-matrix", "themes": [{"title": "x", "goals": [{"text": " \n"}]}]})"),
        ElementsAre("1:65: error: themes[0].goals[0].text: missing [SID-I012]"));
    EXPECT_THAT(
        messagesOf(
            R"({"document": "goal-matrix", "themes": [{"title": "x", "goals": [{"text": "g", "initiatives": [{}]}]}]})"),
        ElementsAre("1:95: error: themes[0].goals[0].initiatives[0].title: missing [SID-I012]"));
}

TEST(ReadDocument, ColumnsAndMarksStandThereOnce) {
    const auto with = [](const std::string& keys) {
        return messagesOf(R"({"document": "goal-matrix", "themes": [{"title": "x"}], )" + keys + "}");
    };
    EXPECT_THAT(with(R"("columns": ["theme", "goal", {"key": "theme", "title": "T"}, "goal"])"),
                ElementsAre("1:86: error: columns[2]: 'theme' stands there already, at 1:69 [SID-I009]",
                            "1:118: error: columns[3]: 'goal' stands there already, at 1:78 [SID-I009]"));
    EXPECT_THAT(with(R"("columns": ["thema", "theme"])").size(), 1u) << "what 'thema' was to be is not known";
    EXPECT_THAT(
        with(R"("legend": [{"mark": "prioritised", "text": "a"}, {"mark": "prioritised", "text": "b"}])"),
        ElementsAre("1:106: error: legend[1]: 'prioritised' stands there already, at 1:68 [SID-I009]"));
    EXPECT_THAT(messagesOf("<goalMatrix><themes><theme title='x'/></themes><columns><column>theme</column>"
                           "<column key='theme'/></columns></goalMatrix>"),
                ElementsAre("1:79: error: columns[1]: 'theme' stands there already, at 1:57 [SID-I009]"));
}

TEST(Places, OfPrintedTextsAreTheTextsOwn) {
    const auto agenda = readAs<MeetingPaper>(R"({
"document": "agenda", "language":
"da", "title":
"T", "caseNumber":
"1", "caseOfficer":
"2", "style":
"agenda", "organisation": {"name":
"N", "unit":
"U", "office":
"O"}, "meeting": {"place":
"P", "chair": {"name":
"C"}}, "facts": [{"label":
"L"}], "groups": [{"title":
"G", "items": [{"title":
"I"}]}]})");
    const DocumentHeader& h = agenda.header;
    const AgendaItem& item = agenda.groups.at(0).items.at(0);
    EXPECT_THAT(
        (std::vector{h.languageSource, h.titleSource, h.caseNumberSource, h.caseOfficerSource, h.styleSource,
                     h.organisation->nameSource, h.organisation->unitSource, h.organisation->officeSource,
                     agenda.meeting.placeSource, agenda.meeting.chair->nameSource, h.facts.at(0).labelSource,
                     agenda.groups[0].titleSource, item.titleSource}),
        ElementsAre(SourcePos{3, 1}, SourcePos{4, 1}, SourcePos{5, 1}, SourcePos{6, 1}, SourcePos{7, 1},
                    SourcePos{8, 1}, SourcePos{9, 1}, SourcePos{10, 1}, SourcePos{11, 1}, SourcePos{12, 1},
                    SourcePos{13, 1}, SourcePos{14, 1}, SourcePos{15, 1}));
    const auto matrix = readAs<GoalMatrix>(R"({
"document": "goal-matrix", "columns": [{"key": "goal", "title":
"C"}], "legend": [{"mark": "prioritised", "text":
"L"}], "themes": [{"title":
"T", "goals": [{"text": "g", "number":
"1", "initiatives": [{"title":
"I"}]}]}]})");
    const Theme& theme = matrix.themes.at(0);
    EXPECT_THAT(
        (std::vector{matrix.columns.at(0).titleSource, matrix.legend.at(0).textSource, theme.titleSource,
                     theme.goals.at(0).numberSource, theme.goals[0].initiatives.at(0).titleSource}),
        ElementsAre(SourcePos{3, 1}, SourcePos{4, 1}, SourcePos{5, 1}, SourcePos{6, 1}, SourcePos{7, 1}));
}

TEST(Places, OfPrintedTextsInXmlAreTheAttributesOrTheElements) {
    const auto agenda =
        readAs<MeetingPaper>("<agenda\nstyle='agenda'\ntitle='T'>\n<caseNumber>1</caseNumber>\n"
                             "<items><item>\n <title>I</title></item></items></agenda>");
    EXPECT_EQ(agenda.header.styleSource, (SourcePos{2, 8}));
    EXPECT_EQ(agenda.header.titleSource, (SourcePos{3, 8}));
    EXPECT_EQ(agenda.header.caseNumberSource, (SourcePos{4, 1}));
    EXPECT_EQ(agenda.items.at(0).titleSource, (SourcePos{6, 2}));
    EXPECT_FALSE(agenda.header.languageSource.known());
}

TEST(ReadDocument, SeriesArePairs) {
    const auto with = [](const std::string& series) {
        return messagesOf(R"({"document": "goal-matrix", "themes": [{"title": "x", "goals": [{"text": "g",
"indicators": [{"name": "i", "series": [)" +
                          series + "]}]}]}]}");
    };
    EXPECT_THAT(with(R"(["2020-01-01", 1])"), IsEmpty());
    EXPECT_THAT(with(R"(["2020-01-01"])"),
                ElementsAre("2:41: error: themes[0].goals[0].indicators[0].series[0]: expected a date and a "
                            "value, found a list of 1 [SID-I013]"));
    EXPECT_THAT(with("1"), ElementsAre("2:41: error: themes[0].goals[0].indicators[0].series[0]: expected a "
                                       "list, found the number 1 [SID-I013]"));
}

TEST(ReadDocument, ManyFaultsAreToldTogetherButNotWithoutEnd) {
    std::string items;
    for (int i = 0; i < 5'000; ++i) {
        items += R"({"x": 1},)";
    }
    items.back() = ' ';
    // Each has an error and a warning, and lists are read only up to the first error that is not told.
    const auto said = messagesOf(R"({"document": "agenda", "items": [)" + items + "]}");
    EXPECT_EQ(said.size(), 202u);
    EXPECT_EQ(said.back(), "error: there are more, only the first 100 errors are told [SID-D001]");
    std::string keys;
    for (int i = 0; i < 5'000; ++i) {
        keys += ", \"k" + std::to_string(i) + "\": 1";
    }
    EXPECT_EQ(messagesOf(R"({"document": "agenda")" + keys + "}").size(), 1'001u);
}

TEST(Schema, HasEveryKeyThatIsReadWithItsDescription) {
    for (const DocumentKind kind : {DocumentKind::Agenda, DocumentKind::GoalMatrix, DocumentKind::Minutes}) {
        Diagnostics diagnostics;
        Tree tree;
        ASSERT_TRUE(readJson(documentSchema(kind), {}, diagnostics, tree)) << kindName(kind);
        const Node root(tree, diagnostics);
        const auto properties = root.member("properties");
        std::size_t count = 0;
        properties->eachMember([&](const Node& property) {
            const auto description = property.member("description");
            ASSERT_TRUE(description) << property.path();
            EXPECT_GT(description->text()->size(), 4u) << property.path();
            ++count;
        });
        EXPECT_EQ(count, kind == DocumentKind::GoalMatrix ? 20u : 24u);
    }
    for (const char* key : {"publicTitle", "journalNumber", "dissent", "substitute", "recommendation"}) {
        EXPECT_NE(documentSchema(DocumentKind::Agenda).find(key), std::string::npos) << key;
    }
}

} // namespace
} // namespace sidetal::input::testing
