#include "canary/CanaryPaper.h"
#include "sidetal/Report.h"
#include "support/RandomTimes.h"

#include <gtest/gtest.h>

#include <random>

namespace sidetal::canary {
namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr std::uint64_t kPairs = 200; // which take ten times as long
#else
constexpr std::uint64_t kPairs = 1'000;
#endif

class SameBytes : public testing::Test {
  protected:
    /// The public's file of the paper of a seed, its withheld words made with `mark`; empty where it has
    /// none.
    std::string file(std::uint64_t seed, const Views& views, const EditionPolicy& policy,
                     const std::string& mark) {
        Words words(views, views, mark);
        const CanaryPaper paper = canaryPaper(seed, words, {.faults = false});
        RenderOptions options;
        options.policy = policy;
        options.embedData = true;
        options.pictures = [&](const std::string& name) { return PictureFile{paper.pictures.at(name)}; };
        std::string out;
        try {
            Diagnostics told;
            const Document document = readDocument(paper.text, "m", told);
            (void)renderer_.render(document, options, [&](std::string_view bytes) { out += bytes; });
        } catch (const Error& error) {
            EXPECT_FALSE(error.diagnostics().empty());
        }
        return out;
    }

    Renderer renderer_;
};

/// Nothing in a file tells how long, or of what letters, what is withheld is.
TEST_F(SameBytes, ComeOfRandomPapersThatDifferInWithheldWordsAlone) {
    std::uint64_t same = 0;
    const std::uint64_t pairs = kPairs * test::randomTimes();
    for (std::uint64_t seed = 0; same < pairs && seed < 2 * pairs; ++seed) {
        std::mt19937 random(static_cast<std::mt19937::result_type>(seed));
        RandomPolicy policy = randomPolicy(random);
        const bool strict = seed % 3 == 0;
        const Views views = strict ? Views::strict() : policy.ofPublic;
        Diagnostics told;
        const EditionPolicy rules =
            strict ? EditionPolicy() : readEditionPolicy(policy.text, "politik.json", told);
        const std::string one = file(seed, views, rules, "qx");
        const std::string other = file(seed, views, rules, seed % 2 == 0 ? "kv" : "vwkptwvkqx");
        ASSERT_EQ(one.empty(), other.empty()) << seed;
        if (!one.empty()) {
            ASSERT_TRUE(one == other) << "leak: the files of papers " << seed << " differ";
            ++same;
        }
    }
    EXPECT_EQ(same, pairs);
}

} // namespace
} // namespace sidetal::canary
