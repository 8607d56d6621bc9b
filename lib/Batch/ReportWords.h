#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace sidetal::batch {

/// The words of a report of a batch in one language. `{}` stands for a number, or for what its comment says.
struct ReportWords {
    std::string_view language; ///< BCP 47
    std::string_view title;
    std::string_view job, folder, part, ended, stopped, program;
    std::string_view partOf; ///< a number of another one
    std::string_view moment; ///< day, month, year, hour, minute
    std::string_view planned, plannedOne;
    std::string_view made, kept, failed, left; ///< a number of files
    std::string_view overview, failures, warnings, files, others;
    std::string_view copyFor; ///< a name
    std::string_view edition, style, plannedColumn, there, failedColumn, pages, total, file, message, size;
    std::array<std::string_view, 3> editions; ///< as Edition counts
    std::string_view further, furtherOne;     ///< a number of files that are not listed
    char thousands;                           ///< between groups of three digits
};

/// Danish or English.
[[nodiscard]] const ReportWords& reportWords(bool english);

/// A number with its digits in groups.
[[nodiscard]] std::string grouped(std::uint64_t number, const ReportWords& words);

} // namespace sidetal::batch
