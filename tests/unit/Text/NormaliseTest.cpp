#include "Text/Shaper.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

TEST(Nfc, NormalTextIsLeftAlone) {
    for (const char* text :
         {"", "Bæredygtighed", "Łukasz Đặng Šarūnas", "Привет", "n\u0308 q\u0307", "\U0001F600"}) {
        EXPECT_FALSE(toNfc(text).has_value()) << text;
    }
}

TEST(Nfc, DecomposedTextIsComposed) {
    EXPECT_EQ(toNfc("A\u030Ase"), "Åse");
    EXPECT_EQ(toNfc("Sø\u0301ren"), "S\u01FFren");
    EXPECT_EQ(toNfc("D\u0323\u0302"), "\u1E0C\u0302");
    EXPECT_EQ(toNfc("a\u0302\u0323"), "\u1EAD"); // marks out of order
    EXPECT_EQ(toNfc("\u212B"), "Å");             // the angstrom sign
}

} // namespace
} // namespace sidetal
