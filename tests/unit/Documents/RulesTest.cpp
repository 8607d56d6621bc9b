#include "unit/Documents/DocumentTesting.h"
#include "unit/Documents/ModelXml.h"
#include "unit/Documents/RandomModel.h"

#include "Documents/Documents.h"
#include "Model/Check.h"
#include "Model/Fields/GoalMatrixFields.h"
#include "Model/Fields/MeetingFields.h"
#include "Model/Fields/Visit.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <map>
#include <optional>
#include <set>

/// Every rule of value, broken at every field that it holds for: a document that is built in code gets the
/// code and the path that it gets where it is read, from JSON and from XML.

namespace sidetal::input::testing {
namespace {

using ::testing::AnyOf;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// "SID-I012 items[0].title" of each fault.
std::vector<std::string> faults(const Diagnostics& diagnostics) {
    std::vector<std::string> out;
    for (const Diagnostic& d : diagnostics.all()) {
        if (d.severity == Severity::Error) {
            out.push_back(d.code + " " + d.path);
        }
    }
    return out;
}

std::vector<std::string> ofBuilt(const Document& document) {
    Diagnostics diagnostics;
    checkDocument(document, diagnostics);
    return faults(diagnostics);
}

std::vector<std::string> ofRead(std::string_view bytes) {
    Diagnostics diagnostics;
    try {
        ReadOptions quoting;
        quoting.quoteClosed = true;
        (void)readDocument(bytes, "test", diagnostics, quoting);
    } catch (const Error&) {
    }
    return faults(diagnostics);
}

constexpr std::string_view kNoUtf8 = "\xE6";

std::string pathOf(const std::string& outer, std::string_view key) {
    return outer.empty() ? std::string(key) : fmt::format("{}.{}", outer, key);
}

/// Breaks one rule after the other at one place after the other.
class Breaker {
  public:
    explicit Breaker(Document document)
        : document_(std::move(document)) {}

    void run() {
        ASSERT_THAT(ofBuilt(document_), IsEmpty());
        ASSERT_THAT(ofRead(writeJson(document_)), IsEmpty()) << writeJson(document_);
        ASSERT_THAT(ofRead(toXml(document_)), IsEmpty()) << toXml(document_);
        std::visit([&](auto& value) { object(value, {}); }, document_);
    }
    /// How often each rule was broken.
    [[nodiscard]] const std::map<std::string, int>& count() const { return count_; }

  private:
    void expect(const std::string& code, const std::string& path, const std::string& xmlPath) {
        ++count_[code];
        const std::string fault = code + " " + path;
        EXPECT_THAT(ofBuilt(document_), ElementsAre(fault));
        std::string json = writeJson(document_);
        if (code == "SID-I003") { // the writer makes U+FFFD of it, so that what it writes is always JSON
            constexpr std::string_view kReplaced = "\uFFFD";
            json.replace(json.find(kReplaced), kReplaced.size(), kNoUtf8);
        }
        // Bytes that are no UTF-8 are found before it is known what they mean.
        const auto read = code == "SID-I003" ? std::string("SID-I003 ") : fault;
        const auto brief = code + " " + brief_.value_or(path);
        EXPECT_THAT(ofRead(json), AnyOf(ElementsAre(read), ElementsAre(brief))) << json;
        EXPECT_THAT(ofRead(toXml(document_)), ElementsAre(code == "SID-I003" ? read : code + " " + xmlPath))
            << toXml(document_);
    }
    template <class V>
    void with(V& member, V broken, const std::string& code, const std::string& path) {
        with(member, std::move(broken), code, path, path);
    }
    template <class V>
    void with(V& member, V broken, const std::string& code, const std::string& path,
              const std::string& xmlPath) {
        std::swap(member, broken);
        expect(code, path, xmlPath);
        std::swap(member, broken);
    }

    template <class T>
    void object(T& value, const std::string& path) {
        model::eachField<T>([&](auto field) {
            using F = decltype(field);
            if constexpr (requires { model::Table<T>::brief; }) {
                if (std::is_same_v<typename F::Member, model::MemberOf<model::Table<T>::brief>>) {
                    brief_ = path;
                }
            }
            this->value<F>(F::get(value), pathOf(path, F::info.name));
            brief_.reset();
        });
        rules(value, path);
    }

