#include "Pdf/PageCompressor.h"

#include "Pdf/Deflater.h"
#include "unit/Pdf/HandMadePages.h"

#include <gtest/gtest.h>

#include <random>
#include <stdexcept>

namespace sidetal::test {
namespace {

/// Contents of very different length, some empty.
std::vector<std::string> manyContents(std::size_t count) {
    std::mt19937 random(5); // NOLINT: the same contents in every run
    std::vector<std::string> contents(count);
    for (std::string& text : contents) {
        text.resize(random() % 5 == 0 ? random() % 50'000 : random() % 3000);
        for (char& c : text) {
            c = static_cast<char>('a' + random() % 9);
        }
    }
    return contents;
}

std::vector<std::string> compressed(const std::vector<std::string>& contents, bool helper) {
    std::vector<std::string> out;
    PageCompressor compressor(helper, [&](std::string_view packed) { out.emplace_back(packed); });
    for (const std::string& text : contents) {
        compressor.add(text);
    }
    compressor.finish();
    return out;
}

TEST(PageCompressorThreads, GivePagesOnInOrderAndAsWithout) {
    const std::vector<std::string> contents = manyContents(500);
    std::vector<std::string> expected;
    Deflater deflater;
    for (const std::string& text : contents) {
        expected.emplace_back(deflater.deflate(text));
    }
    EXPECT_TRUE(compressed(contents, false) == expected);
    for (const std::size_t count : {0u, 1u, 7u, 8u, 31u, 32u, 33u, 64u, 500u}) {
        const std::vector<std::string> some(contents.begin(), contents.begin() + static_cast<long>(count));
        const std::vector<std::string> same(expected.begin(), expected.begin() + static_cast<long>(count));
        EXPECT_TRUE(compressed(some, true) == same) << count;
    }
}

TEST(PageCompressorThreads, LetThroughWhatTheOutputThrows) {
    const std::vector<std::string> contents = manyContents(100);
    for (const int good : {0, 1, 40, 90}) {
        for (const bool helper : {false, true}) {
            int given = 0;
            PageCompressor compressor(helper, [&](std::string_view) {
                if (given++ == good) {
                    throw std::runtime_error("disk full");
                }
            });
            const auto run = [&] {
                for (const std::string& text : contents) {
                    compressor.add(text);
                }
                compressor.finish();
            };
            EXPECT_THROW(run(), std::runtime_error);
            EXPECT_EQ(given, good + 1);
        }
    }
}

TEST(PageCompressorThreads, EndWhenNobodyAsksForWhatWaits) {
    for (std::size_t count : {1u, 8u, 20u, 32u}) {
        PageCompressor compressor(true, [](std::string_view) { FAIL(); });
        for (const std::string& text : manyContents(count)) {
            compressor.add(text);
        }
    }
}

/// A document of short pages.
HandMadePages longDocument(int pages) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Mange sider", 60);
    for (int i = 1; i < pages; ++i) {
        made.pages.emplace_back();
        made.addText(NodeId::Root, Role::P, "Side nummer " + std::to_string(i + 1), 90);
    }
    return made;
}

TEST(LongDocumentThreads, HelperChangesNoByte) {
    for (const int pages : {1, 23, 24, 25, 300}) {
        const HandMadePages made = longDocument(pages);
        PdfOptions alone;
        alone.helperThread = false;
        EXPECT_TRUE(made.toPdf(alone) == made.toPdf()) << pages;
    }
}

TEST(LongDocumentThreads, SinkThatThrowsEndsTheWriting) {
    const HandMadePages made = longDocument(200);
    const Pages pages = made.toPages();
    Shaper shaper(testFonts());
    LineBreaker breaker(shaper);
    std::size_t room = 20'000;
    const Sink sink = [&](std::string_view part) {
        if (part.size() > room) {
            throw std::runtime_error("disk full");
        }
        room -= part.size();
    };
    EXPECT_THROW(writePdf(pages, breaker, {}, sink), std::runtime_error);
}

} // namespace
} // namespace sidetal::test
