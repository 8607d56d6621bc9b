#include "Style/StyleValues.h"

#include <gtest/gtest.h>

namespace sidetal {
namespace {

TEST(ParseLength, ConvertsUnitsExactlyToThousandthsOfAPoint) {
    EXPECT_EQ(parseLength("9 pt"), Length::points(9));
    EXPECT_EQ(parseLength("9pt"), Length::points(9));
    EXPECT_EQ(parseLength("3.85 pt"), Length::milli(3850));
    EXPECT_EQ(parseLength("1 cm"), Length::milli(28346));
    EXPECT_EQ(parseLength("12.0 cm"), Length::milli(340157));
    EXPECT_EQ(parseLength("210 mm"), Length::milli(595276));
    EXPECT_EQ(parseLength("297 mm"), Length::milli(841890));
    EXPECT_EQ(parseLength("0.5 in"), Length::points(36));
    EXPECT_EQ(parseLength("-3 mm"), Length::milli(-8504));
}

TEST(ParseLength, RoundsToTheNearestThousandthHalvesAwayFromZero) {
    EXPECT_EQ(parseLength("0.0005 pt"), Length::milli(1));
    EXPECT_EQ(parseLength("0.000499 pt"), Length::milli(0));
    EXPECT_EQ(parseLength("-0.0005 pt"), Length::milli(-1));
    EXPECT_EQ(parseLength("99999.999999 cm"), Length::milli(2834645669));
}

TEST(ParsePercent, TakesNumbersOfThreeDecimals) {
    EXPECT_EQ(parsePercent("133 %"), Percent::whole(133));
    EXPECT_EQ(parsePercent("87.5%"), Percent::thousandths(87'500));
    EXPECT_EQ(parsePercent("0.001 %"), Percent::thousandths(1));
    for (const char* text :
         {"", "%", "133", "133 pt", "133  %", "133 %%", "-1 %", "1.0001 %", "100000 %", "1,5 %"}) {
        EXPECT_EQ(parsePercent(text), std::nullopt) << text;
    }
    for (const std::int64_t value : {1, 1000, 87'500, 133'333}) {
        const Percent percent = Percent::thousandths(value);
        EXPECT_EQ(parsePercent(formatPercent(percent)), percent);
    }
    EXPECT_EQ(formatPercent(Percent::whole(133)), "133 %");
}

TEST(ParsePercent, IsOfALengthToThousandthsHalvesUp) {
    EXPECT_EQ(Percent::whole(150).of(Length::milli(9001)), Length::milli(13'502)); // 13,501.5
    EXPECT_EQ(Percent::whole(149).of(Length::milli(9001)), Length::milli(13'411)); // 13,411.49
    EXPECT_EQ(Percent::thousandths(1).of(Length::points(50)), Length::milli(1));   // 0.5
}

TEST(ParseLength, RefusesWhatIsNoLength) {
    for (const char* text : {"", "9", "pt", "9 px", "9  pt", " 9 pt", "9 pt ", "9,5 pt", "9. pt", ".5 pt",
                             "--9 pt", "1e3 pt", "100000 pt", "1.0000001 pt", "9 PT"}) {
        EXPECT_EQ(parseLength(text), std::nullopt) << text;
    }
}

TEST(FormatLength, GivesTheShortestTextThatReadsBackTheSame) {
    EXPECT_EQ(formatLength(Length::points(9)), "9 pt");
    EXPECT_EQ(formatLength(Length::milli(3850)), "3.85 pt");
    EXPECT_EQ(formatLength(Length::milli(-400)), "-0.4 pt");
    EXPECT_EQ(formatLength(Length::milli(0)), "0 pt");
    for (const std::int64_t milli : {1, 10, 100, 1000, 1001, 28346, -8504}) {
        EXPECT_EQ(parseLength(formatLength(Length::milli(milli))), Length::milli(milli));
    }
}

TEST(ParseColumnWidth, ReadsLengthsSharesAndAuto) {
    EXPECT_EQ(parseColumnWidth("111.5 pt"), ColumnWidth(Length::milli(111'500)));
    EXPECT_EQ(parseColumnWidth("1 cm"), ColumnWidth(Length::milli(28'346)));
    EXPECT_EQ(parseColumnWidth("2 fr"), ColumnWidth::share(2000));
    EXPECT_EQ(parseColumnWidth("0.5fr"), ColumnWidth::share(500));
    EXPECT_EQ(parseColumnWidth("1.125 fr"), ColumnWidth::share(1125));
    EXPECT_EQ(parseColumnWidth("auto"), ColumnWidth::content());
    EXPECT_EQ(parseColumnWidth("22.2 em", Length::points(7)), ColumnWidth(Length::milli(155'400)));
    EXPECT_EQ(parseColumnWidth("22.2 em"), std::nullopt); // of no font
}

TEST(ParseColumnWidth, RefusesWhatIsNone) {
    for (const char* text : {"", "2", "fr", "-1 fr", "2  fr", " 2 fr", "2 fr ", "2. fr", ".5 fr", "1.1234 fr",
                             "100000 fr", "2 FR", "Auto", "auto ", "2 %"}) {
        EXPECT_EQ(parseColumnWidth(text), std::nullopt) << text;
    }
}

TEST(FormatColumnWidth, GivesTheShortestTextThatReadsBackTheSame) {
    EXPECT_EQ(formatColumnWidth(Length::milli(3850)), "3.85 pt");
    EXPECT_EQ(formatColumnWidth(ColumnWidth::content()), "auto");
    EXPECT_EQ(formatColumnWidth(ColumnWidth::share(2000)), "2 fr");
    for (const std::int64_t thousandths : {1, 10, 125, 1000, 1001, 1'000'000}) {
        const ColumnWidth width = ColumnWidth::share(thousandths);
        EXPECT_EQ(parseColumnWidth(formatColumnWidth(width)), width);
    }
}

TEST(ParseColour, ReadsSixAndThreeDigits) {
    EXPECT_EQ(parseColour("#1f3A4d"), (Colour{0x1f, 0x3a, 0x4d}));
    EXPECT_EQ(parseColour("#f0A"), (Colour{0xff, 0x00, 0xaa}));
    EXPECT_EQ(formatColour({0x1f, 0x3a, 0x4d}), "#1f3a4d");
}

TEST(ParseColour, RefusesWhatIsNoColour) {
    for (const char* text : {"", "#", "red", "1f3a4d", "#1f3a4", "#1f3a4d0", "#gg0000", "#12"}) {
        EXPECT_EQ(parseColour(text), std::nullopt) << text;
    }
}

} // namespace
} // namespace sidetal
