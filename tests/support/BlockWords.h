#pragma once

#include "Blocks/Block.h"

#include <string>
#include <vector>

namespace sidetal::test {

/// What stands in blocks, parted by blanks: the words of paragraphs, of figures their alternative text.
[[nodiscard]] std::string wordsOfBlocks(const BlockDocument& document, const std::vector<Block>& blocks);

/// A table as it is seen: rows of words by column, the head first; a cell that spans rows stands in each.
using TableWords = std::vector<std::vector<std::string>>;
[[nodiscard]] TableWords wordsOfTable(const BlockDocument& document, const Table& table);

/// A part of a matrix's pages: what stands under a heading, or at the beginning under the title.
struct PartWords {
    std::string heading;
    std::vector<std::string> paragraphs;
    std::vector<TableWords> tables;
};
[[nodiscard]] std::vector<PartWords> partsOfDocument(const BlockDocument& document);

} // namespace sidetal::test
