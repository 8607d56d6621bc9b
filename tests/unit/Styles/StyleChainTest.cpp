#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "StyleTesting.h"

namespace sidetal::input {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const AgendaStyle& agendaOf(const StyleSheet& sheet) {
    return std::get<AgendaStyle>(sheet.look);
}

TEST(StyleChain, GoesThroughFilesToABuiltInSheet) {
    const StyleSheet sheet = sheetOf(
        R"({"base": "by.json", "name": "udvalget", "item": {"spaceBefore": "30 pt"}})",
        loaderOf(
            {{"by.json", R"({"base": "agenda", "item": {"spaceBefore": "20 pt", "spaceAfter": "7 pt"}})"}}));
    EXPECT_EQ(sheet.name, "udvalget");
    EXPECT_EQ(sheet.file, "min.json");
    EXPECT_EQ(agendaOf(sheet)[AgendaRole::Item].spaceBefore, Length::points(30));
    EXPECT_EQ(agendaOf(sheet)[AgendaRole::Item].spaceAfter, Length::points(7));
    EXPECT_EQ(agendaOf(sheet)[AgendaRole::SubItem].spaceAfter, Length::points(3)) << "of agenda";
}

TEST(StyleChain, TakesWhatTheBaseLeftOutForNull) {
    const auto load = loaderOf({{"by.json", R"({"base": "agenda", "sender": null})"}});
    EXPECT_FALSE(agendaOf(sheetOf(R"({"base": "by.json"})", load)).sender.has_value());
    EXPECT_EQ(agendaOf(sheetOf(R"({"base": "by.json", "sender": {"gap": "19 pt"}})", load)).sender->width,
              Length::points(121))
        << "what agenda says of it";
}

TEST(StyleChain, FindsFilesFromWhereTheNameStands) {
    const auto load = loaderOf({{"lag/by.json", R"({"base": "../grund/ny.json"})"},
                                {"grund/ny.json", R"({"base": "./gl.json"})"},
                                {"grund/gl.json", R"({"document": "agenda", "name": "fundet"})"}});
    EXPECT_EQ(sheetOf(R"({"base": "lag//./by.json"})", load).name, "fundet");
    std::vector<std::string> asked;
    const StyleLoader nothing = [&](const std::string& name) {
        asked.push_back(name);
        return StyleFile{{}, "is not for you"};
    };
    EXPECT_THAT(messagesOf(R"({"base": "../by.json"})", nothing, "stil/a.json"),
                ElementsAre("stil/a.json:1:10: error: base: 'stil/../by.json' is not for you [SID-S021]"));
    EXPECT_THAT(messagesOf(R"({"base": "/by.json"})", nothing, "stil/a.json"),
                ElementsAre("stil/a.json:1:10: error: base: '/by.json' is not for you [SID-S021]"));
    EXPECT_THAT(asked, ElementsAre("../by.json", "/by.json")) << "what leads out is the loader's business";
}

TEST(StyleChain, TellsABaseThatIsMissing) {
    EXPECT_THAT(messagesOf("{\n \"base\": \"by.json\"}", loaderOf({})),
                ElementsAre("min.json:2:10: error: base: 'by.json' does not exist [SID-S021]"));
    EXPECT_THAT(
        messagesOf(R"({"base": "by.json"})", loaderOf({{"by.json", R"({"base": "x/y.json"})"}}),
                   "/etc/stil/min.json"),
        ElementsAre("/etc/stil/by.json:1:10: error: base: '/etc/stil/x/y.json' does not exist [SID-S021]"));
    EXPECT_THAT(
        messagesOf(R"({"base": "by.json"})", {}),
        ElementsAre("min.json:1:10: error: base: 'by.json' is a file, and none can be read here, expected "
                    "a built-in sheet: 'agenda', 'administrative', 'council', 'goal-matrix', "
                    "'goal-matrix-a3', 'follow-up', 'follow-up-a3' or 'follow-up-text' [SID-S021]"));
}

TEST(StyleChain, TellsAChainThatComesBackToItself) {
    EXPECT_THAT(messagesOf(R"({"base": "min.json"})", loaderOf({})),
                ElementsAre("min.json:1:10: error: base: 'min.json' is based on itself [SID-S023]\n"
                            "  each is based on the next: 'min.json', 'min.json'"));
    EXPECT_THAT(messagesOf(R"({"base": "a.json"})", loaderOf({{"a.json", R"({"base": "x/../b.json"})"},
                                                              {"b.json", R"({"base": "a.json"})"}})),
                ElementsAre("b.json:1:10: error: base: 'a.json' is based on itself [SID-S023]\n"
                            "  each is based on the next: 'min.json', 'a.json', 'b.json', 'a.json'"));
}

TEST(StyleChain, EndsWhereItIsTooLong) {
    StyleFiles files;
    for (int i = 1; i < 9; ++i) {
        files["a" + std::to_string(i) + ".json"] = R"({"base": "a)" + std::to_string(i + 1) + R"(.json"})";
    }
    files["a7.json"] = R"({"base": "agenda"})";
    EXPECT_THAT(messagesOf(R"({"base": "a1.json"})", loaderOf(files)), IsEmpty());
    files["a7.json"] = R"({"base": "a8.json"})";
    EXPECT_THAT(
        messagesOf(R"({"base": "a1.json"})", loaderOf(files)),
        ElementsAre(
            "a7.json:1:10: error: base: 'a8.json' would be file 9 that the sheet is made of, expected "
            "at most 8 [SID-S022]\n  each is based on the next: 'min.json', 'a1.json', 'a2.json', "
            "'a3.json', 'a4.json', 'a5.json', 'a6.json', 'a7.json', 'a8.json'"));
}

TEST(StyleChain, TellsABaseOfAnotherKind) {
    const auto load = loaderOf({{"maal.json", R"({"base": "goal-matrix"})"}});
    EXPECT_THAT(
        messagesOf(R"({"base": "maal.json", "document": "agenda"})", load),
        ElementsAre("min.json:1:35: error: document: 'agenda' is not what the base 'maal.json' is for, "
                    "expected 'goal-matrix' [SID-S008]"));
    EXPECT_THAT(
        messagesOf(R"({"base": "a.json"})",
                   loaderOf({{"a.json", R"({"base": "agenda", "document": "goal-matrix"})"}})),
        ElementsAre(HasSubstr("a.json:1:32: error: document: 'goal-matrix' is not what the base 'agenda'")));
}

TEST(StyleChain, TellsWhatIsWrongInTheFileThatHasIt) {
    EXPECT_THAT(
        messagesOf("{\"base\": \"by.json\",\n \"columm\": 1}",
                   loaderOf({{"by.json", "{\"base\": \"agenda\",\n\n \"page\": {\"marginTop\": \"x\"}}"}})),
        ElementsAre(HasSubstr("min.json:2:2: warning: columm: unknown key"),
                    HasSubstr("by.json:3:24: error: page.marginTop: 'x' is no length")));
    EXPECT_THAT(messagesOf(R"({"base": "by.json"})", loaderOf({{"by.json", "{\"base\":\n"}})),
                ElementsAre(HasSubstr("by.json:2:1: error:")));
    EXPECT_THAT(messagesOf(R"({"base": "by.json"})", loaderOf({{"by.json", "[]"}})),
                ElementsAre(HasSubstr("by.json:1:1: error: expected an object")));
}

TEST(StyleChain, NamesTheFileThatBroughtAFaultAbout) {
    const std::string wide = "{\"base\": \"agenda\",\n \"sender\": {\"width\": \"170 pt\"}}";
    const std::string narrow = "{\"base\": \"agenda\",\n \"page\": {\"marginLeft\": \"120 pt\"}}";
    const std::string harmless = "{\"base\": \"by.json\",\n \"sender\": {\"gap\": \"20 pt\"}}";
    EXPECT_THAT(
        messagesOf(harmless, loaderOf({{"by.json", wide}})), // though it has the key that is at fault
        ElementsAre(HasSubstr("by.json:2:12: error: sender: the body column and the sender block are")));
    EXPECT_THAT(
        messagesOf(harmless, loaderOf({{"by.json", narrow}})), // which has not
        ElementsAre(HasSubstr("by.json:2:10: error: sender: the body column and the sender block are")));
    EXPECT_THAT(messagesOf(harmless, loaderOf({{"by.json", "{\"base\": \"ny.json\"}"}, {"ny.json", wide}})),
                ElementsAre(HasSubstr("ny.json:2:12: error: sender:")));
    const std::string mended = "{\"base\": \"ny.json\",\n \"sender\": {\"width\": \"100 pt\"}}";
    const std::string again =
        "{\"base\": \"by.json\",\n \"font\": {},\n \"page\": {\"marginRight\": \"120 pt\"}}";
    EXPECT_THAT(messagesOf(again, loaderOf({{"by.json", mended}, {"ny.json", wide}})),
                ElementsAre(HasSubstr("min.json:3:10: error: sender:")));
}

TEST(StyleChain, KnowsWhereEachValueComesFrom) {
    StyleOrigins origins;
    (void)sheetOf(
        "{\"base\": \"by.json\",\n \"item\": {\"spaceBefore\": \"30 pt\"}, \"sender\": null}",
        loaderOf({{"by.json",
                   R"({"base": "agenda", "item": {"spaceBefore": "20 pt", "text": {"size": "90 %"}}})"}}),
        &origins);
    EXPECT_THAT(origins.sheets, ElementsAre("agenda", "by.json", "min.json"));
    const auto at = [&](std::string_view key) { return origins.values.find(key)->second; };
    EXPECT_EQ(at("item.spaceBefore").sheet, 2u);
    EXPECT_EQ(at("item.spaceBefore").position, (SourcePos{2, 26}));
    EXPECT_EQ(at("item.text.size").sheet, 1u);
    EXPECT_EQ(at("item.text.size").percent, "90 %");
    EXPECT_EQ(at("item.spaceAfter").sheet, 0u);
    EXPECT_EQ(at("sender").sheet, 2u);
    EXPECT_FALSE(origins.values.contains("hangingNumbers"));
}

} // namespace
} // namespace sidetal::input
