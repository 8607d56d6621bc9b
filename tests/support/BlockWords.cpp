#include "support/BlockWords.h"

#include <type_traits>

namespace sidetal::test {

namespace {

std::string wordsOfParagraph(const Paragraph& paragraph) {
    std::string out;
    for (const Run& run : paragraph.runs) {
        out += run.text;
    }
    return out;
}

void addWords(std::string& out, const std::string& words) {
    out += (out.empty() || words.empty() ? "" : " ") + words;
}

} // namespace

std::string wordsOfBlocks(const BlockDocument& document, const std::vector<Block>& blocks) {
    std::string out;
    for (const Block& block : blocks) {
        std::visit(
            [&](const auto& content) {
                using T = std::decay_t<decltype(content)>;
                if constexpr (std::is_same_v<T, Paragraph>) {
                    addWords(out, wordsOfParagraph(content));
                } else if constexpr (std::is_same_v<T, Heading>) {
                    addWords(out, wordsOfParagraph(content.text));
                } else if constexpr (std::is_same_v<T, List>) {
                    for (const ListItem& item : content.items) {
                        addWords(out, wordsOfBlocks(document, item.body));
                    }
                } else if constexpr (std::is_same_v<T, Figure>) {
                    if (content.leaf != NodeId::None) {
                        addWords(out, std::string(document.tree.alt(document.tree.node(content.leaf))));
                    }
                }
            },
            block.content);
    }
    return out;
}

TableWords wordsOfTable(const BlockDocument& document, const Table& table) {
    TableWords out;
    for (const std::vector<TableRow>* rows : {&table.header, &table.rows}) {
        const std::size_t first = out.size();
        out.resize(first + rows->size(), std::vector<std::string>(table.columns.size()));
        for (std::size_t row = 0; row < rows->size(); ++row) {
            for (const TableCell& cell : (*rows)[row].cells) {
                for (std::size_t i = 0; i < cell.rowSpan; ++i) {
                    out.at(first + row + i).at(cell.column) = wordsOfBlocks(document, cell.content);
                }
            }
        }
    }
    return out;
}

std::vector<PartWords> partsOfDocument(const BlockDocument& document) {
    std::vector<PartWords> out;
    for (const PageRun& run : document.runs) {
        for (const Block& block : run.blocks) {
            if (const auto* heading = std::get_if<Heading>(&block.content)) {
                out.push_back({wordsOfParagraph(heading->text), {}, {}});
            } else if (const auto* table = std::get_if<Table>(&block.content)) {
                out.back().tables.push_back(wordsOfTable(document, *table));
            } else {
                out.back().paragraphs.push_back(wordsOfBlocks(document, {block}));
            }
        }
    }
    return out;
}

} // namespace sidetal::test
