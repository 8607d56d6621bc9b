#include "Meetings.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

using test::Checked;
using test::meetingOf;

/// Events, and what the meeting's head says of them in both languages; items are numbered from 1 to 12.
struct Row {
    std::vector<std::string> events;
    std::vector<std::string> danish;
    std::vector<std::string> english;
};

const std::vector<Row>& rows() {
    static const std::vector<Row> kRows = {
        {{}, {}, {}},
        {{"left Bo Berg 17:20 @4"},
         {"Bo Berg (V) forlod mødet kl. 17.20 efter behandlingen af punkt 4 og deltog ikke i behandlingen af "
          "punkt 5-12."},
         {"Bo Berg (V) left the meeting at 17:20 after item 4 and took no part in items 5 to 12."}},
        {{"left Bo Berg @11"},
         {"Bo Berg (V) forlod mødet efter behandlingen af punkt 11 og deltog ikke i behandlingen af punkt "
          "12."},
         {"Bo Berg (V) left the meeting after item 11 and took no part in item 12."}},
        {{"left Bo Berg @10"},
         {"Bo Berg (V) forlod mødet efter behandlingen af punkt 10 og deltog ikke i behandlingen af punkt 11 "
          "og "
          "12."},
         {"Bo Berg (V) left the meeting after item 10 and took no part in items 11 and 12."}},
        {{"left Bo Berg 20:10 @12"},
         {"Bo Berg (V) forlod mødet kl. 20.10 efter behandlingen af punkt 12."},
         {"Bo Berg (V) left the meeting at 20:10 after item 12."}},
        {{"left Bo Berg 20:10"},
         {"Bo Berg (V) forlod mødet kl. 20.10."},
         {"Bo Berg (V) left the meeting at 20:10."}},
        {{"left Bo Berg @1-4"},
         {"Bo Berg (V) forlod mødet efter behandlingen af punkt 4 og deltog ikke i behandlingen af punkt "
          "5-12."},
         {"Bo Berg (V) left the meeting after item 4 and took no part in items 5 to 12."}},
        {{"arrived Bo Berg 17:20 @4"},
         {"Bo Berg (V) ankom kl. 17.20 til behandlingen af punkt 4 og deltog ikke i behandlingen af punkt "
          "1-3."},
         {"Bo Berg (V) arrived at 17:20 for item 4 and took no part in items 1 to 3."}},
        {{"arrived Bo Berg 15:10 @2"},
         {"Bo Berg (V) ankom kl. 15.10 til behandlingen af punkt 2 og deltog ikke i behandlingen af punkt "
          "1."},
         {"Bo Berg (V) arrived at 15:10 for item 2 and took no part in item 1."}},
        {{"arrived Bo Berg @1"},
         {"Bo Berg (V) ankom til behandlingen af punkt 1."},
         {"Bo Berg (V) arrived for item 1."}},
        {{"arrived Bo Berg 15:10"}, {"Bo Berg (V) ankom kl. 15.10."}, {"Bo Berg (V) arrived at 15:10."}},
        {{"left Bo Berg 17:20 @4", "arrived Bo Berg 18:00 @8"},
         {"Bo Berg (V) forlod mødet kl. 17.20 efter behandlingen af punkt 4 og deltog ikke i behandlingen af "
          "punkt 5-7.",
          "Bo Berg (V) kom tilbage kl. 18.00 til behandlingen af punkt 8."},
         {"Bo Berg (V) left the meeting at 17:20 after item 4 and took no part in items 5 to 7.",
          "Bo Berg (V) returned at 18:00 for item 8."}},
        {{"left Bo Berg @4", "arrived Bo Berg @5"},
         {"Bo Berg (V) forlod mødet efter behandlingen af punkt 4.",
          "Bo Berg (V) kom tilbage til behandlingen af punkt 5."},
         {"Bo Berg (V) left the meeting after item 4.", "Bo Berg (V) returned for item 5."}},
        {{"arrived Bo Berg @3", "left Bo Berg @9"},
         {"Bo Berg (V) ankom til behandlingen af punkt 3 og deltog ikke i behandlingen af punkt 1 og 2.",
          "Bo Berg (V) forlod mødet efter behandlingen af punkt 9 og deltog ikke i behandlingen af punkt "
          "10-12."},
         {"Bo Berg (V) arrived for item 3 and took no part in items 1 and 2.",
          "Bo Berg (V) left the meeting after item 9 and took no part in items 10 to 12."}},
        {{"excused Bo Berg (tjenesterejse)"},
         {"Afbud: Bo Berg (V), tjenesterejse"},
         {"Apologies: Bo Berg (V), tjenesterejse"}},
        {{"excused Bo Berg"}, {"Afbud: Bo Berg (V)"}, {"Apologies: Bo Berg (V)"}},
        {{"absent Bo Berg"},
         {"Fraværende uden afbud: Bo Berg (V)"},
         {"Absent without apologies: Bo Berg (V)"}},
        {{"excused Bo Berg (tjenesterejse)", "substitute Eva Ring (V) for Bo Berg"},
         {"Afbud: Bo Berg (V), tjenesterejse. Stedfortræder: Eva Ring (V)"},
         {"Apologies: Bo Berg (V), tjenesterejse. Substitute: Eva Ring (V)"}},
        {{"absent Bo Berg", "substitute Eva Ring for Bo Berg (V)"},
         {"Fraværende uden afbud: Bo Berg (V). Stedfortræder: Eva Ring"},
         {"Absent without apologies: Bo Berg (V). Substitute: Eva Ring"}},
        {{"excused Bo Berg", "substitute Eva Ring (V) 16:00 for Bo Berg"},
         {"Afbud: Bo Berg (V). Stedfortræder: Eva Ring (V)",
          "Eva Ring (V) deltog fra kl. 16.00 som stedfortræder for Bo Berg (V)."},
         {"Apologies: Bo Berg (V). Substitute: Eva Ring (V)",
          "Eva Ring (V) took part from 16:00 as substitute for Bo Berg (V)."}},
        {{"left Bo Berg @4", "substitute Eva Ring (V) for Bo Berg @5-12"},
         {"Bo Berg (V) forlod mødet efter behandlingen af punkt 4 og deltog ikke i behandlingen af punkt "
          "5-12.",
          "Eva Ring (V) deltog i behandlingen af punkt 5-12 som stedfortræder for Bo Berg (V)."},
         {"Bo Berg (V) left the meeting after item 4 and took no part in items 5 to 12.",
          "Eva Ring (V) took part in items 5 to 12 as substitute for Bo Berg (V)."}},
        {{"disqualified Bo Berg @9"},
         {"Bo Berg (V) deltog ikke i behandlingen af punkt 9 på grund af inhabilitet."},
         {"Bo Berg (V) took no part in item 9 owing to a conflict of interest."}},
        {{"disqualified Bo Berg @9 (medlem af bestyrelsen)"},
         {"Bo Berg (V) deltog ikke i behandlingen af punkt 9 på grund af inhabilitet (medlem af "
          "bestyrelsen)."},
         {"Bo Berg (V) took no part in item 9 owing to a conflict of interest (medlem af bestyrelsen)."}},
        {{"disqualified Bo Berg @5, 7 og 9-11"},
         {"Bo Berg (V) deltog ikke i behandlingen af punkt 5, 7 og 9-11 på grund af inhabilitet."},
         {"Bo Berg (V) took no part in items 5, 7 and 9 to 11 owing to a conflict of interest."}},
        {{"disqualified Bo Berg @5 og 6"},
         {"Bo Berg (V) deltog ikke i behandlingen af punkt 5 og 6 på grund af inhabilitet."},
         {"Bo Berg (V) took no part in items 5 and 6 owing to a conflict of interest."}},
        {{"excused Bo Berg @3 (andet møde)"},
         {"Bo Berg (V) deltog ikke i behandlingen af punkt 3 (andet møde)."},
         {"Bo Berg (V) took no part in item 3 (andet møde)."}},
        {{"absent Bo Berg @3"},
         {"Bo Berg (V) deltog ikke i behandlingen af punkt 3."},
         {"Bo Berg (V) took no part in item 3."}},
        {{"excused Bo Berg", "arrived Bo Berg 16:30 @5"},
         {"Afbud: Bo Berg (V)", "Bo Berg (V) ankom kl. 16.30 til behandlingen af punkt 5 og deltog ikke i "
                                "behandlingen af punkt 1-4."},
         {"Apologies: Bo Berg (V)",
          "Bo Berg (V) arrived at 16:30 for item 5 and took no part in items 1 to 4."}},
        {{"left Bo Berg 17:20 @punkt 4."},
         {"Bo Berg (V) forlod mødet kl. 17.20 efter behandlingen af punkt 4 og deltog ikke i behandlingen af "
          "punkt 5-12."},
         {"Bo Berg (V) left the meeting at 17:20 after item 4 and took no part in items 5 to 12."}},
        // What contradicts is still said, without what would follow from it.
        {{"left Bo Berg @99"}, {"Bo Berg (V) forlod mødet."}, {"Bo Berg (V) left the meeting."}},
        {{"disqualified Bo Berg @99"},
         {"Bo Berg (V) deltog ikke i behandlingen af punkt 99 på grund af inhabilitet."},
         {"Bo Berg (V) took no part in item 99 owing to a conflict of interest."}},
        {{"arrived Bo Berg @5", "left Bo Berg @3"},
         {"Bo Berg (V) ankom til behandlingen af punkt 5 og deltog ikke i behandlingen af punkt 1-4.",
          "Bo Berg (V) forlod mødet efter behandlingen af punkt 3."},
         {"Bo Berg (V) arrived for item 5 and took no part in items 1 to 4.",
          "Bo Berg (V) left the meeting after item 3."}},
        {{"substitute Eva Ring"},
         {"Eva Ring deltog som stedfortræder."},
         {"Eva Ring took part as substitute."}},
        {{"substitute Eva Ring for Nobody Known"},
         {"Eva Ring deltog som stedfortræder for Nobody Known."},
         {"Eva Ring took part as substitute for Nobody Known."}},
    };
    return kRows;
}

