#include "Compose/PaperDecisions.h"

#include "Attendance/Votes.h"
#include "Compose/PaperVotes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sidetal {

namespace {

class DecisionComposer {
  public:
    DecisionComposer(const Paper& paper, const PaperItem& item, std::size_t index, int level)
        : paper_(paper)
        , item_(item)
        , index_(index)
        , level_(level) {}

    void compose() {
        bool decided = false;
        bool absentTold = false;
        for (const Decision& decision : item_.item->decisions) {
            const bool own = isOfMeeting(decision);
            add(decision, own);
            decided = decided || own;
            absentTold = absentTold || (own && !decision.absent.empty());
        }
        addNotices(paper_, index_, decided && !absentTold);
    }

  private:
    /// True for a decision of the meeting whose paper this is.
    [[nodiscard]] bool isOfMeeting(const Decision& decision) const {
        return paper_.model.kind == MeetingPaper::Kind::Minutes && decidedHere(paper_.model, decision);
    }

    void add(const Decision& decision, bool own);
    [[nodiscard]] Block headingOf(const Decision& decision, bool own) const;
    void addSentences(const Decision& decision, std::span<const VoteTally> tallies, std::vector<Block>& out);
    void addDissent(const Opinion& opinion);
    [[nodiscard]] VoteTally tally(std::span<const Vote> votes, bool own) const {
        return tallyOf(paper_.roll, own ? std::optional(index_) : std::nullopt, votes);
    }

    const Paper& paper_;
    const PaperItem& item_;
    std::size_t index_;
    int level_;
};

/// "Beslutning – Byrådet, 18. november 2026" of the meeting itself, "Økonomiudvalget, 3. november 2026, pkt.
/// 7" of an earlier one.
Block DecisionComposer::headingOf(const Decision& decision, bool own) const {
    std::vector<LinePart> parts;
    if (own) {
        parts.push_back({std::string(paper_.word(PaperWord::Decision)), true});
    }
    const std::string committee =
        decision.committee.empty() ? std::string(own ? paper_.committee() : "") : decision.committee;
    const auto date = decision.date ? decision.date : own ? paper_.model.meeting.date : std::nullopt;
    if (!committee.empty()) {
        parts.push_back({(own ? " – " : "") + committee});
    }
    if (date) {
        parts.push_back({(parts.empty()              ? ""
                          : own && committee.empty() ? " – "
                                                     : ", ") +
                             paper_.c.labels.longDate(*date),
                         true});
    }
    if (!decision.item.empty() && !own) {
        const std::string item = paper_.word(PaperWord::ItemOf, fmt::arg("number", decision.item));
        parts.push_back({parts.empty() ? item.substr(2) : item, true});
    }
    if (parts.empty()) {
        parts.push_back({std::string(paper_.word(PaperWord::Decision)), true});
    }
    if (decision.access == Access::Closed) {
        parts.push_back({fmt::format(" ({})", paper_.c.labels[Label::Closed]), true});
    }
    return paper_.heading(parts, paper_.look[own ? AgendaRole::Decision : AgendaRole::Earlier],
                          decision.source, {.level = level_, .width = paper_.textWidth(), .outlined = own});
}

void DecisionComposer::add(const Decision& decision, bool own) {
    std::vector<Block> blocks;
    blocks.push_back(headingOf(decision, own));
    TextLook look = paper_.textLook(level_ + 1);
    look.adLists = true;
    addText(paper_.c, decision.body, NodeId::Root, look, blocks);
    std::vector<VoteTally> tallies;
    if (!decision.votes.empty()) {
        tallies.push_back(tally(decision.votes, own));
    }
    for (const VoteEvent& event : decision.voteEvents) {
        tallies.push_back(tally(event.votes, own));
    }
    addSentences(decision, tallies, blocks);
    if (!decision.absent.empty()) {
        blocks.push_back(paper_.line(
            paper_.word(PaperWord::AbsentFromItem, fmt::arg("names", joined(decision.absent, ", "))),
            AgendaRole::Notice, decision.source, true));
    }
    addPanel(paper_, paper_.look.sections.decision, own, std::move(blocks));
    std::size_t at = 0;
    if (!decision.votes.empty()) {
        addVotes(paper_, {}, tallies[at++], decision.votes.front().source);
    }
    for (const VoteEvent& event : decision.voteEvents) {
        addVotes(paper_, event.title, tallies[at++], event.titleSource.orElse(event.source));
    }
    for (const Opinion& opinion : decision.dissent) {
        addDissent(opinion);
    }
}

/// What the votes came to, a sentence each.
void DecisionComposer::addSentences(const Decision& decision, std::span<const VoteTally> tallies,
                                    std::vector<Block>& out) {
    const VoteWords words(paper_.c.labels);
    const auto addLine = [&](const std::string& title, std::string sentence, SourcePos source) {
        if (sentence.empty()) {
            return;
        }
        const NodeId node = paper_.c.out.tree.add(NodeId::Root, Role::P);
        std::vector<LinePart> parts;
        if (!title.empty()) {
            parts.push_back({title + ": "});
        }
        parts.push_back({std::move(sentence), true});
        Block block;
        block.content = labelledParagraph(paper_.c, parts, paper_.typeOf(AgendaRole::Body), node, source);
        block.spaceAfter = paper_.look[AgendaRole::Body].spaceAfter;
        out.push_back(std::move(block));
    };
    std::size_t at = 0;
    if (!decision.votes.empty()) {
        addLine({}, words.result(tallies[at++], decision.result), decision.votes.front().source);
    }
    for (const VoteEvent& event : decision.voteEvents) {
        addLine(event.title, words.result(tallies[at++], event.result), event.source);
    }
}

/// "Mindretalsudtalelse – Ø:" and its text, both further in.
void DecisionComposer::addDissent(const Opinion& opinion) {
    const Length indent = paper_.look.votes.dissentIndent;
    std::vector<Block> blocks;
    std::string who = joined(opinion.voters, ", ");
    std::vector<LinePart> parts{{std::string(paper_.word(PaperWord::Dissent)), true}};
    if (!who.empty()) {
        parts.push_back({" – " + std::move(who)});
    }
    blocks.push_back(paper_.heading(
        parts, paper_.look[AgendaRole::Earlier], opinion.source,
        {.level = std::min(level_ + 1, kDeepestHeading), .width = paper_.textWidth(), .outlined = false}));
    addText(paper_.c, opinion.body, NodeId::Root, paper_.textLook(level_ + 2), blocks);
    for (Block& block : blocks) {
        block.indent += indent;
        block.width = block.width > indent ? block.width - indent : block.width;
    }
    addPanel(paper_, {}, false, std::move(blocks));
}

} // namespace

