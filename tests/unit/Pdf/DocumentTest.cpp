#include "unit/Pdf/HandMadePages.h"

#include <gmock/gmock.h>

namespace sidetal::test {
namespace {

using testing::HasSubstr;

TEST(Document, letterOfOnePage) {
    HandMadePages made;
    made.addText(NodeId::Root, Role::H1, "Afgørelse om tilskud", 60);
    const NodeId body = made.addText(NodeId::Root, Role::P, "Kommunen har behandlet ansøgningen og", 90);
    std::get<TextLine>(made.pages.back().back()).spaceAfter = true;
    made.add(
        {.content = body, .text = "giver tilskud efter retningslinjerne.", .baseline = Length::points(104)});
    made.add({.content = ArtifactKind::PageNumber, .text = "Side 1 af 1", .baseline = Length::points(800)});
    const std::string pdf = made.toPdf();
    keepPdf("unit-letter", pdf);
    EXPECT_THAT(pdf, testing::StartsWith("%PDF-1.7\n%"));
    EXPECT_THAT(unpacked(pdf), HasSubstr("/H1<</MCID 0>>BDC"));
}

} // namespace
} // namespace sidetal::test
