#include "Sheets/Characters.h"
#include "Sheets/Package.h"
#include "Sheets/SheetPart.h"
#include "Sheets/WorkbookParts.h"
#include "sidetal/Sheets/Sheet.h"

#include <fmt/format.h>

namespace sidetal {

namespace {

using namespace sheets;

/// Files of other programs that are archives too.
void refuseOthers(Package& package) {
    if (package.has("mimetype")) {
        const bool isSheet = package.begins("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        throw Error("SID-X001",
                    isSheet ? "an OpenDocument spreadsheet (ODS), expected XLSX or CSV: save it as XLSX"
                            : "no workbook, expected XLSX or CSV");
    }
    if (package.has("xl/workbook.bin")) {
        throw Error("SID-X001", "a binary workbook (XLSB), expected XLSX or CSV: save it as XLSX");
    }
}

[[nodiscard]] std::string workbookPart(Package& package) {
    const Relations relations = readRelations(package, "");
    const auto found = relations.byType.find("officeDocument");
    std::string part = found == relations.byType.end() ? std::string("xl/workbook.xml") : found->second;
    if (found == relations.byType.end() && !package.has(part)) {
        throw Error("SID-X001", "an archive that is no workbook, expected XLSX or CSV");
    }
    if (part.starts_with("word/") || part.starts_with("ppt/")) {
        throw Error("SID-X001", "a document that is no workbook, expected XLSX or CSV");
    }
    return part;
}

[[nodiscard]] WorkbookTables readTables(Package& package, const Relations& relations, bool from1904) {
    WorkbookTables out;
    out.from1904 = from1904;
    if (const auto texts = relations.byType.find("sharedStrings"); texts != relations.byType.end()) {
        out.texts = readSharedTexts(package, texts->second);
    }
    if (const auto styles = relations.byType.find("styles"); styles != relations.byType.end()) {
        out.formats = readFormats(package, styles->second);
    }
    return out;
}

void readSheet(Package& package, const Relations& relations, const WorkbookTables& tables,
               const ListedSheet& listed, Sheet& sheet, Diagnostics& diagnostics) {
    const auto part = relations.byId.find(listed.id);
    if (part == relations.byId.end()) {
        throw Error("SID-X005", fmt::format("the part of sheet {} is missing, expected a whole workbook",
                                            inQuoteMarks(listed.name)));
    }
    sheet.name = listed.name;
    sheet.hidden = listed.hidden;
    if (listed.hidden) {
        diagnostics.warning("SID-X013", "this sheet is hidden and left out", SourcePos{0, 0, sheet.source});
        return;
    }
    SheetPart handler(tables, package.limits(), diagnostics, sheet);
    readPart(package.open(part->second), handler);
    handler.finish();
}

[[nodiscard]] Workbook readPackage(std::string_view bytes, const std::string& name, Diagnostics& diagnostics,
                                   const SheetLimits& limits) {
    Package package(bytes, limits);
    refuseOthers(package);
    const std::string part = workbookPart(package);
    const Relations relations = readRelations(package, part);
    const WorkbookList list = readWorkbookList(package, part);
    Workbook out;
    for (const ListedSheet& listed : list.sheets) {
        out.sources.push_back({name, listed.name});
    }
    if (list.sheets.empty()) {
        throw Error("SID-X005", "the workbook has no sheets");
    }
    diagnostics.setSources(out.sources);
    const WorkbookTables tables = readTables(package, relations, list.from1904);
    out.sheets.resize(list.sheets.size());
    for (std::size_t i = 0; i < list.sheets.size(); ++i) {
        out.sheets[i].source = static_cast<std::uint32_t>(i);
        readSheet(package, relations, tables, list.sheets[i], out.sheets[i], diagnostics);
    }
    return out;
}

} // namespace

Workbook readXlsx(std::string_view bytes, const std::string& name, Diagnostics& diagnostics,
                  const SheetLimits& limits) {
    diagnostics.setFile(name);
    if (bytes.size() > limits.bytes) {
        diagnostics.error("SID-X011", fmt::format("larger than the limit of {} MB", limits.bytes >> 20));
        diagnostics.throwIfErrors();
    }
    try {
        Workbook out = readPackage(bytes, name, diagnostics, limits);
        diagnostics.throwIfErrors();
        return out;
    } catch (const Error& error) {
        if (diagnostics.hasErrors()) {
            throw;
        }
        // Of the file as a whole: of no sheet.
        diagnostics.setFile(name);
        for (const Diagnostic& diagnostic : error.diagnostics()) {
            diagnostics.add(diagnostic);
        }
        diagnostics.throwIfErrors();
        throw;
    }
}

} // namespace sidetal
