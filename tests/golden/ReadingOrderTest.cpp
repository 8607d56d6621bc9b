#include "golden/Laid.h"

#include <gtest/gtest.h>

#include <sstream>

namespace sidetal::test {
namespace {

/// Words in their order; white space of any kind parts them.
class Words {
  public:
    void add(const std::string& text) {
        std::istringstream in(text);
        for (std::string word; in >> word;) {
            words_.push_back(word);
        }
    }
    void add(const Person& person) { add(person.name + (person.role.empty() ? "" : ", " + person.role)); }
    void add(const RichText& text) {
        for (const auto& block : text.blocks) {
            if (const auto* list = std::get_if<TextList>(&block)) {
                for (const RichText& item : list->items) {
                    add("•");
                    add(item);
                }
                continue;
            }
            std::string paragraph;
            for (const TextSpan& span : std::get<TextParagraph>(block).spans) {
                paragraph += span.text;
            }
            add(paragraph);
        }
    }
    [[nodiscard]] const std::vector<std::string>& all() const { return words_; }

  private:
    std::vector<std::string> words_;
};

/// What an agenda says, in the order in which it is to be read. The dates of the sample are spelled out.
Words wordsOf(const MeetingPaper& agenda) {
    Words words;
    const Meeting& meeting = agenda.meeting;
    words.add("Dagsorden Mødedato: 26. oktober 2021 Mødetidspunkt: 15.00-17.00 Mødested:");
    words.add(meeting.place.value());
    words.add("Mødeleder:");
    words.add(meeting.chair.value());
    words.add("Referent:");
    words.add(meeting.secretary.value());
    words.add("Mødedeltagere:");
    for (const Person& person : meeting.participants.value()) {
        words.add(person);
    }
    words.add("Fraværende:");
    words.add(agenda.header.organisation->unit);
    words.add(agenda.header.organisation->office);
    words.add("Dato: 23-09-2021 Sagsnr.:");
    words.add(agenda.header.caseNumber.value());
    words.add("Sagsbehandler:");
    words.add(agenda.header.caseOfficer.value());
    for (std::size_t i = 0; i < agenda.items.size(); ++i) {
        words.add(std::to_string(i + 1) + ".");
        words.add(agenda.items[i].title);
        words.add(agenda.items[i].body);
    }
    return words;
}

/// What a matrix says, row by row, a spanning cell where it starts.
Words wordsOf(const GoalMatrix& matrix) {
    Words words;
    words.add(matrix.header.title);
    words.add("Tema Nr. Målsætning Understøttende indsatser Hvem samarbejdes der med?");
    for (const Theme& theme : matrix.themes) {
        words.add(theme.title);
        words.add(theme.vision);
        for (const Goal& goal : theme.goals) {
            words.add(goal.prioritised ? "Prioriteret" : "");
            words.add(goal.number);
            words.add(goal.text);
            for (const Initiative& initiative : goal.initiatives) {
                words.add(initiative.title);
                words.add(initiative.description);
                words.add(initiative.partners);
            }
        }
    }
    words.add("Prioriteret: Markerer de målsætninger som udvalget tidligere har prioriteret");
    return words;
}

/// What a reader of the tags hears of a document: each leaf's replacement text, else its text.
class Heard {
  public:
    explicit Heard(Laid& laid)
        : tree_(*laid.pages().tree)
        , leaves_(dump::leafTexts(laid.pages(), laid.breaker())) {}

    /// All of it in structure order. Elements are parted by a blank; leaves of one paragraph (Span) are not.
    [[nodiscard]] Words words() const {
        std::string text;
        for (std::uint32_t i = 0; i < leaves_.size(); ++i) {
            const auto id = static_cast<NodeId>(i);
            text += tree_.node(id).role == Role::Span ? "" : " ";
            text += of(id);
        }
        Words words;
        words.add(text);
        return words;
    }

    /// All words of an element and those within.
    [[nodiscard]] Words wordsIn(NodeId id) const {
        Words words;
        std::string text(of(id));
        for (NodeId kid = tree_.node(id).firstKid; kid != NodeId::None; kid = tree_.node(kid).next) {
            const Words within = wordsIn(kid);
            for (const std::string& word : within.all()) {
                text += text.empty() ? word : " " + word;
            }
        }
        words.add(text);
        return words;
    }

    /// The words of headers that are spoken with a data cell, by header; see spokenHeaders().
    [[nodiscard]] std::vector<NodeId> headersSpokenAt(NodeId cell) const {
        const StructNode& node = tree_.node(cell);
        std::vector<NodeId> spoken;
        for (std::uint32_t h = 0; node.role == Role::TD && h < node.headerCount; ++h) {
            const NodeId header = tree_.headerOf(node, h);
            if (tree_.node(header).scope != Scope::Row || !wasNamedBefore(header, cell)) {
                spoken.push_back(header);
            }
        }
        return spoken;
    }

