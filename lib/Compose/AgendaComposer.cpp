#include "Compose/AgendaComposer.h"

#include "Compose/Paper.h"
#include "Compose/PaperEnd.h"
#include "Compose/PaperFront.h"
#include "Compose/PaperItems.h"
#include "Compose/RunningHead.h"
#include "Support/Utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sidetal {

namespace {

/// A page is named after an item without number by so many characters of its title.
constexpr std::size_t kLongestMark = 60;

/// What items are pointed to by; and what pages are named after, where a line in their heads says so.
void markItems(Paper& paper) {
    StructTree& tree = paper.c.out.tree;
    const bool marked = paper.look.head.has_value();
    const ItemGroup* group = nullptr;
    for (PaperItem& item : paper.items) {
        if (paper.look.contents || (marked && item.depth == 0)) {
            item.target = tree.reserveTarget();
        }
        if (!marked || item.depth > 0) {
            continue;
        }
        if (item.group != group) { // its heading already belongs to the item
            group = item.group;
            item.opening = tree.reserveTarget();
        }
        std::string name = item.bare.empty()
                               ? utf8::shortened(outlineText(item.item->title), kLongestMark)
                               : paper.word(PaperWord::ItemShort, fmt::arg("number", item.bare));
        const TargetId begin = item.opening != TargetId::None ? item.opening : item.target;
        paper.c.out.runningMarks.push_back({begin, std::move(name)});
    }
    if (marked) {
        paper.end = tree.reserveTarget();
        paper.c.out.runningMarks.push_back({paper.end, {}});
    }
}

RunningLine footLine(const Paper& paper, const RunningLineStyle& style) {
    const PageRun& run = paper.c.out.run();
    const Type type = paper.typeOf(AgendaRole::Foot);
    RunningLine line;
    line.kind = RunningLine::Kind::Footer;
    line.format = type.format;
    line.emphasis = type.emphasis;
    line.align = Align::Left;
    line.x = run.body.x;
    line.baseline = run.page.height - style.baseline;
    line.width = run.body.width;
    line.source = paper.c.style;
    return line;
}

/// "Byrådet · 18. november 2026 · Dagsorden", and the item at the right.
void addHead(const Paper& paper) {
    if (!paper.look.head) {
        return;
    }
    std::string words =
        joined(std::array{std::string(paper.committee()), paper.day(), std::string(paper.title())}, " · ");
    addRunningHead(
        paper.c, paper.model.header,
        {paper.look[AgendaRole::Head].text, paper.look.head->baseline, paper.column, paper.column * 3 / 4},
        runningWords(words));
}

/// "Prøveby Kommune · Sagsnr. 00.22.02-A00-3-26", opposite the page number.
void addFoot(const Paper& paper) {
    if (!paper.look.foot) {
        return;
    }
    const DocumentHeader& header = paper.model.header;
    const std::string ofCase =
        header.caseNumber && !header.caseNumber->empty()
            ? fmt::format("{} {}", paper.c.labels[Label::CaseNumber], *header.caseNumber)
            : std::string();
    std::string sender;
    if (const auto& of = header.organisation) {
        const bool elsewhere = paper.look.cover || paper.look.sender;
        sender = elsewhere ? of->name : joined(std::array{of->name, of->unit, of->office}, " · ");
    }
    RunningLine line = footLine(paper, *paper.look.foot);
    line.width = paper.column * 3 / 4;
    const std::string hash = paper.look.foot->hash && !paper.c.contentHash.empty()
                                 ? paper.word(PaperWord::ContentHash, fmt::arg("hash", paper.c.contentHash))
                                 : std::string();
    line.pattern = runningWords(joined(std::array{sender, ofCase, hash}, " · "));
    paper.c.out.run().running.push_back(std::move(line));
}

} // namespace

void composeAgenda(Context& context, const MeetingPaper& agenda, std::span<const std::string> numbers,
                   const AgendaStyle& look, Diagnostics& diagnostics) {
    Paper paper(context, agenda, numbers, look, diagnostics);
    if (agenda.firstPage) {
        context.out.run().numbering.first = static_cast<std::uint32_t>(*agenda.firstPage);
    }
    markItems(paper);
    addHead(paper);
    addFoot(paper);
    addFront(paper);
    if (look.cover && look.cover->ownPage && !paper.items.empty()) {
        paper.blocks().emplace_back().content = PageBreak();
    }
    addItems(paper);
    addEnd(paper);
}

} // namespace sidetal
