#pragma once

#include "Compose/Context.h"

#include "sidetal/Model/Agenda.h"

namespace sidetal {

/// Appends an agenda's blocks and nodes: title, fact block, sender block, items; the body's column is the
/// look's. Warns of headings too deep for the file's tags (SID-C007).
void composeAgenda(Context& context, const Agenda& agenda, const AgendaStyle& look, Diagnostics& diagnostics);

} // namespace sidetal
