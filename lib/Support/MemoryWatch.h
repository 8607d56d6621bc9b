#pragma once

#include <cerrno>
#include <new>

namespace sidetal {

/// Watches a step of a C library for allocations that fail. HarfBuzz, libxml2 and ICU in places go on without
/// what they did not get and give something else than they were asked for, or an error of another name;
/// malloc() then leaves ENOMEM in errno (POSIX.1-2017, malloc), which none of them touches again. Watches may
/// stand within each other.
class MemoryWatch {
  public:
    MemoryWatch()
        : before_(errno) {
        errno = 0;
    }
    ~MemoryWatch() { errno = errno == ENOMEM ? ENOMEM : before_; }
    MemoryWatch(const MemoryWatch&) = delete;
    MemoryWatch& operator=(const MemoryWatch&) = delete;

    /// True where an allocation of this thread failed since the watch began.
    [[nodiscard]] bool failed() const { return errno == ENOMEM; }
    /// Throws bad_alloc where one did.
    void check() const {
        if (failed()) {
            throw std::bad_alloc();
        }
    }

  private:
    int before_; ///< what another watch, around this one, has seen
};

/// Runs a step and returns what it does; bad_alloc where an allocation failed in it, whatever it throws then.
template <class Step>
auto watchingMemory(const Step& step) {
    const MemoryWatch memory;
    try {
        auto result = step();
        memory.check();
        return result;
    } catch (...) {
        memory.check();
        throw;
    }
}

} // namespace sidetal
