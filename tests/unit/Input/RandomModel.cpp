#include "unit/Input/RandomModel.h"

#include <random>

namespace sidetal::input::testing {
namespace {

class Generator {
  public:
    explicit Generator(unsigned seed)
        : random_(seed) {}

    Document document() { return coin() ? Document(agenda()) : Document(matrix()); }

  private:
    int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }
    bool coin() { return below(2) == 0; }
    template <class E>
    E one(int count, int first = 0) {
        return static_cast<E>(first + below(count));
    }

    /// A word or more, with what JSON and HTML must escape; never a bullet in front.
    std::string words() {
        static constexpr const char* kWords[] = {"a",       "Ø & å",      "<b>",      "\"x\"",
                                                 "\\n",     "1.10",       "§\u00a05", "&amp;",
                                                 "–sætter", "\U0001F600", "'",        "x • y"};
        std::string out = kWords[below(12)];
        for (int more = below(3); more > 0; --more) {
            out += std::string(" ") + kWords[below(12)];
        }
        return out;
    }
    std::string maybe() { return coin() ? words() : std::string(); }

    template <class F>
    auto optional(F make) -> std::optional<decltype(make())> {
        return coin() ? std::optional(make()) : std::nullopt;
    }
    template <class F>
    auto list(F make, int most = 3) {
        std::vector<decltype(make())> out;
        for (int count = below(most); count > 0; --count) {
            out.push_back(make());
        }
        return out;
    }

    Date date() {
        return {static_cast<std::int16_t>(1 + below(9999)), static_cast<std::uint8_t>(1 + below(12)),
                static_cast<std::uint8_t>(1 + below(28))};
    }
    TimeOfDay time() { return {static_cast<std::uint8_t>(below(24)), static_cast<std::uint8_t>(below(60))}; }

    TextParagraph paragraph() {
        TextParagraph out;
        for (int count = 1 + below(3); count > 0; --count) {
            TextSpan span{words(), coin(), coin(), coin()};
            if (below(4) == 0) {
                span.text += "\n" + words();
            }
            const bool same = !out.spans.empty() && out.spans.back().bold == span.bold &&
                              out.spans.back().italic == span.italic &&
                              out.spans.back().underline == span.underline;
            if (!same) {
                span.text += count > 1 && coin() ? " " : "";
                out.spans.push_back(std::move(span));
            }
        }
        while (out.spans.back().text.back() == ' ') {
            out.spans.back().text.pop_back();
        }
        return out;
    }

