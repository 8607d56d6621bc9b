#include "Versions.h"
#include "Commands.h"
#include "Validators.h"
#include "files/FolderFile.h"
#include "files/InputFile.h"

#include <CLI/CLI.hpp>

#include <filesystem>

namespace sidetal::cli {

namespace {

/// A main agenda may be a supplement itself, and name another one.
constexpr int kMostMainAgendas = 20;

ReadOptions readOptions(const DocumentOptions& options) {
    ReadOptions out;
    out.acceptedKeys = options.acceptedKeys;
    return out;
}

/// The supplement that a document is and that names its main agenda's file without saying after which number
/// it goes on; else null.
const Supplement* openSupplement(const Document& document) {
    const auto* paper = std::get_if<MeetingPaper>(&document);
    const bool open = paper != nullptr && paper->supplements && paper->supplements->after.empty() &&
                      !paper->supplements->file.empty();
    return open ? &*paper->supplements : nullptr;
}

/// An error at the place where the document names its main agenda's file.
Error fileFault(const Document& document, const Supplement& supplement, std::string message) {
    Diagnostics out;
    const DocumentHeader& header = headerOf(document);
    out.setSources(header.sources, header.source.source);
    out.error("SID-E064", std::move(message), supplement.source, "supplements.file");
    return Error(out.all());
}

void goOn(Document& document, const std::filesystem::path& folder, const ReadOptions& reading, int left,
          const AlsoRead& alsoRead, Diagnostics& found) {
    const Supplement* supplement = openSupplement(document);
    if (supplement == nullptr) {
        return;
    }
    if (left == 0) {
        throw fileFault(document, *supplement,
                        "'" + supplement->file +
                            "': the agendas that name each other as the main one do not end");
    }
    FolderFile file = readBelow(folder.string(), supplement->file, {"the document's", kMostInputBytes});
    if (!file.fault.empty()) {
        throw fileFault(document, *supplement, "'" + supplement->file + "' " + file.fault);
    }
    if (alsoRead) {
        alsoRead(file.bytes);
    }
    const std::filesystem::path path = folder / supplement->file;
    Diagnostics diagnostics;
    Document main = readDocument(file.bytes, path.string(), diagnostics, reading);
    goOn(main, path.parent_path(), reading, left - 1, alsoRead, found);
    Diagnostics own; // what is thrown is not told twice
    continueNumbers(document, main, own);
    found.append(own);
}

} // namespace

void addVersionOptions(CLI::App& app, DocumentOptions& options) {
    app.add_option("--items", options.excerpt.items,
                   "Print an excerpt: the items of these numbers, such as 4,7-9")
        ->type_name("NUMBERS")
        ->check(notEmpty());
    app.add_option("--case", options.excerpt.cases, "The same of the items of this case number; repeatable")
        ->type_name("NUMBER")
        ->allow_extra_args(false)
        ->check(notEmpty());
    app.add_option("--decided-by", options.excerpt.committees,
                   "The same of the items that this committee decided on; repeatable")
        ->type_name("COMMITTEE")
        ->allow_extra_args(false)
        ->check(notEmpty());
    app.add_option("--corrects", options.corrects,
                   "The version that this one corrects: what differs is told on the first page")
        ->type_name("FILE")
        ->check(notEmpty());
}

void takeVersionOptions(const DocumentOptions& options, RenderOptions& out, Messages& messages) {
    out.excerpt = options.excerpt;
    if (!options.corrects.empty()) {
        out.corrects =
            std::make_shared<const Document>(readDocumentFile(options.corrects, options, messages).document);
    }
}

void goOnFromMain(Document& document, const std::string& input, const DocumentOptions& options,
                  Diagnostics& diagnostics, const AlsoRead& alsoRead) {
    const Supplement* supplement = openSupplement(document);
    if (supplement != nullptr && input == kStandard) {
        throw fileFault(
            document, *supplement,
            "'" + supplement->file +
                "' cannot be looked for: the document comes from standard input, not from a folder");
    }
    goOn(document, std::filesystem::path(input).parent_path(), readOptions(options), kMostMainAgendas,
         alsoRead, diagnostics);
}

void goOnFromMain(Document& document, const std::string& input, const DocumentOptions& options,
                  Messages& messages) {
    Diagnostics found;
    try {
        goOnFromMain(document, input, options, found);
    } catch (...) {
        messages.report(found.all());
        throw;
    }
    messages.report(found.all());
}

} // namespace sidetal::cli
