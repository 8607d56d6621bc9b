#include "Editions/ClosedRules.h"
#include "canary/CanaryPaper.h"
#include "sidetal/Report.h"
#include "support/PdfTexts.h"
#include "support/RandomTimes.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <set>

namespace sidetal::canary {
namespace {

constexpr std::uint64_t kShards = 8;
#ifdef __SANITIZE_ADDRESS__
constexpr std::uint64_t kPapers = 2'000; // each takes many times as long
#else
constexpr std::uint64_t kPapers = 10'000;
#endif

/// For whom a paper is made, and by which rules.
struct Reader {
    RenderOptions options;
    std::string policy{}; ///< its file; empty: the strict one
    Views usual = Views::all();
    Views withheld = Views::all();
};

EditionPolicy policyOf(const std::string& text) {
    Diagnostics told;
    return readEditionPolicy(text, "politik.json", told);
}

Reader readerOf(std::uint64_t seed, std::mt19937& random) {
    Reader out;
    Views ofPublic = Views::strict();
    Views ofMembers = Views::all();
    if (random() % 2 == 0) {
        const RandomPolicy policy = randomPolicy(random);
        out.policy = policy.text;
        out.options.policy = policyOf(policy.text);
        ofPublic = policy.ofPublic;
        ofMembers = policy.ofMembers;
    }
    switch (seed % 5) {
    case 0:
    case 1:
        out.usual = out.withheld = ofPublic;
        break;
    case 2:
        out.options.edition = Edition::Members;
        out.usual = out.withheld = ofMembers;
        break;
    case 3:
        out.options.edition = Edition::Members;
        out.options.recipient = kRecipient;
        out.usual = ofMembers;
        out.withheld = ofPublic;
        break;
    default:
        out.options.edition = Edition::Full;
        break;
    }
    out.options.embedData = random() % 4 != 0;
    return out;
}

/// All that comes of a paper, by what it is.
using Outputs = std::vector<std::pair<std::string, std::string>>;

std::string textOf(const std::vector<Diagnostic>& messages) {
    std::string out;
    for (const Diagnostic& message : messages) {
        out += format(message) + "\n" + formatJson(message) + "\n";
    }
    return out;
}

std::string textOf(const std::vector<EditionRow>& rows) {
    std::string out;
    for (const EditionRow& row : rows) {
        out += row.item + " " + row.thing + " " + row.kind + " " + row.field + "\n";
    }
    return out;
}

/// What a work gives; where it throws, the messages alone.
template <class Work>
void attempt(Outputs& outputs, const std::string& name, const Work& work) {
    try {
        work();
    } catch (const Error& error) {
        outputs.emplace_back(name + ", its errors", textOf(error.diagnostics()));
    }
}

/// Takes a paper through the library, all that it can give collected. The messages of the full edition are
/// left out: they may quote anything.
class PaperRun {
  public:
    PaperRun(Renderer& renderer, const CanaryPaper& paper, RenderOptions options)
        : renderer_(renderer)
        , options_(std::move(options)) {
        options_.pictures = [this, &paper](const std::string& name) {
            outputs_.emplace_back("a picture that is asked for", name);
            const auto found = paper.pictures.find(name);
            return found == paper.pictures.end() ? PictureFile{{}, "does not exist"}
                                                 : PictureFile{found->second};
        };
        attempt(outputs_, "reading", [&] { read(paper.text); });
        if (document_) {
            attempt(outputs_, "rendering", [&] { render(); });
        }
    }

    /// Prints a stage, and says what lint and the table of editions say.
    void sayMore(DumpStage stage) {
        if (!document_) {
            return;
        }
        attempt(outputs_, "dump", [&] {
            DumpResult dump = renderer_.dump(*document_, options_, stage, "m.json");
            outputs_.emplace_back("dump", std::move(dump.text));
            addMessages("dump's warnings", dump.warnings);
        });
        attempt(outputs_, "lint", [&] { addMessages("lint", lintMessages(*document_, options_, "m.json")); });
    }

    /// Of no edition: not a word of what is closed may be in it.
    [[nodiscard]] Outputs table() {
        Outputs out;
        if (document_) {
            Diagnostics told;
            attempt(out, "table", [&] {
                out.emplace_back(
                    "table", textOf(compareEditions(*document_, options_.policy, options_.recipient, told)));
            });
            out.emplace_back("table's warnings", textOf(told.all()));
        }
        return out;
    }

    [[nodiscard]] const Outputs& outputs() const { return outputs_; }
    [[nodiscard]] const std::string& pdf() const { return pdf_; }

  private:
    void addMessages(std::string name, const std::vector<Diagnostic>& messages) {
        if (options_.edition != Edition::Full) {
            outputs_.emplace_back(std::move(name), textOf(messages));
        }
    }

