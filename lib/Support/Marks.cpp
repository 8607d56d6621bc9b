#include "Support/Marks.h"

#include "Support/Utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace sidetal::marks {

namespace {

constexpr auto kTable = std::to_array<std::uint32_t>({
#include "Support/MarksTable.inc"
});

/// What a character becomes in NFKD: how many non-starters stand at its end, and whether it is those alone.
struct Kind {
    unsigned count = 0;
    bool alone = false;
};

Kind kindOf(char32_t c) {
    const auto* after = std::ranges::upper_bound(
        kTable, c, {}, [](std::uint32_t entry) { return static_cast<char32_t>(entry >> 11); });
    if (after == kTable.begin()) {
        return {};
    }
    const std::uint32_t entry = *(after - 1);
    if (c - (entry >> 11) > (entry >> 4 & 0x7Fu)) {
        return {};
    }
    return {entry & 7u, (entry & 8u) != 0};
}

/// The non-starters at the end of the character that ends at byte `end`.
unsigned countBefore(std::string_view text, std::size_t end) {
    if (end == 0) {
        return 0;
    }
    std::size_t at = end - 1;
    while ((static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u) {
        --at;
    }
    return kindOf(utf8::next(text, at)).count;
}

/// The offset, from `at` on, of the first character of U+0300 or above, below which there are no marks;
/// looked for eight bytes at a time.
std::size_t skipUnmarked(std::string_view text, std::size_t at) {
    constexpr unsigned char kFirstLead = 0xCC; // of U+0300
    constexpr std::uint64_t kEach = 0x0101010101010101;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, 8);
        const std::uint64_t low = (eight & 0x7F * kEach) + (0x100 - kFirstLead) * kEach;
        if ((low & eight & 0x80 * kEach) != 0) {
            break;
        }
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < kFirstLead) {
        ++at;
    }
    return at;
}

} // namespace

std::optional<std::size_t> findTooMany(std::string_view text) {
    if (text.size() <= kMostOnEnd) {
        return std::nullopt; // U+0344, two marks, has two bytes
    }
    std::size_t at = 0;
    while ((at = skipUnmarked(text, at)) < text.size()) {
        const std::size_t first = at;
        Kind kind = kindOf(utf8::next(text, at));
        if (!kind.alone) {
            continue;
        }
        for (unsigned count = countBefore(text, first);;) {
            count += kind.count;
            if (count > kMostOnEnd) {
                return first;
            }
            std::size_t after = at;
            if (after == text.size() || !(kind = kindOf(utf8::next(text, after))).alone) {
                break;
            }
            at = after;
        }
    }
    return std::nullopt;
}

std::string tooManyMessage(std::string_view text, std::size_t at) {
    return fmt::format("more than {} combining marks on end, from {} on", kMostOnEnd,
                       utf8::codePointName(utf8::next(text, at)));
}

std::span<const std::uint32_t> table() {
    return kTable;
}

} // namespace sidetal::marks
