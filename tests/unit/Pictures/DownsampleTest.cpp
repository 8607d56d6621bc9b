#include "Pictures/Pixels.h"

#include <gtest/gtest.h>

namespace sidetal::test {

namespace {

using pictures::Pixels;

Pixels gray(PixelSize size, std::string values) {
    Pixels out;
    out.size = size;
    out.components = 1;
    out.colour = std::move(values);
    return out;
}

unsigned first(const std::string& bytes) {
    return static_cast<unsigned char>(bytes.at(0));
}

} // namespace

TEST(Downsampled, isTheMeanOfTheLight) {
    const Pixels small = downsampled(gray({2, 1}, std::string("\0\xFF", 2)), {1, 1});
    EXPECT_EQ(first(small.colour), 188u); // half the light; half the number would be 128
    EXPECT_TRUE(small.alpha.empty());
}

TEST(Downsampled, keepsWhatIsEven) {
    for (unsigned value = 0; value < 256; ++value) {
        const Pixels small = downsampled(gray({7, 5}, std::string(35, static_cast<char>(value))), {3, 2});
        EXPECT_EQ(small.colour, std::string(6, static_cast<char>(value)));
    }
}

TEST(Downsampled, weighsByWhatIsCovered) {
    // three to two: the middle one is shared
    const Pixels small = downsampled(gray({3, 1}, std::string("\xFF\0\0", 3)), {2, 1});
    EXPECT_EQ(first(small.colour), 213u); // two thirds of the light
    EXPECT_EQ(static_cast<unsigned char>(small.colour[1]), 0u);
}

TEST(Downsampled, coloursOfWhatIsNotSeenCountForNothing) {
    Pixels pixels;
    pixels.size = {2, 1};
    pixels.colour = std::string("\x20\x40\x60\xFF\xFF\xFF", 6);
    pixels.alpha = std::string("\xFF\0", 2);
    const Pixels small = downsampled(pixels, {1, 1});
    EXPECT_EQ(small.colour, "\x20\x40\x60");
    EXPECT_EQ(first(small.alpha), 128u);
    pixels.alpha = std::string(2, '\0');
    EXPECT_EQ(first(downsampled(pixels, {1, 1}).alpha), 0u);
}

TEST(Downsampled, ofFewBitsHasEight) {
    Pixels pixels = gray({16, 1}, std::string("\xF0\x0F", 2));
    pixels.bits = 1;
    const Pixels small = downsampled(pixels, {4, 1});
    EXPECT_EQ(small.bits, 8);
    EXPECT_EQ(small.colour, std::string("\xFF\0\0\xFF", 4));
}

TEST(Upright, eachOrientationIsUndone) {
    // 1 2 3 over 4 5 6
    const std::string pixels = "123456";
    const auto turned = [&](pictures::Orientation orientation) {
        const Pixels out = upright(gray({3, 2}, pixels), orientation);
        return std::to_string(out.size.width) + " " + out.colour;
    };
    EXPECT_EQ(turned(1), "3 123456");
    EXPECT_EQ(turned(2), "3 321654");
    EXPECT_EQ(turned(3), "3 654321");
    EXPECT_EQ(turned(4), "3 456123");
    EXPECT_EQ(turned(5), "2 142536");
    EXPECT_EQ(turned(6), "2 415263");
    EXPECT_EQ(turned(7), "2 635241");
    EXPECT_EQ(turned(8), "2 362514");
}

} // namespace sidetal::test
