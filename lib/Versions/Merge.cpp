#include "Versions/Merge.h"

#include "Model/Fields/MeetingFields.h"
#include "Model/Fields/Same.h"
#include "Model/ItemNumbers.h"
#include "Versions/GivenNumbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

namespace sidetal {

namespace {

std::string quoted(std::string_view text) {
    return fmt::format("'{}'", text);
}

std::string dayOf(const MeetingPaper& paper) {
    return paper.meeting.date ? formatIso(*paper.meeting.date) : std::string();
}

std::string_view committeeOf(const MeetingPaper& paper) {
    return paper.committee ? std::string_view(paper.committee->name) : std::string_view();
}

/// The papers of `main` and `supplement`; nothing, with an error, where they are not of one meeting.
template <class Main, class Other>
bool ofOneMeeting(const Main& main, const Other& other, Diagnostics& diagnostics) {
    const auto* a = std::get_if<MeetingPaper>(&main);
    const auto* b = std::get_if<MeetingPaper>(&other);
    const SourcePos place = headerOf(other).source;
    if (a == nullptr || b == nullptr || a->kind != b->kind) {
        diagnostics.error("SID-E060", "a supplement and its main agenda are two agendas, or two minutes",
                          place);
        return false;
    }
    if (committeeOf(*a) != committeeOf(*b)) {
        diagnostics.error("SID-E061",
                          fmt::format("the supplement is of another committee: {}, expected {}",
                                      quoted(committeeOf(*b)), quoted(committeeOf(*a))),
                          place, "committee");
        return false;
    }
    if (a->meeting.date != b->meeting.date) {
        diagnostics.error("SID-E061",
                          fmt::format("the supplement is of a meeting on another day: {}, expected {}",
                                      quoted(dayOf(*b)), quoted(dayOf(*a))),
                          b->meeting.source.orElse(place), "meeting.date");
        return false;
    }
    return true;
}

/// The value of a number that is a figure.
std::optional<std::int64_t> figureOf(std::string_view number) {
    std::int64_t out = 0;
    const auto [end, fault] = std::from_chars(number.data(), number.data() + number.size(), out);
    const bool whole = fault == std::errc() && end == number.data() + number.size();
    return whole ? std::optional(out) : std::nullopt;
}

/// The number that a supplement goes on after: the last of the top level, or the highest where an earlier
/// figure is above it; without items the one that the paper itself goes on after.
std::string lastNumber(const MeetingPaper& paper) {
    const std::vector<std::string> numbers = printedNumbers(paper);
    std::string last = paper.supplements ? paper.supplements->after : std::string();
    std::size_t at = 0;
    std::int64_t highest = figureOf(last).value_or(-1);
    const auto countItems = [](const AgendaItem& item, const auto& self) -> std::size_t {
        std::size_t out = 1;
        for (const AgendaItem& inner : item.items) {
            out += self(inner, self);
        }
        return out;
    };
    const auto take = [&](const std::vector<AgendaItem>& items) {
        for (const AgendaItem& item : items) {
            const std::string_view bare = bareNumber(numbers[at]);
            at += countItems(item, countItems);
            if (bare.empty()) {
                continue;
            }
            const auto figure = figureOf(bare);
            highest = std::max(highest, figure.value_or(-1));
            last = figure ? std::to_string(highest) : std::string(bare);
        }
    };
    take(paper.items);
    for (const ItemGroup& group : paper.groups) {
        take(group.items);
    }
    return last;
}

void goOnAfter(MeetingPaper& supplement, const MeetingPaper& main) {
    if (!supplement.supplements) {
        supplement.supplements = Supplement{main.header.title, {}, {}, supplement.header.source};
    }
    if (supplement.supplements->after.empty()) {
        supplement.supplements->after = lastNumber(main);
    }
}

/// Joins papers into the first of them.
class Merger {
  public:
    Merger(MeetingPaper& out, std::string_view groupTitle, Diagnostics& diagnostics)
        : out_(out)
        , groupTitle_(groupTitle)
        , diagnostics_(diagnostics) {}

    void add(MeetingPaper supplement) {
        giveNumbers(supplement, printedNumbers(supplement));
        addItems(supplement);
        addMeeting(supplement.meeting);
        addHeader(supplement.header);
        if (out_.committee && supplement.committee) {
            addPeople(out_.committee->members, supplement.committee->members);
        }
        append(out_.introduction.blocks, supplement.introduction.blocks);
        if (!out_.signatures) {
            out_.signatures = std::move(supplement.signatures);
        }
        // Places of either count in the longer table, which goes on from the other.
        if (supplement.header.sources.size() > out_.header.sources.size()) {
            out_.header.sources = supplement.header.sources;
        }
    }

