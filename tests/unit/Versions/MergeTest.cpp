#include "Versions/Merge.h"

#include "Documents/Documents.h"
#include "Model/ItemNumbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace sidetal {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view kMeeting =
    R"("committee": {"name": "Byrådet"}, "meeting": {"date": "2026-11-18"})";

/// An agenda of that meeting with further members of its JSON.
MeetingPaper read(const std::string& members) {
    Diagnostics diagnostics;
    return std::get<MeetingPaper>(input::readDocument(
        fmt::format(R"({{"document": "agenda", {}, {}}})", kMeeting, members), "a.json", diagnostics));
}

std::string numbersOf(const MeetingPaper& paper) {
    return fmt::format("{}", fmt::join(printedNumbers(paper), " "));
}

struct Merged {
    Diagnostics diagnostics;
    MeetingPaper paper;

    Merged(const MeetingPaper& main, const std::vector<MeetingPaper>& supplements) {
        const std::vector<Document> documents(supplements.begin(), supplements.end());
        paper = std::get<MeetingPaper>(mergePapers(main, documents, "Tillægsdagsorden", diagnostics));
    }
    [[nodiscard]] std::vector<std::string> codes() const {
        std::vector<std::string> out;
        for (const Diagnostic& each : diagnostics.all()) {
            out.emplace_back(each.code);
        }
        return out;
    }
};

struct Row {
    const char* what;
    const char* main;
    std::vector<const char*> supplements; ///< each one of the paper before it
    std::vector<const char*> numbers;     ///< as each prints them alone
    const char* merged;
};

TEST(Supplements, GoOnFromTheNumbersOfWhatTheySupplement) {
    const char* kTwo = R"("items": [{"title": "x"}, {"title": "y"}])";
    const char* kOne = R"("items": [{"title": "z"}])";
    const std::vector<Row> rows = {
        {"plain", kTwo, {kOne}, {"3."}, "1. 2. 3."},
        {"to a supplement", kTwo, {kTwo, kOne}, {"3. 4.", "5."}, "1. 2. 3. 4. 5."},
        {"an item withdrawn in between",
         R"("items": [{"title": "x"}, {"title": "y", "status": "withdrawn"}, {"title": "z"}])",
         {R"("items": [{"title": "x", "status": "withdrawn"}, {"title": "y"}])", kOne},
         {"4. 5.", "6."},
         "1. 2. 3. 4. 5. 6."},
        {"the last one withdrawn",
         R"("items": [{"title": "x"}, {"title": "y", "status": "withdrawn"}])",
         {kOne},
         {"3."},
         "1. 2. 3."},
        {"numbers given",
         R"("items": [{"title": "x", "number": "7"}, {"title": "y", "number": "3"}])",
         {kOne},
         {"8."},
         "7. 3. 8."},
        {"numbers given in the supplement",
         kTwo,
         {R"("items": [{"title": "x", "number": "2a"}, {"title": "y"}])", kOne},
         {"2a. 3.", "4."},
         "1. 2. 2a. 3. 4."},
        {"numbers given, none printed else",
         R"("numbering": {"scheme": "given"}, "items": [{"title": "x", "number": "A4"}])",
         {R"("numbering": {"scheme": "given"}, "items": [{"title": "x"}, {"title": "y", "number": "A5"}])"},
         {" A5."},
         "A4.  A5."},
        {"letters before figures",
         R"("items": [{"title": "x", "number": "A3"}])",
         {kTwo},
         {"A4. A5."},
         "A3. A4. A5."},
        {"letters behind figures",
         R"("items": [{"title": "x"}, {"title": "y", "number": "12a"}])",
         {kTwo, kOne},
         {"12b. 12c.", "12d."},
         "1. 12a. 12b. 12c. 12d."},
        {"lettered sub-items",
         R"("numbering": {"subItems": "letters"}, "items": [{"title": "x", "items": [{"title": "y"}]}])",
         {R"("numbering": {"subItems": "letters"}, "items": [{"title": "x", "items": [{"title": "y"}, {"title": "z"}]}])"},
         {"2. 2.a 2.b"},
         "1. 1.a 2. 2.a 2.b"},
        {"continuous",
         R"("numbering": {"scheme": "continuous", "start": 715}, "items": [{"title": "x"}])",
         {R"("numbering": {"scheme": "continuous"}, "items": [{"title": "x"}, {"title": "y"}])", kOne},
         {"716. 717.", "718."},
         "715. 716. 717. 718."},
        {"another suffix",
         R"j("numbering": {"suffix": ")"}, "items": [{"title": "x"}])j",
         {kOne},
         {"2."},
         "1) 2."},
        {"an unnumbered item last",
         R"("items": [{"title": "x"}, {"title": "y", "number": ""}])",
         {kOne},
         {"2."},
         "1.  2."},
        {"after a number that it names itself",
         kTwo,
         {R"("supplements": {"title": "Dagsorden", "after": 12}, "items": [{"title": "x"}])", kOne},
         {"13.", "14."},
         "1. 2. 13. 14."},
        {"groups",
         R"("groups": [{"title": "A", "items": [{"title": "x"}]}, {"title": "B", "items": [{"title": "y"}]}])",
         {kOne, R"("groups": [{"title": "A", "items": [{"title": "v"}]}])"},
         {"3.", "4."},
         "1. 4. 2. 3."},
        {"nothing but an introduction", R"("items": [])", {kTwo}, {"1. 2."}, "1. 2."},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const MeetingPaper main = read(row.main);
        Document before = main;
        std::vector<MeetingPaper> supplements;
        for (std::size_t i = 0; i < row.supplements.size(); ++i) {
            supplements.push_back(read(row.supplements[i]));
            Document own = supplements.back();
            Diagnostics diagnostics;
            goOnAfter(own, before, diagnostics);
            EXPECT_FALSE(diagnostics.hasErrors());
            EXPECT_EQ(numbersOf(std::get<MeetingPaper>(own)), row.numbers[i]);
            before = own;
        }
        const Merged merged(main, supplements);
        EXPECT_THAT(merged.codes(), IsEmpty());
        EXPECT_EQ(numbersOf(merged.paper), row.merged);
    }
}

