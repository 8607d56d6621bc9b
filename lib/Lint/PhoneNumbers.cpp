#include "Lint/Detectors.h"

#include "Lint/Surroundings.h"

#include <optional>

namespace sidetal::lint {

namespace {

constexpr std::size_t kLongestPhone = 15; // ITU-T E.164

Said saidOfPhone(const Figures& figures, std::size_t at) {
    return saidBefore(figures.text(), at,
                      {"tlf", "telefon", "tel.", "tel:", "tel ", "mobil", "mob.", "ring ", "ring:", "phone",
                       "call ", "sms", "direkte", "omstilling", "hovednummer"},
                      {"cvr",   "se-n",   "se nr", "ean",     "gln",   "journal", "j.n",        "jnr",
                       "sagsn", "sagsid", "sag ",  "sag:",    "konto", "kto",     "reg.",       "regnr",
                       "reg ",  "p-n",    "p.n",   "faktura", "ordre", "matr",    "dok",        "id ",
                       "id:",   "psp",    "kr.",   "kr ",     "dkk",   "budget",  "bel\u00F8b", "acadre"});
}

/// Whether four figures are a year of our time.
bool isYear(std::string_view digits) {
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

bool isAmount(const Figures& figures, std::size_t end) {
    return goesOnWith(figures.text(), end,
                      {"kr", "kr.", "mio", "mia", "t.kr", "tkr", "dkk", "kroner", "pct", "procent", "%", "m2",
                       "m\u00B2", "m3", "timer", "stk", "personer", "borgere"});
}

/// The last group of a number abroad or at home with its country's code, whose "+" or "00" stands before
/// group `i`.
std::optional<std::size_t> endOfInternational(const Figures& figures, std::size_t i) {
    const bool danish = figures.digits(i).starts_with("45");
    std::size_t digits = figures.group(i).size();
    std::size_t last = i;
    while (last + 1 < figures.count() && digits < (danish ? 10 : kLongestPhone)) {
        const std::size_t from = figures.group(last).end;
        const std::string_view between = figures.text().substr(from, figures.group(last + 1).begin - from);
        const bool goesOn =
            figures.joint(last) != Joint::Other || (last == i && (between == ") " || between == ")"));
        if (!goesOn) {
            break;
        }
        digits += figures.group(++last).size();
    }
    const bool whole = danish ? digits == 10 : digits >= 9 && digits <= kLongestPhone;
    return whole && figures.endsFree(last) ? std::optional(last) : std::nullopt;
}

/// The last group of eight figures that begin with group `i` in one of the ways in which they are written.
std::optional<std::size_t> endOfEight(const Figures& figures, std::size_t i) {
    const std::size_t size = figures.group(i).size();
    const std::size_t groups = size == 8 ? 1 : size == 4 ? 2 : size == 2 ? 4 : 0;
    if (groups == 0 || i + groups > figures.count() || figures.digits(i)[0] < '2') {
        return std::nullopt;
    }
    const std::size_t last = i + groups - 1;
    for (std::size_t g = i; g < last; ++g) {
        if (figures.joint(g) != Joint::Blank || figures.group(g + 1).size() != size) {
            return std::nullopt;
        }
    }
    const bool alone = figures.startsFree(i) && figures.endsFree(last) && !figures.followsGroup(i) &&
                       !figures.leadsGroup(last) && !isAmount(figures, figures.group(last).end);
    return alone ? std::optional(last) : std::nullopt;
}

/// Eight figures in one are as often another number, and two groups of four may be years.
bool isMeantAsPhone(const Figures& figures, std::size_t i, std::size_t last) {
    const Said said = saidOfPhone(figures, figures.group(i).begin);
    if (said != Said::Nothing || i == last) {
        return said == Said::For;
    }
    return last != i + 1 || !(isYear(figures.digits(i)) && isYear(figures.digits(last)));
}

} // namespace

void findPhoneNumbers(const Figures& figures, Findings& out) {
    for (std::size_t i = 0; i < figures.count(); ++i) {
        const std::size_t begin = figures.group(i).begin;
        const bool plus = begin > 0 && figures.text()[begin - 1] == '+' &&
                          (begin == 1 || !isWordByte(figures.text(), begin - 2));
        const bool zeros = figures.digits(i).starts_with("0045") && figures.startsFree(i);
        std::optional<std::size_t> last;
        if (plus) {
            last = endOfInternational(figures, i);
        } else if (zeros) { // 0045 and eight figures
            std::size_t digits = figures.group(i).size();
            std::size_t end = i;
            while (digits < 12 && figures.leadsGroup(end)) {
                digits += figures.group(++end).size();
            }
            last = digits == 12 && figures.endsFree(end) ? std::optional(end) : std::nullopt;
        } else if (const auto eight = endOfEight(figures, i); eight && isMeantAsPhone(figures, i, *eight)) {
            last = eight;
        }
        if (last) {
            out.push_back({Code::PhoneNumber, plus ? begin - 1 : begin, figures.group(*last).end});
            i = *last;
        }
    }
}

} // namespace sidetal::lint
