#pragma once

#include <functional>
#include <map>
#include <string>

namespace sidetal {

/// The numbers that goals of the last period have now, by those that they had: a catalogue's own table. What
/// is not in it has kept its number.
using Renumbering = std::map<std::string, std::string, std::less<>>;

} // namespace sidetal
