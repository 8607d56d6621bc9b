#include "Pictures/Pictures.h"

#include <gtest/gtest.h>

namespace sidetal::test {

namespace {

std::string faultOfUri(std::string_view uri) {
    try {
        return "none: " + decodeDataUri(uri);
    } catch (const PictureFault& fault) {
        return std::string(fault.code()) + " " + fault.what();
    }
}

} // namespace

TEST(DataUri, isBase64OfAnyLengthWithBlanksWithin) {
    EXPECT_EQ(decodeDataUri("data:image/png;base64,"), "");
    EXPECT_EQ(decodeDataUri("data:image/png;base64,QQ=="), "A");
    EXPECT_EQ(decodeDataUri("data:image/png;base64,QQ"), "A");
    EXPECT_EQ(decodeDataUri("data:image/jpeg;base64,QUI="), "AB");
    EXPECT_EQ(decodeDataUri("data:image/png;base64,QUJD"), "ABC");
    EXPECT_EQ(decodeDataUri(" data:IMAGE/PNG ; charset=x;base64 ,\n QU\tJD\r\nRA = ="), "ABCD");
    EXPECT_EQ(decodeDataUri("data:image/png;base64,+/+/"), "\xFB\xFF\xBF");
    EXPECT_EQ(decodeDataUri("data:image/png;base64,AP8A"), std::string("\0\xFF\0", 3));
}

TEST(DataUri, ofOtherFormsIsRefused) {
    EXPECT_EQ(faultOfUri("billede.png"), "SID-G008 is no address of the form 'data:image/png;base64,…'");
    EXPECT_EQ(faultOfUri("data:image/png;base64"),
              "SID-G008 is no address of the form 'data:image/png;base64,…'");
    EXPECT_EQ(faultOfUri("data:image/svg+xml;base64,QQ=="),
              "SID-G008 is of type 'image/svg+xml', expected 'image/png' or 'image/jpeg'");
    EXPECT_EQ(faultOfUri("data:image/png,%89PNG"),
              "SID-G008 is not in base64, expected 'data:image/png;base64,…'");
    EXPECT_EQ(faultOfUri("data:image/png;base64,QUJ*"),
              "SID-G008 has other characters in its data, expected base64");
    EXPECT_EQ(faultOfUri("data:image/png;base64,QQ==QQ"),
              "SID-G008 has '=' within in its data, expected base64");
    EXPECT_EQ(faultOfUri("data:image/png;base64,QUJDR"),
              "SID-G008 has data that end within a byte, expected base64");
    EXPECT_EQ(faultOfUri("data:image/png;base64,QUI=="),
              "SID-G008 has data that end within a byte, expected base64");
}

} // namespace sidetal::test
