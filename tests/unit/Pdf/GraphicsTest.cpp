// Whole files with lines, paths, figures and images; each good one is kept for the tests that read files
// back.

#include "unit/Pdf/HandMadePages.h"

#include <fstream>
#include <iterator>
#include <sstream>

namespace sidetal::test {
namespace {

using namespace literals;
using Kind = PathSegment::Kind;

TEST(Graphics, rulesFillsAndBackgrounds) {
    HandMadePages made;
    const auto rule = [](int y) {
        return LineOp{{}, 60_pt, Length::points(y), 500_pt, Length::points(y), Length::milli(400), {}};
    };
    made.add(FillOp{ArtifactKind::Background, {60_pt, 70_pt, 440_pt, 20_pt}, {240, 240, 200}});
    made.add(FillOp{ArtifactKind::Layout, {60_pt, 90_pt, 440_pt, 20_pt}, {0x1F, 0x3A, 0x5F}});
    made.add(rule(70));
    made.add(rule(110));
    made.addText(NodeId::Root, Role::H1, "Overskrift", 60);
    made.add(rule(130));
    made.addText(NodeId::Root, Role::P, "Brødtekst", 160);
    made.add(TextLine{.content = ArtifactKind::Header, .text = "Dagsorden", .baseline = 30_pt});
    const std::string pdf = made.toPdf();
    keepPdf("unit-rules", pdf);
    const std::string text = unpacked(pdf);
    EXPECT_TRUE(has(text,
                    "/Artifact<</Type/Background/BBox[60 751.89 500 771.89]>>BDC\n0.941 0.941 0.784 rg\n"
                    "60 751.89 440 20 re\nf\nEMC\n"));
    EXPECT_TRUE(has(text, "0.4 w\n60 771.89 m 500 771.89 l\n60 731.89 m 500 731.89 l\nS\nEMC\n"));
    EXPECT_TRUE(has(text, "EMC\nET\n/Artifact<</Type/Layout>>BDC\n60 711.89 m"))
        << "no artifact within a tag";
}

TEST(Graphics, rulesOfAnotherColourAreAPathOfTheirOwn) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Streger", 60);
    for (const Colour colour : {Colour{1, 2, 254}, Colour{255, 0, 0}, Colour{7, 7, 7}}) {
        made.add(LineOp{{}, 60_pt, 70_pt, 500_pt, 70_pt, Length::milli(400), colour});
    }
    const std::string pdf = made.toPdf();
    keepPdf("unit-coloured-rules", pdf);
    EXPECT_TRUE(has(unpacked(pdf), "0.4 w\n0.004 0.008 0.996 RG\n60 771.89 m 500 771.89 l\nS\n"
                                   "1 0 0 RG\n60 771.89 m 500 771.89 l\nS\n"
                                   "0.027 G\n60 771.89 m 500 771.89 l\nS\n"));
}

/// A rectangle as a path, clockwise from its upper left corner.
std::vector<PathSegment> rectangle(Length x, Length y, Length width, Length height) {
    return {{Kind::Move, {x, y}, {}, {}},
            {Kind::Line, {x + width, y}, {}, {}},
            {Kind::Line, {x + width, y + height}, {}, {}},
            {Kind::Line, {x, y + height}, {}, {}},
            {Kind::Close, {}, {}, {}}};
}

TEST(Graphics, pathsAreFilledStrokedOrBoth) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Figurer", 60);
    const auto draw = [&](const PathOp& op) {
        made.add(DrawnPath{op, rectangle(60_pt, 100_pt, 20_pt, 10_pt)});
    };
    const NodeId figure = made.addFigure(NodeId::Root, "Fire felter");
    const std::string rectangleInFile = "60 741.89 m\n80 741.89 l\n80 731.89 l\n60 731.89 l\nh\n";
    draw({.content = figure, .fill = Colour{255, 0, 0}});
    draw({.content = figure, .rule = FillRule::EvenOdd, .fill = Colour{255, 0, 0}});
    draw({.content = figure, .stroke = Colour{0, 0, 255}, .width = 2_pt});
    draw({.content = figure, .fill = Colour{0, 255, 0}, .stroke = Colour{0, 0, 255}, .width = 2_pt});
    draw({.content = figure,
          .rule = FillRule::EvenOdd,
          .fill = Colour{0, 255, 0},
          .stroke = Colour{0, 0, 255},
          .width = 2_pt});
    draw({.content = figure}); // neither: nothing
    made.add(DrawnPath{{.content = figure, .fill = Colour{}}, {}});
    const std::string pdf = made.toPdf();
    keepPdf("unit-paths", pdf);
    EXPECT_TRUE(has(unpacked(pdf), "/Figure<</MCID 1>>BDC\n1 0 0 rg\n" + rectangleInFile + "f\n" +
                                       rectangleInFile + "f*\n2 w\n0 0 1 RG\n" + rectangleInFile +
                                       "S\n0 1 0 rg\n" + rectangleInFile + "B\n" + rectangleInFile +
                                       "B*\nEMC\n"));
}

