#include "Sheets/Characters.h"
#include "Sheets/FormulaGuard.h"
#include "Sheets/MatrixExample.h"
#include "Sheets/MatrixTable.h"
#include "Sheets/Package.h"
#include "Sheets/ReadBack.h"
#include "Sheets/Words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <zip.h>

#include <new>

namespace sidetal {

namespace {

using namespace sheets;

[[nodiscard]] std::string xmlText(std::string_view text) {
    std::string out;
    for (const char c : text) {
        out += c == '&'   ? "&amp;"
               : c == '<' ? "&lt;"
               : c == '>' ? "&gt;"
               : c == '"' ? "&quot;"
                          : std::string(1, c);
    }
    return out;
}

/// Days from 1899-12-30, as workbooks count them.
[[nodiscard]] int dayNumber(Date date) {
    const int shifted = date.month <= 2 ? 1 : 0;
    const int year = date.year - shifted;
    const int era = year / 400;
    const int yearOfEra = year - era * 400;
    const int dayOfYear = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    return era * 146'097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719'468 + 25'569;
}

/// Cell styles of our workbooks.
enum class CellStyle : std::uint8_t { Plain, Heading, Wrapped, Text, Date };

[[nodiscard]] std::string xlsxCell(std::size_t row, std::size_t column, std::string_view text,
                                   CellStyle style) {
    if (text.empty()) {
        return {};
    }
    return fmt::format(R"(<c r="{}{}" s="{}" t="inlineStr"><is><t xml:space="preserve">{}</t></is></c>)",
                       columnLetters(static_cast<std::uint32_t>(column)), row, static_cast<int>(style),
                       xmlText(text.starts_with('\'') ? guarded(text) : std::string(text)));
}

[[nodiscard]] bool isDateField(Field field) {
    return field == Field::Deadline || field == Field::Measured;
}

[[nodiscard]] std::string xlsxField(std::size_t row, std::size_t column, Field field,
                                    const std::string& text) {
    const auto date = isDateField(field) ? parseDate(text) : std::nullopt;
    if (date && dayNumber(*date) > 60) {
        return fmt::format(R"(<c r="{}{}" s="{}"><v>{}</v></c>)",
                           columnLetters(static_cast<std::uint32_t>(column)), row,
                           static_cast<int>(CellStyle::Date), dayNumber(*date));
    }
    return xlsxCell(row, column, text, field == Field::Number ? CellStyle::Text : CellStyle::Wrapped);
}

/// The words that a column takes, for a list to choose from; none: any.
[[nodiscard]] std::vector<std::string_view> choicesOf(Field field, SheetLanguage language) {
    switch (field) {
    case Field::Status:
    case Field::InitiativeStatus:
        return {wordOf(GoalStatus::Reached, language), wordOf(GoalStatus::OnTrack, language),
                wordOf(GoalStatus::Partly, language), wordOf(GoalStatus::NotReached, language),
                wordOf(GoalStatus::NotAssessed, language)};
    case Field::Trend:
        return {wordOf(Trend::Up, language), wordOf(Trend::Level, language), wordOf(Trend::Down, language)};
    case Field::Better:
        return {wordOf(Indicator::Better::Higher, language), wordOf(Indicator::Better::Lower, language)};
    case Field::Prioritised:
        return {"x"};
    default:
        return {};
    }
}

/// Lists to choose from below the headings, and below the rows as far as a thousand more; another word is
/// refused.
[[nodiscard]] std::string validationsXml(const MatrixTable& table) {
    constexpr std::size_t kMore = 1'000;
    std::string out;
    std::size_t count = 0;
    const std::size_t first = headingRow(table) + 1;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto words = choicesOf(table.columns[i], table.language);
        if (words.empty()) {
            continue;
        }
        ++count;
        out += fmt::format(
            R"(<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="{0}" error="{6}: {1}" sqref="{2}{3}:{2}{4}"><formula1>"{5}"</formula1></dataValidation>)",
            headingOf(table.columns[i], table.language), fmt::join(words, ", "),
            columnLetters(static_cast<std::uint32_t>(i + 1)), first, first + table.rows.size() + kMore,
            fmt::join(words, ","), table.language == SheetLanguage::English ? "Choose" : "Vælg");
    }
    return count == 0 ? out : fmt::format(R"(<dataValidations count="{}">{}</dataValidations>)", count, out);
}

[[nodiscard]] std::string widthsXml(const MatrixTable& table) {
    std::string out;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Field field = table.columns[i];
        const bool isLong = field == Field::Goal || field == Field::Description || field == Field::FollowUp;
        out += fmt::format(R"(<col min="{0}" max="{0}" width="{1}" customWidth="1"/>)", i + 1,
                           isLong                   ? 45
                           : field == Field::Number ? 8
                                                    : 22);
    }
    return out;
}

