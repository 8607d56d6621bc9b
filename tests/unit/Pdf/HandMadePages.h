#pragma once

#include "Pages/Pages.h"
#include "Pdf/Pdf.h"
#include "support/KeptPdfs.h"
#include "support/ManyCharacters.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sidetal::test {

/// A line of text as a test wants it on a page.
struct TextLine {
    Content content;
    std::string text;
    Length x = Length::points(60);
    Length baseline = Length::points(60);
    Length size = Length::points(11);
    bool spaceAfter = false;
    FontSpec font{"Carlito"};
    Colour colour{};
    std::int32_t wider = 0; ///< TextOp::wider
};

/// A path as a test wants it on a page.
struct DrawnPath {
    PathOp op;
    std::vector<PathSegment> segments;
};

/// A document made by hand, without layout: what stands where is said by the test.
struct HandMadePages {
    using Item = std::variant<TextLine, LineOp, FillOp, DrawnPath, ImageOp, LinkOp>;

    StructTree tree;
    DocumentInfo info{.title = "Prøve af siderne", .date = parseDateTime("2021-10-26")};
    PageSizes sizes{Size{Length::milli(595'276), Length::milli(841'890)}};
    std::vector<PageLabel> labels;
    std::vector<std::vector<Item>> pages{1};
    std::vector<Target> targets;
    std::vector<OutlineEntry> outline;
    std::vector<NodeBox> boxes;
    std::vector<std::shared_ptr<const ImageData>> images;

    /// A leaf below `parent` with one line of text on the last page, `down` points from the top.
    NodeId addText(NodeId parent, Role role, std::string text, int down);
    /// An entry of the outline that leads to the last page.
    void addOutline(std::string title, int level, NodeId node, Length top);
    /// A figure below `parent` that says what is seen.
    NodeId addFigure(NodeId parent, std::string alt);
    /// Something on the last page.
    void add(Item item) { pages.back().emplace_back(std::move(item)); }

    /// The document; refers to this object.
    [[nodiscard]] Pages toPages() const;
    /// The file.
    [[nodiscard]] std::string toPdf(const PdfOptions& options = {}) const;
};

/// "CODE: message (line:column)" of the error that writing gives, without a place where it has none; "none".
[[nodiscard]] std::string messageOf(const HandMadePages& made);

/// The fonts that the tests share.
[[nodiscard]] std::shared_ptr<const Fonts> testFonts();

/// The file as plain text: qpdf's QDF form, streams unpacked.
[[nodiscard]] std::string unpacked(std::string_view bytes);

/// Whether a file has some bytes; does not print the file where it has not.
[[nodiscard]] testing::AssertionResult has(std::string_view file, std::string_view part);

/// How often a file has some bytes.
[[nodiscard]] std::size_t countOf(std::string_view file, std::string_view part);

} // namespace sidetal::test
