#include "PlainChanges.h"

#include "Documents/Documents.h"
#include "Model/ItemNumbers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <functional>
#include <map>
#include <random>
#include <vector>

namespace sidetal::test {

namespace {

class Versions {
  public:
    explicit Versions(std::uint64_t seed)
        : random_(seed) {}

    std::pair<MeetingPaper, MeetingPaper> make() {
        MeetingPaper before;
        before.header.version = "1";
        before.numbering.scheme = once(4) ? Numbering::Scheme::Given : Numbering::Scheme::PerMeeting;
        numbered_ = before.numbering.scheme != Numbering::Scheme::Given;
        const bool grouped = once(3);
        for (std::size_t i = 0; i < below(9); ++i) {
            AgendaItem item = fresh(below(3));
            if (before.numbering.scheme == Numbering::Scheme::Given) {
                item.number = fmt::format("{}", i + 1);
            }
            if (!grouped) {
                before.items.push_back(std::move(item));
                continue;
            }
            if (before.groups.empty() || once(3)) {
                before.groups.push_back({fmt::format("Del {}", before.groups.size()), {}, {}, {}});
            }
            before.groups.back().items.push_back(std::move(item));
        }
        MeetingPaper after = before;
        after.header.version = "2";
        for (std::size_t edits = below(5); edits > 0; --edits) {
            edit(after);
        }
        return {std::move(before), std::move(after)};
    }

  private:
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(random_() % end); }
    bool once(std::size_t in) { return below(in) == 0; }
    /// No other item has it.
    std::string title() { return fmt::format("Sag {}", ++titles_); }
    std::string word() { return fmt::format("ord{}", below(1000)); }

    AgendaItem fresh(std::size_t inner) {
        AgendaItem out;
        out.caseNumber = fmt::format("{}", ++cases_);
        out.title = numbered_ && once(4) ? "Eventuelt" : title();
        out.body = plainText(word());
        for (; inner > 0; --inner) {
            out.items.push_back(fresh(0));
        }
        return out;
    }

    std::vector<AgendaItem>& someItems(MeetingPaper& paper) {
        std::vector<AgendaItem>& top =
            paper.groups.empty() ? paper.items : paper.groups[below(paper.groups.size())].items;
        return top.empty() || !once(3) ? top : top[below(top.size())].items;
    }

    void edit(MeetingPaper& paper) {
        std::vector<AgendaItem>& items = someItems(paper);
        const auto at = [&](std::size_t end) {
            return items.begin() + static_cast<std::ptrdiff_t>(below(end));
        };
        switch (below(6)) {
        case 0:
            items.insert(at(items.size() + 1), fresh(below(2)));
            break;
        case 1:
            if (!items.empty()) {
                items.erase(at(items.size()));
            }
            break;
        case 2:
            if (items.size() > 1) {
                std::iter_swap(at(items.size()), at(items.size()));
            }
            break;
        case 3:
            editPaper(paper);
            break;
        default:
            if (!items.empty()) {
                editItem(*at(items.size()));
            }
        }
    }

    void editPaper(MeetingPaper& paper) {
        switch (below(4)) {
        case 0:
            paper.meeting.place = word();
            break;
        case 1:
            paper.meeting.participants = std::vector<Person>{{word(), "", "", {}}};
            break;
        case 2:
            paper.introduction = plainText(word());
            break;
        default:
            paper.header.date = Date{2026, 1, 1}; // counts for nothing
        }
    }

    void editItem(AgendaItem& item) {
        switch (below(7)) {
        case 0:
            item.title = title();
            break;
        case 1:
            item.body = plainText(word());
            break;
        case 2:
            item.status = AgendaItem::Status::Withdrawn;
            break;
        case 3:
            item.sections.push_back({"economy", "", plainText(word()), {}, {}});
            break;
        case 4:
            item.decisions.emplace_back().body = plainText(word());
            break;
        case 5:
            item.enclosures.emplace_back().title = word();
            break;
        default:
            item.presenter = word();
        }
    }

