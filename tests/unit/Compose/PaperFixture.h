#pragma once

#include "Compose/Compose.h"
#include "Styles/StyleReader.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace sidetal::test {

/// A meeting's paper, composed, as its structure tells it.
class ComposedPaper {
  public:
    using Switch = std::function<void(AgendaStyle&)>;

    explicit ComposedPaper(MeetingPaper paper, const std::string& style = "council",
                           const Switch& change = {}, std::string_view language = {})
        : document_(std::move(paper))
        , blocks_(compose(document_, styled(style, change), diagnostics_, {language})) {
        for (const Block& block : blocks_.run().blocks) {
            take(block);
        }
        tell(NodeId::Root);
    }

    /// "H2 1. Budget" of each element that is no Span and has words of its own, in reading order.
    [[nodiscard]] std::vector<std::string> lines() const { return lines_; }
    /// Those from `first` on up to the one before `last`; `first` must be there.
    [[nodiscard]] std::vector<std::string> lines(const std::string& first,
                                                 const std::string& last = {}) const {
        std::vector<std::string> out;
        auto at = std::find(lines_.begin(), lines_.end(), first);
        for (; at != lines_.end() && *at != last; ++at) {
            out.push_back(*at);
        }
        return out;
    }
    /// The words of one role.
    [[nodiscard]] std::vector<std::string> of(Role role) const {
        std::vector<std::string> out;
        const std::string name = std::string(roleName(role)) + " ";
        for (const std::string& line : lines_) {
            if (line.starts_with(name)) {
                out.push_back(line.substr(name.size()));
            }
        }
        return out;
    }
    /// The words of what lies in a node, with their languages where those are set: "[en]Decision".
    [[nodiscard]] std::string words(NodeId node) const {
        const std::string language(tree().language(tree().node(node)));
        std::string out = language.empty() ? "" : "[" + language + "]";
        if (const auto at = texts_.find(node); at != texts_.end()) {
            out += at->second;
        }
        for (NodeId kid = tree().node(node).firstKid; kid != NodeId::None; kid = tree().node(kid).next) {
            out += words(kid);
        }
        return out;
    }
    /// The first node of a role whose words these are.
    [[nodiscard]] NodeId find(Role role, const std::string& text) const {
        for (std::uint32_t i = 0; i < tree().size(); ++i) {
            if (tree().node(NodeId{i}).role == role && words(NodeId{i}) == text) {
                return NodeId{i};
            }
        }
        return NodeId::None;
    }

    [[nodiscard]] const StructTree& tree() const { return blocks_.tree; }
    [[nodiscard]] const BlockDocument& blocks() const { return blocks_; }
    [[nodiscard]] const Diagnostics& diagnostics() const { return diagnostics_; }

  private:
    static StyleSheet styled(const std::string& name, const Switch& change) {
        StyleSheet out = input::builtInStyleSheet(name);
        if (change) {
            change(std::get<AgendaStyle>(out.look));
        }
        return out;
    }

    void take(const Paragraph& paragraph) {
        for (const sidetal::Run& run : paragraph.runs) {
            texts_[run.leaf] += run.pageOf == TargetId::None ? std::string(run.text) : " <page>";
        }
    }
    void take(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            take(block);
        }
    }
    void take(const Block& block) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
            take(*paragraph);
        } else if (const auto* heading = std::get_if<Heading>(&block.content)) {
            take(heading->text);
        } else if (const auto* line = std::get_if<LeaderLine>(&block.content)) {
            take(line->text);
            take(line->end);
        } else if (const auto* list = std::get_if<List>(&block.content)) {
            for (const ListItem& item : list->items) {
                if (const auto* label = std::get_if<Paragraph>(&item.label)) {
                    take(*label);
                }
                take(item.body);
            }
        } else if (const auto* table = std::get_if<Table>(&block.content)) {
            for (const auto* rows : {&table->header, &table->rows}) {
                for (const TableRow& row : *rows) {
                    for (const TableCell& cell : row.cells) {
                        take(cell.content);
                    }
                }
            }
        } else if (const auto* aside = std::get_if<Aside>(&block.content)) {
            take(aside->blocks);
        } else if (const auto* panel = std::get_if<Panel>(&block.content)) {
            take(panel->blocks);
        } else if (const auto* columns = std::get_if<Columns>(&block.content)) {
            for (const Column& column : columns->columns) {
                take(column.blocks);
            }
        }
    }

    void tell(NodeId node) {
        const StructNode& own = tree().node(node);
        const bool spans = own.firstKid != NodeId::None && tree().node(own.firstKid).role == Role::Span;
        if (own.role != Role::Span && (spans || texts_.contains(node))) {
            std::string line = std::string(roleName(own.role)) + " " + words(node);
            for (std::size_t at = 0; (at = line.find("\u00a0", at)) != std::string::npos;) {
                line.replace(at, 2, " ");
            }
            lines_.push_back(std::move(line));
        }
        for (NodeId kid = own.firstKid; kid != NodeId::None; kid = tree().node(kid).next) {
            tell(kid);
        }
    }

    Document document_; ///< the blocks refer to it
    Diagnostics diagnostics_;
    BlockDocument blocks_;
    std::map<NodeId, std::string> texts_;
    std::vector<std::string> lines_;
};

/// An item of this title.
inline AgendaItem titled(std::string title) {
    AgendaItem out;
    out.title = std::move(title);
    return out;
}

/// A section of a key with its text, or one of its own title.
inline Section sectionOf(std::string key, const std::string& text, std::string title = {}) {
    Section out;
    out.key = std::move(key);
    out.title = std::move(title);
    out.body = text.empty() ? RichText() : plainText(text);
    return out;
}

} // namespace sidetal::test
