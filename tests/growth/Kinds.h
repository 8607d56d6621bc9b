#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace sidetal::growth {

/// What is done with a document.
enum class Stage {
    Read,  ///< readDocument()
    Style, ///< readStyleSheet()
    Check, ///< read, then all that render() does but writing the file
    Lint,  ///< read, then lintMessages()
    Sheet, ///< a spreadsheet as a goal matrix
};

/// Something that a document can have any amount of, by which time must grow no faster than its bytes.
struct Kind {
    const char* name;
    std::string (*make)(std::size_t bytes); ///< a document of about so many bytes; right or faulty
    std::size_t most = 64u << 20; ///< bytes up to which it is measured: the limit, or what takes minutes
    Stage stage = Stage::Read;
};

[[nodiscard]] std::span<const Kind> kinds();

} // namespace sidetal::growth
