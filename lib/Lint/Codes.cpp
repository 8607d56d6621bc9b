#include "Lint/Codes.h"

#include "Support/Ascii.h"
#include "Support/Utf8.h"

#include <array>

namespace sidetal::lint {

namespace {

constexpr std::array<CodeInfo, 20> kCodes = {{
    {"SID-N001", "a civil registration number", 6},
    {"SID-N002", "what may be a civil registration number: its date is valid, its check digit is not", 6},
    {"SID-N003", "an e-mail address", 1},
    {"SID-N004", "a phone number", 3},
    {"SID-N005", "a bank account", 2},
    {"SID-N006", "a bank account (IBAN)", 4},
    {"SID-N007", "the number of a payment card", 4},
    {"SID-N008", "a path of a file, which nobody outside can follow", 2},
    {"SID-N009", "the name of a host inside", 1},
    {"SID-N010", "a network address inside", 3},
    {"SID-N011", "a name that the rules forbid", 0},
    {"SID-N012", "words of something closed", 0},
    {"SID-N020", "a heading that skips a level", 0},
    {"SID-N021", "a link whose words do not say where it leads", 40},
    {"SID-N022", "an alternative text of more than 250 characters: say it in the text, and here in short", 0},
    {"SID-N023", "an alternative text that is the name of a file", 40},
    {"SID-N024", "a list that is typed as lines: make it a list, or set \"typedLists\"", 0},
    {"SID-N025", "a paragraph that seems to be in another language than it is said to be", 0},
    {"SID-N030", "a picture whose file says where it was taken; the PDF does not", 0},
    {"SID-N031", "a picture whose file names its author; the PDF does not", 0},
}};

} // namespace

const CodeInfo& infoOf(Code code) {
    return kCodes[static_cast<std::size_t>(code)];
}

std::span<const CodeInfo> codeTable() {
    return kCodes;
}

std::string masked(Code code, std::string_view found) {
    const std::size_t shown = infoOf(code).shown;
    std::string out;
    if (shown == 0) {
        return out;
    }
    std::size_t count = 0;
    for (std::size_t at = 0; at < found.size(); ++count) {
        const char32_t c = utf8::next(found, at);
        const bool sign = c < 0x80 && !ascii::isLetterOrDigit(static_cast<char>(c));
        utf8::append(out, count < shown || sign ? c : U'x');
    }
    return out;
}

} // namespace sidetal::lint
