#include "Lint/Detectors.h"

#include "Lint/Surroundings.h"
#include "Support/Ascii.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sidetal::lint {

namespace {

constexpr std::size_t kFartherAccount = 32; // bytes from the registration number to the account
constexpr std::size_t kShortestIban = 15;
constexpr std::size_t kLongestIban = 34;

/// The last group of an account of 5 to 10 figures that begins with group `i`; `i` plus nothing where there
/// is none.
std::size_t endOfAccount(const Figures& figures, std::size_t i, std::size_t least) {
    std::size_t digits = figures.group(i).size();
    std::size_t last = i;
    while (figures.leadsGroup(last) && digits + figures.group(last + 1).size() <= 10) {
        digits += figures.group(++last).size();
    }
    return digits >= least && digits <= 10 && figures.endsFree(last) ? last + 1 : 0;
}

/// Country and length of its numbers (SWIFT, IBAN Registry); of others any length will do.
constexpr std::array<std::pair<std::string_view, std::size_t>, 20> kIbanLengths = {{
    {"AT", 20}, {"BE", 16}, {"CH", 21}, {"CZ", 24}, {"DE", 22}, {"DK", 18}, {"EE", 20},
    {"ES", 24}, {"FI", 18}, {"FO", 18}, {"FR", 27}, {"GB", 22}, {"GL", 18}, {"IE", 22},
    {"IT", 27}, {"LU", 20}, {"NL", 18}, {"NO", 15}, {"PL", 28}, {"SE", 24},
}};

/// ISO 7064, MOD 97-10, of the number with its first four characters at the end.
bool hasIbanCheck(std::string_view iban) {
    unsigned rest = 0;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        const char c = iban[(i + 4) % iban.size()];
        rest = ascii::isDigit(c) ? rest * 10 + static_cast<unsigned>(c - '0')
                                 : rest * 100 + static_cast<unsigned>(c - 'A' + 10);
        rest %= 97;
    }
    return rest == 1;
}

bool isIbanByte(char c) {
    return ascii::isDigit(c) || (c >= 'A' && c <= 'Z');
}

/// The end of the number that begins at `begin`; `begin` where there is none.
std::size_t endOfIban(std::string_view text, std::size_t begin) {
    const auto* row = std::ranges::find(kIbanLengths, text.substr(begin, 2),
                                        &std::pair<std::string_view, std::size_t>::first);
    const std::size_t length = row == kIbanLengths.end() ? 0 : row->second;
    std::string iban;
    for (std::size_t at = begin; at < text.size() && iban.size() < kLongestIban;) {
        const std::size_t blank = blankLength(text.substr(at));
        at += blank;
        if (at == text.size() || !isIbanByte(text[at])) {
            break;
        }
        iban += text[at++];
        const bool ends = at == text.size() || !isWordByte(text, at);
        const bool fits = length == 0 ? iban.size() >= kShortestIban : iban.size() == length;
        if (ends && fits && hasIbanCheck(iban)) {
            return at;
        }
    }
    return begin;
}

} // namespace

void findBankAccounts(const Figures& figures, Findings& out) {
    for (std::size_t i = 0; i + 1 < figures.count(); ++i) {
        const auto group = figures.group(i);
        if (group.size() != 4 || !figures.startsFree(i) ||
            figures.group(i + 1).begin - group.end > kFartherAccount) {
            continue;
        }
        const bool registration =
            saidBefore(figures.text(), group.begin,
                       {"reg.", "regnr", "reg nr", "reg:", "reg ", "reg-n", "registreringsn"},
                       {"konto", "cvr", "tlf", "telefon"}) == Said::For;
        const bool joined = figures.joint(i) != Joint::Other;
        const bool account =
            joined &&
            saidBefore(figures.text(), group.begin,
                       {"bankkonto", "nemkonto", "kontonr", "kontonummer", "konto nr", "konto-n", "bank"},
                       {"cvr", "tlf", "telefon", "journal", "sag", "budget"}) == Said::For;
        const bool named =
            figures.text().substr(group.end, figures.group(i + 1).begin - group.end).find("onto") !=
            std::string_view::npos;
        if (!(registration && (joined || named)) && !account) {
            continue;
        }
        if (const std::size_t end = endOfAccount(figures, i + 1, registration ? 5 : 7); end != 0) {
            out.push_back({Code::BankAccount, group.begin, figures.group(end - 1).end});
            i = end - 1;
        }
    }
}

void findIbans(std::string_view text, Findings& out) {
    const auto isCapital = [&](std::size_t at) { return text[at] >= 'A' && text[at] <= 'Z'; };
    for (std::size_t at = 0; at + kShortestIban <= text.size(); ++at) {
        if (isCapital(at) && isCapital(at + 1) && ascii::isDigit(text[at + 2]) &&
            ascii::isDigit(text[at + 3]) && (at == 0 || !isWordByte(text, at - 1))) {
            if (const std::size_t end = endOfIban(text, at); end != at) {
                out.push_back({Code::Iban, at, end});
                at = end - 1;
            }
        }
    }
}

} // namespace sidetal::lint
