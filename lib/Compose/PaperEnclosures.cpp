#include "Compose/PaperEnclosures.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sidetal {

namespace {

class EnclosureRows {
  public:
    explicit EnclosureRows(const Paper& paper)
        : paper_(paper)
        , style_(paper.look.enclosures)
        , type_(paper.typeOf(AgendaRole::Enclosure)) {}

    /// Rows of the item's enclosures, in a list that begins with the first.
    void add(const PaperItem& item) {
        std::size_t count = 0;
        for (const Enclosure& enclosure : item.item->enclosures) {
            if (list_ == NodeId::None) {
                list_ = tree().add(NodeId::Root, Role::L);
            }
            addRow(item, enclosure, ++count);
        }
    }

  private:
    [[nodiscard]] StructTree& tree() const { return paper_.c.out.tree; }

    /// "Bilag 12.1": its own number, else its place in the item's list.
    [[nodiscard]] std::string numberOf(const PaperItem& item, const Enclosure& enclosure,
                                       std::size_t place) const {
        std::string number = enclosure.number;
        if (number.empty()) {
            number = item.bare.empty() ? std::to_string(place) : fmt::format("{}.{}", item.bare, place);
        }
        return paper_.word(PaperWord::EnclosureNumber, fmt::arg("number", number));
    }

    /// "PDF, 48 sider", "Lukket bilag".
    [[nodiscard]] std::string kindOf(const Enclosure& enclosure) const {
        std::array<std::string, 3> parts;
        if (enclosure.access == Access::Closed && !saysClosed(enclosure.title)) {
            parts[0] = paper_.word(PaperWord::ClosedEnclosure);
        }
        parts[1] = enclosure.format;
        if (enclosure.pages) {
            parts[2] = *enclosure.pages == 1
                           ? std::string(paper_.word(PaperWord::OnePage))
                           : paper_.word(PaperWord::Pages, fmt::arg("count", *enclosure.pages));
        }
        return joined(parts, ", ");
    }

    /// "Journalnr. 222359/12 · Tilføjet 12. maj 2026 · høring.pdf"
    [[nodiscard]] std::string noteOf(const Enclosure& enclosure) const {
        std::array<std::string, 3> parts;
        if (!enclosure.journalNumber.empty()) {
            parts[0] = paper_.word(PaperWord::JournalNumber, fmt::arg("number", enclosure.journalNumber));
        }
        if (enclosure.added) {
            parts[1] =
                paper_.word(PaperWord::Added, fmt::arg("date", paper_.c.labels.longDate(*enclosure.added)));
        }
        parts[2] = enclosure.file;
        return joined(parts, " · ");
    }

    void addRow(const PaperItem& item, const Enclosure& enclosure, std::size_t place) {
        const NodeId entry = tree().add(list_, Role::LI);
        const Length room = paper_.column - paper_.look.items.numberWidth;
        const Length after = room - style_.numberWidth - style_.gap;
        const Length title = std::min(style_.titleWidth.value_or(after * 2 / 3), after);
        Columns row;
        const NodeId label = tree().add(entry, Role::Lbl);
        paper_.c.setLabelLanguage(label);
        row.columns.push_back(Column{{}, style_.numberWidth, {}});
        row.columns.back().blocks.emplace_back().content = Context::paragraph(
            paper_.c.out.keep(numberOf(item, enclosure, place)), type_, label, enclosure.source);
        const NodeId body = tree().add(entry, Role::LBody);
        row.columns.push_back(Column{style_.numberWidth + style_.gap, title, {}});
        addTitle(enclosure, body, row.columns.back());
        const Length x = style_.numberWidth + style_.gap + title + style_.gap;
        if (const std::string kind = kindOf(enclosure); !kind.empty() && x < room) {
            row.columns.push_back(Column{x, room - x, {}});
            row.columns.back().blocks.push_back(textBlock(kind, type_, body, enclosure.source, true));
        }
        Block block;
        block.content = std::move(row);
        block.indent = paper_.look.items.numberWidth;
        paper_.blocks().push_back(std::move(block));
    }

    [[nodiscard]] Block textBlock(const std::string& text, const Type& type, NodeId parent, SourcePos source,
                                  bool ofCatalogue) const {
        Block block;
        block.content =
            labelledParagraph(paper_.c, {{text, ofCatalogue}}, type, tree().add(parent, Role::P), source);
        return block;
    }

    void addTitle(const Enclosure& enclosure, NodeId body, Column& column) const {
        const NodeId words = tree().add(body, Role::P);
        NodeId leaf = words;
        if (!enclosure.address.empty()) {
            leaf = tree().add(words, Role::Link);
            tree().setLink(leaf, Link{TargetId::None, enclosure.address, outlineText(enclosure.title),
                                      enclosure.source});
        }
        column.blocks.emplace_back().content =
            Context::paragraph(enclosure.title, type_, leaf, enclosure.source);
        if (const std::string note = noteOf(enclosure); !note.empty()) {
            column.blocks.push_back(
                textBlock(note, paper_.typeOf(AgendaRole::CaseLine), body, enclosure.source, true));
        }
    }

    const Paper& paper_;
    const EnclosuresStyle& style_;
    Type type_;
    NodeId list_ = NodeId::None;
};

} // namespace

void addEnclosures(const Paper& paper, const PaperItem& item, int level) {
    paper.addHeading({{std::string(paper.word(PaperWord::Enclosures)), true}},
                     paper.look[AgendaRole::Section], item.item->source,
                     {.level = level, .indent = paper.look.items.numberWidth, .outlined = false});
    EnclosureRows(paper).add(item);
}

bool hasEnclosures(const Paper& paper) {
    return std::ranges::any_of(paper.items,
                               [](const PaperItem& item) { return !item.item->enclosures.empty(); });
}

void addAllEnclosures(const Paper& paper, TargetId target) {
    paper.addPartHeading(PaperWord::Enclosures, target);
    EnclosureRows rows(paper);
    for (const PaperItem& item : paper.items) {
        rows.add(item);
    }
}

} // namespace sidetal
