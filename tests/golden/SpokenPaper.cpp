#include "golden/SpokenPaper.h"

#include "Attendance/Attendance.h"
#include "Attendance/Votes.h"
#include "Labels/PaperWords.h"
#include "Model/Fields/MeetingFields.h"
#include "Model/ItemNumbers.h"
#include "golden/Spoken.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace sidetal::test {

namespace {

using fmt::arg;
using Kind = Said::Kind;

std::string list(const std::vector<std::string>& parts, const char* separator) {
    std::vector<std::string> some;
    std::ranges::copy_if(parts, std::back_inserter(some), [](const auto& part) { return !part.empty(); });
    return fmt::format("{}", fmt::join(some, separator));
}

std::string called(const Person& person) {
    const std::string name = person.party.empty() ? person.name : person.name + "(" + person.party + ")";
    return list({name, person.role}, ",");
}

} // namespace

/// Walks a paper from its front to its end.
class PaperWalk {
  public:
    PaperWalk(SpokenPaper& out, const MeetingPaper& paper, const AgendaStyle& look, const Labels& labels)
        : out_(out)
        , paper_(paper)
        , look_(look)
        , labels_(labels)
        , attendance_(labels, look.facts.times == TimeForm::Dot ? '.' : ':')
        , numbers_(printedNumbers(paper))
        , roll_(rollOf(paper, numbers_, diagnostics_)) {
        number(paper.items);
        for (const ItemGroup& group : paper.groups) {
            number(group.items);
        }
    }

    void walk() {
        front();
        const int top = paper_.groups.empty() ? 2 : 3;
        for (const AgendaItem& each : paper_.items) {
            item(each, top);
        }
        for (const ItemGroup& group : paper_.groups) {
            heading(group.title, 2);
            for (const AgendaItem& each : group.items) {
                item(each, top);
            }
        }
        end();
    }

  private:
    void number(const std::vector<AgendaItem>& items) {
        for (const AgendaItem& each : items) {
            const std::size_t index = index_.size();
            index_[&each] = index;
            number(each.items);
        }
    }

    // ---- words

    [[nodiscard]] std::string word(PaperWord which) const { return std::string(paperWord(labels_, which)); }
    template <class... Args>
    [[nodiscard]] std::string word(PaperWord which, const Args&... args) const {
        return fmt::format(fmt::runtime(paperWord(labels_, which)), args...);
    }
    [[nodiscard]] std::string label(Label which) const { return std::string(labels_[which]); }

    Said& say(std::string text, Kind kind = Kind::Words) {
        Said said;
        said.kind = kind;
        said.text = withoutSpace(text);
        said.mark = kind == Kind::Cell ? std::optional(out_.tables_.size() - 1) : panel_;
        return out_.said_.emplace_back(std::move(said));
    }
    void say(const RichText& text) {
        Spoken spoken;
        spoken.add(text);
        say(spoken.all());
    }
    Said& heading(const std::string& text, int level, bool listed = true) {
        Said& said = say(text, listed ? Kind::Heading : Kind::Unlisted);
        said.level = std::min(level, 6);
        return said;
    }
    [[nodiscard]] std::string closed(Access access) const {
        return access == Access::Closed ? "(" + label(Label::Closed) + ")" : "";
    }

    // ---- front

    [[nodiscard]] std::string committee() const { return paper_.committee ? paper_.committee->name : ""; }
    [[nodiscard]] std::string title() const {
        return !paper_.header.title.empty()                 ? paper_.header.title
               : paper_.kind == MeetingPaper::Kind::Minutes ? label(Label::Minutes)
                                                            : label(Label::Agenda);
    }
    [[nodiscard]] std::string times() const {
        const char by = look_.facts.times == TimeForm::Dot ? '.' : ':';
        const Meeting& meeting = paper_.meeting;
        return (meeting.start ? formatTime(*meeting.start, by) : "") +
               (meeting.end ? "-" + formatTime(*meeting.end, by) : "");
    }

