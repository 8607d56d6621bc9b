#include "support/RandomTimes.h"
#include "unit/Documents/DocumentTesting.h"
#include "unit/Documents/ModelEquality.h"
#include "unit/Documents/RandomModel.h"

#include <gtest/gtest.h>

namespace sidetal::input::testing {
namespace {

TEST(CanonicalJson, LeavesDefaultsOutAndKeepsTheOrder) {
    EXPECT_EQ(writeJson(MeetingPaper()), "{\n  \"document\": \"agenda\"\n}\n");
    MeetingPaper minutes;
    minutes.kind = MeetingPaper::Kind::Minutes;
    EXPECT_EQ(writeJson(minutes), "{\n  \"document\": \"minutes\"\n}\n");
    EXPECT_EQ(
        writeJson(read(
            R"({"title": "T", "items": [{"body": "b", "title": "x", "access": "open"}], "document": "agenda",
        "numbering": {"start": 1, "suffix": "."}, "language": "da", "meeting": {"absent": []}, "caseNumber": ""})")),
        "{\n  \"document\": \"agenda\",\n  \"title\": \"T\",\n  \"caseNumber\": \"\",\n  \"meeting\": {\n    "
        "\"absent\": []\n  },\n"
        "  \"items\": [\n    {\n      \"title\": \"x\",\n      \"body\": \"b\"\n    }\n  ]\n}\n");
}

TEST(CanonicalJson, ShortFormsWhereTheySayAll) {
    const std::string json = writeJson(
        read(R"({"document": "goal-matrix", "columns": [{"key": "goal"}, {"key": "theme", "title": "G"}],
        "committee": {"name": "U", "members": [{"name": "A"}, {"name": "B", "party": "V"}]}, "themes": [{"title": "T"}]})"));
    EXPECT_NE(json.find("\"columns\": [\n    \"goal\",\n    {"), std::string::npos) << json;
    EXPECT_NE(json.find("\"members\": [\n      \"A\",\n      {"), std::string::npos) << json;
}

class RandomDocuments : public ::testing::TestWithParam<unsigned> {};

TEST_P(RandomDocuments, AreTheSameWhenReadAgain) {
    for (unsigned i = 0; i < 250 * test::randomTimes(); ++i) {
        const unsigned seed = GetParam() * 1'000'000 + i;
        const Document document = randomDocument(seed);
        const std::string json = writeJson(document);
        const Document again = read(json);
        ASSERT_TRUE(equal(document, again)) << "seed " << seed << "\n"
                                            << json << "\nagain\n"
                                            << writeJson(again);
        ASSERT_EQ(writeJson(again), json) << "seed " << seed;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomDocuments, ::testing::Range(0u, 4u));

TEST(CanonicalJson, OfTheSamplesIsTheSameForJsonAndXml) {
    for (const std::string name : {"agenda", "goal-matrix"}) {
        const std::string json = writeJson(read(sourceFile("samples/" + name + ".json")));
        EXPECT_EQ(json, writeJson(read(sourceFile("samples/" + name + ".xml")))) << name;
        EXPECT_EQ(json, writeJson(read(json))) << name;
    }
}

} // namespace
} // namespace sidetal::input::testing