TEST(Graphics, curvesAndDashesAndWhatFollowsThem) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Kurver", 60);
    const NodeId figure = made.addFigure(NodeId::Root, "En bue");
    const std::vector<PathSegment> arc{{Kind::Move, {100_pt, 200_pt}, {}, {}},
                                       {Kind::Curve, {200_pt, 200_pt}, {100_pt, 150_pt}, {200_pt, 150_pt}}};
    made.add(DrawnPath{
        {.content = figure, .stroke = Colour{}, .width = 1_pt, .dash = {3_pt, Length::milli(1'500)}}, arc});
    made.add(LineOp{figure, 100_pt, 200_pt, 200_pt, 200_pt, 1_pt, {}});
    const std::string pdf = made.toPdf();
    keepPdf("unit-curves", pdf);
    const std::string text = unpacked(pdf);
    EXPECT_TRUE(has(text, "1 w\nq [3 1.5] 0 d\n100 641.89 m\n100 691.89 200 691.89 200 641.89 c\nS\nQ\n"
                          "100 641.89 m 200 641.89 l\nS\nEMC\n"))
        << "the dashes end with their path";
    EXPECT_TRUE(has(text, "/BBox [\n      99.5\n      641.39\n      200.5\n      692.39\n"))
        << "half the line's width around what it passes";
}

TEST(Graphics, figuresSayWhereTheyAreAndWhatTheyShow) {
    HandMadePages made;
    made.sizes.add(1, {400_pt, 300_pt});
    made.addText(NodeId::Root, Role::H1, "Diagram", 60);
    made.pages.emplace_back();
    const NodeId inText = made.tree.add(NodeId::Root, Role::P);
    made.addText(inText, Role::Span, "Før", 30);
    const NodeId small = made.addFigure(inText, "Et kryds");
    made.add(FillOp{small, {100_pt, 20_pt, 10_pt, 10_pt}, {9, 9, 9}});
    const NodeId figure = made.addFigure(NodeId::Root, "Søjler: 3 og 7");
    const NodeId caption = made.tree.add(figure, Role::Caption);
    made.add(FillOp{figure, {60_pt, 100_pt, 20_pt, 30_pt}, {200, 0, 0}});
    made.add(FillOp{figure, {90_pt, 60_pt, 20_pt, 70_pt}, {200, 0, 0}});
    made.add(TextLine{.content = figure, .text = "3", .x = 65_pt, .baseline = 95_pt});
    made.add(TextLine{.content = caption, .text = "Figur 1", .x = 60_pt, .baseline = 150_pt});
    const std::string pdf = made.toPdf();
    keepPdf("unit-figures", pdf);
    const std::string text = unpacked(pdf);
    EXPECT_TRUE(has(text, "/MediaBox [\n    0\n    0\n    400\n    300\n  ]"));
    EXPECT_TRUE(has(text,
                    "/A <<\n    /BBox [\n      100\n      270\n      110\n      280\n    ]\n    /O /Layout\n"
                    "  >>\n  /Alt (Et kryds)"))
        << "in a line, and as high as its own page says";
    EXPECT_TRUE(has(text, "/O /Layout\n    /Placement /Block\n  >>\n  /Alt (S\xF8jler: 3 og 7)"));
    EXPECT_TRUE(has(text,
                    "/Figure<</MCID 2>>BDC\n0.784 0 0 rg\n60 170 20 30 re\n90 170 20 70 re\nf\nEMC\nBT\n"
                    "/Figure<</MCID 3>>BDC\n"));
    EXPECT_TRUE(has(text, "/K [\n    2\n    3\n    ")) << "its marks, then its caption";
}

/// The numbers of the first BBox after `key`.
std::vector<double> boxAfter(const std::string& text, std::string_view key) {
    std::istringstream in(text.substr(text.rfind("/BBox [", text.find(key)) + 7));
    return {std::istream_iterator<double>(in), {}};
}

TEST(Graphics, theBoxOfAFigureHoldsItsTextAndItsCaption) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Diagram", 60);
    const NodeId figure = made.addFigure(NodeId::Root, "Tal");
    made.add(FillOp{figure, {100_pt, 100_pt, 1_pt, 1_pt}, {}});
    made.add(TextLine{.content = figure, .text = "100 200", .x = 80_pt, .baseline = 140_pt, .size = 10_pt});
    made.add(TextLine{.content = made.tree.add(figure, Role::Caption), .text = "Figur", .baseline = 180_pt});
    const std::vector<double> box = boxAfter(unpacked(made.toPdf()), "/Alt (Tal)");
    ASSERT_EQ(box.size(), 4u);
    EXPECT_DOUBLE_EQ(box[0], 60);
    EXPECT_NEAR(box[1], 841.89 - 180 - 0.25 * 11, 1) << "Carlito's descent";
    EXPECT_NEAR(box[2], 80 + 10 * (6 * 0.507 + 0.226), 0.1) << "the widths of six digits and a space";
    EXPECT_DOUBLE_EQ(box[3], 741.89);
}

ImageData pixels(ImageData::Space space, std::uint8_t bits, std::uint32_t width, std::uint32_t height) {
    ImageData image{width, height, bits, space, ImageData::Coding::Raw, {}, nullptr};
    image.bytes.resize((std::size_t{width} * image.components() * bits + 7) / 8 * height);
    for (std::size_t i = 0; i < image.bytes.size(); ++i) {
        image.bytes[i] = static_cast<char>(i * 37);
    }
    return image;
}

std::shared_ptr<const ImageData> shared(ImageData image) {
    return std::make_shared<const ImageData>(std::move(image));
}

ImageData jpegFile() {
    std::ifstream in(SIDETAL_SOURCE_DIR "/tests/support/red-and-blue.jpg", std::ios::binary);
    return {24,
            16,
            8,
            ImageData::Space::Rgb,
            ImageData::Coding::Jpeg,
            {std::istreambuf_iterator<char>(in), {}},
            nullptr};
}

TEST(Graphics, imagesOfEveryKindStandInTheFileOnce) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Billeder", 60);
    ImageData masked = pixels(ImageData::Space::Rgb, 8, 8, 4);
    masked.softMask = shared(pixels(ImageData::Space::Gray, 8, 16, 16));
    made.images = {shared(pixels(ImageData::Space::Gray, 1, 9, 9)),
                   shared(pixels(ImageData::Space::Gray, 16, 3, 3)),
                   shared(pixels(ImageData::Space::Rgb, 8, 5, 5)),
                   shared(masked),
                   shared(jpegFile()),
                   shared(pixels(ImageData::Space::Rgb, 8, 123, 45))}; // never shown
    made.images.push_back(made.images[2]);
    int down = 80;
    for (const std::uint32_t image : {0u, 1u, 2u, 3u, 4u, 2u, 6u}) {
        const NodeId figure = made.addFigure(NodeId::Root, "Billede " + std::to_string(image));
        made.add(ImageOp{figure, ImageId{image}, {60_pt, Length::points(down), 80_pt, 40_pt}});
        down += 50;
    }
    made.pages.emplace_back();
    made.add(ImageOp{ArtifactKind::Header, ImageId{4}, {500_pt, 20_pt, 24_pt, 16_pt}}); // a letterhead's
    made.addText(NodeId::Root, Role::P, "Anden side", 100);
    const std::string pdf = made.toPdf();
    keepPdf("unit-images", pdf);
    const std::string text = unpacked(pdf);
    EXPECT_EQ(countOf(text, "/Subtype /Image"), 6u) << "five that are shown, and a mask";
    EXPECT_EQ(countOf(text, "/SMask "), 1u);
    EXPECT_TRUE(has(text, "/Figure<</MCID 1>>BDC\nq 80 0 0 40 60 721.89 cm /I1 Do Q\nEMC\n"));
    EXPECT_TRUE(has(text, "/Artifact<</Type/Pagination>>BDC\nq 24 0 0 16 500 805.89 cm /I5 Do Q\nEMC\n"));
    EXPECT_TRUE(has(text, "/Filter /DCTDecode"));
    EXPECT_NE(pdf.find(jpegFile().bytes), std::string::npos) << "a JPEG file goes in as it is";
    EXPECT_FALSE(has(text, "/Width 123"));
    EXPECT_FALSE(has(text, "Interpolate"));
}

TEST(Graphics, whatCannotBeShownOrToldIsRefused) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Fejl", 60);
    made.images = {shared(pixels(ImageData::Space::Rgb, 8, 5, 5))};
    EXPECT_EQ(messageOf(made), "none");
    ImageData cut = pixels(ImageData::Space::Rgb, 8, 5, 5);
    cut.bytes.pop_back();
    made.images.push_back(shared(cut));
    EXPECT_EQ(messageOf(made), "SID-P010: image 2 has 74 bytes of pixels, expected 75");
    made.images.clear();
    const NodeId figure = made.addFigure(NodeId::Root, "");
    EXPECT_EQ(messageOf(made),
              "SID-P011: a figure has no alternative text, expected words that say what it shows");
    made.tree.setAlt(figure, std::string(40'000, 'x'), {12, 5});
    EXPECT_EQ(
        messageOf(made),
        "SID-P004: a figure's alternative text takes 40000 bytes in the file, expected at most 32767 (12:5)");
}

TEST(Graphics, watermarksAreOneFormForAllPagesOfASize) {
    HandMadePages made;
    for (int page = 0; page < 3; ++page) {
        PathOp mark;
        mark.content = ArtifactKind::Watermark;
        mark.layer = Layer::Background;
        mark.fill = page < 2 ? Colour{233, 236, 239} : Colour{0, 0, 0};
        made.add(DrawnPath{mark, rectangle(100_pt, 100_pt, 50_pt, 20_pt)});
        made.addText(NodeId::Root, page == 0 ? Role::H1 : Role::P, "Udkast", 60);
        if (page < 2) {
            made.pages.emplace_back();
        }
    }
    const std::string pdf = made.toPdf();
    keepPdf("unit-watermark", pdf);
    const std::string text = unpacked(pdf);
    EXPECT_EQ(countOf(text, "/Artifact<</Type/Pagination/Subtype/Watermark/BBox[100 721.89 150 741.89]>>BDC\n"
                            "/Fm1 Do\nEMC\n"),
              2U);
    EXPECT_EQ(countOf(text, "BDC\n/Fm2 Do\nEMC\n"), 1U);
    EXPECT_EQ(countOf(text, "/Subtype /Form\n"), 2U);
    EXPECT_TRUE(has(text, "stream\n0.914 0.925 0.937 rg\n100 741.89 m\n"));
}

} // namespace
} // namespace sidetal::test
