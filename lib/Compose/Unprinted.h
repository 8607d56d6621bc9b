#pragma once

#include "sidetal/Model/Common.h"

#include <string>
#include <string_view>
#include <vector>

namespace sidetal {

/// Remembers what a document holds and no page shows, so that nothing is lost in silence: one warning a key
/// of a kind of object ("status" of goals, "status" of initiatives), with the place where it is met first and
/// how often it is met again.
class Unprinted {
  public:
    /// `key` was met; `owner` is the path of the object that has it ("items[2]", or empty for the document),
    /// `position` the nearest place that the model knows.
    void add(std::string_view key, SourcePos position, std::string_view owner = {});

    /// A warning SID-C001 for each key, in the order in which they were met first, where the key stands if
    /// that is among `places`.
    void report(Diagnostics& diagnostics, const std::vector<KeyPlace>& places) const;

  private:
    struct Entry {
        std::string_view key;  ///< a literal
        std::string ownerKind; ///< "goals"
        std::string path;
        SourcePos position;
        std::size_t count = 0;
    };
    std::vector<Entry> entries_;
};

} // namespace sidetal
