#include "Join/PageJoiner.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace sidetal {

namespace {

/// Pages that were laid out together.
struct JoinedStretch {
    std::uint32_t firstPage = 0;
    Appended to;
    std::vector<ImageId> images; ///< by the stretch's own ImageId
    PageSizes sizes;             ///< of the stretch's own pages
    NodeId copyCover = NodeId::None;
    decltype(Pages::paint) foot;  ///< paints what is shown besides; nothing: there is none
    decltype(Pages::paint) paint; ///< nothing: blank pages
    Size size;                    ///< of a blank page
    std::shared_ptr<const void> kept;
};

/// Lets an op belong to what its document's leaves, links and images became.
template <class AnyOp>
void moveOp(AnyOp& op, const JoinedStretch& stretch) {
    if constexpr (requires { op.content; }) {
        if (!op.content.isArtifact()) {
            op.content = stretch.to.moved(op.content.leaf());
        }
    }
    if constexpr (std::is_same_v<AnyOp, ImageOp>) {
        op.image = stretch.images[static_cast<std::size_t>(op.image)];
    } else if constexpr (std::is_same_v<AnyOp, LinkOp>) {
        op.link = stretch.to.moved(op.link);
    }
}

/// Lets all that a copy shows on the page in front belong to the leaf that waits for it there.
void takeAsCover(Page& page, NodeId leaf) {
    for (Op& op : page.ops) {
        if (auto* text = std::get_if<TextOp>(&op)) {
            text->content = leaf;
        }
    }
}

/// Appends the ops of page furniture to a page.
void appendOps(const Page& foot, Page& page) {
    const auto pieces = static_cast<std::uint32_t>(page.pieces.size());
    const auto segments = static_cast<std::uint32_t>(page.segments.size());
    page.pieces.insert(page.pieces.end(), foot.pieces.begin(), foot.pieces.end());
    page.segments.insert(page.segments.end(), foot.segments.begin(), foot.segments.end());
    for (Op op : foot.ops) {
        if (auto* text = std::get_if<TextOp>(&op)) {
            text->firstPiece += pieces;
        } else if (auto* path = std::get_if<PathOp>(&op)) {
            path->firstSegment += segments;
        }
        page.ops.push_back(op);
    }
}

/// Paints what a page shows besides on to it.
void addFoot(const JoinedStretch& stretch, std::uint32_t own, LineBreaker& breaker, Page& page) {
    Page foot;
    const std::uint32_t generation = breaker.shaper().generation();
    const bool isCover = own == 0 && stretch.copyCover != NodeId::None;
    stretch.foot(isCover ? static_cast<std::uint32_t>(stretch.sizes.stretches().size())
                         : stretch.sizes.stretchOf(own),
                 breaker, foot);
    if (isCover) {
        takeAsCover(foot, stretch.copyCover);
    }
    if (breaker.shaper().generation() != generation) { // the page's words are gone; those of the foot are few
        stretch.paint(own, breaker, page);
    }
    appendOps(foot, page);
}

void paintStretch(const JoinedStretch& stretch, std::uint32_t number, LineBreaker& breaker, Page& page) {
    if (!stretch.paint) {
        breaker.shaper().trim();
        page.clear();
        page.size = stretch.size;
        return;
    }
    stretch.paint(number - stretch.firstPage, breaker, page);
    if (stretch.foot) {
        addFoot(stretch, number - stretch.firstPage, breaker, page);
    }
    for (Op& op : page.ops) {
        std::visit([&](auto& o) { moveOp(o, stretch); }, op);
    }
}

bool isSame(const ImageData& a, const ImageData& b) {
    const bool bothMasked = a.softMask && b.softMask;
    return a.width == b.width && a.height == b.height && a.bits == b.bits && a.space == b.space &&
           a.coding == b.coding && a.bytes == b.bytes &&
           (bothMasked ? isSame(*a.softMask, *b.softMask) : a.softMask == b.softMask);
}

} // namespace

/// Lives as long as the pages' paint().
struct PageJoiner::Joined {
    StructTree tree;
    DocumentInfo info;
    std::vector<JoinedStretch> stretches;

    void paint(std::uint32_t number, LineBreaker& breaker, Page& page) const {
        const auto after = std::ranges::upper_bound(stretches, number, {}, &JoinedStretch::firstPage);
        assert(after != stretches.begin());
        paintStretch(*(after - 1), number, breaker, page);
    }
};

PageJoiner::PageJoiner(bool duplex)
    : duplex_(duplex)
    , joined_(std::make_shared<Joined>()) {
    joined_->info.language.clear();
}
PageJoiner::~PageJoiner() = default;
PageJoiner::PageJoiner(PageJoiner&&) noexcept = default;
PageJoiner& PageJoiner::operator=(PageJoiner&&) noexcept = default;

std::uint32_t PageJoiner::pages() const {
    return out_.count;
}

std::uint32_t PageJoiner::blanksAfter(std::uint32_t pages) const {
    return duplex_ ? pages % 2 : 0;
}

std::uint32_t PageJoiner::countWith(std::uint32_t sheetPages, std::uint32_t documentPages) const {
    return out_.count + blanksAfter(out_.count) + sheetPages + blanksAfter(sheetPages) + documentPages;
}

