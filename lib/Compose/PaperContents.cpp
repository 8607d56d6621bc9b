#include "Compose/PaperContents.h"

#include <utility>

namespace sidetal {

namespace {

/// Items that lie deeper are not listed.
constexpr std::size_t kDeepestListed = 1;

class ContentsComposer {
  public:
    ContentsComposer(const Paper& paper, const ContentsStyle& style)
        : paper_(paper)
        , style_(style)
        , type_(paper.typeOf(AgendaRole::ContentsItem))
        , numberType_(paper.c.type(paper.look[AgendaRole::ContentsItem].text, Align::Right)) {
        LeaderFormat format;
        format.leastDots = style.leaderGap;
        format.dots = style.leaderColour;
        format.reach = style.titleAt;
        format_ = static_cast<std::uint16_t>(paper.c.out.leaderFormats.size());
        paper.c.out.leaderFormats.push_back(format);
    }

    void compose() {
        paper_.addPartHeading(PaperWord::Contents);
        toc_ = tree().add(NodeId::Root, Role::TOC);
        NodeId list = toc_;
        const ItemGroup* group = nullptr;
        for (const PaperItem& item : paper_.items) {
            if (item.group != group) {
                group = item.group;
                list = addGroup(*group);
            }
            if (item.depth <= kDeepestListed) {
                addRow(item, list);
            }
        }
    }

  private:
    [[nodiscard]] StructTree& tree() const { return paper_.c.out.tree; }

    /// The title of a group in bold; its items' rows lie in a TOC of its own.
    NodeId addGroup(const ItemGroup& group) {
        const NodeId entry = tree().add(toc_, Role::TOCI);
        const NodeId words = tree().add(entry, Role::P);
        Block block;
        block.content = Context::paragraph(group.title, paper_.typeOf(AgendaRole::ContentsGroup), words,
                                           group.titleSource);
        block.spaceBefore = style_.groupGap;
        block.keepWithNext = true;
        paper_.blocks().push_back(std::move(block));
        return tree().add(entry, Role::TOC);
    }

    /// " · beslutning · lukket"
    [[nodiscard]] std::string kindOf(const AgendaItem& item) const {
        std::string out;
        const auto add = [&](std::string_view word) { out += fmt::format(" · {}", word); };
        if (item.kind != AgendaItem::Kind::Unspecified) {
            add(paper_.word(PaperWord::KindDecision, item.kind));
        }
        if (item.status == AgendaItem::Status::Withdrawn) {
            add(paper_.c.labels[Label::Withdrawn]);
        }
        if (item.access == Access::Closed && !saysClosed(item.title)) {
            add(paper_.c.labels[Label::Closed]);
        }
        return out;
    }

    /// What the row's link says: "Punkt 12, side {page}".
    [[nodiscard]] std::string contentsOf(const PaperItem& item) const {
        const auto page = fmt::arg("page", "{page}");
        return item.bare.empty() ? paper_.word(PaperWord::ContentsLinkUnnumbered,
                                               fmt::arg("title", outlineText(item.item->title)), page)
                                 : paper_.word(PaperWord::ContentsLink, fmt::arg("number", item.bare), page);
    }

    void addRow(const PaperItem& item, NodeId list) {
        const NodeId entry = tree().add(list, Role::TOCI);
        const SourcePos source = item.item->titleSource.orElse(item.item->source);
        Columns row;
        if (!item.number.empty()) {
            const NodeId label = tree().add(entry, Role::Lbl);
            Column& number = row.columns.emplace_back(Column{{}, style_.numberWidth, {}});
            number.blocks.emplace_back().content =
                Context::paragraph(paper_.c.out.keep(std::string(item.number)), numberType_, label, source);
        }
        const NodeId link = tree().add(tree().add(entry, Role::Reference), Role::Link);
        tree().setLink(link, Link{item.target, {}, contentsOf(item), source, true});
        LeaderLine line;
        line.format = format_;
        line.text = labelledParagraph(paper_.c, {{item.item->title}, {kindOf(*item.item), true}}, type_, link,
                                      source);
        line.end = Context::paragraph(kPageRoom, type_, line.text.runs.back().leaf, source);
        line.end.runs.back().pageOf = item.target;
        Column& title = row.columns.emplace_back(Column{style_.titleAt, paper_.column - style_.titleAt, {}});
        title.blocks.emplace_back().content = std::move(line);
        paper_.blocks().emplace_back().content = std::move(row);
    }

    /// Keeps room for a page's number.
    static constexpr std::string_view kPageRoom = "0000";

    const Paper& paper_;
    const ContentsStyle& style_;
    Type type_;
    Type numberType_;
    std::uint16_t format_ = 0;
    NodeId toc_ = NodeId::None;
};

} // namespace

void addContents(const Paper& paper, const ContentsStyle& style) {
    if (!paper.items.empty()) {
        ContentsComposer(paper, style).compose();
    }
}

} // namespace sidetal