    /// A line for each element that is a block of its own, in reading order; `withHeaders` before each data
    /// cell the headers that are spoken at it.
    [[nodiscard]] std::string lines(bool withHeaders) const {
        std::string out;
        for (std::uint32_t i = 0; i < tree_.size(); ++i) {
            const auto id = static_cast<NodeId>(i);
            const Role role = tree_.node(id).role;
            std::string line;
            if (withHeaders) {
                for (const NodeId header : headersSpokenAt(id)) {
                    line += (line.empty() ? "[" : " [") + joined(wordsIn(header)) + "]";
                }
            }
            if (role != Role::Span && (!of(id).empty() || hasSpans(id))) {
                line += (line.empty() ? "" : " ") + joined(wordsIn(id));
            }
            out += line.empty() ? "" : line + "\n";
        }
        return out;
    }

    /// How many words of row headers are spoken over all data cells. Readers speak a header where it differs
    /// from that of the cell before, and so, in a table read row by row, all words of a row's headers once a
    /// row, at the first of its cells that names them (NVDA, issue 11358). Those of the columns are not
    /// counted: they are what tells the cells of a row apart.
    [[nodiscard]] std::size_t spokenRowHeaderWords() const {
        std::size_t count = 0;
        for (std::uint32_t i = 0; i < tree_.size(); ++i) {
            for (const NodeId header : headersSpokenAt(static_cast<NodeId>(i))) {
                const bool ofRow = tree_.node(header).scope == Scope::Row;
                count += ofRow ? wordsIn(header).all().size() : 0;
            }
        }
        return count;
    }

  private:
    [[nodiscard]] std::string_view of(NodeId id) const {
        const std::string_view instead = tree_.actualText(tree_.node(id));
        return instead.empty() ? std::string_view(leaves_[index(id)].text) : instead;
    }
    [[nodiscard]] bool hasSpans(NodeId id) const {
        const NodeId kid = tree_.node(id).firstKid;
        return kid != NodeId::None && tree_.node(kid).role == Role::Span;
    }
    static std::string joined(const Words& words) {
        std::string out;
        for (const std::string& word : words.all()) {
            out += out.empty() ? word : " " + word;
        }
        return out;
    }
    /// Whether a data cell before this one in its row names the header.
    [[nodiscard]] bool wasNamedBefore(NodeId header, NodeId cell) const {
        NodeId other = tree_.node(tree_.node(cell).parent).firstKid;
        for (; other != cell; other = tree_.node(other).next) {
            const StructNode& node = tree_.node(other);
            for (std::uint32_t h = 0; node.role == Role::TD && h < node.headerCount; ++h) {
                if (tree_.headerOf(node, h) == header) {
                    return true;
                }
            }
        }
        return false;
    }

    const StructTree& tree_;
    std::vector<dump::LeafText> leaves_;
};

class ReadingOrder : public testing::TestWithParam<SampleCase> {};

TEST_P(ReadingOrder, IsTheModelsWordForWord) {
    Laid laid(GetParam().file, GetParam().style);
    const Words expected =
        std::visit([](const auto& document) { return wordsOf(document); }, laid.document());
    const Words actual = Heard(laid).words();
    for (std::size_t i = 0; i < std::min(expected.all().size(), actual.all().size()); ++i) {
        ASSERT_EQ(actual.all()[i], expected.all()[i]) << "word " << i + 1;
    }
    EXPECT_EQ(actual.all().size(), expected.all().size());
}

TEST_P(ReadingOrder, HasOneTableOverAllPagesWithResolvedHeaders) {
    const Laid laid(GetParam().file, GetParam().style);
    const StructTree& tree = *laid.pages().tree;
    std::size_t tables = 0;
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        const StructNode& node = tree.node(static_cast<NodeId>(i));
        tables += node.role == Role::Table ? 1 : 0;
        if (node.role == Role::TD) {
            EXPECT_GT(node.headerCount, 0u) << "cell #" << i;
        }
        for (std::uint32_t h = 0; h < node.headerCount; ++h) {
            const StructNode& header = tree.node(tree.headerOf(node, h));
            EXPECT_EQ(header.role, Role::TH);
            EXPECT_TRUE(header.hasId);
        }
    }
    EXPECT_EQ(tables, 1u);
}

TEST_P(ReadingOrder, IsAsItWas) {
    Laid laid(GetParam().file, GetParam().style);
    const Heard heard(laid);
    compareWithGolden(GetParam().name + ".heard.txt", heard.lines(false));
    compareWithGolden(GetParam().name + ".heard-with-headers.txt", heard.lines(true));
}

// Counted so, it was 635 while each cell named its theme with all that is said of it.
TEST_P(ReadingOrder, SpeaksFewWordsOfRowHeaders) {
    Laid laid(GetParam().file, GetParam().style);
    EXPECT_LE(Heard(laid).spokenRowHeaderWords(), 60u);
}

TEST_P(ReadingOrder, IsTheOrderOfTheContentOnEachPage) {
    Laid laid(GetParam().file, GetParam().style);
    Page page;
    for (std::uint32_t number = 0; number < laid.pages().count; ++number) {
        laid.pages().paint(number, laid.breaker(), page);
        NodeId last = NodeId::Root;
        for (const Op& op : page.ops) {
            const auto* text = std::get_if<TextOp>(&op);
            if (text != nullptr && !text->content.isArtifact()) {
                EXPECT_GE(text->content.leaf(), last) << "page " << number + 1;
                last = text->content.leaf();
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Samples, ReadingOrder, testing::ValuesIn(sampleCases()));

} // namespace
} // namespace sidetal::test
