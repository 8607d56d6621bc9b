#pragma once

#include "Compose/Context.h"

#include "sidetal/Model/Agenda.h"

namespace sidetal {

/// Notes the keys of an agenda that are read and that no page shows yet.
void noteUnprintedKeys(Context& context, const Agenda& agenda);

} // namespace sidetal
