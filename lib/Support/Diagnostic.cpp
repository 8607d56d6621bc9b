#include "sidetal/Support/Diagnostic.h"

#include "Support/JsonText.h"
#include "Support/Utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace sidetal {

namespace {

const char* severityName(Severity severity) {
    return severity == Severity::Error ? "error" : "warning";
}

std::string firstErrorOf(const std::vector<Diagnostic>& diagnostics) {
    const auto found = std::find_if(diagnostics.begin(), diagnostics.end(),
                                    [](const Diagnostic& d) { return d.severity == Severity::Error; });
    return found == diagnostics.end() ? std::string("unknown error") : format(*found);
}

/// Appends `text` so that it stays on its line, and in its order, wherever it is shown.
void appendShown(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const auto c = utf8::nextOrInvalid(text, at);
        if (!c) {
            fmt::format_to(std::back_inserter(out), "\\x{{{:X}}}", static_cast<unsigned char>(text[begin]));
        } else if (utf8::upsetsLine(*c)) {
            fmt::format_to(std::back_inserter(out), "\\u{{{:X}}}", static_cast<std::uint32_t>(*c));
        } else {
            out += text.substr(begin, at - begin);
        }
    }
}

/// "C14": columns A to Z, then AA.
std::string cellName(SourcePos position) {
    std::string out;
    for (std::uint32_t column = position.column; column > 0; column = (column - 1) / 26) {
        out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
    }
    return fmt::format("{}{}", out, position.line);
}

/// "møde.json:41:22", "indsatser.xlsx:Ark1!C14", or as much of it as is known.
std::string shownPlace(const Diagnostic& d) {
    std::string out;
    appendShown(out, d.file);
    if (!d.sheet.empty()) {
        out += out.empty() ? "" : ":";
        appendShown(out, d.sheet);
        out += d.position.known() ? "!" + cellName(d.position) : "";
    } else if (d.position.known()) {
        out += fmt::format("{}{}:{}", out.empty() ? "" : ":", d.position.line, d.position.column);
    }
    return out;
}

} // namespace

std::string format(const Diagnostic& d) {
    std::string out = shownPlace(d);
    if (!out.empty()) {
        out += ": ";
    }
    out += severityName(d.severity);
    out += ": ";
    if (!d.path.empty()) {
        appendShown(out, d.path);
        out += ": ";
    }
    appendShown(out, d.message);
    if (!d.code.empty()) {
        out += fmt::format(" [{}]", d.code);
    }
    for (const std::string& note : d.notes) {
        out += "\n  ";
        appendShown(out, note);
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
    out += ']';
    if (!d.sheet.empty()) {
        out += ",\"sheet\":";
        appendJsonString(out, d.sheet);
        out += d.position.known() ? fmt::format(",\"cell\":\"{}\"", cellName(d.position)) : "";
    }
    out += '}';
    return out;
}

void Diagnostics::setSources(SourceNames sources, std::uint32_t own) {
    sources_ = std::move(sources);
    own_ = own;
}

std::uint32_t Diagnostics::addSource(SourceName name) {
    sources_.push_back(std::move(name));
    return static_cast<std::uint32_t>(sources_.size() - 1);
}

void Diagnostics::setName(Diagnostic& diagnostic) const {
    const SourcePos& position = diagnostic.position;
    const std::uint32_t source = position.known() || position.source != 0 ? position.source : own_;
    if (diagnostic.file.empty() && source < sources_.size()) {
        diagnostic.file = sources_[source].file;
        diagnostic.sheet = sources_[source].sheet;
    }
}

void Diagnostics::add(Diagnostic diagnostic) {
    const bool isError = diagnostic.severity == Severity::Error;
    const std::size_t count = isError ? ++errors_ : ++warnings_;
    const std::size_t most = isError ? kMostErrors : kMostWarnings;
    if (count > most) {
        if (count == most + 1) {
            tellThatSomeAreLeftOut();
        }
        return;
    }
    setName(diagnostic);
    all_.insert(endsWithLeftOut_ ? std::prev(all_.end()) : all_.end(), std::move(diagnostic));
}

void Diagnostics::append(const Diagnostics& other) {
    SourceNames own = std::exchange(sources_, other.sources_); // name the file in SID-D001
    const std::uint32_t ownIndex = std::exchange(own_, other.own_);
    std::size_t errors = 0;
    std::size_t warnings = 0;
    for (std::size_t i = 0; i < other.all_.size() - (other.endsWithLeftOut_ ? 1 : 0); ++i) {
        ++(other.all_[i].severity == Severity::Error ? errors : warnings);
        add(other.all_[i]);
    }
    for (; errors < other.errors_; ++errors) {
        add({});
    }
    for (; warnings < other.warnings_; ++warnings) {
        Diagnostic counted;
        counted.severity = Severity::Warning;
        add(std::move(counted));
    }
    sources_ = std::move(own);
    own_ = ownIndex;
}

/// Called once a severity: what was said of the other is said again.
void Diagnostics::tellThatSomeAreLeftOut() {
    const bool errors = errors_ > kMostErrors;
    const bool warnings = warnings_ > kMostWarnings;
    Diagnostic last;
    last.severity = errors ? Severity::Error : Severity::Warning;
    last.code = "SID-D001";
    last.message = fmt::format("there are more, only the first {}{}{} are told",
                               errors ? fmt::format("{} errors", kMostErrors) : "",
                               errors && warnings ? " and the first " : "",
                               warnings ? fmt::format("{} warnings", kMostWarnings) : "");
    setName(last);
    if (endsWithLeftOut_) {
        all_.back() = std::move(last);
    } else {
        all_.push_back(std::move(last));
    }
    endsWithLeftOut_ = true;
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
