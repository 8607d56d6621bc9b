#include "sidetal/Report/CopySet.h"

#include "support/KeptPdfs.h"
#include "support/Samples.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace sidetal::test {

namespace {

using testing::HasSubstr;
using testing::Not;

/// The copy of a set for `name`.
std::string copyOf(CopySet& set, const std::string& name) {
    std::string out;
    (void)set.write(name, [&](std::string_view bytes) { out += bytes; });
    return out;
}

RenderOptions optionsFor(const std::string& name) {
    RenderOptions options;
    options.copyFor = name;
    return options;
}

std::string codeOf(CopySet& set, const std::string& name) {
    std::string out;
    try {
        (void)set.write(name, [&](std::string_view bytes) { out += bytes; });
    } catch (const Error& error) {
        EXPECT_EQ(out, "") << "what cannot be written is told before the first byte";
        return error.diagnostics().front().code;
    }
    return "";
}

const std::vector<std::string>& names() {
    static const std::vector<std::string> all = {"Bo Berg", "Åse Ærlig-Ørsted", "Ida Eksempel (A), formand",
                                                 "Ω. Παράδειγμα"};
    return all;
}

} // namespace

TEST(CopySet, HasTheBytesOfCopiesRenderedAlone) {
    for (const char* sample : {"agenda.json", "committee-minutes.json", "follow-up.json"}) {
        const Document document = readSample(sample);
        Renderer renderer;
        CopySet set = renderer.copies(document, {});
        for (const std::string& name : names()) {
            const std::string copy = copyOf(set, name);
            EXPECT_EQ(copy, render(document, optionsFor(name))) << sample << ", " << name;
            keepPdf(std::string("copy-") + sample, copy);
        }
        EXPECT_EQ(copyOf(set, names().front()), render(document, optionsFor(names().front()), &renderer))
            << "whatever was written between";
    }
}

TEST(CopySet, HasTheBytesOfCopiesRenderedAloneWithAPageInFrontToo) {
    const Document document = readSample("committee-minutes.json");
    RenderOptions options;
    options.style = builtInStyle("council");
    options.style->copyCover = true;
    Renderer renderer;
    CopySet set = renderer.copies(document, options);
    for (const std::string& name : names()) {
        options.copyFor = name;
        EXPECT_EQ(copyOf(set, name), render(document, options)) << name;
    }
    keepPdf("copy-cover", copyOf(set, names().back()));
    options.copyFor.clear();
    EXPECT_EQ(renderer.render(document, options, [](std::string_view) {}).pages + 1,
              set.write("Bo Berg", [](std::string_view) {}).pages)
        << "only copies have it";
}

TEST(CopySet, DiffersInItsEndAlone) {
    const Document document = readSample("committee-minutes.json");
    Renderer renderer;
    CopySet set = renderer.copies(document, {});
    const std::string one = copyOf(set, "Bo Berg");
    const std::string other = copyOf(set, "Ida Eksempel");
    const auto [end, ignored] = std::ranges::mismatch(one, other);
    const auto shared = static_cast<std::size_t>(end - one.begin());
    EXPECT_GT(shared, one.size() / 2) << "pages, fonts and structure come first";
    EXPECT_THAT(one.substr(shared), HasSubstr("Eksemplar til Bo Berg."));
    EXPECT_THAT(one, Not(HasSubstr("Ida Eksempel.</rdf:li>")));
}

TEST(CopySet, TellsOfEachCopyWhatIsFoundOfTheDocument) {
    Document document = readSample("agenda.json");
    headerOf(document).language = "fr";
    Renderer renderer;
    const RenderResult alone = renderer.check(document, {});
    ASSERT_FALSE(alone.warnings.empty());
    CopySet set = renderer.copies(document, {});
    for (int i = 0; i < 2; ++i) {
        const RenderResult result = set.write("Bo Berg", [](std::string_view) {});
        EXPECT_EQ(result.pages, alone.pages);
        ASSERT_EQ(result.warnings.size(), alone.warnings.size());
        EXPECT_EQ(result.warnings.front().code, alone.warnings.front().code);
    }
}

TEST(CopySet, RefusesNamesThatNoFootCanHave) {
    const Document document = readSample("agenda.json");
    Renderer renderer;
    CopySet set = renderer.copies(document, {}, "dagsorden.json");
    EXPECT_EQ(codeOf(set, ""), "SID-R003");
    EXPECT_EQ(codeOf(set, "Bo\nBerg"), "SID-R003");
    EXPECT_EQ(codeOf(set, "Bo \xFF"), "SID-R003");
    EXPECT_EQ(codeOf(set, "Bo \U00013000"), "SID-T010");
    EXPECT_EQ(codeOf(set, std::string(300, 'W')), "SID-L007");
    EXPECT_EQ(codeOf(set, "Bo Berg"), "") << "one name's faults are not the next one's";
}

TEST(CopySet, ChecksTheNameWithoutAFile) {
    const Document document = readSample("agenda.json");
    Renderer renderer;
    EXPECT_THROW((void)renderer.check(document, optionsFor(std::string(300, 'W'))), Error);
    EXPECT_NO_THROW((void)renderer.check(document, optionsFor("Bo Berg")));
}

TEST(CopySet, LetsWhatTheSinkThrowsPass) {
    const Document document = readSample("agenda.json");
    Renderer renderer;
    CopySet set = renderer.copies(document, {});
    EXPECT_THROW((void)set.write("Bo Berg", [](std::string_view) { throw std::runtime_error("full"); }),
                 std::runtime_error);
    EXPECT_EQ(copyOf(set, "Bo Berg"), render(document, optionsFor("Bo Berg")));
}

TEST(CopySet, IsDumpedWithWhatStandsOverThePages) {
    Renderer renderer;
    const DumpResult dump = renderer.dump(readSample("agenda.json"), optionsFor("Bo Berg"), DumpStage::Pages);
    EXPECT_THAT(dump.text, HasSubstr("over these\npage 1 of 1"));
    EXPECT_THAT(dump.text, HasSubstr("\"Eksemplar til Bo Berg\""));
}

} // namespace sidetal::test
