#include "Model/Fields/Visit.h"

#include <fmt/format.h>

namespace sidetal::model {

std::string Place::path() const {
    if (outer_ == nullptr) {
        return {};
    }
    std::string out = outer_->path();
    if (key_.empty()) {
        out += fmt::format("[{}]", index_);
    } else {
        out += out.empty() ? "" : ".";
        out += key_;
    }
    return out;
}

} // namespace sidetal::model
