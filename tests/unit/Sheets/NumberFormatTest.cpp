#include "Sheets/NumberFormat.h"

#include <gtest/gtest.h>

namespace sidetal::sheets {
namespace {

std::string show(std::string_view number, std::string_view code, bool from1904 = false) {
    const ShownNumber out = shown(number, formatOf(code), from1904);
    return (out.kind == CellKind::Date ? "date " : out.kind == CellKind::Text ? "text " : "") + out.text;
}

TEST(NumberFormat, NumbersHaveTheirDecimals) {
    EXPECT_EQ(show("0.30000000000000004", "General"), "0.3");
    EXPECT_EQ(show("1.1000000000000001", "0.00"), "1.10");
    EXPECT_EQ(show("12", "General"), "12");
    EXPECT_EQ(show("1234.5", "#,##0.0"), "1234.5");
    EXPECT_EQ(show("0.8", "0%"), "80%");
    EXPECT_EQ(show("0.892", "0.0 %"), "89.2 %");
    EXPECT_EQ(show("1e308", "0.00"), "1e+308");
    EXPECT_EQ(show("1e308", "0%"), "1e+308");
    EXPECT_EQ(show("-0.001", "0.0"), "0.0");
    EXPECT_EQ(show("2.5", "#.##"), "2.5");
    EXPECT_EQ(show("nan", "0"), "text nan");
}

TEST(NumberFormat, DaysAreDates) {
    EXPECT_EQ(show("44561", "yyyy\\-mm\\-dd"), "date 2021-12-31");
    EXPECT_EQ(show("44561.5", "dd/mm/yyyy hh:mm"), "date 2021-12-31 12:00");
    EXPECT_EQ(show("44561.99999", "d. mmmm yyyy"), "date 2022-01-01");
    EXPECT_EQ(show("44561", "[$-406]d. mmmm yyyy;@"), "date 2021-12-31");
    EXPECT_EQ(show("0.5", "hh:mm"), "text 12:00");
    EXPECT_EQ(show("1.5", "[h]:mm"), "1.5");
    EXPECT_EQ(show("44561", "\"day\" 0"), "44561");
    EXPECT_EQ(shown("44561", builtInFormat(14), false).text, "2021-12-31");
}

TEST(NumberFormat, SystemsOf1900And1904) {
    EXPECT_EQ(show("1", "yyyy-mm-dd"), "date 1900-01-01");
    EXPECT_EQ(show("59", "yyyy-mm-dd"), "date 1900-02-28");
    EXPECT_EQ(show("60", "yyyy-mm-dd"), "60"); // 29 February 1900, which never was
    EXPECT_EQ(show("61", "yyyy-mm-dd"), "date 1900-03-01");
    EXPECT_EQ(show("0", "yyyy-mm-dd", true), "date 1904-01-01");
    EXPECT_EQ(show("43099", "yyyy-mm-dd", true), "date 2021-12-31");
    EXPECT_EQ(show("1e308", "yyyy-mm-dd"), "1e+308");
    EXPECT_EQ(show("-5", "yyyy-mm-dd"), "-5");
    EXPECT_EQ(show("2958466", "yyyy-mm-dd"), "2958466"); // the year 10000
}

} // namespace
} // namespace sidetal::sheets
