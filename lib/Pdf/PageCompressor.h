#pragma once

#include "Pdf/Buffer.h"

#include <array>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>

namespace sidetal {

/// Compresses the contents of pages and gives them on in the order in which they came, each as it would have
/// come out alone. With a helper a second thread compresses what waits, while the calling one goes on
/// painting; when kHeld pages are held the calling thread compresses too. All giving on, and all throwing,
/// happens in the calling thread. What the two share is guarded by `mutex_`; a slot that has been taken
/// belongs to the thread that took it until it is done.
class PageCompressor {
  public:
    /// Takes a page's compressed contents, valid during the call; what it throws passes through add() and
    /// finish().
    using Output = std::function<void(std::string_view)>;

    /// Where the system has no thread to give, there is no helper.
    PageCompressor(bool wantsHelper, Output output);
    PageCompressor(const PageCompressor&) = delete;
    PageCompressor& operator=(const PageCompressor&) = delete;

    /// Takes the contents of the next page.
    void add(std::string_view contents);
    /// Gives on what is held.
    void finish();

  private:
    static constexpr std::size_t kHeld = 32;
    /// How many pages wait before the helper is woken: waking costs as much as half a page.
    static constexpr std::uint64_t kWorthWaking = 8;

    struct Slot {
        Buffer contents;
        Buffer packed;
        std::exception_ptr failure;
        bool isDone = false;
    };

    void help(const std::stop_token& stop);
    void compressNext(std::unique_lock<std::mutex>& lock);
    void giveOnFirst();
    [[nodiscard]] Slot& slot(std::uint64_t page) { return slots_[page % kHeld]; }

    Output output_;
    std::array<Slot, kHeld> slots_;
    std::uint64_t first_ = 0; ///< the oldest page held; the calling thread's alone
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::condition_variable_any done_;
    std::uint64_t next_ = 0; ///< the oldest page that nobody has taken
    std::uint64_t end_ = 0;  ///< one past the newest page
    std::jthread helper_;    ///< last: it ends before what it uses does
};

} // namespace sidetal
