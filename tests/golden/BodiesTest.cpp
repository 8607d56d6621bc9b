#include "unit/Documents/RandomModel.h"

#include "Compose/Compose.h"
#include "Compose/ListNumbers.h"
#include "Documents/Documents.h"
#include "Dump/PaintedText.h"
#include "Layout/Layout.h"
#include "Styles/StyleReader.h"
#include "support/RandomTimes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>

namespace sidetal::test {
namespace {

/// What a text says to who hears it block by block, without white space.
class Spoken {
  public:
    void add(const RichText& text) {
        for (const RichTextBlock& block : text.blocks) {
            std::visit([&](const auto& value) { add(value); }, block);
        }
    }
    void add(const std::vector<TextSpan>& spans) {
        for (const TextSpan& span : spans) {
            out_ += span.text;
        }
    }
    void add(const std::string& words) { out_ += words; }
    [[nodiscard]] const std::string& all() const { return out_; }

  private:
    void add(const TextParagraph& paragraph) { add(paragraph.spans); }
    void add(const TextHeading& heading) { add(heading.spans); }
    void add(const TextRule& /*rule*/) {}
    void add(const Boxed<TextPicture>& picture) { add(picture->alt); }
    void add(const Boxed<TextQuote>& quote) { add(quote->text); }
    void add(const TextList& list) {
        int number = list.start;
        for (const RichText& item : list.items) {
            add(list.marker == ListMarker::Bullet ? "•" : itemNumber(list.marker, number) + ".");
            add(item);
            ++number;
        }
    }
    void add(const TextDefinitions& definitions) {
        for (const TextDefinition& item : definitions.items) {
            add(item.term);
            add(item.text);
        }
    }
    void add(const Boxed<TextTable>& table) {
        add(table->caption);
        for (const TextRow& row : table->rows) {
            for (const TextCell& cell : row.cells) {
                add(cell.content);
            }
        }
    }

