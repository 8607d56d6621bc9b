#pragma once

#include "Documents/SchemaWriter.h"

namespace sidetal::input {

/// Writes the schema of a text in any of its forms (docs/agenda.md, "Texts"), and what that refers to.
void anyTextSchema(SchemaWriter& schema);

/// The same of a text that has to say something.
void filledTextSchema(SchemaWriter& schema);

} // namespace sidetal::input
