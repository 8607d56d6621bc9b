#pragma once

#include "files/OutputTarget.h"

#include "sidetal/Support/Diagnostic.h"

#include <optional>
#include <string>
#include <vector>

namespace sidetal::cli {

/// One document of a call: what is read and where its PDF goes.
struct RenderJob {
    std::string input;
    OutputTarget target;
    std::optional<Error>
        failure; ///< why there is no target; told after the input was looked at, which may explain it
};

/// Finds where each input's PDF goes: to `output` (a file, a folder, "-"), or, where that is empty, beside
/// the input; standard input's to standard output. Nothing is written; each input costs the same number of
/// system calls, however many there are. Throws Error: SID-R024 `output` does not fit the inputs, SID-R019 an
/// output would overwrite an input or `alsoRead` (a style sheet; empty for none), SID-R020 two inputs would
/// be written to the same file.
[[nodiscard]] std::vector<RenderJob> planRender(const std::vector<std::string>& inputs,
                                                const std::string& output, const std::string& alsoRead);

/// Throws Error SID-R019 where a job would overwrite one of `files`, which are read too.
void refuseOverwriting(const std::vector<RenderJob>& jobs, const std::vector<std::string>& files);

} // namespace sidetal::cli
