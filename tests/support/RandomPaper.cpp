#include "support/RandomPaper.h"

#include "Model/Fields/MeetingFields.h"
#include "Styles/StyleReader.h"
#include "layout/Random.h"
#include "unit/Documents/RandomModel.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace sidetal::test {

namespace {

constexpr std::array kParties = {"A", "V", "Ø", "F", "C", "B", "Æ", "I", "Å", "Lokallisten", "M"};

class PaperMaker {
  public:
    explicit PaperMaker(std::uint64_t seed)
        : dice_(seed)
        , seed_(seed) {}

    MeetingPaper make() {
        MeetingPaper out;
        out.kind = dice_.once(2) ? MeetingPaper::Kind::Agenda : MeetingPaper::Kind::Minutes;
        setHeader(out);
        setMeeting(out);
        out.numbering.scheme = dice_.once(8) ? Numbering::Scheme::Given : Numbering::Scheme::PerMeeting;
        out.numbering.subItems = dice_.once(2) ? Numbering::SubItems::Letters : Numbering::SubItems::Figures;
        out.numbering.start = dice_.once(3) ? static_cast<int>(dice_.between(0, 400)) : 1;
        if (dice_.once(4)) {
            out.firstPage = static_cast<int>(dice_.between(1, 990));
        }
        if (dice_.once(3)) {
            out.introduction = text();
        }
        if (dice_.once(2)) {
            out.items = items(dice_.between(0, 14), 0);
        } else {
            for (std::uint32_t i = dice_.between(1, 4); i > 0; --i) {
                ItemGroup& group = out.groups.emplace_back();
                group.title = title("Gruppe");
                group.items = items(dice_.once(4) ? 0 : dice_.between(1, 5), 0);
            }
        }
        if (dice_.once(2)) {
            setSignatures(out.signatures.emplace());
        }
        return out;
    }

  private:
    std::string words(std::uint32_t least, std::uint32_t most) {
        static constexpr std::array kWords = {
            "byrådet",         "lokalplan",  "godkender",  "udvalget", "kr.",    "2026",
            "vejen",           "skole",      "æblelunden", "§ 13",     "høring", "ændring",
            "anlægsbevilling", "om",         "og",         "kl. 17",   "at",     "til",
            "budget",          "møllestien", "ø"};
        std::string out;
        for (std::uint32_t i = dice_.between(least, most); i > 0; --i) {
            out += out.empty() ? "" : " ";
            out += kWords[dice_.between(0, kWords.size() - 1)];
        }
        return out;
    }
    std::string maybe(std::uint32_t in, std::uint32_t most = 4) {
        return dice_.once(in) ? words(1, most) : std::string();
    }
    std::string title(const char* what) {
        return fmt::format("{} {} {}", what, ++count_, words(1, dice_.once(6) ? 20 : 5));
    }

    RichText text() {
        if (dice_.once(6)) { // lists, tables, headings, quotes
            const auto seed = static_cast<unsigned>(seed_ * 100 + ++texts_);
            return input::testing::randomBodies(seed, 1, input::testing::Texts::Worded).items[0].body;
        }
        RichText out;
        for (std::uint32_t i = dice_.between(1, 3); i > 0; --i) {
            TextParagraph paragraph;
            paragraph.spans.push_back({words(1, dice_.once(3) ? 90 : 25) + '.'});
            out.blocks.emplace_back(std::move(paragraph));
        }
        return out;
    }

    Date date() {
        return {static_cast<std::int16_t>(dice_.between(1990, 2040)),
                static_cast<std::uint8_t>(dice_.between(1, 12)),
                static_cast<std::uint8_t>(dice_.between(1, 28))};
    }

    Person person() {
        Person out;
        out.name = fmt::format("Navn{} Prøve", ++people_);
        out.party = dice_.once(6) ? "" : party();
        out.role = maybe(4, 2);
        return out;
    }
    std::string party() { return kParties[dice_.between(0, kParties.size() - 1)]; }
    std::vector<Person> people(std::uint32_t most) {
        std::vector<Person> out;
        for (std::uint32_t i = dice_.between(0, most); i > 0; --i) {
            out.push_back(person());
        }
        return out;
    }

