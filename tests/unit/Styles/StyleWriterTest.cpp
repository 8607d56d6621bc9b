#include "Styles/StyleWriter.h"

#include "Style/BuiltInStyles.h"
#include "Style/StyleCheck.h"
#include "Style/StyleKeys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "StyleTesting.h"

namespace sidetal::input {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// Every value of a sheet by its key, as what it is and not as a file writes it.
class ValuesOf {
  public:
    explicit ValuesOf(std::map<std::string, std::string>& values, std::string prefix = {})
        : values_(values)
        , prefix_(std::move(prefix)) {}

    void text(std::string_view key, const std::string& value, std::string_view) const { put(key, value); }
    void text(std::string_view key, const std::optional<std::string>& value, std::string_view) const {
        put(key, value.value_or("null"));
    }
    void names(std::string_view key, const std::vector<std::string>& value, std::string_view) const {
        std::string list;
        for (const std::string& name : value) {
            list += name + " ";
        }
        put(key, list);
    }
    void family(std::string_view key, const std::string& value, std::string_view) const { put(key, value); }
    void length(std::string_view key, Length value, LengthRange, std::string_view) const {
        put(key, std::to_string(value.milli()));
    }
    void length(std::string_view key, std::optional<Length> value, LengthRange, std::string_view) const {
        put(key, value ? std::to_string(value->milli()) : "none");
    }
    void typeLength(std::string_view key, const TextStyle& style, Length TextStyle::*member,
                    LengthRange range, std::string_view doc) const {
        length(key, style.*member, range, doc);
    }
    void columnWidth(std::string_view key, ColumnWidth value, ColumnRange, std::string_view) const {
        put(key, std::to_string(static_cast<int>(value.kind())) + " " +
                     std::to_string(value.isFixed() ? value.length().milli() : value.thousandths()));
    }
    void colour(std::string_view key, Colour c, std::string_view) const {
        put(key, std::to_string(c.red) + " " + std::to_string(c.green) + " " + std::to_string(c.blue));
    }
    void fill(std::string_view key, std::optional<Colour> value, std::string_view doc) const {
        value ? colour(key, *value, doc) : put(key, "none");
    }
    void flag(std::string_view key, bool value, std::string_view) const { put(key, value ? "yes" : "no"); }
    void number(std::string_view key, std::int32_t value, NumberRange, std::string_view) const {
        put(key, std::to_string(value));
    }
    template <class E>
    void choice(std::string_view key, E value, std::span<const Choice<E>>, std::string_view) const {
        put(key, std::to_string(static_cast<int>(value)));
    }
    void textStyle(const TextRole& role, TextStyle& value) const {
        object(role.key, role.doc, [&](ValuesOf& in) { visitKeys(in, value); });
    }
    template <class Body>
    void object(std::string_view key, std::string_view, const Body& body) const {
        ValuesOf inner(values_, prefix_ + std::string(key) + ".");
        body(inner);
    }
    template <class T, class Body>
    void object(std::string_view key, std::optional<T>& value, std::string_view doc, const Body& body) const {
        put(key, value ? "there" : "none");
        if (value) {
            object(key, doc, [&](ValuesOf& in) { body(in, *value); });
        }
    }

  private:
    void put(std::string_view key, const std::string& value) const {
        EXPECT_TRUE(values_.emplace(prefix_ + std::string(key), value).second) << prefix_ << key;
    }
    std::map<std::string, std::string>& values_;
    std::string prefix_;
};

std::map<std::string, std::string> valuesOf(StyleSheet sheet) {
    std::map<std::string, std::string> values;
    ValuesOf visitor(values);
    visitor.text("name", sheet.name, {});
    visitor.text("description", sheet.description, {});
    visitKeys(visitor, sheet);
    return values;
}

std::string writtenOf(std::string_view text, const StyleLoader& load) {
    StyleOrigins origins;
    const StyleSheet sheet = sheetOf(text, load, &origins);
    return writeStyle(sheet, origins);
}

TEST(StyleWriter, WritesEveryBuiltInSheetSoThatItReadsBack) {
    for (const BuiltInStyle& file : builtInStyleFiles()) {
        StyleOrigins origins;
        const StyleSheet sheet = builtInStyleSheet(file.name, &origins);
        const std::string text = writeStyle(sheet, origins);
        Diagnostics diagnostics;
        const StyleSheet again = readStyleSheet(text, "again.json", {}, diagnostics);
        EXPECT_TRUE(diagnostics.all().empty()) << file.name;
        EXPECT_EQ(valuesOf(again), valuesOf(sheet)) << file.name;
    }
}

/// Gives the key with a number another value that it may have; counts the keys.
class ChangeOne {
  public:
    explicit ChangeOne(int& left)
        : left_(left) {}

