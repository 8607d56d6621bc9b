#include "Model/ClosedWords.h"

#include "Model/Fields/GoalMatrixFields.h"
#include "Model/Fields/MeetingFields.h"
#include "Model/Fields/Visit.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace sidetal {

namespace {

using namespace std::string_view_literals;

/// What is wrong by a code, in words that quote nothing.
constexpr std::array kWithoutWords = {
    std::pair{"SID-I006"sv, "malformed JSON"sv},
    std::pair{"SID-I007"sv, "XML that is not well formed"sv},
    std::pair{"SID-I008"sv, "a DOCTYPE, which is not read"sv},
    std::pair{"SID-I009"sv, "a key stands there twice"sv},
    std::pair{"SID-I010"sv, "a character that no text may have"sv},
    std::pair{"SID-I012"sv, "missing"sv},
    std::pair{"SID-I013"sv, "a value of the wrong type"sv},
    std::pair{"SID-I014"sv, "an unknown key"sv},
    std::pair{"SID-I015"sv, "none of the known values"sv},
    std::pair{"SID-I016"sv, "no such day, or not written as 2021-10-26"sv},
    std::pair{"SID-I017"sv, "no such time, or not written as 15:00"sv},
    std::pair{"SID-I018"sv, "a number out of its range"sv},
    std::pair{"SID-I022"sv, "a section without a heading"sv},
    std::pair{"SID-I024"sv, "a key or a value that may say who sees what"sv},
    std::pair{"SID-I070"sv, "an address that cannot be followed"sv},
};
constexpr std::string_view kNote =
    "what stands here is closed, or may be: more is told with '--edition full' alone";

template <class T>
void collectNames(std::set<std::string_view>& names, std::set<std::string_view>& seen) {
    model::eachField<T>([&](auto field) {
        using F = decltype(field);
        names.insert(F::info.name);
        using Inner = typename model::Held<typename F::Value>::Type;
        if constexpr (!std::is_void_v<Inner>) {
            if (seen.insert(model::Table<Inner>::name).second) {
                collectNames<Inner>(names, seen);
            }
        }
    });
}

bool isModelKey(std::string_view name) {
    static const std::set<std::string_view> kNames = [] {
        std::set<std::string_view> names;
        std::set<std::string_view> seen;
        collectNames<MeetingPaper>(names, seen);
        collectNames<GoalMatrix>(names, seen);
        return names;
    }();
    return kNames.contains(name);
}

/// "items[2].body" of "items[2].body.p".
std::string knownPath(std::string_view path) {
    std::size_t end = 0;
    while (end < path.size()) {
        const std::size_t begin = end == 0 ? 0 : end + 1;
        const std::size_t next = std::min(path.find('.', begin), path.size());
        const std::string_view part = path.substr(begin, next - begin);
        const std::size_t bracket = part.find('[');
        const bool isIndexed = bracket != std::string_view::npos &&
                               part.find_first_not_of("[]0123456789", bracket) == std::string_view::npos;
        if (!isModelKey(isIndexed ? part.substr(0, bracket) : part)) {
            break;
        }
        end = next;
    }
    return std::string(path.substr(0, end));
}

template <class T>
void collectClosed(const T& object, const model::Place& place, std::vector<std::string>& paths) {
    if (place.isTooDeep()) { // where Checker ends too: nothing that lies in there is quoted
        return;
    }
    model::eachField<T>([&](auto field) {
        using F = decltype(field);
        if constexpr (F::info.access == model::AccessKind::Access) {
            if (F::get(object) != Access::Open) {
                paths.push_back(place.path());
            }
        }
        model::eachObject(
            F::get(object), model::Place::ofField<F>(place, object),
            [&](const auto& inner, const model::Place& at) { collectClosed(inner, at, paths); });
    });
}

/// True where the path is of something in what stands at `outer`; of attendance in doubt.
bool isWithin(std::string_view path, std::string_view outer) {
    return path.starts_with(outer) &&
           (path.size() == outer.size() || path[outer.size()] == '.' || path[outer.size()] == '[');
}

} // namespace

void withholdWords(Diagnostic& diagnostic) {
    const auto row = std::ranges::find(kWithoutWords, std::string_view(diagnostic.code),
                                       &std::pair<std::string_view, std::string_view>::first);
    diagnostic.message = row == kWithoutWords.end() ? "something is wrong here, or may be" : row->second;
    diagnostic.notes = {std::string(kNote)};
    diagnostic.path = knownPath(diagnostic.path);
}

Diagnostics withoutClosedWords(const Diagnostics& diagnostics, const Document& document) {
    std::vector<std::string> paths;
    std::visit([&](const auto& value) { collectClosed(value, model::Place(model::sourceOf(value)), paths); },
               document);
    if (!paths.empty()) {
        paths.emplace_back("meeting.attendance");
    }
    Diagnostics out;
    out.setSources(diagnostics.sources(), diagnostics.ownSource());
    for (Diagnostic d : diagnostics.all()) {
        if (std::ranges::any_of(paths, [&](const std::string& path) { return isWithin(d.path, path); })) {
            withholdWords(d);
        }
        out.add(std::move(d));
    }
    return out;
}

} // namespace sidetal
