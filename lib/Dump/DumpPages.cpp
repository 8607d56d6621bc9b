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
    case ArtifactKind::Watermark:
        return "watermark";
    case ArtifactKind::Background:
        break;
    }
    return "background";
}

/// Appends one line for each op it is given.
class OpPrinter {
  public:
    OpPrinter(std::string& out, const Pages& pages, const Page& page, const Shaper& shaper)
        : out_(out)
        , pages_(pages)
        , page_(page)
        , shaper_(shaper) {}

    void operator()(const TextOp& op) const {
        print("  {} text {},{} {} {} {} {}", contentName(op.content), formatPoints(op.x),
              formatPoints(op.baseline), shaper_.mainFace(op.font).postScriptName(), formatPoints(op.size),
              dump::colour(op.colour), dump::inQuotes(dump::textOf(op, page_, shaper_)));
        if (op.wider != 0) {
            print(" blanks wider by {}", formatPoints(op.size * op.wider / 100'000));
        }
        print("\n");
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
    void operator()(const PathOp& op) const {
        print("  {} path", contentName(op.content));
        if (op.fill) {
            print(" filled {}{}", dump::colour(*op.fill), op.rule == FillRule::EvenOdd ? " even-odd" : "");
        }
        if (op.stroke) {
            print(" stroked {} {}", formatPoints(op.width), dump::colour(*op.stroke));
            if (op.dash.on > Length()) {
                print(" dashed {},{}", formatPoints(op.dash.on), formatPoints(op.dash.off));
            }
        }
        for (std::uint32_t i = 0; i < op.segmentCount; ++i) {
            segment(page_.segments[op.firstSegment + i]);
        }
        print("\n");
    }
    void operator()(const ImageOp& op) const {
        print("  {} image {} {},{} {} x {}{}\n", contentName(op.content),
              static_cast<std::uint32_t>(op.image), formatPoints(op.rect.x), formatPoints(op.rect.y),
              formatPoints(op.rect.width), formatPoints(op.rect.height),
              pixels(*pages_.images[static_cast<std::size_t>(op.image)]));
    }
    void operator()(const LinkOp& op) const {
        print("  {} link {},{} {} x {}\n", dump::nodeName(op.link), formatPoints(op.area.x),
              formatPoints(op.area.y), formatPoints(op.area.width), formatPoints(op.area.height));
    }

  private:
    /// As the operators of a content stream (ISO 32000-1, table 59), each before its points.
    void segment(const PathSegment& s) const {
        switch (s.kind) {
        case PathSegment::Kind::Move:
            print(" m {}", point(s.to));
            break;
        case PathSegment::Kind::Line:
            print(" l {}", point(s.to));
            break;
        case PathSegment::Kind::Curve:
            print(" c {} {} {}", point(s.control1), point(s.control2), point(s.to));
            break;
        case PathSegment::Kind::Close:
            print(" h");
            break;
        }
    }
    static std::string pixels(const ImageData& image) {
        return fmt::format(" of {} x {} {} of {} bits{}{}", image.width, image.height,
                           image.space == ImageData::Space::Rgb ? "rgb" : "gray", image.bits,
                           image.coding == ImageData::Coding::Jpeg ? " jpeg" : "",
                           image.softMask ? " masked" : "");
    }
    static std::string point(const Point& p) {
        return fmt::format("{},{}", formatPoints(p.x), formatPoints(p.y));
    }
    template <class... Args>
    void print(fmt::format_string<Args...> pattern, Args&&... args) const {
        fmt::format_to(std::back_inserter(out_), pattern, std::forward<Args>(args)...);
    }

    std::string& out_;
    const Pages& pages_;
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
        const OpPrinter printer(out, pages, page, breaker.shaper());
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
        const Target& target = pages.target(entry.target);
        fmt::format_to(std::back_inserter(out), "{} {} p{} {}\n", dump::inQuotes(entry.title),
                       dump::nodeName(target.node), target.page + 1, formatPoints(target.top));
    }
    return out;
}

} // namespace sidetal
