#include "Meetings.h"

#include "Model/ItemNumbers.h"

#include <fmt/format.h>

#include <array>
#include <sstream>

namespace sidetal::test {

namespace {

Person personOf(std::string name) {
    Person out;
    out.name = std::move(name);
    return out;
}

} // namespace

MeetingPaper meetingOf(std::size_t items) {
    MeetingPaper out;
    out.kind = MeetingPaper::Kind::Minutes;
    out.committee = Committee{"Teknik- og Miljøudvalget",
                              {personOf("Anna Dam (A)"), personOf("Bo Berg (V)"), personOf("Carl  Holm (V)"),
                               personOf("Dora Lund (Ø)")}};
    out.meeting.start = TimeOfDay{15, 0};
    out.items.resize(items);
    return out;
}

AttendanceEvent eventOf(std::string_view text, std::uint32_t line) {
    using Kind = AttendanceEvent::Kind;
    static constexpr std::array<std::pair<std::string_view, Kind>, 6> kKinds = {{
        {"arrived", Kind::Arrived},
        {"left", Kind::Left},
        {"excused", Kind::Excused},
        {"absent", Kind::Absent},
        {"disqualified", Kind::Disqualified},
        {"substitute", Kind::Substitute},
    }};
    AttendanceEvent out;
    out.source = out.person.source = {line, 1};
    std::istringstream words{std::string(text)};
    std::string word;
    words >> word;
    for (const auto& [name, kind] : kKinds) {
        out.kind = name == word ? kind : out.kind;
    }
    std::string* into = &out.person.name;
    while (words >> word) {
        if (const auto time = parseTime(word)) {
            out.time = time;
            continue;
        }
        if (word == "for") {
            into = &out.substituteFor;
            continue;
        }
        if (word.starts_with('@')) {
            into = &out.item;
            word.erase(0, 1);
        } else if (word.starts_with('(') && word.size() > 4) { // one of a party is shorter
            into = &out.reason;
            word.erase(0, 1);
        }
        if (into == &out.reason && word.ends_with(')')) {
            word.pop_back();
        }
        *into += (into->empty() ? "" : " ") + word;
    }
    return out;
}

MeetingPaper meetingOf(std::size_t items, const std::vector<std::string>& events) {
    MeetingPaper out = meetingOf(items);
    for (const std::string& event : events) {
        out.meeting.attendance.push_back(
            eventOf(event, static_cast<std::uint32_t>(out.meeting.attendance.size() + 1)));
    }
    return out;
}

Checked::Checked(const MeetingPaper& paper)
    : numbers(printedNumbers(paper))
    , roll(rollOf(paper, numbers, diagnostics)) {}

std::vector<std::string> Checked::messages() const {
    std::vector<std::string> out;
    for (const Diagnostic& each : diagnostics.all()) {
        out.push_back(fmt::format("{} {} {}", each.position.line, each.code, each.message));
    }
    return out;
}

std::vector<std::string> Checked::codes() const {
    std::vector<std::string> out;
    for (const Diagnostic& each : diagnostics.all()) {
        out.push_back(fmt::format("{} {}", each.position.line, each.code));
    }
    return out;
}

} // namespace sidetal::test
