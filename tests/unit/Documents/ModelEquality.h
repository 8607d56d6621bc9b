#pragma once

#include "sidetal/Model/Document.h"

namespace sidetal::input::testing {

/// True where both say the same, wherever it came from: each field of the model's tables, which have every
/// member (FieldsTest).
bool equal(const Document& a, const Document& b);

} // namespace sidetal::input::testing
