#include "Layout/Layout.h"

#include "Layout/Canvas.h"
#include "Layout/FlowBuilder.h"
#include "Text/Characters.h"

#include "Support/Utf8.h"

#include <fmt/format.h>

#include <memory>

namespace sidetal {

namespace {

/// All that painting needs; immutable once it is made, shared by all threads that paint.
struct LaidOut {
    BlockDocument document;
    MeasuredTexts texts;
    BlockStore blocks;
    std::vector<FlowItem> items;
    std::vector<PageToken> pages;
};

/// A running line's pattern filled in.
std::string fillIn(std::string_view pattern, std::uint32_t page, std::uint32_t pages) {
    std::string words;
    while (!pattern.empty()) {
        const auto take = [&](std::string_view key, std::uint32_t value) {
            if (!pattern.starts_with(key)) {
                return false;
            }
            words += fmt::format("{}", value);
            pattern.remove_prefix(key.size());
            return true;
        };
        if (!take("{page}", page) && !take("{pages}", pages)) {
            words += pattern.front();
            pattern.remove_prefix(1);
        }
    }
    return words;
}

/// A title as the pages show it, so that a search finds both: composed, with boxes where they have them for
/// characters that mean nothing.
std::string asShown(const std::string& title, bool boxes) {
    const std::string normal = toNfc(title).value_or(title);
    std::string shown;
    for (std::size_t at = 0; boxes && at < normal.size();) {
        const char32_t c = utf8::next(normal, at);
        utf8::append(shown, isMeaningless(c) ? kBox : c);
    }
    return boxes ? shown : normal;
}

void paintPage(const LaidOut& laid, std::uint32_t number, LineBreaker& breaker, Page& page) {
    breaker.shaper().trim();
    page.clear();
    page.size = laid.document.page;
    Canvas canvas(laid.document, laid.texts, breaker, page);
    const Rect& body = laid.document.body;
    forEachPart(std::span<const FlowItem>(laid.items), laid.pages, number,
                [&](std::uint32_t i, const BreakToken& from, const BreakToken* until, Length y) {
                    const FlowItem& item = laid.items[i];
                    return item.block->paint(from, until, body.x + item.x, body.y + y, canvas);
                });
    for (const RunningLine& line : laid.document.running) {
        canvas.running(line, fillIn(line.pattern, number + 1, static_cast<std::uint32_t>(laid.pages.size())));
    }
    canvas.finish();
}

/// The heading element that a heading's words belong to.
NodeId headingNode(const StructTree& tree, const Heading& heading) {
    NodeId id = heading.text.runs.empty() ? NodeId::None : heading.text.runs.front().leaf;
    while (id != NodeId::None && id != NodeId::Root) {
        const Role role = tree.node(id).role;
        if (role >= Role::H1 && role <= Role::H6) {
            return id;
        }
        id = tree.node(id).parent;
    }
    return NodeId::None;
}

/// Fills the outline and the tables' boxes from where headings and tables were found to stand.
void addLandmarks(Pages& pages, const LaidOut& laid, const std::vector<TracedItem>& traced,
                  const std::vector<Landmark>& landmarks) {
    const Rect& body = laid.document.body;
    auto next = traced.begin();
    for (const Landmark& mark : landmarks) {
        while (next != traced.end() && next->item < mark.item) {
            ++next;
        }
        if (next == traced.end() || next->item != mark.item) {
            continue;
        }
        const Length top = body.y + mark.top;
        if (next->heading != nullptr) {
            pages.outline.push_back({asShown(next->heading->outline, laid.document.boxesForMissing),
                                     next->heading->level,
                                     static_cast<TargetId>(pages.targets.size()),
                                     next->heading->text.source});
            pages.targets.push_back({headingNode(laid.document.tree, *next->heading), mark.page, top});
        } else if (mark.whole) {
            pages.boxes.push_back(
                {next->table,
                 mark.page,
                 {body.x + laid.items[mark.item].x, top, next->block->width(), mark.height}});
        }
    }
}

void report(const FlowFault& fault, const LaidOut& laid, Diagnostics& diagnostics) {
    diagnostics.error("SID-L001",
                      fmt::format("page {}, block {}: {} (an empty page has {} pt)", fault.page + 1,
                                  fault.item + 1, fault.reason, formatPoints(laid.document.body.height)),
                      laid.items[fault.item].source);
}

} // namespace

Pages layOut(BlockDocument document, LineBreaker& breaker, Diagnostics& diagnostics) {
    auto laid = std::make_shared<LaidOut>();
    laid->document = std::move(document);
    laid->document.info.title = asShown(laid->document.info.title, laid->document.boxesForMissing);
    const Rect body = laid->document.body;
    Measurer measurer(laid->document, breaker, laid->texts, diagnostics);
    measurer.checkRunningLines();
    FlowBuilder builder(measurer, laid->blocks, diagnostics, body.height);
    builder.build(laid->document.blocks, body.width);
    laid->items = std::move(builder.items());
    Pagination pagination = paginate(laid->items, body.height);
    laid->pages = std::move(pagination.pages);
    const auto count = static_cast<std::uint32_t>(laid->pages.size());
    for (const RunningLine& line : laid->document.running) { // the last page's have most digits
        measurer.checkRunningWidth(line, fillIn(line.pattern, count, count));
    }
    measurer.reportMissing();
    for (const FlowFault& fault : pagination.faults) {
        report(fault, *laid, diagnostics);
    }

    Pages pages;
    pages.sizes = laid->document.page;
    pages.tree = &laid->document.tree;
    pages.info = &laid->document.info;
    if (!diagnostics.hasErrors()) {
        pages.count = count;
        addLandmarks(pages, *laid, builder.traced(), pagination.landmarks);
    }
    pages.paint = [laid = std::shared_ptr<const LaidOut>(std::move(laid))](std::uint32_t number,
                                                                           LineBreaker& with, Page& page) {
        paintPage(*laid, number, with, page);
    };
    return pages;
}

} // namespace sidetal
