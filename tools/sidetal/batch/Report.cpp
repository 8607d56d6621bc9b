#include "batch/Report.h"

#include "Common.h"
#include "batch/Progress.h"
#include "files/InputFile.h"
#include "files/OutputFile.h"

#include "sidetal/Version.h"

#include <algorithm>
#include <filesystem>

namespace sidetal::cli {

namespace {

namespace fs = std::filesystem;

/// Writes the files' part of a report, entry by entry.
class JsonEntries {
  public:
    explicit JsonEntries(OutputFile& file)
        : file_(file) {}

    void add(const BatchRecord& record) {
        file_.write(std::string(separator_) + "{\"name\": " + jsonText(record.name) +
                    ", \"input\": " + jsonText(record.input) +
                    (record.copyFor.empty() ? "" : ", \"recipient\": " + jsonText(record.copyFor)) +
                    ", \"state\": " + (record.made ? "\"made\"" : "\"failed\"") + ", \"pages\": " +
                    std::to_string(record.pages) + ", \"bytes\": " + std::to_string(record.bytes) +
                    (record.contentHash.empty() ? "" : ", \"hash\": " + jsonText(record.contentHash)) +
                    ", \"messages\": [");
        for (std::size_t i = 0; i < record.messages.size(); ++i) {
            file_.write((i == 0 ? "" : ", ") + record.messages[i]);
        }
        file_.write("]}");
        separator_ = ",\n    ";
    }

  private:
    OutputFile& file_;
    const char* separator_ = "\n    ";
};

void writeJsonReport(OutputFile& file, const BatchPlan& plan, const BatchFolder& folder,
                     const BatchOutcome& outcome) {
    const BatchProgress& progress = outcome.progress;
    file.write("{\n  \"program\": \"sidetal " SIDETAL_VERSION "\",\n  \"job\": " + jsonText(plan.job) +
               ",\n  \"state\": " + (outcome.stopped ? "\"stopped\"" : "\"ended\""));
    for (const auto& [key, count] :
         {std::pair("planned", progress.planned), std::pair("made", progress.made),
          std::pair("kept", progress.skipped), std::pair("failed", progress.failed),
          std::pair("left", progress.left())}) {
        file.write(std::string(",\n  \"") + key + "\": " + std::to_string(count));
    }
    file.write(",\n  \"files\": [");
    JsonEntries entries(file);
    folder.eachRecord([&](const BatchRecord& record) { entries.add(record); });
    file.write("\n  ]\n}\n");
}

/// What the addresses of the batch's files begin with, from the report on.
std::string linksFrom(const OutputTarget& report, const std::string& output) {
    if (report.kind != OutputTarget::Kind::Replace) {
        return {}; // nobody knows where it ends up
    }
    std::error_code error;
    const fs::path from = fs::canonical(report.folder().empty() ? "." : report.folder(), error);
    const fs::path to = error ? fs::path() : fs::canonical(output, error);
    if (error) {
        return {};
    }
    std::string out;
    for (const fs::path& part : to.lexically_relative(from)) {
        out += part == "." ? "" : addressPart(part.string()) + "/";
    }
    return out.starts_with("../") ? out : "./" + out;
}

} // namespace

void writeReport(const std::string& name, const std::string& output, const Renderer& renderer,
                 const BatchPlan& plan, const BatchFolder& folder, BatchReportFacts facts) {
    const OutputTarget target = resolveOutput(name);
    OutputFile file(target);
    if (!name.ends_with(".pdf")) {
        writeJsonReport(file, plan, folder, facts.outcome);
    } else {
        facts.folder = output;
        facts.program = "sidetal " SIDETAL_VERSION;
        facts.links = linksFrom(target, output);
        // It speaks the language in which all files are labelled, where there is one.
        facts.english =
            !plan.settings.empty() && std::ranges::all_of(plan.settings, [](const BatchSettings& each) {
                return each.options.language.starts_with("en");
            });
        (void)renderBatchReport(renderer, plan, folder, facts,
                                [&](std::string_view bytes) { file.write(bytes); });
    }
    file.commit();
}

} // namespace sidetal::cli
