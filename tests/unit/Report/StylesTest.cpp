#include "sidetal/Report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal {
namespace {

using testing::StartsWith;

constexpr const char* kOwn = R"({"base": "city.json", "name": "own", "colum": 1})";

StyleFile cityOnly(const std::string& name) {
    return name == "city.json" ? StyleFile{R"({"base": "council", "font": {"size": "110 %"}})"}
                               : StyleFile{{}, "does not exist"};
}

TEST(StylesOnStyles, AreReadByTheCallersLoader) {
    Diagnostics diagnostics;
    const StyleSheet sheet = readStyleSheet(kOwn, "own.json", diagnostics, cityOnly);
    EXPECT_EQ(sheet.name, "own");
    EXPECT_EQ(sheet.font.size, Length::milli(11'550));
    EXPECT_EQ(diagnostics.warningCount(), 1u);
    EXPECT_THROW((void)readStyleSheet(kOwn, "own.json", diagnostics), Error) << "without a loader";
    EXPECT_EQ(diagnostics.all().back().code, "SID-S021");
}

TEST(StylesOnStyles, LetWhatTheLoaderThrowsPass) {
    Diagnostics diagnostics;
    const StyleLoader angry = [](const std::string&) -> StyleFile { throw std::runtime_error("no disk"); };
    EXPECT_THROW((void)readStyleSheet(kOwn, "own.json", diagnostics, angry), std::runtime_error);
    EXPECT_TRUE(diagnostics.all().empty());
}

TEST(ShownStyles, AreReadBackWithoutTheirBases) {
    Diagnostics diagnostics;
    const std::string text = showStyle(kOwn, "own.json", diagnostics, cityOnly);
    EXPECT_EQ(diagnostics.warningCount(), 1u) << "as reading it";
    EXPECT_THAT(text, StartsWith("// own.json, based on city.json, based on council\n"));
    Diagnostics none;
    EXPECT_EQ(readStyleSheet(text, "whole.json", none).font.size, Length::milli(11'550));
    EXPECT_TRUE(none.all().empty());
    EXPECT_THROW((void)showStyle(R"({"base": "council", "column": "9 km"})", "own.json", none), Error);
    EXPECT_THROW((void)showBuiltInStyle("counsel"), Error);
}

} // namespace
} // namespace sidetal
