#include "Pdf/PageCompressor.h"

#include "Pdf/Deflater.h"

#include <system_error>
#include <utility>

namespace sidetal {

PageCompressor::PageCompressor(bool wantsHelper, Output output)
    : output_(std::move(output)) {
    if (wantsHelper) {
        try {
            helper_ = std::jthread([this](const std::stop_token& stop) { help(stop); });
        } catch (const std::system_error&) { // too many threads: it goes as well with one
        }
    }
}

void PageCompressor::add(std::string_view contents) {
    if (!helper_.joinable()) {
        deflate(contents, slots_.front().packed);
        output_(slots_.front().packed.view());
        return;
    }
    if (end_ - first_ == kHeld) { // only this thread changes either
        giveOnFirst();
    }
    Slot& added = slot(end_);
    added.contents.clear();
    added.contents << contents;
    added.isDone = false;
    std::uint64_t waiting = 0;
    {
        const std::lock_guard lock(mutex_);
        waiting = ++end_ - next_;
    }
    if (waiting == kWorthWaking) {
        wake_.notify_one();
    }
}

void PageCompressor::finish() {
    wake_.notify_one();
    while (first_ < end_) {
        giveOnFirst();
    }
}

void PageCompressor::help(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (wake_.wait(lock, stop, [this] { return next_ < end_; }) && !stop.stop_requested()) {
        compressNext(lock);
    }
}

/// Takes the oldest page that waits, of which there must be one, and compresses it while others may hold the
/// lock.
void PageCompressor::compressNext(std::unique_lock<std::mutex>& lock) {
    Slot& taken = slot(next_++);
    lock.unlock();
    try {
        deflate(taken.contents.view(), taken.packed);
    } catch (...) {
        taken.failure = std::current_exception();
    }
    lock.lock();
    taken.isDone = true;
    done_.notify_one();
}

/// Compresses what waits until the oldest page is done, then gives that on.
void PageCompressor::giveOnFirst() {
    Slot& oldest = slot(first_);
    {
        std::unique_lock lock(mutex_);
        while (!oldest.isDone) {
            if (next_ < end_) {
                compressNext(lock);
            } else {
                done_.wait(lock);
            }
        }
    }
    ++first_;
    if (oldest.failure) {
        std::rethrow_exception(std::exchange(oldest.failure, nullptr));
    }
    output_(oldest.packed.view());
}

} // namespace sidetal
