#include "SheetFixture.h"
#include "support/Workbooks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sidetal::test {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

std::string cellsOf(const WorkbookText& workbook) {
    Diagnostics diagnostics;
    return test::cellsOf(readXlsx(zipped(partsOf(workbook)), "mål.xlsx", diagnostics));
}
std::vector<std::string> saidOf(const WorkbookText& workbook) {
    return messagesOf(zipped(partsOf(workbook)), "mål.xlsx");
}
std::vector<std::string> saidOf(const Parts& parts, const SheetLimits& limits = {}) {
    Diagnostics diagnostics;
    try {
        (void)readXlsx(zipped(parts), "mål.xlsx", diagnostics, limits);
    } catch (const Error& error) {
        return {format(error.diagnostics().front())};
    }
    return {};
}
Parts replaced(Parts parts, const std::string& name, const std::string& content) {
    for (auto& [part, text] : parts) {
        text = part == name ? content : text;
    }
    return parts;
}

const std::string kHeadings = rowsOf("Tema|Nr.|Målsætning|Frist|Understøttende indsatser");

TEST(Xlsx, TextsAreSharedInlineOrOfFormulas) {
    EXPECT_EQ(
        cellsOf(
            {.rows =
                 R"(<row r="2"><c r="B2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>
<c r="D2" t="str"><f>A1&amp;"x"</f><v>ax</v></c><c r="E2" t="inlineStr"><is><r><t>Fe</t></r><rPh sb="0" eb="1"><t>no</t></rPh><r><rPr><b/></rPr><t>d</t></r></is></c></row>)",
             .texts = {"<t>nul</t>", "<r><t>Rig</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> "
                                     "tekst</t></r><rPh><t>x</t></rPh>"}}),
        "B2 text Rig tekst\nC2 text  a \nD2 text ax\nE2 text Fed\n");
}

TEST(Xlsx, NumbersAreWhatTheirFormatsShow) {
    const WorkbookText workbook{
        .rows =
            R"(<row r="1"><c r="A1"><v>1.1</v></c><c r="B1" s="1"><v>1.1</v></c><c r="C1" s="2"><v>44561</v></c>
<c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#REF!</v></c><c r="F1" s="3"><v>0.8</v></c><c r="G1" t="d"><v>2021-12-31T00:00:00</v></c></row>)",
        .formats = {"0.00", "yyyy\\-mm\\-dd", "0 %"}};
    EXPECT_EQ(cellsOf(workbook),
              "A1 number 1.1\nB1 number 1.10\nC1 date 2021-12-31\nD1 boolean true\nE1 fault #REF!\n"
              "F1 number 80 %\nG1 date 2021-12-31\n");
}

TEST(Xlsx, StrictWorkbooksAndDaysFrom1904AreRead) {
    EXPECT_EQ(cellsOf({.rows = R"(<row><c s="1"><v>43099</v></c></row>)",
                       .formats = {"d/m/yyyy"},
                       .from1904 = true,
                       .strict = true}),
              "A1 date 2021-12-31\n");
}

TEST(Xlsx, FormulasGiveTheValuesSavedWithThem) {
    EXPECT_EQ(
        cellsOf(
            {.rows =
                 R"(<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>4</v></c><c r="B1"><f t="array" ref="B1:B2">C1:C2</f><v>2</v></c></row>
<row r="2"><c r="A2"><f t="shared" si="0"/><v>6</v></c><c r="B2"><v>3</v></c></row>
<row r="3"><c r="A3" t="str"><f t="shared" si="0"/><v></v></c><c r="B3" t="n" cm="1"><f ca="1">RAND()</f><v>1E-2</v></c><c r="C3" t="str"><f>"a"</f><v>a</v></c></row>)"}),
        "A1 number 4\nB1 number 2\nA2 number 6\nB2 number 3\nB3 number 0.01\nC3 text a\n");
}

/// As Calc writes sheets: every attribute said, texts shared, each cell with a style, rows and columns
/// beyond.
TEST(Xlsx, SheetsOfCalcAreRead) {
    const WorkbookText workbook{
        .rows =
            R"(<row r="1" customFormat="false" ht="15" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c><c r="C1" s="1" t="s"><v>2</v></c></row>
<row r="2" hidden="false"><c r="A2" s="1" t="s"><v>3</v></c><c r="B2" s="1" t="s"><v>4</v></c><c r="C2" s="2" t="n"><v>44561</v></c><c r="D2" s="1"/></row><row r="1048576" customFormat="false" ht="12.8" hidden="false"></row>)",
        .after =
            R"(<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells><printOptions headings="false"/>
<headerFooter differentFirst="false"><oddHeader></oddHeader></headerFooter>)",
        .before =
            R"(<sheetPr filterMode="false"/><dimension ref="A1:D2"/><cols><col collapsed="false" customWidth="true" hidden="false" max="1024" min="1" style="0" width="11.52"/></cols>)",
        .texts = {R"(<t xml:space="preserve">Tema</t>)", R"(<t xml:space="preserve">Mål</t>)",
                  R"(<t xml:space="preserve">Frist</t>)", R"(<t xml:space="preserve">A</t>)",
                  R"(<r><rPr><b val="true"/></rPr><t xml:space="preserve">B </t></r><r><t>C</t></r>)"},
        .formats = {"@", "m/d/yyyy"}};
    EXPECT_EQ(cellsOf(workbook),
              "A1 text Tema\nB1 text Mål\nC1 text Frist\nA2 text A\nB2 text B C\nC2 date 2021-12-31\n");
}