  private:
    template <class T>
    static void append(std::vector<T>& to, std::vector<T>& from) {
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    }

    void addItems(MeetingPaper& supplement) {
        if (out_.groups.empty()) {
            if (!supplement.groups.empty() && out_.items.empty()) {
                out_.groups = std::move(supplement.groups);
                return;
            }
            if (!supplement.groups.empty()) {
                diagnostics_.warning("SID-E062",
                                     "the supplement has parts and the main agenda none: its items are kept "
                                     "without the titles of their parts",
                                     supplement.groups.front().source, "groups");
            }
            append(out_.items, supplement.items);
            for (ItemGroup& group : supplement.groups) {
                append(out_.items, group.items);
            }
            return;
        }
        for (ItemGroup& group : supplement.groups) {
            append(groupOf(group).items, group.items);
        }
        if (!supplement.items.empty()) {
            ItemGroup own{std::string(groupTitle_), {}, supplement.header.source, {}};
            append(groupOf(own).items, supplement.items);
        }
    }

    /// The group of that title, at the end where there was none. Where others follow, all items keep the
    /// numbers that they have.
    ItemGroup& groupOf(const ItemGroup& group) {
        const auto found = std::ranges::find(out_.groups, group.title, &ItemGroup::title);
        if (found == out_.groups.end()) {
            out_.groups.push_back({group.title, {}, group.source, group.titleSource});
            return out_.groups.back();
        }
        giveNumbers(out_, printedNumbers(out_));
        return *found;
    }

    template <class T>
    void addMissing(std::vector<T>& to, std::vector<T>& from) {
        for (T& value : from) {
            const auto same = [&](const T& other) { return model::sameValue(value, other); };
            if (std::ranges::none_of(to, same)) {
                to.push_back(std::move(value));
            }
        }
    }
    static void addPeople(std::vector<Person>& to, std::vector<Person>& from) {
        for (Person& person : from) {
            const auto same = [&](const Person& other) {
                return other.name == person.name && other.party == person.party;
            };
            if (std::ranges::none_of(to, same)) {
                to.push_back(std::move(person));
            }
        }
    }

    void addMeeting(Meeting& meeting) {
        model::eachField<Meeting>([&](auto field) {
            using F = decltype(field);
            auto& to = F::get(out_.meeting);
            auto& from = F::get(meeting);
            if (model::hasDefault<F>(meeting) || model::sameValue(to, from)) {
                return;
            }
            if (model::hasDefault<F>(out_.meeting)) {
                to = std::move(from);
            } else if constexpr (std::is_same_v<typename F::Value, std::optional<std::vector<Person>>>) {
                addPeople(*to, *from);
            } else if constexpr (model::kIsList<typename F::Value>) {
                addMissing(to, from);
            } else {
                diagnostics_.warning(
                    "SID-E063",
                    fmt::format("'meeting.{}' differs from the main agenda's, which is kept", F::info.name),
                    F::place(meeting).orElse(meeting.source), fmt::format("meeting.{}", F::info.name));
            }
        });
    }

    void addHeader(DocumentHeader& header) {
        for (Fact& fact : header.facts) {
            const auto found = std::ranges::find(out_.header.facts, fact.label, &Fact::label);
            if (found == out_.header.facts.end()) {
                out_.header.facts.push_back(std::move(fact));
            } else if (!model::sameText(found->value, fact.value)) {
                diagnostics_.warning(
                    "SID-E063",
                    fmt::format("the fact '{}' differs from the main agenda's, which is kept", fact.label),
                    fact.source, "facts");
            }
        }
    }

    MeetingPaper& out_;
    std::string_view groupTitle_;
    Diagnostics& diagnostics_;
};

} // namespace

void goOnAfter(Document& supplement, const Document& main, Diagnostics& diagnostics) {
    if (ofOneMeeting(main, supplement, diagnostics)) {
        goOnAfter(std::get<MeetingPaper>(supplement), std::get<MeetingPaper>(main));
    }
}

Document mergePapers(const Document& main, const std::vector<Document>& supplements,
                     std::string_view groupTitle, Diagnostics& diagnostics) {
    Document out = main;
    for (const Document& each : supplements) {
        if (!ofOneMeeting(main, each, diagnostics)) {
            continue;
        }
        auto& merged = std::get<MeetingPaper>(out);
        MeetingPaper supplement = std::get<MeetingPaper>(each);
        goOnAfter(supplement, merged);
        Merger(merged, groupTitle, diagnostics).add(std::move(supplement));
    }
    return out;
}

} // namespace sidetal
