#include "Support/Names.h"

#include "Support/Ascii.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace sidetal {

namespace {

/// Longer words are never near to a key of ours, and hostile ones would cost their square.
constexpr std::size_t kLongestWord = 64;

} // namespace

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> beforeLast(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        now[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(beforeLast, last);
        std::swap(last, now);
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                now[j] = std::min(now[j], beforeLast[j - 2] + 1);
            }
        }
    }
    return now[b.size()];
}

std::optional<std::string_view> nearestName(std::string_view word, std::span<const std::string_view> names) {
    if (word.size() > kLongestWord) {
        return std::nullopt;
    }
    const std::string wanted = ascii::lowered(word);
    std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
    std::optional<std::string_view> found;
    for (const std::string_view name : names) {
        const std::size_t distance = editDistance(wanted, ascii::lowered(name));
        if (distance < best && distance < name.size()) {
            best = distance;
            found = name;
        }
    }
    return found;
}

std::string quotedList(std::span<const std::string_view> names) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        out += i == 0 ? "" : i + 1 == names.size() ? " or " : ", ";
        out += fmt::format("'{}'", names[i]);
    }
    return out;
}

} // namespace sidetal
