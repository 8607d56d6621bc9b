#pragma once

#include "Model/Fields/Visit.h"

#include "sidetal/Model/RichText.h"
#include "sidetal/Support/Diagnostic.h"

namespace sidetal::model {

/// Checks what must hold of a text's blocks and of all that they hold; what it finds is told at `place` and
/// at places within it.
void checkTexts(const RichText& text, const Place& place, Diagnostics& diagnostics);

} // namespace sidetal::model
