#pragma once

#include "Structure/StructTree.h"

#include "sidetal/Model/RichText.h"

#include <string>

namespace sidetal {

/// An item's number in its list's own figures, without a point; those of 0, and Roman ones past 3999, are
/// decimal (CSS Counter Styles 6.1).
[[nodiscard]] std::string itemNumber(ListMarker marker, int number);

/// How a list that is marked so is labelled, for its tag.
[[nodiscard]] ListNumbering numberingOf(ListMarker marker);

} // namespace sidetal
