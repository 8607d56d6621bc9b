#include "Lint/Detectors.h"

#include <algorithm>
#include <array>
#include <string>

namespace sidetal::lint {

namespace {

/// Numbers that begin with `first` to `last` (as many figures as those have) are so long.
struct IssuerRange {
    std::string_view first;
    std::string_view last;
    std::size_t length;
};

constexpr std::array<IssuerRange, 19> kIssuers = {{
    {"4", "4", 16},       // Visa
    {"4", "4", 19},       //
    {"51", "55", 16},     // Mastercard
    {"2221", "2720", 16}, //
    {"5019", "5019", 16}, // Dankort
    {"50", "50", 16},     // Maestro
    {"56", "58", 16},     //
    {"6759", "6763", 16}, //
    {"6759", "6763", 19}, //
    {"34", "34", 15},     // American Express
    {"37", "37", 15},     //
    {"300", "305", 14},   // Diners Club
    {"36", "36", 14},     //
    {"38", "39", 14},     //
    {"3528", "3589", 16}, // JCB
    {"6011", "6011", 16}, // Discover
    {"644", "649", 16},   //
    {"65", "65", 16},     //
    {"62", "62", 16},     // UnionPay
}};

bool hasIssuer(std::string_view digits) {
    return std::ranges::any_of(kIssuers, [&](const IssuerRange& range) {
        const std::string_view begin = digits.substr(0, range.first.size());
        return digits.size() == range.length && begin >= range.first && begin <= range.last;
    });
}

/// ISO/IEC 7812-1, annex B: every second figure from the right doubled.
bool hasLuhnCheck(std::string_view digits) {
    unsigned sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const auto digit = static_cast<unsigned>(digits[digits.size() - 1 - i] - '0');
        const unsigned value = i % 2 == 1 ? 2 * digit : digit;
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
}

/// Cards have their figures in one, in fours, or as 4-6-5 and 4-6-4.
bool isWrittenAsCard(const Figures& figures, std::size_t first, std::size_t last) {
    if (first == last) {
        return true;
    }
    bool fours = true;
    for (std::size_t i = first; i <= last; ++i) {
        fours = fours && (figures.group(i).size() == 4 || (i == last && figures.group(i).size() <= 4));
    }
    return fours ||
           (last == first + 2 && figures.group(first).size() == 4 && figures.group(first + 1).size() == 6);
}

} // namespace

void findCardNumbers(const Figures& figures, Findings& out) {
    for (std::size_t i = 0; i < figures.count(); ++i) {
        std::size_t last = i; // of the row that begins here
        while (last + 1 < figures.count() && figures.joint(last) != Joint::Other) {
            ++last;
        }
        const std::string digits = last - i > 5 ? std::string() : figures.joined(i, last);
        if (digits.size() >= 14 && isWrittenAsCard(figures, i, last) && figures.startsFree(i) &&
            figures.endsFree(last) && hasIssuer(digits) && hasLuhnCheck(digits)) {
            out.push_back({Code::CardNumber, figures.group(i).begin, figures.group(last).end});
        }
        i = last;
    }
}

} // namespace sidetal::lint