TEST(Xlsx, TextsGuardedInCsvFilesAreWhatTheyWere) {
    EXPECT_EQ(cellsOf({.rows = rowsOf("'=1+1|'n|''@x")}), "A1 text =1+1\nB1 text 'n\nC1 text '@x\n");
}

TEST(Xlsx, NumbersBeyondMeasureAreKeptAsTheyAre) {
    EXPECT_THAT(
        saidOf(
            {.rows =
                 rowsOf("Tema|Mål|Indikator|Aktuel værdi|Måltal|Opgjort") +
                 R"(<row r="2"><c r="A2" t="str"><v>A</v></c><c r="B2" t="str"><v>B</v></c><c r="C2" t="str"><v>C</v></c>
<c r="F2" s="1"><v>1e308</v></c></row>)",
             .formats = {"yyyy-mm-dd"}}),
        ElementsAre(
            AllOf(StartsWith("mål.xlsx:Ark1!F2: error: 'Opgjort' is the number 1e+308, expected a date"),
                  HasSubstr("SID-X019"))));
    EXPECT_THAT(
        saidOf(
            {.rows =
                 rowsOf("Tema|Mål|Indikator|Aktuel værdi|Måltal") +
                 R"(<row r="2"><c r="A2" t="str"><v>A</v></c><c r="B2" t="str"><v>B</v></c><c r="C2" t="str"><v>C</v></c>
<c r="D2"><v>1e308</v></c><c r="E2"><v>1e999</v></c></row>)"}),
        ElementsAre(StartsWith("mål.xlsx:Ark1!E2: warning: '1e999' is no number"),
                    StartsWith("mål.xlsx:Ark1!D2: warning: '1e+308' is no number")));
}

TEST(Xlsx, EmptyCellsToTheLastColumnAreNone) {
    EXPECT_EQ(
        cellsOf(
            {.rows =
                 R"(<row r="1"><c r="A1" s="0"/><c r="XFD1" s="0"/></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>)"}),
        "XFD1048576 number 1\n");
}

TEST(Xlsx, CellsWithinCellsAndRowsAreReadOnce) {
    EXPECT_EQ(
        cellsOf({.rows = R"(<row r="1"><c><v>1</v><c><v>2</v></c></c><c><v>3</v><row r="2"/></c></row>)"}),
        "B1 number 2\n");
}

TEST(Xlsx, ForeignElementsArePassedOver) {
    EXPECT_EQ(
        cellsOf({.rows = R"(<row r="1"><c r="A1"><v>1</v><x:c xmlns:x="urn:x"><v>5</v></x:c></c></row>)",
                 .after = R"(<extLst><ext><x:v xmlns:x="urn:x">1</x:v></ext></extLst>)"}),
        "A1 number 1\n");
}

TEST(Xlsx, SameSheetAsCsvIsTheSameMatrix) {
    const std::string table =
        "Opfølgning\nTema|Nr.|Målsætning|Status|Understøttende indsatser|Frist\n"
        "Læring|1.1|Læse|På vej|Hold|2021-12-31\n||||Dag|\n|1.2|Skrive|||\nSundhed|2.1|Gå|Nået|Tur|\n";
    EXPECT_EQ(jsonOf(zipped(partsOf({.rows = rowsOf(table)})), "mål.xlsx"), jsonOf(csvOf(table), "mål.csv"));
}

TEST(Xlsx, MergedCellsAreTheSameInAllTheirRows) {
    const GoalMatrix matrix = matrixOf(
        zipped(partsOf(
            {.rows = rowsOf("Tema|Nr.|Målsætning|Ansvarlig|Understøttende "
                            "indsatser\nLæring|1|Læse|Bo|Hold\n||||Dag\n||||Kor"),
             .after =
                 R"(<mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="B2:B4"/><mergeCell ref="C2:C4"/><mergeCell ref="D2:D3"/></mergeCells>)"})),
        "mål.xlsx");
    const auto& initiatives = matrix.themes.at(0).goals.at(0).initiatives;
    ASSERT_EQ(initiatives.size(), 3u);
    EXPECT_EQ(initiatives[1].owner, "Bo");
    EXPECT_EQ(initiatives[2].owner, "");
}