    template <class F>
    void value(std::string& text, const std::string& path) {
        with(text, std::string(kNoUtf8), "SID-I003", path);
        if constexpr (std::is_same_v<typename F::Form, model::form::Language>) {
            with(text, std::string("dansk"), "SID-I019", path);
        } else if constexpr (std::is_same_v<typename F::Form, model::form::Address>) {
            with(text, std::string("bilag.pdf"), "SID-I070", path);
        } else if (F::info.required) {
            with(text, std::string(), "SID-I012", path);
            with(text, std::string("\u00a0"), "SID-I012", path);
        }
    }
    template <class F>
    void value(RichText& text, const std::string& path) {
        if (F::info.required) {
            with(text, RichText(), "SID-I012", path);
        }
    }
    template <class F>
    void value(bool& /*flag*/, const std::string& /*path*/) {}
    template <class F>
    void value(int& number, const std::string& path) {
        with(number, static_cast<int>(F::info.least - 1), "SID-I018", path);
        with(number, static_cast<int>(F::info.most + 1), "SID-I018", path);
    }
    template <class F>
    void value(Length& length, const std::string& path) {
        with(length, Length::milli(F::info.least - 1), "SID-I018", path);
        with(length, Length::milli(F::info.most + 1), "SID-I018", path);
    }
    template <class F>
    void value(Date& date, const std::string& path) {
        with(date, Date{2021, 2, 29}, "SID-I016", path);
    }
    template <class F>
    void value(TimeOfDay& time, const std::string& path) {
        with(time, TimeOfDay{24, 0}, "SID-I017", path);
    }
    template <class F, class E>
    requires std::is_enum_v<E>
    void value(E& one, const std::string& path) { with(one, static_cast<E>(77), "SID-I015", path); }
    template <class F, model::Described T>
    void value(T& inner, const std::string& path) {
        object(inner, path);
    }
    template <class F, class V>
    void value(std::optional<V>& member, const std::string& path) {
        if (!member) {
            return;
        }
        if constexpr (std::is_same_v<V, Person>) { // of whom nothing may be known
            with(*member, Person{"", "Formand", "", {}, {}}, "SID-I012", pathOf(path, "name"));
        } else {
            value<F>(*member, path);
        }
    }
    template <class F, class V>
    void value(std::vector<V>& list, const std::string& path) {
        if (F::info.required) {
            with(list, std::vector<V>(), "SID-I012", path);
        }
        repeated(list, path, typename F::Form());
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::string at = fmt::format("{}[{}]", path, i);
            if constexpr (model::Described<V>) {
                object(list[i], at);
            } else if constexpr (std::is_same_v<V, std::string>) {
                with(list[i], std::string(), "SID-I012", at);
            } else { // a date and a value, which XML names
                with(list[i].first, Date{2021, 2, 29}, "SID-I016", at + "[0]", at + ".date");
                with(list[i].second, std::string(), "SID-I012", at + "[1]", at + ".value");
            }
        }
    }
    template <class V>
    void repeated(std::vector<V>& /*list*/, const std::string& /*path*/, model::form::Plain /*form*/) {}
    template <class V, auto Member>
    void repeated(std::vector<V>& list, const std::string& path, model::form::UniqueBy<Member> /*form*/) {
        if (!list.empty()) {
            auto twice = list;
            twice.push_back(list.front());
            with(list, std::move(twice), "SID-I009", fmt::format("{}[{}]", path, list.size()));
        }
    }

    template <class T>
    void rules(T& /*object*/, const std::string& /*path*/) {}
    void rules(Section& section, const std::string& path) {
        with(section, Section{"own", "", plainText("x"), {}, {}}, "SID-I022", path);
        with(section, Section{"", "\u00a0", plainText("x"), {}, {}}, "SID-I012", pathOf(path, "key"));
    }
    void rules(Goal& goal, const std::string& path) {
        Goal wordless = goal;
        wordless.number = "\u00a0";
        wordless.text = {};
        with(goal, std::move(wordless), "SID-I012", pathOf(path, "text"));
    }
    void rules(Initiative& initiative, const std::string& path) {
        Initiative untitled = initiative;
        untitled.title = "\u00a0";
        untitled.description = {};
        with(initiative, std::move(untitled), "SID-I012", pathOf(path, "title"));
    }
    void rules(MeetingPaper& paper, const std::string& path) {
        MeetingPaper both = paper;
        both.items.resize(1);
        both.items[0].title = "x";
        both.groups.assign(1, ItemGroup{"x", {}, {}, {}});
        with(paper, std::move(both), "SID-I023", path);
    }

