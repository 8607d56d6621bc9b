#pragma once

#include "Pdf/FileWriter.h"

#include "sidetal/Support/Geometry.h"

#include <cstdint>

namespace sidetal {

/// The objects of a document's pages; numbers of a kind follow each other, so that none has to be kept.
struct PageObjects {
    std::uint32_t count = 0;
    Size size;
    ObjectNumber firstPage{};
    ObjectNumber firstContents{};
    ObjectNumber resources{}; ///< shared by all pages
};

/// Writes the pages and, as a balanced tree with nodes of at most 64 kids, the page tree with its root `root`
/// (ISO 32000-1, 7.7.3). A page's key in the parent tree is its index.
void writePageTree(FileWriter& file, const PageObjects& pages, ObjectNumber root);

} // namespace sidetal
