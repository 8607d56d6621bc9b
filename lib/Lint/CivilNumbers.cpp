#include "Lint/Detectors.h"

#include "Lint/Surroundings.h"

#include <array>
#include <string>

namespace sidetal::lint {

namespace {

unsigned civilFigure(std::string_view digits, std::size_t i) {
    return static_cast<unsigned>(digits[i] - '0');
}

/// The year that the seventh figure and the two of the year tell (CPR-kontoret, "Personnummeret i CPR").
unsigned yearOf(unsigned year, unsigned seventh) {
    if (seventh <= 3) {
        return 1900 + year;
    }
    if (seventh == 4 || seventh == 9) {
        return year <= 36 ? 2000 + year : 1900 + year;
    }
    return year <= 57 ? 2000 + year : 1800 + year;
}

bool hasBirthday(std::string_view digits) {
    const unsigned day = 10 * civilFigure(digits, 0) + civilFigure(digits, 1);
    const unsigned month = 10 * civilFigure(digits, 2) + civilFigure(digits, 3);
    const unsigned year =
        yearOf(10 * civilFigure(digits, 4) + civilFigure(digits, 5), civilFigure(digits, 6));
    if (month < 1 || month > 12 || day < 1 || digits.substr(6) == "0000") {
        return false;
    }
    constexpr std::array<unsigned, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= kDays[month - 1] + (leap && month == 2 ? 1 : 0);
}

bool hasCheckDigit(std::string_view digits) {
    constexpr std::array<unsigned, 10> kWeights = {4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
    unsigned sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i) {
        sum += kWeights[i] * civilFigure(digits, i);
    }
    return sum % 11 == 0;
}

Said saidOfCivilNumber(const Figures& figures, std::size_t at) {
    return saidBefore(figures.text(), at,
                      {"cpr", "personnummer", "personnr", "civil registration", "f\u00F8dt", "f\u00F8dselsn"},
                      {"konto", "kto",  "p-n",     "p.n",     "p-enhed", "produktionsenhed", "ean",
                       "gln",   "cvr",  "tlf",     "telefon", "mobil",   "journal",          "j.n",
                       "jnr",   "sag",  "faktura", "ordre",   "dok",     "acadre",           "edoc",
                       "matr",  "reg.", "regnr",   "psp",     "isbn",    "l\u00F8benr",      "bel\u00F8b"});
}

} // namespace

void findCivilNumbers(const Figures& figures, Findings& out) {
    for (std::size_t i = 0; i < figures.count(); ++i) {
        const bool whole = figures.group(i).size() == 10;
        const bool parted = figures.group(i).size() == 6 && i + 1 < figures.count() &&
                            figures.group(i + 1).size() == 4 && figures.joint(i) != Joint::Other;
        if (!whole && !parted) {
            continue;
        }
        const std::size_t last = whole ? i : i + 1;
        const std::string digits = figures.joined(i, last);
        if (!hasBirthday(digits) || !figures.startsFree(i) || !figures.endsFree(last)) {
            continue;
        }
        const bool hyphen = parted && figures.joint(i) == Joint::Hyphen;
        if (!hyphen && (figures.followsGroup(i) || figures.leadsGroup(last))) {
            continue; // a row of figures
        }
        const bool sure = hasCheckDigit(digits);
        const Said said = saidOfCivilNumber(figures, figures.group(i).begin);
        const bool meant =
            said == Said::For || (hyphen ? sure || said == Said::Nothing : sure && said == Said::Nothing);
        if (meant) {
            out.push_back({sure ? Code::CivilNumber : Code::LikelyCivilNumber, figures.group(i).begin,
                           figures.group(last).end});
        }
    }
}

} // namespace sidetal::lint