void addDecisions(const Paper& paper, const PaperItem& item, std::size_t index, int level) {
    DecisionComposer(paper, item, index, level).compose();
}

void addNotices(const Paper& paper, std::size_t index, bool decided) {
    const AttendanceWords words = paper.attendanceWords();
    const auto add = [&](const AttendanceSentence& sentence) {
        if (!sentence.text.empty()) {
            Block block = paper.line(sentence.text, AgendaRole::Notice, sentence.source, true);
            paper.placeText(block);
            paper.blocks().push_back(std::move(block));
        }
    };
    for (const AttendanceSentence& sentence : words.eventsAt(paper.roll, index)) {
        add(sentence);
    }
    // Lists of who was absent from all of it stand at the meeting's head alone.
    if (decided && !paper.roll.events().empty()) {
        add(words.absentAt(paper.roll, index));
    }
}

void addPanel(const Paper& paper, const PanelStyle& style, bool stands, std::vector<Block> blocks) {
    if (!stands || (!style.fill && style.barWidth == Length())) {
        const std::size_t first = paper.blocks().size();
        std::ranges::move(blocks, std::back_inserter(paper.blocks()));
        paper.placeTexts(paper.blocks(), first);
        return;
    }
    Panel panel;
    panel.format.fill = style.fill;
    panel.format.barWidth = style.barWidth;
    panel.format.barColour = style.barColour;
    panel.format.barGap = style.barGap;
    panel.format.padLeft = style.barWidth > Length() ? style.barGap + style.barWidth : style.paddingSides;
    panel.format.padRight = style.paddingSides;
    panel.format.padTop = panel.format.padBottom = style.padding;
    panel.blocks = std::move(blocks);
    Block block;
    block.content = std::move(panel);
    paper.placeText(block);
    paper.blocks().push_back(std::move(block));
}

} // namespace sidetal
