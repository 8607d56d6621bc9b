#pragma once

#include "Batch/InputReading.h"
#include "sidetal/Batch/Batch.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace sidetal::batch {

/// An input whose files are being made, shared by the threads that make them.
struct OpenInput {
    std::uint32_t index = 0;   ///< in the plan
    std::size_t next = 0;      ///< the task that is given out next
    std::size_t end = 0;       ///< past its last one
    std::size_t beingMade = 0; ///< how many threads are at work on it
    bool isLarge = false;
    bool isRead = false;
    bool isToldOf = false; ///< what reading it found was told (the runner's)
    ReadInput read{};
};

/// Says which thread does what next, so that memory stays bounded: no more inputs are open than there are
/// threads, one large one at most; and so that none is idle: who finds no input left helps with one that is
/// open. An input is read once.
class Schedule {
  public:
    Schedule(const BatchPlan& plan, std::uint64_t largeInput);

    /// A task for a thread.
    struct Turn {
        std::shared_ptr<OpenInput> input;
        std::size_t task = 0; ///< index in the plan
    };

    /// The next task, its input read by `read`, which this may call; waits where others have to get on first.
    /// Nothing once there is nothing left, or after end(). `last`: the input of the thread's last task, with
    /// which it goes on, so that files of one input and settings are made in a row; null: none.
    [[nodiscard]] std::optional<Turn> next(const std::function<ReadInput(std::uint32_t)>& read,
                                           const OpenInput* last = nullptr);
    /// The task was done.
    void done(const Turn& turn);
    /// No task is given out any more.
    void end();

  private:
    [[nodiscard]] std::shared_ptr<OpenInput> openNext();
    [[nodiscard]] std::optional<Turn> take(const std::shared_ptr<OpenInput>& input);
    [[nodiscard]] std::optional<Turn> help();

    std::mutex guard_;
    std::condition_variable changed_;
    std::deque<OpenInput> waiting_;      ///< of usual size
    std::deque<OpenInput> waitingLarge_; ///< one after the other
    std::vector<std::shared_ptr<OpenInput>> open_;
    bool hasLarge_ = false;
    bool ended_ = false;
};

} // namespace sidetal::batch
