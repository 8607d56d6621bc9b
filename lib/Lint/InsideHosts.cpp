#include "Lint/Detectors.h"

#include "Lint/Surroundings.h"
#include "Support/Ascii.h"

#include <algorithm>
#include <array>
#include <string>

namespace sidetal::lint {

namespace {

/// Domains that no name server outside knows: RFC 6762 (local), RFC 8375 (home.arpa), .internal of ICANN, and
/// what networks inside are called.
constexpr std::array<std::string_view, 9> kInsideDomains = {".local",    ".lan",       ".intra",
                                                            ".internal", ".intranet",  ".localdomain",
                                                            ".corp",     ".localhost", ".home.arpa"};

bool isHostByte(std::string_view text, std::size_t at) {
    return isWordByte(text, at) || text[at] == '-' || text[at] == '.' || text[at] == '_';
}

std::size_t endOfHost(std::string_view text, std::size_t at) {
    while (at < text.size() && isHostByte(text, at)) {
        ++at;
    }
    while (at > 0 && (text[at - 1] == '.' || text[at - 1] == '-')) {
        --at;
    }
    return at;
}

bool isInsideDomain(std::string_view host) {
    const std::string name = ascii::lowered(host);
    return std::ranges::any_of(kInsideDomains,
                               [&](std::string_view domain) { return name.ends_with(domain); });
}

/// In "http://host/…" from `at` on, behind "://".
void findHostOfAddress(std::string_view text, std::size_t at, Findings& out) {
    const std::size_t slash = std::min(text.find_first_of("/ \n?#", at), text.size());
    const std::size_t sign = text.substr(at, slash - at).find('@'); // "user@host"
    const std::size_t begin = sign == std::string_view::npos ? at : at + sign + 1;
    const std::size_t end = endOfHost(text, begin);
    if (end <= begin) {
        return;
    }
    const std::string_view host = text.substr(begin, end - begin);
    if (host.find('.') == std::string_view::npos && ascii::isLetter(host[0])) {
        out.push_back({Code::InsideHost, begin, end});
    }
}

/// The number of 0 to 255 that a group is; 256 where it is none.
unsigned octet(std::string_view digits) {
    if (digits.size() > 3 || (digits.size() > 1 && digits[0] == '0')) {
        return 256;
    }
    unsigned value = 0;
    for (const char c : digits) {
        value = 10 * value + static_cast<unsigned>(c - '0');
    }
    return std::min(value, 256U);
}

} // namespace

void findInsideHosts(std::string_view text, Findings& out) {
    for (std::size_t at = text.find("://"); at != std::string_view::npos; at = text.find("://", at + 1)) {
        if (at >= 4 && ascii::lowered(text.substr(at - 4, 4)) != "file") {
            findHostOfAddress(text, at + 3, out);
        }
    }
    for (std::size_t at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1)) {
        if (at == 0 || at + 1 == text.size() || !isHostByte(text, at - 1) || !ascii::isLetter(text[at + 1])) {
            continue;
        }
        const std::size_t end = endOfHost(text, at);
        std::size_t begin = at;
        while (begin > 0 && isHostByte(text, begin - 1)) {
            --begin;
        }
        const bool mail = begin > 0 && text[begin - 1] == '@';
        if (end > begin && !mail && ascii::isLetter(text[begin]) &&
            isInsideDomain(text.substr(begin, end - begin))) {
            out.push_back({Code::InsideHost, begin, end});
        }
        at = std::max(at, end == 0 ? at : end - 1);
    }
}

void findInsideAddresses(const Figures& figures, Findings& out) {
    for (std::size_t i = 0; i + 3 < figures.count(); ++i) {
        const std::size_t begin = figures.group(i).begin;
        const std::string_view text = figures.text();
        bool dotted = begin == 0 || (!isWordByte(text, begin - 1) && text[begin - 1] != '.');
        for (std::size_t g = i; g < i + 3; ++g) {
            dotted = dotted && figures.group(g + 1).begin == figures.group(g).end + 1 &&
                     text[figures.group(g).end] == '.' && octet(figures.digits(g)) < 256;
        }
        const std::size_t end = figures.group(i + 3).end;
        if (!dotted || octet(figures.digits(i + 3)) > 255 ||
            (end + 1 < text.size() && text[end] == '.' && isWordByte(text, end + 1)) ||
            (end < text.size() && isWordByte(text, end))) {
            continue;
        }
        const unsigned first = octet(figures.digits(i));
        const unsigned second = octet(figures.digits(i + 1));
        const bool rare = first == 192 && second == 168;
        const bool common = first == 10 || (first == 172 && second >= 16 && second <= 31);
        const bool said = text.substr(0, begin).ends_with("//") ||
                          saidBefore(text, begin, {"ip", "server", "host", "netv\u00E6rk", "adresse"},
                                     {"konto"}) == Said::For;
        if (rare || (common && said)) {
            out.push_back({Code::InsideAddress, begin, end});
            i += 3;
        }
    }
}

} // namespace sidetal::lint