[[nodiscard]] std::string rowsXml(const MatrixTable& table) {
    std::string out;
    std::size_t row = 0;
    for (const auto& [label, value] : table.above) {
        ++row;
        out += fmt::format(R"(<row r="{}">{}{}</row>)", row, xlsxCell(row, 1, label, CellStyle::Plain),
                           xlsxCell(row, 2, value, CellStyle::Plain));
    }
    row = headingRow(table);
    out += fmt::format(R"(<row r="{}">)", row);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        out += xlsxCell(row, i + 1, headingOf(table.columns[i], table.language), CellStyle::Heading);
    }
    out += "</row>";
    for (const auto& values : table.rows) {
        ++row;
        out += fmt::format(R"(<row r="{}">)", row);
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            out +=
                xlsxField(row, i + 1, table.columns[i], values[static_cast<std::size_t>(table.columns[i])]);
        }
        out += "</row>";
    }
    return out;
}

/// The headings stay in sight.
[[nodiscard]] std::string viewXml(const MatrixTable& table) {
    return fmt::format(
        R"(<sheetViews><sheetView workbookViewId="0"><pane ySplit="{}" topLeftCell="A{}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>)",
        headingRow(table), headingRow(table) + 1);
}

[[nodiscard]] std::string sheetXml(const MatrixTable& table) {
    return R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>)" +
           viewXml(table) + "<cols>" + widthsXml(table) + "</cols><sheetData>" + rowsXml(table) +
           "</sheetData>" + validationsXml(table) +
           R"(<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>)";
}

using TextParts = std::vector<std::pair<const char*, std::string>>;

[[nodiscard]] TextParts workbookParts(const MatrixTable& table) {
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    const std::string relations =
        head + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    const std::string space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    return {
        {"[Content_Types].xml",
         head +
             R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType=")" +
             main + R"(sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType=")" +
             main + R"(worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType=")" + main +
             R"(styles+xml"/></Types>)"},
        {"_rels/.rels", relations + R"(<Relationship Id="rId1" Type=")" + types +
                            R"(/officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
        {"xl/workbook.xml", head + "<workbook xmlns=\"" + space + "\" xmlns:r=\"" + types +
                                R"("><sheets><sheet name=")" +
                                (table.language == SheetLanguage::English ? "Follow-up" : "Opfølgning") +
                                R"(" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         relations + R"(<Relationship Id="rId1" Type=")" + types +
             R"(/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type=")" + types +
             R"(/styles" Target="styles.xml"/></Relationships>)"},
        {"xl/styles.xml",
         head + "<styleSheet xmlns=\"" + space +
             R"("><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>)"},
        {"xl/worksheets/sheet1.xml", sheetXml(table)},
    };
}

struct SourceDeleter {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};

/// Throws std::bad_alloc: nothing else can go wrong in memory.
[[nodiscard]] std::string packed(const TextParts& parts) {
    constexpr zip_uint16_t kDay = 0x0021; // 1980-01-01: workbooks of one matrix are the same
    const auto expect = [](bool holds) {
        if (!holds) {
            throw std::bad_alloc();
        }
    };
    zip_error_t error{};
    std::unique_ptr<zip_source_t, SourceDeleter> buffer(zip_source_buffer_create(nullptr, 0, 0, &error));
    expect(buffer != nullptr);
    zip_source_keep(buffer.get());
    std::unique_ptr<zip, ZipDeleter> archive(zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &error));
    if (!archive) {
        zip_source_free(buffer.get());
    }
    expect(archive != nullptr);
    for (const auto& [name, content] : parts) {
        zip_source_t* source = zip_source_buffer(archive.get(), content.data(), content.size(), 0);
        expect(source != nullptr);
        const zip_int64_t index = zip_file_add(archive.get(), name, source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
        }
        expect(index >= 0);
        zip_file_set_dostime(archive.get(), static_cast<zip_uint64_t>(index), 0, kDay, 0);
    }
    expect(zip_close(archive.get()) == 0);
    (void)archive.release();
    expect(zip_source_open(buffer.get()) == 0 && zip_source_seek(buffer.get(), 0, SEEK_END) == 0);
    std::string out(static_cast<std::size_t>(zip_source_tell(buffer.get())), '\0');
    expect(zip_source_seek(buffer.get(), 0, SEEK_SET) == 0);
    const zip_int64_t got = zip_source_read(buffer.get(), out.data(), out.size());
    zip_source_close(buffer.get());
    expect(got >= 0 && static_cast<std::size_t>(got) == out.size());
    return out;
}

} // namespace

std::string writeMatrixXlsx(const GoalMatrix& matrix, Diagnostics& diagnostics) {
    const MatrixTable table = tableOf(matrix, diagnostics);
    std::string out = packed(workbookParts(table));
    checkReadBack(table, out, readXlsx, diagnostics);
    return out;
}

std::string newMatrixXlsx(std::string_view language) {
    return packed(workbookParts(exampleTable(language)));
}

} // namespace sidetal