    void setHeader(MeetingPaper& paper) {
        DocumentHeader& header = paper.header;
        header.title = maybe(3);
        if (dice_.once(2)) {
            header.organisation = Organisation{maybe(2), maybe(2), maybe(3), {}};
        }
        if (dice_.once(3)) {
            header.date = date();
        }
        if (dice_.once(3)) {
            header.caseNumber = maybe(2, 1);
        }
        if (dice_.once(3)) {
            header.caseOfficer = maybe(2, 1);
        }
        header.version = maybe(6, 1);
        if (dice_.once(5)) {
            header.facts.push_back({"Bemærkning", text(), {}});
        }
        if (std::string main = maybe(8, 1); !main.empty()) {
            paper.supplements = Supplement{std::move(main), {}, {}, {}};
        }
    }

    void setMeeting(MeetingPaper& paper) {
        Meeting& meeting = paper.meeting;
        if (!dice_.once(4)) {
            paper.committee = Committee{words(1, 3), people(dice_.once(4) ? 60 : 12)};
            members_ = paper.committee->members;
        }
        if (!dice_.once(4)) {
            meeting.date = date();
        }
        if (!dice_.once(3)) {
            meeting.start = TimeOfDay{16, 0};
        }
        if (dice_.once(3)) {
            meeting.end = TimeOfDay{20, 30};
        }
        if (dice_.once(3)) {
            meeting.closed = TimeOfDay{21, 15};
        }
        if (dice_.once(2)) {
            meeting.place = maybe(2);
        }
        meeting.kind = static_cast<Meeting::Kind>(dice_.between(0, 3));
        if (dice_.once(2)) {
            meeting.chair = dice_.once(2) && !members_.empty() ? members_.front() : person();
        }
        if (dice_.once(2)) {
            meeting.secretary = person();
        }
        if (dice_.once(3)) {
            meeting.participants = people(8);
        }
        if (dice_.once(5)) {
            meeting.absent = people(2);
        }
        if (dice_.once(4)) {
            meeting.guests = people(3);
        }
        for (std::uint32_t i = dice_.between(0, 4); i > 0 && !members_.empty(); --i) {
            AttendanceEvent& event = meeting.attendance.emplace_back();
            event.kind = static_cast<AttendanceEvent::Kind>(dice_.between(0, 4));
            event.person = members_[dice_.between(0, static_cast<std::uint32_t>(members_.size()) - 1)];
            event.reason = maybe(3, 2);
            if (event.kind == AttendanceEvent::Kind::Disqualified || dice_.once(2)) {
                event.item = std::to_string(paper.numbering.start + static_cast<int>(dice_.between(0, 5)));
            }
            if (event.kind <= AttendanceEvent::Kind::Left && (event.item.empty() || dice_.once(2))) {
                event.time = TimeOfDay{17, static_cast<std::uint8_t>(dice_.between(0, 59))};
            }
        }
    }

    std::vector<AgendaItem> items(std::uint32_t count, std::uint32_t depth) {
        std::vector<AgendaItem> out;
        for (; count > 0; --count) {
            out.push_back(item(depth));
        }
        return out;
    }

