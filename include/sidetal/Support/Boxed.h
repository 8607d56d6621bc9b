#pragma once

#include <memory>
#include <utility>

namespace sidetal {

/// A value that is kept apart from what holds it, so that what is rare costs no more than a pointer where it
/// is not: copied and compared with the value, empty by default and after it was moved from.
template <class T>
class Boxed {
  public:
    Boxed() = default;
    Boxed(T value)
        : value_(std::make_unique<T>(std::move(value))) {}
    Boxed(const Boxed& other)
        : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
    Boxed(Boxed&&) noexcept = default;
    Boxed& operator=(const Boxed& other) {
        value_ = other.value_ ? std::make_unique<T>(*other.value_) : nullptr;
        return *this;
    }
    Boxed& operator=(Boxed&&) noexcept = default;
    ~Boxed() = default;

    [[nodiscard]] explicit operator bool() const { return value_ != nullptr; }
    /// The value; there must be one.
    [[nodiscard]] T& operator*() { return *value_; }
    [[nodiscard]] const T& operator*() const { return *value_; }
    [[nodiscard]] T* operator->() { return value_.get(); }
    [[nodiscard]] const T* operator->() const { return value_.get(); }

    /// Both empty, or both with equal values.
    friend bool operator==(const Boxed& a, const Boxed& b) {
        return a.value_ == nullptr || b.value_ == nullptr ? a.value_ == b.value_ : *a.value_ == *b.value_;
    }

  private:
    std::unique_ptr<T> value_;
};

} // namespace sidetal
