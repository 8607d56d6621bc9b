/// What a shaper remembers is no part of what comes out: same bytes whatever it forgets, and when.

#include "Compose/Compose.h"
#include "Layout/Layout.h"
#include "Pdf/Pdf.h"

#include "sidetal/Report.h"

#include "support/Memory.h"
#include "support/Samples.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

/// The document as PDF, by a shaper that forgets all words whenever it knows more than `limit`.
std::string renderRemembering(const Document& document, std::size_t limit) {
    Shaper shaper(Fonts::open());
    shaper.setWordLimit(limit);
    LineBreaker breaker(shaper);
    Diagnostics diagnostics;
    const StyleSheet style = builtInStyle(kindName(kindOf(document)));
    const Pages pages = layOut(compose(document, style, diagnostics), breaker, diagnostics);
    std::string out;
    writePdf(pages, breaker, {}, [&](std::string_view bytes) { out += bytes; });
    return out;
}

void expectSameBytesAtAnyLimit(const Document& document) {
    const std::string expected = renderRemembering(document, 1'000'000);
    for (const std::size_t limit : {0u, 7u, 300u}) {
        EXPECT_TRUE(renderRemembering(document, limit) == expected) << "limit of " << limit;
    }
}

/// The number's digits as letters: a word that no other number makes.
std::string wordOf(std::uint32_t number) {
    constexpr std::string_view kLetters = "aeionrstlæ";
    std::string word;
    for (std::uint32_t rest = number * 2654435761u; rest > 0; rest /= 10) {
        const std::size_t digit = rest % 10;
        word += digit == 9 ? std::string_view("æ") : kLetters.substr(digit, 1);
    }
    return word;
}

/// An agenda of `count` different words, a hundred to an item.
MeetingPaper agendaOfWords(std::uint32_t count) {
    MeetingPaper agenda;
    agenda.header.title = "Mange ord";
    for (std::uint32_t number = 0; number < count;) {
        std::string text;
        for (int i = 0; i < 100 && number < count; ++i) {
            text += (i == 0 ? "" : " ") + wordOf(++number);
        }
        AgendaItem item;
        item.title = "Punkt";
        item.body = plainText(text);
        agenda.items.push_back(std::move(item));
    }
    return agenda;
}

TEST(WordCache, TheAgendaIsTheSameAtAnyLimit) {
    expectSameBytesAtAnyLimit(test::readSample("agenda.json"));
}

TEST(WordCache, TheGoalMatrixIsTheSameAtAnyLimit) {
    expectSameBytesAtAnyLimit(test::readSample("goal-matrix.json"));
}

TEST(WordCache, ManyMoreWordsThanAreRememberedAreTheSameAtAnyLimit) {
    expectSameBytesAtAnyLimit(agendaOfWords(50'000));
}

TEST(WordCache, FiftyThousandWordsTakeLessThan80Megabytes) {
    if (!test::kMemoryIsOurs) {
        GTEST_SKIP() << "the sanitizers keep what is freed";
    }
    const Document words = agendaOfWords(50'000);
    EXPECT_LT(test::peakMegabytes([&] { (void)test::render(words); }), 80);
}

TEST(WordCache, ARendererThatHasSeenManyWordsGivesTheSameBytes) {
    const Document sample = test::readSample("agenda.json");
    Renderer renderer;
    const std::string fresh = test::render(sample, {}, &renderer);
    const Document words = agendaOfWords(20'000);
    const std::string before = test::render(words, {}, &renderer);
    EXPECT_TRUE(test::render(sample, {}, &renderer) == fresh);
    EXPECT_TRUE(test::render(words, {}, &renderer) == before);
}

} // namespace
} // namespace sidetal
