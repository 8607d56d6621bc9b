#include "Layout/Marks.h"

#include <algorithm>

namespace sidetal {

namespace {

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

/// What a part of an item begins with.
const BreakToken& tokenOf(const Landmark& part, const MarkedFlow& flow) {
    static const BreakToken kStart;
    const PageToken& begin = flow.pagination.pages[part.page];
    return begin.item == part.item ? begin.at : kStart;
}

/// Where a spot of an item stands in a part of that.
std::optional<Length> topIn(const Landmark& part, const MarkedFlow& flow, const Spot& spot) {
    const std::vector<PageToken>& pages = flow.pagination.pages;
    const PageToken* next = part.page + 1 < pages.size() ? &pages[part.page + 1] : nullptr;
    const bool goesOn = next != nullptr && next->item == part.item && !next->at.fresh();
    return flow.items[part.item].block->topOf(spot, tokenOf(part, flow), goesOn ? &next->at : nullptr);
}

/// Whether a box that begins in a part ends there.
bool endsOn(const Landmark& part, const MarkedFlow& flow, const Mark& mark) {
    return mark.bottom.cell == Spot::kNoCell || topIn(part, flow, mark.bottom);
}

/// Where a mark stands: in a part of its item.
struct Place {
    const Landmark* part = nullptr;
    Length top; ///< under the top of the flow
};

/// Whether nothing that is read stands above a spot in a part of an item.
bool opensPage(const MarkedFlow& flow, const Landmark& part, const Spot& spot) {
    for (std::uint32_t i = flow.pagination.pages[part.page].item; i < part.item; ++i) {
        if (flow.items[i].block != nullptr && !flow.items[i].silent) {
            return false;
        }
    }
    return flow.items[part.item].block->beginsWith(spot, tokenOf(part, flow));
}

/// Looks for a mark in the parts of its item, from `first` on.
Place find(const MarkedFlow& flow, const Mark& mark, const Landmark* first, const Landmark* end) {
    for (const Landmark* part = first; part != end && part->item == mark.item; ++part) {
        if (const auto top = topIn(*part, flow, mark.spot)) {
            return {part, part->top + *top};
        }
    }
    return {};
}

} // namespace

TargetFinder::TargetFinder(const StructTree& tree)
    : tree_(tree) {
    for (std::uint32_t i = 0; i < tree.targetCount(); ++i) {
        const auto target = static_cast<TargetId>(i);
        if (const NodeId node = tree.targetNode(target); node != NodeId::None) { // else it stands nowhere
            wanted_.push_back({node, target});
        }
    }
    std::ranges::stable_sort(wanted_, {}, &Wanted::node);
    if (!wanted_.empty()) {
        open_.resize(index(wanted_.back().node) + std::size_t{1});
    }
    for (const Wanted& wanted : wanted_) {
        open_[index(wanted.node)] = true;
    }
}

void TargetFinder::take(NodeId leaf, std::vector<TargetId>& found) {
    if (wanted_.empty()) {
        return;
    }
    for (NodeId node = leaf; node != NodeId::None; node = tree_.node(node).parent) {
        if (index(node) >= open_.size() || !open_[index(node)]) {
            continue;
        }
        open_[index(node)] = false;
        for (const Wanted& wanted : std::ranges::equal_range(wanted_, node, {}, &Wanted::node)) {
            found.push_back(wanted.target);
        }
    }
}

void placeMarks(const MarkedFlow& flow, const Rect& body, std::uint32_t firstPage, Pages& pages) {
    const std::vector<Landmark>& landmarks = flow.pagination.landmarks;
    const Landmark* const end = landmarks.data() + landmarks.size();
    const Landmark* first = landmarks.data(); // of the mark's item
    for (const Mark& mark : flow.marks) {
        while (first != end && first->item < mark.item) {
            ++first;
        }
        const auto [part, flowTop] = find(flow, mark, first, end);
        if (part == nullptr) {
            continue;
        }
        const std::uint32_t page = firstPage + part->page;
        const Length top = body.y + flowTop;
        if (mark.heading != nullptr) {
            pages.outline.push_back({mark.heading->outline, mark.heading->level,
                                     static_cast<TargetId>(pages.targets.size()), mark.heading->text.source});
            pages.targets.push_back({headingNode(*pages.tree, *mark.heading), page, top});
        } else if (mark.target != TargetId::None) {
            Target& target = pages.targets[index(mark.target)];
            target.page = page;
            target.top = top;
            target.opensPage = opensPage(flow, *part, mark.spot);
        } else if ((mark.height > Length() || part->whole) && endsOn(*part, flow, mark)) {
            const Length x = body.x + flow.items[mark.item].x + mark.x;
            const Length height = mark.height > Length() ? mark.height : part->height;
            pages.boxes.push_back({mark.boxed, page, {x, top, mark.width, height}});
        }
    }
}

} // namespace sidetal
