#pragma once

#include "sidetal/Batch/Batch.h"

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

namespace sidetal::cli {

/// Tells how far a batch is: on a terminal in one line that is written anew, else in a line every few
/// seconds; for programs as one JSON object a file, on standard output.
class Progress {
  public:
    enum class Form : std::uint8_t { None, Text, Json };
    explicit Progress(Form form);

    /// A file more; what has to be printed besides is printed by `print` meanwhile, the line out of its way.
    template <class Print>
    void tell(const BatchEvent& event, const Print& print) {
        const std::lock_guard lock(guard_);
        erase();
        print();
        show(event);
    }
    /// Prints words on a line of their own.
    void say(const std::string& words);
    /// The last line.
    void end(const BatchOutcome& outcome);

  private:
    using Clock = std::chrono::steady_clock;
    void erase();
    void show(const BatchEvent& event);
    [[nodiscard]] std::string line(const BatchProgress& progress, std::string_view input) const;

    Form form_;
    bool isTerminal_;
    bool isShown_ = false;
    Clock::time_point begun_ = Clock::now();
    Clock::time_point shown_ = begun_;
    std::mutex guard_;
};

/// A text as JSON: in quotes, bytes that are no UTF-8 as U+FFFD.
[[nodiscard]] std::string jsonText(std::string_view text);

} // namespace sidetal::cli