    void front() {
        const auto& of = paper_.header.organisation;
        if (look_.cover) {
            say(of ? list({of->name, of->unit, of->office}, "·") : "");
            std::string day;
            if (const auto& date = paper_.meeting.date) {
                day = times().empty() || !paper_.meeting.start
                          ? word(PaperWord::DayOnly, arg("weekday", weekdayOf(labels_, *date)),
                                 arg("date", labels_.longDate(*date)))
                          : word(PaperWord::DayAndTime, arg("weekday", weekdayOf(labels_, *date)),
                                 arg("date", labels_.longDate(*date)), arg("time", times()));
            }
            heading(title() + committee() + day, 1);
        } else {
            heading(title(), 1);
        }
        facts();
        if (look_.sender) {
            sender();
        }
        say(paper_.introduction);
        if (look_.contents && !index_.empty()) {
            contents();
        }
        if (look_.attendance) {
            attendanceLists();
        }
    }

    void fact(std::string name, const std::vector<std::string>& values) {
        if (name.ends_with(':')) {
            name.pop_back();
        }
        say(name + (look_.facts.colons ? ":" : ""));
        for (const std::string& value : values) {
            say(value);
        }
    }
    void fact(const std::string& name, const std::optional<std::vector<Person>>& people) {
        if (people) {
            fact(name, std::vector<std::string>());
            for (const Person& person : *people) {
                say(called(person));
            }
        }
    }

    void facts() {
        const DocumentHeader& header = paper_.header;
        const Meeting& meeting = paper_.meeting;
        if (!committee().empty() && !look_.cover) {
            fact(word(PaperWord::Committee), {committee()});
        }
        if (paper_.supplements) {
            fact(word(PaperWord::SupplementTo), {paper_.supplements->main});
        }
        if (!look_.sender && header.caseOfficer.value_or("") != "") {
            fact(label(Label::CaseOfficer), {*header.caseOfficer});
        }
        if (!header.version.empty()) {
            fact(word(PaperWord::Version), {header.version});
        }
        if (meeting.date && !look_.cover) {
            fact(label(Label::MeetingDate),
                 {look_.facts.dates == DateForm::Long ? labels_.longDate(*meeting.date)
                                                      : labels_.shortDate(*meeting.date)});
        }
        if (!times().empty() && !(look_.cover && meeting.date && meeting.start)) {
            fact(label(Label::MeetingTime), {times()});
        }
        if (meeting.kind == Meeting::Kind::Extraordinary) {
            fact(word(PaperWord::MeetingKind), {word(PaperWord::Extraordinary)});
        } else if (meeting.kind == Meeting::Kind::Remote) {
            fact(word(PaperWord::MeetingKind), {word(PaperWord::Remote)});
        }
        if (meeting.place) {
            fact(label(Label::Place), {*meeting.place});
        }
        if (meeting.chair) {
            fact(label(Label::Chair), {called(*meeting.chair)});
        }
        if (meeting.secretary) {
            fact(label(Label::Secretary), {called(*meeting.secretary)});
        }
        if (!look_.attendance) {
            fact(label(Label::Participants), meeting.participants);
            fact(label(Label::Absent), meeting.absent);
            fact(word(PaperWord::GuestsFact), meeting.guests);
            if (!meeting.attendance.empty()) {
                fact(word(PaperWord::Attendance), std::vector<std::string>());
                sentences(attendance_.absences(roll_));
                sentences(attendance_.events(roll_));
            }
        }
        for (const Fact& more : header.facts) {
            fact(more.label, std::vector<std::string>());
            say(more.value);
        }
    }

    void sentences(const std::vector<AttendanceSentence>& all) {
        for (const AttendanceSentence& sentence : all) {
            say(sentence.text);
        }
    }

