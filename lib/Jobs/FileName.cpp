#include "sidetal/Jobs/FileName.h"

#include "Support/Ascii.h"
#include "Support/Names.h"
#include "Support/Texts.h"
#include "Support/Utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace sidetal {

namespace {

constexpr std::string_view kEnding = ".pdf";
constexpr std::string_view kForbidden = "/\\:*?\"<>|";
constexpr std::size_t kSumBytes = 9; // "~" and eight digits

/// Calls `text` with each stretch of a pattern between placeholders, and `placeholder` with what stands in
/// braces. A brace that has no other is text.
template <class Text, class Placeholder>
void eachPart(std::string_view pattern, const Text& text, const Placeholder& placeholder) {
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        const std::size_t close =
            open == std::string_view::npos ? open : pattern.find('}', open); // npos where there is none
        if (close == std::string_view::npos) {
            text(pattern);
            return;
        }
        text(pattern.substr(0, open));
        placeholder(pattern.substr(open + 1, close - open - 1));
        pattern.remove_prefix(close + 1);
    }
}

bool isUnsafe(char32_t c) {
    return c < 0x20 || utf8::upsetsLine(c) || utf8::isDefaultIgnorable(c) ||
           (c < 0x80 && kForbidden.find(static_cast<char>(c)) != std::string_view::npos);
}

/// A value as part of a name: one line, without what any file system reads something into.
std::string safePart(std::string_view value) {
    std::string out;
    bool blank = false;
    for (std::size_t at = 0; at < value.size();) {
        if (const std::size_t space = spaceLength(value, at); space != 0) {
            at += space;
            blank = true;
            continue;
        }
        const std::optional<char32_t> c = utf8::nextOrInvalid(value, at);
        if (c == U'\u00A0') {
            blank = true;
            continue;
        }
        out += blank && !out.empty() ? " " : "";
        blank = false;
        utf8::append(out, !c || isUnsafe(*c) ? U'-' : *c);
    }
    return out;
}

/// Windows takes these for devices, whatever ending they have.
bool isDeviceName(std::string_view name) {
    static constexpr std::array<std::string_view, 4> kDevices = {"con", "prn", "aux", "nul"};
    const std::string stem = ascii::lowered(name.substr(0, name.find('.')));
    const bool numbered = stem.size() == 4 && stem[3] >= '1' && stem[3] <= '9' &&
                          (stem.starts_with("com") || stem.starts_with("lpt"));
    return numbered || std::ranges::find(kDevices, stem) != kDevices.end();
}

std::uint32_t sumOf(std::string_view text) { // FNV-1a
    std::uint32_t sum = 2166136261u;
    for (const char c : text) {
        sum = (sum ^ static_cast<unsigned char>(c)) * 16777619u;
    }
    return sum;
}

/// A name that is too long cut before its ending, between characters.
std::string shortened(const std::string& name) {
    const std::string tail = fmt::format("~{:08x}{}", sumOf(name), kEnding);
    static_assert(kMostNameBytes > kSumBytes + kEnding.size());
    std::size_t end = kMostNameBytes - tail.size();
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0u) == 0x80) {
        --end;
    }
    return name.substr(0, end) + tail;
}

/// The small letter of a capital of Latin, Greek or Cyrillic.
char32_t small(char32_t c) {
    if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) {
        return c + 0x20;
    }
    if (c >= 0x400 && c <= 0x40F) {
        return c + 0x50;
    }
    // Latin Extended-A has its letters in pairs, capitals at even numbers but for two stretches.
    const bool capitalAtOdd = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if (c >= 0x100 && c <= 0x17E && c != 0x130 && c != 0x131 && c != 0x138 && c != 0x149 && c != 0x178) {
        return (c % 2 == 1) == capitalAtOdd ? c + 1 : c;
    }
    return c == 0x178 ? 0xFF : c;
}

} // namespace

const std::vector<std::string_view>& nameValueNames() {
    static const std::vector<std::string_view> kNames = {"stem",  "committee", "date",   "edition",
                                                         "style", "kind",      "period", "recipient"};
    return kNames;
}

std::vector<std::string> placeholdersOf(std::string_view pattern) {
    std::vector<std::string> out;
    eachPart(
        pattern, [](std::string_view) {},
        [&](std::string_view name) {
            if (std::ranges::find(out, name) == out.end()) {
                out.emplace_back(name);
            }
        });
    return out;
}

std::string faultOfNamePattern(std::string_view pattern) {
    std::string fault;
    const auto tell = [&](std::string text) {
        if (fault.empty()) {
            fault = std::move(text);
        }
    };
    const auto& names = nameValueNames();
    eachPart(
        pattern,
        [&](std::string_view text) {
            for (const char c : text) {
                if (c == '{' || c == '}') {
                    tell(fmt::format("has a '{}' without the other, expected both around a name", c));
                } else if (static_cast<unsigned char>(c) < 0x20 ||
                           kForbidden.find(c) != std::string_view::npos) {
                    tell(fmt::format("has {} in it, which no name of a file may have on every system",
                                     inQuotes({&c, 1})));
                }
            }
        },
        [&](std::string_view name) {
            if (std::ranges::find(names, name) == names.end()) {
                const auto nearest = nearestName(name, names);
                tell(fmt::format("has {{{}}} in it, expected one of {}{}", name, quotedList(names),
                                 nearest ? fmt::format("; nearest: '{}'", *nearest) : ""));
            }
        });
    if (!pattern.ends_with(kEnding)) {
        tell("does not end in '.pdf'");
    }
    return fault;
}

std::string fillName(std::string_view pattern, const NameValues& values) {
    std::string name;
    eachPart(
        pattern, [&](std::string_view text) { name += text; },
        [&](std::string_view placeholder) {
            if (const auto value = values.find(placeholder); value != values.end()) {
                name += safePart(value->second);
            }
        });
    if (name.starts_with('.') || isDeviceName(name)) {
        name.insert(name.begin(), '_');
    }
    return name.size() > kMostNameBytes ? shortened(name) : name;
}

std::string foldedFileName(std::string_view name) {
    std::string out;
    out.reserve(name.size());
    for (std::size_t at = 0; at < name.size();) {
        if (static_cast<unsigned char>(name[at]) < 0x80) {
            out += ascii::lower(name[at++]);
            continue;
        }
        const std::size_t start = at;
        const std::optional<char32_t> c = utf8::nextOrInvalid(name, at);
        if (c) {
            utf8::append(out, small(*c));
        } else {
            out += name.substr(start, at - start);
        }
    }
    return out;
}

} // namespace sidetal
