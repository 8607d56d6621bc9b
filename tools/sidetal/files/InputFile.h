#pragma once

#include <cstddef>
#include <string>

namespace sidetal::cli {

/// The name that stands for standard input and standard output on the command line.
inline constexpr const char* kStandard = "-";
/// The most bytes of a document or a style file: 64 MB.
inline constexpr std::size_t kMostInputBytes = std::size_t{64} << 20;

/// The bytes of a file, or of standard input for "-". Never reads more than `limit` bytes and one. Throws
/// Error: SID-R010 missing, SID-R011 not readable, SID-R012 a directory, SID-R013 empty, SID-R014 larger than
/// `limit`.
[[nodiscard]] std::string readInput(const std::string& name, std::size_t limit = kMostInputBytes);

/// How an input is called in messages: its name, "<standard input>" for "-".
[[nodiscard]] std::string inputName(const std::string& name);

} // namespace sidetal::cli
