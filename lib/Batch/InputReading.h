#pragma once

#include "sidetal/Batch/BatchPlan.h"
#include "sidetal/Jobs/FileName.h"

#include <exception>
#include <memory>
#include <string>
#include <vector>

namespace sidetal::batch {

/// An input that was read; `document` is nothing where that failed, and `messages` say why.
struct ReadInput {
    std::string hash; ///< of its bytes, and of those of the other files that it is made of
    std::shared_ptr<const Document> document{};
    /// That a goal matrix follows, without its themes: what goals were renumbered. Null: none.
    std::shared_ptr<const GoalCatalogue> catalogue{};
    std::vector<Diagnostic> messages{};
};

/// How inputs are read.
struct InputRules {
    bool quoteClosed = false; ///< all that is made is the full edition
    bool warningsAreErrors = false;
    std::vector<std::string> acceptedKeys{};
};

/// Reads a document; throws nothing but what is no Error.
[[nodiscard]] ReadInput readInput(const BatchInputFile& input, const BatchHost& host,
                                  const InputRules& rules);

/// What stands for the placeholders that tell of a document: committee, date, kind and period; those that it
/// has nothing for are missing.
[[nodiscard]] NameValues namesOf(const Document& document);

/// The name of a file of an input. `copyFor` as of BatchTask; `values`: namesOf() its document, where the
/// pattern asks for that. What there is no value for is told (SID-B011).
[[nodiscard]] std::string nameOf(const BatchInputFile& input, const BatchSettings& settings,
                                 const std::string& copyFor, NameValues values,
                                 std::vector<Diagnostic>& messages);

/// Whether a name tells of what a document says.
[[nodiscard]] bool tellsOfDocument(const BatchSettings& settings);

/// An error's words for a failure that is no Error of ours.
[[nodiscard]] std::vector<Diagnostic> messagesOf(std::exception_ptr failure, const std::string& file);

} // namespace sidetal::batch
