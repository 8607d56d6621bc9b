#pragma once

#include "sidetal/Report.h"

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace sidetal::cli {

/// The exit status of the program (docs/diagnostics.md), from good to bad.
enum class Status : std::uint8_t { Done = 0, Warnings = 3, Failed = 2 };

/// The worse of two.
[[nodiscard]] Status worse(Status a, Status b);

/// How messages are printed.
struct MessageOptions {
    bool quiet = false;  ///< errors only
    bool werror = false; ///< warnings are errors
    bool json = false;   ///< one JSON object a line
};

/// What every subcommand that reads documents is told.
struct DocumentOptions {
    std::string style;              ///< a built-in name or a file; empty: the document's own
    std::string edition = "public"; ///< public, members or full
    std::string language;           ///< of labels and file; empty: the document's own
    std::string date;               ///< ISO 8601; empty: see fileDate()
};

/// Prints messages to standard error and keeps the worst status that they ask for.
class Messages {
  public:
    explicit Messages(MessageOptions options)
        : options_(options) {}

    /// Prints a message; a warning is an error where the user asked for that.
    void report(Diagnostic diagnostic);
    void report(const std::vector<Diagnostic>& diagnostics);

    /// The status of all that was reported since the last call of this function.
    [[nodiscard]] Status takeStatus();

  private:
    MessageOptions options_;
    Status status_ = Status::Done;
};

/// An error about a file that is no document's fault: a missing input, an output that cannot be written.
[[nodiscard]] Error fileError(std::string_view code, const std::string& file, std::string message);

/// The words of an errno value, as in "no such file or directory", in English whatever the locale.
[[nodiscard]] std::string systemMessage(int error);

/// Edition, style, language and date as the library takes them. Throws Error (SID-R021, SID-S001, style sheet
/// faults).
[[nodiscard]] RenderOptions renderOptions(const DocumentOptions& options, Messages& messages);

/// The date of the file where --date names none: nothing (the library takes the document's own) or, where the
/// document has none, SOURCE_DATE_EPOCH. Throws Error SID-R022 where that is no number of seconds.
[[nodiscard]] std::optional<DateTime> fileDate(const Document& document);

} // namespace sidetal::cli