    void sender() {
        const DocumentHeader& header = paper_.header;
        if (const auto& of = header.organisation) {
            say(of->name + of->unit + of->office);
        }
        if (header.date) {
            const bool isLong = look_.sender->dates == DateForm::Long;
            say(label(Label::Date) + ":" +
                (isLong ? labels_.longDate(*header.date) : labels_.shortDate(*header.date)));
        }
        if (header.caseNumber) {
            say(label(Label::CaseNumber) + ":" + *header.caseNumber);
        }
        if (header.caseOfficer) {
            say(label(Label::CaseOfficer) + ":" + *header.caseOfficer);
        }
    }

    void row(const AgendaItem& each, int depth) {
        const std::size_t index = index_.at(&each);
        if (depth > 1) {
            return;
        }
        out_.listed_.push_back(index);
        std::vector<std::string> marks{each.title};
        if (each.kind != AgendaItem::Kind::Unspecified) {
            marks.push_back(kindWord(PaperWord::KindDecision, each));
        }
        marks.push_back(each.status == AgendaItem::Status::Withdrawn ? label(Label::Withdrawn) : "");
        marks.push_back(each.access == Access::Closed ? label(Label::Closed) : "");
        say(numbers_[index]);
        say(list(marks, "·"));
        say("", Kind::Page).item = index;
        for (const AgendaItem& inner : each.items) {
            row(inner, depth + 1);
        }
    }

    void contents() {
        heading(word(PaperWord::Contents), 2);
        for (const AgendaItem& each : paper_.items) {
            row(each, 0);
        }
        for (const ItemGroup& group : paper_.groups) {
            if (!group.items.empty()) {
                say(group.title, Kind::Lead);
            }
            for (const AgendaItem& each : group.items) {
                row(each, 0);
            }
        }
    }

    void attendanceLists() {
        AttendanceLists lists = attendance_.lists(roll_);
        if (paper_.kind == MeetingPaper::Kind::Agenda) {
            const bool invited = paper_.meeting.participants || !paper_.meeting.attendance.empty();
            lists.present.title = word(invited ? PaperWord::Expected : PaperWord::Members,
                                       arg("count", lists.present.names.size()));
        }
        bool begun = false;
        for (const AttendanceList* each :
             {&lists.present, &lists.excused, &lists.absent, &lists.others, &lists.guests}) {
            if (each->names.empty()) {
                continue;
            }
            if (!std::exchange(begun, true)) {
                heading(word(PaperWord::Attendance), 2);
            }
            heading(each->title, 3, false);
            for (const ListedName& name : each->names) {
                say(list({list({name.name, roll_.at(name.who).person.role}, ","), name.note}, "–"));
            }
        }
        if (begun) {
            sentences(attendance_.events(roll_));
        }
    }

    // ---- items

    [[nodiscard]] std::string kindWord(PaperWord first, const AgendaItem& each) const {
        return word(wordAfter(first, static_cast<std::size_t>(each.kind) - 1));
    }

    void item(const AgendaItem& each, int level) {
        const std::size_t index = index_.at(&each);
        std::string words = numbers_[index] + each.title;
        if (each.kind != AgendaItem::Kind::Unspecified && look_.items.kindMark != KindMark::None) {
            const bool letter = look_.items.kindMark == KindMark::Letter;
            words += "(" + kindWord(letter ? PaperWord::LetterDecision : PaperWord::KindDecision, each) + ")";
        }
        if (each.status == AgendaItem::Status::Withdrawn) {
            words += "(" + label(Label::Withdrawn) + ")";
        }
        words += look_.items.showAccess ? "" : closed(each.access);
        heading(words, level).item = index;
        caseLine(each);
        say(each.body);
        parts(each, index, level + 1);
        for (const AgendaItem& inner : each.items) {
            item(inner, level + 1);
        }
    }

