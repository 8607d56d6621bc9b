#include "render/Plan.h"

#include "Common.h"
#include "files/InputFile.h"

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

/// The files that a call reads, each asked for once: looking at all of them for each output would take a
/// hundred million system calls for ten thousand inputs.
class FilesRead {
  public:
    void add(const std::string& name) {
        if (const auto identity = identityOf(name)) {
            nameOf_.emplace(*identity, name); // the first name of a file is the one that is told
        }
    }

    void refuseOverwriting(const OutputTarget& target) const {
        if (!target.existing || !S_ISREG(target.existing->st_mode)) {
            return;
        }
        const auto found = nameOf_.find(*target.identity());
        if (found != nameOf_.end()) {
            throw fileError("SID-R019", target.name,
                            "would overwrite the input '" + inputName(found->second) + "'");
        }
    }

  private:
    std::map<FileIdentity, std::string> nameOf_;
};

/// The files that a call writes.
class FilesWritten {
  public:
    /// Throws Error SID-R020 where another input is written to the same file.
    void add(const RenderJob& job) {
        const auto [other, isNew] = inputOf_.emplace(keyOf(job.target), job.input);
        if (!isNew) {
            throw fileError("SID-R020", job.target.name,
                            "'" + inputName(other->second) + "' and '" + inputName(job.input) +
                                "' would both be written to this file");
        }
    }

  private:
    /// The same for two names of the same file to be.
    std::string keyOf(const OutputTarget& target) {
        if (target.kind == OutputTarget::Kind::Stream) {
            return std::to_string(target.descriptor);
        }
        const auto [folder, isNew] = folderOf_.try_emplace(target.folder());
        if (isNew) {
            std::error_code error;
            folder->second = fs::weakly_canonical(folder->first, error);
        }
        return (folder->second / target.path.filename()).string();
    }

    std::map<std::string, std::string> inputOf_;
    std::map<fs::path, fs::path> folderOf_; ///< by what it is called, its one name
};

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
    FilesRead read;
    for (const std::string& input : inputs) {
        read.add(input);
    }
    if (!alsoRead.empty()) {
        read.add(alsoRead);
    }
    std::vector<RenderJob> jobs;
    for (const std::string& input : inputs) {
        jobs.push_back(planJob(input, output));
        read.refuseOverwriting(jobs.back().target);
    }
    FilesWritten written;
    for (const RenderJob& job : jobs) {
        if (!job.failure) {
            written.add(job);
        }
    }
    return jobs;
}

void refuseOverwriting(const std::vector<RenderJob>& jobs, const std::vector<std::string>& files) {
    FilesRead read;
    for (const std::string& file : files) {
        read.add(file);
    }
    for (const RenderJob& job : jobs) {
        read.refuseOverwriting(job.target);
    }
}

} // namespace sidetal::cli
