#pragma once

#include "Pdf/Buffer.h"

#include "Structure/DocumentInfo.h"

namespace sidetal {

/// Appends the file's XMP packet: title, language, producer and dates as the information dictionary has them,
/// PDF/UA-1, PDF/A-2a or, with an embedded file, PDF/A-3a, and the extension schema that PDF/A asks for with
/// PDF/UA (ISO 16684-1; ISO 19005-2, 6.6).
void appendXmp(Buffer& out, const DocumentInfo& info, bool embeds);

} // namespace sidetal
