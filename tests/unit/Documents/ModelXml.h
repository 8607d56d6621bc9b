#pragma once

#include "sidetal/Model/Document.h"

#include <string>

namespace sidetal::input::testing {

/// The document as XML, all fields of the model's tables that are not default, in elements. Of its texts the
/// first paragraph alone, unmarked.
std::string toXml(const Document& document);

} // namespace sidetal::input::testing
