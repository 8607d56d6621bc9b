#include "unit/Pdf/HandMadePages.h"

#include "Support/Utf8.h"

#include "sidetal/Support/Diagnostic.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace sidetal::test {

namespace {

/// Appends the words of a line, set one after another, as an op.
void paintLine(const TextLine& line, Shaper& shaper, Page& page) {
    TextOp op;
    op.content = line.content;
    op.x = line.x;
    op.baseline = line.baseline;
    op.size = line.size;
    op.colour = line.colour;
    op.font = shaper.font(line.font);
    op.firstPiece = static_cast<std::uint32_t>(page.pieces.size());
    op.spaceAfter = line.spaceAfter;
    op.wider = line.wider;
    for (std::size_t begin = 0; begin < line.text.size();) {
        const std::size_t end = std::min(line.text.find(' ', begin), line.text.size());
        const Word& word = shaper.word(op.font, std::string_view(line.text).substr(begin, end - begin));
        page.pieces.push_back({&word, 0, static_cast<std::uint16_t>(word.glyphs.size()), begin > 0});
        begin = end + 1;
    }
    op.pieceCount = static_cast<std::uint32_t>(page.pieces.size()) - op.firstPiece;
    page.ops.emplace_back(op);
}

/// Appends any item as an op.
struct Painter {
    Shaper& shaper;
    Page& page;

    void operator()(const TextLine& line) const { paintLine(line, shaper, page); }
    void operator()(const DrawnPath& path) const {
        PathOp op = path.op;
        op.firstSegment = static_cast<std::uint32_t>(page.segments.size());
        op.segmentCount = static_cast<std::uint32_t>(path.segments.size());
        page.segments.insert(page.segments.end(), path.segments.begin(), path.segments.end());
        page.ops.emplace_back(op);
    }
    template <class Kind>
    void operator()(const Kind& op) const {
        page.ops.emplace_back(op);
    }
};

} // namespace

NodeId HandMadePages::addText(NodeId parent, Role role, std::string text, int down) {
    const NodeId leaf = tree.add(parent, role);
    TextLine line;
    line.content = leaf;
    line.text = std::move(text);
    line.baseline = Length::points(down);
    add(std::move(line));
    return leaf;
}

NodeId HandMadePages::addFigure(NodeId parent, std::string alt) {
    const NodeId figure = tree.add(parent, Role::Figure);
    tree.setAlt(figure, std::move(alt));
    return figure;
}

void HandMadePages::addOutline(std::string title, int level, NodeId node, Length top) {
    outline.push_back({std::move(title), level, static_cast<TargetId>(targets.size())});
    targets.push_back({node, static_cast<std::uint32_t>(pages.size() - 1), top});
}

Pages HandMadePages::toPages() const {
    Pages made;
    made.count = static_cast<std::uint32_t>(pages.size());
    made.sizes = sizes;
    made.labels = labels;
    made.targets = targets;
    made.outline = outline;
    made.boxes = boxes;
    made.images = images;
    made.tree = &tree;
    made.info = &info;
    made.paint = [this](std::uint32_t number, LineBreaker& breaker, Page& page) {
        page.clear();
        page.size = sizes[number];
        breaker.shaper().trim();
        for (const Item& item : pages[number]) {
            std::visit(Painter{breaker.shaper(), page}, item);
        }
    };
    return made;
}

std::string HandMadePages::toPdf(const PdfOptions& options) const {
    Shaper shaper(testFonts());
    LineBreaker breaker(shaper);
    std::string bytes;
    writePdf(toPages(), breaker, options, [&](std::string_view part) { bytes += part; });
    return bytes;
}

std::string messageOf(const HandMadePages& made) {
    try {
        (void)made.toPdf();
    } catch (const Error& error) {
        const Diagnostic& first = error.diagnostics().front();
        const std::string place =
            std::to_string(first.position.line) + ':' + std::to_string(first.position.column);
        return first.code + ": " + first.message + (first.position.known() ? " (" + place + ')' : "");
    }
    return "none";
}

std::shared_ptr<const Fonts> testFonts() {
    static const std::shared_ptr<const Fonts> fonts = Fonts::open();
    return fonts;
}

std::string unpacked(std::string_view bytes) {
    const std::filesystem::path folder = testing::TempDir();
    const std::string stem =
        (folder / testing::UnitTest::GetInstance()->current_test_info()->name()).string();
    std::ofstream(stem + ".pdf", std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const std::string command =
        "qpdf --qdf --normalize-content=n --object-streams=disable '" + stem + ".pdf' '" + stem + ".qdf'";
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    std::string text;
    {
        std::ifstream in(stem + ".qdf", std::ios::binary);
        text.assign(std::istreambuf_iterator<char>(in), {});
    }
    for (const char* extension : {".pdf", ".qdf"}) {
        std::filesystem::remove(stem + extension);
    }
    return text;
}

std::size_t countOf(std::string_view file, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = file.find(part, at)) != std::string_view::npos; at += part.size()) {
        ++count;
    }
    return count;
}

testing::AssertionResult has(std::string_view file, std::string_view part) {
    if (file.find(part) != std::string_view::npos) {
        return testing::AssertionSuccess();
    }
    return testing::AssertionFailure() << "the file lacks \"" << part << '"';
}

} // namespace sidetal::test
