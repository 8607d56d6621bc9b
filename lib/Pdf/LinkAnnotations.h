#pragma once

#include "Pdf/FileWriter.h"
#include "Pdf/PageTree.h"

#include "Pages/Pages.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sidetal {

/// Whose text the contents of an annotation are, for messages.
inline constexpr std::string_view kTextOfLink = "a link's text";

/// The areas of the pages that can be followed, each as an annotation (ISO 32000-1, 12.5.6.5) that its Link
/// refers to and that leads back to it by a key of the parent tree (14.7.4.4; ISO 14289-1, 7.18.5). The keys
/// follow those of the pages. Their numbers follow each other in the order of pages.
class LinkAnnotations {
  public:
    /// Takes an area of a page; pages in ascending order.
    void add(std::uint32_t page, const LinkOp& op) { areas_.push_back({page, op.link, op.area}); }
    /// To be called after the last page: gives all their numbers.
    void finish(FileWriter& file);

    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(areas_.size()); }
    /// Whose area the annotation `i` is.
    [[nodiscard]] NodeId linkOf(std::uint32_t i) const { return areas_[i].link; }
    [[nodiscard]] std::uint32_t pageOf(std::uint32_t i) const { return areas_[i].page; }
    [[nodiscard]] ObjectNumber numberOf(std::uint32_t i) const { return first_ + i; }
    /// The annotations of a link, in their order. After finish().
    [[nodiscard]] std::vector<std::uint32_t> ofLink(NodeId link) const;

    /// Appends the entry Annots of a page; nothing where it has none. After finish(); pages in ascending
    /// order.
    void appendOfPage(Buffer& out, std::uint32_t page);
    /// Writes them all. Throws Error SID-P004 where a text is longer than a string may be.
    void write(FileWriter& file, const Pages& pages, const PageObjects& objects) const;

  private:
    struct Area {
        std::uint32_t page = 0;
        NodeId link = NodeId::None;
        Rect rect;
    };
    std::vector<Area> areas_;
    std::vector<std::uint32_t> byLink_; ///< indices into areas_
    ObjectNumber first_{};
    std::uint32_t pagesDone_ = 0; ///< how many areas lie on pages that appendOfPage() has been asked for
};

} // namespace sidetal
