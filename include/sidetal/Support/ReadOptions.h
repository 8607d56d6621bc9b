#pragma once

#include "sidetal/Support/ReadLimits.h"

#include <string>
#include <vector>

namespace sidetal {

/// How a document is read.
struct ReadOptions {
    ReadOptions() = default;
    /// The defaults but for the limits.
    ReadOptions(const ReadLimits& most) // NOLINT(google-explicit-constructor): limits alone are options
        : limits(most) {}

    ReadLimits limits;
    /// Unknown keys, to the letter (in XML the name without its prefix), that say nothing of who may see
    /// what, though they look it ("publicTransport"): each is then a warning as any unknown key, and what it
    /// holds is passed over.
    std::vector<std::string> acceptedKeys;
    /// Messages about something closed quote it, as they do anything else; false: they name its place, and
    /// what is wrong in general.
    bool quoteClosed = false;
};

} // namespace sidetal
