#pragma once

#include "sidetal/Model/Document.h"

namespace sidetal::input::testing {

/// True where both say the same, wherever it came from. Written by hand over every member: a member that is
/// added to a type does not compile here until it is compared too.
bool equal(const Document& a, const Document& b);

} // namespace sidetal::input::testing
