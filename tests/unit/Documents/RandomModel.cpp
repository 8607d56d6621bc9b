#include "unit/Documents/RandomModel.h"

#include "Model/Fields/GoalMatrixFields.h"
#include "Model/Fields/MeetingFields.h"
#include "Model/Fields/Visit.h"

#include <algorithm>
#include <random>

namespace sidetal::input::testing {
namespace {

class Generator {
  public:
    Generator(unsigned seed, Texts texts)
        : random_(seed)
        , texts_(texts) {}

    MeetingPaper bodies(int count) {
        MeetingPaper out;
        while (count-- > 0) {
            AgendaItem& item = out.items.emplace_back();
            item.title = words();
            item.body = text();
        }
        return out;
    }

    Document document() { return coin() ? Document(random<MeetingPaper>()) : Document(random<GoalMatrix>()); }

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

    template <class T>
    T random() {
        T out;
        fill(out, 1);
        return out;
    }

    Date date() {
        return {static_cast<std::int16_t>(1 + below(9999)), static_cast<std::uint8_t>(1 + below(12)),
                static_cast<std::uint8_t>(1 + below(28))};
    }
    TimeOfDay time() { return {static_cast<std::uint8_t>(below(24)), static_cast<std::uint8_t>(below(60))}; }

    Emphasis emphasis() {
        Emphasis out{.bold = coin(), .italic = coin(), .underline = below(4) == 0, .struck = below(4) == 0};
        out.raised = below(6) == 0;
        out.lowered = !out.raised && below(6) == 0;
        out.small = below(6) == 0;
        return out;
    }

    Boxed<SpanDetails> details() {
        SpanDetails out;
        const char* address = texts_ == Texts::Worded ? "https://x.dk/" : "https://example.dk/?a&b=\"c\"";
        out.link = below(3) == 0 ? address : "";
        out.language = below(3) == 0 ? "en-GB" : "";
        out.expansion = below(3) == 0 ? "Bygnings- & boligregistret" : "";
        out.code = below(3) == 0;
        return out == SpanDetails() ? Boxed<SpanDetails>() : Boxed<SpanDetails>(out);
    }

    std::vector<TextSpan> spans() {
        std::vector<TextSpan> out;
        for (int count = 1 + below(3); count > 0; --count) {
            TextSpan span{words(), emphasis(), below(3) == 0 ? details() : Boxed<SpanDetails>()};
            if (below(4) == 0) {
                span.text += "\n" + words();
            }
            const bool same =
                !out.empty() && out.back().emphasis == span.emphasis && out.back().details == span.details;
            if (!same) {
                const bool parted = texts_ == Texts::Worded || coin(); // else words run into each other
                span.text += count > 1 && parted ? " " : "";
                out.push_back(std::move(span));
            }
        }
        while (out.back().text.back() == ' ') {
            out.back().text.pop_back();
        }
        return out;
    }