    std::string out_;
};

std::string withoutSpace(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = std::string_view(text).substr(i);
        if (rest.starts_with("\u00a0") || rest.starts_with("\u00ad")) {
            ++i;
        } else if (text[i] != ' ' && text[i] != '\n') {
            out += text[i];
        }
    }
    return out;
}

bool isWithin(const StructTree& tree, NodeId leaf, Role role) {
    while (leaf != NodeId::None && tree.node(leaf).role != role) {
        leaf = tree.node(leaf).parent;
    }
    return leaf != NodeId::None;
}

int headingLevel(const StructTree& tree, NodeId leaf) {
    for (; leaf != NodeId::None; leaf = tree.node(leaf).parent) {
        const Role role = tree.node(leaf).role;
        if (role >= Role::H1 && role <= Role::H6) {
            return static_cast<int>(role) - static_cast<int>(Role::H1) + 1;
        }
    }
    return 0;
}

/// Whether a page has nothing but headings, terms and captions.
bool holdsLeadsAlone(const StructTree& tree, const std::vector<dump::LeafText>& leaves, std::uint32_t page) {
    for (std::uint32_t i = 0; i < leaves.size(); ++i) {
        const auto leaf = static_cast<NodeId>(i);
        if (leaves[i].shown && leaves[i].first <= page && leaves[i].last >= page &&
            headingLevel(tree, leaf) == 0 && !isWithin(tree, leaf, Role::Caption) &&
            !isWithin(tree, leaf, Role::Lbl)) {
            return false;
        }
    }
    return true;
}

/// Whether a leaf stands in the first row of its table: a row over it shows nothing, but has its place.
bool isInFirstRow(const StructTree& tree, NodeId leaf) {
    while (leaf != NodeId::None && tree.node(leaf).role != Role::TR) {
        leaf = tree.node(leaf).parent;
    }
    return leaf != NodeId::None && tree.node(tree.node(leaf).parent).firstKid == leaf;
}

/// Whether a page has nothing but the row that `leaf` stands in.
bool holdsOneRow(const StructTree& tree, const std::vector<dump::LeafText>& leaves, std::uint32_t page,
                 NodeId leaf) {
    NodeId row = NodeId::None;
    for (; leaf != NodeId::None; leaf = tree.node(leaf).parent) {
        row = tree.node(leaf).role == Role::TR ? leaf : row; // the outermost
    }
    const auto isIn = [&](NodeId inner) {
        while (inner != NodeId::None && inner != row) {
            inner = tree.node(inner).parent;
        }
        return inner == row;
    };
    bool alone = row != NodeId::None;
    for (std::uint32_t i = 0; i < leaves.size(); ++i) {
        const bool onPage = leaves[i].shown && leaves[i].first <= page && leaves[i].last >= page;
        alone = alone && (!onPage || isIn(static_cast<NodeId>(i)));
    }
    return alone;
}

/// The last leaf of a page says what must not stand alone at its foot: a heading over text, or a caption.
void expectNothingAlone(const StructTree& tree, const std::vector<dump::LeafText>& leaves,
                        std::size_t pages) {
    std::vector<std::uint32_t> last(pages, 0);
    for (std::uint32_t i = 0; i < leaves.size(); ++i) {
        if (leaves[i].shown) {
            last[leaves[i].last] = i;
        }
    }
    for (std::size_t page = 0; page + 1 < pages; ++page) {
        const auto leaf = static_cast<NodeId>(last[page]);
        std::uint32_t next = last[page] + 1;
        while (next < leaves.size() && !leaves[next].shown) {
            ++next;
        }
        if (next == leaves.size() || leaves[next].first == page) {
            continue; // that begins there, too: it goes on over the page
        }
        if (holdsOneRow(tree, leaves, static_cast<std::uint32_t>(page) + 1, static_cast<NodeId>(next)) ||
            holdsLeadsAlone(tree, leaves, static_cast<std::uint32_t>(page))) {
            continue; // what they lead is higher than what is left of a page under them
        }
        const int level = headingLevel(tree, leaf);
        const int after = headingLevel(tree, static_cast<NodeId>(next));
        EXPECT_FALSE(level != 0 && (after == 0 || after > level))
            << "a heading at the foot of page " << page + 1 << ": " << leaves[last[page]].text;
        EXPECT_FALSE(isWithin(tree, leaf, Role::Caption) && isInFirstRow(tree, static_cast<NodeId>(next)))
            << "a caption at the foot of page " << page + 1 << ": " << leaves[last[page]].text;
    }
}

class RandomBodies : public testing::TestWithParam<unsigned> {};

TEST_P(RandomBodies, LoseNoWordAndLeaveNothingAlone) {
    Shaper shaper(Fonts::open());
    LineBreaker breaker(shaper);
    StyleSheet style = input::builtInStyleSheet("agenda");
    std::uint64_t tooWide = 0;
    const std::uint64_t times = 25 * randomTimes();
    for (unsigned i = 0; i < times; ++i) {
        const unsigned seed = GetParam() * 1'000'000 + i;
        const Document document = input::testing::randomBodies(seed, 12, input::testing::Texts::Worded);
        std::get<AgendaStyle>(style.look).hangingNumbers = i % 2 == 1;
        Diagnostics diagnostics;
        const Pages pages = layOut(compose(document, style, diagnostics), breaker, diagnostics);
        const auto isError = [](const Diagnostic& d) { return d.severity == Severity::Error; };
        const auto error = std::ranges::find_if(diagnostics.all(), isError);
        if (error != diagnostics.all().end()) { // tables in tables in lists ask for more than any page has
            ASSERT_TRUE(error->code == "SID-L008" || error->code == "SID-L002")
                << "seed " << seed << ": " << format(*error);
            ++tooWide;
            continue;
        }
        const std::vector<dump::LeafText> leaves = dump::leafTexts(pages, breaker);
        std::string heard;
        for (const dump::LeafText& leaf : leaves) {
            heard += leaf.text;
        }
        Spoken said;
        said.add("Dagsorden");
        const auto& paper = std::get<MeetingPaper>(document);
        for (std::size_t item = 0; item < paper.items.size(); ++item) {
            said.add(std::to_string(item + 1) + "." + paper.items[item].title);
            said.add(paper.items[item].body);
        }
        ASSERT_EQ(withoutSpace(heard), withoutSpace(said.all())) << "seed " << seed;
        expectNothingAlone(*pages.tree, leaves, pages.count);
        if (testing::Test::HasFailure()) {
            FAIL() << "seed " << seed << "\n" << input::writeJson(document);
        }
    }
    EXPECT_LE(tooWide, 1 + times / 20);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomBodies, testing::Range(0u, 4u));

} // namespace
} // namespace sidetal::test
