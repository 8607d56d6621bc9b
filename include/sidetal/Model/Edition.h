#pragma once

#include <cstdint>

namespace sidetal {

/// Who an edition is for (Åben, Lukket, Samlet udgave); the default is the public's. Until editions are
/// built, a document that holds something closed is refused (SID-E001) unless the edition is Full.
enum class Edition : std::uint8_t { Public, Members, Full };

} // namespace sidetal
