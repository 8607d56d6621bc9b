#pragma once

#include "Sheets/MatrixTable.h"

#include <string_view>

namespace sidetal::sheets {

/// Reads a sheet that was written back, and tells what of it would be read as something else (SID-X033): a
/// text such as "do.", which means the same as above, or a list that was typed as lines. `read` is readCsv()
/// or readXlsx().
void checkReadBack(const MatrixTable& written, std::string_view bytes, decltype(readCsv)& read,
                   Diagnostics& diagnostics);

} // namespace sidetal::sheets
