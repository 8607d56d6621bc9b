#include "sidetal/Sheets/Sheet.h"

#include <algorithm>
#include <string>

namespace sidetal {

namespace {

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kEmptyZip = "PK\x05\x06";
/// Compound File Binary: XLS, and any workbook with a password.
constexpr std::string_view kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

[[nodiscard]] bool isZip(std::string_view bytes) {
    return bytes.starts_with(kZip) || bytes.starts_with(kEmptyZip);
}

} // namespace

bool isSheetFile(std::string_view bytes, std::string_view name) {
    std::string ending(name.substr(name.size() - std::min<std::size_t>(name.size(), 4)));
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    return isZip(bytes) || bytes.starts_with(kOle) || ending == ".csv" || ending == ".tsv";
}

Workbook readSheets(std::string_view bytes, const std::string& name, Diagnostics& diagnostics,
                    const SheetLimits& limits) {
    if (isZip(bytes)) {
        return readXlsx(bytes, name, diagnostics, limits);
    }
    if (bytes.starts_with(kOle)) {
        diagnostics.setFile(name);
        // "EncryptedPackage" in UTF-16: the name of the stream that holds the workbook.
        std::string encrypted;
        for (const char c : std::string_view("EncryptedPackage")) {
            encrypted += {c, '\0'};
        }
        diagnostics.error("SID-X001",
                          bytes.find(encrypted) != std::string_view::npos
                              ? "the workbook is protected with a password, expected one without: save "
                                "it as XLSX, with no password to open it"
                              : "a workbook of an old kind (XLS), expected XLSX or CSV: save it as XLSX");
        diagnostics.throwIfErrors();
    }
    return readCsv(bytes, name, diagnostics, limits);
}

} // namespace sidetal
