#include "Compose/PaperVotes.h"

#include <algorithm>
#include <utility>

namespace sidetal {

namespace {

/// What a cell keeps off from the next.
constexpr Length kCellSide = Length::points(3);
constexpr Length kCellTop = Length::points(1);

class VoteTableComposer {
  public:
    VoteTableComposer(const Paper& paper, const VoteTable& words, SourcePos source)
        : paper_(paper)
        , words_(words)
        , source_(source) {}

    void compose(std::string title, bool titleOfCatalogue) {
        const VotesStyle& style = paper_.look.votes;
        table_.node = tree().add(NodeId::Root, Role::Table);
        addCaption(std::move(title), titleOfCatalogue);
        addHead();
        const NodeId body = tree().add(table_.node, Role::TBody);
        for (const std::vector<std::string>& row : words_.rows) {
            addRow(row, body, AgendaRole::VoteCell, table_.rows, false);
        }
        addRow(words_.total, tree().add(table_.node, Role::TFoot), AgendaRole::VoteHead, table_.rows, true);
        if (static_cast<std::int32_t>(words_.rows.size()) <= style.wholeRows) {
            table_.rows.front().cells.front().keptRows = static_cast<std::uint16_t>(table_.rows.size());
        }
        table_.cellFormats.assign(1, {Length(), kCellSide, kCellTop, kCellTop, std::nullopt});
        table_.source = source_;
        table_.rules = Table::Rules::HeadAndFoot;
        table_.ruleWidth = style.ruleWidth;
        table_.ruleColour = style.ruleColour;
        setColumns(style);
        Block block;
        block.content = std::move(table_);
        block.spaceAfter = paper_.look[AgendaRole::Body].spaceAfter;
        block.indent = paper_.look.items.numberWidth;
        paper_.blocks().push_back(std::move(block));
    }

  private:
    [[nodiscard]] StructTree& tree() const { return paper_.c.out.tree; }

    void setColumns(const VotesStyle& style) {
        const auto figures = static_cast<std::int64_t>(words_.head.size()) - 1;
        const Length room = paper_.column - paper_.look.items.numberWidth;
        const Length least = Length::points(30);
        const Length count = std::min(style.countWidth, (room - least) / std::max<std::int64_t>(figures, 1));
        const Length left = room - count * figures;
        table_.columns.emplace_back(std::min(style.partyWidth.value_or(left), left));
        table_.columns.insert(table_.columns.end(), static_cast<std::size_t>(figures), ColumnWidth(count));
    }

    void addCaption(std::string title, bool ofCatalogue) {
        const NodeId caption = tree().add(table_.node, Role::Caption);
        Block block;
        block.content = labelledParagraph(paper_.c, {{std::move(title), ofCatalogue}},
                                          paper_.typeOf(AgendaRole::VoteCaption), caption, source_);
        block.spaceBefore = paper_.look[AgendaRole::Body].spaceAfter;
        block.keepWithNext = true;
        paper_.placeText(block);
        paper_.blocks().push_back(std::move(block));
    }

    void addHead() {
        const NodeId row = tree().add(tree().add(table_.node, Role::THead), Role::TR);
        std::vector<TableCell>& cells = table_.header.emplace_back().cells;
        for (std::size_t i = 0; i < words_.head.size(); ++i) {
            const NodeId node = tree().add(row, Role::TH);
            tree().node(node).scope = Scope::Column;
            paper_.c.setLabelLanguage(node);
            heads_.push_back(node);
            cells.push_back(cell(i, words_.head[i], AgendaRole::VoteHead, node));
        }
    }

    void addRow(const std::vector<std::string>& words, NodeId parent, AgendaRole role,
                std::vector<TableRow>& rows, bool isTotal) {
        const NodeId row = tree().add(parent, Role::TR);
        std::vector<TableCell>& cells = rows.emplace_back().cells;
        NodeId party = NodeId::None;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const NodeId node = tree().add(row, i == 0 ? Role::TH : Role::TD);
            if (i == 0) {
                party = node;
                tree().node(node).scope = Scope::Row;
                tree().setHeaders(node, {heads_.front()});
                if (isTotal) {
                    paper_.c.setLabelLanguage(node);
                }
            } else {
                tree().setHeaders(node, {heads_[i], party});
            }
            cells.push_back(cell(i, words[i], role, node));
        }
    }

    [[nodiscard]] TableCell cell(std::size_t column, const std::string& words, AgendaRole role,
                                 NodeId node) const {
        TableCell out;
        out.column = static_cast<std::uint32_t>(column);
        out.node = node;
        const Type type = paper_.c.type(paper_.look[role].text, column == 0 ? Align::Left : Align::Right);
        out.content.emplace_back().content =
            Context::paragraph(paper_.c.out.keep(words), type, node, source_);
        return out;
    }

    const Paper& paper_;
    const VoteTable& words_;
    SourcePos source_;
    Table table_;
    std::vector<NodeId> heads_;
};

/// "For (24): Anna Prøve (V), …"
void addVoters(const Paper& paper, const VoteWords& words, const VoteTally& tally, SourcePos source) {
    for (const VoteList& list : words.lists(tally)) {
        const NodeId node = paper.c.out.tree.add(NodeId::Root, Role::P);
        Block block;
        block.content = labelledParagraph(paper.c, {{list.title + ": ", true}, {joined(list.names, ", ")}},
                                          paper.typeOf(AgendaRole::VoteCell), node, source);
        block.spaceAfter = paper.look[AgendaRole::Notice].spaceAfter;
        paper.placeText(block);
        paper.blocks().push_back(std::move(block));
    }
}

} // namespace

void addVotes(const Paper& paper, std::string_view title, const VoteTally& tally, SourcePos source) {
    const VoteWords words(paper.c.labels);
    const VoteTable table = words.table(tally);
    if (!table.rows.empty()) {
        VoteTableComposer(paper, table, source)
            .compose(title.empty() ? words.caption() : std::string(title), title.empty());
    }
    addVoters(paper, words, tally, source);
}

} // namespace sidetal
