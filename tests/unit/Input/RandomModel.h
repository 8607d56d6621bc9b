#pragma once

#include "sidetal/Model/Document.h"

namespace sidetal::input::testing {

/// A random document, every member of every type now and then; the same for the same seed. Its texts are as a
/// reader gives them: white space collapsed, spans of one emphasis joined.
Document randomDocument(unsigned seed);

} // namespace sidetal::input::testing
