#include "sidetal/Report/NamedCatalogue.h"
#include "sidetal/Report.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

constexpr std::string_view kCatalogue = R"({"name": "Mål", "versions": [{"version": "1", "themes": [
  {"title": "Natur", "goals": [{"number": "1.1", "text": "Rent vand."}]}]}]})";

Document readMatrix(const std::string& catalogue) {
    Diagnostics diagnostics;
    return readDocument(R"({"document": "goal-matrix", )" + catalogue +
                            R"("themes": [{"title": "Natur", "goals": [{"number": "1.1"}]}]})",
                        "docs/m.json", diagnostics);
}

/// Gives one file, and nothing else.
StyleLoader loaderOf(std::string name, std::string_view bytes) {
    return [name = std::move(name), bytes](const std::string& asked) {
        return asked == name ? StyleFile{std::string(bytes)} : StyleFile{{}, "does not exist"};
    };
}

std::vector<Diagnostic> faultsOf(const Document& document, const StyleLoader& load) {
    Diagnostics diagnostics;
    try {
        (void)namedCatalogue(document, load, diagnostics);
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostics().size(), diagnostics.all().size());
        return error.diagnostics();
    }
    return {};
}

TEST(NamedCatalogue, IsTheOneWhoseFileTheMatrixNames) {
    const Document document = readMatrix(R"("catalogue": {"file": "k/maal.json"}, )");
    Diagnostics diagnostics;
    const auto catalogue = namedCatalogue(document, loaderOf("k/maal.json", kCatalogue), diagnostics);
    ASSERT_TRUE(catalogue);
    const Document followed = followCatalogue(document, *catalogue, diagnostics);
    EXPECT_EQ(writeJson(followed).find("k/maal.json"), std::string::npos);
    EXPECT_NE(writeJson(followed).find("Rent vand."), std::string::npos);
    EXPECT_NE(writeJson(document).find(R"("file": "k/maal.json")"), std::string::npos);
    EXPECT_TRUE(diagnostics.all().empty());
}

TEST(NamedCatalogue, IsNothingWhereNoneIsNamed) {
    Diagnostics diagnostics;
    EXPECT_FALSE(namedCatalogue(readMatrix(""), {}, diagnostics));
    EXPECT_FALSE(namedCatalogue(readMatrix(R"("catalogue": {"name": "Mål"}, )"), {}, diagnostics));
    EXPECT_FALSE(namedCatalogue(Document(MeetingPaper()), {}, diagnostics));
}

TEST(NamedCatalogue, ThatCannotBeHadIsAnErrorAtItsPlace) {
    const Document document = readMatrix(R"("catalogue": {"file": "k.json"}, )");
    for (const StyleLoader& load : {StyleLoader(), loaderOf("other.json", kCatalogue)}) {
        const std::vector<Diagnostic> faults = faultsOf(document, load);
        ASSERT_EQ(faults.size(), 1u);
        EXPECT_EQ(faults[0].code, "SID-F089");
        EXPECT_EQ(faults[0].file, "docs/m.json");
        EXPECT_EQ(faults[0].path, "catalogue.file");
        EXPECT_EQ(faults[0].position.column, 51u);
    }
}

TEST(NamedCatalogue, TellsFaultsOfTheFileWithItsName) {
    const Document document = readMatrix(R"("catalogue": {"file": "k.json"}, )");
    const std::vector<Diagnostic> faults = faultsOf(document, loaderOf("k.json", "{"));
    ASSERT_FALSE(faults.empty());
    EXPECT_EQ(faults[0].file, "docs/k.json");
}

TEST(NamedCatalogue, OfADocumentThatWasBuiltIsNamedAsItIs) {
    GoalMatrix matrix;
    matrix.catalogue = Catalogue{"", "", "k.json", {}};
    const std::vector<Diagnostic> faults = faultsOf(Document(matrix), loaderOf("k.json", "{"));
    ASSERT_FALSE(faults.empty());
    EXPECT_EQ(faults[0].file, "k.json");
}

} // namespace
} // namespace sidetal
