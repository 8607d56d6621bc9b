#include "Model/Fields/GoalMatrixFields.h"
#include "Model/Fields/MeetingFields.h"
#include "Model/Fields/Visit.h"

#include <gtest/gtest.h>

#include <set>

namespace sidetal::model {
namespace {

/// Stands for any member when an aggregate is made.
struct Anything {
    template <class T>
    operator T() const; // NOLINT: has to be implicit
};

template <class T, std::size_t... I>
constexpr bool takes(std::index_sequence<I...>) {
    return requires {
        T{((void)I, Anything())...};
    };
}

/// How many members the aggregate T has.
template <class T, std::size_t Count = 0>
constexpr std::size_t memberCount() {
    if constexpr (takes<T>(std::make_index_sequence<Count + 1>())) {
        return memberCount<T, Count + 1>();
    } else {
        return Count;
    }
}

template <class T>
std::size_t placedFields() {
    std::size_t out = 0;
    eachField<T>([&](auto field) { out += std::is_void_v<typename decltype(field)::Source> ? 0 : 1; });
    return out;
}

/// Each member is a field, the place of one, or the object's own place.
template <class T>
void expectComplete() {
    const T object{};
    const std::size_t own = sourceMember(object) == nullptr ? 0 : 1;
    EXPECT_EQ(memberCount<T>(), kFieldCount<T> + placedFields<T>() + own) << Table<T>::name;
}

TEST(Fields, HaveEveryMemberOfEachType) {
    expectComplete<Person>();
    expectComplete<Logo>();
    expectComplete<Organisation>();
    expectComplete<Fact>();
    expectComplete<Committee>();
    expectComplete<AttendanceEvent>();
    expectComplete<Meeting>();
    expectComplete<Section>();
    expectComplete<GroupVotes>();
    expectComplete<Vote>();
    expectComplete<VoteEvent>();
    expectComplete<Opinion>();
    expectComplete<Decision>();
    expectComplete<Enclosure>();
    expectComplete<AgendaItem>();
    expectComplete<ItemGroup>();
    expectComplete<Numbering>();
    expectComplete<Approval>();
    expectComplete<Signatures>();
    expectComplete<Supplement>();
    expectComplete<Excerpt>();
    expectComplete<FieldChange>();
    expectComplete<Change>();
    expectComplete<Correction>();
    expectComplete<MatrixChange>();
    expectComplete<MatrixCorrection>();
    expectComplete<MatrixColumn>();
    expectComplete<Indicator>();
    expectComplete<Initiative>();
    expectComplete<Goal>();
    expectComplete<Theme>();
    expectComplete<LegendEntry>();
    expectComplete<Period>();
    expectComplete<Catalogue>();
    expectComplete<TextHints>();
}

TEST(Fields, HaveEveryMemberOfTheDocumentsAndTheirHeader) {
    constexpr std::size_t header = std::tuple_size_v<decltype(headerFields<GoalMatrix>(false))>;
    constexpr std::size_t placed = 5;
    EXPECT_EQ(memberCount<DocumentHeader>(), header + placed + 3) << "source, sources, keyPlaces";
    EXPECT_EQ(placedFields<GoalMatrix>(), placed);
    EXPECT_EQ(placedFields<MeetingPaper>(), placed);
    EXPECT_EQ(memberCount<MeetingPaper>(), kFieldCount<MeetingPaper> - header + 2) << "header, kind";
    EXPECT_EQ(memberCount<GoalMatrix>(), kFieldCount<GoalMatrix> - header + 1) << "header";
}

template <class V>
constexpr bool kMayBeList = kIsList<V>;
template <class V>
constexpr bool kMayBeList<std::optional<V>> = kIsList<V>;

/// Checks the table of T and of all that it holds, each once.
template <class T>
void expectSound(std::set<std::string_view>& seen) {
    std::set<std::string_view> names;
    eachField<T>([&](auto field) {
        using F = decltype(field);
        EXPECT_TRUE(names.insert(F::info.name).second) << F::info.name;
        EXPECT_FALSE(F::info.description.empty()) << F::info.name;
        constexpr bool saysWho = std::is_same_v<typename F::Value, Access>;
        EXPECT_EQ(saysWho, F::info.access == AccessKind::Access)
            << F::info.name << ": what is of the type Access, and nothing else, says who may see";
        constexpr bool mayBeList =
            kMayBeList<typename F::Value> || std::is_same_v<typename F::Form, form::Joined>;
        EXPECT_EQ(mayBeList, !F::info.element.empty()) << F::info.name;
        using Inner = typename Held<typename F::Value>::Type;
        if constexpr (!std::is_void_v<Inner>) {
            if (seen.insert(Table<Inner>::name).second) {
                EXPECT_FALSE(Table<Inner>::description.empty());
                expectSound<Inner>(seen);
            }
        }
    });
}

TEST(Fields, SayWhatTheyAre) {
    std::set<std::string_view> seen;
    expectSound<MeetingPaper>(seen);
    expectSound<GoalMatrix>(seen);
    EXPECT_EQ(seen.size(), 35u) << "each type that HaveEveryMemberOfEachType has";
}

TEST(Place, IsThePathAndTheNearestPlaceThatIsKnown) {
    const Place document({1, 1});
    const Place items(document, "items", {});
    const Place item(items, 2, {4, 3});
    const Place title(item, "title", {});
    EXPECT_EQ(title.path(), "items[2].title");
    EXPECT_EQ(title.position(), (SourcePos{4, 3}));
    EXPECT_EQ(items.position(), (SourcePos{1, 1}));
    EXPECT_EQ(document.path(), "");
}

} // namespace
} // namespace sidetal::model
