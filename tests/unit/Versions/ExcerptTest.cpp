#include "Versions/Excerpt.h"

#include "../Attendance/Meetings.h"
#include "../Attendance/RandomMeeting.h"
#include "Attendance/Roll.h"
#include "Model/ItemNumbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <random>

namespace sidetal {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

AgendaItem itemOf(std::string title, std::vector<AgendaItem> inner = {}) {
    AgendaItem out;
    out.title = std::move(title);
    out.body = plainText("Tekst til " + out.title);
    out.items = std::move(inner);
    return out;
}

/// Four items, the third with sub-items of which the second has one.
MeetingPaper paperOfFour() {
    MeetingPaper out;
    out.kind = MeetingPaper::Kind::Minutes;
    out.header.title = "Beslutningsprotokol";
    out.introduction = plainText("Velkommen");
    out.committee = Committee{"Byrådet", {}};
    out.items = {itemOf("A"), itemOf("B"),
                 itemOf("C", {itemOf("Ca"), itemOf("Cb", {itemOf("Cba")}), itemOf("Cc")}), itemOf("D")};
    out.items[1].caseNumber = "01.02.05-P16-4-26";
    Decision earlier;
    earlier.committee = "Økonomiudvalget";
    out.items[3].decisions = {earlier, Decision{}};
    return out;
}

struct Taken {
    Diagnostics diagnostics;
    Document whole;
    NumberedDocument result;

    Taken(MeetingPaper paper, const ExcerptRequest& request)
        : whole(std::move(paper))
        , result(takeExcerpt(NumberedDocument(whole), request, diagnostics)) {}

