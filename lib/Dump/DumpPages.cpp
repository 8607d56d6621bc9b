#include "Dump/Dump.h"

#include "Dump/PaintedText.h"
#include "Dump/Words.h"

#include <fmt/format.h>

#include <iterator>

namespace sidetal {

namespace {

std::string contentName(Content content) {
    if (!content.isArtifact()) {
        return dump::nodeName(content.leaf());
    }
    switch (content.artifact()) {
    case ArtifactKind::Layout:
        return "layout";
    case ArtifactKind::Header:
        return "header";
    case ArtifactKind::Footer:
        return "footer";
    case ArtifactKind::PageNumber:
        return "page-number";
    case ArtifactKind::Continuation:
        return "continuation";
    case ArtifactKind::Background:
        break;
    }
    return "background";
}

/// Appends one line for each op it is given.
class OpPrinter {
  public:
    OpPrinter(std::string& out, const Page& page, const Shaper& shaper)
        : out_(out)
        , page_(page)
        , shaper_(shaper) {}

    void operator()(const TextOp& op) const {
        print("  {} text {},{} {} {} {} {}\n", contentName(op.content), formatPoints(op.x),
              formatPoints(op.baseline), shaper_.mainFace(op.font).postScriptName(), formatPoints(op.size),
              dump::colour(op.colour), dump::inQuotes(dump::textOf(op, page_, shaper_)));
    }
    void operator()(const LineOp& op) const {
        print("  {} line {},{} to {},{} {} {}\n", contentName(op.content), formatPoints(op.x1),
              formatPoints(op.y1), formatPoints(op.x2), formatPoints(op.y2), formatPoints(op.width),
              dump::colour(op.colour));
    }
    void operator()(const FillOp& op) const {
        print("  {} fill {},{} {} x {} {}\n", contentName(op.content), formatPoints(op.rect.x),
              formatPoints(op.rect.y), formatPoints(op.rect.width), formatPoints(op.rect.height),
              dump::colour(op.colour));
    }

  private:
    template <class... Args>
    void print(fmt::format_string<Args...> pattern, Args&&... args) const {
        fmt::format_to(std::back_inserter(out_), pattern, std::forward<Args>(args)...);
    }

    std::string& out_;
    const Page& page_;
    const Shaper& shaper_;
};

} // namespace

std::string dumpPages(const Pages& pages, LineBreaker& breaker) {
    std::string out;
    Page page;
    for (std::uint32_t number = 0; number < pages.count; ++number) {
        pages.paint(number, breaker, page);
        fmt::format_to(std::back_inserter(out), "page {} of {}, {} x {}\n", number + 1, pages.count,
                       formatPoints(page.size.width), formatPoints(page.size.height));
        const OpPrinter printer(out, page, breaker.shaper());
        for (const Op& op : page.ops) {
            std::visit(printer, op);
        }
    }
    return out;
}

std::string dumpOutline(const Pages& pages) {
    std::string out;
    for (const OutlineEntry& entry : pages.outline) {
        out.append(2 * static_cast<std::size_t>(entry.level - 1), ' ');
        fmt::format_to(std::back_inserter(out), "{} {} p{} {}\n", dump::inQuotes(entry.title),
                       dump::nodeName(entry.node), entry.page + 1, formatPoints(entry.top));
    }
    return out;
}

} // namespace sidetal
