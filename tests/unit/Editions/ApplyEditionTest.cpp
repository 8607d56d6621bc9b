#include "Editions/ClosedRules.h"
#include "Editions/Editions.h"

#include <gmock/gmock.h>

namespace sidetal {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A paper of an open item, a closed one that holds all that an item may, and an open one with closed parts.
MeetingPaper closedEverywhere() {
    MeetingPaper paper;
    paper.kind = MeetingPaper::Kind::Minutes;
    paper.committee = Committee{"Byrådet", {{"Bo Berg", "", "V", {}, {}}, {"Eva Ring", "", "A", {}, {}}}};
    AgendaItem open;
    open.title = "Åbent";
    AgendaItem closed;
    closed.title = "Fyring";
    closed.access = Access::Closed;
    closed.kind = AgendaItem::Kind::Decision;
    closed.caseNumber = "7";
    closed.body = plainText("hemmeligt");
    closed.sections.resize(1);
    closed.sections[0].key = "economy";
    closed.sections[0].body = plainText("hemmeligt");
    Decision decision;
    decision.body = plainText("fyret");
    decision.votes = {{Vote::Option::Yes, {"Bo Berg"}, {}, {}, {}}};
    decision.dissent.push_back({{"Eva Ring"}, plainText("uenig"), {}});
    VoteEvent event;
    event.title = "Opsigelsen";
    event.votes = {{Vote::Option::No, {}, {}, 3, {}}};
    decision.voteEvents = {event};
    closed.decisions = {decision};
    closed.enclosures.resize(1);
    closed.enclosures[0].title = "Brev";
    closed.items.resize(1);
    closed.items[0].title = "Under";
    AgendaItem mixed = open;
    mixed.sections.resize(2);
    mixed.sections[0].key = "resume";
    mixed.sections[1].title = "Personsag";
    mixed.sections[1].access = Access::Closed;
    mixed.enclosures.resize(2);
    mixed.enclosures[0].title = "Kort";
    mixed.enclosures[1].number = "2";
    mixed.enclosures[1].title = "Brev fra borger";
    mixed.enclosures[1].file = "brev.pdf";
    mixed.enclosures[1].access = Access::Closed;
    Decision secret;
    secret.body = plainText("hemmeligt");
    secret.access = Access::Closed;
    mixed.decisions = {Decision(), secret};
    mixed.decisions[0].body = plainText("Godkendt.");
    paper.items = {open, closed, mixed};
    const auto at = [&](const char* item) {
        AttendanceEvent out;
        out.kind = AttendanceEvent::Kind::Disqualified;
        out.person.name = "Bo Berg";
        out.item = item;
        out.reason = "nabo";
        return out;
    };
    paper.meeting.attendance = {at("1"), at("2"), at("1-3"), at("9")};
    return paper;
}

MeetingPaper seen(const Document& document, const EditionRequest& request) {
    Diagnostics diagnostics;
    const NumberedDocument out = applyEdition(document, request, diagnostics);
    EXPECT_FALSE(diagnostics.hasErrors());
    return std::get<MeetingPaper>(out.document());
}

TEST(ApplyEdition, ShowsThePublicOfAClosedItemWhatTheLawAsksFor) {
    const MeetingPaper paper = seen(closedEverywhere(), Edition::Public);
    ASSERT_EQ(paper.items.size(), 3u);
    EXPECT_EQ(paper.kind, MeetingPaper::Kind::Minutes);
    const AgendaItem& item = paper.items[1];
    EXPECT_EQ(item.title, "Lukket punkt");
    EXPECT_EQ(item.access, Access::Closed);
    EXPECT_EQ(item.kind, AgendaItem::Kind::Decision);
    EXPECT_EQ(item.caseNumber, "");
    EXPECT_TRUE(item.body.empty());
    EXPECT_THAT(item.sections, IsEmpty());
    EXPECT_THAT(item.enclosures, IsEmpty());
    ASSERT_EQ(item.decisions.size(), 1u);
    const Decision& decision = item.decisions[0];
    EXPECT_TRUE(decision.body.empty());
    EXPECT_THAT(decision.dissent, IsEmpty());
    ASSERT_EQ(decision.votes.size(), 1u);
    EXPECT_THAT(decision.votes[0].voters, ElementsAre("Bo Berg"));
    ASSERT_EQ(decision.voteEvents.size(), 1u);
    EXPECT_EQ(decision.voteEvents[0].title, "");
    EXPECT_EQ(decision.voteEvents[0].votes[0].count, 3);
    ASSERT_EQ(item.items.size(), 1u);
    EXPECT_EQ(item.items[0].title, "Lukket punkt") << "a sub-item is closed with its item";
}

TEST(ApplyEdition, WithholdsClosedPartsOfOpenItems) {
    const AgendaItem item = seen(closedEverywhere(), Edition::Public).items[2];
    EXPECT_EQ(item.title, "Åbent");
    ASSERT_EQ(item.sections.size(), 1u);
    EXPECT_EQ(item.sections[0].key, "resume");
    ASSERT_EQ(item.decisions.size(), 1u) << "of the other one nothing is left";
    ASSERT_EQ(item.enclosures.size(), 2u);
    EXPECT_EQ(item.enclosures[0].title, "Kort");
    EXPECT_EQ(item.enclosures[1].number, "2");
    EXPECT_EQ(item.enclosures[1].title, "Lukket bilag");
    EXPECT_EQ(item.enclosures[1].file, "");
}

TEST(ApplyEdition, KeepsWhoWasThereAtAClosedItemAndNotWhy) {
    const auto events = seen(closedEverywhere(), Edition::Public).meeting.attendance;
    ASSERT_EQ(events.size(), 4u);
    EXPECT_EQ(events[0].reason, "nabo") << "at an open item";
    EXPECT_EQ(events[1].reason, "");
    EXPECT_EQ(events[1].item, "2");
    EXPECT_EQ(events[1].person.name, "Bo Berg");
    EXPECT_EQ(events[2].reason, "") << "the range has a closed item in it";
    EXPECT_EQ(events[3].reason, "") << "no item is known by that number";
}

TEST(ApplyEdition, WithholdsWhatCorrectionsSayOfClosedItems) {
    MeetingPaper paper = closedEverywhere();
    const auto changed = [](const char* number, const char* title) {
        Change out;
        out.number = number;
        out.title = title;
        out.fields = {{"title", "før", "nu", {}}};
        return out;
    };
    Change gone = changed("2", "Væk");
    gone.kind = Change::Kind::Removed;
    Change goneAndClosed = gone;
    goneAndClosed.access = Access::Closed;
    paper.corrects = Correction{};
    paper.corrects->changes = {changed("1", "Åbent"), changed("2", "Fyring"), gone, goneAndClosed,
                               changed("", "")};
    const std::vector<Change> changes = seen(paper, Edition::Public).corrects->changes;
    ASSERT_EQ(changes.size(), 5u);
    EXPECT_EQ(changes[0].title, "Åbent");
    EXPECT_EQ(changes[0].fields.size(), 1u);
    EXPECT_EQ(changes[1].title, "Lukket punkt") << "its item is closed";
    EXPECT_EQ(changes[1].number, "2");
    EXPECT_THAT(changes[1].fields, IsEmpty());
    EXPECT_EQ(changes[2].title, "Væk") << "another item has its number now";
    EXPECT_EQ(changes[3].title, "Lukket punkt");
    EXPECT_THAT(changes[3].fields, IsEmpty());
    EXPECT_EQ(changes[4].fields.size(), 1u) << "of the paper itself";
    EXPECT_EQ(seen(paper, Edition::Full).corrects->changes[1].title, "Fyring");

    MeetingPaper open;
    open.items.resize(1);
    open.items[0].title = "Åbent";
    open.corrects = Correction{};
    open.corrects->changes = {goneAndClosed};
    EXPECT_EQ(seen(open, Edition::Public).corrects->changes[0].title, "Lukket punkt")
        << "nothing else in the paper is closed";
}

TEST(ApplyEdition, CallsAnItemByItsTitleForThePublic) {
    MeetingPaper paper = closedEverywhere();
    paper.items[1].publicTitle = "Personalesag";
    const MeetingPaper once = seen(paper, Edition::Public);
    EXPECT_EQ(once.items[1].title, "Personalesag");
    EXPECT_EQ(seen(once, Edition::Public).items[1].title, "Personalesag")
        << "the edition of an edition is the same";
    paper.items[1].publicTitle = "";
    paper.header.language = "en-GB";
    EXPECT_EQ(seen(paper, Edition::Public).items[1].title, "Closed item");
}

TEST(ApplyEdition, KeepsNumbers) {
    Diagnostics diagnostics;
    const Document document = closedEverywhere();
    const NumberedDocument out = applyEdition(document, Edition::Public, diagnostics);
    EXPECT_EQ(std::vector<std::string>(out.numbers().begin(), out.numbers().end()),
              (std::vector<std::string>{"1.", "2.", "2.1", "3."}));
}

TEST(ApplyEdition, GivesMembersAndTheArchiveAll) {
    Diagnostics diagnostics;
    const Document document = closedEverywhere();
    EXPECT_EQ(&applyEdition(document, Edition::Members, diagnostics).document(), &document);
    EXPECT_EQ(&applyEdition(document, Edition::Full, diagnostics).document(), &document);
}

TEST(ApplyEdition, LeavesOpenDocumentsAsTheyAre) {
    Diagnostics diagnostics;
    const Document matrix = GoalMatrix();
    EXPECT_EQ(&applyEdition(matrix, Edition::Public, diagnostics).document(), &matrix);
    MeetingPaper agenda;
    agenda.items.resize(3);
    const Document paper = agenda;
    const NumberedDocument edition = applyEdition(paper, Edition::Public, diagnostics);
    EXPECT_EQ(&edition.document(), &paper);
    EXPECT_EQ(edition.numbers().size(), 3u);
    EXPECT_TRUE(diagnostics.all().empty());
}

TEST(ApplyEdition, WithholdsFromWhomWasDisqualified) {
    MeetingPaper paper = closedEverywhere();
    AgendaItem other = paper.items[1];
    other.items.clear();
    paper.items.push_back(other);
    paper.meeting.attendance.resize(2); // Bo Berg at items 1 and 2
    EditionRequest request(Edition::Members);
    request.recipient = "Bo  Berg (V)";
    const MeetingPaper his = seen(paper, request);
    EXPECT_EQ(his.items[1].title, "Lukket punkt");
    EXPECT_EQ(his.items[1].items[0].title, "Lukket punkt");
    EXPECT_EQ(his.items[3].title, "Fyring");
    EXPECT_EQ(his.items[2].enclosures[1].title, "Brev fra borger");
    EXPECT_EQ(his.meeting.attendance[1].reason, "");
    request.recipient = "Eva Ring";
    EXPECT_EQ(seen(paper, request).items[1].title, "Fyring");
}

TEST(ApplyEdition, WithholdsAllClosedWhereADisqualificationNamesNoItem) {
    MeetingPaper paper = closedEverywhere();
    EditionRequest request(Edition::Members);
    request.recipient = "Bo Berg";
    Diagnostics diagnostics;
    const Document document = paper; // at item "9", too
    const NumberedDocument out = applyEdition(document, request, diagnostics);
    EXPECT_EQ(std::get<MeetingPaper>(out.document()).items[2].enclosures[1].title, "Lukket bilag");
    ASSERT_EQ(diagnostics.all().size(), 1u);
    EXPECT_EQ(diagnostics.all()[0].code, "SID-E020");
    EXPECT_EQ(diagnostics.all()[0].path, "meeting.attendance[3].item");
}

TEST(ApplyEdition, RefusesRecipientsWhomNobodyKnows) {
    EditionRequest request(Edition::Members);
    request.recipient = "Bo Bergh";
    Diagnostics diagnostics;
    const Document document = closedEverywhere();
    (void)applyEdition(document, request, diagnostics);
    ASSERT_EQ(diagnostics.all().size(), 1u);
    EXPECT_EQ(diagnostics.all()[0].code, "SID-E011");
    EXPECT_THAT(diagnostics.all()[0].notes, ElementsAre("nearest name: 'Bo Berg'"));
    for (const Edition edition : {Edition::Public, Edition::Full}) {
        Diagnostics other;
        request.edition = edition;
        (void)applyEdition(document, request, other);
        EXPECT_EQ(other.all().front().code, "SID-E012");
    }
}

TEST(EditionRows, SayFieldByFieldWhatEachEditionShows) {
    Diagnostics diagnostics;
    const Document document = closedEverywhere();
    std::vector<std::string> lines;
    for (const EditionRow& row : editionRows(document, {}, diagnostics)) {
        std::string line = row.item + "|" + row.thing + "|" + row.kind + "." + row.field + "|";
        for (const FieldView view : row.views) {
            line += "srd"[static_cast<std::size_t>(view)];
        }
        lines.push_back(line);
    }
    EXPECT_THAT(
        lines,
        ElementsAre(
            "|meeting.attendance[1]|attendance.person|sss", "|meeting.attendance[1]|attendance.reason|dss",
            "|meeting.attendance[2]|attendance.person|sss", "|meeting.attendance[2]|attendance.reason|dss",
            "|meeting.attendance[3]|attendance.person|sss", "|meeting.attendance[3]|attendance.reason|dss",
            "2|items[1]|item.title|rss", "2|items[1]|item.kind|sss", "2|items[1]|item.caseNumber|dss",
            "2|items[1]|item.body|dss", "2|items[1].sections[0]|section.key|dss",
            "2|items[1].sections[0]|section.body|dss", "2|items[1].decisions[0]|decision.body|dss",
            "2|items[1].decisions[0].votes[0]|vote.voters|sss",
            "2|items[1].decisions[0].voteEvents[0]|voteEvent.title|dss",
            "2|items[1].decisions[0].voteEvents[0].votes[0]|vote.count|sss",
            "2|items[1].decisions[0]|decision.dissent|dss", "2|items[1].enclosures[0]|enclosure.title|dss",
            "2.1|items[1].items[0]|item.title|rss", "3|items[2].sections[1]|section.title|dss",
            "3|items[2].decisions[1]|decision.body|dss", "3|items[2].enclosures[1]|enclosure.title|rss",
            "3|items[2].enclosures[1]|enclosure.file|dss"));
}

/// What no policy speaks of is always shown with what it stands in.
TEST(ClosedRules, WithoutNameAreFixed) {
    const auto fixed = [](const auto& rows) {
        return std::ranges::all_of(rows, [](const editions::ClosedRule& rule) { return rule.fixed; });
    };
    EXPECT_TRUE(fixed(editions::closedRules<Person>()));
    EXPECT_TRUE(fixed(editions::closedRules<Opinion>()));
    EXPECT_TRUE(fixed(editions::closedRules<GroupVotes>()));
}

} // namespace
} // namespace sidetal
