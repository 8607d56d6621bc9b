#pragma once

#include <cstdint>

namespace sidetal {

/// Who an edition is for (Åben, Lukket, Samlet udgave); the default is the public's. What it shows of closed
/// things is said by a policy (EditionPolicy); the full edition shows all.
enum class Edition : std::uint8_t { Public, Members, Full };

} // namespace sidetal
