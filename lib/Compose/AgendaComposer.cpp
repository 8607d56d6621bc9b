#include "Compose/AgendaComposer.h"

#include "Compose/Paper.h"
#include "Compose/PaperEnd.h"
#include "Compose/PaperFront.h"
#include "Compose/PaperItems.h"
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

RunningLine runningLine(const Paper& paper, const RunningLineStyle& style, AgendaRole role, bool atTop) {
    const PageRun& run = paper.c.out.run();
    const Type type = paper.typeOf(role);
    RunningLine line;
    line.kind = atTop ? RunningLine::Kind::Header : RunningLine::Kind::Footer;
    line.format = type.format;
    line.emphasis = type.emphasis;
    line.align = Align::Left;
    line.x = run.body.x;
    line.baseline = atTop ? style.baseline : run.page.height - style.baseline;
    line.width = run.body.width;
    line.source = paper.c.style;
    return line;
}

/// "UDKAST" between the two lines of the head, on the first page too; what it takes of their room.
Length addDraftMark(const Paper& paper, Length right) {
    if (paper.model.header.status != DocumentStatus::Draft) {
        return {};
    }
    constexpr Length kRoom = Length::points(44); // in 8.5 pt, with some to spare
    constexpr Length kClear = Length::points(12);
    TextStyle style = paper.look[AgendaRole::Head].text;
    style.bold = true;
    style.colour = {0xa4, 0x16, 0x1a};
    const Type type = paper.c.type(style);
    RunningLine mark = runningLine(paper, *paper.look.head, AgendaRole::Head, true);
    mark.format = type.format;
    mark.emphasis = type.emphasis;
    mark.width = kRoom * style.size.milli() / Length::milli(8500).milli();
    mark.x += right - mark.width;
    mark.align = Align::Right;
    mark.pattern = std::string(paper.c.labels[Label::DraftMark]);
    const Length taken = mark.width + kClear;
    paper.c.out.run().running.push_back(std::move(mark));
    return taken;
}

/// "Byrådet · 18. november 2026 · Dagsorden", and the item at the right.
void addHead(const Paper& paper) {
    if (!paper.look.head) {
        return;
    }
    RunningLine left = runningLine(paper, *paper.look.head, AgendaRole::Head, true);
    left.fromSecond = true;
    left.width = paper.column * 3 / 4;
    left.pattern = runningWords(
        joined(std::array{std::string(paper.committee()), paper.day(), std::string(paper.title())}, " · "));
    RunningLine right = runningLine(paper, *paper.look.head, AgendaRole::Head, true);
    right.fromSecond = true;
    right.align = Align::Right;
    right.x += left.width;
    right.width = paper.column - left.width;
    left.width -= addDraftMark(paper, left.width);
    right.pattern = "{mark}";
    right.goesOn = fmt::format(" {}", paper.c.labels[Label::Continued]);
    paper.c.out.run().running.push_back(std::move(left));
    paper.c.out.run().running.push_back(std::move(right));
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
    RunningLine line = runningLine(paper, *paper.look.foot, AgendaRole::Foot, false);
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
