#include "sidetal/Documents/AccessName.h"

#include "Documents/AccessWords.h"

namespace sidetal {

bool mayNameAccess(std::string_view name) {
    return input::mayMeanAccess(name);
}

bool maySayClosed(std::string_view value) {
    return input::saysClosed(value);
}

} // namespace sidetal
