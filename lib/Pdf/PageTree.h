#pragma once

#include "Pdf/FileWriter.h"

#include "Pages/Pages.h"

#include <cstdint>

namespace sidetal {

/// The objects of a document's pages; numbers of a kind follow each other, so that none has to be kept.
struct PageObjects {
    std::uint32_t count = 0;
    PageSizes sizes;
    ObjectNumber firstPage{};
    ObjectNumber firstContents{};
    ObjectNumber resources{}; ///< shared by all pages

    /// A height on a page, counted from its top edge, as PDF counts it: from the lower one.
    [[nodiscard]] Decimal up(std::uint32_t page, Length y) const {
        return coordinate(sizes[page].height - y);
    }
    /// Appends an area of a page as a rectangle (7.9.5).
    void appendBox(Buffer& out, std::uint32_t page, const Rect& box) const;
};

class LinkAnnotations;

/// Appends an entry Dest: the top of what is pointed to, at the reader's own zoom (12.3.2). It must have been
/// found on a page.
void appendDestination(Buffer& out, const PageObjects& pages, const Target& target);

/// Writes the pages with the annotations of their links and, as a balanced tree with nodes of at most 64
/// kids, the page tree with its root `root` (ISO 32000-1, 7.7.3). A page's key in the parent tree is its
/// index.
void writePageTree(FileWriter& file, const PageObjects& pages, LinkAnnotations& links, ObjectNumber root);

/// Writes the numbers that are printed on the pages, for readers to show (12.4.2): a number tree of one node,
/// `root`, with an entry wherever pages begin to be counted anew.
void writePageLabels(FileWriter& file, const Pages& pages, ObjectNumber root);

} // namespace sidetal
