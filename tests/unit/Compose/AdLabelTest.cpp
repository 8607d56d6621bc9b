#include "Compose/AdLabel.h"

#include <gtest/gtest.h>

#include <string_view>

namespace sidetal {
namespace {

std::string_view labelOf(std::string_view text) {
    return text.substr(0, adLabelLength(text));
}

TEST(AdLabel, IsTheNumberOfWhatIsDecidedOn) {
    EXPECT_EQ(labelOf("Ad 1. Godkendt."), "Ad 1.");
    EXPECT_EQ(labelOf("Ad 2.a-d Godkendt."), "Ad 2.a-d");
    EXPECT_EQ(labelOf("Ad 2.a: Godkendt."), "Ad 2.a:");
    EXPECT_EQ(labelOf("ad\u00a012) Godkendt."), "ad\u00a012)");
    EXPECT_EQ(labelOf("Ad A) Godkendt."), "Ad A)");
    EXPECT_EQ(labelOf("Ad 1-3 Godkendt."), "Ad 1-3");
    EXPECT_EQ(labelOf("Ad 3."), "Ad 3.");
}

TEST(AdLabel, IsNoOtherWord) {
    for (const char* text : {"", "Ad", "Ad ", "Ad hoc-udvalget", "Adfærd 1.", "Ad 2026 kr.", "Ad 1.500 kr.",
                             "Ad 1.a.b x", "Ad åre", "Til 1. Godkendt", "Ad 1x2 a"}) {
        EXPECT_EQ(adLabelLength(text), 0u) << text;
    }
}

} // namespace
} // namespace sidetal