    void text(std::string_view, std::string& value, std::string_view) const {
        change([&] { value += " \"\\x"; });
    }
    void text(std::string_view, std::optional<std::string>& value, std::string_view) const {
        change([&] { value = value ? std::nullopt : std::optional<std::string>("Titel"); });
    }
    void family(std::string_view, std::string& value, std::string_view) const {
        change([&] { value = value == "Carlito" ? "DejaVu Sans" : "Carlito"; });
    }
    void names(std::string_view, std::vector<std::string>& value, std::string_view) const {
        change([&] { value.emplace_back("economy"); });
    }
    void length(std::string_view, Length& value, LengthRange range, std::string_view) const {
        change(
            [&] { value = value + Length::milli(1) <= range.most ? value + Length::milli(1) : range.least; });
    }
    void length(std::string_view, std::optional<Length>& value, LengthRange range, std::string_view) const {
        change([&] { value = value ? std::nullopt : std::optional(range.least); });
    }
    void typeLength(std::string_view key, TextStyle& style, Length TextStyle::*member, LengthRange,
                    std::string_view) const {
        change([&] { style.*member += Length::milli(key == "size" ? -1 : 1); });
    }
    void columnWidth(std::string_view, ColumnWidth& value, ColumnRange, std::string_view) const {
        change([&] {
            value = value == ColumnWidth::content() ? ColumnWidth::share(1500) : ColumnWidth::content();
        });
    }
    void colour(std::string_view, Colour& value, std::string_view) const {
        change([&] { value.red = static_cast<std::uint8_t>(value.red ^ 1); });
    }
    void fill(std::string_view, std::optional<Colour>& value, std::string_view) const {
        change([&] { value = value ? std::nullopt : std::optional(Colour{250, 251, 252}); });
    }
    void flag(std::string_view, bool& value, std::string_view) const {
        change([&] { value = !value; });
    }
    void number(std::string_view, std::int32_t& value, NumberRange range, std::string_view) const {
        change([&] { value = value == range.most ? range.least : value + 1; });
    }
    template <class E>
    void choice(std::string_view, E& value, std::span<const Choice<E>> choices, std::string_view) const {
        change(
            [&] { value = value == choices.front().value ? choices.back().value : choices.front().value; });
    }
    void textStyle(const TextRole&, TextStyle& value) { visitKeys(*this, value); }
    template <class Body>
    void object(std::string_view, std::string_view, const Body& body) {
        body(*this);
    }
    template <class T, class Body>
    void object(std::string_view, std::optional<T>& value, std::string_view, const Body& body) {
        if (value) {
            body(*this, *value);
        }
        change([&] {
            value = value ? std::nullopt : std::optional<T>(std::in_place);
            // Their types are no types before they are set.
            const auto followUp = [] {
                return std::get<GoalMatrixStyle>(builtInStyleSheet("follow-up-text").look);
            };
            if constexpr (std::is_same_v<T, MatrixHeadings>) {
                value = value ? followUp().headings : value;
            } else if constexpr (std::is_same_v<T, MatrixHead>) {
                value = value ? followUp().head : value;
            }
        });
    }

  private:
    template <class F>
    void change(const F& f) const {
        if (left_-- == 0) {
            f();
        }
    }
    int& left_;
};

TEST(StyleWriter, WritesAnyValueOfAnyKeySoThatItReadsBack) {
    for (const char* name : {"agenda", "council", "goal-matrix"}) {
        const StyleSheet sheet = builtInStyleSheet(name);
        const auto before = valuesOf(sheet);
        int tried = 0;
        int left = -1;
        for (int key = 0; left < 0; ++key) {
            StyleSheet changed = sheet;
            left = key;
            ChangeOne visitor(left);
            visitKeys(visitor, changed);
            const bool fits = std::ranges::none_of(
                checkStyle(changed), [](const StyleFault& f) { return f.severity == Severity::Error; });
            if (left >= 0 || !fits) { // behind the last key, or what no file may ask for
                continue;
            }
            ++tried;
            Diagnostics diagnostics;
            const std::string text = writeStyle(changed, {});
            const StyleSheet again = readStyleSheet(text, "again.json", {}, diagnostics);
            ASSERT_EQ(valuesOf(again), valuesOf(changed)) << name << ": key " << key;
            ASSERT_NE(valuesOf(changed), before) << name << ": key " << key;
        }
        EXPECT_GT(tried, 200) << name;
    }
}

const StyleFiles kCity{{"city.json", R"({
    "base": "agenda", "name": "city",
    "font": {"size": "110 %", "lineHeight": "14 pt", "hyphenation": true, "colour": "#123"},
    "title": {"text": {"size": "248 %", "lineHeight": "248 %"}, "spaceAfter": "1 cm"},
    "sender": null, "column": null, "facts": {"labelWidth": "auto", "times": "colon"},
    "pictures": {"dpi": 144}, "list": {"bullet": "\"\\–"}
})"}};
constexpr const char* kCommittee = R"({
    "base": "city.json",
    "font": {"size": "11 pt"},
    "headingMeasure": "10 cm"
})";

