#pragma once

#include "sidetal/Support/DateTime.h"
#include "sidetal/Support/Diagnostic.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace sidetal::input {

/// A place in a document that was built in code, while its values are checked: each object and list on the
/// way to it is a Checker of its own, on the stack. Faults are errors SID-R003 with the path that the value
/// would have in a file.
class Checker {
  public:
    explicit Checker(Diagnostics& diagnostics)
        : diagnostics_(diagnostics) {}
    /// The member `key` of the object at `outer`.
    Checker(const Checker& outer, std::string_view key)
        : Checker(outer, key, 0) {}
    /// A member of the list at `outer`.
    Checker(const Checker& outer, std::size_t index)
        : Checker(outer, {}, index) {}

    /// What a file cannot hold: bytes that are no UTF-8, more combining marks on end than may be.
    void text(std::string_view value) const;
    void date(Date value) const;
    void time(TimeOfDay value) const;
    /// A number, or thousandths of one, outside of its range.
    void range(std::int64_t value, std::int64_t least, std::int64_t most) const;
    /// False, and an error, where objects are nested deeper than anything is meant to be.
    [[nodiscard]] bool mayGoDeeper() const;
    void error(std::string message) const;

  private:
    Checker(const Checker& outer, std::string_view key, std::size_t index)
        : diagnostics_(outer.diagnostics_)
        , outer_(&outer)
        , key_(key)
        , index_(index)
        , depth_(outer.depth_ + 1) {}
    void appendPath(std::string& path) const;

    Diagnostics& diagnostics_;
    const Checker* outer_ = nullptr;
    std::string_view key_; ///< empty: a member of a list
    std::size_t index_ = 0;
    unsigned depth_ = 0;
};

} // namespace sidetal::input
