#include "canary/CanaryRules.h"

#include <algorithm>
#include <array>
#include <vector>

namespace sidetal::canary {

namespace {

struct Row {
    Rule rule;
    View strict;
};

constexpr std::array kRows = {
    Row{{"item", "title"}, View::Replace},      Row{{"item", "kind"}, View::Show},
    Row{{"item", "caseNumber"}, View::Drop},    Row{{"item", "caseOfficer"}, View::Drop},
    Row{{"item", "competence"}, View::Drop},    Row{{"item", "presenter"}, View::Drop},
    Row{{"item", "body"}, View::Drop},          Row{{"item", "sections"}, View::Drop},
    Row{{"item", "decisions"}, View::Show},     Row{{"item", "enclosures"}, View::Drop},
    Row{{"section", "key"}, View::Drop},        Row{{"section", "title"}, View::Drop},
    Row{{"section", "body"}, View::Drop},       Row{{"decision", "item"}, View::Drop},
    Row{{"decision", "body"}, View::Drop},      Row{{"decision", "votes"}, View::Show},
    Row{{"decision", "result"}, View::Show},    Row{{"decision", "voteEvents"}, View::Show},
    Row{{"decision", "dissent"}, View::Drop},   Row{{"decision", "absent"}, View::Show},
    Row{{"voteEvent", "title"}, View::Drop},    Row{{"voteEvent", "votes"}, View::Show},
    Row{{"voteEvent", "result"}, View::Show},   Row{{"vote", "voters"}, View::Show},
    Row{{"vote", "groups"}, View::Show},        Row{{"vote", "count"}, View::Show},
    Row{{"enclosure", "title"}, View::Replace}, Row{{"enclosure", "journalNumber"}, View::Drop},
    Row{{"enclosure", "file"}, View::Drop},     Row{{"enclosure", "address"}, View::Drop},
    Row{{"enclosure", "format"}, View::Drop},   Row{{"enclosure", "pages"}, View::Drop},
    Row{{"enclosure", "added"}, View::Drop},    Row{{"attendance", "person"}, View::Show},
    Row{{"attendance", "time"}, View::Show},    Row{{"attendance", "reason"}, View::Drop},
    Row{{"attendance", "for"}, View::Show},     Row{{"change", "title"}, View::Replace},
    Row{{"change", "fields"}, View::Drop},
};

constexpr std::array<Rule, 12> kAlways = {{{"item", "number"},
                                           {"item", "publicTitle"},
                                           {"item", "access"},
                                           {"item", "status"},
                                           {"item", "items"},
                                           {"section", "access"},
                                           {"decision", "committee"},
                                           {"decision", "date"},
                                           {"decision", "access"},
                                           {"vote", "option"},
                                           {"enclosure", "number"},
                                           {"enclosure", "access"}}};
/// Of what stands beside the items and names them.
constexpr std::array<Rule, 5> kAlwaysBeside = {{{"attendance", "event"},
                                                {"attendance", "item"},
                                                {"change", "kind"},
                                                {"change", "number"},
                                                {"change", "access"}}};

constexpr std::array<std::string_view, 3> kWords = {"show", "replace", "drop"};

bool mayReplace(const Rule& rule) {
    return rule.second == "title" && rule.first != "voteEvent";
}
/// Without a title there is no item, no enclosure and no change.
bool mayDrop(const Rule& rule) {
    return rule != Rule{"item", "title"} && rule != Rule{"enclosure", "title"} &&
           rule != Rule{"change", "title"};
}

View randomView(const Rule& rule, std::mt19937& random) {
    const auto view = static_cast<View>(random() % 3);
    if ((view == View::Replace && !mayReplace(rule)) || (view == View::Drop && !mayDrop(rule))) {
        return View::Show;
    }
    return view;
}

/// The rules that differ from others, as members of "public" or "members".
std::string written(const Views& views, const Views& from) {
    std::map<std::string_view, std::string> kinds;
    for (const auto& [rule, view] : views.rules()) {
        if (view != from.of(rule)) {
            std::string& fields = kinds[rule.first];
            fields += fields.empty() ? "" : ", ";
            fields += "\"" + std::string(rule.second) + "\": \"" +
                      std::string(kWords[static_cast<std::size_t>(view)]) + "\"";
        }
    }
    std::string out;
    for (const auto& [kind, fields] : kinds) {
        out += (out.empty() ? "\"" : ", \"") + std::string(kind) + "\": {" + fields + "}";
    }
    return "{" + out + "}";
}

} // namespace

Views Views::strict() {
    Views out;
    for (const Row& row : kRows) {
        out.views_.emplace(row.rule, row.strict);
    }
    return out;
}

Views Views::all() {
    Views out;
    for (const Row& row : kRows) {
        out.views_.emplace(row.rule, View::Show);
    }
    return out;
}

bool isAlwaysShown(const Rule& rule) {
    return std::ranges::find(kAlways, rule) != kAlways.end() ||
           std::ranges::find(kAlwaysBeside, rule) != kAlwaysBeside.end();
}

RandomPolicy randomPolicy(std::mt19937& random) {
    RandomPolicy out{{}, Views::strict(), Views::all()};
    const Views strict = Views::strict();
    for (const auto& [rule, view] : strict.rules()) {
        if (random() % 5 < 2) {
            out.ofPublic.set(rule, randomView(rule, random));
        }
        if (random() % 5 == 0) {
            out.ofMembers.set(rule, randomView(rule, random));
        }
        if (out.ofMembers.of(rule) > out.ofPublic.of(rule)) {
            out.ofPublic.set(rule, out.ofMembers.of(rule));
        }
    }
    const std::string rules = "\"public\": " + written(out.ofPublic, Views::strict()) +
                              ", \"members\": " + written(out.ofMembers, Views::all());
    out.text = random() % 2 == 0 ? "{" + rules + "}" : "{\"committees\": {\"Byrådet\": {" + rules + "}}}";
    return out;
}

} // namespace sidetal::canary