    Document document_;
    std::optional<std::string> brief_; ///< the path in JSON, where the value may stand for its object
    std::map<std::string, int> count_;
};

TEST(Rules, HoldOfDocumentsThatWereReadAndOfThoseThatWereBuilt) {
    std::map<std::string, int> count;
    for (unsigned seed = 0; seed < 12 && !HasFailure(); ++seed) {
        Breaker breaker(randomDocument(seed, Texts::Plain));
        breaker.run();
        for (const auto& [code, times] : breaker.count()) {
            count[code] += times;
        }
    }
    std::set<std::string> broken;
    for (const auto& [code, times] : count) {
        broken.insert(code);
    }
    EXPECT_EQ(broken,
              (std::set<std::string>{"SID-I003", "SID-I009", "SID-I012", "SID-I015", "SID-I016", "SID-I017",
                                     "SID-I018", "SID-I019", "SID-I022", "SID-I023", "SID-I070"}));
    EXPECT_GT(count["SID-I012"], 200);
}

MeetingPaper paperOf(AgendaItem item) {
    MeetingPaper out;
    item.title = "x";
    out.items.push_back(std::move(item));
    return out;
}

TEST(Rules, OfBuiltDocumentsFindWhatNoReaderWouldHaveMade) {
    AgendaItem item;
    item.body.blocks.emplace_back(TextParagraph{{{" \u00ad"}}, {}});
    item.body.blocks.emplace_back(TextList{});
    TextList list;
    list.start = -1;
    list.items.push_back(plainText("x"));
    item.body.blocks.emplace_back(list);
    MeetingPaper paper = paperOf(item);
    EXPECT_THAT(ofBuilt(paper), ElementsAre("SID-R003 items[0].body[0]", "SID-R003 items[0].body[1]",
                                            "SID-R003 items[0].body[2].start"));
    AgendaItem tables;
    TextTable table;
    table.columns = {ColumnWidth::share(1), ColumnWidth::part(10'001)};
    table.rows.resize(2);
    table.rows[0].cells.resize(100);
    table.rows[0].cells[0].colSpan = 60;
    table.rows[0].cells[0].rowSpan = 2;
    table.rows[1].cells.resize(141); // beside 60 that the cell above takes
    tables.body.blocks.emplace_back(Boxed<TextTable>(table));
    EXPECT_THAT(ofBuilt(paperOf(std::move(tables))),
                ElementsAre("SID-R003 items[0].body[0].columns", "SID-R003 items[0].body[0].columns.width",
                            "SID-R003 items[0].body[0]"));
    paper = paperOf({});
    paper.kind = static_cast<MeetingPaper::Kind>(2);
    EXPECT_THAT(ofBuilt(paper), ElementsAre("SID-I015 document"));
}

TEST(Rules, BuiltDocumentsMayLeadToFilesBesideTheirPdf) {
    for (const auto& [link, isRight] :
         {std::pair("./a%20b.pdf", true), std::pair("../ud/a.pdf", true), std::pair("https://a.dk", true),
          std::pair("a.pdf", false), std::pair("/a.pdf", false), std::pair("./a b.pdf", false),
          std::pair("file:./a.pdf", false)}) {
        SpanDetails details;
        details.link = link;
        TextSpan span{"x"};
        span.details = std::move(details);
        AgendaItem item;
        item.body.blocks.emplace_back(TextParagraph{{span}, {}});
        EXPECT_EQ(ofBuilt(paperOf(std::move(item))).empty(), isRight) << link;
    }
}

TEST(Rules, AreToldAtTheNearestPlaceThatADocumentKnows) {
    auto document = read(
        "{\n  \"document\": \"agenda\",\n  \"items\": [\n    {\"title\": \"x\", \"body\": \"y\"}\n  ]\n}");
    auto& item = std::get<MeetingPaper>(document).items[0];
    item.title.clear();
    Diagnostics diagnostics;
    checkDocument(document, diagnostics);
    EXPECT_THAT(lines(diagnostics),
                ElementsAre("4:15: error: items[0].title: empty, expected text [SID-I012]"));
    item.titleSource = {};
    Diagnostics again;
    checkDocument(document, again);
    EXPECT_THAT(lines(again), ElementsAre("4:5: error: items[0].title: empty, expected text [SID-I012]"));
}

TEST(Rules, LimitHowDeepDocumentsAndTheirListsAreNested) {
    AgendaItem deep;
    deep.title = "x";
    for (int i = 0; i < 200; ++i) {
        AgendaItem outer;
        outer.title = "x";
        outer.items.push_back(std::move(deep));
        deep = std::move(outer);
    }
    const Document nested = paperOf(std::move(deep));
    ASSERT_EQ(ofBuilt(nested).size(), 1u);
    EXPECT_TRUE(ofBuilt(nested)[0].starts_with("SID-I004 items[0].items[0]"));
    EXPECT_EQ(ofRead(writeJson(nested)).at(0).substr(0, 8), "SID-I004");
    RichText text = plainText("x");
    for (int i = 0; i < 21; ++i) {
        TextList list;
        list.items.push_back(std::move(text));
        text = {};
        text.blocks.emplace_back(std::move(list));
    }
    AgendaItem item;
    item.body = std::move(text);
    const Document listed = paperOf(std::move(item));
    ASSERT_EQ(ofBuilt(listed).size(), 1u);
    EXPECT_TRUE(ofBuilt(listed)[0].starts_with("SID-I004 items[0].body[0][0]"));
    EXPECT_EQ(ofRead(writeJson(listed)).at(0), "SID-I004 items[0].body.html");
}

} // namespace
} // namespace sidetal::input::testing
