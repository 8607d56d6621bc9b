#pragma once

#include <fstream>
#include <string>
#include <string_view>

namespace sidetal::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kMemoryIsOurs =
    false; ///< the sanitizers keep what is freed, and use as much themselves
#else
inline constexpr bool kMemoryIsOurs = true;
#endif

/// A figure of this process in kilobytes, as proc(5) has it: "VmRSS" what is resident, "VmHWM" its peak; 0
/// where there is none.
inline long memoryKilobytes(std::string_view figure) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(figure)) {
            return std::stol(line.substr(figure.size() + 1));
        }
    }
    return 0;
}

/// The peak of this process's resident memory while `work` runs, in megabytes.
template <typename Work>
double peakMegabytes(Work work) {
    std::ofstream("/proc/self/clear_refs") << '5'; // forget the peak there was
    work();
    return static_cast<double>(memoryKilobytes("VmHWM")) / 1024;
}

} // namespace sidetal::test
