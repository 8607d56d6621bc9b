#include "sidetal/Support/Diagnostic.h"

#include "Support/JsonText.h"

#include <fmt/format.h>

#include <algorithm>

namespace sidetal {

namespace {

constexpr std::size_t kMostErrors = 100;
constexpr std::size_t kMostWarnings = 1000;

const char* severityName(Severity severity) {
    return severity == Severity::Error ? "error" : "warning";
}

std::string firstErrorOf(const std::vector<Diagnostic>& diagnostics) {
    const auto found = std::find_if(diagnostics.begin(), diagnostics.end(),
                                    [](const Diagnostic& d) { return d.severity == Severity::Error; });
    return found == diagnostics.end() ? std::string("unknown error") : format(*found);
}

} // namespace

std::string format(const Diagnostic& d) {
    std::string out = d.file;
    if (d.position.known()) {
        out += fmt::format("{}{}:{}", out.empty() ? "" : ":", d.position.line, d.position.column);
    }
    if (!out.empty()) {
        out += ": ";
    }
    out += severityName(d.severity);
    out += ": ";
    if (!d.path.empty()) {
        out += d.path;
        out += ": ";
    }
    out += d.message;
    if (!d.code.empty()) {
        out += fmt::format(" [{}]", d.code);
    }
    for (const std::string& note : d.notes) {
        out += "\n  ";
        out += note;
    }
    return out;
}

std::string formatJson(const Diagnostic& d) {
    std::string out = fmt::format("{{\"severity\":\"{}\",\"code\":", severityName(d.severity));
    appendJsonString(out, d.code);
    out += ",\"message\":";
    appendJsonString(out, d.message);
    out += ",\"file\":";
    appendJsonString(out, d.file);
    out += fmt::format(",\"line\":{},\"column\":{},\"path\":", d.position.line, d.position.column);
    appendJsonString(out, d.path);
    out += ",\"notes\":[";
    for (std::size_t i = 0; i < d.notes.size(); ++i) {
        out += i == 0 ? "" : ",";
        appendJsonString(out, d.notes[i]);
    }
    out += "]}";
    return out;
}

void Diagnostics::add(Diagnostic diagnostic) {
    const bool isError = diagnostic.severity == Severity::Error;
    const std::size_t count = isError ? ++errors_ : ++warnings_;
    if (count > (isError ? kMostErrors : kMostWarnings)) {
        return;
    }
    if (diagnostic.file.empty()) {
        diagnostic.file = file_;
    }
    all_.push_back(std::move(diagnostic));
}

void Diagnostics::error(std::string_view code, std::string message, SourcePos position, std::string path,
                        std::vector<std::string> notes) {
    add({Severity::Error,
         std::string(code),
         std::move(message),
         {},
         position,
         std::move(path),
         std::move(notes)});
}

void Diagnostics::warning(std::string_view code, std::string message, SourcePos position, std::string path,
                          std::vector<std::string> notes) {
    add({Severity::Warning,
         std::string(code),
         std::move(message),
         {},
         position,
         std::move(path),
         std::move(notes)});
}

void Diagnostics::throwIfErrors() const {
    if (hasErrors()) {
        throw Error(all_);
    }
}

Error::Error(std::vector<Diagnostic> diagnostics)
    : std::runtime_error(firstErrorOf(diagnostics))
    , diagnostics_(std::move(diagnostics)) {}

Error::Error(std::string_view code, std::string message)
    : Error(
          std::vector<Diagnostic>{{Severity::Error, std::string(code), std::move(message), {}, {}, {}, {}}}) {
}

Error::~Error() = default;

} // namespace sidetal
