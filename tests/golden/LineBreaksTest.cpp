#include "golden/Laid.h"
#include "golden/PaintedLines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <sstream>

namespace sidetal::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The lines of one paragraph on one page, as the originals broke them (agenda.lines, goal-matrix.lines).
struct Block {
    int page = 0;
    std::vector<std::string> lines;
    bool operator==(const Block&) const = default;
};

void PrintTo(const Block& block, std::ostream* out) {
    *out << "page " << block.page;
    for (const std::string& line : block.lines) {
        *out << "\n    " << line;
    }
}

/// Reads a .lines file: "page 2" begins a page, blank lines part paragraphs, "#" begins a comment.
std::vector<Block> readLines(const std::string& name) {
    std::istringstream in(readFile(goldenPath(name)));
    std::vector<Block> out;
    Block block;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with('#')) {
            continue;
        }
        if (line.starts_with("page ")) {
            block.page = std::stoi(line.substr(5));
        } else if (!line.empty()) {
            block.lines.push_back(line);
        } else if (!block.lines.empty()) {
            out.push_back(block);
            block.lines.clear();
        }
    }
    if (!block.lines.empty()) {
        out.push_back(block);
    }
    return out;
}

/// The element whose text a line is: Span counts as part of its parent.
NodeId ownerOf(const Pages& pages, NodeId leaf) {
    const StructNode& node = pages.tree->node(leaf);
    return node.role == Role::Span ? node.parent : leaf;
}

/// The tagged lines, a block for each element and page, in structure order on each page.
std::vector<Block> blocksOf(const Pages& pages, const std::vector<PaintedLine>& lines) {
    std::map<std::pair<std::uint32_t, NodeId>, std::vector<std::string>> found;
    for (const PaintedLine& line : lines) {
        if (!line.content.isArtifact()) {
            found[{line.page, ownerOf(pages, line.content.leaf())}].push_back(line.text);
        }
    }
    std::vector<Block> out;
    for (const auto& [where, texts] : found) {
        out.push_back({static_cast<int>(where.first) + 1, texts});
    }
    return out;
}

std::vector<std::string> artifacts(const std::vector<PaintedLine>& lines, std::uint32_t page,
                                   ArtifactKind kind) {
    std::vector<std::string> out;
    for (const PaintedLine& line : lines) {
        if (line.page == page && line.content == Content(kind)) {
            out.push_back(line.text);
        }
    }
    return out;
}

class LineBreaks : public testing::TestWithParam<SampleCase> {};

TEST_P(LineBreaks, AreThoseOfTheOriginal) {
    Laid laid(GetParam().file, GetParam().style);
    const std::vector<Block> actual = blocksOf(laid.pages(), paintedLines(laid.pages(), laid.breaker()));
    const std::vector<Block> expected =
        readLines(GetParam().file.substr(0, GetParam().file.find('.')) + ".lines");
    ASSERT_FALSE(expected.empty());
    for (std::size_t i = 0; i < std::min(actual.size(), expected.size()); ++i) {
        ASSERT_EQ(actual[i], expected[i]) << "paragraph " << i + 1;
    }
    EXPECT_EQ(actual.size(), expected.size());
}

INSTANTIATE_TEST_SUITE_P(Samples, LineBreaks, testing::ValuesIn(sampleCases()));

TEST(MatrixPages, BreakWhereTheOriginalDid) {
    for (const char* style : {"goal-matrix", "goal-matrix-a3"}) {
        Laid laid("goal-matrix.json", style);
        const std::vector<PaintedLine> lines = paintedLines(laid.pages(), laid.breaker());
        ASSERT_EQ(laid.pages().count, 3u) << style;
        const std::vector<Block> blocks = blocksOf(laid.pages(), lines);
        std::vector<std::string> starts;
        std::string last;
        for (const Block& block : blocks) {
            if (starts.size() < static_cast<std::size_t>(block.page)) {
                starts.push_back(block.lines.front());
            }
            last = block.lines.back();
        }
        EXPECT_THAT(starts,
                    ElementsAre("Opfølgning på indsatser og målsætninger i relation til Sammenhængsmodellen",
                                "Bæredygtighed", "5.3"))
            << style;
        EXPECT_THAT(blocks, testing::Contains(Block{3, {"Aktivitet i arbejdstiden"}}));
        EXPECT_EQ(last, "● Markerer de målsætninger som udvalget tidligere har prioriteret");
    }
}

TEST(MatrixPages, RepeatHeaderAndLabelsAsPageFurniture) {
    Laid laid("goal-matrix.json", "goal-matrix");
    const std::vector<PaintedLine> lines = paintedLines(laid.pages(), laid.breaker());
    for (std::uint32_t page = 0; page < 3; ++page) {
        const std::vector<std::string> header = artifacts(lines, page, ArtifactKind::Header);
        if (page == 0) {
            EXPECT_THAT(header, IsEmpty()) << "the first one is the table's own";
        } else {
            EXPECT_THAT(header, ElementsAre("Tema", "Nr.", "Målsætning", "Understøttende indsatser",
                                            "Hvem samarbejdes der med?"));
        }
        const std::vector<std::string> labels = artifacts(lines, page, ArtifactKind::Continuation);
        if (page == 2) {
            EXPECT_THAT(labels, ElementsAre("Sundhed (fortsat)"));
        } else {
            EXPECT_THAT(labels, IsEmpty());
        }
    }
}

TEST(PageNumbers, StandOnceAPageAsPageFurniture) {
    for (const SampleCase& sample : sampleCases()) {
        Laid laid(sample.file, sample.style);
        const std::vector<PaintedLine> lines = paintedLines(laid.pages(), laid.breaker());
        for (std::uint32_t page = 0; page < laid.pages().count; ++page) {
            EXPECT_THAT(
                artifacts(lines, page, ArtifactKind::PageNumber),
                ElementsAre("Side " + std::to_string(page + 1) + " af " + std::to_string(laid.pages().count)))
                << sample.name;
        }
    }
}

} // namespace
} // namespace sidetal::test
