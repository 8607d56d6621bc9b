#pragma once

#include "Compose/Paper.h"

namespace sidetal {

/// Appends the fact block (Mødedato, Mødested …), as the style has it: a table of two columns, or a list.
void addFacts(const Paper& paper);

/// "15.00-17.00", of what is known of it.
[[nodiscard]] std::string meetingTime(const Paper& paper);

} // namespace sidetal
