#pragma once

#include "files/OutputFile.h"

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "sidetal/Report.h"

namespace sidetal::cli {

/// Where a joined file goes, or its parts: each is written beside its name, and all get their names once all
/// are whole.
class JoinTarget {
  public:
    /// Parts of `name` "til-tryk.pdf" are "til-tryk-1.pdf" and so on. `inputs` are not written over. Throws
    /// Error: SID-R015 to SID-R017 and SID-R019, where they can be told before anything is made; SID-R023
    /// parts on standard output.
    JoinTarget(std::string name, bool inParts, std::vector<std::string> inputs);

    /// Begins a part; the one before is whole.
    [[nodiscard]] ByteSink open(std::uint32_t part);
    /// All are whole. Throws Error SID-R018.
    void commit();
    /// Files that are called as parts after the last one are: of an earlier call.
    [[nodiscard]] std::vector<std::string> laterParts() const;

    [[nodiscard]] std::string nameOf(std::uint32_t part) const;

  private:
    [[nodiscard]] OutputTarget resolved(std::uint32_t part) const;

    std::string name_;
    bool inParts_;
    std::vector<std::string> inputs_;
    std::vector<std::unique_ptr<OutputFile>> files_;
};

} // namespace sidetal::cli
