#include "Versions/Changes.h"

#include "Labels/FieldWords.h"
#include "Model/Fields/MeetingFields.h"
#include "Model/ItemNumbers.h"
#include "PlainChanges.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <functional>
#include <map>
#include <set>

namespace sidetal {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

AgendaItem itemOf(std::string title, std::string caseNumber = {}) {
    AgendaItem out;
    out.title = std::move(title);
    out.caseNumber = std::move(caseNumber);
    return out;
}

Correction between(const MeetingPaper& before, const MeetingPaper& after) {
    const Document was = before;
    const Document is = after;
    return correctionOf(NumberedDocument(was), NumberedDocument(is));
}

/// "changed 4 Budget: title (A > B), body"
std::vector<std::string> told(const Correction& correction) {
    static constexpr const char* kKinds[] = {"changed", "added", "removed"};
    std::vector<std::string> out;
    for (const Change& change : correction.changes) {
        std::vector<std::string> fields;
        for (const FieldChange& field : change.fields) {
            const bool words = !field.before.empty() || !field.after.empty();
            fields.push_back(words ? fmt::format("{} ({} > {})", field.field, field.before, field.after)
                                   : field.field);
        }
        out.push_back(fmt::format("{} {} {}{}{}", kKinds[static_cast<std::size_t>(change.kind)],
                                  change.number, change.title, fields.empty() ? "" : ": ",
                                  fmt::join(fields, ", ")));
    }
    return out;
}

TEST(Changes, TellWhichItemsAreAddedRemovedAndChanged) {
    MeetingPaper before;
    before.header.version = "1";
    before.header.date = Date{2026, 11, 18};
    before.items = {itemOf("Dagsorden"), itemOf("Bugdet", "20/1"), itemOf("Skole"), itemOf("Eventuelt")};
    MeetingPaper after = before;
    after.header.version = "2";
    after.items[1].title = "Budget";
    after.items[1].body = plainText("Ny tekst");
    after.items[2] = itemOf("Vej");
    after.items.pop_back();
    after.meeting.start = TimeOfDay{16, 0};
    const Correction correction = between(before, after);
    EXPECT_EQ(correction.version, "1");
    EXPECT_EQ(correction.date, (Date{2026, 11, 18}));
    EXPECT_THAT(told(correction), ElementsAre("changed  : meeting.start ( > 16:00)",
                                              "changed 2 Budget: title (Bugdet > Budget), body",
                                              "changed 3 Vej: title (Skole > Vej)", "removed 4 Eventuelt"));
}

TEST(Changes, AreClosedWhereTheItemIsOrWas) {
    MeetingPaper before;
    before.items = {itemOf("Salg"), itemOf("Fyring"), itemOf("Under"), itemOf("Væk")};
    before.items[1].access = Access::Closed;
    before.items[3].access = Access::Closed;
    MeetingPaper after = before;
    after.items[0].title = "Lukket punkt";
    after.items[0].access = Access::Closed;
    after.items[1].title = "Afsked";
    after.items[1].items = {itemOf("Brev")};
    after.items.pop_back();
    const Correction correction = between(before, after);
    EXPECT_THAT(told(correction),
                ElementsAre("changed 1 Lukket punkt: title, access",
                            "changed 2 Afsked: title (Fyring > Afsked)", "added 2.1 Brev", "removed 4 Væk"))
        << "what the open version said of the first the closed one may not say";
    for (const Change& change : correction.changes) {
        EXPECT_EQ(change.access, Access::Closed) << change.number;
    }
}

TEST(Changes, TellNumbersThatGoOn) {
    MeetingPaper before;
    before.items = {itemOf("A"), itemOf("B")};
    MeetingPaper after = before;
    after.items.insert(after.items.begin(), itemOf("Ny"));
    EXPECT_THAT(told(between(before, after)),
                ElementsAre("added 1 Ny", "changed 2 A: number (1 > 2)", "changed 3 B: number (2 > 3)"));
}

TEST(Changes, TellAnotherOrderWhereNumbersAreGiven) {
    MeetingPaper before;
    before.items = {itemOf("A"), itemOf("B"), itemOf("C")};
    for (std::size_t i = 0; i < 3; ++i) {
        before.items[i].number = std::to_string(i + 1);
    }
    MeetingPaper after = before;
    std::swap(after.items[0], after.items[1]);
    const std::vector<std::string> lines = told(between(before, after));
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_THAT(lines[0], testing::EndsWith(": order"));
}

TEST(Changes, TellNothingOfTheSameContent) {
    MeetingPaper before;
    before.items = {itemOf("A")};
    before.items[0].body = plainText("x", {3, 4});
    MeetingPaper after = before;
    after.items[0].body = plainText("x", {7, 9});
    after.header.version = "2";
    after.header.date = Date{2026, 11, 20};
    after.header.style = "council";
    EXPECT_THAT(told(between(before, after)), IsEmpty());
}

TEST(Changes, KeepLongTextsToThemselves) {
    MeetingPaper before;
    before.items = {itemOf(std::string(61, 'a'), "1")};
    MeetingPaper after = before;
    after.items[0].title = "b";
    EXPECT_THAT(told(between(before, after)), ElementsAre("changed 1 b: title"));
}

TEST(Changes, DoNotTakeAnotherCaseForACorrection) {
    MeetingPaper before;
    before.items = {itemOf("A", "1")};
    MeetingPaper after;
    after.items = {itemOf("B", "2")};
    EXPECT_THAT(told(between(before, after)), ElementsAre("added 1 B", "removed 1 A"));
}

TEST(Changes, AreOfTwoPapersOfOneKind) {
    Diagnostics diagnostics;
    const Document agenda = MeetingPaper();
    MeetingPaper minutes;
    minutes.kind = MeetingPaper::Kind::Minutes;
    const Document other = minutes;
    (void)correct(NumberedDocument(agenda), NumberedDocument(other), diagnostics);
    ASSERT_EQ(diagnostics.all().size(), 1u);
    EXPECT_EQ(diagnostics.all()[0].code, "SID-E070");
}

/// What corrections tell of a type by name has a word, so that no key is printed.
template <class T>
void expectWords(const std::string& prefix, const std::set<std::string_view>& untold) {
    for (const char* language : {"da", "en"}) {
        const Labels& labels = *Labels::find(language);
        model::eachField<T>([&](auto field) {
            const std::string_view name = decltype(field)::info.name;
            const std::string key = prefix + std::string(name);
            if (!untold.contains(name)) {
                EXPECT_NE(fieldWord(labels, key).data(), key.data()) << key;
            }
        });
    }
}

TEST(Changes, HaveAWordForEachFieldThatTheyTell) {
    expectWords<AgendaItem>("", {"items"});
    expectWords<Meeting>("meeting.", {});
    expectWords<MeetingPaper>("", {"date", "version", "style", "texts", "corrects", "meeting", "items"});
    for (const char* key : {"order", "group", "groups"}) {
        EXPECT_NE(fieldWord(Labels::danish(), key), key);
    }
}

TEST(Changes, AreWhatDiffersOfRandomPairs) {
    std::size_t changes = 0;
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        const auto [before, after] = test::randomVersions(seed);
        const Correction correction = between(before, after);
        std::map<std::string, std::string> cases; // of number and title, as the corrections tell them
        std::set<std::string> found;
        const Document was = before;
        const Document is = after;
        const NumberedDocument wasNumbered(was);
        const NumberedDocument isNumbered(is);
        const auto caseOf = [](const MeetingPaper& paper, const Change& change) {
            const std::vector<std::string> numbers = printedNumbers(paper);
            std::size_t at = 0;
            std::string out;
            const std::function<void(const std::vector<AgendaItem>&)> walk =
                [&](const std::vector<AgendaItem>& items) {
                    for (const AgendaItem& item : items) {
                        const bool same =
                            bareNumber(numbers[at++]) == change.number && item.title == change.title;
                        out = same ? item.caseNumber : out;
                        walk(item.items);
                    }
                };
            walk(paper.items);
            for (const ItemGroup& group : paper.groups) {
                walk(group.items);
            }
            return out;
        };
        for (const Change& change : correction.changes) {
            std::set<std::string> fields;
            for (const FieldChange& field : change.fields) {
                if (field.field == "order") {
                    found.insert("order");
                } else {
                    fields.insert(field.field);
                }
            }
            if (change.number.empty() && change.title.empty()) {
                found.insert(fmt::format("paper: {}", fmt::join(fields, ", ")));
            } else if (change.kind == Change::Kind::Added) {
                found.insert("added " + caseOf(after, change));
            } else if (change.kind == Change::Kind::Removed) {
                found.insert("removed " + caseOf(before, change));
            } else if (!fields.empty()) {
                found.insert(fmt::format("changed {}: {}", caseOf(after, change), fmt::join(fields, ", ")));
            }
            ++changes;
        }
        ASSERT_EQ(found, test::plainChanges(before, after)) << "seed " << seed;
    }
    EXPECT_GT(changes, 2000u);
}

} // namespace
} // namespace sidetal