std::vector<std::string> head(const MeetingRoll& roll, const AttendanceWords& words) {
    std::vector<std::string> out;
    for (const auto& sentences : {words.absences(roll), words.events(roll)}) {
        for (const AttendanceSentence& each : sentences) {
            EXPECT_TRUE(each.source.known()) << each.text;
            out.push_back(each.text);
        }
    }
    return out;
}

TEST(AttendanceWords, SayWhatHappenedInBothLanguages) {
    EXPECT_GE(rows().size(), 30u);
    for (const Row& row : rows()) {
        const MeetingPaper paper = meetingOf(12, row.events);
        const Checked checked(paper);
        EXPECT_EQ(head(checked.roll, {Labels::danish(), '.'}), row.danish);
        EXPECT_EQ(head(checked.roll, {*Labels::find("en"), ':'}), row.english);
    }
}

/// Events, an item, and what stands at that.
struct ItemRow {
    std::vector<std::string> events;
    std::size_t item;
    std::vector<std::string> danish;
    std::vector<std::string> english;
};

std::vector<std::string> atItem(const MeetingRoll& roll, std::size_t item, const AttendanceWords& words) {
    std::vector<std::string> out;
    for (const AttendanceSentence& each : words.eventsAt(roll, item)) {
        EXPECT_TRUE(each.source.known()) << each.text;
        out.push_back(each.text);
    }
    if (const AttendanceSentence absent = words.absentAt(roll, item); !absent.text.empty()) {
        out.push_back(absent.text);
    }
    return out;
}