void PageJoiner::setLanguage(std::string language) {
    joined_->info.language = std::move(language);
}

void PageJoiner::add(JoinedDocument document) {
    const std::string& language = document.pages.info->language;
    if (joined_->info.language.empty()) {
        setLanguage(language);
    }
    fillSheet();
    const NodeId section = joined_->tree.add(NodeId::Root, Role::Sect);
    if (language != joined_->info.language) {
        joined_->tree.setLanguage(section, language);
    }
    const TargetId target = joined_->tree.reserveTarget();
    joined_->tree.bindTarget(target, section);
    out_.targets.push_back({section, out_.count, {}, 0, true});
    out_.outline.push_back({std::move(document.bookmark), 1, target, {}, true});
    if (document.sheet) {
        append(std::move(*document.sheet), section, false);
        fillSheet();
    }
    append(std::move(document.pages), section, true);
    JoinedStretch& stretch = joined_->stretches.back();
    stretch.kept = std::move(document.kept);
    if (document.foot) {
        stretch.foot = std::move(document.foot->paint);
    }
    ++documents_;
}

/// The blank back of a sheet of paper whose front was printed.
void PageJoiner::fillSheet() {
    const std::uint32_t blanks = blanksAfter(out_.count);
    if (blanks > 0) {
        JoinedStretch blank;
        blank.firstPage = out_.count;
        blank.size = out_.sizes[out_.count - 1];
        joined_->stretches.push_back(std::move(blank));
        out_.labels.push_back({out_.count, 0, false});
        out_.count += blanks;
    }
}

void PageJoiner::append(Pages pages, NodeId parent, bool isNumbered) {
    JoinedStretch stretch;
    stretch.firstPage = out_.count;
    stretch.to = joined_->tree.append(parent, *pages.tree);
    stretch.paint = std::move(pages.paint);
    stretch.sizes = pages.sizes;
    stretch.copyCover = pages.copyCover;
    for (std::size_t i = 0; i < pages.images.size(); ++i) {
        const Size shown = i < pages.imageSizes.size() ? pages.imageSizes[i] : Size();
        stretch.images.push_back(keep(pages.images[i], shown));
    }
    for (const PageSizes::Stretch& each : pages.sizes.stretches()) {
        out_.sizes.add(out_.count + each.firstPage, each.size);
    }
    if (pages.labels.empty() || !isNumbered) {
        pages.labels.assign(1, {0, 1, isNumbered});
    }
    for (const PageLabel& label : pages.labels) {
        out_.labels.push_back({out_.count + label.page, label.number, label.isNumbered});
    }
    for (Target target : pages.targets) {
        target.node = stretch.to.moved(target.node);
        target.page += target.page == Target::kNowhere ? 0 : out_.count;
        out_.targets.push_back(target);
    }
    // Layout finds headings, too, which were no targets before; the tree counts as the pages do.
    for (std::size_t i = joined_->tree.targetCount(); i < out_.targets.size(); ++i) {
        joined_->tree.bindTarget(joined_->tree.reserveTarget(), out_.targets[i].node);
    }
    for (const NodeBox& box : pages.boxes) {
        out_.boxes.push_back({stretch.to.moved(box.node), out_.count + box.page, box.box});
    }
    takeOutline(pages.outline, stretch.to);
    out_.count += pages.count;
    joined_->stretches.push_back(std::move(stretch));
}

/// Under the entry that the document has itself.
void PageJoiner::takeOutline(const std::vector<OutlineEntry>& entries, const Appended& to) {
    for (OutlineEntry entry : entries) {
        ++entry.level;
        entry.target = to.moved(entry.target);
        entry.source = {};
        out_.outline.push_back(std::move(entry));
    }
}

ImageId PageJoiner::keep(const std::shared_ptr<const ImageData>& image, Size size) {
    const std::size_t hash = image ? std::hash<std::string_view>()(image->bytes) : 0;
    const auto [begin, end] = images_.equal_range(hash);
    const auto known = std::find_if(begin, end, [&](const auto& entry) {
        const auto& other = out_.images[static_cast<std::size_t>(entry.second)];
        return other == image || (other && image && isSame(*other, *image));
    });
    if (known != end) {
        Size& largest = out_.imageSizes[static_cast<std::size_t>(known->second)];
        largest = {std::max(largest.width, size.width), std::max(largest.height, size.height)};
        return known->second;
    }
    const auto id = static_cast<ImageId>(out_.images.size());
    out_.images.push_back(image);
    out_.imageSizes.push_back(size);
    images_.emplace(hash, id);
    return id;
}

Pages PageJoiner::join(DocumentInfo info) {
    info.language = std::move(joined_->info.language);
    joined_->info = std::move(info);
    if (documents_ == 1) {
        out_.outline.front().isClosed = false;
    }
    Pages out = std::move(out_);
    out.tree = &joined_->tree;
    out.info = &joined_->info;
    out.paint = [joined = std::shared_ptr<const Joined>(std::move(joined_))](
                    std::uint32_t number, LineBreaker& breaker, Page& page) {
        joined->paint(number, breaker, page);
    };
    return out;
}

} // namespace sidetal
