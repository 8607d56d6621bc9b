#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace sidetal {

/// Hands out stretches of T that stay where they are until clear(); memory is kept for the next round.
template <typename T>
class Arena {
  public:
    /// `count` value-initialised objects, side by side.
    [[nodiscard]] std::span<T> allocate(std::size_t count) {
        while (block_ < blocks_.size() && blocks_[block_].size - used_ < count) {
            ++block_;
            used_ = 0;
        }
        if (block_ == blocks_.size()) {
            const std::size_t size = std::max(kBlock, count);
            blocks_.push_back({std::make_unique<T[]>(size), size});
        }
        T* first = blocks_[block_].data.get() + used_;
        used_ += count;
        std::fill_n(first, count, T{});
        return {first, count};
    }

    /// Takes everything back. Blocks past `kept` go back to the system.
    void clear() {
        blocks_.resize(std::min(blocks_.size(), kKeptBlocks));
        block_ = 0;
        used_ = 0;
    }

  private:
    struct Block {
        std::unique_ptr<T[]> data;
        std::size_t size = 0;
    };
    static constexpr std::size_t kBlock = std::max<std::size_t>(1, 65536 / sizeof(T));
    static constexpr std::size_t kKeptBlocks = 64;

    std::vector<Block> blocks_;
    std::size_t block_ = 0;
    std::size_t used_ = 0;
};

} // namespace sidetal