TEST(AttendanceWords, SayAtEachItemWhoIsNotThere) {
    const std::vector<ItemRow> rows = {
        {{}, 1, {}, {}},
        {{"disqualified Bo Berg @2"},
         2,
         {"Bo Berg (V) deltog ikke i behandlingen af punktet på grund af inhabilitet."},
         {"Bo Berg (V) took no part in this item owing to a conflict of interest."}},
        {{"disqualified Bo Berg @2"}, 1, {}, {}},
        {{"disqualified Bo Berg @2", "disqualified Anna Dam @1-3", "disqualified Dora Lund @2 (ejer jord)"},
         2,
         {"Anna Dam (A) og Bo Berg (V) deltog ikke i behandlingen af punktet på grund af inhabilitet.",
          "Dora Lund (Ø) deltog ikke i behandlingen af punktet på grund af inhabilitet (ejer jord)."},
         {"Anna Dam (A) and Bo Berg (V) took no part in this item owing to a conflict of interest.",
          "Dora Lund (Ø) took no part in this item owing to a conflict of interest (ejer jord)."}},
        {{"left Bo Berg 17:20 @2"},
         2,
         {"Bo Berg (V) forlod mødet kl. 17.20 efter behandlingen af punktet."},
         {"Bo Berg (V) left the meeting at 17:20 after this item."}},
        {{"left Bo Berg 17:20 @2"},
         3,
         {"Fraværende ved punktet: Bo Berg (V)"},
         {"Absent for this item: Bo Berg (V)"}},
        {{"arrived Bo Berg 17:20 @3"},
         3,
         {"Bo Berg (V) ankom kl. 17.20."},
         {"Bo Berg (V) arrived at 17:20."}},
        {{"arrived Bo Berg 17:20 @3", "absent Dora Lund", "excused Anna Dam @2"},
         2,
         {"Fraværende ved punktet: Anna Dam (A), Bo Berg (V), Dora Lund (Ø)"},
         {"Absent for this item: Anna Dam (A), Bo Berg (V), Dora Lund (Ø)"}},
        {{"left Bo Berg @1", "arrived Bo Berg 18:00 @4"},
         4,
         {"Bo Berg (V) kom tilbage kl. 18.00."},
         {"Bo Berg (V) returned at 18:00."}},
        {{"disqualified Bo Berg @4", "substitute Eva Ring (V) for Bo Berg @4"},
         4,
         {"Bo Berg (V) deltog ikke i behandlingen af punktet på grund af inhabilitet.",
          "Eva Ring (V) deltog i behandlingen af punktet som stedfortræder for Bo Berg (V)."},
         {"Bo Berg (V) took no part in this item owing to a conflict of interest.",
          "Eva Ring (V) took part in this item as substitute for Bo Berg (V)."}},
    };
    for (const ItemRow& row : rows) {
        const MeetingPaper paper = meetingOf(4, row.events);
        const Checked checked(paper);
        EXPECT_EQ(checked.messages(), std::vector<std::string>());
        EXPECT_EQ(atItem(checked.roll, row.item - 1, {Labels::danish(), '.'}), row.danish);
        EXPECT_EQ(atItem(checked.roll, row.item - 1, {*Labels::find("en"), ':'}), row.english);
    }
}

