#include "Layout/Layout.h"

#include "Layout/Canvas.h"
#include "Layout/FlowBuilder.h"
#include "Layout/PageMarks.h"
#include "Layout/WatermarkOutline.h"
#include "Text/Characters.h"

#include "Support/Utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace sidetal {

namespace {

/// The flow of a page run and where its pages begin.
struct LaidRun {
    std::vector<FlowItem> items;
    std::vector<PanelStretch> panels;
    std::vector<PageToken> pages;
    std::vector<PathSegment> watermark; ///< the same on each page
    std::uint32_t firstPage = 0;        ///< of the document, from 0
    std::uint32_t firstNumber = 1;
    std::uint32_t total = 0; ///< what {pages} stands for

    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(pages.size()); }
    [[nodiscard]] std::uint32_t lastNumber() const { return firstNumber + count() - 1; }
};

/// All that painting needs; immutable once it is made, shared by all threads that paint.
struct LaidOut {
    BlockDocument document;
    MeasuredTexts texts;
    BlockStore blocks;
    std::vector<LaidRun> runs; ///< those of the document
    std::vector<std::uint32_t> targetNumbers;
    std::vector<PageMark> marks; ///< by page; empty without any

    /// The index of the run that a page belongs to.
    [[nodiscard]] std::size_t runOf(std::uint32_t page) const {
        const auto after = std::ranges::upper_bound(runs, page, {}, &LaidRun::firstPage);
        return static_cast<std::size_t>(after - runs.begin()) - 1;
    }
    /// What {mark} stands for on a page, before the words of one that goes on.
    [[nodiscard]] PageMark markOf(std::uint32_t page) const {
        return page < marks.size() ? marks[page] : PageMark();
    }
};

/// Counts the pages of all runs; returns how many there are.
std::uint32_t numberPages(LaidOut& laid) {
    const std::vector<PageRun>& asked = laid.document.runs;
    std::uint32_t count = 0;
    std::uint32_t next = 1;
    for (std::size_t i = 0; i < laid.runs.size(); ++i) {
        LaidRun& run = laid.runs[i];
        run.firstPage = count;
        run.firstNumber = asked[i].numbering.first.value_or(next);
        count += run.count();
        next = run.lastNumber() + 1;
    }
    std::uint32_t last = 0; // number before they begin anew
    for (std::size_t i = laid.runs.size(); i-- > 0;) {
        LaidRun& run = laid.runs[i];
        const bool ends = i + 1 == laid.runs.size() || asked[i + 1].numbering.first;
        last = ends ? run.lastNumber() : last;
        using Total = PageNumbering::Total;
        const Total total = asked[i].numbering.total;
        run.total = total == Total::Document ? count : total == Total::Run ? run.count() : last;
    }
    return count;
}

/// What the words in braces of a pattern stand for.
struct Filling {
    std::uint32_t page = 0;
    std::uint32_t pages = 0;
    std::string mark;
};

/// A running line's pattern filled in.
std::string fillIn(std::string_view pattern, const Filling& filling) {
    std::string words;
    const auto take = [&](std::string_view key) {
        const bool found = pattern.starts_with(key);
        pattern.remove_prefix(found ? key.size() : 0);
        return found;
    };
    while (!pattern.empty()) {
        if (take("{page}")) {
            words += std::to_string(filling.page);
        } else if (take("{pages}")) {
            words += std::to_string(filling.pages);
        } else if (take(kMarkKey)) {
            words += filling.mark;
        } else { // up to where the next one may begin
            const std::size_t end = std::min(pattern.find('{', 1), pattern.size());
            words += pattern.substr(0, end);
            pattern.remove_prefix(end);
        }
    }
    return words;
}

