#include "unit/Input/InputTesting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace sidetal::input::testing {
namespace {

namespace fs = std::filesystem;

/// The samples of samples/errors whose faults Input finds, by their names; style sheets and jobs are tested
/// where they are read.
std::vector<std::string> errorSamples() {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(std::string(SIDETAL_SOURCE_DIR) + "/samples/errors")) {
        const auto extension = entry.path().extension();
        if (entry.is_regular_file() && (extension == ".json" || extension == ".xml")) {
            out.push_back(entry.path().filename().string());
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

/// What `sidetal check samples/errors/NAME` prints, called where the source tree begins.
std::string printed(const std::string& name) {
    Diagnostics diagnostics;
    const std::string path = "samples/errors/" + name;
    try {
        (void)readDocument(sourceFile(path), path, diagnostics);
    } catch (const Error&) {
        EXPECT_TRUE(diagnostics.hasErrors());
    }
    std::string out;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        out += format(diagnostic) + "\n";
    }
    return out;
}

class ErrorSample : public ::testing::TestWithParam<std::string> {};

TEST_P(ErrorSample, GivesItsMessage) {
    const std::string expected = "samples/errors/" + GetParam() + ".expected";
    const std::string said = printed(GetParam());
    EXPECT_FALSE(said.empty());
    if (const char* update = std::getenv("SIDETAL_UPDATE_GOLDENS");
        update != nullptr && std::string(update) == "1") {
        std::ofstream(std::string(SIDETAL_SOURCE_DIR) + "/" + expected, std::ios::binary) << said;
    }
    EXPECT_EQ(said, sourceFile(expected));
}

std::string testName(const ::testing::TestParamInfo<std::string>& info) {
    std::string out = info.param;
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '-' || c == '.'; }, '_');
    return out;
}

INSTANTIATE_TEST_SUITE_P(Samples, ErrorSample, ::testing::ValuesIn(errorSamples()), testName);

TEST(ErrorSamples, AreThere) {
    EXPECT_GE(errorSamples().size(), 50u);
}

} // namespace
} // namespace sidetal::input::testing