std::vector<std::string> shown(const AttendanceList& list) {
    std::vector<std::string> out{list.title};
    for (const ListedName& each : list.names) {
        out.push_back(each.name + (each.note.empty() ? "" : " – ") + each.note);
    }
    return out;
}

using Lines = std::vector<std::string>;

TEST(AttendanceWords, ListWhoIsThereAndWhoIsNot) {
    MeetingPaper paper = meetingOf(9, {"arrived Dora Lund 17:20 @4", "left Dora Lund 19:00 @8",
                                       "excused Bo Berg (tjenesterejse)",
                                       "substitute Eva Ring (V) for Bo Berg", "absent Anna Dam"});
    Person guest;
    guest.name = "Finn Krog";
    paper.meeting.guests = {guest};
    const Checked checked(paper);
    EXPECT_EQ(checked.messages(), Lines());
    const AttendanceLists danish = AttendanceWords(Labels::danish(), '.').lists(checked.roll);
    EXPECT_EQ(shown(danish.present),
              (Lines{"Til stede (3)", "Carl Holm (V)",
                     "Dora Lund (Ø) – Ankom kl. 17.20 (punkt 4); forlod mødet kl. 19.00 (efter punkt 8)",
                     "Eva Ring (V) – stedfortræder for Bo Berg (V)"}));
    EXPECT_EQ(shown(danish.excused),
              (Lines{"Afbud (1)", "Bo Berg (V) – tjenesterejse; stedfortræder: Eva Ring (V)"}));
    EXPECT_EQ(shown(danish.absent), (Lines{"Fraværende (1)", "Anna Dam (A)"}));
    EXPECT_EQ(shown(danish.guests), (Lines{"Gæster (1)", "Finn Krog"}));
    EXPECT_EQ(shown(danish.others), (Lines{"Øvrige deltagere (0)"}));
    const AttendanceLists english = AttendanceWords(*Labels::find("en"), ':').lists(checked.roll);
    EXPECT_EQ(shown(english.present),
              (Lines{"Present (3)", "Carl Holm (V)",
                     "Dora Lund (Ø) – Arrived at 17:20 (item 4); left at 19:00 (after item 8)",
                     "Eva Ring (V) – substitute for Bo Berg (V)"}));
    EXPECT_EQ(shown(english.excused),
              (Lines{"Apologies (1)", "Bo Berg (V) – tjenesterejse; substitute: Eva Ring (V)"}));
}