    TextList textList(int depth) {
        TextList out;
        out.marker = one<ListMarker>(6);
        out.start = out.marker == ListMarker::Bullet || coin() ? 1 : below(100'001);
        for (int count = 1 + below(3); count > 0; --count) {
            out.items.push_back(text(depth + 1));
        }
        return out;
    }

    RichText text(int depth = 0) {
        if (below(3) == 0) {
            return plainText(words());
        }
        RichText out;
        for (int count = 1 + below(3); count > 0; --count) {
            const bool asList = depth < 3 && below(3) == 0;
            if (asList) {
                out.blocks.emplace_back(textList(depth));
            } else {
                out.blocks.emplace_back(paragraph());
            }
        }
        return out;
    }
    RichText maybeText() { return coin() ? text() : RichText(); }

    Person person() { return {words(), maybe(), maybe(), {}}; }
    std::vector<Person> people() {
        return list([&] { return person(); });
    }
    std::vector<std::string> names() {
        return list([&] { return words(); });
    }

    DocumentHeader header() {
        DocumentHeader out;
        out.language = coin() ? "da" : "en-GB";
        out.title = maybe();
        out.organisation = optional([&] {
            return Organisation{maybe(), maybe(), maybe(), optional([&] { return Logo{words(), words()}; })};
        });
        out.date = optional([&] { return date(); });
        out.caseNumber = optional([&] { return maybe(); });
        out.caseOfficer = optional([&] { return maybe(); });
        out.status = one<DocumentStatus>(3);
        out.version = maybe();
        out.style = maybe();
        out.facts = list([&] { return Fact{words(), maybeText(), {}}; });
        return out;
    }

    Meeting meeting() {
        Meeting out;
        out.date = optional([&] { return date(); });
        out.start = optional([&] { return time(); });
        out.end = optional([&] { return time(); });
        out.place = optional([&] { return maybe(); });
        out.kind = one<Meeting::Kind>(4);
        out.chair = optional([&] { return coin() ? person() : Person(); });
        out.secretary = optional([&] { return person(); });
        out.participants = optional([&] { return people(); });
        out.absent = optional([&] { return people(); });
        out.attendance = list([&] {
            return AttendanceEvent{one<AttendanceEvent::Kind>(6),
                                   person(),
                                   optional([&] { return time(); }),
                                   maybe(),
                                   maybe(),
                                   maybe(),
                                   {}};
        });
        out.closed = optional([&] { return time(); });
        return out;
    }

    Decision decision() {
        Decision out;
        out.committee = maybe();
        out.date = optional([&] { return date(); });
        out.item = maybe();
        out.body = maybeText();
        out.votes = list([&] {
            return Vote{one<Vote::Option>(3), names(), optional([&] { return below(50); }), {}};
        });
        out.dissent = list([&] { return Opinion{names(), text(), {}}; });
        out.absent = names();
        return out;
    }

    AgendaItem item(int depth) {
        AgendaItem out;
        out.number = optional([&] { return maybe(); });
        out.title = words();
        out.publicTitle = maybe();
        out.access = one<Access>(2);
        out.kind = one<AgendaItem::Kind>(5);
        out.status = one<AgendaItem::Status>(2);
        out.caseNumber = maybe();
        out.caseOfficer = maybe();
        out.competence = maybe();
        out.presenter = maybe();
        out.body = maybeText();
        out.sections = list([&] {
            return coin() ? Section{"economy", maybe(), maybeText(), one<Access>(2), {}}
                          : Section{maybe(), words(), text(), Access::Open, {}};
        });
        out.decisions = list([&] { return decision(); });
        out.enclosures = list([&] {
            return Enclosure{
                maybe(), words(), one<Access>(2), maybe(), maybe(), optional([&] { return date(); }), {}};
        });
        out.items = depth == 0 ? std::vector<AgendaItem>() : list([&] { return item(depth - 1); });
        return out;
    }

    Agenda agenda() {
        Agenda out;
        out.header = header();
        out.committee = optional([&] { return Committee{words(), people()}; });
        out.meeting = meeting();
        out.supplements = maybe();
        out.numbering = {below(1'000'001), one<Numbering::Scheme>(3), maybe()};
        if (coin()) {
            out.items = list([&] { return item(1); });
        } else {
            out.groups = list([&] { return ItemGroup{words(), list([&] { return item(1); }), {}}; });
        }
        out.signatures = optional([&] { return Signatures{one<Signatures::Mode>(2), people()}; });
        return out;
    }

    Goal goal() {
        Goal out;
        out.number = maybe();
        out.text = text();
        out.prioritised = coin();
        out.committees = names();
        out.status = one<GoalStatus>(6);
        out.trend = one<Trend>(4);
        out.indicators = list([&] {
            return Indicator{words(),
                             maybe(),
                             maybe(),
                             maybe(),
                             maybe(),
                             optional([&] { return date(); }),
                             maybe(),
                             one<Indicator::Better>(3),
                             list([&] { return std::pair(date(), words()); }),
                             {}};
        });
        out.initiatives = list([&] {
            return Initiative{words(),     maybeText(),
                              maybeText(), one<GoalStatus>(6),
                              maybe(),     optional([&] { return date(); }),
                              maybeText(), {}};
        });
        return out;
    }

    GoalMatrix matrix() {
        GoalMatrix out;
        out.header = header();
        out.committee = optional([&] { return Committee{words(), people()}; });
        out.period = optional([&] {
            return Period{maybe(), optional([&] { return date(); }), optional([&] { return date(); })};
        });
        out.catalogue = optional([&] { return Catalogue{maybe(), maybe()}; });
        const int first = below(11); // each key once
        out.columns = list([&, next = first]() mutable {
            return MatrixColumn{static_cast<MatrixColumn::Key>(next++ % 11),
                                maybe(),
                                optional([&] { return Length::milli(1'000 + below(14'399'001)); }),
                                {}};
        });
        out.legend = list([&] { return LegendEntry{LegendEntry::Mark::Prioritised, words(), {}}; }, 2);
        out.themes = list([&] { return Theme{words(), maybeText(), list([&] { return goal(); }), {}}; });
        if (out.themes.empty()) {
            out.themes.push_back({words(), {}, {}, {}});
        }
        return out;
    }

    std::mt19937 random_;
};

} // namespace

Document randomDocument(unsigned seed) {
    return Generator(seed).document();
}

} // namespace sidetal::input::testing
