#pragma once

#include "Compose/Paper.h"

namespace sidetal {

/// Appends the list of contents (Indhold): of each item its number, title, kind and page, a link to it; with
/// headings of the groups. Tagged as TOC (ISO 32000-1, table 335). Nothing where there are no items.
void addContents(const Paper& paper, const ContentsStyle& style);

} // namespace sidetal
