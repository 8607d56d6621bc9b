#include "support/Workbooks.h"

#include <zip.h>

#include <memory>
#include <stdexcept>

namespace sidetal::test {

namespace {

constexpr const char* kTransitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* kStrict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const std::string kPackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '"' ? "&quot;" : std::string(1, c);
    }
    return out;
}

std::string relation(const std::string& id, const std::string& type, const std::string& target, bool strict) {
    const std::string base = strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
                                    : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    return "<Relationship Id=\"" + id + "\" Type=\"" + base + type + "\" Target=\"" + target + "\"/>";
}

std::string relations(const std::string& inner) {
    return "<Relationships xmlns=\"" + kPackageRelations + "\">" + inner + "</Relationships>";
}

std::string stylesOf(const WorkbookText& workbook, const std::string& space) {
    std::string formats;
    std::string cells = "<xf numFmtId=\"0\"/>";
    for (std::size_t i = 0; i < workbook.formats.size(); ++i) {
        const std::string id = std::to_string(164 + i);
        formats += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + escaped(workbook.formats[i]) + "\"/>";
        cells += "<xf numFmtId=\"" + id + "\"/>";
    }
    return "<styleSheet xmlns=\"" + space + "\"><numFmts>" + formats +
           "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
           "</cellStyleXfs><cellXfs>" +
           cells + "</cellXfs></styleSheet>";
}

} // namespace

std::string zipped(const Parts& parts) {
    zip_error_t error{};
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> buffer(
        zip_source_buffer_create(nullptr, 0, 0, &error), zip_source_free);
    zip_source_keep(buffer.get());
    std::unique_ptr<zip_t, decltype(&zip_discard)> archive(
        zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &error), zip_discard);
    if (archive == nullptr) {
        zip_source_free(buffer.get()); // which it would have owned
        throw std::runtime_error("no archive");
    }
    for (const auto& [name, content] : parts) {
        zip_source_t* source = zip_source_buffer(archive.get(), content.data(), content.size(), 0);
        if (zip_file_add(archive.get(), name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0) {
            zip_source_free(source);
            throw std::runtime_error("no part");
        }
    }
    if (zip_close(archive.get()) != 0) {
        throw std::runtime_error("not written");
    }
    (void)archive.release(); // zip_close() has ended it
    zip_source_open(buffer.get());
    zip_source_seek(buffer.get(), 0, SEEK_END);
    std::string out(static_cast<std::size_t>(zip_source_tell(buffer.get())), '\0');
    zip_source_seek(buffer.get(), 0, SEEK_SET);
    zip_source_read(buffer.get(), out.data(), out.size());
    zip_source_close(buffer.get());
    return out;
}

Parts partsOf(const WorkbookText& workbook) {
    const std::string space = workbook.strict ? kStrict : kTransitional;
    const bool strict = workbook.strict;
    std::string texts;
    for (const std::string& text : workbook.texts) {
        texts += "<si>" + text + "</si>";
    }
    return {
        {"_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml", strict))},
        {"xl/workbook.xml",
         "<workbook xmlns=\"" + space + "\" xmlns:r=\"r\"><workbookPr" +
             (workbook.from1904 ? " date1904=\"1\"" : "") +
             "/><sheets><sheet name=\"Ark1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         relations(relation("rId1", "worksheet", "worksheets/sheet1.xml", strict) +
                   relation("rId2", "sharedStrings", "/xl/sharedStrings.xml", strict) +
                   relation("rId3", "styles", "styles.xml", strict))},
        {"xl/sharedStrings.xml", "<sst xmlns=\"" + space + "\">" + texts + "</sst>"},
        {"xl/styles.xml", stylesOf(workbook, space)},
        {"xl/worksheets/sheet1.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"" + space +
                                         "\">" + workbook.before + "<sheetData>" + workbook.rows +
                                         "</sheetData>" + workbook.after + "</worksheet>"},
    };
}

std::string rowsOf(std::string_view table) {
    std::string out;
    std::size_t row = 1;
    for (std::size_t at = 0; at < table.size(); ++row) {
        const std::size_t end = std::min(table.find('\n', at), table.size());
        out += "<row r=\"" + std::to_string(row) + "\">";
        std::size_t column = 0;
        for (std::size_t from = at; from <= end; ++column) {
            const std::size_t to = std::min(table.find('|', from), end);
            if (to > from) {
                out += "<c r=\"" + std::string(1, static_cast<char>('A' + column)) + std::to_string(row) +
                       "\" t=\"inlineStr\"><is><t>" + escaped(table.substr(from, to - from)) +
                       "</t></is></c>";
            }
            from = to + 1;
        }
        out += "</row>";
        at = end + 1;
    }
    return out;
}

} // namespace sidetal::test
