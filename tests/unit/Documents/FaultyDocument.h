#pragma once

#include <string>

namespace sidetal::input::testing {

/// One document in both formats.
struct BothFormats {
    std::string json;
    std::string xml;
    std::string faults; ///< what was done to it, in words
};

/// A random document (RandomModel.h) with up to `faults` faults of kinds that both formats can have; the same
/// for the same seed. What only one format can have (lib/Documents/README.md, "JSON and XML") is not among
/// them.
BothFormats faultyDocument(unsigned seed, int faults);

} // namespace sidetal::input::testing
