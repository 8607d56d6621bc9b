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

/// What a reader of the tags hears: each leaf's replacement text, else its text, in structure order. Elements
/// are parted by a blank; leaves of one paragraph (Span) are not.
Words wordsOf(Laid& laid) {
    const StructTree& tree = *laid.pages().tree;
    const std::vector<dump::LeafText> leaves = dump::leafTexts(laid.pages(), laid.breaker());
    std::string text;
    for (std::uint32_t i = 0; i < leaves.size(); ++i) {
        const StructNode& node = tree.node(static_cast<NodeId>(i));
        const std::string_view instead = tree.actualText(node);
        text += node.role == Role::Span ? "" : " ";
        text += instead.empty() ? std::string_view(leaves[i].text) : instead;
    }
    Words words;
    words.add(text);
    return words;
}

class ReadingOrder : public testing::TestWithParam<SampleCase> {};

TEST_P(ReadingOrder, IsTheModelsWordForWord) {
    Laid laid(GetParam().file, GetParam().style);
    const Words expected =
        std::visit([](const auto& document) { return wordsOf(document); }, laid.document());
    const Words actual = wordsOf(laid);
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

INSTANTIATE_TEST_SUITE_P(Samples, ReadingOrder, testing::ValuesIn(sampleCases()));

} // namespace
} // namespace sidetal::test
