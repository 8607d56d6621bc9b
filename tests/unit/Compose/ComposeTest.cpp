#include "Compose/Compose.h"

#include "Input/StyleReader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal {
namespace {

TEST(Compose, SetsThePageAndItsNumber) {
    const Document document = Agenda{};
    Diagnostics diagnostics;
    const BlockDocument blocks = compose(document, input::builtInStyleSheet("agenda"), diagnostics);
    EXPECT_EQ(blocks.page, (Size{Length::milli(595'276), Length::milli(841'890)}));
    EXPECT_EQ(blocks.body.width, Length::milli(340'157));
    EXPECT_EQ(blocks.body.bottom(), blocks.page.height - Length::milli(70'866));
    ASSERT_EQ(blocks.running.size(), 1u);
    EXPECT_EQ(blocks.running[0].pattern, "Side {page} af {pages}");
    EXPECT_EQ(blocks.running[0].x + blocks.running[0].width, blocks.page.width - Length::milli(56'693));
    EXPECT_GT(blocks.running[0].baseline, blocks.body.bottom());
}

TEST(Compose, PrintsTheWordsOfTheDocumentsLanguage) {
    Agenda agenda;
    agenda.header.language = "en-GB";
    agenda.meeting.absent.emplace();
    const Document document = agenda;
    Diagnostics diagnostics;
    const BlockDocument blocks = compose(document, input::builtInStyleSheet("agenda"), diagnostics);
    EXPECT_EQ(blocks.info.title, "Agenda");
    EXPECT_EQ(blocks.info.language, "en-GB");
    EXPECT_EQ(blocks.running.at(0).pattern, "Page {page} of {pages}");
    EXPECT_TRUE(diagnostics.all().empty());
}

TEST(Compose, WarnsOfALanguageWithoutWords) {
    Agenda agenda;
    agenda.header.language = "sv";
    const Document document = agenda;
    Diagnostics diagnostics;
    const BlockDocument blocks = compose(document, input::builtInStyleSheet("agenda"), diagnostics);
    EXPECT_EQ(blocks.info.title, "Dagsorden");
    EXPECT_EQ(blocks.info.language, "sv");
    ASSERT_EQ(diagnostics.all().size(), 1u);
    EXPECT_EQ(format(diagnostics.all()[0]),
              "warning: language: sidetal has no words of its own in 'sv', expected 'da' or "
              "'en'; the Danish ones are printed [SID-C003]");
}

TEST(Compose, RefusesASheetForAnotherKind) {
    const Document document = Agenda{};
    Diagnostics diagnostics;
    try {
        (void)compose(document, input::builtInStyleSheet("goal-matrix"), diagnostics);
        FAIL() << "expected an error";
    } catch (const Error& e) {
        EXPECT_EQ(format(e.diagnostics().front()),
                  "error: the style sheet 'goal-matrix' is for a document of kind "
                  "'goal-matrix', this one is 'agenda' [SID-C002]");
    }
}

TEST(Compose, SharesFormatsOfEqualStyles) {
    const Document document = Agenda{};
    Diagnostics diagnostics;
    const BlockDocument blocks = compose(document, input::builtInStyleSheet("agenda"), diagnostics);
    // 8 pt of the page number, 9 pt of all texts, 14 pt of the title.
    EXPECT_EQ(blocks.formats.size(), 3u);
}

} // namespace
} // namespace sidetal
