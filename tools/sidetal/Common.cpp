#include "Common.h"

#include "Commands.h"

#include "files/InputFile.h"
#include "files/StyleFolder.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <system_error>

namespace sidetal::cli {

namespace {

Edition editionOf(const std::string& name) {
    if (name == "full") {
        return Edition::Full;
    }
    return name == "members" ? Edition::Members : Edition::Public;
}

bool isBuiltIn(const std::string& style) {
    const auto styles = builtInStyles();
    return std::any_of(styles.begin(), styles.end(), [&](const auto& entry) { return entry.first == style; });
}

StyleSheet styleOf(const std::string& style, const OwnFonts& fonts, Messages& messages,
                   std::vector<std::string>* read) {
    if (!isStyleFile(style)) {
        return builtInStyle(style);
    }
    Diagnostics diagnostics;
    StyleSheet sheet = readStyleSheet(readInput(style), style, diagnostics, stylesBeside(style, read), fonts);
    messages.report(diagnostics.all());
    return sheet;
}

} // namespace

EditionPolicy editionPolicy(const std::string& file, Messages& messages, std::vector<std::string>* read) {
    if (file.empty()) {
        return {};
    }
    Diagnostics diagnostics;
    EditionPolicy policy = readEditionPolicy(readInput(file), file, diagnostics, policiesBeside(file, read));
    messages.report(diagnostics.all());
    return policy;
}

bool isStyleFile(const std::string& style) {
    return style.find_first_of("/.") != std::string::npos && !isBuiltIn(style);
}

Error fileError(std::string_view code, const std::string& file, std::string message) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.file = file;
    diagnostic.message = std::move(message);
    return Error(std::vector{std::move(diagnostic)});
}

std::string systemMessage(int error) {
    // In English: the program never calls setlocale().
    std::string text = std::generic_category().message(error);
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

RenderOptions renderOptions(const DocumentOptions& options, const OwnFonts& fonts, Messages& messages,
                            std::vector<std::string>* read) {
    RenderOptions out;
    out.edition = editionOf(options.edition);
    out.policy = editionPolicy(options.policy, messages, read);
    out.recipient = options.recipient;
    out.copyFor = options.copyFor;
    out.language = options.language;
    out.selection = options.selection;
    out.missing = options.missing == "box" ? MissingCharacters::Box : MissingCharacters::Error;
    if (!options.date.empty()) {
        out.date = parseDateTime(options.date);
        if (!out.date) {
            throw Error("SID-R021", "--date: '" + options.date +
                                        "' is no date, expected YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ");
        }
    }
    if (!options.compare.empty()) {
        out.lastPeriod =
            std::make_shared<const Document>(readDocumentFile(options.compare, options, messages).document);
        if (read != nullptr) {
            read->push_back(options.compare);
        }
    }
    if (!options.lint.empty()) {
        Diagnostics diagnostics;
        out.lintRules = readLintRules(readInput(options.lint), options.lint, diagnostics);
        out.lint = LintWhen::Always;
        messages.report(diagnostics.all());
    }
    if (!options.style.empty()) {
        out.style = styleOf(options.style, fonts, messages, read);
    }
    takeVersionOptions(options, out, messages);
    if (read != nullptr && !options.corrects.empty()) {
        read->push_back(options.corrects);
    }
    return out;
}

std::optional<DateTime> fileDate(const Document& document) {
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    if (headerOf(document).date || epoch == nullptr) {
        return std::nullopt;
    }
    const std::string_view text = epoch;
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    const std::optional<DateTime> date = whole ? fromUnixTime(seconds) : std::nullopt;
    if (!date) {
        throw Error("SID-R022",
                    "SOURCE_DATE_EPOCH: '" + std::string(text) + "' is no number of seconds since 1970");
    }
    return date;
}

} // namespace sidetal::cli
