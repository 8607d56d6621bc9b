#pragma once

#include "Support/JsonWriter.h"
#include "sidetal/Model/RichText.h"

namespace sidetal::input {

/// Writes a text as a string where that says all (paragraphs without markup, parted by blank lines), else as
/// {"html": "…"} in the profile that readHtmlFragment() reads: read again it is the same text.
void writeRichText(JsonWriter& json, const RichText& text);

} // namespace sidetal::input