    TextParagraph paragraph(bool aligned = true) {
        TextParagraph out;
        out.spans = spans();
        if (aligned && below(4) == 0) {
            out.align = coin() ? TextAlign::Centre : TextAlign::Right;
        }
        out.indent = below(6) == 0 ? Length::points(below(100)) : Length();
        out.preformatted = below(6) == 0;
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

    TextDefinitions definitions(int depth) {
        TextDefinitions out;
        for (int count = 1 + below(3); count > 0; --count) {
            TextDefinition& item = out.items.emplace_back();
            item.term = spans();
            item.text = coin() ? text(depth + 1) : RichText();
        }
        return out;
    }

    Boxed<TextTable> table(int depth) {
        TextTable out;
        out.caption = coin() ? spans() : std::vector<TextSpan>();
        const int columns = 1 + below(4);
        const int rows = 1 + below(4);
        if (coin()) {
            out.columns.assign(static_cast<std::size_t>(columns), ColumnWidth::content());
            out.columns.front() =
                coin() ? ColumnWidth(Length::points(1 + below(900))) : ColumnWidth::part(125);
        }
        for (int i = 0; i < rows; ++i) {
            TextRow& row = out.rows.emplace_back();
            row.part = i == 0 && coin()                   ? TablePart::Head
                       : i > 0 && i + 1 == rows && coin() ? TablePart::Foot
                                                          : TablePart::Body;
            for (int c = 0; c < columns; ++c) {
                TextCell& cell = row.cells.emplace_back();
                cell.header = i == 0;
                cell.colSpan = columns == 1 ? 1 + static_cast<std::uint32_t>(below(3)) : 1;
                if (below(4) != 0) {
                    cell.align = coin() ? TextAlign::Right : TextAlign::Unsaid; // paragraphs need not say it
                    cell.content.blocks.emplace_back(paragraph(false));
                } else if (depth < 2) {
                    cell.content = text(depth + 1);
                }
            }
        }
        return out;
    }

    RichTextBlock block(int depth) {
        switch (depth < 3 ? below(12) : 0) {
        case 1:
        case 2:
            return textList(depth);
        case 3:
            return TextHeading{spans(), {}, 1 + below(6)};
        case 4:
            return definitions(depth);
        case 5:
            return depth < 2 ? RichTextBlock(table(depth)) : RichTextBlock(paragraph());
        case 6:
            return TextRule();
        case 7:
            return Boxed<TextQuote>({text(depth + 1), {}});
        case 8: {
            if (texts_ == Texts::Worded) {
                return paragraph();
            }
            const bool decorative = coin();
            return Boxed<TextPicture>({"kort & plan.png",
                                       decorative ? "" : "Kort \"1\"",
                                       decorative,
                                       Length::points(below(300)),
                                       {}});
        }
        default:
            return paragraph();
        }
    }

    RichText text(int depth = 0) {
        if (texts_ == Texts::Plain || below(3) == 0) {
            return plainText(words());
        }
        RichText out;
        for (int count = 1 + below(3); count > 0; --count) {
            RichTextBlock next = block(depth);
            const bool joins = !out.blocks.empty() && out.blocks.back().index() == next.index() &&
                               std::holds_alternative<TextDefinitions>(next);
            if (!joins) {
                out.blocks.push_back(std::move(next));
            }
        }
        return out;
    }
    RichText maybeText() { return coin() ? text() : RichText(); }

    /// A described object: each field by its type, its form and what is known of it.
    template <model::Described T>
    void fill(T& out, int depth) {
        model::eachField<T>([&](auto field) {
            using F = decltype(field);
            fillValue<F>(F::get(out), depth);
        });
        settle(out);
    }

    template <class F>
    void fillValue(std::string& out, int /*depth*/) {
        if constexpr (std::is_same_v<typename F::Form, model::form::Language>) {
            out = coin() ? "da" : "en-GB";
        } else {
            out = F::info.required ? words() : maybe();
        }
    }
    template <class F>
    void fillValue(RichText& out, int /*depth*/) {
        out = F::info.required ? text() : maybeText();
    }
    template <class F>
    void fillValue(bool& out, int /*depth*/) {
        out = coin();
    }
    template <class F>
    void fillValue(int& out, int /*depth*/) {
        out = static_cast<int>(number(F::info));
    }
    template <class F>
    void fillValue(Length& out, int /*depth*/) {
        out = Length::milli(number(F::info));
    }
    template <class F>
    void fillValue(Date& out, int /*depth*/) {
        out = date();
    }
    template <class F>
    void fillValue(TimeOfDay& out, int /*depth*/) {
        out = time();
    }
    template <class F, class E>
    requires std::is_enum_v<E>
    void fillValue(E& out, int /*depth*/) {
        const auto& values = model::Words<E>::values;
        if (F::info.required || coin()) {
            out = values[static_cast<std::size_t>(below(static_cast<int>(values.size())))].value;
        }
    }
    template <class F, model::Described T>
    void fillValue(T& out, int depth) {
        fill(out, depth);
    }
    template <class F, class V>
    void fillValue(std::optional<V>& out, int depth) {
        if (!coin()) {
            return;
        }
        if (std::is_same_v<V, std::string>) { // what is there may be empty
            fillValue<F>(out.emplace(), depth);
        } else if (!std::is_same_v<V, Person> || coin()) {
            fillValue<F>(out.emplace(), depth);
        } else {
            out.emplace(); // a person of whom nothing is known
        }
    }
    template <class F, class V>
    void fillValue(std::vector<V>& out, int depth) {
        const int deeper = std::is_same_v<V, typename F::Owner> ? depth - 1 : depth;
        if (deeper < 0) {
            return;
        }
        for (int count = below(3) + (F::info.required ? 1 : 0); count > 0; --count) {
            addMember(out, deeper);
        }
        keepFirsts(out, typename F::Form());
    }

    template <class V>
    void addMember(std::vector<V>& out, int depth) {
        if constexpr (std::is_same_v<V, std::string>) {
            out.push_back(words());
        } else if constexpr (model::Described<V>) {
            fill(out.emplace_back(), depth);
        } else {
            out.emplace_back(date(), words());
        }
    }

    template <class V>
    static void keepFirsts(std::vector<V>& /*list*/, model::form::Plain /*form*/) {}
    template <class V, auto Member>
    static void keepFirsts(std::vector<V>& list, model::form::UniqueBy<Member> /*form*/) {
        std::vector<V> firsts;
        for (V& value : list) {
            if (std::none_of(firsts.begin(), firsts.end(),
                             [&](const V& other) { return other.*Member == value.*Member; })) {
                firsts.push_back(std::move(value));
            }
        }
        list = std::move(firsts);
    }

    std::int64_t number(const model::FieldInfo& info) {
        return info.least +
               static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(info.most - info.least + 1));
    }

    /// What the rules of a type ask besides (lib/Model/Rules.h).
    template <class T>
    void settle(T& /*object*/) {}
    void settle(Section& section) {
        if (section.title.empty()) {
            section.key = "economy";
        }
    }
    void settle(Enclosure& enclosure) {
        enclosure.address = enclosure.address.empty() ? "" : "https://example.org/b%C3%A5d.pdf";
    }
    void settle(Goal& goal) {
        if (goal.text.empty() && goal.number.empty()) {
            goal.number = words();
        }
    }
    void settle(Initiative& initiative) {
        if (initiative.description.empty() && initiative.title.empty()) {
            initiative.title = words();
        }
    }
    void settle(MeetingPaper& paper) {
        if (coin()) {
            paper.items.clear();
        } else {
            paper.groups.clear();
        }
        paper.kind = one<MeetingPaper::Kind>(2);
    }

    std::mt19937 random_;
    Texts texts_;
};

} // namespace

MeetingPaper randomBodies(unsigned seed, int items, Texts texts) {
    return Generator(seed, texts).bodies(items);
}

Document randomDocument(unsigned seed, Texts texts) {
    return Generator(seed, texts).document();
}

} // namespace sidetal::input::testing
