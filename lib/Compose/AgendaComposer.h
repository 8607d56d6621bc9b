#pragma once

#include "Compose/Context.h"

#include "sidetal/Model/MeetingPaper.h"

#include <span>
#include <string>

namespace sidetal {

/// Appends the blocks and nodes of an agenda or of minutes: title, fact block, sender block, items with their
/// `numbers` (NumberedDocument); the body's column is the look's. Warns of headings too deep for the file's
/// tags (SID-C007).
void composeAgenda(Context& context, const MeetingPaper& agenda, std::span<const std::string> numbers,
                   const AgendaStyle& look, Diagnostics& diagnostics);

} // namespace sidetal
