/// JSON and XML say the same of the same document, right or wrong.

#include "unit/Documents/DocumentTesting.h"
#include "unit/Documents/FaultyDocument.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sidetal::input::testing {
namespace {

/// The codes of what reading `bytes` says; the document's canonical form goes to `model`, where there is one.
std::vector<std::string> codes(std::string_view bytes, std::string* model = nullptr) {
    Diagnostics diagnostics;
    try {
        const Document document = readDocument(bytes, "test", diagnostics);
        if (model != nullptr) {
            *model = writeJson(document);
        }
    } catch (const Error&) {
        EXPECT_TRUE(diagnostics.hasErrors());
    }
    std::vector<std::string> out;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        out.emplace_back(diagnostic.code);
    }
    std::sort(out.begin(), out.end());
    return out;
}

TEST(FormatsAgree, OnRandomDocuments) {
    for (unsigned seed = 0; seed < 200; ++seed) {
        const BothFormats both = faultyDocument(seed, 0);
        std::string fromJson;
        std::string fromXml;
        ASSERT_EQ(codes(both.json, &fromJson), codes(both.xml, &fromXml)) << both.json << "\n" << both.xml;
        ASSERT_NE(fromJson, "") << both.json;
        ASSERT_EQ(fromJson, fromXml) << both.json << "\n" << both.xml;
    }
}

TEST(FormatsAgree, OnAThousandFaultyDocuments) {
    std::size_t faulty = 0;
    for (unsigned seed = 0; faulty < 1'000; ++seed) {
        ASSERT_LT(seed, 10'000u);
        const BothFormats both = faultyDocument(seed, 1 + static_cast<int>(seed % 3));
        const std::vector<std::string> said = codes(both.json);
        faulty += said.empty() ? 0 : 1;
        EXPECT_EQ(said, codes(both.xml)) << seed << " " << both.faults << "\n"
                                         << both.json << "\n"
                                         << both.xml;
    }
}

} // namespace
} // namespace sidetal::input::testing