TEST(AttendanceWords, TellWhenTheMeetingClosed) {
    Meeting meeting;
    EXPECT_EQ(AttendanceWords(Labels::danish(), '.').closing(meeting).text, "");
    meeting.closed = TimeOfDay{21, 15};
    EXPECT_EQ(AttendanceWords(Labels::danish(), '.').closing(meeting).text, "Mødet sluttede kl. 21.15.");
    EXPECT_EQ(AttendanceWords(*Labels::find("en"), ':').closing(meeting).text,
              "The meeting closed at 21:15.");
}

TEST(AttendanceWords, NameSubItemsAndNumbersThatDoNotRise) {
    MeetingPaper paper = meetingOf(0, {"left Bo Berg @2"});
    const auto given = [](std::string number) {
        AgendaItem out;
        out.number = std::move(number);
        return out;
    };
    paper.items = {given("1"), given("2"), given("17"), given("3"), given("4"), given("5"), given("")};
    paper.items[1].items.resize(2);
    paper.items[4].items.resize(3);
    const AttendanceWords words(Labels::danish(), '.');
    {
        const Checked checked(paper);
        EXPECT_EQ(
            head(checked.roll, words),
            (Lines{"Bo Berg (V) forlod mødet efter behandlingen af punkt 2 og deltog ikke i behandlingen af "
                   "punkt 17 og 3-5."}));
        EXPECT_TRUE(checked.roll.isPresent(1, 3)) << "2.2";
        EXPECT_FALSE(checked.roll.isPresent(1, 4)) << "17";
    }
    paper.meeting.attendance = {test::eventOf("arrived Bo Berg @4.2", 1)};
    const Checked checked(paper);
    EXPECT_EQ(
        head(checked.roll, words),
        (Lines{"Bo Berg (V) ankom til behandlingen af punkt 4.2 og deltog ikke i behandlingen af punkt 1, 2, "
               "17, 3 og 4.1."}));
}

} // namespace
} // namespace sidetal
