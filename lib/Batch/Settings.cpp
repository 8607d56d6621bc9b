#include "Batch/Settings.h"

#include "Batch/Digest.h"
#include "Batch/InputFiles.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <utility>

namespace sidetal::batch {

namespace {

/// A style is a file where its name has a folder or an ending, as on the command line; another one is meant
/// as a built-in sheet, so that a misspelt name is answered with the known ones.
bool isStyleFile(const std::string& style) {
    const auto styles = builtInStyles();
    return style.find_first_of("/.") != std::string::npos &&
           std::ranges::none_of(styles, [&](const auto& entry) { return entry.first == style; });
}

/// Gives what `load` gives, and adds it to a digest.
StyleLoader digesting(StyleLoader load, Digest& digest) {
    return [load = std::move(load), &digest](const std::string& name) {
        StyleFile file = load(name);
        digest.addText(name);
        digest.addText(file.bytes);
        return file;
    };
}

/// Reads what one of a job's outputs names; what is wrong with a file does not keep the others from being
/// looked at.
class SettingsReader {
  public:
    SettingsReader(const BatchJob& job, const BatchHost& host, const OwnFonts& fonts,
                   Diagnostics& diagnostics)
        : job_(job)
        , host_(host)
        , fonts_(fonts)
        , diagnostics_(diagnostics) {}

    BatchSettings read(const BatchOutputs& asked) {
        BatchSettings out;
        out.name = asked.name;
        out.options.edition = asked.edition;
        out.options.recipient = asked.recipient;
        out.options.language = asked.language;
        out.options.selection = asked.select;
        out.options.date = asked.date;
        out.options.embedData = asked.embedData;
        out.options.missing = asked.boxForMissing ? MissingCharacters::Box : MissingCharacters::Error;
        out.options.helperThread = false; // the batch has its own
        readStyle(asked, out);
        if (!asked.policy.empty()) {
            readPolicy(besideJob(job_.file, asked.policy), out);
        }
        Digest options;
        if (!asked.lint.empty()) {
            readRules(besideJob(job_.file, asked.lint), out, options);
        }
        addOptions(asked, options);
        out.optionsHash = options.hex();
        return out;
    }

  private:
    template <class Work>
    void attempt(const Work& work) {
        try {
            work();
        } catch (const Error& error) {
            for (const Diagnostic& d : error.diagnostics()) {
                diagnostics_.add(d);
            }
        }
    }

    void readStyle(const BatchOutputs& asked, BatchSettings& out) {
        if (asked.style.empty()) {
            return;
        }
        Digest digest;
        out.style = std::filesystem::path(asked.style).stem().string();
        attempt([&] {
            if (!isStyleFile(asked.style)) {
                digest.addText(asked.style); // what it says is the program's
                out.options.style = builtInStyle(asked.style);
                return;
            }
            const std::string file = besideJob(job_.file, asked.style);
            const std::string bytes = host_.read(file);
            digest.add(bytes);
            Diagnostics found;
            out.options.style =
                readStyleSheet(bytes, file, found, digesting(host_.stylesBeside(file), digest), fonts_);
            diagnostics_.append(found);
        });
        out.styleHash = digest.hex();
    }

    void readPolicy(const std::string& file, BatchSettings& out) {
        Digest digest;
        attempt([&] {
            const std::string bytes = host_.read(file);
            digest.add(bytes);
            Diagnostics found;
            out.options.policy =
                readEditionPolicy(bytes, file, found, digesting(host_.policiesBeside(file), digest));
            diagnostics_.append(found);
        });
        out.policyHash = digest.hex();
    }

    void readRules(const std::string& file, BatchSettings& out, Digest& digest) {
        attempt([&] {
            const std::string bytes = host_.read(file);
            digest.add(bytes);
            Diagnostics found;
            out.options.lintRules = readLintRules(bytes, file, found);
            out.options.lint = LintWhen::Always;
            diagnostics_.append(found);
        });
    }

    static void addSelection(const GoalSelection& selection, Digest& digest) {
        for (const auto* names : {&selection.committees, &selection.themes, &selection.owners}) {
            digest.addText(std::to_string(names->size()));
            for (const GoalSelection::Name& name : *names) {
                digest.addText(name.text);
            }
        }
        for (const GoalStatus status : selection.statuses) {
            digest.addText(std::to_string(static_cast<int>(status)));
        }
        digest.addText(fmt::format("{} {} {} {}", selection.prioritised, static_cast<int>(selection.sort),
                                   static_cast<int>(selection.group),
                                   selection.deadlineBefore ? formatIso(*selection.deadlineBefore) : ""));
    }

    void addOptions(const BatchOutputs& asked, Digest& digest) const {
        digest.addText(
            fmt::format("{} {} {}", static_cast<int>(asked.edition), asked.boxForMissing, asked.embedData));
        digest.addText(asked.recipient);
        digest.addText(asked.language);
        addSelection(asked.select, digest);
        for (const auto& date : {asked.date, host_.date}) {
            digest.addText(date ? fmt::format("{}T{}:{}:{}", formatIso(date->date), date->hour, date->minute,
                                              date->second)
                                : "");
        }
        for (const std::string_view family : fonts_.families()) {
            digest.addText(family);
        }
    }

    const BatchJob& job_;
    const BatchHost& host_;
    const OwnFonts& fonts_;
    Diagnostics& diagnostics_;
};

} // namespace

std::vector<BatchSettings> readSettings(const BatchJob& job, const BatchHost& host, const OwnFonts& fonts,
                                        Diagnostics& diagnostics) {
    SettingsReader reader(job, host, fonts, diagnostics);
    std::vector<BatchSettings> out;
    out.reserve(job.outputs.size());
    for (const BatchOutputs& asked : job.outputs) {
        out.push_back(reader.read(asked));
    }
    return out;
}

} // namespace sidetal::batch
