#include "Batch/ParallelFor.h"

#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace sidetal::batch {

void inThreads(unsigned threads, const std::function<void(unsigned)>& work) {
    std::exception_ptr failure;
    std::mutex guard;
    const auto guarded = [&](unsigned number) {
        try {
            work(number);
        } catch (...) {
            const std::lock_guard lock(guard);
            failure = failure ? failure : std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        others.reserve(threads);
        for (unsigned number = 1; number < threads; ++number) {
            others.emplace_back(guarded, number);
        }
        guarded(0);
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
}

void parallelFor(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next = 0;
    inThreads(threads, [&](unsigned) {
        for (std::size_t i = next++; i < count; i = next++) {
            work(i);
        }
    });
}

} // namespace sidetal::batch