    AgendaItem item(std::uint32_t depth) {
        AgendaItem out;
        out.title = title("Sag");
        if (dice_.once(8)) {
            out.number = dice_.once(2) ? "" : std::to_string(dice_.between(0, 99));
        }
        out.access = access(6);
        out.kind = static_cast<AgendaItem::Kind>(dice_.between(0, 4));
        out.status = dice_.once(8) ? AgendaItem::Status::Withdrawn : AgendaItem::Status::Normal;
        out.caseNumber = maybe(2, 1);
        out.caseOfficer = maybe(4, 2);
        out.competence = maybe(4, 2);
        out.presenter = maybe(6, 2);
        if (dice_.once(3)) {
            out.body = text();
        }
        for (std::uint32_t i = dice_.between(0, 4); i > 0; --i) {
            Section& section = out.sections.emplace_back();
            const bool own = dice_.once(4);
            section.key =
                own ? "egen" : model::kSectionKeys[dice_.between(0, model::kSectionKeys.size() - 1)];
            section.title = own ? title("Afsnit") : maybe(8);
            section.access = access(10);
            section.body = dice_.once(6) ? RichText() : text();
        }
        for (std::uint32_t i = dice_.once(2) ? 0 : dice_.between(1, 3); i > 0; --i) {
            out.decisions.push_back(decision());
        }
        for (std::uint32_t i = dice_.once(2) ? 0 : dice_.between(1, 4); i > 0; --i) {
            out.enclosures.push_back(enclosure());
        }
        if (depth < 2 && dice_.once(5)) {
            out.items = items(dice_.between(1, 3), depth + 1);
        }
        return out;
    }

    Access access(std::uint32_t in) { return dice_.once(in) ? Access::Closed : Access::Open; }

    std::vector<Vote> votes() {
        std::vector<Vote> out;
        for (std::uint32_t option = 0; option < 5; ++option) {
            if (!dice_.once(option < 2 ? 1 : 4)) {
                continue;
            }
            Vote& vote = out.emplace_back();
            vote.option = static_cast<Vote::Option>(option);
            if (dice_.once(2)) {
                const std::uint32_t first = dice_.between(0, kParties.size() - 1);
                const std::uint32_t count = dice_.between(1, static_cast<std::uint32_t>(kParties.size()));
                for (std::uint32_t i = 0; i < count; ++i) {
                    vote.groups.push_back(
                        {kParties[(first + i) % kParties.size()], static_cast<int>(dice_.between(0, 9)), {}});
                }
            } else if (dice_.once(2)) {
                vote.count = static_cast<int>(dice_.between(0, 31));
            }
            for (std::uint32_t i = dice_.once(3) ? dice_.between(1, 4) : 0; i > 0; --i) {
                vote.voters.push_back(
                    members_.empty() || dice_.once(2)
                        ? party()
                        : members_[dice_.between(0, static_cast<std::uint32_t>(members_.size()) - 1)].name);
            }
        }
        return out;
    }

    Decision decision() {
        Decision out;
        const bool earlier = dice_.once(2);
        out.committee = earlier ? words(1, 2) + " udvalg" : "";
        if (earlier && !dice_.once(3)) {
            out.date = date();
        }
        out.item = earlier ? maybe(2, 1) : "";
        out.body = dice_.once(8) ? RichText() : text();
        out.access = access(10);
        if (dice_.once(2)) {
            out.votes = votes();
            out.result = static_cast<VoteResult>(dice_.between(0, 2));
        }
        for (std::uint32_t i = dice_.once(4) ? dice_.between(1, 2) : 0; i > 0; --i) {
            out.voteEvents.push_back({title("Afstemning om"), votes(), VoteResult::Adopted, {}});
        }
        for (std::uint32_t i = dice_.once(4) ? dice_.between(1, 2) : 0; i > 0; --i) {
            out.dissent.push_back({dice_.once(4) ? std::vector<std::string>() : std::vector{party(), party()},
                                   dice_.once(8) ? RichText() : text(),
                                   {}});
        }
        if (dice_.once(4)) {
            out.absent = {words(1, 2), words(1, 2)};
        }
        return out;
    }

    Enclosure enclosure() {
        Enclosure out;
        out.title = title("Notat");
        out.number = maybe(5, 1);
        out.access = access(4);
        out.journalNumber = maybe(3, 1);
        out.file = dice_.once(3) ? "notat.pdf" : "";
        out.address = dice_.once(3) ? "https://example.org/bilag.pdf" : "";
        out.format = dice_.once(2) ? "PDF" : "";
        if (dice_.once(2)) {
            out.pages = static_cast<int>(dice_.between(1, 3));
        }
        if (dice_.once(4)) {
            out.added = date();
        }
        return out;
    }

