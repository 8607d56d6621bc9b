#include "Pdf/LinkAnnotations.h"

#include "Pdf/Strings.h"

#include <algorithm>
#include <numeric>

namespace sidetal {

void LinkAnnotations::finish(FileWriter& file) {
    if (areas_.empty()) {
        return;
    }
    first_ = file.reserve(count());
    byLink_.resize(areas_.size());
    std::iota(byLink_.begin(), byLink_.end(), 0);
    std::stable_sort(byLink_.begin(), byLink_.end(),
                     [this](std::uint32_t a, std::uint32_t b) { return areas_[a].link < areas_[b].link; });
}

std::vector<std::uint32_t> LinkAnnotations::ofLink(NodeId link) const {
    const auto begin =
        std::lower_bound(byLink_.begin(), byLink_.end(), link,
                         [this](std::uint32_t i, NodeId wanted) { return areas_[i].link < wanted; });
    const auto end =
        std::find_if(begin, byLink_.end(), [&](std::uint32_t i) { return areas_[i].link != link; });
    return {begin, end};
}

void LinkAnnotations::appendOfPage(Buffer& out, std::uint32_t page) {
    if (pagesDone_ == areas_.size() || areas_[pagesDone_].page != page) {
        return;
    }
    out << "/Annots[";
    for (; pagesDone_ < areas_.size() && areas_[pagesDone_].page == page; ++pagesDone_) {
        out << numberOf(pagesDone_) << ' ';
    }
    out << ']';
}

void LinkAnnotations::write(FileWriter& file, const Pages& pages, const PageObjects& objects) const {
    for (std::uint32_t i = 0; i < count(); ++i) {
        const Area& area = areas_[i];
        const Link& link = *pages.tree->link(pages.tree->node(area.link));
        Buffer& out = file.beginObject(numberOf(i));
        // Printed, never hidden (ISO 19005-2, 6.3.2), and without a frame.
        out << "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect";
        objects.appendBox(out, area.page, area.rect);
        out << "/StructParent " << pages.count + i << "/Contents";
        appendTextString(out, pages.contentsOf(link), kTextOfLink);
        if (link.target != TargetId::None) {
            appendDestination(out, objects, pages.target(link.target));
        } else {
            out << "/A<</S/URI/URI";
            appendByteString(out, uriBytes(link.uri));
            out << ">>";
        }
        out << ">>";
        file.endObject();
    }
}

} // namespace sidetal