    void caseLine(const AgendaItem& each) {
        std::vector<std::string> parts;
        const auto add = [&](const std::string& name, const std::string& value) {
            parts.push_back(value.empty() ? "" : name + value);
        };
        add(label(Label::CaseNumber), each.caseNumber);
        add(label(Label::CaseOfficer), each.caseOfficer);
        add(word(PaperWord::Competence), each.competence);
        add(word(PaperWord::Presenter), each.presenter);
        if (look_.items.showAccess) {
            parts.push_back(
                word(each.access == Access::Closed ? PaperWord::ClosedCase : PaperWord::OpenCase));
        }
        if (each.kind != AgendaItem::Kind::Unspecified && look_.items.kindMark != KindMark::Word) {
            parts.push_back(kindWord(PaperWord::CaseDecision, each));
        }
        say(list(parts, "·"), Kind::Lead);
    }

    /// Place in the style's order; nothing where that does not name it.
    [[nodiscard]] std::optional<std::size_t> place(const std::string& key) const {
        const auto& order = look_.sections.order;
        const auto at = std::ranges::find(order, key);
        return at == order.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - order.begin()));
    }

    /// A named part is taken with the unnamed ones behind it.
    void parts(const AgendaItem& each, std::size_t index, int level) {
        using Part = std::pair<std::string, const Section*>;
        std::vector<Part> all;
        for (const Section& section : each.sections) {
            all.emplace_back(section.key, &section);
        }
        if (!each.decisions.empty()) {
            all.emplace_back("decisions", nullptr);
        }
        if (!each.enclosures.empty()) {
            all.emplace_back("enclosures", nullptr);
        }
        std::vector<std::pair<std::size_t, std::vector<Part>>> rows;
        for (const Part& part : all) {
            if (const auto at = place(part.first); at || rows.empty()) {
                rows.push_back({at ? *at + 1 : 0, {}});
            }
            rows.back().second.push_back(part);
        }
        std::ranges::stable_sort(rows, {}, [](const auto& row) { return row.first; });
        bool decided = false;
        for (const auto& [rank, row] : rows) {
            for (const auto& [key, section] : row) {
                if (section != nullptr) {
                    say(*section, level);
                    decided = decided || section->key == "decision";
                } else if (key == "decisions") {
                    decisions(each, index, level);
                } else {
                    enclosures(each, index, level);
                }
            }
        }
        if (each.decisions.empty()) {
            notices(index, decided);
        }
    }

    void say(const Section& section, int level) {
        const bool empty = section.body.blocks.empty();
        if (empty && look_.sections.empty == EmptySections::Hide) {
            return;
        }
        const auto known = std::ranges::find(model::kSectionKeys, section.key);
        std::string words = section.title;
        if (words.empty()) {
            const auto at = static_cast<std::size_t>(known - model::kSectionKeys.begin());
            words = word(wordAfter(PaperWord::Resume, at));
        }
        const bool decision = section.key == "decision";
        const Stand stand(*this, decision);
        heading(words + closed(section.access), level, decision);
        say(section.body);
        if (empty && look_.sections.empty == EmptySections::Nothing) {
            say(word(PaperWord::Nothing));
        }
    }

    void notices(std::size_t index, bool decided) {
        sentences(attendance_.eventsAt(roll_, index));
        if (decided && !paper_.meeting.attendance.empty()) {
            say(attendance_.absentAt(roll_, index).text);
        }
    }

    // ---- decisions

    /// What is said meanwhile stands out from the rest.
    class Stand {
      public:
        Stand(PaperWalk& walk, bool stands)
            : walk_(walk) {
            if (stands) {
                walk_.panel_ = walk_.out_.decisions_++;
            }
        }
        Stand(const Stand&) = delete;
        Stand& operator=(const Stand&) = delete;
        ~Stand() { walk_.panel_.reset(); }

      private:
        PaperWalk& walk_;
    };

    [[nodiscard]] bool isOwn(const Decision& decision) const {
        return paper_.kind == MeetingPaper::Kind::Minutes &&
               (decision.committee.empty() || decision.committee == committee()) &&
               (!decision.date || decision.date == paper_.meeting.date);
    }

    [[nodiscard]] std::string headingOf(const Decision& decision, bool own) const {
        const std::string who = decision.committee.empty() && own ? committee() : decision.committee;
        const auto when = !decision.date && own ? paper_.meeting.date : decision.date;
        const std::string day = when ? labels_.longDate(*when) : "";
        std::string words =
            own ? list({word(PaperWord::Decision), list({who, day}, ",")}, "–") : list({who, day}, ",");
        if (!own && !decision.item.empty()) {
            words += word(PaperWord::ItemOf, arg("number", decision.item)).substr(words.empty() ? 2 : 0);
        }
        return (words.empty() ? word(PaperWord::Decision) : words) + closed(decision.access);
    }

    void decisions(const AgendaItem& each, std::size_t index, int level) {
        bool decided = false;
        bool told = false;
        for (const Decision& decision : each.decisions) {
            const bool own = isOwn(decision);
            say(decision, own, index, level);
            decided = decided || own;
            told = told || (own && !decision.absent.empty());
        }
        notices(index, decided && !told);
    }

    void say(const Decision& decision, bool own, std::size_t index, int level) {
        const VoteWords words(labels_);
        std::vector<std::pair<std::string, VoteTally>> votes;
        const auto add = [&](const std::string& title, const std::vector<Vote>& given) {
            votes.emplace_back(title, tallyOf(roll_, own ? std::optional(index) : std::nullopt, given));
        };
        {
            const Stand stand(*this, own);
            heading(headingOf(decision, own), level, own);
            say(decision.body);
            if (!decision.votes.empty()) {
                add("", decision.votes);
                say(words.result(votes.back().second, decision.result));
            }
            for (const VoteEvent& event : decision.voteEvents) {
                add(event.title, event.votes);
                const std::string result = words.result(votes.back().second, event.result);
                say(result.empty() ? "" : event.title + ":" + result);
            }
            if (!decision.absent.empty()) {
                say(word(PaperWord::AbsentFromItem, arg("names", list(decision.absent, ","))));
            }
        }
        for (const auto& [title, tally] : votes) {
            say(title, tally);
        }
        for (const Opinion& opinion : decision.dissent) {
            heading(list({word(PaperWord::Dissent), list(opinion.voters, ",")}, "–"), level + 1, false);
            say(opinion.body);
        }
    }

    void say(const std::string& title, const VoteTally& tally) {
        const VoteWords words(labels_);
        const VoteTable table = words.table(tally);
        if (!table.rows.empty()) {
            out_.tables_.push_back(table.rows.size());
            say(title.empty() ? words.caption() : title, Kind::Cell);
            cells(table.head);
            for (const auto& row : table.rows) {
                cells(row);
            }
            cells(table.total);
        }
        for (const VoteList& voters : words.lists(tally)) {
            say(voters.title + ":" + list(voters.names, ","));
        }
    }
    void cells(const std::vector<std::string>& words) {
        for (const std::string& cell : words) {
            say(cell, Kind::Cell);
        }
    }

    void enclosures(const AgendaItem& each, std::size_t index, int level) {
        heading(word(PaperWord::Enclosures), level, false);
        enclosures(each, index);
    }

    void enclosures(const AgendaItem& each, std::size_t index) {
        std::size_t place = 0;
        for (const Enclosure& enclosure : each.enclosures) {
            ++place;
            const std::string bare(bareNumber(numbers_[index]));
            const std::string number = !enclosure.number.empty() ? enclosure.number
                                       : bare.empty()            ? std::to_string(place)
                                                                 : fmt::format("{}.{}", bare, place);
            say(word(PaperWord::EnclosureNumber, arg("number", number)));
            say(enclosure.title);
            say(list({enclosure.journalNumber.empty()
                          ? ""
                          : word(PaperWord::JournalNumber, arg("number", enclosure.journalNumber)),
                      enclosure.added
                          ? word(PaperWord::Added, arg("date", labels_.longDate(*enclosure.added)))
                          : "",
                      enclosure.file},
                     "·"));
            say(list({enclosure.access == Access::Closed ? word(PaperWord::ClosedEnclosure) : "",
                      enclosure.format,
                      !enclosure.pages        ? ""
                      : *enclosure.pages == 1 ? word(PaperWord::OnePage)
                                              : word(PaperWord::Pages, arg("count", *enclosure.pages))},
                     ","));
        }
    }

    // ---- end

    void allEnclosures(const std::vector<AgendaItem>& items) {
        for (const AgendaItem& each : items) {
            enclosures(each, index_.at(&each));
            allEnclosures(each.items);
        }
    }

    void end() {
        say(attendance_.closing(paper_.meeting).text);
        if (look_.enclosures.listAtEnd) {
            const std::size_t place = out_.said_.size();
            allEnclosures(paper_.items);
            for (const ItemGroup& group : paper_.groups) {
                allEnclosures(group.items);
            }
            if (out_.said_.size() > place) {
                const Said said = heading(word(PaperWord::Enclosures), 2);
                out_.said_.pop_back();
                out_.said_.insert(out_.said_.begin() + static_cast<std::ptrdiff_t>(place), said);
            }
        }
        if (!paper_.signatures) {
            return;
        }
        const Signatures& signatures = *paper_.signatures;
        const std::vector<Person> who = signers(signatures);
        if (who.empty() && signatures.approvals.empty()) {
            return;
        }
        heading(word(PaperWord::Signatures), 2);
        if (!who.empty()) {
            const bool two = signatures.mode == Signatures::Mode::ChairAndSecretary;
            say(word(two ? PaperWord::SignedByTwo : PaperWord::SignedByMembers), Kind::Lead);
        }
        for (const Person& person : who) {
            say(person.name);
            say(list({person.party, person.role}, ","));
        }
        for (const Approval& approval : signatures.approvals) {
            const std::string name = called(approval.person);
            say(approval.date ? word(PaperWord::ApprovedOn, arg("name", name),
                                     arg("date", labels_.longDate(*approval.date)))
                              : word(PaperWord::Approved, arg("name", name)));
        }
    }

    [[nodiscard]] std::vector<Person> signers(const Signatures& signatures) const {
        std::vector<Person> out;
        if (signatures.mode == Signatures::Mode::Digital) {
            return out;
        }
        if (!signatures.people.empty()) {
            return signatures.people;
        }
        if (signatures.mode == Signatures::Mode::ChairAndSecretary) {
            for (const auto& person : {paper_.meeting.chair, paper_.meeting.secretary}) {
                if (person) {
                    out.push_back(*person);
                }
            }
            return out;
        }
        for (const RollEntry& entry : roll_.people()) {
            const bool votes =
                entry.part == RollEntry::Part::Member || entry.part == RollEntry::Part::Substitute;
            if (votes && (entry.opening == RollEntry::Opening::Present || entry.arrives)) {
                out.push_back(entry.person);
            }
        }
        return out;
    }

    SpokenPaper& out_;
    const MeetingPaper& paper_;
    const AgendaStyle& look_;
    const Labels& labels_;
    AttendanceWords attendance_;
    std::vector<std::string> numbers_;
    Diagnostics diagnostics_;
    MeetingRoll roll_;
    std::map<const AgendaItem*, std::size_t> index_;
    std::optional<std::size_t> panel_;
};

SpokenPaper::SpokenPaper(const MeetingPaper& paper, const AgendaStyle& look, const Labels& labels) {
    PaperWalk(*this, paper, look, labels).walk();
}

} // namespace sidetal::test