TEST(StyleWriter, WritesAChainSoThatItReadsBack) {
    const std::string text = writtenOf(kCommittee, loaderOf(kCity));
    EXPECT_EQ(valuesOf(sheetOf(text, {})), valuesOf(sheetOf(kCommittee, loaderOf(kCity)))) << text;
    // Sizes that came of percentages are lengths now.
    EXPECT_THAT(text, HasSubstr("\"size\": \"27.28 pt\","));
}

/// The comment behind a line of `text` that holds `value` at the depth of its blanks.
std::string commentOf(const std::string& text, const std::string& value) {
    const std::size_t at = text.find("\n" + value);
    if (at == std::string::npos) {
        return "no such line";
    }
    const std::string line = text.substr(at + 1, text.find('\n', at + 1) - at - 1);
    const std::size_t comment = line.find("// ");
    return comment == std::string::npos ? "no comment" : line.substr(comment + 3);
}

TEST(StyleWriter, SaysWhereEachValueComesFrom) {
    const std::string text = writtenOf(kCommittee, loaderOf(kCity));
    EXPECT_THAT(text, StartsWith("// min.json, based on city.json, based on agenda\n"));
    EXPECT_EQ(commentOf(text, R"(  "name": "city",)"), "city.json:2");
    EXPECT_EQ(commentOf(text, R"(  "document": "agenda",)"), "agenda:5");
    EXPECT_EQ(commentOf(text, R"(    "size": "11 pt",)"), "min.json:3");
    EXPECT_EQ(commentOf(text, R"(      "size": "27.28 pt",)"), "city.json:4, 248 % of the font's");
    EXPECT_EQ(commentOf(text, R"(  "sender": null,)"), "city.json:5");
    EXPECT_EQ(commentOf(text, R"(  "headingMeasure": "283.465 pt",)"), "min.json:4");
    EXPECT_EQ(commentOf(text, R"(  "hangingNumbers": false,)"), "default");
    EXPECT_EQ(commentOf(text, R"(      "colour": "#112233",)"), "font");
    EXPECT_EQ(commentOf(text, R"(    "hyphenation": true,)"), "city.json:3");
    EXPECT_EQ(commentOf(text, R"(        "hyphenation": false,)"), "default") << "of headings";
    const std::string larger =
        writtenOf(R"({"base": "city.json", "font": {"size": "120 %"}})", loaderOf(kCity));
    EXPECT_EQ(commentOf(larger, R"(    "size": "11.88 pt",)"), "min.json:1, 120 % of the base's");
}

TEST(StyleWriter, TellsDefaultsThatAreLargerThanTheFont) {
    StyleOrigins nothing;
    EXPECT_THAT(writeStyle(builtInStyleSheet("agenda"), nothing),
                HasSubstr("// default, 150 % of the font's\n"));
}

TEST(StyleWriter, KeepsNamesOfFilesWithinTheirComment) {
    StyleOrigins origins;
    Diagnostics diagnostics;
    const StyleSheet sheet = readStyleSheet(R"({"base": "agenda", "name": "x"})", "a\n}\xE2\x80\xA8{.json",
                                            kTestFamilies, diagnostics, {}, &origins);
    const std::string text = writeStyle(sheet, origins);
    EXPECT_THAT(text, StartsWith("// a\\n}\\u2028{.json, based on agenda\n"));
    EXPECT_EQ(valuesOf(sheetOf(text, {})), valuesOf(sheet));
}

} // namespace
} // namespace sidetal::input
