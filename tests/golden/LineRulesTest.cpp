#include "golden/Laid.h"

#include "Styles/StyleReader.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace sidetal::test {
namespace {

/// The sheet with every rule of lines on.
StyleSheet withLineRules(const std::string& base, bool justified) {
    Diagnostics diagnostics;
    const std::string sheet = fmt::format(
        R"({{"base": "{}", "font": {{"hyphenation": true, "bonds": true, "lines": "optimum", "fullLastLine": true,
            "justified": {}}}, "list": {{"numbersAtDot": true}}}})",
        base, justified);
    return input::readStyleSheet(sheet, "lines.json", {}, diagnostics);
}

/// The text of each leaf as it extracts, without the hyphens that lines were ended with.
std::vector<std::string> textsOf(Laid& laid) {
    std::vector<std::string> out;
    for (const dump::LeafText& leaf : dump::leafTexts(laid.pages(), laid.breaker())) {
        std::string& text = out.emplace_back(leaf.text);
        constexpr std::string_view kHyphen = "\u00AD";
        for (auto at = text.find(kHyphen); at != text.npos; at = text.find(kHyphen, at)) {
            text.erase(at, kHyphen.size());
        }
    }
    return out;
}

class LineRules : public testing::TestWithParam<SampleCase> {};

TEST_P(LineRules, MoveLineEndsAndNothingElse) {
    Laid plain(GetParam().file, GetParam().style);
    const std::vector<std::string> expected = textsOf(plain);
    for (const bool justified : {false, true}) {
        Laid ruled(GetParam().file, withLineRules(GetParam().style, justified));
        EXPECT_EQ(textsOf(ruled), expected);
    }
}

INSTANTIATE_TEST_SUITE_P(Samples, LineRules, testing::ValuesIn(sampleCases()));

} // namespace
} // namespace sidetal::test
