#include "Batch/InputReading.h"

#include "Batch/Digest.h"
#include "Batch/Faults.h"
#include "sidetal/Jobs/FileName.h"
#include "sidetal/Report/NamedCatalogue.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <new>
#include <optional>
#include <string_view>
#include <utility>

namespace sidetal::batch {

namespace {

constexpr std::array<std::string_view, 4> kOfDocument = {"committee", "date", "kind", "period"};

std::string_view kindWord(DocumentKind kind) {
    switch (kind) {
    case DocumentKind::Agenda:
        return "agenda";
    case DocumentKind::Minutes:
        return "minutes";
    case DocumentKind::GoalMatrix:
        break;
    }
    return "goal-matrix";
}

std::string_view editionWord(Edition edition) {
    static constexpr std::array<std::string_view, 3> kWords = {"public", "members", "full"};
    return kWords[static_cast<std::size_t>(edition)];
}

/// The catalogue that a goal matrix follows, that of its inputs or else the one that it names; nothing where
/// there is none.
std::optional<GoalCatalogue> catalogueOf(const Document& document, const BatchInputFile& input,
                                         const BatchHost& host, Digest& digest, Diagnostics& diagnostics) {
    if (!std::holds_alternative<GoalMatrix>(document)) {
        return std::nullopt;
    }
    if (!input.catalogue.empty()) {
        const std::string bytes = host.read(input.catalogue);
        digest.addText(bytes);
        return readGoalCatalogue(bytes, input.catalogue, diagnostics, headerOf(document).sources);
    }
    StyleLoader load;
    if (host.cataloguesBeside) {
        load = [&, beside = host.cataloguesBeside(input.file)](const std::string& name) {
            StyleFile file = beside(name);
            digest.addText(file.bytes);
            return file;
        };
    }
    return namedCatalogue(document, load, diagnostics);
}

void addTo(Digest& digest, const BatchInputFile& input, std::string_view bytes, const BatchHost& host) {
    digest.add(bytes);
    if (!input.mapping.empty()) {
        digest.addText(host.read(input.mapping));
    }
    digest.addText(input.sheet);
}

} // namespace

std::vector<Diagnostic> messagesOf(std::exception_ptr failure, const std::string& file) {
    try {
        std::rethrow_exception(std::move(failure));
    } catch (const Error& error) {
        return error.diagnostics();
    } catch (const std::bad_alloc&) {
        return faultOf("SID-R026", file, "out of memory").diagnostics();
    } catch (const std::exception& error) {
        return faultOf("SID-R027", file, fmt::format("internal error: {}", error.what())).diagnostics();
    }
}

ReadInput readInput(const BatchInputFile& input, const BatchHost& host, const InputRules& rules) {
    ReadInput out;
    Digest digest;
    try {
        const std::string bytes = host.read(input.file);
        addTo(digest, input, bytes, host);
        ReadOptions options;
        options.quoteClosed = rules.quoteClosed;
        options.acceptedKeys = rules.acceptedKeys;
        Diagnostics diagnostics;
        Document document = host.document
                                ? host.document(bytes, input, diagnostics, options,
                                                [&](std::string_view other) { digest.addText(other); })
                                : readDocument(bytes, input.file, diagnostics, options);
        Diagnostics ofCatalogue; // what is thrown is not told twice
        if (auto catalogue = catalogueOf(document, input, host, digest, ofCatalogue)) {
            document = followCatalogue(document, *catalogue, ofCatalogue);
            for (CatalogueVersion& version : catalogue->versions) {
                version.themes.clear();
            }
            out.catalogue = std::make_shared<const GoalCatalogue>(*std::move(catalogue));
        }
        diagnostics.append(ofCatalogue);
        out.messages = diagnostics.all();
        if (!rules.warningsAreErrors || out.messages.empty()) {
            out.document = std::make_shared<const Document>(std::move(document));
        }
    } catch (...) {
        out.messages = messagesOf(std::current_exception(), input.file);
    }
    out.hash = digest.hex();
    for (Diagnostic& d : out.messages) {
        d.severity = rules.warningsAreErrors ? Severity::Error : d.severity;
        if (d.file.empty()) {
            d.file = input.file;
        }
    }
    return out;
}

NameValues namesOf(const Document& document) {
    NameValues out = {{"kind", std::string(kindWord(kindOf(document)))}};
    std::optional<Date> date = headerOf(document).date;
    const std::optional<Committee>* committee = nullptr;
    if (const auto* paper = std::get_if<MeetingPaper>(&document)) {
        date = paper->meeting.date ? paper->meeting.date : date;
        committee = &paper->committee;
    } else if (const auto* matrix = std::get_if<GoalMatrix>(&document)) {
        committee = &matrix->committee;
        if (matrix->period) {
            out["period"] = matrix->period->label;
        }
    }
    if (committee != nullptr && *committee) {
        out["committee"] = (*committee)->name;
    }
    if (date) {
        out["date"] = formatIso(*date);
    }
    return out;
}

std::string nameOf(const BatchInputFile& input, const BatchSettings& settings, const std::string& copyFor,
                   NameValues values, std::vector<Diagnostic>& messages) {
    values["stem"] = std::filesystem::path(input.file).stem().string();
    values["edition"] = editionWord(settings.options.edition);
    values["style"] = settings.style.empty() ? "standard" : settings.style;
    values["recipient"] = copyFor.empty() ? settings.options.recipient : copyFor;
    if (const auto& committees = settings.options.selection.committees; committees.size() == 1) {
        values["committee"] = committees.front().text; // whose goals alone are shown
    }
    for (const std::string& placeholder : placeholdersOf(settings.name)) {
        const auto value = values.find(placeholder);
        if (value == values.end() || value->second.find_first_not_of(" \t\r\n") == std::string::npos) {
            messages.push_back(
                faultOf("SID-B011", input.file,
                        fmt::format("has no {}, which its name '{}' needs", placeholder, settings.name))
                    .diagnostics()
                    .front());
        }
    }
    return fillName(settings.name, values);
}

bool tellsOfDocument(const BatchSettings& settings) {
    return std::ranges::any_of(placeholdersOf(settings.name), [](const std::string& placeholder) {
        return std::ranges::find(kOfDocument, placeholder) != kOfDocument.end();
    });
}

} // namespace sidetal::batch