/// The words that a page shows for {mark} in a line.
std::string wordsOfMark(const LaidOut& laid, const RunningLine& line, PageMark mark) {
    if (mark.mark == PageMark::kNone) {
        return {};
    }
    return laid.document.runningMarks[mark.mark].text + (mark.goesOn ? line.goesOn : std::string());
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

/// How far each running line reaches at most, by run and line; nothing of one that has no room.
using Extents = std::vector<std::vector<std::optional<Extent>>>;

/// Asks whether all running lines have room on their paper; a run's last page has most digits.
Extents checkRunningWidths(const LaidOut& laid, Measurer& measurer) {
    Extents extents;
    for (std::size_t i = 0; i < laid.runs.size(); ++i) {
        const PageRun& asked = laid.document.runs[i];
        extents.emplace_back();
        for (const RunningLine& line : asked.running) {
            extents.back().push_back(measurer.checkRunningWidth(
                line, fillIn(line.pattern, {laid.runs[i].lastNumber(), laid.runs[i].total, {}}),
                asked.page.width));
        }
    }
    return extents;
}

/// Asks whether a running line has room on the paper with each mark that its pages show, and widens `extent`.
void checkWidthsOfMarks(const LaidOut& laid, const LaidRun& run, const RunningLine& line, Length paper,
                        std::optional<Extent>& extent, Measurer& measurer) {
    PageMark last;
    for (std::uint32_t page = run.firstPage; extent && page < run.firstPage + run.count(); ++page) {
        const PageMark mark = laid.markOf(page);
        if (mark.mark != PageMark::kNone && mark != last) {
            const auto own = measurer.checkRunningWidth(
                line, fillIn(line.pattern, {run.lastNumber(), run.total, wordsOfMark(laid, line, mark)}),
                paper);
            extent = own ? std::optional(extent->joined(*own)) : std::nullopt;
        }
        last = mark;
    }
}

void checkWidthsOfMarks(const LaidOut& laid, Extents& extents, Measurer& measurer) {
    for (std::size_t i = 0; i < laid.runs.size() && !laid.marks.empty(); ++i) {
        const PageRun& asked = laid.document.runs[i];
        for (std::size_t k = 0; k < asked.running.size(); ++k) {
            if (asked.running[k].pattern.find(kMarkKey) != std::string::npos) {
                checkWidthsOfMarks(laid, laid.runs[i], asked.running[k], asked.page.width, extents[i][k],
                                   measurer);
            }
        }
    }
}

/// Warns of running lines that lie on one another: words of people, such as a committee's name, may be of any
/// length.
void warnOfOverlaps(const LaidOut& laid, const Extents& extents, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < laid.runs.size(); ++i) {
        const std::vector<RunningLine>& lines = laid.document.runs[i].running;
        for (std::size_t k = 1; k < lines.size(); ++k) {
            for (std::size_t before = 0; before < k; ++before) {
                const auto& [a, b] = std::tie(extents[i][before], extents[i][k]);
                if (lines[before].baseline == lines[k].baseline && a && b && a->meets(*b)) {
                    diagnostics.warning(
                        "SID-L010",
                        fmt::format("'{}' and '{}' lie on one another at the edge of the page, expected "
                                    "shorter words or smaller type in the style",
                                    lines[before].pattern, lines[k].pattern),
                        lines[k].source);
                }
            }
        }
    }
}

void paintPage(const LaidOut& laid, std::uint32_t number, LineBreaker& breaker, Page& page) {
    const std::size_t index = laid.runOf(number);
    const LaidRun& run = laid.runs[index];
    const PageRun& asked = laid.document.runs[index];
    breaker.shaper().trim();
    page.clear();
    page.size = asked.page;
    const CanvasSource source{laid.document, laid.texts, laid.targetNumbers};
    Canvas canvas(source, breaker, page);
    const Rect& body = asked.body;
    if (asked.watermark) {
        canvas.watermark(*asked.watermark, run.watermark);
    }
    const std::uint32_t ofRun = number - run.firstPage;
    paintFlow({run.items, run.panels, run.pages}, ofRun, body.x, body.y, canvas);
    for (const RunningLine& line : asked.running) {
        if (line.fromSecond && ofRun == 0) {
            continue;
        }
        const std::string mark = wordsOfMark(laid, line, laid.markOf(number));
        const std::string words = fillIn(line.pattern, {run.firstNumber + ofRun, run.total, mark});
        if (!words.empty()) {
            canvas.running(line, words);
        }
    }
    canvas.finish();
}

/// The flow of a run with its pages, which are not counted yet.
struct PaginatedRun {
    std::vector<Mark> marks;
    Pagination pagination;
};

PaginatedRun layOutRun(PageRun& run, const BuilderTools& tools, LaidRun& laid) {
    FlowBuilder builder(tools, run.body.height);
    builder.build(run.blocks, run.body.width);
    laid.items = std::move(builder.items());
    laid.panels = std::move(builder.panels());
    PaginatedRun out{std::move(builder.marks()), paginate(laid.items, run.body.height)};
    laid.pages = out.pagination.pages;
    return out;
}

void report(const FlowFault& fault, const LaidRun& run, Length height, Diagnostics& diagnostics) {
    diagnostics.error("SID-L001",
                      fmt::format("page {}, block {}: {} (an empty page has {} pt)",
                                  run.firstPage + fault.page + 1, fault.item + 1, fault.reason,
                                  formatPoints(height)),
                      run.items[fault.item].source);
}

