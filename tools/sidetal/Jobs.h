#pragma once

#include "sidetal/Support/Diagnostic.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sidetal::cli {

/// What came of something, from good to bad.
enum class Outcome : std::uint8_t { Done, Warnings, Failed };

/// The exit status of the program (docs/diagnostics.md): 0, 3 or 2.
[[nodiscard]] int exitStatus(Outcome outcome);

/// How messages are printed.
struct MessageOptions {
    bool quiet = false;  ///< errors only
    bool werror = false; ///< warnings are errors
    bool json = false;   ///< one JSON object a line
};

/// What one job has to say, gathered: jobs print one after the other, never line by line in turn.
class Messages {
  public:
    /// `input` is the file that the job is about: messages that name no file carry its name; empty for none.
    Messages(MessageOptions options, std::string input)
        : options_(options)
        , input_(std::move(input)) {
        told_.setFile(input_);
    }

    /// Adds a message; a warning is an error where the user asked for that.
    void report(Diagnostic diagnostic);
    void report(const std::vector<Diagnostic>& diagnostics);

    /// The worst of what was reported.
    [[nodiscard]] Outcome outcome() const { return outcome_; }

    /// What is to be printed: whole lines, without what --quiet keeps back. Reading and rendering together
    /// tell no more than a Diagnostics holds.
    [[nodiscard]] std::string lines() const;

  private:
    [[nodiscard]] bool isError(const Diagnostic& diagnostic) const {
        return options_.werror || diagnostic.severity == Severity::Error;
    }

    MessageOptions options_;
    std::string input_;
    Diagnostics told_; ///< with the severities that the library gave
    std::optional<Diagnostic> leftOut_;
    Outcome outcome_ = Outcome::Done;
};

/// The jobs of a call: the work that comes before all of them, then one a document. A job's fault does not
/// keep the others from being done.
class Jobs {
  public:
    explicit Jobs(MessageOptions options)
        : options_(options) {}

    /// Does a job: what `work` throws is reported as what it reports itself, and all of it is printed to
    /// standard error once it ends. Returns what came of it.
    Outcome run(const std::string& input, const std::function<void(Messages&)>& work);
    /// A job about no file.
    Outcome run(const std::function<void(Messages&)>& work) { return run({}, work); }

    [[nodiscard]] const MessageOptions& options() const { return options_; }

    /// What came of all of them: the worst.
    [[nodiscard]] Outcome outcome() const { return outcome_; }

  private:
    MessageOptions options_;
    Outcome outcome_ = Outcome::Done;
};

} // namespace sidetal::cli