    void read(const std::string& text) {
        Diagnostics told;
        ReadOptions how;
        how.quoteClosed = options_.edition == Edition::Full;
        try {
            document_ = readDocument(text, "m.json", told, how);
        } catch (const Error&) {
            document_.reset(); // what was told is looked through below
        }
        addMessages("reader's messages", told.all());
    }

    void render() {
        const RenderResult result = renderer_.render(
            *document_, options_, [&](std::string_view bytes) { pdf_ += bytes; }, "m.json");
        addMessages("warnings", result.warnings);
    }

    Renderer& renderer_;
    RenderOptions options_;
    std::optional<Document> document_;
    Outputs outputs_;
    std::string pdf_;
};

std::vector<std::size_t> wordsIn(std::string_view text) {
    WordFinder finder;
    finder.look(text);
    return finder.found();
}

std::vector<std::size_t> wordsInPdf(std::string_view pdf) {
    WordFinder finder;
    test::eachPdfText(pdf, [&](std::string_view text) { finder.look(text); });
    return finder.found();
}

class Canary : public testing::TestWithParam<std::uint64_t> {
  protected:
    static void expectNoneWithheld(const std::vector<std::size_t>& found, const Words& words,
                                   const std::string& in) {
        for (const std::size_t word : found) {
            if (word < words.size() && words.isWithheld(word)) {
                ADD_FAILURE() << "leak: word " << word << " in " << in;
                return;
            }
        }
    }

    void tryPaper(std::uint64_t seed) {
        std::mt19937 random(static_cast<std::mt19937::result_type>(seed * 7'919 + 1));
        const Reader reader = readerOf(seed, random);
        Words words(reader.usual, reader.withheld);
        const CanaryPaper paper = canaryPaper(seed, words);
        const testing::ScopedTrace trace(__FILE__, __LINE__,
                                         fmt::format("paper {}, edition {}, policy '{}':\n{}", seed,
                                                     static_cast<int>(reader.options.edition), reader.policy,
                                                     paper.text));
        PaperRun run(renderer_, paper, reader.options);
        run.sayMore(static_cast<DumpStage>(random() % 5));
        for (const auto& [name, text] : run.outputs()) {
            expectNoneWithheld(wordsIn(text), words, name);
        }
        const std::vector<std::size_t> printed = wordsInPdf(run.pdf());
        expectNoneWithheld(printed, words, "the PDF");
        for (const auto& [name, text] : run.table()) {
            if (!wordsIn(text).empty()) {
                ADD_FAILURE() << "leak: " << name;
            }
        }
        rendered_ += run.pdf().empty() ? 0 : 1;
        if (reader.options.edition == Edition::Full && !run.pdf().empty()) {
            printed_ += printed.size();
            printable_ += words.size() - words.withheldCount();
        }
    }

    Renderer renderer_;
    std::size_t rendered_ = 0;
    std::size_t printed_ = 0; ///< words that were found in full editions, of those that are the document's
    std::size_t printable_ = 0;
};

TEST_P(Canary, HoldsInRandomPapersNoWordThatTheEditionWithholds) {
    const std::uint64_t count = kPapers / kShards * test::randomTimes();
    for (std::uint64_t i = 0; i < count && !HasFailure(); ++i) {
        tryPaper(i * kShards + GetParam());
    }
    if (!HasFailure()) {
        EXPECT_GT(rendered_, count * 3 / 4) << "most papers are printed";
        EXPECT_GT(printed_, printable_ * 3 / 4) << "what a file holds is found in it";
    }
}

INSTANTIATE_TEST_SUITE_P(RandomPapers, Canary, testing::Range<std::uint64_t>(0, kShards));

/// What this test believes has to be said of each field, and of no other.
TEST(CanaryRules, SpeakOfEachFieldOfClosedThings) {
    std::size_t count = 0;
    editions::eachKind([&](auto kind) {
        using T = typename decltype(kind)::Type;
        for (const editions::ClosedRule& row : editions::closedRules<T>()) {
            const Rule rule{editions::ClosedRules<T>::name, row.field};
            EXPECT_EQ(isAlwaysShown(rule), row.fixed) << rule.first << "." << rule.second;
            ASSERT_EQ(Views::strict().knows(rule), !row.fixed) << rule.first << "." << rule.second;
            if (!row.fixed) {
                EXPECT_EQ(static_cast<int>(Views::strict().of(rule)), static_cast<int>(row.strict))
                    << rule.first << "." << rule.second;
                ++count;
            }
        }
    });
    EXPECT_EQ(count, Views::strict().rules().size());
}

} // namespace
} // namespace sidetal::canary