/// Tells `pages` what stands where; the outline in reading order, in which what stands beside the flow may be
/// elsewhere than on the page.
void placeAll(Pages& pages, const LaidOut& laid, const std::vector<PaginatedRun>& paginated) {
    const StructTree& tree = laid.document.tree;
    for (std::uint32_t i = 0; i < tree.targetCount(); ++i) {
        pages.targets.push_back({tree.targetNode(static_cast<TargetId>(i)), Target::kNowhere, {}});
    }
    for (std::size_t i = 0; i < laid.runs.size(); ++i) {
        const LaidRun& run = laid.runs[i];
        pages.sizes.add(run.firstPage, laid.document.runs[i].page);
        placeMarks({run.items, paginated[i].pagination, paginated[i].marks}, laid.document.runs[i].body,
                   run.firstPage, pages);
    }
    for (const Bookmark& bookmark : laid.document.bookmarks) {
        pages.outline.push_back({bookmark.title, bookmark.level, bookmark.target, bookmark.source});
    }
    for (OutlineEntry& entry : pages.outline) {
        entry.title = asShown(entry.title, laid.document.boxesForMissing);
    }
    std::ranges::stable_sort(pages.outline, {},
                             [&](const OutlineEntry& entry) { return pages.target(entry.target).node; });
}

/// Tells the numbers printed on the pages of a document's targets.
void numberTargets(Pages& pages, LaidOut& laid) {
    for (std::uint32_t i = 0; i < laid.document.tree.targetCount(); ++i) {
        Target& target = pages.targets[i];
        if (target.page != Target::kNowhere) {
            const LaidRun& run = laid.runs[laid.runOf(target.page)];
            target.number = run.firstNumber + target.page - run.firstPage;
        }
        laid.targetNumbers.push_back(target.number);
    }
}

void outlineWatermarks(LaidOut& laid, LineBreaker& breaker) {
    for (std::size_t i = 0; i < laid.runs.size(); ++i) {
        const PageRun& asked = laid.document.runs[i];
        if (asked.watermark) {
            laid.runs[i].watermark = outlineOf(*asked.watermark, laid.document, asked.page, breaker);
        }
    }
}

/// Where pages are numbered anew; nothing where they are counted from 1 on.
std::vector<PageLabel> labelsOf(const LaidOut& laid) {
    std::vector<PageLabel> labels;
    std::optional<std::uint32_t> next;
    for (const LaidRun& run : laid.runs) {
        if (run.firstNumber != next) {
            labels.push_back({run.firstPage, run.firstNumber});
        }
        next = run.lastNumber() + 1;
    }
    return labels.size() == 1 && labels.front().number == 1 ? std::vector<PageLabel>() : labels;
}

} // namespace

Pages layOut(BlockDocument document, LineBreaker& breaker, Diagnostics& diagnostics) {
    auto laid = std::make_shared<LaidOut>();
    laid->document = std::move(document);
    DocumentInfo& info = laid->document.info;
    for (std::string* words : {&info.title, &info.creator, &info.description}) {
        *words = asShown(*words, laid->document.boxesForMissing);
    }
    Measurer measurer(laid->document, breaker, laid->texts, diagnostics);
    measurer.checkRunningLines();
    const bool canBeShown = !diagnostics.hasErrors(); // else they need not be measured, which tells it again
    TargetFinder targets(laid->document.tree);
    const BuilderTools tools{measurer, laid->blocks, targets, diagnostics};
    std::vector<PaginatedRun> paginated;
    for (PageRun& run : laid->document.runs) {
        paginated.push_back(layOutRun(run, tools, laid->runs.emplace_back()));
    }
    const std::uint32_t count = numberPages(*laid);
    Extents extents = canBeShown ? checkRunningWidths(*laid, measurer) : Extents();
    measurer.reportMissing();
    for (std::size_t i = 0; i < laid->runs.size(); ++i) {
        for (const FlowFault& fault : paginated[i].pagination.faults) {
            report(fault, laid->runs[i], laid->document.runs[i].body.height, diagnostics);
        }
    }

    Pages pages;
    pages.tree = &laid->document.tree;
    pages.info = &laid->document.info;
    pages.copyCover = laid->document.copyCover;
    pages.images = laid->document.images;
    pages.imageSizes = laid->blocks.imageSizes;
    if (!diagnostics.hasErrors()) {
        placeAll(pages, *laid, paginated);
        numberTargets(pages, *laid);
        pages.labels = labelsOf(*laid);
        laid->marks = marksOfPages(laid->document.runningMarks, pages, count);
        checkWidthsOfMarks(*laid, extents, measurer);
        warnOfOverlaps(*laid, extents, diagnostics);
        outlineWatermarks(*laid, breaker);
        pages.count = diagnostics.hasErrors() ? 0 : count;
    }
    pages.paint = [laid = std::shared_ptr<const LaidOut>(std::move(laid))](std::uint32_t number,
                                                                           LineBreaker& with, Page& page) {
        paintPage(*laid, number, with, page);
    };
    return pages;
}

} // namespace sidetal
