#include "Plan.h"

#include "Common.h"
#include "InputFile.h"

#include <algorithm>
#include <map>
#include <sys/stat.h>

namespace sidetal::cli {

namespace {

namespace fs = std::filesystem;

bool isFolder(const std::string& output) {
    std::error_code error;
    return fs::is_directory(output, error);
}

/// "møde.json" gives "møde.pdf"; an extension that says nothing about the format is kept: "punkt 1.2" gives
/// "punkt 1.2.pdf".
fs::path pdfName(const fs::path& input) {
    std::string extension = input.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    fs::path name = input;
    if (extension == ".json" || extension == ".xml") {
        return name.replace_extension(".pdf");
    }
    return name += ".pdf";
}

std::string outputName(const std::string& input, const std::string& output) {
    const bool toFolder = isFolder(output) || output.ends_with('/');
    if (!output.empty() && !toFolder) {
        return output;
    }
    if (input == kStandard && toFolder) {
        throw Error("SID-R024", "standard input has no name to give to a file in '" + output +
                                    "', expected a file after -o");
    }
    if (input == kStandard) {
        return kStandard;
    }
    return (toFolder ? fs::path(output) / pdfName(fs::path(input).filename()) : pdfName(input)).string();
}

void checkShape(const std::vector<std::string>& inputs, const std::string& output) {
    if (inputs.size() > 1 && !output.empty() && !isFolder(output)) {
        throw Error("SID-R024", "-o: '" + output + "' is no folder, which several inputs need");
    }
}

void refuseOverwriting(const RenderJob& job, const std::vector<std::string>& read) {
    if (!job.target.existing || !S_ISREG(job.target.existing->st_mode)) {
        return;
    }
    for (const std::string& name : read) {
        if (identityOf(name) == job.target.identity()) {
            throw fileError("SID-R019", job.target.name,
                            "would overwrite the input '" + inputName(name) + "'");
        }
    }
}

/// The same for two names of the same file to be.
std::string targetKey(const OutputTarget& target) {
    if (target.kind == OutputTarget::Kind::Stream) {
        return std::to_string(target.descriptor);
    }
    std::error_code error;
    const fs::path folder =
        fs::weakly_canonical(target.path.has_parent_path() ? target.path.parent_path() : ".", error);
    return (folder / target.path.filename()).string();
}

void refuseSameTarget(const std::vector<RenderJob>& jobs) {
    std::map<std::string, std::string> inputOf;
    for (const RenderJob& job : jobs) {
        if (job.failure) {
            continue;
        }
        const auto [other, isNew] = inputOf.emplace(targetKey(job.target), job.input);
        if (!isNew) {
            throw fileError("SID-R020", job.target.name,
                            "'" + inputName(other->second) + "' and '" + inputName(job.input) +
                                "' would both be written to this file");
        }
    }
}

RenderJob planJob(const std::string& input, const std::string& output) {
    RenderJob job;
    job.input = input;
    const std::string name = outputName(input, output);
    try {
        job.target = resolveOutput(name);
    } catch (const Error& error) {
        job.failure = error;
    }
    return job;
}

} // namespace

std::vector<RenderJob> planRender(const std::vector<std::string>& inputs, const std::string& output,
                                  const std::string& alsoRead) {
    checkShape(inputs, output);
    std::vector<std::string> read = inputs;
    if (!alsoRead.empty()) {
        read.push_back(alsoRead);
    }
    std::vector<RenderJob> jobs;
    for (const std::string& input : inputs) {
        jobs.push_back(planJob(input, output));
        refuseOverwriting(jobs.back(), read);
    }
    refuseSameTarget(jobs);
    return jobs;
}

} // namespace sidetal::cli