    std::mt19937_64 random_;
    int cases_ = 0;
    int titles_ = 0;
    bool numbered_ = true; ///< all items have numbers
};

/// What a version says, as texts.
struct Plain {
    struct Item {
        std::string number;
        std::string parent;
        std::map<std::string, std::string> fields; ///< as JSON
    };
    std::map<std::string, Item> items; ///< by case number
    std::vector<std::string> order;
    std::map<std::string, std::string> fields;
};

/// An item with but one of its fields, as JSON.
std::string jsonOf(const std::function<void(AgendaItem&)>& fill) {
    MeetingPaper paper;
    fill(paper.items.emplace_back());
    return input::writeJson(Document(paper));
}

Plain plainOf(const MeetingPaper& paper) {
    Plain out;
    const std::vector<std::string> numbers = printedNumbers(paper);
    std::size_t at = 0;
    const std::function<void(const std::vector<AgendaItem>&, const std::string&, const std::string&)> walk =
        [&](const std::vector<AgendaItem>& items, const std::string& group, const std::string& parent) {
            for (const AgendaItem& item : items) {
                Plain::Item& plain = out.items[item.caseNumber];
                out.order.push_back(item.caseNumber);
                plain.number = numbers[at++];
                plain.parent = parent;
                plain.fields = {
                    {"group", group},
                    {"number", plain.number},
                    {"title", jsonOf([&](AgendaItem& to) { to.title = item.title; })},
                    {"status", jsonOf([&](AgendaItem& to) { to.status = item.status; })},
                    {"presenter", jsonOf([&](AgendaItem& to) { to.presenter = item.presenter; })},
                    {"body", jsonOf([&](AgendaItem& to) { to.body = item.body; })},
                    {"sections", jsonOf([&](AgendaItem& to) { to.sections = item.sections; })},
                    {"decisions", jsonOf([&](AgendaItem& to) { to.decisions = item.decisions; })},
                    {"enclosures", jsonOf([&](AgendaItem& to) { to.enclosures = item.enclosures; })},
                };
                walk(item.items, group, item.caseNumber);
            }
        };
    walk(paper.items, "", "");
    for (const ItemGroup& group : paper.groups) {
        walk(group.items, group.title, "");
    }
    MeetingPaper introduction;
    introduction.introduction = paper.introduction;
    MeetingPaper people;
    people.meeting.participants = paper.meeting.participants;
    out.fields = {{"meeting.place", paper.meeting.place.value_or("none")},
                  {"introduction", input::writeJson(Document(introduction))},
                  {"meeting.participants", input::writeJson(Document(people))}};
    return out;
}

std::set<std::string> differing(const std::map<std::string, std::string>& a,
                                const std::map<std::string, std::string>& b) {
    std::set<std::string> out;
    for (const auto& [key, value] : a) {
        if (value != b.at(key)) {
            out.insert(key);
        }
    }
    return out;
}

} // namespace

std::pair<MeetingPaper, MeetingPaper> randomVersions(std::uint64_t seed) {
    return Versions(seed).make();
}

std::set<std::string> plainChanges(const MeetingPaper& before, const MeetingPaper& after) {
    const Plain was = plainOf(before);
    const Plain is = plainOf(after);
    std::set<std::string> out;
    bool renumbered = false;
    for (const auto& [key, item] : was.items) {
        const auto found = is.items.find(key);
        if (found == is.items.end()) {
            out.insert("removed " + key);
            continue;
        }
        renumbered = renumbered || item.number != found->second.number;
        const std::set<std::string> fields = differing(item.fields, found->second.fields);
        if (!fields.empty()) {
            out.insert(fmt::format("changed {}: {}", key, fmt::join(fields, ", ")));
        }
    }
    for (const auto& [key, item] : is.items) {
        if (!was.items.contains(key)) {
            out.insert("added " + key);
        }
    }
    const auto shared = [](const Plain& one, const Plain& other) {
        std::vector<std::string> order;
        for (const std::string& key : one.order) {
            if (other.items.contains(key)) {
                order.push_back(key);
            }
        }
        return order;
    };
    if (!renumbered && shared(was, is) != shared(is, was)) {
        out.insert("order");
    }
    if (const std::set<std::string> fields = differing(was.fields, is.fields); !fields.empty()) {
        out.insert(fmt::format("paper: {}", fmt::join(fields, ", ")));
    }
    return out;
}

} // namespace sidetal::test
