#pragma once

#include "sidetal/Batch/BatchHost.h"
#include "sidetal/Export.h"

namespace sidetal {

/// A host that reads files of the disk, at most 64 MB each: pictures, and what styles and policies are based
/// on, from the folder of the file that names them, in it or below; what leads out of there is refused.
/// Supplements go on from their main agendas. Spreadsheets are not read, the date and the clock are left to
/// the caller. Faults: SID-B050 a file cannot be read, SID-B051 a main agenda cannot.
[[nodiscard]] SIDETAL_API BatchHost fileBatchHost();

} // namespace sidetal
