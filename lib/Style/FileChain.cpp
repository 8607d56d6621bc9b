#include "Style/FileChain.h"

#include "Support/FileNames.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sidetal {

FileChain::Base FileChain::add(std::string_view base, const StyleLoader& load) {
    const std::string file = resolvedName(files_.back(), base);
    const bool again = std::find(files_.begin(), files_.end(), file) != files_.end();
    files_.push_back(file);
    if (again || files_.size() > most_) {
        return {again ? Outcome::Again : Outcome::TooMany, {}, {}};
    }
    StyleFile loaded = load(file);
    const Outcome outcome = loaded.fault.empty() ? Outcome::Loaded : Outcome::Fault;
    return {outcome, std::move(loaded.bytes), std::move(loaded.fault)};
}

std::vector<std::string> FileChain::names() const {
    std::vector<std::string> out;
    std::transform(files_.begin(), files_.end(), std::back_inserter(out),
                   [&](const std::string& file) { return shown(file); });
    return out;
}

} // namespace sidetal