    [[nodiscard]] const MeetingPaper& paper() const { return std::get<MeetingPaper>(result.document()); }
    [[nodiscard]] std::vector<std::string> numbers() const {
        return {result.numbers().begin(), result.numbers().end()};
    }
    [[nodiscard]] std::vector<std::string> messages() const {
        std::vector<std::string> out;
        for (const Diagnostic& each : diagnostics.all()) {
            out.push_back(format(each));
        }
        return out;
    }
};

ExcerptRequest numbered(std::string items) {
    ExcerptRequest out;
    out.items = std::move(items);
    return out;
}

TEST(Excerpt, KeepsItemsWithTheirNumbersAndSaysWhatItIsOf) {
    const Taken taken(paperOfFour(), numbered("2, 4"));
    EXPECT_THAT(taken.messages(), IsEmpty());
    EXPECT_THAT(taken.numbers(), ElementsAre("2.", "4."));
    ASSERT_EQ(taken.paper().items.size(), 2u);
    EXPECT_EQ(taken.paper().items[0].title, "B");
    EXPECT_FALSE(taken.paper().items[0].body.empty());
    ASSERT_TRUE(taken.paper().excerpt.has_value());
    EXPECT_EQ(taken.paper().excerpt->of, "Beslutningsprotokol");
    EXPECT_EQ(taken.paper().excerpt->items, "2, 4");
    EXPECT_EQ(taken.paper().header.title, "");
    EXPECT_TRUE(taken.paper().introduction.empty()) << "of the whole";
    EXPECT_EQ(printedNumbers(taken.paper()), taken.numbers()) << "written and read, they stay";
}

TEST(Excerpt, TakesSubItemsUnderTheHeadingOfWhatTheyStandIn) {
    const Taken taken(paperOfFour(), numbered("3.2.1"));
    EXPECT_THAT(taken.numbers(), ElementsAre("3.", "3.2", "3.2.1"));
    ASSERT_EQ(taken.paper().items.size(), 1u);
    const AgendaItem& parent = taken.paper().items[0];
    EXPECT_EQ(parent.title, "C");
    EXPECT_TRUE(parent.body.empty());
    EXPECT_FALSE(parent.items.at(0).items.at(0).body.empty());
    EXPECT_EQ(taken.paper().excerpt->items, "3.2.1");
    EXPECT_EQ(printedNumbers(taken.paper()), taken.numbers());
}

TEST(Excerpt, TakesAnItemWithAllItsSubItemsAndRanges) {
    EXPECT_THAT(Taken(paperOfFour(), numbered("3")).numbers(),
                ElementsAre("3.", "3.1", "3.2", "3.2.1", "3.3"));
    const Taken range(paperOfFour(), numbered("2-4"));
    EXPECT_EQ(range.numbers().size(), 7u);
    EXPECT_EQ(range.paper().excerpt->items, "2-4");
}

TEST(Excerpt, FindsItemsByCaseNumberAndCommittee) {
    ExcerptRequest request;
    request.cases = {"01.02.05-P16-4-26"};
    EXPECT_THAT(Taken(paperOfFour(), request).numbers(), ElementsAre("2."));
    request.committees = {"Økonomiudvalget"};
    EXPECT_THAT(Taken(paperOfFour(), request).numbers(), ElementsAre("2.", "4.")) << "what any asks for";
    ExcerptRequest own;
    own.committees = {"Byrådet"};
    EXPECT_THAT(Taken(paperOfFour(), own).numbers(), ElementsAre("4."))
        << "a decision without committee is its own";
}

TEST(Excerpt, TellsTheNearestOfWhatIsNotThere) {
    EXPECT_THAT(Taken(paperOfFour(), numbered("1, 5")).messages(),
                ElementsAre(testing::AllOf(HasSubstr("no item has the number '5' [SID-E050]"),
                                           HasSubstr("nearest number: '4'"))));
    EXPECT_THAT(Taken(paperOfFour(), numbered("4-2")).messages(), ElementsAre(HasSubstr("SID-E050")));
    EXPECT_THAT(Taken(paperOfFour(), numbered(",")).messages(), ElementsAre(HasSubstr("SID-E050")));
    ExcerptRequest request;
    request.cases = {"01.02.05-P16-4-27"};
    request.committees = {"Økonomiudvalg"};
    EXPECT_THAT(Taken(paperOfFour(), request).messages(),
                ElementsAre(testing::AllOf(HasSubstr("SID-E051"), HasSubstr("nearest: '01.02.05-P16-4-26'")),
                            testing::AllOf(HasSubstr("SID-E052"), HasSubstr("nearest: 'Økonomiudvalget'"))));
}

TEST(Excerpt, IsNotTakenOfGoalMatrices) {
    Diagnostics diagnostics;
    const Document matrix = GoalMatrix();
    (void)takeExcerpt(NumberedDocument(matrix), numbered("1"), diagnostics);
    ASSERT_EQ(diagnostics.all().size(), 1u);
    EXPECT_EQ(diagnostics.all()[0].code, "SID-E053");
}

TEST(Excerpt, LeavesOutGroupsWithoutItems) {
    MeetingPaper paper;
    paper.groups = {{"Åbne", {itemOf("A"), itemOf("B")}, {}, {}}, {"Lukkede", {itemOf("C")}, {}, {}}};
    const Taken taken(paper, numbered("3"));
    ASSERT_EQ(taken.paper().groups.size(), 1u);
    EXPECT_EQ(taken.paper().groups[0].title, "Lukkede");
    EXPECT_THAT(taken.numbers(), ElementsAre("3."));
}

TEST(Excerpt, SaysOfTheAttendanceWhatIsTrueAtItsItems) {
    const MeetingPaper paper =
        test::meetingOf(6, {"left Bo Berg 15:40 @2", "disqualified Carl Holm @5", "excused Dora Lund (syg)"});
    const Taken taken(paper, numbered("4"));
    const std::vector<AttendanceEvent>& events = taken.paper().meeting.attendance;
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(events[0].kind, AttendanceEvent::Kind::Excused);
    EXPECT_EQ(events[0].item, "");
    EXPECT_EQ(events[1].person.name, "Bo Berg");
    EXPECT_EQ(events[1].kind, AttendanceEvent::Kind::Absent);
    EXPECT_EQ(events[1].item, "4");
    EXPECT_THAT(Taken(paper, numbered("1")).paper().meeting.attendance, testing::SizeIs(1))
        << "he left later: it is of no matter";
}

/// Who of the whole is where at which of the kept items, before and after.
TEST(Excerpt, HasEverybodyWhereTheWholePaperHasThem) {
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        const MeetingPaper paper = test::paperOf(test::randomMeeting(seed));
        std::mt19937_64 random(seed);
        std::string items;
        std::vector<std::size_t> kept;
        for (std::size_t i = 0; i < paper.items.size(); ++i) {
            if (random() % 2 == 0) {
                items += (items.empty() ? "" : ",") + std::to_string(i + 1);
                kept.push_back(i);
            }
        }
        if (kept.empty()) {
            continue;
        }
        const Taken taken(paper, numbered(items));
        ASSERT_THAT(taken.messages(), IsEmpty()) << seed;
        Diagnostics told;
        const std::vector<std::string> numbers = printedNumbers(paper);
        const MeetingRoll whole = rollOf(paper, numbers, told);
        const std::vector<std::string> fewer = taken.numbers();
        Diagnostics now;
        const MeetingRoll roll = rollOf(taken.paper(), fewer, now);
        for (Who who = 0; who < whole.people().size(); ++who) {
            const RollEntry& person = whole.at(who);
            const auto found = roll.find(person.person.name, person.person.party);
            for (std::size_t i = 0; i < kept.size(); ++i) {
                const bool there = found && roll.isPresent(*found, i);
                const bool votes = MeetingRoll::hasVote(person);
                if (votes) {
                    ASSERT_EQ(there, whole.isPresent(who, kept[i]))
                        << "seed " << seed << ", items " << items << ", " << person.person.name << " at "
                        << kept[i] + 1 << "\n"
                        << test::shown(paper) << "\n"
                        << test::shown(taken.paper());
                }
            }
        }
    }
}

} // namespace
} // namespace sidetal
