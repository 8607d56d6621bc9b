#pragma once

#include "Compose/Unprinted.h"

#include "sidetal/Model/Document.h"

namespace sidetal {

/// Notes what the document holds and no page shows yet, in the order of the model's tables
/// (lib/Model/Fields): keys and values that are not shown. What stands within one is not told apart from it.
/// `hasSender`: there is a block for the sender.
void noteUnprinted(Unprinted& unprinted, const Document& document, bool hasSender);

} // namespace sidetal
