#include "SheetFixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::test {
namespace {

using namespace std::string_literals;
using ::testing::ElementsAre;
using ::testing::StartsWith;

std::string csvCells(const std::string& bytes, const SheetLimits& limits = {}) {
    Diagnostics diagnostics;
    try {
        return cellsOf(readCsv(bytes, "tal.csv", diagnostics, limits));
    } catch (const Error& error) {
        return format(error.diagnostics().front());
    }
}

TEST(Csv, SeparatorIsTheOneThatPartsLinesAlike) {
    const std::string cells = "A1 text a\nB1 text b\nA2 text 1,5\nB2 text 2,5\n";
    EXPECT_EQ(csvCells("a;b\n1,5;2,5\n"), cells);
    EXPECT_EQ(csvCells("a\tb\n1,5\t2,5\n"), cells);
    EXPECT_EQ(csvCells("a,b\n\"1,5\",\"2,5\"\n"), cells);
    EXPECT_EQ(csvCells("sep=,\r\na,b\r\n\"1,5\",\"2,5\""),
              "A1 text a\nB1 text b\nA2 text 1,5\nB2 text 2,5\n");
    EXPECT_EQ(csvCells("alene\n"), "A1 text alene\n");
    EXPECT_EQ(csvCells(""), "");
}

TEST(Csv, QuotesHoldSeparatorsLinesAndQuotes) {
    EXPECT_EQ(csvCells("a;\"b;\"\"c\"\"\r\nd\";e\r\n"), "A1 text a\nB1 text b;\"c\"\nd\nC1 text e\n");
    EXPECT_EQ(csvCells("3\" rør;b\n"), "A1 text 3\" rør\nB1 text b\n");
    EXPECT_EQ(csvCells(";;c\n\n\"\";b"), "C1 text c\nB3 text b\n");
}

TEST(Csv, LinesEndAsAnySystemHasThem) {
    for (const char* end : {"\n", "\r\n", "\r"}) {
        EXPECT_EQ(csvCells("a;b"s + end + "c;d" + end), "A1 text a\nB1 text b\nA2 text c\nB2 text d\n");
    }
}

TEST(Csv, EncodingIsFound) {
    const std::string cells = "A1 text Mål\nB1 text €\n";
    EXPECT_EQ(csvCells("Mål;€"), cells);
    EXPECT_EQ(csvCells("\xEF\xBB\xBFMål;€"), cells);
    EXPECT_EQ(csvCells("M\xE5l;\x80"), cells);
    EXPECT_EQ(csvCells("\xFF\xFEM\0\xE5\0l\0;\0\xAC\x20"s), cells);
    EXPECT_EQ(csvCells("\xFE\xFF\0M\0\xE5\0l\0;\x20\xAC"s), cells);
    EXPECT_EQ(csvCells("M\0\xE5\0l\0;\0\xAC\x20"s), cells);
    EXPECT_EQ(csvCells("\xFF\xFE\x3D\xD8\x00\xDE"s), "A1 text \U0001F600\n");
}

TEST(Csv, FaultsOfEncodingAreTold) {
    EXPECT_EQ(
        csvCells("a;b\nM\xE5l;\x81"),
        "tal.csv:2:5: error: byte 0x81 is a letter in no encoding that is read, expected UTF-8, UTF-16 or "
        "Windows-1252 [SID-X007]");
    EXPECT_EQ(csvCells("Mål;på\nM\xE5l"),
              "tal.csv:2:2: error: byte 0xE5 is no UTF-8, which the rest of the file is [SID-X007]");
    EXPECT_EQ(csvCells("\xFF\xFE"
                       "a\0b"s),
              "tal.csv:1:2: error: half a character of UTF-16: is the file cut off? [SID-X007]");
    EXPECT_EQ(csvCells("a;b\x07"),
              "tal.csv:1:3: error: control character U+0007, which no text can hold [SID-X010]");
}

TEST(Csv, QuotesThatGoWrongAreToldWhereTheyOpen) {
    EXPECT_EQ(csvCells("a;b\nå;\"c;d\ne;f\n"),
              "tal.csv:2:3: error: the quote that opens here is never closed, expected '\"' [SID-X008]");
    EXPECT_EQ(csvCells("a;b\n\"c\" d;e\n"), "tal.csv:2:4: error: text after the closing quote: ' d', "
                                            "expected ';' or the line's end; a quote within "
                                            "a text is written twice [SID-X009]");
}

TEST(Csv, TextsThatSpreadsheetsWouldCalculateAreGuarded) {
    const auto written = [](const char* owner) {
        GoalMatrix matrix;
        Goal& goal = matrix.themes.emplace_back().goals.emplace_back();
        matrix.themes[0].title = "A";
        goal.text = plainText("B");
        goal.initiatives.emplace_back().title = "C";
        goal.initiatives[0].owner = owner;
        Diagnostics diagnostics;
        const std::string csv = writeMatrixCsv(matrix, diagnostics);
        EXPECT_EQ(matrixOf(csv, "a.csv").themes.at(0).goals.at(0).initiatives.at(0).owner, owner);
        const std::size_t begin = csv.find(";C;;;") + 5;
        return csv.substr(begin, csv.find(';', begin) - begin);
    };
    EXPECT_EQ(written("=1+1"), "'=1+1");
    EXPECT_EQ(written("+45 8787"), "'+45 8787");
    EXPECT_EQ(written("+45"), "+45");
    EXPECT_EQ(written("-2+3"), "'-2+3");
    EXPECT_EQ(written("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(written("=A1,B1"), "\"'=A1,B1\"");
    EXPECT_EQ(written("'=1"), "''=1");
    EXPECT_EQ(written("'n Bo"), "'n Bo");
    EXPECT_EQ(written("-5,5 %"), "\"-5,5 %\"");
    EXPECT_EQ(written("- 5 hold"), "'- 5 hold");
    EXPECT_EQ(written("\uFF1D1"), "'\uFF1D1");
    EXPECT_EQ(csvCells("'=1+1;' =x;'n;'"), "A1 text =1+1\nB1 text  =x\nC1 text 'n\nD1 text '\n");
}

TEST(Csv, LimitsAreTold) {
    EXPECT_THAT(csvCells("a;b\nc;d\n", {.cells = 3}),
                StartsWith("tal.csv:2:3: error: more than the limit of 3 cells"));
    EXPECT_THAT(csvCells("a;b\nc;d\n", {.texts = 3}), StartsWith("tal.csv:2:3: error: more than the limit"));
    EXPECT_THAT(csvCells("a;b\nc;d\n", {.bytes = 3}), StartsWith("tal.csv: error: larger than the limit"));
}

TEST(Csv, OtherFilesAreToldHowToBeSaved) {
    EXPECT_THAT(messagesOf("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...", "mål.xls"),
                ElementsAre("mål.xls: error: a workbook of an old kind (XLS), expected XLSX or CSV: save it "
                            "as XLSX [SID-X001]"));
    EXPECT_THAT(
        messagesOf("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s,
                   "mål.xlsx"),
        ElementsAre(StartsWith("mål.xlsx: error: the workbook is protected with a password")));
}

} // namespace
} // namespace sidetal::test
