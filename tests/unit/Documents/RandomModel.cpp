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

    TextParagraph paragraph() {
        TextParagraph out;
        for (int count = 1 + below(3); count > 0; --count) {
            TextSpan span{words(), {.bold = coin(), .italic = coin(), .underline = coin()}};
            if (below(4) == 0) {
                span.text += "\n" + words();
            }
            const bool same = !out.spans.empty() && out.spans.back().emphasis == span.emphasis;
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
        if (texts_ == Texts::Plain || below(3) == 0) {
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

Document randomDocument(unsigned seed, Texts texts) {
    return Generator(seed, texts).document();
}

} // namespace sidetal::input::testing
