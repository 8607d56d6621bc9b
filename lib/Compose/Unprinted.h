#pragma once

#include "Model/Fields/Visit.h"
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
    /// The field at `place` was met.
    void add(const model::Place& place);
    /// The value `name` of the field at `place` was met.
    void addValue(std::string_view name, const model::Place& place);

    /// A warning SID-C001 for each key, in the order in which they were met first, where the key stands if
    /// that is among `places`.
    void report(Diagnostics& diagnostics, const std::vector<KeyPlace>& places) const;

  private:
    struct Entry {
        std::string key;       ///< "status", "meeting.kind"
        std::string_view list; ///< of which objects: "goals"; empty for those that are no members of a list
        std::string path;
        SourcePos position;
        std::size_t count = 0;
    };
    bool isKnown(std::string_view key, std::string_view list);

    std::vector<Entry> entries_;
};

} // namespace sidetal
