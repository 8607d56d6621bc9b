#include "Compose/PaperDecisions.h"

#include "Attendance/Votes.h"
#include "Compose/PaperVotes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sidetal {

namespace {

/// What was voted on, and what came of it: the decision as a whole, or a part of it.
struct Ballot {
    std::string_view title; ///< empty: the decision as a whole
    VoteTally tally;
    VoteResult result = VoteResult::Unspecified;
    SourcePos source;
    SourcePos titleSource;
};

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
    [[nodiscard]] std::vector<Ballot> ballotsOf(const Decision& decision, bool own) const;
    void addSentences(std::span<const Ballot> ballots, std::vector<Block>& out) const;
    void addDissent(const Opinion& opinion);

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
    const std::vector<Ballot> ballots = ballotsOf(decision, own);
    addSentences(ballots, blocks);
    if (!decision.absent.empty()) {
        blocks.push_back(paper_.line(
            paper_.word(PaperWord::AbsentFromItem, fmt::arg("names", joined(decision.absent, ", "))),
            AgendaRole::Notice, decision.source, true));
    }
    addPanel(paper_, paper_.look.sections.decision, own, std::move(blocks));
    for (const Ballot& ballot : ballots) {
        addVotes(paper_, ballot.title, ballot.tally, ballot.titleSource);
    }
    for (const Opinion& opinion : decision.dissent) {
        addDissent(opinion);
    }
}

std::vector<Ballot> DecisionComposer::ballotsOf(const Decision& decision, bool own) const {
    const std::optional<std::size_t> item = own ? std::optional(index_) : std::nullopt;
    std::vector<Ballot> out;
    if (!decision.votes.empty()) {
        const SourcePos source = decision.votes.front().source;
        out.push_back({{}, tallyOf(paper_.roll, item, decision.votes), decision.result, source, source});
    }
    for (const VoteEvent& event : decision.voteEvents) {
        out.push_back({event.title, tallyOf(paper_.roll, item, event.votes), event.result, event.source,
                       event.titleSource.orElse(event.source)});
    }
    return out;
}

/// What the votes came to, a sentence each.
void DecisionComposer::addSentences(std::span<const Ballot> ballots, std::vector<Block>& out) const {
    const VoteWords words(paper_.c.labels);
    for (const Ballot& ballot : ballots) {
        std::string sentence = words.result(ballot.tally, ballot.result);
        if (sentence.empty()) {
            continue;
        }
        std::vector<LinePart> parts;
        if (!ballot.title.empty()) {
            parts.push_back({fmt::format("{}: ", ballot.title)});
        }
        parts.push_back({std::move(sentence), true});
        Block block;
        block.content = labelledParagraph(paper_.c, parts, paper_.typeOf(AgendaRole::Body),
                                          paper_.c.out.tree.add(NodeId::Root, Role::P), ballot.source);
        block.spaceAfter = paper_.look[AgendaRole::Body].spaceAfter;
        out.push_back(std::move(block));
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