TEST(Xlsx, MergeAcrossThemesIsTold) {
    EXPECT_THAT(
        saidOf({.rows = rowsOf("Tema|Nr.|Målsætning\nLæring|1|Læse\nSundhed||"),
                .after = R"(<mergeCells><mergeCell ref="C2:C3"/></mergeCells>)"}),
        ElementsAre(AllOf(
            StartsWith("mål.xlsx:Ark1!C2: error: the merged cell under 'Målsætning' begins in another theme"),
            HasSubstr("theme 'Sundhed' begins at A3"))));
}

TEST(Xlsx, FaultsCarrySheetAndCell) {
    EXPECT_THAT(saidOf({.rows = kHeadings + R"(<row r="2"><c r="A2" t="e"><v>#REF!</v></c></row>)"}),
                ElementsAre(AllOf(StartsWith("mål.xlsx:Ark1!A2: error: the cell shows '#REF!'"),
                                  HasSubstr("SID-X018"))));
    EXPECT_THAT(saidOf({.rows = kHeadings + R"(<row r="2"><c r="A2"><f>B2</f></c></row>)"}),
                ElementsAre(AllOf(StartsWith("mål.xlsx:Ark1!A2: error: the formula's value was not saved"),
                                  HasSubstr("SID-X012"))));
}

TEST(Xlsx, DatesThatAreNumbersAndNumbersThatAreDatesAreTold) {
    const std::string text = R"(<c r="A2" t="inlineStr"><is><t>A</t></is></c>)";
    const std::string rest = R"(<c r="C2" t="inlineStr"><is><t>B</t></is></c>)";
    EXPECT_THAT(
        saidOf({.rows = kHeadings + "<row r=\"2\">" + text + rest +
                        R"(<c r="D2"><v>44561</v></c><c r="E2" t="inlineStr"><is><t>C</t></is></c></row>)"}),
        ElementsAre(AllOf(StartsWith("mål.xlsx:Ark1!D2: error: 'Frist' is the number 44561, expected a date"),
                          HasSubstr("SID-X019"))));
    EXPECT_THAT(saidOf({.rows = kHeadings + "<row r=\"2\">" + text + R"(<c r="B2" s="1"><v>44470</v></c>)" +
                                rest + "</row>",
                        .formats = {"d/m"}}),
                ElementsAre(StartsWith("mål.xlsx:Ark1!B2: error: the goal's number is the date 2021-10-01")));
}

TEST(Xlsx, HiddenRowsAndColumnsAreLeftOutAndTold) {
    EXPECT_THAT(
        saidOf(
            {.rows =
                 kHeadings +
                 R"(<row r="2"><c r="A2" t="str"><v>A</v></c><c r="C2" t="str"><v>B</v></c><c r="G2" t="str"><v>kladde</v></c></row>
<row r="3" hidden="1"><c r="A3" t="str"><v>C</v></c></row><row r="4" hidden="true"><c r="A4" t="str"><v>C</v></c></row>)",
             .before = R"(<cols><col min="7" max="16384" hidden="1"/></cols>)"}),
        ElementsAre(StartsWith("mål.xlsx:Ark1: warning: hidden rows are left out: 3 to 4 [SID-X013]"),
                    StartsWith("mål.xlsx:Ark1: warning: hidden columns are left out: G [SID-X013]")));
}

TEST(Xlsx, HiddenColumnsThatMaySayWhoSeesWhatAreTold) {
    EXPECT_THAT(
        saidOf(
            {.rows =
                 kHeadings +
                 R"(<row r="2"><c r="A2" t="str"><v>A</v></c><c r="C2" t="str"><v>B</v></c><c r="G2" t="str"><v>Fortrolig</v></c></row>)",
             .before = R"(<cols><col min="7" max="7" hidden="1"/></cols>)"}),
        ElementsAre(
            StartsWith(
                "mål.xlsx:Ark1!G2: error: 'Fortrolig' stands in a hidden column, and its row is shown"),
            HasSubstr("hidden columns are left out: G")));
}

TEST(Xlsx, FewerRowsThanAnnouncedAreTold) {
    EXPECT_THAT(
        saidOf({.rows = kHeadings + R"(<row r="2"><c r="A2" t="str"><v>A</v></c></row>)",
                .before = R"(<dimension ref="A1:E9"/>)"}),
        ElementsAre(AllOf(StartsWith("mål.xlsx:Ark1: warning: the sheet announces 9 rows and ends at row 2"),
                          HasSubstr("SID-X014"))));
}

