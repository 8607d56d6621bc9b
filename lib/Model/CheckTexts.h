#pragma once

#include "Model/Fields/Visit.h"

#include "sidetal/Model/RichText.h"
#include "sidetal/Support/Diagnostic.h"

#include <cstdint>

namespace sidetal::model {

/// The largest part of the measure that a column of a text's table may ask for, in thousandths: ten times it.
inline constexpr std::int64_t kMostOfMeasure = 10'000;

/// The most columns of a row, those counted that spans from rows above it take; counting ends past
/// TextTable::kMostColumns.
[[nodiscard]] std::uint32_t countColumns(const TextTable& table);

/// Checks what must hold of a text's blocks and of all that they hold; what it finds is told at `place` and
/// at places within it.
void checkTexts(const RichText& text, const Place& place, Diagnostics& diagnostics);

} // namespace sidetal::model
