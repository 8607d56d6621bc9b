#include "Lint/Reporter.h"

#include "Lint/Surroundings.h"
#include "Support/Ascii.h"
#include "Support/Texts.h"
#include "Support/Utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sidetal::lint {

namespace {

bool isNumber(Code code) {
    return code <= Code::CardNumber && code != Code::MailAddress;
}

/// The number alone: its figures and letters, in capitals, without Denmark's country code.
std::string bareNumber(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (ascii::isLetterOrDigit(c) || c == '*' || c == '?' || c == '+') {
            out += ascii::upper(c);
        }
    }
    return out.starts_with("+45") ? out.substr(3) : out;
}

/// The pattern's asterisks tried shortest first, the last one again where what follows it does not fit.
bool fitsPattern(std::string_view pattern, std::string_view text) {
    std::size_t p = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    for (std::size_t t = 0; t < text.size();) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

} // namespace

bool matches(std::string_view pattern, std::string_view found, bool number) {
    if (number) {
        return fitsPattern(bareNumber(pattern), bareNumber(found));
    }
    return fitsPattern(folded(pattern), folded(found));
}

bool canAllow(Code code, const LintAllowance& allowance, const LintRules& rules) {
    const auto off = std::ranges::find(rules.severity.rbegin(), rules.severity.rend(), infoOf(code).code,
                                       &std::pair<std::string, LintSeverity>::first);
    if (off != rules.severity.rend() && off->second == LintSeverity::Off) {
        return false;
    }
    switch (code) {
    case Code::SkippedHeading:
    case Code::TypedList:
        return false; // which find no words
    case Code::MailAddress:
        return allowance.text.find_first_of("@*") != std::string::npos;
    case Code::Iban:
        return !bareNumber(allowance.text).empty();
    default:
        break;
    }
    const std::string bare = bareNumber(allowance.text);
    return !isNumber(code) ||
           (!bare.empty() && std::ranges::none_of(bare, [](char c) { return ascii::isLetter(c); }));
}

Reporter::Reporter(const LintRules& rules, Edition edition, Diagnostics& diagnostics)
    : rules_(rules)
    , edition_(edition)
    , diagnostics_(diagnostics) {
    severities_.fill(LintSeverity::Warning);
    const auto table = codeTable();
    for (const auto& [code, severity] : rules.severity) {
        const auto row = std::ranges::find(table, code, &CodeInfo::code);
        if (row != table.end()) {
            severities_[static_cast<std::size_t>(row - table.begin())] = severity;
        }
    }
}

bool Reporter::isAllowed(Code code, std::string_view found) const {
    return std::ranges::any_of(rules_.allowed, [&](const LintAllowance& allowed) {
        const bool meant = allowed.codes.empty() ||
                           std::ranges::find(allowed.codes, infoOf(code).code) != allowed.codes.end();
        return meant && matches(allowed.text, found, isNumber(code));
    });
}

void Reporter::tell(Code code, const model::Place& place, std::string_view found, std::string_view detail) {
    if (wants(code) && !isAllowed(code, found)) {
        tellAt(code, place.position(), place.path(), found, detail);
    }
}

void Reporter::tellAt(Code code, SourcePos position, std::string path, std::string_view found,
                      std::string_view detail) {
    if (!wants(code) || isAllowed(code, found)) {
        return;
    }
    const CodeInfo& info = infoOf(code);
    const std::string shown =
        edition_ == Edition::Full ? utf8::shortened(found, kMostShownInMessages) : masked(code, found);
    std::string message(info.message);
    if (!shown.empty()) {
        message += fmt::format(": {}", shown);
    }
    if (!detail.empty()) {
        message += fmt::format(" ({})", detail);
    }
    if (severities_[static_cast<std::size_t>(code)] == LintSeverity::Error) {
        diagnostics_.error(info.code, std::move(message), position, std::move(path));
    } else {
        diagnostics_.warning(info.code, std::move(message), position, std::move(path));
    }
}

} // namespace sidetal::lint
