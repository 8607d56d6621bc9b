#include "Batch/Settings.h"

#include "Batch/Digest.h"
#include "Batch/Faults.h"
#include "Batch/InputFiles.h"
#include "sidetal/Text/FontHash.h"

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

void addTexts(const std::vector<std::string>& texts, Digest& digest) {
    digest.addText(std::to_string(texts.size()));
    for (const std::string& text : texts) {
        digest.addText(text);
    }
}

void addDate(const std::optional<DateTime>& date, Digest& digest) {
    digest.addText(
        date ? fmt::format("{}T{}:{}:{}", formatIso(date->date), date->hour, date->minute, date->second)
             : "");
}

void addSelection(const GoalSelection& selection, Digest& digest) {
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

    ReadOutputs read(std::uint32_t index) {
        const BatchOutputs& asked = job_.outputs[index];
        ReadOutputs read;
        BatchSettings& out = read.settings;
        out.output = index;
        out.name = asked.name;
        out.options.edition = asked.edition;
        out.options.recipient = asked.recipient;
        out.options.language = asked.language;
        out.options.selection = asked.select;
        out.options.date = asked.date;
        out.options.embedData = asked.embedData;
        out.options.hash = asked.hash;
        out.options.excerpt = asked.excerpt;
        out.corrects = asked.corrects.empty() ? "" : besideJob(job_.file, asked.corrects);
        out.compare = asked.compare.empty() ? "" : besideJob(job_.file, asked.compare);
        out.options.missing = asked.boxForMissing ? MissingCharacters::Box : MissingCharacters::Error;
        out.options.helperThread = false; // the batch has its own
        if (!asked.style.empty()) {
            attempt([&] { setStyle(out, readStyle(asked.style)); });
        }
        if (!asked.policy.empty()) {
            readPolicy(besideJob(job_.file, asked.policy), out);
        }
        Digest rules;
        if (!asked.lint.empty()) {
            readRules(besideJob(job_.file, asked.lint), out, rules);
        }
        addSurroundings(rules);
        read.rulesHash = rules.hex();
        setOptionsHash(out, read.rulesHash);
        if (!asked.recipients.empty()) {
            readRecipientsOf(asked, read);
        }
        return read;
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

    ReadStyle readStyle(const std::string& style) {
        ReadStyle out;
        Digest digest;
        out.name = std::filesystem::path(style).stem().string();
        if (!isStyleFile(style)) {
            digest.addText(style); // what it says is the program's
            out.sheet = builtInStyle(style);
        } else {
            const std::string file = besideJob(job_.file, style);
            const std::string bytes = host_.read(file);
            digest.add(bytes);
            Diagnostics found;
            out.sheet =
                readStyleSheet(bytes, file, found, digesting(host_.stylesBeside(file), digest), fonts_);
            diagnostics_.append(found);
        }
        out.hash = digest.hex();
        return out;
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

    /// What is the same for all of a job's outputs.
    void addSurroundings(Digest& digest) const {
        addDate(host_.date, digest);
        digest.addText(hashOf(fonts_));
    }

    void readRecipientsOf(const BatchOutputs& asked, ReadOutputs& out) {
        const std::string file = besideJob(job_.file, asked.recipients);
        std::string bytes;
        try {
            bytes = host_.read(file);
        } catch (const Error& error) {
            diagnostics_.error("SID-B014", fmt::format("'{}' {}", file, error.diagnostics().front().message),
                               asked.recipientsSource, asked.path + ".file");
            return;
        }
        attempt([&] {
            Diagnostics found;
            out.recipients = readRecipients(bytes, file, asked.ignored, found);
            diagnostics_.append(found);
        });
        for (const BatchRecipient& recipient : out.recipients) {
            checkRecipient(recipient, asked, file);
            if (!recipient.style.empty() && !out.styles.contains(recipient.style)) {
                readStyleOf(recipient, file, out.styles[recipient.style]);
            }
        }
    }

    void checkRecipient(const BatchRecipient& recipient, const BatchOutputs& asked, const std::string& file) {
        if (!recipient.member.empty() && recipient.edition.value_or(asked.edition) != Edition::Members) {
            add(faultOf("SID-B015", file,
                        "a member is named, and only the members' edition has rights by member, expected "
                        "'members' ('lukket') as edition of this line"),
                recipient.memberSource);
        }
    }

    void readStyleOf(const BatchRecipient& recipient, const std::string& file, ReadStyle& out) {
        try {
            out = readStyle(recipient.style);
        } catch (const Error& error) {
            for (Diagnostic d : error.diagnostics()) {
                if (d.file.empty()) {
                    d.file = file;
                    d.position = recipient.styleSource;
                }
                diagnostics_.add(std::move(d));
            }
        }
    }

    void add(const Error& fault, SourcePos position) {
        Diagnostic d = fault.diagnostics().front();
        d.position = position;
        diagnostics_.add(std::move(d));
    }

    const BatchJob& job_;
    const BatchHost& host_;
    const OwnFonts& fonts_;
    Diagnostics& diagnostics_;
};

} // namespace

std::vector<ReadOutputs> readOutputs(const BatchJob& job, const BatchHost& host, const OwnFonts& fonts,
                                     Diagnostics& diagnostics) {
    SettingsReader reader(job, host, fonts, diagnostics);
    std::vector<ReadOutputs> out;
    out.reserve(job.outputs.size());
    for (std::uint32_t i = 0; i < job.outputs.size(); ++i) {
        out.push_back(reader.read(i));
    }
    return out;
}

void setStyle(BatchSettings& settings, const ReadStyle& style) {
    settings.options.style = style.sheet;
    settings.style = style.name;
    settings.styleHash = style.hash;
}

void setOptionsHash(BatchSettings& settings, const std::string& rulesHash) {
    const RenderOptions& options = settings.options;
    Digest digest;
    digest.addText(rulesHash);
    digest.addText(fmt::format("{} {} {} {}", static_cast<int>(options.edition),
                               options.missing == MissingCharacters::Box, options.embedData, options.hash));
    digest.addText(options.recipient);
    digest.addText(options.language);
    addSelection(options.selection, digest);
    addDate(options.date, digest);
    digest.addText(options.excerpt.items);
    for (const auto* names : {&options.excerpt.cases, &options.excerpt.committees}) {
        addTexts(*names, digest);
    }
    addTexts({settings.corrects, settings.compare}, digest);
    settings.optionsHash = digest.hex();
}

} // namespace sidetal::batch
