#pragma once

#include <csignal>
#include <functional>
#include <thread>

namespace sidetal::cli {

/// What a signal that asks for the end does while a batch runs, in a thread of its own and not in a handler.
class StopSignals {
  public:
    /// To be made before any other thread. `first` is called at the first signal, and says whether there is
    /// anything to be finished; `second` where there is not, at the next signal, or at SIGQUIT, and then the
    /// program ends.
    StopSignals(std::function<bool()> first, std::function<void()> second);
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    /// The first signal; 0 where there was none.
    [[nodiscard]] int signal() const { return signal_; }

  private:
    void watch();

    std::function<bool()> first_;
    std::function<void()> second_;
    sigset_t signals_{};
    int signalFd_ = -1;
    int endFd_ = -1;
    std::atomic<int> signal_ = 0;
    std::thread thread_;
};

} // namespace sidetal::cli
