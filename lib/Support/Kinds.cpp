#include "Support/Kinds.h"

namespace sidetal {

std::string_view kindName(DocumentKind kind) {
    return rowOf(kind).word;
}

} // namespace sidetal