    void setSignatures(Signatures& out) {
        out.mode = static_cast<Signatures::Mode>(dice_.between(0, 2));
        out.people = dice_.once(3) ? people(6) : std::vector<Person>();
        for (std::uint32_t i = dice_.once(2) ? dice_.between(1, 4) : 0; i > 0; --i) {
            Approval& approval = out.approvals.emplace_back();
            approval.person = person();
            if (dice_.once(2)) {
                approval.date = date();
            }
        }
    }

    Dice dice_;
    std::uint64_t seed_;
    std::uint32_t count_ = 0;
    std::uint32_t texts_ = 0;
    std::uint32_t people_ = 0;
    std::vector<Person> members_;
};

template <class T>
void shuffle(std::vector<T>& list, Dice& dice) {
    for (std::size_t i = list.size(); i > 1; --i) {
        std::swap(list[i - 1], list[dice.between(0, static_cast<std::uint32_t>(i) - 1)]);
    }
}

/// What a sheet may have besides its own: contents, lists of names.
void addParts(AgendaStyle& look, Dice& dice) {
    const StyleSheet council = input::builtInStyleSheet("council");
    const auto& from = std::get<AgendaStyle>(council.look);
    const auto take = [&](AgendaRole role) { look[role] = from[role]; };
    if (!look.contents && dice.once(2)) {
        look.contents = from.contents;
        take(AgendaRole::ContentsGroup);
        take(AgendaRole::ContentsItem);
    }
    if (!look.attendance && dice.once(2)) {
        look.attendance = from.attendance;
        take(AgendaRole::AttendanceHeading);
        take(AgendaRole::AttendanceName);
    }
}

} // namespace

MeetingPaper randomPaper(std::uint64_t seed) {
    return PaperMaker(seed).make();
}

StyleSheet randomPaperStyle(std::uint64_t seed) {
    static const std::array kSheets = {input::builtInStyleSheet("agenda"),
                                       input::builtInStyleSheet("administrative"),
                                       input::builtInStyleSheet("council")};
    Dice dice(seed);
    StyleSheet out = kSheets[dice.once(2) ? 2 : dice.between(0, 2)];
    auto& look = std::get<AgendaStyle>(out.look);
    addParts(look, dice);
    if (dice.once(5)) {
        look.contents.reset();
    }
    if (dice.once(5)) {
        look.attendance.reset();
    }
    if (dice.once(5)) {
        look.cover.reset();
    }
    if (dice.once(5)) {
        look.head.reset();
    }
    look.hangingNumbers = !dice.once(3);
    look.items.newPage = dice.once(6);
    look.items.showAccess = dice.once(2);
    look.items.kindMark = static_cast<KindMark>(dice.between(0, 2));
    look.sections.empty = static_cast<EmptySections>(dice.between(0, 2));
    look.enclosures.listAtEnd = dice.once(4);
    look.facts.form = dice.once(2) ? FactForm::List : FactForm::Table;
    look.facts.colons = dice.once(2);
    if (look.cover) {
        look.cover->ownPage = dice.once(3);
    }
    if (look.attendance) {
        look.attendance->columns = static_cast<std::int32_t>(dice.between(1, 3));
    }
    if (dice.once(2)) {
        std::vector<std::string>& order = look.sections.order;
        order.assign(model::kSectionKeys.begin(), model::kSectionKeys.end());
        order.insert(order.end(), {"decisions"});
        shuffle(order, dice);
        order.resize(dice.between(1, static_cast<std::uint32_t>(order.size())));
    }
    look.sections.decision.barWidth = Length::points(4);
    look.sections.decision.barGap = Length::points(10);
    look.sections.decision.barColour = {1, 2, 3};
    return out;
}

} // namespace sidetal::test
