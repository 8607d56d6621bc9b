#pragma once

#include <cstddef>
#include <functional>

namespace sidetal::batch {

/// Runs `work` in `threads` threads, among them this one, each with its number from 0. What one of them
/// throws, the first of several, is thrown once all have ended.
void inThreads(unsigned threads, const std::function<void(unsigned)>& work);

/// Calls `work` for each number below `count`, in `threads` threads.
void parallelFor(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

} // namespace sidetal::batch
