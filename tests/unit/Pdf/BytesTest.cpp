// Numbers, strings and names as they stand in a file.

#include "Pdf/Buffer.h"
#include "Pdf/Deflater.h"
#include "Pdf/Md5.h"
#include "Pdf/Strings.h"
#include "sidetal/Support/Diagnostic.h"

#include <gtest/gtest.h>
#include <libdeflate.h>

#include <clocale>
#include <limits>

namespace sidetal {
namespace {

template <typename... Parts>
std::string written(const Parts&... parts) {
    Buffer out;
    (out << ... << parts);
    return std::string(out.view());
}

TEST(Buffer, writesWholeNumbers) {
    EXPECT_EQ(written(0), "0");
    EXPECT_EQ(written(-7, ' ', 4'294'967'295u), "-7 4294967295");
    EXPECT_EQ(written(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
}

TEST(Buffer, writesDecimalsWithoutZerosAtTheEnd) {
    EXPECT_EQ(written(Decimal{0, 2}), "0");
    EXPECT_EQ(written(Decimal{1200, 2}), "12");
    EXPECT_EQ(written(Decimal{1250, 2}), "12.5");
    EXPECT_EQ(written(Decimal{1205, 2}), "12.05");
    EXPECT_EQ(written(Decimal{-5, 2}), "-0.05");
    EXPECT_EQ(written(Decimal{-12345, 3}), "-12.345");
    EXPECT_EQ(written(Decimal{7, 0}), "7");
}

TEST(Buffer, roundsCoordinatesHalfUpToHundredths) {
    EXPECT_EQ(written(coordinate(Length::milli(595'276))), "595.28");
    EXPECT_EQ(written(coordinate(Length::milli(4))), "0");
    EXPECT_EQ(written(coordinate(Length::milli(5))), "0.01");
    EXPECT_EQ(written(coordinate(Length::milli(-5))), "0");
    EXPECT_EQ(written(coordinate(Length::milli(-6))), "-0.01");
    EXPECT_EQ(written(coordinate(Length::milli(-14))), "-0.01");
    EXPECT_EQ(written(exactly(Length::milli(9'255))), "9.255");
}

TEST(Buffer, writesReferencesAndNumbersTheSameInEveryLocale) {
    const std::string before = std::setlocale(LC_ALL, nullptr);
    std::setlocale(LC_ALL, "da_DK.UTF-8"); // where it is not installed the test says less, and still holds
    EXPECT_EQ(written(ObjectNumber{12}, ' ', Decimal{1'234'567, 2}), "12 0 R 12345.67");
    std::setlocale(LC_ALL, before.c_str());
}

TEST(Buffer, growsAndKeepsWhatItHas) {
    Buffer out;
    std::string expected;
    for (int i = 0; i < 5000; ++i) {
        out << i << ' ';
        expected += std::to_string(i) + ' ';
    }
    EXPECT_EQ(out.view(), expected);
    out.truncate(4);
    EXPECT_EQ(out.view(), "0 1 ");
    out.clear();
    EXPECT_TRUE(out.empty());
}

TEST(Buffer, appendsShortAndLongTextsAlike) {
    const std::string source = "abcdefghijklmnopqrstuvwxyz0123456789";
    for (std::size_t size = 0; size + Buffer::kSlack <= source.size(); ++size) {
        Buffer out;
        out << '<';
        out.appendShort(std::string_view(source).substr(0, size));
        out << '>';
        EXPECT_EQ(out.view(), '<' + source.substr(0, size) + '>');
    }
}

TEST(Strings, textIsInPdfDocEncodingWhereThatHasIt) {
    EXPECT_EQ(textStringBytes("Dagsorden", "x"), "Dagsorden");
    EXPECT_EQ(textStringBytes("", "x"), "");
    EXPECT_EQ(textStringBytes("Ærø ÿ", "x"), "\xC6r\xF8 \xFF");
    EXPECT_EQ(textStringBytes("\u2022\u2026–\u201Dž€", "x"), "\x80\x83\x85\x8E\x9E\xA0");
}

TEST(Strings, textIsInUtf16WhereItMustBe) {
    using namespace std::string_literals;
    EXPECT_EQ(textStringBytes("Đ", "x"), "\xFE\xFF\x01\x10"s);
    EXPECT_EQ(textStringBytes("😀", "x"), "\xFE\xFF\xD8\x3D\xDE\x00"s);
    EXPECT_EQ(textStringBytes("\t", "x"), "\xFE\xFF\x00\t"s);
    EXPECT_EQ(textStringBytes("\u00A0", "x"), "\xFE\xFF\x00\xA0"s);
    EXPECT_EQ(textStringBytes("\u00AD", "x"), "\xFE\xFF\x00\xAD"s);
    EXPECT_EQ(textStringBytes("þÿ", "x"), "\xFE\xFF\x00\xFE\x00\xFF"s) << "its own two bytes are a mark";
    EXPECT_EQ(textStringBytes("\u00EF\u00BB\u00BF", "x"), "\xFE\xFF\x00\xEF\x00\xBB\x00\xBF"s);
}

TEST(Strings, tooLongTextIsRefusedWithItsPlace) {
    EXPECT_EQ(textStringBytes(std::string(kLongestString, 'x'), "x").size(), kLongestString);
    try {
        (void)textStringBytes(std::string(kLongestString + 1, 'x'), "the title");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.diagnostics().front().code, "SID-P004");
        EXPECT_EQ(error.diagnostics().front().message,
                  "the title takes 32768 bytes in the file, expected at most 32767");
    }
}

TEST(Strings, literalsEscapeWhatTheyMust) {
    Buffer out;
    appendByteString(out, std::string_view("a(b)\\\r\n\0\xFF", 9));
    EXPECT_EQ(out.view(), std::string_view("(a\\(b\\)\\\\\\r\\n\0\xFF)", 16));
}

TEST(Strings, namesEscapeDelimitersAndAreCut) {
    Buffer out;
    appendName(out, "application/json æ#");
    EXPECT_EQ(out.view(), "/application#2Fjson#20#C3#A6#23");
    out.clear();
    appendName(out, std::string(300, 'n'));
    EXPECT_EQ(out.size(), 128u);
}

TEST(Strings, utf16InHexadecimal) {
    Buffer out;
    appendUtf16Hex(out, U'æ');
    appendUtf16Hex(out, U'😀');
    EXPECT_EQ(out.view(), "00E6D83DDE00");
}

TEST(Strings, xmlTextHasNoMarkupAndNothingForbidden) {
    Buffer out;
    appendXmlText(out, "<Børn & \"unge\">\x01\t");
    EXPECT_EQ(out.view(), "&lt;Børn &amp; \"unge\"&gt;\xEF\xBF\xBD\t");
}

TEST(Deflater, roundTripsAndReusesItsBuffer) {
    Deflater deflater;
    for (const std::string& data : {std::string(), std::string("side"), std::string(100'000, 'x')}) {
        const std::string packed(deflater.deflate(data));
        std::string out(data.size() + 1, '\0');
        std::size_t size = 0;
        auto* inflater = libdeflate_alloc_decompressor();
        EXPECT_EQ(
            libdeflate_zlib_decompress(inflater, packed.data(), packed.size(), out.data(), out.size(), &size),
            LIBDEFLATE_SUCCESS);
        libdeflate_free_decompressor(inflater);
        out.resize(size);
        EXPECT_EQ(out, data);
    }
}

TEST(Md5, knowsTheExamplesOfRfc1321) {
    const auto hexadecimal = [](std::string_view text) {
        Buffer out;
        for (const char c : md5(text)) {
            appendHexByte(out, static_cast<unsigned char>(c));
        }
        return std::string(out.view());
    };
    EXPECT_EQ(hexadecimal(""), "D41D8CD98F00B204E9800998ECF8427E");
    EXPECT_EQ(hexadecimal("message digest"), "F96B697D7CB7938D525A2F31AAF161D0");
}

TEST(Crc32, knowsItsCheckValueInParts) {
    EXPECT_EQ(crc32(0, "123456789"), 0xCBF43926u);
    EXPECT_EQ(crc32(crc32(0, "1234"), "56789"), 0xCBF43926u);
}

} // namespace
} // namespace sidetal