TEST(Xlsx, FilesOfOtherProgramsAreTold) {
    EXPECT_THAT(saidOf(Parts{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}),
                ElementsAre(AllOf(HasSubstr("OpenDocument"), HasSubstr("save it as XLSX"))));
    EXPECT_THAT(saidOf(Parts{{"xl/workbook.bin", ""}}), ElementsAre(HasSubstr("XLSB")));
    EXPECT_THAT(saidOf(Parts{{"a.txt", "a"}}), ElementsAre(HasSubstr("SID-X001")));
}

TEST(Xlsx, DamagedFilesAreTold) {
    const Parts parts = partsOf({.rows = kHeadings});
    const std::string whole = zipped(parts);
    for (std::size_t size = 4; size < whole.size(); size += 37) {
        EXPECT_THAT(messagesOf(whole.substr(0, size), "mål.xlsx"), ElementsAre(HasSubstr("SID-X002")))
            << size;
    }
    EXPECT_THAT(
        saidOf(replaced(
            parts, "xl/worksheets/sheet1.xml",
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>")),
        ElementsAre(
            AllOf(StartsWith("mål.xlsx: error: part 'xl/worksheets/sheet1.xml' is not well formed, line 1"),
                  HasSubstr("SID-X005"))));
    Parts fewer = parts;
    fewer.pop_back();
    EXPECT_THAT(saidOf(fewer), ElementsAre(HasSubstr("part 'xl/worksheets/sheet1.xml' is missing")));
    EXPECT_THAT(saidOf(WorkbookText{.rows = R"(<row><c t="s"><v>7</v></c></row>)"}),
                ElementsAre(HasSubstr("text '7' in A1, of 0 texts")));
    EXPECT_THAT(saidOf(WorkbookText{.rows = R"(<row r="2"/><row r="1"/>)"}),
                ElementsAre(HasSubstr("out of their order")));
    EXPECT_THAT(saidOf(WorkbookText{.rows = R"(<row r="2"><c r="XFE2"/></row>)"}),
                ElementsAre(HasSubstr("'XFE2'")));
    EXPECT_THAT(saidOf(WorkbookText{.rows = R"(<c><v>1</v></c>)"}),
                ElementsAre(HasSubstr("a cell '' in row 0")));
    EXPECT_THAT(
        saidOf(replaced(
            parts, "xl/worksheets/sheet1.xml",
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            "<row><c><v>&a;</v></c></row><another><name/></another>")),
        ElementsAre(HasSubstr("is not well formed, line 1")));
    EXPECT_THAT(saidOf(WorkbookText{.rows = R"(<row r="9999999"/>)"}), ElementsAre(HasSubstr("row 9999999")));
}

TEST(Xlsx, EntitiesAreNotFollowed) {
    const Parts parts = partsOf({.rows = kHeadings});
    const std::string sheet =
        "<!DOCTYPE worksheet [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>";
    EXPECT_THAT(saidOf(replaced(parts, "xl/worksheets/sheet1.xml", sheet)),
                ElementsAre(HasSubstr("SID-X006")));
    EXPECT_THAT(saidOf(WorkbookText{.rows = "<row><c><v>&a;</v></c></row>"}),
                ElementsAre(HasSubstr("SID-X005")));
}

TEST(Xlsx, LimitsHoldWhateverTheArchiveAnnounces) {
    Parts parts = partsOf({.rows = kHeadings});
    EXPECT_THAT(
        saidOf(partsOf({.rows = std::string(8u << 20, ' ')})),
        ElementsAre(AllOf(HasSubstr("unpacks to more than 200 times its size"), HasSubstr("SID-X003"))));
    EXPECT_THAT(saidOf(parts, {.unpacked = 1000}), ElementsAre(HasSubstr("unpacks to more than the limit")));
    EXPECT_THAT(saidOf(parts, {.parts = 3}), ElementsAre(HasSubstr("more parts than the limit of 3")));
    EXPECT_THAT(saidOf(parts, {.cells = 3}),
                ElementsAre(StartsWith("mål.xlsx:Ark1!D1: error: more than the limit of 3 cells")));
    parts.emplace_back("../../ud.txt", "x");
    EXPECT_THAT(saidOf(parts), ElementsAre(HasSubstr("SID-X004")));
}

TEST(Xlsx, EscapesOfCharactersAreResolved) {
    EXPECT_EQ(cellsOf({.rows = R"(<row r="1"><c r="A1" t="str"><v>a_x000A_b_x005F_x000A_</v></c></row>)"}),
              "A1 text a\nb_x000A_\n");
}

} // namespace
} // namespace sidetal::test