TEST(Supplements, AreReadAsATextOrAnObject) {
    const MeetingPaper text = read(R"("supplements": "Dagsorden 18/11")");
    ASSERT_TRUE(text.supplements.has_value());
    EXPECT_EQ(text.supplements->main, "Dagsorden 18/11");
    const MeetingPaper object =
        read(R"("supplements": {"title": "Dagsorden", "after": 12, "file": "a.json"})");
    EXPECT_EQ(object.supplements->after, "12");
    EXPECT_EQ(object.supplements->file, "a.json");
    EXPECT_THAT(input::writeJson(Document(text)), HasSubstr(R"("supplements": "Dagsorden 18/11")"));
}

TEST(Merge, KeepsGroupsByTitleAndGivesTheRestOneOfItsOwn) {
    const Merged merged(
        read(
            R"("groups": [{"title": "Åbne", "items": [{"title": "a"}]}, {"title": "Lukkede", "items": [{"title": "b"}]}])"),
        {read(R"("items": [{"title": "c"}])"),
         read(
             R"("groups": [{"title": "Åbne", "items": [{"title": "d", "enclosures": [{"title": "Bilag"}]}]}])"),
         read(R"("items": [{"title": "e"}])")});
    std::vector<std::string> titles;
    for (const ItemGroup& group : merged.paper.groups) {
        for (const AgendaItem& item : group.items) {
            titles.push_back(group.title + "/" + item.title);
        }
    }
    EXPECT_THAT(titles,
                ElementsAre("Åbne/a", "Åbne/d", "Lukkede/b", "Tillægsdagsorden/c", "Tillægsdagsorden/e"));
    EXPECT_EQ(numbersOf(merged.paper), "1. 4. 2. 3. 5.");
    EXPECT_EQ(merged.paper.groups[0].items[1].enclosures.size(), 1u);
    EXPECT_FALSE(merged.paper.supplements.has_value());
}

TEST(Merge, JoinsWhatIsSaidOfTheMeeting) {
    MeetingPaper main = read(R"("items": [{"title": "a"}])");
    MeetingPaper other = read(R"("items": [{"title": "b"}])");
    main.meeting.participants = std::vector<Person>{{"Anna", "", "A", {}}};
    other.meeting.participants = std::vector<Person>{{"Anna", "", "A", {}}, {"Bo", "", "V", {}}};
    main.meeting.place = "Rådhuset";
    other.meeting.place = "Salen";
    other.meeting.chair = Person{"Carl", "", "", {}};
    AttendanceEvent event;
    event.person.name = "Bo";
    event.item = "2";
    other.meeting.attendance = {event};
    const Merged merged(main, {other, other});
    EXPECT_EQ(merged.paper.meeting.participants->size(), 2u);
    EXPECT_EQ(merged.paper.meeting.attendance.size(), 1u) << "what both say is said once";
    EXPECT_EQ(merged.paper.meeting.place, "Rådhuset");
    ASSERT_TRUE(merged.paper.meeting.chair.has_value());
    EXPECT_THAT(merged.codes(), ElementsAre("SID-E063", "SID-E063"));
}

TEST(Merge, TakesPapersOfOneMeetingAlone) {
    const MeetingPaper main = read(R"("items": [{"title": "a"}])");
    MeetingPaper other = main;
    other.committee->name = "Økonomiudvalget";
    EXPECT_THAT(Merged(main, {other}).codes(), ElementsAre("SID-E061"));
    other = main;
    other.meeting.date = Date{2026, 11, 19};
    EXPECT_THAT(Merged(main, {other}).codes(), ElementsAre("SID-E061"));
    other = main;
    other.kind = MeetingPaper::Kind::Minutes;
    EXPECT_THAT(Merged(main, {other}).codes(), ElementsAre("SID-E060"));
}

TEST(Merge, WarnsOfPartsThatAreNotKept) {
    const Merged merged(read(R"("items": [{"title": "a"}])"),
                        {read(R"("groups": [{"title": "Lukkede", "items": [{"title": "b"}]}])")});
    EXPECT_THAT(merged.codes(), ElementsAre("SID-E062"));
    EXPECT_EQ(numbersOf(merged.paper), "1. 2.");
}

} // namespace
} // namespace sidetal
